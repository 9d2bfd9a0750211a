"""Keep the deliveries of first comments in agreement with the post that they follow.

Only what was never tried is touched. The post is locked by the caller, who also derives its state again.
"""

import secrets
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, insert, or_, select, update
from sqlalchemy.orm import Session, aliased

from cmstation.domain.delivery import Delivery, DeliveryKind, DeliveryState
from cmstation.domain.first_comments import COMMENT_TAKEN_OUT, POST_NOT_LIVE, comment_follows
from cmstation.storage import delivery_moves as moves
from cmstation.storage import drafts_read, rows_read
from cmstation.storage.records_delivery import DeliveryRecord
from cmstation.storage.records_library import AccountRecord

# A post in one of these may still be written on, so its comment may still come and go.
_STILL_HERE = frozenset({DeliveryState.WAITING, DeliveryState.HELD, DeliveryState.PREPARING})
_UNTRIED = (DeliveryRecord.attempts == 0, DeliveryRecord.armed_at.is_(None))


def follow_post(session: Session, post: int, now: datetime) -> bool:
    """Add or give up the comments of all that is still here of a post; tell whether any changed."""
    changed = False
    for delivery in drafts_read.deliveries_of(session, post):
        changed |= follow(session, delivery, now)
    return changed


def follow(session: Session, main: Delivery, now: datetime, *, leaving: bool = False) -> bool:
    """Add or give up the comment of one delivery; tell whether anything changed.

    Args:
        leaving: it is being armed in this transaction, for the first time.
    """
    if main.kind is not DeliveryKind.POST:
        return False
    if main.armed_at is not None and not leaving:
        # Its words are as they were when it was armed: only what its failure took away comes back.
        waits = main.state is DeliveryState.WAITING and not _is_on_its_way(session, main)
        return waits and _revive(session, main, now, POST_NOT_LIVE)
    if main.state not in _STILL_HERE and not leaving:
        return False
    if not _is_wanted(session, main):
        return _give_up(session, main.id, now, COMMENT_TAKEN_OUT, DeliveryState.WAITING)
    if _is_on_its_way(session, main):
        return False
    return _revive(session, main, now, COMMENT_TAKEN_OUT, POST_NOT_LIVE) or _added(session, main, now)


def give_up_with(session: Session, main: int, now: datetime) -> None:
    """Give up the comment of a post that will not be live; it comes back when the post is tried again."""
    _give_up(session, main, now, POST_NOT_LIVE, DeliveryState.WAITING, DeliveryState.HELD)


def move_with(session: Session, main: Delivery, now: datetime) -> None:
    """Give the comment the hour of its post, or it would be late before it can leave."""
    values = moves.due_columns(main.due, main.due.instant, native=False)
    session.execute(
        update(DeliveryRecord)
        .where(DeliveryRecord.parent_id == main.id, DeliveryRecord.state == DeliveryState.WAITING)
        .values(**values, attempts=0, error="", detail="", code="", changed_at=now)
    )


def its_post_is_live() -> ColumnElement[bool]:
    """Hold for a delivery that follows none, or one that was sent."""
    parent = aliased(DeliveryRecord)
    sent = select(parent.id).where(parent.id == DeliveryRecord.parent_id, parent.state == DeliveryState.SENT)
    return or_(DeliveryRecord.parent_id.is_(None), sent.exists())


def _is_wanted(session: Session, main: Delivery) -> bool:
    account = session.get_one(AccountRecord, main.account, populate_existing=True)
    return comment_follows(drafts_read.draft(session, main.post), rows_read.account_of(account))


def _is_on_its_way(session: Session, main: Delivery) -> bool:
    statement = select(DeliveryRecord.id).where(
        DeliveryRecord.post_id == main.post,
        DeliveryRecord.account_id == main.account,
        DeliveryRecord.kind == DeliveryKind.FIRST_COMMENT,
        DeliveryRecord.state != DeliveryState.CANCELLED,
    )
    return session.execute(statement.limit(1)).first() is not None


def _give_up(session: Session, main: int, now: datetime, why: str, *states: DeliveryState) -> bool:
    statement = (
        update(DeliveryRecord)
        .where(DeliveryRecord.parent_id == main, DeliveryRecord.state.in_(states), *_UNTRIED)
        .values(state=DeliveryState.CANCELLED, error=why, detail="", code="", changed_at=now)
        .returning(DeliveryRecord.id)
        .execution_options(synchronize_session=False)
    )
    return bool(session.scalars(statement).all())


def _revive(session: Session, main: Delivery, now: datetime, *reasons: str) -> bool:
    """Take up again what was given up without the person; its key was never used."""
    given_up = (
        select(DeliveryRecord.id)
        .where(
            DeliveryRecord.parent_id == main.id,
            DeliveryRecord.state == DeliveryState.CANCELLED,
            DeliveryRecord.error.in_(reasons),
            *_UNTRIED,
        )
        .order_by(DeliveryRecord.id.desc())
        .limit(1)
    )
    comment = session.execute(given_up).scalar_one_or_none()
    if comment is None:
        return False
    session.execute(
        update(DeliveryRecord)
        .where(DeliveryRecord.id == comment)
        .values(**_as_its_post(main), error="", state=DeliveryState.WAITING, changed_at=now)
        .execution_options(synchronize_session=False)
    )
    return True


def _added(session: Session, main: Delivery, now: datetime) -> bool:
    beside_it = select(DeliveryRecord.id).where(DeliveryRecord.parent_id == main.id)
    if session.execute(beside_it.limit(1)).first() is not None:
        # The person gave one up beside this very post, and that holds.
        return False
    values: dict[str, Any] = {
        **moves.NEW,
        **_as_its_post(main),
        "post_id": main.post,
        "account_id": main.account,
        "parent_id": main.id,
        "kind": DeliveryKind.FIRST_COMMENT,
        "key": secrets.token_hex(16),
        "created_at": now,
        "changed_at": now,
    }
    session.execute(insert(DeliveryRecord).values(**values))
    return True


def _as_its_post(main: Delivery) -> dict[str, Any]:
    return moves.due_columns(main.due, main.due.instant, native=False)
