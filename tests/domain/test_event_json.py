"""Events become JSON and come back without loss."""

import json

from hypothesis import given, settings

from cmstation.domain.calendar_events import CalendarEvent, FloatingTime, PlannedTime, WholeDay, placed
from cmstation.domain.event_json import event_of, json_of
from tests.domain.calendar_samples import calendars, days_of_october, events, meeting, paris, wall


@settings(deadline=None)
@given(events())
def test_any_event_comes_back_as_it_was(event: CalendarEvent) -> None:
    stored = json.dumps(json_of(event))

    assert event_of(json.loads(stored)) == event


@settings(deadline=None)
@given(calendars())
def test_the_order_of_what_an_event_lists_is_kept(found: list[CalendarEvent]) -> None:
    again = [event_of(json_of(one)) for one in found]

    assert [one.exceptions for one in again] == [one.exceptions for one in found]
    assert [one.kept for one in again] == [one.kept for one in found]


def test_what_says_nothing_takes_no_room() -> None:
    event = meeting(paris(2026, 10, 13, 9))

    assert set(json_of(event)) == {"uid", "start", "end"}


def test_each_kind_of_time_is_told_apart() -> None:
    for start in (
        WholeDay(days_of_october()[0]),
        FloatingTime(wall(2026, 10, 1)),
        paris(2026, 10, 1),
        placed(wall(2026, 10, 1), "UTC"),
    ):
        event = meeting(start)

        assert event_of(json_of(event)).start == start


def test_a_series_keeps_a_wall_time_that_its_first_day_skips() -> None:
    asked = wall(2026, 3, 29, 2, 30)
    start = PlannedTime(paris(2026, 3, 29, 2, 30).instant, "Europe/Paris", asked)
    event = meeting(start, "FREQ=DAILY")

    found = event_of(json.loads(json.dumps(json_of(event)))).start

    assert isinstance(found, PlannedTime)
    assert found.wall == asked
