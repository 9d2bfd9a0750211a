"""Items and free slots side by side in their hours. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from cmstation.domain.calendar import CalendarItem
from cmstation.domain.planned_time import PlannedTime
from cmstation.ui.calendar.hours.hours_axis import Axis
from cmstation.ui.calendar.hours.hours_strip import lasts_days
from cmstation.ui.dates import local, local_day

CHIP, SLIM = 36, 20
FIRST_HOUR, LAST_HOUR = 7, 20
_DAY = timedelta(days=1)
_TALLEST, _LEAST = 64, 40


@dataclass(frozen=True, slots=True)
class FreeSlot:
    """An hour of the week that waits for a post.

    Args:
        names: the accounts that wait for it, in words.
    """

    at: PlannedTime
    names: str


class Beside(NamedTuple):
    """How many items may stand side by side: where that is enough, and where a count stands beside them."""

    most: int
    with_count: int


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


def hours_of(
    items: Sequence[CalendarItem],
    axis: Axis,
    height: int,
    beside: Sequence[Beside],
    slots: Sequence[FreeSlot] = (),
) -> Arranged:
    """Place the items that have an hour, and what is free.

    Args:
        height: pixels in which the usual hours should be seen at once.
        beside: how many may stand side by side, by column.
    """
    timed = [item for item in items if not lasts_days(item)]
    taken = [
        minutes_on(item, axis, day) for item in timed for day in axis.days if item.first <= day <= item.last
    ]
    hour = _hour_height(axis, taken, height)
    pieces: list[Piece] = []
    crowds: list[Crowd] = []
    for column, day in enumerate(axis.days):
        raw = [_piece(item, axis, column, hour) for item in timed if item.first <= day <= item.last]
        free = [_slot(slot, axis, column, hour) for slot in _merged(slots, axis.zone, day)]
        for cluster in _clusters([*raw, *free]):
            placed, crowd = _side_by_side(cluster, beside[column])
            pieces.extend(placed)
            crowds.extend(crowd)
    earliest = min((top for top, _ in taken), default=None)
    return Arranged(axis, hour, tuple(pieces), tuple(crowds), earliest)


def minutes_on(item: CalendarItem, axis: Axis, day: date) -> tuple[float, float]:
    """Return from which minute of the axis to which one an item lasts on a day."""
    top = axis.minute_of(item.start) if local_day(item.start, axis.zone) == day else 0.0
    if item.is_moment:
        return top, top
    ends = local(item.end, axis.zone)
    return top, axis.minute_of(item.end) if ends.date() == day else float(axis.length)


# --- inside ---


def _hour_height(axis: Axis, taken: Sequence[tuple[float, float]], height: int) -> int:
    """Share a height out among the usual hours, and those that items reach beyond them."""
    start = min([axis.place(time(FIRST_HOUR)), *(top - top % 60 for top, _ in taken)])
    end = max([axis.place(time(LAST_HOUR)), *(-(-bottom // 60) * 60 for _, bottom in taken)])
    return min(max(int(height * 60 / (end - start)), _LEAST), _TALLEST)


def _piece(item: CalendarItem, axis: Axis, column: int, hour: int) -> Piece:
    day = axis.days[column]
    start, end = minutes_on(item, axis, day)
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


def _side_by_side(cluster: Sequence[Piece], beside: Beside) -> tuple[list[Piece], list[Crowd]]:
    items = [piece for piece in cluster if not isinstance(piece.what, FreeSlot)]
    free = [piece for piece in cluster if isinstance(piece.what, FreeSlot)]
    most = beside.most
    lanes, left_out = _lanes(items, [], most)
    if left_out:
        most = beside.with_count
        lanes, left_out = _lanes(items, [], most)
    lanes, _ = _lanes(free, lanes, len(lanes) if left_out else most)
    placed = [
        replace(piece, lane=place, lanes=len(lanes), wide=_wide(piece, place, lanes), crowded=bool(left_out))
        for place, lane in enumerate(lanes)
        for piece in lane
    ]
    return sorted(placed, key=_order), _crowds(left_out)


def _lanes(
    pieces: Iterable[Piece], taken: list[list[Piece]], most: int
) -> tuple[list[list[Piece]], list[Piece]]:
    """Give each piece the first lane in which it is free; return also what found none."""
    lanes, left_out = [list(lane) for lane in taken], list[Piece]()
    for piece in pieces:
        lane = next((lane for lane in lanes if _fits(piece, lane)), None)
        if lane is not None:
            lane.append(piece)
        elif len(lanes) < most:
            lanes.append([piece])
        else:
            left_out.append(piece)
    return lanes, left_out


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
