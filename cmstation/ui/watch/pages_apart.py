"""What takes the place of the watch's columns: the press review and the expert board, built when wanted."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from cmstation.domain.changes import Changes
from cmstation.ui.watch.places import PlaceKind

if TYPE_CHECKING:
    from cmstation.services.station import Station
    from cmstation.ui.commands import Commands
    from cmstation.ui.watch.board.deeds import BoardDeeds
    from cmstation.ui.watch.review.deeds import ReviewDeeds
    from cmstation.ui.watch.view import WatchView


class PagesApart(QObject):
    """Opens these pages, and gives the columns back.

    Signals:
        over: the columns are there again.
        asked: a story about which an opinion was asked.
        address_wanted: an address to be opened in the browser.
    """

    over = Signal()
    asked = Signal(int)
    address_wanted = Signal(str)

    def __init__(self, view: "WatchView", station: "Station", commands: "Commands") -> None:
        super().__init__(view)
        self._view = view
        self._station = station
        self._commands = commands

    @cached_property
    def board(self) -> "BoardDeeds":
        """The expert board."""
        from cmstation.ui.watch.board.deeds import BoardDeeds  # noqa: PLC0415
        from cmstation.ui.watch.board.page import BoardPage  # noqa: PLC0415

        self._board_page = BoardPage(self._view.icons, self._view)
        made = BoardDeeds(self._board_page)
        self._join(self._board_page, made)
        made.asked.connect(self.asked)
        return made

    @cached_property
    def review(self) -> "ReviewDeeds":
        """The press review."""
        from cmstation.ui.watch.review.deeds import ReviewDeeds  # noqa: PLC0415
        from cmstation.ui.watch.review.page import ReviewPage  # noqa: PLC0415

        self._review_page = ReviewPage(self._view.icons, self._view)
        made = ReviewDeeds(self, self._review_page)
        self._join(self._review_page, made)
        return made

    @Slot(object)
    def open(self, kind: PlaceKind) -> None:
        """Show a page in the place of the columns."""
        deeds, page = (
            (self.board, self._board_page) if kind is PlaceKind.BOARD else (self.review, self._review_page)
        )
        self._view.show_page(page)
        deeds.begin()

    def leave(self) -> None:
        """Give the columns back, if one of these pages has their place."""
        for name, page in (("board", "_board_page"), ("review", "_review_page")):
            if name in vars(self) and self._view.shows(vars(self)[page]):
                vars(self)[name].leave()

    def look_again(self, changes: Changes) -> None:
        """Show what a command changed."""
        for deeds in self._made():
            deeds.look_again(changes)

    def flush(self) -> None:
        """Hand over what is being written."""
        for deeds in self._made():
            deeds.flush()

    # --- inside ---

    def _made(self) -> "list[BoardDeeds | ReviewDeeds]":
        return [vars(self)[name] for name in ("board", "review") if name in vars(self)]

    def _join(self, page: QWidget, deeds: "BoardDeeds | ReviewDeeds") -> None:
        self._view.add_page(page)
        deeds.attach(self._station, self._commands)
        deeds.over.connect(self._back)
        deeds.address_wanted.connect(self.address_wanted)

    @Slot()
    def _back(self) -> None:
        self._view.show_page(self._view.panes)
        self.over.emit()
