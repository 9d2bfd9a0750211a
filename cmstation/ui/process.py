"""The process around the window: its name, its signals, and what a second start does."""

import signal
import socket
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import FrameType

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier, Slot
from PySide6.QtWidgets import QApplication, QMessageBox

translate = QCoreApplication.translate
ALREADY_OPEN = 0
ANOTHER_HOLDS_IT = 3


def prepared_application(argv: Sequence[str] = ()) -> QApplication:
    """Make the application, named as desktops want it."""
    QCoreApplication.setApplicationName("CM Station")
    QCoreApplication.setOrganizationName("CM Station")
    QApplication.setDesktopFileName("cmstation")
    return QApplication([sys.argv[0] if sys.argv else "cmstation", *argv])


def already_open(folder: Path) -> int:
    """Bring the window that holds the folder to the front, or say who else holds it; return the exit code."""
    from cmstation.ui.single_instance import ask_first_window  # noqa: PLC0415

    if ask_first_window(folder):
        return ALREADY_OPEN
    text = translate("Process", "Another CM Station works in this folder and does not answer.")
    box = QMessageBox(QMessageBox.Icon.Information, "CM Station", text)
    box.setInformativeText(
        translate("Process", "Wait until it has finished, or close it, then start again: {folder}").format(
            folder=folder
        )
    )
    box.exec()
    return ANOTHER_HOLDS_IT


class TidyExit(QObject):
    """Close the window when the system asks the program to end (SIGINT, SIGTERM)."""

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
