"""Reads the sources of the watch when they are due, tells what deserves an alert, and clears what is old."""

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from cmstation.domain.changes import Changes
from cmstation.ui.notices import Notice, NoticeKind

if TYPE_CHECKING:
    from cmstation.domain.watch_alerts import Alert
    from cmstation.services.station import Station
    from cmstation.services.watch_refresh import RefreshReport
    from cmstation.ui.commands import Commands
    from cmstation.ui.connection import Connection
    from cmstation.ui.jobs import Progress

log = logging.getLogger(__name__)
LOOK_EVERY_MS = 60_000
FIRST_LOOK_MS = 4_000
TIDY_EVERY_MS = 24 * 3_600_000
_REFRESH, _TIDY = "watch-refresh", "watch-tidy"


class WatchUpkeep(QObject):
    """Looks every minute whether a source is due.

    Signals:
        progressed: how many sources of how many were read.
        refreshed: a `RefreshReport`.
    """

    progressed = Signal(int, int)
    refreshed = Signal(object)

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
        self._tidy = QTimer(self)
        self._tidy.setInterval(TIDY_EVERY_MS)
        self._tidy.timeout.connect(self.tidy)
        connection.back.connect(self.look)

    @property
    def busy(self) -> bool:
        """Whether sources are being read."""
        return self._commands.jobs.busy_lane(_REFRESH)

    def start(self) -> None:
        """Begin, once the window has had its first breath; a rehearsal reads nothing by itself."""
        for timer in (self._look, self._first, self._tidy):
            timer.start()

    def stop(self) -> None:
        """End: the window is closing."""
        for timer in (self._look, self._first, self._tidy):
            timer.stop()

    @Slot()
    def look(self) -> None:
        """Read the sources that are due."""
        if not self._station.rehearsal:
            self._refresh(force=False)

    @Slot()
    def read_all(self) -> None:
        """Read every source now: the person asks for it."""
        self._refresh(force=True)

    @Slot()
    def tidy(self) -> None:
        """Clear away what the lists no longer keep."""
        reading = self._station.watch_reading
        self._commands.jobs.start(
            lambda _progress: reading.tidy(),
            on_success=self._tell,
            on_failure=self._commands.tell_error,
            lane=_TIDY,
            owner=self,
        )

    # --- inside ---

    def _refresh(self, *, force: bool) -> None:
        if self.busy or not self._connection.may_send:
            return
        station = self._station

        def work(progress: "Progress") -> "tuple[RefreshReport, tuple[Alert, ...]]":
            report = station.watch_refresh.refresh(progress, force=force)
            return report, station.watch_alerts.look()

        job = self._commands.jobs.start(
            work,
            on_success=self._read,
            on_failure=self._commands.tell_error,
            lane=_REFRESH,
            owner=self,
        )
        job.progressed.connect(self.progressed)

    def _read(self, found: "tuple[RefreshReport, tuple[Alert, ...]]") -> None:
        report, alerts = found
        if report.read or report.unchanged or report.failed:
            log.info(
                "watch: %d read, %d unchanged, %d failed, %d new",
                report.read,
                report.unchanged,
                len(report.failed),
                report.new_items,
            )
        self.refreshed.emit(report)
        if report.read or report.failed:
            self._tell(Changes(watch=True))
        for alert in alerts:
            self._commands.noticed.emit(self._notice_of(alert))

    def _tell(self, changes: Changes) -> None:
        if changes:
            self._commands.changed.emit(changes)

    def _notice_of(self, alert: "Alert") -> Notice:
        words = self.tr("Watch: {name}, %n mention(s)", "", alert.count).format(name=alert.name)
        return Notice(words, NoticeKind.WARNING, sticky=True, key=f"watch-alert-{alert.rule}")
