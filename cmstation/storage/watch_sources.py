"""The sources of the watch, and how the reading of each one goes."""

from collections.abc import Sequence
from dataclasses import fields as fields_of
from datetime import datetime
from typing import Any, TypedDict, Unpack

from sqlalchemy import Select, bindparam, case, delete, func, insert, select, update
from sqlalchemy.orm import Session

from cmstation.domain.errors import NotFound
from cmstation.domain.watch import Source, SourceKind, SourceOverview, SourceState
from cmstation.domain.watch_storing import Tried
from cmstation.storage.database import Database
from cmstation.storage.records_watch import (
    WatchItemRecord,
    WatchListSourceRecord,
    WatchSourceRecord,
)
from cmstation.storage.rows_read import FRESH
from cmstation.storage.watch_clearing import MOST_AT_ONCE, clear_items, wanted_kept
from cmstation.storage.watch_steps import renew_stories

_STATE = tuple(one.name for one in fields_of(SourceState) if one.name != "source")
_FRESH_STATE: dict[str, Any] = {
    **{"tried_at": None, "read_at": None, "failures": 0, "trouble": None, "detail": ""},
    **{"interval_minutes": 60, "etag": "", "modified": "", "digest": b"", "cursor": ""},
}
_TRIED = (
    update(WatchSourceRecord)
    .where(WatchSourceRecord.id == bindparam("source"))
    .values({name: bindparam(name) for name in (*_STATE, "title", "site")})
)
# What was kept to ask "anything new?" belongs to the address that gave it.
_NOTHING_ASKED: dict[str, Any] = {"etag": "", "modified": "", "digest": b"", "cursor": ""}


class SourceFields(TypedDict, total=False):
    """What a person changes in a source."""

    address: str
    title: str
    own_title: str
    site: str
    standing: int
    every_minutes: int | None
    paused: bool


class WatchSources:
    """All sources that are there; each method is one transaction, `remove` and a new standing are several."""

    def __init__(self, database: Database) -> None:
        self._sessions = database.sessions
        self._readers = database.readers

    def add(
        self,
        kind: SourceKind,
        address: str,
        now: datetime,
        *,
        title: str = "",
        site: str = "",
        own_title: str = "",
        every_minutes: int | None = None,
    ) -> Source:
        """Add a source that is due at once; one that is there stays as it is and is given back.

        One that was removed, of which items were kept, comes back with them.
        """
        due = None if kind is SourceKind.PAPER else now
        named = {"title": title, "site": site, "own_title": own_title, "every_minutes": every_minutes}
        with self._sessions.begin() as session:
            found = _at(session, kind, address)
            if found is None:
                values = {**_FRESH_STATE, **named, "kind": kind, "address": address, "due_at": due}
                statement = insert(WatchSourceRecord).returning(WatchSourceRecord.id)
                values |= {"standing": 0, "paused": False, "removed_at": None}
                return _read(session, session.scalars(statement, [values]).one())
            if found.removed_at is not None:
                back = {**_FRESH_STATE, "due_at": due, "paused": False, "removed_at": None}
                kept = {name: value for name, value in named.items() if value}
                _write(session, found.id, {**back, **kept})
            return _read(session, found.id)

    def get(self, source: int) -> Source:
        """Read one.

        Raises:
            NotFound: it is not there, or was removed.
        """
        with self._readers.begin() as session:
            return _read(session, source)

    def state(self, source: int) -> SourceState:
        """Read how the reading of one goes.

        Raises:
            NotFound: it is not there, or was removed.
        """
        with self._readers.begin() as session:
            return _state_of(_row(session, source))

    def all(self) -> tuple[tuple[Source, SourceState], ...]:
        """List all that are there, by what they are called."""
        with self._readers.begin() as session:
            rows = [(_source_of(row), _state_of(row)) for row in session.scalars(_present())]
        return tuple(sorted(rows, key=lambda pair: (pair[0].name.casefold(), pair[0].id)))

    def overview(self) -> SourceOverview:
        """Count all that are there, without reading them one by one."""
        record = WatchSourceRecord
        silent = case((record.trouble.is_not(None) & record.paused.is_(False), 1))
        statement = select(func.count(record.id), func.count(silent), func.max(record.read_at))
        with self._readers.begin() as session:
            row = session.execute(statement.where(record.removed_at.is_(None))).one()
        return SourceOverview(row[0], row[1], row[2])

    def change(self, source: int, **fields: Unpack[SourceFields]) -> Source:
        """Change what a person decides about a source; a new standing puts its stories in step.

        Args:
            fields: an address that another source of this kind has is not taken; the source keeps its own.

        Raises:
            NotFound: it is not there, or was removed.
        """
        with self._sessions.begin() as session:
            before = _row(session, source)
            values: dict[str, Any] = {**fields}
            address = fields.get("address", before.address)
            if address == before.address or _at(session, before.kind, address) is not None:
                values.pop("address", None)
            else:
                values |= _NOTHING_ASKED
            moved = fields.get("standing", before.standing) != before.standing
            if values:
                _write(session, source, values)
            after = _read(session, source)
        if moved:
            self._renew_stories(source)
        return after

    def tried(self, state: SourceState, *, title: str = "", site: str = "", address: str = "") -> None:
        """Store how a try ended, as `tried_all` does."""
        self.tried_all([Tried(state, title, site, address)])

    def tried_all(self, tries: Sequence[Tried]) -> None:
        """Store how many tries ended; sources that were removed meanwhile are left out.

        A source that moved stays where it was if another one has the new address.
        """
        wanted = [one.state.source for one in tries]
        with self._sessions.begin() as session:
            found = session.scalars(_present().where(WatchSourceRecord.id.in_(wanted)))
            before = {row.id: row for row in found}
            there = [one for one in tries if one.state.source in before]
            if there:
                rows = [_tried_row(one, before[one.state.source]) for one in there]
                session.connection().execute(_TRIED, rows)
            for one in there:
                _move(session, before[one.state.source], one.address)

    def due(self, now: datetime, most: int) -> tuple[tuple[Source, SourceState], ...]:
        """List those to read now, the longest due first."""
        statement = _awake().where(WatchSourceRecord.due_at <= now)
        statement = statement.order_by(WatchSourceRecord.due_at, WatchSourceRecord.id).limit(most)
        with self._readers.begin() as session:
            return tuple((_source_of(row), _state_of(row)) for row in session.scalars(statement))

    def next_due(self) -> datetime | None:
        """Return when the next one is to be read, None when none ever is."""
        with self._readers.begin() as session:
            statement = _awake().order_by(WatchSourceRecord.due_at).limit(1)
            found = session.scalars(statement).one_or_none()
            return None if found is None else found.due_at

    def remove(self, source: int, now: datetime) -> int:
        """Remove a source, its places in lists and its items; removing it twice is fine.

        Items that are starred, noted, tagged, decided, waiting for an opinion or in a press review stay, and
        with them the source, paused and shown nowhere.

        Returns:
            How many items were kept.
        """
        with self._sessions.begin() as session:
            if session.get(WatchSourceRecord, source) is None:
                return 0
            _write(session, source, {"removed_at": now, "due_at": None, "paused": True})
            session.execute(delete(WatchListSourceRecord).where(WatchListSourceRecord.source_id == source))
        while self._clear_some(source):
            continue
        with self._sessions.begin() as session:
            left = session.scalar(select(func.count()).where(WatchItemRecord.source_id == source)) or 0
            if not left:
                session.execute(delete(WatchSourceRecord).where(WatchSourceRecord.id == source))
            return left

    def _clear_some(self, source: int) -> bool:
        with self._sessions.begin() as session:
            statement = (
                select(WatchItemRecord.id)
                .where(WatchItemRecord.source_id == source, ~wanted_kept())
                .limit(MOST_AT_ONCE)
            )
            some = session.scalars(statement).all()
            clear_items(session.connection(), some, remembered=False)
            return bool(some)

    def _renew_stories(self, source: int) -> None:
        others = select(WatchItemRecord.story_id).where(WatchItemRecord.source_id == source).distinct()
        with self._readers.begin() as session:
            stories = session.scalars(others).all()
        for at in range(0, len(stories), MOST_AT_ONCE):
            with self._sessions.begin() as session:
                renew_stories(session.connection(), stories[at : at + MOST_AT_ONCE])


def _tried_row(one: Tried, before: WatchSourceRecord) -> dict[str, Any]:
    named = {"title": one.title or before.title, "site": one.site or before.site}
    return {"source": before.id, **{name: getattr(one.state, name) for name in _STATE}, **named}


def _move(session: Session, source: WatchSourceRecord, address: str) -> None:
    if address and address != source.address and _at(session, source.kind, address) is None:
        _write(session, source.id, {"address": address})


def _present() -> Select[WatchSourceRecord]:
    statement = select(WatchSourceRecord).where(WatchSourceRecord.removed_at.is_(None))
    return statement.execution_options(**FRESH)


def _awake() -> Select[WatchSourceRecord]:
    return _present().where(~WatchSourceRecord.paused, WatchSourceRecord.due_at.is_not(None))


def _at(session: Session, kind: SourceKind, address: str) -> WatchSourceRecord | None:
    statement = select(WatchSourceRecord).where(
        WatchSourceRecord.kind == kind, WatchSourceRecord.address == address
    )
    return session.scalars(statement.execution_options(**FRESH)).one_or_none()


def _row(session: Session, source: int) -> WatchSourceRecord:
    row = session.scalars(_present().where(WatchSourceRecord.id == source)).one_or_none()
    if row is None:
        raise NotFound(subject="watch_source", identity=source)
    return row


def _read(session: Session, source: int) -> Source:
    return _source_of(_row(session, source))


def _write(session: Session, source: int, values: dict[str, Any]) -> None:
    session.execute(
        update(WatchSourceRecord)
        .where(WatchSourceRecord.id == source)
        .values(**values)
        .execution_options(synchronize_session=False)
    )


def _source_of(row: WatchSourceRecord) -> Source:
    return Source(
        id=row.id,
        kind=row.kind,
        address=row.address,
        title=row.title,
        own_title=row.own_title,
        site=row.site,
        standing=row.standing,
        every_minutes=row.every_minutes,
        paused=row.paused,
    )


def _state_of(row: WatchSourceRecord) -> SourceState:
    return SourceState(row.id, **{name: getattr(row, name) for name in _STATE})
