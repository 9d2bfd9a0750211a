"""What is dragged over the lanes: shows where it would land, and hands it on."""

from datetime import date

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent

from cmstation.domain.calendar import CalendarItem
from cmstation.ui.calendar.dragging import held_by
from cmstation.ui.calendar.edge_scroll import EdgeScroll
from cmstation.ui.calendar.lanes.lanes import DAY, GAP, NONE, By
from cmstation.ui.calendar.lanes.lanes_scene import PAD
from cmstation.ui.calendar.lanes.lanes_table import LanesTable
from cmstation.ui.calendar.look import Grip, Landing


class LanesDrops(QObject):
    """Watches the viewport of the lanes.

    Signals:
        dropped: a `Grip` was let go on a `Landing`.
    """

    dropped = Signal(object, object)

    def __init__(self, view: LanesTable) -> None:
        super().__init__(view)
        self._view = view
        self._scroll = EdgeScroll(view)
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if isinstance(event, QDragLeaveEvent):
            self._leave()
        elif isinstance(event, QDropEvent):  # entering and moving over it are drop events, too
            self._meet(event)
        else:
            return super().eventFilter(watched, event)
        return True

    def landing_at(self, point: QPoint) -> Landing | None:
        """Return the day and the lane at a point of the viewport."""
        lane, inside = self._view.spot(point)
        return None if lane < 0 else landing_on(self._view, lane, self._view.scene.days.at(inside.x()))

    def _meet(self, event: QDropEvent) -> None:
        grip, point = held_by(event), event.position().toPoint()
        landing = self.landing_at(point) if grip is not None else None
        if event.type() == QEvent.Type.Drop:
            self._leave()
        else:
            self._scroll.near(point)
            self._view.show_ghost(self._ghost(grip, landing, point))
        if grip is None or (landing is None and not isinstance(event, QDragEnterEvent)):
            event.ignore()
            return
        event.acceptProposedAction()
        if landing is not None and not isinstance(event, QDragMoveEvent):
            self.dropped.emit(grip, landing)

    def _leave(self) -> None:
        self._scroll.stop()
        self._view.show_ghost(None)

    def _ghost(self, grip: Grip | None, landing: Landing | None, point: QPoint) -> tuple[int, QRect] | None:
        """Return the lane and the place where the first of what is held would stand."""
        if grip is None or landing is None:
            return None
        lane, scene = self._view.spot(point)[0], self._view.scene
        item = self._item(grip)
        first, last = landing.day, landing.day
        if item is not None:
            first = item.first + (landing.day - (grip.day or item.first))
            last = first + DAY * (item.days - 1)
        if last < scene.days.start or first >= scene.days.end:
            return None
        left, right = scene.days.left(first), scene.days.right(last)
        top = PAD
        chip = scene.place_of(lane, grip.keys[0]) if grip.keys else None
        if chip is not None:
            top = scene.chip_rect(chip).top()
        return lane, QRect(left, top, right - left - GAP, scene.chip)

    def _item(self, grip: Grip) -> CalendarItem | None:
        plan = self._view.plan
        if plan is None or not grip.keys:
            return None
        return next((item for item in plan.items if item.key == grip.keys[0]), None)


def landing_on(view: LanesTable, lane: int, day: date) -> Landing:
    """Return a day in a lane; the hour is the one that what lands there has."""
    identity = view.scene.lanes[lane].identity
    if view.by is By.CAMPAIGN:
        return Landing(day, campaign=identity)
    return Landing(day, account=None if identity == NONE else identity)
