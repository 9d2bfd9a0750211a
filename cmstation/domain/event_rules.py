"""Move the recurrence rule of a series to other days and hours."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Final

from cmstation.domain.calendar_events import EventTime, PlannedTime, placed, wall_of
from cmstation.domain.events import RuleKeepsItsDays
from cmstation.domain.ics_rule_text import parts_of, until_wall

_WEEK: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_HOURS: Final = {"BYHOUR", "BYMINUTE", "BYSECOND"}
_NEVER_MOVED: Final = {"BYYEARDAY", "BYWEEKNO", "BYSETPOS"}


def moved_rule(rule: str, start: EventTime, to: EventTime, uid: str = "") -> str:
    """Return the rule that gives each occurrence as far away as the first start goes.

    Args:
        start, to: the first start of the series, before and after.
        uid: of the series, for the error.

    Raises:
        RuleKeepsItsDays: no rule could give them, or none that we would find.
    """
    try:
        return _moved(rule, start, to)
    except (_Stays, ValueError, OverflowError) as failure:
        raise RuleKeepsItsDays(uid=uid, rule=rule) from failure


class _Stays(Exception):
    """A part of a rule cannot be moved."""


def _moved(rule: str, start: EventTime, to: EventTime) -> str:
    before, after = wall_of(start), wall_of(to)
    if before == after:
        return rule
    parts = dict(parts_of(rule))
    if before.time() != after.time() and parts.keys() & _HOURS:
        raise _Stays
    days = (after.date() - before.date()).days
    if days:
        _move_days(parts, before, after, days)
    if "UNTIL" in parts:
        parts["UNTIL"] = _until(parts["UNTIL"], start, to)
    return ";".join(f"{name}={value}" for name, value in parts.items())


def _move_days(parts: dict[str, str], before: datetime, after: datetime, days: int) -> None:
    if parts.keys() & _NEVER_MOVED:
        raise _Stays
    if parts["FREQ"] in {"MONTHLY", "YEARLY"}:
        _move_in_month(parts, before, after)
    elif parts.keys() & {"BYMONTH", "BYMONTHDAY"}:
        raise _Stays
    elif "BYDAY" in parts:
        parts["BYDAY"] = _moved_weekdays(parts, before, days)


def _move_in_month(parts: dict[str, str], before: datetime, after: datetime) -> None:
    """Move a rule that names the day of its first start; any other would mean other days."""
    # From the 29th on, months without such a day are left out, and would not be after a move.
    if "BYDAY" in parts or max(before.day, after.day) > 28:
        raise _Stays
    for name, old, new in (("BYMONTHDAY", before.day, after.day), ("BYMONTH", before.month, after.month)):
        if name in parts:
            if parts[name] != str(old):
                raise _Stays
            parts[name] = str(new)


def _moved_weekdays(parts: Mapping[str, str], before: datetime, days: int) -> str:
    first = _WEEK.index(parts.get("WKST", "MO"))
    named = parts["BYDAY"].split(",")
    if any(day not in _WEEK for day in named):
        raise _Stays  # "the second Monday" has no day after it that every month has
    places = [(_WEEK.index(day) - first) % 7 for day in named]
    weeks = {(place + days) // 7 for place in (*places, (before.weekday() - first) % 7)}
    if len(weeks) > 1 and parts["FREQ"] == "WEEKLY" and parts.get("INTERVAL", "1") != "1":
        raise _Stays  # some days would move into weeks that are passed over
    return ",".join(_WEEK[(first + place + days) % 7] for place in places)


def _until(until: str, start: EventTime, to: EventTime) -> str:
    before, after = wall_of(start), wall_of(to)
    if "T" not in until:
        return f"{until_wall(until, None).date() + (after.date() - before.date()):%Y%m%d}"
    zone = start.zone if isinstance(start, PlannedTime) else None
    last: datetime = until_wall(until, zone) + (after - before)
    if until.endswith("Z") and isinstance(to, PlannedTime) and last.year < 9998:
        return f"{placed(last, to.zone).instant.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    return f"{last:%Y%m%dT%H%M%S}{'Z' if until.endswith('Z') else ''}"
