"""Copy a database file safely while it is in use, and keep a few days of copies."""

import os
import re
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from cmstation.storage.faults import from_sqlite, from_system
from cmstation.storage.read_only import read_only

_DAILY = re.compile(r"-\d{4}-\d{2}-\d{2}\.db$")


def daily_name(file: Path, now: datetime) -> str:
    """Name the copy of a day."""
    return f"{file.stem}-{now.astimezone(UTC):%Y-%m-%d}.db"


def copy_file(source: Path, target: Path) -> None:
    """Copy a database, with what its journal holds, so that the copy appears whole or not at all.

    Raises:
        DiskFull, FolderNotWritable: the copy could not be written; nothing is left of it.
        StorageDamaged: the source could not be read.
    """
    part = target.with_name(target.name + ".part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        _copy(source, part)
        flush_to_disk(part)
        part.replace(target)
    except sqlite3.Error as fault:
        found = from_sqlite(fault, str(source), str(target.parent))
        if found is None:
            raise
        raise found from fault
    except OSError as fault:
        raise from_system(fault, str(target.parent)) from fault
    finally:
        _drop(part)


def rotate(folder: Path, stem: str, keep: int) -> None:
    """Remove the oldest daily copies, never the newest one."""
    copies = sorted(found for found in folder.glob(f"{stem}-*.db") if _DAILY.search(found.name))
    for old in copies[: -max(keep, 1)]:
        old.unlink(missing_ok=True)


def flush_to_disk(file: Path) -> None:
    """Wait until a file is on the disk."""
    with file.open("rb+") as opened:
        os.fsync(opened.fileno())


def _copy(source: Path, part: Path) -> None:
    with closing(read_only(source)) as read, closing(sqlite3.connect(part)) as written:
        read.backup(written)
        # A copy is one single file, readable from a disk that cannot be written.
        written.execute("PRAGMA journal_mode = DELETE")


def _drop(part: Path) -> None:
    for left in (part, part.with_name(part.name + "-wal"), part.with_name(part.name + "-journal")):
        try:
            left.unlink(missing_ok=True)
        except OSError:
            continue
