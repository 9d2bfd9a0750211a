"""The outbox's rules: the states of a delivery, and when it may be tried again. Pure."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from cmstation.domain.planned_time import PlannedTime


class DeliveryState(StrEnum):
    """Where a delivery is on its way.

    WAITING → PREPARING (uploads; nothing public) → SENDING (armed: the irreversible call) → SENT.
    """

    WAITING = "waiting"
    HELD = "held"  # its hour passed while nobody was there: the person decides
    PREPARING = "preparing"
    SENDING = "sending"
    HANDED_OVER = "handed_over"  # assisted: the person pastes and gives the link back
    ON_NETWORK = "on_network"  # the network itself will publish it at its hour
    SENT = "sent"
    FAILED = "failed"
    UNCERTAIN = "uncertain"
    CANCELLED = "cancelled"


OPEN_STATES = frozenset(
    {
        DeliveryState.WAITING,
        DeliveryState.HELD,
        DeliveryState.PREPARING,
        DeliveryState.SENDING,
        DeliveryState.HANDED_OVER,
        DeliveryState.ON_NETWORK,
        DeliveryState.UNCERTAIN,
    }
)
# What may have left, or has: a post with one of these keeps its content for ever.
LEFT_STATES = frozenset(
    {
        DeliveryState.SENDING,
        DeliveryState.ON_NETWORK,
        DeliveryState.SENT,
        DeliveryState.UNCERTAIN,
        DeliveryState.HANDED_OVER,
    }
)


class DeliveryKind(StrEnum):
    """What is delivered."""

    POST = "post"
    FIRST_COMMENT = "first_comment"


@dataclass(frozen=True, slots=True)
class Delivery:
    """One version of a post on its way to one account.

    Args:
        key: idempotency key, made once, 32 hex characters.
        due: when it should be public.
        next_try: aware UTC; the earliest moment for the outbox to take it up (before `due` when
            the network schedules natively).
        native: the network keeps it until its hour.
        parent: the delivery that must be SENT first (a first comment's post).
        error: key of the last trouble ("sign_in_needed"), "" when none.
        code: what the network or the line called it ("kept_pending"), "" when nothing did.
        detail: the network's own words, cleaned, for the curious.
        evidence: what was looked at while uncertain, one fact a line.
    """

    id: int
    post: int
    account: int
    kind: DeliveryKind
    state: DeliveryState
    key: str
    due: PlannedTime
    next_try: datetime
    native: bool = False
    parent: int | None = None
    attempts: int = 0
    armed_at: datetime | None = None
    sent_at: datetime | None = None
    remote_id: str = ""
    remote_url: str = ""
    remote_extra: dict[str, str] = field(default_factory=dict[str, str])
    error: str = ""
    detail: str = ""
    evidence: tuple[str, ...] = ()
    code: str = ""


@dataclass(frozen=True, slots=True)
class Attempt:
    """One logged call of a delivery; readable by a person, free of secrets.

    Args:
        target: method and address without query secrets ("POST clinique.example/wp-json/wp/v2/media").
        took: how long the call lasted.
    """

    delivery: int
    at: datetime
    step: str
    target: str
    status: int | None
    took: timedelta
    outcome: str


MOST_ATTEMPTS = 6
FIRST_PAUSE = timedelta(seconds=30)
LONGEST_PAUSE = timedelta(minutes=30)
GRACE = timedelta(minutes=30)
LEASE = timedelta(minutes=15)


def next_try(now: datetime, attempts: int, retry_at: datetime | None) -> datetime | None:
    """Tell when to try again what certainly did not leave, or None when it is time to ask.

    Args:
        now: aware UTC.
        attempts: tries made so far, at least 1.
        retry_at: what the network asked for, aware UTC; obeyed even when it is far away.
    """
    if attempts >= MOST_ATTEMPTS:
        return None
    pause = min(FIRST_PAUSE * 2 ** (attempts - 1), LONGEST_PAUSE)
    ours = now + pause
    return max(ours, retry_at) if retry_at is not None else ours


def is_late(now: datetime, due: datetime, grace: timedelta = GRACE) -> bool:
    """Tell whether an hour passed so long ago that the person must be asked first."""
    return now - due > grace
