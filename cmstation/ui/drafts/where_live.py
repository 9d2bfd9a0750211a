"""Where a post that has left is live: one line for each account, with its state and its address."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cmstation.domain.accounts import Account
from cmstation.domain.delivery import Delivery, DeliveryKind, DeliveryState
from cmstation.domain.drafts import Draft
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import LinkButton, SecondaryButton
from cmstation.ui.kit.labels import Paragraph
from cmstation.ui.kit.networks import NetworkLabel
from cmstation.ui.kit.states import StateLabel
from cmstation.ui.theme.tokens import IconSize, Space

LONGEST_ADDRESS = 34
_SHAPES = {
    DeliveryState.WAITING: "scheduled",
    DeliveryState.ON_NETWORK: "scheduled",
    DeliveryState.HELD: "uncertain",
    DeliveryState.PREPARING: "sending",
    DeliveryState.SENDING: "sending",
    DeliveryState.HANDED_OVER: "sending",
    DeliveryState.SENT: "live",
    DeliveryState.FAILED: "failed",
    DeliveryState.UNCERTAIN: "uncertain",
}


@dataclass(frozen=True, slots=True)
class Place:
    """One account of a post that has left.

    Args:
        state: None when nothing was ever to leave for it.
        address: of the live post, "" when there is none.
    """

    account: Account
    state: DeliveryState | None
    address: str = ""


def places_of(draft: Draft, accounts: Sequence[Account]) -> tuple[Place, ...]:
    """Say how a post fares on each of its accounts, and on those it was sent to before."""
    latest: dict[int, Delivery] = {}
    for one in draft.deliveries:
        if one.kind is DeliveryKind.POST and one.state is not DeliveryState.CANCELLED:
            latest[one.account] = one
    places: list[Place] = []
    for account in accounts:
        found = latest.get(account.id)
        if found is not None:
            places.append(Place(account, found.state, _safe(found.remote_url)))
        elif account.id in draft.accounts:
            places.append(Place(account, None))
    return tuple(places)


class PlaceRow(QWidget):
    """One account: its state, and below its address or a sentence."""

    def __init__(self, icons: Icons, place: Place, parent: QWidget) -> None:
        super().__init__(parent)
        self.place = place
        name = NetworkLabel(
            icons, place.account.network.value, place.account.name, font="medium", parent=self
        )
        self.state = StateLabel(icons, _shape(place.state), word=self._word(), parent=self)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(Space.S)
        head.addWidget(name, 1)
        head.addWidget(self.state)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.XS, 0, Space.XS)
        column.setSpacing(Space.XS)
        column.addLayout(head)
        self.link: LinkButton | None = None
        self.words: Paragraph | None = None
        below = QHBoxLayout()
        below.setContentsMargins(IconSize.CONTROL + Space.S, 0, 0, 0)
        if place.address:
            self.link = LinkButton(icons, _short(place.address), parent=self)
            self.link.setToolTip(place.address)
            self.link.clicked.connect(self._open)
            below.addWidget(self.link, 0, Qt.AlignmentFlag.AlignLeft)
            self.link.setAccessibleName(
                self.tr("Open the post on {account}").format(account=place.account.name)
            )
        else:
            self.words = Paragraph(icons, self._sentence(), font="note", colour="muted", parent=self)
            below.addWidget(self.words)
        column.addLayout(below)
        said = place.address or self._sentence()
        self.setAccessibleName(f"{place.account.name}, {self.state.text()}, {said}")

    def _word(self) -> str:
        """Say the state where the plain word of a post would not hold for one account."""
        words = {
            None: self.tr("Not sent"),
            DeliveryState.HELD: self.tr("Waiting for you"),
            DeliveryState.HANDED_OVER: self.tr("To paste"),
        }
        return words.get(self.place.state, "")

    def _sentence(self) -> str:
        words = {
            None: self.tr("Nothing was planned for this account."),
            DeliveryState.WAITING: self.tr("Not live yet: it leaves by itself at its hour."),
            DeliveryState.ON_NETWORK: self.tr("Not live yet: the network keeps it until its hour."),
            DeliveryState.HELD: self.tr("Not sent by itself: say whether it should leave."),
            DeliveryState.PREPARING: self.tr("On its way."),
            DeliveryState.SENDING: self.tr("On its way."),
            DeliveryState.HANDED_OVER: self.tr("Paste it, then give its address."),
            DeliveryState.SENT: self.tr("Live; its address is not known."),
            DeliveryState.FAILED: self.tr("It did not leave for this account."),
            DeliveryState.UNCERTAIN: self.tr("Perhaps live: to check."),
        }
        return words.get(self.place.state, "")

    @Slot()
    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl(self.place.address))


class WhereLive(QWidget):
    """Every account of a post that has left.

    Signals:
        details_wanted: the person wants to see the whole result.
    """

    details_wanted = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._rows: list[PlaceRow] = []
        self.details = SecondaryButton(icons, self.tr("Details of the sending"), parent=self)
        self.details.clicked.connect(self.details_wanted)
        self._list = QVBoxLayout()
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(Space.XS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 2)  # the ring of the keyboard lies outside its button
        column.setSpacing(Space.S)
        column.addLayout(self._list)
        column.addWidget(self.details, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def show_places(self, places: Sequence[Place]) -> None:
        """Show how the accounts fare; equal ones stay, with the keyboard where it is."""
        if [row.place for row in self._rows] == list(places):
            return
        for row in self._rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [PlaceRow(self._icons, place, self) for place in places]
        for row in self._rows:
            self._list.addWidget(row)
            row.show()

    def rows(self) -> list[PlaceRow]:
        """Return the rows that are shown."""
        return list(self._rows)


def _shape(state: DeliveryState | None) -> str:
    return "archived" if state is None else _SHAPES.get(state, "archived")


def _safe(address: str) -> str:
    """Return an address that a browser may be given, else nothing."""
    url = QUrl(address, QUrl.ParsingMode.StrictMode)
    return address if url.scheme() in {"http", "https"} and url.host() else ""


def _short(address: str) -> str:
    words = address.partition("://")[2]
    return words if len(words) <= LONGEST_ADDRESS else f"{words[: LONGEST_ADDRESS - 1]}…"
