"""The files whose figures were taken, newest first."""

from datetime import datetime

from sqlalchemy import delete, insert, select

from cmstation.domain.errors import NotFound
from cmstation.domain.statistics import ImportRow
from cmstation.storage.database import Database
from cmstation.storage.records_statistics import ImportRecord


class ImportTable:
    """What was imported; each method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._sessions = database.sessions
        self._readers = database.readers

    def add(self, at: datetime, name: str, kind: str, rows: int) -> ImportRow:
        """Note a file; its identity was never given out before."""
        values = {"at": at, "name": name, "kind": kind, "lines": rows}
        with self._sessions.begin() as session:
            found = session.scalars(insert(ImportRecord).returning(ImportRecord.id), [values]).one()
        return self.get(found)

    def put_back(self, row: ImportRow) -> None:
        """Note a file again that was removed, under its old identity; doing it twice is fine."""
        with self._sessions.begin() as session:
            if session.get(ImportRecord, row.id) is None:
                values = {"id": row.id, "at": row.at, "name": row.name, "kind": row.kind, "lines": row.rows}
                session.execute(insert(ImportRecord), [values])

    def remove(self, import_id: int) -> ImportRow | None:
        """Forget a file and return what was known of it; its figures stay, and name no file any more."""
        with self._sessions.begin() as session:
            row = session.get(ImportRecord, import_id)
            if row is None:
                return None
            found = _import_of(row)
            session.execute(
                delete(ImportRecord)
                .where(ImportRecord.id == import_id)
                .execution_options(synchronize_session=False)
            )
            return found

    def get(self, import_id: int) -> ImportRow:
        """Read one.

        Raises:
            NotFound: it was removed.
        """
        with self._readers.begin() as session:
            row = session.get(ImportRecord, import_id)
            if row is None:
                raise NotFound(subject="stat_import", identity=import_id)
            return _import_of(row)

    def all(self) -> tuple[ImportRow, ...]:
        """List all, the newest first."""
        statement = select(ImportRecord).order_by(ImportRecord.at.desc(), ImportRecord.id.desc())
        with self._readers.begin() as session:
            return tuple(_import_of(row) for row in session.scalars(statement))


def _import_of(row: ImportRecord) -> ImportRow:
    return ImportRow(row.id, row.at, row.name, row.kind, row.lines)
