"""The rule of a series moves with it, or says that it cannot."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cmstation.domain.calendar_events import WholeDay, placed, wall_of
from cmstation.domain.event_rules import moved_rule
from cmstation.domain.events import RuleKeepsItsDays
from tests.domain.calendar_samples import meeting, wall_start

ZONES = ("Europe/Paris", "Europe/Brussels", "America/Toronto")
MOVABLE = (
    "FREQ=DAILY",
    "FREQ=DAILY;INTERVAL=3;COUNT=40",
    "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR",
    "FREQ=WEEKLY",
    "FREQ=WEEKLY;BYDAY=MO,TH",
    "FREQ=WEEKLY;BYDAY=SU,MO;WKST=SU",
    "FREQ=WEEKLY;INTERVAL=2",
    "FREQ=MONTHLY",
    "FREQ=YEARLY",
)
# What a day's or an hour's move would make of these is no rule, or not certain.
BOUND_TO_DAYS = (
    "FREQ=MONTHLY;BYDAY=1MO",
    "FREQ=MONTHLY;BYDAY=-1FR",
    "FREQ=MONTHLY;BYMONTHDAY=13",
    "FREQ=YEARLY;BYYEARDAY=100",
    "FREQ=YEARLY;BYWEEKNO=20",
    "FREQ=WEEKLY;BYMONTH=10",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE;BYSETPOS=1",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU",
)
MONDAY = date(2026, 3, 9)
DAY = timedelta(days=1)


@settings(deadline=None)
@given(
    st.sampled_from(MOVABLE),
    st.sampled_from(ZONES),
    st.integers(-8, 18),  # within the month: "on the 28th" is not "nine days before the 9th"
    st.integers(-3, 4),
    st.sampled_from((None, 30, 200)),
)
def test_each_occurrence_moves_as_far_as_the_first_one(
    rule: str, zone: str, days: int, hours: int, ends_after: int | None
) -> None:
    if ends_after and "COUNT" not in rule:
        rule += f";UNTIL={MONDAY + ends_after * DAY:%Y%m%d}T235959Z"
    # After the hours that clocks skip or repeat: those have tests of their own.
    start = placed(wall_of(WholeDay(MONDAY)) + timedelta(hours=12), zone)
    to = placed(start.wall + timedelta(days=days, hours=hours), zone)
    before, after = meeting(start, rule), meeting(to, moved_rule(rule, start, to))

    walls = [wall_start(one) for one in before.occurrences(date(2026, 3, 1), date(2027, 6, 1), zone=zone)]
    moved = [wall_start(one) for one in after.occurrences(date(2026, 2, 1), date(2027, 8, 1), zone=zone)]

    assert walls
    assert moved[: len(walls)] == [one + timedelta(days=days, hours=hours) for one in walls]
    if "UNTIL" in rule or "COUNT" in rule:
        assert len(moved) == len(walls)


@pytest.mark.parametrize("rule", BOUND_TO_DAYS)
def test_a_rule_that_names_its_days_is_not_moved_to_others(rule: str) -> None:
    start, to = (placed(wall_of(WholeDay(MONDAY + n * DAY)), ZONES[0]) for n in (0, 1))

    with pytest.raises(RuleKeepsItsDays) as refused:
        moved_rule(rule, start, to, "uid")

    assert refused.value.facts == {"uid": "uid", "rule": rule}


@pytest.mark.parametrize("rule", BOUND_TO_DAYS)
def test_a_rule_that_names_its_days_may_have_another_hour(rule: str) -> None:
    start = placed(wall_of(WholeDay(MONDAY)), ZONES[0])
    to = replace(start, wall=start.wall + timedelta(hours=3))

    assert moved_rule(rule, start, to) == rule


def test_a_rule_that_names_its_hours_keeps_them() -> None:
    start = placed(wall_of(WholeDay(MONDAY)), ZONES[0])
    to = placed(start.wall + timedelta(hours=3), ZONES[0])

    with pytest.raises(RuleKeepsItsDays):
        moved_rule("FREQ=DAILY;BYHOUR=0,12", start, to)


@pytest.mark.parametrize(
    ("rule", "moved"),
    [
        ("FREQ=MONTHLY;BYMONTHDAY=9", "FREQ=MONTHLY;BYMONTHDAY=19"),
        ("FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=9", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=19"),
        ("FREQ=YEARLY;UNTIL=20301231", "FREQ=YEARLY;UNTIL=20310110"),
    ],
)
def test_the_day_that_a_rule_names_moves_when_it_is_that_of_its_start(rule: str, moved: str) -> None:
    assert moved_rule(rule, WholeDay(MONDAY), WholeDay(MONDAY + 10 * DAY)) == moved


def test_the_last_days_of_a_month_are_not_in_every_month() -> None:
    with pytest.raises(RuleKeepsItsDays):
        moved_rule("FREQ=MONTHLY", WholeDay(date(2026, 3, 28)), WholeDay(date(2026, 3, 29)))
