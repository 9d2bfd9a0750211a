"""What stands above the hours in rows: items of whole days, holidays and health days. Pure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Generic, TypeAlias, TypeVar

from cmstation.domain.calendar import CalendarItem, DayOff, DayOffKind, Plan
from cmstation.domain.health_days import HealthDay

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class ClockTurn:
    """The clocks change on a day, in words."""

    day: date
    words: str


Remark: TypeAlias = DayOff | HealthDay | ClockTurn


@dataclass(frozen=True, slots=True)
class Bar:
    """An item that lasts whole days, above the hours.

    Args:
        first, last: columns, both included.
        begins, ends: whether it does so within what is shown.
    """

    item: CalendarItem
    first: int
    last: int
    row: int
    begins: bool
    ends: bool


@dataclass(frozen=True, slots=True)
class Note:
    """A public holiday or a health day under the heads of its days."""

    remark: Remark
    first: int
    last: int
    row: int


Placed = TypeVar("Placed", Bar, Note)
Counted = TypeVar("Counted", CalendarItem, Remark)


@dataclass(frozen=True, slots=True)
class Strip(Generic[Placed, Counted]):
    """Rows above the hours.

    Args:
        shown: what has a place in them.
        others: by column, what has none; their count stands in the row `others_row`.
        rows: how many rows there are.
    """

    shown: tuple[Placed, ...] = ()
    others: tuple[tuple[int, tuple[Counted, ...]], ...] = ()
    rows: int = 0
    others_row: int = 0


def lasts_days(item: CalendarItem) -> bool:
    """Tell whether an item stands above the hours."""
    return item.whole_day or item.end - item.start >= _DAY


def bars_of(items: Iterable[CalendarItem], days: Sequence[date], most: int) -> Strip[Bar, CalendarItem]:
    """Place the items that last whole days in at most some rows."""
    long = sorted(
        (item for item in items if lasts_days(item)), key=lambda item: (item.first, -item.days, item.key)
    )
    spans = [_columns(item.first, item.last, days) for item in long]
    rows, others = _stacked(spans, most)
    shown = tuple(
        Bar(item, first, last, row, item.first >= days[0], item.last <= days[-1])
        for item, (first, last), row in zip(long, spans, rows, strict=True)
        if row is not None
    )
    counted = tuple((column, tuple(long[place] for place in places)) for column, places in others)
    return Strip(shown, counted, _height(shown, counted, most), most - 1)


def notes_of(plan: Plan, days: Sequence[date], clocks: Mapping[date, str], most: int) -> Strip[Note, Remark]:
    """Place what days are known for in at most some rows.

    What is of one day alone stands first. What lasts longer runs below it, in half of the rows at most;
    what finds no room there is named on its first day.
    """
    remarks = [*_turns(days, clocks), *sorted(_remarks(plan, days), key=_rank)]
    spans = [_columns(*days_of_remark(remark), days) for remark in remarks]
    long = [place for place, remark in enumerate(remarks) if _lasts(remark)]
    rows, _ = _stacked([spans[place] for place in long], len(days) * most)
    below = {place: row for place, row in zip(long, rows, strict=True) if row is not None and row < most // 2}
    single = [place for place in range(len(remarks)) if place not in below]
    room = most - max((row + 1 for row in below.values()), default=0)
    firsts = [(spans[place][0], spans[place][0]) for place in single]
    kept, others = _stacked(firsts, room)
    above = [
        Note(remarks[place], column, column, row)
        for place, (column, _), row in zip(single, firsts, kept, strict=True)
        if row is not None
    ]
    counted = tuple((column, tuple(remarks[single[each]] for each in places)) for column, places in others)
    height = _height(above, counted, room)
    running = [Note(remarks[place], *spans[place], height + row) for place, row in below.items()]
    shown = (*above, *running)
    return Strip(shown, counted, max((note.row + 1 for note in shown), default=height), room - 1)


def school_days(plan: Plan, days: Sequence[date]) -> dict[date, tuple[DayOff, ...]]:
    """Return the school holidays of each day that has some."""
    school = [off for off in plan.days_off if off.kind is DayOffKind.SCHOOL]
    found = {day: tuple(off for off in school if off.first <= day <= off.last) for day in days}
    return {day: holidays for day, holidays in found.items() if holidays}


# --- inside ---


def _columns(first: date, last: date, days: Sequence[date]) -> tuple[int, int]:
    return max((first - days[0]).days, 0), min((last - days[0]).days, len(days) - 1)


def days_of_remark(remark: Remark) -> tuple[date, date]:
    """Return the first and the last day of a remark."""
    if isinstance(remark, ClockTurn):
        return remark.day, remark.day
    return (remark.first, remark.last) if isinstance(remark, DayOff) else (remark.start, remark.end)


def _lasts(remark: Remark) -> bool:
    first, last = days_of_remark(remark)
    return first != last


def _turns(days: Sequence[date], clocks: Mapping[date, str]) -> list[Remark]:
    return [ClockTurn(day, clocks[day]) for day in days if clocks.get(day)]


def _remarks(plan: Plan, days: Sequence[date]) -> Iterator[DayOff | HealthDay]:
    for off in plan.days_off:
        if off.kind is DayOffKind.PUBLIC and off.first <= days[-1] and off.last >= days[0]:
            yield off
    for day in plan.health_days:
        if day.start <= days[-1] and day.end >= days[0]:
            yield day


def _rank(remark: DayOff | HealthDay) -> tuple[int, int, str]:
    """Sort public holidays first, then by length."""
    if isinstance(remark, DayOff):
        return 0, remark.first.toordinal(), remark.name
    return 1 + (remark.end - remark.start).days, remark.start.toordinal(), remark.slug


def _stacked(
    spans: Sequence[tuple[int, int]], most: int
) -> tuple[list[int | None], list[tuple[int, list[int]]]]:
    """Give each span the first row in which it is free; what is below the last row is counted by column."""
    rows: list[int] = []
    taken: list[set[int]] = []
    for first, last in spans:
        columns = set(range(first, last + 1))
        row = next((place for place, used in enumerate(taken) if not used & columns), len(taken))
        if row == len(taken):
            taken.append(set())
        taken[row] |= columns
        rows.append(row)
    beyond = {
        c
        for (first, last), row in zip(spans, rows, strict=True)
        if row >= most
        for c in range(first, last + 1)
    }
    hidden = [
        row >= most or (row == most - 1 and not beyond.isdisjoint(range(first, last + 1)))
        for (first, last), row in zip(spans, rows, strict=True)
    ]
    counted: dict[int, list[int]] = {}
    for place, ((first, last), out) in enumerate(zip(spans, hidden, strict=True)):
        for column in range(first, last + 1) if out else ():
            counted.setdefault(column, []).append(place)
    kept = [None if out else row for row, out in zip(rows, hidden, strict=True)]
    return kept, sorted(counted.items())


def _height(shown: Sequence[Bar | Note], counted: Sequence[object], most: int) -> int:
    return most if counted else max((each.row + 1 for each in shown), default=0)
