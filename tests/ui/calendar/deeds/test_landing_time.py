"""What a drop means for the hour of what was dropped."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmstation.domain.calendar import CalendarItem, ItemKey, ItemKind
from cmstation.domain.planned_time import HourDoesNotExist
from cmstation.ui.calendar.deeds.landing_time import MORNING, days_between, hour_at
from cmstation.ui.calendar.deeds.landing_time import wall_of as hour_of
from cmstation.ui.calendar.look import Landing

PARIS = "Europe/Paris"
START = datetime(2026, 10, 14, 7, 30, tzinfo=UTC)
ITEM = CalendarItem(
    ItemKey(ItemKind.POST, 1, "2026-10-14T07:30Z"),
    "Octobre rose",
    START,
    START,
    date(2026, 10, 14),
    date(2026, 10, 14),
    PARIS,
)


def wall(text: str) -> datetime:
    return datetime.fromisoformat(text)


def test_what_has_no_hour_gets_nine_oclock() -> None:
    assert hour_at(Landing(date(2026, 10, 20)), None, PARIS).wall == wall("2026-10-20T09:00")


def test_a_day_without_an_hour_keeps_the_hour_over_the_clock_change() -> None:
    found = hour_at(Landing(date(2026, 10, 28)), ITEM, PARIS)

    assert found.wall == wall("2026-10-28T09:30")
    assert found.instant == datetime(2026, 10, 28, 8, 30, tzinfo=UTC)


def test_an_hour_of_the_view_is_the_hour_it_gets() -> None:
    assert hour_at(Landing(date(2026, 10, 20), time(18, 15)), ITEM, PARIS).wall == wall("2026-10-20T18:15")


def test_what_was_planned_in_another_zone_keeps_that_zone() -> None:
    found = hour_at(
        Landing(date(2026, 10, 20), time(18)), replace(ITEM, planned_zone="America/Toronto"), PARIS
    )

    assert found.zone == "America/Toronto"
    assert found.instant == datetime(2026, 10, 20, 16, tzinfo=UTC)
    assert found.wall == wall("2026-10-20T12:00")


def test_an_hour_that_the_clocks_skip_is_refused() -> None:
    with pytest.raises(HourDoesNotExist):
        hour_at(Landing(date(2027, 3, 28), time(2, 30)), ITEM, PARIS)


def test_in_the_doubled_hour_the_first_pass_is_meant() -> None:
    found = hour_at(Landing(date(2026, 10, 25), time(2, 30)), ITEM, PARIS)

    assert found.instant == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_the_hour_of_an_item_is_the_one_that_its_view_shows() -> None:
    assert hour_of(ITEM, PARIS) == time(9, 30)
    assert hour_of(ITEM, "America/Toronto") == time(3, 30)


@pytest.mark.parametrize(("taken", "days"), [(None, 6), (date(2026, 10, 14), 6), (date(2026, 10, 16), 4)])
def test_a_drag_moves_by_the_days_between_its_two_ends(taken: date | None, days: int) -> None:
    assert days_between(taken, ITEM, Landing(date(2026, 10, 20))) == days


@given(
    st.dates(date(2024, 1, 1), date(2030, 12, 31)),
    st.none() | st.times().map(lambda found: found.replace(second=0, microsecond=0)),
    st.sampled_from([PARIS, "Europe/Brussels", "America/Toronto"]),
)
def test_any_landing_shows_where_it_was_dropped(day: date, hour: time | None, zone: str) -> None:
    try:
        found = hour_at(Landing(day, hour), None, zone)
    except HourDoesNotExist:
        assert hour is not None
        return

    assert found.wall == datetime.combine(day, hour or MORNING)
    assert found.local().replace(tzinfo=None, fold=0) == found.wall
