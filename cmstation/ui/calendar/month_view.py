"""The month: a table of days that one walks with the arrows."""

from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QTableView,
    QToolTip,
    QWidget,
)

from cmstation.ui.calendar.geometry import (
    HEADER,
    WEEK_COLUMN,
    ChipPlaces,
    chip_places,
    column_widths,
    row_heights,
)
from cmstation.ui.calendar.month_delegate import MonthDelegate
from cmstation.ui.calendar.month_header import MonthHeader
from cmstation.ui.calendar.month_model import Index, MonthModel
from cmstation.ui.calendar.months import WEEK, Month, within_reach
from cmstation.ui.calendar.words import post_card
from cmstation.ui.icons import Icons
from cmstation.ui.kit.surfaces import Panel

_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -WEEK,
    Qt.Key.Key_Down: WEEK,
}
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class MonthView(QTableView):
    """Days of one month.

    Signals:
        moved: the person is on another day or in another month.
        today_wanted: back to today.
        day_opened: the person wants the list of the day they are on.
        post_wanted: a post that was clicked.
        others_wanted: the day whose posts do not all fit, and where that is said (global).
    """

    moved = Signal()
    today_wanted = Signal()
    day_opened = Signal()
    post_wanted = Signal(int)
    others_wanted = Signal(object, QRect)

    def __init__(self, icons: Icons, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._pressed: tuple[date, int] | None = None
        self.model_of_days = MonthModel(Month.of(today), today, self)
        self.delegate_of_days = MonthDelegate(icons, self)
        self.setModel(self.model_of_days)
        self.setItemDelegate(self.delegate_of_days)
        self.setHorizontalHeader(MonthHeader(icons, Qt.Orientation.Horizontal, self))
        self.setVerticalHeader(MonthHeader(icons, Qt.Orientation.Vertical, self))
        self._set_up()
        self._dress_corner()
        self.model_of_days.modelReset.connect(self._share_room)
        self.setCurrentIndex(self.model_of_days.index_of(today))

    @property
    def month(self) -> Month:
        """The month that is shown."""
        return self.model_of_days.month

    @property
    def day(self) -> date:
        """The day the person is on."""
        index = self.currentIndex()
        return self.model_of_days.day(index) if index.isValid() else self.month.first

    def go_to(self, day: date, *, month: Month | None = None) -> None:
        """Show a day, in its own month unless another one that shows it is named."""
        day = within_reach(day)
        before = (self.month, self.day)
        shown = month if month is not None and month.shows(day) else Month.of(day)
        self.model_of_days.show_month(shown)
        self.setCurrentIndex(self.model_of_days.index_of(day))
        if (self.month, self.day) != before:
            self.moved.emit()

    def turn(self, months: int) -> None:
        """Show another month, on the day of the same number."""
        self.go_to(self.month.shifted(months).day(self.day.day))

    def places(self, index: Index) -> ChipPlaces:
        """Return where the posts of a day lie, in the viewport."""
        posts = self.model_of_days.posts(self.model_of_days.day(index))
        return chip_places(self.visualRect(index), len(posts))

    # --- Qt ---

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        key, plain = (
            Qt.Key(event.key()),
            event.modifiers()
            in {
                Qt.KeyboardModifier.NoModifier,
                Qt.KeyboardModifier.KeypadModifier,
            },
        )
        if not plain:
            event.ignore()
        elif key in _STEPS:
            self.go_to(self.day + timedelta(days=_STEPS[key]))
        elif key in _PAGES:
            self.turn(_PAGES[key])
        elif key == Qt.Key.Key_Home:
            self.go_to(self.day - timedelta(days=self.day.weekday()))
        elif key == Qt.Key.Key_End:
            self.go_to(self.day + timedelta(days=WEEK - 1 - self.day.weekday()))
        elif key == Qt.Key.Key_T:
            self.today_wanted.emit()
        elif key in _ENTER:
            self.day_opened.emit()
        else:
            event.ignore()

    def currentChanged(self, current: Index, previous: Index, /) -> None:
        super().currentChanged(current, previous)
        if self._pressed is not None and current.isValid():
            self.moved.emit()

    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        index = self.indexAt(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return
        self._pressed = (self.model_of_days.day(index), self._target(event.position().toPoint(), index))
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent, /) -> None:
        pressed, self._pressed = self._pressed, None
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        index = self.indexAt(point)
        if pressed is None or not index.isValid() or pressed[1] < 0:
            return
        day, place = pressed
        if (self.model_of_days.day(index), self._target(point, index)) == pressed:
            self._follow(index, day, place)

    def mouseMoveEvent(self, event: QMouseEvent, /) -> None:
        point = event.position().toPoint()
        index = self.indexAt(point)
        place = self._target(point, index) if index.isValid() else -1
        self._hover((self.model_of_days.day(index), place) if place >= 0 else None)

    def leaveEvent(self, event: QEvent, /) -> None:
        self._hover(None)
        super().leaveEvent(event)

    def viewportEvent(self, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._explain(event)
            return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._share_room()

    # --- inside ---

    def _set_up(self) -> None:
        self.setAccessibleName(self.tr("Month"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAutoScroll(False)
        for header, size in ((self.horizontalHeader(), HEADER), (self.verticalHeader(), WEEK_COLUMN)):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setMinimumSectionSize(1)
            if header.orientation() == Qt.Orientation.Horizontal:
                header.setFixedHeight(size)
            else:
                header.setFixedWidth(size)

    def _dress_corner(self) -> None:
        """Give the place between the two headers their ground."""
        corner = self.findChild(QAbstractButton)
        if corner is None:
            return
        cover = Panel(self._icons, "bg", Qt.Edge.BottomEdge, Qt.Edge.RightEdge, parent=corner)
        cover.setFixedSize(WEEK_COLUMN, HEADER)

    def _share_room(self) -> None:
        room = self.viewport().size()
        for column, width in enumerate(column_widths(room.width())):
            self.setColumnWidth(column, width)
        for row, height in enumerate(row_heights(room.height(), self.model_of_days.rowCount())):
            self.setRowHeight(row, height)

    def _target(self, point: QPoint, index: Index) -> int:
        """Return which post lies under a point; the count of the others comes after them; else -1."""
        places = self.places(index)
        if places.left_out and places.more.contains(point):
            return len(places.chips)
        place = places.chip_at(point)
        return -1 if place is None else place

    def _follow(self, index: Index, day: date, place: int) -> None:
        places, posts = self.places(index), self.model_of_days.posts(day)
        if place < len(places.chips):
            self.post_wanted.emit(posts[place].row.id)
        else:
            top = self.viewport().mapToGlobal(places.more.topLeft())
            self.others_wanted.emit(day, QRect(top, places.more.size()))

    def _hover(self, target: tuple[date, int] | None) -> None:
        before = self.delegate_of_days.hovered
        if before == target:
            return
        self.delegate_of_days.hovered = target
        shape = Qt.CursorShape.ArrowCursor if target is None else Qt.CursorShape.PointingHandCursor
        self.viewport().setCursor(shape)
        for touched in (before, target):
            if touched is not None:
                self.update(self.model_of_days.index_of(touched[0]))

    def _explain(self, event: QHelpEvent) -> None:
        index = self.indexAt(event.pos())
        place = self._target(event.pos(), index) if index.isValid() else -1
        posts = self.model_of_days.posts(self.model_of_days.day(index)) if index.isValid() else ()
        if 0 <= place < len(self.places(index).chips):
            chip = self.places(index).chips[place]
            words = post_card(posts[place], self.model_of_days.lines)
            QToolTip.showText(event.globalPos(), words, self.viewport(), chip)
        else:
            QToolTip.hideText()
