"""Hours in which the person is left in peace: when they end, whatever the clocks do."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

EVERY_DAY: Final = frozenset(range(7))
_LONGEST: Final = timedelta(days=8)


@dataclass(frozen=True, slots=True)
class QuietHours:
    """Hours of peace, by the clocks of a place.

    Args:
        start, end: naive wall times; an end that is not after the start is on the next day.
        zone: IANA name.
        days: the days on which they begin, Monday is 0.
    """

    start: time
    end: time
    zone: str
    days: frozenset[int] = EVERY_DAY

    def end_around(self, instant: datetime) -> datetime | None:
        """Return when the hours in which an instant falls end, aware UTC; None outside."""
        today = instant.astimezone(ZoneInfo(self.zone)).date()
        for day in (today, today - timedelta(days=1)):
            if day.weekday() not in self.days:
                continue
            past = day + timedelta(days=1) if self.end <= self.start else day
            end = self._instant(past, self.end, last=True)
            if self._instant(day, self.start, last=False) <= instant < end:
                return end
        return None

    def _instant(self, day: date, wall: time, *, last: bool) -> datetime:
        """Read a wall time; one that comes twice as asked, one that the clocks skip comes as much later."""
        zone = ZoneInfo(self.zone)
        first = datetime.combine(day, wall.replace(fold=0), zone)
        second = datetime.combine(day, wall.replace(fold=1), zone)
        # Compared in UTC: two times of one zone are compared by their walls.
        first, second = first.astimezone(UTC), second.astimezone(UTC)
        return max(first, second) if last or second < first else first


def quiet_until(now: datetime, hours: Iterable[QuietHours]) -> datetime | None:
    """Return when the person may be told again, aware UTC; None when that is now.

    Hours that follow each other are one. Hours that never end are none: nothing must be kept back for ever.
    """
    several = tuple(hours)
    until = now
    while ends := [end for one in several if (end := one.end_around(until)) is not None]:
        until = max(ends)
        if until - now > _LONGEST:
            return None
    return until.astimezone(UTC) if until > now else None
