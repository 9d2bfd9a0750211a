"""Watch the newsletters of a mailbox: where it is, how to sign in, which folder."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from cmstation.domain.watch import SourceTrouble, WatchList
from cmstation.domain.watch_mailboxes import INBOX, MailboxFolder
from cmstation.domain.watch_networks import SourceUnread
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import GhostButton, PrimaryButton, SecondaryButton
from cmstation.ui.kit.dialogs import DialogFrame
from cmstation.ui.kit.labels import PageTitle, Paragraph
from cmstation.ui.watch.dialogs.mailbox_fields import MailboxFields
from cmstation.ui.watch.dialogs.mailbox_progress import MailboxProgress
from cmstation.ui.watch.dialogs.mailbox_words import mailbox_refusal
from cmstation.ui.watch.dialogs.source_wish import MailboxWish

_WIDTH, _HEIGHT = 760, 600


class MailboxDialog(DialogFrame):
    """Asks for a mailbox; it is signed in to before anything is kept.

    Signals:
        folders_wanted: a `MailboxFolder` and its password; answer with `show_folders` or `show_trouble`.
        added: a `MailboxWish`; answer with `accept` or `show_trouble`.
        given_up: nobody waits for the answer any longer.
        back_wanted: the person wants another kind of source.
    """

    folders_wanted = Signal(object, object)
    added = Signal(object)
    given_up = Signal()
    back_wanted = Signal()

    def __init__(
        self,
        icons: Icons,
        lists: Iterable[WatchList],
        *,
        chosen: Iterable[int] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Ask for an address.

        Args:
            lists: into which the source can go.
            chosen: the lists that are likely meant.
        """
        super().__init__(icons, self.tr("Watch a mailbox’s newsletters"), parent=parent)
        self.setModal(True)
        self.setMinimumSize(_WIDTH, _HEIGHT)
        self.fields = MailboxFields(icons, lists, chosen, parent=self)
        self.progress = MailboxProgress(icons, parent=self)
        self.back = GhostButton(icons, self.tr("Other sources"), icon="arrow-left")
        self.back.setAutoDefault(False)
        self.add = PrimaryButton(icons, self.tr("Watch"))
        self._lay_out()
        self._join()
        self._enable()
        self.fields.user.setFocus()

    # --- what the deeds call ---

    def show_folders(self, folders: Sequence[str]) -> None:
        """Offer the folders of the mailbox."""
        self._rest()
        self.fields.show_folders(folders)
        self.fields.folder.setFocus()

    def show_trouble(self, error: Exception) -> bool:
        """Say why the mailbox was not taken; tell whether there was something to say here."""
        self._rest()
        words = mailbox_refusal(error)
        if words:
            self.progress.tell(words)
        field = self._field_of(error)
        field.setFocus()
        return bool(words)

    @property
    def waits(self) -> bool:
        """Whether an answer is on its way."""
        return self.progress.waits

    def hideEvent(self, event: QHideEvent, /) -> None:
        self.fields.password.forget()
        super().hideEvent(event)

    # --- inside ---

    def _lay_out(self) -> None:
        self.body.addWidget(PageTitle(self.icons, self.windowTitle()))
        told = self.tr(
            "The letters of one folder are read like the articles of a site. They are only read: nothing is "
            "marked, moved or deleted in the mailbox."
        )
        self.body.addWidget(Paragraph(self.icons, told, colour="muted"))
        self.body.addWidget(self.fields)
        kept = self.tr(
            "The password goes to this server and into the computer’s password store, nowhere else."
        )
        self.body.addWidget(Paragraph(self.icons, kept, font="note", colour="muted"))
        self.body.addWidget(self.progress)
        self.body.addStretch(1)
        self.add_foot_left(self.back)
        cancel = SecondaryButton(self.icons, self.tr("Close"))
        cancel.clicked.connect(self.reject)
        self.add_button(cancel)
        self.add_button(self.add, default=True)

    def _join(self) -> None:
        self.fields.changed.connect(self._enable)
        self.fields.look.clicked.connect(self._look)
        self.add.clicked.connect(self._add)
        self.progress.stopped.connect(self._give_up)
        self.back.clicked.connect(self._go_back)
        self.finished.connect(self.given_up)

    def _field_of(self, error: Exception) -> QWidget:
        """Return the field that an error is most likely about."""
        trouble = error.trouble if isinstance(error, SourceUnread) else None
        if trouble is SourceTrouble.GONE:
            return self.fields.folder
        if trouble in (SourceTrouble.NO_ANSWER, SourceTrouble.TIMED_OUT, SourceTrouble.UNSAFE_ADDRESS):
            return self.fields.host
        return self.fields.password

    @Slot()
    def _enable(self) -> None:
        missing = self.fields.missing
        if not missing and not self.fields.folder_name():
            missing = self.tr("Name the folder first.")
        self.add.set_reason(missing)

    def _place(self, folder: str = "") -> MailboxFolder | None:
        """Return what the fields name; None, once it is said, when it is no mailbox."""
        try:
            return self.fields.place(folder)
        except SourceUnread as unread:
            self.show_trouble(unread)
            return None

    def _wait(self, doing: str) -> None:
        self.progress.wait(doing)
        self.fields.setEnabled(False)
        self.add.setEnabled(False)

    def _rest(self) -> None:
        self.fields.setEnabled(True)
        self.progress.rest()
        self._enable()

    @Slot()
    def _look(self) -> None:
        place = self._place(INBOX)
        if place is not None:
            self._wait(self.tr("Asking {host} for the folders…").format(host=place.host))
            self.folders_wanted.emit(place, self.fields.secret())

    @Slot()
    def _add(self) -> None:
        place = self._place() if self.add.isEnabled() and not self.waits else None
        if place is None:
            return
        lists, fields = self.fields.lists, self.fields
        wish = MailboxWish(place, fields.secret(), lists.chosen(), lists.new_name(), fields.source_name())
        self._wait(self.tr("Signing in to {host} and opening the folder…").format(host=place.host))
        self.added.emit(wish)

    @Slot()
    def _give_up(self) -> None:
        self.given_up.emit()
        self._rest()
        self.fields.password.setFocus()

    @Slot()
    def _go_back(self) -> None:
        self.reject()
        self.back_wanted.emit()
