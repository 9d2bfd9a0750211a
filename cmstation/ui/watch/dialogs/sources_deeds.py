"""All sources: the list joined to the services, and the files of other readers."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog, QWidget
from shiboken6 import isValid

from cmstation.domain.changes import Changes
from cmstation.domain.watch import Reading, StoryFilter
from cmstation.domain.watch_errors import NotOpml
from cmstation.ui.commands import Commands
from cmstation.ui.dates import when_words
from cmstation.ui.icons import Icons
from cmstation.ui.notices import Notice, NoticeKind
from cmstation.ui.watch.dialogs.opml_dialog import OpmlDialog
from cmstation.ui.watch.dialogs.opml_words import (
    not_opml_words,
    opml_can_take,
    opml_faults,
    opml_sentences,
)
from cmstation.ui.watch.dialogs.remove_source_dialog import RemoveSourceDialog
from cmstation.ui.watch.dialogs.source_deeds import SourceDeeds
from cmstation.ui.watch.dialogs.sources_dialog import SourcesDialog
from cmstation.ui.written_files import choose_place, documents

if TYPE_CHECKING:
    from cmstation.services.done import Done
    from cmstation.services.watch_opml import OpmlPreview
    from cmstation.services.watch_sources import WatchedSource
    from cmstation.ui.watch.dialogs.services import WatchServices

Value = TypeVar("Value")
SOURCES = "watch-sources"
NOTICE = "watch-exchange"


class SourcesDeeds(QObject):
    """Opens the list of sources, and takes and gives files."""

    def __init__(
        self,
        window: QWidget,
        services: "WatchServices",
        commands: Commands,
        icons: Icons,
        adding: SourceDeeds,
    ) -> None:
        """Join.

        Args:
            adding: opens “Add a source”.
        """
        super().__init__(window)
        self._window = window
        self._services = services
        self._commands = commands
        self._icons = icons
        self._adding = adding
        self._dialog: SourcesDialog | None = None
        commands.changed.connect(self._look_again)

    def open(self, *, silent_only: bool = False) -> None:
        """Show all sources, or begin with the silent ones."""
        dialog = SourcesDialog(
            self._icons, self._when(), self._services.clock, silent_only=silent_only, parent=self._window
        )
        self._dialog = dialog
        card = dialog.card
        card.renamed.connect(self.rename)
        card.pace_wanted.connect(self.set_pace)
        card.standing_wanted.connect(self.set_standing)
        card.pause_wanted.connect(self.pause)
        card.resume_wanted.connect(self.resume)
        card.password_wanted.connect(self.ask_password)
        dialog.remove_wanted.connect(self.ask_removal)
        dialog.add_wanted.connect(lambda: self._adding.open(parent=dialog))
        dialog.import_wanted.connect(self.choose_import)
        dialog.export_wanted.connect(self.choose_export)
        dialog.open()
        self._read()

    # --- one source ---

    @Slot(int, str)
    def rename(self, source: int, name: str) -> None:
        """Call a source as the person likes."""
        book = self._services.watch_sources
        self._run(lambda: book.rename(source, name), self.tr("Source renamed"))

    @Slot(int, object)
    def set_pace(self, source: int, minutes: int | None) -> None:
        """Say how often a source is read at most."""
        book = self._services.watch_sources
        self._run(lambda: book.set_pace(source, minutes), self.tr("Pace of the source changed"))

    @Slot(int, int)
    def set_standing(self, source: int, standing: int) -> None:
        """Say whether a source is shown first."""
        book = self._services.watch_sources
        self._run(lambda: book.set_standing(source, standing), self.tr("Preference of the source changed"))

    @Slot(int)
    def pause(self, source: int) -> None:
        """Read a source no more."""
        book = self._services.watch_sources
        self._run(lambda: book.pause(source), self.tr("Source paused"))

    @Slot(int)
    def resume(self, source: int) -> None:
        """Read a source again."""
        book = self._services.watch_sources
        self._run(lambda: book.resume(source), self.tr("Source resumed"))

    @Slot(int)
    def ask_password(self, source: int) -> None:
        """Ask for the password of a mailbox again."""
        self._adding.mailboxes.ask_password(source, parent=self._above())

    @Slot(int)
    def ask_removal(self, source: int) -> None:
        """Remove a source; ask before when something was decided about its stories."""
        book, reading = self._services.watch_sources, self._services.watch_reading

        def read() -> tuple[str, int]:
            every = reading.count(StoryFilter(source=source))
            open_still = reading.count(StoryFilter(source=source, reading=Reading.UNDECIDED))
            starred = reading.count(StoryFilter(source=source, reading=Reading.STARRED))
            return book.get(source).name, max(every - open_still, starred)

        def ask(found: tuple[str, int]) -> None:
            name, decided = found
            if not decided:
                self.remove(source, name)
                return
            dialog = RemoveSourceDialog(self._icons, name, decided, parent=self._above())
            dialog.removed.connect(lambda: self.remove(source, name))
            dialog.open()

        self._commands.ask(read, ask, owner=self)

    def remove(self, source: int, name: str) -> None:
        """Stop watching a source."""
        book = self._services.watch_sources
        self._run(lambda: book.remove(source), self.tr("“{name}” is no longer watched").format(name=name))

    # --- files of other readers ---

    @Slot()
    def choose_import(self) -> None:
        """Ask for a file, and show what it would bring."""
        name, _ = QFileDialog.getOpenFileName(
            self._above(),
            self.tr("Import sources"),
            str(documents()),
            self.tr("Lists of other readers (*.opml *.xml)"),
        )
        if name:
            self.read_file(Path(name))

    def read_file(self, file: Path) -> None:
        """Show what a file would bring."""
        book = self._services.watch_sources

        def work() -> "OpmlPreview":
            from cmstation.desktop.paths import folder_trouble  # noqa: PLC0415 - when asked for

            try:
                return book.import_opml(file.read_bytes())
            except OSError as fault:
                raise folder_trouble(fault, file.parent) from fault

        def failed(error: Exception) -> bool:
            if isinstance(error, NotOpml):
                self._open_preview(file, [not_opml_words(error)])
                return True
            return False

        def show(preview: "OpmlPreview") -> None:
            taken = (lambda: self.take(file, preview)) if opml_can_take(preview) else None
            self._open_preview(file, opml_sentences(preview), opml_faults(preview), taken)

        self._commands.ask(work, show, failed=failed, owner=self)

    def take(self, file: Path, preview: "OpmlPreview") -> None:
        """Take what was looked at."""
        book = self._services.watch_sources
        words = self.tr("Sources of “{name}” taken").format(name=file.name)
        self._run(lambda: book.take_opml(preview), words)

    @Slot()
    def choose_export(self) -> None:
        """Ask for a place, and write all sources there."""
        file = choose_place(
            self._above(),
            self.tr("Export the sources"),
            documents() / self.tr("watch.opml"),
            self.tr("Lists of sources (*.opml)"),
        )
        if file is not None:
            self.write_file(file)

    def write_file(self, file: Path) -> None:
        """Write all sources to a file."""
        book = self._services.watch_sources

        def work() -> int:
            from cmstation.desktop.paths import folder_trouble  # noqa: PLC0415 - when asked for

            try:
                file.write_bytes(book.export_opml())
                return book.left_out_of_opml()
            except OSError as fault:
                raise folder_trouble(fault, file.parent) from fault

        def written(left_out: int) -> None:
            words = self.tr("All sources written to {name}").format(name=file.name)
            detail = ""
            if left_out:
                words = self.tr("Sources written to {name}").format(name=file.name)
                detail = self.tr("%n mailbox(es) left out: the address names a person.", "", left_out)
            self._commands.noticed.emit(Notice(words, NoticeKind.GOOD, detail, key=NOTICE))

        self._commands.ask(work, written, owner=self, lane="")

    # --- inside ---

    def _run(self, work: "Callable[[], Done[Value]]", words: str) -> None:
        self._commands.run(work, undo_text=words, owner=self)

    def _open_preview(
        self,
        file: Path,
        sentences: list[str],
        faults: list[str] | None = None,
        taken: Callable[[], None] | None = None,
    ) -> None:
        dialog = OpmlDialog(
            self._icons,
            file.name,
            sentences,
            faults or (),
            can_take=taken is not None,
            parent=self._above(),
        )
        if taken is not None:
            dialog.taken.connect(taken)
        dialog.open()

    def _above(self) -> QWidget:
        """Return the window that a question belongs to."""
        return self._dialog if self._dialog is not None and isValid(self._dialog) else self._window

    def _when(self) -> Callable[[datetime], str]:
        zone, clock = self._services.preferences.zone(), self._services.clock
        return lambda moment: when_words(moment, zone, clock.now())

    @Slot(object)
    def _look_again(self, changes: Changes) -> None:
        if changes.watch or changes.everything:
            self._read()

    def _read(self) -> None:
        dialog = self._dialog
        if dialog is None or not isValid(dialog):
            self._dialog = None
            return
        services = self._services

        def read() -> "tuple[tuple[WatchedSource, ...], dict[int, str]]":
            lists = {one.id: one.name for one in services.watch_lists.all()}
            return services.watch_sources.all(), lists

        self._commands.ask(read, lambda found: dialog.show_sources(*found), owner=dialog, replaces=SOURCES)
