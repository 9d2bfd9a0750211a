"""Collects the figures of the day, and tells the page of statistics when its answers may be others."""

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from cmstation.domain.changes import Changes
from cmstation.ui.report_mail import ReportMail

if TYPE_CHECKING:
    from cmstation.services.stat_collecting import CollectReport
    from cmstation.services.station import Station
    from cmstation.ui.commands import Commands
    from cmstation.ui.connection import Connection

log = logging.getLogger(__name__)
LOOK_EVERY_MS = 3_600_000
FIRST_LOOK_MS = 45_000
LANE = "statistics"


class StatUpkeep(QObject):
    """Looks every hour whether figures of today are missing; a rehearsal collects nothing."""

    def __init__(
        self, station: "Station", commands: "Commands", connection: "Connection", parent: QObject
    ) -> None:
        super().__init__(parent)
        self._station = station
        self._commands = commands
        self._connection = connection
        self._look = QTimer(self)
        self._look.setInterval(LOOK_EVERY_MS)
        self._look.timeout.connect(self.look)
        self._first = QTimer(self)
        self._first.setSingleShot(True)
        self._first.setInterval(FIRST_LOOK_MS)
        self._first.timeout.connect(self.look)
        self.mail = ReportMail(station, commands, self)
        connection.back.connect(self.look)

    def start(self) -> None:
        """Begin, once the window has had its first breath."""
        self._look.start()
        self._first.start()

    def stop(self) -> None:
        """End: the window is closing."""
        self._look.stop()
        self._first.stop()

    def changed(self, changes: Changes) -> None:
        """Let answers that may be others be reckoned anew."""
        self._station.statistics.changed(changes)

    @Slot()
    def look(self) -> None:
        """Collect what is due."""
        station, jobs = self._station, self._commands.jobs
        if not station.rehearsal:
            self.mail.look()
        if station.rehearsal or jobs.busy_lane(LANE) or not self._connection.may_send:
            return
        jobs.start(
            station.stat_collecting.collect,
            on_success=self._collected,
            on_failure=self._commands.tell_error,
            lane=LANE,
            owner=self,
        )

    def _collected(self, report: "CollectReport") -> None:
        if report.read or report.failed:
            log.info(
                "statistics: %d read, %d failed, %d figures",
                len(report.read),
                len(report.failed),
                report.figures,
            )
        if report.changes:
            self._commands.changed.emit(report.changes)
