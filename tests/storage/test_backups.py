"""Daily copies of the database file."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from cmstation.domain.clock import FixedClock
from cmstation.domain.errors import FolderNotWritable, StorageDamaged
from cmstation.storage.backups import copy_file
from cmstation.storage.database import Database
from tests.storage.station import DAY, NOW, Station


@pytest.fixture
def clock() -> FixedClock:
    """Give a clock that a test moves."""
    return FixedClock(NOW)


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """Give the place of the copies; it does not exist yet."""
    yield tmp_path / "Sauvegardes" / "clinique"
    assert not list(tmp_path.rglob("*.part*")), "something half-written was left"


def test_a_backup_opens_like_the_original(sqlite_station: Station, folder: Path, clock: FixedClock) -> None:
    post = sqlite_station.post()

    copy = sqlite_station.database.backup(folder, clock.now())

    assert copy is not None
    assert copy == folder / "cmstation-2026-03-18.db"
    assert [found.name for found in folder.iterdir()] == [copy.name]
    reopened = Database(f"sqlite:///{copy}")
    assert reopened.open(clock.now()).created is False
    assert Station(reopened).posts.get(post.id) == post
    assert reopened.check() == ()
    reopened.close()


def test_a_backup_can_be_read_where_nothing_can_be_written(
    sqlite_station: Station, folder: Path, clock: FixedClock
) -> None:
    sqlite_station.post()
    copy = sqlite_station.database.backup(folder, clock.now())
    assert copy is not None

    with closing(sqlite3.connect(f"{copy.as_uri()}?mode=ro&immutable=1", uri=True)) as reader:
        assert reader.execute("SELECT title FROM posts").fetchall() == [("Don du sang",)]
        assert reader.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_there_is_one_backup_a_day(sqlite_station: Station, folder: Path, clock: FixedClock) -> None:
    first = sqlite_station.database.backup(folder, clock.now())
    clock.instant += timedelta(hours=14, minutes=29)
    same_day = sqlite_station.database.backup(folder, clock.now())
    clock.instant += timedelta(minutes=1)
    next_day = sqlite_station.database.backup(folder, clock.now())

    assert (first and first.name, same_day) == ("cmstation-2026-03-18.db", None)
    assert next_day == folder / "cmstation-2026-03-19.db"


def test_the_oldest_backups_go_and_other_files_stay(
    sqlite_station: Station, folder: Path, clock: FixedClock
) -> None:
    folder.mkdir(parents=True)
    for name in ("notes.txt", "other-2020-01-01.db", "cmstation-before-0002-20200101T000000Z.db"):
        (folder / name).write_text("x", encoding="utf-8")

    for _ in range(20):
        sqlite_station.database.backup(folder, clock.now(), keep=3)
        clock.instant += DAY

    assert sorted(found.name for found in folder.iterdir()) == [
        "cmstation-2026-04-04.db",
        "cmstation-2026-04-05.db",
        "cmstation-2026-04-06.db",
        "cmstation-before-0002-20200101T000000Z.db",
        "notes.txt",
        "other-2020-01-01.db",
    ]


def test_fourteen_days_are_kept_and_never_none(
    sqlite_station: Station, folder: Path, clock: FixedClock
) -> None:
    for _ in range(16):
        sqlite_station.database.backup(folder, clock.now())
        clock.instant += DAY
    kept = len(list(folder.iterdir()))
    sqlite_station.database.backup(folder, clock.now(), keep=0)

    assert kept == 14
    assert [found.name for found in folder.iterdir()] == ["cmstation-2026-04-03.db"]


def test_a_backup_holds_what_was_just_written(sqlite_station: Station, folder: Path) -> None:
    """The journal of SQLite holds the latest changes: a plain copy of the file would miss them."""
    last = [sqlite_station.post(title=str(number)) for number in range(5)][-1]

    copy = sqlite_station.database.backup(folder, datetime(2030, 1, 1, tzinfo=UTC))

    assert copy is not None
    with closing(sqlite3.connect(copy)) as reader:
        assert reader.execute("SELECT max(id) FROM posts").fetchone() == (last.id,)


def test_a_place_that_cannot_be_written_is_named(sqlite_station: Station, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")

    with pytest.raises(FolderNotWritable) as refused:
        sqlite_station.database.backup(tmp_path / "file" / "below", NOW)

    assert refused.value.facts == {"folder": str(tmp_path / "file" / "below")}


def test_a_copy_that_cannot_be_put_in_its_place_leaves_nothing(sqlite_station: Station, folder: Path) -> None:
    target = folder / "copy.db"
    (target / "occupied").mkdir(parents=True)
    source = sqlite_station.database.file
    assert source is not None

    with pytest.raises(FolderNotWritable):
        copy_file(source, target)

    assert [found.name for found in folder.iterdir()] == ["copy.db"]


def test_a_damaged_source_gives_no_copy(tmp_path: Path, folder: Path) -> None:
    source = tmp_path / "cmstation.db"
    source.write_bytes(b"SQLite format 3\x00" + b"\xff" * 8_000)

    with pytest.raises(StorageDamaged):
        copy_file(source, folder / "copy.db")

    assert list(folder.iterdir()) == []


@pytest.mark.real_server
def test_a_server_keeps_its_own_backups(server_database: Database, folder: Path) -> None:
    assert server_database.backup(folder, NOW) is None
    assert not folder.exists()
