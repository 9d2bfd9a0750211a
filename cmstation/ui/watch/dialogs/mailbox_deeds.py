"""Watching mailboxes: their dialogs joined to the services."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, TypeVar, cast

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from cmstation.domain.accounts import Secret
from cmstation.domain.watch import WatchList
from cmstation.domain.watch_mailboxes import MailboxFolder, mailbox_folder
from cmstation.services.done import Done, together
from cmstation.ui.commands import Commands
from cmstation.ui.icons import Icons
from cmstation.ui.watch.dialogs.mailbox_form import MailboxDialog
from cmstation.ui.watch.dialogs.mailbox_password import MailboxPasswordDialog
from cmstation.ui.watch.dialogs.source_wish import MailboxWish

if TYPE_CHECKING:
    from cmstation.domain.watch import Source
    from cmstation.ui.jobs import Job
    from cmstation.ui.watch.dialogs.services import WatchServices

Value = TypeVar("Value")


class MailboxDeeds(QObject):
    """Opens the dialogs of mailboxes; a mailbox is tried beside everything else, then kept in turn."""

    def __init__(self, window: QWidget, services: "WatchServices", commands: Commands, icons: Icons) -> None:
        super().__init__(window)
        self._window = window
        self._services = services
        self._commands = commands
        self._icons = icons
        self._job: Job[object] | None = None

    def open(
        self,
        lists: tuple[WatchList, ...],
        chosen: Iterable[int] = (),
        *,
        back: Callable[[], None] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Ask for a mailbox.

        Args:
            back: opens what was open before.
        """
        dialog = MailboxDialog(self._icons, lists, chosen=chosen, parent=parent or self._window)
        asked = self._services.watch_sources.mailboxes

        def look(folder: MailboxFolder, password: Secret) -> None:
            self._try(dialog, lambda: asked.folders(folder, password), dialog.show_folders)

        def add(wish: MailboxWish) -> None:
            def signed_in(_: None) -> None:
                self._add(dialog, wish)

            self._try(dialog, lambda: asked.look_in(wish.folder, wish.password), signed_in)

        dialog.folders_wanted.connect(look)
        dialog.added.connect(add)
        dialog.given_up.connect(self._give_up)
        dialog.back.setVisible(back is not None)
        if back is not None:
            dialog.back_wanted.connect(back)
        dialog.open()

    def ask_password(self, source: int, *, parent: QWidget | None = None) -> None:
        """Ask for the password of a watched mailbox again."""
        book = self._services.watch_sources

        def ask(found: "Source") -> None:
            folder = mailbox_folder(found.address)
            dialog = MailboxPasswordDialog(self._icons, found.name, folder, parent=parent or self._window)

            def give(password: Secret) -> None:
                def signed_in(_: None) -> None:
                    self._keep(dialog, found.id, password)

                self._try(dialog, lambda: book.mailboxes.look_in(folder, password), signed_in)

            dialog.given.connect(give)
            dialog.given_up.connect(self._give_up)
            dialog.open()

        self._commands.ask(lambda: book.get(source), ask, owner=self)

    # --- inside ---

    def _try(
        self,
        dialog: MailboxDialog | MailboxPasswordDialog,
        work: Callable[[], Value],
        answer: Callable[[Value], None],
    ) -> None:
        self._give_up()
        job = self._commands.ask(work, answer, failed=dialog.show_trouble, owner=dialog, lane="")
        self._job = cast("Job[object]", job)

    @Slot()
    def _give_up(self) -> None:
        job, self._job = self._job, None
        if job is not None and not job.over:
            job.cancel()
            self._services.watch_sources.mailboxes.stop_asking()

    def _add(self, dialog: MailboxDialog, wish: MailboxWish) -> None:
        sources, books = self._services.watch_sources, self._services.watch_lists

        def work() -> Done[int]:
            dones: list[Done[object]] = []
            lists = list(wish.lists)
            if wish.new_list:
                new = books.add(wish.new_list)
                dones.append(cast("Done[object]", new))
                lists.append(new.value.id)
            try:
                done = sources.add_mailbox(wish.folder, wish.password, lists, wish.name, tried=True)
            except Exception:
                for made in dones:
                    if made.undo is not None:
                        made.undo()
                raise
            return together(done.value.id, [*dones, cast("Done[object]", done)])

        words = self.tr("“{name}” is watched").format(name=wish.name or wish.folder.name)
        self._commands.run(
            work,
            done=lambda _: dialog.accept(),
            failed=dialog.show_trouble,
            undo_text=words,
            owner=dialog,
        )

    def _keep(self, dialog: MailboxPasswordDialog, source: int, password: Secret) -> None:
        book = self._services.watch_sources
        self._commands.run(
            lambda: book.set_password(source, password, tried=True),
            done=lambda _: dialog.accept(),
            failed=dialog.show_trouble,
            owner=dialog,
        )
