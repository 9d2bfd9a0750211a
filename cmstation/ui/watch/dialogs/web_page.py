"""A page of the web: its address, what was read of it, and the officer's own words."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from cmstation.domain.watch import Item, SourceTrouble
from cmstation.ui.accounts.arc import Arc
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import SecondaryButton
from cmstation.ui.kit.labels import Paragraph
from cmstation.ui.theme.tokens import Space
from cmstation.ui.watch.words import trouble_words

_SUMMARY = 64


class WebPageForm(QWidget):
    """Asks for an address; what is behind it is read once and kept.

    Signals:
        page_wanted: an address.
    """

    page_wanted = Signal(str)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.item: Item | None = None
        self.address = QLineEdit(self)
        self.address.setPlaceholderText(self.tr("https://…"))
        self.address.setAccessibleName(self.tr("Address of the page"))
        self.read = SecondaryButton(icons, self.tr("Read the page"), parent=self)
        self.read.setAutoDefault(False)
        self.arc = Arc(icons, parent=self)
        self.told = Paragraph(icons, "", colour="muted", parent=self)
        self.title = QLineEdit(self)
        self.title.setReadOnly(True)
        self.title.setAccessibleName(self.tr("Title of the page"))
        self.title.setFont(icons.theme.font("strong"))
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("Text of the page"))
        self.summary = QPlainTextEdit(self)
        self.summary.setPlaceholderText(self.tr("In your own words, for the review"))
        self.summary.setAccessibleName(self.summary.placeholderText())
        self.summary.setTabChangesFocus(True)
        self.summary.setFixedHeight(_SUMMARY)
        self._lay_out()
        self.address.returnPressed.connect(self._begin)
        self.address.textChanged.connect(self._enable)
        self.read.clicked.connect(self._begin)
        self._show(self.tr("The page is read once, without pictures or trackers, and kept with its address."))
        self._enable()

    def own_words(self) -> str:
        """Return the officer's own words."""
        return self.summary.toPlainText().strip()

    def show_page(self, item: Item) -> None:
        """Show what was read."""
        self.item = item
        self.title.setText(item.title)
        self.title.setCursorPosition(0)
        self.text.setPlainText(item.text)
        self.summary.setPlainText(item.note)
        self._show(self.tr("The page is kept. It can be found under its title and its words."))
        self.summary.setFocus()

    def show_trouble(self, trouble: SourceTrouble, detail: str = "") -> None:
        """Say why the page could not be read."""
        more = self.tr("Copy its text instead, and paste it under “Paper press”.")
        self._show(f"{trouble_words(trouble, detail)} {more}", trouble=True)
        self.address.setFocus()

    def show_failure(self) -> None:
        """Stop waiting."""
        self._show("")

    # --- inside ---

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self.address, 1)
        row.addWidget(self.read)
        state = QHBoxLayout()
        state.setSpacing(Space.S)
        state.addWidget(self.arc)
        state.addWidget(self.told, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(row)
        column.addLayout(state)
        column.addWidget(self.title)
        column.addWidget(self.text, 1)
        column.addWidget(self.summary)
        column.addStretch(0)

    def _show(self, words: str, *, waits: bool = False, trouble: bool = False) -> None:
        self.arc.setVisible(waits)
        self.told.set_colour("warning" if trouble else "muted")
        self.told.setText(words)
        for part in (self.title, self.text, self.summary):
            part.setVisible(self.item is not None)

    @Slot()
    def _enable(self) -> None:
        self.read.setEnabled(bool(self.address.text().strip()))

    @Slot()
    def _begin(self) -> None:
        address = self.address.text().strip()
        if address:
            self.item = None
            self._show(self.tr("Reading the page…"), waits=True)
            self.page_wanted.emit(address)
