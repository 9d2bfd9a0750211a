"""A week or a day that is shown, what it wishes for, and hands that touch it."""

from collections.abc import Callable
from datetime import date, time

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QMouseEvent,
)
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cmstation.domain.calendar import CalendarItem, Plan
from cmstation.ui.calendar.dragging import packed
from cmstation.ui.calendar.hours.hours_view import HoursView
from cmstation.ui.calendar.look import Grip
from cmstation.ui.icons import Icons
from tests.ui.calendar.hour_plans import (
    LOOK,
    MONDAY,
)

LEFT = Qt.MouseButton.LeftButton
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
Key = Qt.Key


class Shown:
    """Shows a plan on a day, in a week or alone."""

    def __init__(self, qtbot: QtBot, icons: Icons) -> None:
        self._qtbot = qtbot
        self._icons = icons

    def __call__(
        self, wanted: Plan, day: date = MONDAY, *, days: int = 7, width: int = 1086, height: int = 600
    ) -> HoursView:
        view = HoursView(self._icons, days)
        self._qtbot.addWidget(view)
        view.resize(width, height)
        with self._qtbot.waitExposed(view):
            view.show()
        view.setFocus()
        view.go_to(day)
        view.show_plan(wanted, LOOK)
        return view


class Heard:
    """What a view wished for."""

    def __init__(self, view: HoursView) -> None:
        self.said: list[tuple[object, ...]] = []
        self.moved = self.chosen = 0
        view.opened.connect(self._note("opened"))
        view.dropped.connect(self._note("dropped"))
        view.resized.connect(self._note("resized"))
        view.new_wanted.connect(self._note("new"))
        view.menu_wanted.connect(self._note("menu", 1))
        view.health_day_wanted.connect(self._note("health", 1))
        view.day_opened.connect(lambda: self.said.append(("day", view.day)))
        view.moved.connect(self._count_moved)
        view.chosen.connect(self._count_chosen)

    def _note(self, word: str, most: int = 2) -> Callable[..., None]:
        """Write down a wish, without the place on the screen."""

        def note(*wished: object) -> None:
            self.said.append((word, *wished[:most]))

        return note

    def _count_moved(self) -> None:
        self.moved += 1

    def _count_chosen(self) -> None:
        self.chosen += 1


def rect_of(view: HoursView, item: CalendarItem) -> QRect:
    return view.item_rects(item.key)[0]


def place(view: HoursView, day: date, hour: str, *, again: bool = False) -> QPoint:
    """Scroll to an hour of a day, and return where it lies."""
    wall = time.fromisoformat(hour).replace(fold=int(again))
    y = round(view.places.y(view.places.hours.axis.place(wall)))
    view.reveal(y - 20, y + 60)
    column = view.days.index(day)
    left = view.places.frame.edges[column]
    return QPoint(left + view.places.frame.width(column) // 2, y) + view.shift()


def click(view: HoursView, at: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
    QTest.mouseClick(view.viewport(), LEFT, modifiers, at)


def pull(view: HoursView, start: QPoint, end: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """Press, move to another place, let go."""
    port = view.viewport()
    QTest.mousePress(port, LEFT, NONE, start)
    move(view, (start + end) / 2, modifiers)
    move(view, end, modifiers)
    QTest.mouseRelease(port, LEFT, modifiers, end)


def move(view: HoursView, at: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
    port, spot = view.viewport(), QPointF(at)
    moved = QMouseEvent(
        QEvent.Type.MouseMove, spot, port.mapToGlobal(spot), Qt.MouseButton.NoButton, LEFT, modifiers
    )
    QCoreApplication.sendEvent(port, moved)


def hover_drag(
    view: HoursView, mime: QMimeData, at: QPoint, modifiers: Qt.KeyboardModifier = NONE
) -> QDragMoveEvent:
    """Carry something over a view."""
    both = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
    entered = QDragEnterEvent(at, both, mime, LEFT, modifiers)
    QCoreApplication.sendEvent(view.viewport(), entered)
    moved = QDragMoveEvent(at, both, mime, LEFT, modifiers)
    QCoreApplication.sendEvent(view.viewport(), moved)
    return moved


def drop(view: HoursView, grip: Grip, at: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> QDropEvent:
    """Carry something over a view, and let it go there."""
    mime = packed(grip)
    hover_drag(view, mime, at, modifiers)
    both = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
    dropped = QDropEvent(QPointF(at), both, mime, LEFT, modifiers)
    QCoreApplication.sendEvent(view.viewport(), dropped)
    return dropped
