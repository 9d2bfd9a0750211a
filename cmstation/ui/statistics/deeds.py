"""What a person does on the page of statistics: collect, enter, import, goals, notes, peers, own days."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from cmstation.domain.periods import Period
from cmstation.domain.statistics import Goal, Note
from cmstation.ui.notices import Notice, NoticeKind
from cmstation.ui.statistics.entry_deeds import EntryDeeds
from cmstation.ui.statistics.goal_dialog import GoalDialog
from cmstation.ui.statistics.import_dialog import ImportDialog, ImportWish
from cmstation.ui.statistics.note_dialog import NoteDialog
from cmstation.ui.statistics.peer_deeds import PeerDeeds
from cmstation.ui.statistics.span_dialog import SpanDialog

if TYPE_CHECKING:
    from cmstation.domain.accounts import Account
    from cmstation.services.done import Done
    from cmstation.services.stat_collecting import CollectReport
    from cmstation.services.stat_files import FilePreview, Taken
    from cmstation.ui.commands import Commands
    from cmstation.ui.icons import Icons
    from cmstation.ui.jobs import Job, Progress
    from cmstation.ui.statistics.services import StatServices

_LANE = "statistics-collecting"
_NOTICE = "statistics-collected"


class StatDeeds(QObject):
    """Opens the dialogs and runs what they ask for.

    Signals:
        days_chosen: a `Period` of own days.
    """

    days_chosen = Signal(object)

    def __init__(
        self, window: QWidget, services: "StatServices", commands: "Commands", icons: "Icons"
    ) -> None:
        super().__init__(window)
        self._window = window
        self._services = services
        self._commands = commands
        self._icons = icons
        self._collecting: Job[CollectReport] | None = None
        self._entries = EntryDeeds(window, services, commands, icons)
        self._peers = PeerDeeds(window, services, commands, icons)
        self.open_entry = self._entries.open
        self.open_peers = self._peers.open

    def fill_menu(self, menu: QMenu) -> None:
        """Offer everything in the menu at the end of the bar."""
        for icon, words, deed in (
            ("refresh", self.tr("Collect now"), self.collect),
            ("draft", self.tr("Enter figures…"), self.open_entry),
            ("import", self.tr("Import a file…"), self.open_import),
            ("", "", None),
            ("flag", self.tr("Set a goal…"), self._new_goal),
            ("quote", self.tr("Add a note…"), self._new_note),
            ("users", self.tr("List of peers…"), self.open_peers),
        ):
            if deed is None:
                menu.addSeparator()
                continue
            action = menu.addAction(words)
            self._icons.bind(action, icon)
            action.triggered.connect(deed)

    # --- collecting ---

    @Slot()
    def collect(self) -> None:
        """Read the figures of every account now."""
        if self._collecting is not None:
            return
        collecting = self._services.stat_collecting

        def work(progress: "Progress") -> "CollectReport":
            return collecting.collect(progress, force=True)

        self._tell(self.tr("Figures are being read…"))
        job = self._commands.jobs.start(
            work, on_success=self._collected, on_failure=self._not_collected, lane=_LANE, owner=self
        )
        self._collecting = job

    def _collected(self, report: "CollectReport") -> None:
        self._collecting = None
        if report.offline:
            told = self.tr(
                "Nothing could be reached, so no figure was read. Look at this computer’s connection."
            )
            self._tell(told, NoticeKind.WARNING)
        elif report.failed:
            read = self.tr("%n account(s) read", "", len(report.read))
            told = self.tr("{read}, %n not. The last answer of this page says why.", "", len(report.failed))
            self._tell(told.format(read=read), NoticeKind.WARNING)
        elif report.read:
            self._tell(self.tr("%n account(s) read", "", len(report.read)) + ".", NoticeKind.GOOD)
        else:
            told = self.tr("No account tells its figures by itself. Enter them, or import a file.")
            self._tell(told)
        if report.changes:
            self._commands.changed.emit(report.changes)

    def _not_collected(self, error: Exception) -> None:
        self._collecting = None
        self._commands.tell_error(error)

    def _tell(self, words: str, kind: NoticeKind = NoticeKind.INFO) -> None:
        self._commands.noticed.emit(Notice(words, kind, key=_NOTICE))

    # --- own days ---

    @Slot()
    def open_days(self) -> None:
        """Ask for the days of a period."""
        shown = getattr(self._window, "period", None)
        dialog = SpanDialog(
            self._icons,
            shown if isinstance(shown, Period) else None,
            self._services.statistics.today(),
            parent=self._window,
        )
        dialog.chosen.connect(self.days_chosen)
        dialog.open()

    # --- a file ---

    @Slot()
    def open_import(self) -> None:
        """Ask for a file and show what it would bring."""
        name, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("File of figures"), "", self.tr("Tables (*.csv *.tsv *.txt *.xlsx *.xlsm)")
        )
        if name:
            self.preview(Path(name))

    def preview(self, file: Path) -> None:
        """Show what a file would bring."""
        self._preview(ImportWish(file), None)

    def _preview(self, wish: ImportWish, shown: ImportDialog | None) -> None:
        services = self._services

        def work() -> "tuple[FilePreview, tuple[Account, ...]]":
            found = services.stat_files.preview(wish.file, account=wish.account, order=wish.order)
            return found, services.accounts.all()

        def show(found: "tuple[FilePreview, tuple[Account, ...]]") -> None:
            preview, accounts = found
            if shown is not None:
                shown.show_preview(preview)
                return
            dialog = ImportDialog(self._icons, wish, preview, accounts, parent=self._window)

            def again(other: ImportWish) -> None:
                self._preview(other, dialog)

            dialog.look_again.connect(again)
            dialog.taken.connect(self._take)
            dialog.open()

        self._commands.ask(work, show, owner=shown if shown is not None else self)

    @Slot(object)
    def _take(self, preview: "FilePreview") -> None:
        files = self._services.stat_files
        self._commands.run(
            lambda: files.take(preview),
            done=self._taken,
            undo_text=self.tr("Figures taken from {name}").format(name=preview.name),
            owner=self,
        )

    def _taken(self, taken: "Taken") -> None:
        if taken.kept:
            told = self.tr("%n figure(s) that you typed yourself were left as they are.", "", taken.kept)
            self._tell(told)

    # --- goals ---

    @Slot()
    def _new_goal(self) -> None:
        self.open_goal(None)

    @Slot(object)
    def open_goal(self, goal: Goal | None) -> None:
        """Set a goal, or change one."""
        services = self._services

        def open_it(accounts: "tuple[Account, ...]") -> None:
            today = services.statistics.today()
            dialog = GoalDialog(self._icons, goal, accounts, today, parent=self._window)
            dialog.saved.connect(self._save_goal)
            dialog.removed.connect(self._remove_goal)
            dialog.open()

        self._commands.ask(services.accounts.all, open_it, owner=self)

    @Slot(object)
    def _save_goal(self, goal: Goal) -> None:
        notes = self._services.stat_notes

        def work() -> "Done[Goal]":
            if goal.id:
                return notes.change_goal(goal)
            return notes.add_goal(goal.name, goal.metric, goal.target, account=goal.account, by=goal.by)

        text = self.tr("Goal changed") if goal.id else self.tr("Goal set")
        self._commands.run(work, undo_text=text, owner=self)

    @Slot(int)
    def _remove_goal(self, goal: int) -> None:
        notes = self._services.stat_notes
        self._commands.run(lambda: notes.remove_goal(goal), undo_text=self.tr("Goal given up"), owner=self)

    # --- notes ---

    @Slot()
    def _new_note(self) -> None:
        self.open_note(None)

    @Slot(object)
    def open_note(self, note: Note | None) -> None:
        """Write a note, or change one."""
        dialog = NoteDialog(self._icons, note, self._services.statistics.today(), parent=self._window)
        dialog.saved.connect(self._save_note)
        dialog.removed.connect(self._remove_note)
        dialog.open()

    @Slot(object)
    def _save_note(self, note: Note) -> None:
        notes = self._services.stat_notes

        def work() -> "Done[Note]":
            if note.id:
                return notes.change(note)
            return notes.add(
                note.day, note.kind, note.text, said_by=note.said_by, link=note.link, post=note.post
            )

        text = self.tr("Note changed") if note.id else self.tr("Note added")
        self._commands.run(work, undo_text=text, owner=self)

    @Slot(int)
    def _remove_note(self, note: int) -> None:
        notes = self._services.stat_notes
        self._commands.run(lambda: notes.remove(note), undo_text=self.tr("Note removed"), owner=self)
