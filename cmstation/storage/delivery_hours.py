"""Another hour for what of a post stands together: all of it in one transaction, or nothing."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from cmstation.domain.delivery import Delivery, DeliveryKind, DeliveryState
from cmstation.domain.errors import ChangedElsewhere, NotFound, PublishedIsImmutable
from cmstation.domain.planned_time import PlannedTime
from cmstation.domain.post_hours import hour_of_delivery, hour_of_post, keeps_its_hour, part_of
from cmstation.storage import delivery_comments as comments
from cmstation.storage import delivery_moves as moves
from cmstation.storage import drafts_read, rows_read
from cmstation.storage.database import Database
from cmstation.storage.delivery_memory import forget_payload
from cmstation.storage.post_changes import finished
from cmstation.storage.post_fields import planned_columns
from cmstation.storage.post_state import lock_post, refresh_state
from cmstation.storage.records import PostRecord
from cmstation.storage.records_delivery import DeliveryRecord, PayloadRecord

_AS_IT_WAS = frozenset({DeliveryState.HELD, DeliveryState.FAILED})
# What may be known to a network although its answer has not come yet.
_UNDER_WAY = (DeliveryState.PREPARING, DeliveryState.SENDING, DeliveryState.UNCERTAIN)


@dataclass(frozen=True, slots=True)
class NewHour:
    """One delivery's other hour.

    Args:
        before: the delivery as it was read; nothing moves when it is otherwise by now.
        native: whether a network will keep it until then.
        payload: what its network keeps now; of a delivery that is kept there.
        as_it_was: the delivery whose state (held, failed) comes back with its hour: an undo.
    """

    before: Delivery
    due: PlannedTime
    native: bool
    payload: bytes | None = None
    as_it_was: Delivery | None = None


@dataclass(frozen=True, slots=True)
class NewPlanned:
    """The post's own planned hour, before and after."""

    before: PlannedTime | None
    after: PlannedTime | None


class DeliveryHours:
    """Moves hours of posts; a delivery's frozen payload changes only with what its network agreed to.

    The payload is frozen so that no two tries say different things. Once a network keeps the post there
    is no try any more: when it has accepted another hour, the payload for that hour takes the old one's
    place together with `due`, so that whoever looks for the post later looks for what is there.
    """

    def __init__(self, database: Database) -> None:
        self._sessions = database.sessions
        self._readers = database.readers

    def move(
        self, post: int, hours: Sequence[NewHour], now: datetime, *, planned: NewPlanned | None = None
    ) -> None:
        """Give deliveries of a post other hours, and the post another planned hour when asked.

        Raises:
            PublishedIsImmutable: one has left meanwhile, or may have.
            ChangedElsewhere: one has another hour meanwhile, or was given up.
            NotFound: the post was put away.
        """
        with self._sessions.begin() as session:
            _lock_present(session, post)
            for hour in hours:
                _move(session, post, hour, now)
            _plan(session, post, planned, now)

    def take_away(
        self, post: int, deliveries: Sequence[Delivery], now: datetime, *, planned: NewPlanned | None = None
    ) -> None:
        """Give up deliveries that wait, and the post's planned hour when asked; errors as in `move`."""
        with self._sessions.begin() as session:
            _lock_present(session, post)
            for before in deliveries:
                _refuse_unless_same(session, post, before, (before.due.instant,))
                values: dict[str, Any] = {"state": DeliveryState.CANCELLED, **moves.NOBODY}
                moves.must_move(session, before.id, now, moves.TO_RESCHEDULED, values)
                comments.give_up_with(session, before.id, now)
            _plan(session, post, planned, now)

    def give_back(
        self, post: int, deliveries: Sequence[Delivery], now: datetime, *, planned: NewPlanned | None = None
    ) -> None:
        """Undo `take_away`: the deliveries are as they were; their keys were never used.

        Raises:
            ChangedElsewhere: one is no longer given up, or its account has another one by now.
        """
        with self._sessions.begin() as session:
            _lock_present(session, post)
            for before in deliveries:
                _refuse_second(session, before)
                back = moves.moved(
                    session, before.id, now, frozenset({DeliveryState.CANCELLED}), _as_before(before)
                )
                if back is None:
                    raise ChangedElsewhere(post=post, expected=DeliveryState.CANCELLED.value, found="")
                comments.follow(session, back, now)
            _plan(session, post, planned, now)

    def adopt(self, before: Delivery, due: PlannedTime, payload: bytes | None, now: datetime) -> bool:
        """Record that a network keeps a post for another hour than we knew.

        Returns:
            False when something else became of the delivery meanwhile; nothing changed then.
        """
        with self._sessions.begin() as session:
            lock_post(session, before.post)
            found = moves.read(session, before.id)
            if found.state is not DeliveryState.ON_NETWORK or found.due.instant != before.due.instant:
                return False
            planned = _planned_of_lonely(session, before, due)
            _move_kept(session, NewHour(before, due, native=True, payload=payload), found, now)
            _plan(session, before.post, planned, now)
            return True

    def on_network(self, account: int) -> tuple[Delivery, ...]:
        """List what an account's network keeps for us."""
        return self._of_account(account, DeliveryRecord.state == DeliveryState.ON_NETWORK)

    def under_way(self, account: int) -> tuple[Delivery, ...]:
        """List what a network may keep for us although we do not know it yet."""
        return self._of_account(account, DeliveryRecord.native & DeliveryRecord.state.in_(_UNDER_WAY))

    def known(self, account: int, remote_ids: Sequence[str]) -> frozenset[str]:
        """Return which of these identities are those of our deliveries."""
        statement = select(DeliveryRecord.remote_id).where(
            DeliveryRecord.account_id == account,
            DeliveryRecord.remote_id.in_(remote_ids),
            DeliveryRecord.state != DeliveryState.CANCELLED,
        )
        with self._readers.begin() as session:
            return frozenset(session.scalars(statement))

    def _of_account(self, account: int, wanted: Any) -> tuple[Delivery, ...]:
        statement = (
            select(DeliveryRecord)
            .where(DeliveryRecord.account_id == account, DeliveryRecord.kind == DeliveryKind.POST, wanted)
            .order_by(DeliveryRecord.id)
        )
        with self._readers.begin() as session:
            return tuple(rows_read.delivery_of(row) for row in session.scalars(statement))


def _lock_present(session: Session, post: int) -> None:
    lock_post(session, post)
    statement = select(PostRecord.id).where(
        PostRecord.id == post, PostRecord.deleted_at.is_(None), PostRecord.archived_at.is_(None)
    )
    if session.execute(statement).first() is None:
        raise NotFound(subject="post", identity=post)


def _move(session: Session, post: int, hour: NewHour, now: datetime) -> None:
    found = _refuse_unless_same(session, post, hour.before, (hour.before.due.instant, hour.due.instant))
    if found.state is DeliveryState.ON_NETWORK:
        _move_kept(session, hour, found, now)
    else:
        _move_waiting(session, hour, found, now)


def _refuse_unless_same(session: Session, post: int, before: Delivery, hours: Sequence[datetime]) -> Delivery:
    found = moves.read(session, before.id)
    kept = found.state is DeliveryState.ON_NETWORK
    if keeps_its_hour(found) or kept != (before.state is DeliveryState.ON_NETWORK):
        raise PublishedIsImmutable(post=post)
    # A network's new hour may have been seen and stored already.
    wanted = hours if kept else hours[:1]
    if found.state is DeliveryState.CANCELLED or found.due.instant not in wanted:
        raise ChangedElsewhere(post=post, expected=before.due.instant, found=found.due.instant)
    return found


def _move_kept(session: Session, hour: NewHour, found: Delivery, now: datetime) -> None:
    values = moves.due_columns(hour.due, found.next_try, native=True)
    moved = moves.must_move(session, found.id, now, moves.TO_WITHDRAWN, values)
    if hour.payload is not None:
        digest = hashlib.sha256(hour.payload).hexdigest()
        session.execute(
            update(PayloadRecord)
            .where(PayloadRecord.delivery_id == found.id)
            .values(body=hour.payload, digest=digest, frozen_at=now)
        )
    comments.move_with(session, moved, now)


def _move_waiting(session: Session, hour: NewHour, found: Delivery, now: datetime) -> None:
    if hour.native or found.native:
        # What was prepared for the network to keep names the hour that is given up.
        forget_payload(session, found.id)
    values = {**_fresh(hour, now), **moves.NOBODY}
    if hour.as_it_was is not None and hour.as_it_was.state in _AS_IT_WAS:
        values |= _as_before(hour.as_it_was)
    moved = moves.must_move(session, found.id, now, moves.TO_RESCHEDULED, values)
    comments.follow(session, moved, now)
    comments.move_with(session, moved, now)
    if moved.state is DeliveryState.FAILED:
        comments.give_up_with(session, moved.id, now)


def _fresh(hour: NewHour, now: datetime) -> dict[str, Any]:
    return {
        **moves.due_columns(hour.due, now if hour.native else hour.due.instant, native=hour.native),
        "state": DeliveryState.WAITING,
        "attempts": 0,
        "error": "",
        "code": "",
        "detail": "",
    }


def _as_before(before: Delivery) -> dict[str, Any]:
    return {
        **moves.due_columns(before.due, before.next_try, native=before.native),
        "state": before.state,
        "attempts": before.attempts,
        "error": before.error,
        "code": before.code,
        "detail": before.detail,
    }


def _refuse_second(session: Session, before: Delivery) -> None:
    statement = select(DeliveryRecord.id).where(
        DeliveryRecord.post_id == before.post,
        DeliveryRecord.account_id == before.account,
        DeliveryRecord.kind == before.kind,
        DeliveryRecord.state != DeliveryState.CANCELLED,
    )
    if session.execute(statement).first() is not None:
        raise ChangedElsewhere(post=before.post, expected=DeliveryState.CANCELLED.value, found="")


def _plan(session: Session, post: int, planned: NewPlanned | None, now: datetime) -> None:
    """Store the planned hour; what is written stays frozen, the hour does not stand in any text."""
    if planned is None:
        refresh_state(session, post)
        return
    found = drafts_read.draft(session, post).planned
    if found != planned.before:
        raise ChangedElsewhere(
            post=post,
            expected=planned.before and planned.before.instant,
            found=found and found.instant,
        )
    session.execute(update(PostRecord).where(PostRecord.id == post).values(**planned_columns(planned.after)))
    finished(session, post, now)


def _planned_of_lonely(session: Session, before: Delivery, due: PlannedTime) -> NewPlanned | None:
    """Let the planned hour follow a delivery that stands at it alone."""
    draft = drafts_read.draft(session, before.post)
    try:
        hour = hour_of_post(draft, part_of(hour_of_delivery(before)))
    except NotFound:
        return None
    if not hour.takes_planned or hour.accounts != (before.account,):
        return None
    return NewPlanned(draft.planned, due)
