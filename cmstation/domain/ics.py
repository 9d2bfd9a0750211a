"""Calendar files (iCalendar, RFC 5545): read and written."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from cmstation.domain.calendar_events import CalendarEvent

HOURLY = timedelta(hours=1)


def read(data: bytes) -> list[CalendarEvent]:
    """Return the events of a calendar file; the exceptions of a series are in the series.

    Tasks, journals and free time are passed over; people invited are not taken.

    Raises:
        CalendarUnreadable: one line cannot be taken, and nothing is.
    """
    # The libraries behind are heavy: nothing of them is loaded before a calendar file is at hand.
    from cmstation.domain.ics_lines import calendars  # noqa: PLC0415
    from cmstation.domain.ics_reading import events_of  # noqa: PLC0415

    return events_of(calendars(data))


def write(events: Iterable[CalendarEvent], *, name: str, now: datetime, refresh: timedelta = HOURLY) -> bytes:
    """Return a calendar file that other programs can import, or subscribe to.

    Args:
        events: with their exceptions inside.
        name: the calendar's, as other programs show it.
        now: aware; the moment of writing.
        refresh: how often a subscriber should look again.
    """
    from cmstation.domain.ics_lines import folded  # noqa: PLC0415
    from cmstation.domain.ics_writing import calendar_lines  # noqa: PLC0415

    return folded(calendar_lines(tuple(events), name=name, now=now, refresh=refresh))
