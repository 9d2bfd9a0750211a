"""Items side by side in their hours, longer ones above them, and what a day is known for. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Generic, TypeAlias, TypeVar

from cmstation.domain.calendar import CalendarItem, DayOff, DayOffKind, Plan
from cmstation.domain.health_days import HealthDay
from cmstation.domain.planned_time import PlannedTime
from cmstation.ui.calendar.hours_axis import Axis
from cmstation.ui.dates import local, local_day

CHIP, SLIM = 36, 20
FIRST_HOUR, LAST_HOUR = 7, 20
_DAY = timedelta(days=1)
_TALLEST, _LEAST = 64, 40

Remark: TypeAlias = DayOff | HealthDay


@dataclass(frozen=True, slots=True)
class FreeSlot:
    """An hour of the week that waits for a post.

    Args:
        names: the accounts that wait for it, in words.
    """

    at: PlannedTime
    names: str


@dataclass(frozen=True, slots=True)
class Piece:
    """What an item or a free slot takes of one day.

    Args:
        column: place of the day among those that are shown.
        top, bottom: pixels from the upper end of the axis.
        begins, ends: whether the item does so here, or comes from the day before, or goes on.
        lane: place from the left among those that share the width; `wide` lanes are taken.
        lanes: how many share the width.
        crowded: the right end is left to the count of others.
    """

    what: CalendarItem | FreeSlot
    column: int
    top: float
    bottom: float
    begins: bool = True
    ends: bool = True
    lane: int = 0
    lanes: int = 1
    wide: int = 1
    crowded: bool = False


@dataclass(frozen=True, slots=True)
class Crowd:
    """Items that found no room beside others."""

    column: int
    top: float
    items: tuple[CalendarItem, ...]


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
        others: by column, what has none; their count stands in the last row.
        rows: how many rows there are.
    """

    shown: tuple[Placed, ...] = ()
    others: tuple[tuple[int, tuple[Counted, ...]], ...] = ()
    rows: int = 0


@dataclass(frozen=True, slots=True)
class Arranged:
    """The hours of some days, arranged.

    Args:
        hour: height of an hour in pixels.
        earliest: minute of the axis at which the first item lies.
    """

    axis: Axis
    hour: int
    pieces: tuple[Piece, ...] = ()
    crowds: tuple[Crowd, ...] = ()
    earliest: float | None = None


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
    return Strip(shown, counted, _height(shown, counted, most))


def notes_of(plan: Plan, days: Sequence[date], most: int) -> Strip[Note, Remark]:
    """Place public holidays and health days in at most some rows; what is of one day alone comes first."""
    known = sorted(_remarks(plan, days), key=lambda each: each[0])
    remarks = [remark for *_, remark in known]
    spans = [_columns(*_days_of(remark), days) for remark in remarks]
    rows, others = _stacked(spans, most)
    shown = tuple(
        Note(remark, first, last, row)
        for remark, (first, last), row in zip(remarks, spans, rows, strict=True)
        if row is not None
    )
    counted = tuple((column, tuple(remarks[place] for place in places)) for column, places in others)
    return Strip(shown, counted, _height(shown, counted, most))


def school_days(plan: Plan, days: Sequence[date]) -> dict[date, tuple[DayOff, ...]]:
    """Return the school holidays of each day that has some."""
    school = [off for off in plan.days_off if off.kind is DayOffKind.SCHOOL]
    found = {day: tuple(off for off in school if off.first <= day <= off.last) for day in days}
    return {day: holidays for day, holidays in found.items() if holidays}


def hours_of(
    items: Sequence[CalendarItem],
    axis: Axis,
    height: int,
    most: Sequence[int],
    slots: Sequence[FreeSlot] = (),
) -> Arranged:
    """Place the items that have an hour, and what is free.

    Args:
        height: pixels in which the usual hours should be seen at once.
        most: how many may stand side by side, by column.
    """
    timed = [item for item in items if not lasts_days(item)]
    taken = [
        _minutes(item, axis, day) for item in timed for day in axis.days if item.first <= day <= item.last
    ]
    hour = _hour_height(axis, taken, height)
    pieces: list[Piece] = []
    crowds: list[Crowd] = []
    for column, day in enumerate(axis.days):
        raw = [_piece(item, axis, column, hour) for item in timed if item.first <= day <= item.last]
        free = [_slot(slot, axis, column, hour) for slot in _merged(slots, axis.zone, day)]
        for cluster in _clusters([*raw, *free]):
            placed, crowd = _side_by_side(cluster, most[column])
            pieces.extend(placed)
            crowds.extend(crowd)
    earliest = min((top for top, _ in taken), default=None)
    return Arranged(axis, hour, tuple(pieces), tuple(crowds), earliest)


# --- the hours ---


def _minutes(item: CalendarItem, axis: Axis, day: date) -> tuple[float, float]:
    """Return from which minute of the axis to which one an item lasts on a day."""
    top = axis.minute_of(item.start) if local_day(item.start, axis.zone) == day else 0.0
    if item.is_moment:
        return top, top
    ends = local(item.end, axis.zone)
    return top, axis.minute_of(item.end) if ends.date() == day else float(axis.length)


def _hour_height(axis: Axis, taken: Sequence[tuple[float, float]], height: int) -> int:
    """Share a height out among the usual hours, and those that items reach beyond them."""
    start = min([axis.place(time(FIRST_HOUR)), *(top - top % 60 for top, _ in taken)])
    end = max([axis.place(time(LAST_HOUR)), *(-(-bottom // 60) * 60 for _, bottom in taken)])
    return min(max(int(height * 60 / (end - start)), _LEAST), _TALLEST)


def _piece(item: CalendarItem, axis: Axis, column: int, hour: int) -> Piece:
    day = axis.days[column]
    start, end = _minutes(item, axis, day)
    top, bottom = start * hour / 60, end * hour / 60
    bottom = top + CHIP if item.is_moment else max(bottom, top + SLIM)
    begins = local_day(item.start, axis.zone) == day
    ends = item.is_moment or item.last == day
    return Piece(item, column, top, bottom, begins, ends)


def _slot(slot: FreeSlot, axis: Axis, column: int, hour: int) -> Piece:
    top = axis.minute_of(slot.at.instant) * hour / 60
    return Piece(slot, column, top, top + CHIP)


def _merged(slots: Iterable[FreeSlot], zone: str, day: date) -> list[FreeSlot]:
    """Return the slots of a day; those of one minute become one."""
    found: dict[datetime, FreeSlot] = {}
    for slot in slots:
        if local_day(slot.at.instant, zone) != day:
            continue
        same = found.get(slot.at.instant)
        names = f"{same.names}, {slot.names}" if same is not None else slot.names
        found[slot.at.instant] = FreeSlot(slot.at, names)
    return list(found.values())


def _clusters(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """Gather what overlaps, directly or through others."""
    found: list[list[Piece]] = []
    lowest = float("-inf")
    for piece in sorted(pieces, key=_order):
        if piece.top >= lowest:
            found.append([])
        found[-1].append(piece)
        lowest = max(lowest, piece.bottom)
    return found


def _order(piece: Piece) -> tuple[float, bool, float]:
    # The longer one stands at the left; what is free never takes the place of what is planned.
    return piece.top, isinstance(piece.what, FreeSlot), piece.top - piece.bottom


def _side_by_side(cluster: Sequence[Piece], most: int) -> tuple[list[Piece], list[Crowd]]:
    lanes: list[list[Piece]] = []
    left_out: list[Piece] = []
    items = [piece for piece in cluster if not isinstance(piece.what, FreeSlot)]
    free = [piece for piece in cluster if isinstance(piece.what, FreeSlot)]
    for piece in items:
        lane = next((lane for lane in lanes if _fits(piece, lane)), None)
        if lane is not None:
            lane.append(piece)
        elif len(lanes) < most:
            lanes.append([piece])
        else:
            left_out.append(piece)
    for piece in free:
        lane = next((lane for lane in lanes if _fits(piece, lane)), None)
        if lane is not None:
            lane.append(piece)
        elif len(lanes) < most and not left_out:
            lanes.append([piece])
    crowded = bool(left_out)
    placed = [
        replace(piece, lane=place, lanes=len(lanes), wide=_wide(piece, place, lanes), crowded=crowded)
        for place, lane in enumerate(lanes)
        for piece in lane
    ]
    return sorted(placed, key=_order), _crowds(left_out)


def _fits(piece: Piece, lane: Iterable[Piece]) -> bool:
    return all(piece.top >= other.bottom or piece.bottom <= other.top for other in lane)


def _wide(piece: Piece, place: int, lanes: Sequence[Sequence[Piece]]) -> int:
    """Return how many lanes a piece may take, up to the next one at its right."""
    wide = 1
    while place + wide < len(lanes) and _fits(piece, lanes[place + wide]):
        wide += 1
    return wide


def _crowds(left_out: Sequence[Piece]) -> list[Crowd]:
    """Count what found no room, together where the counts would overlap."""
    found: list[list[Piece]] = []
    for piece in left_out:
        if not found or piece.top >= found[-1][0].top + CHIP:
            found.append([])
        found[-1].append(piece)
    return [
        Crowd(group[0].column, group[0].top, tuple(p.what for p in group if isinstance(p.what, CalendarItem)))
        for group in found
    ]


# --- above the hours ---


def _columns(first: date, last: date, days: Sequence[date]) -> tuple[int, int]:
    return max((first - days[0]).days, 0), min((last - days[0]).days, len(days) - 1)


def _days_of(remark: Remark) -> tuple[date, date]:
    return (remark.first, remark.last) if isinstance(remark, DayOff) else (remark.start, remark.end)


def _remarks(plan: Plan, days: Sequence[date]) -> Iterable[tuple[tuple[int, date, str], Remark]]:
    for off in plan.days_off:
        if off.kind is DayOffKind.PUBLIC and off.first <= days[-1] and off.last >= days[0]:
            yield (0, off.first, off.name), off
    for day in plan.health_days:
        if day.start <= days[-1] and day.end >= days[0]:
            yield (1 + (day.end - day.start).days, day.start, day.slug), day


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
