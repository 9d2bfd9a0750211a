"""The lists of the watch: their sources, their rules, and which stored items they show."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypedDict, Unpack

from sqlalchemy import Select, delete, func, insert, select, update
from sqlalchemy.orm import Session

from cmstation.domain.errors import NotFound
from cmstation.domain.watch import Retention, WatchList
from cmstation.domain.watch_storing import RuleMatcher
from cmstation.storage.database import Database
from cmstation.storage.records_watch import (
    WatchListRecord,
    WatchListSourceRecord,
    WatchMembershipRecord,
    WatchSourceRecord,
)
from cmstation.storage.rows_read import FRESH
from cmstation.storage.watch_matching import Rematch

MOST_DROPPED_AT_ONCE = 5_000


class ListFields(TypedDict, total=False):
    """What a person changes in a list."""

    name: str
    rule: str
    retention: Retention
    folder: tuple[str, ...]


class WatchLists:
    """All lists; each method is one transaction, except `remove` and `rematch`, which are many short ones."""

    def __init__(self, database: Database) -> None:
        self._sessions = database.sessions
        self._readers = database.readers
        self._rematch = Rematch(database)

    def add(
        self,
        name: str,
        *,
        rule: str = "",
        retention: Retention | None = None,
        folder: tuple[str, ...] = (),
        sources: Iterable[int] = (),
    ) -> WatchList:
        """Add a list below the others; stored items of its sources show once `rematch` is done.

        Raises:
            NotFound: a source is not there.
        """
        fields: ListFields = {"name": name, "rule": rule, "folder": folder}
        with self._sessions.begin() as session:
            last = session.scalar(select(func.max(WatchListRecord.position)))
            statement = insert(WatchListRecord).returning(WatchListRecord.id)
            values = {**_columns({**fields, "retention": retention or Retention()}), "matched_to": None}
            values["position"] = 0 if last is None else last + 1
            identity = session.scalars(statement, [values]).one()
            if wanted := tuple(dict.fromkeys(sources)):
                _set_sources(session, identity, wanted)
            return _read(session, identity)

    def get(self, list_: int) -> WatchList:
        """Read one.

        Raises:
            NotFound: it is not there.
        """
        with self._readers.begin() as session:
            return _read(session, list_)

    def all(self) -> tuple[WatchList, ...]:
        """List all, in the person's order."""
        with self._readers.begin() as session:
            return _lists(session, _in_order())

    def of_source(self, source: int) -> tuple[int, ...]:
        """Name the lists that look at a source, in the person's order."""
        statement = (
            select(WatchListRecord.id)
            .join(WatchListSourceRecord, WatchListSourceRecord.list_id == WatchListRecord.id)
            .where(WatchListSourceRecord.source_id == source)
            .order_by(WatchListRecord.position, WatchListRecord.id)
        )
        with self._readers.begin() as session:
            return tuple(session.scalars(statement))

    def change(self, list_: int, **fields: Unpack[ListFields]) -> WatchList:
        """Change what a person decides about a list; a new rule holds for stored items after `rematch`.

        Raises:
            NotFound: it is not there.
        """
        with self._sessions.begin() as session:
            before = _read(session, list_)
            values = _columns(fields)
            if fields.get("rule", before.rule) != before.rule:
                values["matched_to"] = 0
            if values:
                _write(session, list_, values)
            return _read(session, list_)

    def set_sources(self, list_: int, sources: Iterable[int]) -> WatchList:
        """Say which sources a list looks at, in the person's order; others than before ask for `rematch`.

        Raises:
            NotFound: the list or a source is not there.
        """
        wanted = tuple(dict.fromkeys(sources))
        with self._sessions.begin() as session:
            before = _read(session, list_)
            if wanted != before.sources:
                _set_sources(session, list_, wanted)
            return _read(session, list_)

    def reorder(self, lists: Sequence[int]) -> None:
        """Put lists into an order; those that are not named come after them, as they were."""
        with self._sessions.begin() as session:
            present = session.scalars(_in_order().with_only_columns(WatchListRecord.id)).all()
            named = [one for one in dict.fromkeys(lists) if one in present]
            order = [*named, *(one for one in present if one not in named)]
            for position, one in enumerate(order):
                _write(session, one, {"position": position})

    def remove(self, list_: int) -> None:
        """Remove a list; its items stay stored, for other lists or their time. Removing it twice is fine."""
        with self._sessions.begin() as session:
            # If this is broken off, the list that is still there has to be matched anew.
            _write(session, list_, {"matched_to": 0})
        while self._drop_some(list_):
            continue
        with self._sessions.begin() as session:
            session.execute(delete(WatchListRecord).where(WatchListRecord.id == list_))

    def unmatched(self) -> tuple[int, ...]:
        """Name the lists whose stored items do not follow the rule yet: `rematch` has not ended."""
        statement = _in_order().with_only_columns(WatchListRecord.id)
        with self._readers.begin() as session:
            return tuple(session.scalars(statement.where(WatchListRecord.matched_to.is_not(None))))

    def rematch(
        self,
        list_: int,
        matcher: RuleMatcher | None,
        progress: Callable[[int, int], None] | None = None,
    ) -> bool:
        """Make the stored items that a list shows follow its rule; goes on where it was broken off.

        Args:
            matcher: the list's rule, made ready; None shows everything.
            progress: told how much of how much is done, after each piece; what it raises breaks this off.

        Returns:
            False when the rule or the sources were changed meanwhile: someone else does it anew then.
        """
        return self._rematch.run(list_, matcher, progress)

    def _drop_some(self, list_: int) -> bool:
        record = WatchMembershipRecord
        some = select(record.item_id).where(record.list_id == list_).limit(MOST_DROPPED_AT_ONCE)
        with self._sessions.begin() as session:
            items = session.scalars(some).all()
            if items:
                session.execute(delete(record).where(record.list_id == list_, record.item_id.in_(items)))
            return bool(items)


def _in_order() -> Select[WatchListRecord]:
    return (
        select(WatchListRecord)
        .order_by(WatchListRecord.position, WatchListRecord.id)
        .execution_options(**FRESH)
    )


def _lists(session: Session, statement: Select[WatchListRecord]) -> tuple[WatchList, ...]:
    record = WatchListSourceRecord
    sources: dict[int, list[int]] = {}
    for list_, source in session.execute(
        select(record.list_id, record.source_id).order_by(record.list_id, record.position, record.source_id)
    ):
        sources.setdefault(list_, []).append(source)
    return tuple(
        WatchList(
            id=row.id,
            name=row.name,
            position=row.position,
            rule=row.rule,
            retention=Retention(row.days, row.unread_days),
            sources=tuple(sources.get(row.id, ())),
            folder=tuple(row.folder),
        )
        for row in session.scalars(statement)
    )


def _read(session: Session, list_: int) -> WatchList:
    found = _lists(session, _in_order().where(WatchListRecord.id == list_))
    if not found:
        raise NotFound(subject="watch_list", identity=list_)
    return found[0]


def _set_sources(session: Session, list_: int, wanted: tuple[int, ...]) -> None:
    record = WatchListSourceRecord
    before = set(session.scalars(select(record.source_id).where(record.list_id == list_)))
    present = _present_sources(session, wanted)
    if missing := set(wanted) - present:
        raise NotFound(subject="watch_source", identity=min(missing))
    session.execute(delete(record).where(record.list_id == list_))
    if wanted:
        rows = [{"list_id": list_, "source_id": source, "position": at} for at, source in enumerate(wanted)]
        session.execute(insert(record), rows)
    if before != set(wanted):
        _write(session, list_, {"matched_to": 0})


def _present_sources(session: Session, wanted: tuple[int, ...]) -> set[int]:
    record = WatchSourceRecord
    statement = select(record.id).where(record.id.in_(wanted), record.removed_at.is_(None))
    return set(session.scalars(statement))


def _write(session: Session, list_: int, values: dict[str, Any]) -> None:
    session.execute(
        update(WatchListRecord)
        .where(WatchListRecord.id == list_)
        .values(**values)
        .execution_options(synchronize_session=False)
    )


def _columns(fields: ListFields) -> dict[str, Any]:
    values: dict[str, Any] = {name: fields.get(name) for name in ("name", "rule") if name in fields}
    if "folder" in fields:
        values["folder"] = list(fields["folder"])
    if "retention" in fields:
        values["days"], values["unread_days"] = fields["retention"].days, fields["retention"].unread_days
    return values
