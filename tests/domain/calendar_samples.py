"""Events of every kind, and files as other programs write them."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from cmstation.domain.calendar_events import (
    CalendarEvent,
    EventStatus,
    EventTime,
    FloatingTime,
    Occurrence,
    WholeDay,
    end_from,
    instant_of,
    like,
    placed,
    wall_of,
)
from cmstation.domain.planned_time import PlannedTime, at_instant

NOW = datetime(2026, 9, 1, 8, 30, tzinfo=UTC)
ZONES = ("Europe/Paris", "Europe/Brussels", "America/Toronto", "UTC", "Asia/Kolkata", "Africa/Casablanca")


def wall(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    """Return a wall time."""
    return datetime(year, month, day, hour, minute)  # noqa: DTZ001 - walls have no zone


NIGHTS = {  # the hour that is skipped, and the one that happens twice
    "Europe/Paris": (wall(2026, 3, 29, 2, 30), wall(2026, 10, 25, 2, 30)),
    "Europe/Brussels": (wall(2026, 3, 29, 2, 30), wall(2026, 10, 25, 2, 30)),
    "America/Toronto": (wall(2026, 3, 8, 2, 30), wall(2026, 11, 1, 1, 30)),
}


def paris(*numbers: int) -> PlannedTime:
    """Return a time on the clinic's clock."""
    return placed(wall(*numbers), "Europe/Paris")


def wall_start(occurrence: Occurrence) -> datetime:
    """Return what the clock shows when it begins."""
    return wall_of(occurrence.start)


def instant_start(occurrence: Occurrence) -> datetime:
    """Return the instant when it begins."""
    return instant_of(occurrence.start, "UTC")


def meeting(start: EventTime, *rules: str, hours: float = 1, **fields: Any) -> CalendarEvent:
    """Return an event of some hours (or of one day)."""
    lasts = timedelta(days=1) if isinstance(start, WholeDay) else timedelta(hours=hours)
    event = CalendarEvent("reunion@clinique.example", start, like(start, wall_of(start) + lasts), rules=rules)
    return replace(event, **fields)


# --- any event -------------------------------------------------------------------------------------------

_walls = st.datetimes(wall(1990, 1, 1), wall(2060, 1, 1)).map(lambda one: one.replace(microsecond=0))
_instants = _walls.map(lambda one: one.replace(tzinfo=UTC))
texts = st.text(st.characters(exclude_categories=("Cs", "Cc"), include_characters='\n\t\\;,:"'), max_size=120)
_names = texts.filter(lambda one: bool(one.strip()) and one == one.strip())
_rules = st.sampled_from(
    (
        "FREQ=DAILY;COUNT=12",
        "FREQ=WEEKLY;BYDAY=MO,TH;UNTIL=20610101T000000Z",
        "FREQ=MONTHLY;BYDAY=-1FR;INTERVAL=2",
        "FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=1",
    )
)
_kept = st.sampled_from(
    ("CLASS:PRIVATE", "TRANSP:TRANSPARENT", "X-SOMETHING;X-MORE=oui:a\\,b;c", "PRIORITY:5", "GEO:48.85;2.35")
)


@st.composite
def times(draw: st.DrawFn, kind: type | None = None) -> EventTime:
    """Draw a time of one kind, or of any."""
    kind = kind or draw(st.sampled_from((WholeDay, FloatingTime, PlannedTime)))
    if kind is WholeDay:
        return WholeDay(draw(_walls).date())
    if kind is FloatingTime:
        return FloatingTime(draw(_walls))
    return at_instant(draw(_instants), draw(st.sampled_from(ZONES)))


@st.composite
def events(draw: st.DrawFn, uid: str | None = None, *, alone: bool = False) -> CalendarEvent:
    """Draw any event; alone, without a series."""
    start = draw(times())
    hours = draw(st.integers(1, 80))
    rough = meeting(start, hours=hours)
    fields: dict[str, Any] = {
        "uid": uid or draw(_names),
        "end": end_from(rough, start) if draw(st.booleans()) or isinstance(start, WholeDay) else start,
        "title": draw(texts),
        "description": draw(texts),
        "place": draw(texts),
        "url": draw(st.sampled_from(("", "https://clinique.example.org/a?b=c,d;e#é"))),
        "status": draw(st.sampled_from(EventStatus)),
        "categories": tuple(draw(st.lists(texts.filter(bool), max_size=3))),
        "sequence": draw(st.integers(0, 9)),
        "modified": draw(st.none() | _instants),
        "kept": tuple(draw(st.lists(_kept, max_size=3))),
    }
    if alone:
        return replace(rough, **fields, replaces=draw(times(type(start))), following=draw(st.booleans()))
    series = replace(
        rough,
        **fields,
        rules=tuple(draw(st.lists(_rules, max_size=2, unique=True))),
        also=tuple(draw(st.lists(times(type(start)), max_size=2))),
        removed=tuple(draw(st.lists(times(type(start)), max_size=2))),
    )
    own = draw(st.lists(events(series.uid, alone=True), max_size=2, unique_by=lambda one: one.replaces))
    return replace(series, exceptions=tuple(own))


def calendars() -> st.SearchStrategy[list[CalendarEvent]]:
    """Draw the events of one calendar."""
    return st.lists(events(), max_size=4, unique_by=lambda one: one.uid)


# --- files as others write them ---------------------------------------------------------------------------


def file(*lines: str) -> bytes:
    """Return lines as a file."""
    return "".join(f"{line}\r\n" for line in lines).encode()


def calendar(*lines: str) -> bytes:
    """Return lines inside a calendar."""
    return file("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Essai//FR", *lines, "END:VCALENDAR")


def one_event(*lines: str) -> bytes:
    """Return one event, with what it needs unless it is given."""
    given = {line.partition(":")[0].partition(";")[0] for line in lines}
    needed = [
        line
        for line in ("UID:1@example.org", "DTSTAMP:20260901T080000Z", "DTSTART:20261006T090000Z")
        if line.partition(":")[0] not in given
    ]
    return calendar("BEGIN:VEVENT", *needed, *lines, "END:VEVENT")


_ROMANCE = (
    "BEGIN:VTIMEZONE",
    "TZID:Romance Standard Time",
    "BEGIN:STANDARD",
    "DTSTART:16010101T030000",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10",
    "END:STANDARD",
    "BEGIN:DAYLIGHT",
    "DTSTART:16010101T020000",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3",
    "END:DAYLIGHT",
    "END:VTIMEZONE",
)


def zone_called(name: str) -> tuple[str, ...]:
    """Return Outlook's definition of the clock of Paris under another name."""
    return tuple(f"TZID:{name}" if line.startswith("TZID") else line for line in _ROMANCE)


OUTLOOK = file(
    "BEGIN:VCALENDAR",
    "METHOD:PUBLISH",
    "PRODID:Microsoft Exchange Server 2010",
    "VERSION:2.0",
    "X-WR-CALNAME:Calendrier",
    *_ROMANCE,
    "BEGIN:VEVENT",
    "DESCRIPTION:Salle 2\\, 1er étage\\nCafé dès 8 h 45\\n",
    "RRULE:FREQ=WEEKLY;UNTIL=20261214T080000Z;INTERVAL=1;BYDAY=MO;WKST=MO",
    "EXDATE;TZID=Romance Standard Time:20261102T090000,20261109T090000",
    "UID:040000008200E00074C5B7101A82E00800000000A0",
    " B1C2D3E4F5DA01000000000000000010000000",
    "SUMMARY;LANGUAGE=fr-FR:Réunion de rédaction",
    "DTSTART;TZID=Romance Standard Time:20261005T090000",
    "DTEND;TZID=Romance Standard Time:20261005T100000",
    "CLASS:PUBLIC",
    "PRIORITY:5",
    "DTSTAMP:20260901T071500Z",
    "TRANSP:OPAQUE",
    "STATUS:CONFIRMED",
    "SEQUENCE:2",
    "LOCATION;LANGUAGE=fr-FR:Salle 2",
    "X-MICROSOFT-CDO-BUSYSTATUS:BUSY",
    "X-MICROSOFT-DISALLOW-COUNTER:FALSE",
    "BEGIN:VALARM",
    "DESCRIPTION:REMINDER",
    "TRIGGER;RELATED=START:-PT15M",
    "ACTION:DISPLAY",
    "END:VALARM",
    "END:VEVENT",
    "BEGIN:VEVENT",
    "UID:040000008200E00074C5B7101A82E00800000000A0",
    " B1C2D3E4F5DA01000000000000000010000000",
    "RECURRENCE-ID;TZID=Romance Standard Time:20261012T090000",
    "SUMMARY;LANGUAGE=fr-FR:Réunion de rédaction (déplacée)",
    "DTSTART;TZID=Romance Standard Time:20261013T140000",
    "DTEND;TZID=Romance Standard Time:20261013T150000",
    "DTSTAMP:20260901T071500Z",
    "SEQUENCE:2",
    "END:VEVENT",
    "END:VCALENDAR",
)
GOOGLE = file(
    "BEGIN:VCALENDAR",
    "PRODID:-//Google Inc//Google Calendar 70.9054//EN",
    "VERSION:2.0",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    "X-WR-CALNAME:Communication",
    "X-WR-TIMEZONE:Europe/Brussels",
    "BEGIN:VEVENT",
    "DTSTART;VALUE=DATE:20261001",
    "DTEND;VALUE=DATE:20261101",
    "DTSTAMP:20260901T080000Z",
    "UID:4p2k0rqv7l0f3o1c@google.com",
    "CREATED:20260810T120000Z",
    "DESCRIPTION:<b>Octobre rose</b>",
    "LAST-MODIFIED:20260811T093000Z",
    "LOCATION:",
    "SEQUENCE:0",
    "STATUS:CONFIRMED",
    "SUMMARY:Octobre rose",
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
    "BEGIN:VEVENT",
    "DTSTART:20261012T150000Z",
    "DTEND:20261012T163000Z",
    "DTSTAMP:20260901T080000Z",
    "ORGANIZER;CN=Clinique:mailto:com@clinique.example.org",
    "UID:7h3d9s0a@google.com",
    "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=Une",
    "  personne;X-NUM-GUESTS=0:mailto:une.personne@example.org",
    "STATUS:TENTATIVE",
    "SUMMARY:Tournage\\; bloc 3",
    "END:VEVENT",
    "END:VCALENDAR",
)
THUNDERBIRD = file(
    "BEGIN:VCALENDAR",
    "PRODID:-//Mozilla.org/NONSGML Mozilla Calendar V1.1//EN",
    "VERSION:2.0",
    "BEGIN:VTIMEZONE",
    "TZID:America/Toronto",
    "X-TZINFO:America/Toronto[2026a]",
    "BEGIN:DAYLIGHT",
    "TZOFFSETTO:-040000",
    "TZOFFSETFROM:-050000",
    "TZNAME:EDT",
    "DTSTART:20070311T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "TZOFFSETTO:-050000",
    "TZOFFSETFROM:-040000",
    "TZNAME:EST",
    "DTSTART:20071104T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU",
    "END:STANDARD",
    "END:VTIMEZONE",
    "BEGIN:VEVENT",
    "CREATED:20260820T100000Z",
    "LAST-MODIFIED:20260820T101500Z",
    "DTSTAMP:20260820T101500Z",
    "UID:5d0a2b1e-1111-4222-8333-abcdefabcdef",
    "SUMMARY:Publication du soir",
    "RRULE:FREQ=DAILY;COUNT=3",
    "DTSTART;TZID=America/Toronto:20261031T013000",
    "DTEND;TZID=America/Toronto:20261031T020000",
    "TRANSP:OPAQUE",
    "X-MOZ-GENERATION:2",
    "CATEGORIES:Réseaux sociaux,Dépistage\\, prévention",
    "END:VEVENT",
    "END:VCALENDAR",
)
NEXTCLOUD = file(
    "BEGIN:VCALENDAR",
    "CALSCALE:GREGORIAN",
    "VERSION:2.0",
    "PRODID:-//IDN nextcloud.com//Calendar app 4.7.0//EN",
    *zone_called("Europe/Paris"),
    "BEGIN:VEVENT",
    "CREATED:20260820T100000Z",
    "DTSTAMP:20260820T101500Z",
    "LAST-MODIFIED:20260820T101500Z",
    "SEQUENCE:3",
    "UID:9c1f9f0e-2222-4333-8444-abcdefabcdef",
    "DTSTART;TZID=Europe/Paris:20261020T180000",
    "DURATION:PT1H30M",
    "STATUS:CANCELLED",
    "SUMMARY:Conférence « bien dormir »",
    "URL;VALUE=URI:https://clinique.example.org/sommeil",
    "COLOR:teal",
    "END:VEVENT",
    "END:VCALENDAR",
)
OTHERS = {"outlook": OUTLOOK, "google": GOOGLE, "thunderbird": THUNDERBIRD, "nextcloud": NEXTCLOUD}


def days_of_october() -> tuple[date, date]:
    """Return the span that most samples fall into."""
    return date(2026, 10, 1), date(2027, 1, 1)
