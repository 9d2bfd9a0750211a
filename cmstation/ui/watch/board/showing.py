"""Keeps the page of the expert board in step with what is stored and with what is typed."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from cmstation.ui.watch.article_page import article_page
from cmstation.ui.watch.board.board_lines import Words, lines_of
from cmstation.ui.watch.board.board_words import asked_words, moment_words
from cmstation.ui.watch.board.page import BoardPage
from cmstation.ui.watch.board.sheet import Sheet, sheet_of

if TYPE_CHECKING:
    from cmstation.services.station import Station
    from cmstation.ui.commands import Commands

DAYS_SHOWN = 90
_LOAD = "watch-board"


class BoardShowing(QObject):
    """Shows requests, and stays on the one that the person is on."""

    def __init__(self, page: BoardPage) -> None:
        super().__init__(page)
        self._page = page
        self._station: Station | None = None
        self._commands: Commands | None = None
        self._sheet = Sheet()
        self._open = False
        self._current: int | None = None
        self._place = 0
        self._gone: tuple[int, datetime] | None = None
        self._typed = 0
        page.board.went_to.connect(self._go_to)
        page.icons.theme.changed.connect(self._dress)

    def _load(self) -> None:
        station, commands = self._station, self._commands
        if station is None or commands is None:
            return
        from cmstation.ui.commands import STORAGE  # noqa: PLC0415 - after the first paint

        board, since, typed = (
            station.watch_board,
            station.clock.now() - timedelta(days=DAYS_SHOWN),
            self._typed,
        )

        def show(sheet: Sheet) -> None:
            if typed == self._typed:
                self._show(sheet)
            else:  # what was typed meanwhile is newer
                self._load()

        # In the lane of the writes: what was stored before is found.
        commands.ask(lambda: sheet_of(board, since), show, owner=self, lane=STORAGE, replaces=_LOAD)

    def _show(self, sheet: Sheet) -> None:
        before, self._sheet = self._current, sheet
        self._current = self._chosen()
        self._show_lines()
        self._show_current(again=before == self._current)

    def _chosen(self) -> int | None:
        """Return the request to be on: the one that came back, the same, or the one at its place."""
        rows = self._sheet.rows
        back = self._sheet.came_back(self._gone)
        if back is not None:
            self._gone = None
            return back
        if any(row.opinion.id == self._current for row in rows):
            return self._current
        if self._sheet.waiting:
            return self._sheet.waiting[min(self._place, len(self._sheet.waiting) - 1)].opinion.id
        return rows[0].opinion.id if rows else None

    def _show_lines(self) -> None:
        station = self._station
        if station is None:
            return
        sheet = self._sheet
        words = Words(station.clock.now(), station.preferences.zone(), self._when)
        self._page.board.show_requests(
            lines_of(sheet.waiting, sheet.answered, frozenset(sheet.unsent), words), self._current
        )

    def _show_current(self, *, again: bool) -> None:
        request = self._page.board.request_of(self._current)
        if request is None:
            self._page.forget()
            self._page.show_nothing()
            return
        item, opinion = request.row.item, request.row.opinion
        self._page.show_request(
            request,
            article_page((item,), self._when, self._page.icons.theme),
            asked_words(opinion, self._when(opinion.asked_at)),
            self._sheet.unsent.get(opinion.id),
            self._sheet.names,
            again=again,
        )

    @Slot(int)
    def _go_to(self, opinion: int) -> None:
        self._page.flush()
        self._current = opinion
        self._show_current(again=False)

    @Slot()
    def _dress(self) -> None:
        if self._open:
            self._show_current(again=True)

    def _when(self, moment: datetime) -> str:
        station = self._station
        if station is None:
            return ""
        return moment_words(moment, station.clock.now(), station.preferences.zone())
