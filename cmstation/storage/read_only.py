"""Read a database file without the mapper, leaving no trace beside it."""

import sqlite3
from pathlib import Path


def read_only(file: Path) -> sqlite3.Connection:
    """Open a database file for reading, in the way that leaves no trace beside it."""
    address = file.absolute().as_uri()
    if not any(file.with_name(file.name + end).exists() for end in ("-wal", "-journal")):
        return sqlite3.connect(f"{address}?mode=ro&immutable=1", uri=True)
    reader = sqlite3.connect(f"{address}?mode=ro", uri=True)
    try:
        reader.execute("PRAGMA schema_version")
    except sqlite3.OperationalError as fault:
        reader.close()
        if fault.sqlite_errorcode & 0xFF != sqlite3.SQLITE_READONLY:
            raise
        # A crash left a journal that only a writer can play back.
        return sqlite3.connect(f"{address}?mode=rw", uri=True)
    except sqlite3.Error:
        reader.close()
        raise
    return reader


def revisions(reader: sqlite3.Connection) -> list[str]:
    """Return the revisions a database is stamped with; a sound one of ours has exactly one."""
    known = reader.execute("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").fetchone()
    if known is None:
        return []
    return [str(revision) for (revision,) in reader.execute("SELECT version_num FROM alembic_version")]
