"""Where a post is live: one row per delivery, refreshed as the networks answer."""

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from cmstation.domain.accounts import Account
from cmstation.domain.changes import Changes
from cmstation.domain.delivery import Delivery, DeliveryKind, DeliveryState
from cmstation.domain.planned_time import PlannedTime
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import GhostButton, SecondaryButton
from cmstation.ui.kit.dialogs import DialogFrame
from cmstation.ui.kit.labels import Note, PageTitle
from cmstation.ui.kit.surfaces import Panel
from cmstation.ui.publishing.link_dialog import LinkDialog
from cmstation.ui.publishing.result_row import ResultRow
from cmstation.ui.theme.tokens import ColourRole, Space

if TYPE_CHECKING:
    from cmstation.services.station import Station
    from cmstation.ui.commands import Commands

SIZE, LEAST = (960, 640), (880, 480)
BAR, GAP = 6, 2
_COLOURS: dict[DeliveryState, ColourRole] = {
    DeliveryState.SENT: "good",
    DeliveryState.PREPARING: "info",
    DeliveryState.SENDING: "info",
    DeliveryState.HANDED_OVER: "info",
    DeliveryState.UNCERTAIN: "warning",
    DeliveryState.HELD: "warning",
    DeliveryState.FAILED: "danger",
}


class ProgressSegments(QWidget):
    """One segment per delivery, in the colour of its state."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._states: tuple[DeliveryState, ...] = ()
        self.setFixedHeight(BAR)

    def show_states(self, states: tuple[DeliveryState, ...]) -> None:
        """Show these states, in their order."""
        self._states = states
        self.update()

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        if not self._states:
            return
        painter, count = QPainter(self), len(self._states)
        width = (self.width() - GAP * (count - 1)) / count
        for place, state in enumerate(self._states):
            colour = self._icons.theme.colour(_COLOURS.get(state, "track"))
            left = round(place * (width + GAP))
            painter.fillRect(QRect(left, 0, round(width), BAR), colour)


class ResultDialog(DialogFrame):
    """Shows what became of a post; closing it stops nothing.

    Signals:
        hand_over_wanted, log_wanted: a delivery.
        sign_in_wanted: an account.
        page_wanted: an address to open.
    """

    hand_over_wanted = Signal(int)
    log_wanted = Signal(int)
    sign_in_wanted = Signal(int)
    page_wanted = Signal(str)

    def __init__(
        self, icons: Icons, station: "Station", commands: "Commands", post: int, parent: QWidget
    ) -> None:
        super().__init__(icons, self.tr("Publish: sending"), parent=parent)
        self.post = post
        self._station = station
        self._commands = commands
        self._zone = station.preferences.zone()
        self._found: tuple[tuple[Delivery, ...], tuple[Account, ...]] | None = None
        self.resize(*SIZE)
        self.setMinimumSize(*LEAST)
        self.setModal(True)
        head = Panel(icons, "surface", Qt.Edge.BottomEdge, parent=self)
        column = QVBoxLayout(head)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        column.setSpacing(Space.S)
        self.sum = PageTitle(icons, "", parent=head)
        self._title = Note(icons, "", parent=head)
        self._bar = ProgressSegments(icons, head)
        for part in (self.sum, self._title, self._bar):
            column.addWidget(part)
        self._area = QScrollArea(self)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        self.body.addWidget(head)
        self.body.addWidget(self._area, 1)
        self._all_again = GhostButton(icons, "", icon="refresh", parent=self)
        self._all_again.clicked.connect(self._send_all_again)
        self._all_again.hide()
        self.add_foot_left(self._all_again)
        self.add_foot_left(
            Note(icons, self.tr("Closing stops nothing: the header keeps count."), parent=self)
        )
        close = SecondaryButton(icons, self.tr("Close"), parent=self)
        close.clicked.connect(self.accept)
        self.add_button(close, default=True)
        commands.changed.connect(self._look_again)
        self._ask()

    # --- what is shown ---

    @Slot(object)
    def _look_again(self, changes: Changes) -> None:
        if changes.everything or self.post in changes.posts:
            self._ask()

    def _ask(self) -> None:
        station, post = self._station, self.post
        self._commands.ask(
            lambda: (station.drafts.open(post).title, station.outbox.of_post(post), station.accounts.all()),
            lambda found: self._show(*found),
            owner=self,
            replaces="publish-result",
        )

    def _show(self, title: str, deliveries: tuple[Delivery, ...], accounts: tuple[Account, ...]) -> None:
        shown = tuple(d for d in deliveries if d.state is not DeliveryState.CANCELLED) or deliveries
        if (shown, accounts) == self._found:
            return
        self._found = (shown, accounts)
        self._title.setText(title)
        self._bar.show_states(tuple(delivery.state for delivery in shown))
        said = self._sum_words(Counter(d.state for d in shown if d.kind is DeliveryKind.POST))
        if said != self.sum.text():
            self.sum.setText(said)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))
        self._area.setWidget(self._rows(shown, accounts))
        same = self._same_trouble(shown)
        self._all_again.setVisible(bool(same))
        self._all_again.setText(self.tr("Try all of them again"))

    def _rows(self, shown: tuple[Delivery, ...], accounts: tuple[Account, ...]) -> QWidget:
        inside = Panel(self.icons, "surface", parent=self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        by_id = {account.id: account for account in accounts}
        now = self._station.clock.now()
        for delivery in shown:
            account = by_id.get(delivery.account)
            if account is None:
                continue
            row = ResultRow(self.icons, delivery, account, now, self._zone, inside)
            row.acted.connect(partial(self._act, delivery, account))
            column.addWidget(row)
        column.addStretch(1)
        return inside

    def _sum_words(self, counted: Counter[DeliveryState]) -> str:
        on_way = (DeliveryState.PREPARING, DeliveryState.SENDING)
        parts = (
            (counted[DeliveryState.SENT], self.tr("%n live", "", counted[DeliveryState.SENT])),
            (
                sum(counted[state] for state in on_way),
                self.tr("%n on its way", "", sum(counted[state] for state in on_way)),
            ),
            (
                counted[DeliveryState.WAITING] + counted[DeliveryState.ON_NETWORK],
                self.tr("%n planned", "", counted[DeliveryState.WAITING] + counted[DeliveryState.ON_NETWORK]),
            ),
            (
                counted[DeliveryState.HANDED_OVER],
                self.tr("%n to paste", "", counted[DeliveryState.HANDED_OVER]),
            ),
            (
                counted[DeliveryState.UNCERTAIN] + counted[DeliveryState.HELD],
                self.tr("%n to check", "", counted[DeliveryState.UNCERTAIN] + counted[DeliveryState.HELD]),
            ),
            (counted[DeliveryState.FAILED], self.tr("%n failed", "", counted[DeliveryState.FAILED])),
        )
        return ", ".join(words for count, words in parts if count) or self.tr("Nothing is on its way")

    @staticmethod
    def _same_trouble(shown: tuple[Delivery, ...]) -> str:
        troubles = Counter(d.error for d in shown if d.state is DeliveryState.FAILED)
        return next((error for error, count in troubles.items() if count > 1), "")

    # --- what the person does ---

    def _act(self, delivery: Delivery, account: Account, deed: str) -> None:
        outbox, run = self._station.outbox, self._commands.run
        match deed:
            case "open":
                self.page_wanted.emit(delivery.remote_url)
            case "copy":
                QGuiApplication.clipboard().setText(delivery.remote_url)
            case "profile":
                self.page_wanted.emit(account.address or delivery.remote_url)
            case "live":
                self._ask_link(delivery, account)
            case "not_live":
                run(lambda: outbox.is_not_live(delivery.id))
            case "again":
                run(lambda: outbox.send_again(delivery.id))
            case "cancel":
                run(lambda: outbox.cancel(delivery.id))
            case "time":
                self._ask_time(delivery)
            case "hand_over":
                self.hand_over_wanted.emit(delivery.id)
            case "sign_in":
                self.sign_in_wanted.emit(account.id)
            case _:
                self.log_wanted.emit(delivery.id)

    def _ask_link(self, delivery: Delivery, account: Account) -> None:
        outbox, commands = self._station.outbox, self._commands
        dialog = LinkDialog(self.icons, account.name, self)

        def keep(link: str) -> None:
            commands.run(lambda: outbox.is_live(delivery.id, link))

        dialog.given.connect(keep)
        dialog.open()

    def _ask_time(self, delivery: Delivery) -> None:
        from cmstation.ui.drafts.when_dialog import WhenDialog  # noqa: PLC0415

        outbox, commands = self._station.outbox, self._commands
        now = self._station.clock.now()
        dialog = WhenDialog(self.icons, delivery.due, now, self._zone, parent=self)

        def move(planned: PlannedTime) -> None:
            commands.run(lambda: outbox.reschedule(delivery.id, planned))

        dialog.planned.connect(move)
        dialog.open()

    @Slot()
    def _send_all_again(self) -> None:
        if self._found is not None:
            error = self._same_trouble(self._found[0])
            self._commands.run(lambda: self._station.outbox.send_all_again(error))
