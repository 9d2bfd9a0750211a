"""Where a chart's marks and labels go: round values, days people count in, labels with room between."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise
from math import ceil, floor, isfinite, log10
from typing import Final

_SIZES: Final = (1, 2, 5)


@dataclass(frozen=True, slots=True)
class Ticks:
    """Round values at equal distances; the first and the last one hold all that is shown between them.

    Args:
        values: whole numbers wherever the step is one.
        decimals: how many decimals tell them apart.
    """

    values: tuple[float, ...]
    step: float
    decimals: int

    @property
    def low(self) -> float:
        """The lowest."""
        return self.values[0]

    @property
    def high(self) -> float:
        """The highest."""
        return self.values[-1]


class DayUnit(StrEnum):
    """What a mark on the axis of days stands for, and so how its label is best written."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class DayTicks:
    """Days that get a mark: each day, Mondays, or the first days of months, quarters or years."""

    unit: DayUnit
    days: tuple[date, ...]


def value_ticks(low: float, high: float, most: int = 6, *, whole: bool = True) -> Ticks:
    """Return round values (steps of 1, 2 or 5 and zeros) that hold all values from the one to the other.

    Args:
        most: how many there may be, 3 or more; as many are taken as that allows.
        whole: no fractions of 1, as for what is counted.

    Raises:
        ValueError: fewer than 3, not finite, or the wrong way round.
    """
    if most < 3 or not (isfinite(low) and isfinite(high)) or low > high:
        raise ValueError("ticks need 3 places and finite bounds in order")
    low, high = _with_room(low, high, whole)
    exponent = floor(log10((high - low) / most))
    if whole:
        exponent = max(0, exponent)
    while True:
        for size in _SIZES:
            first, last = _outside(low, size, exponent, floor), _outside(high, size, exponent, ceil)
            if last - first < most:
                values = tuple(_times(number * size, exponent) for number in range(first, last + 1))
                return Ticks(values, _times(size, exponent), max(0, -exponent))
        exponent += 1


def day_ticks(first: date, last: date, most: int = 8) -> DayTicks:
    """Return the days to mark from one to another, both included; as many as there may be.

    Days are marked by 1 or 2, weeks by 1 or 2, months, quarters, then years by 1, 2, 5, 10 and so on. Where
    the next unit would leave fewer than two marks, the finer one is taken at a regular distance.

    Args:
        most: how many there may be, 2 or more.
    """
    if most < 2 or first > last:
        raise ValueError("days need two places and an order")
    finer = DayTicks(DayUnit.DAY, ())
    for unit, marks in _UNITS:
        found = marks(first, last)
        if len(found) <= most:
            return DayTicks(unit, found) if len(found) > 1 or not finer.days else _thin(finer, most)
        finer = DayTicks(unit, found)
    return _years(finer, most)


def labels_shown(places: Sequence[float], widths: Sequence[float], gap: float = 0) -> tuple[int, ...]:
    """Return which labels to write, by their numbers: the first, and each second or third … as room allows.

    Args:
        places: the middles, in ascending order.
        widths: of each label.
        gap: what is left free between two.
    """
    if len(places) != len(widths):
        raise ValueError("each label has a place and a width")
    for every in range(1, len(places)):
        kept = range(0, len(places), every)
        if all(
            places[right] - places[left] >= (widths[left] + widths[right]) / 2 + gap
            for left, right in pairwise(kept)
        ):
            return tuple(kept)
    return (0,) if places else ()


def stacked(
    wanted: Sequence[float], height: float, low: float, high: float, gap: float = 0
) -> tuple[float, ...] | None:
    """Return the middles of labels at the ends of lines so that none covers another.

    They keep the order of the places that are wanted (of two equal ones, the one given first comes first),
    and move as little as that allows (the sum of the squares is the least).

    Args:
        wanted: the middles as they would be without the others, in any order.
        low, high: between which the labels stand whole.

    Returns:
        In the order given; None when there is not enough room for all of them.
    """
    pitch = height + gap
    if len(wanted) * pitch - gap > high - low:
        return None
    order = sorted(range(len(wanted)), key=lambda number: wanted[number])
    level = _ascending([wanted[number] - place * pitch for place, number in enumerate(order)])
    top = high - height / 2 - (len(wanted) - 1) * pitch
    found = [0.0] * len(wanted)
    for place, number in enumerate(order):
        found[number] = min(max(level[place], low + height / 2), top) + place * pitch
    return tuple(found)


def _with_room(low: float, high: float, whole: bool) -> tuple[float, float]:
    """Return the bounds; about one value alone, some room, but not below 0 unless it is."""
    if whole:
        low, high = floor(low), ceil(high)
    least = 1.0 if whole else max(abs(low), abs(high)) * 1e-9
    if high - low > least or (whole and high > low):
        return low, high
    room = max(1.0, abs(low) / 20) if whole or not low else abs(low) / 20
    return (max(0.0, low - room) if low >= 0 else low - room), high + room


def _outside(value: float, size: int, exponent: int, towards: Callable[[float], int]) -> int:
    number = value / _times(size, exponent)
    near = round(number)
    # 0.3 / 0.1 is a little less than 3.
    return near if abs(number - near) < 1e-9 * max(1.0, abs(number)) else towards(number)


def _times(size: int, exponent: int) -> float:
    return size * 10**exponent if exponent >= 0 else size / 10**-exponent


def _every_day(by: int) -> Callable[[date, date], tuple[date, ...]]:
    def marks(first: date, last: date) -> tuple[date, ...]:
        return tuple(first + timedelta(days=number) for number in range(0, (last - first).days + 1, by))

    return marks


def _mondays(by: int) -> Callable[[date, date], tuple[date, ...]]:
    def marks(first: date, last: date) -> tuple[date, ...]:
        ordinal = first.toordinal() + -(first.weekday()) % 7
        return tuple(date.fromordinal(number) for number in range(ordinal, last.toordinal() + 1, 7 * by))

    return marks


def _first_days(by: int) -> Callable[[date, date], tuple[date, ...]]:
    """Mark the first days of months whose number since the year 0 is a multiple."""

    def marks(first: date, last: date) -> tuple[date, ...]:
        start = first.year * 12 + first.month - 1 + (first.day > 1)
        months = range(start + -start % by, last.year * 12 + last.month, by)
        return tuple(date(number // 12, number % 12 + 1, 1) for number in months)

    return marks


def _years(finer: DayTicks, most: int) -> DayTicks:
    power = 1
    while True:
        for size in _SIZES:
            found = tuple(day for day in finer.days if day.year % (size * power) == 0)
            if len(found) <= most:
                return DayTicks(DayUnit.YEAR, found) if len(found) > 1 else _thin(finer, most)
        power *= 10


def _thin(ticks: DayTicks, most: int) -> DayTicks:
    return DayTicks(ticks.unit, ticks.days[:: -(-len(ticks.days) // most)])


def _ascending(values: Sequence[float]) -> list[float]:
    """Return the ascending numbers nearest to those given: neighbours in the wrong order are pooled."""
    pools: list[tuple[float, int]] = []
    for value in values:
        total, number = value, 1
        while pools and pools[-1][0] / pools[-1][1] > total / number:
            total, number = total + pools[-1][0], number + pools[-1][1]
            pools.pop()
        pools.append((total, number))
    return [total / number for total, number in pools for _ in range(number)]


_UNITS: Final = (
    (DayUnit.DAY, _every_day(1)),
    (DayUnit.DAY, _every_day(2)),
    (DayUnit.WEEK, _mondays(1)),
    (DayUnit.WEEK, _mondays(2)),
    (DayUnit.MONTH, _first_days(1)),
    (DayUnit.QUARTER, _first_days(3)),
    (DayUnit.YEAR, _first_days(12)),
)
