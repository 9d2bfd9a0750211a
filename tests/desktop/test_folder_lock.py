"""One window per data folder."""

from pathlib import Path

import pytest

from cmstation.desktop.folder_lock import FolderLock
from cmstation.domain.errors import AlreadyOpen, FolderNotWritable
from tests.desktop.holders import holding


def test_a_second_window_on_the_same_folder_is_refused(tmp_path: Path) -> None:
    with holding("window", tmp_path / "clinic"):
        with pytest.raises(AlreadyOpen) as refused:
            FolderLock(tmp_path / "clinic").acquire()

        assert refused.value.facts == {"folder": str(tmp_path / "clinic")}
        other = FolderLock(tmp_path / "second clinic")
        other.acquire()
        other.release()


def test_after_a_crash_the_folder_opens_again(tmp_path: Path) -> None:
    with holding("window", tmp_path) as window:
        window.kill()

        lock = FolderLock(tmp_path)
        lock.acquire()
        lock.release()


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "clinic").write_text("not a folder")

    with pytest.raises(FolderNotWritable):
        FolderLock(tmp_path / "clinic").acquire()
