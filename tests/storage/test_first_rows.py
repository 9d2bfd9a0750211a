"""The list that the window shows first is the list that it shows afterwards."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from cmstation.domain.drafts import DraftFilter
from cmstation.domain.networks import Network
from cmstation.storage.first_rows import first_rows
from cmstation.storage.revisions import REVISIONS
from cmstation.storage.schema import RELEASED
from tests.fakes.many_posts import fill
from tests.storage.station import NOW, Station, in_hours


def file_of(station: Station) -> Path:
    assert station.database.file is not None
    return station.database.file


def test_the_first_rows_are_those_of_the_list(sqlite_station: Station) -> None:
    fill(sqlite_station.database, 400)
    put_away, thrown_away = sqlite_station.post(), sqlite_station.post()
    sqlite_station.posts.archive(put_away.id, NOW)
    sqlite_station.posts.delete(thrown_away.id, NOW)

    found = first_rows(file_of(sqlite_station))

    assert found is not None
    assert found.rows == sqlite_station.posts.rows(DraftFilter())
    assert len(found.rows) > 300


def test_words_accounts_and_media_are_read_as_they_are(sqlite_station: Station) -> None:
    page, blog = (sqlite_station.account(network) for network in (Network.MASTODON, Network.WORDPRESS))
    post = sqlite_station.posts.add(
        NOW,
        title='« L’été » \U0001f9d1‍⚕️ "\\',
        text="Ligne\n\ttabulée \u202f! \x01 " + "é" * 300,
        theme=sqlite_station.labels.add_theme("Prévention", "info").id,
        accounts=[blog.id, page.id],
        planned=in_hours(3),
    )
    sqlite_station.posts.attach(post.id, sqlite_station.medium().id, NOW)
    sqlite_station.settings.set("zone", "America/Toronto")

    found = first_rows(file_of(sqlite_station))

    assert found is not None
    assert found.rows == sqlite_station.posts.rows(DraftFilter())
    assert found.zone == "America/Toronto"


def test_an_empty_clinic_has_no_rows(sqlite_station: Station) -> None:
    found = first_rows(file_of(sqlite_station))

    assert found is not None
    assert found.rows == ()


def test_what_cannot_be_read_is_left_to_the_opening(sqlite_station: Station, tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.db"
    damaged.write_bytes(b"SQLite format 3\0" + b"\xff" * 5000)
    empty = tmp_path / "empty.db"
    empty.touch()
    newer = tmp_path / "newer.db"
    sqlite_station.database.close()
    with closing(sqlite3.connect(file_of(sqlite_station))) as writer:
        writer.execute("UPDATE alembic_version SET version_num = '9999'")
        writer.commit()
        writer.execute("VACUUM INTO ?", (str(newer),))

    assert [first_rows(file) for file in (damaged, empty, newer, tmp_path / "missing.db", tmp_path)] == [
        None
    ] * 5


def test_the_mapper_is_not_needed() -> None:
    words = "import sys, cmstation.storage.first_rows; print('sqlalchemy' in sys.modules)"

    done = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "False"


def test_the_revision_it_reads_is_the_one_the_program_writes() -> None:
    assert RELEASED.head == REVISIONS[-1]
