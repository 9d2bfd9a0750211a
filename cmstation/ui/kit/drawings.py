"""Line drawings of the empty states, made with the colours of the theme alone."""

from collections.abc import Callable
from typing import Final, Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from cmstation.ui.theme.theme import Theme
from cmstation.ui.theme.tokens import ColourRole, Stroke

Drawing = Literal["post", "calendar", "watch", "exchanges", "statistics", "library", "done"]
_SIZE = QSize(216, 128)
_SHEET = QRectF(38, 14, 140, 100)
_Points = list[tuple[float, float]]


class Sketch(QWidget):
    """One drawing, 216 × 128; it says nothing that the words beside it do not."""

    def __init__(self, theme: Theme, drawing: Drawing, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._drawing: Drawing = drawing
        self.setFixedSize(_SIZE)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _DRAWINGS[self._drawing](_Pencil(painter, self._theme))


class _Pencil:
    """A painter that knows the colours and the stroke."""

    def __init__(self, painter: QPainter, theme: Theme) -> None:
        self._painter = painter
        self._theme = theme

    def box(
        self, rect: QRectF, radius: float, *, fill: ColourRole | None = None, line: ColourRole | None = None
    ) -> None:
        """Draw a rectangle with round corners."""
        self._use(line, Stroke.ICON)
        self._painter.setBrush(self._ink(fill) if fill is not None else QColor(0, 0, 0, 0))
        self._painter.drawRoundedRect(rect, radius, radius)

    def bar(self, x: float, y: float, width: float, role: ColourRole = "border", thick: float = 4) -> None:
        """Draw a thick line that stands for words."""
        self._use(role, thick)
        self._painter.drawLine(QPointF(x, y), QPointF(x + width, y))

    def line(self, points: _Points, role: ColourRole = "accent", fill: ColourRole | None = None) -> None:
        """Draw a broken line; a filled one is closed."""
        shape = QPolygonF([QPointF(x, y) for x, y in points])
        self._use(role, Stroke.ICON)
        if fill is None:
            self._painter.drawPolyline(shape)
            return
        self._painter.setBrush(self._ink(fill))
        self._painter.drawPolygon(shape)

    def disc(
        self,
        x: float,
        y: float,
        r: float,
        *,
        line: ColourRole | None = "accent",
        fill: ColourRole | None = None,
    ) -> None:
        """Draw a circle."""
        self._use(line, Stroke.ICON)
        self._painter.setBrush(self._ink(fill) if fill is not None else QColor(0, 0, 0, 0))
        self._painter.drawEllipse(QPointF(x, y), r, r)

    def path(self, path: QPainterPath, role: ColourRole = "accent", fill: ColourRole | None = None) -> None:
        """Draw any shape."""
        self._use(role, Stroke.ICON)
        self._painter.setBrush(self._ink(fill) if fill is not None else QColor(0, 0, 0, 0))
        self._painter.drawPath(path)

    def _ink(self, role: ColourRole) -> QColor:
        return self._theme.colour(role)

    def _use(self, role: ColourRole | None, width: float) -> None:
        if role is None:
            self._painter.setPen(Qt.PenStyle.NoPen)
            return
        pen = QPen(self._ink(role), width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        self._painter.setPen(pen)


def _picture(pencil: _Pencil, x: float, y: float) -> None:
    pencil.box(QRectF(x, y, 52, 40), 6, fill="soft")
    pencil.line([(x + 4, y + 34), (x + 18, y + 20), (x + 28, y + 29), (x + 35, y + 23), (x + 48, y + 34)])
    pencil.disc(x + 39, y + 11, 4)


def _post(pencil: _Pencil) -> None:
    pencil.box(_SHEET, 10, fill="surface", line="border")
    _picture(pencil, 54, 30)
    for y, width in ((34, 44), (46, 44), (58, 26)):
        pencil.bar(118, y, width)
    pencil.bar(54, 86, 108)
    pencil.bar(54, 98, 70)
    pen = QPainterPath(QPointF(156, 108))
    pen.lineTo(159, 95)
    pen.lineTo(192, 62)
    pen.cubicTo(194.4, 59.6, 198.1, 59.6, 200.5, 62)
    pen.lineTo(202, 63.5)
    pen.cubicTo(204.4, 65.9, 204.4, 69.6, 202, 72)
    pen.lineTo(169, 105)
    pen.closeSubpath()
    pencil.path(pen, fill="surface")
    pencil.line([(186, 68), (196, 78)])


def _calendar(pencil: _Pencil) -> None:
    pencil.box(_SHEET, 10, fill="surface", line="border")
    pencil.line([(38, 38), (178, 38)], "border")
    for x in (73.0, 108.0, 143.0):
        pencil.line([(x, 38), (x, 114)], "border")
    for y in (63.0, 88.0):
        pencil.line([(38, y), (178, y)], "border")
    for x in (72.0, 144.0):
        pencil.line([(x, 8), (x, 20)])
    pencil.bar(52, 27, 40)
    for x, y in ((44, 47), (79, 72), (149, 47)):
        pencil.box(QRectF(x, y, 23, 9), 3, fill="soft")
    pencil.box(QRectF(112, 66, 40, 18), 5, fill="surface", line="accent")
    pencil.disc(122, 75, 4)
    pencil.bar(131, 75, 13, "border", 3)


def _watch(pencil: _Pencil) -> None:
    pencil.box(_SHEET, 10, fill="surface", line="border")
    for y in (36.0, 64.0, 92.0):
        pencil.disc(56, y, 3.5, line=None, fill="accent" if y < 50 else "border")
        pencil.bar(70, y - 4, 74)
        pencil.bar(70, y + 6, 46)
    pencil.disc(168, 84, 22, fill="surface")
    pencil.line([(184, 100), (200, 116)])
    wave = QPainterPath(QPointF(156, 86))
    wave.lineTo(162, 86)
    wave.lineTo(166, 76)
    wave.lineTo(171, 92)
    wave.lineTo(174, 86)
    wave.lineTo(180, 86)
    pencil.path(wave)


def _exchanges(pencil: _Pencil) -> None:
    pencil.box(QRectF(34, 18, 112, 58), 10, fill="surface", line="border")
    for y, width in ((38, 80), (54, 52)):
        pencil.bar(50, y, width)
    bubble = QPainterPath(QPointF(100, 62))
    bubble.lineTo(176, 62)
    bubble.quadTo(184, 62, 184, 70)
    bubble.lineTo(184, 96)
    bubble.quadTo(184, 104, 176, 104)
    bubble.lineTo(170, 104)
    bubble.lineTo(170, 116)
    bubble.lineTo(156, 104)
    bubble.lineTo(100, 104)
    bubble.quadTo(92, 104, 92, 96)
    bubble.lineTo(92, 70)
    bubble.quadTo(92, 62, 100, 62)
    pencil.path(bubble, fill="surface")
    pencil.bar(106, 78, 62, "soft")
    pencil.bar(106, 90, 40, "soft")


def _statistics(pencil: _Pencil) -> None:
    pencil.box(_SHEET, 10, fill="surface", line="border")
    pencil.line([(56, 30), (56, 98), (162, 98)], "border")
    for x, height in ((68, 22), (92, 34), (116, 28), (140, 50)):
        pencil.box(QRectF(x, 98 - height, 14, height), 3, fill="soft")
    pencil.line([(75, 70), (99, 58), (123, 62), (147, 40)])
    for x, y in ((75, 70), (99, 58), (123, 62), (147, 40)):
        pencil.disc(x, y, 3, fill="surface")


def _library(pencil: _Pencil) -> None:
    pencil.box(QRectF(58, 12, 128, 88), 10, fill="bg", line="border")
    pencil.box(QRectF(34, 28, 128, 88), 10, fill="surface", line="border")
    pencil.box(QRectF(44, 38, 108, 52), 6, fill="soft")
    pencil.line([(52, 82), (78, 56), (96, 74), (110, 62), (142, 84)])
    pencil.disc(130, 52, 6)
    pencil.bar(46, 102, 60)


def _done(pencil: _Pencil) -> None:
    pencil.box(_SHEET, 10, fill="surface", line="border")
    for y in (40.0, 64.0, 88.0):
        pencil.line([(54, y), (58, y + 4), (66, y - 5)])
        pencil.bar(78, y, 76 if y != 64 else 52)
    pencil.disc(176, 96, 18, fill="surface")
    pencil.line([(168, 96), (174, 102), (185, 90)])


_DRAWINGS: Final[dict[Drawing, Callable[[_Pencil], None]]] = {
    "post": _post,
    "calendar": _calendar,
    "watch": _watch,
    "exchanges": _exchanges,
    "statistics": _statistics,
    "library": _library,
    "done": _done,
}
