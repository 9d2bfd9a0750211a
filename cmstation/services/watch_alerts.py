"""Alerts of the watch: what the person wants to be told of, and what is worth telling now."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time
from typing import Final, cast

from cmstation.domain.changes import Changes
from cmstation.domain.clock import Clock
from cmstation.domain.errors import NotFound
from cmstation.domain.networks import Json
from cmstation.domain.watch import Item, StoryFilter, WatchList
from cmstation.domain.watch_alert_hours import EVERY_DAY, QuietHours
from cmstation.domain.watch_alert_json import read_alert, read_rule, written_alert, written_rule
from cmstation.domain.watch_alerts import (
    Alert,
    AlertItem,
    AlertRule,
    alerts_in,
    reach,
    telling,
)
from cmstation.domain.watch_rule_json import RuleUnreadable
from cmstation.domain.watch_rule_terms import OPEN
from cmstation.domain.watch_rule_words import folded_item
from cmstation.domain.watch_rules import Matcher
from cmstation.services.done import Done
from cmstation.services.preferences import Preferences
from cmstation.services.watch_lists import CHANGED, ListBook
from cmstation.storage.settings import Settings
from cmstation.storage.watch_stories import WatchStories

MOST_STORIES: Final = 500
_SETTING: Final = "watch_alerts"


@dataclass(frozen=True, slots=True)
class _Noticed:
    """An alert, told or still held back."""

    alert: Alert
    told: bool


@dataclass(frozen=True, slots=True)
class _Kept:
    """All that is remembered of alerts."""

    last: int = 0
    rules: tuple[AlertRule, ...] = ()
    noticed: tuple[_Noticed, ...] = ()
    quiet: tuple[QuietHours, ...] = ()


class Alerts:
    """What a person can do with alerts; `look` is asked after each refresh and when quiet hours end."""

    def __init__(
        self,
        settings: Settings,
        stories: WatchStories,
        lists: ListBook,
        preferences: Preferences,
        clock: Clock,
    ) -> None:
        self._settings = settings
        self._stories = stories
        self._lists = lists
        self._preferences = preferences
        self._clock = clock

    # --- questions ---

    def all(self) -> tuple[AlertRule, ...]:
        """Return the rules, in the order in which they were made."""
        return self._read().rules

    def quiet(self) -> tuple[QuietHours, ...]:
        """Return the hours in which nothing is told."""
        return self._read().quiet

    def held_until(self) -> datetime | None:
        """Return when to look again, since something waits for the end of quiet hours."""
        kept = self._read()
        return telling(_waiting(kept), self._clock.now(), kept.quiet).held_until

    # --- changes ---

    def save(self, rule: AlertRule) -> Done[AlertRule]:
        """Keep a rule; one whose identity is 0 is new."""
        before = self._read()
        if rule.id and all(one.id != rule.id for one in before.rules):
            raise NotFound(subject="watch_alert", identity=rule.id)
        named = replace(rule, id=rule.id or before.last + 1, name=rule.name.strip())
        if rule.id:
            rules = tuple(named if one.id == rule.id else one for one in before.rules)
        else:
            rules = (*before.rules, named)
        self._write(replace(before, rules=rules, last=max(before.last, named.id)))
        return Done(named, CHANGED, lambda: self._put_rules(before.rules))

    def remove(self, rule: int) -> Done[int]:
        """Remove a rule; removing it twice is fine."""
        before = self._read()
        self._write(replace(before, rules=tuple(one for one in before.rules if one.id != rule)))
        return Done(rule, CHANGED, lambda: self._put_rules(before.rules))

    def set_quiet(self, hours: Iterable[QuietHours]) -> Done[tuple[QuietHours, ...]]:
        """Say in which hours nothing is told; what is noticed then is told afterwards."""
        before = self._read()
        chosen = tuple(hours)
        self._write(replace(before, quiet=chosen))

        def undo() -> Changes:
            self._write(replace(self._read(), quiet=before.quiet))
            return CHANGED

        return Done(chosen, CHANGED, undo)

    def look(self, now: datetime | None = None) -> tuple[Alert, ...]:
        """Return what is worth telling now, each thing once.

        Args:
            now: aware UTC; None for the present moment.
        """
        instant = now or self._clock.now()
        kept = self._read()
        active = [rule for rule in kept.rules if rule.active]
        found = alerts_in(active, self._items(active, instant), instant, [one.alert for one in kept.noticed])
        noticed = (*kept.noticed, *(_Noticed(alert, told=False) for alert in found))
        told = telling([one.alert for one in noticed if not one.told], instant, kept.quiet)
        if told.alerts:
            noticed = tuple(replace(one, told=True) for one in noticed)
        fresh = _fresh(noticed, kept.rules, instant)
        if fresh != kept.noticed:
            self._write(replace(kept, noticed=fresh))
        return told.alerts

    # --- inside ---

    def _items(self, rules: Sequence[AlertRule], now: datetime) -> list[AlertItem]:
        stories = {story for rule in rules for story in self._candidates(rule, now)}
        if not stories:
            return []
        lists = self._lists.all() if any(rule.lists for rule in rules) else ()
        matchers = self._lists.matchers()
        return [_listened(item, lists, matchers) for story in stories for item in self._items_of(story)]

    def _items_of(self, story: int) -> tuple[Item, ...]:
        try:
            return self._stories.items(story)
        except NotFound:
            return ()  # cleared away meanwhile

    def _candidates(self, rule: AlertRule, now: datetime) -> set[int]:
        """Find the stories that may hold a mention: those with all words of one term, somewhere."""
        since = now - reach((rule,))
        words = {_words(tokens) for term in rule.words if (tokens := term.tokens())}
        if not words and not rule.lists:
            return set()
        wanted = StoryFilter(lists=rule.lists, since=since)
        filters = [replace(wanted, words=some) for some in words] or [wanted]
        return {story for one in filters for story in self._stories.keys(one, MOST_STORIES)}

    def _put_rules(self, rules: tuple[AlertRule, ...]) -> Changes:
        self._write(replace(self._read(), rules=rules))
        return CHANGED

    def _read(self) -> _Kept:
        found = self._settings.get(_SETTING)
        if not isinstance(found, dict):
            return _Kept()
        return _kept(found, self._preferences.zone())

    def _write(self, kept: _Kept) -> None:
        self._settings.set(_SETTING, _written(kept))


def _waiting(kept: _Kept) -> list[Alert]:
    return [one.alert for one in kept.noticed if not one.told]


def _fresh(noticed: Sequence[_Noticed], rules: Sequence[AlertRule], now: datetime) -> tuple[_Noticed, ...]:
    """Forget what was told so long ago that nothing depends on it, and what belongs to no rule."""
    earliest, there = now - reach(rules), {rule.id for rule in rules}
    return tuple(
        one for one in noticed if one.alert.rule in there and (not one.told or one.alert.at >= earliest)
    )


def _words(tokens: Iterable[tuple[str, ...]]) -> str:
    return " ".join(token.removesuffix(OPEN) for part in tokens for token in part)


def _listened(item: Item, lists: Sequence[WatchList], matchers: Mapping[int, Matcher]) -> AlertItem:
    """Make an item ready; it is in the lists that look at its source and whose rule shows it."""
    folded, source = folded_item(item.title, item.text), item.source
    shown_in = frozenset(
        one.id
        for one in lists
        if source in one.sources
        and (one.id not in matchers or matchers[one.id].matches_folded(source, folded))
    )
    return AlertItem(item.id, item.story, source, item.moment, folded, shown_in)


# --- how it is kept ---


def _written(kept: _Kept) -> Json:
    return cast(
        "Json",
        {
            "last": kept.last,
            "rules": [
                {"id": rule.id, "name": rule.name, "active": rule.active, "content": written_rule(rule)}
                for rule in kept.rules
            ],
            "noticed": [
                {"rule": one.alert.rule, "told": one.told, "alert": written_alert(one.alert)}
                for one in kept.noticed
            ],
            "quiet": [
                {
                    "start": hours.start.isoformat("minutes"),
                    "end": hours.end.isoformat("minutes"),
                    "days": sorted(hours.days),
                    "zone": hours.zone,
                }
                for hours in kept.quiet
            ],
        },
    )


def _kept(found: Mapping[str, Json], zone: str) -> _Kept:
    rules = tuple(rule for one in _rows(found, "rules") if (rule := _rule(one)) is not None)
    by_id = {rule.id: rule for rule in rules}
    return _Kept(
        last=cast("int", found.get("last", 0)),
        rules=rules,
        noticed=tuple(
            _Noticed(alert, told=one["told"] is True)
            for one in _rows(found, "noticed")
            if (alert := _alert(by_id.get(cast("int", one["rule"])), one)) is not None
        ),
        quiet=tuple(_quiet(one, zone) for one in _rows(found, "quiet")),
    )


def _rows(found: Mapping[str, Json], name: str) -> list[dict[str, Json]]:
    return cast("list[dict[str, Json]]", found.get(name, []))


def _rule(one: Mapping[str, Json]) -> AlertRule | None:
    content = cast("Mapping[str, object]", one["content"])
    try:
        return read_rule(cast("int", one["id"]), str(one["name"]), content, active=one["active"] is True)
    except RuleUnreadable:
        return None  # written by a newer program


def _alert(rule: AlertRule | None, one: Mapping[str, Json]) -> Alert | None:
    if rule is None:
        return None
    try:
        return read_alert(rule, cast("Mapping[str, object]", one["alert"]))
    except RuleUnreadable:
        return None


def _quiet(one: Mapping[str, Json], zone: str) -> QuietHours:
    return QuietHours(
        start=time.fromisoformat(str(one["start"])),
        end=time.fromisoformat(str(one["end"])),
        zone=str(one.get("zone") or zone),
        days=frozenset(cast("list[int]", one.get("days", sorted(EVERY_DAY)))),
    )
