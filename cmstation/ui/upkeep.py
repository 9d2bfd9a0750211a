"""What comes round by itself while the window is open: its timers, and its work beside the window."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer

from cmstation.domain.changes import Changes

if TYPE_CHECKING:
    from cmstation.services.station import Station
    from cmstation.ui.commands import Commands
    from cmstation.ui.connection import Connection
    from cmstation.ui.jobs import Job, Progress

Result = TypeVar("Result")


class Upkeep(QObject):
    """Holds the timers of one subject, and ends them all."""

    def __init__(
        self, station: "Station", commands: "Commands", connection: "Connection", parent: QObject
    ) -> None:
        super().__init__(parent)
        self._station = station
        self._commands = commands
        self._connection = connection
        self._timers: list[QTimer] = []

    def stop(self) -> None:
        """End: the window is closing."""
        for timer in self._timers:
            timer.stop()

    # --- for those who keep something up ---

    def _every(self, interval_ms: int, deed: Callable[[], None]) -> QTimer:
        """Make a timer that does something again and again, once it is started."""
        timer = QTimer(self)
        timer.setInterval(interval_ms)
        timer.timeout.connect(deed)
        self._timers.append(timer)
        return timer

    def _after(self, wait_ms: int, deed: Callable[[], None]) -> QTimer:
        """Make a timer that does something once, each time it is started."""
        timer = self._every(wait_ms, deed)
        timer.setSingleShot(True)
        return timer

    def _may_ask(self, lane: str) -> bool:
        """Tell whether the round before is over, and there is a line to ask over."""
        return not self._commands.jobs.busy_lane(lane) and self._connection.may_send

    def _work(
        self, work: "Callable[[Progress], Result]", done: Callable[[Result], None], lane: str
    ) -> "Job[Result]":
        """Work beside the window; what fails is told as a notice."""
        return self._commands.jobs.start(
            work, on_success=done, on_failure=self._commands.tell_error, lane=lane, owner=self
        )

    def _tell(self, changes: Changes) -> None:
        if changes:
            self._commands.changed.emit(changes)
