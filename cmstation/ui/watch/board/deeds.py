"""Joins the expert board to its service: what is asked, answered, taken back, and never lost meanwhile."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QGuiApplication

from cmstation.services.watch_unsent import UnsentAnswer
from cmstation.ui.notices import Notice, NoticeKind
from cmstation.ui.watch.board.asking import Asking
from cmstation.ui.watch.board.mail_text import mail_text
from cmstation.ui.watch.board.page import BoardPage
from cmstation.ui.watch.board.showing import BoardShowing

if TYPE_CHECKING:
    from collections.abc import Callable

    from cmstation.domain.changes import Changes
    from cmstation.services.station import Station
    from cmstation.ui.commands import Commands

_BOARD = "watch-board"


class BoardDeeds(BoardShowing):
    """The expert board.

    Signals:
        over: the person has left the board.
        address_wanted: an address to be opened in the browser.
        asked: a story about which an opinion was asked, or asked in other words.
    """

    over = Signal()
    address_wanted = Signal(str)
    asked = Signal(int)

    def __init__(self, page: BoardPage) -> None:
        super().__init__(page)
        self._asking: Asking | None = None
        page.request.written.connect(self._reword)
        page.answer.begun.connect(self._keep)
        page.answered.connect(self._answer)
        page.withdraw_wanted.connect(self._withdraw)
        page.copy_wanted.connect(self._copy)
        page.undo_wanted.connect(self._undo)
        page.left.connect(self.leave)
        page.article.article_wanted.connect(self._open_article)
        page.article.link_wanted.connect(self.address_wanted)

    def attach(self, station: "Station", commands: "Commands") -> None:
        """Receive the services."""
        self._station, self._commands = station, commands
        self._asking = Asking(self._page, station, commands, self._is_gone)
        self._asking.asked.connect(self.asked)

    def begin(self, opinion: int | None = None) -> None:
        """Show the board.

        Args:
            opinion: the request to go to; else the one that was shown, or the oldest.
        """
        self._open = True
        if opinion is not None:
            self._current = opinion
        self._load()
        self._page.board.setFocus()

    def look_again(self, changes: "Changes") -> None:
        """Show what a command changed."""
        if self._open and (changes.watch or changes.everything):
            self._load()

    @Slot()
    def flush(self) -> None:
        """Store what is being written."""
        self._page.flush()

    @Slot()
    def leave(self) -> None:
        """Give the window back."""
        self.flush()
        self._open = False
        self.over.emit()

    def ask(self, story: int) -> None:
        """Ask for an opinion on a story, or change the words of the request that waits already."""
        self.flush()
        if self._asking is not None:
            self._asking.ask(story)

    # --- what is written ---

    @Slot(int, str, str)
    def _reword(self, opinion: int, question: str, physician: str) -> None:
        station = self._station
        if station is None:
            return
        board = station.watch_board
        self._typed += 1
        self._sheet = self._sheet.reworded(opinion, question, physician)
        self._show_lines()
        if opinion == self._current:
            self._show_current(again=True)  # who is asked is first thought to answer
        self._store(lambda: board.reword(opinion, question, physician))

    @Slot(int, object)
    def _keep(self, opinion: int, answer: UnsentAnswer | None) -> None:
        station = self._station
        if station is None:
            return
        board = station.watch_board
        self._typed += 1
        self._sheet = self._sheet.with_unsent(opinion, answer)
        self._page.board.requests.set_begun(opinion, answer is not None)
        self._store(lambda: board.keep_unsent(opinion, answer))

    def _store(self, work: "Callable[[], object]") -> None:
        """Write what this page shows already, and no other screen."""
        if self._commands is None:
            return

        def done() -> "Changes":
            from cmstation.domain.changes import Changes  # noqa: PLC0415

            work()
            return Changes()

        self._commands.run(done, failed=self._is_gone, owner=self)

    # --- what is done ---

    @Slot(object)
    def _answer(self, answer: UnsentAnswer) -> None:
        station, commands, opinion = self._station, self._commands, self._current
        if station is None or commands is None or opinion is None:
            return
        self.flush()
        board, again = station.watch_board, self._sheet.place_of(opinion) is None
        commands.run(
            lambda: board.answer(opinion, answer.text, answer.favourable, answer.physician),
            done=lambda _told: self._went(opinion, stays=again),
            failed=self._is_gone,
            undo_text=self.tr("Answer corrected") if again else self.tr("Answer written down"),
            owner=self,
        )

    @Slot()
    def _withdraw(self) -> None:
        station, commands, opinion = self._station, self._commands, self._current
        if station is None or commands is None or opinion is None:
            return
        self.flush()
        board = station.watch_board
        commands.run(
            lambda: board.withdraw(opinion),
            done=lambda _opinion: self._went(opinion, stays=False),
            failed=self._is_gone,
            undo_text=self.tr("Request taken back"),
            owner=self,
        )

    def _went(self, opinion: int, *, stays: bool) -> None:
        """Go on to the next request; the one that went is found again when it comes back."""
        if self._current == opinion:
            self._page.forget()
        place = self._sheet.place_of(opinion)
        if place is not None:
            row = self._sheet.waiting[place]
            self._place, self._gone = place, (row.item.id, row.opinion.asked_at)
        if self._current == opinion and not stays:
            self._current = None
        self._page.board.setFocus()

    def _is_gone(self, error: Exception) -> bool:
        """Say that a request waits no more."""
        from cmstation.domain.errors import NotFound  # noqa: PLC0415

        if not isinstance(error, NotFound) or self._commands is None:
            return False
        words = self.tr("This request was answered or taken back meanwhile.")
        self._commands.noticed.emit(Notice(words, NoticeKind.WARNING, key=_BOARD))
        self._page.forget()
        self._load()
        return True

    @Slot()
    def _copy(self) -> None:
        self.flush()
        station, commands = self._station, self._commands
        request = self._page.board.request_of(self._current)
        if request is None or station is None or commands is None:
            return
        text = mail_text(request.row.opinion, request.row.item, station.preferences.zone())
        QGuiApplication.clipboard().setText(text)
        words = self.tr("Copied: paste it into an e-mail to the physician.")
        commands.noticed.emit(Notice(words, NoticeKind.INFO, key=_BOARD))

    @Slot()
    def _undo(self) -> None:
        if self._commands is not None:
            self.flush()
            self._commands.undo()

    @Slot(int)
    def _open_article(self, _item: int) -> None:
        request = self._page.board.request_of(self._current)
        if request is not None and request.row.item.link:
            self.address_wanted.emit(request.row.item.link)
