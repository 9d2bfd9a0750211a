"""Two texts in one: what was taken out struck through, what was added underlined."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from cmstation.domain.text_diff import Change, Run
from cmstation.ui.icons import Icons
from cmstation.ui.theme.tokens import Space


class DifferenceView(QTextEdit):
    """Shows a word-level difference; colour, stroke and underline say the same."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._runs: tuple[Run, ...] = ()
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setAccessibleName(self.tr("Difference between the two texts"))
        self.document().setDefaultFont(icons.theme.font("post"))
        self.document().setDocumentMargin(Space.M)
        icons.theme.changed.connect(self._fill)

    def show_runs(self, runs: tuple[Run, ...]) -> None:
        """Show a difference."""
        self._runs = runs
        self._fill()

    @Slot()
    def _fill(self) -> None:
        self.clear()
        looks = {Change.SAME: QTextCharFormat(), Change.ADDED: self._added(), Change.REMOVED: self._removed()}
        cursor = QTextCursor(self.document())
        for run in self._runs:
            cursor.insertText(run.text, looks[run.change])
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _added(self) -> QTextCharFormat:
        look = QTextCharFormat()
        look.setForeground(self._icons.theme.colour("good"))
        look.setBackground(self._icons.theme.colour("good_soft"))
        look.setFontUnderline(True)
        return look

    def _removed(self) -> QTextCharFormat:
        look = QTextCharFormat()
        look.setForeground(self._icons.theme.colour("danger"))
        look.setBackground(self._icons.theme.colour("danger_soft"))
        look.setFontStrikeOut(True)
        return look
