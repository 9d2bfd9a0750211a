"""Scroll while something is dragged near the upper or the lower edge."""

from PySide6.QtCore import QPoint, QTimer, Slot
from PySide6.QtWidgets import QAbstractScrollArea

_EDGE = 28
_TURN_MS = 30
_STEP = 10


class EdgeScroll(QTimer):
    """Moves the scroll bar of an area as long as the pointer stays near an edge."""

    def __init__(self, area: QAbstractScrollArea) -> None:
        super().__init__(area)
        self._area = area
        self._step = 0
        self.setInterval(_TURN_MS)
        self.timeout.connect(self._scroll)

    def near(self, point: QPoint) -> None:
        """Hear where the pointer is, in the viewport."""
        height = self._area.viewport().height()
        self._step = -_STEP if point.y() < _EDGE else _STEP if point.y() >= height - _EDGE else 0
        if not self._step:
            self.stop()
        elif not self.isActive():
            self.start()

    @Slot()
    def _scroll(self) -> None:
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.value() + self._step)
