"""Reading and writing calendar files."""

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings

from cmstation.domain.calendar_events import CalendarEvent, EventStatus, FloatingTime, WholeDay, placed
from cmstation.domain.ics import read, write
from cmstation.domain.planned_time import at_instant, at_wall_time
from tests.domain.calendar_samples import (
    GOOGLE,
    NEXTCLOUD,
    NIGHTS,
    NOW,
    OTHERS,
    OUTLOOK,
    THUNDERBIRD,
    calendars,
    days_of_october,
    instant_start,
    meeting,
    one_event,
    paris,
    wall,
    wall_start,
)


def written(*events: CalendarEvent) -> bytes:
    """Return the file of these events."""
    return write(events, name="Clinique", now=NOW)


def lines(data: bytes) -> list[str]:
    """Return the unfolded lines of a file."""
    return data.decode().replace("\r\n ", "").split("\r\n")


@settings(max_examples=100, deadline=None)
@given(calendars())
def test_what_is_written_is_read_again_whole(events: list[CalendarEvent]) -> None:
    assert read(written(*events)) == events


@settings(max_examples=40, deadline=None)
@given(calendars())
def test_a_file_keeps_the_rules_of_the_format(events: list[CalendarEvent]) -> None:
    data = written(*events)

    assert data.endswith(b"\r\n")
    assert re.search(rb"(?<!\r)\n|\r(?!\n)", data) is None
    for line in data.split(b"\r\n"):
        assert len(line) <= 75
        line.decode()


@pytest.mark.parametrize("name", OTHERS)
def test_a_file_of_another_program_survives_reading_and_writing(name: str) -> None:
    events = read(OTHERS[name])

    assert events
    assert read(written(*events)) == events


def test_outlook_s_series_keeps_its_zone_its_exceptions_and_its_words() -> None:
    (event,) = read(OUTLOOK)

    found = event.occurrences(*days_of_october())

    assert event.start == paris(2026, 10, 5, 9)
    assert event.description == "Salle 2, 1er étage\nCafé dès 8 h 45\n"
    assert event.uid == "040000008200E00074C5B7101A82E00800000000A0B1C2D3E4F5DA01000000000000000010000000"
    assert [one.start for one in found][:3] == [
        paris(2026, 10, 5, 9),
        paris(2026, 10, 13, 14),
        paris(2026, 10, 19, 9),
    ]
    assert found[1].event.title == "Réunion de rédaction (déplacée)"
    assert found[1].replaces == paris(2026, 10, 12, 9)
    # Two Mondays are left out; the last one is the 14th, 9 o'clock, included.
    assert [one.day for one in map(wall_start, found)][3:] == [26, 16, 23, 30, 7, 14]
    assert {"X-MICROSOFT-CDO-BUSYSTATUS:BUSY", "TRIGGER;RELATED=START:-PT15M"} <= set(event.kept)


def test_google_s_whole_days_and_utc_are_read_and_no_guest_is_taken() -> None:
    month, shooting = read(GOOGLE)

    assert (month.start, month.end) == (WholeDay(date(2026, 10, 1)), WholeDay(date(2026, 11, 1)))
    assert shooting.title == "Tournage; bloc 3"
    assert shooting.status is EventStatus.TENTATIVE
    assert "une.personne" not in repr(shooting)
    assert "une.personne" not in written(shooting).decode()


def test_thunderbird_s_series_in_the_doubled_hour_falls_once_a_day() -> None:
    (event,) = read(THUNDERBIRD)

    found = event.occurrences(*days_of_october(), zone="America/Toronto")

    assert [f"{instant_start(one):%d %H:%M}" for one in found] == ["31 05:30", "01 05:30", "02 06:30"]
    assert event.categories == ("Réseaux sociaux", "Dépistage, prévention")


def test_nextcloud_s_duration_gives_the_end() -> None:
    (event,) = read(NEXTCLOUD)

    assert event.end == paris(2026, 10, 20, 19, 30)
    assert event.status is EventStatus.CANCELLED
    assert event.url == "https://clinique.example.org/sommeil"


def test_a_file_says_who_wrote_it_how_it_is_called_and_when_to_look_again() -> None:
    data = write([meeting(paris(2026, 10, 6, 9))], name="Plan, 2026; ébauche", now=NOW)

    found = lines(data)

    assert found[0] == "BEGIN:VCALENDAR"
    assert {"VERSION:2.0", "METHOD:PUBLISH", "CALSCALE:GREGORIAN"} <= set(found)
    assert "X-WR-CALNAME:Plan\\, 2026\\; ébauche" in found
    assert "REFRESH-INTERVAL;VALUE=DURATION:PT60M" in found
    assert any(line.startswith("PRODID:") and "CM Station" in line for line in found)
    assert {"UID:reunion@clinique.example", "DTSTAMP:20260901T083000Z"} <= set(found)


def test_each_zone_that_is_named_is_defined_once() -> None:
    toronto = meeting(placed(wall(2026, 10, 6, 9), "America/Toronto"), uid="2")

    found = lines(written(meeting(paris(2026, 10, 6, 9)), meeting(paris(2026, 10, 7, 9), uid="3"), toronto))

    assert [line for line in found if line.startswith("TZID:")] == [
        "TZID:America/Toronto",
        "TZID:Europe/Paris",
    ]
    assert "DTSTART;TZID=Europe/Paris:20261006T090000" in found


def test_the_same_plan_gives_the_same_bytes() -> None:
    events = [meeting(paris(2026, 10, 6, 9)), meeting(FloatingTime(wall(2026, 10, 6, 9)), uid="2")]

    assert written(*events) == written(*events)


@pytest.mark.parametrize("zone", NIGHTS)
def test_both_passes_of_the_doubled_hour_survive(zone: str) -> None:
    there = NIGHTS[zone][1]
    both = [
        replace(meeting(moment), uid=str(number), end=moment)
        for number, moment in enumerate(
            (at_wall_time(there, zone), at_wall_time(there, zone, second_pass=True))
        )
    ]

    again = read(written(*both))

    assert again == both
    assert again[0].start != again[1].start


@pytest.mark.parametrize("zone", NIGHTS)
def test_an_hour_that_the_clocks_skip_moves_behind_the_gap(zone: str) -> None:
    there = NIGHTS[zone][0]
    stamp = f"{there:%Y%m%dT%H%M%S}"

    (event,) = read(one_event(f"DTSTART;TZID={zone}:{stamp}", f"DTEND;TZID={zone}:{there:%Y%m%d}T030000"))

    assert event.start == placed(there + timedelta(hours=1), zone)
    assert event.end == placed(there + timedelta(hours=1, minutes=30), zone)


def test_a_character_folded_in_its_middle_is_read() -> None:
    data = one_event("SUMMARY:Été").replace("É".encode(), b"\xc3\r\n \x89")

    assert read(data)[0].title == "Été"


def test_line_ends_of_other_systems_a_mark_and_empty_lines_are_read() -> None:
    data = one_event("SUMMARY:Été")

    for other in (data.replace(b"\r\n", b"\n"), b"\xef\xbb\xbf" + data, data + b"\r\n\r\n"):
        assert read(other) == read(data)


def test_escapes_are_read_one_by_one() -> None:
    (event,) = read(one_event(r"SUMMARY:C:\\new\, \;\N\\\\n"))

    assert event.title == "C:\\new, ;\n\\\\n"


def test_of_two_revisions_the_later_one_counts() -> None:
    old, new = meeting(paris(2026, 10, 6, 9)), meeting(paris(2026, 10, 7, 9), sequence=1)

    data = written(new, old)

    assert read(data) == [new]


def test_an_exception_without_its_series_stands_alone() -> None:
    alone = meeting(paris(2026, 10, 6, 9), replaces=paris(2026, 10, 5, 9))

    assert read(written(alone)) == [alone]


def test_a_cancelling_calendar_cancels_its_events() -> None:
    data = one_event().replace(b"VERSION:2.0", b"VERSION:2.0\r\nMETHOD:CANCEL")

    assert read(data)[0].status is EventStatus.CANCELLED


def test_control_characters_and_lone_surrogates_leave_a_readable_file() -> None:
    event = meeting(paris(2026, 10, 6, 9), title="a\x00b\x1bc\ud800d\r\ne", url="https://a\r\nBEGIN:VEVENT")

    (again,) = read(written(event))

    assert again.title == "abc?d\ne"
    assert again.url == "https://aBEGIN:VEVENT"


def test_a_day_that_ends_when_it_starts_is_one_day() -> None:
    for more in ((), ("DTEND;VALUE=DATE:20261006",), ("DURATION:P1D",)):
        (event,) = read(one_event("DTSTART;VALUE=DATE:20261006", *more))

        assert event.end == WholeDay(date(2026, 10, 7))


def test_a_duration_of_days_goes_by_the_wall_and_one_of_hours_by_real_time() -> None:
    start = "DTSTART;TZID=Europe/Paris:20261024T120000"

    (by_wall,) = read(one_event(start, "DURATION:P1D"))
    (by_time,) = read(one_event(start, "DURATION:PT24H"))

    assert by_wall.end == paris(2026, 10, 25, 12)
    assert by_time.end == paris(2026, 10, 25, 11)


def test_a_second_pass_is_written_in_utc_with_its_zone_beside() -> None:
    moment = at_wall_time(wall(2026, 10, 25, 2, 30), "Europe/Paris", second_pass=True)

    data = written(replace(meeting(moment), end=moment))

    assert b"DTSTART;X-CMSTATION-ZONE=Europe/Paris:20261025T013000Z" in data
    assert read(data)[0].start == at_instant(moment.instant, "Europe/Paris")
