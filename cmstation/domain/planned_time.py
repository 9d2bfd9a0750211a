"""A time that a person planned: instant, zone and the wall time they read on the clock."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from cmstation.domain.errors import StationError

USUAL_ZONE = "Europe/Paris"  # until the clinic chooses its own


class HourDoesNotExist(StationError):
    """The wall time falls in the hour that the clocks skip (facts: wall, zone, next_wall)."""


@dataclass(frozen=True, slots=True)
class PlannedTime:
    """When something should happen.

    Args:
        instant: aware UTC; what the heartbeat compares.
        zone: IANA name in which the person planned.
        wall: naive local time the person chose; kept so that a change of zone rules can be noticed.
    """

    instant: datetime
    zone: str
    wall: datetime

    def local(self) -> datetime:
        """Return the instant as an aware time in the planned zone."""
        return self.instant.astimezone(ZoneInfo(self.zone))


def at_wall_time(wall: datetime, zone: str, *, second_pass: bool = False) -> PlannedTime:
    """Turn a wall time into a planned time.

    Args:
        wall: naive local time.
        zone: IANA zone name.
        second_pass: in the hour that happens twice, whether the second one is meant.

    Raises:
        HourDoesNotExist: the clocks skip this wall time on that day.
    """
    if wall.tzinfo is not None:
        raise ValueError("a wall time is naive")
    aware = wall.replace(tzinfo=ZoneInfo(zone), fold=1 if second_pass else 0)
    instant = aware.astimezone(UTC)
    back = instant.astimezone(ZoneInfo(zone)).replace(tzinfo=None, fold=0)
    if back != wall.replace(fold=0):
        # PEP 495: with fold=0 the offset before the change is used, which lands after the skipped hour.
        later = wall.replace(tzinfo=ZoneInfo(zone), fold=0).astimezone(UTC).astimezone(ZoneInfo(zone))
        raise HourDoesNotExist(wall=wall, zone=zone, next_wall=later.replace(tzinfo=None))
    return PlannedTime(instant, zone, wall.replace(fold=0))


def at_instant(instant: datetime, zone: str) -> PlannedTime:
    """Plan a known instant, read in a zone."""
    if instant.tzinfo is None:
        raise ValueError("an instant is aware")
    local = instant.astimezone(ZoneInfo(zone)).replace(tzinfo=None, fold=0)
    return PlannedTime(instant.astimezone(UTC), zone, local)


def happens_twice(wall: datetime, zone: str) -> bool:
    """Tell whether the clocks show this wall time twice."""
    first = wall.replace(tzinfo=ZoneInfo(zone), fold=0).utcoffset()
    second = wall.replace(tzinfo=ZoneInfo(zone), fold=1).utcoffset()
    return first is not None and second is not None and first - second > timedelta(0)
