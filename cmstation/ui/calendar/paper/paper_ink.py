"""Pens of the printed plan: everything in points, light colours, text that is never cut."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption

from cmstation.ui.icons import Icons
from cmstation.ui.theme.tokens import LIGHT, ColourRole

# Fonts are measured in whole units: ten of them make a point, so that 7.5 points can be written.
FINE = 10
_INCH = 72
_HAIR = 0.5


class Ink:
    """Draws with one painter, in points from the upper left corner of the printable page.

    Args:
        icons: whose typeface and shapes are printed.
    """

    def __init__(self, painter: QPainter, icons: Icons) -> None:
        self.painter = painter
        self._icons = icons
        self._fonts: dict[tuple[float, bool], QFont] = {}
        density = painter.device().logicalDpiX()
        painter.scale(density / (_INCH * FINE), density / (_INCH * FINE))

    def colour(self, role: ColourRole) -> QColor:
        """Give a light colour: paper is white."""
        return QColor(getattr(LIGHT, role))

    def line(
        self,
        rect: QRectF,
        text: str,
        size: float,
        *,
        strong: bool = False,
        colour: ColourRole = "text",
        right: bool = False,
    ) -> None:
        """Write one line in the middle of a rectangle, elided when it is too long."""
        font = self._font(size, strong=strong)
        fine = _fine(rect)
        words = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, fine.width())
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        self.painter.setFont(font)
        self.painter.setPen(self.colour(colour))
        flags = Qt.TextFlag.TextSingleLine.value | side.value | Qt.AlignmentFlag.AlignVCenter.value
        self.painter.drawText(fine, flags, words)

    def width(self, text: str, size: float, *, strong: bool = False) -> float:
        """Measure one line."""
        return QFontMetricsF(self._font(size, strong=strong)).horizontalAdvance(text) / FINE

    def folded(self, text: str, size: float, width: float, *, strong: bool = False) -> list[str]:
        """Cut a text into the lines that fit a width."""
        layout = QTextLayout(" ".join(text.split()), self._font(size, strong=strong))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        words, lines = layout.text(), list[str]()
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1.0, width * FINE))
            start = line.textStart()
            lines.append(words[start : start + line.textLength()].strip())
        layout.endLayout()
        return lines or [""]

    def fill(self, rect: QRectF, colour: ColourRole) -> None:
        """Fill a rectangle."""
        self.painter.fillRect(_fine(rect), self.colour(colour))

    def rule(self, start: QPointF, end: QPointF, colour: ColourRole = "border") -> None:
        """Draw a thin line."""
        self.painter.setPen(QPen(self.colour(colour), _HAIR * FINE))
        self.painter.drawLine(start * FINE, end * FINE)

    def shape(self, place: QPointF, name: str, colour: ColourRole, side: float) -> None:
        """Draw an icon as lines, sharp at any size."""
        room = _fine(QRectF(place.x(), place.y(), side, side))
        self._icons.paint_sharp(self.painter, room, name, self.colour(colour))

    def network(self, place: QPointF, key: str, side: float) -> None:
        """Draw the glyph of a network."""
        self.shape(place, self._icons.network(key), "muted", side)

    def _font(self, size: float, *, strong: bool = False) -> QFont:
        found = self._fonts.get((size, strong))
        if found is None:
            found = QFont(self._icons.theme.font("strong" if strong else "text"))
            found.setPixelSize(round(size * FINE))
            found.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            self._fonts[size, strong] = found
        return found


def _fine(rect: QRectF) -> QRectF:
    return QRectF(rect.x() * FINE, rect.y() * FINE, rect.width() * FINE, rect.height() * FINE)
