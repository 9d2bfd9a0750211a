"""The card that leads to a page in the browser, and waits for the person to come back."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cmstation.ui.accounts.arc import Arc
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import LinkButton, SecondaryButton
from cmstation.ui.kit.labels import ElidedLabel, Paragraph
from cmstation.ui.kit.surfaces import Card
from cmstation.ui.theme.tokens import Space


class BrowserCard(Card):
    """A sentence and a button; then an arc and a way to give up.

    Signals:
        wanted: the person wants the page.
        given_up: the person no longer waits.
    """

    wanted = Signal()
    given_up = Signal()

    def __init__(self, icons: Icons, *, parent: QWidget | None = None) -> None:
        super().__init__(icons, "bg", line=None, parent=parent)
        self._address = ""
        self._words = Paragraph(icons)
        self.button = SecondaryButton(icons, "", icon="external")
        self._waiting = ElidedLabel(icons, self.tr("Waiting for your answer in the browser…"), font="medium")
        self._arc = Arc(icons)
        self.cancel = SecondaryButton(icons, self.tr("Stop waiting"), size="small")
        self.copy = LinkButton(icons, self.tr("Copy the address"), icon="copy")
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(self._words)
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        row.addWidget(self.button)
        row.addWidget(self._arc)
        row.addWidget(self._waiting)
        row.addWidget(self.cancel)
        row.addWidget(self.copy)
        row.addStretch(1)
        column.addLayout(row)
        self.button.setAutoDefault(False)
        self.cancel.setAutoDefault(False)
        self.button.clicked.connect(self.wanted)
        self.cancel.clicked.connect(self.given_up)
        self.copy.clicked.connect(self._copy)
        self.offer("", "")

    def offer(self, words: str, button: str) -> None:
        """Offer a page; no button without words for it."""
        self._words.setText(words)
        self._words.updateGeometry()
        self.button.setText(button)
        self._show_waiting(False)
        self.button.setVisible(bool(button))

    def wait(self) -> None:
        """Say that the browser has the page."""
        self._address = ""
        self._show_waiting(True)
        self.cancel.setFocus()

    @property
    def waiting(self) -> bool:
        """Whether the card waits."""
        return not self._waiting.isHidden()

    @Slot(str, bool)
    def page_opened(self, address: str, taken: bool) -> None:
        """Offer the address for copying; say so plainly when no browser took it."""
        self._address = address
        self.copy.show()
        if not taken:
            self._words.setText(
                self.tr("No browser opened. Copy the address and open it yourself; this page keeps waiting.")
            )
            self._words.updateGeometry()

    def _show_waiting(self, waiting: bool) -> None:
        self.button.setVisible(not waiting)
        for widget in (self._arc, self._waiting, self.cancel):
            widget.setVisible(waiting)
        self.copy.setVisible(waiting and bool(self._address))

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._address)
