"""The PostgreSQL of the tests gives empty databases and keeps them over a restart."""

import psycopg
import pytest

from tests.servers.postgres import PostgresServer

pytestmark = pytest.mark.real_server


def connection(server: PostgresServer, url: str) -> psycopg.Connection[tuple[object, ...]]:
    database = url.rpartition("/")[2]
    return psycopg.connect(server.url(database, driver="postgresql"))


def test_a_database_survives_a_restart(postgres_server: PostgresServer, postgres_url: str) -> None:
    with connection(postgres_server, postgres_url) as database:
        database.execute("create table visits (number integer)")
        database.execute("insert into visits values (7)")

    postgres_server.stop()
    postgres_server.start()

    with connection(postgres_server, postgres_url) as database:
        assert database.execute("select number from visits").fetchall() == [(7,)]


def test_a_wrong_password_is_refused(postgres_server: PostgresServer) -> None:
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(
            host=postgres_server.host,
            port=postgres_server.port,
            user=postgres_server.user,
            password="wrong",
            dbname="postgres",
        )


def test_a_database_can_be_dropped_while_it_is_used(postgres_server: PostgresServer) -> None:
    url = postgres_server.new_database()
    with connection(postgres_server, url):
        postgres_server.drop_database(url)

    with pytest.raises(psycopg.OperationalError, match="does not exist"):
        connection(postgres_server, url)
