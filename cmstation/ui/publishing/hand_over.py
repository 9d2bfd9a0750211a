"""Publish by hand with everything prepared: text on the clipboard, page open, pictures in a folder."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import GhostButton, PrimaryButton, SecondaryButton
from cmstation.ui.kit.dialogs import DialogFrame
from cmstation.ui.kit.labels import ElidedLabel, Note, SectionTitle
from cmstation.ui.kit.networks import NetworkLabel
from cmstation.ui.kit.surfaces import Card
from cmstation.ui.publishing.first_lines import FirstLines
from cmstation.ui.publishing.link_field import LinkField
from cmstation.ui.theme.tokens import IconSize, Space

if TYPE_CHECKING:
    from cmstation.services.assisted import HandOver

WIDTH = 640
LINES = 3


class HandOverDialog(DialogFrame):
    """Stays beside the browser until the link is given, and dims nothing.

    Signals:
        page_wanted: an address to open.
        folder_wanted: a folder to open.
        live: the address of the post, checked.
    """

    page_wanted = Signal(str)
    folder_wanted = Signal(object)
    live = Signal(str)

    def __init__(self, icons: Icons, given: "HandOver", parent: QWidget) -> None:
        title = self.tr("Publish on {account}").format(account=given.account.name)
        super().__init__(icons, title, parent=parent)
        self.given = given
        self._copied: SecondaryButton | None = None
        self.setFixedWidth(WIDTH)
        self._head()
        self._text_step()
        if given.files:
            self._pictures_step()
        if given.first_comment:
            self._comment_step()
        self.link = LinkField(icons, self)
        self._step(self.tr("Give the link back"), self.tr("Copy the address of the post once it is live."))
        self.body.addWidget(self.link)
        later = SecondaryButton(icons, self.tr("Later"), parent=self)
        later.clicked.connect(self.reject)
        self.keep = PrimaryButton(icons, self.tr("It is live"), parent=self)
        self.keep.clicked.connect(self._keep)
        self.add_foot_left(Note(icons, self.tr("The header keeps count of what waits for you."), parent=self))
        self.add_button(later)
        self.add_button(self.keep, default=True)

    def start(self) -> None:
        """Copy the text, open the page, and the folder when pictures lie there."""
        self.copy_text.click()
        if self.given.folder is not None:
            self.folder_wanted.emit(self.given.folder)
        # Last, so that the browser is in front.
        self.page_wanted.emit(self.given.page)
        self.link.field.setFocus()

    # --- the steps ---

    def _head(self) -> None:
        account = self.given.account
        name = NetworkLabel(
            self.icons,
            account.network.value,
            self.windowTitle(),
            font="page",
            size=IconSize.NORMAL,
            parent=self,
        )
        self.body.addWidget(name)
        self._steps = 0

    def _step(self, title: str, note: str = "") -> None:
        self._steps += 1
        self.body.addSpacing(Space.XS)
        line = QHBoxLayout()
        line.setSpacing(Space.S)
        line.addWidget(SectionTitle(self.icons, f"{self._steps}. {title}", parent=self))
        line.addWidget(ElidedLabel(self.icons, note, font="note", colour="muted", parent=self), 1)
        self.body.addLayout(line)

    def _text_step(self) -> None:
        self._step(
            self.tr("Paste the text"), self.tr("The page is open in your browser; the text is copied.")
        )
        card = Card(self.icons, "bg", line="line", parent=self)
        column = QVBoxLayout(card)
        column.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        lines = FirstLines(self.icons, self.given.text, LINES, parent=card)
        lines.setFixedHeight(lines.heightForWidth(WIDTH - 2 * Space.XL - 2 * Space.M))
        column.addWidget(lines)
        self.body.addWidget(card)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        self.copy_text = self._copy_button(self.tr("Copy the text"), self.given.text)
        row.addWidget(self.copy_text)
        if self.given.title:
            row.addWidget(self._copy_button(self.tr("Copy the title"), self.given.title))
        page = GhostButton(self.icons, self.tr("Open the page"), icon="external", size="small", parent=self)
        page.clicked.connect(lambda: self.page_wanted.emit(self.given.page))
        row.addWidget(page)
        row.addStretch(1)
        self.body.addLayout(row)

    def _pictures_step(self) -> None:
        count = len(self.given.files)
        self._step(
            self.tr("Add the %n picture(s)", "", count), self.tr("Cropped, light, without shooting data.")
        )
        for number, words in enumerate(self.given.alt_texts, start=1):
            self.body.addLayout(self._alt_row(number, words))
        folder = SecondaryButton(
            self.icons, self.tr("Open the folder"), icon="folder", size="small", parent=self
        )
        folder.clicked.connect(lambda: self.folder_wanted.emit(self.given.folder))
        self.body.addWidget(folder, 0, Qt.AlignmentFlag.AlignLeft)

    def _alt_row(self, number: int, words: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        shown = words or self.tr("Decorative: no alternative text")
        label = self.tr("Picture {number}: {words}").format(number=number, words=shown)
        row.addWidget(ElidedLabel(self.icons, label, parent=self), 1)
        if words:
            button = self._copy_button(self.tr("Copy the alternative text"), words)
            button.setAccessibleName(
                self.tr("Copy the alternative text of picture {number}").format(number=number)
            )
            row.addWidget(button)
        return row

    def _comment_step(self) -> None:
        self._step(self.tr("Add the first comment"))
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        comment = " ".join(self.given.first_comment.split())
        row.addWidget(ElidedLabel(self.icons, comment, parent=self), 1)
        row.addWidget(self._copy_button(self.tr("Copy the comment"), self.given.first_comment))
        self.body.addLayout(row)

    def _copy_button(self, words: str, text: str) -> SecondaryButton:
        button = SecondaryButton(self.icons, words, icon="copy", size="small", parent=self)
        button.clicked.connect(lambda: self._copy(button, text))
        return button

    # --- what the person does ---

    def _copy(self, button: SecondaryButton, text: str) -> None:
        """Copy, and mark the button whose text is on the clipboard now."""
        QGuiApplication.clipboard().setText(text)
        if self._copied is not None:
            self._copied.set_icon("copy")
        button.set_icon("check")
        self._copied = button
        said = self.tr("Copied: {what}").format(what=button.accessibleName() or button.text())
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(button, said))

    @Slot()
    def _keep(self) -> None:
        link = self.link.checked()
        if link:
            self.accept()
            self.live.emit(link)
