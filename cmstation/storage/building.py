"""Fill a new database beside its place, in one transaction: it appears full or not at all."""

import os
from collections.abc import Generator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event
from sqlalchemy.orm import Session, sessionmaker

from cmstation.storage.backups import flush_to_disk
from cmstation.storage.database import Database
from cmstation.storage.engines import WRITING, sqlite_address
from cmstation.storage.faults import from_system

_BESIDE = ("", "-wal", "-shm", "-journal", ".new")


@contextmanager
def built_beside(file: Path, now: datetime) -> Generator[Database]:
    """Give an empty database to fill; it takes its place once the block ends well.

    For one thread alone: everything that is done in the block is one transaction.

    Raises:
        DiskFull, FolderNotWritable: it could not be built; nothing is left of it.
    """
    part = file.with_name(file.name + ".preparing")
    _remove(part)
    database = Database(sqlite_address(part))
    event.listen(database.engine, "connect", _in_haste)
    try:
        database.open(now)
        whole = _OneTransaction(database.engine)
        database.sessions = database.readers = whole
        with whole.lasting():
            yield database
        database.close()
        flush_to_disk(part)
        if not os.path.lexists(file):
            part.replace(file)
    except OSError as fault:
        raise from_system(fault, str(file.parent)) from fault
    finally:
        database.close()
        _remove(part)


class _OneTransaction(sessionmaker[Session]):
    """Sessions that are all the same one; `lasting` says how long."""

    def __init__(self, engine: Engine) -> None:
        super().__init__(engine.execution_options(**{WRITING: True}), expire_on_commit=False)
        self._session = self()

    @contextmanager
    def lasting(self) -> Generator[None]:
        """Keep all that is done meanwhile, or nothing of it."""
        with self._session, self._session.begin():
            yield

    @contextmanager
    def begin(self) -> Generator[Session]:
        """Give the session as if it were a new one: what it has read before is read again."""
        self._session.flush()
        self._session.expire_all()
        yield self._session
        self._session.flush()


def _in_haste(connection: Any, _record: object) -> None:
    # Nobody misses the file before it is in its place, and `flush_to_disk` comes before that.
    connection.execute("PRAGMA synchronous = OFF")


def _remove(part: Path) -> None:
    for end in _BESIDE:
        try:
            part.with_name(part.name + end).unlink(missing_ok=True)
        except OSError:
            continue
