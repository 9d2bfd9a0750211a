"""When an occurrence of an event is, and when it would be after a wish of the hand."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from cmstation.domain.calendar_events import (
    CalendarEvent,
    EventTime,
    FloatingTime,
    Occurrence,
    WholeDay,
    end_from,
    instant_of,
    placed,
    wall_of,
)
from cmstation.domain.errors import NotFound
from cmstation.domain.events import is_series, part_of, start_of
from cmstation.domain.ics_errors import TooManyOccurrences
from cmstation.domain.planned_time import PlannedTime, at_instant, at_wall_time, happens_twice

NEAR: Final = timedelta(days=2)
_DAY: Final = timedelta(days=1)
_MIDNIGHT: Final = time()


def occurrence_of(content: CalendarEvent, part: str) -> Occurrence:
    """Return the occurrence of a series that a part names; the event itself when it is no series.

    Args:
        part: see `part_of`; "" is the first start.

    Raises:
        NotFound: the series has none of this name.
    """
    if not is_series(content):
        return Occurrence(content, content.start, content.end, content.replaces or content.start)
    named = part or part_of(content.start)
    for one in occurrences_from(content, start_of(named, content), NEAR):
        if part_of(one.replaces) == named:
            return one
    raise NotFound(subject="occurrence", identity=named)


def occurrences_from(content: CalendarEvent, start: EventTime, ahead: timedelta) -> list[Occurrence]:
    """Return what begins in the series around a moment and some days ahead, wherever it was moved to."""
    away = max(
        (
            abs(wall_of(one.start) - wall_of(one.replaces))
            for one in content.exceptions
            if one.replaces is not None
        ),
        default=timedelta(0),
    )
    day = wall_of(start).date()
    try:
        return content.occurrences(day - away - NEAR, day + away + ahead, zone="UTC")
    except TooManyOccurrences:
        # What is shown of such a series is its first occurrence.
        return [Occurrence(content, content.start, content.end, content.replaces or content.start)]


def at_time(model: EventTime, to: EventTime) -> EventTime:
    """Return a time as the same kind as the model: whole days stay so, and a day keeps the model's hour."""
    match model:
        case WholeDay():
            return WholeDay(wall_of(to).date())
        case FloatingTime():
            return FloatingTime(_on(to.day, model.wall.time()) if isinstance(to, WholeDay) else wall_of(to))
        case PlannedTime():
            if isinstance(to, WholeDay):
                return at_wall_time(_on(to.day, model.local().time()), model.zone)
            return to if isinstance(to, PlannedTime) else placed(to.wall, model.zone)


def days_later(moment: EventTime, days: int, wall: time | None = None) -> EventTime:
    """Return a time some days away, at the same hour of its own zone or at another one.

    Raises:
        HourDoesNotExist: the clocks skip that hour on that day.
    """
    if isinstance(moment, WholeDay):
        return WholeDay(moment.day + timedelta(days=days))
    local = moment.local().replace(tzinfo=None) if isinstance(moment, PlannedTime) else moment.wall
    if not days and wall is None:
        return moment
    there = _on(local.date() + timedelta(days=days), wall or local.time())
    return at_wall_time(there, moment.zone) if isinstance(moment, PlannedTime) else FloatingTime(there)


def new_end(one: Occurrence, end: date | datetime, zone: str) -> EventTime:
    """Return the end that a hand wishes for an occurrence.

    Args:
        end: the last day, or the naive hour at which it ends.
        zone: where the hour is read.

    Raises:
        HourDoesNotExist: the clocks skip that hour on that day.
    """
    if isinstance(one.end, WholeDay):
        last = end.date() if isinstance(end, datetime) else end
        return WholeDay(last + _DAY)
    if not isinstance(end, datetime):
        end = _at_its_hour(one, end, zone)
    if isinstance(one.end, FloatingTime):
        return FloatingTime(end.replace(fold=0))
    meant = at_wall_time(end.replace(fold=0), zone, second_pass=bool(end.fold) and happens_twice(end, zone))
    return at_instant(meant.instant, one.end.zone)


def lasting_as(one: Occurrence, start: EventTime) -> EventTime:
    """Return the end of an occurrence if it began at another time, perhaps in another zone."""
    return end_if(replace(one.event, start=one.start, end=one.end), start)


def end_if(event: CalendarEvent, start: EventTime) -> EventTime:
    """Return the end of an event if it began at another time, perhaps in another zone."""
    was = event.start
    if not (isinstance(start, PlannedTime) and isinstance(was, PlannedTime) and start.zone != was.zone):
        return end_from(event, start)
    # An end is found by the wall's clock, so it is looked for where that clock hangs.
    end = end_from(event, at_instant(start.instant, was.zone))
    same = isinstance(end, PlannedTime) and end.zone == was.zone
    return at_instant(instant_of(end, was.zone), start.zone) if same else end


def _at_its_hour(one: Occurrence, last: date, zone: str) -> datetime:
    """Return the hour at which an occurrence ends now, on another day."""
    end = one.end
    local = end.instant.astimezone(ZoneInfo(zone)) if isinstance(end, PlannedTime) else wall_of(end)
    # What ends at midnight has its last day before.
    following = local.time() == _MIDNIGHT and one.start != end
    return _on(last + _DAY if following else last, local.time())


def _on(day: date, hour: time) -> datetime:
    return datetime.combine(day, hour.replace(tzinfo=None, fold=0))
