"""What a dialog says while a mailbox is asked: nothing yet, waiting, or what is wrong."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cmstation.ui.accounts.arc import Arc
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import SecondaryButton
from cmstation.ui.kit.labels import Paragraph, Words
from cmstation.ui.kit.surfaces import Card
from cmstation.ui.theme.tokens import Space


class MailboxProgress(QWidget):
    """One of three things.

    Signals:
        stopped: nobody waits for the answer any longer.
    """

    stopped = Signal()

    def __init__(self, icons: Icons, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._waiting = QWidget(self)
        row = QHBoxLayout(self._waiting)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.M)
        row.addWidget(Arc(icons, parent=self._waiting))
        self._doing = Words(icons, "", parent=self._waiting)
        row.addWidget(self._doing, 1)
        self.stop = SecondaryButton(icons, self.tr("Stop"), parent=self._waiting)
        self.stop.setAutoDefault(False)
        self.stop.clicked.connect(self.stopped)
        row.addWidget(self.stop)
        self._card = Card(icons, "warning_soft", line=None, parent=self)
        inner = QVBoxLayout(self._card)
        inner.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        self._words = Paragraph(icons, "", parent=self._card)
        inner.addWidget(self._words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._waiting)
        column.addWidget(self._card)
        self.rest()

    @property
    def waits(self) -> bool:
        """Whether an answer is on its way."""
        return not self._waiting.isHidden()

    @property
    def trouble(self) -> str:
        """What is said to be wrong, "" when nothing is."""
        return "" if self._card.isHidden() else self._words.text()

    def rest(self) -> None:
        """Say nothing."""
        self._waiting.hide()
        self._card.hide()

    def wait(self, doing: str) -> None:
        """Say what is being done."""
        self._card.hide()
        self._doing.setText(doing)
        self._waiting.show()
        self.stop.setFocus()

    def tell(self, words: str) -> None:
        """Say what is wrong."""
        self._waiting.hide()
        self._words.setText(words)
        self._words.updateGeometry()
        self._card.setAccessibleName(words)
        self._card.show()
