"""What a delivery and its first comment do together: take another hour, or be given up."""

from datetime import datetime
from typing import Any

from sqlalchemy import select

from cmstation.domain.delivery import Delivery, DeliveryState
from cmstation.domain.delivery_errors import TooLate
from cmstation.domain.planned_time import PlannedTime
from cmstation.storage import delivery_comments as comments
from cmstation.storage import delivery_moves as moves
from cmstation.storage.delivery_awakening import DeliveryAwakening
from cmstation.storage.delivery_memory import forget_payload
from cmstation.storage.post_state import lock_post, refresh_state
from cmstation.storage.records_delivery import DeliveryRecord


class DeliveryCompany(DeliveryAwakening):
    """The part of `Deliveries` where a comment goes along with its post."""

    def comments_follow(self, post: int, now: datetime) -> bool:
        """Make the first comments agree with a post that was written on; tell whether any changed."""
        with self._sessions.begin() as session:
            lock_post(session, post)
            changed = comments.follow_post(session, post, now)
            if changed:
                refresh_state(session, post)
            return changed

    def reschedule(
        self, delivery: int, now: datetime, due: PlannedTime, next_try: datetime, native: bool
    ) -> Delivery:
        """Wait for another hour, with all tries again; its first comment comes along."""
        values: dict[str, Any] = {
            **moves.due_columns(due, next_try, native=native),
            **moves.NOBODY,
            "state": DeliveryState.WAITING,
            "attempts": 0,
            "error": "",
            "code": "",
            "detail": "",
        }
        with self._sessions.begin() as session:
            moves.lock(session, delivery)
            if native or moves.read(session, delivery).native:
                # What was frozen for the network to keep names the hour that is given up.
                forget_payload(session, delivery)
            moved = moves.must_move(session, delivery, now, moves.TO_RESCHEDULED, values)
            comments.follow(session, moved, now)
            comments.move_with(session, moved, now)
            refresh_state(session, moved.post)
            return moved

    def cancel(self, delivery: int, now: datetime) -> Delivery:
        """Give a delivery up, and its first comment; one that was given up already stays so.

        Raises:
            TooLate: it is leaving, or has left.
        """
        with self._sessions.begin() as session:
            values = {"state": DeliveryState.CANCELLED, **moves.NOBODY}
            after = moves.moved(session, delivery, now, moves.TO_CANCELLED, values)
            found = after or moves.read(session, delivery)
            if found.state is not DeliveryState.CANCELLED:
                raise TooLate(delivery=delivery, found=found.state.value)
            comments.give_up_with(session, delivery, now)
            refresh_state(session, found.post)
            return found

    def withdrawn(self, delivery: int, now: datetime) -> Delivery:
        """Give up what its network kept until its hour, with the comment that was to follow."""
        values: dict[str, Any] = {"state": DeliveryState.CANCELLED, **moves.NOBODY}
        with self._sessions.begin() as session:
            gone = moves.must_move(session, delivery, now, moves.TO_WITHDRAWN, values)
            children = select(DeliveryRecord.id).where(DeliveryRecord.parent_id == delivery)
            for child in session.scalars(children).all():
                moves.moved(session, child, now, moves.TO_CANCELLED, values)
            return gone
