"""An event of a calendar, once or as a series, as it is exchanged with other programs."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import Self
from zoneinfo import ZoneInfo

from cmstation.domain.planned_time import USUAL_ZONE, PlannedTime, at_instant


@dataclass(frozen=True, slots=True, order=True)
class WholeDay:
    """A day without an hour, wherever one is."""

    day: date


@dataclass(frozen=True, slots=True, order=True)
class FloatingTime:
    """A naive wall time that is the same in every zone."""

    wall: datetime


EventTime = WholeDay | FloatingTime | PlannedTime


class EventStatus(StrEnum):
    """How certain an event is."""

    CONFIRMED = "confirmed"
    TENTATIVE = "tentative"
    CANCELLED = "cancelled"


def placed(wall: datetime, zone: str) -> PlannedTime:
    """Read a wall time as calendars do: a skipped hour moves after the gap, a doubled one is the first."""
    return at_instant(wall.replace(tzinfo=ZoneInfo(zone), fold=0).astimezone(UTC), zone)


def wall_of(moment: EventTime) -> datetime:
    """Return what a clock and a calendar on the wall show then; midnight for a whole day."""
    if isinstance(moment, WholeDay):
        return datetime(moment.day.year, moment.day.month, moment.day.day)  # noqa: DTZ001 - a wall time
    return moment.wall


def like(model: EventTime, wall: datetime) -> EventTime:
    """Return a wall time as the same kind of time, in the same zone, as the model."""
    match model:
        case WholeDay():
            return WholeDay(wall.date())
        case FloatingTime():
            return FloatingTime(wall)
        case PlannedTime():
            return placed(wall, model.zone)


def instant_of(moment: EventTime, zone: str) -> datetime:
    """Return the aware UTC instant; whole days and floating times are read in the given zone."""
    if isinstance(moment, PlannedTime):
        return moment.instant
    return placed(wall_of(moment), zone).instant


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """An event; with rules or further dates, a series of them.

    Attributes:
        uid: the identity that every program keeps.
        start: the first (or only) start; `end` is of the same kind, exclusive for whole days.
        rules: iCalendar recurrence rules as text (`FREQ=WEEKLY;BYDAY=MO`), expanded in the start's zone.
        also: further starts of the series; `removed`: starts that are left out.
        replaces: for an exception, the start in the series whose place it takes.
        following: whether an exception also moves every later occurrence.
        exceptions: the occurrences of the series that differ from it.
        sequence: the revision's number.
        modified: aware UTC of the last change, to the second, when known.
        kept: content lines (unfolded) that we do not read, kept for the next program.
    """

    uid: str
    start: EventTime
    end: EventTime
    title: str = ""
    description: str = ""
    place: str = ""
    url: str = ""
    status: EventStatus = EventStatus.CONFIRMED
    categories: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    also: tuple[EventTime, ...] = ()
    removed: tuple[EventTime, ...] = ()
    replaces: EventTime | None = None
    following: bool = False
    exceptions: tuple[Self, ...] = ()
    sequence: int = 0
    modified: datetime | None = None
    kept: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse what no calendar could show."""
        if type(self.start) is not type(self.end):
            raise ValueError("start and end are of the same kind")
        if instant_of(self.end, "UTC") < instant_of(self.start, "UTC"):
            raise ValueError("an event ends after its start")

    @property
    def recurs(self) -> bool:
        """Tell whether the event happens more than once."""
        return bool(self.rules or self.also)

    def occurrences(self, start: date, end: date, *, zone: str = USUAL_ZONE) -> list["Occurrence"]:
        """Return what happens from the first day on and before the last one, in order of start.

        Args:
            start: the first day.
            end: the day after the last one.
            zone: whose days these are; also where whole days and floating times are read.

        Raises:
            TooManyOccurrences: the series explodes.
        """
        # The library of the rules is heavy; a program that shows no series never loads it.
        from cmstation.domain.ics_rules import expanded  # noqa: PLC0415

        window = (instant_of(WholeDay(start), zone), instant_of(WholeDay(end), zone))
        return expanded(self, window, zone)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time that an event happens.

    Attributes:
        event: the event, or the exception that takes this occurrence's place.
        start: when it begins; `end` is of the same kind, exclusive for whole days.
        replaces: its start in the series, which names it even after it moved.
    """

    event: CalendarEvent
    start: EventTime
    end: EventTime
    replaces: EventTime


def end_from(event: CalendarEvent, start: EventTime) -> EventTime:
    """Return the end of the event if it began at another time.

    It keeps its distance on the wall's clock, so that a night duty ends at the same hour after the
    clocks changed; where that makes no sense, it keeps its distance in real time.
    """
    wall = wall_of(start)
    if not (
        isinstance(start, PlannedTime)
        and isinstance(event.start, PlannedTime)
        and isinstance(event.end, PlannedTime)
    ):
        return like(event.end, wall + (wall_of(event.end) - wall_of(event.start)))
    lasts = max(event.end.instant - event.start.instant, timedelta(0))
    if event.end.zone == event.start.zone and event.end.wall >= event.start.wall:
        end = placed(wall + (event.end.wall - event.start.wall), event.end.zone)
        if end.instant > start.instant or not lasts:
            return end
    return at_instant(start.instant + lasts, event.end.zone)
