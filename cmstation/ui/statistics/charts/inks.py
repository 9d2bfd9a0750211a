"""Colours, dashes and shapes of charts: each line differs from the others in more than its colour."""

from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from cmstation.ui.theme.tokens import DARK, ColourRole, Palette

Shape = Literal["circle", "square", "triangle", "diamond", "triangle_down", "plus", "cross"]

SHAPES: Final[tuple[Shape, ...]] = (
    "circle",
    "square",
    "triangle",
    "diamond",
    "triangle_down",
    "plus",
    "cross",
)
_DASHES: Final[tuple[tuple[float, ...], ...]] = ((), (5, 2), (), (7, 2, 1.5, 2), (2, 1.6), (), (9, 3))
# Role, and how far it leans on the surface (below zero: on the text), in light and in dark. Chosen so that
# any two differ by a distance of 18 in CIELAB or more for every kind of sight, that neighbours differ in
# lightness, and that each has a contrast of 3 or more on the surface.
_BLENDS: Final[tuple[tuple[ColourRole, float, float], ...]] = (
    ("info", 0.0, 0.15),
    ("good", 0.35, 0.5),
    ("danger", -0.35, 0.0),
    ("plum", 0.35, 0.5),
    ("accent", -0.6, -0.5),
    ("warning", 0.15, 0.35),
    ("text", 0.35, 0.4),
)


@dataclass(frozen=True, slots=True)
class LineInk:
    """How one line is drawn; an empty `dash` is a full line."""

    colour: QColor
    dash: tuple[float, ...]
    shape: Shape


class Inks:
    """The colours of one palette, as charts use them."""

    def __init__(self, palette: Palette) -> None:
        self._palette = palette
        self._colours: dict[str, QColor] = {}

    @property
    def palette(self) -> Palette:
        """The palette whose colours these are."""
        return self._palette

    def colour(self, role: ColourRole) -> QColor:
        """Give a colour of the palette."""
        found = self._colours.get(role)
        if found is None:
            found = self._colours[role] = QColor(getattr(self._palette, role))
        return found

    def line(self, place: int) -> LineInk:
        """Give how the line at a place is drawn; after seven lines the shapes change."""
        turn, place = divmod(place, len(_BLENDS))
        role, light, dark = _BLENDS[place]
        lean = dark if self._palette is DARK else light
        colour = self.blend(role, "surface" if lean >= 0 else "text", abs(lean))
        return LineInk(colour, _DASHES[(place + turn) % 7], SHAPES[(place + 3 * turn) % 7])

    def blend(self, role: ColourRole, other: ColourRole, part: float) -> QColor:
        """Mix two colours.

        Args:
            part: how much of the other, from 0 to 1.
        """
        one, two = self.colour(role), self.colour(other)
        return QColor(
            round(one.red() + (two.red() - one.red()) * part),
            round(one.green() + (two.green() - one.green()) * part),
            round(one.blue() + (two.blue() - one.blue()) * part),
        )

    def readable_on(self, ground: QColor) -> QColor:
        """Give the palette's colour of words that stands out on a ground."""
        pairs = (self.colour("text"), self.colour("surface"))
        return max(pairs, key=lambda ink: contrast(ink, ground))


def contrast(one: QColor, two: QColor) -> float:
    """Return the contrast of two colours, from 1 to 21, as WCAG measures it."""
    light, dark = sorted((_luminance(one), _luminance(two)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def draw_shape(painter: QPainter, at: QPointF, ink: LineInk, ground: QColor, radius: float = 3.5) -> None:
    """Draw the mark of a line around a point, with a thin edge of the ground."""
    if ink.shape in ("plus", "cross"):
        painter.setPen(QPen(ground, 4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape_path(ink.shape, at, radius))
        painter.setPen(QPen(ink.colour, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    else:
        painter.setPen(QPen(ground, 1))
        painter.setBrush(ink.colour)
    painter.drawPath(shape_path(ink.shape, at, radius))


def shape_path(shape: Shape, at: QPointF, radius: float) -> QPainterPath:
    """Give the outline of a shape around a point."""
    path, x, y, r = QPainterPath(), at.x(), at.y(), radius
    match shape:
        case "circle":
            path.addEllipse(at, r, r)
        case "square":
            path.addRect(QRectF(x - r * 0.9, y - r * 0.9, r * 1.8, r * 1.8))
        case "triangle":
            _polygon(path, [(x, y - r * 1.2), (x + r * 1.15, y + r * 0.9), (x - r * 1.15, y + r * 0.9)])
        case "triangle_down":
            _polygon(path, [(x, y + r * 1.2), (x + r * 1.15, y - r * 0.9), (x - r * 1.15, y - r * 0.9)])
        case "diamond":
            _polygon(path, [(x, y - r * 1.3), (x + r * 1.3, y), (x, y + r * 1.3), (x - r * 1.3, y)])
        case "plus":
            _strokes(path, [(x - r, y, x + r, y), (x, y - r, x, y + r)])
        case "cross":
            d = r * 0.8
            _strokes(path, [(x - d, y - d, x + d, y + d), (x - d, y + d, x + d, y - d)])
    return path


def _polygon(path: QPainterPath, points: list[tuple[float, float]]) -> None:
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    path.closeSubpath()


def _strokes(path: QPainterPath, lines: list[tuple[float, float, float, float]]) -> None:
    for x1, y1, x2, y2 in lines:
        path.moveTo(x1, y1)
        path.lineTo(x2, y2)
