"""The calendar and other programs: import, export, a folder kept up to date, paper."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QDialog, QFileDialog, QMenu

from cmstation.domain.plan_faults import PlanUnreadable
from cmstation.ui.calendar.dialogs.exchange_words import (
    can_take,
    fault_lines,
    preview_faults,
    preview_sentences,
)
from cmstation.ui.calendar.plan_view import ViewKey
from cmstation.ui.dates import long_words
from cmstation.ui.notices import Notice
from cmstation.ui.written_files import choose_place, documents, written_notice

if TYPE_CHECKING:
    from cmstation.domain.calendar import Plan
    from cmstation.services.plan_folder import FolderState
    from cmstation.services.plan_preview import ImportPreview
    from cmstation.services.remote_posts import Refreshed
    from cmstation.services.station import Station
    from cmstation.ui.calendar.paper.paper import Sheet
    from cmstation.ui.calendar.tab import CalendarTab
    from cmstation.ui.commands import Commands

NOTICE = "calendar-exchange"


class ExchangeDeeds(QObject):
    """Joins the menu to files and printers."""

    def __init__(self, tab: "CalendarTab", station: "Station", commands: "Commands") -> None:
        super().__init__(tab)
        self._tab = tab
        self._station = station
        self._commands = commands

    def fill_menu(self, menu: QMenu) -> None:
        """Offer everything."""
        _add(menu, self.tr("Look at what is planned on the networks"), self.look_at_networks)
        menu.addSeparator()
        _add(menu, self.tr("Import from a file…"), self.choose_import)
        _add(menu, self.tr("Export to a file…"), self.choose_export)
        _add(menu, self.tr("A calendar for Outlook or Thunderbird…"), self.open_folder)
        menu.addSeparator()
        _add(menu, self.tr("Print or save as PDF…"), self.ask_paper)

    # --- networks ---

    @Slot()
    def look_at_networks(self) -> None:
        """Read again what somebody planned on the networks themselves."""
        self._commands.ask(
            self._station.remote_posts.refresh_all, self._seen, owner=self, lane="calendar-networks"
        )

    def _seen(self, found: "Refreshed") -> None:
        if found.changes:
            self._commands.changed.emit(found.changes)
        names = [self._tab.account_names.get(account, "") for account in found.failed]
        if names:
            told = self.tr("{accounts} did not answer; what was seen there before is still shown.")
            self._say(told.format(accounts=", ".join(names)))
        else:
            self._say(self.tr("What is planned on the networks is up to date."))

    # --- import ---

    @Slot()
    def choose_import(self) -> None:
        """Ask for a file, and show what it would bring."""
        name, _ = QFileDialog.getOpenFileName(
            self._tab.window(),
            self.tr("Import into the calendar"),
            str(documents()),
            self.tr("Calendars and tables (*.ics *.csv *.xlsx)"),
        )
        if name:
            self.read(Path(name))

    def read(self, file: Path) -> None:
        """Show what a file would bring."""
        files = self._station.plan_files
        self._commands.ask(
            lambda: files.read(file),
            lambda found: self._show_preview(file, found),
            failed=lambda problem: self._show_faults(file, problem),
            owner=self,
        )

    def _show_faults(self, file: Path, problem: Exception) -> bool:
        if not isinstance(problem, PlanUnreadable):
            return False
        self._open_preview(file, [], fault_lines(problem.faults))
        return True

    def _show_preview(self, file: Path, preview: "ImportPreview") -> None:
        taken = (lambda: self._take(file, preview)) if can_take(preview) else None
        self._open_preview(file, preview_sentences(preview), preview_faults(preview), taken)

    def _open_preview(
        self,
        file: Path,
        sentences: list[str],
        faults: list[str],
        taken: Callable[[], None] | None = None,
    ) -> None:
        from cmstation.ui.calendar.dialogs.import_dialog import ImportDialog  # noqa: PLC0415 - when asked for

        dialog = ImportDialog(
            self._tab.icons,
            file.name,
            sentences,
            faults,
            can_take=taken is not None,
            parent=self._tab.window(),
        )
        if taken is not None:
            dialog.taken.connect(taken)
        dialog.open()

    def _take(self, file: Path, preview: "ImportPreview") -> None:
        self._commands.run(
            lambda: self._station.plan_files.take(preview, without_refused=True),
            undo_text=self.tr("“{name}” taken into the calendar").format(name=file.name),
            owner=self,
        )

    # --- export ---

    @Slot()
    def choose_export(self) -> None:
        """Ask for a file, and write the days that are shown into it."""
        start, end = self._tab.shown.span()
        title = self.tr("calendar-{day}").format(day=f"{start:%Y-%m-%d}") + ".xlsx"
        file = choose_place(
            self._tab.window(),
            self.tr("Export the calendar"),
            documents() / title,
            ";;".join(
                (
                    self.tr("Excel table (*.xlsx)"),
                    self.tr("Calendar for Outlook, Thunderbird, a phone (*.ics)"),
                    self.tr("Table as text (*.csv)"),
                )
            ),
        )
        if file is None:
            return
        self._commands.ask(
            lambda: self._station.plan_files.export(file, start, end),
            lambda count: self._written(file, self.tr("%n item(s) written to {name}", "", count)),
            owner=self,
            lane="",
        )

    def _written(self, file: Path, words: str) -> None:
        notice = written_notice(words.format(name=file.name), file, key=NOTICE, opens=False)
        self._commands.noticed.emit(notice)

    # --- the folder that others subscribe to ---

    @Slot()
    def open_folder(self) -> None:
        """Show where the calendar is kept up to date for other programs."""
        files = self._station.plan_files
        self._commands.ask(files.folder_state, self._show_folder, owner=self)

    def _show_folder(self, state: "FolderState") -> None:
        from cmstation.ui.calendar.dialogs.folder_dialog import FolderDialog  # noqa: PLC0415 - when asked for

        written = ""
        if state.written_at is not None:
            zone = self._station.preferences.zone()
            written = long_words(state.written_at, zone, self._station.clock.now())
        dialog = FolderDialog(
            self._tab.icons, state.folder, written, trouble=bool(state.trouble), parent=self._tab.window()
        )
        dialog.chosen.connect(self._keep_folder)
        dialog.open()

    @Slot(object)
    def _keep_folder(self, folder: Path | None) -> None:
        files = self._station.plan_files

        def keep() -> bool:
            files.keep_folder(folder)
            return files.write_folder()

        words = self.tr("Calendar for other programs written") if folder else self.tr("It is kept no longer.")
        self._commands.ask(keep, lambda _written: self._say(words), owner=self, lane="calendar-folder")

    # --- paper ---

    @Slot()
    def ask_paper(self) -> None:
        """Ask what goes on paper."""
        from cmstation.ui.calendar.dialogs.print_dialog import PrintDialog  # noqa: PLC0415 - when asked for

        dialog = PrintDialog(
            self._tab.icons,
            self._tab.shown.day,
            self._station.preferences.clinic(),
            week=self._tab.key in {ViewKey.WEEK, ViewKey.DAY},
            parent=self._tab.window(),
        )
        dialog.file_wanted.connect(self._choose_pdf)
        dialog.print_wanted.connect(self._choose_printer)
        dialog.open()

    @Slot(object)
    def _choose_pdf(self, sheet: "Sheet") -> None:
        title = self.tr("calendar-{day}").format(day=f"{sheet.day:%Y-%m}") + ".pdf"
        file = choose_place(self._tab.window(), self.tr("Save as PDF"), documents() / title, "PDF (*.pdf)")
        if file is not None:
            self.write_pdf(file, sheet)

    def write_pdf(self, file: Path, sheet: "Sheet") -> None:
        """Write a sheet to a file, beside the window."""
        look, icons = self._tab.look(), self._tab.icons

        def work() -> int:
            from cmstation.desktop.paths import folder_trouble  # noqa: PLC0415
            from cmstation.ui.calendar.paper.paper import write_pdf  # noqa: PLC0415

            try:
                return write_pdf(file, sheet, self._plan_of(sheet), look, icons)
            except OSError as fault:
                raise folder_trouble(fault, file.parent) from fault

        self._commands.ask(
            work,
            lambda pages: self._written(file, self.tr("%n page(s) written to {name}", "", pages)),
            owner=self,
            lane="",
        )

    @Slot(object)
    def _choose_printer(self, sheet: "Sheet") -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415 - when asked for

        from cmstation.ui.calendar.paper.paper import print_plan, set_up, sheet_title  # noqa: PLC0415

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(sheet_title(sheet))
        set_up(printer)
        dialog = QPrintDialog(printer, self._tab.window())
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        look, icons = self._tab.look(), self._tab.icons
        self._commands.ask(
            lambda: print_plan(printer, sheet, self._plan_of(sheet), look, icons),
            lambda pages: self._say(self.tr("%n page(s) sent to the printer", "", pages)),
            owner=self,
            lane="",
        )

    def _plan_of(self, sheet: "Sheet") -> "Plan":
        wanted = self._tab.reading.wanted if self._tab.reading is not None else None
        start, end = sheet.span
        calendar = self._station.calendar
        return calendar.plan(start, end, wanted) if wanted is not None else calendar.plan(start, end)

    def _say(self, words: str) -> None:
        self._commands.noticed.emit(Notice(words, key=NOTICE))


def _add(menu: QMenu, words: str, deed: Callable[[], object]) -> None:
    menu.addAction(words).triggered.connect(lambda _checked=False: deed())
