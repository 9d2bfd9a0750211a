"""Brings what the person publishes by hand before them, once per delivery, and keeps the link they give."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from cmstation.ui.icons import Icons
from cmstation.ui.publishing.hand_over import HandOverDialog

if TYPE_CHECKING:
    from cmstation.domain.changes import Changes
    from cmstation.services.assisted import HandOver
    from cmstation.services.station import Station
    from cmstation.ui.commands import Commands


class ByHand(QObject):
    """Help to publish where no network interface is used.

    Signals:
        page_wanted: an address to open.
        folder_wanted: a folder to open.
    """

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

    def _closed(self, delivery: int, _how: int) -> None:
        self._open.pop(delivery, None)

    def _keep(self, delivery: int, link: str) -> None:
        station = self._station

        def work() -> "Changes":
            changes = station.outbox.is_live(delivery, link)
            station.assistant.clear(delivery)
            return changes

        self._commands.run(work)
