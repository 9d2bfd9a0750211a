"""The agenda: what keys and the pointer do to its rows."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from cmstation.domain.health_days import HealthDay
from cmstation.ui.calendar.agenda.agenda import DAY, DayHead, FreeDays, days_of
from cmstation.ui.calendar.agenda.agenda_delegate import Thumbnail
from cmstation.ui.calendar.agenda.agenda_drops import AgendaDrops
from cmstation.ui.calendar.agenda.agenda_list import AgendaList
from cmstation.ui.calendar.agenda.agenda_model import Index
from cmstation.ui.calendar.lifting import lift
from cmstation.ui.calendar.look import Grip, Landing
from cmstation.ui.calendar.remark_words import choose_health_day, remark_card
from cmstation.ui.calendar.tips import plain_tip
from cmstation.ui.icons import Icons

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_PLAIN, _SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
_CTRL, _PAD = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.KeypadModifier


class AgendaView(AgendaList):
    """Items of four weeks, day by day.

    Signals (beside `moved` and `chosen`):
        opened: an `ItemKey` to open.
        day_opened: the person wants all of the day they are on.
        dropped: a `Grip` was let go on a `Landing`.
        resized: never sent: a list has no edges to pull.
        new_wanted: something new at a `Landing`.
        menu_wanted: the menu of some `ItemKey`s at a global point.
        health_day_wanted: a `HealthDay`, and where its name stands (global).
    """

    opened = Signal(object)
    day_opened = Signal()
    dropped = Signal(object, object)
    resized = Signal(object, object)
    new_wanted = Signal(object)
    menu_wanted = Signal(object, QPoint)
    health_day_wanted = Signal(object, QRect)

    def __init__(
        self, icons: Icons, parent: QWidget | None = None, *, thumbnail: Thumbnail | None = None
    ) -> None:
        super().__init__(icons, parent, thumbnail=thumbnail)
        self._icons = icons
        self._pressed: QPoint | None = None
        self.setAccessibleName(self.tr("Agenda"))
        self._drops = AgendaDrops(self, self.model_of_rows, self.delegate_of_rows)
        self._drops.dropped.connect(self.dropped)

    def health_day_at(self, point: QPoint) -> tuple[QRect, HealthDay] | None:
        """Return the health day whose name lies under a point of the viewport, and where it stands."""
        index = self.indexAt(point)
        row = self.model_of_rows.row(index)
        return (
            None if row is None else self.delegate_of_rows.health_day_at(self.visualRect(index), row, point)
        )

    # --- Qt: keys ---

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        key, held = Qt.Key(event.key()), event.modifiers() & ~_PAD
        if held == _SHIFT and key in _STEPS:
            self._walk(_STEPS[key], extend=True)
        elif held != _PLAIN:
            event.ignore()
        elif key in _STEPS:
            self._walk(_STEPS[key])
        elif key in _PAGES:
            self.turn(_PAGES[key])
        elif key == Qt.Key.Key_Home:
            self.stand_on(0)
        elif key == Qt.Key.Key_End:
            self.stand_on(self.model_of_rows.rowCount() - 1)
        elif key in _ENTER:
            self._open(self.currentIndex())
        elif key == Qt.Key.Key_Escape and self.selected():
            self.choose([])
        elif key == Qt.Key.Key_H:
            self._ask_health_day()
        else:
            event.ignore()

    # --- Qt: the pointer ---

    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        point, left = event.position().toPoint(), event.button() == Qt.MouseButton.LeftButton
        health = self.health_day_at(point) if left else None
        if health is not None:
            self.health_day_wanted.emit(health[1], self._on_screen(health[0]))
            return
        index = self.indexAt(point)
        if not left or not index.isValid():
            return
        self._pressed = point
        held = event.modifiers() & (_CTRL | _SHIFT)
        if held == _CTRL:
            self.stand_on(index.row(), choose=False)
            self.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Toggle)
        elif held or not self.selectionModel().isSelected(index):
            self.stand_on(index.row(), extend=bool(held & _SHIFT))
        else:  # the others stay in the hand: this may become a drag
            self.stand_on(index.row(), choose=False)

    def mouseReleaseEvent(self, event: QMouseEvent, /) -> None:
        pressed, self._pressed = self._pressed, None
        index = self.indexAt(event.position().toPoint())
        if pressed is not None and index.isValid() and not event.modifiers() & (_CTRL | _SHIFT):
            self.stand_on(index.row())
        self._show_pointer(event.position().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent, /) -> None:
        point = event.position().toPoint()
        if self._pressed is None:
            self._show_pointer(point)
        elif (point - self._pressed).manhattanLength() >= QApplication.startDragDistance():
            self._lift(self.indexAt(self._pressed))

    def mouseDoubleClickEvent(self, event: QMouseEvent, /) -> None:
        index = self.indexAt(event.position().toPoint())
        row = self.model_of_rows.row(index)
        if isinstance(row, FreeDays) or (isinstance(row, DayHead) and row.empty):
            self.new_wanted.emit(Landing(days_of(row)[0]))
        else:
            self._open(index)

    def contextMenuEvent(self, event: QContextMenuEvent, /) -> None:
        by_keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_keyboard else self.indexAt(event.pos())
        key = self.model_of_rows.key(index)
        if index.isValid() and (key is None or key not in self.selected()):
            self.stand_on(index.row())
        place = self.visualRect(index).center() if by_keyboard else event.pos()
        self.menu_wanted.emit(self.selected(), self.viewport().mapToGlobal(place))

    def viewportEvent(self, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            found = self.health_day_at(event.pos())
            if found is not None:
                words = plain_tip(remark_card(found[1]))
                QToolTip.showText(event.globalPos(), words, self.viewport(), found[0])
                return True
        elif event.type() == QEvent.Type.Leave:
            self._show_pointer(None)
        return super().viewportEvent(event)

    # --- inside ---

    def _walk(self, step: int, *, extend: bool = False) -> None:
        """Go to the next row, and past the last one to the next weeks."""
        row = self.currentIndex().row() + step
        if 0 <= row < self.model_of_rows.rowCount() or extend:
            self.stand_on(row, extend=extend)
            return
        start, end = self.span()
        self.go_to(end if step > 0 else start - DAY)
        self.choose([])

    def _open(self, index: Index) -> None:
        key = self.model_of_rows.key(index)
        if key is not None:
            self.opened.emit(key)
        elif index.isValid():
            self.day_opened.emit()

    def _ask_health_day(self) -> None:
        """Hand on the health day of the day the person is on; where there are several, ask which one."""
        if self.plan is None:
            return
        days = [day for day in self.plan.health_days if day.start <= self.day <= day.end]
        place = self._on_screen(self.visualRect(self.currentIndex()))
        choose_health_day(self, days, place.bottomLeft(), lambda day: self.health_day_wanted.emit(day, place))

    def _lift(self, index: Index) -> None:
        """Drag what is selected; what has left stays, and the pointer says so."""
        item, row = self.item(index), self.model_of_rows.row(index)
        look, zone = self.model_of_rows.look, self.model_of_rows.zone
        if item is None or row is None or look is None or not item.movable:
            if item is not None:
                self.viewport().setCursor(Qt.CursorShape.ForbiddenCursor)
            return
        self._pressed = None
        others = (self.item(self.model_of_rows.index_of(key)) for key in self.selected())
        keys = [other.key for other in others if other is not None and other.movable]
        grip = Grip(tuple(dict.fromkeys((item.key, *keys))), day=days_of(row)[0])
        lift(self, self._icons, self.delegate_of_rows.chips, grip, item, look, zone)

    def _show_pointer(self, point: QPoint | None) -> None:
        """Light up the health day under the pointer, and tell by its shape what can be done there."""
        health = self.health_day_at(point) if point is not None else None
        warm = health[1] if health is not None else None
        if warm != self.delegate_of_rows.warm:
            self.delegate_of_rows.warm = warm
            self.viewport().update()
        item = self.item(self.indexAt(point)) if point is not None else None
        shape = Qt.CursorShape.ArrowCursor
        if health is not None:
            shape = Qt.CursorShape.PointingHandCursor
        elif item is not None and item.movable:
            shape = Qt.CursorShape.OpenHandCursor
        if self.viewport().cursor().shape() != shape:
            self.viewport().setCursor(shape)

    def _on_screen(self, rect: QRect) -> QRect:
        return QRect(self.viewport().mapToGlobal(rect.topLeft()), rect.size())
