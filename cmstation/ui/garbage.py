"""Collects reference cycles on the window's thread: a widget that dies on another one ends the program."""

import gc

from PySide6.QtCore import QObject, QTimer, Slot

ROUND_MS = 1_000
_MIDDLE_EVERY, _WHOLE_EVERY = 15, 120


class WindowGarbage(QObject):
    """Take over from Python's own collector, which works on whatever thread happens to allocate."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rounds = 0
        self._timer = QTimer(self)
        self._timer.setInterval(ROUND_MS)
        self._timer.timeout.connect(self._go_round)
        gc.disable()
        self._timer.start()

    @Slot()
    def spare_what_is_loaded(self) -> None:
        """Leave modules and classes out of later rounds: they stay until the end, and are many."""
        gc.freeze()

    @Slot()
    def _go_round(self) -> None:
        self._rounds += 1
        if self._rounds % _WHOLE_EVERY == 0:
            gc.collect(2)
        elif self._rounds % _MIDDLE_EVERY == 0:
            gc.collect(1)
        elif gc.get_count()[0] > gc.get_threshold()[0]:
            gc.collect(0)
