"""Words that lists draw again and again: measured, elided, folded and laid out once."""

from typing import NamedTuple

from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtGui import QPainter, QStaticText, QTextLayout, QTextOption

from cmstation.ui.icons import Icons
from cmstation.ui.theme.tokens import ColourRole, TypeRole

_MOST_WORDS = 4_000


class _Set(NamedTuple):
    """Words that are ready to be drawn."""

    text: QStaticText
    width: int
    height: int


class KeptWords(QObject):
    """Writes quickly what is written often."""

    def __init__(self, icons: Icons, parent: QObject) -> None:
        super().__init__(parent)
        self._icons = icons
        self._fits: dict[tuple[TypeRole, str, int], str] = {}
        self._folds: dict[tuple[TypeRole, str, int, int], tuple[str, ...]] = {}
        self._sets: dict[tuple[TypeRole, str], _Set] = {}

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
