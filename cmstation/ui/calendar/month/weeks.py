"""How the items of a week share its days: bars across several days, and what stands on one day. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from cmstation.domain.calendar import CalendarItem, ItemKey, Plan
from cmstation.ui.calendar.indexed_plan import items_within
from cmstation.ui.calendar.months import WEEK


@dataclass(frozen=True, slots=True)
class Bar:
    """An item over several days of one week.

    Args:
        first, last: columns, 0 for Monday, both included.
        lane: how many bars lie above it, room for them being kept on each of its days.
        before, after: whether it goes on in the week before or in the next one.
    """

    item: CalendarItem
    first: int
    last: int
    lane: int
    before: bool
    after: bool

    def covers(self, column: int) -> bool:
        """Tell whether the bar lies over a day."""
        return self.first <= column <= self.last


@dataclass(frozen=True, slots=True)
class Week:
    """Seven days from a Monday.

    Args:
        bars: in the order of their lanes.
        singles: for each day what touches that day alone, whole days first, then by hour.
    """

    monday: date
    bars: tuple[Bar, ...]
    singles: tuple[tuple[CalendarItem, ...], ...]

    def lanes(self, column: int) -> tuple[int, ...]:
        """Return the lanes that bars take on a day, ascending."""
        return tuple(sorted(bar.lane for bar in self.bars if bar.covers(column)))


def week_of(monday: date, items: Iterable[CalendarItem]) -> Week:
    """Arrange the items that touch a week."""
    end = monday + timedelta(days=WEEK)
    touching = sorted((item for item in items if item.first < end and monday <= item.last), key=day_order)
    singles: list[list[CalendarItem]] = [[] for _ in range(WEEK)]
    for item in touching:
        if item.days == 1:
            singles[(item.first - monday).days].append(item)
    long = sorted((item for item in touching if item.days > 1), key=_longest_first)
    return Week(monday, tuple(_laned(monday, long)), tuple(tuple(day) for day in singles))


def weeks_of(mondays: Sequence[date], plan: Plan) -> tuple[Week, ...]:
    """Arrange a plan in weeks."""
    found: dict[date, list[CalendarItem]] = {monday: [] for monday in mondays}
    for item in items_within(plan, mondays[0], mondays[-1] + timedelta(days=WEEK)):
        monday = max(item.first - timedelta(days=item.first.weekday()), mondays[0])
        while monday <= item.last and monday in found:
            found[monday].append(item)
            monday += timedelta(days=WEEK)
    return tuple(week_of(monday, items) for monday, items in found.items())


def items_by_day(weeks: Iterable[Week]) -> Mapping[date, tuple[CalendarItem, ...]]:
    """List the items of each day of some weeks; one of several days stands on each of them."""
    found: dict[date, tuple[CalendarItem, ...]] = {}
    for week in weeks:
        bars = sorted((bar for bar in week.bars), key=lambda bar: day_order(bar.item))
        for column, singles in enumerate(week.singles):
            items = (*(bar.item for bar in bars if bar.covers(column)), *singles)
            if items:
                found[week.monday + timedelta(days=column)] = items
    return found


def day_order(item: CalendarItem) -> tuple[bool, bool, datetime, ItemKey]:
    """Return by what the items of one day are sorted: several days first, whole days, then the hour."""
    return item.days == 1, not item.whole_day, item.start, item.key


def walk_of(weeks: Iterable[Week]) -> tuple[tuple[date, CalendarItem], ...]:
    """Return each item once with the first of its days that is shown, in the order in which one reads."""
    found: list[tuple[date, CalendarItem]] = []
    for place, week in enumerate(weeks):
        for column in range(WEEK):
            day = week.monday + timedelta(days=column)
            begun = (bar.item for bar in week.bars if bar.first == column and (place == 0 or not bar.before))
            found.extend((day, item) for item in sorted(begun, key=day_order))
            found.extend((day, item) for item in week.singles[column])
    return tuple(found)


def _laned(monday: date, items: Iterable[CalendarItem]) -> list[Bar]:
    bars: list[Bar] = []
    ends: list[int] = []  # the last column that each lane has filled
    for item in items:
        first, last = max(0, (item.first - monday).days), min(WEEK - 1, (item.last - monday).days)
        lane = next((place for place, end in enumerate(ends) if end < first), len(ends))
        if lane == len(ends):
            ends.append(last)
        ends[lane] = last
        goes_on = item.last > monday + timedelta(days=WEEK - 1)
        bars.append(Bar(item, first, last, lane, item.first < monday, goes_on))
    return sorted(bars, key=lambda bar: (bar.lane, bar.first))


def _longest_first(item: CalendarItem) -> tuple[date, int, datetime, ItemKey]:
    return item.first, -item.days, item.start, item.key
