"""Record keys: their shape, their order and their constancy."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmstation.networks.tid import tid, tid_for

# The syntax that the published lexicon gives for a TID.
_SYNTAX = re.compile(r"^[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}$")
_MICROSECONDS = st.integers(0, 2**53 - 1)
_CLOCKS = st.integers(0, 1023)
_INSTANTS = st.datetimes(datetime(1970, 1, 1), datetime(2200, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


def test_the_first_and_the_last_key_are_as_published() -> None:
    assert tid(0, 0) == "2222222222222"
    assert tid(2**53 - 1, 1023) == "bzzzzzzzzzzzz"


@given(_MICROSECONDS, _CLOCKS)
def test_every_key_follows_the_published_syntax(microseconds: int, clock: int) -> None:
    assert _SYNTAX.match(tid(microseconds, clock))


@given(_MICROSECONDS, _CLOCKS, _MICROSECONDS, _CLOCKS)
def test_keys_sort_as_their_times_do(first: int, clock: int, second: int, other_clock: int) -> None:
    as_letters = tid(first, clock) < tid(second, other_clock)

    assert as_letters == ((first, clock) < (second, other_clock))


@pytest.mark.parametrize(("microseconds", "clock"), [(-1, 0), (2**53, 0), (0, -1), (0, 1024)])
def test_a_time_or_clock_out_of_range_is_refused(microseconds: int, clock: int) -> None:
    with pytest.raises(ValueError, match="no record key"):
        tid(microseconds, clock)


@given(_INSTANTS, st.text("0123456789abcdef", min_size=32, max_size=32))
def test_a_delivery_always_gets_the_same_key(created_at: datetime, key: str) -> None:
    again = tid_for(key, created_at)

    assert tid_for(key, created_at) == again
    assert _SYNTAX.match(again)


def test_two_deliveries_of_the_same_instant_get_different_keys() -> None:
    instant = datetime(2026, 11, 22, 8, 30, tzinfo=UTC)
    keys = {tid_for(f"{number:032x}", instant) for number in range(2000)}

    assert len(keys) == 2000


def test_the_key_stays_within_the_second_of_the_post() -> None:
    instant = datetime(2026, 11, 22, 8, 30, tzinfo=UTC)
    start = int(instant.timestamp()) * 1_000_000
    made = tid_for("f" * 32, instant + timedelta(microseconds=7))

    assert tid(start, 0) <= made <= tid(start + 999_999, 1023)
