"""What a delivery remembers between its steps and its tries: payload, journal, log."""

from datetime import datetime, timedelta

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from cmstation.domain.delivery import Attempt
from cmstation.domain.delivery_errors import PayloadChanged
from cmstation.storage import delivery_moves as moves
from cmstation.storage.delivery_lists import DeliveryLists
from cmstation.storage.records_delivery import AttemptRecord, JournalRecord, PayloadRecord
from cmstation.storage.rows_read import attempt_of
from cmstation.storage.upsert import upsert


class DeliveryMemory(DeliveryLists):
    """The part of `Deliveries` that changes no state; a note is on the disk when its method returns."""

    def payload(self, delivery: int) -> bytes | None:
        """Return what was frozen for a delivery, None when nothing is."""
        statement = select(PayloadRecord.body).where(PayloadRecord.delivery_id == delivery)
        with self._readers.begin() as session:
            return session.execute(statement).scalar_one_or_none()

    def thaw(self, delivery: int) -> None:
        """Forget payload and journal, because the person changed the post before anything left.

        Raises:
            WrongState: it is on its way, or was armed once.
        """
        with self._sessions.begin() as session:
            moves.lock(session, delivery)
            found = moves.read(session, delivery)
            if found.state not in moves.TO_THAWED or found.armed_at is not None:
                raise moves.wrong_state(found, moves.TO_THAWED)
            forget_payload(session, delivery)
            session.execute(delete(JournalRecord).where(JournalRecord.delivery_id == delivery))

    def journal_get(self, delivery: int, name: str) -> str | None:
        """Return what was noted under a name."""
        statement = select(JournalRecord.value).where(
            JournalRecord.delivery_id == delivery, JournalRecord.name == name
        )
        with self._readers.begin() as session:
            return session.execute(statement).scalar_one_or_none()

    def journal_note(self, delivery: int, name: str, value: str) -> None:
        """Note a value under a name, in place of an earlier one."""
        with self._sessions.begin() as session:
            moves.lock(session, delivery)
            upsert(session, JournalRecord, {"delivery_id": delivery, "name": name}, {"value": value})

    def log(self, attempt: Attempt) -> None:
        """Keep one logged call."""
        with self._sessions.begin() as session:
            moves.read(session, attempt.delivery)
            session.execute(
                insert(AttemptRecord).values(
                    delivery_id=attempt.delivery,
                    at=attempt.at,
                    step=attempt.step,
                    target=attempt.target,
                    status=attempt.status,
                    took_us=attempt.took // timedelta(microseconds=1),
                    outcome=attempt.outcome,
                )
            )

    def attempts(self, delivery: int) -> tuple[Attempt, ...]:
        """List the logged calls of a delivery, oldest first."""
        statement = (
            select(AttemptRecord).where(AttemptRecord.delivery_id == delivery).order_by(AttemptRecord.id)
        )
        with self._readers.begin() as session:
            return tuple(attempt_of(row) for row in session.scalars(statement))


def forget_payload(session: Session, delivery: int) -> None:
    """Drop what was frozen."""
    session.execute(delete(PayloadRecord).where(PayloadRecord.delivery_id == delivery))


def freeze(session: Session, delivery: int, now: datetime, payload: bytes, digest: str) -> None:
    """Store what will leave, or see that it is what was stored before.

    Raises:
        PayloadChanged: an earlier try froze something else.
    """
    statement = select(PayloadRecord.digest).where(PayloadRecord.delivery_id == delivery)
    frozen = session.execute(statement).scalar_one_or_none()
    if frozen is None:
        values = {"delivery_id": delivery, "body": payload, "digest": digest, "frozen_at": now}
        session.execute(insert(PayloadRecord).values(**values))
    elif frozen != digest:
        raise PayloadChanged(delivery=delivery)
