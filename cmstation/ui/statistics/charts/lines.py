"""Series made ready to be drawn many times: runs without a gap, that Qt moves to their places by itself."""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPolygonF

from cmstation.ui.statistics.charts.figures import Series


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A series ready to be drawn; days are ordinals.

    Args:
        place: its place among the series, which decides its colour.
        runs: each stretch of two points and more without a gap, in days and values.
        lone: places of points with a gap on both sides.
        changes: words of a changed definition by the first point that follows it.
        whole: no value has a fraction.
    """

    place: int
    series: Series
    days: list[int]
    values: list[float]
    runs: list[QPolygonF]
    lone: list[int]
    changes: dict[int, str]
    whole: bool

    def nearest(self, day: float) -> int | None:
        """Return the point nearest to a day; None when there is none."""
        if not self.days:
            return None
        after = bisect_left(self.days, day)
        around = [place for place in (after - 1, after) if 0 <= place < len(self.days)]
        return min(around, key=lambda place: abs(self.days[place] - day))

    def within(self, first: float, last: float) -> range:
        """Return the points of a span of days."""
        return range(bisect_left(self.days, first), bisect_right(self.days, last))

    def extremes(self, first: float, last: float) -> tuple[float, float] | None:
        """Return the least and the most that is seen in a span, the lines that leave it included."""
        inside = self.within(first, last)
        low, high = max(0, inside.start - 1), min(len(self.values), inside.stop + 1)
        seen = self.values[low:high] if len(inside) else []
        return (min(seen), max(seen)) if seen else None


def line_of(place: int, series: Series) -> Line:
    """Make a series ready."""
    points = sorted(dict(series.points).items())
    runs: list[QPolygonF] = []
    lone: list[int] = []
    seen = 0
    for stretch in _stretches(points):
        if len(stretch) == 1:
            lone.append(seen)
        else:
            runs.append(QPolygonF([QPointF(day, value) for day, value in stretch]))
        seen += len(stretch)
    days = [day.toordinal() for day, value in points if _known(value)]
    values = [float(value) for _, value in points if value is not None and math.isfinite(value)]
    changes: dict[int, str] = {}
    for change in sorted(series.changes, key=lambda change: change.day):
        after = bisect_left(days, change.day.toordinal())
        if after < len(days):
            changes[after] = change.words
    whole = all(value.is_integer() for value in values)
    return Line(place, series, days, values, runs, lone, changes, whole)


def _known(value: float | None) -> bool:
    return value is not None and math.isfinite(value)


def _stretches(points: list[tuple[date, float | None]]) -> Iterator[list[tuple[int, float]]]:
    stretch: list[tuple[int, float]] = []
    for day, value in points:
        if value is not None and math.isfinite(value):
            stretch.append((day.toordinal(), float(value)))
        elif stretch:
            yield stretch
            stretch = []
    if stretch:
        yield stretch
