"""Publish by hand with everything prepared: text on the clipboard, page open, pictures in a folder."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from cmstation.domain.changes import Changes
from cmstation.services.assisted import HandOver, NotALink, checked_link
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import GhostButton, PrimaryButton, SecondaryButton
from cmstation.ui.kit.dialogs import DialogFrame
from cmstation.ui.kit.flow_layout import FlowLayout
from cmstation.ui.kit.labels import Note, Paragraph, SectionTitle
from cmstation.ui.theme.tokens import Space

if TYPE_CHECKING:
    from cmstation.services.station import Station
    from cmstation.ui.commands import Commands

WIDTH = 600
FIRST_LETTERS = 400


class HandOverDialog(DialogFrame):
    """Stays beside the browser until the link is given.

    Signals:
        page_wanted: an address to open.
    """

    page_wanted = Signal(str)

    def __init__(
        self, icons: Icons, given: HandOver, station: "Station", commands: "Commands", parent: QWidget
    ) -> None:
        title = self.tr("Publish on {account}").format(account=given.account.name)
        super().__init__(icons, title, parent=parent)
        self._given = given
        self._station = station
        self._commands = commands
        self.setMinimumWidth(WIDTH)
        self.body.addWidget(SectionTitle(icons, self.tr("1. Paste"), parent=self))
        steps = self.tr("The page is open in your browser and the text is copied: paste it there.")
        self.body.addWidget(Paragraph(icons, steps, parent=self))
        shown = " ".join(given.text.split())
        quoted = f"{shown[:FIRST_LETTERS].rstrip()}…" if len(shown) > FIRST_LETTERS else shown
        self.body.addWidget(Paragraph(icons, quoted, colour="muted", parent=self))
        self.body.addLayout(self._copies(icons))
        if given.files:
            count = self.tr("%n picture(s) ready in a folder", "", len(given.files))
            self.body.addWidget(SectionTitle(icons, count, parent=self))
            self.body.addLayout(self._pictures(icons))
        self.body.addWidget(SectionTitle(icons, self.tr("2. Give the link back"), parent=self))
        self.field = QLineEdit(self)
        self.field.setPlaceholderText("https://")
        self.field.setAccessibleName(self.tr("Address of the post"))
        self._trouble = Paragraph(icons, "", font="note_strong", colour="danger", parent=self)
        self._trouble.hide()
        self.body.addWidget(self.field)
        self.body.addWidget(self._trouble)
        later = SecondaryButton(icons, self.tr("Later"), parent=self)
        later.clicked.connect(self.reject)
        self.keep = PrimaryButton(icons, self.tr("It is live there"), parent=self)
        self.keep.clicked.connect(self._keep)
        self.add_foot_left(Note(icons, self.tr("The header keeps count of what waits for you."), parent=self))
        self.add_button(later)
        self.add_button(self.keep, default=True)

    def start(self) -> None:
        """Copy the text and open the page."""
        self._copy(self._given.text)
        self.page_wanted.emit(self._given.page)

    def _copies(self, icons: Icons) -> FlowLayout:
        row = FlowLayout(spacing=Space.S)
        offers = [
            (self.tr("Copy the text"), self._given.text),
            (self.tr("Copy the title"), self._given.title),
            (self.tr("Copy the first comment"), self._given.first_comment),
        ]
        for words, text in offers:
            if text:
                self._add_copy(icons, row, words, text)
        page = GhostButton(icons, self.tr("Open the page"), icon="external", size="small", parent=self)
        page.clicked.connect(lambda: self.page_wanted.emit(self._given.page))
        row.addWidget(page)
        return row

    def _pictures(self, icons: Icons) -> FlowLayout:
        row = FlowLayout(spacing=Space.S)
        folder = SecondaryButton(icons, self.tr("Open the folder"), icon="folder", size="small", parent=self)
        folder.clicked.connect(self._open_folder)
        row.addWidget(folder)
        for number, words in enumerate(self._given.alt_texts, start=1):
            if words:
                label = self.tr("Copy alternative text {number}").format(number=number)
                self._add_copy(icons, row, label, words)
        return row

    def _add_copy(self, icons: Icons, row: FlowLayout, words: str, text: str) -> None:
        button = SecondaryButton(icons, words, icon="copy", size="small", parent=self)
        button.clicked.connect(lambda: self._copy(text))
        row.addWidget(button)

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)

    @Slot()
    def _open_folder(self) -> None:
        if self._given.folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._given.folder)))

    @Slot()
    def _keep(self) -> None:
        try:
            link = checked_link(self.field.text())
        except NotALink:
            self._trouble.setText(self.tr("This is not the address of a post: it begins with https://."))
            self._trouble.show()
            self.field.setFocus()
            return
        station, delivery = self._station, self._given.delivery

        def work() -> Changes:
            changes = station.outbox.is_live(delivery, link)
            station.assistant.clear(delivery)
            return changes

        self._commands.run(work)
        self.accept()
