"""Each storage test runs on SQLite, and on a real PostgreSQL where there is one."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from cmstation.storage.database import Database
from cmstation.storage.records import Record
from tests.servers.postgres import PostgresServer
from tests.storage.station import NOW, Station

REAL_SERVER = pytest.param("postgresql", marks=pytest.mark.real_server)


@pytest.fixture(params=["sqlite", REAL_SERVER])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """Give an opened, empty database."""
    if request.param == "sqlite":
        opened = Database.in_folder(tmp_path)
        opened.open(NOW)
        yield opened
        opened.close()
        return
    shared: Database = request.getfixturevalue("server_database")
    yield shared
    _empty(shared)


@pytest.fixture
def station(database: Database) -> Station:
    """Give all repositories on an empty database."""
    return Station(database)


@pytest.fixture
def sqlite_station(tmp_path: Path) -> Iterator[Station]:
    """Give all repositories on an empty SQLite database, for what only a file can do."""
    opened = Database.in_folder(tmp_path)
    opened.open(NOW)
    yield Station(opened)
    opened.close()


@pytest.fixture(scope="session")
def server_database(postgres_server: PostgresServer) -> Iterator[Database]:
    """Give the one server database that these tests empty after use."""
    opened = Database(postgres_server.new_database())
    opened.open(NOW)
    yield opened
    opened.close()


def _empty(shared: Database) -> None:
    tables = ", ".join([*Record.metadata.tables, "post_search"])
    with shared.engine.begin() as connection:
        connection.execute(text(f"TRUNCATE {tables} RESTART IDENTITY CASCADE"))
