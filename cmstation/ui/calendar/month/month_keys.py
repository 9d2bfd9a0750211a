"""What the keyboard does in the month: walk days and items, page, open."""

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from cmstation.ui.calendar.months import WEEK

if TYPE_CHECKING:
    from cmstation.ui.calendar.month.month_view import MonthView

_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -WEEK,
    Qt.Key.Key_Down: WEEK,
}
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_ITEMS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_PLAIN = {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}


def press(view: "MonthView", event: QKeyEvent) -> bool:
    """Do what a key means in the month; tell whether it means something there."""
    key = Qt.Key(event.key())
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if modifiers & _CTRL and not modifiers & ~(_CTRL | _SHIFT) and key in _ITEMS:
        walk(view, _ITEMS[key], extending=bool(modifiers & _SHIFT))
        return True
    return event.modifiers() in _PLAIN and _press_plain(view, key)


def walk(view: "MonthView", step: int, *, extending: bool) -> None:
    """Go to the next item, or the one before, on to the next day that has any."""
    order = view.model_of_days.walk()
    keys = [item.key for _, item in order]
    current = view.current_item()
    if current in keys:
        place = keys.index(current) + step
    elif step > 0:
        place = next((at for at, (day, _) in enumerate(order) if day >= view.day), len(order))
    else:
        place = max((at for at, (day, _) in enumerate(order) if day <= view.day), default=-1)
    if not 0 <= place < len(order):
        return
    day, item = order[place]
    view.stand_on(day)
    if extending:
        view.extend_choice(item.key)
    else:
        view.choose_only(item.key)
    view.say(item)


def _press_plain(view: "MonthView", key: Qt.Key) -> bool:
    if key in _STEPS:
        view.drop_choice()
        view.go_to(view.day + timedelta(days=_STEPS[key]))
    elif key in _PAGES:
        view.turn(_PAGES[key])
    elif key == Qt.Key.Key_Home:
        view.drop_choice()
        view.go_to(view.day - timedelta(days=view.day.weekday()))
    elif key == Qt.Key.Key_End:
        view.drop_choice()
        view.go_to(view.day + timedelta(days=WEEK - 1 - view.day.weekday()))
    elif key in _ENTER:
        view.open_current()
    elif key == Qt.Key.Key_Space:
        view.open_others(view.day)
    elif key == Qt.Key.Key_H:
        return view.offer_health_days(view.day)
    elif key == Qt.Key.Key_Escape:
        return view.escape()
    else:
        return False
    return True


def resent(event: QKeyEvent) -> QKeyEvent:
    """Write a key down again, so that it can be sent to somebody else."""
    return QKeyEvent(
        QEvent.Type.KeyPress,
        event.key(),
        event.modifiers(),
        event.text(),
        event.isAutoRepeat(),
        event.count(),
    )
