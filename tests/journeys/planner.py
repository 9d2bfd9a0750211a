"""A person at the calendar of the window: walks, drags, and fills its dialogs."""

from collections.abc import Callable
from datetime import date, datetime, time
from typing import TypeVar

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QMouseEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QDialog, QTimeEdit, QWidget

from cmstation.domain.calendar import CalendarItem
from cmstation.domain.drafts import DraftRow
from cmstation.ui.calendar.hours.hours_view import HoursView
from cmstation.ui.dates import local
from tests.journeys.conftest import Officer

LEFT = Qt.MouseButton.LeftButton
NO_KEY = Qt.KeyboardModifier.NoModifier
_BOTH = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
_STEPS, _BELOW = 4, 2
_MOST_TABS = 60
Dialog = TypeVar("Dialog", bound=QDialog)


class Planner:
    """Plans the week that is shown, in the clinic's own hours."""

    def __init__(self, officer: Officer, zone: str) -> None:
        self.officer = officer
        self._zone = zone

    # --- what is seen ---

    @property
    def week(self) -> HoursView:
        """The hours that are shown."""
        shown = self.officer.calendar.shown
        assert isinstance(shown, HoursView)
        return shown

    def shown(self) -> dict[str, datetime]:
        """Return the title and the hour on the clinic's clocks of everything in the view."""
        items = self.officer.calendar.items(self.week.keys())
        return {item.title: local(item.start, self._zone).replace(tzinfo=None) for item in items}

    def item(self, title: str, day: date | None = None) -> CalendarItem:
        """Return the item of the view that has a title."""
        items = self.officer.calendar.items(self.week.keys())
        return next(item for item in items if item.title == title and day in {None, item.first})

    def waiting(self) -> list[str]:
        """Return the titles of the side list."""
        return [row.title for row in self._waiting_rows()]

    def stands(self, title: str, wall: datetime) -> None:
        """Wait until something is seen at an hour."""
        self.officer.wait_until(lambda: self.shown().get(title) == wall)
        self.officer.settle()

    # --- going ---

    def go_to_calendar(self) -> None:
        """Come back to the calendar."""
        self.officer.press("Ctrl+1")
        self.officer.wait_until(self.officer.calendar.isVisible)
        self.officer.settle()
        self.tab_to_view()

    def walk_to(self, day: date) -> None:
        """Walk to a day of the week with the arrows."""
        while self.week.day != day:
            self.officer.press("Right" if self.week.day < day else "Left")

    def tab_to_view(self) -> None:
        """Press Tab until the view has the keyboard."""
        shown = self.officer.calendar.shown
        assert isinstance(shown, QWidget)
        self.tab_to(shown)

    def tab_to(self, widget: QWidget) -> None:
        """Press Tab, else Shift+Tab, until something has the keyboard."""
        for keys in ("Tab", "Shift+Backtab"):
            for _ in range(_MOST_TABS):
                if widget.hasFocus():
                    return
                self.officer.press(keys)
        raise AssertionError(f"Tab does not lead to {widget.accessibleName()!r}")

    def walk_to_waiting(self, title: str) -> None:
        """Walk to a post of the side list with the keyboard."""
        waiting = self.officer.calendar.drawer.waiting
        self.tab_to(waiting)
        self.officer.press("Home")
        for _ in self._waiting_rows():
            row = waiting.posts.row_at(waiting.currentIndex())
            if row is not None and row.title == title:
                return
            self.officer.press("Down")
        raise AssertionError(f"{title!r} does not wait")

    # --- the pointer ---

    def click_item(self, title: str, day: date | None = None) -> None:
        """Choose an item."""
        QTest.mouseClick(self.week.viewport(), LEFT, NO_KEY, self.place_of(title, day))

    def open_item(self, title: str) -> int:
        """Open a post with a double click; return it."""
        post = self.item(title).key.identity
        self.officer.double_click(self.week, self.place_of(title))
        self._wait_for_post(post)
        return post

    def begin_post(self, day: date, wall: time) -> int:
        """Double-click an empty hour; return the post that is begun."""
        before = self.officer.drafts.current_post()
        self.officer.double_click(self.week, self.place_at(day, wall))
        self.officer.wait_until(lambda: self.officer.drafts.current_post() not in {None, before})
        return self._begun()

    def write_with_n(self) -> int:
        """Press N; return the post that is begun."""
        before = self.officer.drafts.current_post()
        self.officer.press("N")
        self.officer.wait_until(lambda: self.officer.drafts.current_post() not in {None, before})
        return self._begun()

    def choose_of_item(self, title: str, words: str) -> None:
        """Right-click an item and choose an entry of its menu."""
        view, place = self.week.viewport(), self.place_of(title)
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, view.mapToGlobal(place))

        def open_menu() -> None:
            QTest.mouseClick(view, Qt.MouseButton.RightButton, NO_KEY, place)
            QApplication.sendEvent(view, event)

        self.officer.choose(words, open_menu)

    def drag_item(self, title: str, day: date, wall: time) -> None:
        """Take an item, and let it go at an hour of a day."""
        held = self._taken(self.week, self.place_of(title))
        self._let_go(held, self.week, self.place_at(day, wall))

    def drag_waiting(self, title: str, day: date, wall: time) -> None:
        """Take a post of the side list, and let it go at an hour of a day."""
        waiting = self.officer.calendar.drawer.waiting
        index = waiting.posts.index_of(next(row.id for row in self._waiting_rows() if row.title == title))
        waiting.scrollTo(index)
        held = self._taken(waiting, waiting.visualRect(index).center())
        self._let_go(held, self.week, self.place_at(day, wall))

    def place_of(self, title: str, day: date | None = None) -> QPoint:
        """Return where an item is seen."""
        rect = self.week.item_rects(self.item(title, day).key)[0]
        assert self.week.viewport().rect().contains(rect.center()), title
        return rect.center()

    def place_at(self, day: date, wall: time) -> QPoint:
        """Return where an hour of a day is seen."""
        view, places = self.week, self.week.places
        column = places.column(places.days.index(day), places.hours.axis.place(wall), 0)
        point = QPoint(column.center().x(), column.top() + _BELOW) + view.shift()
        assert view.spot(point) is not None
        assert places.frame.head < point.y() < view.viewport().height(), f"{wall} is not in sight"
        return point

    # --- dialogs ---

    def dialog(self, kind: type[Dialog]) -> Dialog:
        """Wait for a dialog."""
        self.officer.wait_until(lambda: isinstance(QApplication.activeModalWidget(), kind))
        found = QApplication.activeModalWidget()
        assert isinstance(found, kind)
        found.activateWindow()  # as a window system does
        self.officer.wait_until(found.isActiveWindow)
        return found

    def press_default(self, dialog: QDialog, words: str) -> None:
        """Click the button that ends a dialog."""
        button = self.officer.button(words, dialog)
        self.officer.wait_until(button.isEnabled)
        self.officer.click(button)
        self.officer.wait_until(lambda: QApplication.activeModalWidget() is None)
        self.officer.take_up_the_window()
        self.officer.settle()

    def type_hour(self, field: QTimeEdit, wall: time) -> None:
        """Type an hour into a field, digit by digit."""
        field.setFocus(Qt.FocusReason.TabFocusReason)
        self.officer.wait_until(field.hasFocus)
        QTest.keyClicks(field, f"{wall:%H%M}")
        assert field.text() == f"{wall:%H:%M}"

    # --- in Drafts ---

    def write_post(self, title: str, text: str) -> None:
        """Write title and text of the post that is open."""
        parts = self.officer.drafts.composer.parts
        self.officer.type_into(parts.title, title)
        self.officer.type_into(parts.editor, text)
        self._wait_for_saving()

    def rewrite_post(self, text: str) -> None:
        """Give the post that is open another text."""
        self.officer.type_over(self.officer.drafts.composer.parts.editor, text)
        self._wait_for_saving()

    def publish_at_its_time(self, post: int) -> None:
        """Choose "Publish at its time" beside Publish."""
        publish = self.officer.drafts.composer.parts.publish
        corner = publish.rect().center()
        corner.setX(publish.rect().right() - 4)
        self.officer.choose("Publish at its time: ", lambda: self.officer.click(publish, corner))
        self.officer.wait_until(lambda: bool(self.officer.station.outbox.of_post(post)))
        self.officer.settle()

    # --- inside ---

    def _wait_for_saving(self) -> None:
        saver = self.officer.drafts.composer.autosave
        self.officer.wait_until(lambda: saver is None or not saver.is_pending)
        self.officer.settle()

    def _begun(self) -> int:
        self.officer.settle()
        post = self.officer.drafts.current_post()
        assert post is not None
        self._wait_for_post(post)
        return post

    def _wait_for_post(self, post: int) -> None:
        drafts = self.officer.drafts
        shown: Callable[[], bool] = lambda: drafts.isVisible() and drafts.current_post() == post  # noqa: E731
        self.officer.wait_until(shown)
        self.officer.settle()

    def _waiting_rows(self) -> list[DraftRow]:
        posts = self.officer.calendar.drawer.waiting.posts
        rows = [posts.row_at(posts.index(row, 0)) for row in range(posts.rowCount())]
        return [row for row in rows if row is not None]

    def _taken(self, view: QAbstractScrollArea, at: QPoint) -> QMimeData:
        """Press and move until the view drags; without a screen Qt ends that drag at once."""
        viewport = view.viewport()
        QTest.mousePress(viewport, LEFT, NO_KEY, at)
        for step in range(1, _STEPS + 1):
            on_the_way = at + QPoint(0, step * QApplication.startDragDistance())
            _move(viewport, on_the_way)
        drags = view.window().findChildren(QDrag)
        assert len(drags) == 1, "nothing was taken"
        mime, held = drags[0].mimeData(), QMimeData()
        for name in mime.formats():
            held.setData(name, mime.data(name))
        drags[0].deleteLater()
        QTest.mouseRelease(viewport, LEFT, NO_KEY, at)
        return held

    def _let_go(self, held: QMimeData, view: QAbstractScrollArea, at: QPoint) -> None:
        viewport = view.viewport()
        QApplication.sendEvent(viewport, QDragEnterEvent(at, _BOTH, held, LEFT, NO_KEY))
        over = QDragMoveEvent(at, _BOTH, held, LEFT, NO_KEY)
        QApplication.sendEvent(viewport, over)
        assert over.isAccepted()
        QApplication.sendEvent(viewport, QDropEvent(QPointF(at), _BOTH, held, LEFT, NO_KEY))
        self.officer.settle()


def _move(viewport: QWidget, to: QPoint) -> None:
    place, globally = QPointF(to), QPointF(viewport.mapToGlobal(to))
    event = QMouseEvent(QEvent.Type.MouseMove, place, globally, Qt.MouseButton.NoButton, LEFT, NO_KEY)
    QApplication.sendEvent(viewport, event)
