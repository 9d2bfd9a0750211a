"""In quiet hours alerts wait and come as one notice at their end, also when the clocks change."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmstation.domain.watch_alert_hours import EVERY_DAY, QuietHours, quiet_until
from cmstation.domain.watch_alerts import Alert, AlertKind, Mention, telling

PARIS = ZoneInfo("Europe/Paris")
NIGHT = QuietHours(time(20), time(8), "Europe/Paris")
SATURDAY, SUNDAY = 5, 6
WEEKEND = QuietHours(time(0), time(0), "Europe/Paris", frozenset({SATURDAY, SUNDAY}))


def paris(day: int, hour: int, minute: int = 0, month: int = 3) -> datetime:
    """Make a moment of 2026 by the clocks of Paris."""
    return datetime(2026, month, day, hour, minute, tzinfo=PARIS).astimezone(UTC)


def alert(rule: int, at: datetime, *items: int) -> Alert:
    """Make an alert about items."""
    mentions = tuple(Mention(item, item, 1, at - timedelta(minutes=item)) for item in items)
    return Alert(rule, f"Alerte {rule}", AlertKind.ANY, at, mentions)


@pytest.mark.parametrize(
    ("now", "until"),
    [
        (paris(10, 19, 59), None),
        (paris(10, 20), paris(11, 8)),
        (paris(11, 3), paris(11, 8)),
        (paris(11, 7, 59), paris(11, 8)),
        (paris(11, 8), None),
    ],
)
def test_a_night_ends_in_the_morning(now: datetime, until: datetime | None) -> None:
    assert quiet_until(now, [NIGHT]) == until


def test_hours_within_a_day_end_the_same_day() -> None:
    noon = QuietHours(time(12), time(13, 30), "Europe/Paris")

    assert quiet_until(paris(10, 13), [noon]) == paris(10, 13, 30)
    assert quiet_until(paris(10, 11), [noon]) is None


def test_the_days_are_those_on_which_the_hours_begin() -> None:
    friday = QuietHours(time(20), time(8), "Europe/Paris", frozenset({4}))

    assert quiet_until(paris(14, 3), [friday]) == paris(14, 8)
    assert quiet_until(paris(13, 3), [friday]) is None


def test_nights_and_weekends_that_touch_are_one() -> None:
    assert quiet_until(paris(13, 21), [NIGHT, WEEKEND]) == paris(16, 8)
    assert quiet_until(paris(15, 12), [WEEKEND]) == paris(16, 0)


def test_without_hours_nobody_waits() -> None:
    assert quiet_until(paris(13, 21), []) is None
    assert quiet_until(paris(13, 21), [QuietHours(time(20), time(8), "Europe/Paris", frozenset())]) is None


def test_hours_that_never_end_hold_nothing() -> None:
    always = QuietHours(time(9), time(9), "Europe/Paris", EVERY_DAY)

    assert quiet_until(paris(13, 21), [always]) is None


def test_the_short_night_and_the_long_night_end_at_eight() -> None:
    assert quiet_until(paris(28, 23), [NIGHT]) == datetime(2026, 3, 29, 6, tzinfo=UTC)
    assert quiet_until(paris(24, 23, month=10), [NIGHT]) == datetime(2026, 10, 25, 7, tzinfo=UTC)


def test_an_end_that_comes_twice_is_the_second_and_a_start_the_first() -> None:
    until_half_past_two = QuietHours(time(22), time(2, 30), "Europe/Paris")
    from_half_past_two = QuietHours(time(2, 30), time(7), "Europe/Paris")
    between = datetime(2026, 10, 25, 1, tzinfo=UTC)

    assert quiet_until(between, [until_half_past_two]) == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    assert quiet_until(between, [from_half_past_two]) == datetime(2026, 10, 25, 6, tzinfo=UTC)


def test_an_end_that_is_skipped_comes_as_much_later() -> None:
    until_half_past_two = QuietHours(time(22), time(2, 30), "Europe/Paris")

    until = quiet_until(paris(28, 23), [until_half_past_two])

    assert until == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
    assert quiet_until(datetime(2026, 3, 29, 1, 30, tzinfo=UTC), [until_half_past_two]) is None


TIMES = st.times().map(lambda one: one.replace(second=0, microsecond=0, fold=0))
HOURS = st.builds(
    QuietHours,
    TIMES,
    TIMES,
    st.sampled_from(["Europe/Paris", "America/Montreal", "Australia/Lord_Howe", "UTC"]),
    st.frozensets(st.integers(0, 6)),
)


@given(
    minutes=st.integers(0, 60 * 24 * 365),
    hours=st.lists(HOURS, max_size=3),
)
def test_at_the_end_of_the_hours_nobody_waits_any_more(minutes: int, hours: list[QuietHours]) -> None:
    now = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)

    until = quiet_until(now, hours)

    if until is not None:
        assert now < until <= now + timedelta(days=9)
        assert all(one.end_around(until) is None for one in hours)
        assert any(one.end_around(now) is not None for one in hours)


def test_alerts_are_held_and_come_as_one_notice_at_the_end() -> None:
    waiting = [alert(1, paris(10, 21), 5), alert(1, paris(10, 23), 7, 5), alert(2, paris(10, 22), 9)]

    held = telling(waiting, paris(10, 23), [NIGHT])
    told = telling(waiting, paris(11, 8), [NIGHT])

    assert (held.alerts, held.held_until) == ((), paris(11, 8))
    assert told.held_until is None
    assert [(one.rule, one.at) for one in told.alerts] == [(1, paris(10, 23)), (2, paris(10, 22))]
    assert {mention.item for mention in told.alerts[0].mentions} == {5, 7}
    assert told.alerts[0].count == 2


def test_a_mention_that_was_new_stays_new_in_the_notice() -> None:
    first = alert(1, paris(10, 21), 5)
    known = Alert(
        1, "Alerte 1", AlertKind.OFTEN, paris(10, 23), (Mention(5, 5, 1, paris(10, 20), new=False),)
    )

    told = telling([first, known], paris(11, 9), [NIGHT])

    assert told.alerts[0].mentions[0].new


def test_nothing_waits_for_nothing() -> None:
    assert telling([], paris(10, 23), [NIGHT]).held_until is None
