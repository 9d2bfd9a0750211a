"""Store what the sources of the watch gave: many items at once, each one once."""

import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select
from sqlalchemy.exc import DataError, IntegrityError
from sqlalchemy.orm import Session, sessionmaker

from cmstation.domain.watch_storing import GONE, Arrival, RuleMatcher, Stored, StoryGrouper
from cmstation.storage import watch_search
from cmstation.storage.database import Database
from cmstation.storage.records_watch import WatchItemRecord
from cmstation.storage.watch_ingest_known import gone, key_of, stored
from cmstation.storage.watch_ingest_piece import Piece

_log = logging.getLogger(__name__)

# A piece holds the only pen for some 130 ms here, so that an autosave that waits does not show. Half as many
# items take a seventh more time altogether.
MOST_ITEMS_AT_ONCE = 2_000
MOST_LETTERS_AT_ONCE = 8_000_000
# Thousands of items touch the same pages of the indexes again and again: they are kept at hand, and written
# back into the file every 16 MB of journal instead of every 4.
_ROOM = ("PRAGMA cache_size = -16000", "PRAGMA wal_autocheckpoint = 4000")
# What one item can be guilty of; whatever else goes wrong is no item's fault.
_REFUSED = (DataError, IntegrityError, OverflowError)


@dataclass(frozen=True, slots=True)
class Told:
    """An item that was stored lately, as the grouping of stories remembers it."""

    item: int
    story: int
    source: int
    title: str
    moment: int
    address_hash: int
    fingerprint: bytes


class WatchIngest:
    """The way in for items; each piece of a batch is one transaction."""

    def __init__(self, database: Database) -> None:
        self._sessions = database.sessions
        self._readers = database.readers

    def known(self, wanted: Mapping[int, Iterable[bytes]]) -> dict[tuple[int, bytes], bytes]:
        """Tell what is stored of the entries of sources, so that the rest alone is cleaned and stored.

        Args:
            wanted: by source, the entries' `guid_hash`.

        Returns:
            The `content_hash` by source and guid hash; `GONE` for what must not come back.
        """
        keys = [(source, guid) for source, guids in wanted.items() for guid in guids]
        with self._readers.begin() as session:
            connection = session.connection()
            found = {key: values[1] for key, values in stored(connection, keys).items()}
            other = [key for key in keys if key not in found]
            return found | dict.fromkeys(gone(connection, other), GONE)

    def store(
        self,
        batch: Sequence[Arrival],
        now: datetime,
        *,
        matchers: Mapping[int, RuleMatcher],
        grouper: StoryGrouper | None = None,
    ) -> Stored:
        """Store what is new, and the new words of what changed; marks and decisions stay as they are.

        An item that cannot be stored is refused alone. What was stored before an error of the database stays.

        Args:
            now: aware UTC; no item came out later.
            matchers: by list, for each one that has a rule; a list without one shows all of its sources.
            grouper: finds the stories that are told with other addresses.
        """
        # An entry that comes twice in one answer counts once: the first.
        unique = list({key_of(one): one for one in reversed(batch)}.values())[::-1]
        done = Stored(unchanged=len(batch) - len(unique))
        storing = _Storing(self._sessions, now, matchers, grouper)
        for piece in _pieces(unique):
            done += storing.store(piece)
        if done.refused:
            _log.warning("%d items of the watch could not be stored", done.refused)
        return done

    def recent(self, since: datetime, most: int = 20_000) -> Iterator[Told]:
        """Give the items that were seen lately, oldest first."""
        record = WatchItemRecord
        statement = (
            select(
                *(record.id, record.story_id, record.source_id, record.title, record.moment),
                *(record.address_hash, record.fingerprint, record.seen_at),
            )
            .order_by(record.id.desc())
            .limit(most)
        )
        with self._readers.begin() as session:
            rows = session.execute(statement).all()
        return (Told(*row[:-1]) for row in reversed(rows) if row[-1] >= since)

    def settle(self, most: int = 20) -> bool:
        """Merge what storing left in pieces in the search; each step is a short transaction.

        Args:
            most: how many steps to do at most.

        Returns:
            Whether more is left to do.
        """
        for _step in range(most):
            with self._sessions.begin() as session:
                if not watch_search.settle(session.connection()):
                    return False
        return True


@dataclass(frozen=True, slots=True)
class _Storing:
    sessions: sessionmaker[Session]
    now: datetime
    matchers: Mapping[int, RuleMatcher]
    grouper: StoryGrouper | None

    def store(self, some: Sequence[Arrival], *, thorough: bool = False) -> Stored:
        """Store a piece, or the halves of one that cannot be stored, down to the item whose fault it is."""
        try:
            return self._store_whole(some, thorough=thorough)
        except UnicodeError:
            if not thorough:
                return self.store(some, thorough=True)
            raise
        except _REFUSED:
            if len(some) == 1:
                return Stored(refused=1)
        half = len(some) // 2
        return self.store(some[:half], thorough=thorough) + self.store(some[half:], thorough=thorough)

    def _store_whole(self, some: Sequence[Arrival], *, thorough: bool) -> Stored:
        piece = None
        try:
            with self.sessions.begin() as session:
                connection = session.connection()
                _make_room(connection)
                piece = Piece(connection, self.now, self.matchers, self.grouper, thorough=thorough)
                return piece.store(some)
        except BaseException:
            if piece is not None:
                piece.undo()
            raise


def _make_room(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        for pragma in _ROOM:
            connection.exec_driver_sql(pragma)


def _pieces(batch: Sequence[Arrival]) -> Iterator[Sequence[Arrival]]:
    """Cut a batch into transactions."""
    start = letters = 0
    for at, one in enumerate(batch):
        size = len(one.item.html) + len(one.item.folded)
        if at > start and (at - start == MOST_ITEMS_AT_ONCE or letters + size > MOST_LETTERS_AT_ONCE):
            yield batch[start:at]
            start, letters = at, 0
        letters += size
    if start < len(batch):
        yield batch[start:]
