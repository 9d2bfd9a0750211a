"""All items of a day, over the month: for a day that has more of them than its cell can show."""

from datetime import date

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from cmstation.domain.calendar import CalendarItem, ItemKey
from cmstation.ui.calendar.look import PlanLook
from cmstation.ui.calendar.month.month_keys import resent
from cmstation.ui.calendar.side.day_delegates import LINE, LineDelegate
from cmstation.ui.calendar.side.day_list import DayList
from cmstation.ui.dates import full_day_words
from cmstation.ui.icons import Icons
from cmstation.ui.kit.labels import Words
from cmstation.ui.theme.strokes import rounded
from cmstation.ui.theme.tokens import Space

_WIDTH, _MOST_LINES = 344, 12
_HEAD = 36


class DayPopover(QFrame):
    """A small window; Escape, a click beside it, or whatever one does with an item closes it.

    Signals:
        opened: an `ItemKey` to open.
        menu_wanted: the menu of some `ItemKey`s at a global point.
        lifted: a `CalendarItem` that begins to be dragged from a day; the popover is hidden by then.
        chosen: the `ItemKey` that a passed on key is meant for.
        passed_on: a `QKeyEvent` that means nothing here.
    """

    opened = Signal(object)
    menu_wanted = Signal(object, QPoint)
    lifted = Signal(object, object)
    chosen = Signal(object)
    passed_on = Signal(object)

    def __init__(
        self,
        icons: Icons,
        day: date,
        items: tuple[CalendarItem, ...],
        look: PlanLook,
        zone: str,
        parent: QWidget,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._icons = icons
        self._day = day
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = full_day_words(day, with_year=False)
        self.setAccessibleName(title)
        self.list = DayList(title, LineDelegate(icons), self)
        self.list.items.show_items(items, look, zone)
        self.list.opened.connect(self._open)
        self.list.menu_wanted.connect(self._offer)
        self.list.lifted.connect(self._lift)
        self.list.left.connect(self.close)
        head = Words(icons, title, font="strong", parent=self)
        head.setContentsMargins(Space.M, 0, Space.M, 0)
        head.setFixedHeight(_HEAD)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, Space.S)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.list)
        height = _HEAD + min(len(items), _MOST_LINES) * LINE + Space.S + 1
        self.resize(_WIDTH, height)

    def open_over(self, place: QRect) -> None:
        """Open beside the line that says how many items there are, within the screen."""
        screen = QGuiApplication.screenAt(place.center()) or QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
        left = min(max(place.left() - Space.S, room.left()), room.right() - self.width())
        top = min(max(place.bottom() + Space.XS, room.top()), room.bottom() - self.height())
        self.move(QPoint(left, top))
        self.show()
        self.list.enter()

    # --- Qt ---

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        key = self.list.current_key()
        if event.key() in {Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta}:
            return
        self.close()
        if key is not None:
            self.chosen.emit(key)
            self.passed_on.emit(resent(event))

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        theme = self._icons.theme
        painter = QPainter(self)
        rounded(painter, self.rect(), fill=theme.colour("surface"), line=theme.colour("border"), radius=0)

    # --- inside ---

    def _open(self, key: ItemKey) -> None:
        self.close()
        self.opened.emit(key)

    def _offer(self, keys: tuple[ItemKey, ...], place: QPoint) -> None:
        self.close()
        for key in keys:
            self.chosen.emit(key)
        self.menu_wanted.emit(keys, place)

    def _lift(self, item: CalendarItem) -> None:
        # What is dragged must be able to land in the window below.
        self.hide()
        self.lifted.emit(item, self._day)
        self.close()
