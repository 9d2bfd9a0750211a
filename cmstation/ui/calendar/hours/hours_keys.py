"""What the keyboard does among the hours: walk half hours, days and items, page, open."""

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:
    from cmstation.domain.calendar import CalendarItem
    from cmstation.ui.calendar.hours.hours_view import HoursView

_DAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_CELLS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def press(view: "HoursView", event: QKeyEvent) -> bool:
    """Do what a key means here; tell whether it means something."""
    key = Qt.Key(event.key())
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if modifiers & _CTRL and not modifiers & ~(_CTRL | _SHIFT) and key in _CELLS:
        walk_items(view, _CELLS[key], extending=bool(modifiers & _SHIFT))
        return True
    return modifiers == Qt.KeyboardModifier.NoModifier and _press_plain(view, key)


def walk_items(view: "HoursView", step: int, *, extending: bool) -> None:
    """Go to the next item, or the one before, in the order of their hours."""
    items, current = view.model_of_items.items, view.choice.current
    places = [place for place, item in enumerate(items) if item.key == current]
    place = places[0] + step if places else _next_from_cursor(view, items, step)
    if 0 <= place < len(items):
        view.walk_to(items[place], extending=extending)


def _next_from_cursor(view: "HoursView", items: "tuple[CalendarItem, ...]", step: int) -> int:
    here = (view.day, view.places.hours.axis.place(view.wall))
    stands = [view.place_of(item) for item in items]
    if step > 0:
        return next((place for place, stand in enumerate(stands) if stand >= here), len(items))
    return max((place for place, stand in enumerate(stands) if stand <= here), default=-1)


def _press_plain(view: "HoursView", key: Qt.Key) -> bool:
    if key in _CELLS:
        _walk_hours(view, _CELLS[key])
    elif key in _DAYS:
        view.walk_to_cell(view.day + timedelta(days=_DAYS[key]), view.wall)
    elif key in _PAGES:
        view.turn(_PAGES[key])
        view.say_cell()
    elif key in _ENDS:
        _go_to_end(view, _ENDS[key])
    elif key in _ENTER:
        view.open_current()
    elif key == Qt.Key.Key_H:
        return view.offer_health_days(view.day)
    elif key == Qt.Key.Key_Escape:
        return view.escape()
    else:
        return False
    return True


def _walk_hours(view: "HoursView", step: int) -> None:
    axis = view.places.hours.axis
    cells, minute = axis.cells(view.day), axis.place(view.wall)
    here = max((place for place, cell in enumerate(cells) if cell <= minute), default=0)
    # Between two half hours, the way up leads to the one that has begun.
    there = here if step < 0 and cells[here] < minute else here + step
    if 0 <= there < len(cells):
        view.walk_to_cell(view.day, axis.wall_at(view.day, cells[there]))


def _go_to_end(view: "HoursView", end: int) -> None:
    """Go to the first or the last day of the week, of a day to its first or last half hour."""
    days = view.days
    if len(days) > 1:
        view.walk_to_cell(days[end], view.wall)
    else:
        axis = view.places.hours.axis
        view.walk_to_cell(view.day, axis.wall_at(view.day, axis.cells(view.day)[end]))
