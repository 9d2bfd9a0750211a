"""From which states each change of a delivery may start; everything else is refused."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, select, update
from sqlalchemy.orm import Session

from cmstation.domain.delivery import Delivery, DeliveryState
from cmstation.domain.delivery_errors import WrongState
from cmstation.domain.errors import NotFound
from cmstation.storage.post_state import lock_post, refresh_state
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


def wrong_state(found: Delivery, allowed: frozenset[DeliveryState]) -> WrongState:
    """Say what was found and what was needed."""
    return WrongState(
        delivery=found.id,
        found=found.state.value,
        wanted=tuple(state.value for state in DeliveryState if state in allowed),
    )
