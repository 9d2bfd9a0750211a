"""Look into a database file without changing a byte of it."""

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection

from cmstation.domain.errors import FolderNotWritable, StorageDamaged
from cmstation.storage.faults import from_sqlite
from cmstation.storage.read_only import read_only, revisions

MOST_LINES = 20


def revision_of_sound(file: Path) -> str:
    """Check the structure of a database file and return the revision of its schema.

    Raises:
        StorageDamaged: the check found something, or it is not ours; the file is left as it is.
        FolderNotWritable: something else lies in its place, or it cannot be opened.
    """
    if file.is_dir():
        raise FolderNotWritable(folder=str(file.parent))
    if file.stat().st_size == 0:
        # A new database appears whole, so an empty file is one that lost its content.
        raise StorageDamaged(file=str(file), report=("empty file",))
    try:
        with closing(read_only(file)) as reader:
            lines = tuple(str(line) for (line,) in reader.execute(f"PRAGMA quick_check({MOST_LINES})"))
            stamps = revisions(reader)
    except sqlite3.Error as fault:
        raise (from_sqlite(fault, str(file), str(file.parent)) or fault) from fault
    if lines != ("ok",):
        raise StorageDamaged(file=str(file), report=lines)
    if len(stamps) != 1:
        raise StorageDamaged(file=str(file), report=("no revision",))
    return stamps[0]


def full_report(connection: Connection) -> tuple[str, ...]:
    """Return what the full check and the check of references find in an SQLite database."""
    checked = connection.exec_driver_sql(f"PRAGMA integrity_check({MOST_LINES})")
    lines = tuple(str(line) for (line,) in checked)
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchmany(MOST_LINES)
    return (() if lines == ("ok",) else lines) + tuple(
        f"{table} {row} refers to a missing row of {target}" for table, row, target, _ in broken
    )
