"""The lanes: which days and campaigns or accounts they show, where the person stands, what is selected."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from cmstation.domain.calendar import ItemKey, Plan
from cmstation.ui.calendar.agenda.agenda import monday_of, within_years
from cmstation.ui.calendar.idle_pieces import IdlePieces
from cmstation.ui.calendar.indexed_plan import indexed, items_within
from cmstation.ui.calendar.lanes.lanes import (
    DAY,
    LEAST_WEEKS,
    MOST_WEEKS,
    USUAL_WEEKS,
    By,
    Days,
    lanes_of,
    weeks_for,
)
from cmstation.ui.calendar.lanes.lanes_canvas import LanesCanvas
from cmstation.ui.calendar.lanes.lanes_corner import LanesCorner
from cmstation.ui.calendar.lanes.lanes_head import LANE_HEAD
from cmstation.ui.calendar.lanes.lanes_model import Index
from cmstation.ui.calendar.lanes.lanes_scene import Scene
from cmstation.ui.calendar.look import PlanLook
from cmstation.ui.icons import Icons

_START = date(2000, 1, 3)
_ROOM = 900
_MOST_SCENES = 5


class LanesTable(LanesCanvas):
    """Campaigns or accounts over some weeks.

    Signals:
        moved: the day or the span changed.
        chosen: other items are selected.
    """

    moved = Signal()
    chosen = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        """Show nothing until `go_to` and `show_plan`."""
        super().__init__(icons, Days.over(_START, USUAL_WEEKS * 7, _ROOM), parent)
        self._day, self._start = _START, _START
        self._weeks, self._wished_weeks = USUAL_WEEKS, 0
        self._by = By.CAMPAIGN
        self._lifted_from: int | None = None
        self._scenes: dict[tuple[object, ...], Scene] = {}
        self.idle = IdlePieces(self._get_ready, self)
        self.corner = LanesCorner(icons, self)
        self.corner.by_wanted.connect(self.show_by)
        self.setAccessibleName(self.tr("Campaigns and accounts"))

    # --- the face that all views have ---

    @property
    def day(self) -> date:
        """The day the person is on."""
        return self._day

    @property
    def by(self) -> By:
        """What a lane stands for."""
        return self._by

    @property
    def lane(self) -> int:
        """The lane the person is on, from above."""
        return max(0, self.currentIndex().row())

    @property
    def lifted_from(self) -> int | None:
        """The campaign or the account of the lane from which a drag under way was taken."""
        return self._lifted_from

    def show_plan(self, plan: Plan, look: PlanLook) -> None:
        """Arrange a plan."""
        before, self._look = self._look, look
        same_look = before is not None and replace(look, now=before.now) == before
        if plan == self._plan and same_look:
            if before is not None and before.now != look.now:
                self.viewport().update()  # the line of now may have moved, nothing else
            return
        was, self._plan = self._plan, indexed(plan)
        self._scenes.clear()
        if was is None or not same_look or not self._shows_same(was, self._plan, look):
            self._arrange()
        else:
            self._scenes[self._scene_key(self._start)] = self.scene
            self.model_of_lanes.plan = self._plan
        self.idle.begin()

    def go_to(self, day: date) -> None:
        """Show a day, in the weeks from its Monday on."""
        self._stand(day, monday_of(within_years(day)))

    def span(self) -> tuple[date, date]:
        """Return the local days that are shown, the end exclusive."""
        return self._start, self._start + DAY * 7 * self.weeks

    def turn(self, steps: int) -> None:
        """Page by as many weeks as are shown, onto the same day of the week."""
        start, end = self.span()
        self.go_to(start + (end - start) * steps + DAY * self._day.weekday())

    def keys(self) -> tuple[ItemKey, ...]:
        """Return every item of the span, also those that are only counted."""
        if self._plan is None:
            return ()
        return tuple(item.key for item in items_within(self._plan, *self.span()))

    def selected(self) -> tuple[ItemKey, ...]:
        """Return the selected items, as they were chosen."""
        return self._selected

    def select(self, keys: Sequence[ItemKey]) -> None:
        """Select items, and show the first one of them."""
        self._choose(keys)
        if self._selected:
            self._show_item(self._selected[0])

    # --- lanes and weeks ---

    @property
    def weeks(self) -> int:
        """How many weeks are shown."""
        return self._weeks

    @Slot(str)
    def show_by(self, by: str) -> None:
        """Make one lane for each "campaign" or for each "account"."""
        self._by = By(by)
        self.corner.by.choose(by)
        self._arrange()

    def zoom_to(self, weeks: int) -> None:
        """Show from 2 to 13 weeks, whatever the width."""
        before = self.span()
        self._weeks = self._wished_weeks = min(max(weeks, LEAST_WEEKS), MOST_WEEKS)
        start, end = self.span()
        if not start <= self._day < end:
            self._start = monday_of(self._day)
        self._arrange()
        if self.span() != before:
            self.moved.emit()

    def knows(self, start: date) -> bool:
        """Tell whether the weeks from a Monday on are placed already."""
        return self._scene_key(start) in self._scenes

    # --- Qt ---

    def currentChanged(self, current: Index, previous: Index, /) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        if not self._steering and current.isValid():
            self._stand(self.model_of_lanes.day(current), self._start)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        before = self.span()
        super().resizeEvent(event)
        self._arrange()
        if self.span() != before:
            self.moved.emit()

    # --- for the hands ---

    def _stand(self, day: date, start: date, lane: int | None = None) -> None:
        """Put the person on a day and a lane; scroll the weeks where they do not show it."""
        before = (self._day, self._start)
        self._day, self._start = within_years(day), start
        self._scroll_weeks()
        if self._start != before[1] or not self.scene.lanes:
            self._arrange()
        self._set_cursor(self.lane if lane is None else lane)
        if (self._day, self._start) != before:
            self.moved.emit()

    def _choose(self, keys: Sequence[ItemKey]) -> None:
        known = set(self.keys())
        wanted = tuple(dict.fromkeys(key for key in keys if key in known))
        self.model_of_lanes.active = wanted[-1] if wanted else None
        if wanted == self._selected:
            return
        self._selected = wanted
        self.viewport().update()
        self.chosen.emit()

    def _show_item(self, key: ItemKey, lane: int | None = None) -> None:
        """Stand on an item, in a lane that holds it."""
        found = self.scene.lane_of(key) if lane is None else lane
        if found is None:
            return
        item = next(item for item in self.scene.lanes[found].items if item.key == key)
        day = min(max(self._day, item.first, self._start), item.last)
        self._stand(day, self._start, found)

    # --- inside ---

    def _room(self) -> int:
        return self.viewport().width() if self.isVisible() else max(self.width() - LANE_HEAD, 1)

    def _arrange(self) -> None:
        """Place everything anew."""
        self._weeks = self._wished_weeks or weeks_for(self._room())
        self.painting.with_glyphs = self._by is By.CAMPAIGN
        scene = self._scene_of(self._start)
        lane, self._steering = self.lane, True
        self.model_of_lanes.show_scene(scene, self._by, self._plan, self._look)
        self.share_room(scene)
        self._set_cursor(lane)
        self._steering = False
        self._choose(self._selected)
        self.corner.raise_()
        self.idle.begin()

    def _scene_key(self, start: date) -> tuple[object, ...]:
        return start, self.weeks, self._by, self._room()

    def _scene_of(self, start: date) -> Scene:
        """Place what some weeks hold, or give it again."""
        key = self._scene_key(start)
        if key not in self._scenes:
            if len(self._scenes) >= _MOST_SCENES:
                self._scenes.clear()
            plan, look = self._plan, self._look
            days = Days.over(start, self.weeks * 7, max(self._room(), self.weeks * 7))
            end = start + DAY * 7 * self.weeks
            lanes = (
                lanes_of(plan, start, end, look, self._by) if plan is not None and look is not None else ()
            )
            self._scenes[key] = Scene.of(lanes, days, self.painting.wish(days))
        return self._scenes[key]

    def _shows_same(self, before: Plan, plan: Plan, look: PlanLook) -> bool:
        """Tell whether another plan holds the same on the days that are shown."""
        if before.zone != plan.zone or _said(before, *self.span()) != _said(plan, *self.span()):
            return False
        return lanes_of(plan, *self.span(), look, self._by) == self.scene.lanes

    def _get_ready(self) -> bool:
        """Place, or draw a piece of, the weeks after or before; tell whether there may be more to do."""
        plan, look, width = self._plan, self._look, DAY * 7 * self.weeks
        if plan is None or look is None or not self.isVisible():
            return False
        for start in (self._start + width, self._start - width):
            if start < plan.start or start + width > plan.end:
                continue
            ready = self.knows(start)
            scene = self._scene_of(start)
            if not ready:
                return True
            for lane in range(len(scene.lanes)):
                size = QSize(self.viewport().width(), scene.height(lane))
                if self._layers.get_ready(self._to_draw(scene, lane, plan, look, size)):
                    return True
        return False

    def _set_cursor(self, lane: int) -> None:
        if not self.scene.lanes:
            return
        lane = min(max(lane, 0), len(self.scene.lanes) - 1)
        index = self.model_of_lanes.index(lane, self.scene.days.place(self._day))
        steering, self._steering = self._steering, True
        self.setCurrentIndex(index)
        self._steering = steering

    def _scroll_weeks(self) -> None:
        """Begin with another Monday when the day lies outside of what is shown."""
        start, end = self.span()
        if self._day < start:
            self._start = monday_of(self._day)
        elif self._day >= end:
            self._start = monday_of(self._day) - DAY * 7 * (self.weeks - 1)


def _said(plan: Plan, start: date, end: date) -> tuple[object, ...]:
    """Return what the time line says of its days."""
    off = tuple(each for each in plan.days_off if each.first < end and each.last >= start)
    return off, tuple(each for each in plan.health_days if each.start < end and each.end >= start)
