"""Keeps the calendar in step with the world: posts planned on networks, and the file others subscribe to."""

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from cmstation.domain.changes import Changes
from cmstation.ui.upkeep import Upkeep

if TYPE_CHECKING:
    from cmstation.services.remote_posts import Refreshed
    from cmstation.services.station import Station
    from cmstation.ui.commands import Commands
    from cmstation.ui.connection import Connection

log = logging.getLogger(__name__)
LOOK_EVERY_MS = 15 * 60_000
WRITE_AFTER_MS = 4_000
_NETWORKS, _FOLDER = "calendar-networks", "calendar-folder"


class CalendarUpkeep(Upkeep):
    """Looks at the networks now and then, and writes the kept-up file some seconds after a change."""

    def __init__(
        self, station: "Station", commands: "Commands", connection: "Connection", parent: QObject
    ) -> None:
        super().__init__(station, commands, connection, parent)
        self._look = self._every(LOOK_EVERY_MS, self.look_at_networks)
        self._write = self._after(WRITE_AFTER_MS, self.write_folder)
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

    @Slot()
    def look_at_networks(self) -> None:
        """Read what somebody planned on the networks themselves."""
        if self._may_ask(_NETWORKS):
            self._work(lambda _progress: self._station.remote_posts.refresh_all(), self._seen, _NETWORKS)

    @Slot()
    def write_folder(self) -> None:
        """Bring the file that others subscribe to up to date."""
        if self._commands.jobs.busy_lane(_FOLDER):
            self._write.start()
            return
        self._work(lambda _progress: self._station.plan_files.write_folder(), _written, _FOLDER)

    @Slot(object)
    def _follow(self, changes: Changes) -> None:
        if changes != Changes(media=changes.media):
            self._write.start()

    def _seen(self, found: "Refreshed") -> None:
        # An account that does not answer says so where it matters: when something is sent to it.
        self._tell(found.changes)


def _written(written: bool) -> None:
    if written:
        log.info("the calendar for other programs was written")
