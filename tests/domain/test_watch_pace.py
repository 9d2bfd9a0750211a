"""Sources are read as often as it is worth, and left alone when they ask for it."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmstation.domain.watch import SourceState, SourceTrouble
from cmstation.domain.watch_pace import (
    LONGEST_MINUTES,
    LONGEST_WAIT,
    SHORTEST_MINUTES,
    USUAL_MINUTES,
    after_failure,
    after_reading,
    interval_minutes,
    is_dead,
    natural_interval,
    retry_at,
    waiting,
)

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
STATE = SourceState(1, due_at=NOW, interval_minutes=60)
MOMENTS = st.timedeltas(timedelta(days=-2500), timedelta(days=2500)).map(lambda span: NOW + span)


def ago(**span: float) -> datetime:
    return NOW - timedelta(**span)


# --- the pace ---------------------------------------------------------------------------------------------


def test_a_feed_without_dates_is_read_every_hour() -> None:
    assert natural_interval([None, None], NOW) == USUAL_MINUTES
    assert natural_interval([], NOW) == USUAL_MINUTES
    assert natural_interval([ago(hours=3)], NOW) == USUAL_MINUTES


def test_a_wire_is_read_every_quarter_of_an_hour() -> None:
    assert natural_interval([ago(minutes=5 * place) for place in range(40)], NOW) == SHORTEST_MINUTES


def test_a_daily_feed_is_read_twice_a_day() -> None:
    found = natural_interval([ago(days=place + 1) for place in range(20)], NOW)

    assert found == 12 * 60


def test_a_feed_that_fell_asleep_slows_down() -> None:
    lively = [ago(minutes=10 * place) for place in range(20)]
    asleep = [one - timedelta(days=60) for one in lively]

    assert natural_interval(asleep, NOW) == LONGEST_MINUTES


def test_a_feed_that_woke_up_is_judged_by_its_newest_items() -> None:
    dates = [ago(minutes=20 * place) for place in range(1, 21)] + [ago(days=900)] * 30

    assert natural_interval(dates, NOW) < 30


def test_dates_of_the_future_tell_nothing() -> None:
    future = [NOW + timedelta(days=place) for place in range(1, 20)]

    assert natural_interval(future, NOW) == USUAL_MINUTES


@given(st.lists(st.none() | MOMENTS, max_size=60))
def test_the_pace_stays_within_bounds(dates: list[datetime | None]) -> None:
    assert SHORTEST_MINUTES <= natural_interval(dates, NOW) <= LONGEST_MINUTES


@pytest.mark.parametrize(
    ("natural", "feed", "person", "minutes"),
    [
        (15, None, None, 15),
        (15, 60, None, 60),
        (120, 60, None, 120),
        (15, 43_200, None, LONGEST_MINUTES),
        (15, None, 240, 240),
        (15, None, 10_080, 10_080),
        (15, 60, 5, 60),
        (1, None, None, SHORTEST_MINUTES),
    ],
)
def test_feed_and_person_may_slow_it_down(
    natural: int, feed: int | None, person: int | None, minutes: int
) -> None:
    assert interval_minutes(natural, feed=feed, person=person) == minutes


# --- after a try ------------------------------------------------------------------------------------------


def test_a_success_forgets_the_failures() -> None:
    failed = after_failure(STATE, NOW, SourceTrouble.TIMED_OUT, "read_timeout")

    state = after_reading(failed, NOW, 30)

    assert (state.failures, state.trouble, state.detail) == (0, None, "")
    assert state.due_at == NOW + timedelta(minutes=30)
    assert state.read_at == state.tried_at == NOW


def test_failures_in_a_row_wait_longer_and_longer_up_to_a_day() -> None:
    state, now, waits = STATE, NOW, list[float]()
    for _ in range(8):
        state = after_failure(state, now, SourceTrouble.SERVER_TROUBLE, "500")
        assert state.due_at is not None
        waits.append((state.due_at - now) / timedelta(hours=1))
        now = state.due_at

    assert waits == [1, 2, 4, 8, 16, 24, 24, 24]
    assert state.failures == 8


def test_pressing_refresh_ten_times_gives_no_source_up() -> None:
    state = after_failure(STATE, NOW, SourceTrouble.NO_ANSWER, "refused")
    for second in range(1, 11):
        state = after_failure(state, NOW + timedelta(seconds=second), SourceTrouble.NO_ANSWER, "refused")

    assert state.failures == 1


def test_being_offline_is_no_failure_of_the_source() -> None:
    state = after_failure(STATE, NOW, SourceTrouble.OFFLINE, "offline")

    assert (state.failures, state.due_at) == (0, STATE.due_at)
    assert state.trouble is SourceTrouble.OFFLINE


def test_being_asked_to_wait_is_obeyed_and_no_failure() -> None:
    until = NOW + timedelta(hours=5)

    state = after_failure(STATE, NOW, SourceTrouble.ASKED_TO_WAIT, "429", until)

    assert (state.failures, state.due_at) == (0, until)


def test_nobody_makes_us_wait_for_ever() -> None:
    state = waiting(STATE, NOW, "429", NOW + timedelta(days=4000))

    assert state.due_at == NOW + LONGEST_WAIT


def test_a_wait_never_brings_a_reading_forward() -> None:
    late = SourceState(1, due_at=NOW + timedelta(days=1))

    assert waiting(late, NOW, "", NOW + timedelta(hours=1)).due_at == late.due_at


# --- dead feeds -------------------------------------------------------------------------------------------


def failing(trouble: SourceTrouble, detail: str, failures: int, read_days_ago: float | None) -> SourceState:
    read_at = None if read_days_ago is None else ago(days=read_days_ago)
    return SourceState(1, read_at=read_at, failures=failures, trouble=trouble, detail=detail)


@pytest.mark.parametrize(
    ("state", "dead"),
    [
        (failing(SourceTrouble.GONE, "404", 10, 8), True),
        (failing(SourceTrouble.GONE, "404", 10, None), True),
        (failing(SourceTrouble.GONE, "404", 9, 30), False),
        (failing(SourceTrouble.SERVER_TROUBLE, "500", 40, 3), False),
        (failing(SourceTrouble.GONE, "410", 3, 2), True),
        (failing(SourceTrouble.GONE, "410", 2, 2), False),
        (failing(SourceTrouble.OFFLINE, "offline", 99, 99), False),
        (failing(SourceTrouble.ASKED_TO_WAIT, "429", 99, 99), False),
        (SourceState(1, failures=99), False),
    ],
)
def test_a_source_is_given_up_after_many_failures_over_days(state: SourceState, dead: bool) -> None:
    assert is_dead(state, NOW) is dead


# --- Retry-After ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("seconds", [1, 120, 3600])
def test_seconds_are_read(seconds: int) -> None:
    assert retry_at(f" {seconds} ", NOW) == NOW + timedelta(seconds=seconds)


def test_a_date_is_read() -> None:
    until = NOW + timedelta(hours=2)

    assert retry_at(format_datetime(until, usegmt=True), NOW) == until


@pytest.mark.parametrize(
    "header", ["", "0", "-5", "1.5", "bientôt", "²", "Sat, 21 Nov 2026 09:00:00 GMT", "٣"]
)
def test_what_says_nothing_is_nothing(header: str) -> None:
    assert retry_at(header, NOW) is None


@pytest.mark.parametrize("header", ["9" * 9, "9" * 400, "Fri, 31 Dec 9999 23:59:59 GMT"])
def test_a_wait_is_bounded(header: str) -> None:
    assert retry_at(header, NOW) == NOW + LONGEST_WAIT


@given(st.text(max_size=60))
def test_any_header_is_read(header: str) -> None:
    found = retry_at(header, NOW)

    assert found is None or NOW < found <= NOW + LONGEST_WAIT
