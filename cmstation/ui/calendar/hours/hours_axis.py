"""The hours of some days from above to below, with the one that comes twice or is skipped. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import NamedTuple

from cmstation.domain.planned_time import at_wall_time
from cmstation.ui.dates import day_bounds, zone_of

DAY_MINUTES = 24 * 60
CELL = 30
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class ClockChange:
    """What the clocks of a day skip, or show twice.

    Args:
        first, last: minutes of the clock since midnight, the last one exclusive.
        twice: shown twice; skipped otherwise.
    """

    first: int
    last: int
    twice: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """Hours that follow each other without a break.

    Args:
        top: minutes from the upper end of the axis.
        first, last: minutes of the clock since midnight, the last one exclusive.
        again: the clock shows them for the second time.
    """

    top: int
    first: int
    last: int
    again: bool

    @property
    def bottom(self) -> int:
        """Where it ends on the axis, exclusive."""
        return self.top + self.last - self.first


class Mark(NamedTuple):
    """A line of the grid: where it lies, what the clock shows there, whether for the second time."""

    minute: int
    wall: time
    again: bool


class Gap(NamedTuple):
    """Minutes of the axis that a day does not have.

    Args:
        skipped: the clocks of this day skip them; otherwise another day has them twice.
    """

    top: int
    bottom: int
    skipped: bool


@dataclass(frozen=True, slots=True)
class Axis:
    """Hours that several days share, side by side.

    A minute of the axis counts from its upper end. It is the minute of the clock, except below an hour
    that one of the days has twice.
    """

    zone: str
    days: tuple[date, ...]
    stretches: tuple[Stretch, ...]

    @staticmethod
    def of(days: Iterable[date], zone: str) -> "Axis":
        """Lay out the hours of some days in a zone."""
        shown = tuple(days)
        changes = [change for change in (clock_change(day, zone) for day in shown) if change]
        doubled = sorted({(change.first, change.last) for change in changes if change.twice})
        return Axis(zone, shown, tuple(_stretches(doubled)))

    @property
    def length(self) -> int:
        """How many minutes there are from above to below."""
        return self.stretches[-1].bottom

    def minute_of(self, instant: datetime) -> float:
        """Return where an aware instant lies, whatever its day."""
        local = instant.astimezone(zone_of(self.zone))
        seconds = local.second + local.microsecond / 1_000_000
        return self.place(local.time()) + seconds / 60

    def place(self, wall: time) -> int:
        """Return where an hour of the clock lies; `fold` says which of two equal ones is meant."""
        minutes = wall.hour * 60 + wall.minute
        found = [part for part in self.stretches if part.first <= minutes < part.last]
        part = next((each for each in found if each.again == bool(wall.fold)), found[0])
        return part.top + minutes - part.first

    def wall_at(self, day: date, minute: float) -> time:
        """Return what the clock of a day shows at a minute, `fold` being 1 for the second of two equal hours.

        A day that has the hour once shows it once, whichever of its two places is asked for.
        """
        whole = min(max(int(minute), 0), self.length - 1)
        part = next(each for each in self.stretches if each.top <= whole < each.bottom)
        hours, minutes = divmod(part.first + whole - part.top, 60)
        return time(hours, minutes, fold=int(part.again and self._has_twice(day, part)))

    def wall_end(self, day: date, minute: float) -> datetime:
        """Return a naive local end; the lower end of the axis is the midnight after the day."""
        if minute >= self.length:
            return datetime.combine(day + timedelta(days=1), time())
        return datetime.combine(day, self.wall_at(day, minute))

    def instant_at(self, day: date, minute: float) -> datetime:
        """Return the instant, aware UTC, at a minute of a day.

        Raises:
            HourDoesNotExist: the clocks skip this minute on that day.
        """
        wall = self.wall_at(day, minute)
        return at_wall_time(datetime.combine(day, wall), self.zone, second_pass=bool(wall.fold)).instant

    def gaps(self, day: date) -> tuple[Gap, ...]:
        """Return the minutes that a day does not have."""
        found = [
            Gap(part.top, part.bottom, skipped=False)
            for part in self.stretches
            if part.again and not self._has_twice(day, part)
        ]
        change = clock_change(day, self.zone)
        if change is not None and not change.twice:
            top = self.place(_wall(change.first))
            found.append(Gap(top, top + change.last - change.first, skipped=True))
        return tuple(sorted(found))

    def marks(self) -> tuple[Mark, ...]:
        """Return the whole hours from above to below, and where the second of two equal hours begins."""
        return tuple(mark for part in self.stretches for mark in _marks(part))

    def cells(self, day: date) -> tuple[int, ...]:
        """Return where the half hours of a day begin; what the clocks skip is one of them."""
        found: list[int] = []
        for part in self.stretches:
            if not part.again or self._has_twice(day, part):
                starts = range(part.first - part.first % CELL, part.last, CELL)
                found.extend(part.top + max(start, part.first) - part.first for start in starts)
        return tuple(found)

    def _has_twice(self, day: date, part: Stretch) -> bool:
        change = clock_change(day, self.zone)
        return change is not None and change.twice and (change.first, change.last) == (part.first, part.last)


@cache
def clock_change(day: date, zone: str) -> ClockChange | None:
    """Return how the clocks of a zone change on a day; None when they run on."""
    start, end = day_bounds(day, zone)
    count = (end - start) // _MINUTE
    before, after = _offset(start - _MINUTE, zone), _offset(end - _MINUTE, zone)
    if before == after or count <= 0:
        return None
    low, high = 0, count - 1  # the first minute of the new time lies between them
    while low < high:
        middle = (low + high) // 2
        if _offset(start + middle * _MINUTE, zone) == before:
            low = middle + 1
        else:
            high = middle
    wall = (start + low * _MINUTE).replace(tzinfo=None) + before - datetime.combine(day, time())
    minutes, by = wall // _MINUTE, (after - before) // _MINUTE
    if by > 0:
        return ClockChange(minutes, min(minutes + by, DAY_MINUTES), twice=False)
    return ClockChange(max(minutes + by, 0), minutes, twice=True)


def y_of(axis: Axis, instant: datetime, hour_height: float) -> float:
    """Return how far below the upper end of the axis an aware instant lies, in pixels."""
    return axis.minute_of(instant) * hour_height / 60


def instant_at_y(axis: Axis, day: date, y: float, hour_height: float) -> datetime:
    """Return the instant of a day, aware UTC and to the minute, that lies at a distance in pixels.

    Raises:
        HourDoesNotExist: the clocks skip it on that day.
    """
    return axis.instant_at(day, round(y * 60 / hour_height))


def _offset(instant: datetime, zone: str) -> timedelta:
    return instant.astimezone(zone_of(zone)).utcoffset() or timedelta()


def _stretches(doubled: Iterable[tuple[int, int]]) -> Iterator[Stretch]:
    wall = top = 0
    for first, last in doubled:
        yield Stretch(top, wall, last, again=False)
        top += last - wall
        yield Stretch(top, first, last, again=True)
        top += last - first
        wall = last
    if wall < DAY_MINUTES:
        yield Stretch(top, wall, DAY_MINUTES, again=False)


def _marks(part: Stretch) -> Iterator[Mark]:
    if part.again and part.first % 60:
        yield Mark(part.top, _wall(part.first), again=True)
    for minutes in range(-(-part.first // 60) * 60, part.last, 60):
        yield Mark(part.top + minutes - part.first, _wall(minutes), part.again)


def _wall(minutes: int) -> time:
    return time(*divmod(min(minutes, DAY_MINUTES - 1), 60))
