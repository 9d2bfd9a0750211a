"""The campaign view: what keys and the pointer do to the lanes."""

from datetime import date

from PySide6.QtCore import QRect, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from cmstation.domain.calendar import CalendarItem, ItemKey
from cmstation.domain.health_days import HealthDay
from cmstation.ui.calendar.item_words import item_words
from cmstation.ui.calendar.lanes.lanes import DAY
from cmstation.ui.calendar.lanes.lanes_pointer import PointedLanes
from cmstation.ui.calendar.remark_words import choose_health_day
from cmstation.ui.icons import Icons

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_ZOOMS = {Qt.Key.Key_Plus: -1, Qt.Key.Key_Minus: 1}
_PLAIN, _SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
_CTRL, _PAD = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.KeypadModifier


class LanesView(PointedLanes):
    """Campaigns or accounts over some weeks.

    Signals (beside those of the lanes under the pointer):
        health_day_wanted: a `HealthDay`, and where its mark stands (global).
    """

    health_day_wanted = Signal(object, QRect)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(icons, parent)
        self.time_head.health_days_wanted.connect(self._ask_health_day)

    # --- Qt: keys ---

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        key, held = Qt.Key(event.key()), event.modifiers() & ~_PAD
        if key in _STEPS and held in {_PLAIN, _SHIFT}:
            self._walk(*_STEPS[key], extend=held == _SHIFT)
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Right} and held & ~_SHIFT == _CTRL:
            self._walk_items(_STEPS[key][0], extend=bool(held & _SHIFT))
        elif key in _ZOOMS and held in {_PLAIN, _SHIFT}:
            self.zoom_to(self.weeks + _ZOOMS[key])
        elif held != _PLAIN:
            event.ignore()
        elif key in _PAGES:
            self.turn(_PAGES[key])
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            start, end = self.span()
            self._go(start if key == Qt.Key.Key_Home else end - DAY, self.lane)
        elif key in _ENTER:
            self._open(self.model_of_lanes.active)
        elif key == Qt.Key.Key_Escape and (self.let_go() or self.selected()):
            self._choose(())
        elif key == Qt.Key.Key_H:
            self._ask_health_day(None, None)
        else:
            event.ignore()

    # --- inside: keys ---

    def _walk(self, days: int, lanes: int, *, extend: bool = False) -> None:
        """Go to another day or lane; extending adds what stands there."""
        chosen = self.selected()
        self._go(self.day + DAY * days, self.lane + lanes)
        if extend:
            here = self.scene.items_on(self.lane, self.day)
            self._choose((*chosen, *(item.key for item in here)))

    def _go(self, day: date, lane: int) -> None:
        self._choose(())
        self._stand(day, self.span()[0], min(max(lane, 0), len(self.scene.lanes) - 1))

    def _walk_items(self, step: int, *, extend: bool) -> None:
        """Go to the next or the previous item of the lane."""
        if not self.scene.lanes:
            return
        items, active = self.scene.lanes[self.lane].items, self.model_of_lanes.active
        place = next((at for at, item in enumerate(items) if item.key == active), None)
        if place is not None:
            wanted = place + step
        elif step > 0:
            wanted = next((at for at, item in enumerate(items) if item.last >= self.day), len(items))
        else:
            wanted = next((at for at in reversed(range(len(items))) if items[at].first <= self.day), -1)
        if 0 <= wanted < len(items):
            self._stand_on(items[wanted], self.lane, extend=extend)

    def _stand_on(self, item: CalendarItem, lane: int, *, extend: bool = False) -> None:
        chosen = self.selected() if extend else ()
        self._choose((*(key for key in chosen if key != item.key), item.key))
        self._show_item(item.key, lane)
        look, plan = self.look, self.plan
        if look is not None and plan is not None:  # the table tells of cells only: the item is said as well
            words = item_words(item, look, plan.zone)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _open(self, key: ItemKey | None) -> None:
        if key is not None:
            self.opened.emit(key)
        elif self.scene.lanes:
            self.day_opened.emit()

    @Slot(object, QRect)
    def _ask_health_day(self, days: list[HealthDay] | None, place: QRect | None) -> None:
        """Hand on a health day: of the mark that was clicked, else of the day the person is on."""
        if days is None or place is None:
            known = self.plan.health_days if self.plan is not None else ()
            days = [day for day in known if day.start <= self.day <= day.end]
            rect = self.time_head.mark_rect(self.day)
            place = QRect(self.time_head.viewport().mapToGlobal(rect.topLeft()), rect.size())
        at = place
        choose_health_day(self, days, at.bottomLeft(), lambda day: self.health_day_wanted.emit(day, at))
