"""The zone that a calendar file means."""

from datetime import UTC, date, datetime, timedelta
from io import StringIO
from zoneinfo import ZoneInfo

import pytest
from dateutil.tz import tzical
from hypothesis import given, settings
from hypothesis import strategies as st

from cmstation.domain.calendar_events import placed
from cmstation.domain.ics import read, write
from cmstation.domain.ics_errors import CalendarProblem, CalendarUnreadable
from cmstation.domain.planned_time import PlannedTime, at_instant
from tests.domain.calendar_samples import NIGHTS, NOW, calendar, meeting, one_event, paris, wall, zone_called


def start_in(name: str, *definition: str, more: tuple[str, ...] = ()) -> PlannedTime:
    """Return the start of an event at nine in a zone of this name."""
    lines = ("UID:1", f"DTSTART;TZID={name}:20261006T090000", *more)
    (event,) = read(calendar(*definition, "BEGIN:VEVENT", *lines, "END:VEVENT"))
    assert isinstance(event.start, PlannedTime)
    return event.start


def fixed(name: str, offset: str) -> tuple[str, ...]:
    """Return a definition that never changes."""
    part = ("BEGIN:STANDARD", "DTSTART:19700101T000000", f"TZOFFSETFROM:{offset}", f"TZOFFSETTO:{offset}")
    return ("BEGIN:VTIMEZONE", f"TZID:{name}", *part, "END:STANDARD", "END:VTIMEZONE")


@pytest.mark.parametrize(
    ("name", "zone"),
    [
        ("Europe/Brussels", "Europe/Brussels"),
        ("America/Toronto", "America/Toronto"),
        ("/freeassociation.sourceforge.net/Europe/Paris", "Europe/Paris"),
        ("/mozilla.org/20050126_1/America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires"),
        ("Romance Standard Time", "Europe/Paris"),
        ("Eastern Standard Time", "America/New_York"),
        ("UTC", "UTC"),
    ],
)
def test_a_known_name_needs_no_definition(name: str, zone: str) -> None:
    assert start_in(name) == placed(wall(2026, 10, 6, 9), zone)


@pytest.mark.parametrize(
    "name", ["Customized Time Zone", "(UTC+01:00) Bruxelles\\, Paris", "GMT +0100 (Standard)"]
)
def test_a_definition_under_any_name_is_found_by_its_clock(name: str) -> None:
    found = start_in(f'"{name}"', *zone_called(name))

    assert found == paris(2026, 10, 6, 9)


def test_a_definition_that_names_its_place_is_taken_by_its_word() -> None:
    definition = [*zone_called("Chez nous")]
    definition.insert(2, "X-LIC-LOCATION:Europe/Brussels")

    assert start_in("Chez nous", *definition).zone == "Europe/Brussels"


def test_a_series_in_a_renamed_zone_follows_the_clock_through_the_night() -> None:
    lines = (
        "BEGIN:VEVENT",
        "UID:1",
        "DTSTART;TZID=Bureau:20261024T090000",
        "RRULE:FREQ=DAILY;COUNT=3",
        "END:VEVENT",
    )

    (event,) = read(calendar(*zone_called("Bureau"), *lines))

    starts = [one.start for one in event.occurrences(date(2026, 10, 1), date(2026, 11, 1))]
    assert starts == [paris(2026, 10, day, 9) for day in (24, 25, 26)]


def test_an_offset_that_never_changes_is_a_zone() -> None:
    found = start_in("Plus un", *fixed("Plus un", "+0100"))

    assert found.instant == datetime(2026, 10, 6, 8, tzinfo=UTC)
    assert found.zone == "Etc/GMT-1"


def test_a_clock_that_nobody_has_is_computed_for_one_time_and_refused_for_a_series() -> None:
    odd = fixed("Ailleurs", "+012345")

    found = start_in("Ailleurs", *odd)

    assert (found.zone, found.instant) == ("UTC", datetime(2026, 10, 6, 7, 36, 15, tzinfo=UTC))
    with pytest.raises(CalendarUnreadable) as caught:
        start_in("Ailleurs", *odd, more=("RRULE:FREQ=DAILY",))
    assert caught.value.problem is CalendarProblem.ZONE_UNKNOWN


@pytest.mark.parametrize("zone", NIGHTS)
def test_our_definition_says_the_same_as_the_zone_in_both_nights(zone: str) -> None:
    event = meeting(placed(wall(2026, 1, 5, 9), zone))
    renamed = write([event], name="Plan", now=NOW).replace(zone.encode(), b"Chez nous")
    definition = renamed.decode().split("\r\n")
    definition = definition[definition.index("BEGIN:VTIMEZONE") : definition.index("END:VTIMEZONE") + 1]

    for night in NIGHTS[zone]:
        for hours in range(-30, 31):
            local = night + timedelta(hours=hours)
            lines = ("UID:1", f"DTSTART;TZID=Chez nous:{local:%Y%m%dT%H%M%S}")
            (found,) = read(calendar(*definition, "BEGIN:VEVENT", *lines, "END:VEVENT"))
            assert isinstance(found.start, PlannedTime)
            assert found.start.instant == placed(local, zone).instant


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(
        ("Europe/Paris", "America/Toronto", "Asia/Tokyo", "America/St_Johns", "Africa/Casablanca")
    ),
    st.datetimes(wall(1980, 1, 1), wall(2040, 1, 1)),
)
def test_dateutil_computes_the_same_instant_from_our_definition(zone: str, local: datetime) -> None:
    instant = local.replace(second=0, microsecond=0, fold=0, tzinfo=UTC)
    event = meeting(at_instant(instant, zone))
    text = write([event], name="Plan", now=NOW).decode()
    if "BEGIN:VTIMEZONE" not in text:
        return  # the second pass of a doubled hour is written in UTC
    definition = text[text.index("BEGIN:VTIMEZONE") : text.index("END:VTIMEZONE")] + "END:VTIMEZONE\r\n"
    theirs = tzical(StringIO(definition)).get()
    assert theirs is not None
    there = instant.astimezone(ZoneInfo(zone))
    assert there.replace(tzinfo=theirs, fold=0).utcoffset() == there.replace(fold=0).utcoffset()


def test_a_definition_without_its_parts_names_its_line() -> None:
    with pytest.raises(CalendarUnreadable) as caught:
        start_in("Chez nous", "BEGIN:VTIMEZONE", "TZID:Chez nous", "END:VTIMEZONE")

    assert (caught.value.problem, caught.value.line) == (CalendarProblem.BAD_VALUE, 4)


def test_a_zone_of_a_time_in_utc_that_nobody_knows_is_passed_over() -> None:
    (event,) = read(one_event("DTSTART;X-CMSTATION-ZONE=Nulle/Part:20261025T013000Z"))

    assert event.start == at_instant(datetime(2026, 10, 25, 1, 30, tzinfo=UTC), "UTC")
