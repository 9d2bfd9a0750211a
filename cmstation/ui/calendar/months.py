"""Months, the days they show, and the posts of each day. Pure."""

from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TypeAlias

from cmstation.domain.drafts import DraftRow, PostState
from cmstation.domain.labels import Theme as EditorialLine
from cmstation.ui.dates import day_bounds, local_day, time_words

EARLIEST, LATEST = 1970, 2999
FEWEST_WEEKS = 5
WEEK = 7


@dataclass(frozen=True, slots=True)
class DayPost:
    """A post on its day.

    Args:
        time: the hour in the clinic's zone, in words.
    """

    row: DraftRow
    time: str


Days: TypeAlias = Mapping[date, tuple[DayPost, ...]]


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


def span_around(month: Month, zone: str) -> tuple[datetime, datetime]:
    """Return the instants that bound a month with its neighbours, so that paging finds its posts there."""
    before, after = month.shifted(-1), month.shifted(1)
    start, _ = day_bounds(before.weeks[0], zone)
    _, end = day_bounds(after.weeks[-1] + timedelta(days=WEEK - 1), zone)
    return start, end


def by_day(rows: Iterable[DraftRow], zone: str) -> dict[date, tuple[DayPost, ...]]:
    """Put posts on their local days, in the order of their hours; those without a time are left out."""
    found: dict[date, list[DayPost]] = {}
    for row in rows:
        if row.when is not None:
            found.setdefault(local_day(row.when, zone), []).append(DayPost(row, time_words(row.when, zone)))
    return {day: tuple(sorted(posts, key=_moment)) for day, posts in found.items()}


def _moment(post: DayPost) -> tuple[datetime, int]:
    assert post.row.when is not None  # noqa: S101 (by_day kept those that have one)
    return post.row.when, post.row.id


def posts_of(days: Days, month: Month) -> tuple[DayPost, ...]:
    """Return the posts of a month alone, neighbouring days left out."""
    wanted = (month.first + timedelta(days=place) for place in range(month.length))
    return tuple(post for day in wanted for post in days.get(day, ()))


@dataclass(frozen=True, slots=True)
class Tally:
    """How many posts a month has, and how they stand."""

    posts: int
    live: int
    scheduled: int
    to_check: int


_LEAVING = frozenset({PostState.SCHEDULED, PostState.SENDING})
_TO_CHECK = frozenset({PostState.FAILED, PostState.UNCERTAIN})


def tally(posts: Iterable[DayPost]) -> Tally:
    """Count posts by what became of them."""
    states = [post.row.state for post in posts]
    return Tally(
        posts=len(states),
        live=states.count(PostState.LIVE),
        scheduled=sum(state in _LEAVING for state in states),
        to_check=sum(state in _TO_CHECK for state in states),
    )


@dataclass(frozen=True, slots=True)
class Share:
    """What part of a month's posts an editorial line has; `line` is None for posts without one."""

    line: EditorialLine | None
    percent: int


def shares(posts: Iterable[DayPost], lines: Iterable[EditorialLine]) -> tuple[Share, ...]:
    """Share a month's posts out among the lines, in whole per cents that make a hundred.

    What rounding leaves over goes to the parts that lost most by it.
    """
    themes = [post.row.theme for post in posts]
    if not themes:
        return tuple(Share(line, 0) for line in lines)
    counts: list[tuple[EditorialLine | None, int]] = [(line, themes.count(line.id)) for line in lines]
    counts.append((None, len(themes) - sum(count for _, count in counts)))
    floors = [count * 100 // len(themes) for _, count in counts]
    lost = sorted(range(len(counts)), key=lambda place: -(counts[place][1] * 100 % len(themes)))
    for place in lost[: 100 - sum(floors)]:
        floors[place] += 1
    found = (Share(line, percent) for (line, _), percent in zip(counts, floors, strict=True))
    return tuple(share for share in found if share.line is not None or share.percent)
