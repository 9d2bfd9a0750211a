"""Sequences keep their days and their hours on the wall, over every change of the clocks."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmstation.domain.planned_time import HourDoesNotExist, PlannedTime, at_instant, at_wall_time
from cmstation.domain.sequences import (
    ANNOUNCEMENT,
    HEALTH_DAY,
    OPEN_DAY,
    SHIPPED,
    Member,
    PostSequence,
    Scenario,
    Step,
    StepMeaning,
    hour_at,
    hour_of,
    member_at,
    retimed,
)

PARIS, BRUSSELS, TORONTO = "Europe/Paris", "Europe/Brussels", "America/Toronto"
ZONES = (PARIS, BRUSSELS, TORONTO)
SPRINGS = {PARIS: date(2027, 3, 28), BRUSSELS: date(2027, 3, 28), TORONTO: date(2027, 3, 14)}
AUTUMNS = {PARIS: date(2026, 10, 25), BRUSSELS: date(2026, 10, 25), TORONTO: date(2026, 11, 1)}


def naive(text: str) -> datetime:
    return datetime.fromisoformat(text)


def at(text: str, zone: str = PARIS) -> PlannedTime:
    return at_wall_time(datetime.fromisoformat(text), zone)


minutes = st.times().map(lambda wall: wall.replace(second=0, microsecond=0))


@st.composite
def anchors(draw: st.DrawFn, zone: str) -> PlannedTime:
    """Draw an hour within a month of a clock change."""
    change = draw(st.sampled_from((SPRINGS[zone], AUTUMNS[zone])))
    midnight = datetime.combine(change, time(), tzinfo=ZoneInfo(zone)).astimezone(UTC)
    return at_instant(midnight + timedelta(minutes=draw(st.integers(-40_000, 40_000))), zone)


members = st.builds(Member, st.just(1), st.integers(-30, 30), minutes)


@pytest.mark.parametrize(
    ("scenario", "days"),
    [(ANNOUNCEMENT, [-7, 0, 3]), (HEALTH_DAY, [-14, -3, 0, 1]), (OPEN_DAY, [-21, -7, -1, 0])],
)
def test_the_shipped_scenarios_are_in_order_of_time(scenario: Scenario, days: list[int]) -> None:
    assert [step.offset_days for step in scenario.steps] == days
    assert scenario.steps[scenario.main].meaning is StepMeaning.THE_DAY
    assert len({one.key for one in SHIPPED}) == len(SHIPPED)


def test_only_the_post_of_the_day_keeps_its_title() -> None:
    for scenario in SHIPPED:
        for step in scenario.steps:
            assert bool(step.prefix) == (step.meaning is not StepMeaning.THE_DAY)


def test_the_beginnings_of_titles_can_be_given_in_another_language() -> None:
    found = OPEN_DAY.with_prefixes({StepMeaning.REMINDER: "Reminder: "})

    assert [step.prefix for step in found.steps if step.meaning is StepMeaning.REMINDER] == ["Reminder: "]
    assert found.steps[0] == OPEN_DAY.steps[0]


def test_a_scenario_without_steps_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one step"):
        Scenario("empty", ())


def test_without_a_day_itself_the_nearest_step_is_the_main_one() -> None:
    steps = (Step(-7, StepMeaning.ANNOUNCEMENT), Step(2, StepMeaning.THANKS), Step(9, StepMeaning.REMINDER))

    assert Scenario("own", steps).main == 1


def test_steps_take_place_at_their_own_hours_and_the_day_at_the_anchor() -> None:
    anchor = at("2026-10-31T10:30")

    found = [hour_of(step, anchor).wall for step in ANNOUNCEMENT.steps]

    assert found == [
        naive("2026-10-24T09:00"),
        naive("2026-10-31T10:30"),
        naive("2026-11-03T12:00"),
    ]


def test_a_step_before_the_clock_change_keeps_its_hour_on_the_wall() -> None:
    anchor = at("2026-10-31T10:30")

    before = hour_at(anchor, -7, time(9))
    after = hour_at(anchor, 0, time(9))

    assert before.instant == datetime(2026, 10, 24, 7, 0, tzinfo=UTC)
    assert after.instant == datetime(2026, 10, 31, 8, 0, tzinfo=UTC)


@pytest.mark.parametrize("zone", ZONES)
def test_a_step_in_the_skipped_hour_asks_or_goes_behind_it(zone: str) -> None:
    day = SPRINGS[zone]
    anchor = at_wall_time(datetime.combine(day + timedelta(days=7), time(10)), zone)

    with pytest.raises(HourDoesNotExist):
        hour_at(anchor, -7, time(2, 30))

    assert hour_at(anchor, -7, time(2, 30), later_if_missing=True).wall == datetime.combine(day, time(3, 30))


@pytest.mark.parametrize(
    ("zone", "doubled"), [(PARIS, time(2, 30)), (BRUSSELS, time(2, 30)), (TORONTO, time(1, 30))]
)
def test_a_step_in_the_doubled_hour_is_the_first_pass_unless_the_anchor_is_the_second(
    zone: str, doubled: time
) -> None:
    wall = datetime.combine(AUTUMNS[zone], doubled)
    second = at_wall_time(wall, zone, second_pass=True)
    far = at_wall_time(wall.replace(hour=12) + timedelta(days=7), zone)

    assert hour_at(second, 0, doubled) == second
    assert hour_at(far, -7, doubled).instant == second.instant - timedelta(hours=1)


@given(st.sampled_from(ZONES), st.data())
def test_members_keep_their_days_and_wall_times_wherever_the_anchor_goes(
    zone: str, data: st.DataObject
) -> None:
    old, new = data.draw(anchors(zone)), data.draw(anchors(zone))
    member = data.draw(members)

    place = retimed(member, old, new)
    hour = hour_at(new, place.offset_days, place.wall, later_if_missing=True)

    at_anchor = not member.offset_days and member.wall == old.wall.time().replace(second=0, microsecond=0)
    wanted = datetime.combine(
        new.wall.date() + timedelta(days=member.offset_days), new.wall.time() if at_anchor else member.wall
    )
    skipped = hour.wall != wanted
    assert (hour.wall - wanted) == (timedelta(hours=1) if skipped else timedelta())
    assert not skipped or hour.wall.date() == SPRINGS[zone]


@given(st.sampled_from(ZONES), st.data())
def test_there_and_back_again_is_where_they_were(zone: str, data: st.DataObject) -> None:
    old, new = data.draw(anchors(zone)), data.draw(anchors(zone))
    member = data.draw(members)
    start = hour_at(old, member.offset_days, member.wall, later_if_missing=True)

    there = retimed(member_at(member, old, start), old, new)
    moved = hour_at(new, there.offset_days, there.wall, later_if_missing=True)
    back = retimed(member_at(there, new, moved), new, old)

    collides = not there.offset_days and there.wall == new.wall.time() and there == member
    if not collides:  # a post that only happens to stand on the new anchor goes with it from then on
        assert hour_at(old, back.offset_days, back.wall, later_if_missing=True) == start


@given(st.sampled_from(ZONES), st.data())
def test_a_post_moved_by_hand_is_found_at_its_new_distance(zone: str, data: st.DataObject) -> None:
    anchor, stands = data.draw(anchors(zone)), data.draw(anchors(zone))
    member = data.draw(members)

    found = member_at(member, anchor, stands)

    again = hour_at(anchor, found.offset_days, found.wall, later_if_missing=True)
    doubled = again.wall == stands.wall and abs(again.instant - stands.instant) == timedelta(hours=1)
    assert again.instant == stands.instant or doubled


def test_a_post_planned_in_another_zone_is_read_on_the_anchors_clocks() -> None:
    anchor = at("2026-11-10T10:00")
    stands = at("2026-11-09T20:00", TORONTO)

    assert member_at(Member(1, 0, time(9)), anchor, stands) == Member(1, 0, time(2))


def test_a_sequence_knows_its_posts() -> None:
    found = PostSequence(1, "Portes ouvertes", at("2026-11-10T10:00"), (Member(4, -7, time(9)),))

    assert found.member(4) == Member(4, -7, time(9))
    assert found.member(5) is None
