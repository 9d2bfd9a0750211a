"""Colour links, tags and mentions while one writes."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat, QTextDocument

from cmstation.ui.drafts.plain_text import utf16_length
from cmstation.ui.drafts.preview.text_marks import marks
from cmstation.ui.icons import Icons


class TextColours(QSyntaxHighlighter):
    """Writes what networks turn into links in the accent colour."""

    def __init__(self, icons: Icons, document: QTextDocument) -> None:
        super().__init__(document)
        self._icons = icons
        icons.theme.changed.connect(self._recolour)

    def highlightBlock(self, text: str, /) -> None:
        look = QTextCharFormat()
        look.setForeground(self._icons.theme.colour("accent"))
        passed = 0
        place = 0
        for mark in marks(text):
            place += utf16_length(text[passed : mark.start])
            length = utf16_length(text[mark.start : mark.end])
            self.setFormat(place, length, look)
            passed = mark.end
            place += length

    @Slot()
    def _recolour(self) -> None:
        self.rehighlight()
