"""Opening the database, in good and in bad conditions."""

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import event, text
from sqlalchemy.exc import IntegrityError

from cmstation.domain.drafts import DraftFilter
from cmstation.domain.errors import (
    AlreadyOpen,
    DiskFull,
    FolderNotWritable,
    StorageDamaged,
    StorageTooNew,
    StorageUnreachable,
)
from cmstation.storage.database import FILE_NAME, Database
from cmstation.storage.schema import RELEASED
from tests.fakes.many_posts import fill
from tests.servers.postgres import PASSWORD, PostgresServer
from tests.storage.station import NOW, OWNER, Station


@pytest.fixture
def sound_file(tmp_path: Path) -> Path:
    """Give the closed file of a database with posts in it."""
    database = Database.in_folder(tmp_path / "station")
    database.open(NOW)
    fill(database, 200)
    database.close()
    return tmp_path / "station" / FILE_NAME


@pytest.fixture
def full_disk(sqlite_station: Station) -> Iterator[Station]:
    """Give a station whose disk has hardly any room left."""

    def limit(connection: sqlite3.Connection, *_rest: object) -> None:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages + 2}")

    sqlite_station.database.close()
    event.listen(sqlite_station.database.engine, "connect", limit)
    yield sqlite_station
    event.remove(sqlite_station.database.engine, "connect", limit)


def folder_content(folder: Path) -> dict[str, bytes]:
    """Read everything that lies in a folder."""
    return {found.name: found.read_bytes() for found in folder.iterdir() if found.is_file()}


def test_a_new_database_is_created_with_its_folders(tmp_path: Path) -> None:
    database = Database.in_folder(tmp_path / "Données de l’équipe" / "100 % é ? #1 %41")

    report = database.open(NOW)

    assert (report.created, report.revision, report.migrated_from) == (True, RELEASED.head, None)
    assert database.check() == ()
    assert database.file is not None
    assert database.file.parent.name == "100 % é ? #1 %41"
    database.close()
    assert [found.name for found in database.file.parent.iterdir()] == [FILE_NAME]


def test_what_was_stored_is_there_after_closing(tmp_path: Path) -> None:
    first = Database.in_folder(tmp_path)
    first.open(NOW)
    post = Station(first).post()
    first.close()
    second = Database.in_folder(tmp_path)

    report = second.open(NOW)

    assert (report.created, report.migrated_from, report.copy) == (False, None, None)
    assert Station(second).posts.get(post.id) == post
    second.close()


def test_opening_twice_creates_once(database: Database) -> None:
    assert database.open(NOW).created is False


def test_sqlite_writes_survive_a_power_cut(sqlite_station: Station) -> None:
    with sqlite_station.database.engine.connect() as connection:
        found = {
            name: connection.execute(text(f"PRAGMA {name}")).scalar_one()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }

    assert found == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 5000}


def test_an_armed_delivery_is_on_the_disk_before_arm_returns(sqlite_station: Station, tmp_path: Path) -> None:
    account = sqlite_station.account()
    delivery = sqlite_station.waiting(sqlite_station.post(account), account)
    sqlite_station.deliveries.claim(delivery.id, NOW, OWNER)
    sqlite_station.deliveries.arm(delivery.id, NOW, OWNER, b"frozen", "digest")

    # What another program would find after this one vanished: the files as they are at this moment.
    after_the_crash = tmp_path / "after"
    after_the_crash.mkdir()
    for found in tmp_path.glob(f"{FILE_NAME}*"):
        shutil.copy(found, after_the_crash)
    reopened = Database.in_folder(after_the_crash)
    reopened.open(NOW)
    survivor = Station(reopened).deliveries

    assert survivor.get(delivery.id) == sqlite_station.deliveries.get(delivery.id)
    assert survivor.payload(delivery.id) == b"frozen"
    assert [found.id for found in survivor.recover(NOW, lambda _: False)[1]] == [delivery.id]
    reopened.close()


def test_alembic_is_only_imported_to_migrate(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from datetime import UTC, datetime\n"
        "from cmstation.storage.database import Database\n"
        "for turn in range(2):\n"
        "    database = Database.in_folder(Path(sys.argv[1]))\n"
        "    database.open(datetime.now(UTC)); database.close()\n"
        "sys.exit('alembic' in sys.modules or 'psycopg' in sys.modules)\n"
    )

    assert subprocess.run([sys.executable, "-c", script, str(tmp_path)], check=False).returncode == 0


@pytest.mark.parametrize("share", [0.2, 0.5, 0.8])
def test_a_damaged_file_is_refused_and_left_untouched(sound_file: Path, share: float) -> None:
    content = bytearray(sound_file.read_bytes())
    start = int(len(content) * share)
    content[start : start + 5_000] = bytes(255 - byte for byte in content[start : start + 5_000])
    sound_file.write_bytes(content)
    database = Database.in_folder(sound_file.parent)

    with pytest.raises(StorageDamaged) as refused:
        database.open(NOW)
    database.close()

    assert refused.value.facts["file"] == str(sound_file)
    assert refused.value.facts["report"]
    assert folder_content(sound_file.parent) == {FILE_NAME: content}


@pytest.mark.parametrize("kept", [0, 50, 4_096, 40_000])
def test_a_truncated_file_is_refused_and_left_untouched(sound_file: Path, kept: int) -> None:
    content = sound_file.read_bytes()[:kept]
    sound_file.write_bytes(content)
    database = Database.in_folder(sound_file.parent)

    with pytest.raises(StorageDamaged):
        database.open(NOW)
    database.close()

    assert folder_content(sound_file.parent) == {FILE_NAME: content}


def test_a_file_that_is_no_database_is_refused_and_left_untouched(tmp_path: Path) -> None:
    file = tmp_path / FILE_NAME
    file.write_text("Liste des courses\n" * 1_000, encoding="utf-8")
    before = folder_content(tmp_path)

    with pytest.raises(StorageDamaged):
        Database.in_folder(tmp_path).open(NOW)

    assert folder_content(tmp_path) == before


def test_the_database_of_another_program_is_refused(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as other:
        other.execute("CREATE TABLE shopping (item TEXT)")
    before = folder_content(tmp_path)
    database = Database.in_folder(tmp_path)

    with pytest.raises(StorageDamaged):
        database.open(NOW)
    database.close()

    assert folder_content(tmp_path) == before


def test_damage_that_shows_later_is_named_too(sound_file: Path) -> None:
    database = Database.in_folder(sound_file.parent)
    database.open(NOW)
    database.close()
    content = bytearray(sound_file.read_bytes())
    content[8_192:] = b"\xff" * (len(content) - 8_192)
    sound_file.write_bytes(content)

    with pytest.raises(StorageDamaged):
        Station(database).posts.rows(DraftFilter())
    assert database.check() != ()
    database.close()


def test_a_reference_to_nothing_is_reported_by_the_full_check(sqlite_station: Station) -> None:
    file = sqlite_station.database.file
    assert file is not None
    with closing(sqlite3.connect(file)) as other, other:
        other.execute("INSERT INTO journal (delivery_id, name, value) VALUES (77, 'a', 'b')")

    (line,) = sqlite_station.database.check()

    assert "journal" in line
    assert "deliveries" in line


def test_a_folder_in_the_place_of_the_file_is_named(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).mkdir()

    with pytest.raises(FolderNotWritable) as refused:
        Database.in_folder(tmp_path).open(NOW)

    assert refused.value.facts == {"folder": str(tmp_path)}


def test_a_folder_below_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")

    with pytest.raises(FolderNotWritable):
        Database.in_folder(tmp_path / "file").open(NOW)


def test_a_link_to_a_disk_that_is_not_plugged_in_is_kept(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).symlink_to(tmp_path / "unplugged" / FILE_NAME)

    with pytest.raises(FolderNotWritable):
        Database.in_folder(tmp_path).open(NOW)

    assert (tmp_path / FILE_NAME).is_symlink()


def test_a_database_that_may_only_be_read_says_so(sqlite_station: Station) -> None:
    post = sqlite_station.post()
    sqlite_station.database.close()

    def only_read(connection: sqlite3.Connection, *_rest: object) -> None:
        connection.execute("PRAGMA query_only = ON")

    event.listen(sqlite_station.database.engine, "connect", only_read)

    with pytest.raises(FolderNotWritable):
        sqlite_station.posts.update(post.id, NOW, expected=None, text="x")
    assert sqlite_station.posts.get(post.id) == post
    event.remove(sqlite_station.database.engine, "connect", only_read)


def test_a_full_disk_is_named_and_nothing_is_half_written(full_disk: Station) -> None:
    written = full_disk.post(text="Court")

    with pytest.raises(DiskFull) as refused:
        full_disk.post(text="Long " * 20_000)
    with pytest.raises(DiskFull):
        full_disk.posts.update(written.id, NOW, expected=None, title="x", text="Long " * 20_000)

    assert refused.value.facts == {"folder": str(full_disk.database.file and full_disk.database.file.parent)}
    assert full_disk.posts.count(DraftFilter()) == 1
    assert full_disk.posts.get(written.id) == written
    assert full_disk.database.check() == ()


def test_a_delivery_is_not_armed_on_a_full_disk(full_disk: Station) -> None:
    account = full_disk.account()
    delivery = full_disk.waiting(full_disk.post(account), account)
    full_disk.deliveries.claim(delivery.id, NOW, OWNER)
    before = full_disk.deliveries.get(delivery.id)

    with pytest.raises(DiskFull):
        full_disk.deliveries.arm(delivery.id, NOW, OWNER, b"x" * 100_000, "digest")

    assert full_disk.deliveries.get(delivery.id) == before
    assert full_disk.deliveries.payload(delivery.id) is None


def test_a_file_that_another_program_keeps_locked_is_named(sqlite_station: Station) -> None:
    file = sqlite_station.database.file
    assert file is not None
    with sqlite_station.database.engine.connect() as connection:
        connection.execute(text("PRAGMA busy_timeout = 1"))
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")

        with pytest.raises(AlreadyOpen):
            sqlite_station.settings.set("a", 1)


def test_a_newer_database_is_refused_and_left_untouched(sound_file: Path) -> None:
    with closing(sqlite3.connect(sound_file)) as newer, newer:
        newer.execute("UPDATE alembic_version SET version_num = '9999'")
    content = sound_file.read_bytes()
    database = Database.in_folder(sound_file.parent)

    with pytest.raises(StorageTooNew) as refused:
        database.open(NOW)
    database.close()

    assert refused.value.facts == {"file": str(sound_file), "revision": "9999"}
    assert sound_file.read_bytes() == content


def test_an_error_never_shows_what_people_wrote(sqlite_station: Station) -> None:
    account = sqlite_station.account()
    first, second = sqlite_station.post(account), sqlite_station.post(account)
    key = sqlite_station.waiting(first, account).key

    with pytest.raises(IntegrityError) as defect:
        sqlite_station.deliveries.add(
            second.id, account.id, sqlite_station.deliveries.of_post(first.id)[0].due, NOW, key=key
        )

    assert key not in str(defect.value)


@pytest.mark.real_server
def test_a_server_that_is_away_is_named_without_its_password(postgres_server: PostgresServer) -> None:
    url = postgres_server.new_database()
    database = Database(url)
    database.open(NOW)
    station = Station(database)
    post = station.post()

    postgres_server.stop()
    try:
        with pytest.raises(StorageUnreachable) as refused:
            station.posts.get(post.id)
        with pytest.raises(StorageUnreachable):
            Database(url).open(NOW)
    finally:
        postgres_server.start()

    assert refused.value.facts == {"address": url.rpartition("@")[2]}
    assert PASSWORD not in repr(refused.value)
    assert station.posts.get(post.id) == post
    database.close()


@pytest.mark.real_server
def test_a_server_that_started_again_is_used_again(
    postgres_server: PostgresServer, postgres_url: str
) -> None:
    database = Database(postgres_url)
    database.open(NOW)
    post = Station(database).post()

    postgres_server.stop()
    postgres_server.start()

    assert Station(database).posts.get(post.id) == post
    database.close()


@pytest.mark.real_server
@pytest.mark.parametrize("wrong", ["password", "database"])
def test_a_server_that_refuses_the_sign_in_is_named(postgres_server: PostgresServer, wrong: str) -> None:
    url = postgres_server.url("no_such_database")
    if wrong == "password":
        url = postgres_server.url().replace(f":{PASSWORD.replace(' ', '%20')}@", ":wrong@")

    with pytest.raises(StorageUnreachable):
        Database(url).open(NOW)


@pytest.mark.real_server
def test_a_server_with_foreign_tables_is_refused(postgres_url: str) -> None:
    database = Database(postgres_url)
    with database.engine.begin() as connection:
        connection.execute(text("CREATE TABLE shopping (item TEXT)"))

    with pytest.raises(StorageDamaged):
        database.open(NOW)
    database.close()
