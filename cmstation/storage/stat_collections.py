"""How collecting the figures of each account goes."""

from sqlalchemy import select

from cmstation.domain.statistics import Collection
from cmstation.storage.database import Database
from cmstation.storage.records_library import AccountRecord
from cmstation.storage.records_statistics import CollectionRecord
from cmstation.storage.rows_read import FRESH
from cmstation.storage.upsert import upsert


class CollectionTable:
    """One state for each account that was ever tried; each method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._sessions = database.sessions
        self._readers = database.readers

    def all(self) -> dict[int, Collection]:
        """Return the states by account; one that was never tried is absent."""
        with self._readers.begin() as session:
            rows = session.scalars(select(CollectionRecord).order_by(CollectionRecord.account_id))
            return {row.account_id: _collection_of(row) for row in rows}

    def of(self, account: int) -> Collection:
        """Return how it goes with an account; a blank state when it was never tried."""
        statement = select(CollectionRecord).where(CollectionRecord.account_id == account)
        with self._readers.begin() as session:
            row = session.scalars(statement.execution_options(**FRESH)).one_or_none()
            return Collection(account) if row is None else _collection_of(row)

    def keep(self, state: Collection) -> None:
        """Store a state; that of an account that was removed meanwhile is dropped."""
        values = {
            "tried_at": state.tried_at,
            "read_at": state.read_at,
            "due_at": state.due_at,
            "trouble": state.trouble,
            "detail": state.detail,
        }
        present = select(AccountRecord.id).where(AccountRecord.id == state.account)
        with self._sessions.begin() as session:
            if session.scalar(present.with_for_update(key_share=True)) is not None:
                upsert(session, CollectionRecord, {"account_id": state.account}, values)


def _collection_of(row: CollectionRecord) -> Collection:
    return Collection(row.account_id, row.tried_at, row.read_at, row.due_at, row.trouble, row.detail)
