"""Asks for an opinion on a story: the dialog joined to the service."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from cmstation.ui.watch.board.ask_dialog import AskDialog
from cmstation.ui.watch.board.page import BoardPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from cmstation.domain.watch import Item, Opinion
    from cmstation.services.station import Station
    from cmstation.services.watch_board import BoardRow
    from cmstation.ui.commands import Commands


class Asking(QObject):
    """Opens “Ask for an opinion”.

    Signals:
        asked: a story about which an opinion was asked, or asked in other words.
    """

    asked = Signal(int)

    def __init__(
        self,
        page: BoardPage,
        station: "Station",
        commands: "Commands",
        is_gone: "Callable[[Exception], bool]",
    ) -> None:
        """Join the dialog to the service.

        Args:
            is_gone: tells the person that a request waits no more.
        """
        super().__init__(page)
        self._page = page
        self._station = station
        self._commands = commands
        self._is_gone = is_gone

    def ask(self, story: int) -> None:
        """Ask about a story, or change the words of the request that waits already."""
        from cmstation.ui.commands import STORAGE  # noqa: PLC0415 - after the first paint

        board, reading = self._station.watch_board, self._station.watch_reading

        def work() -> "tuple[Item, BoardRow | None, tuple[str, ...]]":
            waits = board.of_story(story)
            item = reading.story(story)[0] if waits is None else waits.item
            return item, waits, board.physicians()

        self._commands.ask(work, lambda found: self._open(story, *found), owner=self, lane=STORAGE)

    # --- inside ---

    def _open(self, story: int, item: "Item", waits: "BoardRow | None", names: tuple[str, ...]) -> None:
        was = None if waits is None else waits.opinion
        dialog = AskDialog(self._page.icons, item.title, names, was, parent=self._page.window())

        def store(question: str, physician: str) -> None:
            if was is None:
                self._ask(item.id, question, physician)
            elif (question, physician) != (was.question, was.physician):
                self._reword(was, question, physician)
            self.asked.emit(story)

        dialog.asked.connect(store)
        dialog.open()

    def _ask(self, item: int, question: str, physician: str) -> None:
        board = self._station.watch_board
        self._commands.run(
            lambda: board.ask(item, question, physician), undo_text=self.tr("Opinion asked for"), owner=self
        )

    def _reword(self, was: "Opinion", question: str, physician: str) -> None:
        board = self._station.watch_board
        self._commands.run(
            lambda: board.reword(was.id, question, physician),
            failed=self._is_gone,
            undo_text=self.tr("Request changed"),
            owner=self,
        )
