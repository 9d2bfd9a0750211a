"""Take the counts and checks of the open post again, shortly after it changed."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from cmstation.domain.drafts import Draft
from cmstation.ui.drafts.measure import Measured, measured

if TYPE_CHECKING:
    from cmstation.services.station import Station
    from cmstation.ui.commands import Commands

AFTER_MS = 120


class Measuring(QObject):
    """Measures in the background; while one types on, only the latest text counts.

    Signals:
        measured: the counts and findings (`Measured`).
    """

    measured = Signal(object)

    def __init__(self, draft: Callable[[], Draft | None], parent: QObject) -> None:
        """Measure what a function returns."""
        super().__init__(parent)
        self._draft = draft
        self._station: Station | None = None
        self._commands: Commands | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(AFTER_MS)
        self._pause.timeout.connect(self.now)

    def attach(self, station: "Station", commands: "Commands") -> None:
        """Receive the services."""
        self._station, self._commands = station, commands

    @property
    def is_due(self) -> bool:
        """Whether the counts are about to be taken again."""
        return self._pause.isActive()

    def soon(self) -> None:
        """Measure once nothing more is typed for a moment."""
        self._pause.start()

    @Slot()
    def now(self) -> None:
        """Measure at once."""
        draft, station, commands = self._draft(), self._station, self._commands
        if draft is not None and station is not None and commands is not None:
            commands.ask(
                lambda: measured(station, draft),
                self._tell,
                owner=self,
                lane="measuring",
                replaces="composer-measure",
            )

    def _tell(self, found: Measured) -> None:
        self.measured.emit(found)
