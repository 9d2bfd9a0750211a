"""Rows that are made when they are first looked at: what unfolds under an answer."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cmstation.ui.theme.tokens import Space


class LazyFold(QWidget):
    """A column of rows; they are made, and made anew, only while they are seen."""

    def __init__(self, rows: Callable[[], Sequence[QWidget]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self._stale = True
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, Space.XS, 0, 0)
        self._column.setSpacing(Space.S)

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
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for row in self._rows():
            self._column.addWidget(row)
