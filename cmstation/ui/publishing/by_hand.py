"""Brings what the person publishes by hand before them, once per delivery, and keeps the link they give."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from cmstation.domain.delivery import Delivery, DeliveryKind, DeliveryState
from cmstation.domain.networks import Way
from cmstation.ui.icons import Icons
from cmstation.ui.publishing.hand_over import HandOverDialog

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cmstation.domain.changes import Changes
    from cmstation.services.assisted import HandOver
    from cmstation.services.station import Station
    from cmstation.ui.commands import Commands


# Longer after "Publish", a browser that opens by itself would surprise.
PATIENCE_MS = 10_000


class ByHand(QObject):
    """Help to publish where no network interface is used.

    Signals:
        shown: the delivery that came before the person.
        page_wanted: an address to open.
        folder_wanted: a folder to open.
    """

    shown = Signal(int)
    page_wanted = Signal(str)
    folder_wanted = Signal(object)

    def __init__(
        self, window: QWidget, station: "Station", commands: "Commands", icons: Icons, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._station = station
        self._commands = commands
        self._icons = icons
        self._open: dict[int, HandOverDialog] = {}
        self._preparing: set[int] = set()
        self._expected: int | None = None
        self.patience_ms = PATIENCE_MS
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._expect_nothing)
        commands.changed.connect(self._follow)

    def expect(self, delivery: int) -> None:
        """Open this one without another click, as soon as it is the person's turn.

        One alone: several pages at once, or one long after the click, would only confuse.
        """
        self._expected = delivery
        self._patience.start(self.patience_ms)

    def is_in_hand(self, delivery: int) -> bool:
        """Tell whether a delivery is before the person already, or about to be."""
        return delivery in self._open or delivery in self._preparing or delivery == self._expected

    def hand_over(self, delivery: int) -> None:
        """Copy the text, open page and folder; or do so again when the dialog is open already."""
        shown = self._open.get(delivery)
        if shown is not None:
            shown.raise_()
            shown.start()
            return
        if delivery in self._preparing:
            return
        self._preparing.add(delivery)
        # Pictures take their time, and nothing else should wait for them.
        self._commands.ask(
            lambda: self._station.assistant.hand_over(delivery),
            self._show,
            owner=self,
            failed=lambda _error: self._give_up(delivery),
            lane="",
        )

    @Slot(object)
    def _follow(self, changes: "Changes") -> None:
        expected = self._expected
        if expected is None or not (changes.everything or expected in changes.deliveries):
            return
        outbox = self._station.outbox
        self._commands.ask(lambda: outbox.get(expected), self._begin_if_handed_over, owner=self)

    def _begin_if_handed_over(self, found: Delivery) -> None:
        if found.id == self._expected and found.state is DeliveryState.HANDED_OVER:
            self.hand_over(found.id)
            self._expect_nothing()

    @Slot()
    def _expect_nothing(self) -> None:
        self._expected = None
        self._patience.stop()

    def _give_up(self, delivery: int) -> bool:
        self._preparing.discard(delivery)
        return False

    def _show(self, given: "HandOver") -> None:
        delivery = given.delivery
        self._preparing.discard(delivery)
        dialog = HandOverDialog(self._icons, given, self._window)
        dialog.page_wanted.connect(self.page_wanted)
        dialog.folder_wanted.connect(self.folder_wanted)
        dialog.live.connect(partial(self._keep, delivery))
        dialog.finished.connect(partial(self._closed, delivery))
        self._open[delivery] = dialog
        dialog.show()
        dialog.start()
        self.shown.emit(delivery)

    def _closed(self, delivery: int, _how: int) -> None:
        self._open.pop(delivery, None)

    def _keep(self, delivery: int, link: str) -> None:
        station = self._station

        def work() -> "Changes":
            changes = station.outbox.is_live(delivery, link)
            station.assistant.clear(delivery)
            return changes

        self._commands.run(work)


def first_by_hand(station: "Station", deliveries: "Iterable[Delivery]") -> int | None:
    """Return the first of some deliveries that the person publishes, None when there is none."""
    for delivery in deliveries:
        account = station.accounts.get(delivery.account)
        if delivery.kind is DeliveryKind.POST and account.way is Way.ASSISTED:
            return delivery.id
    return None
