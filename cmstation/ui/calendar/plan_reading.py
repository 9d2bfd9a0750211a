"""Asks the services for the plan, wider than what is shown, so that paging finds its days there."""

from bisect import bisect_left
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from cmstation.domain.calendar import EVERYTHING, CalendarItem, ItemKey, Plan, PlanFilter
from cmstation.domain.drafts import Draft, DraftFilter, DraftRow, PostState
from cmstation.domain.labels import Campaign
from cmstation.domain.labels import Theme as EditorialLine
from cmstation.ui.calendar.indexed_plan import IndexedPlan, indexed
from cmstation.ui.calendar.sentence import Sentence
from cmstation.ui.calendar.warning_words import to_confirm_words, warning_words

if TYPE_CHECKING:
    from cmstation.services.station import Station
    from cmstation.ui.commands import Commands

_EVERY_STATE = frozenset(PostState)
_UNWRITTEN = frozenset({PostState.IDEA, PostState.DRAFT, PostState.IN_REVIEW, PostState.APPROVED})
_AT_LEAST = timedelta(days=31)
# Warnings do not keep the next page waiting.
_BEHIND = "calendar-warnings"


@dataclass(frozen=True, slots=True)
class Beside:
    """What is read beside the plan.

    Args:
        undated: posts that wait for a day.
        things: how many posts and events there are at all.
    """

    undated: tuple[DraftRow, ...] = ()
    lines: Mapping[int, EditorialLine] = field(default_factory=lambda: MappingProxyType({}))
    campaigns: Mapping[int, Campaign] = field(default_factory=lambda: MappingProxyType({}))
    accounts: Mapping[int, str] = field(default_factory=lambda: MappingProxyType({}))
    things: int = 0


class PlanReading(QObject):
    """Reads in the background and keeps the last answer.

    Signals:
        read: another plan is known.
        read_beside: a `Beside`.
        warned: other warnings are known; they come after the plan, which does not wait for them.
    """

    read = Signal()
    read_beside = Signal(object)
    warned = Signal()

    def __init__(self, station: "Station", commands: "Commands", parent: QObject) -> None:
        super().__init__(parent)
        self._station = station
        self._commands = commands
        self._sentences: tuple[Sentence, ...] = ()
        # What a drag or a copy holds may have been paged away.
        self._known: dict[ItemKey, CalendarItem] = {}
        self._known_age = 0
        self._asked: tuple[date, date] | None = None
        # Counts what may have changed, so that warnings are looked for once for the same days.
        self._age = 0
        self._warned: tuple[int, date, date] | None = None
        self.wanted = EVERYTHING
        self.plan: IndexedPlan | None = None

    def ask(self, span: tuple[date, date], *, again: bool = False) -> None:
        """Read the plan around some days, unless the pages before and after are known or asked for, too.

        Args:
            again: whatever is known may be out of date.
        """
        if again:
            self._age += 1
        width = max(span[1] - span[0], _AT_LEAST)
        beside = _reach(span[0], -width), _reach(span[1], width)
        if self._asked is None:
            self._read(*beside)  # the first sight waits for it
        elif again or not _within(beside, self._asked):
            self._read(_reach(beside[0], -width), _reach(beside[1], width))

    def choose(self, wanted: PlanFilter) -> None:
        """Read the same days again, as a filter wants them; warnings stay those of everything."""
        self.wanted = wanted
        if self._asked is not None:
            self._read(*self._asked)

    def item(self, key: ItemKey) -> CalendarItem | None:
        """Return an item that was read since the last change, shown or not."""
        return self._known.get(key)

    def covers(self, day: date) -> bool:
        """Tell whether a day is in the plan that is known."""
        return self.plan is not None and self.plan.start <= day < self.plan.end

    def ask_beside(self) -> None:
        """Read the posts without a day, and what identities mean."""
        station = self._station

        def read() -> Beside:
            rows = station.drafts.rows(DraftFilter(states=_UNWRITTEN))
            posts = station.drafts.count(DraftFilter(states=_EVERY_STATE))
            return Beside(
                tuple(row for row in rows if row.when is None),
                {line.id: line for line in station.labels.themes()},
                {campaign.id: campaign for campaign in station.labels.campaigns()},
                {account.id: account.name for account in station.accounts.all()},
                posts + station.events.count(),
            )

        self._commands.ask(read, self.read_beside.emit, owner=self, replaces="calendar-beside")

    def ask_post(self, post: int, answer: Callable[[Draft], None]) -> None:
        """Read one post."""
        drafts = self._station.drafts
        self._commands.ask(lambda: drafts.open(post), answer, owner=self)

    def warnings_of(self, start: date, end: date) -> tuple[Sentence, ...]:
        """Return the warnings of some days in words."""
        first, last = (bisect_left(self._sentences, day, key=_day) for day in (start, end))
        return self._sentences[first:last]

    # --- inside ---

    def _read(self, start: date, end: date) -> None:
        self._asked = (start, end)
        calendar, wanted, before = self._station.calendar, self.wanted, self.plan
        self._commands.ask(
            # What the views look for is sorted here, too, beside the window.
            lambda: indexed(calendar.plan(start, end, wanted), before),
            self._keep,
            owner=self,
            replaces="calendar-plan",
        )

    def _keep(self, plan: IndexedPlan) -> None:
        filtered = self.wanted != EVERYTHING
        self.plan = plan
        if self._known_age != self._age:
            self._known_age = self._age
            self._known.clear()
        self._known.update(plan.known)
        self.read.emit()
        if self._warned != (self._age, plan.start, plan.end):
            self._ask_warnings(plan.start, plan.end, None if filtered else plan)

    def _ask_warnings(self, start: date, end: date, known: Plan | None) -> None:
        """Look for warnings once the plan is shown.

        Args:
            known: the plan of everything; None while a filter hides some of it.
        """
        calendar, rhythm = self._station.calendar, self._station.rhythm
        health_days, days_off = self._station.health_days, self._station.days_off
        asked = (self._age, start, end)

        def work() -> tuple[Sentence, ...]:
            whole = indexed(known if known is not None else calendar.plan(start, end))
            found = [
                Sentence(warning.day, warning_words(warning, whole.known), warning.items)
                for warning in rhythm.warnings(whole)
            ]
            asked = health_days.to_ask_between(start, end, days_off.region().country)
            found += [Sentence(day.start, to_confirm_words(day)) for day in asked]
            return tuple(sorted(found, key=_day))

        def keep(sentences: tuple[Sentence, ...]) -> None:
            self._sentences, self._warned = sentences, asked
            self.warned.emit()

        self._commands.ask(work, keep, owner=self, lane=_BEHIND, replaces="calendar-warnings")


def _day(sentence: Sentence) -> date:
    return sentence.day


def _within(span: tuple[date, date], known: tuple[date, date]) -> bool:
    return known[0] <= span[0] and span[1] <= known[1]


def _reach(day: date, by: timedelta) -> date:
    try:
        return day + by
    except OverflowError:
        return day
