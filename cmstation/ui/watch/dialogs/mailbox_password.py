"""Type the password of a watched mailbox again."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from cmstation.domain.accounts import Secret
from cmstation.domain.watch_mailbox_hosts import known_host
from cmstation.domain.watch_mailboxes import PASSWORD, MailboxFolder
from cmstation.ui.accounts.secret_field import SecretField
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import PrimaryButton, SecondaryButton
from cmstation.ui.kit.dialogs import DialogFrame
from cmstation.ui.kit.labels import Note, PageTitle, Paragraph, Words
from cmstation.ui.watch.dialogs.mailbox_progress import MailboxProgress
from cmstation.ui.watch.dialogs.mailbox_words import mailbox_refusal, way_words

_WIDTH = 520


class MailboxPasswordDialog(DialogFrame):
    """Asks for one password; it is tried before it is kept.

    Signals:
        given: a `Secret`; answer with `accept` or `show_trouble`.
        given_up: nobody waits for the answer any longer.
    """

    given = Signal(object)
    given_up = Signal()

    def __init__(
        self, icons: Icons, name: str, folder: MailboxFolder, *, parent: QWidget | None = None
    ) -> None:
        """Ask.

        Args:
            name: of the source.
        """
        super().__init__(icons, self.tr("Password of a mailbox"), parent=parent)
        self.setModal(True)
        self.setMinimumWidth(_WIDTH)
        self._host = folder.host
        self.password = SecretField(icons, parent=self)
        self.password.setAccessibleName(self.tr("Password of the mailbox"))
        self.progress = MailboxProgress(icons, parent=self)
        self.keep = PrimaryButton(icons, self.tr("Sign in"))
        self.body.addWidget(PageTitle(icons, self.tr("Sign in again for “{name}”").format(name=name)))
        place = self.tr("{user} at {host}").format(user=folder.user, host=folder.host)
        self.body.addWidget(Paragraph(icons, place, colour="muted"))
        label = Words(icons, self.tr("&Password"))
        label.setBuddy(self.password)
        self.body.addWidget(label)
        self.body.addWidget(self.password)
        if words := way_words(known_host(folder.host)):
            self.body.addWidget(Paragraph(icons, words, font="note", colour="warning"))
        told = self.tr("It serves every watched folder of this mailbox.")
        self.body.addWidget(Note(icons, told))
        self.body.addWidget(self.progress)
        self.body.addStretch(1)
        cancel = SecondaryButton(icons, self.tr("Close"))
        cancel.clicked.connect(self.reject)
        self.add_button(cancel)
        self.add_button(self.keep, default=True)
        self.password.textChanged.connect(self._enable)
        self.keep.clicked.connect(self._give)
        self.progress.stopped.connect(self._give_up)
        self.finished.connect(self.given_up)
        self._enable()
        self.password.setFocus()

    def show_trouble(self, error: Exception) -> bool:
        """Say why the password was not taken; tell whether there was something to say here."""
        self._rest()
        words = mailbox_refusal(error)
        if words:
            self.progress.tell(words)
        self.password.setFocus()
        self.password.selectAll()
        return bool(words)

    def hideEvent(self, event: QHideEvent, /) -> None:
        self.password.forget()
        super().hideEvent(event)

    # --- inside ---

    def _rest(self) -> None:
        self.password.setEnabled(True)
        self.progress.rest()
        self._enable()

    @Slot()
    def _enable(self) -> None:
        self.keep.set_reason("" if self.password.text() else self.tr("Type the password first."))

    @Slot()
    def _give(self) -> None:
        if self.password.text() and not self.progress.waits:
            self.password.setEnabled(False)
            self.keep.setEnabled(False)
            self.progress.wait(self.tr("Signing in to {host}…").format(host=self._host))
            self.given.emit(Secret({PASSWORD: self.password.text()}))

    @Slot()
    def _give_up(self) -> None:
        self.given_up.emit()
        self._rest()
        self.password.setFocus()
