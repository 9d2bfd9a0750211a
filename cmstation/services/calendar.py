"""The calendar's one question: what stands between two days."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from typing import TypeAlias

from cmstation.domain.calendar import (
    EVERYTHING,
    CalendarItem,
    DayOff,
    ItemKind,
    Plan,
    PlanFilter,
    order_of,
)
from cmstation.domain.calendar_events import WholeDay, instant_of
from cmstation.domain.folding import folded
from cmstation.domain.health_days import HealthDay
from cmstation.domain.plan_items import PlanItems, occurrences_in, touches, wants
from cmstation.services.preferences import Preferences
from cmstation.storage.events import Events as StoredEvents
from cmstation.storage.plan_rows import PlanTable

HealthDaysBetween: TypeAlias = Callable[[date, date], Sequence[HealthDay]]
DaysOffBetween: TypeAlias = Callable[[date, date], Sequence[DayOff]]

_DAY = timedelta(days=1)


class Calendar:
    """Brings together all that has a day, for every view alike.

    Args:
        health_days, days_off: tell what touches the days from the first to the second, both included.
    """

    def __init__(
        self,
        table: PlanTable,
        events: StoredEvents,
        preferences: Preferences,
        health_days: HealthDaysBetween,
        days_off: DaysOffBetween,
    ) -> None:
        self._table = table
        self._events = events
        self._preferences = preferences
        self._health_days = health_days
        self._days_off = days_off

    def plan(self, start: date, end: date, wanted: PlanFilter = EVERYTHING) -> Plan:
        """Return what stands between two days in the clinic's zone, the second one excluded."""
        zone = self._preferences.zone()
        if start >= end:
            return Plan(start, end, zone)
        found = (
            item
            for item in self._items(start, end, zone, wanted)
            if touches(item, start, end) and wants(wanted, item)
        )
        return Plan(
            start,
            end,
            zone,
            items=tuple(sorted(found, key=order_of)),
            health_days=self._wanted_health_days(start, end, wanted),
            days_off=tuple(self._days_off(start, end - _DAY)) if wanted.days_off else (),
        )

    def _items(self, start: date, end: date, zone: str, wanted: PlanFilter) -> Iterator[CalendarItem]:
        first, last = instant_of(WholeDay(start), zone), instant_of(WholeDay(end), zone)
        kinds = wanted.kinds or frozenset(ItemKind)
        rows = self._table.rows(first, last, posts=ItemKind.POST in kinds, remote=ItemKind.REMOTE in kinds)
        items = PlanItems(zone, rows.accounts)
        for post in rows.posts:
            yield from items.of_post(post)
        for remote in rows.remote:
            yield items.of_remote(remote)
        if ItemKind.EVENT in kinds:
            for event in self._events.touching(first, last):
                for one in occurrences_in(event.content, start, end, zone):
                    yield items.of_event(event, one)

    def _wanted_health_days(self, start: date, end: date, wanted: PlanFilter) -> tuple[HealthDay, ...]:
        if not wanted.health_days:
            return ()
        days = tuple(self._health_days(start, end - _DAY))
        if not wanted.health_themes:
            return days
        themes = set(map(folded, wanted.health_themes))
        return tuple(day for day in days if not themes.isdisjoint(map(folded, day.themes)))
