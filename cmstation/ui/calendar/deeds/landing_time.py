"""From a place in a view to an hour: what a drop means for what was dropped. Pure."""

from datetime import date, datetime, time

from cmstation.domain.calendar import CalendarItem
from cmstation.domain.planned_time import PlannedTime, at_instant, at_wall_time
from cmstation.ui.calendar.look import Landing
from cmstation.ui.dates import local

MORNING = time(9)


def wall_of(item: CalendarItem, zone: str) -> time:
    """Return the hour that an item shows in a zone."""
    return local(item.start, zone).time().replace(tzinfo=None)


def hour_at(landing: Landing, item: CalendarItem | None, zone: str) -> PlannedTime:
    """Return the hour that a landing gives an item; nine o'clock for what has none.

    The hour is the one that the view shows; an item planned in another zone keeps that zone. In the hour
    that the clocks show twice, `fold` of the landing's hour tells which one is meant.

    Raises:
        HourDoesNotExist: the clocks skip that hour on that day.
    """
    wall = landing.wall or (wall_of(item, zone) if item is not None else MORNING)
    planned = at_wall_time(datetime.combine(landing.day, wall), zone, second_pass=bool(wall.fold))
    if item is None or item.planned_zone in {"", zone}:
        return planned
    return at_instant(planned.instant, item.planned_zone)


def days_between(taken: date | None, item: CalendarItem, landing: Landing) -> int:
    """Return by how many days a drag moves what it holds."""
    return (landing.day - (taken or item.first)).days
