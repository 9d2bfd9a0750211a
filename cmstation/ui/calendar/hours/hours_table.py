"""The days that the hours show: going to them, paging, and which of their items are chosen."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time, timedelta

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Signal

from cmstation.domain.calendar import ItemKey, Plan
from cmstation.domain.planned_time import PlannedTime
from cmstation.ui.calendar.agenda.agenda import within_years
from cmstation.ui.calendar.choosing import Choice
from cmstation.ui.calendar.hours.hours import FreeSlot
from cmstation.ui.calendar.hours.hours_grid import HoursGrid
from cmstation.ui.calendar.look import PlanLook

_DAY = timedelta(days=1)
_Select = QItemSelectionModel.SelectionFlag


class HoursTable(HoursGrid):
    """Hours of a week or of a day, where a person stands and what they have chosen.

    Signals:
        moved: the day or the span changed.
        chosen: other items are selected.
    """

    moved = Signal()
    chosen = Signal()

    # --- the face that all views have ---

    def show_plan(self, plan: Plan, look: PlanLook) -> None:
        """Arrange a plan; only the present hour moves when nothing else changed."""
        before = self._look
        if before is not None and plan == self._plan and look == replace(before, now=look.now):
            self._look = look
            self._move_now(before, look)
            return
        if before is None or plan.zone != self._plan.zone or look != replace(before, now=look.now):
            self.painting.forget()
        self._plan, self._look = plan, look
        self.arrange()

    def slots(self) -> tuple[FreeSlot, ...]:
        """Return the free hours that are shown."""
        return self.free

    def show_slots(self, slots: Sequence[tuple[PlannedTime, str]]) -> None:
        """Show which hours of the queue are free, and for which accounts in words."""
        wanted = tuple(FreeSlot(at, names) for at, names in slots)
        if wanted != self.free:
            self.free = wanted
            self.arrange()

    def go_to(self, day: date) -> None:
        """Show a day."""
        self.stand_on(day, self._wall)

    def turn(self, steps: int) -> None:
        """Page by weeks or days."""
        self.go_to(self._day + steps * self.count * _DAY)

    def keys(self) -> tuple[ItemKey, ...]:
        """Return every item of the span, also those that are only counted."""
        return tuple(item.key for item in self.model_of_items.items)

    def selected(self) -> tuple[ItemKey, ...]:
        """Return the selected items, as they were chosen."""
        return self._choice.keys

    # --- the person's place ---

    @property
    def wall(self) -> time:
        """The hour the person is on; `fold` is 1 for the second of two equal ones."""
        return self._wall

    def stand_on(self, day: date, wall: time) -> None:
        """Put the person on an hour of a day."""
        before, self._day = (self._day, self.span()), within_years(day)
        if self.span() != before[1]:
            self.arrange()
        axis = self.places.hours.axis
        # Only one of the days may have the second of two equal hours.
        self._wall = axis.wall_at(self._day, axis.place(wall))
        self.viewport().update()
        if self._day != before[0]:
            self.moved.emit()

    def choose(self, choice: Choice) -> None:
        """Choose other items."""
        if choice == self._choice:
            return
        before, self._choice = self._choice, choice
        self._tell_choice()
        self.viewport().update()
        if before.keys != choice.keys:
            self.chosen.emit()

    # --- inside ---

    def _keep_choice(self) -> None:
        """Drop what is no longer shown."""
        before = self._choice
        self._choice = before.among(frozenset(self.keys()))
        self._tell_choice()
        if before.keys != self._choice.keys:
            self.chosen.emit()

    def _tell_choice(self) -> None:
        """Tell Qt, and through it those who do not see, what is selected."""
        model, selection = self.model_of_items, QItemSelection()
        for key in self._choice.keys:
            index = model.index_of(key)
            selection.select(index, index)
        self.selectionModel().select(selection, _Select.ClearAndSelect)
        current = self._choice.current
        if current is None:
            self.selectionModel().clearCurrentIndex()
        else:
            self.selectionModel().setCurrentIndex(model.index_of(current), _Select.NoUpdate)

    def _move_now(self, before: PlanLook, now: PlanLook) -> None:
        for look in (before, now):
            for rect in self.painting.now_places(self.places, self._showing(look)):
                self.viewport().update(rect.translated(self.shift()).adjusted(-1, -1, 1, 1))
