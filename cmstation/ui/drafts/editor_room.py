"""The room of the text: the editor as high as its text, and right below it how long the text is."""

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QMouseEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cmstation.ui.drafts.editor import WIDEST, PostEditor
from cmstation.ui.drafts.icon_words import IconWords
from cmstation.ui.icons import Icons
from cmstation.ui.kit.labels import Note
from cmstation.ui.theme.tokens import TYPE, Height, Space

LEAST_LINES = 3


class LengthLine(QWidget):
    """Says how long the text is, and by how much it is too long."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.trouble = IconWords(icons, font="note_strong", ink=None, parent=self)
        self.figure = Note(icons, "", parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.trouble, 1)
        row.addWidget(self.figure)

    def show_trouble(self, words: str) -> None:
        """Say what is wrong with the text, "" when nothing is."""
        self.trouble.say(words, "failed", "danger")


class EditorRoom(QWidget):
    """Places the editor and its line; a click in the empty room below goes on writing at the end."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = PostEditor(icons, self)
        self.line = LengthLine(icons, self)
        self.editor.height_wanted.connect(self._place)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.line.setCursor(Qt.CursorShape.ArrowCursor)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, Space.S + LEAST_LINES * TYPE["post"].line + Height.SMALL)

    def sizeHint(self) -> QSize:
        return QSize(WIDEST, 240)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._place()

    def mouseReleaseEvent(self, event: QMouseEvent, /) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.editor.setFocus(Qt.FocusReason.MouseFocusReason)
            self.editor.moveCursor(QTextCursor.MoveOperation.End)

    @Slot()
    def _place(self) -> None:
        width = min(self.width(), WIDEST)
        most = self.height() - Space.S - Height.SMALL - Space.XS
        least = LEAST_LINES * TYPE["post"].line
        high = max(least, min(self.editor.text_height() + Space.XS, most))
        self.editor.setGeometry(0, Space.S, width, high)
        self.line.setGeometry(0, Space.S + high + Space.XS, width, Height.SMALL)
