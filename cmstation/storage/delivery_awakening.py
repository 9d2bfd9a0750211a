"""What becomes of deliveries when a program starts, when the line is back, or when the clock moved."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlalchemy import or_, select

from cmstation.domain.delivery import Delivery, DeliveryState
from cmstation.storage import delivery_moves as moves
from cmstation.storage.delivery_memory import DeliveryMemory
from cmstation.storage.last_seen import keep_latest
from cmstation.storage.records_delivery import DeliveryRecord

INTERRUPTED = "interrupted"  # key of the trouble of a delivery whose sender died


class DeliveryAwakening(DeliveryMemory):
    """The part of `Deliveries` that takes up again what came to rest."""

    def wake(self, now: datetime, errors: frozenset[str]) -> tuple[Delivery, ...]:
        """Let what waits only because of one of these troubles be taken up now; return it."""
        waiting = select(DeliveryRecord.id).where(
            DeliveryRecord.state == DeliveryState.WAITING,
            DeliveryRecord.error.in_(sorted(errors)),
            DeliveryRecord.next_try > now,
            or_(DeliveryRecord.due_at <= now, DeliveryRecord.native),
        )
        values: dict[str, Any] = {"next_try": now}
        with self._sessions.begin() as session:
            moved = [
                moves.moved(session, delivery, now, frozenset({DeliveryState.WAITING}), values)
                for delivery in session.scalars(waiting).all()
            ]
            return tuple(delivery for delivery in moved if delivery is not None)

    def recover(
        self, now: datetime, owner_is_alive: Callable[[str], bool | None]
    ) -> tuple[tuple[Delivery, ...], tuple[Delivery, ...]]:
        """Take deliveries from senders that died.

        Args:
            owner_is_alive: None when it cannot tell (another computer): the lease decides.

        Returns:
            What waits again because nothing public was done, then what may have left.
        """
        statement = select(
            DeliveryRecord.id, DeliveryRecord.state, DeliveryRecord.owner, DeliveryRecord.lease_until
        ).where(DeliveryRecord.state.in_((DeliveryState.PREPARING, DeliveryState.SENDING)))
        with self._readers.begin() as session:
            busy = session.execute(statement.order_by(DeliveryRecord.id)).all()
        waiting: list[Delivery] = []
        uncertain: list[Delivery] = []
        for delivery, state, owner, lease_until in busy:
            alive = owner_is_alive(owner)
            if alive or (alive is None and lease_until is not None and lease_until > now):
                continue
            values: dict[str, Any] = {"state": DeliveryState.WAITING, **moves.NOBODY}
            if state is DeliveryState.SENDING:
                values |= {"state": DeliveryState.UNCERTAIN, "error": INTERRUPTED, "detail": ""}
            same = (DeliveryRecord.owner == owner, DeliveryRecord.lease_until == lease_until)
            with self._sessions.begin() as session:
                taken = moves.moved(session, delivery, now, frozenset({state}), values, *same)
            if taken is not None:
                (uncertain if state is DeliveryState.SENDING else waiting).append(taken)
        return tuple(waiting), tuple(uncertain)

    def last_seen(self, now: datetime) -> datetime:
        """Keep and return the latest moment ever told to this method, this one included."""
        with self._sessions.begin() as session:
            return keep_latest(session, now)
