"""Rows that are made when they are first looked at: what unfolds under an answer."""

from collections.abc import Callable, Iterable, Iterator
from time import perf_counter
from typing import TypeVar

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cmstation.ui.theme.tokens import Space

Row = TypeVar("Row", bound=QWidget)
# A turn of the loop makes rows for so long; then the window may answer again.
_TURN_S = 0.008


class LazyFold(QWidget):
    """A column of rows; they are made, and made anew, only while they are seen, a few in each turn.

    Rows of before stay until the new ones take their places, so that the page does not jump.
    """

    def __init__(self, rows: Callable[[], Iterable[QWidget]], parent: QWidget | None = None) -> None:
        """Make an empty column.

        Args:
            rows: makes them one by one, best as a generator; it may give those of before again (`again`).
        """
        super().__init__(parent)
        self._rows = rows
        self._stale = True
        self._place = 0
        self._coming: Iterator[QWidget] | None = None
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.setInterval(0)
        self._next.timeout.connect(self._go_on)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, Space.XS, 0, 0)
        self._column.setSpacing(Space.S)

    @property
    def under_way(self) -> bool:
        """Whether rows are still to be made."""
        return self._next.isActive()

    def again(self, kind: type[Row]) -> Row | None:
        """Return the row of before that stands in the next place, to be filled anew; None for others."""
        row = self._at(self._place)
        return row if type(row) is kind else None

    def renew(self) -> None:
        """Make the rows anew, now or when they are looked at."""
        self._stale = True
        if self.isVisible():
            self._fill()

    def showEvent(self, event: QShowEvent, /) -> None:
        super().showEvent(event)
        if self._stale:
            self._fill()

    def _fill(self) -> None:
        self._stale = False
        self._place = 0
        self._coming = iter(self._rows())
        self._go_on()

    @Slot()
    def _go_on(self) -> None:
        self._next.stop()
        end = perf_counter() + _TURN_S
        for row in self._coming or ():
            if row is not self._at(self._place):
                self._drop(self._place)
                self._column.insertWidget(self._place, row)
            self._place += 1
            if perf_counter() > end:
                self._next.start()
                return
        self._coming = None
        while self._column.count() > self._place:
            self._drop(self._place)

    def _at(self, place: int) -> QWidget | None:
        item = self._column.itemAt(place)
        return None if item is None else item.widget()

    def _drop(self, place: int) -> None:
        row = self._at(place)
        if row is not None:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
