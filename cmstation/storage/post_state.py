"""What a post's deliveries mean for it: its derived state, its hour, and whether it may still change."""

from datetime import datetime

from sqlalchemy import and_, or_, select, update
from sqlalchemy.orm import Session

from cmstation.domain.delivery import LEFT_STATES, DeliveryState
from cmstation.domain.drafts import state_of
from cmstation.domain.errors import NotFound, PublishedIsImmutable
from cmstation.storage.records import PostRecord
from cmstation.storage.records_delivery import DeliveryRecord

# A post with one of these cannot be thrown away: something of it is public, or may be.
KEEPING_STATES = LEFT_STATES | {DeliveryState.PREPARING}


def lock_post(session: Session, post: int) -> None:
    """Make other writers of this post wait until this transaction ends.

    Always taken before a delivery of the post is touched, so that two transactions never wait for each other.
    """
    statement = select(PostRecord.id).where(PostRecord.id == post).with_for_update()
    if session.execute(statement).scalar_one_or_none() is None:
        raise NotFound(subject="post", identity=post)


def refresh_state(session: Session, post_id: int) -> None:
    """Derive a post's state and hour again; called in each transaction that changes what they depend on."""
    post = session.execute(
        select(
            PostRecord.stage, PostRecord.archived_at, PostRecord.planned_at, PostRecord.planned_zone
        ).where(PostRecord.id == post_id)
    ).one()
    deliveries = session.execute(
        select(DeliveryRecord.state, DeliveryRecord.sent_at, DeliveryRecord.due_at, DeliveryRecord.due_zone)
        .where(DeliveryRecord.post_id == post_id, DeliveryRecord.state != DeliveryState.CANCELLED)
        .order_by(DeliveryRecord.due_at, DeliveryRecord.id)
    ).all()
    sent: list[tuple[datetime, str]] = [
        (found.sent_at, found.due_zone)
        for found in deliveries
        if found.sent_at is not None and found.state is DeliveryState.SENT
    ]
    due = [(found.due_at, found.due_zone) for found in deliveries]
    planned = [] if post.planned_at is None else [(post.planned_at, post.planned_zone or "UTC")]
    moments = [*sorted(sent)[:1], *planned, *due]
    shown_at, shown_zone = moments[0] if moments else (None, "")
    session.execute(
        update(PostRecord)
        .where(PostRecord.id == post_id)
        .values(
            state=state_of(
                post.stage, [found.state for found in deliveries], archived=post.archived_at is not None
            ),
            shown_at=shown_at,
            shown_zone=shown_zone,
        )
    )


def refuse_if_left(session: Session, post: int, *, account: int | None = None) -> None:
    """Refuse to change what has left for a network, or may have.

    What was armed once and never thawed may have left, whatever its state is now.

    Args:
        account: look at this account's deliveries only.

    Raises:
        PublishedIsImmutable: something left.
    """
    armed = and_(DeliveryRecord.armed_at.is_not(None), DeliveryRecord.state != DeliveryState.CANCELLED)
    statement = select(DeliveryRecord.id).where(
        DeliveryRecord.post_id == post, or_(DeliveryRecord.state.in_(LEFT_STATES), armed)
    )
    if account is not None:
        statement = statement.where(DeliveryRecord.account_id == account)
    if session.execute(statement.limit(1)).first() is not None:
        raise PublishedIsImmutable(post=post)


def refuse_if_kept(session: Session, post: int) -> None:
    """Refuse to throw away a post of which something is public, or may be soon.

    Raises:
        PublishedIsImmutable: archiving is all that may be done.
    """
    statement = select(DeliveryRecord.id).where(
        DeliveryRecord.post_id == post, DeliveryRecord.state.in_(KEEPING_STATES)
    )
    if session.execute(statement.limit(1)).first() is not None:
        raise PublishedIsImmutable(post=post)
