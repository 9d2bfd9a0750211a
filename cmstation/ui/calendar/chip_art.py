"""What hundreds of chips have in common, drawn once and kept: grounds, rows of glyphs, measured words."""

from typing import NamedTuple

from PySide6.QtCore import QObject, QPointF, QRect, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPixmap, QStaticText, QTextLayout, QTextOption

from cmstation.ui.icons import Icons
from cmstation.ui.theme.strokes import rounded
from cmstation.ui.theme.tokens import ColourRole, IconSize, Radius, Stroke, TypeRole

MARK_LEFT = 7
_GLYPH_GAP = 3
_MOST_WORDS = 4_000
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
        self._grounds: dict[tuple[int, int, Ground, float], QPixmap] = {}
        self._glyphs: dict[tuple[tuple[str, ...], float], QPixmap] = {}
        self._fits: dict[tuple[TypeRole, str, int], str] = {}
        self._folds: dict[tuple[TypeRole, str, int, int], tuple[str, ...]] = {}
        self._sets: dict[tuple[TypeRole, str], _Set] = {}
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

    def folded(self, text: str, font: TypeRole, width: int, most: int) -> tuple[str, ...]:
        """Break words into at most some lines; the last one keeps the rest, to be elided."""
        key = (font, text, width, most)
        found = self._folds.get(key)
        if found is None:
            if len(self._folds) > _MOST_WORDS:
                self._folds.clear()
            found = self._folds[key] = tuple(self._fold(text, font, width, most))
        return found

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

    def _fold(self, text: str, font: TypeRole, width: int, most: int) -> list[str]:
        layout = QTextLayout(text, self._icons.theme.font(font))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        layout.setTextOption(option)
        lines: list[str] = []
        layout.beginLayout()
        while len(lines) < most - 1 and (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            start = line.textStart()
            lines.append(text[start : start + line.textLength()].rstrip())
        layout.endLayout()
        used = layout.lineAt(len(lines) - 1) if lines else None
        rest = text[used.textStart() + used.textLength() :] if used is not None else text
        return [*lines, rest] if rest else lines

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
