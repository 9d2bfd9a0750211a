"""The fields that name a folder of a mailbox, and what they say while they are filled in."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget

from cmstation.domain.accounts import Secret
from cmstation.domain.watch import SourceTrouble, WatchList
from cmstation.domain.watch_mailbox_hosts import MailHost, guessed_host, known_host
from cmstation.domain.watch_mailboxes import INBOX, PASSWORD, PORT, MailboxFolder, mailbox_folder
from cmstation.domain.watch_networks import SourceUnread
from cmstation.ui.accounts.secret_field import SecretField
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import SecondaryButton
from cmstation.ui.kit.labels import Note, Paragraph, Words
from cmstation.ui.theme.tokens import Space
from cmstation.ui.watch.dialogs.list_choice import ListChoice
from cmstation.ui.watch.dialogs.mailbox_words import way_words


class MailboxFields(QWidget):
    """Address, server, password, folder, lists and name.

    Signals:
        changed: something else is in a field.
    """

    changed = Signal()

    def __init__(
        self,
        icons: Icons,
        lists: Iterable[WatchList],
        chosen: Iterable[int],
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icons = icons
        self._guessed = ""
        self.user = QLineEdit(self)
        self.user.setAccessibleName(self.tr("Address or user name of the mailbox"))
        self.user.setPlaceholderText(self.tr("name@clinic.example"))
        self.host = QLineEdit(self)
        self.host.setAccessibleName(self.tr("Mail server (IMAP)"))
        self.host.setPlaceholderText(self.tr("imap.clinic.example"))
        self.password = SecretField(icons, parent=self)
        self.password.setAccessibleName(self.tr("Password of the mailbox"))
        self.way = Paragraph(icons, "", font="note", colour="warning", parent=self)
        self.folder = QComboBox(self)
        self.folder.setEditable(True)
        self.folder.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.folder.addItem(INBOX)
        self.folder.setAccessibleName(self.tr("Folder of the newsletters"))
        if (line := self.folder.lineEdit()) is not None:
            line.setAccessibleName(self.folder.accessibleName())
        self.look = SecondaryButton(icons, self.tr("List the folders"), icon="search", parent=self)
        self.look.setAutoDefault(False)
        self.lists = ListChoice(icons, lists, parent=self)
        self.lists.choose(chosen)
        self.name = QLineEdit(self)
        self.name.setAccessibleName(self.tr("Name of the source"))
        self.said = Note(icons, "", parent=self)
        self._advise()
        self._lay_out()
        self.user.textChanged.connect(self._guess)
        for field in (self.user, self.host, self.password):
            field.textChanged.connect(self._tell)
        self.host.textChanged.connect(self._advise)
        self.folder.editTextChanged.connect(self._tell)
        self.lists.changed.connect(self._tell)
        self._tell()

    @property
    def missing(self) -> str:
        """Why nobody can sign in with what is here, "" when it can be tried."""
        advice = self._advice()
        if not advice.way.possible:
            return way_words(advice)
        given = self.user.text().strip() and self.host.text().strip() and self.password.text()
        return "" if given else self.tr("Give the address, the server and the password first.")

    def place(self, folder: str = "") -> MailboxFolder:
        """Return what the fields name.

        Args:
            folder: instead of the one that is chosen.

        Raises:
            SourceUnread: it is no mailbox.
        """
        host, _, port = self.host.text().strip().partition(":")
        if port and not port.isdecimal():
            raise SourceUnread(SourceTrouble.UNSAFE_ADDRESS, "address")
        wanted = folder or self.folder_name()
        user, number = self.user.text().strip(), int(port or PORT)
        return mailbox_folder(MailboxFolder(host, user, wanted, number).address)

    def secret(self) -> Secret:
        """Return the password."""
        return Secret({PASSWORD: self.password.text()})

    def folder_name(self) -> str:
        """Return the chosen folder; the inbox has one name, however it is written."""
        name = self.folder.currentText().strip()
        return INBOX if name.upper() == INBOX else name

    def source_name(self) -> str:
        """Return what the source is to be called, "" for the folder's name."""
        inbox = self.folder_name() == INBOX
        return self.name.text().strip() or (self.tr("Newsletters") if inbox else "")

    def show_folders(self, folders: Sequence[str]) -> None:
        """Offer the folders of the mailbox; what the person chose stays when it is there."""
        before = self.folder_name()
        offered = list(folders) or [before or INBOX]
        self.folder.clear()
        self.folder.addItems(offered)
        if before in offered:
            self.folder.setCurrentText(before)
        if folders:
            self.said.setText(self.tr("%n folder(s) found: choose one.", "", len(folders)))
        else:
            self.said.setText(self.tr("This server lists no folders: type the name of yours."))

    # --- inside ---

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(Space.S)
        grid.setColumnStretch(1, 1)
        port = Note(self._icons, self.tr("port {port}, always encrypted").format(port=PORT))
        rows = (
            (0, self.tr("Add&ress"), self.user, self.user, None),
            (1, self.tr("Mail &server"), self.host, self.host, port),
            (2, self.tr("&Password"), self.password, self.password, None),
            (4, self.tr("&Folder"), self.folder, self.folder, self.look),
            (6, self.tr("&Lists"), self.lists, self.lists.button, None),
            (7, self.tr("&Name"), self.name, self.name, None),
        )
        for row, words, field, buddy, beside in rows:
            label = Words(self._icons, words)
            label.setBuddy(buddy)
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1, 1, 2 if beside is None else 1)
            if beside is not None:
                grid.addWidget(beside, row, 2)
        grid.addWidget(self.way, 3, 1, 1, 2)
        grid.addWidget(self.said, 5, 1, 1, 2)

    def _advice(self) -> MailHost:
        guessed, host = guessed_host(self.user.text()), self.host.text().strip()
        # Some providers have no server to name at all.
        if not guessed.way.possible and host == guessed.host:
            return guessed
        return known_host(host.partition(":")[0])

    @Slot()
    def _guess(self) -> None:
        """Propose a server, unless the person named one."""
        if self.host.text().strip() == self._guessed:
            self._guessed = guessed_host(self.user.text()).host
            self.host.setText(self._guessed)

    @Slot()
    def _advise(self) -> None:
        """Forget what another mailbox answered."""
        advice = self.tr("Make a folder “Newsletters” there, and a rule that files them in it.")
        self.said.setText(advice)

    @Slot()
    def _tell(self) -> None:
        words, missing, folder = way_words(self._advice()), self.missing, self.folder_name()
        self.way.setText(words)
        self.way.setVisible(bool(words))
        self.look.setEnabled(not missing)
        self.look.setToolTip(missing)
        inbox = folder in ("", INBOX)
        self.name.setPlaceholderText(self.tr("Newsletters") if inbox else MailboxFolder("", "", folder).name)
        self.changed.emit()
