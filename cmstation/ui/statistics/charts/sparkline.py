"""A curve as small as a word, for the side of a sentence."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from cmstation.ui.statistics.charts.canvas import Chart
from cmstation.ui.statistics.charts.figures import Cell, Formats, Series
from cmstation.ui.statistics.charts.inks import Inks
from cmstation.ui.statistics.charts.line_frame import whole_span
from cmstation.ui.statistics.charts.lines import Line, line_of
from cmstation.ui.theme.tokens import ColourRole

if TYPE_CHECKING:
    from cmstation.ui.icons import Icons

_DOT = 3.0
_EDGE = 4.0


class Sparkline(Chart):
    """One series without axes; its last point is marked."""

    def __init__(
        self, icons: "Icons", formats: Formats, title: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(icons, formats, title, parent)
        self._line: Line = line_of(0, Series("", title, ()))
        self._colour: ColourRole = "accent"
        self.empty_words = "–"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_points(
        self, points: Sequence[tuple[date, float | None]], *, colour: ColourRole = "accent"
    ) -> None:
        """Show another curve; None is a gap."""
        self._line, self._colour = line_of(0, Series("", self.title, tuple(points))), colour
        self.redraw()

    def header(self) -> tuple[str, ...]:
        return (self.tr("Day"), self.title)

    def records(self) -> tuple[tuple[Cell, ...], ...]:
        return tuple(sorted(self._line.series.points, key=lambda point: point[0]))

    def value_words(self) -> str:
        return self.formats.number(self._line.values[-1]) if self._line.values else ""

    def sizeHint(self) -> QSize:
        return QSize(112, 28)

    def draw(self, painter: QPainter, room: QRectF, inks: Inks) -> None:
        line = self._line
        if not line.days:
            self.draw_empty(painter, room, inks)
            return
        area = room.adjusted(_EDGE, _EDGE, -_EDGE - _DOT, -_EDGE)
        first, last = whole_span((line,), ())
        low, high = min(line.values), max(line.values)
        middle = 0.0 if high > low else 0.5
        tall = (high - low) or 1.0

        def at(day: float, value: float) -> QPointF:
            up = (value - low) / tall + middle
            return QPointF(
                area.left() + (day - first) / (last - first) * area.width(),
                area.bottom() - up * area.height(),
            )

        painter.setPen(QPen(inks.colour(self._colour), 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        for run in line.runs:
            painter.drawPolyline([at(point.x(), point.y()) for point in run.toList()])
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(inks.colour(self._colour))
        for place in line.lone:
            painter.drawEllipse(at(line.days[place], line.values[place]), 1.2, 1.2)
        painter.setPen(QPen(inks.colour("surface"), 1))
        painter.drawEllipse(at(line.days[-1], line.values[-1]), _DOT, _DOT)
