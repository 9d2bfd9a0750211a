"""Slots find their free places through clock changes, and shares make a hundred."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmstation.domain.labels import Theme
from cmstation.domain.rhythm import (
    HORIZON,
    SMALLEST_ROOM,
    NoFreeSlot,
    Slot,
    free_between,
    line_shares,
    next_free,
    percentages,
    room,
)

PARIS, BRUSSELS, TORONTO = "Europe/Paris", "Europe/Brussels", "America/Toronto"
ZONES = (PARIS, BRUSSELS, TORONTO)
HOUR = timedelta(hours=1)
MONDAY, TUESDAY, THURSDAY, SUNDAY = 0, 1, 3, 6
# Days around which the clocks of the zones change, in 2026 and 2027.
CHANGES = {
    PARIS: (date(2026, 3, 29), date(2026, 10, 25), date(2027, 3, 28), date(2027, 10, 31)),
    BRUSSELS: (date(2026, 3, 29), date(2026, 10, 25), date(2027, 3, 28), date(2027, 10, 31)),
    TORONTO: (date(2026, 3, 8), date(2026, 11, 1), date(2027, 3, 14), date(2027, 11, 7)),
}


def naive(text: str) -> datetime:
    return datetime.fromisoformat(text)


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def slot(weekday: int, wall: str, account: int = 1) -> Slot:
    return Slot(account, weekday, time.fromisoformat(wall))


walls = st.times().map(lambda wall: wall.replace(second=0, microsecond=0))
slots = st.builds(Slot, st.integers(1, 3), st.integers(0, 6), walls)


@st.composite
def moments(draw: st.DrawFn) -> tuple[str, datetime]:
    """Draw a zone and an instant near one of its clock changes."""
    zone = draw(st.sampled_from(ZONES))
    day = draw(st.sampled_from(CHANGES[zone]))
    midnight = datetime.combine(day, time(), tzinfo=ZoneInfo(zone)).astimezone(UTC)
    return zone, midnight + timedelta(minutes=draw(st.integers(-3 * 24 * 60, 3 * 24 * 60)))


def test_a_week_has_no_eighth_day() -> None:
    with pytest.raises(ValueError, match="weekday"):
        Slot(1, 7, time(9))


@pytest.mark.parametrize("wall", [time(9, 0, 1), time(9, tzinfo=UTC)])
def test_a_slot_is_a_plain_wall_time_to_the_minute(wall: time) -> None:
    with pytest.raises(ValueError, match="to the minute"):
        Slot(1, MONDAY, wall)


def test_the_next_slot_of_the_week_is_found_at_its_wall_time() -> None:
    found = next_free([slot(TUESDAY, "09:00"), slot(THURSDAY, "18:00")], {}, utc("2026-10-13T07:00"), PARIS)

    assert found.wall == naive("2026-10-15T18:00")
    assert found.instant == utc("2026-10-15T16:00")
    assert found.zone == PARIS


def test_a_slot_at_this_very_moment_is_not_later() -> None:
    found = next_free([slot(TUESDAY, "09:00")], {}, utc("2026-10-13T07:00"), PARIS)

    assert found.wall == naive("2026-10-20T09:00")


def test_a_slot_near_which_a_post_of_its_account_stands_is_taken() -> None:
    taken = {1: [utc("2026-10-13T07:59")], 2: [utc("2026-10-20T07:00")]}

    found = next_free([slot(TUESDAY, "09:00")], taken, utc("2026-10-13T06:00"), PARIS)

    assert found.wall == naive("2026-10-20T09:00")


def test_a_post_an_hour_away_leaves_the_slot_free() -> None:
    taken = {1: [utc("2026-10-13T08:00"), utc("2026-10-13T06:00")]}

    found = next_free([slot(TUESDAY, "09:00")], taken, utc("2026-10-13T05:00"), PARIS)

    assert found.wall == naive("2026-10-13T09:00")


def test_slots_closer_than_the_gap_are_all_used() -> None:
    close = [slot(TUESDAY, "09:00"), slot(TUESDAY, "09:20")]

    found = next_free(close, {1: [utc("2026-10-13T07:00")]}, utc("2026-10-13T06:00"), PARIS)

    assert found.wall == naive("2026-10-13T09:20")
    assert room(close, HOUR) == timedelta(minutes=20)


def test_the_week_ends_where_it_begins() -> None:
    around = [slot(SUNDAY, "23:50"), slot(MONDAY, "00:05")]

    assert room(around, HOUR) == timedelta(minutes=15)


def test_without_a_wished_gap_two_posts_still_do_not_share_a_minute() -> None:
    taken = {1: [utc("2026-10-13T07:00")]}

    found = next_free([slot(TUESDAY, "09:00")], taken, utc("2026-10-13T06:00"), PARIS, gap=timedelta(0))

    assert found.wall == naive("2026-10-20T09:00")


def test_days_to_avoid_stay_empty() -> None:
    found = next_free(
        [slot(TUESDAY, "09:00")], {}, utc("2026-10-13T06:00"), PARIS, avoiding={date(2026, 10, 13)}
    )

    assert found.wall.date() == date(2026, 10, 20)


def test_the_earliest_of_several_accounts_counts_and_each_is_taken_for_itself() -> None:
    both = [slot(TUESDAY, "09:00", 1), slot(TUESDAY, "10:00", 2)]

    found = next_free(both, {1: [utc("2026-10-13T07:00")]}, utc("2026-10-13T06:00"), PARIS)

    assert found.wall == naive("2026-10-13T10:00")


def test_an_account_without_slots_has_no_free_one() -> None:
    with pytest.raises(NoFreeSlot) as refused:
        next_free([], {}, utc("2026-10-13T06:00"), PARIS)

    assert refused.value.facts == {"accounts": ()}


def test_a_year_that_is_full_is_said_so() -> None:
    full = {1: [utc("2026-10-13T07:00") + timedelta(weeks=week) for week in range(60)]}

    with pytest.raises(NoFreeSlot) as refused:
        next_free([slot(TUESDAY, "09:00")], full, utc("2026-10-13T06:00"), PARIS, gap=timedelta(hours=3))

    assert refused.value.facts == {"accounts": (1,)}


@pytest.mark.parametrize(
    ("zone", "day", "wall", "moved"),
    [
        (PARIS, "2026-03-29", "02:30", "2026-03-29T01:30"),
        (BRUSSELS, "2026-03-29", "02:30", "2026-03-29T01:30"),
        (TORONTO, "2026-03-08", "02:30", "2026-03-08T07:30"),
    ],
)
def test_a_slot_in_the_skipped_hour_moves_behind_it(zone: str, day: str, wall: str, moved: str) -> None:
    first = date.fromisoformat(day)

    (found,) = free_between([slot(SUNDAY, wall)], {}, first, first + timedelta(days=1), zone)

    assert found.when.instant == utc(moved)
    assert found.when.wall.time() == time(3, 30)


@pytest.mark.parametrize(
    ("zone", "day", "wall", "first_pass"),
    [
        (PARIS, "2026-10-25", "02:30", "2026-10-25T00:30"),
        (BRUSSELS, "2026-10-25", "02:30", "2026-10-25T00:30"),
        (TORONTO, "2026-11-01", "01:30", "2026-11-01T05:30"),
    ],
)
def test_a_slot_in_the_doubled_hour_happens_once(zone: str, day: str, wall: str, first_pass: str) -> None:
    first = date.fromisoformat(day)

    (found,) = free_between([slot(SUNDAY, wall)], {}, first, first + timedelta(days=1), zone)

    assert found.when.instant == utc(first_pass)


def test_two_slots_that_the_clocks_make_one_are_offered_once() -> None:
    night = [slot(SUNDAY, "02:30"), slot(SUNDAY, "03:30"), slot(SUNDAY, "03:00")]

    found = list(free_between(night, {}, date(2026, 3, 29), date(2026, 3, 30), PARIS))

    assert [place.when.wall.time() for place in found] == [time(3, 0), time(3, 30)]


@given(moments(), st.sets(slots, min_size=1, max_size=8), st.data())
def test_what_is_free_is_a_slot_later_than_now_with_nothing_near(
    moment: tuple[str, datetime], chosen: set[Slot], data: st.DataObject
) -> None:
    zone, after = moment
    minutes = st.integers(-3 * 24 * 60, 21 * 24 * 60)
    times = st.lists(minutes.map(lambda late: after + timedelta(minutes=late)), max_size=30)
    taken = {account: data.draw(times) for account in (1, 2, 3)}
    quiet = data.draw(st.sets(st.integers(0, 20).map(lambda days: after.date() + timedelta(days=days))))
    gap = timedelta(minutes=data.draw(st.integers(0, 180)))

    found = next_free(chosen, taken, after, zone, avoiding=quiet, gap=gap)

    local = found.local()
    assert found.instant > after
    assert local.date() not in quiet
    assert found.wall == local.replace(tzinfo=None)
    meant = [one for one in chosen if one.weekday == local.weekday() and _shows(one.wall, local, zone)]
    assert any(
        all(abs(other - found.instant) >= room(_of(chosen, one), gap) for other in taken[one.account])
        for one in meant
    )


def _of(chosen: set[Slot], one: Slot) -> list[Slot]:
    return [other for other in chosen if other.account == one.account]


def _shows(wall: time, local: datetime, zone: str) -> bool:
    """Tell whether the slot's wall time is shown then, or is skipped and lands there."""
    aware = datetime.combine(local.date(), wall, tzinfo=ZoneInfo(zone))
    return aware.astimezone(UTC).astimezone(ZoneInfo(zone)) == local


@given(moments(), st.sets(slots, min_size=1, max_size=8), st.integers(1, 40))
def test_filling_one_free_slot_after_another_never_uses_one_twice(
    moment: tuple[str, datetime], chosen: set[Slot], posts: int
) -> None:
    zone, after = moment
    mine = [one for one in chosen if one.account == min(one.account for one in chosen)]
    account, taken = mine[0].account, list[datetime]()

    for _ in range(posts):
        taken.append(next_free(mine, {account: taken}, after, zone).instant)

    apart = room(mine, HOUR)
    assert taken == sorted(taken)
    assert all(later - earlier >= apart for earlier, later in pairwise(taken))


@given(moments(), st.sets(slots, min_size=1, max_size=8))
def test_free_places_come_in_order_and_every_slot_of_the_week_comes_once(
    moment: tuple[str, datetime], chosen: set[Slot]
) -> None:
    zone, after = moment
    first = after.astimezone(ZoneInfo(zone)).date()

    found = list(free_between(chosen, {}, first, first + timedelta(days=7), zone))

    instants = [place.when.instant for place in found]
    assert instants == sorted(instants)
    assert len(set(found)) == len(found)
    merged = len(chosen) - len(found)
    assert 0 <= merged <= len(chosen) // 2  # only where the clocks put two slots of a night on one hour


@given(st.sets(slots, min_size=1, max_size=6), st.integers(0, 600))
def test_room_is_never_more_than_the_gap_nor_nothing(chosen: set[Slot], minutes: int) -> None:
    gap = timedelta(minutes=minutes)

    found = room(chosen, gap)

    assert SMALLEST_ROOM <= found <= max(gap, SMALLEST_ROOM)
    assert timedelta(weeks=52) < HORIZON


# --- editorial lines ---


LINES = (
    Theme(1, "Prévention", "info", 0, 50),
    Theme(2, "Équipe", "plum", 1, None),
    Theme(3, "Vie", "good", 2),
)


def test_shares_stand_beside_what_was_wished() -> None:
    found = line_shares([1, 1, 2, None, 1, 99], LINES)

    assert [(share.line and share.line.id, share.posts, share.percent) for share in found] == [
        (1, 3, 50),
        (2, 1, 17),
        (3, 0, 0),
        (None, 2, 33),
    ]
    assert [(share.wished, share.difference) for share in found] == [
        (50, 0),
        (None, None),
        (None, None),
        (None, None),
    ]


def test_a_line_below_its_wish_has_a_negative_difference() -> None:
    found = line_shares([2, 2, 2, 1], LINES)

    assert found[0].difference == -25


def test_a_month_without_posts_has_no_shares() -> None:
    assert [share.percent for share in line_shares([], LINES)] == [0, 0, 0]


@given(st.lists(st.integers(0, 1_000), max_size=12))
def test_percentages_make_a_hundred_and_none_is_a_point_off(counts: list[int]) -> None:
    found = percentages(counts)

    whole = sum(counts)
    assert sum(found) == (100 if whole else 0)
    assert all(
        abs(percent - 100 * count / whole) < 1 for count, percent in zip(counts, found, strict=True) if whole
    )
