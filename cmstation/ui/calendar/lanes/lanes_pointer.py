"""The lanes under the pointer: choosing, dragging, making longer or shorter, zooming."""

from datetime import date

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from cmstation.domain.calendar import ItemKey
from cmstation.ui.calendar.item_words import item_card, item_words
from cmstation.ui.calendar.lanes.lanes import GAP, ChipPlace
from cmstation.ui.calendar.lanes.lanes_drops import LanesDrops, landing_on
from cmstation.ui.calendar.lanes.lanes_scene import new_end
from cmstation.ui.calendar.lanes.lanes_table import LanesTable
from cmstation.ui.calendar.lifting import lift
from cmstation.ui.calendar.look import Grip
from cmstation.ui.calendar.tips import plain_tip
from cmstation.ui.icons import Icons

_PLAIN, _SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_NOTCH = 120
_Shape = Qt.CursorShape


class PointedLanes(LanesTable):
    """Lanes that answer to the pointer.

    Signals (beside `moved` and `chosen`):
        opened: an `ItemKey` to open.
        day_opened: the person wants all of the day they are on.
        dropped: a `Grip` was let go on a `Landing`, which names the lane.
        resized: an `ItemKey`, and its new last day or its new naive local end.
        new_wanted: something new at a `Landing`.
        menu_wanted: the menu of some `ItemKey`s at a global point.
    """

    opened = Signal(object)
    day_opened = Signal()
    dropped = Signal(object, object)
    resized = Signal(object, object)
    new_wanted = Signal(object)
    menu_wanted = Signal(object, QPoint)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(icons, parent)
        self._pressed: tuple[QPoint, int, ChipPlace | None] | None = None
        self._pulled: tuple[int, ChipPlace, date] | None = None
        self._notches = 0
        self._drops = LanesDrops(self)
        self._drops.dropped.connect(self.dropped)

    def let_go(self) -> bool:
        """Leave an event as long as it was while its edge is pulled; say whether it was."""
        pulled, self._pulled = self._pulled, None
        if pulled is not None:
            self.show_ghost(None)
        return pulled is not None

    # --- Qt ---

    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        point = event.position().toPoint()
        lane, inside = self.spot(point)
        if event.button() != Qt.MouseButton.LeftButton or lane < 0:
            return
        edge = self.scene.edge_at(lane, inside)
        chip = edge or self.scene.chip_at(lane, inside)
        self._press(chip, lane, inside, event.modifiers())
        if edge is not None:
            self._pulled = (lane, edge, edge.item.last)
        else:
            self._pressed = (point, lane, chip)

    def mouseMoveEvent(self, event: QMouseEvent, /) -> None:
        point = event.position().toPoint()
        if self._pulled is not None:
            self._pull(point)
        elif self._pressed is None:
            self._hover(point)
        elif (point - self._pressed[0]).manhattanLength() >= QApplication.startDragDistance():
            self._lift()

    def mouseReleaseEvent(self, event: QMouseEvent, /) -> None:
        pressed, self._pressed = self._pressed, None
        pulled, self._pulled = self._pulled, None
        point = event.position().toPoint()
        if pulled is not None:
            self.show_ghost(None)
            self._resize(*pulled[1:])
        elif pressed is not None and not event.modifiers() & (_CTRL | _SHIFT):
            self._click(pressed[1], pressed[2], point)
        self._hover(point)

    def mouseDoubleClickEvent(self, event: QMouseEvent, /) -> None:
        lane, inside = self.spot(event.position().toPoint())
        if lane < 0 or event.button() != Qt.MouseButton.LeftButton:
            return
        chip = self.scene.chip_at(lane, inside)
        self._pressed = self._pulled = None
        if chip is not None:
            self.opened.emit(chip.item.key)
        elif self.scene.others_at(lane, inside) is None:
            self.new_wanted.emit(landing_on(self, lane, self.scene.days.at(inside.x())))

    def leaveEvent(self, event: QEvent, /) -> None:
        self._light(None, None)
        super().leaveEvent(event)

    def wheelEvent(self, event: QWheelEvent, /) -> None:
        if not event.modifiers() & _CTRL:
            super().wheelEvent(event)
            return
        self._notches += event.angleDelta().y()
        steps = int(self._notches / _NOTCH)
        self._notches -= steps * _NOTCH
        if steps:
            self.zoom_to(self.weeks - steps)
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent, /) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            place = self.visualRect(self.currentIndex()).center()
            self.menu_wanted.emit(self.selected(), self.viewport().mapToGlobal(place))
            return
        lane, inside = self.spot(event.pos())
        if lane < 0:
            return
        chip = self.scene.chip_at(lane, inside)
        if chip is None or chip.item.key not in self.selected():
            self._press(chip, lane, inside, _PLAIN)
        self.menu_wanted.emit(self.selected(), self.viewport().mapToGlobal(event.pos()))

    def viewportEvent(self, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words = self.tip_at(event.pos())
            if words:
                QToolTip.showText(event.globalPos(), plain_tip(words), self.viewport())
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    def tip_at(self, point: QPoint) -> str:
        """Say what lies under a point of the viewport."""
        (lane, inside), look, plan = self.spot(point), self.look, self.plan
        if look is None or plan is None:
            return ""
        chip, others = self.scene.chip_at(lane, inside), self.scene.others_at(lane, inside)
        if chip is not None:
            return item_card(chip.item, look, plan.zone)
        if others is None:
            return ""
        return "\n".join(
            item_words(item, look, plan.zone) for item in self.scene.places[lane].others[others].items
        )

    # --- inside ---

    def _press(self, chip: ChipPlace | None, lane: int, inside: QPoint, held: Qt.KeyboardModifier) -> None:
        """Choose what was pressed; what is chosen already stays in the hand: this may become a drag."""
        day, chosen = self.scene.days.at(inside.x()), self.selected()
        if chip is None:
            if not held & (_CTRL | _SHIFT):
                self._choose(())
            self._stand(day, self.span()[0], lane)
            return
        key = chip.item.key
        if held & _CTRL:
            kept = tuple(each for each in chosen if each != key)
            self._choose(kept if key in chosen else (*chosen, key))
        elif held & _SHIFT:
            self._choose((*chosen, *self._between(lane, key)))
        elif key not in chosen:
            self._choose((key,))
        else:
            self.model_of_lanes.active = key
        self._stand(min(max(day, chip.item.first), chip.item.last), self.span()[0], lane)

    def _between(self, lane: int, key: ItemKey) -> tuple[ItemKey, ...]:
        """Return the items of a lane from the active one to another."""
        keys = [item.key for item in self.scene.lanes[lane].items]
        active = self.model_of_lanes.active
        if active is None or active not in keys:
            return (key,)
        first, last = sorted((keys.index(active), keys.index(key)))
        return tuple(keys[first : last + 1])

    def _click(self, lane: int, chip: ChipPlace | None, point: QPoint) -> None:
        """Finish a click: one item alone, or the day of those that have no room."""
        if chip is not None:
            self._choose((chip.item.key,))
            return
        under, inside = self.spot(point)
        others = self.scene.others_at(lane, inside) if under == lane else None
        if others is not None:
            self._stand(self.scene.places[lane].others[others].day, self.span()[0], lane)
            self.day_opened.emit()

    def _hover(self, point: QPoint) -> None:
        """Light up what lies under the pointer, and tell by its shape what can be done there."""
        lane, inside = self.spot(point)
        chip, others = self.scene.chip_at(lane, inside), self.scene.others_at(lane, inside)
        self._light(
            None if chip is None else (lane, chip.item.key), None if others is None else (lane, others)
        )
        shape = _Shape.ArrowCursor
        if self.scene.edge_at(lane, inside) is not None:
            shape = _Shape.SizeHorCursor
        elif chip is not None and chip.item.movable:
            shape = _Shape.OpenHandCursor
        elif others is not None:
            shape = _Shape.PointingHandCursor
        if self.viewport().cursor().shape() != shape:
            self.viewport().setCursor(shape)

    def _lift(self) -> None:
        """Drag what is selected; what has left stays, and the pointer says so."""
        chip = self._pressed[2] if self._pressed is not None else None
        look, plan = self.look, self.plan
        if self._pressed is None or chip is None or look is None or plan is None:
            return
        if not chip.item.movable:
            self.viewport().setCursor(_Shape.ForbiddenCursor)
            return
        point, lane, _ = self._pressed
        self._pressed = None
        taken = self.scene.days.at(self.spot(point)[1].x())
        movable = {item.key for item in plan.items if item.movable}
        keys = (chip.item.key, *(key for key in self.selected() if key in movable))
        day = min(max(taken, chip.item.first), chip.item.last)
        self._lifted_from = self.scene.lanes[lane].identity
        lift(
            self,
            self._icons,
            self.painting.chips,
            Grip(tuple(dict.fromkeys(keys)), day=day),
            chip.item,
            look,
            plan.zone,
        )
        self._lifted_from = None

    def _pull(self, point: QPoint) -> None:
        """Show until when an event would last."""
        if self._pulled is None:
            return
        lane, chip, _ = self._pulled
        last = max(self.scene.days.at(self.spot(point)[1].x()), chip.item.first)
        self._pulled = (lane, chip, last)
        rect, days = self.scene.chip_rect(chip), self.scene.days
        rect.setWidth(days.right(last) - rect.left() - GAP)
        self.show_ghost((lane, rect))

    def _resize(self, chip: ChipPlace, last: date) -> None:
        if last != chip.item.last and self.plan is not None:
            self.resized.emit(chip.item.key, new_end(chip.item, last, self.plan.zone))
