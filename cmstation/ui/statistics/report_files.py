"""Writes the report of a period into a file, of the kind that is chosen under its button."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QStandardPaths, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from cmstation.ui.notices import Notice, NoticeAction, NoticeKind

if TYPE_CHECKING:
    from cmstation.domain.periods import Period
    from cmstation.services.reports import Reports
    from cmstation.ui.commands import Commands

NOTICE = "report-file"
KINDS = ("pdf", "docx", "pptx", "xlsx")


class ReportFiles(QObject):
    """Asks for the kind and the place, writes beside the window, and says where the file is."""

    def __init__(self, button: QWidget, reports: "Reports", commands: "Commands", parent: QObject) -> None:
        super().__init__(parent)
        self._button = button
        self._reports = reports
        self._commands = commands
        self._folder = ""

    @Slot(object)
    def offer(self, period: "Period") -> None:
        """Show the kinds of files under the button."""
        menu = QMenu(self._button)
        menu.aboutToHide.connect(menu.deleteLater)
        for kind, words in self._names().items():
            menu.addAction(words).triggered.connect(partial(self._chosen, period, kind))
        menu.popup(self._button.mapToGlobal(QPoint(0, self._button.height())))

    def choose(self, period: "Period", kind: str) -> None:
        """Ask where a report is to be written, and write it.

        Args:
            kind: one of `KINDS`.
        """
        title = self.tr("report-{period}").format(period=period.key)
        name, _ = QFileDialog.getSaveFileName(
            self._button.window(),
            self.tr("Save the report"),
            str(Path(self._folder or _documents()) / f"{title}.{kind}"),
            f"{self._names()[kind].rstrip('…')} (*.{kind})",
        )
        if name:
            file = Path(name)
            self.write(period, kind, file if file.suffix else file.with_suffix(f".{kind}"))

    def write(self, period: "Period", kind: str, file: Path) -> None:
        """Write a report, in a job."""
        self._folder = str(file.parent)
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
        actions = (
            NoticeAction(self.tr("Open"), lambda: _show(file)),
            NoticeAction(self.tr("Show the folder"), lambda: _show(file.parent)),
        )
        words = self.tr("Report written to {name}").format(name=file.name)
        self._commands.noticed.emit(Notice(words, NoticeKind.GOOD, actions=actions, key=NOTICE))


def _show(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
