"""Other implementations read what we write, and we read what they write.

ical.js (Thunderbird's parser) runs under node and is not part of the project: CMSTATION_ICAL_JS names its
folder, or `npm install ical.js` in a folder `icaljs` beside the test servers. vobject, icalendar and
recurring-ical-events come with the tools of packaging/check.py.
"""

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings

from cmstation.domain.calendar_events import (
    CalendarEvent,
    EventTime,
    FloatingTime,
    WholeDay,
    instant_of,
    placed,
)
from cmstation.domain.ics import read, write
from cmstation.domain.planned_time import at_wall_time
from tests.domain.calendar_samples import NIGHTS, NOW, OTHERS, calendars, meeting, paris, replace, wall
from tests.servers.places import ServerUnavailable, node_program, servers_folder

# Their types are incomplete.
icalendar: Any = import_module("icalendar")
recurring_ical_events: Any = import_module("recurring_ical_events")
vobject: Any = import_module("vobject")
Reader = Callable[[Iterable[bytes]], list[dict[str, Any]]]
SCRIPT = Path(__file__).with_name("read_with_ical_js.mjs")
SPAN = (date(2026, 1, 1), date(2028, 1, 1))
TEXT = "Virgule, point-virgule ; barre \\ « guillemets », é😀\nDeuxième ligne " + "très longue " * 20


def _plan() -> list[CalendarEvent]:
    """Return a plan with every kind of event."""
    moved = meeting(paris(2026, 10, 13, 14), uid="serie", title="Déplacée", replaces=paris(2026, 10, 12, 9))
    series = meeting(
        paris(2026, 10, 5, 9),
        "FREQ=WEEKLY;BYDAY=MO;UNTIL=20261214T080000Z",
        uid="serie",
        title="Réunion",
        removed=(paris(2026, 11, 2, 9), paris(2026, 11, 9, 9)),
        exceptions=(moved,),
    )
    nights = [
        meeting(placed(doubled.replace(day=1), zone), "FREQ=DAILY;COUNT=60", uid=f"nuit-{zone}", hours=0.5)
        for zone, (_, doubled) in NIGHTS.items()
    ]
    second = at_wall_time(NIGHTS["Europe/Paris"][1], "Europe/Paris", second_pass=True)
    return [
        meeting(
            paris(2026, 10, 6, 9),
            uid="mots",
            title=TEXT,
            description=TEXT,
            place=TEXT,
            categories=("a,b", "ç"),
        ),
        meeting(WholeDay(date(2026, 10, 1)), uid="jour"),
        meeting(WholeDay(date(2026, 2, 28)), "FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=12", uid="jours"),
        meeting(FloatingTime(wall(2026, 10, 6, 9)), uid="flottant"),
        meeting(placed(wall(2026, 10, 6, 9), "UTC"), uid="utc"),
        replace(meeting(second, uid="second"), end=second),
        meeting(paris(2026, 1, 30, 9), "FREQ=MONTHLY;BYDAY=-1FR;COUNT=12", uid="vendredis"),
        series,
        *nights,
    ]


PLAN = _plan()


def file_of(events: Iterable[CalendarEvent]) -> bytes:
    """Return our file."""
    return write(events, name="Plan, 2026", now=NOW)


def when(moment: EventTime) -> str | int:
    """Return a time as the script words it."""
    if isinstance(moment, WholeDay):
        return moment.day.isoformat()
    if isinstance(moment, FloatingTime):
        return moment.wall.isoformat()
    return int(moment.instant.timestamp())


def first_pass(found: str | int) -> str | int:
    """Return the first pass of a doubled hour for the second one.

    RFC 5545 means the first (3.3.5); ical.js takes the second.
    """
    for zone, (_, doubled) in NIGHTS.items():
        begin = doubled.replace(minute=0)
        second = at_wall_time(begin, zone, second_pass=True).instant.timestamp()
        if isinstance(found, int) and second <= found < second + 3600:
            return found - 3600
    return found


def one_pass(events: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Return what was seen, by identity, with each doubled hour as its first pass."""
    for event in events:
        for one in event["occurrences"]:
            one["start"], one["end"] = first_pass(one["start"]), first_pass(one["end"])
    return {one["uid"]: one for one in events}


@pytest.fixture(scope="module")
def ical_js() -> Reader:
    """Give a reader, or say loudly that it is missing."""
    chosen = os.environ.get("CMSTATION_ICAL_JS")
    folder = Path(chosen) if chosen else servers_folder() / "icaljs" / "node_modules" / "ical.js"
    if not (folder / "dist" / "ical.js").is_file():
        pytest.skip(
            "ical.js is not there: what Thunderbird reads was not tried; CMSTATION_ICAL_JS names its folder"
        )
    try:
        node = str(node_program())
    except ServerUnavailable:
        node = shutil.which("node") or ""
    if not node:
        pytest.skip("node is not there: what Thunderbird reads was not tried")

    def run(files: Iterable[bytes]) -> list[dict[str, Any]]:
        done = subprocess.run(
            [node, str(SCRIPT), str(folder)],
            input=json.dumps([one.decode() for one in files]),
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return run


def _seen(event: CalendarEvent) -> dict[str, Any]:
    return {
        "uid": event.uid,
        "title": event.title,
        "description": event.description,
        "place": event.place,
        "categories": list(event.categories),
        "occurrences": [
            {"title": one.event.title, "start": when(one.start), "end": when(one.end)}
            for one in event.occurrences(*SPAN)
        ],
    }


def test_ical_js_sees_the_same_plan(ical_js: Reader) -> None:
    (found,) = ical_js([file_of(PLAN)])

    assert found["name"] == "Plan\\, 2026"  # ical.js gives what begins with X- as it stands
    assert one_pass(found["events"]) == one_pass([_seen(one) for one in PLAN])


def test_ical_js_sees_others_files_as_we_do(ical_js: Reader) -> None:
    answers = ical_js(OTHERS.values())

    for name, answer in zip(OTHERS, answers, strict=True):
        assert one_pass(answer["events"]) == one_pass([_seen(one) for one in read(OTHERS[name])]), name


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(events=calendars())
def test_what_ical_js_writes_of_any_calendar_is_what_we_wrote(
    ical_js: Reader, events: list[CalendarEvent]
) -> None:
    # ical.js takes the comma behind an escaped backslash for an escaped comma.
    assume(
        not any("\\" in word for one in events for each in (one, *one.exceptions) for word in each.categories)
    )

    (answer,) = ical_js([file_of(events)])

    assert read(answer["again"].encode()) == events


def test_vobject_reads_ours_and_we_read_what_it_writes() -> None:
    plain = [replace(one, exceptions=()) for one in PLAN]

    calendar = vobject.readOne(file_of(plain).decode())

    assert [str(one.summary.value) for one in calendar.vevent_list if hasattr(one, "summary")] == [
        one.title for one in plain if one.title
    ]
    for found, ours in zip(calendar.vevent_list, plain, strict=True):
        assert found.uid.value == ours.uid
        start = found.dtstart.value
        if isinstance(start, datetime) and start.tzinfo is not None:
            assert start.astimezone(UTC) == instant_of(ours.start, "UTC")
    again = {one.uid: one for one in read(calendar.serialize().encode())}
    assert {uid: one.title for uid, one in again.items()} == {one.uid: one.title for one in plain}
    for one in plain:
        theirs, ours = again[one.uid].occurrences(*SPAN), one.occurrences(*SPAN)
        assert [when(each.start) for each in theirs] == [when(each.start) for each in ours], one.uid


def test_icalendar_reads_ours_without_an_error() -> None:
    calendar = icalendar.Calendar.from_ical(file_of(PLAN))

    assert [one.errors for one in calendar.walk() if one.errors] == []
    assert len(calendar.walk("VEVENT")) == len(PLAN) + 1


@pytest.mark.parametrize("event", PLAN, ids=lambda one: one.uid)
def test_another_expansion_finds_the_same_occurrences(event: CalendarEvent) -> None:
    calendar = icalendar.Calendar.from_ical(file_of([event]))

    found = recurring_ical_events.of(calendar).between(*SPAN)

    theirs = sorted(_instant(one["DTSTART"].dt) for one in found)
    assert theirs == sorted(instant_of(one.start, "UTC") for one in event.occurrences(*SPAN))


def _instant(moment: date | datetime) -> datetime:
    if not isinstance(moment, datetime):
        return datetime(moment.year, moment.month, moment.day, tzinfo=UTC)
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
