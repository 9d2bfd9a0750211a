"""A period against another."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmstation.domain.comparisons import Change, Reason, Standing, compared, last_day, standing_of
from cmstation.domain.metrics import Figure, Metric, Nature, Origin
from cmstation.domain.periods import Period, month, span, year
from tests.fakes.known_figures import known_of

SEPTEMBER, OCTOBER = month(2026, 9), month(2026, 10)
DAY = timedelta(days=1)
STOCK, DAILY = Nature.STOCK, Nature.DAILY


def figure(day: date, value: int, definition: str = "a", rounded: bool = False) -> Figure:
    taken = datetime(day.year, day.month, day.day, 20, tzinfo=UTC)
    return Figure(1, day, Metric.FOLLOWERS, value, taken, Origin.NETWORK, definition, rounded)


def daily(period: Period, value: int, known: int | None = None, definition: str = "a") -> list[Figure]:
    number = period.days if known is None else known
    return [figure(period.first + place * DAY, value, definition) for place in range(number)]


def standing(figures: list[Figure], nature: Nature, period: Period, today: date | None = None) -> Standing:
    """Tell of a period what the database would find among the figures."""
    by_then = [one for one in figures if one.day <= last_day(period, today)]
    inside = [one for one in by_then if one.day >= period.first]
    newest = max(by_then, key=lambda one: one.day, default=None)
    return standing_of(known_of(inside) if inside else None, newest, nature, period, today=today)


def change(
    figures: list[Figure], nature: Nature, period: Period, other: Period, today: date | None = None
) -> Change:
    now, then = (standing(figures, nature, one, today) for one in (period, other))
    return compared(now, then, nature)


def against_before(
    figures: list[Figure], nature: Nature, period: Period, today: date | None = None
) -> Change:
    return change(figures, nature, period, period.before(), today)


def test_the_last_values_of_a_stock_are_compared() -> None:
    figures = [
        figure(date(2026, 9, 26), 16_000),
        figure(date(2026, 10, 2), 1),
        figure(date(2026, 10, 31), 16_800),
    ]

    found = against_before(figures, STOCK, OCTOBER)

    assert (found.before, found.now, found.by, found.share) == (16_000, 16_800, 800, 0.05)
    assert (found.comparable, found.reason, found.partial) == (True, None, False)
    assert (found.of_before.day, found.of_now.day) == (date(2026, 9, 26), date(2026, 10, 31))


@pytest.mark.parametrize(("day", "value"), [(24, None), (25, 16_800)])
def test_a_stock_is_known_from_a_figure_of_the_last_seven_days(day: int, value: int | None) -> None:
    found = standing([figure(date(2026, 10, day), 16_800)], STOCK, OCTOBER)

    assert found.value == value


def test_a_running_period_ends_today() -> None:
    figures = [
        figure(date(2026, 9, 30), 100),
        figure(date(2026, 10, 12), 110),
        figure(date(2026, 10, 20), 999),
    ]

    found = against_before(figures, STOCK, OCTOBER, today=date(2026, 10, 14))

    assert (found.now, found.by) == (110, 10)


def test_a_figure_before_the_period_does_not_stand_for_it() -> None:
    figures = [figure(date(2026, 9, 30), 100)]

    found = against_before(figures, STOCK, OCTOBER, today=date(2026, 10, 2))

    assert (found.before, found.now, found.by, found.share) == (100, None, None, None)
    assert (found.comparable, found.reason) == (False, Reason.UNKNOWN_NOW)


def test_what_was_unknown_before_is_not_zero() -> None:
    found = change([figure(date(2026, 10, 31), 110)], STOCK, OCTOBER, OCTOBER.year_before())

    assert (found.before, found.now, found.by) == (None, 110, None)
    assert found.reason is Reason.UNKNOWN_BEFORE


def test_from_zero_there_is_a_difference_and_no_share() -> None:
    figures = [figure(date(2026, 9, 30), 0), figure(date(2026, 10, 31), 12)]

    found = against_before(figures, STOCK, OCTOBER)

    assert (found.by, found.share, found.comparable) == (12, None, True)


def test_the_same_month_of_the_year_before_is_compared() -> None:
    figures = daily(month(2025, 10), 4) + daily(SEPTEMBER, 9) + daily(OCTOBER, 5)

    found = change(figures, DAILY, OCTOBER, OCTOBER.year_before())

    assert (found.before, found.now, found.by, found.share) == (124, 155, 31, 0.25)


def test_sums_are_compared_when_nine_days_of_ten_are_known_on_both_sides() -> None:
    enough = against_before(daily(SEPTEMBER, 10, 27) + daily(OCTOBER, 10, 28), DAILY, OCTOBER)
    too_few = against_before(daily(SEPTEMBER, 10, 27) + daily(OCTOBER, 10, 27), DAILY, OCTOBER)

    assert (enough.before, enough.now, enough.by, enough.partial) == (270, 280, 10, False)
    assert (too_few.before, too_few.now, too_few.by, too_few.partial) == (270, 270, None, True)


@pytest.mark.parametrize(("known", "partial"), [(328, True), (329, False)])
def test_nine_days_of_ten_of_a_year_are_329(known: int, partial: bool) -> None:
    found = against_before(daily(year(2025), 10) + daily(year(2026), 10, known), DAILY, year(2026))

    assert found.partial is partial


def test_means_per_day_are_compared_when_days_are_missing() -> None:
    found = against_before(daily(SEPTEMBER, 10) + daily(OCTOBER, 12, 10), DAILY, OCTOBER)

    assert found.comparable
    assert found.share == pytest.approx(0.2)
    assert (found.of_before.per_day, found.of_now.per_day) == (10.0, 12.0)
    assert (found.of_now.known, found.of_now.days) == (10, 31)


def test_equal_means_have_not_changed_at_all() -> None:
    found = against_before(daily(SEPTEMBER, 7) + daily(OCTOBER, 7, 11), DAILY, OCTOBER)

    assert found.share == 0


@pytest.mark.parametrize(("known", "reason"), [(6, Reason.FEW_DAYS_NOW), (7, None)])
def test_a_mean_needs_seven_days(known: int, reason: Reason | None) -> None:
    assert against_before(daily(SEPTEMBER, 7) + daily(OCTOBER, 7, known), DAILY, OCTOBER).reason is reason


def test_six_days_before_are_too_few_as_well() -> None:
    found = against_before(daily(SEPTEMBER, 7, 6) + daily(OCTOBER, 7), DAILY, OCTOBER)

    assert (found.reason, found.before, found.now) == (Reason.FEW_DAYS_BEFORE, 42, 217)


def test_a_short_period_is_compared_when_all_its_days_are_known() -> None:
    three_days = span(date(2026, 10, 4), date(2026, 10, 6))
    figures = daily(span(date(2026, 10, 1), date(2026, 10, 6)), 5)

    found = against_before(figures, DAILY, three_days)

    assert (found.before, found.now, found.by) == (15, 15, 0)


def test_a_definition_that_changed_between_two_periods_is_not_compared() -> None:
    figures = daily(SEPTEMBER, 10, definition="impressions") + daily(OCTOBER, 90, definition="views")

    found = against_before(figures, DAILY, OCTOBER)

    assert (found.before, found.now, found.by, found.share) == (300, 2790, None, None)
    assert found.reason is Reason.DEFINITION_CHANGED


def test_days_of_two_definitions_are_not_added_up() -> None:
    figures = daily(SEPTEMBER, 10) + daily(OCTOBER, 90, 15) + [figure(date(2026, 10, 20), 5, "b")]

    found = against_before(figures, DAILY, OCTOBER)

    assert (found.now, found.reason) == (None, Reason.DEFINITION_CHANGED)


def test_a_typed_number_of_followers_is_compared_with_the_networks_own() -> None:
    figures = [figure(date(2026, 9, 30), 100, ""), figure(date(2026, 10, 31), 110)]

    assert against_before(figures, STOCK, OCTOBER).by == 10


def test_daily_figures_of_an_unknown_meaning_are_compared_only_with_their_like() -> None:
    unlike = against_before(daily(SEPTEMBER, 10, definition="") + daily(OCTOBER, 9), DAILY, OCTOBER)
    alike = against_before(
        daily(SEPTEMBER, 1, definition="") + daily(OCTOBER, 1, definition=""), DAILY, OCTOBER
    )

    assert unlike.reason is Reason.DEFINITION_UNKNOWN
    assert alike.by == 1


def test_a_rounded_figure_makes_the_change_rounded() -> None:
    figures = [figure(date(2026, 9, 30), 17_000, rounded=True), figure(date(2026, 10, 31), 17_123)]

    assert against_before(figures, STOCK, OCTOBER).rounded
    assert not against_before(figures[1:], STOCK, OCTOBER).rounded


def test_what_grows_over_a_posts_life_is_refused() -> None:
    with pytest.raises(ValueError, match="life"):
        standing([], Nature.TOTAL, OCTOBER)


days = st.sets(st.integers(0, 364), max_size=200)


@given(days, days, st.sampled_from([STOCK, DAILY]))
def test_a_change_is_told_only_of_what_is_known(then: set[int], now: set[int], nature: Nature) -> None:
    figures = [figure(date(2025, 1, 1) + day * DAY, 3 + day % 5) for day in then]
    figures += [figure(date(2026, 1, 1) + day * DAY, 4 + day % 3) for day in now]

    found = change(figures, nature, year(2026), year(2025))

    assert found.comparable == (found.reason is None)
    assert found.comparable or (found.by is None and found.share is None)
    if found.by is not None:
        assert found.now is not None
        assert found.before is not None
        assert found.by == found.now - found.before
        assert not found.partial
    if nature is DAILY and not then:
        assert found.before is None


enough_days = st.sets(st.integers(0, 364), min_size=7, max_size=200)


@given(enough_days, enough_days)
def test_the_sum_is_that_of_the_days_known(then: set[int], now: set[int]) -> None:
    figures = [figure(date(2025, 1, 1) + day * DAY, day) for day in then]
    figures += [figure(date(2026, 1, 1) + day * DAY, day) for day in now]

    found = against_before(figures, DAILY, year(2026))

    assert (found.before, found.now, found.comparable) == (sum(then), sum(now), True)
    assert found.partial
    assert found.share is None or found.share == pytest.approx(
        (sum(now) / len(now)) / (sum(then) / len(then)) - 1, abs=1e-9
    )
