"""What the pointer does in the month: choose, open, carry to another day, draw longer, drop."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Slot
from PySide6.QtGui import QCursor, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from cmstation.domain.calendar import CalendarItem, ItemKey
from cmstation.ui.calendar.dragging import held_by
from cmstation.ui.calendar.edge_paging import EdgePaging
from cmstation.ui.calendar.lifting import lift
from cmstation.ui.calendar.look import Grip, Landing
from cmstation.ui.calendar.month.month_places import Part, Spot

if TYPE_CHECKING:
    from cmstation.ui.calendar.month.month_view import MonthView

_LEFT = Qt.MouseButton.LeftButton
_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_SHAPES = {
    Part.OTHERS: Qt.CursorShape.PointingHandCursor,
    Part.HEALTH: Qt.CursorShape.PointingHandCursor,
    Part.END: Qt.CursorShape.SizeHorCursor,
}


class MonthHands(QObject):
    """Turns presses, moves and drops into wishes of the view."""

    def __init__(self, view: "MonthView") -> None:
        super().__init__(view)
        self._view = view
        self._pressed: tuple[Spot, QPoint] | None = None
        self._settle_on_release = False
        self.stretch: tuple[CalendarItem, date] | None = None
        self.edges = EdgePaging(self)
        self.edges.turned.connect(view.turn)

    # --- pressing ---

    def press(self, event: QMouseEvent) -> None:
        """Choose what is pressed."""
        point = event.position().toPoint()
        spot = self._view.places.spot(point)
        if spot is None or event.button() not in {_LEFT, Qt.MouseButton.RightButton}:
            return
        self._settle_on_release = False
        if event.button() == _LEFT:
            self._pressed = (spot, point)
        self._view.stand_on(spot.day)
        if spot.item is None:
            self._view.drop_choice()
            return
        self._choose(spot.item.key, event)
        if event.button() == _LEFT and spot.part is Part.END:
            self.stretch = (spot.item, spot.item.last)

    def move(self, event: QMouseEvent) -> None:
        """Follow the pointer: carry or draw longer what is pressed, else mark what lies under it."""
        point = event.position().toPoint()
        if not event.buttons() & _LEFT:
            self.hover(self._view.places.spot(point))
        elif self.stretch is not None:
            self._stretch_to(point)
        elif self._pressed is not None and self._pressed[0].item is not None:
            spot, start = self._pressed
            if (point - start).manhattanLength() >= QApplication.startDragDistance():
                self._pull(spot)

    def release(self, event: QMouseEvent) -> None:
        """Do what a click means, or end what was drawn longer."""
        pressed, self._pressed = self._pressed, None
        stretch, self.stretch = self.stretch, None
        point = event.position().toPoint()
        spot = self._view.places.spot(point)
        self.hover(spot)
        if event.button() != _LEFT or pressed is None:
            return
        if stretch is not None and stretch[1] != stretch[0].last:
            self._view.viewport().update()
            self._view.resized.emit(stretch[0].key, stretch[1])
            return
        before = pressed[0]
        if spot is None or (spot.part, spot.day, spot.item) != (before.part, before.day, before.item):
            return
        if spot.part is Part.OTHERS:
            self._view.open_others(spot.day)
        elif spot.part is Part.HEALTH:
            self._view.offer_health_days(spot.day)
        elif spot.item is not None and self._settle_on_release:
            if event.modifiers() & _CTRL:
                self._view.toggle(spot.item.key)
            else:
                self._view.choose_only(spot.item.key)

    def double(self, event: QMouseEvent) -> None:
        """Open an item, or wish for something new on a day."""
        spot = self._view.places.spot(event.position().toPoint())
        self._pressed = None
        if spot is None or event.button() != _LEFT:
            return
        if spot.item is not None:
            self._view.opened.emit(spot.item.key)
        elif spot.part is Part.DAY:
            self._view.new_wanted.emit(Landing(spot.day))

    def give_up(self) -> bool:
        """Leave an item as long as it was; tell whether one was being drawn."""
        drawn, self.stretch, self._pressed = self.stretch is not None, None, None
        if drawn:
            self._view.viewport().update()
        return drawn

    def hover(self, spot: Spot | None) -> None:
        """Mark what lies under the pointer."""
        standing = self._view.delegate_of_days.standing
        before = standing.hovered
        if before == spot:
            return
        standing.hovered = spot
        shape = _SHAPES.get(spot.part) if spot is not None else None
        self._view.viewport().setCursor(shape or Qt.CursorShape.ArrowCursor)
        for touched in (before, spot):
            if touched is not None and touched.part is not Part.DAY:
                self._view.viewport().update(touched.rect)

    # --- carrying ---

    @Slot(object, object)
    def carry(self, item: CalendarItem, day: date) -> None:
        """Drag an item, with all others that are chosen when it is one of them; ends with the drop."""
        view, model = self._view, self._view.model_of_days
        chosen = view.selected()
        keys = (item.key, *(key for key in chosen if key != item.key)) if item.key in chosen else (item.key,)
        self._show_carried(frozenset(keys))
        lift(view, view.icons, view.chips, Grip(keys, day=day), item, model.look, model.plan.zone)
        self._show_carried(frozenset())
        self.leave()

    def drag_over(self, event: QDragMoveEvent) -> None:
        """Show where something would land, and turn the page at the edges."""
        grip, day = held_by(event), self._view.day_at(event.position().toPoint())
        if grip is None or day is None:
            self.leave()
            event.ignore()
            return
        _accept(event, grip)
        self._land(day)
        self.edges.follow(event.position().toPoint(), self._view.viewport().size())

    @Slot()
    def leave(self, event: QDragLeaveEvent | None = None) -> None:
        """Forget a drag that goes elsewhere."""
        del event
        self.edges.stop()
        self._land(None)

    def drop(self, event: QDropEvent) -> None:
        """Wish for what is held to stand on a day."""
        grip, day = held_by(event), self._view.day_at(event.position().toPoint())
        self.leave()
        if grip is None or day is None:
            event.ignore()
            return
        _accept(event, grip)
        if grip.keys and grip.day == day and not grip.copies:
            return
        self._view.dropped.emit(grip, Landing(day))

    # --- inside ---

    def _choose(self, key: ItemKey, event: QMouseEvent) -> None:
        modifiers = event.modifiers()
        if modifiers & _SHIFT:
            self._view.extend_choice(key)
        elif key in self._view.selected():
            # It may be the beginning of a drag of all that is chosen.
            self._settle_on_release = event.button() == _LEFT
            self._view.point_at(key)
        elif modifiers & _CTRL:
            self._view.toggle(key)
        else:
            self._view.choose_only(key)

    def _pull(self, spot: Spot) -> None:
        """Carry what is pressed; what must stay says so by the pointer."""
        item = spot.item
        if item is None:
            return
        if not item.movable:
            self._view.viewport().setCursor(QCursor(Qt.CursorShape.ForbiddenCursor))
            return
        self._pressed = None
        self._settle_on_release = False
        self.carry(item, spot.day)

    def _stretch_to(self, point: QPoint) -> None:
        day = self._view.day_at(point)
        if self.stretch is None or day is None:
            return
        item = self.stretch[0]
        self.stretch = (item, max(item.first, day))
        self._view.viewport().update()

    def _show_carried(self, keys: frozenset[ItemKey]) -> None:
        self._view.delegate_of_days.standing.carried = keys
        self._view.viewport().update()

    def _land(self, day: date | None) -> None:
        standing = self._view.delegate_of_days.standing
        before, standing.landing = standing.landing, day
        if before != day:
            for touched in (before, day):
                if touched is not None:
                    self._view.update(self._view.model_of_days.index_of(touched))


def _accept(event: QDropEvent, grip: Grip) -> None:
    event.setDropAction(Qt.DropAction.CopyAction if grip.copies else Qt.DropAction.MoveAction)
    event.accept()
