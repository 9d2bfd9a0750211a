"""Events of the clinic: what stands in its calendar and is never published."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Final

from cmstation.domain.calendar import EventKind, ItemKey, ItemKind
from cmstation.domain.calendar_events import (
    CalendarEvent,
    EventTime,
    FloatingTime,
    WholeDay,
    instant_of,
    wall_of,
)
from cmstation.domain.errors import StationError
from cmstation.domain.ics_rule_text import parts_of, until_wall
from cmstation.domain.planned_time import PlannedTime, at_instant

# Zones reach fourteen hours from UTC, and a clock that changes moves an end by an hour or two.
_ROOM: Final = timedelta(days=1)
_EARLIEST: Final = datetime.min.replace(tzinfo=UTC)
_LATEST: Final = datetime.max.replace(tzinfo=UTC)
_DAYS: Final = {"DAILY": 1, "WEEKLY": 7, "MONTHLY": 31, "YEARLY": 366}
_COUNTS_ALONE: Final = {"FREQ", "COUNT", "INTERVAL", "WKST"}


class EventKnown(StationError):
    """An event with this identity among calendars is stored already (facts: uid)."""


class EndBeforeStart(StationError):
    """An event would end before it begins (facts: start, end)."""


class RuleKeepsItsDays(StationError):
    """The rule of a series cannot be moved to other days or hours as a whole (facts: uid, rule)."""


@dataclass(frozen=True, slots=True)
class NewEvent:
    """An event before it is stored.

    Args:
        done_at: aware UTC; when a task was done.
    """

    kind: EventKind
    content: CalendarEvent
    theme: int | None = None
    campaign: int | None = None
    done_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """An event of the clinic, once or as a series.

    Args:
        revision: counts every stored change; a writer names the one it read.
        uid: that of the content, which every program keeps.
    """

    id: int
    revision: int
    uid: str
    kind: EventKind
    content: CalendarEvent
    theme: int | None
    campaign: int | None
    done_at: datetime | None
    changed_at: datetime
    deleted_at: datetime | None = None


def is_series(content: CalendarEvent) -> bool:
    """Tell whether the occurrences of an event have to be told apart."""
    return content.recurs or bool(content.exceptions or content.removed)


def key_of(event: int, content: CalendarEvent, replaces: EventTime) -> ItemKey:
    """Name an event, or the occurrence of a series that begins there unless it was moved."""
    return ItemKey(ItemKind.EVENT, event, part_of(replaces) if is_series(content) else "")


def part_of(moment: EventTime) -> str:
    """Write a start of a series: "2026-10-13", "2026-10-13T09:00:00", or in UTC "2026-10-13T07:00:00Z"."""
    match moment:
        case WholeDay():
            return moment.day.isoformat()
        case FloatingTime():
            return moment.wall.isoformat()
        case PlannedTime():
            return f"{moment.instant.astimezone(UTC).replace(tzinfo=None).isoformat()}Z"


def start_of(part: str, content: CalendarEvent) -> EventTime:
    """Read a start of a series, in the series' zone."""
    if part.endswith("Z"):
        zone = content.start.zone if isinstance(content.start, PlannedTime) else "UTC"
        return at_instant(datetime.fromisoformat(part), zone)
    if "T" in part:
        return FloatingTime(datetime.fromisoformat(part))
    return WholeDay(date.fromisoformat(part))


def one_per_uid(contents: Iterable[CalendarEvent]) -> list[CalendarEvent]:
    """Join what a file brings under the same identity: several dates of a series that it does not hold."""
    found: dict[str, CalendarEvent] = {}
    for content in contents:
        known = found.get(content.uid)
        if known is None:
            found[content.uid] = content
        else:
            # The first date stands for the series, so it is an exception no more.
            own = (*known.exceptions, content)
            found[content.uid] = replace(known, replaces=None, following=False, exceptions=own)
    return list(found.values())


def bounds(content: CalendarEvent) -> tuple[datetime, datetime | None]:
    """Return two instants between which an event lies with all its occurrences, whatever the zone.

    Returns:
        Aware UTC; None instead of the last one when the series may go on for ever.
    """
    ones = (content, *content.exceptions)
    spans = [(instant_of(one.start, "UTC"), instant_of(one.end, "UTC")) for one in ones]
    exact = not is_series(content) and isinstance(content.start, PlannedTime)
    room = timedelta(0) if exact else _ROOM + _drift(content)
    longest = max(end - start for start, end in spans)
    also = [instant_of(one, "UTC") for one in content.also]
    first = _moved(min([start for start, _ in spans] + also), -room)
    lasts = [end for _, end in spans] + [_moved(start, longest) for start in also]
    for rule in content.rules:
        until = _last_start(rule, content.start)
        if until is None:
            return first, None
        lasts.append(_moved(until, longest))
    return first, _moved(max(lasts), room)


def _drift(content: CalendarEvent) -> timedelta:
    """Return how far an exception may carry the occurrences that follow it."""
    away = (
        abs(wall_of(one.start) - wall_of(one.replaces))
        for one in content.exceptions
        if one.following and one.replaces is not None
    )
    return max(away, default=timedelta(0))


def _last_start(rule: str, start: EventTime) -> datetime | None:
    """Return a moment after which a rule gives no start, None when only its library could tell."""
    try:
        parts = parts_of(rule)
        if "UNTIL" in parts:
            return until_wall(parts["UNTIL"], None).replace(tzinfo=UTC)
        frequency = parts["FREQ"]
        alone = parts.keys() <= _COUNTS_ALONE | ({"BYDAY"} if frequency == "WEEKLY" else set())
        # The 29th to the 31st are not in every month: a count of them takes longer.
        if "COUNT" in parts and alone and (frequency in {"DAILY", "WEEKLY"} or wall_of(start).day < 29):
            # One more: a week may have nothing left after its start.
            days = (int(parts["COUNT"]) + 1) * int(parts.get("INTERVAL", "1")) * _DAYS[frequency]
            return instant_of(start, "UTC") + timedelta(days=days)
    except (ValueError, KeyError, OverflowError):
        return None
    return None


def _moved(moment: datetime, by: timedelta) -> datetime:
    try:
        return moment + by
    except OverflowError:
        return _EARLIEST if by < timedelta(0) else _LATEST
