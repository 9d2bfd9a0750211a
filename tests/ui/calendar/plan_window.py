"""A window around a view of the plan, and what reaches it from outside."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from cmstation.ui.calendar.dragging import packed
from cmstation.ui.calendar.look import Grip

LEFT = Qt.MouseButton.LeftButton


class PlanWindow(QWidget):
    """Hears the keys that a view leaves to the tab."""

    def __init__(self, qtbot: QtBot) -> None:
        super().__init__()
        self.heard: list[int] = []
        self.resize(1086, 600)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        qtbot.addWidget(self)

    def hold(self, view: QWidget) -> None:
        """Show a view in all of the window."""
        self._rows.addWidget(view)
        self.show()
        view.setFocus()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        self.heard.append(event.key())


def point(view: QAbstractItemView, at: QPoint) -> None:
    """Tell a view that the pointer is there; the system's own pointer may lie over another window."""
    port, none = view.viewport(), Qt.MouseButton.NoButton
    there = QPointF(port.mapToGlobal(at))
    held = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(port, QMouseEvent(QEvent.Type.MouseMove, QPointF(at), there, none, none, held))


def drop(view: QAbstractItemView, grip: Grip, at: QPoint, *, copies: bool = False) -> QDropEvent:
    """Drag over a place of a view and let go there."""
    held = Qt.KeyboardModifier.ControlModifier if copies else Qt.KeyboardModifier.NoModifier
    mime, both = packed(grip), Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
    QApplication.sendEvent(view.viewport(), QDragEnterEvent(at, both, mime, LEFT, held))
    QApplication.sendEvent(view.viewport(), QDragMoveEvent(at, both, mime, LEFT, held))
    dropped = QDropEvent(QPointF(at), both, mime, LEFT, held)
    QApplication.sendEvent(view.viewport(), dropped)
    return dropped


def p95_ms(do: Callable[[int], None]) -> float:
    """Measure a deed sixty times, in milliseconds of processor time of this thread."""
    times: list[float] = []
    for turn in range(60):
        begun = time.thread_time()
        do(turn)
        times.append((time.thread_time() - begun) * 1000)
    return round(sorted(times)[56], 1)
