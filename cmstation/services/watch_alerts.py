"""Alerts of the watch: what the person wants to be told of, what is worth telling now, what was told."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time
from typing import Final, cast

from cmstation.domain.changes import Changes
from cmstation.domain.clock import Clock
from cmstation.domain.errors import NotFound
from cmstation.domain.networks import Json
from cmstation.domain.watch import Item, StoryFilter, WatchList
from cmstation.domain.watch_alert_hours import EVERY_DAY, QuietHours
from cmstation.domain.watch_alert_json import written_rule
from cmstation.domain.watch_alerts import (
    Alert,
    AlertItem,
    AlertRule,
    Telling,
    alerts_in,
    reach,
    telling,
)
from cmstation.domain.watch_rule_terms import OPEN
from cmstation.domain.watch_rule_words import folded_item
from cmstation.domain.watch_rules import Matcher
from cmstation.services.done import Done
from cmstation.services.preferences import Preferences
from cmstation.services.watch_alert_memory import Noticed, noticed_in, rule_of, with_told, written_state
from cmstation.services.watch_lists import CHANGED, ListBook
from cmstation.storage.settings import Settings
from cmstation.storage.watch_alerts import AlertTable
from cmstation.storage.watch_stories import WatchStories

MOST_STORIES: Final = 500
MOST_NEWS: Final = 50
# So many stories of an alert are named; a rule that listens to everything may find hundreds.
MOST_NAMED: Final = 50
_QUIET: Final = "watch_quiet_hours"


@dataclass(frozen=True, slots=True)
class AlertStory:
    """A story that an alert tells of, as it is called today."""

    story: int
    title: str


@dataclass(frozen=True, slots=True)
class AlertNews:
    """An alert with its stories.

    Args:
        stories: what is new first, newest first; those cleared away since are left out.
        told: when it reached the person, aware UTC; None while it waits.
    """

    alert: Alert
    stories: tuple[AlertStory, ...]
    told: datetime | None = None


class Alerts:
    """What a person can do with alerts; `look` is asked after each refresh and when quiet hours end."""

    def __init__(
        self,
        settings: Settings,
        stories: WatchStories,
        lists: ListBook,
        preferences: Preferences,
        clock: Clock,
        table: AlertTable,
    ) -> None:
        self._settings = settings
        self._stories = stories
        self._lists = lists
        self._preferences = preferences
        self._clock = clock
        self._table = table

    # --- questions ---

    def all(self) -> tuple[AlertRule, ...]:
        """Return the rules, in the order in which they were made."""
        return tuple(rule for rule, _noticed in self._read())

    def quiet(self) -> tuple[QuietHours, ...]:
        """Return the hours in which nothing is told."""
        found = self._settings.get(_QUIET)
        rows = cast("list[dict[str, Json]]", found) if isinstance(found, list) else []
        zone = self._preferences.zone()
        return tuple(_quiet(one, zone) for one in rows)

    def waiting(self, now: datetime | None = None) -> Telling:
        """Return what was noticed and did not reach the person yet, or until when that is held back.

        It is given again until `told` is called: whoever is killed in between tells it twice.
        """
        instant = now or self._clock.now()
        untold = [one.alert for _rule, noticed in self._read() for one in noticed if one.told is None]
        return telling(untold, instant, self.quiet())

    def held_until(self) -> datetime | None:
        """Return when to ask again, since something waits for the end of quiet hours."""
        return self.waiting().held_until

    def history(self, most: int = MOST_NEWS) -> tuple[AlertNews, ...]:
        """Return the last alerts, newest first; those that quiet hours hold back too."""
        found = [one for _rule, noticed in self._read() for one in noticed]
        found.sort(key=lambda one: one.alert.at, reverse=True)
        return self._news(found[:most])

    def news(self, alerts: Iterable[Alert]) -> tuple[AlertNews, ...]:
        """Name the stories of alerts."""
        return self._news([Noticed(alert) for alert in alerts])

    # --- changes ---

    def save(self, rule: AlertRule) -> Done[AlertRule]:
        """Keep a rule; one whose identity is 0 is new.

        Raises:
            NotFound: it was removed.
        """
        named = replace(rule, name=rule.name.strip())
        content = written_rule(named)
        if not rule.id:
            made = replace(named, id=self._table.add(named.name, content, active=named.active))
            return Done(made, CHANGED, lambda: _changed(lambda: self._table.remove(made.id)))
        before = self._table.change(rule.id, named.name, content, active=named.active)

        def undo() -> Changes:
            self._table.change(before.id, before.name, before.content, active=before.active)
            return CHANGED

        return Done(named, CHANGED, undo)

    def remove(self, rule: int) -> Done[int]:
        """Remove a rule, and with it what it told; removing it twice is fine."""
        before = self._table.remove(rule)
        if before is None:
            return Done(rule, Changes())
        return Done(rule, CHANGED, lambda: _changed(lambda: self._table.bring_back(before)))

    def set_quiet(self, hours: Iterable[QuietHours]) -> Done[tuple[QuietHours, ...]]:
        """Say in which hours nothing is told; what is noticed then is told afterwards."""
        before, chosen = self.quiet(), tuple(hours)
        self._write_quiet(chosen)
        return Done(chosen, CHANGED, lambda: _changed(lambda: self._write_quiet(before)))

    def look(self, now: datetime | None = None) -> tuple[Alert, ...]:
        """Notice what is said, keep it, and return what is worth telling now, as `waiting` does.

        Args:
            now: aware UTC; None for the present moment.
        """
        instant = now or self._clock.now()
        kept = [(rule, noticed) for rule, noticed in self._read() if rule.active]
        items = self._items([rule for rule, _noticed in kept], instant)
        for rule, noticed in kept:
            if alerts_in((rule,), items, instant, [one.alert for one in noticed]):
                self._notice(rule, items, instant)
        return self.waiting(instant).alerts

    def told(self, alerts: Iterable[Alert], now: datetime | None = None) -> None:
        """Remember that alerts reached the person, as `look` or `waiting` gave them."""
        instant, rules = now or self._clock.now(), {rule.id: rule for rule in self.all()}
        for alert in alerts:
            rule = rules.get(alert.rule)
            if rule is None:
                continue  # removed meanwhile, with all it noticed

            def mark(
                state: dict[str, object], rule: AlertRule = rule, alert: Alert = alert
            ) -> dict[str, object] | None:
                after = with_told(noticed_in(rule, state), alert, instant)
                return None if after is None else written_state(rule, after, instant)

            self._table.change_state(rule.id, mark)

    # --- inside ---

    def _read(self) -> list[tuple[AlertRule, tuple[Noticed, ...]]]:
        return [
            (rule, noticed_in(rule, kept.state))
            for kept in self._table.all()
            if (rule := rule_of(kept)) is not None
        ]

    def _notice(self, rule: AlertRule, items: Sequence[AlertItem], now: datetime) -> None:
        """Look once more while nobody else writes: another computer may have noticed the same."""

        def note(state: dict[str, object]) -> dict[str, object] | None:
            before = noticed_in(rule, state)
            found = alerts_in((rule,), items, now, [one.alert for one in before])
            return written_state(rule, (*before, *map(Noticed, found)), now) if found else None

        self._table.change_state(rule.id, note)

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

    def _news(self, found: Sequence[Noticed]) -> tuple[AlertNews, ...]:
        named = [_told_first(one.alert) for one in found]
        stories = {story for one in named for _item, story in one}
        titles = {row.story: row.title for row in self._stories.rows(tuple(stories))} if stories else {}
        return tuple(
            AlertNews(one.alert, self._named(mentions, titles), one.told)
            for one, mentions in zip(found, named, strict=True)
        )

    def _named(
        self, mentions: Iterable[tuple[int, int]], titles: Mapping[int, str]
    ) -> tuple[AlertStory, ...]:
        named: dict[int, AlertStory] = {}
        for item, story in mentions:
            if story in titles:
                named.setdefault(story, AlertStory(story, titles[story]))
                continue
            try:
                one = self._stories.get(item)  # its story was joined with another one since
            except NotFound:
                continue
            named.setdefault(one.story, AlertStory(one.story, one.title))
        return tuple(named.values())

    def _write_quiet(self, hours: Iterable[QuietHours]) -> None:
        self._settings.set(_QUIET, [_written_quiet(one) for one in hours])


def _changed(step: Callable[[], object]) -> Changes:
    step()
    return CHANGED


def _told_first(alert: Alert) -> list[tuple[int, int]]:
    """Return items and stories of an alert in the order in which they are named."""
    mentions = sorted(alert.mentions, key=lambda one: (one.new, one.moment, one.item), reverse=True)
    return [(one.item, one.story) for one in mentions[:MOST_NAMED]]


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


def _written_quiet(hours: QuietHours) -> Json:
    return {
        "start": hours.start.isoformat("minutes"),
        "end": hours.end.isoformat("minutes"),
        "days": [*sorted(hours.days)],
        "zone": hours.zone,
    }


def _quiet(one: Mapping[str, Json], zone: str) -> QuietHours:
    return QuietHours(
        start=time.fromisoformat(str(one["start"])),
        end=time.fromisoformat(str(one["end"])),
        zone=str(one.get("zone") or zone),
        days=frozenset(cast("list[int]", one.get("days", sorted(EVERY_DAY)))),
    )
