"""Sequences and the places of their posts."""

from collections.abc import Iterable
from datetime import datetime, time

from sqlalchemy import ColumnElement, delete, insert, select, update
from sqlalchemy.orm import Session

from cmstation.domain.errors import NotFound
from cmstation.domain.planned_time import PlannedTime
from cmstation.domain.sequences import AlreadyInSequence, Member, PostSequence
from cmstation.storage.database import Database
from cmstation.storage.post_state import lock_post
from cmstation.storage.records import PostRecord
from cmstation.storage.records_calendar import SequencePostRecord, SequenceRecord
from cmstation.storage.rows_read import FRESH
from cmstation.storage.upsert import upsert


class SequenceTable:
    """Sequences; each method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._sessions = database.sessions
        self._readers = database.readers

    def all(self) -> tuple[PostSequence, ...]:
        """List the sequences, by anchor."""
        with self._readers.begin() as session:
            return _read(session)

    def get(self, sequence: int) -> PostSequence:
        """Read a sequence.

        Raises:
            NotFound: there is none of this identity.
        """
        with self._readers.begin() as session:
            return _one(session, sequence)

    def of_post(self, post: int) -> PostSequence | None:
        """Read the sequence that a post belongs to, None when there is none."""
        with self._readers.begin() as session:
            sequence = _sequence_of(session, post)
            return None if sequence is None else _one(session, sequence)

    def add(self, name: str, anchor: PlannedTime, members: Iterable[Member], now: datetime) -> PostSequence:
        """Store a new sequence.

        Raises:
            AlreadyInSequence: one of the posts belongs to another one.
        """
        values = {"name": name, **_anchor_columns(anchor), "created_at": now}
        with self._sessions.begin() as session:
            statement = insert(SequenceRecord).values(**values).returning(SequenceRecord.id)
            sequence = session.execute(statement).scalar_one()
            for member in members:
                _join(session, sequence, member)
            return _one(session, sequence)

    def set_anchor(self, sequence: int, anchor: PlannedTime, members: Iterable[Member] = ()) -> PostSequence:
        """Store another anchor, with the places that changed around it."""
        with self._sessions.begin() as session:
            _one(session, sequence)
            columns = _anchor_columns(anchor)
            session.execute(update(SequenceRecord).where(SequenceRecord.id == sequence).values(**columns))
            for member in members:
                _change(session, sequence, member)
            return _one(session, sequence)

    def place(self, sequence: int, member: Member) -> PostSequence:
        """Store where a post stands now; one that belongs to no sequence any more joins again.

        Raises:
            NotFound: the sequence is gone.
            AlreadyInSequence: the post belongs to another one meanwhile.
        """
        with self._sessions.begin() as session:
            _one(session, sequence)
            if not _change(session, sequence, member):
                _join(session, sequence, member)
            return _one(session, sequence)

    def leave(self, post: int) -> Member:
        """Take a post out of its sequence; the last one takes the sequence with it.

        Raises:
            NotFound: it belongs to none.
        """
        with self._sessions.begin() as session:
            places = _places(session, SequencePostRecord.post_id == post)
            if not places:
                raise NotFound(subject="sequence of post", identity=post)
            ((sequence, member),) = places
            session.execute(delete(SequencePostRecord).where(SequencePostRecord.post_id == post))
            left = select(SequencePostRecord.post_id).where(SequencePostRecord.sequence_id == sequence)
            if session.execute(left.limit(1)).first() is None:
                session.execute(delete(SequenceRecord).where(SequenceRecord.id == sequence))
            return member

    def forget(self, sequence: int) -> tuple[Member, ...]:
        """Remove a sequence, its posts stay; return all places it had, for `bring_back`."""
        with self._sessions.begin() as session:
            _one(session, sequence)
            places = _places(session, SequencePostRecord.sequence_id == sequence)
            session.execute(delete(SequencePostRecord).where(SequencePostRecord.sequence_id == sequence))
            session.execute(delete(SequenceRecord).where(SequenceRecord.id == sequence))
            return tuple(member for _, member in places)

    def bring_back(self, sequence: PostSequence, members: Iterable[Member], now: datetime) -> PostSequence:
        """Store a removed sequence again, under its own identity.

        Posts that are gone for good, or that joined another sequence meanwhile, stay out.
        """
        values = {"name": sequence.name, **_anchor_columns(sequence.anchor), "created_at": now}
        with self._sessions.begin() as session:
            upsert(session, SequenceRecord, {"id": sequence.id}, values)
            for member in members:
                known = session.execute(select(PostRecord.id).where(PostRecord.id == member.post)).first()
                if known is not None and _sequence_of(session, member.post) is None:
                    _join(session, sequence.id, member)
            return _one(session, sequence.id)


def _read(session: Session, *conditions: ColumnElement[bool]) -> tuple[PostSequence, ...]:
    statement = (
        select(SequenceRecord)
        .where(*conditions)
        .order_by(SequenceRecord.anchor_at, SequenceRecord.id)
        .execution_options(**FRESH)
    )
    rows = session.scalars(statement).all()
    shown = (PostRecord.deleted_at.is_(None), PostRecord.archived_at.is_(None))
    members: dict[int, list[Member]] = {row.id: [] for row in rows}
    wanted = SequencePostRecord.sequence_id.in_(members)
    for sequence, member in _places(session, wanted, *shown):
        members[sequence].append(member)
    return tuple(
        PostSequence(
            id=row.id,
            name=row.name,
            anchor=PlannedTime(row.anchor_at, row.anchor_zone, row.anchor_wall),
            members=tuple(members[row.id]),
        )
        for row in rows
    )


def _one(session: Session, sequence: int) -> PostSequence:
    found = _read(session, SequenceRecord.id == sequence)
    if not found:
        raise NotFound(subject="sequence", identity=sequence)
    return found[0]


def _places(session: Session, *conditions: ColumnElement[bool]) -> list[tuple[int, Member]]:
    statement = (
        select(
            SequencePostRecord.sequence_id,
            SequencePostRecord.post_id,
            SequencePostRecord.offset_days,
            SequencePostRecord.wall,
        )
        .join(PostRecord, PostRecord.id == SequencePostRecord.post_id)
        .where(*conditions)
        .order_by(SequencePostRecord.offset_days, SequencePostRecord.wall, SequencePostRecord.post_id)
    )
    return [
        (sequence, Member(post, offset, time.fromisoformat(wall)))
        for sequence, post, offset, wall in session.execute(statement)
    ]


def _sequence_of(session: Session, post: int) -> int | None:
    statement = select(SequencePostRecord.sequence_id).where(SequencePostRecord.post_id == post)
    return session.execute(statement).scalar_one_or_none()


def _join(session: Session, sequence: int, member: Member) -> None:
    # The post's lock makes two programs that want it look one after the other.
    lock_post(session, member.post)
    other = _sequence_of(session, member.post)
    if other is not None:
        raise AlreadyInSequence(post=member.post, sequence=other)
    columns = {"post_id": member.post, "sequence_id": sequence, **_place_columns(member)}
    session.execute(insert(SequencePostRecord).values(**columns))


def _change(session: Session, sequence: int, member: Member) -> bool:
    statement = (
        update(SequencePostRecord)
        .where(SequencePostRecord.post_id == member.post, SequencePostRecord.sequence_id == sequence)
        .values(**_place_columns(member))
        .returning(SequencePostRecord.post_id)
    )
    return session.execute(statement).first() is not None


def _place_columns(member: Member) -> dict[str, object]:
    return {"offset_days": member.offset_days, "wall": f"{member.wall:%H:%M}"}


def _anchor_columns(anchor: PlannedTime) -> dict[str, object]:
    return {"anchor_at": anchor.instant, "anchor_zone": anchor.zone, "anchor_wall": anchor.wall}
