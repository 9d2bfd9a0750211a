"""Searches of the watch that the person keeps, in the person's order."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, TypeVar, cast

from sqlalchemy import Select, delete, func, insert, select, update
from sqlalchemy.orm import Session

from cmstation.domain.errors import NotFound
from cmstation.domain.watch import Reading, SavedSearch, StoryFilter
from cmstation.storage.database import Database
from cmstation.storage.records_watch import WatchSearchRecord
from cmstation.storage.rows_read import FRESH

Listed = TypeVar("Listed", bound=Select[*tuple[Any, ...]])


class SavedSearches:
    """Saved searches; each method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._sessions = database.sessions
        self._readers = database.readers

    def add(self, name: str, wanted: StoryFilter) -> SavedSearch:
        """Keep a search, after all others."""
        with self._sessions.begin() as session:
            after = select(func.coalesce(func.max(WatchSearchRecord.position), -1) + 1)
            position = session.execute(after).scalar_one()
            statement = insert(WatchSearchRecord).returning(WatchSearchRecord.id)
            values = {"name": name, "position": position, "wanted": filter_json(wanted)}
            return _read(session, session.scalars(statement, [values]).one())

    def change(
        self, search: int, *, name: str | None = None, wanted: StoryFilter | None = None
    ) -> SavedSearch:
        """Give a search another name or other conditions; None leaves as it is.

        Raises:
            NotFound: it was removed.
        """
        values: dict[str, object] = {}
        if name is not None:
            values["name"] = name
        if wanted is not None:
            values["wanted"] = filter_json(wanted)
        with self._sessions.begin() as session:
            _read(session, search)
            if values:
                session.execute(
                    update(WatchSearchRecord)
                    .where(WatchSearchRecord.id == search)
                    .values(**values)
                    .execution_options(synchronize_session=False)
                )
            return _read(session, search)

    def remove(self, search: int) -> None:
        """Forget a search; forgetting it twice is fine."""
        with self._sessions.begin() as session:
            session.execute(delete(WatchSearchRecord).where(WatchSearchRecord.id == search))

    def reorder(self, searches: Sequence[int]) -> None:
        """Put searches into an order; those not named come after, as they were."""
        with self._sessions.begin() as session:
            known = session.scalars(_ordered(select(WatchSearchRecord.id))).all()
            named = [search for search in dict.fromkeys(searches) if search in set(known)]
            order = [*named, *(search for search in known if search not in set(named))]
            for position, search in enumerate(order):
                session.execute(
                    update(WatchSearchRecord).where(WatchSearchRecord.id == search).values(position=position)
                )

    def all(self) -> tuple[SavedSearch, ...]:
        """List all, in the person's order."""
        with self._readers.begin() as session:
            return tuple(_search_of(row) for row in session.scalars(_ordered(select(WatchSearchRecord))))


def filter_json(wanted: StoryFilter) -> dict[str, object]:
    """Write a filter as JSON; only what it asks for."""
    written: dict[str, object] = {
        "lists": sorted(wanted.lists),
        "source": wanted.source,
        "reading": None if wanted.reading is Reading.ALL else wanted.reading.value,
        "words": wanted.words,
        "tag": wanted.tag,
        "since": wanted.since and wanted.since.isoformat(),
        "until": wanted.until and wanted.until.isoformat(),
    }
    return {name: value for name, value in written.items() if value not in (None, "", [])}


def filter_of(written: Mapping[str, object]) -> StoryFilter:
    """Read a filter from JSON; names and choices that this program does not know are left out."""
    reading = written.get("reading")
    source = written.get("source")
    return StoryFilter(
        lists=frozenset(cast("list[int]", written.get("lists", []))),
        source=cast("int | None", source),
        reading=Reading(reading) if reading in set(Reading) else Reading.ALL,
        words=str(written.get("words", "")),
        tag=str(written.get("tag", "")),
        since=_instant(written.get("since")),
        until=_instant(written.get("until")),
    )


def _ordered(statement: Listed) -> Listed:
    return statement.order_by(WatchSearchRecord.position, WatchSearchRecord.id)


def _read(session: Session, search: int) -> SavedSearch:
    statement = select(WatchSearchRecord).where(WatchSearchRecord.id == search).execution_options(**FRESH)
    row = session.scalars(statement).one_or_none()
    if row is None:
        raise NotFound(subject="watch_search", identity=search)
    return _search_of(row)


def _search_of(row: WatchSearchRecord) -> SavedSearch:
    return SavedSearch(row.id, row.name, filter_of(row.wanted))


def _instant(written: object) -> datetime | None:
    return datetime.fromisoformat(written) if isinstance(written, str) else None
