"""Draws all of a line chart that stands still."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from math import ceil, cos, pi, sin
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from cmstation.domain.chart_scales import labels_shown
from cmstation.ui.statistics.charts.figures import Formats, Goal, Marker
from cmstation.ui.statistics.charts.geometry import name_places
from cmstation.ui.statistics.charts.inks import Inks, LineInk, draw_shape
from cmstation.ui.statistics.charts.line_frame import LANE, NAMES_GAP, Frame, is_seen
from cmstation.ui.statistics.charts.lines import Line
from cmstation.ui.theme.theme import Theme
from cmstation.ui.theme.tokens import Space

LINE_WIDTH: Final = 1.75
_SHAPES_APART: Final = 130
_NAME_APART: Final = 16
_END_ROOM: Final = 24
_CHANGE_HALF: Final = 8
_ONE_LINE: Final = Qt.TextFlag.TextSingleLine
_LEFT: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | _ONE_LINE)
_RIGHT: Final = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | _ONE_LINE)
_CENTRE: Final = int(Qt.AlignmentFlag.AlignCenter | _ONE_LINE)


class LineDrawing:
    """One picture of a line chart."""

    def __init__(self, painter: QPainter, frame: Frame, inks: Inks, theme: Theme, formats: Formats) -> None:
        self._painter = painter
        self._frame = frame
        self._inks = inks
        self._theme = theme
        self._formats = formats
        self._note = theme.metrics("note")

    def everything(
        self,
        lines: Sequence[Line],
        markers: Sequence[Marker],
        goal: Goal | None,
        room: QRectF,
        foot_right: float,
        nothing: str,
    ) -> None:
        """Draw all layers, from what lies behind to what stands before it.

        Args:
            foot_right: where the names of days must end.
            nothing: what is said of a line without a figure, with "{name}".
        """
        self.spans(markers)
        self.axes(room, foot_right)
        self.events()
        self.lines(lines)
        if goal is not None:
            self.goal(goal)
        self.names(lines, nothing)

    def axes(self, room: QRectF, foot_right: float) -> None:
        """Draw the grid, the figures at its left and the days at its foot.

        Args:
            foot_right: where the names of days must end.
        """
        painter, frame, area = self._painter, self._frame, self._frame.area
        painter.setFont(self._theme.font("note"))
        for value in frame.values:
            y = round(frame.y(value)) + 0.5
            painter.setPen(QPen(self._inks.colour("border" if value == frame.values[0] else "line"), 1))
            painter.drawLine(QLineF(area.left(), y, area.right(), y))
            painter.setPen(self._inks.colour("muted"))
            words = QRectF(room.left(), y - 10, area.left() - Space.S - room.left(), 20)
            painter.drawText(words, _RIGHT, self._formats.short(value))
        self._days(room, foot_right)

    def _days(self, room: QRectF, foot_right: float) -> None:
        painter, frame, area = self._painter, self._frame, self._frame.area
        places = [round(frame.x(day.toordinal())) + 0.5 for day in frame.days]
        words = [self._formats.tick(day, frame.unit) for day in frame.days]
        widths = [self._note.horizontalAdvance(text) + 2 for text in words]
        painter.setPen(QPen(self._inks.colour("border"), 1))
        for x in places:
            painter.drawLine(QLineF(x, area.bottom(), x, area.bottom() + 4))
        painter.setPen(self._inks.colour("muted"))
        for place in labels_shown(places, widths, Space.S):
            left = max(places[place] - widths[place] / 2, room.left())
            if left + widths[place] <= foot_right:
                spot = QRectF(left, area.bottom() + 6, widths[place], 18)
                painter.drawText(spot, _CENTRE, words[place])

    def spans(self, markers: Sequence[Marker]) -> None:
        """Tint the days of campaigns."""
        area, frame = self._frame.area, self._frame
        for marker in markers:
            if marker.last is None or not is_seen(marker, (frame.first, frame.last)):
                continue
            left = max(area.left(), frame.x(marker.first.toordinal() - 0.5))
            right = min(area.right(), frame.x(marker.last.toordinal() + 0.5))
            band = QRectF(left, area.top(), max(2.0, right - left), area.height())
            self._painter.fillRect(band, self._inks.colour("soft"))

    def events(self) -> None:
        """Draw the lines of events, and the words of all markers over the area."""
        area, painter = self._frame.area, self._painter
        lanes = max((flag.lane + 1 for flag in self._frame.flags if flag.lane is not None), default=0)
        painter.setFont(self._theme.font("note"))
        for flag in self._frame.flags:
            is_event = flag.marker.last is None
            x = round(flag.x) + 0.5
            top = area.top() - Space.XS if flag.lane is None else area.top() - LANE * (lanes - flag.lane)
            painter.setPen(QPen(self._inks.colour("muted"), 1, Qt.PenStyle.DotLine))
            painter.drawLine(QLineF(x, top, x, area.bottom() if is_event else area.top()))
            if flag.lane is not None:
                painter.setPen(self._inks.colour("muted" if is_event else "accent"))
                painter.drawText(QRectF(x + 5, top - 2, flag.width, 18), _LEFT, flag.words)

    def goal(self, goal: Goal) -> None:
        """Draw the value to reach."""
        frame, painter = self._frame, self._painter
        y = round(frame.y(goal.value)) + 0.5
        pen = QPen(self._inks.colour("good"), 1.5)
        pen.setDashPattern([6, 4])
        painter.setPen(pen)
        painter.drawLine(QLineF(frame.area.left(), y, frame.area.right(), y))
        words = self._note.elidedText(goal.label, Qt.TextElideMode.ElideRight, frame.area.width() - 16)
        width = self._theme.metrics("note_medium").horizontalAdvance(words) + 8
        top = y - 20 if y - 20 > frame.area.top() else y + 2
        place = QRectF(frame.area.left() + Space.S, top, width, 18)
        painter.fillRect(place, self._inks.colour("surface"))
        painter.setFont(self._theme.font("note_medium"))
        painter.setPen(self._inks.colour("good"))
        painter.drawText(place, _CENTRE, words)
        painter.setFont(self._theme.font("note"))

    def lines(self, lines: Sequence[Line]) -> None:
        """Draw the lines, the first one on top; a gap stays a gap."""
        painter = self._painter
        painter.save()
        painter.setClipRect(self._frame.area.adjusted(-1, -4, 1, 4))
        way = self._frame.transform()
        density = painter.device().devicePixelRatioF()
        brush = _brush(density)
        for line in reversed(lines):
            ink = self._inks.line(line.place)
            painter.setPen(_thin_pen(ink, density))
            for run in line.runs:
                placed = way.map(run)
                for across, down in brush:
                    painter.drawPolyline(placed.translated(across, down))
        painter.restore()
        for line in reversed(lines):
            self._shapes(line, self._inks.line(line.place))

    def _shapes(self, line: Line, ink: LineInk) -> None:
        """Draw the marks of a line: some along it, its end, lone points, changed definitions."""
        frame, ground = self._frame, self._inks.colour("surface")
        inside = line.within(frame.first, frame.last)
        if not inside:
            return
        end = inside.stop - 1
        marked = {end, *self._along(line, end), *(place for place in line.lone if place in inside)}
        for place in sorted(marked):
            draw_shape(self._painter, self._at(line, place), ink, ground)
        self._painter.setPen(QPen(self._inks.colour("text"), 1.6))
        for place in line.changes:
            if place in inside:
                at = self._at(line, place)
                self._painter.drawLine(QLineF(at.x(), at.y() - _CHANGE_HALF, at.x(), at.y() + _CHANGE_HALF))

    def _along(self, line: Line, end: int) -> Iterator[int]:
        frame = self._frame
        last = frame.x(line.days[end]) - _END_ROOM
        # Each line begins elsewhere, so that shapes of lines that run together do not cover each other.
        x = frame.area.left() + 14 + line.place % 7 * _SHAPES_APART / 7
        while True:
            place = bisect_left(line.days, frame.day_at(x))
            if place >= end or (found := frame.x(line.days[place])) >= last:
                return
            yield place
            x = found + _SHAPES_APART

    def _at(self, line: Line, place: int) -> QPointF:
        return QPointF(self._frame.x(line.days[place]), self._frame.y(line.values[place]))

    def names(self, lines: Sequence[Line], nothing: str) -> None:
        """Write each name at the end of its line.

        Args:
            nothing: said of a line without a point, `{name}` in it.
        """
        frame, painter = self._frame, self._painter
        ends = [(line, line.within(frame.first, frame.last)) for line in lines]
        low, high = frame.area.top() - 8, frame.area.bottom() + 8
        wanted = [frame.y(line.values[inside.stop - 1]) if inside else high for line, inside in ends]
        left = frame.area.right() + NAMES_GAP
        painter.setFont(self._theme.font("note"))
        for (line, inside), place, y in zip(
            ends, name_places(wanted, _NAME_APART, low, high), wanted, strict=True
        ):
            ink = self._inks.line(line.place)
            if inside:
                painter.setPen(QPen(ink.colour, 1))
                start = QPointF(frame.x(line.days[inside.stop - 1]) + 5, y)
                if start.x() < frame.area.right() - 6:  # it ended before the others
                    painter.setPen(QPen(self._inks.blend("border", "muted", 0.3), 1, Qt.PenStyle.DotLine))
                    painter.drawLine(QLineF(start, QPointF(frame.area.right(), y)))
                    painter.setPen(QPen(ink.colour, 1))
                    start = QPointF(frame.area.right(), y)
                painter.drawLine(QLineF(start, QPointF(left - 10, place)))
                draw_shape(painter, QPointF(left - 7, place), ink, self._inks.colour("surface"), 3.0)
            words = line.series.name if inside else nothing.format(name=line.series.name)
            shown = self._note.elidedText(words, Qt.TextElideMode.ElideRight, frame.names + 1)
            painter.setPen(self._inks.colour("text" if inside else "muted"))
            painter.drawText(QRectF(left, place - 9, frame.names + 2, 18), _LEFT, shown)


def _thin_pen(ink: LineInk, density: float) -> QPen:
    """Give a pen one point of the screen wide: Qt draws those 5 to 20 times faster than any other."""
    pen = QPen(ink.colour, 1)
    pen.setCosmetic(True)
    if ink.dash:
        pen.setDashPattern([length * LINE_WIDTH * density for length in ink.dash])
    return pen


@cache
def _brush(density: float) -> tuple[tuple[float, float], ...]:
    """Return how the thin line is moved so that all its places together are as wide as a line should be."""
    half = max(0.0, LINE_WIDTH * density - 1) / 2
    if half < 0.6:
        side = half * 0.85 / density
        return ((side, side), (-side, side), (side, -side), (-side, -side))
    found = [(0.0, 0.0)]
    rings = ceil(half / 1.3)
    for ring in range(1, rings + 1):
        radius, turns = half * ring / rings / density, 6 * ring
        angles = [2 * pi * turn / turns for turn in range(turns)]
        found += [(radius * sin(angle), radius * cos(angle)) for angle in angles]
    return tuple(found)
