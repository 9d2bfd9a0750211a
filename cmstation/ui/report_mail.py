"""Offers the e-mail with last month's report, from the first Monday of a month on."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from cmstation.ui.dates import month_title
from cmstation.ui.notices import Notice, NoticeAction
from cmstation.ui.written_files import documents, written_notice

if TYPE_CHECKING:
    from cmstation.domain.periods import Period
    from cmstation.services.station import Station
    from cmstation.ui.commands import Commands

NOTICE = "report-mail"


class ReportMail(QObject):
    """Asks whether a report is due, says so once per start, and writes the draft when the person wants it."""

    def __init__(self, station: "Station", commands: "Commands", parent: QObject) -> None:
        super().__init__(parent)
        self._station = station
        self._commands = commands
        self._told = ""

    def look(self) -> None:
        """Offer the e-mail, when it is due."""
        reports, clock = self._station.reports, self._station.clock
        self._commands.ask(lambda: reports.due(clock.now()), self._offer, owner=self, lane=NOTICE)

    def write(self, period: "Period", folder: Path) -> None:
        """Write the draft into a folder, in a job."""
        reports = self._station.reports
        self._commands.ask(lambda: reports.mail(period, folder), self._written, owner=self, lane=NOTICE)

    # --- inside ---

    def _offer(self, period: "Period | None") -> None:
        if period is None or period.key == self._told:
            return
        self._told = period.key
        words = self.tr("The report of {month} is ready to be sent to the management.").format(
            month=month_title(period.first.year, period.first.month)
        )
        prepare = NoticeAction(self.tr("Prepare the e-mail"), lambda: self.write(period, documents()))
        self._commands.noticed.emit(Notice(words, actions=(prepare,), sticky=True, key=NOTICE))

    def _written(self, file: Path) -> None:
        words = self.tr("E-mail with the report written to {name}").format(name=file.name)
        self._commands.noticed.emit(written_notice(words, file, key=NOTICE))
