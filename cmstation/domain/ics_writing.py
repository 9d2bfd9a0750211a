"""The lines of a calendar file, from events."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta

from cmstation import __version__
from cmstation.domain.calendar_events import (
    CalendarEvent,
    EventStatus,
    EventTime,
    PlannedTime,
    WholeDay,
    placed,
    wall_of,
)
from cmstation.domain.ics_lines import escaped
from cmstation.domain.ics_zone_writing import definition

OWN_ZONE = "X-CMSTATION-ZONE"  # the zone of a time that only UTC can name
_CONTROLS = re.compile(r"[\x00-\x1f\x7f]")
_YEARS_AHEAD = 2


def calendar_lines(
    events: Sequence[CalendarEvent], *, name: str, now: datetime, refresh: timedelta
) -> Iterator[str]:
    """Give the unfolded lines of one calendar."""
    every = [one for event in events for one in (event, *event.exceptions)]
    minutes = max(1, round(refresh.total_seconds() / 60))
    yield "BEGIN:VCALENDAR"
    yield "VERSION:2.0"
    yield f"PRODID:-//CM Station//CM Station {__version__}//FR"
    yield "CALSCALE:GREGORIAN"
    yield "METHOD:PUBLISH"
    yield f"NAME:{escaped(name)}"
    yield f"X-WR-CALNAME:{escaped(name)}"
    yield f"REFRESH-INTERVAL;VALUE=DURATION:PT{minutes}M"
    yield f"X-PUBLISHED-TTL:PT{minutes}M"
    for zone, days in sorted(_zones(every).items()):
        last = max(*days, now.date())
        yield from definition(zone, min(days), last.replace(year=last.year + _YEARS_AHEAD, day=1))
    for event in every:
        yield from _event(event, now)
    yield "END:VCALENDAR"


def _zones(events: Iterable[CalendarEvent]) -> dict[str, set[date]]:
    """Return the zones that are named, each with the days that need it."""
    found: dict[str, set[date]] = {}
    for event in events:
        for moment in (event.start, event.end, event.replaces, *event.also, *event.removed):
            if isinstance(moment, PlannedTime) and _by_wall(moment):
                found.setdefault(moment.zone, set()).add(moment.wall.date())
    return found


def _by_wall(moment: PlannedTime) -> bool:
    """Tell whether wall time and zone say it all: not so in the second pass of a doubled hour."""
    return moment.zone != "UTC" and placed(moment.wall, moment.zone).instant == moment.instant


def _event(event: CalendarEvent, now: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{escaped(event.uid)}"
    yield f"DTSTAMP:{_instant(now)}"
    yield _time("DTSTART", event.start)
    if event.end != event.start:
        yield _time("DTEND", event.end)
    if event.replaces is not None:
        yield _time(
            "RECURRENCE-ID;RANGE=THISANDFUTURE" if event.following else "RECURRENCE-ID", event.replaces
        )
    yield from (f"RRULE:{_one_line(rule)}" for rule in event.rules)
    yield from (_time("RDATE", one) for one in event.also)
    yield from (_time("EXDATE", one) for one in event.removed)
    yield from _words(event)
    if event.sequence:
        yield f"SEQUENCE:{event.sequence}"
    if event.modified is not None:
        yield f"LAST-MODIFIED:{_instant(event.modified)}"
    yield from (_one_line(line) for line in event.kept)
    yield "END:VEVENT"


def _words(event: CalendarEvent) -> Iterator[str]:
    texts = (("SUMMARY", event.title), ("DESCRIPTION", event.description), ("LOCATION", event.place))
    yield from (f"{name}:{escaped(text)}" for name, text in texts if text)
    if event.url:
        yield f"URL:{_one_line(event.url)}"
    if event.categories:
        yield f"CATEGORIES:{','.join(map(escaped, event.categories))}"
    if event.status is not EventStatus.CONFIRMED:
        yield f"STATUS:{event.status.value.upper()}"


def _time(name: str, moment: EventTime) -> str:
    if isinstance(moment, WholeDay):
        return f"{name};VALUE=DATE:{_digits(moment.day.isoformat())}"
    if not isinstance(moment, PlannedTime):
        return f"{name}:{_wall(moment.wall)}"
    if moment.zone == "UTC":
        return f"{name}:{_instant(moment.instant)}"
    if _by_wall(moment):
        return f"{name};TZID={moment.zone}:{_wall(wall_of(moment))}"
    return f"{name};{OWN_ZONE}={moment.zone}:{_instant(moment.instant)}"


def _instant(moment: datetime) -> str:
    return f"{_wall(moment.astimezone(UTC).replace(tzinfo=None))}Z"


def _wall(wall: datetime) -> str:
    return _digits(wall.isoformat(timespec="seconds"))


def _digits(text: str) -> str:
    return text.replace("-", "").replace(":", "")


def _one_line(text: str) -> str:
    return _CONTROLS.sub("", text)
