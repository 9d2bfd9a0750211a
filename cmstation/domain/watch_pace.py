"""How often a source is read: its own pace, what its server asks, and when it counts as dead. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from cmstation.domain.watch import SourceState, SourceTrouble

SHORTEST_MINUTES = 15
LONGEST_MINUTES = 24 * 60
USUAL_MINUTES = 60
# The pace is judged by the newest items alone: a feed that woke up is not slowed down by its past.
_JUDGED_ITEMS = 20
LONGEST_WAIT = timedelta(days=7)
UNSAID_WAIT = timedelta(minutes=30)
_LONGEST_NUMBER = 12


@dataclass(frozen=True, slots=True)
class Patience:
    """After how many tries in a row, and how long without a success, a source is given up."""

    failures: int = 10
    without: timedelta = timedelta(days=7)


PATIENCE = Patience()
# "410 Gone" is said on purpose.
PATIENCE_WITH_GONE = Patience(3, timedelta(days=1))


def natural_interval(dates: Iterable[datetime | None], now: datetime) -> int:
    """Return the minutes after which half an item is to be expected, between 15 and a day.

    Args:
        dates: when the items came out, in any order; those of the future tell nothing.
    """
    newest = sorted((one for one in dates if one is not None and one <= now), reverse=True)[:_JUDGED_ITEMS]
    if len(newest) < 2:
        return USUAL_MINUTES
    # The time since the newest counts too, so that a feed that fell asleep slows down.
    gap = (now - newest[-1]) / len(newest)
    return _bounded(int(gap.total_seconds() / 120))


def interval_minutes(natural: int, *, feed: int | None = None, person: int | None = None) -> int:
    """Return the minutes between two readings.

    Args:
        feed: how rarely the feed asks to be read; never more than a day is granted.
        person: how often the person wants it read at most, as they say.
    """
    least = min(feed or 0, LONGEST_MINUTES)
    return max(_bounded(natural), least, person or 0)


def after_reading(state: SourceState, now: datetime, interval: int) -> SourceState:
    """Return the state after a success; what the server gave to ask with is the caller's."""
    return replace(
        state,
        tried_at=now,
        read_at=now,
        due_at=now + timedelta(minutes=interval),
        failures=0,
        trouble=None,
        detail="",
        interval_minutes=interval,
    )


def after_failure(
    state: SourceState, now: datetime, trouble: SourceTrouble, detail: str, until: datetime | None = None
) -> SourceState:
    """Return the state after a try that brought nothing; waiting doubles with each failure, up to a day.

    A try before its time counts only as the first one, so that a person who presses "refresh" ten times
    does not give a source up. Being asked to wait, or having no connection, is no failure of the source.
    """
    if trouble is SourceTrouble.OFFLINE:
        return replace(state, tried_at=now, trouble=trouble, detail=detail)
    if trouble is SourceTrouble.ASKED_TO_WAIT:
        return waiting(replace(state, tried_at=now), now, detail, until)
    early = state.due_at is not None and now < state.due_at
    failures = max(state.failures, 1) if early else state.failures + 1
    pause = min(state.interval_minutes * 2 ** min(failures - 1, 10), LONGEST_MINUTES)
    due = now + timedelta(minutes=max(pause, SHORTEST_MINUTES, min(state.interval_minutes, LONGEST_MINUTES)))
    return replace(state, tried_at=now, due_at=due, failures=failures, trouble=trouble, detail=detail)


def waiting(state: SourceState, now: datetime, detail: str, until: datetime | None) -> SourceState:
    """Return the state of a source whose server asked to be left alone."""
    until = now + UNSAID_WAIT if until is None else min(until, now + LONGEST_WAIT)
    due = max(until, state.due_at or until)
    return replace(state, due_at=due, trouble=SourceTrouble.ASKED_TO_WAIT, detail=detail)


def is_dead(state: SourceState, now: datetime) -> bool:
    """Tell whether a source failed so often, for so long, that it is to be paused."""
    if state.trouble in (None, SourceTrouble.OFFLINE, SourceTrouble.ASKED_TO_WAIT):
        return False
    said = state.trouble is SourceTrouble.GONE and state.detail == "410"
    patience = PATIENCE_WITH_GONE if said else PATIENCE
    silent = state.read_at is None or now - state.read_at >= patience.without
    return state.failures >= patience.failures and silent


def retry_at(header: str, now: datetime) -> datetime | None:
    """Read a Retry-After header: seconds or a date; None when it says nothing, or something past."""
    words = header.strip()
    if not words:
        return None
    if words.isascii() and words.isdigit():
        if len(words) > _LONGEST_NUMBER:
            return now + LONGEST_WAIT
        until = now + min(timedelta(seconds=int(words)), LONGEST_WAIT)
        return until if until > now else None
    try:
        said = parsedate_to_datetime(words)
        said = said.replace(tzinfo=UTC) if said.tzinfo is None else said.astimezone(UTC)
    except (ValueError, OverflowError, TypeError):
        return None
    return min(said, now + LONGEST_WAIT) if said > now else None


def _bounded(minutes: int) -> int:
    return min(max(minutes, SHORTEST_MINUTES), LONGEST_MINUTES)
