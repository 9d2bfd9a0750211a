"""Months, the days they show, and what is counted in them. Pure."""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from cmstation.domain.calendar import CalendarItem, ItemKind
from cmstation.domain.drafts import PostState
from cmstation.domain.labels import Theme as EditorialLine

EARLIEST, LATEST = 1970, 2999
FEWEST_WEEKS = 5
WEEK = 7


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A month of a year."""

    year: int
    month: int

    @classmethod
    def of(cls, day: date) -> "Month":
        """Return the month of a day."""
        return cls(day.year, day.month)

    @property
    def first(self) -> date:
        """The first day."""
        return date(self.year, self.month, 1)

    @property
    def length(self) -> int:
        """The number of days."""
        return monthrange(self.year, self.month)[1]

    @property
    def weeks(self) -> tuple[date, ...]:
        """The Mondays of the five or six weeks that show the month."""
        monday = self.first - timedelta(days=self.first.weekday())
        count = -(-(self.first.weekday() + self.length) // WEEK)
        return tuple(monday + timedelta(weeks=place) for place in range(max(FEWEST_WEEKS, count)))

    def shifted(self, months: int) -> "Month":
        """Return the month some months later, within the years that the calendar knows."""
        place = self.year * 12 + self.month - 1 + months
        place = min(max(place, EARLIEST * 12), LATEST * 12 + 11)
        return Month(place // 12, place % 12 + 1)

    def day(self, number: int) -> date:
        """Return a day by its number; the last one when the month is shorter."""
        return date(self.year, self.month, min(number, self.length))

    def shows(self, day: date) -> bool:
        """Tell whether a day stands in one of the month's weeks."""
        weeks = self.weeks
        return weeks[0] <= day < weeks[-1] + timedelta(weeks=1)

    def __contains__(self, day: date) -> bool:
        return (day.year, day.month) == (self.year, self.month)


def within_reach(day: date) -> date:
    """Keep a day within the years that the calendar knows."""
    return min(max(day, date(EARLIEST, 1, 1)), date(LATEST, 12, 31))


def items_of(items: Iterable[CalendarItem], month: Month) -> tuple[CalendarItem, ...]:
    """Return what touches a month alone, neighbouring days left out."""
    first, last = month.first, month.day(31)
    return tuple(item for item in items if item.first <= last and first <= item.last)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many posts there are, how they stand, and how many events."""

    posts: int
    live: int
    scheduled: int
    to_check: int
    events: int = 0


_LEAVING = frozenset({PostState.SCHEDULED, PostState.SENDING})
_TO_CHECK = frozenset({PostState.FAILED, PostState.UNCERTAIN})


def tally(items: Iterable[CalendarItem]) -> Tally:
    """Count posts by what became of them, one with several hours at each of them, and events."""
    kept = tuple(items)
    states = [item.state for item in kept if item.state is not None]
    return Tally(
        posts=sum(item.key.kind is not ItemKind.EVENT for item in kept),
        live=states.count(PostState.LIVE),
        scheduled=sum(state in _LEAVING for state in states),
        to_check=sum(state in _TO_CHECK for state in states),
        events=sum(item.key.kind is ItemKind.EVENT for item in kept),
    )


@dataclass(frozen=True, slots=True)
class Share:
    """What part of a month's posts an editorial line has; `line` is None for posts without one.

    Args:
        wished: per cent that the clinic would like it to have, None when it has not said.
    """

    line: EditorialLine | None
    percent: int
    wished: int | None = None


def shares(items: Iterable[CalendarItem], lines: Iterable[EditorialLine]) -> tuple[Share, ...]:
    """Share the posts among items out among the lines, in whole per cents that make a hundred.

    What rounding leaves over goes to the parts that lost most by it.
    """
    # A post that leaves at several hours is one content.
    themes = list(
        {item.key.identity: item.theme for item in items if item.key.kind is ItemKind.POST}.values()
    )
    if not themes:
        return tuple(Share(line, 0, line.wished) for line in lines)
    counts: list[tuple[EditorialLine | None, int]] = [(line, themes.count(line.id)) for line in lines]
    counts.append((None, len(themes) - sum(count for _, count in counts)))
    floors = [count * 100 // len(themes) for _, count in counts]
    lost = sorted(range(len(counts)), key=lambda place: -(counts[place][1] * 100 % len(themes)))
    for place in lost[: 100 - sum(floors)]:
        floors[place] += 1
    found = (
        Share(line, percent, line.wished if line is not None else None)
        for (line, _), percent in zip(counts, floors, strict=True)
    )
    return tuple(share for share in found if share.line is not None or share.percent)
