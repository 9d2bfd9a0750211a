"""From every released schema to the present one."""

import re
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, text

from cmstation.domain.delivery import DeliveryState
from cmstation.domain.drafts import DraftFilter, PostState
from cmstation.domain.metrics import Metric
from cmstation.storage.database import FILE_NAME, Database
from cmstation.storage.engines import WRITING, make_engine
from cmstation.storage.events import Events
from cmstation.storage.migrate import upgrade
from cmstation.storage.plan_rows import PlanTable
from cmstation.storage.records import Record
from cmstation.storage.schema import RELEASED, Schema
from cmstation.storage.stat_notes import GoalTable
from cmstation.storage.statistics import FigureTable
from cmstation.storage.watch_search import matching
from cmstation.storage.watch_sources import WatchSources
from tests.servers.postgres import PostgresServer
from tests.storage.conftest import REAL_SERVER
from tests.storage.make_version import FOLDER, file_of, fill_every_table
from tests.storage.station import DAY, NOW, Station

NEXT = '''
"""A migration that a later release could bring."""

import sqlalchemy as sa
from alembic import op

revision = "next"
down_revision = "{head}"


def upgrade() -> None:
    """Add a column, rename another."""
    with op.batch_alter_table("themes") as themes:
        themes.add_column(sa.Column("remark", sa.Text(), nullable=False, server_default="none"))
        themes.alter_column("colour", new_column_name="tint", existing_type=sa.Text())
    {failure}
'''

SERVER_FACTS = """
SELECT 'column', table_name, column_name, data_type, is_nullable, COALESCE(column_default, '')
    FROM information_schema.columns WHERE table_schema = 'public'
UNION ALL SELECT 'index', tablename, indexname, indexdef, '', '' FROM pg_indexes WHERE schemaname = 'public'
UNION ALL SELECT 'rule', conrelid::regclass::text, conname, pg_get_constraintdef(oid), '', ''
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace
ORDER BY 1, 2, 3
"""

OF_THE_FIRST_RELEASE = (
    """INSERT INTO accounts VALUES
        (1, 'wordpress', 'rehearsal', 'Site', '', '', '', 'ready', 0, '', NULL, false, '', NULL,
        '2026-03-18 09:30:15.000000+00:00', NULL)""",
    """INSERT INTO posts VALUES
        (1, 1, 'Don', 'Venez.', 'draft', 'failed', NULL, '', NULL, NULL, '[]', 'fr', '', '', '', NULL, NULL,
        NULL, '2026-03-18 09:30:15.000000+00:00', '2026-03-18 09:30:15.000000+00:00', NULL, NULL)""",
    """INSERT INTO deliveries VALUES
        (1, 1, 1, NULL, 'post', 'failed', 'key', '2026-03-18 09:30:15.000000+00:00', 'Europe/Paris',
        '2026-03-18 10:30:15', '2026-03-18 09:30:15.000000+00:00', false, 1, '', NULL, NULL, NULL, '', '',
        '{}', 'permission_missing', 'no', '[]', '2026-03-18 09:30:15.000000+00:00',
        '2026-03-18 09:30:15.000000+00:00')""",
    "INSERT INTO journal VALUES (1, 'media', '12')",
)


@pytest.fixture(params=["sqlite", REAL_SERVER])
def new_address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[], str]]:
    """Give a maker of addresses of empty databases."""
    made: list[str] = []
    server: PostgresServer | None = None
    if request.param == "postgresql":
        server = request.getfixturevalue("postgres_server")

    def make() -> str:
        made.append(
            server.new_database() if server else f"sqlite:///{tmp_path / f'station{len(made)}' / FILE_NAME}"
        )
        return made[-1]

    yield make
    if server:
        for url in made:
            server.drop_database(url)


def structure(engine: Engine) -> list[tuple[str, ...]]:
    """Describe all tables, indexes and rules of a database."""
    with engine.connect() as connection:
        if engine.dialect.name == "postgresql":
            return [tuple(map(str, row)) for row in connection.execute(text(SERVER_FACTS))]
        rows = connection.execute(text("SELECT type, name, COALESCE(sql, '') FROM sqlite_master")).all()
    # Who wrote the statement shows in its spaces and in the order of its rules only.
    return sorted((kind, name, *_parts(sql)) for kind, name, sql in rows)


def _parts(sql: str) -> list[str]:
    parts = re.split(r",(?![^()]*\))", " ".join(sql.split()))
    return sorted(re.sub(r"\s*([(),])\s*", r"\1", part).strip(" )") for part in parts)


def with_next(folder: Path, failure: str = "") -> Schema:
    """Invent a release with one migration more."""
    scripts = folder / "migrations"
    shutil.copytree(RELEASED.scripts, scripts)
    script = NEXT.format(head=RELEASED.head, failure=failure)
    (scripts / "versions" / "next.py").write_text(script, encoding="utf-8")
    return Schema((*RELEASED.revisions, "next"), scripts)


def test_the_released_revisions_are_the_migrations_in_their_order() -> None:
    config = Config()
    config.set_main_option("script_location", str(RELEASED.scripts))

    scripts = ScriptDirectory.from_config(config).walk_revisions()

    assert [script.revision for script in scripts][::-1] == list(RELEASED.revisions)


def test_a_fresh_database_equals_a_migrated_one(new_address: Callable[[], str]) -> None:
    fresh = Database(new_address())
    fresh.open(NOW)
    migrated_address = new_address()
    if migrated_address.startswith("sqlite"):
        Path(migrated_address.removeprefix("sqlite:///")).parent.mkdir()
    migrated = make_engine(migrated_address)
    upgrade(migrated, RELEASED, RELEASED.head)

    assert structure(fresh.engine) == structure(migrated)
    fresh.close()
    migrated.dispose()


@pytest.mark.parametrize("revision", RELEASED.revisions)
def test_a_database_of_each_release_opens(revision: str, tmp_path: Path) -> None:
    shutil.copy(file_of(revision), tmp_path / FILE_NAME)
    database = Database.in_folder(tmp_path)
    fresh = Database.in_folder(tmp_path / "fresh")
    fresh.open(NOW)

    report = database.open(NOW)

    station = Station(database)
    (row,) = station.posts.rows(DraftFilter(words="oedeme prevention"))
    post = station.posts.get(row.id)
    assert (report.created, report.revision) == (False, RELEASED.head)
    assert report.migrated_from == (None if revision == RELEASED.head else revision)
    assert (post.title, post.state) == ("Œdème : que faire ?", PostState.UNCERTAIN)
    assert [found.state for found in post.deliveries] == [DeliveryState.SENT, DeliveryState.UNCERTAIN]
    assert [(found.error, found.code) for found in post.deliveries] == [("", ""), ("outcome_unknown", "")]
    assert [note.step for note in station.deliveries.attempts(post.deliveries[0].id)] == ["send"]
    assert station.deliveries.journal_get(post.deliveries[0].id, "media") == "12"
    assert (report.copy is None) == (revision == RELEASED.head)
    assert station.deliveries.payload(post.deliveries[1].id) == b"{}"
    assert station.posts.history(post.id)[0].text == "L’équipe vous répond."
    # The calendar came with the third schema: an older file has an empty one, with its posts in it.
    has_calendar = revision >= "0003"
    assert station.labels.themes()[0].wished == (40 if has_calendar else None)
    assert [found.content.title for found in Events(database).all()] == ["Octobre rose"] * has_calendar
    assert [found.id for found in PlanTable(database).rows(NOW - DAY, NOW + 3 * DAY).posts] == [post.id]
    # So did the watch, with the fourth.
    has_watch = revision >= "0004"
    (source, state), *_others = WatchSources(database).all() or ((None, None),)
    assert (source is not None and source.name) == (has_watch and "Gazette")
    assert (state is not None and state.digest) == (has_watch and b"\x01")
    with database.readers.begin() as session:
        assert len(session.scalars(matching(session, ("oedeme", "equipe"))).all()) == 2 * has_watch
    # And the statistics, with the fifth.
    figures = FigureTable(database).series([1], Metric, NOW.date(), NOW.date())
    assert [found.value for found in figures] == [58] * (revision >= "0005")
    assert [goal.target for goal in GoalTable(database).all()] == [100] * (revision >= "0005")
    assert database.check() == ()
    assert structure(database.engine) == structure(fresh.engine)
    database.close()
    fresh.close()


def test_a_server_of_the_first_release_keeps_its_deliveries(new_address: Callable[[], str]) -> None:
    address = new_address()
    if address.startswith("sqlite"):
        Path(address.removeprefix("sqlite:///")).parent.mkdir()
    first = make_engine(address)
    upgrade(first, RELEASED, "0001")
    with first.execution_options(**{WRITING: True}).begin() as connection:
        for statement in OF_THE_FIRST_RELEASE:
            connection.execute(text(statement))
    first.dispose()
    database = Database(address)

    report = database.open(NOW)

    station = Station(database)
    with database.engine.connect() as connection:
        rows = connection.execute(text("SELECT id, state, error, code FROM deliveries")).all()
    assert (report.migrated_from, report.copy is None) == ("0001", database.file is None)
    assert [tuple(row) for row in rows] == [(1, "failed", "permission_missing", "")]
    assert station.deliveries.journal_get(1, "media") == "12"
    database.close()


def test_each_released_schema_has_its_file_with_something_in_every_table() -> None:
    assert {found.name for found in FOLDER.glob("*.db")} == {
        file_of(name).name for name in RELEASED.revisions
    }
    with closing(sqlite3.connect(f"{file_of(RELEASED.head).as_uri()}?mode=ro", uri=True)) as kept:
        for table in Record.metadata.tables:
            assert kept.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0] > 0, table


def test_a_migration_keeps_everything_and_a_copy_from_before(tmp_path: Path) -> None:
    database = Database.in_folder(tmp_path / "station")
    database.open(NOW)
    fill_every_table(Station(database))
    database.close()
    assert database.file is not None
    later = Database(f"sqlite:///{database.file}", released=with_next(tmp_path))

    report = later.open(NOW)

    assert (report.created, report.migrated_from, report.revision) == (False, RELEASED.head, "next")
    with later.engine.connect() as connection:
        themes = connection.execute(text("SELECT name, tint, remark FROM themes")).all()
    assert [tuple(theme) for theme in themes] == [("Prévention", "info", "none")]
    assert Station(later).posts.count(DraftFilter(words="oedeme")) == 1
    assert later.check() == ()
    assert report.copy == database.file.with_name("cmstation-before-next-20260318T093015Z.db")
    later.close()
    older = Database(f"sqlite:///{report.copy}")
    assert older.open(NOW).migrated_from is None
    assert Station(older).labels.themes()[0].colour == "info"
    older.close()


def test_a_migration_that_fails_changes_nothing(new_address: Callable[[], str], tmp_path: Path) -> None:
    address = new_address()
    database = Database(address)
    database.open(NOW)
    Station(database).labels.add_theme("Prévention", "info")
    before = structure(database.engine)
    database.close()
    released = with_next(tmp_path, failure="raise RuntimeError('no')")
    later = Database(address, released=released)

    with pytest.raises(RuntimeError):
        later.open(NOW)
    later.close()

    assert structure(database.engine) == before
    assert database.open(NOW).migrated_from is None
    assert Station(database).labels.themes()[0].name == "Prévention"
    database.close()


def test_a_server_is_migrated_without_a_copy(new_address: Callable[[], str], tmp_path: Path) -> None:
    address = new_address()
    database = Database(address)
    database.open(NOW)
    Station(database).labels.add_theme("Prévention", "info")
    database.close()
    later = Database(address, released=with_next(tmp_path))

    report = later.open(NOW)

    assert report.migrated_from == RELEASED.head
    assert (report.copy is None) == (database.file is None)
    with later.engine.connect() as connection:
        assert connection.execute(text("SELECT tint FROM themes")).scalar_one() == "info"
    later.close()


def test_a_migration_that_finds_no_room_for_its_copy_does_not_begin(tmp_path: Path) -> None:
    database = Database.in_folder(tmp_path / "station")
    database.open(NOW)
    database.close()
    assert database.file is not None
    (database.file.parent / "cmstation-before-next-20260318T093015Z.db").mkdir()
    content = database.file.read_bytes()
    later = Database(f"sqlite:///{database.file}", released=with_next(tmp_path))

    with pytest.raises(Exception, match="folder"):
        later.open(NOW)

    assert database.file.read_bytes() == content
    later.close()
