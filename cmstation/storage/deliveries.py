"""The outbox's table: every change is one short, conditional transaction."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlalchemy import exists, insert, or_, select
from sqlalchemy.orm import Session

from cmstation.domain.delivery import LEASE, Delivery, DeliveryKind, DeliveryState
from cmstation.domain.delivery_errors import AlreadyPlanned, TooLate
from cmstation.domain.errors import NotFound
from cmstation.domain.networks import Receipt
from cmstation.domain.planned_time import PlannedTime
from cmstation.storage import delivery_moves as moves
from cmstation.storage.delivery_memory import DeliveryMemory, forget_payload, freeze
from cmstation.storage.last_seen import keep_latest
from cmstation.storage.post_state import lock_post, refresh_state
from cmstation.storage.records import PostRecord
from cmstation.storage.records_delivery import DeliveryRecord
from cmstation.storage.records_library import AccountRecord

INTERRUPTED = "interrupted"  # key of the trouble of a delivery whose sender died


class Deliveries(DeliveryMemory):
    """Deliveries, from planned to sent.

    Every change against the wrong present state raises `WrongState` and changes nothing.
    """

    def add(
        self,
        post: int,
        account: int,
        due: PlannedTime,
        now: datetime,
        *,
        key: str,
        native: bool = False,
        kind: DeliveryKind = DeliveryKind.POST,
        parent: int | None = None,
        next_try: datetime | None = None,
    ) -> Delivery:
        """Plan a delivery.

        Args:
            key: idempotency key, 32 hex characters, never used before.
            next_try: when to take it up; at `due` by default.

        Raises:
            AlreadyPlanned: this post has one for this account that was not cancelled.
        """
        values: dict[str, Any] = {
            **_NEW,
            **_due(due, next_try or due.instant, native),
            "post_id": post,
            "account_id": account,
            "parent_id": parent,
            "kind": kind,
            "key": key,
            "created_at": now,
            "changed_at": now,
        }
        with self._sessions.begin() as session:
            lock_post(session, post)
            _refuse_second(session, post, account, kind)
            _refuse_missing_account(session, account)
            statement = insert(DeliveryRecord).values(**values).returning(DeliveryRecord.id)
            delivery = session.execute(statement).scalar_one()
            refresh_state(session, post)
            return moves.read(session, delivery)

    def claim(self, delivery: int, now: datetime, owner: str) -> Delivery | None:
        """Take up a waiting delivery; None when someone else was first or the post was put away."""
        values = {
            "state": DeliveryState.PREPARING,
            "attempts": DeliveryRecord.attempts + 1,
            "owner": owner,
            "lease_until": now + LEASE,
        }
        kept = exists().where(
            PostRecord.id == DeliveryRecord.post_id,
            PostRecord.deleted_at.is_(None),
            PostRecord.archived_at.is_(None),
        )
        with self._sessions.begin() as session:
            return moves.moved(session, delivery, now, frozenset({DeliveryState.WAITING}), values, kept)

    def arm(self, delivery: int, now: datetime, owner: str, payload: bytes, digest: str) -> Delivery:
        """Freeze what leaves; on the disk before this returns, so that a crash cannot hide it.

        Args:
            digest: of `payload`; every try must say the same.

        Raises:
            WrongState: the owner has lost it, or never had it.
            PayloadChanged: an earlier try froze something else.
        """
        with self._sessions.begin() as session:
            values: dict[str, Any] = {"state": DeliveryState.SENDING, "lease_until": now + LEASE}
            if moves.read(session, delivery).armed_at is None:
                # The first arming stays: a search for our own post must look back to it.
                values["armed_at"] = now
            held = DeliveryRecord.owner == owner
            armed = moves.must_move(session, delivery, now, moves.TO_ARM, values, held)
            freeze(session, delivery, now, payload, digest)
            return armed

    def sent(self, delivery: int, now: datetime, receipt: Receipt) -> Delivery:
        """Record that the network has it: for good, or until its hour when the receipt says scheduled."""
        values: dict[str, Any] = {
            "state": DeliveryState.ON_NETWORK if receipt.scheduled else DeliveryState.SENT,
            "sent_at": None if receipt.scheduled else now,
            "remote_id": receipt.remote_id,
            "remote_url": receipt.url,
            "remote_extra": dict(receipt.extra),
            "error": "",
            "detail": "",
            **moves.NOBODY,
        }
        with self._sessions.begin() as session:
            moves.lock(session, delivery)
            found = moves.read(session, delivery)
            if found.state is DeliveryState.SENT and found.remote_id == receipt.remote_id:
                return found
            return moves.must_move(session, delivery, now, moves.TO_SENT, values)

    def uncertain(
        self, delivery: int, now: datetime, error: str, detail: str, evidence: tuple[str, ...]
    ) -> Delivery:
        """Record that it may be live and nobody can tell."""
        return self._move(
            delivery,
            now,
            moves.TO_UNCERTAIN,
            state=DeliveryState.UNCERTAIN,
            error=error,
            detail=detail,
            evidence=list(evidence),
        )

    def failed(
        self, delivery: int, now: datetime, error: str, detail: str, *, thaw: bool = False
    ) -> Delivery:
        """Record that it certainly did not leave and needs a person.

        Args:
            thaw: the person may edit the post again (see `again`).
        """
        values: dict[str, Any] = {"state": DeliveryState.FAILED, "error": error, "detail": detail}
        return self._move_thawed(delivery, now, moves.TO_FAILED, values, thaw=thaw)

    def held(self, delivery: int, now: datetime) -> Delivery:
        """Record that its hour passed while nobody was there."""
        return self._move(delivery, now, moves.TO_HELD, state=DeliveryState.HELD)

    def handed_over(self, delivery: int, now: datetime) -> Delivery:
        """Record that the person has it in hand."""
        return self._move(delivery, now, moves.TO_HANDED_OVER, state=DeliveryState.HANDED_OVER)

    def again(
        self,
        delivery: int,
        now: datetime,
        next_try: datetime,
        error: str,
        detail: str,
        *,
        thaw: bool = False,
    ) -> Delivery:
        """Wait for another try, with the same key.

        Args:
            thaw: it is certain that nothing left, so the frozen payload is dropped and the
                person may edit again; what the journal knows stays.
        """
        values: dict[str, Any] = {
            "state": DeliveryState.WAITING,
            "next_try": next_try,
            "error": error,
            "detail": detail,
        }
        return self._move_thawed(delivery, now, moves.TO_WAITING_AGAIN, values, thaw=thaw)

    def withdrawn(self, delivery: int, now: datetime) -> Delivery:
        """Give up what its network kept until its hour, with the comment that was to follow."""
        values: dict[str, Any] = {"state": DeliveryState.CANCELLED, **moves.NOBODY}
        with self._sessions.begin() as session:
            gone = moves.must_move(session, delivery, now, moves.TO_WITHDRAWN, values)
            children = select(DeliveryRecord.id).where(DeliveryRecord.parent_id == delivery)
            for child in session.scalars(children).all():
                moves.moved(session, child, now, moves.TO_CANCELLED, values)
            return gone

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

    def cancel(self, delivery: int, now: datetime) -> Delivery:
        """Give a delivery up; one that was given up already stays so.

        Raises:
            TooLate: it is leaving, or has left.
        """
        with self._sessions.begin() as session:
            values = {"state": DeliveryState.CANCELLED, **moves.NOBODY}
            after = moves.moved(session, delivery, now, moves.TO_CANCELLED, values)
            found = after or moves.read(session, delivery)
            if found.state is not DeliveryState.CANCELLED:
                raise TooLate(delivery=delivery, found=found.state.value)
            return found

    def reschedule(
        self, delivery: int, now: datetime, due: PlannedTime, next_try: datetime, native: bool
    ) -> Delivery:
        """Wait for another hour, with all tries again."""
        return self._move(
            delivery,
            now,
            moves.TO_RESCHEDULED,
            **_due(due, next_try, native),
            state=DeliveryState.WAITING,
            attempts=0,
            error="",
            detail="",
        )

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

    def _move_thawed(
        self,
        delivery: int,
        now: datetime,
        allowed: frozenset[DeliveryState],
        values: dict[str, Any],
        *,
        thaw: bool,
    ) -> Delivery:
        with self._sessions.begin() as session:
            if thaw:
                values["armed_at"] = None
                moves.lock(session, delivery)
                forget_payload(session, delivery)
            return moves.must_move(session, delivery, now, allowed, {**values, **moves.NOBODY})

    def _move(
        self, delivery: int, now: datetime, allowed: frozenset[DeliveryState], **values: object
    ) -> Delivery:
        with self._sessions.begin() as session:
            return moves.must_move(session, delivery, now, allowed, {**values, **moves.NOBODY})


_NEW: dict[str, Any] = {
    "state": DeliveryState.WAITING,
    "attempts": 0,
    "remote_id": "",
    "remote_url": "",
    "remote_extra": {},
    "error": "",
    "detail": "",
    "evidence": [],
    **moves.NOBODY,
}


def _due(due: PlannedTime, next_try: datetime, native: bool) -> dict[str, Any]:
    return {
        "due_at": due.instant,
        "due_zone": due.zone,
        "due_wall": due.wall,
        "next_try": next_try,
        "native": native,
    }


def _refuse_second(session: Session, post: int, account: int, kind: DeliveryKind) -> None:
    statement = select(DeliveryRecord.id).where(
        DeliveryRecord.post_id == post,
        DeliveryRecord.account_id == account,
        DeliveryRecord.kind == kind,
        DeliveryRecord.state != DeliveryState.CANCELLED,
    )
    if session.execute(statement).first() is not None:
        raise AlreadyPlanned(post=post, account=account, kind=kind.value)


def _refuse_missing_account(session: Session, account: int) -> None:
    statement = select(AccountRecord.id).where(
        AccountRecord.id == account, AccountRecord.removed_at.is_(None)
    )
    if session.execute(statement).first() is None:
        raise NotFound(subject="account", identity=account)
