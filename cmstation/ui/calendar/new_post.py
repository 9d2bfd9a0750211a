"""The time that a post gets when it is begun on a day of the calendar."""

from datetime import date, datetime, time

from cmstation.domain.planned_time import HourDoesNotExist, PlannedTime, at_wall_time

_MORNING = time(9)


def planned_on(day: date, zone: str, now: datetime) -> PlannedTime | None:
    """Plan for nine o'clock of a day; None when that has passed, or does not exist."""
    try:
        planned = at_wall_time(datetime.combine(day, _MORNING), zone)
    except HourDoesNotExist:
        return None
    return planned if planned.instant > now else None
