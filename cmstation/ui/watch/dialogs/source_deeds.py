"""Adding sources: the dialog joined to the services."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from cmstation.domain.watch import WatchList
from cmstation.services.done import Done, together
from cmstation.ui.commands import Commands
from cmstation.ui.icons import Icons
from cmstation.ui.watch.dialogs.found_list import title_of
from cmstation.ui.watch.dialogs.mailbox_deeds import MailboxDeeds
from cmstation.ui.watch.dialogs.source_dialog import SourceDialog
from cmstation.ui.watch.dialogs.source_wish import AddWish

if TYPE_CHECKING:
    from cmstation.services.watch_sources import Discovery
    from cmstation.services.watch_starter import StarterSource
    from cmstation.ui.jobs import Job
    from cmstation.ui.watch.dialogs.services import WatchServices


class SourceDeeds(QObject):
    """Opens “Add a source”.

    Attributes:
        mailboxes: opens what belongs to mailboxes.
    """

    def __init__(self, window: QWidget, services: "WatchServices", commands: Commands, icons: Icons) -> None:
        super().__init__(window)
        self._window = window
        self._services = services
        self._commands = commands
        self._icons = icons
        self._job: Job[Discovery] | None = None
        self.mailboxes = MailboxDeeds(window, services, commands, icons)

    def open(self, address: str = "", lists: Iterable[int] = (), *, parent: QWidget | None = None) -> None:
        """Ask for a source.

        Args:
            address: what to look behind at once.
            lists: those that are likely meant.
        """
        chosen, services = tuple(lists), self._services

        def read() -> "tuple[tuple[WatchList, ...], tuple[StarterSource, ...]]":
            return services.watch_lists.all(), services.watch_sources.starter()

        self._commands.ask(
            read,
            lambda found: self._open(*found, chosen, address, parent or self._window),
            owner=self,
        )

    # --- inside ---

    def _open(
        self,
        lists: tuple[WatchList, ...],
        starter: "tuple[StarterSource, ...]",
        chosen: tuple[int, ...],
        address: str,
        parent: QWidget,
    ) -> None:
        dialog = SourceDialog(self._icons, lists, starter, chosen=chosen, parent=parent)

        def look(text: str) -> None:
            self._look(dialog, text)

        def ask_mailbox(meant: tuple[int, ...]) -> None:
            self.mailboxes.open(
                lists, meant, back=lambda: self._open(lists, starter, meant, "", parent), parent=parent
            )

        dialog.look_wanted.connect(look)
        dialog.mailbox_wanted.connect(ask_mailbox)
        dialog.given_up.connect(self._give_up)
        dialog.added.connect(self.add)
        dialog.open()
        if address:
            dialog.look_for(address)

    def _look(self, dialog: SourceDialog, text: str) -> None:
        book = self._services.watch_sources

        def failed(_error: Exception) -> bool:
            dialog.show_failure()
            return False

        self._give_up()
        self._job = self._commands.ask(
            lambda: book.look(text), dialog.show_found, failed=failed, owner=dialog, lane=""
        )

    @Slot()
    def _give_up(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def add(self, wish: AddWish) -> None:
        """Watch sources from now on."""
        sources, books = self._services.watch_sources, self._services.watch_lists

        def work() -> Done[int]:
            dones: list[Done[object]] = []
            lists = list(wish.lists)
            if wish.new_list:
                made = books.add(wish.new_list)
                dones.append(cast("Done[object]", made))
                lists.append(made.value.id)
            for one in wish.found:
                dones.append(cast("Done[object]", sources.add(one, lists, wish.name)))
            return together(len(wish.found), dones)

        first = wish.name or title_of(wish.found[0])
        words = self.tr("“{name}” is watched").format(name=first)
        if len(wish.found) > 1:
            words = self.tr("%n source(s) watched", "", len(wish.found))
        self._commands.run(work, undo_text=words, owner=self)
