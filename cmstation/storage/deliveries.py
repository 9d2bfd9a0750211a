"""The outbox's table: every change is one short, conditional transaction."""

from datetime import datetime
from typing import Any

from sqlalchemy import exists, insert, select
from sqlalchemy.orm import Session

from cmstation.domain.delivery import LEASE, Delivery, DeliveryKind, DeliveryState
from cmstation.domain.delivery_errors import AlreadyPlanned
from cmstation.domain.errors import NotFound
from cmstation.domain.networks import Receipt
from cmstation.domain.planned_time import PlannedTime
from cmstation.storage import delivery_comments as comments
from cmstation.storage import delivery_moves as moves
from cmstation.storage.delivery_company import DeliveryCompany
from cmstation.storage.delivery_memory import forget_payload, freeze
from cmstation.storage.post_state import lock_post, refresh_state
from cmstation.storage.records import PostRecord
from cmstation.storage.records_delivery import DeliveryRecord
from cmstation.storage.records_library import AccountRecord


class Deliveries(DeliveryCompany):
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
            **moves.NEW,
            **moves.due_columns(due, next_try or due.instant, native=native),
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
        """Take up a waiting delivery.

        Returns:
            None when someone else was first, the post was put away, or what it follows is not live.
        """
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
            waiting = frozenset({DeliveryState.WAITING})
            return moves.moved(session, delivery, now, waiting, values, kept, comments.its_post_is_live())

    def arm(
        self,
        delivery: int,
        now: datetime,
        owner: str,
        payload: bytes,
        digest: str,
        *,
        revision: int | None = None,
    ) -> Delivery:
        """Freeze what leaves; on the disk before this returns, so that a crash cannot hide it.

        From the first arming on the words stay as they are, so its first comment is made to agree here.

        Args:
            digest: of `payload`; every try must say the same.
            revision: of the post that `payload` was made of; None when an earlier try froze it.

        Raises:
            WrongState: the owner has lost it, or never had it.
            ChangedElsewhere: the post was written on since that revision.
            PayloadChanged: an earlier try froze something else.
        """
        with self._sessions.begin() as session:
            values: dict[str, Any] = {"state": DeliveryState.SENDING, "lease_until": now + LEASE}
            first = moves.read(session, delivery).armed_at is None
            if first:
                # The first arming stays: a search for our own post must look back to it.
                values["armed_at"] = now
            held = DeliveryRecord.owner == owner
            armed = moves.must_move(session, delivery, now, moves.TO_ARM, values, held)
            if revision is not None:
                # The post is locked by now, so nobody can write between this look and the commit.
                moves.refuse_if_rewritten(session, armed.post, revision)
            freeze(session, delivery, now, payload, digest)
            if first and comments.follow(session, armed, now, leaving=True):
                refresh_state(session, armed.post)
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
            "code": "",
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
        self,
        delivery: int,
        now: datetime,
        error: str,
        detail: str,
        evidence: tuple[str, ...],
        *,
        code: str | None = None,
    ) -> Delivery:
        """Record that it may be live and nobody can tell.

        Args:
            code: the network's own name of the trouble; None when nothing new is known of the same error.
        """
        return self._move(
            delivery,
            now,
            moves.TO_UNCERTAIN,
            **moves.trouble_columns(error, detail, code),
            state=DeliveryState.UNCERTAIN,
            evidence=list(evidence),
        )

    def failed(
        self, delivery: int, now: datetime, error: str, detail: str, *, code: str = "", thaw: bool = False
    ) -> Delivery:
        """Record that it certainly did not leave and needs a person; its first comment is given up.

        Args:
            thaw: the person may edit the post again (see `again`).
        """
        values: dict[str, Any] = {
            **moves.trouble_columns(error, detail, code),
            "state": DeliveryState.FAILED,
        }
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
        code: str | None = None,
        thaw: bool = False,
    ) -> Delivery:
        """Wait for another try, with the same key.

        Args:
            code: see `uncertain`.
            thaw: it is certain that nothing left, so the frozen payload is dropped and the
                person may edit again; what the journal knows stays.
        """
        values: dict[str, Any] = {
            **moves.trouble_columns(error, detail, code),
            "state": DeliveryState.WAITING,
            "next_try": next_try,
        }
        return self._move_thawed(delivery, now, moves.TO_WAITING_AGAIN, values, thaw=thaw)

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
            found = moves.must_move(session, delivery, now, allowed, {**values, **moves.NOBODY})
            if found.state is DeliveryState.FAILED:
                comments.give_up_with(session, delivery, now)
            comments.follow(session, found, now)
            refresh_state(session, found.post)
            return found

    def _move(
        self, delivery: int, now: datetime, allowed: frozenset[DeliveryState], **values: object
    ) -> Delivery:
        with self._sessions.begin() as session:
            return moves.must_move(session, delivery, now, allowed, {**values, **moves.NOBODY})


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
