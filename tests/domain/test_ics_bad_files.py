"""Calendar files that cannot be taken: which line, and why."""

import subprocess
import sys
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cmstation.domain.calendar_events import CalendarEvent
from cmstation.domain.ics import read, write
from cmstation.domain.ics_errors import CalendarProblem, CalendarUnreadable
from cmstation.domain.ics_lines import MOST_BYTES
from tests.domain.calendar_samples import NOW, OTHERS, OUTLOOK, calendar, calendars, file, one_event

P = CalendarProblem
CUTS = (P.NOT_A_CALENDAR, P.CUT_SHORT, P.NOT_UTF8, P.NOT_A_PROPERTY, P.ENDS_UNOPENED)


def refusal(data: bytes) -> CalendarUnreadable:
    """Return the error of reading."""
    with pytest.raises(CalendarUnreadable) as caught:
        read(data)
    return caught.value


@pytest.mark.parametrize(
    ("data", "problem", "line"),
    [
        (b"", P.NOT_A_CALENDAR, 0),
        (b"\r\n\r\n", P.NOT_A_CALENDAR, 0),
        (b"date;titre\r\n2026-10-06;Congr\xc3\xa8s\r\n", P.NOT_A_CALENDAR, 1),
        (b"PK\x03\x04\x14\x00\x06\x00", P.NOT_A_PROPERTY, 1),
        (b"\x89PNG\r\n\x1a\n\x00", P.NOT_UTF8, 1),
        (b"<!DOCTYPE html>\n<html></html>", P.NOT_A_CALENDAR, 1),
        (file("BEGIN:VCARD", "END:VCARD"), P.NOT_A_CALENDAR, 1),
        (file("BEGIN:VEVENT", "END:VEVENT"), P.NOT_A_CALENDAR, 1),
        (calendar("BEGIN:VEVENT", "END:VALARM", "END:VEVENT"), P.ENDS_UNOPENED, 5),
        (calendar("SUMMARY"), P.NOT_A_PROPERTY, 4),
        (calendar("Texte perdu : oui"), P.NOT_A_PROPERTY, 4),
        (one_event("SUMMARY:Été").decode().encode("latin-1"), P.NOT_UTF8, 8),
        (one_event("SUMMARY:Été").decode().encode("utf-16"), P.NOT_UTF8, 1),
        (calendar("BEGIN:VEVENT", "DTSTART:20261006T090000Z", "END:VEVENT"), P.UID_MISSING, 4),
        (one_event("UID:"), P.UID_MISSING, 4),
        (calendar("BEGIN:VEVENT", "UID:1", "END:VEVENT"), P.START_MISSING, 4),
        (one_event("DTEND:20261006T080000Z"), P.END_BEFORE_START, 8),
        (one_event("DURATION:-PT1H"), P.END_BEFORE_START, 8),
        (one_event("DURATION:P"), P.BAD_VALUE, 8),
        (one_event("DTSTART:99991231T230000Z", "DURATION:PT2H"), P.BAD_VALUE, 8),
        (one_event("DTEND;VALUE=DATE:20261007"), P.KINDS_DIFFER, 8),
        (one_event("RDATE;VALUE=DATE:20261007"), P.KINDS_DIFFER, 8),
        (one_event("DTSTART:20261306T090000Z"), P.BAD_VALUE, 7),
        (one_event("DTSTART:demain"), P.BAD_VALUE, 7),
        (one_event("DTSTART;VALUE=DATE:99991231"), P.BAD_VALUE, 7),
        (one_event("DTSTART;TZID=Europe/Paris:00010101T000000"), P.BAD_VALUE, 7),
        (one_event("DTSTART;TZID=Chez nous:20261006T090000"), P.ZONE_UNKNOWN, 7),
        (one_event("DTEND;TZID:20261006T100000Z"), P.NOT_A_PROPERTY, 8),
        (one_event("SUMMARY:a", "SUMMARY:b"), P.GIVEN_TWICE, 9),
        (one_event("SEQUENCE:beaucoup"), P.BAD_VALUE, 8),
        (one_event("RRULE:FREQ=SOMETIMES"), P.BAD_RULE, 8),
        (one_event("RRULE:FREQ=DAILY;INTERVAL=0"), P.BAD_RULE, 8),
        (one_event("RRULE:FREQ=DAILY;COUNT=3;UNTIL=20270101"), P.BAD_RULE, 8),
        (one_event("RRULE:FREQ=DAILY;BYMONTH=13"), P.BAD_RULE, 8),
        (one_event("RRULE:FREQ=DAILY;UNTIL=20271340"), P.BAD_RULE, 8),
        (one_event("RRULE:FREQ=MONTHLY;BYSETPOS=1"), P.BAD_RULE, 8),
        (one_event("RRULE:"), P.BAD_RULE, 8),
        (one_event("EXRULE:FREQ=DAILY"), P.BAD_RULE, 8),
        (one_event(*["RRULE:FREQ=DAILY"] * 11), P.BAD_RULE, 18),
        (one_event("EXDATE:20261006T090000Z" + ",20261006T090000Z" * 5000), P.TOO_MANY_DATES, 8),
    ],
)
def test_a_bad_file_names_the_line_and_what_is_wrong(
    data: bytes, problem: CalendarProblem, line: int
) -> None:
    found = refusal(data)

    assert (found.problem, found.line) == (problem, line)
    assert found.facts["line"] == line


def test_one_bad_event_among_good_ones_gives_nothing() -> None:
    good = ("BEGIN:VEVENT", "UID:1", "DTSTART:20261006T090000Z", "END:VEVENT")

    found = refusal(calendar(*good, "BEGIN:VEVENT", "UID:2", "DTSTART:x", "END:VEVENT"))

    assert found.line == 10
    assert found.found == "DTSTART:x"


def test_two_different_events_of_one_identity_and_revision_are_refused() -> None:
    first = ("BEGIN:VEVENT", "UID:1", "DTSTART:20261006T090000Z", "END:VEVENT")
    second = ("BEGIN:VEVENT", "UID:1", "DTSTART:20261007T090000Z", "END:VEVENT")

    found = refusal(calendar(*first, *second))

    assert (found.problem, found.line, found.found) == (P.UID_TWICE, 8, "1")


@pytest.mark.parametrize("name", OTHERS)
def test_a_file_cut_anywhere_is_refused(name: str) -> None:
    whole = OTHERS[name]
    last = len(whole) - len("\r\nEND:VCALENDAR\r\n")

    for end in range(0, last, 37):
        assert refusal(whole[:end]).problem in CUTS


def test_a_cut_file_names_its_last_line() -> None:
    found = refusal(OUTLOOK[: OUTLOOK.index(b"LOCATION")])

    assert (found.problem, found.found) == (P.CUT_SHORT, "VEVENT")
    assert found.line == OUTLOOK[: OUTLOOK.index(b"LOCATION")].count(b"\n")


def test_an_enormous_file_is_refused_at_once() -> None:
    data = calendar("X-A:" + "a" * 70) * (50 * 1024 * 1024 // 150)
    started = time.perf_counter()

    found = refusal(data)

    assert (found.problem, found.line) == (P.TOO_LARGE, 0)
    assert found.found == str(len(data))
    assert time.perf_counter() - started < 2


def test_a_million_nested_components_are_refused_early() -> None:
    found = refusal(file("BEGIN:VCALENDAR", *["BEGIN:X"] * 1_000_000))

    assert (found.problem, found.line) == (P.TOO_DEEP, 9)


def test_a_million_components_side_by_side_are_refused() -> None:
    data = file("BEGIN:VCALENDAR") + file("BEGIN:X", "END:X") * 1_000_000

    found = refusal(data)

    assert len(data) < MOST_BYTES
    assert (found.problem, found.line) == (P.TOO_MANY_COMPONENTS, 200_000)


def test_a_very_long_line_is_read_in_a_moment() -> None:
    data = one_event('DESCRIPTION;ALTREP="x":' + "a\\n" * 1_000_000)
    started = time.perf_counter()

    (event,) = read(data)

    assert len(event.description) == 2_000_000
    assert time.perf_counter() - started < 20


def test_a_zone_whose_rule_never_ends_its_search_is_refused() -> None:
    zone = ("BEGIN:VTIMEZONE", "TZID:Chez nous", "BEGIN:STANDARD", "DTSTART:20200101T000000")
    offsets = ("TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "END:STANDARD", "END:VTIMEZONE")
    event = ("BEGIN:VEVENT", "UID:1", "DTSTART;TZID=Chez nous:20261006T090000", "END:VEVENT")

    found = refusal(calendar(*zone, "RRULE:FREQ=SECONDLY", *offsets, *event))

    assert (found.problem, found.line) == (P.BAD_RULE, 8)


def test_a_crowd_of_zones_that_nobody_knows_is_refused_in_time() -> None:
    lines: list[str] = []
    for number in range(300):
        part = ("BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETFROM:+012345", "TZOFFSETTO:+012345")
        lines += ("BEGIN:VTIMEZONE", f"TZID:Z{number}", *part, "END:STANDARD", "END:VTIMEZONE")
    for number in range(300):
        start = f"DTSTART;TZID=Z{number}:20261006T090000"
        lines += ("BEGIN:VEVENT", f"UID:{number}", start, "END:VEVENT")
    started = time.perf_counter()

    found = refusal(calendar(*lines))

    assert found.problem is P.TOO_MANY_ZONES
    assert time.perf_counter() - started < 20


@settings(max_examples=150, deadline=None)
@given(calendars().map(lambda events: write(events, name="Plan", now=NOW)), st.data())
def test_a_damaged_file_is_read_or_refused_and_never_a_crash(data: bytes, choice: st.DataObject) -> None:
    place = choice.draw(st.integers(0, len(data)))
    other = choice.draw(
        st.binary(max_size=8) | st.sampled_from((b"\r\n", b";", b":", b'"', b"=", b"9", b"T"))
    )
    length = choice.draw(st.integers(0, 12))

    try:
        events: list[CalendarEvent] | None = read(data[:place] + other + data[place + length :])
    except CalendarUnreadable as failure:
        events = None
        assert failure.line <= data.count(b"\n") + 10

    assert events is None or all(isinstance(one, CalendarEvent) for one in events)


def test_nothing_heavy_is_loaded_before_a_calendar_file_is_at_hand() -> None:
    probe = (
        "import sys; from cmstation.domain import calendar_events, ics, ics_errors;"
        "print([one for one in ('icalendar', 'dateutil') if one in sys.modules])"
    )

    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"
