"""Watch lists: the dialog joined to the services."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from cmstation.domain.watch import Source, WatchList
from cmstation.domain.watch_rules import Rule
from cmstation.services.done import Done, together
from cmstation.ui.commands import Commands
from cmstation.ui.dates import when_words
from cmstation.ui.icons import Icons
from cmstation.ui.watch.dialogs.list_dialog import ListDialog, folder_text
from cmstation.ui.watch.dialogs.list_wish import ListWish

if TYPE_CHECKING:
    from cmstation.services.watch_lists import ListBook
    from cmstation.ui.watch.dialogs.services import WatchServices

PREVIEW = "watch-rule-preview"
# A rule is matched with all stored items: saving a draft must not wait for that.
LANE = "watch-lists"


class ListDeeds(QObject):
    """Opens a watch list."""

    def __init__(self, window: QWidget, services: "WatchServices", commands: Commands, icons: Icons) -> None:
        super().__init__(window)
        self._window = window
        self._services = services
        self._commands = commands
        self._icons = icons

    def open(self, list_: int | None = None) -> None:
        """Show a list, or begin one."""
        services = self._services

        def read() -> tuple[ListWish, tuple[Source, ...], tuple[WatchList, ...]]:
            sources = tuple(one.source for one in services.watch_sources.all())
            lists = services.watch_lists.all()
            if list_ is None:
                return ListWish(), sources, lists
            return _wish_of(services.watch_lists, list_), sources, lists

        self._commands.ask(read, lambda found: self._open(list_, *found), owner=self)

    # --- inside ---

    def _open(
        self, list_: int | None, wish: ListWish, sources: tuple[Source, ...], lists: tuple[WatchList, ...]
    ) -> None:
        dialog = ListDialog(
            self._icons,
            wish,
            sources,
            self._when(),
            folders=[folder_text(one.folder) for one in lists if one.folder],
            known=list_ is not None,
            parent=self._window,
        )

        def look(rule: Rule, chosen: tuple[int, ...]) -> None:
            self._preview(dialog, list_, rule, chosen)

        def keep(wanted: ListWish) -> None:
            self.save(list_, wanted)

        dialog.preview_wanted.connect(look)
        dialog.saved.connect(keep)
        if list_ is not None:
            dialog.removed.connect(lambda: self.remove(list_, wish.name))
            self._preview(dialog, list_, wish.rule, wish.sources)
        dialog.open()

    def _when(self) -> Callable[[datetime], str]:
        zone, clock = self._services.preferences.zone(), self._services.clock
        return lambda moment: when_words(moment, zone, clock.now())

    def _preview(self, dialog: ListDialog, list_: int | None, rule: Rule, sources: tuple[int, ...]) -> None:
        books = self._services.watch_lists
        self._commands.ask(
            lambda: books.preview(list_ if sources else None, sources, rule),
            dialog.show_preview,
            owner=dialog,
            replaces=PREVIEW,
        )

    def save(self, list_: int | None, wish: ListWish) -> None:
        """Make a list as the person wants it."""
        books = self._services.watch_lists
        words = self.tr("List “{name}” saved").format(name=wish.name)
        self._commands.run(lambda: _save(books, list_, wish), undo_text=words, lane=LANE, owner=self)

    def remove(self, list_: int, name: str) -> None:
        """Remove a list."""
        words = self.tr("List “{name}” removed").format(name=name)
        books = self._services.watch_lists
        self._commands.run(lambda: books.remove(list_), undo_text=words, lane=LANE, owner=self)


def _wish_of(books: "ListBook", list_: int) -> ListWish:
    one = books.get(list_)
    return ListWish(one.name, one.folder, one.sources, one.retention, books.rule(list_))


def _save(books: "ListBook", list_: int | None, wish: ListWish) -> Done[int]:
    """Change what is different; all of it is taken back at once."""
    dones: list[Done[object]] = []
    if list_ is None:
        made = books.add(wish.name, wish.folder, wish.sources)
        if wish.retention != made.value.retention:
            books.set_retention(made.value.id, wish.retention)
        if wish.rule != Rule():
            books.set_rule(made.value.id, wish.rule)
        return together(made.value.id, [cast("Done[object]", made)])
    before = _wish_of(books, list_)
    if wish.name != before.name:
        dones.append(cast("Done[object]", books.rename(list_, wish.name)))
    if wish.folder != before.folder:
        place = [one.id for one in books.all()].index(list_)
        dones.append(cast("Done[object]", books.move(list_, place, wish.folder)))
    if wish.retention != before.retention:
        dones.append(cast("Done[object]", books.set_retention(list_, wish.retention)))
    if wish.rule != before.rule:
        dones.append(cast("Done[object]", books.set_rule(list_, wish.rule)))
    if wish.sources != before.sources:
        dones.append(cast("Done[object]", books.set_sources(list_, wish.sources)))
    return together(list_, dones)
