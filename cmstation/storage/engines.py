"""Make the engine: durable SQLite or PostgreSQL, with driver errors translated in one place."""

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine import ExceptionContext

from cmstation.domain.errors import StationError
from cmstation.storage.faults import from_postgresql, from_sqlite

BUSY_TIMEOUT_MS = 5_000
CONNECT_TIMEOUT_S = 10
WRITING = "station_writing"  # execution option of a transaction that will write


def sqlite_file(url: str | URL) -> Path | None:
    """Return the file behind an SQLite address, None for a server."""
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite":
        return None
    if not parsed.database or parsed.database == ":memory:":
        raise ValueError("the storage needs a file: a database in memory is not shared by threads")
    return Path(parsed.database)


def sqlite_address(file: Path) -> URL:
    """Name an SQLite file, whatever characters its folders have."""
    return URL.create("sqlite", database=str(file.absolute()))


def make_engine(url: str | URL) -> Engine:
    """Build the engine for an address; nothing is opened yet."""
    parsed = make_url(url)
    file = sqlite_file(parsed)
    if file is None:
        engine = _postgresql(parsed)
    else:
        engine = create_engine(parsed, hide_parameters=True, connect_args={"timeout": BUSY_TIMEOUT_MS / 1000})
        event.listen(engine, "connect", _configure_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    event.listen(engine, "handle_error", _Translator(parsed, file), retval=True)
    return engine


def server_address(url: URL) -> str:
    """Name a server without its password."""
    return f"{url.host or 'localhost'}:{url.port or 5432}/{url.database or ''}"


class _Translator:
    """Turns driver errors into the errors of the domain; others pass."""

    def __init__(self, url: URL, file: Path | None) -> None:
        self._file = file
        self._address = server_address(url)

    def __call__(self, context: ExceptionContext) -> StationError | None:
        fault = context.original_exception
        if context.is_pre_ping:
            return None  # the pool only looks whether an idle connection still lives, and makes a new one
        if self._file is None:
            return from_postgresql(fault, self._address, disconnected=context.is_disconnect)
        if isinstance(fault, sqlite3.Error):
            return from_sqlite(fault, str(self._file), str(self._file.parent))
        return None


def _postgresql(url: URL) -> Engine:
    return create_engine(
        url,
        hide_parameters=True,
        pool_pre_ping=True,
        connect_args={"connect_timeout": CONNECT_TIMEOUT_S, "application_name": "cmstation"},
    )


def _configure_sqlite(connection: Any, _record: object) -> None:
    # WORKAROUND: the driver opens transactions late and closes them before DDL; with its own mode off,
    # `_begin_sqlite` decides. https://docs.sqlalchemy.org/en/20/dialects/sqlite.html#pysqlite-serializable
    connection.isolation_level = None
    for pragma in (
        "journal_mode = WAL",
        "synchronous = FULL",  # an armed delivery must survive a power cut
        "foreign_keys = ON",
        f"busy_timeout = {BUSY_TIMEOUT_MS}",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    # A reader that turns writer can be refused at once, without waiting; a writer that says so first waits.
    writing = connection.get_execution_options().get(WRITING, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
