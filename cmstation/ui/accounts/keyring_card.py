"""What the wizard says when the computer could not keep a password: three situations, one way on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cmstation.domain.errors import SecretsLocked, SecretsRefused, SecretsUnavailable, StationError
from cmstation.ui.accounts.trouble import Mark
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import SecondaryButton
from cmstation.ui.kit.labels import Paragraph, Words
from cmstation.ui.kit.surfaces import Card
from cmstation.ui.theme.tokens import IconSize, Space

KEYRING_TROUBLES = (SecretsUnavailable, SecretsLocked, SecretsRefused)


class KeyringCard(Card):
    """Say what is wrong with the keyring, and offer the session.

    Signals:
        session_wanted: the person signs in until the program ends.
        again_wanted: the person tries the keyring again.
    """

    session_wanted = Signal()
    again_wanted = Signal()

    def __init__(self, icons: Icons, *, parent: QWidget | None = None) -> None:
        super().__init__(icons, "warning_soft", line=None, parent=parent)
        self._title = Words(icons, font="strong", colour="warning")
        self._words = Paragraph(icons)
        self.again = SecondaryButton(icons, self.tr("Try again"), icon="refresh")
        self.session = SecondaryButton(icons, self.tr("Sign in for this session only"))
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.L, Space.M, Space.L, Space.L)
        row.setSpacing(Space.M)
        row.addWidget(Mark(icons, "key", "warning", IconSize.NORMAL), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(Space.XS)
        column.addWidget(self._title)
        column.addWidget(self._words)
        column.addSpacing(Space.S)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.S)
        for button in (self.again, self.session):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        column.addLayout(buttons)
        row.addLayout(column, 1)
        self.again.clicked.connect(self.again_wanted)
        self.session.clicked.connect(self.session_wanted)
        self.hide()

    @property
    def text(self) -> str:
        """What is said now."""
        return "" if self.isHidden() else f"{self._title.text()} {self._words.text()}"

    def tell(self, error: StationError) -> None:
        """Say which of the three situations it is."""
        title, words = self._sentences(error)
        session = self.tr("Until then you can sign in for this session: nothing is written to a file.")
        self._title.setText(title)
        self._words.setText(f"{words} {session}")
        self._words.updateGeometry()
        self.setAccessibleName(self._title.text())
        self.show()
        self.again.setFocus()

    def _sentences(self, error: StationError) -> tuple[str, str]:
        if isinstance(error, SecretsLocked):
            return (
                self.tr("The computer’s password store is locked"),
                self.tr("Unlock it with the password of your session, then try again."),
            )
        if isinstance(error, SecretsRefused):
            return (
                self.tr("The computer’s password store refused to keep the password"),
                self.tr("Allow CM Station when the system asks, then try again."),
            )
        return (
            self.tr("This computer has no password store"),
            self.tr("Ask the computer service to set one up (GNOME Keyring, KWallet, Windows Credentials)."),
        )
