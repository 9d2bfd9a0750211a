"""Round numbers passed, and goals."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmstation.domain.curves import Curve, curve
from cmstation.domain.metrics import Figure, Metric, Origin
from cmstation.domain.milestones import Milestone, passed, progress, step_for

FIRST = date(2026, 10, 1)
LAST = date(2026, 10, 31)
DAY = timedelta(days=1)
TAKEN = datetime(2026, 10, 1, tzinfo=UTC)


def line(*points: tuple[int, int], changed_on: int = 10**6) -> Curve:
    return curve(
        Figure(
            1,
            FIRST + day * DAY,
            Metric.FOLLOWERS,
            value,
            TAKEN,
            Origin.HAND,
            "b" if day >= changed_on else "a",
        )
        for day, value in points
    )


@pytest.mark.parametrize(
    ("value", "step"),
    [
        (16, 50),
        (150, 100),
        (3_545, 500),
        (16_821, 1_000),
        (78_000, 1_000),
        (120_000, 10_000),
        (1_200_000, 100_000),
    ],
)
def test_steps_fit_the_size(value: int, step: int) -> None:
    assert step_for(value) == step


def test_a_round_number_is_passed_on_the_first_day_that_has_it() -> None:
    found = passed(line((0, 16_821), (3, 16_990), (5, 17_004), (6, 17_010)), FIRST, LAST)

    assert found == (Milestone(FIRST + 5 * DAY, FIRST + 3 * DAY, 17_000, great=False),)


def test_a_number_that_is_just_reached_is_passed() -> None:
    assert [one.value for one in passed(line((0, 19_999), (1, 20_000)), FIRST, LAST)] == [20_000]


def test_of_several_numbers_on_a_day_the_roundest_is_told() -> None:
    found = passed(line((0, 16_900), (9, 21_300)), FIRST, LAST)

    assert [(one.value, one.great) for one in found] == [(20_000, True)]


def test_what_was_passed_before_is_not_passed_again() -> None:
    assert passed(line((-9, 17_002), (0, 16_998), (1, 17_003)), FIRST, LAST) == ()


def test_the_first_figure_of_all_passes_nothing() -> None:
    assert passed(line((3, 17_500)), FIRST, LAST) == ()


def test_only_days_of_the_period_are_told() -> None:
    points = [(-1, 999), (0, 1_000), (30, 1_499), (31, 1_500)]

    whole = line(*points)
    assert [one.value for one in passed(whole, FIRST + DAY, LAST)] == []
    assert [one.value for one in passed(whole, FIRST, LAST)] == [1_000]
    assert [one.value for one in passed(whole, FIRST, LAST + DAY)] == [1_000, 1_500]


def test_a_jump_to_another_definition_passes_nothing() -> None:
    assert passed(line((0, 900), (1, 5_100), changed_on=1), FIRST, LAST) == ()


@given(st.lists(st.integers(0, 200_000), min_size=2, max_size=30))
def test_milestones_lie_between_two_figures_and_rise(values: list[int]) -> None:
    found = passed(line(*enumerate(values)), FIRST, FIRST + 40 * DAY)

    assert [one.value for one in found] == sorted({one.value for one in found})
    for one in found:
        place = (one.day - FIRST).days
        assert max(values[:place]) < one.value <= values[place]
        assert one.value % step_for(values[place]) == 0
    crossed = [
        place
        for place in range(1, len(values))
        if values[place] // step_for(values[place]) * step_for(values[place]) > max(values[:place])
    ]
    assert [(one.day - FIRST).days for one in found] == crossed


def steady(per_day: int, days: int = 90, start: int = 16_000) -> Curve:
    return line(*((day - days, start + per_day * day) for day in range(days + 1)))


def test_a_goal_tells_how_far_it_is() -> None:
    found = progress(steady(10), 18_000, FIRST)

    assert found is not None
    assert (found.value, found.day, found.left, found.share) == (16_900, FIRST, 1_100, 16_900 / 18_000)
    assert found.reached_on is None


def test_the_pace_is_that_of_the_last_ninety_days() -> None:
    found = progress(steady(10, days=200, start=15_000), 18_001, FIRST, by=FIRST + 101 * DAY)

    assert found is not None
    assert found.pace is not None
    assert (found.pace.first, found.pace.last, found.pace.gained) == (FIRST - 90 * DAY, FIRST, 900)
    assert found.pace.per_day == 10
    assert (found.pace.reached_on, found.pace.in_time) == (FIRST + 101 * DAY, True)


def test_a_day_too_late_is_not_in_time() -> None:
    found = progress(steady(10), 18_000, FIRST, by=FIRST + 109 * DAY)

    assert found is not None
    assert found.pace is not None
    assert found.pace.reached_on == FIRST + 110 * DAY
    assert found.pace.in_time is False


@pytest.mark.parametrize("per_day", [0, -3])
def test_without_growth_no_day_is_told(per_day: int) -> None:
    found = progress(steady(per_day), 18_000, FIRST, by=LAST)

    assert found is not None
    assert found.pace is not None
    assert (found.pace.reached_on, found.pace.in_time) == (None, False)


def test_a_day_beyond_ten_years_is_not_told() -> None:
    found = progress(steady(1), 10**9, FIRST)

    assert found is not None
    assert found.pace is not None
    assert found.pace.reached_on is None


@pytest.mark.parametrize(
    ("first", "last", "told"), [(-59, 0, False), (-60, 0, True), (-70, -7, False), (-70, -6, True)]
)
def test_a_pace_needs_sixty_days_up_to_this_week(first: int, last: int, told: bool) -> None:
    found = progress(line((first, 100), (last, 200)), 300, FIRST)

    assert found is not None
    assert (found.pace is not None) is told


def test_days_of_another_definition_tell_no_pace() -> None:
    points = [(day, 100 + day) for day in range(-80, 1)]

    found = progress(line(*points, changed_on=-40), 300, FIRST)

    assert found is not None
    assert found.pace is None


def test_a_reached_goal_tells_the_first_day_and_no_pace() -> None:
    found = progress(line((-3, 99), (-2, 100), (0, 104)), 100, FIRST)

    assert found is not None
    assert (found.reached_on, found.left, found.share, found.pace) == (FIRST - 2 * DAY, 0, 1.04, None)


def test_without_a_figure_by_that_day_there_is_no_progress() -> None:
    assert progress(line((1, 99)), 100, FIRST) is None
    with pytest.raises(ValueError, match="1 or more"):
        progress(line((0, 1)), 0, FIRST)
