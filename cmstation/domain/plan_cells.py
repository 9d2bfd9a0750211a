"""What one cell of a plan's table means: days, hours, zones, and the words between commas."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TypeAlias
from zoneinfo import ZoneInfo

from cmstation.domain.calendar_events import EventTime, FloatingTime, WholeDay, wall_of
from cmstation.domain.plan_faults import PlanFault
from cmstation.domain.planned_time import (
    HourDoesNotExist,
    PlannedTime,
    at_instant,
    at_wall_time,
    happens_twice,
)


@dataclass(frozen=True, slots=True)
class UnusableCell:
    """A cell of a spreadsheet that has no value: an error, or a formula that was never computed."""

    fault: PlanFault
    found: str


Cell: TypeAlias = str | date | time  # `date` is never a datetime
GivenCell: TypeAlias = str | date | datetime | time | timedelta | int | float | bool | UnusableCell | None

FLOATING = "partout"  # the same wall time in every zone
SECOND_PASS = "bis"  # noqa: S105 - after an hour that happens twice
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_FRENCH = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})", re.ASCII)
_HOUR = re.compile(r"(\d{1,2})\s*(?:[:h]\s*(\d{2})(?::(\d{2}))?|h)\s*(bis)?", re.ASCII | re.IGNORECASE)
_MIDNIGHT = datetime(2000, 1, 1)  # noqa: DTZ001 - a wall time
_BLANKS = re.compile(r"\s+")


class BadCell(ValueError):
    """A cell does not mean what its column asks for."""

    def __init__(self, fault: PlanFault, found: object) -> None:
        super().__init__(fault, found)
        self.fault = fault
        self.found = found


def text_of(cell: GivenCell) -> str:  # noqa: PLR0911
    """Return what a cell says in letters; a spreadsheet makes numbers of what looks like one."""
    match cell:
        case None:
            return ""
        case str():
            return cell
        case bool():
            return "TRUE" if cell else "FALSE"
        case float() if cell.is_integer():
            return str(int(cell))
        case datetime():
            return cell.isoformat(" ")
        case date() | time():
            return cell.isoformat()
        case UnusableCell():
            return cell.found
        case _:
            return str(cell)


def day_of(cell: GivenCell) -> date | None:
    """Read a day: a real date, 2026-10-13, or 13/10/2026; None when the cell is empty.

    Raises:
        BadCell: it is no day.
    """
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    text = _BLANKS.sub("", text_of(cell))
    if not text:
        return None
    if match := _ISO.fullmatch(text):
        year, month, day = match.groups()
    elif match := _FRENCH.fullmatch(text):
        day, month, year = match.groups()
    else:
        raise BadCell(PlanFault.DATE, text_of(cell))
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        raise BadCell(PlanFault.DATE, text_of(cell)) from None
    if not 1900 <= found.year <= 2200:  # as for a calendar: a typing error, or a day before zones existed
        raise BadCell(PlanFault.DATE, text_of(cell))
    return found


def hour_of(cell: GivenCell) -> tuple[time, bool] | None:
    """Read an hour: a real one, 09:30, 9h30 or 9 h; "bis" means its second pass; None when empty.

    Raises:
        BadCell: it is no hour.
    """
    match cell:
        case datetime():
            return cell.time().replace(microsecond=0), False
        case time():
            return cell.replace(microsecond=0), False
        case timedelta() if timedelta(0) <= cell < timedelta(days=1):
            return (_MIDNIGHT + cell).time().replace(microsecond=0), False
        case _:
            text = _BLANKS.sub(" ", text_of(cell)).strip()
    if not text:
        return None
    match = _HOUR.fullmatch(text)
    if match is None or int(match[1]) > 23 or int(match[2] or 0) > 59 or int(match[3] or 0) > 59:
        raise BadCell(PlanFault.HOUR, text)
    return time(int(match[1]), int(match[2] or 0), int(match[3] or 0)), match[4] is not None


def moment_at(day: date, hour: tuple[time, bool], zone: str) -> EventTime:
    """Return the time that a day and an hour mean in a zone, or in every zone.

    Raises:
        BadCell: the clocks skip that hour, or show it once only.
    """
    wall, second = datetime.combine(day, hour[0]), hour[1]
    if zone == FLOATING:
        if second:
            raise BadCell(PlanFault.HOUR_ONCE, hour_text(wall.time(), second=True))
        return FloatingTime(wall)
    if second and not happens_twice(wall, zone):
        raise BadCell(PlanFault.HOUR_ONCE, hour_text(wall.time(), second=True))
    try:
        return at_wall_time(wall, zone, second_pass=second)
    except HourDoesNotExist:
        raise BadCell(PlanFault.HOUR_SKIPPED, hour_text(wall.time())) from None


def zone_of(cell: GivenCell, usual: str) -> str:
    """Read the name of a zone; an empty cell means the usual one.

    Raises:
        BadCell: there is no such zone.
    """
    name = text_of(cell).strip()
    if not name:
        return usual
    if name.casefold() in (FLOATING, "floating"):
        return FLOATING
    try:
        return ZoneInfo(name).key
    except (KeyError, ValueError, OSError):
        raise BadCell(PlanFault.ZONE, name) from None


def hour_text(hour: time, *, second: bool = False) -> str:
    """Write an hour as `hour_of` reads it."""
    digits = hour.isoformat("seconds" if hour.second else "minutes")
    return f"{digits} {SECOND_PASS}" if second else digits


def time_cells(moment: EventTime | None) -> tuple[Cell, Cell, str]:
    """Return the cells of day, hour and zone; empty where there is nothing to say."""
    if moment is None:
        return "", "", ""
    wall = wall_of(moment)
    match moment:
        case WholeDay():
            return moment.day, "", ""
        case FloatingTime():
            return wall.date(), wall.time(), FLOATING
        case PlannedTime():
            first = wall.replace(tzinfo=ZoneInfo(moment.zone)).astimezone(UTC)
            second = first != moment.instant
            hour: Cell = hour_text(wall.time(), second=True) if second else wall.time()
            return wall.date(), hour, moment.zone


def end_cells(start: EventTime | None, end: EventTime | None) -> tuple[Cell, Cell]:
    """Return the cells of the end: empty for a moment, a single day, and what has no end."""
    if start is None or end is None or end == start:
        return "", ""
    if isinstance(end, WholeDay):
        last = end.day - timedelta(days=1)
        return ("" if last == wall_of(start).date() else last), ""
    day, hour, _ = time_cells(end)
    return day, hour


def to_the_second(moment: EventTime, zone: str | None = None) -> EventTime:
    """Return a time as a table tells it: to the second, read from its instant, in a zone if one is given."""
    match moment:
        case WholeDay():
            return moment
        case FloatingTime():
            return FloatingTime(moment.wall.replace(microsecond=0))
        case PlannedTime():
            return at_instant(moment.instant.replace(microsecond=0), zone or moment.zone)


def words_between_commas(cell: GivenCell) -> tuple[str, ...]:
    """Split words at commas, semicolons, bars or line ends."""
    return tuple(one for part in re.split(r"[,;|\n]", text_of(cell)) if (one := part.strip()))


def joined_words(words: tuple[str, ...]) -> str:
    """Write words so that `words_between_commas` finds them again."""
    return ", ".join(words)
