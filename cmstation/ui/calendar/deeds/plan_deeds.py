"""What the hands do in the calendar: each wish of a view becomes a command that can be undone."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from cmstation.domain.calendar import CalendarItem, ItemKey, ItemKind, Moved
from cmstation.domain.calendar_errors import HourHasPassed
from cmstation.domain.errors import PublishedIsImmutable
from cmstation.domain.planned_time import HourDoesNotExist, PlannedTime, at_instant
from cmstation.ui.calendar.deeds.hour_asking import HourAsking
from cmstation.ui.calendar.deeds.landing_time import days_between, hour_at
from cmstation.ui.calendar.deeds.lane_deeds import LaneDeeds
from cmstation.ui.calendar.deeds.plan_copies import NOTICE, PlanCopies
from cmstation.ui.calendar.deeds.refusals import refusal_notice
from cmstation.ui.calendar.deeds.side_list_deeds import SideListDeeds
from cmstation.ui.calendar.item_words import title_words
from cmstation.ui.calendar.look import Grip, Landing
from cmstation.ui.dates import full_day_words, long_words

if TYPE_CHECKING:
    from cmstation.services.station import Station
    from cmstation.ui.calendar.tab import CalendarTab
    from cmstation.ui.commands import Commands


class PlanDeeds(QObject):
    """Moves; what copies, takes away, places or changes lanes is beside it.

    Signals:
        landed: the keys that items have after a move, to be selected.
    """

    landed = Signal(object)

    def __init__(self, tab: "CalendarTab", station: "Station", commands: "Commands") -> None:
        super().__init__(tab)
        self._tab = tab
        self._station = station
        self._commands = commands
        self._hours = HourAsking(tab, station)
        self.copies = PlanCopies(tab, station, commands)
        self.side_list = SideListDeeds(tab, station, commands, self._hours)
        self._lanes = LaneDeeds(tab, station, commands)
        self.copies.landed.connect(self.landed)
        self.side_list.landed.connect(self._tell)
        self._lanes.landed.connect(self._tell)

    # --- the pointer ---

    @Slot(object, object)
    def drop(self, grip: Grip, landing: Landing) -> None:
        """Put down what a drag held."""
        if grip.post is not None:
            self.side_list.place(grip.post, landing)
            return
        items = self._tab.items(grip.keys)
        if not items:
            return
        days = days_between(grip.day, items[0], landing)
        if self._lanes.changes_lane(items, landing):
            self._lanes.drop(items, landing, days, copies=grip.copies)
        elif grip.copies:
            self.copies.copy(grip.keys, days, landing.wall if len(items) == 1 else None)
        elif len(items) == 1 and landing.wall is not None and not items[0].whole_day:
            self._move_one(items[0], landing)
        elif days:
            self.shift(grip.keys, days)

    @Slot(object, object)
    def resize(self, key: ItemKey, end: date | datetime) -> None:
        """Give an event another end."""
        events, zone = self._station.events, self._zone
        self._commands.run(
            lambda: events.resize(key, end, zone=zone),
            undo_text=self.tr("Event made longer or shorter"),
            owner=self,
        )

    # --- moving ---

    def shift(self, keys: Sequence[ItemKey], days: int) -> None:
        """Move items by whole days; each keeps its hour, and what cannot move is named."""
        items = self._tab.items(keys)
        by = timedelta(days=days)
        if not items or not self._ahead([(item, item.start + by) for item in items if item.movable]):
            return
        wanted = tuple(item.key for item in items)
        self._commands.run(
            lambda: self._station.hands.shift(wanted, days=days),
            done=self._tell,
            failed=self._asks_hour(items[0]),
            undo_text=self._moved_words(items, by),
            owner=self,
        )

    def ask_move(self, keys: Sequence[ItemKey]) -> None:
        """Ask where items should go: the day and the hour of one, the day alone of several."""
        items = self._tab.items(keys)
        movable = [item for item in items if item.movable]
        if not movable:
            if items:
                self._commands.tell_error(PublishedIsImmutable(key=items[0].key))
            return
        first = movable[0]
        proposed = at_instant(first.start, first.planned_zone or self._zone)
        reason = ""
        if len(items) > 1:
            reason = self.tr("Choose a day: each item keeps its hour and its distance from the first one.")
        elif first.whole_day:
            reason = self.tr("It lasts whole days: only the day counts.")

        def go(to: PlannedTime) -> None:
            if len(items) > 1 or first.whole_day:
                self.shift([item.key for item in items], (to.wall.date() - first.first).days)
            else:
                self.move(first, to)

        self._hours.ask(proposed, go, title=self.tr("Move to…"), reason=reason)

    def move(self, item: CalendarItem, to: PlannedTime) -> None:
        """Give an item another hour."""
        if to.instant == item.start or not self._ahead([(item, to.instant)]):
            return
        when = long_words(to.instant, self._zone, self._station.clock.now())
        self._commands.run(
            lambda: self._station.hands.move(item.key, to),
            done=lambda key: self.landed.emit((key,)),
            failed=self._asks_hour(item),
            undo_text=self.tr("“{title}” moved to {day}").format(title=title_words(item), day=when),
            owner=self,
        )

    # --- inside ---

    @property
    def _zone(self) -> str:
        return self._station.preferences.zone()

    def _move_one(self, item: CalendarItem, landing: Landing) -> None:
        try:
            to = hour_at(landing, item, self._zone)
        except HourDoesNotExist as problem:
            self._hours.instead_of_skipped(problem, lambda chosen: self.move(item, chosen))
            return
        self.move(item, to)

    def _ahead(self, wishes: Sequence[tuple[CalendarItem, datetime]]) -> bool:
        """Tell whether posts would still lie ahead; say so when not: nobody plans the past on purpose."""
        now = self._station.clock.now()
        passed = [at for item, at in wishes if item.key.kind is not ItemKind.EVENT and at <= now]
        if passed:
            self._commands.tell_error(HourHasPassed(due=passed[0], now=now))
        return not passed

    def _moved_words(self, items: Sequence[CalendarItem], by: timedelta) -> str:
        if len(items) > 1:
            return self.tr("%n item(s) moved", "", sum(item.movable for item in items))
        day = full_day_words(items[0].first + by, with_year=False)
        return self.tr("“{title}” moved to {day}").format(title=title_words(items[0]), day=day)

    @Slot(object)
    def _tell(self, moved: Moved) -> None:
        """Name what stayed, and let what moved be selected."""
        if moved.refused:
            self._commands.noticed.emit(refusal_notice(moved, self._tab.item, f"{NOTICE}-refused"))
        self.landed.emit(moved.moved)

    def _asks_hour(self, item: CalendarItem) -> Callable[[Exception], bool]:
        def failed(problem: Exception) -> bool:
            if not isinstance(problem, HourDoesNotExist):
                return False
            self._hours.instead_of_skipped(problem, lambda chosen: self.move(item, chosen))
            return True

        return failed
