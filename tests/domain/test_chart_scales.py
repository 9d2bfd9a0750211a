"""Where marks and labels go."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmstation.domain.chart_scales import DayUnit, day_ticks, labels_shown, stacked, value_ticks

DAY = timedelta(days=1)
START = date(2026, 10, 1)


@pytest.mark.parametrize(
    ("low", "high", "values"),
    [
        (0, 9, (0, 2, 4, 6, 8, 10)),
        (0, 1, (0, 1)),
        (16_120, 16_821, (16_000, 16_200, 16_400, 16_600, 16_800, 17_000)),
        (0, 78_000, (0, 20_000, 40_000, 60_000, 80_000)),
        (-3, 4, (-4, -2, 0, 2, 4)),
        (0, 0, (0, 1)),
        (7, 7, (6, 7, 8)),
    ],
)
def test_values_in_steps_of_one_two_and_five(low: int, high: int, values: tuple[int, ...]) -> None:
    assert value_ticks(low, high).values == values


def test_fractions_only_where_they_make_sense() -> None:
    scores = value_ticks(0, 2.4, whole=False)

    assert scores.values == (0, 0.5, 1, 1.5, 2, 2.5)
    assert (scores.step, scores.decimals) == (0.5, 1)
    assert value_ticks(0, 2.4).values == (0, 1, 2, 3)
    assert value_ticks(0.3, 0.6, 4, whole=False).values == (0.3, 0.4, 0.5, 0.6)


values = st.floats(-1e9, 1e9).map(lambda value: round(value, 4))


@given(values, values, st.integers(3, 12), st.booleans())
def test_ticks_hold_all_values_and_are_few(one: float, other: float, most: int, whole: bool) -> None:
    low, high = sorted((one, other))

    ticks = value_ticks(low, high, most, whole=whole)

    slack = abs(high) * 1e-8 + abs(low) * 1e-8
    assert 2 <= len(ticks.values) <= most
    assert ticks.low <= low + slack
    assert ticks.high >= high - slack
    assert all(b - a == pytest.approx(ticks.step, rel=1e-3) for a, b in pairwise(ticks.values))
    assert f"{ticks.step:e}"[0] in "125"
    if whole:
        assert all(value == int(value) for value in ticks.values)


@pytest.mark.parametrize(("low", "high", "most"), [(1, 0, 5), (0, 1, 2), (0, float("inf"), 5)])
def test_impossible_scales_are_refused(low: float, high: float, most: int) -> None:
    with pytest.raises(ValueError, match="ticks"):
        value_ticks(low, high, most)


@pytest.mark.parametrize(
    ("last", "unit", "days"),
    [
        (date(2026, 10, 4), DayUnit.DAY, [date(2026, 10, day) for day in (1, 2, 3, 4)]),
        (date(2026, 10, 31), DayUnit.WEEK, [date(2026, 10, day) for day in (5, 12, 19, 26)]),
        (
            date(2027, 3, 31),
            DayUnit.MONTH,
            [date(2026, m, 1) for m in (10, 11, 12)] + [date(2027, m, 1) for m in (1, 2, 3)],
        ),
        (date(2027, 9, 30), DayUnit.QUARTER, [date(2026, 10, 1), *(date(2027, m, 1) for m in (1, 4, 7))]),
        (date(2031, 9, 30), DayUnit.YEAR, [date(y, 1, 1) for y in range(2027, 2032)]),
        (date(2051, 9, 30), DayUnit.YEAR, [date(y, 1, 1) for y in (2030, 2035, 2040, 2045, 2050)]),
    ],
)
def test_days_are_marked_in_units_people_count_in(last: date, unit: DayUnit, days: list[date]) -> None:
    found = day_ticks(START, last)

    assert (found.unit, list(found.days)) == (unit, days)


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(0, 30_000), st.integers(2, 20))
def test_marked_days_lie_within_and_are_few(first: date, length: int, most: int) -> None:
    last = first + length * DAY

    found = day_ticks(first, last, most)

    assert min(2, length + 1) <= len(found.days) <= most
    assert first <= found.days[0]
    assert found.days[-1] <= last
    assert all(left < right for left, right in pairwise(found.days))
    if found.unit is DayUnit.WEEK:
        assert {day.weekday() for day in found.days} == {0}
    if found.unit in (DayUnit.MONTH, DayUnit.QUARTER, DayUnit.YEAR):
        assert {day.day for day in found.days} == {1}


def test_days_in_the_wrong_order_are_refused() -> None:
    with pytest.raises(ValueError, match="order"):
        day_ticks(START, START - DAY)


def test_every_second_label_is_written_when_all_would_touch() -> None:
    assert labels_shown([0, 10, 20, 30, 40], [8] * 5) == (0, 1, 2, 3, 4)
    assert labels_shown([0, 10, 20, 30, 40], [12] * 5) == (0, 2, 4)
    assert labels_shown([0, 10, 20, 30, 40], [8] * 5, gap=3) == (0, 2, 4)
    assert labels_shown([0, 10], [99, 99]) == (0,)
    assert labels_shown([], []) == ()
    with pytest.raises(ValueError, match="width"):
        labels_shown([1], [])


def test_labels_that_have_room_stay_where_they_are() -> None:
    assert stacked([50, 10, 30], 10, 0, 100) == (50, 10, 30)


def test_labels_that_would_touch_part_evenly() -> None:
    assert stacked([50, 52], 10, 0, 100) == (46, 56)
    assert stacked([2, 2], 10, 0, 100) == (5, 15)
    assert stacked([99, 99, 98], 10, 0, 100, gap=2) == (83, 95, 71)


def test_labels_without_room_for_all_are_not_placed() -> None:
    assert stacked([1, 2, 3], 10, 0, 29) is None
    assert stacked([1, 2, 3], 10, 0, 30) == (5, 15, 25)
    assert stacked([], 10, 0, 1) == ()


@given(st.lists(st.floats(-50, 350), max_size=12), st.floats(1, 20), st.floats(0, 4))
def test_labels_never_cover_each_other(wanted: list[float], height: float, gap: float) -> None:
    found = stacked(wanted, height, 0, 300, gap)

    assert found is not None
    order = sorted(range(len(wanted)), key=lambda number: wanted[number])
    places = [found[number] for number in order]
    assert all(right - left >= height + gap - 1e-6 for left, right in pairwise(places))
    assert all(height / 2 - 1e-6 <= place <= 300 - height / 2 + 1e-6 for place in places)
