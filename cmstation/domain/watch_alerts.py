"""Alerts of the watch: whether to tell the person now that something is being said."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from cmstation.domain.watch_alert_hours import QuietHours, quiet_until
from cmstation.domain.watch_alert_words import Tone, ToneWords, tone_words
from cmstation.domain.watch_rule_patterns import Pattern
from cmstation.domain.watch_rule_terms import Term
from cmstation.domain.watch_rule_words import FIELD_END
from cmstation.domain.watch_rules import Rule, compiled

# After an alert, the same rule is silent for so long and then tells all that came meanwhile.
REST: Final = timedelta(hours=1)
# What came out earlier is no news, even when its source was only added now.
REACH: Final = timedelta(days=2)
LONGEST_WINDOW: Final = timedelta(days=31)


class AlertKind(StrEnum):
    """What an alert listens for.

    OFTEN: the words, at least `count` times within `window`.
    NEGATIVE_NEAR: a negative word within `near` words of them.
    ANY: every mention.
    """

    OFTEN = "often"
    NEGATIVE_NEAR = "negative_near"
    ANY = "any"


@dataclass(frozen=True, slots=True)
class AlertRule:
    """What the person wants to be told of.

    Args:
        words: one of them makes a mention; without any, each item of `lists` is one.
        lists: whose items are listened to; empty for all.
    """

    id: int
    name: str
    kind: AlertKind
    words: tuple[Term, ...]
    count: int = 3
    window: timedelta = timedelta(hours=1)
    near: int = 10
    lists: frozenset[int] = frozenset()
    active: bool = True


@dataclass(frozen=True, slots=True)
class AlertItem:
    """An item to listen to.

    Args:
        moment: when it came out, or was seen when the source does not say; aware.
        folded: as `folded_item` gives it.
    """

    item: int
    story: int
    source: int
    moment: datetime
    folded: str
    lists: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Mention:
    """An item that an alert tells of.

    Args:
        new: whether no earlier alert of the rule told of it.
        negative: the negative words found near, folded.
    """

    item: int
    story: int
    source: int
    moment: datetime
    new: bool = True
    negative: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Alert:
    """Something to tell.

    Args:
        at: when it was noticed, aware UTC.
        mentions: oldest first; the new ones, with those that made them many when the rule counts.
    """

    rule: int
    name: str
    kind: AlertKind
    at: datetime
    mentions: tuple[Mention, ...]

    @property
    def count(self) -> int:
        """How often it was said: a story counts once per source."""
        return len({(mention.story, mention.source) for mention in self.mentions})


@dataclass(frozen=True, slots=True)
class Telling:
    """What to tell now, in one notice.

    Args:
        alerts: at most one of each rule.
        held_until: when to ask again, aware UTC, because of quiet hours; None when nothing is held.
    """

    alerts: tuple[Alert, ...]
    held_until: datetime | None = None


def alerts_in(
    rules: Iterable[AlertRule],
    items: Iterable[AlertItem],
    now: datetime,
    already: Iterable[Alert],
    words: ToneWords | None = None,
) -> tuple[Alert, ...]:
    """Return what is worth telling now.

    Args:
        items: new ones together with those of the last `reach` that are still stored, in any order.
        already: earlier alerts, held ones too; those older than `reach` may be left out.
        words: which words are negative, those that ship when None.
    """
    known, told = tuple(items), tuple(already)
    found = (_alert(rule, known, now, told, words) for rule in rules if rule.active)
    return tuple(alert for alert in found if alert is not None)


def reach(rules: Iterable[AlertRule]) -> timedelta:
    """Return how far back items and alerts matter to these rules."""
    return max((REACH, *(rule.window for rule in rules)))


def telling(waiting: Sequence[Alert], now: datetime, quiet: Iterable[QuietHours]) -> Telling:
    """Say what of the waiting alerts to tell now: all in one notice, or none before the quiet hours end.

    Args:
        waiting: what was noticed and not told yet.
    """
    if not waiting:
        return Telling(())
    until = quiet_until(now, quiet)
    return Telling(_merged(waiting)) if until is None else Telling((), until)


def _alert(
    rule: AlertRule,
    items: Sequence[AlertItem],
    now: datetime,
    already: Sequence[Alert],
    words: ToneWords | None,
) -> Alert | None:
    mine = [alert for alert in already if alert.rule == rule.id]
    # An alert "in the future" was noticed before the computer's clock was set back.
    if any(timedelta(0) <= now - alert.at < REST for alert in mine):
        return None
    told = _marked(_mentions(rule, items, now, words), mine)
    kept = _often(rule, told) if rule.kind is AlertKind.OFTEN else [one for one in told if one.new]
    return Alert(rule.id, rule.name, rule.kind, now, tuple(kept)) if kept else None


def _mentions(
    rule: AlertRule, items: Sequence[AlertItem], now: datetime, words: ToneWords | None
) -> list[Mention]:
    """Find the mentions near enough in time, oldest first."""
    matcher = compiled(Rule(any=rule.words))
    patterns = [pattern for term in rule.words if not (pattern := Pattern(term)).empty]
    if not patterns and not rule.lists:
        return []
    earliest = now - reach((rule,))
    found: list[Mention] = []
    for item in items:
        elsewhere = rule.lists and not rule.lists & item.lists
        if elsewhere or item.moment < earliest or not matcher.matches_folded(item.source, item.folded):
            continue
        negative: tuple[str, ...] = ()
        if rule.kind is AlertKind.NEGATIVE_NEAR:
            negative = _negative_near(item.folded, patterns, rule.near, words or tone_words())
            if not negative:
                continue
        moment = min(item.moment, now)
        found.append(Mention(item.item, item.story, item.source, moment, negative=negative))
    return sorted(found, key=lambda mention: (mention.moment, mention.item))


def _marked(mentions: list[Mention], already: Iterable[Alert]) -> list[Mention]:
    """Say which mentions were told: as items, or as a story of the same source."""
    past = [mention for alert in already for mention in alert.mentions]
    items = {mention.item for mention in past}
    stories = {(mention.story, mention.source) for mention in past}
    # Stories may have been joined since: what they are called today counts too.
    stories |= {(mention.story, mention.source) for mention in mentions if mention.item in items}
    return [
        replace(mention, new=mention.item not in items and (mention.story, mention.source) not in stories)
        for mention in mentions
    ]


def _often(rule: AlertRule, mentions: list[Mention]) -> list[Mention]:
    """Keep the mentions of every window that holds enough of them and a new one."""
    kept: list[Mention] = []
    inside: dict[tuple[int, int], int] = {}
    low = done = 0
    newest = -1
    for high, mention in enumerate(mentions):
        _count(inside, mention, 1)
        newest = high if mention.new else newest
        while mention.moment - mentions[low].moment > rule.window:
            _count(inside, mentions[low], -1)
            low += 1
        if len(inside) >= rule.count and newest >= low:
            kept += mentions[max(low, done) : high + 1]
            done = high + 1
    return kept


def _count(inside: dict[tuple[int, int], int], mention: Mention, step: int) -> None:
    key = (mention.story, mention.source)
    inside[key] = inside.get(key, 0) + step
    if not inside[key]:
        del inside[key]


def _negative_near(folded: str, patterns: Sequence[Pattern], near: int, words: ToneWords) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for field in folded.split(FIELD_END):
        said = field.split()
        places = [place for pattern in patterns for place in pattern.places(said)]
        for hit in words.hits(said):
            if hit.entry.tone is Tone.NEGATIVE and (
                not patterns or any(_steps(hit.first, hit.past, *place) <= near for place in places)
            ):
                found[" ".join(said[hit.first : hit.past])] = None
    return tuple(found)


def _steps(first: int, past: int, other_first: int, other_past: int) -> int:
    """Count the steps from one stretch of words to another; one within the other is far away."""
    if first >= other_past:
        return first - other_past + 1
    if other_first >= past:
        return other_first - past + 1
    return 1_000_000


def _merged(alerts: Sequence[Alert]) -> tuple[Alert, ...]:
    """Join the alerts of each rule into one, at the time of the last."""
    merged: dict[int, Alert] = {}
    for alert in sorted(alerts, key=lambda one: one.at):
        before = merged.get(alert.rule)
        by_item = {
            mention.item: mention for mention in (*alert.mentions, *(before.mentions if before else ()))
        }
        mentions = sorted(by_item.values(), key=lambda mention: (mention.moment, mention.item))
        merged[alert.rule] = replace(alert, mentions=tuple(mentions))
    return tuple(merged.values())
