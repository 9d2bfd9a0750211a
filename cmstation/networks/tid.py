"""Bluesky's record keys (TID): thirteen letters that sort by time."""

import hashlib
from datetime import UTC, datetime, timedelta

_LETTERS = "234567abcdefghijklmnopqrstuvwxyz"
_LENGTH = 13
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_CLOCK_BITS = 10
_MOST_MICROSECONDS = 2**53 - 1


def tid(microseconds: int, clock: int) -> str:
    """Write a record key.

    Args:
        microseconds: since 1970-01-01 UTC, 0 to 2**53 - 1.
        clock: 0 to 1023; tells apart two writers at the same microsecond.
    """
    if not 0 <= microseconds <= _MOST_MICROSECONDS:
        raise ValueError(f"no record key for {microseconds} microseconds")
    if not 0 <= clock < 2**_CLOCK_BITS:
        raise ValueError(f"no record key for the clock {clock}")
    number = microseconds << _CLOCK_BITS | clock
    return "".join(_LETTERS[number >> shift & 31] for shift in range(5 * (_LENGTH - 1), -1, -5))


def tid_for(key: str, created_at: datetime) -> str:
    """Return the record key of one delivery: always the same for the same key and second.

    The fraction of the second and the clock come from the key, so that a lost journal cannot
    make a second record, and two deliveries of one instant cannot meet.

    Args:
        key: idempotency key of the delivery.
        created_at: aware UTC.
    """
    drawn = int.from_bytes(hashlib.sha256(key.encode()).digest()[:8])
    whole_second = created_at.replace(microsecond=0) - _EPOCH
    microseconds = whole_second // timedelta(microseconds=1) + (drawn >> _CLOCK_BITS) % 1_000_000
    return tid(microseconds, drawn % 2**_CLOCK_BITS)
