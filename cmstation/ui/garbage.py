"""Collects reference cycles on the window's thread: a widget that dies on another one ends the program."""

import gc
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication

ROUND_MS = 1_000
_MIDDLE_EVERY = 15
# A round looks at each new object and what it holds: so many take 1 to 3 ms, a fifth of a frame at most.
_MOST_AT_ONCE = 5_000
_MOST_IN_MIDDLE = 5_000
# A whole collection takes longer than a person waits unnoticed. It runs while they work in another program,
# and when that does not happen for so many rounds, in spite of them.
_WHOLE_AFTER, _WHOLE_AT_LAST = 120, 3_600


class WindowGarbage(QObject):
    """Take over from Python's own collector, which works on whatever thread happens to allocate."""

    def __init__(self, parent: QObject, *, nobody_looks: Callable[[], bool] | None = None) -> None:
        """Begin.

        Args:
            nobody_looks: whether the person works elsewhere; asked of Qt unless it is given.
        """
        super().__init__(parent)
        self._nobody_looks = nobody_looks or _nobody_looks
        self._rounds = 0
        self._since_whole = 0
        self._timer = QTimer(self)
        self._timer.setInterval(ROUND_MS)
        self._timer.timeout.connect(self.go_round)
        gc.disable()
        self._timer.start()

    @Slot()
    def spare_what_is_loaded(self) -> None:
        """Leave modules and classes out of the next rounds: they stay until the end, and are many."""
        gc.freeze()

    @Slot()
    def go_round(self) -> None:
        """Collect what became useless of late, as far as nobody feels it."""
        self._rounds += 1
        self._since_whole += 1
        if self._since_whole >= (_WHOLE_AFTER if self._nobody_looks() else _WHOLE_AT_LAST):
            self._since_whole = 0
            gc.unfreeze()
            gc.collect()
            gc.freeze()
        elif (young := gc.get_count()[0]) > _MOST_AT_ONCE:
            # Thousands of rows that a job read: no cycles, and they go by themselves when another page comes.
            gc.freeze()
        elif self._rounds % _MIDDLE_EVERY == 0:
            self._collect_middle()
        elif young > gc.get_threshold()[0]:
            gc.collect(0)

    def _collect_middle(self) -> None:
        if len(gc.get_objects(1)) > _MOST_IN_MIDDLE:
            gc.freeze()  # what a refresh of the watch leaves behind took 15 ms
        else:
            gc.collect(1)


def _nobody_looks() -> bool:
    return QGuiApplication.applicationState() != Qt.ApplicationState.ApplicationActive
