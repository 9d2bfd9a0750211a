"""Collects the figures of the day, and tells the page of statistics when its answers may be others."""

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from cmstation.domain.changes import Changes
from cmstation.ui.report_mail import ReportMail
from cmstation.ui.upkeep import Upkeep

if TYPE_CHECKING:
    from cmstation.services.stat_collecting import CollectReport
    from cmstation.services.station import Station
    from cmstation.ui.commands import Commands
    from cmstation.ui.connection import Connection

log = logging.getLogger(__name__)
LOOK_EVERY_MS = 3_600_000
FIRST_LOOK_MS = 45_000
LANE = "statistics"


class StatUpkeep(Upkeep):
    """Looks every hour whether figures of today are missing; a rehearsal collects nothing."""

    def __init__(
        self, station: "Station", commands: "Commands", connection: "Connection", parent: QObject
    ) -> None:
        super().__init__(station, commands, connection, parent)
        self._look = self._every(LOOK_EVERY_MS, self.look)
        self._first = self._after(FIRST_LOOK_MS, self.look)
        self.mail = ReportMail(station, commands, self)
        connection.back.connect(self.look)

    def start(self) -> None:
        """Begin, once the window has had its first breath."""
        self._look.start()
        self._first.start()

    def changed(self, changes: Changes) -> None:
        """Let answers that may be others be reckoned anew."""
        self._station.statistics.changed(changes)

    @Slot()
    def look(self) -> None:
        """Collect what is due."""
        if self._station.rehearsal:
            return
        self.mail.look()
        if self._may_ask(LANE):
            self._work(self._station.stat_collecting.collect, self._collected, LANE)

    def _collected(self, report: "CollectReport") -> None:
        if report.read or report.failed:
            log.info(
                "statistics: %d read, %d failed, %d figures",
                len(report.read),
                len(report.failed),
                report.figures,
            )
        self._tell(report.changes)
