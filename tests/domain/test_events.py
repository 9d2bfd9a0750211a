"""Events of the clinic: their bounds in time, and the names of their occurrences."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cmstation.domain.calendar import ItemKey, ItemKind
from cmstation.domain.calendar_events import (
    CalendarEvent,
    EventTime,
    FloatingTime,
    WholeDay,
    instant_of,
    like,
    placed,
    wall_of,
)
from cmstation.domain.events import bounds, is_series, key_of, one_per_uid, part_of, start_of
from cmstation.domain.planned_time import at_instant
from tests.domain.calendar_samples import NIGHTS, ZONES, events, meeting, paris, times, wall

FAR_ZONES = (*ZONES, "Pacific/Kiritimati", "Pacific/Pago_Pago")
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


def lasts_for_years(rule: str) -> bool:
    return bounds(meeting(paris(2026, 10, 5, 9), rule))[1] is None


@settings(deadline=None)
@given(events(), st.sampled_from(FAR_ZONES), st.integers(1990, 2060))
def test_every_occurrence_lies_within_the_bounds(event: CalendarEvent, zone: str, year: int) -> None:
    first, last = bounds(event)

    for one in event.occurrences(date(year, 1, 1), date(year + 2, 1, 1), zone=zone):
        assert first <= instant_of(one.start, zone)
        assert last is None or instant_of(one.end, zone) <= last


@settings(deadline=None)
@given(times(), st.integers(0, 80))
def test_a_single_event_is_bound_closely(start: EventTime, hours: int) -> None:
    event = meeting(start, hours=hours)

    first, last = bounds(event)

    assert last is not None
    assert last - first <= timedelta(hours=hours) + 3 * DAY


def test_an_hour_that_happens_once_is_its_own_bounds() -> None:
    event = meeting(paris(2026, 10, 13, 9))

    hour = datetime(2026, 10, 13, 7, tzinfo=UTC)
    assert bounds(event) == (hour, hour + HOUR)


@pytest.mark.parametrize(
    ("rule", "last"),
    [
        ("FREQ=DAILY;COUNT=3", date(2026, 10, 7)),
        ("FREQ=WEEKLY;COUNT=3;BYDAY=FR", date(2026, 10, 23)),
        ("FREQ=MONTHLY;COUNT=3;INTERVAL=2", date(2027, 2, 5)),
        ("FREQ=DAILY;UNTIL=20261231", date(2026, 12, 31)),
    ],
)
def test_a_series_that_ends_is_bound(rule: str, last: date) -> None:
    event = meeting(paris(2026, 10, 5, 9), rule)

    found = bounds(event)[1]

    assert found is not None
    assert found >= datetime(last.year, last.month, last.day, 8, tzinfo=UTC)
    assert event.occurrences(found.date(), found.date() + timedelta(days=4_000)) == []


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=WEEKLY",
        "FREQ=MONTHLY;COUNT=9;BYMONTHDAY=31",
        "FREQ=DAILY;COUNT=100000;INTERVAL=10000",
        "NONSENSE",
    ],
)
def test_what_only_its_library_could_tell_counts_as_for_ever(rule: str) -> None:
    assert lasts_for_years(rule)


def test_a_count_of_last_days_of_the_month_may_take_long() -> None:
    event = meeting(paris(2026, 1, 31, 9), "FREQ=MONTHLY;COUNT=12")

    assert bounds(event)[1] is None


def test_bounds_at_the_ends_of_time_do_not_overflow() -> None:
    first, last = WholeDay(date.min + DAY), WholeDay(date.max - DAY)
    event = CalendarEvent("1", first, last, rules=("FREQ=YEARLY;UNTIL=99991231",))

    assert bounds(event) == (datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC))


@settings(deadline=None)
@given(times(), st.sampled_from(ZONES))
def test_the_name_of_an_occurrence_leads_back_to_its_start(start: EventTime, zone: str) -> None:
    series = meeting(like(start, wall_of(start)), "FREQ=WEEKLY")

    found = start_of(part_of(start), series)

    assert type(found) is type(start)
    assert instant_of(found, zone) == instant_of(start, zone)
    assert part_of(found) == part_of(start)


@pytest.mark.parametrize("zone", NIGHTS)
def test_both_passes_of_a_doubled_hour_have_names_of_their_own(zone: str) -> None:
    first = placed(NIGHTS[zone][1], zone)
    second = at_instant(first.instant + HOUR, zone)
    series = meeting(first, "FREQ=DAILY")

    parts = [part_of(first), part_of(second)]

    assert first.wall == second.wall
    assert [start_of(part, series) for part in parts] == [first, second]


def test_an_event_that_happens_once_needs_no_part() -> None:
    once, series = (
        meeting(WholeDay(date(2026, 10, 13))),
        meeting(FloatingTime(wall(2026, 10, 13, 9)), "FREQ=DAILY"),
    )

    assert key_of(4, once, once.start) == ItemKey(ItemKind.EVENT, 4)
    assert key_of(5, series, series.start) == ItemKey(ItemKind.EVENT, 5, "2026-10-13T09:00:00")
    assert not is_series(once)
    assert is_series(replace(once, removed=(once.start,)))


def test_dates_of_a_series_that_a_file_does_not_hold_become_one_event() -> None:
    first = meeting(paris(2026, 10, 13, 9), replaces=paris(2026, 10, 12, 9))
    second = meeting(paris(2026, 10, 20, 9), replaces=paris(2026, 10, 19, 9))
    other = replace(first, uid="autre")

    joined, alone = one_per_uid((first, other, second))

    assert (joined.replaces, joined.exceptions, alone) == (None, (second,), other)
    shown = joined.occurrences(date(2026, 10, 1), date(2026, 11, 1))
    assert [one.start for one in shown] == [first.start, second.start]
