"""A new database is filled beside its place."""

from pathlib import Path

import pytest

from cmstation.domain.errors import FolderNotWritable
from cmstation.storage.building import built_beside
from cmstation.storage.database import FILE_NAME, Database
from tests.storage.station import NOW, Station


class Stopped(Exception):
    """The work in the middle of filling came to an end."""


def test_it_is_in_its_place_with_all_that_was_written(tmp_path: Path) -> None:
    with built_beside(tmp_path / FILE_NAME, NOW) as database:
        made = Station(database)
        post = made.post(made.account())
        made.posts.update(post.id, NOW, expected=None, title="Un autre titre")
        assert made.posts.get(post.id).title == "Un autre titre"
        assert not (tmp_path / FILE_NAME).exists()

    opened = Database.in_folder(tmp_path)
    opened.open(NOW)
    assert Station(opened).posts.get(post.id).title == "Un autre titre"
    assert opened.check() == ()
    opened.close()
    assert [found.name for found in tmp_path.iterdir()] == [FILE_NAME]


def test_what_stops_in_the_middle_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(Stopped), built_beside(tmp_path / FILE_NAME, NOW) as database:
        Station(database).account()
        raise Stopped

    assert list(tmp_path.iterdir()) == []


def test_one_that_came_meanwhile_is_not_replaced(tmp_path: Path) -> None:
    with built_beside(tmp_path / FILE_NAME, NOW):
        (tmp_path / FILE_NAME).write_text("someone else’s", encoding="utf-8")

    assert (tmp_path / FILE_NAME).read_text(encoding="utf-8") == "someone else’s"
    assert [found.name for found in tmp_path.iterdir()] == [FILE_NAME]


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")

    with pytest.raises(FolderNotWritable), built_beside(tmp_path / "file" / FILE_NAME, NOW):
        pass
