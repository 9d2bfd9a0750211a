"""Translate what a database driver reports into the situations that a person can be told about."""

import errno
import sqlite3

from cmstation.domain.errors import (
    AlreadyOpen,
    DiskFull,
    FolderNotWritable,
    StationError,
    StorageDamaged,
    StorageUnreachable,
)

_NO_ROOM = frozenset({sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_SHMSIZE})
_NOT_WRITABLE_EXACTLY = frozenset(
    {sqlite3.SQLITE_IOERR_WRITE, sqlite3.SQLITE_IOERR_FSYNC, sqlite3.SQLITE_IOERR_SHMOPEN}
)
_NOT_WRITABLE = frozenset({sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM})
_DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_IOERR})
_BUSY = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})

# https://www.postgresql.org/docs/current/errcodes-appendix.html
_SERVER_AWAY = ("08", "28", "3D000", "53300", "57P")
_SERVER_DAMAGED = ("XX001", "XX002")


def from_sqlite(fault: sqlite3.Error, file: str, folder: str) -> StationError | None:
    """Name the situation behind an SQLite error, or None when it is a defect of ours."""
    code = getattr(fault, "sqlite_errorcode", None)
    if code is None:
        return None
    primary = code & 0xFF
    if code in _NO_ROOM or primary == sqlite3.SQLITE_FULL:
        return DiskFull(folder=folder)
    if code in _NOT_WRITABLE_EXACTLY or primary in _NOT_WRITABLE:
        return FolderNotWritable(folder=folder)
    if primary in _DAMAGED:
        return StorageDamaged(file=file, report=(str(fault),))
    if primary in _BUSY:
        return AlreadyOpen(folder=folder)
    return None


def from_postgresql(fault: BaseException, address: str, *, disconnected: bool) -> StationError | None:
    """Name the situation behind a PostgreSQL error, or None when it is a defect of ours.

    Args:
        address: host, port and database; never a password.
        disconnected: the connection was lost or never made.
    """
    state: str = getattr(fault, "sqlstate", None) or ""
    if state == "53100":
        return DiskFull(folder=address)
    if state == "25006":
        return FolderNotWritable(folder=address)
    if state in _SERVER_DAMAGED:
        return StorageDamaged(file=address, report=(str(fault),))
    unreachable = disconnected or state.startswith(_SERVER_AWAY)
    if unreachable or (not state and type(fault).__name__ == "OperationalError"):
        return StorageUnreachable(address=address)
    return None


def from_system(fault: OSError, folder: str) -> StationError:
    """Name the situation behind a failed file operation."""
    if fault.errno in {errno.ENOSPC, errno.EDQUOT}:
        return DiskFull(folder=folder)
    return FolderNotWritable(folder=folder)
