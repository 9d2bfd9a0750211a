"""What can be done with the account that is chosen in the list."""

from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QFrame, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from cmstation.domain.accounts import Account, AccountState
from cmstation.domain.networks import Way
from cmstation.ui.accounts.account_words import checked_words, way_words
from cmstation.ui.accounts.settings_page import LONGEST_AUDIENCE, keeps_posts
from cmstation.ui.accounts.trouble import Trouble
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import GhostButton
from cmstation.ui.kit.labels import Note, Paragraph, Words
from cmstation.ui.kit.surfaces import Panel
from cmstation.ui.theme.tokens import Space

_WIDTH = 304


class AccountPanel(Panel):
    """Name, way and deeds of one account.

    Signals:
        renamed: the new name.
        audience_said: who reads the account.
        native_wanted: whether the network shall keep planned posts.
        check_wanted, sign_in_wanted, pause_wanted, remove_wanted: the deeds.
        moved: -1 towards the top of the list, 1 towards its foot.
    """

    renamed = Signal(str)
    audience_said = Signal(str)
    native_wanted = Signal(bool)
    check_wanted = Signal()
    sign_in_wanted = Signal()
    pause_wanted = Signal()
    remove_wanted = Signal()
    moved = Signal(int)

    def __init__(self, icons: Icons, *, parent: QWidget | None = None) -> None:
        super().__init__(icons, "bg", Qt.Edge.LeftEdge, parent=parent)
        self._account: Account | None = None
        self.setFixedWidth(_WIDTH)
        self.name = QLineEdit()
        self.name.setAccessibleName(self.tr("Name"))
        self.audience = QLineEdit()
        self.audience.setMaxLength(LONGEST_AUDIENCE)
        self.audience.setAccessibleName(self.tr("For whom?"))
        self.audience.setPlaceholderText(self.tr("Patients and families, physicians…"))
        self._way = Paragraph(icons, colour="muted")
        self._checked = Note(icons)
        self.native = QCheckBox(self.tr("Network keeps planned posts"))
        self.check = self._deed("refresh", self.tr("Check the connection"))
        self.sign_in = self._deed("key", self.tr("Sign in again"))
        self.pause = self._deed("pause", self.tr("Pause"))
        self.up = self._deed("arrow-up", self.tr("Move up"))
        self.down = self._deed("arrow-down", self.tr("Move down"))
        self.remove = self._deed("trash", self.tr("Remove…"))
        self._trouble = Trouble(icons)
        self._room = QScrollArea()
        self._lay_out()
        self._join()

    @property
    def trouble(self) -> str:
        """What is wrong, "" when nothing is."""
        return self._trouble.text

    def show_account(self, account: Account, zone: str, now: datetime, *, first: bool, last: bool) -> None:
        """Show what can be done with an account."""
        another = self._account is None or self._account.id != account.id
        if another:
            self._trouble.silence()
        self._account = account
        direct, paused = account.way is Way.DIRECT, account.state is AccountState.PAUSED
        if another or not self.name.hasFocus() or not self.name.isModified():
            self.name.setText(account.name)
        if another or not self.audience.hasFocus() or not self.audience.isModified():
            self.audience.setText(account.audience)
        self._way.setText(way_words(account))
        self._way.updateGeometry()
        self._checked.setText(checked_words(account, zone, now))
        self._checked.setVisible(direct)
        self.native.setVisible(keeps_posts(account.network, account.way))
        self.native.blockSignals(True)
        self.native.setChecked(account.native_scheduling)
        self.native.blockSignals(False)
        self.check.setVisible(direct)
        self.sign_in.setVisible(direct)
        self.pause.setText(self.tr("Resume") if paused else self.tr("Pause"))
        self._icons.bind(self.pause, "play" if paused else "pause")
        self.up.setEnabled(not first)
        self.down.setEnabled(not last)

    def say(self, text: str) -> None:
        """Say what went wrong."""
        self._trouble.say(text)
        # Only once the layout has made room for it.
        QTimer.singleShot(0, self, self._show_trouble)

    @Slot()
    def _show_trouble(self) -> None:
        self._room.ensureWidgetVisible(self._trouble)

    def _deed(self, icon: str, text: str) -> QPushButton:
        button = GhostButton(self._icons, text, icon=icon)
        button.setProperty("align", "left")
        button.setAutoDefault(False)
        return button

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._fill_room())
        column.setContentsMargins(0, Space.XL, 0, Space.L)
        column.setSpacing(0)
        label = Words(self._icons, self.tr("Name"), font="medium")
        label.setBuddy(self.name)
        readers = Words(self._icons, self.tr("For whom?"), font="medium")
        readers.setBuddy(self.audience)
        about = _block(column, Space.XL)
        for widget, gap in (
            (label, Space.XS),
            (self.name, Space.M),
            (readers, Space.XS),
            (self.audience, Space.M),
            (self._way, Space.XS),
            (self._checked, Space.M),
            (self.native, Space.M),
        ):
            about.addWidget(widget)
            about.addSpacing(gap)
        # A ghost button has its own padding: its icon stands under the words above.
        deeds = _block(column, Space.L - 1)
        for button in (self.check, self.sign_in, self.pause, self.up, self.down, self.remove):
            deeds.addWidget(button)
        column.addSpacing(Space.S)
        column.addStretch(1)
        _block(column, Space.XL).addWidget(self._trouble)

    def _fill_room(self) -> QWidget:
        """Let what is tall scroll, on the ground of the panel."""
        inside = QWidget()
        self._room.setFrameShape(QFrame.Shape.NoFrame)
        self._room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._room.setWidgetResizable(True)
        self._room.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._room.setWidget(inside)
        for ground in (inside, self._room.viewport()):
            ground.setAutoFillBackground(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 0, 0, 0)  # the line at the left stays
        whole.addWidget(self._room)
        return inside

    def _join(self) -> None:
        self.name.editingFinished.connect(self._rename)
        self.audience.editingFinished.connect(self._say_audience)
        self.native.toggled.connect(self.native_wanted)
        self.check.clicked.connect(self.check_wanted)
        self.sign_in.clicked.connect(self.sign_in_wanted)
        self.pause.clicked.connect(self.pause_wanted)
        self.remove.clicked.connect(self.remove_wanted)
        self.up.clicked.connect(self._move_up)
        self.down.clicked.connect(self._move_down)

    @Slot()
    def _rename(self) -> None:
        if self._account is None:
            return
        name = self.name.text().strip()
        self.name.setModified(False)
        if not name:
            self.name.setText(self._account.name)
        elif name != self._account.name:
            self.renamed.emit(name)

    @Slot()
    def _say_audience(self) -> None:
        readers = self.audience.text().strip()
        self.audience.setModified(False)
        if self._account is not None and readers != self._account.audience:
            self.audience_said.emit(readers)

    @Slot()
    def _move_up(self) -> None:
        self.moved.emit(-1)

    @Slot()
    def _move_down(self) -> None:
        self.moved.emit(1)


def _block(column: QVBoxLayout, side: int) -> QVBoxLayout:
    block = QVBoxLayout()
    block.setContentsMargins(side, 0, side, 0)
    block.setSpacing(0)
    column.addLayout(block)
    return block
