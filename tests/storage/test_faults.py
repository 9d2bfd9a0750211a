"""What drivers and the system report, in the words of the domain."""

import errno
import os
import sqlite3
from pathlib import Path

import pytest

from cmstation.domain.errors import (
    AlreadyOpen,
    DiskFull,
    FolderNotWritable,
    StationError,
    StorageDamaged,
    StorageUnreachable,
)
from cmstation.storage.faults import from_postgresql, from_sqlite, from_system


class ServerFault(Exception):
    """An error as a PostgreSQL driver raises it."""

    def __init__(self, sqlstate: str | None) -> None:
        super().__init__("the server's own words")
        self.sqlstate = sqlstate


def sqlite_fault(code: int) -> sqlite3.OperationalError:
    """Make an error as the SQLite driver raises it."""
    fault = sqlite3.OperationalError("SQLite's own words")
    fault.sqlite_errorcode = code
    return fault


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device here is always full")
def test_a_disk_without_room_is_named() -> None:
    with pytest.raises(OSError) as met, open("/dev/full", "wb", buffering=0) as full:  # noqa: PTH123
        full.write(b"x")

    found = from_system(met.value, "/clinic")

    assert isinstance(found, DiskFull)
    assert found.facts == {"folder": "/clinic"}


@pytest.mark.parametrize("code", [errno.EACCES, errno.EROFS, errno.ENOTDIR, errno.EPERM])
def test_another_failure_of_a_file_is_about_its_folder(code: int) -> None:
    found = from_system(OSError(code, os.strerror(code)), "/clinic")

    assert isinstance(found, FolderNotWritable)


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (sqlite3.SQLITE_FULL, DiskFull),
        (sqlite3.SQLITE_IOERR_SHMSIZE, DiskFull),
        (sqlite3.SQLITE_READONLY, FolderNotWritable),
        (sqlite3.SQLITE_READONLY_DIRECTORY, FolderNotWritable),
        (sqlite3.SQLITE_CANTOPEN_ISDIR, FolderNotWritable),
        (sqlite3.SQLITE_IOERR_WRITE, FolderNotWritable),
        (sqlite3.SQLITE_IOERR_READ, StorageDamaged),
        (sqlite3.SQLITE_CORRUPT_VTAB, StorageDamaged),
        (sqlite3.SQLITE_NOTADB, StorageDamaged),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, AlreadyOpen),
    ],
)
def test_sqlite_codes_have_their_situation(code: int, kind: type[StationError]) -> None:
    assert type(from_sqlite(sqlite_fault(code), "/clinic/a.db", "/clinic")) is kind


def test_a_defect_of_ours_stays_a_defect() -> None:
    assert from_sqlite(sqlite_fault(sqlite3.SQLITE_ERROR), "a", "b") is None
    assert from_sqlite(sqlite_fault(sqlite3.SQLITE_CONSTRAINT_UNIQUE), "a", "b") is None
    assert from_sqlite(sqlite3.ProgrammingError("closed"), "a", "b") is None
    assert from_postgresql(ServerFault("42601"), "a", disconnected=False) is None


@pytest.mark.parametrize(
    ("state", "kind"),
    [
        ("53100", DiskFull),
        ("25006", FolderNotWritable),
        ("XX001", StorageDamaged),
        ("28P01", StorageUnreachable),
        ("3D000", StorageUnreachable),
        ("57P01", StorageUnreachable),
        ("08006", StorageUnreachable),
        ("53300", StorageUnreachable),
    ],
)
def test_postgresql_codes_have_their_situation(state: str, kind: type[StationError]) -> None:
    assert type(from_postgresql(ServerFault(state), "db.example:5432/a", disconnected=False)) is kind


def test_a_lost_connection_means_the_server_is_away() -> None:
    assert isinstance(from_postgresql(ServerFault(None), "a", disconnected=True), StorageUnreachable)
