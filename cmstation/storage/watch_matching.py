"""Match the stored items of a list anew, in short pieces that can be broken off and gone on with."""

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, func, select, text, update
from sqlalchemy.orm import Session

from cmstation.domain.errors import NotFound
from cmstation.domain.watch_storing import RuleMatcher
from cmstation.storage.database import Database
from cmstation.storage.records_watch import (
    WatchBodyRecord,
    WatchItemRecord,
    WatchListRecord,
    WatchListSourceRecord,
)
from cmstation.storage.watch_ingest_rows import write

MOST_ITEMS_AT_ONCE = 500
MOST_IDENTITIES_AT_ONCE = 10_000  # a span holds items of other lists too, which are passed over

_DROP = text(
    "DELETE FROM watch_memberships WHERE list_id = :list AND item_id > :after AND item_id <= :upto"
    " AND item_id NOT IN :kept"
).bindparams(bindparam("kept", expanding=True))
# Only an item that is still there: it may have been cleared away since it was read.
_ADD = (
    "INSERT INTO watch_memberships (item_id, list_id, story_id)"
    " SELECT id, ?, story_id FROM watch_items WHERE id = ? ON CONFLICT DO NOTHING"
)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a list asks for; when it is another than at the beginning, this work is void."""

    rule: str
    sources: frozenset[int]


class Rematch:
    """Recomputes which stored items a list shows."""

    def __init__(self, database: Database) -> None:
        self._sessions = database.sessions
        self._readers = database.readers

    def run(
        self, list_: int, matcher: RuleMatcher | None, progress: Callable[[int, int], None] | None
    ) -> bool:
        """Go through all items behind the place where it was broken off; say whether it got to the end.

        Raises:
            NotFound: the list is not there.
        """
        with self._readers.begin() as session:
            asked, place = _asked(session, list_)
            last = session.scalar(select(func.max(WatchItemRecord.id))) or 0
        after = place or 0
        while after < last:
            upto, kept = self._decide(list_, asked, after, last, matcher)
            if not self._write(list_, asked, after, upto, kept):
                return False
            after = upto
            if progress is not None:
                progress(after, last)
        return self._end(list_, asked)

    def _decide(
        self, list_: int, asked: _Asked, after: int, last: int, matcher: RuleMatcher | None
    ) -> tuple[int, list[int]]:
        """Read some items and ask the rule, with no transaction open meanwhile."""
        item, body = WatchItemRecord, WatchBodyRecord
        end = min(after + MOST_IDENTITIES_AT_ONCE, last)
        statement = (
            select(item.id, item.source_id, body.folded)
            .join(body, body.item_id == item.id)
            .where(item.id > after, item.id <= end, item.source_id.in_(asked.sources))
            .order_by(item.id)
            .limit(MOST_ITEMS_AT_ONCE)
        )
        with self._readers.begin() as session:
            rows = session.execute(statement).all()
        upto = rows[-1].id if len(rows) == MOST_ITEMS_AT_ONCE else end
        return upto, [
            row.id for row in rows if matcher is None or matcher.matches_folded(row.source_id, row.folded)
        ]

    def _write(self, list_: int, asked: _Asked, after: int, upto: int, kept: list[int]) -> bool:
        with self._sessions.begin() as session:
            if not _still_asked(session, list_, asked):
                return False
            connection = session.connection()
            _put(connection, list_, after, upto, kept)
            _set_place(session, list_, upto)
            return True

    def _end(self, list_: int, asked: _Asked) -> bool:
        with self._sessions.begin() as session:
            if not _still_asked(session, list_, asked):
                return False
            _set_place(session, list_, None)
            return True


def _put(connection: Connection, list_: int, after: int, upto: int, kept: list[int]) -> None:
    connection.execute(_DROP, {"list": list_, "after": after, "upto": upto, "kept": kept})
    write(connection, _ADD, [(list_, item) for item in kept])


def _asked(session: Session, list_: int) -> tuple[_Asked, int | None]:
    record = WatchListRecord
    found = session.execute(select(record.rule, record.matched_to).where(record.id == list_)).one_or_none()
    if found is None:
        raise NotFound(subject="watch_list", identity=list_)
    sources = select(WatchListSourceRecord.source_id).where(WatchListSourceRecord.list_id == list_)
    return _Asked(found.rule, frozenset(session.scalars(sources))), found.matched_to


def _still_asked(session: Session, list_: int, asked: _Asked) -> bool:
    try:
        return _asked(session, list_)[0] == asked
    except NotFound:
        return False


def _set_place(session: Session, list_: int, place: int | None) -> None:
    session.execute(
        update(WatchListRecord)
        .where(WatchListRecord.id == list_)
        .values(matched_to=place)
        .execution_options(synchronize_session=False)
    )
