"""At which hours of the week posts do well, and of which hours too little is known to say so."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from cmstation.domain.scoring import median

FEWEST_IN_CELL: Final = 5
FEWEST_IN_ALL: Final = 20
DAYS, HOURS = 7, 24


@dataclass(frozen=True, slots=True)
class Cell:
    """An hour of the week, on the clocks of the clinic.

    Args:
        weekday: 0 is Monday.
        hour: 0 to 23; in the night that has the hour twice, both are this one.
        count: how many posts with a score went out then.
        median: of their scores; None when there is none.
        claim: whether they are enough to say something of this hour.
    """

    weekday: int
    hour: int
    count: int = 0
    median: float | None = None
    claim: bool = False


def cells(posts: Iterable[tuple[datetime, float | None]], zone: ZoneInfo) -> tuple[Cell, ...]:
    """Return the 168 hours of the week, from Monday at midnight on.

    Args:
        posts: when each went out (aware), and its score; those without a score are not counted.
    """
    scores: list[list[float]] = [[] for _ in range(DAYS * HOURS)]
    for moment, score in posts:
        if moment.tzinfo is None:
            raise ValueError("a post goes out at an aware moment")
        if score is not None:
            local = moment.astimezone(zone)
            scores[local.weekday() * HOURS + local.hour].append(score)
    enough = sum(map(len, scores)) >= FEWEST_IN_ALL
    return tuple(_cell(place, sorted(found), enough) for place, found in enumerate(scores))


def best(found: Iterable[Cell], most: int = 3) -> tuple[Cell, ...]:
    """Return the hours at which posts do better than usual, the best first; only those that allow a claim."""
    better = [cell for cell in found if cell.claim and cell.median is not None and cell.median > 1]
    better.sort(key=lambda cell: (-(cell.median or 0), -cell.count, cell.weekday, cell.hour))
    return tuple(better[:most])


def _cell(place: int, ordered: list[float], enough: bool) -> Cell:
    weekday, hour = divmod(place, HOURS)
    if not ordered:
        return Cell(weekday, hour)
    return Cell(weekday, hour, len(ordered), median(ordered), enough and len(ordered) >= FEWEST_IN_CELL)
