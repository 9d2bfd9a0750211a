"""A file lock keeps others out, and ends with its program, however that ends."""

import fcntl
from pathlib import Path
from typing import IO

import pytest

from cmstation.desktop.file_lock import FileLock, is_held
from tests.desktop.holders import holding


def test_a_second_lock_on_the_same_file_waits_outside(tmp_path: Path) -> None:
    first, second = FileLock(tmp_path / "a.lock"), FileLock(tmp_path / "a.lock")

    assert first.acquire()
    assert not second.acquire()
    first.release()
    assert second.acquire()
    second.release()


def test_taking_twice_and_giving_back_twice_is_harmless(tmp_path: Path) -> None:
    lock = FileLock(tmp_path / "a.lock")

    assert lock.acquire()
    assert lock.acquire()
    lock.release()
    lock.release()

    assert not is_held(lock.path)


def test_looking_at_a_lock_neither_takes_nor_makes_it(tmp_path: Path) -> None:
    path = tmp_path / "a.lock"

    assert not is_held(path)
    assert not path.exists()
    lock = FileLock(path)
    assert lock.acquire()
    assert is_held(path)
    lock.release()


def test_another_programs_lock_holds_until_it_lets_go(tmp_path: Path) -> None:
    path = tmp_path / "a.lock"

    with holding("file", path) as holder:
        assert holder.said == "True"
        assert is_held(path)
        assert not FileLock(path).acquire()
        holder.let_go()

    assert not is_held(path)


def test_the_lock_of_a_killed_program_is_free_at_once(tmp_path: Path) -> None:
    path = tmp_path / "a.lock"

    with holding("file", path) as holder:
        assert is_held(path)
        holder.kill()

        assert not is_held(path)

    lock = FileLock(path)
    assert lock.acquire()
    lock.release()


def test_a_file_removed_before_it_was_locked_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, lock_file = tmp_path / "a.lock", fcntl.flock
    swept: list[Path] = []

    def swept_just_before(file: IO[bytes], operation: int) -> None:
        """Let another program sweep the folder at the worst moment."""
        if not swept:
            swept.append(path)
            path.unlink()
        lock_file(file, operation)

    monkeypatch.setattr(fcntl, "flock", swept_just_before)
    lock = FileLock(path)

    assert lock.acquire()

    assert swept == [path]
    assert is_held(path)
    lock.release()


def test_a_removed_lock_leaves_no_file(tmp_path: Path) -> None:
    lock = FileLock(tmp_path / "a.lock")
    lock.acquire()

    lock.remove()

    assert list(tmp_path.iterdir()) == []
