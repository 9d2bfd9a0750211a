"""Round numbers that were passed, and how far goals are; nothing is foretold."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from cmstation.domain.curves import Curve, Point

PACE_DAYS: Final = 90
# A pace is told when the figures span two thirds of these days and the last one is of this week.
FEWEST_PACE_DAYS: Final = 60
FRESH_DAYS: Final = 7
# Whatever is further away than this is not worth a date.
FURTHEST: Final = timedelta(days=3_653)

_SMALL_STEPS: Final = ((50, 100), (100, 1_000), (500, 10_000), (1_000, 100_000))


@dataclass(frozen=True, slots=True)
class Milestone:
    """A round number that was passed.

    Args:
        day: the first day known to have it.
        below_on: the last day before that is known not to have it; older than the eve, it was in between.
        value: the round number; the figure of the day may be greater.
        great: whether it is 1, 2 or 5 with zeros after it.
    """

    day: date
    below_on: date
    value: int
    great: bool


@dataclass(frozen=True, slots=True)
class Pace:
    """What the last 90 days brought.

    Args:
        gained: from the first day to the last one; negative when it went down.
        reached_on: the day on which the goal would be reached if all days were like these; None when it would
            not be within ten years.
        in_time: whether that is by the goal's day; None when it has none.
    """

    first: date
    last: date
    gained: int
    reached_on: date | None
    in_time: bool | None

    @property
    def per_day(self) -> float:
        """The mean per day."""
        return self.gained / (self.last - self.first).days


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a goal is.

    Args:
        value, day: the last figure and its day.
        left: what is missing, 0 once it is there.
        share: the value as a part of the target; above 1 when it is exceeded.
        reached_on: the first day that is known to have it.
        pace: of a goal that is not reached; None when the figures do not tell it.
    """

    target: int
    value: int
    day: date
    left: int
    share: float
    reached_on: date | None
    pace: Pace | None


def step_for(value: int) -> int:
    """Return how far apart round numbers stand about that value: 50, 100, 500, 1,000, 10,000 …"""
    for step, below in _SMALL_STEPS:
        if value < below:
            return step
    return int(10 ** (len(str(value)) - 2))


def passed(line: Curve, first: date, last: date) -> tuple[Milestone, ...]:
    """Return the round numbers passed within some days, both included, in the order of days.

    A number is passed when no figure before reached it, and the one before follows the same definition. Of
    several that one day passed, the roundest is told.

    Args:
        line: with all that is known before these days too.
    """
    found: list[Milestone] = []
    before: Point | None = None
    highest = 0
    starts = [segment.first for segment in line.segments]
    for day, value in line.points:
        if before is not None and first <= day <= last and _same_meaning(starts, before[0], day):
            number = _roundest(highest, value)
            if number is not None:
                found.append(Milestone(day, before[0], number, str(number).rstrip("0") in ("1", "2", "5")))
        highest = max(highest, value)
        before = (day, value)
    return tuple(found)


def progress(line: Curve, target: int, today: date, by: date | None = None) -> Progress | None:
    """Tell how far a goal is on a day; None when nothing was known by then.

    Args:
        target: 1 or more.
        by: the day until which it is to be reached.
    """
    if target < 1:
        raise ValueError("a goal is 1 or more")
    points = line.points[: bisect_right(line.points, today, key=lambda point: point[0])]
    if not points:
        return None
    day, value = points[-1]
    reached_on = next((on for on, figure in points if figure >= target), None)
    left = max(0, target - value)
    pace = _pace(line, points[-1], left, today, by) if left else None
    return Progress(target, value, day, left, value / target, reached_on, pace)


def _same_meaning(starts: list[date], before: date, day: date) -> bool:
    return bisect_right(starts, before) == bisect_right(starts, day)


def _roundest(highest: int, value: int) -> int | None:
    """Return the roundest number above the first and up to the second."""
    step = step_for(value)
    unit = 10 ** len(str(value))
    while unit >= step:
        for size in (unit, unit // 2, unit // 5):
            number = value - value % size if size >= step else 0
            if number > highest:
                return number
        unit //= 10
    return None


def _pace(line: Curve, end: Point, left: int, today: date, by: date | None) -> Pace | None:
    day, value = end
    if (today - day).days >= FRESH_DAYS:
        return None
    # Days of another definition tell nothing of this one.
    meaning = max(segment.first for segment in line.segments if segment.first <= day)
    recent = line.between(max(meaning, today - timedelta(days=PACE_DAYS)), day)
    start, was = recent[0]
    days = (day - start).days
    if days < FEWEST_PACE_DAYS:
        return None
    gained = value - was
    on: date | None = None
    if gained > 0:
        wait = -(-left * days // gained)
        on = day + timedelta(days=wait) if wait <= FURTHEST.days else None
    in_time = None if by is None else on is not None and on <= by
    return Pace(start, day, gained, on, in_time)
