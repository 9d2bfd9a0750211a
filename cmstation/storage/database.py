"""The station's database: opened, checked, migrated, backed up, closed."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

from sqlalchemy import URL, Engine, text
from sqlalchemy.orm import Session, sessionmaker

from cmstation.domain.errors import FolderNotWritable, StorageDamaged, StorageTooNew
from cmstation.storage import backups, schema, soundness
from cmstation.storage.engines import WRITING, make_engine, server_address, sqlite_address, sqlite_file
from cmstation.storage.faults import from_system
from cmstation.storage.schema import RELEASED, Schema

FILE_NAME = "cmstation.db"
DAYS_OF_BACKUPS = 14


@dataclass(frozen=True, slots=True)
class OpenReport:
    """What opening the database did.

    Args:
        created: there was none before.
        migrated_from: the older revision that was found, None when it was the present one.
        copy: the copy of the file made before the migration; None on a server.
    """

    created: bool
    revision: str
    migrated_from: str | None = None
    copy: Path | None = None


class Database:
    """The place where everything is kept; safe to use from any thread once opened.

    Args:
        url: "sqlite:////folder/cmstation.db" or "postgresql+psycopg://user:password@host/name".

    Attributes:
        sessions: transactions that may write.
        readers: transactions that only read; on SQLite they never wait for a writer.
    """

    def __init__(self, url: str | URL, *, released: Schema = RELEASED) -> None:
        self.file = sqlite_file(url)
        self.engine: Engine = make_engine(url)
        self.sessions: sessionmaker[Session] = sessionmaker(
            self.engine.execution_options(**{WRITING: True}), expire_on_commit=False
        )
        self.readers: sessionmaker[Session] = sessionmaker(self.engine, expire_on_commit=False)
        self._schema = released

    @classmethod
    def in_folder(cls, folder: Path) -> "Database":
        """Name the SQLite database of a data folder."""
        return cls(sqlite_address(folder / FILE_NAME))

    def open(self, now: datetime) -> OpenReport:
        """Create, check or migrate the database, so that the other methods may be used.

        Args:
            now: aware UTC, for the name of the copy made before a migration.

        Raises:
            StorageDamaged: the file is not sound; it is left untouched.
            StorageTooNew: a newer release wrote it.
            DiskFull, FolderNotWritable, StorageUnreachable: it could not be opened.
        """
        if self.file is None:
            return self._opened_on_server(now)
        if not _exists(self.file):
            return self._created_file(self.file)
        return self._opened(soundness.revision_of_sound(self.file), now)

    def backup(self, folder: Path, now: datetime, keep: int = DAYS_OF_BACKUPS) -> Path | None:
        """Keep a copy of the day and drop the oldest ones.

        Args:
            keep: how many daily copies stay.

        Returns:
            The new copy, or None when today's exists or a server keeps the data.
        """
        if self.file is None:
            return None
        target = folder / backups.daily_name(self.file, now)
        try:
            if target.exists():
                return None
            backups.copy_file(self.file, target)
            backups.rotate(folder, self.file.stem, keep)
        except OSError as fault:
            raise from_system(fault, str(folder)) from fault
        return target

    def check(self) -> tuple[str, ...]:
        """Return what the full integrity check finds, one line each; empty when all is sound."""
        try:
            with self.engine.connect() as connection:
                if self.file is not None:
                    return soundness.full_report(connection)
                connection.execute(text("SELECT 1"))
                return ()
        except StorageDamaged as damage:
            return tuple(map(str, cast("tuple[object, ...]", damage.facts["report"])))

    def close(self) -> None:
        """Close every connection; the last one folds the journal into the file."""
        self.engine.dispose()

    def _created_file(self, file: Path) -> OpenReport:
        # Built beside its place, then moved there: a database exists whole or not at all.
        part = file.with_name(file.name + ".new")
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            _remove_parts(part)
            fresh = make_engine(sqlite_address(part))
            try:
                schema.create(fresh, self._schema)
            finally:
                fresh.dispose()
            backups.flush_to_disk(part)
            part.replace(file)
        except OSError as fault:
            raise from_system(fault, str(file.parent)) from fault
        finally:
            _remove_parts(part)
        return OpenReport(created=True, revision=self._schema.head)

    def _opened_on_server(self, now: datetime) -> OpenReport:
        with self.engine.connect() as connection:
            found = schema.revision_of(connection)
            empty = schema.is_empty(connection)
        if found is not None:
            return self._opened(found, now)
        if not empty:
            raise StorageDamaged(file=self._place(), report=("no revision",))
        created = schema.create(self.engine, self._schema)
        return OpenReport(created=created, revision=self._schema.head)

    def _opened(self, found: str, now: datetime) -> OpenReport:
        if found == self._schema.head:
            return OpenReport(created=False, revision=found)
        return self._migrated(found, now)

    def _migrated(self, found: str, now: datetime) -> OpenReport:
        if found not in self._schema.revisions:
            raise StorageTooNew(file=self._place(), revision=found)
        copy = None
        if self.file is not None:
            stamp = f"{now.astimezone(UTC):%Y%m%dT%H%M%SZ}"
            copy = self.file.with_name(f"{self.file.stem}-before-{self._schema.head}-{stamp}.db")
            backups.copy_file(self.file, copy)
        from cmstation.storage.migrate import upgrade  # noqa: PLC0415 - Alembic only when it has work

        upgrade(self.engine, self._schema, self._schema.head)
        return OpenReport(False, self._schema.head, migrated_from=found, copy=copy)

    def _place(self) -> str:
        return str(self.file) if self.file is not None else server_address(self.engine.url)


def _exists(file: Path) -> bool:
    try:
        if file.is_symlink() and not file.exists():
            # It lies on a disk that is not plugged in: a new one in its place would hide it.
            raise FolderNotWritable(folder=str(file.parent))
        return file.exists()
    except OSError as fault:
        raise from_system(fault, str(file.parent)) from fault


def _remove_parts(part: Path) -> None:
    for name in (part.name, part.name + "-wal", part.name + "-shm", part.name + "-journal"):
        try:
            part.with_name(name).unlink(missing_ok=True)
        except OSError:
            continue
