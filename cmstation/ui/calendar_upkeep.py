"""Keeps the calendar in step with the world: posts planned on networks, and the file others subscribe to."""

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from cmstation.domain.changes import Changes

if TYPE_CHECKING:
    from cmstation.services.remote_posts import Refreshed
    from cmstation.services.station import Station
    from cmstation.ui.commands import Commands
    from cmstation.ui.connection import Connection

log = logging.getLogger(__name__)
LOOK_EVERY_MS = 15 * 60_000
WRITE_AFTER_MS = 4_000
_NETWORKS, _FOLDER = "calendar-networks", "calendar-folder"


class CalendarUpkeep(QObject):
    """Looks at the networks now and then, and writes the kept-up file some seconds after a change."""

    def __init__(
        self, station: "Station", commands: "Commands", connection: "Connection", parent: QObject
    ) -> None:
        super().__init__(parent)
        self._station = station
        self._commands = commands
        self._connection = connection
        self._look = QTimer(self)
        self._look.setInterval(LOOK_EVERY_MS)
        self._look.timeout.connect(self.look_at_networks)
        self._write = QTimer(self)
        self._write.setSingleShot(True)
        self._write.setInterval(WRITE_AFTER_MS)
        self._write.timeout.connect(self.write_folder)
        commands.changed.connect(self._follow)
        connection.back.connect(self.look_at_networks)

    @property
    def writes_soon(self) -> bool:
        """Whether a change waits to be written."""
        return self._write.isActive()

    def start(self) -> None:
        """Begin; the file is brought up to date first."""
        self._look.start()
        self._write.start()
        self.look_at_networks()

    def stop(self) -> None:
        """End: the window is closing."""
        self._look.stop()
        self._write.stop()

    @Slot()
    def look_at_networks(self) -> None:
        """Read what somebody planned on the networks themselves."""
        jobs = self._commands.jobs
        if jobs.busy_lane(_NETWORKS) or not self._connection.may_send:
            return
        jobs.start(
            lambda _progress: self._station.remote_posts.refresh_all(),
            on_success=self._seen,
            on_failure=self._commands.tell_error,
            lane=_NETWORKS,
            owner=self,
        )

    @Slot()
    def write_folder(self) -> None:
        """Bring the file that others subscribe to up to date."""
        jobs = self._commands.jobs
        if jobs.busy_lane(_FOLDER):
            self._write.start()
            return
        jobs.start(
            lambda _progress: self._station.plan_files.write_folder(),
            on_success=_written,
            on_failure=self._commands.tell_error,
            lane=_FOLDER,
            owner=self,
        )

    @Slot(object)
    def _follow(self, changes: Changes) -> None:
        if changes != Changes(media=changes.media):
            self._write.start()

    def _seen(self, found: "Refreshed") -> None:
        # An account that does not answer says so where it matters: when something is sent to it.
        if found.changes:
            self._commands.changed.emit(found.changes)


def _written(written: bool) -> None:
    if written:
        log.info("the calendar for other programs was written")
