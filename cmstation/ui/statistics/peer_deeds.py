"""Other clinics: the dialog joined to the services."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from cmstation.domain.metrics import Metric
from cmstation.domain.networks import Network
from cmstation.ui.statistics.peer_dialog import PeerDialog

if TYPE_CHECKING:
    from cmstation.domain.statistics import Peer
    from cmstation.services.done import Done
    from cmstation.services.stat_peers import PeerReport
    from cmstation.ui.commands import Commands
    from cmstation.ui.icons import Icons
    from cmstation.ui.jobs import Progress
    from cmstation.ui.statistics.services import StatServices

Kept = TypeVar("Kept")
_LANE = "statistics-peers"


class PeerDeeds(QObject):
    """Opens the list and keeps what is changed in it."""

    def __init__(
        self, window: QWidget, services: "StatServices", commands: "Commands", icons: "Icons"
    ) -> None:
        super().__init__(window)
        self._window = window
        self._services = services
        self._commands = commands
        self._icons = icons

    @Slot()
    def open(self) -> None:
        """Show the list."""
        dialog = PeerDialog(self._icons, parent=self._window)
        peers = self._services.stat_peers

        def keep(work: "Callable[[], Done[Kept]]", text: str) -> None:
            self._commands.run(work, done=lambda _value: self._fill(dialog), undo_text=text, owner=dialog)

        def add(name: str, network: Network, address: str) -> None:
            keep(lambda: peers.add(name, network, address), self.tr("“{name}” added").format(name=name))

        def rename(peer: int, name: str, address: str) -> None:
            keep(lambda: peers.rename(peer, name, address), self.tr("“{name}” changed").format(name=name))

        def remove(peer: int) -> None:
            keep(lambda: peers.remove(peer), self.tr("Other clinic removed"))

        def enter(peer: int, value: int) -> None:
            today = self._services.statistics.today()
            keep(lambda: peers.enter(peer, today, Metric.FOLLOWERS, value), self.tr("Followers entered"))

        dialog.add_wanted.connect(add)
        dialog.renamed.connect(rename)
        dialog.removed.connect(remove)
        dialog.entered.connect(enter)
        dialog.look_wanted.connect(lambda: self._look(dialog))
        self._fill(dialog)
        dialog.open()

    # --- inside ---

    def _fill(self, dialog: PeerDialog) -> None:
        services = self._services

        def work() -> "tuple[tuple[Peer, ...], dict[int, tuple[int, date]]]":
            ranks = services.stat_peers.ranking(Metric.FOLLOWERS, services.statistics.today())
            values = {
                one.peer: (one.value, one.day)
                for one in ranks
                if one.peer is not None and one.value is not None and one.day is not None
            }
            return services.stat_peers.all(), values

        self._commands.ask(work, lambda found: dialog.show_peers(*found), owner=dialog)

    def _look(self, dialog: PeerDialog) -> None:
        peers = self._services.stat_peers

        def work(progress: "Progress") -> "PeerReport":
            return peers.look(progress, force=True)

        def looked(report: "PeerReport") -> None:
            dialog.look.setEnabled(True)
            dialog.told.setText(self._report_words(report))
            self._fill(dialog)
            if report.changes:
                self._commands.changed.emit(report.changes)

        def failed(error: Exception) -> None:
            dialog.look.setEnabled(True)
            self._commands.tell_error(error)

        dialog.look.setEnabled(False)
        dialog.told.setText(self.tr("Looking…"))
        self._commands.jobs.start(work, on_success=looked, on_failure=failed, lane=_LANE, owner=dialog)

    def _report_words(self, report: "PeerReport") -> str:
        if report.offline:
            return self.tr("Nothing could be reached.")
        if report.failed:
            return self.tr("%n account(s) could not be read.", "", len(report.failed))
        return self.tr("%n account(s) read", "", len(report.read))
