"""Articles kept by hand: the dialog joined to the services."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from cmstation.domain.watch import Item, SourceKind, StoryFilter
from cmstation.domain.watch_networks import SourceUnread
from cmstation.ui.commands import Commands
from cmstation.ui.dates import local_day
from cmstation.ui.icons import Icons
from cmstation.ui.watch.dialogs.paper_dialog import PaperDialog
from cmstation.ui.watch.dialogs.paper_wish import PaperWish

if TYPE_CHECKING:
    from cmstation.ui.watch.dialogs.services import WatchServices

_MOST_ASKED = 200
_PAGE = ", p."


class PaperDeeds(QObject):
    """Opens “Add an article”."""

    def __init__(self, window: QWidget, services: "WatchServices", commands: Commands, icons: Icons) -> None:
        super().__init__(window)
        self._window = window
        self._services = services
        self._commands = commands
        self._icons = icons

    def open(self, *, web: bool = False, address: str = "") -> None:
        """Ask for an article.

        Args:
            web: begin with a page of the web.
            address: of that page, read at once.
        """
        self._commands.ask(
            lambda: _media(self._services), lambda found: self._open(found, address, web=web), owner=self
        )

    # --- inside ---

    def _open(self, media: tuple[str, ...], address: str, *, web: bool) -> None:
        services = self._services
        today = local_day(services.clock.now(), services.preferences.zone())
        dialog = PaperDialog(self._icons, today, media, parent=self._window)

        def read(wanted: str) -> None:
            self._read_page(dialog, wanted)

        dialog.saved.connect(self.keep)
        dialog.page_wanted.connect(read)
        dialog.noted.connect(self.note)
        dialog.open()
        if web or address:
            dialog.show_kind("web")
        if address:
            dialog.web.address.setText(address)
            dialog.web.read.click()

    @Slot(object)
    def keep(self, wish: PaperWish) -> None:
        """Keep an article of the paper press."""
        reading = self._services.watch_reading
        words = self.tr("“{title}” kept").format(title=wish.title or wish.medium)
        self._commands.run(
            lambda: reading.add_paper(
                wish.title, wish.medium, wish.day, wish.text, wish.link, wish.summary, wish.media
            ),
            undo_text=words,
            owner=self,
        )

    @Slot(int, str)
    def note(self, item: int, words: str) -> None:
        """Write the officer's own words on a page."""
        reading = self._services.watch_reading
        self._commands.run(lambda: reading.note(item, words), undo_text=self.tr("Note written"), owner=self)

    def _read_page(self, dialog: PaperDialog, address: str) -> None:
        reading = self._services.watch_reading

        def shown(item: Item) -> None:
            dialog.show_page(item)

        def failed(error: Exception) -> bool:
            if isinstance(error, SourceUnread):
                dialog.show_trouble(error.trouble, error.detail)
                return True
            dialog.show_failure()
            return False

        # A slow site must not keep a draft from being saved.
        self._commands.run(
            lambda: reading.add_page(address),
            done=shown,
            failed=failed,
            undo_text=self.tr("Page kept"),
            owner=dialog,
            lane="watch-page",
        )


def _media(services: "WatchServices") -> tuple[str, ...]:
    """Return the newspapers that were named before."""
    known = (one.source for one in services.watch_sources.all() if one.source.kind is SourceKind.PAPER)
    paper = next(known, None)
    if paper is None:
        return ()
    reading = services.watch_reading
    found: dict[str, None] = {}
    for story in reading.keys(StoryFilter(source=paper.id))[:_MOST_ASKED]:
        for item in reading.story(story):
            if item.source == paper.id and item.origin and not item.link:
                found[item.origin.partition(_PAGE)[0]] = None
    return tuple(found)
