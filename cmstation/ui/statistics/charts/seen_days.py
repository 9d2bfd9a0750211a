"""The days of a chart that are seen: closer, further, aside; never less than a week, never beyond all."""

from dataclasses import dataclass, replace
from datetime import date

Span = tuple[float, float]

_LEAST = 6.0  # days between the first and the last


@dataclass(frozen=True, slots=True)
class SeenDays:
    """A part of all days, as ordinals; a look elsewhere is another one.

    Args:
        whole: the first and the last of all days.
        shown: the first and the last that are seen.
    """

    whole: Span = (1.0, 2.0)
    shown: Span = (1.0, 2.0)

    @property
    def is_whole(self) -> bool:
        """Whether all days are seen."""
        return self.shown == self.whole

    @property
    def dates(self) -> tuple[date, date]:
        """The first and the last day that are seen."""
        first, last = self.shown
        return date.fromordinal(max(1, round(first))), date.fromordinal(round(last))

    @property
    def middle(self) -> float:
        """The day in the middle."""
        return (self.shown[0] + self.shown[1]) / 2

    def __contains__(self, day: float) -> bool:
        return self.shown[0] <= day <= self.shown[1]

    def all(self) -> "SeenDays":
        """See all days."""
        return replace(self, shown=self.whole)

    def only(self, wanted: Span) -> "SeenDays":
        """See a span inside all days, and not shorter than a week."""
        length = min(max(wanted[1] - wanted[0], _LEAST), self.whole[1] - self.whole[0])
        middle = (wanted[0] + wanted[1]) / 2
        first = min(max(middle - length / 2, self.whole[0]), self.whole[1] - length)
        found = (first, first + length)
        near = abs(found[0] - self.whole[0]) < 1e-6 and abs(found[1] - self.whole[1]) < 1e-6
        return self.all() if near else replace(self, shown=found)

    def closer(self, factor: float, around: float) -> "SeenDays":
        """See fewer days by a factor, where one day keeps its place."""
        first, last = self.shown
        around = min(last, max(first, around))
        return self.only((around - (around - first) / factor, around + (last - around) / factor))

    def aside(self, part: float) -> "SeenDays":
        """See later days, or earlier ones, by a part of those that are seen."""
        return self._later(part * (self.shown[1] - self.shown[0]))

    def centred_on(self, day: float) -> "SeenDays":
        """See other days, as many, with one in the middle."""
        return self._later(day - self.middle)

    def _later(self, days: float) -> "SeenDays":
        days = min(self.whole[1] - self.shown[1], max(self.whole[0] - self.shown[0], days))
        return replace(self, shown=(self.shown[0] + days, self.shown[1] + days))
