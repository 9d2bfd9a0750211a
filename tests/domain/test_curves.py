"""Figures in the order of days."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmstation.domain.curves import Curve, Segment, curve, together
from cmstation.domain.metrics import Figure, Metric, Origin

FIRST = date(2026, 9, 1)
DAY = timedelta(days=1)
TAKEN = datetime(2026, 9, 1, 20, tzinfo=UTC)


def on(number: int) -> date:
    return FIRST + number * DAY


def figure(number: int, value: int, definition: str = "a", hour: int = 0, account: int = 1) -> Figure:
    taken = TAKEN + timedelta(hours=hour)
    return Figure(account, on(number), Metric.FOLLOWERS, value, taken, Origin.NETWORK, definition)


def test_days_without_a_figure_are_gaps_and_never_zero() -> None:
    line = curve([figure(5, 12), figure(0, 10), figure(1, 11)])

    assert line.points == ((on(0), 10), (on(1), 11), (on(5), 12))
    assert line.gaps == ((on(2), on(4)),)
    assert line.value_at(on(3)) is None
    assert line.value_at(on(5)) == 12


def test_bounds_leave_figures_out_and_show_the_gaps_at_the_ends() -> None:
    line = curve([figure(0, 10), figure(3, 11), figure(9, 12)], on(1), on(6))

    assert line.points == ((on(3), 11),)
    assert line.gaps == ((on(1), on(2)), (on(4), on(6)))


def test_without_any_figure_all_days_asked_for_are_one_gap() -> None:
    assert curve([], on(1), on(6)) == Curve(gaps=((on(1), on(6)),))
    assert curve([]) == Curve()


def test_of_two_figures_of_a_day_the_one_taken_last_counts() -> None:
    assert curve([figure(0, 12, hour=3), figure(0, 10)]).points == ((on(0), 12),)


def test_figures_of_two_accounts_are_no_curve() -> None:
    with pytest.raises(ValueError, match="one account"):
        curve([figure(0, 1), figure(1, 1, account=2)])


def test_a_changed_definition_begins_a_segment() -> None:
    line = curve([figure(0, 10), figure(1, 11), figure(4, 90, "b")])

    assert line.segments == (Segment("a", on(0), on(1)), Segment("b", on(4), on(4)))
    assert [line.definition_at(on(number)) for number in (0, 1, 2, 4, 5)] == ["a", "a", None, "b", None]


def test_lines_break_at_gaps_and_at_new_definitions() -> None:
    line = curve(
        [figure(0, 1), figure(1, 2), figure(3, 3), figure(4, 4), figure(5, 5, "b"), figure(8, 6, "b")]
    )

    assert [[value for _day, value in run] for run in line.runs()] == [[1, 2], [3, 4], [5], [6]]
    assert [[value for _day, value in run] for run in line.runs(1)] == [[1, 2, 3, 4], [5], [6]]
    assert [[value for _day, value in run] for run in line.runs(2)] == [[1, 2, 3, 4], [5, 6]]


def test_the_last_point_is_looked_for_within_days() -> None:
    line = curve([figure(0, 10), figure(1, 11)])

    assert line.last_until(on(7), 7) == (on(1), 11)
    assert line.last_until(on(8), 7) is None
    assert line.last_until(on(0), 1) == (on(0), 10)
    assert line.last_until(on(-1), 7) is None


def test_curves_are_added_up_only_where_each_has_a_figure() -> None:
    one = curve([figure(0, 10), figure(1, 11), figure(2, 12)])
    other = curve([figure(1, 100, "b", account=2), figure(3, 300, "b", account=2)])

    line = together([one, other])

    assert line.points == ((on(1), 111),)
    assert line.gaps == ((on(0), on(0)), (on(2), on(3)))
    assert line.segments == (Segment("a+b", on(1), on(1)),)
    assert together([]) == Curve()


curves = st.dictionaries(st.integers(0, 400), st.tuples(st.integers(0, 10**6), st.sampled_from("ab")))


@given(curves)
def test_each_day_is_a_point_or_in_a_gap(drawn: dict[int, tuple[int, str]]) -> None:
    line = curve([figure(day, value, key) for day, (value, key) in drawn.items()], on(0), on(400))

    in_gaps = [day for first, last in line.gaps for day in days(first, last)]

    assert sorted([day for day, _value in line.points] + in_gaps) == days(on(0), on(400))
    assert sum(line.runs(), ()) == line.points
    assert all(line.definition_at(on(day)) == key for day, (_value, key) in drawn.items())


def days(first: date, last: date) -> list[date]:
    return [first + number * DAY for number in range((last - first).days + 1)]


@given(curves, st.integers(4, 60))
def test_a_thinned_curve_keeps_ends_and_extremes(drawn: dict[int, tuple[int, str]], most: int) -> None:
    line = curve([figure(day, value) for day, (value, _key) in drawn.items()])

    thin = line.thinned(most)

    assert len(thin.points) == min(len(line.points), len(thin.points), most)
    assert set(thin.points) <= set(line.points)
    assert list(thin.points) == sorted(thin.points)
    assert (thin.gaps, thin.segments) == (line.gaps, line.segments)
    if line.points:
        assert (thin.points[0], thin.points[-1]) == (line.points[0], line.points[-1])
        values, kept = ({value for _day, value in one.points} for one in (line, thin))
        assert (min(kept), max(kept)) == (min(values), max(values))


def test_a_curve_that_is_short_enough_is_not_thinned() -> None:
    line = curve([figure(number, number % 7) for number in range(50)])

    assert line.thinned(50) == line
    assert 20 < len(line.thinned(40).points) <= 40
    with pytest.raises(ValueError, match="4 points"):
        line.thinned(3)


def test_growth_is_counted_from_the_first_figure_that_is_not_zero() -> None:
    line = curve([figure(0, 0), figure(1, 50), figure(4, 60), figure(5, 40)])

    assert line.growth() == ((on(1), 0.0), (on(4), pytest.approx(0.2)), (on(5), pytest.approx(-0.2)))


def test_growth_begins_anew_where_the_meaning_changes() -> None:
    line = curve([figure(0, 10), figure(1, 20), figure(2, 500, "b"), figure(3, 550, "b")])

    assert line.growth() == ((on(0), 0.0), (on(1), 1.0), (on(2), 0.0), (on(3), pytest.approx(0.1)))


def test_nobody_at_all_has_no_growth() -> None:
    assert curve([]).growth() == curve([figure(0, 0), figure(1, 0)]).growth() == ()
