"""What the person does with a delivery from the result: say where it is, try again, move, cancel."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

from cmstation.domain.delivery import DeliveryState
from cmstation.domain.planned_time import PlannedTime
from cmstation.ui.commands import SENDING_LANE, STORAGE
from cmstation.ui.notices import Notice, NoticeKind
from cmstation.ui.publishing.link_dialog import LinkDialog
from cmstation.ui.publishing.not_there_dialog import NotThereDialog
from cmstation.ui.publishing.outcome import OutcomeRow
from cmstation.ui.publishing.profile_page import profile_page
from cmstation.ui.publishing.result import ResultDialog
from cmstation.ui.publishing.result_row import Deed

if TYPE_CHECKING:
    from cmstation.domain.changes import Changes
    from cmstation.services.station import Station
    from cmstation.ui.commands import Commands


class ResultDeeds(QObject):
    """Does what one result asks for.

    Signals:
        page_wanted: an address to open.
        hand_over_wanted: a delivery that the person publishes by hand.
        sign_in_wanted: an account.
        log_wanted: deliveries.
    """

    page_wanted = Signal(str)
    hand_over_wanted = Signal(int)
    sign_in_wanted = Signal(int)
    log_wanted = Signal(object)

    def __init__(self, dialog: ResultDialog, station: "Station", commands: "Commands") -> None:
        super().__init__(dialog)
        self._dialog = dialog
        self._station = station
        self._commands = commands
        dialog.acted.connect(self._act)
        dialog.all_again_wanted.connect(self._try_all_again)
        dialog.log_wanted.connect(self.log_wanted)

    @Slot(object, object)
    def _act(self, row: OutcomeRow, deed: Deed) -> None:
        outbox, commands, delivery = self._station.outbox, self._commands, row.delivery
        match deed:
            case Deed.OPEN:
                self.page_wanted.emit(delivery.remote_url)
            case Deed.COPY:
                QGuiApplication.clipboard().setText(delivery.remote_url)
                commands.noticed.emit(Notice(self.tr("Link copied"), NoticeKind.GOOD, key="copied"))
            case Deed.PROFILE:
                self.page_wanted.emit(profile_page(row.account))
            case Deed.LIVE:
                self._ask_link(row)
            case Deed.NOT_LIVE:
                self._ask_whether_gone(row)
            case Deed.AGAIN:
                commands.run(lambda: outbox.send_again(delivery.id))
            case Deed.CANCEL:
                self._cancel(row)
            case Deed.TIME:
                self._ask_time(row)
            case Deed.HAND_OVER:
                self._dialog.mark_handed(delivery.id)
                self.hand_over_wanted.emit(delivery.id)
            case Deed.SIGN_IN:
                self.sign_in_wanted.emit(row.account.id)
            case Deed.LOG:
                self.log_wanted.emit((delivery.id,))

    def _ask_link(self, row: OutcomeRow) -> None:
        dialog = LinkDialog(self._dialog.icons, row.account.name, self._dialog)
        dialog.given.connect(partial(self._is_live, row.delivery.id))
        dialog.open()

    def _is_live(self, delivery: int, link: str) -> None:
        station = self._station

        def work() -> "Changes":
            changes = station.outbox.is_live(delivery, link)
            station.assistant.clear(delivery)
            return changes

        self._commands.run(work)

    def _ask_whether_gone(self, row: OutcomeRow) -> None:
        dialog = NotThereDialog(self._dialog.icons, row.account.name, self._dialog)
        dialog.confirmed.connect(partial(self._is_not_live, row.delivery.id))
        dialog.open()

    def _is_not_live(self, delivery: int) -> None:
        self._commands.run(lambda: self._station.outbox.is_not_live(delivery))

    def _cancel(self, row: OutcomeRow) -> None:
        station, delivery = self._station, row.delivery

        def work() -> "Changes":
            changes = station.outbox.cancel(delivery.id)
            if row.by_hand:
                station.assistant.clear(delivery.id)
            return changes

        # Taking back asks the network: that must not keep what is typed from being saved.
        on_network = delivery.state is DeliveryState.ON_NETWORK
        lane = f"{SENDING_LANE}{delivery.account}" if on_network else STORAGE
        self._commands.run(work, lane=lane)

    def _ask_time(self, row: OutcomeRow) -> None:
        from cmstation.ui.when_dialog import WhenDialog  # noqa: PLC0415 - made when it is asked for

        station = self._station
        due, now = row.delivery.due, station.clock.now()
        dialog = WhenDialog(
            self._dialog.icons,
            # An hour that has passed is no start: the next full one is.
            due if due.instant > now else None,
            now,
            station.preferences.zone(),
            parent=self._dialog,
        )
        dialog.planned.connect(partial(self._move, row.delivery.id))
        dialog.open()

    def _move(self, delivery: int, planned: PlannedTime) -> None:
        self._commands.run(lambda: self._station.outbox.reschedule(delivery, planned))

    @Slot(str)
    def _try_all_again(self, error: str) -> None:
        self._commands.run(lambda: self._station.outbox.send_all_again(error))
