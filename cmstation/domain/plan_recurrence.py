"""How a series stands in one cell of a plan's table: its rules, then the days added and left out."""

import re
from collections.abc import Iterable
from datetime import datetime

from cmstation.domain.calendar_events import (
    CalendarEvent,
    EventTime,
    PlannedTime,
    WholeDay,
    like,
    wall_of,
)
from cmstation.domain.ics_rule_text import parts_of
from cmstation.domain.plan_cells import to_the_second

_ADDED, _LEFT_OUT = "RDATE:", "EXDATE:"
_DAY, _WALL = "%Y%m%d", "%Y%m%dT%H%M%S"
_LINE = re.compile(r"(RDATE|EXDATE):\d{8}(T\d{6})?")


def check_line(line: str) -> str:
    """Return a line of a series in capitals.

    Raises:
        ValueError: it is neither a rule nor a day.
    """
    capitals = line.upper().removeprefix("RRULE:")
    if _LINE.fullmatch(capitals):
        _wall(capitals.partition(":")[2])
    else:
        parts_of(capitals)
    return capitals


def lines_of(event: CalendarEvent) -> tuple[str, ...]:
    """Return the lines of a series; its moved occurrences have none."""
    zone = event.start.zone if isinstance(event.start, PlannedTime) else None
    return (
        *(rule.upper().strip() for rule in event.rules),
        *(f"{_ADDED}{_written(one, zone)}" for one in event.also),
        *(f"{_LEFT_OUT}{_written(one, zone)}" for one in event.removed),
    )


def rules_in(lines: Iterable[str]) -> tuple[str, ...]:
    """Return the rules among the lines."""
    return tuple(line for line in lines if not line.startswith((_ADDED, _LEFT_OUT)))


def added_in(lines: Iterable[str], start: EventTime) -> tuple[EventTime, ...]:
    """Return the days added, of the kind and in the zone of the start."""
    return tuple(_moment(line, start) for line in lines if line.startswith(_ADDED))


def left_out_in(lines: Iterable[str], start: EventTime) -> tuple[EventTime, ...]:
    """Return the days left out; a mere day leaves out all of that day."""
    return tuple(_moment(line, start) for line in lines if line.startswith(_LEFT_OUT))


def _moment(line: str, start: EventTime) -> EventTime:
    text = line.partition(":")[2]
    wall = _wall(text)
    left_out_day = "T" not in text and line.startswith(_LEFT_OUT)
    return WholeDay(wall.date()) if left_out_day else like(start, wall)


def _written(moment: EventTime, zone: str | None) -> str:
    plain = to_the_second(moment, zone)
    return wall_of(plain).strftime(_DAY if isinstance(plain, WholeDay) else _WALL)


def _wall(text: str) -> datetime:
    return datetime.strptime(text, _WALL if "T" in text else _DAY)  # noqa: DTZ007 - a wall time
