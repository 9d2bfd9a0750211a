"""Turn the page while a drag rests at the edge of a view."""

from PySide6.QtCore import QObject, QPoint, QSize, QTimer, Signal, Slot

REST_MS = 600
_EDGE = 14


class EdgePaging(QObject):
    """Waits at the edges.

    Signals:
        turned: one page back (-1) or on (1).
    """

    turned = Signal(int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._step = 0
        self.rest = QTimer(self)
        self.rest.setInterval(REST_MS)
        self.rest.timeout.connect(self._turn)

    def follow(self, point: QPoint, size: QSize) -> None:
        """Begin to wait when a drag reaches an edge, stop when it leaves it."""
        step = step_at(point, size)
        if step == self._step:
            return
        self._step = step
        if step:
            self.rest.start()
        else:
            self.rest.stop()

    @Slot()
    def stop(self) -> None:
        """Wait no longer."""
        self._step = 0
        self.rest.stop()

    @Slot()
    def _turn(self) -> None:
        if self._step:
            self.turned.emit(self._step)


def step_at(point: QPoint, size: QSize) -> int:
    """Say which page a point at an edge means: back at the top and the left, on at the other two."""
    if point.y() < _EDGE or point.x() < _EDGE:
        return -1
    if point.y() >= size.height() - _EDGE or point.x() >= size.width() - _EDGE:
        return 1
    return 0
