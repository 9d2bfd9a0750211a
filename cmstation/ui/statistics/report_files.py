"""Writes the report of a period into a file, of the kind that is chosen under its button."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QPoint, Slot
from PySide6.QtWidgets import QMenu, QWidget

from cmstation.ui.written_files import choose_place, documents, written_notice

if TYPE_CHECKING:
    from cmstation.domain.periods import Period
    from cmstation.services.reports import Reports
    from cmstation.ui.commands import Commands
    from cmstation.ui.statistics.look_deeds import LookDeeds
    from cmstation.ui.statistics.page import StatisticsPage

NOTICE = "report-file"
KINDS = ("pdf", "docx", "pptx", "xlsx")


class ReportFiles(QObject):
    """Asks for the kind and the place, writes beside the window, and says where the file is."""

    def __init__(self, button: QWidget, reports: "Reports", commands: "Commands", parent: QObject) -> None:
        """Join the button of a page.

        Args:
            parent: the `StatisticsPage`.
        """
        super().__init__(parent)
        self._button = button
        self._reports = reports
        self._commands = commands
        self._page = cast("StatisticsPage", parent)
        self._folder: Path | None = None
        self._look: LookDeeds | None = None

    @Slot(object)
    def offer(self, period: "Period") -> None:
        """Show the kinds of files under the button."""
        menu = QMenu(self._button)
        menu.aboutToHide.connect(menu.deleteLater)
        for kind, words in self._names().items():
            menu.addAction(words).triggered.connect(partial(self._chosen, period, kind))
        menu.addSeparator()
        menu.addAction(self.tr("Logo and colour…")).triggered.connect(self.open_look)
        menu.popup(self._button.mapToGlobal(QPoint(0, self._button.height())))

    @Slot()
    def open_look(self) -> None:
        """Show which logo and which colour reports have."""
        from cmstation.ui.statistics.look_deeds import LookDeeds  # noqa: PLC0415 - when it is asked for

        if self._look is None:
            self._look = LookDeeds(self._page, self._reports.look, self._commands, self._page.icons)
        self._look.open()

    def choose(self, period: "Period", kind: str) -> None:
        """Ask where a report is to be written, and write it.

        Args:
            kind: one of `KINDS`.
        """
        title = self.tr("report-{period}").format(period=period.key)
        file = choose_place(
            self._button.window(),
            self.tr("Save the report"),
            (self._folder or documents()) / f"{title}.{kind}",
            f"{self._names()[kind].rstrip('…')} (*.{kind})",
        )
        if file is not None:
            self.write(period, kind, file)

    def write(self, period: "Period", kind: str, file: Path) -> None:
        """Write a report, in a job."""
        self._folder = file.parent
        reports = self._reports

        def work() -> Path:
            reports.write(
                period,
                pdf=file if kind == "pdf" else None,
                docx=file if kind == "docx" else None,
                pptx=file if kind == "pptx" else None,
                xlsx=file if kind == "xlsx" else None,
            )
            return file

        self._commands.ask(work, self._written, owner=self, lane=NOTICE)

    # --- inside ---

    def _chosen(self, period: "Period", kind: str, _checked: bool = False) -> None:
        self.choose(period, kind)

    def _names(self) -> dict[str, str]:
        return {
            "pdf": self.tr("PDF document…"),
            "docx": self.tr("Word document…"),
            "pptx": self.tr("PowerPoint slides…"),
            "xlsx": self.tr("Excel workbook…"),
        }

    def _written(self, file: Path) -> None:
        words = self.tr("Report written to {name}").format(name=file.name)
        self._commands.noticed.emit(written_notice(words, file, key=NOTICE))
