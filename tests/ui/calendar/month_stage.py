"""A month over a plan, and hands for it."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from cmstation.domain.calendar import CalendarItem, ItemKey, ItemKind, Plan
from cmstation.domain.health_days import HealthDay
from cmstation.ui.calendar.dragging import packed
from cmstation.ui.calendar.look import Grip, Landing
from cmstation.ui.calendar.month.month_view import MonthView
from cmstation.ui.icons import Icons
from tests.ui.calendar.lane_plans import TODAY, event, plan, post, remote

Held, Left = Qt.KeyboardModifier, Qt.MouseButton.LeftButton
BOTH = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
FULL_DAY = date(2026, 10, 21)
FAIR = event(40, date(2026, 10, 15), date(2026, 10, 20), title="Salon de la santé")
QUIET = event(41, date(2026, 10, 22), title="Jour de deuil")


def busy_plan() -> Plan:
    """A month with a bar over two weeks, a day that is too full, and something of every kind."""
    hours = ("08:00", "09:00", "10:00", "11:00", "14:00", "15:00", "16:00", "17:00")
    full = (post(100 + at, FULL_DAY, hour, title=f"Post de {hour}") for at, hour in enumerate(hours))
    return plan(
        FAIR,
        QUIET,
        post(1, TODAY, "08:30", title="Octobre rose commence", theme=1, accounts=(1, 2)),
        post(2, TODAY, "18:00", title="Menu de la semaine"),
        post(3, date(2026, 10, 12), "09:00", title="Déjà publié", movable=False),
        remote(30, date(2026, 10, 14)),
        *full,
    )


class Window(QWidget):
    """Hears the keys that the month leaves to the tab, and all wishes."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.heard: list[str] = []
        self.wishes: list[tuple[object, ...]] = []
        self.places: list[QPoint] = []
        self.month = MonthView(icons, TODAY, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.month)
        self.resize(1086, 600)
        month = self.month
        month.opened.connect(partial(self._wish, "opened"))
        month.day_opened.connect(partial(self._wish, "day_opened"))
        month.dropped.connect(partial(self._wish, "dropped"))
        month.resized.connect(partial(self._wish, "resized"))
        month.new_wanted.connect(partial(self._wish, "new_wanted"))
        month.menu_wanted.connect(self._offer)
        month.health_day_wanted.connect(self._name_health_day)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() not in {Qt.Key.Key_Alt, Qt.Key.Key_Control, Qt.Key.Key_Shift}:
            self.heard.append(Qt.Key(event.key()).name)

    def _offer(self, keys: object, place: QPoint) -> None:
        self._wish("menu_wanted", keys)
        self.places.append(place)

    def _name_health_day(self, day: HealthDay, place: QRect) -> None:
        self._wish("health_day", day.name_fr)
        self.places.append(place.center())

    def _wish(self, *wish: object) -> None:
        self.wishes.append(wish)


def key(identity: int, kind: ItemKind = ItemKind.POST) -> ItemKey:
    """The key of an item of the busy plan."""
    return next(
        item.key for item in busy_plan().items if (item.key.identity, item.key.kind) == (identity, kind)
    )


def item(identity: int) -> CalendarItem:
    """An item of the busy plan."""
    return next(item for item in busy_plan().items if item.key.identity == identity)


def middle(month: MonthView, wanted: ItemKey, day: date) -> QPoint:
    """The middle of what is seen of an item on a day."""
    rect = next(rect for each, rect in month.places.shown(day) if each.key == wanted)
    cell = month.visualRect(month.model_of_days.index_of(day))
    return rect.intersected(cell).center()


def bare_place(month: MonthView, day: date) -> QPoint:
    """A place of a day on which nothing stands."""
    cell = month.visualRect(month.model_of_days.index_of(day))
    return QPoint(cell.left() + 12, cell.top() + 12)


def click(month: MonthView, point: QPoint, held: Qt.KeyboardModifier = Held.NoModifier) -> None:
    """Click."""
    QTest.mouseClick(month.viewport(), Left, held, point)


def drop(month: MonthView, grip: Grip, at: QPoint, *, copies: bool = False) -> QDropEvent:
    """Carry something over the month and let it go."""
    held, mime = Held.ControlModifier if copies else Held.NoModifier, packed(grip)
    port = month.viewport()
    QApplication.sendEvent(port, QDragEnterEvent(at, BOTH, mime, Left, held))
    QApplication.sendEvent(port, QDragMoveEvent(at, BOTH, mime, Left, held))
    dropped = QDropEvent(QPointF(at), BOTH, mime, Left, held)
    QApplication.sendEvent(port, dropped)
    return dropped


def landed(wishes: Sequence[tuple[object, ...]]) -> list[tuple[Grip, Landing]]:
    """What was dropped, and where."""
    found: list[tuple[Grip, Landing]] = []
    for _, *what in wishes:
        grip, landing = what
        assert isinstance(grip, Grip)
        assert isinstance(landing, Landing)
        found.append((grip, landing))
    return found
