"""Reads the library for the tab: page by page, so that thousands of pictures never hold the window up."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QImage

from cmstation.domain.media import MediaItem
from cmstation.ui.dates import long_words
from cmstation.ui.library.view import LibraryView

if TYPE_CHECKING:
    from cmstation.domain.media_uses import MediaUse
    from cmstation.services.station import Station
    from cmstation.ui.commands import Commands

PAGE = 250
MOST_ONE_BY_ONE = 60
PREVIEW_SIDE = 960


@dataclass(frozen=True, slots=True)
class _Page:
    """Some pictures of those that match.

    Args:
        every, bare: how many the whole library has, and how many nobody has described.
    """

    items: tuple[MediaItem, ...]
    offset: int
    every: int
    bare: int


class Looking(QObject):
    """Asks, and shows the answers."""

    def __init__(self, view: LibraryView) -> None:
        super().__init__(view)
        self._view = view
        self._station: Station | None = None
        self._commands: Commands | None = None
        self._previewed = ""
        self.wanted: int | None = None

    def attach(self, station: "Station", commands: "Commands") -> None:
        """Receive the services."""
        self._station, self._commands = station, commands

    @Slot()
    def ask_all(self) -> None:
        """Read everything that matches again, first page first."""
        self._ask_page(0)

    def ask_some(self, media: frozenset[int]) -> None:
        """Read some media again, and show them at their places."""
        station, commands = self._station, self._commands
        if station is None or commands is None:
            return
        unknown = any(not self._view.grid.media.index_of(one).isValid() for one in media)
        filtered = self._view.bar.words or self._view.bar.bare
        if len(media) > MOST_ONE_BY_ONE or (unknown and filtered):
            self.ask_all()
            return
        library = station.library

        def read() -> _Page:
            items = tuple(library.get(one) for one in sorted(media))
            return _Page(items, 0, library.count(), library.count(bare=True))

        commands.ask(read, self._take_in, owner=self)

    @Slot(object)
    def show_details(self, item: MediaItem | None) -> None:
        """Show what is known about a picture, and ask for the rest."""
        station, commands, details = self._station, self._commands, self._view.details
        if station is None or commands is None or item is None:
            return
        fresh = details.item is None or details.item.id != item.id
        zone, now = station.preferences.zone(), station.clock.now()
        details.show_item(item, long_words(item.added_at, zone, now))
        if fresh:
            details.uses.clear()
        library = station.library
        commands.ask(lambda: library.uses(item.id), self._show_uses, owner=self, replaces="library-uses")
        if item.digest != self._previewed:
            self._ask_preview(item)

    # --- inside ---

    def _ask_page(self, offset: int) -> None:
        station, commands = self._station, self._commands
        if station is None or commands is None:
            return
        library, words, bare = station.library, self._view.bar.words, self._view.bar.bare

        def read() -> _Page:
            items = library.rows(words, bare=bare, limit=PAGE, offset=offset)
            return _Page(items, offset, library.count(), library.count(bare=True))

        commands.ask(read, self._show_page, owner=self, replaces="library-rows")

    def _show_page(self, page: _Page) -> None:
        grid, last = self._view.grid, len(page.items) < PAGE
        current = grid.current()
        grid.media.put(page.items, page.offset, last=last)
        if current is not None and self.wanted is None and not grid.currentIndex().isValid():
            self.wanted = current.id
        self._view.bar.show_counts(page.every, page.bare)
        self._view.show_fullness(page.every, grid.media.rowCount())
        self._choose(last=last)
        grid.seen.emit()
        shown = grid.current()
        if shown is not None and page.offset == 0:
            self.show_details(shown)
        if not last:
            self._ask_page(page.offset + PAGE)

    def _take_in(self, page: _Page) -> None:
        grid = self._view.grid
        grid.media.take_in(page.items)
        self._view.bar.show_counts(page.every, page.bare)
        self._view.show_fullness(page.every, grid.media.rowCount())
        self._choose(last=True)
        grid.seen.emit()
        current = grid.current()
        if current is not None:
            self.show_details(current)

    def _choose(self, *, last: bool) -> None:
        """Go to the picture that is wanted once it has come; to the first one when there is none."""
        grid = self._view.grid
        if self.wanted is not None and (grid.go_to(self.wanted) or last):
            self.wanted = None
        if self.wanted is None and not grid.currentIndex().isValid() and grid.media.rowCount():
            grid.setCurrentIndex(grid.media.index(0, 0))

    def _show_uses(self, uses: "tuple[MediaUse, ...]") -> None:
        station = self._station
        if station is not None:
            zone, now = station.preferences.zone(), station.clock.now()
            self._view.details.uses.show_uses(uses, zone, now)

    def _ask_preview(self, item: MediaItem) -> None:
        station, commands = self._station, self._commands
        if station is None or commands is None:
            return
        library, preview = station.library, self._view.details.preview
        self._previewed = item.digest
        preview.say("")

        def show(image: QImage) -> None:
            if image.isNull():
                preview.say(self.tr("This picture cannot be shown."))
            else:
                preview.show_image(image)

        def failed(_error: Exception) -> bool:
            self._previewed = ""
            preview.say(self.tr("The file of this picture is missing or damaged."))
            return True

        commands.ask(
            lambda: QImage.fromData(library.thumbnail(item, PREVIEW_SIDE)),
            show,
            owner=self,
            failed=failed,
            lane="",
            replaces="library-preview",
        )
