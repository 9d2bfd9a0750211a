"""What the pointer does among the hours: choose, open, carry, pull an end, drop."""

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QSize, Qt, Slot
from PySide6.QtGui import QDragLeaveEvent, QDropEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from cmstation.domain.calendar import CalendarItem, ItemKey
from cmstation.domain.health_days import HealthDay
from cmstation.ui.calendar.dragging import held_by
from cmstation.ui.calendar.edge_paging import EdgePaging
from cmstation.ui.calendar.edge_scroll import EdgeScroll
from cmstation.ui.calendar.hours.hours_landing import Held, end_at, end_ghost, ghost_of, landing_at, stays
from cmstation.ui.calendar.hours.hours_places import Part, Spot
from cmstation.ui.calendar.hours.hours_strip import lasts_days
from cmstation.ui.calendar.lifting import lift
from cmstation.ui.calendar.look import Grip, Landing
from cmstation.ui.dates import local

if TYPE_CHECKING:
    from cmstation.ui.calendar.hours.hours_view import HoursView

_LEFT, _RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_Shape = Qt.CursorShape
_EDGE = 28
_TALL = 1_000  # the page turns at the left and at the right alone
_CLICKED = {Part.MORE, Part.TITLE, Part.REMARKS}


class HoursHands(QObject):
    """Turns presses, moves and drops into wishes of the view."""

    def __init__(self, view: "HoursView") -> None:
        super().__init__(view)
        self._view = view
        self._pressed: tuple[Spot, QPoint] | None = None
        self._settle_on_release = False
        self._pulled: Spot | None = None
        self._end: date | datetime | None = None
        self._held = Held()
        self._scroll = EdgeScroll(view)
        self.edges = EdgePaging(self)
        self.edges.turned.connect(view.turn)

    # --- pressing ---

    def press(self, event: QMouseEvent) -> None:
        """Choose what is pressed, and stand there."""
        view, point = self._view, event.position().toPoint()
        spot = view.spot(point)
        if spot is None or event.button() not in {_LEFT, _RIGHT}:
            return
        self._settle_on_release = False
        if event.button() == _LEFT:
            self._pressed = (spot, point)
        if spot.item is None:
            view.drop_choice()
            view.stand_on(spot.day, view.wall if spot.part is not Part.HOUR else view.cell_wall(spot))
            return
        wall = view.wall if lasts_days(spot.item) else local(spot.item.start, view.plan.zone).time()
        view.stand_on(spot.day, wall)
        self._choose(spot.item.key, event)
        if event.button() == _LEFT and spot.part is Part.END:
            self._pulled = spot

    def move(self, event: QMouseEvent) -> None:
        """Follow the pointer: carry or pull what is pressed, else mark what lies under it."""
        point = event.position().toPoint()
        if not event.buttons() & _LEFT:
            self.hover(self._view.spot(point))
        elif self._pulled is not None:
            self._pull(point, fine=bool(event.modifiers() & _SHIFT))
        elif self._pressed is not None and self._pressed[0].item is not None:
            spot, start = self._pressed
            if (point - start).manhattanLength() >= QApplication.startDragDistance():
                self._take(spot, start)

    def release(self, event: QMouseEvent) -> None:
        """Do what a click means, or keep the end that was pulled."""
        pressed, self._pressed = self._pressed, None
        pulled, end = self._pulled, self._end
        view, spot = self._view, self._view.spot(event.position().toPoint())
        self.give_up()
        self.hover(spot)
        if pulled is not None and pulled.item is not None and end is not None:
            view.resized.emit(pulled.item.key, end)
        elif event.button() == _LEFT and pressed is not None and spot is not None:
            before = pressed[0]
            if (spot.part, spot.rect, spot.item) == (before.part, before.rect, before.item):
                self._click(spot, event)

    def double(self, event: QMouseEvent) -> None:
        """Open an item, or wish for something new."""
        view, spot = self._view, self._view.spot(event.position().toPoint())
        self._pressed = None
        if spot is None or event.button() != _LEFT:
            return
        if spot.item is not None:
            view.opened.emit(spot.item.key)
        elif spot.slot is not None:
            wall = local(spot.slot.at.instant, view.plan.zone).time()
            view.new_wanted.emit(Landing(spot.day, wall))
        elif spot.part is Part.HOUR:
            view.new_wanted.emit(Landing(spot.day, view.cell_wall(spot)))
        elif spot.part is Part.TITLE and len(view.days) > 1:
            view.day_opened.emit()
        elif spot.part in {Part.TITLE, Part.STRIP}:
            view.new_wanted.emit(Landing(spot.day))

    def give_up(self) -> bool:
        """Leave an item as long as it was; tell whether its end was being pulled."""
        pulled, self._pulled, self._end = self._pulled is not None, None, None
        if pulled:
            self._scroll.stop()
            self._pressed = None
            self._view.show_ghost(None)
        return pulled

    def hover(self, spot: Spot | None) -> None:
        """Mark what lies under the pointer."""
        view, before = self._view, self._view.hovered
        if spot is not None:
            spot = replace(spot, minute=0.0)  # every point of one thing is the same
        if spot == before:
            return
        view.hovered = spot
        view.viewport().setCursor(_shape(spot))
        for touched in (before, spot):
            if touched is not None and touched.part is not Part.HOUR:
                view.viewport().update(touched.rect)
                if touched.item is not None:
                    for rect in view.item_rects(touched.item.key):
                        view.viewport().update(rect)

    # --- carrying ---

    def drag_over(self, event: QDropEvent) -> None:
        """Show where something would land; scroll and turn the page at the edges."""
        grip, point = held_by(event), event.position().toPoint()
        view, places = self._view, self._view.places
        if grip is None or point.x() < places.frame.edges[0]:
            self.leave()
            event.ignore()
            return
        _accept(event, grip)
        held = self._held_of(grip)
        landing = landing_at(places, point, view.shift(), held, fine=bool(event.modifiers() & _SHIFT))
        view.show_ghost(ghost_of(places, landing, held))
        self._scroll.near(self._beyond(point))
        left, size = places.frame.edges[0], QSize(places.frame.right - places.frame.edges[0], _TALL)
        self.edges.follow(QPoint(point.x() - left, _TALL // 2), size)

    @Slot()
    def leave(self, _event: QDragLeaveEvent | None = None) -> None:
        """Forget a drag that goes elsewhere."""
        self._scroll.stop()
        self.edges.stop()
        self._view.show_ghost(None)

    def drop(self, event: QDropEvent) -> None:
        """Wish for what is held to stand at an hour."""
        grip, point = held_by(event), event.position().toPoint()
        view, places = self._view, self._view.places
        self.leave()
        if grip is None or point.x() < places.frame.edges[0]:
            event.ignore()
            return
        _accept(event, grip)
        held = self._held_of(grip)
        landing = landing_at(places, point, view.shift(), held, fine=bool(event.modifiers() & _SHIFT))
        if grip.copies or not stays(places, landing, held):
            view.dropped.emit(grip, landing)

    # --- inside ---

    def _choose(self, key: ItemKey, event: QMouseEvent) -> None:
        view, choice, modifiers = self._view, self._view.choice, event.modifiers()
        if modifiers & _SHIFT:
            view.choose(choice.extended(key, view.keys()))
        elif key in choice.keys:
            # It may be the beginning of a drag of all that is chosen.
            self._settle_on_release = event.button() == _LEFT
            view.choose(replace(choice, current=key))
        else:
            view.choose(choice.toggled(key) if modifiers & _CTRL else choice.only(key))

    def _click(self, spot: Spot, event: QMouseEvent) -> None:
        view = self._view
        if spot.part is Part.MORE:
            view.day_opened.emit()
        elif spot.part in {Part.REMARK, Part.REMARKS}:
            view.offer_remarks(spot.remarks, spot.rect)
        elif spot.item is not None and self._settle_on_release:
            choice, key = view.choice, spot.item.key
            view.choose(choice.toggled(key) if event.modifiers() & _CTRL else choice.only(key))

    def _take(self, spot: Spot, start: QPoint) -> None:
        """Carry what is pressed; what must stay says so by the pointer."""
        view, item = self._view, spot.item
        if item is None:
            return
        if not item.movable:
            view.viewport().setCursor(_Shape.ForbiddenCursor)
            return
        self._pressed = None
        self._settle_on_release = False
        self.carry(item, spot, start)

    def carry(self, item: CalendarItem, spot: Spot, start: QPoint) -> None:
        """Drag an item, with all others that are chosen when it is one of them; ends with the drop."""
        view, look = self._view, self._view.look
        if look is None:
            return
        chosen = view.selected()
        known = view.model_of_items
        others = [key for key in chosen if key != item.key] if item.key in chosen else []
        moving = [key for key in others if (other := known.item(key)) is not None and other.movable]
        keys = (item.key, *moving)
        minute = view.places.minute((start - view.shift()).y())
        self._held = Held(item, len(keys) > 1, spot.day, minute - spot.top, spot.begins)
        view.show_lifted(frozenset(keys))
        lift(view, view.icons, view.painting.chips, Grip(keys, day=spot.day), item, look, view.plan.zone)
        self._held = Held()
        view.show_lifted(frozenset())
        self.leave()

    def _held_of(self, grip: Grip) -> Held:
        """Say what a drag holds; what was taken here is known best."""
        held = self._held
        if held.item is not None and grip.keys and grip.keys[0] == held.item.key:
            return held
        item = self._view.model_of_items.item(grip.keys[0]) if grip.keys else None
        return Held(item, len(grip.keys) > 1, grip.day)

    def _pull(self, point: QPoint, *, fine: bool) -> None:
        view, spot = self._view, self._pulled
        if spot is None:
            return
        self._end = end_at(view.places, spot, point, view.shift(), fine=fine)
        self._scroll.near(self._beyond(point))
        ghost = end_ghost(view.places, spot, self._end, view.shift()) if self._end is not None else None
        view.show_ghost(ghost)

    def _beyond(self, point: QPoint) -> QPoint:
        """Return a point as if the hours alone could be scrolled over: their upper edge is an edge, too."""
        head = self._view.places.frame.head
        if point.y() < head:
            return QPoint(0, self._view.viewport().height() // 2)
        return QPoint(0, 0) if point.y() < head + _EDGE else point


def _shape(spot: Spot | None) -> Qt.CursorShape:
    if spot is None:
        return _Shape.ArrowCursor
    if spot.part is Part.END and spot.item is not None:
        return _Shape.SizeHorCursor if lasts_days(spot.item) else _Shape.SizeVerCursor
    if spot.part in _CLICKED or (
        spot.part is Part.REMARK and any(isinstance(each, HealthDay) for each in spot.remarks)
    ):
        return _Shape.PointingHandCursor
    return _Shape.ArrowCursor


def _accept(event: QDropEvent, grip: Grip) -> None:
    event.setDropAction(Qt.DropAction.CopyAction if grip.copies else Qt.DropAction.MoveAction)
    event.accept()
