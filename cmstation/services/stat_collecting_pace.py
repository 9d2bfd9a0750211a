"""When an account's figures are read again. Pure."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from cmstation.domain.errors import RateLimited
from cmstation.domain.statistics import Collection
from cmstation.services.error_keys import error_key

# How long an account that could not be read is left alone, the longer the more often it failed.
PAUSES: Final = (timedelta(hours=1), timedelta(hours=6), timedelta(days=1))
LONGEST_WAIT: Final = timedelta(days=7)
ASKED_TO_WAIT: Final = error_key(RateLimited())


def is_waiting(state: Collection, now: datetime) -> bool:
    """Tell whether the network asked to be left alone until later; nothing but time helps."""
    return state.trouble == ASKED_TO_WAIT and state.due_at is not None and now < state.due_at


def is_due(state: Collection, now: datetime, zone: ZoneInfo) -> bool:
    """Tell whether an account is to be read: not read today, and nothing to wait for."""
    if state.due_at is not None and now < state.due_at:
        return False
    if state.read_at is None or state.trouble:
        return True
    return state.read_at.astimezone(zone).date() != now.astimezone(zone).date()


def after_failure(state: Collection, now: datetime, trouble: str, retry_at: datetime | None) -> Collection:
    """Return the state after a try that failed.

    A try before its time is no new failure, so that a person who insists does not make the pause longer.

    Args:
        retry_at: when the network said that it may be asked again.
    """
    if trouble == ASKED_TO_WAIT:
        until = min(max(retry_at or now + PAUSES[0], now), now + LONGEST_WAIT)
    else:
        until = now + _pause(state, now)
    return replace(state, tried_at=now, due_at=until, trouble=trouble)


def _pause(state: Collection, now: datetime) -> timedelta:
    if not state.trouble or state.trouble == ASKED_TO_WAIT or state.tried_at is None or state.due_at is None:
        return PAUSES[0]
    before = state.due_at - state.tried_at
    if now < state.due_at:
        return max(before, PAUSES[0])
    return next((pause for pause in PAUSES if pause > before), PAUSES[-1])
