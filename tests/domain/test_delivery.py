"""When a delivery is tried again, and when the person is asked first."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from cmstation.domain.delivery import (
    FIRST_PAUSE,
    GRACE,
    LEFT_STATES,
    LONGEST_PAUSE,
    MOST_ATTEMPTS,
    OPEN_STATES,
    DeliveryState,
    is_late,
    next_try,
)

NOW = datetime(2026, 10, 13, 7, 0, tzinfo=UTC)
moments = st.integers(0, 20 * 365 * 24 * 3600).map(lambda seconds: NOW + timedelta(seconds=seconds))
attempts_left = st.integers(1, MOST_ATTEMPTS - 1)


def test_the_first_pause_is_short_and_each_next_one_twice_as_long() -> None:
    pauses = [next_try(NOW, attempts, None) for attempts in (1, 2, 3)]

    assert pauses == [NOW + FIRST_PAUSE, NOW + 2 * FIRST_PAUSE, NOW + 4 * FIRST_PAUSE]


@given(now=moments, attempts=st.integers(MOST_ATTEMPTS, 10_000), retry_at=st.none() | moments)
def test_after_the_last_attempt_the_person_is_asked(
    now: datetime, attempts: int, retry_at: datetime | None
) -> None:
    assert next_try(now, attempts, retry_at) is None


@given(now=moments, attempts=attempts_left, retry_at=moments)
def test_what_the_network_asks_for_is_obeyed(now: datetime, attempts: int, retry_at: datetime) -> None:
    later = next_try(now, attempts, retry_at)

    assert later is not None
    assert later >= retry_at
    assert later > now


@given(now=moments, attempts=attempts_left, retry_at=moments)
def test_a_pause_is_the_longer_of_ours_and_the_networks(
    now: datetime, attempts: int, retry_at: datetime
) -> None:
    ours = next_try(now, attempts, None)

    assert ours is not None
    assert next_try(now, attempts, retry_at) == max(ours, retry_at)


@given(now=moments, attempts=st.integers(1, MOST_ATTEMPTS - 2))
def test_pauses_never_shrink(now: datetime, attempts: int) -> None:
    sooner, later = next_try(now, attempts, None), next_try(now, attempts + 1, None)

    assert sooner is not None
    assert later is not None
    assert sooner <= later


@given(now=moments, attempts=attempts_left)
def test_a_pause_of_ours_has_a_floor_and_a_ceiling(now: datetime, attempts: int) -> None:
    later = next_try(now, attempts, None)

    assert later is not None
    assert FIRST_PAUSE <= later - now <= LONGEST_PAUSE


@given(due=moments, lateness=st.timedeltas(timedelta(days=-400), timedelta(days=400)))
def test_late_means_beyond_the_grace(due: datetime, lateness: timedelta) -> None:
    assert is_late(due + lateness, due) == (lateness > GRACE)


def test_at_the_very_end_of_the_grace_it_may_still_leave() -> None:
    assert not is_late(NOW + GRACE, NOW)
    assert is_late(NOW + GRACE + timedelta(microseconds=1), NOW)


def test_what_may_have_left_is_never_among_what_may_be_given_up() -> None:
    undecided = {DeliveryState.WAITING, DeliveryState.HELD, DeliveryState.FAILED, DeliveryState.CANCELLED}

    assert undecided.isdisjoint(LEFT_STATES)
    assert set(DeliveryState) - OPEN_STATES == {
        DeliveryState.SENT,
        DeliveryState.FAILED,
        DeliveryState.CANCELLED,
    }
