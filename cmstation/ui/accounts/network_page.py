"""First step: which network, and whether the program publishes there or prepares."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QCheckBox, QGridLayout, QWidget

from cmstation.domain.networks import DIRECT_NETWORKS, Network, Way
from cmstation.ui.accounts.connection import Connection
from cmstation.ui.accounts.network_tile import NetworkTile
from cmstation.ui.accounts.page import Page
from cmstation.ui.icons import Icons
from cmstation.ui.kit.labels import Paragraph, Words
from cmstation.ui.theme.tokens import Space

_COLUMNS = 3


class NetworkPage(Page):
    """Offer the networks in two groups: published directly, and prepared for publishing by hand."""

    def __init__(self, icons: Icons, *, rehearsal: bool, parent: QWidget | None = None) -> None:
        super().__init__(icons, parent=parent)
        self._rehearsal = rehearsal
        self.tiles: dict[Network, NetworkTile] = {}
        self._group = QButtonGroup(self)
        self.by_hand = QCheckBox(self.tr("Publish by hand on this network too, without signing in"))
        self._way_words = Paragraph(icons, colour="muted")
        self.entitle(self.tr("Which network do you want to connect?"))
        if rehearsal:
            self._build_rehearsal()
        else:
            self._build()
        self.column.addStretch(1)
        self._group.buttonClicked.connect(self._chosen)
        self.by_hand.toggled.connect(self._say_way)
        self._say_way()

    @property
    def ready(self) -> bool:
        return self._network() is not None

    def enter(self, connection: Connection) -> None:
        if connection.network is not None:
            self.tiles[connection.network].setChecked(True)
            direct = connection.network in DIRECT_NETWORKS
            self.by_hand.setChecked(direct and connection.way is Way.ASSISTED)
        self._say_way()

    def leave(self, connection: Connection) -> bool:
        network = self._network()
        if network is None:
            return False
        connection.choose(network, self._way(network))
        return True

    def first_field(self) -> QWidget:
        network = self._network() or DIRECT_NETWORKS[0]
        return self.tiles[network]

    # --- inside ---

    def _build(self) -> None:
        self.add_lead(
            self.tr(
                "CM Station publishes on the first three by itself. On the others it prepares everything."
            )
        )
        wants = (
            self.tr("Application password"),
            self.tr("Through the browser"),
            self.tr("App password"),
        )
        self._heading(self.tr("Publishes by itself"))
        self._add_tiles(DIRECT_NETWORKS, wants)
        self.column.addSpacing(Space.L)
        self._heading(self.tr("By hand, everything prepared"))
        self._add_tiles([network for network in Network if network not in DIRECT_NETWORKS])
        self.column.addSpacing(Space.L)
        self.column.addWidget(self.by_hand)
        self.column.addSpacing(Space.XS)
        self.column.addWidget(self._way_words)

    def _build_rehearsal(self) -> None:
        self.add_lead(self.tr("This is the rehearsal: whichever you choose, nothing leaves this computer."))
        self._add_tiles(tuple(Network))

    def _heading(self, text: str) -> None:
        self.column.addWidget(Words(self.icons, text, font="note_strong", colour="muted"))
        self.column.addSpacing(Space.S)

    def _add_tiles(self, networks: Sequence[Network], notes: Sequence[str] = ()) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(Space.S)
        for place, network in enumerate(networks):
            tile = NetworkTile(self.icons, network, notes[place] if notes else "")
            self.tiles[network] = tile
            self._group.addButton(tile)
            grid.addWidget(tile, place // _COLUMNS, place % _COLUMNS)
        self.column.addLayout(grid)

    def _network(self) -> Network | None:
        checked = self._group.checkedButton()
        return checked.network if isinstance(checked, NetworkTile) else None

    def _way(self, network: Network) -> Way:
        if self._rehearsal:
            return Way.REHEARSAL
        by_hand = network not in DIRECT_NETWORKS or self.by_hand.isChecked()
        return Way.ASSISTED if by_hand else Way.DIRECT

    @Slot(QAbstractButton)
    def _chosen(self, _tile: QAbstractButton) -> None:
        self._say_way()
        self.ready_changed.emit()

    @Slot()
    def _say_way(self) -> None:
        network = self._network()
        self.by_hand.setEnabled(network in DIRECT_NETWORKS)
        if network is None or self._rehearsal:
            self._way_words.setText("")
        elif self._way(network) is Way.DIRECT:
            self._way_words.setText(self.tr("A post leaves by itself, at its hour, and its link comes back."))
        else:
            self._way_words.setText(
                self.tr(
                    "Text and pictures are made ready for {network}, its page opens, you paste and publish;"
                    " then you say that it is done."
                ).format(network=network.proper_name)
            )
        self._way_words.updateGeometry()
