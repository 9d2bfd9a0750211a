"""The clinic's rhythm: hours of the week at which accounts speak, and what part each editorial line has."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import TypeAlias
from zoneinfo import ZoneInfo

from cmstation.domain.calendar_events import placed
from cmstation.domain.errors import StationError
from cmstation.domain.labels import Theme
from cmstation.domain.planned_time import PlannedTime

Taken: TypeAlias = Mapping[int, Sequence[datetime]]

WEEK = timedelta(weeks=1)
DAY = timedelta(days=1)
USUAL_GAP = timedelta(minutes=60)
# Two posts never stand on one minute, whatever gap the person chose.
SMALLEST_ROOM = timedelta(minutes=1)
HORIZON = timedelta(days=366)


class NoFreeSlot(StationError):
    """No slot is free within a year, or there is none (facts: accounts)."""


@dataclass(frozen=True, slots=True, order=True)
class Slot:
    """An hour of the week at which an account usually speaks.

    Args:
        weekday: 0 is Monday.
        wall: to the minute, on the clocks of the clinic's zone.
    """

    account: int
    weekday: int
    wall: time

    def __post_init__(self) -> None:
        """Refuse what no week has."""
        if not 0 <= self.weekday <= 6:
            raise ValueError("a weekday is 0 (Monday) to 6")
        if self.wall.tzinfo is not None or self.wall.second or self.wall.microsecond:
            raise ValueError("a slot is a naive wall time to the minute")


@dataclass(frozen=True, slots=True)
class FreeSlot:
    """An empty place on one day."""

    account: int
    when: PlannedTime


@dataclass(frozen=True, slots=True)
class LineShare:
    """What part of some posts an editorial line has.

    Args:
        line: None for posts without one.
        percent: of all posts, whole; the parts make a hundred.
    """

    line: Theme | None
    posts: int
    percent: int

    @property
    def wished(self) -> int | None:
        """The part that the clinic would like, None when it did not say."""
        return None if self.line is None else self.line.wished

    @property
    def difference(self) -> int | None:
        """Points above the wished part, negative below it; None when nothing is wished."""
        return None if self.wished is None else self.percent - self.wished


# --- slots ---


def next_free(
    slots: Collection[Slot],
    taken: Taken,
    after: datetime,
    zone: str,
    *,
    avoiding: Collection[date] = (),
    gap: timedelta = USUAL_GAP,
) -> PlannedTime:
    """Return the first slot later than a moment on which no post of its account stands.

    Args:
        slots: of one account, or of several among which the earliest counts.
        taken: aware instants of each account's posts, in any order.
        after: aware; a slot at this very instant is not later.
        avoiding: local days that stay empty.
        gap: see `room`.

    Raises:
        NoFreeSlot: none within a year.
    """
    first = after.astimezone(ZoneInfo(zone)).date()
    for found in free_between(slots, taken, first, first + HORIZON, zone, avoiding=avoiding, gap=gap):
        if found.when.instant > after:
            return found.when
    raise NoFreeSlot(accounts=tuple(sorted({slot.account for slot in slots})))


def free_between(
    slots: Collection[Slot],
    taken: Taken,
    start: date,
    end: date,
    zone: str,
    *,
    avoiding: Collection[date] = (),
    gap: timedelta = USUAL_GAP,
) -> Iterator[FreeSlot]:
    """Walk through the empty slots of some local days (`end` exclusive), in order of time."""
    rooms = {
        account: room([slot for slot in slots if slot.account == account], gap)
        for account in {slot.account for slot in slots}
    }
    busy = {account: sorted(taken.get(account, ())) for account in rooms}
    quiet = frozenset(avoiding)
    for found in _hours(slots, start, end, zone):
        day = found.when.wall.date()
        if day not in quiet and _is_free(busy[found.account], found.when.instant, rooms[found.account]):
            yield found


def room(slots: Iterable[Slot], gap: timedelta) -> timedelta:
    """Return how near a post may stand to one of an account's slots before the slot counts as taken.

    That is the gap which the person wants between two posts; but slots that the person put closer
    together than that are all meant to be used.
    """
    places = sorted({slot.weekday * DAY + _since_midnight(slot.wall) for slot in slots})
    around = [*places, *(place + WEEK for place in places[:1])]
    between = [later - earlier for earlier, later in pairwise(around)]
    return max(SMALLEST_ROOM, min([gap, *between]))


def _hours(slots: Collection[Slot], start: date, end: date, zone: str) -> Iterator[FreeSlot]:
    by_weekday: dict[int, list[Slot]] = {}
    for slot in sorted(slots):
        by_weekday.setdefault(slot.weekday, []).append(slot)
    for number in range((end - start).days if by_weekday else 0):
        day = start + timedelta(days=number)
        # Two slots of one night may become one hour when the clocks change.
        places = {
            (when.instant, slot.account): FreeSlot(slot.account, when)
            for slot in reversed(by_weekday.get(day.weekday(), []))
            for when in (_on(slot, day, zone),)
        }
        yield from (places[key] for key in sorted(places))


def _on(slot: Slot, day: date, zone: str) -> PlannedTime:
    """Place a slot on a day.

    In the hour that the clocks skip it moves behind the gap, as a series of events does everywhere:
    a week must not lose a post because the clocks changed. In the doubled hour it is the first pass.
    """
    return placed(datetime.combine(day, slot.wall), zone)


def _is_free(busy: Sequence[datetime], instant: datetime, apart: timedelta) -> bool:
    place = bisect_left(busy, instant)
    return all(abs(other - instant) >= apart for other in busy[max(0, place - 1) : place + 1])


def _since_midnight(wall: time) -> timedelta:
    return timedelta(hours=wall.hour, minutes=wall.minute)


# --- editorial lines ---


def line_shares(themes: Sequence[int | None], lines: Iterable[Theme]) -> tuple[LineShare, ...]:
    """Share posts out among the editorial lines, in the lines' order.

    Args:
        themes: each post's line; one that is not among `lines` counts as none.
    """
    known = tuple(lines)
    counts = [themes.count(line.id) for line in known]
    rest = len(themes) - sum(counts)
    *percents, of_rest = percentages((*counts, rest))
    found = [
        LineShare(line, count, percent) for line, count, percent in zip(known, counts, percents, strict=True)
    ]
    return (*found, LineShare(None, rest, of_rest)) if of_rest else tuple(found)


def percentages(counts: Sequence[int]) -> tuple[int, ...]:
    """Turn counts into whole per cents that make a hundred; all 0 when there is nothing to share.

    What rounding leaves over goes to the parts that lost most by it.
    """
    whole = sum(counts)
    if not whole:
        return (0,) * len(counts)
    floors = [count * 100 // whole for count in counts]
    lost = sorted(range(len(counts)), key=lambda place: -(counts[place] * 100 % whole))
    for place in lost[: 100 - sum(floors)]:
        floors[place] += 1
    return tuple(floors)
