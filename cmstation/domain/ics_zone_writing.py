"""Definitions of zones for calendar files, as yearly rules that Outlook understands."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True, slots=True)
class _Change:
    """One change of a zone's clock (wall: what it showed the moment before)."""

    instant: datetime
    wall: datetime
    before: timedelta
    after: timedelta
    name: str

    def same_rule(self, other: "_Change") -> bool:
        """Tell whether a yearly rule may give both."""
        return _rhythm(self) == _rhythm(other)


@dataclass(slots=True)
class _Run:
    """Changes of consecutive years that one rule gives."""

    changes: list[_Change]
    weeks: set[int]


def _rhythm(change: _Change) -> tuple[object, ...]:
    wall = change.wall
    return (wall.month, wall.weekday(), wall.time(), change.before, change.after, change.name)


def definition(zone: str, first: date, last: date) -> Iterator[str]:
    """Give the lines of a VTIMEZONE that holds from the first day's year on.

    Args:
        zone: IANA name.
        first: the earliest day that is written.
        last: the latest one; the rule of its year is taken to go on.
    """
    yield "BEGIN:VTIMEZONE"
    yield f"TZID:{zone}"
    start, end = max(first.year - 1, 2), min(last.year, 9998)
    changes = list(_changes(ZoneInfo(zone), start, end))
    if not changes or changes[0].wall.year > start:
        yield from _constant(ZoneInfo(zone), start)
    for run in _runs(changes):
        yield from _component(run, open_end=run.changes[-1].wall.year == end)
    yield "END:VTIMEZONE"


def _changes(clock: ZoneInfo, first_year: int, last_year: int) -> Iterator[_Change]:
    day = timedelta(days=1)
    low = datetime(first_year, 1, 1, tzinfo=UTC)
    before = low.astimezone(clock).utcoffset() or timedelta(0)
    while low.year <= last_year:
        high = low + day
        after = high.astimezone(clock).utcoffset() or timedelta(0)
        if after != before:
            instant = _moment(clock, low, high, before)
            wall = (instant + before).replace(tzinfo=None)
            yield _Change(instant, wall, before, after, instant.astimezone(clock).tzname() or "")
        low, before = high, after


def _moment(clock: ZoneInfo, low: datetime, high: datetime, before: timedelta) -> datetime:
    while high - low > timedelta(seconds=1):
        middle = low + timedelta(seconds=int((high - low).total_seconds()) // 2)
        if middle.astimezone(clock).utcoffset() == before:
            low = middle
        else:
            high = middle
    return high


def _runs(changes: list[_Change]) -> list[_Run]:
    runs: list[_Run] = []
    for change in changes:
        weeks = _weeks(change.wall)
        for run in runs:
            last = run.changes[-1]
            if last.wall.year + 1 == change.wall.year and last.same_rule(change) and run.weeks & weeks:
                run.changes.append(change)
                run.weeks &= weeks
                break
        else:
            runs.append(_Run([change], weeks))
    return runs


def _weeks(wall: datetime) -> set[int]:
    """Return which weekday of its month this is, counted from the start and, for the last one, -1."""
    weeks = {(wall.day - 1) // 7 + 1}
    return weeks | {-1} if (wall + timedelta(days=7)).month != wall.month else weeks


def _component(run: _Run, *, open_end: bool) -> Iterator[str]:
    first, last = run.changes[0], run.changes[-1]
    kind = "DAYLIGHT" if first.after > first.before else "STANDARD"
    yield f"BEGIN:{kind}"
    yield f"DTSTART:{first.wall:%Y%m%dT%H%M%S}"
    if open_end or len(run.changes) > 1:
        day = f"{min(run.weeks)}{_WEEKDAYS[first.wall.weekday()]}"
        # A day later, because some programs read this instant on the wall's clock.
        end = last.instant + timedelta(days=1)
        until = "" if open_end else f";UNTIL={end:%Y%m%dT%H%M%S}Z"
        yield f"RRULE:FREQ=YEARLY;BYMONTH={first.wall.month};BYDAY={day}{until}"
    yield from _offsets(first.before, first.after, first.name)
    yield f"END:{kind}"


def _constant(clock: ZoneInfo, year: int) -> Iterator[str]:
    start = datetime(year, 1, 1, tzinfo=UTC).astimezone(clock)
    offset = start.utcoffset() or timedelta(0)
    yield "BEGIN:STANDARD"
    yield f"DTSTART:{year:04d}0101T000000"
    yield from _offsets(offset, offset, start.tzname() or "")
    yield "END:STANDARD"


def _offsets(before: timedelta, after: timedelta, name: str) -> Iterator[str]:
    yield f"TZOFFSETFROM:{_offset(before)}"
    yield f"TZOFFSETTO:{_offset(after)}"
    yield f"TZNAME:{name}"


def _offset(offset: timedelta) -> str:
    seconds = round(abs(offset).total_seconds())
    rest = f"{seconds % 60:02d}" if seconds % 60 else ""
    return f"{'-' if offset < timedelta(0) else '+'}{seconds // 3600:02d}{seconds // 60 % 60:02d}{rest}"
