"""The agenda: the items of some weeks day by day, and the free days between them as one row. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeAlias

from cmstation.domain.calendar import CalendarItem, DayOff, DayOffKind, Plan
from cmstation.domain.health_days import HealthDay
from cmstation.ui.calendar.indexed_plan import items_within

DAY = timedelta(days=1)
WEEKS_SHOWN = 4
_FIRST, _LAST = date(1900, 1, 1), date(2199, 12, 31)

Remark: TypeAlias = DayOff | HealthDay


@dataclass(frozen=True, slots=True)
class DayHead:
    """The head of a day.

    Args:
        week: its ISO number, on Mondays.
        empty: nothing stands under it; only today has a head all the same.
    """

    day: date
    is_today: bool = False
    week: int | None = None
    remarks: tuple[Remark, ...] = ()
    empty: bool = False


@dataclass(frozen=True, slots=True)
class ItemRow:
    """An item under its first day.

    Args:
        day: the one under which it stands: the first shown one when it began before.
        continues: it began before what is shown.
    """

    day: date
    item: CalendarItem
    continues: bool = False


@dataclass(frozen=True, slots=True)
class FreeDays:
    """Days on which nothing is planned.

    Args:
        first, last: both included.
        weeks: ISO numbers of the Mondays among them.
    """

    first: date
    last: date
    weeks: tuple[int, ...] = ()
    remarks: tuple[Remark, ...] = ()

    def day_of(self, remark: Remark) -> date:
        """Return the day at which something special is said."""
        start = remark.first if isinstance(remark, DayOff) else remark.start
        return max(start, self.first)

    @property
    def count(self) -> int:
        """How many days they are."""
        return (self.last - self.first).days + 1

    def day(self, place: int) -> date:
        """Return one of them, the nearest one for a place beyond."""
        return self.first + DAY * min(max(place, 0), self.count - 1)


Row: TypeAlias = DayHead | ItemRow | FreeDays


def agenda_span(day: date) -> tuple[date, date]:
    """Return the four weeks that begin on a day's Monday, the end exclusive."""
    monday = monday_of(day)
    return monday, monday + DAY * 7 * WEEKS_SHOWN


def monday_of(day: date) -> date:
    """Return the Monday of a day's week."""
    return day - DAY * day.weekday()


def within_years(day: date) -> date:
    """Keep a day where every span around it still is a date."""
    return min(max(day, _FIRST), _LAST)


def days_of(row: Row) -> tuple[date, date]:
    """Return the first and the last day of a row."""
    return (row.first, row.last) if isinstance(row, FreeDays) else (row.day, row.day)


def agenda_rows(plan: Plan, start: date, end: date, today: date) -> tuple[Row, ...]:
    """Arrange the items that touch a span by day.

    Days outside of the plan are left out unless they hold one.
    """
    by_day: dict[date, list[ItemRow]] = {}
    for item in items_within(plan, start, end):
        row = ItemRow(max(item.first, start), item, continues=item.first < start)
        by_day.setdefault(row.day, []).append(row)
    rows: list[Row] = []
    free: list[date] = []
    for day in _days(start, end):
        if day in by_day or day == today:
            rows.extend(_gathered(free, plan, start))
            rows.append(_head(day, plan, start, today, empty=day not in by_day))
            rows.extend(by_day.get(day, ()))  # in the plan's order: what began before comes first
        elif plan.start <= day < plan.end:
            free.append(day)
        else:
            rows.extend(_gathered(free, plan, start))
    rows.extend(_gathered(free, plan, start))
    return tuple(rows)


def remarks_on(plan: Plan, day: date, shown_from: date) -> tuple[Remark, ...]:
    """Return what is special about a day: holidays of the public, of the schools, then health days.

    What lasts is said on its first day, holidays of the schools again on Mondays.
    """
    off = [each for each in plan.days_off if each.first <= day <= each.last]
    public = [each for each in off if each.kind is DayOffKind.PUBLIC]
    school = [
        each
        for each in off
        if each.kind is DayOffKind.SCHOOL and (day.weekday() == 0 or day == max(each.first, shown_from))
    ]
    health = [
        each
        for each in plan.health_days
        if each.start <= day <= each.end and day == max(each.start, shown_from)
    ]
    return (*public, *school, *health)


def _head(day: date, plan: Plan, start: date, today: date, *, empty: bool) -> DayHead:
    week = day.isocalendar().week if day.weekday() == 0 else None
    return DayHead(day, day == today, week, remarks_on(plan, day, start), empty)


def _gathered(free: list[date], plan: Plan, start: date) -> Iterable[FreeDays]:
    """Take the free days that were met as one row, and forget them."""
    if not free:
        return ()
    weeks = tuple(day.isocalendar().week for day in free if day.weekday() == 0)
    remarks = tuple(dict.fromkeys(each for day in free for each in remarks_on(plan, day, start)))
    row = FreeDays(free[0], free[-1], weeks, remarks)
    free.clear()
    return (row,)


def _days(start: date, end: date) -> Iterator[date]:
    return (start + DAY * place for place in range((end - start).days))
