"""Change an event of a calendar: one occurrence of it, or all of it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Final

from cmstation.domain.calendar_events import (
    CalendarEvent,
    EventTime,
    Occurrence,
    WholeDay,
    instant_of,
    like,
    wall_of,
)
from cmstation.domain.event_rules import moved_rule
from cmstation.domain.event_times import NEAR, end_if, occurrence_of, occurrences_from
from cmstation.domain.events import EndBeforeStart, is_series, part_of
from cmstation.domain.planned_time import PlannedTime, at_instant

_FAR: Final = timedelta(days=800)  # how far the next occurrence of a series is looked for


def retimed_one(content: CalendarEvent, part: str, start: EventTime, end: EventTime) -> CalendarEvent:
    """Return an event of which one occurrence begins and ends at other times.

    Raises:
        EndBeforeStart: nothing would be left of it.
    """
    if not is_series(content):
        _refuse_backwards(start, end)
        return replace(content, start=start, end=end)
    return with_exception(content, occurrence_of(content, part), start=start, end=end)


def retimed_all(
    content: CalendarEvent,
    part: str,
    start: EventTime,
    end: EventTime,
    rules: tuple[str, ...] | None = None,
) -> tuple[CalendarEvent, str]:
    """Return an event of which each occurrence changes as one of them does, and that one's new part.

    Args:
        start, end: of the one that the part names.
        rules: those of the changed series, or None for the present ones, moved along.

    Raises:
        EndBeforeStart: nothing would be left of it.
        RuleKeepsItsDays: the rule names days that cannot be moved with it.
    """
    one, first = occurrence_of(content, part), content.start
    _refuse_backwards(start, end)
    if not is_series(content):
        changed = replace(content, start=start, end=end)
        if rules:
            changed = replace(changed, rules=rules, replaces=None, following=False)
        return changed, part_of(start) if is_series(changed) else ""
    if (start, end) == (one.start, one.end):
        changed = content if rules is None else with_rules(content, rules)
        return changed, part_of(one.replaces) if is_series(changed) else ""
    away = _wall(start, first) - _wall(one.start, first)
    model = first if type(first) is type(start) else start
    begins = _first_of_series(model, wall_of(first) + away)
    changed = restarted(content, begins, end_if(replace(one.event, start=start, end=end), begins), rules)
    moved = part_of(like(model, _wall(one.replaces, first) + away))
    if one.event is not content and not one.event.following and is_series(changed):
        # It was put elsewhere by hand and would stay there, but it is the one that was taken hold of.
        changed = retimed_one(changed, moved, start, end)
    return changed, moved if is_series(changed) else ""


def without(content: CalendarEvent, part: str) -> CalendarEvent:
    """Return a series without one of its occurrences."""
    one = occurrence_of(content, part)
    own = tuple(_others(content, one))
    return replace(content, removed=(*content.removed, one.replaces), exceptions=own)


def with_exception(content: CalendarEvent, one: Occurrence, **changes: Any) -> CalendarEvent:
    """Return a series of which one occurrence differs."""
    fields: dict[str, Any] = {"start": one.start, "end": one.end, **changes}
    _refuse_backwards(fields["start"], fields["end"])
    own = replace(
        one.event,
        **fields,
        rules=(),
        also=(),
        removed=(),
        exceptions=(),
        replaces=one.replaces,
        following=False,
    )
    return replace(content, exceptions=(*_others(content, one), own))


def restarted(
    content: CalendarEvent, start: EventTime, end: EventTime, rules: tuple[str, ...] | None = None
) -> CalendarEvent:
    """Return an event that begins and ends at other times; its occurrences move along.

    Those that were moved by hand stay where they were put.

    Args:
        rules: those of the changed series, or None for the present ones, moved along.

    Raises:
        RuleKeepsItsDays: the rule names days that cannot be moved with it.
    """
    shift = _Shift(content, start, end)
    own = rules
    if own is None:
        own = tuple(moved_rule(rule, content.start, start, content.uid) for rule in content.rules)
    changed = replace(
        content,
        start=start,
        end=end,
        rules=own,
        also=tuple(map(shift.time, content.also)),
        removed=tuple(map(shift.time, content.removed)),
        exceptions=tuple(map(shift.exception, content.exceptions)),
    )
    return changed if rules is None else _fitting(changed)


def with_rules(content: CalendarEvent, rules: tuple[str, ...]) -> CalendarEvent:
    """Return an event that recurs by other rules; what is no occurrence any more is forgotten."""
    return content if rules == content.rules else _fitting(replace(content, rules=rules))


def _fitting(content: CalendarEvent) -> CalendarEvent:
    bare = replace(content, removed=(), exceptions=())
    return replace(
        bare,
        removed=tuple(one for one in content.removed if _happens(bare, one)),
        exceptions=tuple(
            one for one in content.exceptions if one.replaces is not None and _happens(bare, one.replaces)
        ),
    )


class _Shift:
    """Moves what a series says of its occurrences as far as its first start."""

    def __init__(self, content: CalendarEvent, start: EventTime, end: EventTime) -> None:
        self._content = content
        self._start = start
        self._lasting = replace(content, start=start, end=end)
        self._away = _wall(start, start) - _wall(content.start, content.start)
        self._days = _wall(start, start).date() - _wall(content.start, content.start).date()
        self._lasted = wall_of(content.end) - wall_of(content.start)

    def time(self, moment: EventTime) -> EventTime:
        """Return a start in the series that moved."""
        if isinstance(moment, WholeDay) and not isinstance(self._content.start, WholeDay):
            return WholeDay(moment.day + self._days)  # it stands for each start on that day
        return like(self._start, _wall(moment, self._content.start) + self._away)

    def exception(self, one: CalendarEvent) -> CalendarEvent:
        """Return an exception that still names its occurrence."""
        if one.replaces is None:
            return one
        replaces = self.time(one.replaces)
        model = self._content.start
        untouched = one.following or _wall(one.start, model) == _wall(one.replaces, model)
        if not untouched or type(one.start) is not type(model):
            return replace(one, replaces=replaces)
        start = _in_zone_of(one.start, self.time(one.start))
        lasting = self._lasting if wall_of(one.end) - wall_of(one.start) == self._lasted else one
        if type(lasting.start) is type(start):
            return replace(one, replaces=replaces, start=start, end=end_if(lasting, start))
        return replace(one, replaces=replaces, start=start, end=end_if(self._lasting, start))


def _others(content: CalendarEvent, one: Occurrence) -> Iterator[CalendarEvent]:
    """Give the exceptions but one occurrence's own; what that one said of all later ones stays said."""
    part = part_of(one.replaces)
    for known in content.exceptions:
        if known.replaces is None or part_of(known.replaces) != part:
            yield known
        elif known.following and (later := _next(content, known)):
            yield replace(known, start=later.start, end=later.end, replaces=later.replaces, following=True)


def _next(content: CalendarEvent, exception: CalendarEvent) -> Occurrence | None:
    assert exception.replaces is not None  # noqa: S101 - looked at by the caller
    after = instant_of(exception.replaces, "UTC")
    following = (
        one
        for one in occurrences_from(content, exception.replaces, _FAR)
        if one.event is exception and instant_of(one.replaces, "UTC") > after
    )
    return min(following, key=lambda one: instant_of(one.replaces, "UTC"), default=None)


def _happens(content: CalendarEvent, start: EventTime) -> bool:
    if not content.recurs:
        return False
    if isinstance(start, WholeDay) and not isinstance(content.start, WholeDay):
        return any(
            wall_of(one.replaces).date() == start.day for one in occurrences_from(content, start, NEAR)
        )
    part = part_of(start)
    return any(part_of(one.replaces) == part for one in occurrences_from(content, start, NEAR))


def _first_of_series(model: EventTime, wall: datetime) -> EventTime:
    """Return a first start that keeps its wall time for the days on which the clocks do not skip it."""
    start = like(model, wall)
    return PlannedTime(start.instant, start.zone, wall) if isinstance(start, PlannedTime) else start


def _in_zone_of(model: EventTime, moment: EventTime) -> EventTime:
    if isinstance(model, PlannedTime) and isinstance(moment, PlannedTime) and model.zone != moment.zone:
        return at_instant(moment.instant, model.zone)
    return moment


def _wall(moment: EventTime, model: EventTime) -> datetime:
    """Return what the clock of the model's zone shows."""
    return wall_of(_in_zone_of(model, moment))


def _refuse_backwards(start: EventTime, end: EventTime) -> None:
    if instant_of(end, "UTC") < instant_of(start, "UTC"):
        raise EndBeforeStart(start=start, end=end)
