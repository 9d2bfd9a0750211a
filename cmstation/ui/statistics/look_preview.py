"""A small picture of a report's first page in the clinic's colour, and the colours that a logo has."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cmstation.ui.theme.tokens import Radius, Space

if TYPE_CHECKING:
    from cmstation.desktop.report_colours import ReportColours
    from cmstation.ui.icons import Icons

_WIDTH, _HEIGHT = 236, 232
_LOGO = QSize(72, 34)
_BARS = (0.92, 0.64, 0.41)
_SMALL = 40  # pixels of a logo that tell its colours
_GROUP = 40  # colours that differ less are one
_LEAST_SATURATION, _LEAST_SHARE = 60, 0.02
_MOST_SUGGESTED = 4


class LookPreview(QWidget):
    """A page as it would be printed: paper is white, whatever the window's colours are."""

    def __init__(self, icons: "Icons", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._clinic = ""
        self._logo = QImage()
        self._colours: ReportColours | None = None
        self.setFixedSize(_WIDTH, _HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Preview of the report"))

    def show_look(self, clinic: str, logo: QImage, colours: "ReportColours") -> None:
        """Show a name, a logo and a colour."""
        self._clinic, self._logo, self._colours = clinic, logo, colours
        self.setAccessibleDescription(
            self.tr("Titles in {text}, bars in {mark}").format(text=colours.text, mark=colours.mark)
        )
        self.update()

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        colours = self._colours
        if colours is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(self._icons.theme.colour("border"))
        painter.setBrush(QColor(Qt.GlobalColor.white))
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), Radius.CONTROL, Radius.CONTROL
        )
        self._draw_head(painter, colours)
        self._draw_answer(painter, colours)

    # --- inside ---

    def _draw_head(self, painter: QPainter, colours: "ReportColours") -> None:
        left, room = Space.L, _WIDTH - 2 * Space.L
        if not self._logo.isNull():
            size = self._logo.size().scaled(_LOGO, Qt.AspectRatioMode.KeepAspectRatio)
            painter.drawImage(QRectF(QPointF(_WIDTH - left - size.width(), left), size.toSizeF()), self._logo)
            room -= _LOGO.width() + Space.S
        self._write(painter, QRectF(left, left, room, 16), self._clinic, colours.text, "note_strong")
        self._write(painter, QRectF(left, left + 18, room, 24), self.tr("Report"), "", "section")
        painter.fillRect(QRectF(left, 66, _WIDTH - 2 * left, 3), QColor(colours.band))

    def _draw_answer(self, painter: QPainter, colours: "ReportColours") -> None:
        left, room = Space.L, _WIDTH - 2 * Space.L
        self._write(painter, QRectF(left, 80, room, 18), self.tr("What worked"), colours.text, "strong")
        painter.fillRect(QRectF(left, 101, room, 1), QColor(colours.soft))
        for number, share in enumerate(_BARS):
            painter.fillRect(QRectF(left, 112 + number * 20, room * share, 12), QColor(colours.mark))
        across = room / len(colours.steps)
        for number, one in enumerate(colours.steps):
            painter.fillRect(QRectF(left + number * across, 184, across - 2, 20), QColor(one))

    def _write(self, painter: QPainter, place: QRectF, words: str, colour: str, font: str) -> None:
        from cmstation.desktop.report_look import INK  # noqa: PLC0415 - after the first paint

        chosen: QFont = self._icons.theme.font(font)  # pyright: ignore[reportArgumentType]
        painter.setFont(chosen)
        painter.setPen(QColor(colour or INK))
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(place.width()))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)


def colours_in(logo: QImage) -> tuple[str, ...]:
    """Return the colours that a logo has most of, greys left out, as "#RRGGBB"."""
    if logo.isNull():
        return ()
    small = logo.scaled(_SMALL, _SMALL, Qt.AspectRatioMode.KeepAspectRatio)
    small = small.convertToFormat(QImage.Format.Format_ARGB32)
    counts: dict[tuple[int, int, int], list[QColor]] = {}
    for y in range(small.height()):
        for x in range(small.width()):
            pixel = small.pixelColor(x, y)
            if pixel.alpha() > 200 and pixel.hsvSaturation() >= _LEAST_SATURATION:
                group = (pixel.red() // _GROUP, pixel.green() // _GROUP, pixel.blue() // _GROUP)
                counts.setdefault(group, []).append(pixel)
    least = small.width() * small.height() * _LEAST_SHARE
    found = sorted((one for one in counts.values() if len(one) >= least), key=len, reverse=True)
    return tuple(one[len(one) // 2].name().upper() for one in found[:_MOST_SUGGESTED])
