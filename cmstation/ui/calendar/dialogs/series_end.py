"""The last day of a series, as its rule writes it. Pure."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from cmstation.domain.calendar_events import EventTime, FloatingTime, PlannedTime, WholeDay
from cmstation.domain.ics_rule_text import until_wall

_UNTIL = ";UNTIL="
_LAST_SECOND = time(23, 59, 59)


def rule_until(rule: str, last: date, start: EventTime) -> str:
    """Return a rule that ends with a day, all of that day included.

    RFC 5545 (3.3.10) wants the end of the same kind as the start: a date for whole days, a wall time where
    the start has no zone, else a moment in UTC.
    """
    return f"{rule}{_UNTIL}{_moment(last, start)}"


def split_rule(rule: str, start: EventTime) -> tuple[str, date | None]:
    """Return a rule without its end, and the last day in the zone of the series, None without one."""
    bare, _, until = rule.partition(_UNTIL)
    if not until:
        return bare, None
    zone = start.zone if isinstance(start, PlannedTime) else None
    return bare, until_wall(until, zone).date()


def _moment(last: date, start: EventTime) -> str:
    wall = datetime.combine(last, _LAST_SECOND)
    match start:
        case WholeDay():
            return f"{last:%Y%m%d}"
        case FloatingTime():
            return f"{wall:%Y%m%dT%H%M%S}"
        case PlannedTime():
            # Where the clocks go back at midnight, the last second happens twice: the later one counts.
            both = (wall.replace(tzinfo=ZoneInfo(start.zone), fold=fold).astimezone(UTC) for fold in (0, 1))
            return f"{max(both):%Y%m%dT%H%M%SZ}"
