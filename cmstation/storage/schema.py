"""The released schemas: which one this program writes, and how a fresh database gets it."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from cmstation.storage import (
    records_calendar,
    records_delivery,
    records_library,
    records_statistics,
    records_watch,
    search,
    watch_search,
)
from cmstation.storage.records import Record
from cmstation.storage.revisions import REVISIONS

MODULES = (
    records_calendar,
    records_delivery,
    records_library,
    records_statistics,
    records_watch,
    search,
    watch_search,
)  # each adds its tables to the metadata

# Any number: two programs that open a fresh server at the same time wait for each other on it.
_CREATION_LOCK = 0x434D5354


@dataclass(frozen=True, slots=True)
class Schema:
    """The line of released schemas.

    Args:
        revisions: every released revision, oldest first; the last one is what the program writes.
        scripts: folder of the migrations.
    """

    revisions: tuple[str, ...]
    scripts: Path

    @property
    def head(self) -> str:
        """The revision that this program reads and writes."""
        return self.revisions[-1]


RELEASED = Schema(revisions=REVISIONS, scripts=Path(__file__).parent / "migrations")


def revision_of(connection: Connection) -> str | None:
    """Return the revision a database is stamped with; None when it holds no station yet."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()


def is_empty(connection: Connection) -> bool:
    """Tell whether a database has no table at all."""
    return not inspect(connection).get_table_names()


def create(engine: Engine, schema: Schema) -> bool:
    """Create all tables at once and stamp them; return False when someone else just did."""
    with engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _CREATION_LOCK})
            if revision_of(connection) is not None:
                return False
        Record.metadata.create_all(connection)
        connection.exec_driver_sql(
            "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL,"
            " CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
        )
        connection.execute(
            text("INSERT INTO alembic_version (version_num) VALUES (:head)"), {"head": schema.head}
        )
    return True
