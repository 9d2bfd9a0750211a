"""Asks the services for the plan, wider than what is shown, so that paging finds its days there."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from cmstation.domain.calendar import EVERYTHING, ItemKey, Plan
from cmstation.domain.drafts import Draft, DraftFilter, DraftRow, PostState
from cmstation.domain.labels import Campaign
from cmstation.domain.labels import Theme as EditorialLine
from cmstation.ui.calendar.warning_words import warning_words

if TYPE_CHECKING:
    from cmstation.domain.plan_warnings import PlanWarning
    from cmstation.services.station import Station
    from cmstation.ui.commands import Commands

_EVERY_STATE = frozenset(PostState)
_UNWRITTEN = frozenset({PostState.IDEA, PostState.DRAFT, PostState.IN_REVIEW, PostState.APPROVED})
_AT_LEAST = timedelta(days=31)


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
    """

    read = Signal()
    read_beside = Signal(object)

    def __init__(self, station: "Station", commands: "Commands", parent: QObject) -> None:
        super().__init__(parent)
        self._station = station
        self._commands = commands
        self._warnings: tuple[PlanWarning, ...] = ()
        self._asked: tuple[date, date] | None = None
        self.wanted = EVERYTHING
        self.plan: Plan | None = None
        self.stale = False

    def ask(self, span: tuple[date, date], *, again: bool = False) -> None:
        """Read the plan around some days, unless it is known or asked for.

        Args:
            again: whatever is known may be out of date.
        """
        if not again and self._asked is not None and _within(span, self._asked):
            return
        width = max(span[1] - span[0], _AT_LEAST)
        start, end = _reach(span[0], -width), _reach(span[1], width)
        self._asked = (start, end)
        station, wanted = self._station, self.wanted

        def read() -> tuple[Plan, "tuple[PlanWarning, ...]"]:
            plan = station.calendar.plan(start, end, wanted)
            return plan, station.rhythm.warnings(plan)

        self._commands.ask(read, self._keep, owner=self, replaces="calendar-plan")

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

    def warnings_of(self, start: date, end: date) -> list[tuple[str, tuple[ItemKey, ...]]]:
        """Return the warnings of some days in words, with the items they name."""
        zone = self._station.preferences.zone()
        plan = self.plan
        if plan is None:
            return []
        return [
            (warning_words(found, plan, zone), found.items)
            for found in self._warnings
            if start <= found.day < end
        ]

    def _keep(self, found: tuple[Plan, "tuple[PlanWarning, ...]"]) -> None:
        self.plan, self._warnings = found
        self.read.emit()


def _within(span: tuple[date, date], known: tuple[date, date]) -> bool:
    return known[0] <= span[0] and span[1] <= known[1]


def _reach(day: date, by: timedelta) -> date:
    try:
        return day + by
    except OverflowError:
        return day
