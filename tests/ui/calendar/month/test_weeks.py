"""Bars across the days of a week, and what stands on one day."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from cmstation.domain.calendar import Plan
from cmstation.ui.calendar.month.weeks import items_by_day, walk_of, week_of, weeks_of
from cmstation.ui.calendar.months import WEEK, Month
from tests.ui.calendar.lane_plans import MONDAY, any_plan, event, plan, post

months = st.sampled_from([Month(2026, 9), Month(2026, 10), Month(2026, 11), Month(2027, 1)])


@given(any_plan(), months)
def test_the_weeks_hold_every_item_that_touches_them_and_no_other(found: Plan, month: Month) -> None:
    mondays = month.weeks
    start, end = mondays[0], mondays[-1] + timedelta(days=WEEK)

    weeks = weeks_of(mondays, found)

    held = {bar.item.key for week in weeks for bar in week.bars}
    held |= {item.key for week in weeks for day in week.singles for item in day}
    wanted = {item.key for item in found.items if item.first < end and item.last >= start}
    assert held == wanted
    walked = [item.key for _, item in walk_of(weeks)]
    assert len(walked) == len(set(walked))
    assert set(walked) == wanted


@given(any_plan())
def test_bars_of_one_lane_never_lie_over_each_other(found: Plan) -> None:
    week = week_of(MONDAY, found.items)

    for column in range(WEEK):
        lanes = [bar.lane for bar in week.bars if bar.covers(column)]
        assert len(lanes) == len(set(lanes))


@given(any_plan(), months)
def test_each_day_lists_what_touches_it(found: Plan, month: Month) -> None:
    start, end = month.weeks[0], month.weeks[-1] + timedelta(days=WEEK)

    days = items_by_day(weeks_of(month.weeks, found))

    for place in range((end - start).days):
        day = start + timedelta(days=place)
        wanted = {item.key for item in found.items if item.first <= day <= item.last}
        assert {item.key for item in days.get(day, ())} == wanted


def test_a_bar_is_cut_at_the_end_of_the_week_and_goes_on_in_the_next_one() -> None:
    fair = event(1, date(2026, 10, 15), date(2026, 10, 20))

    first, second = weeks_of((MONDAY, MONDAY + timedelta(days=7)), plan(fair))

    (before,), (after,) = first.bars, second.bars
    assert (before.first, before.last, before.before, before.after) == (3, 6, False, True)
    assert (after.first, after.last, after.before, after.after) == (0, 1, True, False)


def test_a_day_begins_with_what_lasts_longest_and_goes_on_by_the_hour() -> None:
    day = date(2026, 10, 13)
    items = (
        post(1, day, "18:00"),
        post(2, day, "08:00"),
        event(3, day),
        event(4, day, day + timedelta(days=1)),
    )

    order = [item.key.identity for item in items_by_day([week_of(MONDAY, items)])[day]]

    assert order == [4, 3, 2, 1]


def test_a_bar_that_began_before_the_page_is_walked_on_its_first_day() -> None:
    long = event(1, date(2026, 9, 1), date(2026, 12, 1))

    walked = walk_of(weeks_of(Month(2026, 10).weeks, plan(long)))

    assert [(day, item.key.identity) for day, item in walked] == [(date(2026, 9, 28), 1)]
