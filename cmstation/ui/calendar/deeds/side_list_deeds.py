"""Gives posts of the side list their hour."""

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from cmstation.domain.calendar import Moved
from cmstation.domain.calendar_errors import HourHasPassed
from cmstation.domain.planned_time import HourDoesNotExist, PlannedTime
from cmstation.ui.calendar.deeds.hour_asking import HourAsking
from cmstation.ui.calendar.deeds.landing_time import hour_at
from cmstation.ui.calendar.deeds.one_deed import all_of
from cmstation.ui.calendar.deeds.plan_copies import NOTICE
from cmstation.ui.calendar.look import Landing
from cmstation.ui.dates import long_words
from cmstation.ui.notices import Notice

if TYPE_CHECKING:
    from cmstation.domain.calendar import ItemKey
    from cmstation.services.done import Done
    from cmstation.services.station import Station
    from cmstation.ui.calendar.tab import CalendarTab
    from cmstation.ui.commands import Commands


class SideListDeeds(QObject):
    """Places posts where they are dropped, or where a dialog says.

    Signals:
        landed: the item that a post became (`Moved`).
    """

    landed = Signal(object)

    def __init__(
        self, tab: "CalendarTab", station: "Station", commands: "Commands", hours: HourAsking
    ) -> None:
        super().__init__(tab)
        self._tab = tab
        self._station = station
        self._commands = commands
        self._hours = hours

    def place(self, post: int, landing: Landing) -> None:
        """Give a post its hour where it was dropped; in a campaign's lane, the campaign too."""
        try:
            at = hour_at(landing, None, self._zone)
        except HourDoesNotExist as problem:
            self._hours.instead_of_skipped(problem, lambda chosen: self._place(post, chosen, landing))
            return
        if landing.wall is None and landing.day == self._tab.today() and at.instant <= self._now:
            self.ask(post, landing.day, landing)
        else:
            self._place(post, at, landing)

    def ask(self, post: int, day: date, landing: Landing | None = None) -> None:
        """Ask for the hour of a post, on a day unless it has passed."""
        try:
            proposed = hour_at(Landing(day), None, self._zone)
        except HourDoesNotExist:
            proposed = None
        if proposed is not None and proposed.instant <= self._now:
            proposed = None
        self._hours.ask(proposed, lambda at: self._place(post, at, landing or Landing(day)))

    # --- inside ---

    @property
    def _zone(self) -> str:
        return self._station.preferences.zone()

    @property
    def _now(self) -> datetime:
        return self._station.clock.now()

    def _place(self, post: int, at: PlannedTime, landing: Landing) -> None:
        now, hands = self._now, self._station.hands
        if at.instant <= now:
            self._commands.tell_error(HourHasPassed(due=at.instant, now=now))
            return

        def work() -> "Done[ItemKey]":
            placed = hands.place(post, at)
            if landing.campaign is None:
                return placed
            campaign = landing.campaign or None
            both = all_of([lambda: placed, lambda: hands.give_campaign((post,), campaign)])
            return replace(both, value=placed.value)

        self._commands.run(
            work,
            done=lambda key: self._placed(key, landing.account),
            undo_text=self.tr("Post placed on {day}").format(day=long_words(at.instant, self._zone, now)),
            owner=self,
        )

    def _placed(self, key: "ItemKey", lane: int | None) -> None:
        self.landed.emit(Moved((key,)))
        waiting = self._tab.beside.undated
        accounts = next((row.accounts for row in waiting if row.id == key.identity), ())
        if lane is not None and lane not in accounts:
            words = self.tr("This post is not written for {account} yet: open it to add the account.")
            name = self._tab.account_names.get(lane, "")
            self._commands.noticed.emit(Notice(words.format(account=name), key=NOTICE))
