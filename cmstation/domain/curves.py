"""Figures in the order of days, with the days that have none, and where their meaning changed."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby, pairwise
from operator import itemgetter
from typing import Final, TypeAlias

from cmstation.domain.metrics import Figure

Point: TypeAlias = tuple[date, int]
Days: TypeAlias = tuple[date, date]

FEWEST_POINTS: Final = 4
_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Segment:
    """Days, both included, on which the figures follow one definition."""

    definition: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Curve:
    """What is known of a metric, day after day.

    Args:
        points: in the order of days, one a day at most.
        gaps: runs of days without a figure, both ends included.
        segments: in the order of days; each point is in one.
    """

    points: tuple[Point, ...] = ()
    gaps: tuple[Days, ...] = ()
    segments: tuple[Segment, ...] = ()

    def value_at(self, day: date) -> int | None:
        """Return the value of that very day."""
        place = bisect_left(self.points, day, key=itemgetter(0))
        return self.points[place][1] if self._is_at(place, day) else None

    def last_until(self, day: date, within: int) -> Point | None:
        """Return the last point of so many days, of which that day is the last."""
        place = bisect_right(self.points, day, key=itemgetter(0)) - 1
        if place < 0 or (day - self.points[place][0]).days >= within:
            return None
        return self.points[place]

    def between(self, first: date, last: date) -> tuple[Point, ...]:
        """Return the points of some days, both included."""
        start = bisect_left(self.points, first, key=itemgetter(0))
        return self.points[start : bisect_right(self.points, last, key=itemgetter(0))]

    def definition_at(self, day: date) -> str | None:
        """Return the definition that stood on that day; None between two of them, and outside of all."""
        place = bisect_right(self.segments, day, key=lambda one: one.first) - 1
        segment = self.segments[place] if place >= 0 else None
        return segment.definition if segment is not None and day <= segment.last else None

    def runs(self, longest_gap: int = 0) -> tuple[tuple[Point, ...], ...]:
        """Return the points in pieces that may each be drawn as one line.

        Args:
            longest_gap: how many days without a figure a line may cross.
        """
        breaks = [gap[0] for gap in self.gaps if (gap[1] - gap[0]).days >= longest_gap]
        breaks += [segment.first for segment in self.segments[1:]]
        breaks.sort()
        pieces = groupby(self.points, key=lambda point: bisect_right(breaks, point[0]))
        return tuple(tuple(points) for _piece, points in pieces)

    def thinned(self, most: int) -> "Curve":
        """Return the curve with at most so many points (4 or more), for drawing; gaps and segments stay.

        The first, the last, the lowest and the highest point are always kept, and of each stretch in between
        its lowest and its highest.
        """
        return replace(self, points=_thinned(self.points, most))

    def growth(self) -> tuple[tuple[date, float], ...]:
        """Return how far each point is above the first one that is not 0, as a share of it.

        Each definition has a first point of its own: across two of them nothing is compared.
        """
        grown: list[tuple[date, float]] = []
        for segment in self.segments:
            base = 0
            for day, value in self.between(segment.first, segment.last):
                base = base or value
                if base:
                    grown.append((day, value / base - 1))
        return tuple(grown)

    def _is_at(self, place: int, day: date) -> bool:
        return place < len(self.points) and self.points[place][0] == day


def curve(figures: Iterable[Figure], first: date | None = None, last: date | None = None) -> Curve:
    """Put figures of one account and one metric in the order of days.

    Of two figures of one day the one that was taken last counts.

    Args:
        first, last: leave out what is before and after, and count days without a figure from and up to there;
            without them, between the first and the last figure.

    Raises:
        ValueError: figures of several accounts or several metrics.
    """
    by_day: dict[date, Figure] = {}
    subjects: set[tuple[int, str]] = set()
    for figure in figures:
        subjects.add((figure.account, figure.metric))
        if (first is not None and figure.day < first) or (last is not None and figure.day > last):
            continue
        standing = by_day.get(figure.day)
        if standing is None or figure.taken_at >= standing.taken_at:
            by_day[figure.day] = figure
    if len(subjects) > 1:
        raise ValueError("a curve is of one account and one metric")
    ordered = [by_day[day] for day in sorted(by_day)]
    points = tuple((figure.day, figure.value) for figure in ordered)
    named = [(figure.definition, figure.day) for figure in ordered]
    return Curve(points, _gaps(points, first, last), _segments(named))


def together(curves: Sequence[Curve]) -> Curve:
    """Add curves up, on the days of which each of them has a figure; the other days are gaps."""
    totals: dict[date, int] = {}
    found_in: dict[date, int] = {}
    bounds: list[date] = []
    for one in curves:
        for day, value in one.points:
            totals[day] = totals.get(day, 0) + value
            found_in[day] = found_in.get(day, 0) + 1
        bounds += [day for gap in one.gaps for day in gap]
        bounds += [day for segment in one.segments for day in (segment.first, segment.last)]
    points = tuple((day, totals[day]) for day in sorted(totals) if found_in[day] == len(curves))
    named = [
        ("+".join(_distinct(one.definition_at(day) or "" for one in curves)), day) for day, _value in points
    ]
    gaps = _gaps(points, min(bounds), max(bounds)) if bounds else ()
    return Curve(points, gaps, _segments(named))


def _distinct(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(words))


def _gaps(points: Sequence[Point], first: date | None, last: date | None) -> tuple[Days, ...]:
    known = [day for day, _value in points]
    edges = ([] if first is None else [first - _DAY]) + known + ([] if last is None else [last + _DAY])
    return tuple((left + _DAY, right - _DAY) for left, right in pairwise(edges) if right - left > _DAY)


def _segments(named: Sequence[tuple[str, date]]) -> tuple[Segment, ...]:
    found: list[Segment] = []
    for definition, of_it in groupby(named, key=itemgetter(0)):
        days = [day for _definition, day in of_it]
        found.append(Segment(definition, days[0], days[-1]))
    return tuple(found)


def _thinned(points: tuple[Point, ...], most: int) -> tuple[Point, ...]:
    if most < FEWEST_POINTS:
        raise ValueError("a curve keeps 4 points at least")
    if len(points) <= most:
        return points
    stretches = (most - 2) // 2
    inner = len(points) - 2
    kept = {0, len(points) - 1}
    for number in range(stretches):
        places = range(1 + number * inner // stretches, 1 + (number + 1) * inner // stretches)
        kept.add(min(places, key=lambda place: points[place][1]))
        kept.add(max(places, key=lambda place: points[place][1]))
    return tuple(points[place] for place in sorted(kept))
