"""What hundreds of chips have in common, drawn once and kept: grounds, rows of glyphs, words."""

from typing import NamedTuple

from PySide6.QtCore import QObject, QPointF, QRect, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPixmap

from cmstation.ui.icons import Icons
from cmstation.ui.kit.kept_words import KeptWords
from cmstation.ui.theme.strokes import rounded
from cmstation.ui.theme.tokens import ColourRole, IconSize, Radius, Stroke

MARK_LEFT = 7
_GLYPH_GAP = 3
_MOST_GROUNDS = 400


class Ground(NamedTuple):
    """How the ground of a chip looks.

    Args:
        fill: its colour; `bar` that of its left edge, None without one.
        line: of its outline, None without one.
        before, after: whether the chip goes on to the left or to the right, and has no corners there.
        mark, ink: the small icon at the left of its first line, "" without one, and its colour.
    """

    fill: ColourRole
    bar: ColourRole | None
    line: ColourRole | None = None
    dashed: bool = False
    before: bool = False
    after: bool = False
    mark: str = ""
    ink: ColourRole = "text"
    mark_top: int = 0


class ChipArt(KeptWords):
    """Draws quickly what is drawn often."""

    def __init__(self, icons: Icons, parent: QObject) -> None:
        super().__init__(icons, parent)
        self._grounds: dict[tuple[int, int, Ground, float], QPixmap] = {}
        self._glyphs: dict[tuple[tuple[str, ...], float], QPixmap] = {}
        icons.theme.changed.connect(self.forget)

    def ground(self, painter: QPainter, chip: QRect, ground: Ground) -> None:
        """Draw the round ground of a chip, with the colour of its line at the left."""
        density = painter.device().devicePixelRatio()
        key = (chip.width(), chip.height(), ground, density)
        found = self._grounds.get(key)
        if found is None:
            if len(self._grounds) > _MOST_GROUNDS:  # sizes change while a window is drawn larger
                self._grounds.clear()
            found = self._grounds[key] = self._ground(chip.size(), ground, density)
        painter.drawPixmap(chip.topLeft(), found)

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

    @Slot()
    def forget(self) -> None:
        """Draw everything anew: the colours are others now."""
        self._grounds.clear()
        self._glyphs.clear()

    # --- inside ---

    def _ground(self, size: QSize, ground: Ground, density: float) -> QPixmap:
        theme, pixmap = self._icons.theme, _blank(size, density)
        seen = QRect(0, 0, size.width(), size.height())
        # A side without corners is drawn outside of what is seen.
        whole = seen.adjusted(-Radius.CONTROL * ground.before, 0, Radius.CONTROL * ground.after, 0)
        line = theme.colour(ground.line) if ground.line else None
        painter = QPainter(pixmap)
        rounded(
            painter,
            whole,
            fill=theme.colour(ground.fill),
            line=line,
            radius=Radius.SMALL,
            dashed=ground.dashed,
        )
        if ground.bar is not None and not ground.before:
            painter.setClipRect(QRect(0, 0, Stroke.SELECTED_BAR, size.height()))
            rounded(painter, whole, fill=theme.colour(ground.bar), radius=Radius.SMALL)
            painter.setClipping(False)
        if ground.mark:
            self._icons.paint(painter, MARK_LEFT, ground.mark_top, ground.mark, ground.ink, IconSize.TINY)
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
