"""Deliveries as the outbox and the screens look for them."""

from datetime import datetime

from sqlalchemy import func, or_, select
from sqlalchemy.orm import aliased

from cmstation.domain.delivery import Delivery, DeliveryState
from cmstation.storage import delivery_moves as moves
from cmstation.storage import drafts_read, rows_read
from cmstation.storage.database import Database
from cmstation.storage.last_seen import latest
from cmstation.storage.records import PostRecord
from cmstation.storage.records_delivery import DeliveryRecord


class DeliveryLists:
    """The part of `Deliveries` that only reads."""

    def __init__(self, database: Database) -> None:
        self._sessions = database.sessions
        self._readers = database.readers

    def get(self, delivery: int) -> Delivery:
        """Read a delivery."""
        with self._readers.begin() as session:
            return moves.read(session, delivery)

    def of_post(self, post: int) -> tuple[Delivery, ...]:
        """List a post's deliveries, in the accounts' order, cancelled ones too."""
        with self._readers.begin() as session:
            return drafts_read.deliveries_of(session, post)

    def in_states(self, states: frozenset[DeliveryState]) -> tuple[Delivery, ...]:
        """List the deliveries in some states, next try first; not those of posts in the bin."""
        statement = (
            select(DeliveryRecord)
            .join(PostRecord, PostRecord.id == DeliveryRecord.post_id)
            .where(DeliveryRecord.state.in_(sorted(states)), PostRecord.deleted_at.is_(None))
            .order_by(DeliveryRecord.next_try, DeliveryRecord.id)
        )
        with self._readers.begin() as session:
            return tuple(rows_read.delivery_of(row) for row in session.scalars(statement))

    def due(self, now: datetime, limit: int = 100) -> tuple[Delivery, ...]:
        """List what may be taken up now, longest waiting first; nothing of a post put away."""
        parent = aliased(DeliveryRecord)
        statement = (
            select(DeliveryRecord)
            .join(PostRecord, PostRecord.id == DeliveryRecord.post_id)
            .outerjoin(parent, parent.id == DeliveryRecord.parent_id)
            .where(
                DeliveryRecord.state == DeliveryState.WAITING,
                DeliveryRecord.next_try <= now,
                or_(DeliveryRecord.parent_id.is_(None), parent.state == DeliveryState.SENT),
                PostRecord.deleted_at.is_(None),
                PostRecord.archived_at.is_(None),
            )
            .order_by(DeliveryRecord.next_try, DeliveryRecord.id)
            .limit(limit)
        )
        with self._readers.begin() as session:
            return tuple(rows_read.delivery_of(row) for row in session.scalars(statement))

    def latest_seen(self) -> datetime | None:
        """Return the latest moment ever told to `Deliveries.last_seen`."""
        with self._readers.begin() as session:
            return latest(session)

    def next_due(self, now: datetime) -> datetime | None:
        """Return when the next waiting delivery is to be taken up, None when nothing waits."""
        del now  # what is overdue counts too
        statement = (
            select(func.min(DeliveryRecord.next_try))
            .join(PostRecord, PostRecord.id == DeliveryRecord.post_id)
            .where(
                DeliveryRecord.state == DeliveryState.WAITING,
                PostRecord.deleted_at.is_(None),
                PostRecord.archived_at.is_(None),
            )
        )
        with self._readers.begin() as session:
            return session.execute(statement).scalar_one_or_none()
