"""What hundreds of chips have in common, drawn once and kept: grounds, rows of glyphs, measured words."""

from typing import NamedTuple

from PySide6.QtCore import QObject, QPointF, QRect, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPixmap, QStaticText

from cmstation.ui.icons import Icons
from cmstation.ui.theme.strokes import rounded
from cmstation.ui.theme.tokens import ColourRole, IconSize, Radius, Stroke, TypeRole

_GLYPH_GAP = 3
_MOST_WORDS = 4_000


class _Set(NamedTuple):
    """Words that are ready to be drawn."""

    text: QStaticText
    width: int
    height: int


class ChipArt(QObject):
    """Draws quickly what is drawn often."""

    def __init__(self, icons: Icons, parent: QObject) -> None:
        super().__init__(parent)
        self._icons = icons
        self._grounds: dict[tuple[int, int, ColourRole, ColourRole, float], QPixmap] = {}
        self._glyphs: dict[tuple[tuple[str, ...], float], QPixmap] = {}
        self._fits: dict[tuple[TypeRole, str, int], str] = {}
        self._sets: dict[tuple[TypeRole, str], _Set] = {}
        icons.theme.changed.connect(self.forget)

    def ground(self, painter: QPainter, chip: QRect, ground: ColourRole, bar: ColourRole) -> None:
        """Draw the round ground of a chip, with the colour of its line at the left."""
        density = painter.device().devicePixelRatio()
        key = (chip.width(), chip.height(), ground, bar, density)
        if key not in self._grounds:
            self._grounds[key] = self._ground(chip.size(), ground, bar, density)
        painter.drawPixmap(chip.topLeft(), self._grounds[key])

    def glyphs(self, painter: QPainter, line: QRect, networks: tuple[str, ...]) -> int:
        """Draw the glyphs of networks at the right end of a line; give their width."""
        if not networks:
            return 0
        density, width = painter.device().devicePixelRatio(), self.glyphs_width(len(networks))
        key = (networks, density)
        if key not in self._glyphs:
            self._glyphs[key] = self._strip(networks, width, density)
        place = QPointF(line.right() + 1 - width, line.top() + (line.height() - IconSize.TINY) / 2)
        painter.drawPixmap(place, self._glyphs[key])
        return width

    @staticmethod
    def glyphs_width(count: int) -> int:
        """Say how wide a row of glyphs is."""
        return max(0, count * (IconSize.TINY + _GLYPH_GAP) - _GLYPH_GAP)

    def width(self, text: str, font: TypeRole) -> int:
        """Say how wide words are."""
        return self._set(text, font).width

    def words(
        self, painter: QPainter, room: QRect, text: str, font: TypeRole, colour: ColourRole = "text"
    ) -> int:
        """Write one line in the middle of `room`, elided at its end; give the width it took."""
        theme = self._icons.theme
        found = self._set(self._fitted(text, font, room.width()), font)
        painter.setFont(theme.font(font))
        painter.setPen(theme.colour(colour))
        painter.drawStaticText(room.left(), room.top() + (room.height() - found.height) // 2, found.text)
        return found.width

    @Slot()
    def forget(self) -> None:
        """Draw everything anew: the colours are others now."""
        self._grounds.clear()
        self._glyphs.clear()

    # --- inside ---

    def _fitted(self, text: str, font: TypeRole, width: int) -> str:
        key = (font, text, width)
        found = self._fits.get(key)
        if found is None:
            if len(self._fits) > _MOST_WORDS:
                self._fits.clear()
                self._sets.clear()
            metrics = self._icons.theme.metrics(font)
            found = self._fits[key] = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, width))
        return found

    def _set(self, text: str, font: TypeRole) -> _Set:
        """Return words with their letters already placed: that is most of the work of drawing them."""
        found = self._sets.get((font, text))
        if found is None:
            ready = QStaticText(text)
            ready.setTextFormat(Qt.TextFormat.PlainText)
            ready.prepare(font=self._icons.theme.font(font))
            size = ready.size()
            found = self._sets[font, text] = _Set(ready, round(size.width() + 0.5), round(size.height()))
        return found

    def _ground(self, size: QSize, ground: ColourRole, bar: ColourRole, density: float) -> QPixmap:
        theme, pixmap = self._icons.theme, _blank(size, density)
        whole = QRect(0, 0, size.width(), size.height())
        painter = QPainter(pixmap)
        rounded(painter, whole, fill=theme.colour(ground), radius=Radius.SMALL)
        painter.setClipRect(QRect(0, 0, Stroke.SELECTED_BAR, size.height()))
        rounded(painter, whole, fill=theme.colour(bar), radius=Radius.SMALL)
        painter.end()
        return pixmap

    def _strip(self, networks: tuple[str, ...], width: int, density: float) -> QPixmap:
        pixmap = _blank(QSize(width, IconSize.TINY), density)
        painter = QPainter(pixmap)
        for place, network in enumerate(networks):
            x = place * (IconSize.TINY + _GLYPH_GAP)
            self._icons.paint(painter, x, 0, self._icons.network(network), "muted", IconSize.TINY)
        painter.end()
        return pixmap


def _blank(size: QSize, density: float) -> QPixmap:
    pixmap = QPixmap(size * density)
    pixmap.setDevicePixelRatio(density)
    pixmap.fill(Qt.GlobalColor.transparent)
    return pixmap
