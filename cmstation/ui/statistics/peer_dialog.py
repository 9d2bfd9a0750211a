"""The list of other clinics' accounts: add, rename, remove, enter what their page shows."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from cmstation.domain.networks import Network
from cmstation.domain.statistics import Peer
from cmstation.ui.kit.buttons import GhostButton, PrimaryButton, SecondaryButton
from cmstation.ui.kit.dialogs import DialogFrame
from cmstation.ui.kit.labels import Note, PageTitle, Paragraph
from cmstation.ui.statistics.fields import Form, whole_number
from cmstation.ui.statistics.words import figure_words
from cmstation.ui.theme.tokens import Height, Space

if TYPE_CHECKING:
    from cmstation.ui.icons import Icons

_NAME, _NETWORK, _ADDRESS, _FOLLOWERS = range(4)
_WITHOUT_FOLLOWERS = (Network.WORDPRESS, Network.GOOGLE_BUSINESS)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class PeerDialog(DialogFrame):
    """Peers with their followers of today; what is changed is kept at once, and can be undone.

    Signals:
        add_wanted: name, network, address.
        renamed: a peer, its name, its address.
        removed: a peer.
        entered: a peer and its followers of today.
        look_wanted: read what anybody may see.
    """

    add_wanted = Signal(str, object, str)
    renamed = Signal(int, str, str)
    removed = Signal(int)
    entered = Signal(int, object)
    look_wanted = Signal()

    def __init__(self, icons: "Icons", *, parent: QWidget | None = None) -> None:
        super().__init__(icons, self.tr("Other clinics"), parent=parent)
        self.setModal(True)
        self.setMinimumWidth(720)
        self._peers: tuple[Peer, ...] = ()
        self._values: Mapping[int, tuple[int, date]] = {}
        self._quiet = False
        self.table = QTableWidget(0, 4, self)
        self.name, self.address, self.network = QLineEdit(self), QLineEdit(self), QComboBox(self)
        self.told = Note(icons)
        self.add = SecondaryButton(icons, self.tr("Add"), icon="plus")
        self.remove = GhostButton(icons, self.tr("Remove"), icon="trash")
        self.look = SecondaryButton(icons, self.tr("Look now"), icon="refresh")
        self._name_parts()
        self._lay_out(icons)
        self._join()
        self._look()

    def show_peers(self, peers: Sequence[Peer], values: Mapping[int, tuple[int, date]]) -> None:
        """Show the list.

        Args:
            values: the last known followers, and their day.
        """
        self._peers, self._values, self._quiet = tuple(peers), values, True
        self.table.setRowCount(len(self._peers))
        for row, peer in enumerate(self._peers):
            value = values.get(peer.id)
            for column, text in (
                (_NAME, peer.name),
                (_NETWORK, peer.network.proper_name),
                (_ADDRESS, peer.address),
                (_FOLLOWERS, figure_words(value[0]) if value is not None else ""),
            ):
                item = QTableWidgetItem(text)
                if column == _NETWORK:
                    item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
                if column == _FOLLOWERS:
                    item.setTextAlignment(_RIGHT)
                self.table.setItem(row, column, item)
        self._quiet = False
        self._look()

    # --- inside ---

    def _name_parts(self) -> None:
        self.table.setAccessibleName(self.tr("Other clinics"))
        self.table.setHorizontalHeaderLabels(
            [self.tr("Name"), self.tr("Network"), self.tr("Address"), self.tr("Followers")]
        )
        self.name.setAccessibleName(self.tr("Name of the other clinic"))
        self.address.setAccessibleName(self.tr("Address of its account"))
        self.address.setPlaceholderText(self.tr("its page, or its name on the network"))
        self.network.setAccessibleName(self.tr("Network"))
        for network in Network:
            if network not in _WITHOUT_FOLLOWERS:
                self.network.addItem(network.proper_name, network)

    def _lay_out(self, icons: "Icons") -> None:
        self.body.addWidget(PageTitle(icons, self.windowTitle()))
        told = self.tr(
            "Mastodon and Bluesky show followers to everybody, so they are read by themselves; for the other "
            "networks, type what their page shows into the last column."
        )
        self.body.addWidget(Paragraph(icons, told, colour="muted"))
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(Height.CONTROL)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setMinimumHeight(6 * Height.CONTROL)
        self.body.addWidget(self.table, 1)
        form = Form(icons)
        form.add(self.tr("&Name"), self.name)
        form.add(self.tr("Net&work"), self.network)
        form.add(self.tr("A&ddress"), self.address)
        self.body.addLayout(form)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self.add)
        row.addWidget(self.remove)
        row.addStretch(1)
        self.body.addLayout(row)
        self.add_foot_left(self.look)
        self.add_foot_left(self.told)
        close = PrimaryButton(icons, self.tr("Close"))
        close.clicked.connect(self.accept)
        self.add_button(close)
        for button in (self.add, self.remove, self.look):
            button.setAutoDefault(False)

    def _join(self) -> None:
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        self.look.clicked.connect(self.look_wanted)
        self.name.textChanged.connect(self._look)
        self.name.returnPressed.connect(self._add)
        self.address.returnPressed.connect(self._add)
        self.table.itemSelectionChanged.connect(self._look)
        self.table.itemChanged.connect(self._take)

    @Slot()
    def _look(self) -> None:
        named = bool(self.name.text().strip())
        self.add.set_reason("" if named else self.tr("Write the name of the other clinic."))
        chosen = 0 <= self.table.currentRow() < len(self._peers)
        self.remove.set_reason("" if chosen else self.tr("Choose a line first."))
        self.look.set_reason("" if self._peers else self.tr("Nobody is listed yet."))

    @Slot()
    def _add(self) -> None:
        if not self.add.isEnabled():
            return
        network = Network(self.network.currentData())
        self.add_wanted.emit(self.name.text().strip(), network, self.address.text().strip())
        self.name.clear()
        self.address.clear()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _remove(self) -> None:
        row = self.table.currentRow()
        if 0 <= row < len(self._peers):
            self.removed.emit(self._peers[row].id)

    @Slot(QTableWidgetItem)
    def _take(self, item: QTableWidgetItem) -> None:
        if self._quiet or item.row() >= len(self._peers):
            return
        peer, text = self._peers[item.row()], item.text().strip()
        if item.column() == _FOLLOWERS:
            value = whole_number(text)
            self.told.setText("" if value is not None else self.tr("Write a whole number."))
            if value is not None:
                self.entered.emit(peer.id, value)
        elif item.column() == _NAME and text:
            self.renamed.emit(peer.id, text, peer.address)
        elif item.column() == _ADDRESS:
            self.renamed.emit(peer.id, peer.name, text)
