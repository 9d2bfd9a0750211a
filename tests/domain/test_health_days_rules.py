"""Each rule falls where its words say, in every year."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmstation.domain.health_days_equinox import march_equinox
from cmstation.domain.health_days_rules import Span, read_rule
from tests.domain.health_days_by_hand import NAMES, equinox_by_bisection, found_by_walking

# Published by the observatories of Paris and Washington, to the minute.
EQUINOXES = (
    "2020-03-20T03:50",
    "2021-03-20T09:37",
    "2022-03-20T15:33",
    "2023-03-20T21:24",
    "2024-03-20T03:06",
    "2025-03-20T09:01",
    "2026-03-20T14:46",
    "2027-03-20T20:25",
)

years = st.integers(2000, 2100)
months = st.integers(1, 12).map("{:02}".format)
weekdays = st.sampled_from(NAMES)
dates = st.dates(date(2001, 1, 1), date(2001, 12, 31)).map(lambda day: f"{day:%m-%d}")
places = st.sampled_from((1, 2, 3, 4, -1, -2, -3, -4))
rules = st.one_of(
    st.builds("fixed:{}".format, dates),
    st.builds("nth:{}:{}:{}".format, months, weekdays, places),
    st.builds("nth:{}:{}:{}:{}".format, months, weekdays, places, st.integers(1, 31)),
    st.builds("lastday:{}".format, months),
    st.builds("month:{}".format, months),
    st.builds("span:{}..{}".format, dates, dates),
    st.builds("weekof:{}".format, dates),
    st.builds("weekof:{}:{}-{}:{}".format, dates, weekdays, weekdays, st.integers(1, 3)),
    st.just("fri-before-equinox"),
)


@given(rules, years)
def test_a_rule_gives_what_a_walk_through_the_calendar_gives(rule: str, year: int) -> None:
    span = read_rule(rule).span(year)

    assert (span.start, span.end) == found_by_walking(rule, year)


@given(rules, years)
def test_what_asks_each_year_falls_where_its_rule_falls(rule: str, year: int) -> None:
    asked = read_rule(f"variable:{rule}")

    assert asked.variable
    assert not read_rule(rule).variable
    assert asked.span(year) == read_rule(rule).span(year)


@given(months, weekdays, places, years)
def test_the_nth_weekday_has_as_many_before_it_as_it_says(
    month: str, weekday: str, place: int, year: int
) -> None:
    day = read_rule(f"nth:{month}:{weekday}:{place}").span(year).start

    beyond = day - timedelta(weeks=place)
    nearest = beyond + timedelta(weeks=1 if place > 0 else -1)
    assert (NAMES[day.weekday()], day.month) == (weekday, int(month))
    assert (beyond.month == day.month, nearest.month == day.month) == (False, True)


@given(dates, years)
def test_the_week_of_a_date_is_its_iso_week(held: str, year: int) -> None:
    span = read_rule(f"weekof:{held}").span(year)

    assert span.start.isocalendar()[:2] == date.fromisoformat(f"{year}-{held}").isocalendar()[:2]
    assert (span.start.isoweekday(), span.end.isoweekday()) == (1, 7)
    assert span.end - span.start == timedelta(days=6)


def test_a_span_may_end_in_the_next_year() -> None:
    assert read_rule("span:12-28..01-03").span(2027) == Span(date(2027, 12, 28), date(2028, 1, 3))


def test_a_span_may_pass_over_a_leap_day() -> None:
    lengths = [read_rule("span:02-27..03-02").span(year) for year in (2027, 2028)]

    assert [(span.end - span.start).days + 1 for span in lengths] == [4, 5]


def test_two_days_from_the_first_friday_may_end_in_the_next_month() -> None:
    assert read_rule("nth:01:fri:-1:2").span(2025) == Span(date(2025, 1, 31), date(2025, 2, 1))


def test_a_friday_that_is_the_equinox_is_not_before_it() -> None:
    assert march_equinox(2026).date() == date(2026, 3, 20)
    assert date(2026, 3, 20).isoweekday() == 5

    assert read_rule("fri-before-equinox").span(2026).start == date(2026, 3, 13)


@pytest.mark.parametrize("published", EQUINOXES)
def test_the_equinox_comes_when_the_observatories_say(published: str) -> None:
    expected = datetime.fromisoformat(published).replace(tzinfo=UTC)

    assert abs(march_equinox(expected.year) - expected) < timedelta(minutes=2)


@pytest.mark.parametrize("year", range(2020, 2041))
def test_the_equinox_agrees_with_the_longitude_of_the_sun(year: int) -> None:
    assert abs(march_equinox(year) - equinox_by_bisection(year)) < timedelta(minutes=25)


@pytest.mark.parametrize(
    "wrong",
    [
        "",
        "variable",
        "variable:",
        "variable:variable:month:01",
        "variable:around 5 February",
        "fixed:13-01",
        "fixed:04-31",
        "fixed:02-29",
        "fixed:2-4",
        "fixed:02-04 ",
        "fixed:٠٢-٠٤",
        "span:02-29..03-02",
        "span:03-01",
        "month:00",
        "month:1",
        "lastday:13",
        "nth:03:thu:0",
        "nth:03:thu:5",
        "nth:03:jeu:2",
        "nth:03:thu:1:0",
        "nth:03:thu:1:32",
        "weekof:09-17:mon",
        "weekof:09-17:mon-ven",
        "weekof:02-29",
        "weekof:09-17:mon-sun:0",
        "friday",
    ],
)
def test_what_does_not_fall_every_year_is_no_rule(wrong: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_rule(wrong)


@given(st.text(max_size=30) | st.from_regex(r"[a-z]{3,8}:[0-9:.a-z-]{0,14}", fullmatch=True), years)
def test_any_text_is_a_rule_that_works_or_is_refused(text: str, year: int) -> None:
    try:
        rule = read_rule(text)
    except ValueError:
        return
    assert rule.span(year).start <= rule.span(year).end


def test_a_span_does_not_end_before_it_starts() -> None:
    with pytest.raises(ValueError, match="before"):
        Span(date(2027, 1, 2), date(2027, 1, 1))
