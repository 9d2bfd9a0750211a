"""Lanes hold what belongs to them, and no two chips overlap."""

from datetime import date, datetime, timedelta
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint

from cmstation.domain.calendar import CalendarItem, Plan
from cmstation.domain.networks import Network
from cmstation.ui.calendar.agenda.agenda import items_within, monday_of
from cmstation.ui.calendar.lanes.lanes import (
    GAP,
    MOST_ROWS,
    NONE,
    By,
    Days,
    LanePlaces,
    lanes_of,
    networks_of,
    places_of,
    weeks_for,
)
from cmstation.ui.calendar.lanes.lanes_scene import Scene, new_end
from cmstation.ui.calendar.look import PlanLook
from tests.ui.calendar.lane_plans import (
    ACCOUNTS,
    CAMPAIGNS,
    LOOK,
    MONDAY,
    NOW,
    TODAY,
    ZONE,
    any_plan,
    event,
    plan,
    post,
)

SPAN = (MONDAY, MONDAY + timedelta(weeks=6))
SIX_WEEKS = Days.over(MONDAY, 42, 886)
BARE = PlanLook(TODAY, NOW)


def wish(item: CalendarItem) -> tuple[int, int]:
    return (140, 35) if item.days == 1 else (60, 20)


@pytest.mark.parametrize(("width", "weeks"), [(300, 6), (886, 6), (1176, 7), (1440, 8), (9000, 13)])
def test_a_wider_view_shows_more_weeks(width: int, weeks: int) -> None:
    assert weeks_for(width) == weeks


@given(st.integers(14, 91), st.integers(0, 2000))
def test_every_place_of_the_time_line_belongs_to_the_day_around_it(count: int, x: int) -> None:
    days = Days.over(MONDAY, count, 1000)

    day = days.at(x)

    assert days.edges[0] == 0
    assert days.edges[-1] == 1000
    assert x >= 1000 or days.left(day) <= x < days.right(day)


def test_each_open_campaign_has_a_lane_and_the_last_one_is_for_the_rest() -> None:
    one, none, gone = post(1, TODAY, campaign=1), post(2, TODAY), post(3, TODAY, campaign=99)

    lanes = lanes_of(plan(one, none, gone), *SPAN, LOOK, By.CAMPAIGN)

    assert [lane.name for lane in lanes] == [CAMPAIGNS[identity].name for identity in (1, 2, 3, 4)] + [""]
    assert lanes[0].items == (one,)
    assert lanes[-1].identity == NONE
    assert lanes[-1].items == (none, gone)


def test_a_closed_campaign_has_a_lane_only_while_it_holds_something() -> None:
    lanes = lanes_of(plan(post(1, TODAY, campaign=5)), *SPAN, LOOK, By.CAMPAIGN)

    assert [lane.identity for lane in lanes] == [1, 2, 3, 4, 5, NONE]


def test_a_post_stands_in_the_lane_of_each_of_its_accounts() -> None:
    both = post(1, TODAY, accounts=(1, 4))

    lanes = lanes_of(plan(both), *SPAN, LOOK, By.ACCOUNT)

    assert [lane.identity for lane in lanes] == list(ACCOUNTS)
    assert [lane.identity for lane in lanes if lane.items] == [1, 4]


def test_what_has_no_account_has_a_lane_of_its_own() -> None:
    congress, lonely = event(1, TODAY), post(2, TODAY, accounts=())

    lanes = lanes_of(plan(congress, lonely), *SPAN, LOOK, By.ACCOUNT)

    assert lanes[-1].items == (congress, lonely)


def test_there_is_always_a_lane() -> None:
    assert len(lanes_of(plan(), *SPAN, BARE, By.ACCOUNT)) == 1
    assert len(lanes_of(plan(), *SPAN, BARE, By.CAMPAIGN)) == 1


def test_the_networks_of_accounts_are_learnt_from_the_items() -> None:
    assert networks_of([post(1, TODAY, accounts=(1, 2)), event(2, TODAY)]) == {
        1: Network.FACEBOOK,
        2: Network.MASTODON,
    }


@given(any_plan(), st.dates(date(2026, 9, 1), date(2027, 1, 1)), st.sampled_from(By))
def test_every_item_of_the_span_stands_in_the_lanes_it_belongs_to(found: Plan, day: date, by: By) -> None:
    start = monday_of(day)
    end = start + timedelta(weeks=6)

    lanes = lanes_of(found, start, end, LOOK, by)

    held = {item.key for lane in lanes for item in lane.items}
    assert held == {item.key for item in items_within(found, start, end)}
    for lane in lanes:
        assert len({item.key for item in lane.items}) == len(lane.items)
        for item in lane.items:
            own = item.accounts if by is By.ACCOUNT else (item.campaign,)
            assert lane.identity in own or (lane.identity == NONE and not set(own) & set(_known(by)))


@given(any_plan(), st.integers(2, 13), st.integers(200, 1700))
def test_every_item_of_a_lane_has_a_place_or_is_counted_and_no_two_overlap(
    found: Plan, weeks: int, width: int
) -> None:
    days = Days.over(MONDAY, weeks * 7, width)
    items = items_within(found, days.start, days.end)

    places = places_of(items, days, wish)

    shown = [chip.item.key for chip in places.chips]
    counted = [item.key for others in places.others for item in others.items]
    assert sorted(shown + counted) == sorted(item.key for item in items)
    assert places.rows <= MOST_ROWS
    _assert_apart(places, days)
    for chip in places.chips:
        assert chip.left == days.left(chip.item.first)
        assert chip.right >= days.right(chip.item.last) - GAP
    assert all(
        others.day == min(max(item.first, days.start) for item in others.items) for others in places.others
    )


def test_words_have_room_while_a_lane_is_low() -> None:
    items = [post(number, MONDAY + timedelta(days=number)) for number in range(4)]

    places = places_of(items, SIX_WEEKS, wish)

    assert [chip.width for chip in places.chips] == [140] * 4
    assert places.rows == 4


def test_a_crowded_lane_gives_up_the_words_before_the_items() -> None:
    items = [post(number, MONDAY + timedelta(days=number % 7)) for number in range(20)]

    places = places_of(items, SIX_WEEKS, wish)

    assert not places.others
    assert places.rows <= MOST_ROWS
    assert min(chip.width for chip in places.chips) < 60


def test_a_seventh_item_of_one_day_is_counted() -> None:
    places = places_of([post(number, TODAY) for number in range(9)], SIX_WEEKS, wish)

    (others,) = places.others
    assert (len(others.items), others.day) == (3, TODAY)


def test_what_lies_under_a_point_is_found_again() -> None:
    lanes = lanes_of(plan(*(post(number, TODAY) for number in range(9))), *SPAN, BARE, By.CAMPAIGN)
    scene = Scene.of(lanes, SIX_WEEKS, wish)

    for chip in scene.places[0].chips:
        assert scene.chip_at(0, scene.chip_rect(chip).center()) == chip
    assert scene.others_at(0, scene.others_rect(0, 0).center()) == 0
    assert scene.others_rect(0, 0).bottom() < scene.height(0)
    assert scene.chip_at(0, QPoint(880, 8)) is None
    assert scene.chip_at(5, QPoint(30, 8)) is None


def test_the_end_of_whole_days_is_a_day() -> None:
    congress = event(1, TODAY, TODAY + timedelta(days=2))

    assert new_end(congress, TODAY + timedelta(days=5), ZONE) == TODAY + timedelta(days=5)
    assert new_end(congress, TODAY - timedelta(days=5), ZONE) == TODAY


def test_the_end_of_hours_keeps_its_hour_and_comes_after_the_beginning() -> None:
    night = event(1, TODAY, TODAY + timedelta(days=1), hours=("22:00", "02:00"))

    longer = new_end(night, TODAY + timedelta(days=3), ZONE)
    shorter = new_end(night, TODAY, ZONE)

    assert longer == datetime(2026, 10, 16, 2, 0)  # noqa: DTZ001 (a wall time)
    assert shorter == datetime(2026, 10, 14, 2, 0)  # noqa: DTZ001 (a wall time)


def _known(by: By) -> tuple[int, ...]:
    return tuple(ACCOUNTS) if by is By.ACCOUNT else tuple(CAMPAIGNS)


def _assert_apart(places: LanePlaces, days: Days) -> None:
    for one, two in combinations(places.chips, 2):
        assert one.row != two.row or one.right <= two.left or two.right <= one.left
    for one, two in combinations(places.others, 2):
        assert one.left + one.width <= two.left
    assert all(chip.right <= days.width for chip in places.chips)
    assert all(others.left >= 0 for others in places.others)
