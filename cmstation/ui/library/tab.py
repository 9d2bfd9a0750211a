"""The tab Library: joins grid, details and adding to the services; keeps nothing of its own."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt, Signal, Slot
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QShowEvent,
)
from PySide6.QtWidgets import QFileDialog, QWidget

from cmstation.domain.changes import Changes
from cmstation.domain.media import MediaItem
from cmstation.ui.icons import Icons
from cmstation.ui.library.adding import Adding
from cmstation.ui.library.looking import Looking
from cmstation.ui.library.thumbnails import ThumbnailFeed
from cmstation.ui.library.view import LibraryView
from cmstation.ui.theme.theme import Theme

if TYPE_CHECKING:
    from cmstation.services.done import Done
    from cmstation.services.station import Station
    from cmstation.ui.commands import Commands


class LibraryTab(LibraryView):
    """The pictures of the clinic.

    Signals:
        post_wanted: a post to open in Drafts.
    """

    post_wanted = Signal(int)

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(icons, parent)
        del theme  # the icons carry it
        self._station: Station | None = None
        self._commands: Commands | None = None
        self._stale = False
        self.adding = Adding(self)
        self.feed = ThumbnailFeed(self.grid)
        self.looking = Looking(self)
        self.setAcceptDrops(True)
        self._join()

    # --- the window's side ---

    def attach(self, station: "Station", commands: "Commands") -> None:
        """Receive the services, and show what there is."""
        self._station, self._commands = station, commands
        self.adding.attach(station, commands)
        self.feed.attach(station, commands)
        self.looking.attach(station, commands)
        self.looking.ask_all()

    def look_again(self, changes: Changes) -> None:
        """Show what a command changed, now or when the tab is looked at."""
        if not (changes.media or changes.posts or changes.everything):
            return
        if not self.isVisible():
            self._stale = True
        elif changes.posts or changes.everything:
            self.looking.ask_all()
        else:
            self.looking.ask_some(changes.media)

    def show_post(self, post: int) -> None:
        """Know no post: the library shows media."""

    def show_media(self, media: int) -> None:
        """Bring a medium before the person, whatever is searched."""
        self.looking.wanted = media
        if self.grid.go_to(media):
            self.looking.wanted = None
        else:
            self.bar.clear()
            self.looking.ask_all()

    def focus_search(self) -> None:
        """Put the keyboard into the search field."""
        self.bar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.search.selectAll()

    def current_post(self) -> int | None:
        """Return None: there is no post here."""
        return None

    def flush(self) -> None:
        """Hand a text that is being written over."""
        self.details.alt.flush()

    @Slot()
    def add_files(self) -> None:
        """Let the person choose picture files."""
        kinds = self.tr("Pictures (*.jpg *.jpeg *.png *.gif *.webp *.tif *.tiff *.bmp *.avif);;All files (*)")
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        dialog = QFileDialog(self.window(), self.tr("Add pictures"), folder, kinds)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self._add_chosen)
        dialog.open()

    @Slot()
    def paste(self) -> None:
        """Add what the clipboard holds."""
        self.adding.add_mime(QGuiApplication.clipboard().mimeData())

    # --- Qt ---

    def showEvent(self, event: QShowEvent, /) -> None:
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self.looking.ask_all()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent, /) -> None:
        given = event.mimeData()
        if given.hasImage() or any(url.isLocalFile() for url in given.urls()):
            self.veil.cover()
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent, /) -> None:
        self.veil.hide()

    def dropEvent(self, event: QDropEvent, /) -> None:
        self.veil.hide()
        if self.adding.add_mime(event.mimeData()):
            event.acceptProposedAction()

    # --- doing ---

    @Slot(list)
    def _add_chosen(self, names: Sequence[str]) -> None:
        self.adding.add_files([Path(name) for name in names])

    @Slot(object)
    def _added(self, item: MediaItem) -> None:
        self.looking.wanted = item.id

    @Slot(int, str, bool)
    def _describe(self, media: int, text: str, decorative: bool) -> None:
        station, commands = self._station, self._commands
        if station is None or commands is None:
            return
        library, editor = station.library, self.details.alt

        def failed(_error: Exception) -> bool:
            editor.say_refused(media)
            return False  # a notice says why

        commands.run(
            lambda: library.describe(media, text, decorative=decorative),
            done=lambda _item: editor.say_saved(media),
            failed=failed,
            owner=editor,
        )

    @Slot(int)
    def _delete(self, media: int) -> None:
        station, commands = self._station, self._commands
        if station is None or commands is None:
            return
        self.details.alt.flush()
        library = station.library
        commands.run(
            lambda: library.delete(media), undo_text=self.tr("Picture taken out of the library"), owner=self
        )

    @Slot(int)
    def _write_with(self, media: int) -> None:
        station, commands = self._station, self._commands
        if station is None or commands is None:
            return
        self.details.alt.flush()
        drafts = station.drafts

        def work() -> "Done[int]":
            from cmstation.services.done import Done  # noqa: PLC0415

            begun = drafts.new()
            drafts.attach(begun.value.id, media)
            return Done(begun.value.id, begun.changes, begun.undo)

        commands.run(work, done=self.post_wanted.emit, owner=self)

    def _join(self) -> None:
        grid, details, adding = self.grid, self.details, self.adding
        self.bar.filter_changed.connect(self.looking.ask_all)
        self.bar.add_wanted.connect(self.add_files)
        self.empty.acted.connect(self.add_files)
        grid.chosen.connect(self.looking.show_details)
        grid.delete_wanted.connect(self._delete)
        grid.paste_wanted.connect(self.paste)
        grid.describe_wanted.connect(details.alt.enter)
        details.alt.written.connect(self._describe)
        details.delete_wanted.connect(self._delete)
        details.write_wanted.connect(self._write_with)
        details.uses.post_wanted.connect(self.post_wanted)
        adding.begun.connect(self.refusals.clear)
        adding.added.connect(self._added)
        adding.refused.connect(self.refusals.add)
        adding.progressed.connect(self.show_progress)
