"""A plan with an index finds what a search through all of it finds."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from cmstation.domain.calendar import Plan
from cmstation.ui.calendar.indexed_plan import indexed, items_within
from tests.ui.calendar.lane_plans import any_plan, plan, post

days = st.dates(date(2026, 8, 1), date(2026, 12, 31))


@given(any_plan(), days, st.integers(0, 120))
def test_the_items_of_a_span_are_found_in_the_order_of_the_plan(found: Plan, start: date, count: int) -> None:
    end = start + timedelta(days=count)

    assert items_within(indexed(found), start, end) == items_within(found, start, end)


def test_what_was_read_again_without_a_change_is_the_same_as_before() -> None:
    first = indexed(plan(post(1, date(2026, 10, 13))))

    again = indexed(plan(post(1, date(2026, 10, 13))), first)

    assert again is first


def test_only_what_has_changed_is_taken_from_the_new_plan() -> None:
    old, other = post(1, date(2026, 10, 13)), post(2, date(2026, 10, 14))
    first = indexed(plan(old, other))

    again = indexed(plan(replace(old), replace(other, title="Un autre titre")), first)

    assert again != first
    assert again.items[0] is first.items[0]
    assert again.items[1].title == "Un autre titre"
    assert again.known[other.key].title == "Un autre titre"
