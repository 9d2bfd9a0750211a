"""Reads the sources of the watch when they are due, tells what deserves an alert, and clears what is old."""

import logging
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from cmstation.domain.changes import Changes
from cmstation.ui.notices import Notice, NoticeAction, NoticeKind
from cmstation.ui.upkeep import Upkeep

if TYPE_CHECKING:
    from cmstation.services.station import Station
    from cmstation.services.watch_alerts import AlertNews
    from cmstation.services.watch_refresh import RefreshReport
    from cmstation.ui.commands import Commands
    from cmstation.ui.connection import Connection
    from cmstation.ui.jobs import Progress

log = logging.getLogger(__name__)
LOOK_EVERY_MS = 60_000
FIRST_LOOK_MS = 4_000
TIDY_EVERY_MS = 24 * 3_600_000
# A computer that sleeps, or whose clock is set, must not be waited for longer than that.
LONGEST_HOLD_MS = 60_000
_REFRESH, _TIDY, _ALERTS = "watch-refresh", "watch-tidy", "watch-alerts"


class WatchUpkeep(Upkeep):
    """Looks every minute whether a source is due, and tells alerts outside quiet hours.

    Signals:
        progressed: how many sources of how many were read.
        refreshed: a `RefreshReport`.
        alerted: a tuple of `AlertNews` that the notice bar shows from now on.
        stories_wanted: a tuple of stories, the most important first, that the person wants to see.
    """

    progressed = Signal(int, int)
    refreshed = Signal(object)
    alerted = Signal(object)
    stories_wanted = Signal(object)

    def __init__(
        self, station: "Station", commands: "Commands", connection: "Connection", parent: QObject
    ) -> None:
        super().__init__(station, commands, connection, parent)
        self._stopped = False
        self._told: set[tuple[int, datetime]] = set()
        self._look = self._every(LOOK_EVERY_MS, self.look)
        self._first = self._after(FIRST_LOOK_MS, self._begin)
        self._tidy = self._every(TIDY_EVERY_MS, self.tidy)
        self._held = self._after(LONGEST_HOLD_MS, self.tell_waiting)
        connection.back.connect(self.look)

    @property
    def busy(self) -> bool:
        """Whether sources are being read."""
        return self._commands.jobs.busy_lane(_REFRESH)

    @property
    def holds_back(self) -> bool:
        """Whether an alert waits for the end of quiet hours."""
        return self._held.isActive()

    def start(self) -> None:
        """Begin, once the window has had its first breath; a rehearsal reads nothing by itself."""
        for timer in (self._look, self._first, self._tidy):
            timer.start()

    def stop(self) -> None:
        """End: the window is closing."""
        self._stopped = True
        super().stop()

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
        self._work(lambda _progress: reading.tidy(), self._tell, _TIDY)

    @Slot()
    def tell_waiting(self) -> None:
        """Tell what was noticed and did not reach the person yet, unless hours are quiet."""
        self._ask_alerts(anew=False)

    # --- inside ---

    @Slot()
    def _begin(self) -> None:
        """Tell what an earlier run noticed, whether there is a line or not; then read."""
        if not self._station.rehearsal:
            self._ask_alerts(anew=True)
        self.look()

    def _refresh(self, *, force: bool) -> None:
        if not self._may_ask(_REFRESH):
            return
        station = self._station

        def work(progress: "Progress") -> "RefreshReport":
            return station.watch_refresh.refresh(progress, force=force)

        job = self._work(work, self._read, _REFRESH)
        job.progressed.connect(self.progressed)

    def _read(self, report: "RefreshReport") -> None:
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
        self._ask_alerts(anew=True)

    # --- alerts ---

    def _ask_alerts(self, *, anew: bool) -> None:
        alerts = self._station.watch_alerts

        def work() -> "tuple[tuple[AlertNews, ...], datetime | None]":
            if anew:
                alerts.look()
            found = alerts.waiting()
            return alerts.news(found.alerts), found.held_until

        self._commands.ask(work, self._tell_alerts, owner=self, lane=_ALERTS)

    def _tell_alerts(self, found: "tuple[tuple[AlertNews, ...], datetime | None]") -> None:
        if self._stopped:
            return  # nobody sees it any more: the next start tells it
        news, held_until = found
        self._hold(held_until)
        # What is being marked as told this very moment is not shown once more.
        fresh = tuple(one for one in news if (one.alert.rule, one.alert.at) not in self._told)
        if not fresh:
            return
        self._told |= {(one.alert.rule, one.alert.at) for one in fresh}
        for one in fresh:
            self._commands.noticed.emit(self._notice_of(one))
        self.alerted.emit(fresh)
        alerts = self._station.watch_alerts

        def work() -> Changes:
            alerts.told(one.alert for one in fresh)
            return Changes()

        self._commands.run(work, owner=self)

    def _hold(self, until: datetime | None) -> None:
        if until is None:
            self._held.stop()
            return
        left = (until - self._station.clock.now()) // timedelta(milliseconds=1) + 1
        self._held.start(max(1, min(left, LONGEST_HOLD_MS)))

    def _notice_of(self, news: "AlertNews") -> Notice:
        alert = news.alert
        words = self.tr("Watch: {name}, %n mention(s)", "", alert.count).format(name=alert.name)
        stories = tuple(one.story for one in news.stories)
        show = NoticeAction(self.tr("Show"), lambda: self.stories_wanted.emit(stories))
        return Notice(
            words,
            NoticeKind.WARNING,
            news.stories[0].title if news.stories else "",
            actions=(show,) if stories else (),
            sticky=True,
            key=f"watch-alert-{alert.rule}",
        )
