"""From which states each change of a delivery may start; everything else is refused."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, case, select, update
from sqlalchemy.orm import Session

from cmstation.domain.delivery import Delivery, DeliveryState
from cmstation.domain.delivery_errors import WrongState
from cmstation.domain.errors import ChangedElsewhere, NotFound
from cmstation.domain.planned_time import PlannedTime
from cmstation.storage.post_state import lock_post, refresh_state
from cmstation.storage.records import PostRecord
from cmstation.storage.records_delivery import DeliveryRecord
from cmstation.storage.rows_read import FRESH, delivery_of

_S = DeliveryState

TO_ARM = frozenset({_S.PREPARING})
TO_SENT = frozenset({_S.SENDING, _S.UNCERTAIN, _S.HANDED_OVER, _S.ON_NETWORK})
TO_UNCERTAIN = frozenset({_S.SENDING, _S.ON_NETWORK, _S.UNCERTAIN})
TO_FAILED = frozenset({_S.WAITING, _S.PREPARING, _S.SENDING, _S.UNCERTAIN, _S.ON_NETWORK, _S.HANDED_OVER})
TO_HELD = frozenset({_S.WAITING})
TO_HANDED_OVER = frozenset({_S.WAITING, _S.HELD, _S.PREPARING, _S.FAILED})
TO_WAITING_AGAIN = frozenset({_S.PREPARING, _S.SENDING, _S.UNCERTAIN, _S.FAILED, _S.HELD})
TO_CANCELLED = frozenset({_S.WAITING, _S.HELD, _S.FAILED, _S.HANDED_OVER})
TO_WITHDRAWN = frozenset({_S.ON_NETWORK})
TO_RESCHEDULED = frozenset({_S.WAITING, _S.HELD, _S.FAILED})
TO_THAWED = frozenset({_S.WAITING, _S.HELD, _S.FAILED})

NOBODY: dict[str, Any] = {"owner": "", "lease_until": None}
NEW: dict[str, Any] = {
    "state": _S.WAITING,
    "attempts": 0,
    "remote_id": "",
    "remote_url": "",
    "remote_extra": {},
    "error": "",
    "code": "",
    "detail": "",
    "evidence": [],
    **NOBODY,
}


def due_columns(due: PlannedTime, next_try: datetime, *, native: bool) -> dict[str, Any]:
    """Turn the hour of a delivery into columns."""
    return {
        "due_at": due.instant,
        "due_zone": due.zone,
        "due_wall": due.wall,
        "next_try": next_try,
        "native": native,
    }


def trouble_columns(error: str, detail: str, code: str | None) -> dict[str, Any]:
    """Turn what went wrong into columns; without a code, the one stays that came with the same error."""
    if code is None:
        kept = case((DeliveryRecord.error == error, DeliveryRecord.code), else_="")
        return {"error": error, "detail": detail, "code": kept}
    return {"error": error, "detail": detail, "code": code}


def read(session: Session, delivery: int) -> Delivery:
    """Read a delivery as it is now.

    Raises:
        NotFound: there is no such delivery.
    """
    statement = select(DeliveryRecord).where(DeliveryRecord.id == delivery).execution_options(**FRESH)
    row = session.scalars(statement).one_or_none()
    if row is None:
        raise NotFound(subject="delivery", identity=delivery)
    return delivery_of(row)


def lock(session: Session, delivery: int) -> int:
    """Lock the post of a delivery; return the post's identity."""
    statement = select(DeliveryRecord.post_id).where(DeliveryRecord.id == delivery)
    post = session.execute(statement).scalar_one_or_none()
    if post is None:
        raise NotFound(subject="delivery", identity=delivery)
    lock_post(session, post)
    return post


def moved(
    session: Session,
    delivery: int,
    now: datetime,
    allowed: frozenset[DeliveryState],
    values: dict[str, Any],
    *conditions: ColumnElement[bool],
) -> Delivery | None:
    """Change a delivery by one conditional statement; None when its state or a condition forbids it."""
    post = lock(session, delivery)
    statement = (
        update(DeliveryRecord)
        .where(DeliveryRecord.id == delivery, DeliveryRecord.state.in_(allowed), *conditions)
        .values(**values, changed_at=now)
        .returning(DeliveryRecord.id)
        .execution_options(synchronize_session=False)
    )
    if session.execute(statement).scalar_one_or_none() is None:
        return None
    refresh_state(session, post)
    return read(session, delivery)


def must_move(
    session: Session,
    delivery: int,
    now: datetime,
    allowed: frozenset[DeliveryState],
    values: dict[str, Any],
    *conditions: ColumnElement[bool],
) -> Delivery:
    """Change a delivery by one conditional statement.

    Raises:
        WrongState: its state or a condition forbids it; nothing changed.
    """
    after = moved(session, delivery, now, allowed, values, *conditions)
    if after is None:
        raise wrong_state(read(session, delivery), allowed)
    return after


def refuse_if_rewritten(session: Session, post: int, revision: int) -> None:
    """Refuse what was made of an older text; meaningful only while the post is locked.

    Raises:
        ChangedElsewhere: someone stored a newer revision; the transaction must not be committed.
    """
    found = session.execute(select(PostRecord.revision).where(PostRecord.id == post)).scalar_one()
    if found != revision:
        raise ChangedElsewhere(post=post, expected=revision, found=found)


def wrong_state(found: Delivery, allowed: frozenset[DeliveryState]) -> WrongState:
    """Say what was found and what was needed."""
    return WrongState(
        delivery=found.id,
        found=found.state.value,
        wanted=tuple(state.value for state in DeliveryState if state in allowed),
    )
