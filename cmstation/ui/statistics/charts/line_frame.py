"""Where things of a line chart stand: which days and values are seen, and where on the picture."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QTransform

from cmstation.domain.chart_scales import DayUnit, day_ticks
from cmstation.ui.statistics.charts.figures import Formats, Goal, Marker
from cmstation.ui.statistics.charts.geometry import axis_values
from cmstation.ui.statistics.charts.lines import Line
from cmstation.ui.theme.theme import Theme
from cmstation.ui.theme.tokens import Space

FOOT = 28
LANE = 20
NAMES_GAP = 22  # from the end of the lines to their names
_TICK_ROOM, _DAY_ROOM = 34, 44
_MOST_NAME, _NAME_PART = 200, 0.28
_HEAD = 8
_MOST_LANES = 2
_MOST_FLAG = 260.0


@dataclass(frozen=True, slots=True)
class Flag:
    """The words of a marker over the area.

    Args:
        lane: row from the top; None when there is no room, and only its line is drawn.
        words: cut short when they must be.
    """

    marker: Marker
    x: float
    lane: int | None
    words: str
    width: float


@dataclass(frozen=True, slots=True)
class Frame:
    """The scales of one picture.

    Args:
        area: where the lines are.
        first, last: days that are seen, as ordinals.
        values: ticks of the upright axis; the first and the last are its ends.
        flags: markers that are seen.
        names: width of the names at the ends of lines.
    """

    area: QRectF
    first: float
    last: float
    values: tuple[float, ...]
    days: tuple[date, ...]
    unit: DayUnit
    flags: "tuple[Flag, ...]"
    names: float

    def x(self, day: float) -> float:
        """Return where a day stands."""
        return self.area.left() + (day - self.first) * self.area.width() / (self.last - self.first)

    def y(self, value: float) -> float:
        """Return where a value stands."""
        low, high = self.values[0], self.values[-1]
        return self.area.bottom() - (value - low) / (high - low) * self.area.height()

    def day_at(self, x: float) -> float:
        """Return the day at a place."""
        return self.first + (x - self.area.left()) * (self.last - self.first) / self.area.width()

    def transform(self) -> QTransform:
        """Return the way from days and values to places."""
        across = self.area.width() / (self.last - self.first)
        up = self.area.height() / (self.values[-1] - self.values[0])
        return QTransform(
            across,
            0,
            0,
            -up,
            self.area.left() - self.first * across,
            self.area.bottom() + self.values[0] * up,
        )


def whole_span(lines: Sequence[Line], markers: Sequence[Marker]) -> tuple[float, float]:
    """Return the first and the last day of all points; of the markers when there are none."""
    days = [day for line in lines if line.days for day in (line.days[0], line.days[-1])]
    if not days:
        days = [
            (end or marker.first).toordinal() for marker in markers for end in (marker.first, marker.last)
        ]
    if not days:
        return 1.0, 2.0
    first, last = min(days), max(days)
    return (first - 1.0, last + 1.0) if first == last else (float(first), float(last))


def frame_of(
    lines: Sequence[Line],
    shown: tuple[float, float],
    markers: Sequence[Marker],
    goal: Goal | None,
    room: QRectF,
    theme: Theme,
    formats: Formats,
) -> Frame:
    """Work out the scales of a picture of that size."""
    seen = [ends for line in lines if (ends := line.extremes(*shown)) is not None]
    if goal is not None:
        seen.append((goal.value, goal.value))
    low, high = (min(ends[0] for ends in seen), max(ends[1] for ends in seen)) if seen else (0.0, 1.0)
    note = theme.metrics("note")
    height = max(24.0, room.height() - FOOT - _HEAD)
    whole = all(line.whole for line in lines)
    values = axis_values(low, high, min(7, int(height / _TICK_ROOM) + 1), whole=whole)
    figures = max(note.horizontalAdvance(formats.short(value)) for value in values)
    names = [note.horizontalAdvance(line.series.name) + 1 for line in lines]
    widest = min(max(names, default=0.0), _MOST_NAME, room.width() * _NAME_PART)
    left = room.left() + figures + Space.S
    right = room.right() - (widest + NAMES_GAP if names else Space.S)
    width = max(24.0, right - left)
    flags = _flags(markers, shown, (left, width, room.right()), note)
    top = (
        room.top() + _HEAD + LANE * max((flag.lane + 1 for flag in flags if flag.lane is not None), default=0)
    )
    area = QRectF(left, top, width, max(24.0, room.bottom() - FOOT - top))
    first, last = date.fromordinal(ceil(shown[0])), date.fromordinal(int(shown[1]))
    ticks = day_ticks(first, max(first, last), max(2, int(area.width() / _DAY_ROOM)))
    return Frame(area, shown[0], shown[1], values, ticks.days, ticks.unit, flags, widest)


def _flags(
    markers: Sequence[Marker],
    shown: tuple[float, float],
    place: tuple[float, float, float],
    note: QFontMetricsF,
) -> tuple[Flag, ...]:
    """Give the words of each marker a row where they cover no others.

    Args:
        place: left and width of the area, and where words must end.
    """
    left, width, end = place
    free = [float("-inf")] * _MOST_LANES
    found: list[Flag] = []
    for marker in sorted(markers, key=lambda marker: marker.first):
        if not is_seen(marker, shown):
            continue
        x = left + max(0.0, (marker.first.toordinal() - shown[0]) / (shown[1] - shown[0])) * width
        words = note.elidedText(
            marker.label, Qt.TextElideMode.ElideRight, max(12.0, min(_MOST_FLAG, end - x - 8))
        )
        long = note.horizontalAdvance(words) + 2
        lane = next((row for row, until in enumerate(free) if until <= x), None)
        if lane is not None:
            free[lane] = x + long + Space.L
        found.append(Flag(marker, x, lane, words, long))
    return tuple(found)


def is_seen(marker: Marker, shown: tuple[float, float]) -> bool:
    """Say whether a marker falls into the days that are seen."""
    last = marker.first if marker.last is None else marker.last
    return marker.first.toordinal() <= shown[1] and last.toordinal() >= shown[0]
