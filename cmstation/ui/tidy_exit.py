"""Closes the window in order when the system asks the program to end."""

import signal
import socket
from collections.abc import Callable
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Slot
from PySide6.QtWidgets import QApplication


class TidyExit(QObject):
    """Hear SIGINT and SIGTERM."""

    def __init__(self, app: QApplication, close: Callable[[], object]) -> None:
        super().__init__(app)
        self._close = close
        # Python runs its handlers only between two lines of Python: the socket wakes Qt's loop up.
        self._ours, self._theirs = socket.socketpair()
        for end in (self._ours, self._theirs):
            end.setblocking(False)
        signal.set_wakeup_fd(self._theirs.fileno())
        self._notifier = QSocketNotifier(self._ours.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._wake)
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._asked)

    @Slot()
    def _wake(self) -> None:
        self._ours.recv(64)

    def _asked(self, _number: int, _frame: FrameType | None) -> None:
        self._close()
