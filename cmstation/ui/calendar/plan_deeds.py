"""What the hands do in the calendar: each wish of a view becomes a command that can be undone."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from cmstation.domain.calendar import CalendarItem, ItemKey, ItemKind, Moved
from cmstation.domain.errors import StationError
from cmstation.domain.planned_time import HourDoesNotExist, PlannedTime, at_instant, at_wall_time
from cmstation.ui.calendar.between_accounts import BetweenAccountsDialog
from cmstation.ui.calendar.item_words import title_words
from cmstation.ui.calendar.landing_time import days_between, hour_at
from cmstation.ui.calendar.look import Grip, Landing
from cmstation.ui.calendar.plan_copies import NOTICE, PlanCopies
from cmstation.ui.dates import day_title, full_day_words, long_words
from cmstation.ui.notices import Notice, NoticeKind
from cmstation.ui.when_dialog import WhenDialog

if TYPE_CHECKING:
    from cmstation.services.station import Station
    from cmstation.ui.calendar.tab import CalendarTab
    from cmstation.ui.commands import Commands


class PlanDeeds(QObject):
    """Moves and places; what copies and takes away is beside it.

    Signals:
        landed: the keys that items have after a move, to be selected.
    """

    landed = Signal(object)

    def __init__(self, tab: "CalendarTab", station: "Station", commands: "Commands") -> None:
        super().__init__(tab)
        self._tab = tab
        self._station = station
        self._commands = commands
        self.copies = PlanCopies(tab, station, commands)
        self.copies.landed.connect(self.landed)

    # --- the pointer ---

    @Slot(object, object)
    def drop(self, grip: Grip, landing: Landing) -> None:
        """Put down what a drag held."""
        if grip.post is not None:
            self.place(grip.post, landing)
            return
        items = self._items(grip.keys)
        if not items:
            return
        if landing.account is not None and not self._in_lane(items[0], landing.account):
            self._ask_account(items[0], landing.account)
            return
        days = days_between(grip.day, items[0], landing)
        if grip.copies:
            self.copies.copy(grip.keys, days, landing.wall)
        elif landing.campaign is not None and (items[0].campaign or 0) != landing.campaign:
            self._give_campaign(items, landing.campaign)
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
        """Move items by whole days; each keeps its hour."""
        items = [item for item in self._items(keys) if item.movable]
        if not items or not self._ahead(items, timedelta(days=days)):
            return
        wanted = tuple(item.key for item in items)
        first = items[0].first + timedelta(days=days)
        words = (
            self.tr("“{title}” moved to {day}").format(
                title=title_words(items[0]), day=full_day_words(first, with_year=False)
            )
            if len(items) == 1
            else self.tr("%n item(s) moved", "", len(items))
        )
        self._commands.run(
            lambda: self._station.hands.shift(wanted, days=days),
            done=self._landed,
            failed=self._asks_hour(items[0]),
            undo_text=words,
            owner=self,
        )

    def ask_move(self, keys: Sequence[ItemKey]) -> None:
        """Ask where items should go: by day and hour for the first, the others keep their distance."""
        items = [item for item in self._items(keys) if item.movable]
        if not items:
            if keys:
                self._say(self.tr("What has left cannot be moved."))
            return
        first = items[0]
        now, zone = self._station.clock.now(), first.planned_zone or self._zone
        dialog = WhenDialog(
            self._tab.icons, at_instant(first.start, zone), now, self._zone, parent=self._tab.window()
        )
        dialog.setWindowTitle(self.tr("Move to…"))

        def go(to: PlannedTime) -> None:
            self._move_to(items, to)

        dialog.planned.connect(go)
        dialog.open()

    def move(self, item: CalendarItem, to: PlannedTime) -> None:
        """Give an item another hour."""
        if item.key.kind is not ItemKind.EVENT and to.instant <= self._station.clock.now():
            self._passed()
            return
        when = long_words(to.instant, self._zone, self._station.clock.now())
        self._commands.run(
            lambda: self._station.hands.move(item.key, to),
            done=lambda key: self.landed.emit((key,)),
            undo_text=self.tr("“{title}” moved to {day}").format(title=title_words(item), day=when),
            owner=self,
        )

    # --- from the side list ---

    def place(self, post: int, landing: Landing) -> None:
        """Give a post of the side list its hour."""
        try:
            at = hour_at(landing, None, self._zone)
        except HourDoesNotExist as problem:
            self._ask_hour(problem, lambda chosen: self._place(post, chosen))
            return
        self._place(post, at)

    def ask_place(self, post: int, day: date) -> None:
        """Ask for the hour of a post of the side list."""
        now = self._station.clock.now()
        try:
            proposed = hour_at(Landing(day), None, self._zone)
        except HourDoesNotExist:
            proposed = None
        if proposed is not None and proposed.instant <= now:
            proposed = None
        dialog = WhenDialog(self._tab.icons, proposed, now, self._zone, parent=self._tab.window())

        def put(at: PlannedTime) -> None:
            self._place(post, at)

        dialog.planned.connect(put)
        dialog.open()

    # --- inside ---

    @property
    def _zone(self) -> str:
        return self._station.preferences.zone()

    def _items(self, keys: Sequence[ItemKey]) -> list[CalendarItem]:
        return self._tab.items(keys)

    def _move_one(self, item: CalendarItem, landing: Landing) -> None:
        try:
            to = hour_at(landing, item, self._zone)
        except HourDoesNotExist as problem:
            self._ask_hour(problem, lambda chosen: self.move(item, chosen))
            return
        if to.instant != item.start:
            self.move(item, to)

    def _move_to(self, items: list[CalendarItem], to: PlannedTime) -> None:
        if len(items) == 1:
            self.move(items[0], to)
        else:
            days = (to.wall.date() - items[0].first).days
            self.shift(tuple(item.key for item in items), days)

    def _ahead(self, items: Sequence[CalendarItem], by: timedelta) -> bool:
        """Tell whether posts would still lie ahead; say so when not: nobody plans the past on purpose."""
        now = self._station.clock.now()
        if any(item.key.kind is not ItemKind.EVENT and item.start + by <= now for item in items):
            self._passed()
            return False
        return True

    def _place(self, post: int, at: PlannedTime) -> None:
        if at.instant <= self._station.clock.now():
            self._passed()
            return
        when = long_words(at.instant, self._zone, self._station.clock.now())
        self._commands.run(
            lambda: self._station.hands.place(post, at),
            done=lambda key: self.landed.emit((key,)),
            undo_text=self.tr("Post placed on {day}").format(day=when),
            owner=self,
        )

    def _give_campaign(self, items: list[CalendarItem], campaign: int) -> None:
        posts = [item.key.identity for item in items if item.key.kind is ItemKind.POST]
        if not posts:
            return
        self._commands.run(
            lambda: self._station.hands.give_campaign(posts, campaign or None),
            undo_text=self.tr("Campaign changed"),
            owner=self,
        )

    def _in_lane(self, item: CalendarItem, account: int) -> bool:
        return account in item.accounts or not item.accounts

    def _ask_account(self, item: CalendarItem, account: int) -> None:
        accounts = self._tab.account_names
        dialog = BetweenAccountsDialog(self._tab.icons, item, accounts, account, parent=self._tab.window())

        def exchange(old: int) -> None:
            self._commands.run(
                lambda: self._station.hands.to_account(item.key, old, account),
                done=lambda key: self.landed.emit((key,)),
                undo_text=self.tr("Account exchanged"),
                owner=self,
            )

        dialog.exchanged.connect(exchange)
        dialog.open()

    def _landed(self, moved: Moved) -> None:
        if moved.refused:
            count = len(moved.refused)
            why = next(iter(moved.refused.values()))
            self._commands.tell_error(why)
            if moved.moved:
                self._say(self.tr("%n item(s) stayed where they were.", "", count), NoticeKind.WARNING)
        self.landed.emit(moved.moved)

    def _asks_hour(self, item: CalendarItem) -> Callable[[Exception], bool]:
        def failed(problem: Exception) -> bool:
            if not isinstance(problem, HourDoesNotExist):
                return False
            self._ask_hour(problem, lambda chosen: self.move(item, chosen))
            return True

        return failed

    def _ask_hour(self, problem: StationError, choose: Callable[[PlannedTime], None]) -> None:
        """Offer the hour after the one that the clocks skip."""
        after = problem.facts["next_wall"]
        assert isinstance(after, datetime)  # noqa: S101 (the error's own promise)
        zone = str(problem.facts["zone"])
        dialog = WhenDialog(
            self._tab.icons,
            at_wall_time(after, zone),
            self._station.clock.now(),
            self._zone,
            parent=self._tab.window(),
        )
        wall = problem.facts["wall"]
        assert isinstance(wall, datetime)  # noqa: S101
        dialog.explain(
            self.tr("On {day} the clocks skip {hour}. Choose another hour.").format(
                day=day_title(wall.date(), with_month=True), hour=f"{wall:%H:%M}"
            )
        )
        dialog.planned.connect(choose)
        dialog.open()

    def _passed(self) -> None:
        self._say(self.tr("This hour has passed: nothing was moved."), NoticeKind.WARNING)

    def _say(self, words: str, kind: NoticeKind = NoticeKind.INFO) -> None:
        self._commands.noticed.emit(Notice(words, kind, key=NOTICE))
