"""Times in words, in two languages and across both changes of the clocks."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from cmstation.domain.planned_time import at_instant, at_wall_time
from cmstation.ui import dates

PARIS = "Europe/Paris"
NOW = datetime(2026, 10, 13, 9, 41, tzinfo=UTC)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("instant", "words"),
    [
        (datetime(2026, 10, 13, 16, 0, tzinfo=UTC), "today, 18:00"),
        (datetime(2026, 10, 12, 16, 0, tzinfo=UTC), "yesterday, 18:00"),
        (datetime(2026, 10, 13, 22, 30, tzinfo=UTC), "tomorrow, 00:30"),
        (datetime(2026, 10, 15, 6, 30, tzinfo=UTC), "Thu 15, 08:30"),
        (datetime(2026, 11, 3, 11, 0, tzinfo=UTC), "3 Nov, 12:00"),
        (datetime(2025, 10, 13, 11, 0, tzinfo=UTC), "13 Oct 2025, 13:00"),
    ],
)
def test_a_moment_is_said_in_few_words(instant: datetime, words: str) -> None:
    assert dates.when_words(instant, PARIS, NOW) == words


def test_french_names_the_first_of_the_month_as_the_french_do() -> None:
    QLocale.setDefault(QLocale(QLocale.Language.French, QLocale.Country.France))

    assert dates.full_day_words(date(2026, 10, 1)) == "Jeudi 1er octobre 2026"
    assert dates.when_words(datetime(2026, 12, 1, 8, tzinfo=UTC), PARIS, NOW) == "1er déc., 09:00"
    assert dates.month_title(2026, 8) == "Août 2026"


def test_the_same_instant_is_another_day_in_another_zone() -> None:
    instant = datetime(2026, 10, 14, 1, 0, tzinfo=UTC)

    assert dates.local_day(instant, PARIS) == date(2026, 10, 14)
    assert dates.local_day(instant, "America/Toronto") == date(2026, 10, 13)


@pytest.mark.parametrize(
    ("day", "zone", "hours"),
    [
        (date(2026, 3, 29), PARIS, 23),
        (date(2026, 10, 25), PARIS, 25),
        (date(2026, 3, 8), "America/Toronto", 23),
        (date(2026, 11, 1), "America/Toronto", 25),
        (date(2026, 10, 13), PARIS, 24),
    ],
)
def test_a_day_lasts_as_long_as_the_clocks_say(day: date, zone: str, hours: int) -> None:
    start, end = dates.day_bounds(day, zone)

    assert end - start == timedelta(hours=hours)
    assert dates.local_day(start, zone) == day
    assert dates.local_day(end - timedelta(seconds=1), zone) == day


def test_tomorrow_is_tomorrow_in_the_night_of_25_hours() -> None:
    now = datetime(2026, 10, 24, 22, 30, tzinfo=UTC)  # 00:30 on the 25th in Paris

    words = dates.when_words(now + timedelta(hours=24), PARIS, now)

    assert words == "today, 23:30"


@pytest.mark.parametrize(("second", "which"), [(False, "first time"), (True, "second time")])
def test_an_hour_that_happens_twice_says_which_one(second: bool, which: str) -> None:
    planned = at_wall_time(datetime(2026, 10, 25, 2, 30), PARIS, second_pass=second)  # noqa: DTZ001

    words = dates.planned_words(planned, NOW, PARIS)

    assert "02:30" in words
    assert which in words


def test_a_zone_that_is_not_the_clinic_s_is_named() -> None:
    planned = at_instant(datetime(2026, 10, 20, 16, 0, tzinfo=UTC), "America/Toronto")

    assert dates.planned_words(planned, NOW, PARIS) == "Tuesday 20 October, 12:00 (Toronto)"
    assert dates.planned_words(planned, NOW, "America/Toronto") == "Tuesday 20 October, 12:00"


def test_no_time_is_said_in_words() -> None:
    assert dates.planned_words(None, NOW, PARIS) == "No time yet"


def test_an_unknown_zone_falls_back_to_utc() -> None:
    assert dates.time_words(NOW, "Mars/Olympus") == "09:41"


def test_a_length_is_told_in_the_unit_that_fits() -> None:
    assert dates.duration_words(timedelta(seconds=45)).startswith("45 second")
    assert dates.duration_words(timedelta(minutes=3)).startswith("3 minute")
    assert dates.took_words(timedelta(milliseconds=184)) == "184 ms"
    assert dates.took_words(timedelta(milliseconds=2430)) == "2.4 s"


@given(
    st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    st.sampled_from([PARIS, "America/Toronto", "Pacific/Auckland", "Asia/Kolkata"]),
)
def test_an_instant_lies_inside_the_day_it_is_shown_on(instant: datetime, zone: str) -> None:
    start, end = dates.day_bounds(dates.local_day(instant, zone), zone)

    assert start <= instant < end
