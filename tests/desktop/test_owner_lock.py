"""A program that claimed a delivery is known to run or to be gone, whatever ended it."""

from pathlib import Path

import pytest

from cmstation.desktop.owner_lock import OwnerLock
from cmstation.domain.errors import FolderNotWritable
from tests.desktop.holders import holding


def test_a_running_program_is_alive_and_a_killed_one_is_not(tmp_path: Path) -> None:
    ours = OwnerLock(tmp_path)

    with holding("owner", tmp_path) as other:
        assert ours.is_alive(other.said)
        other.kill()

        assert ours.is_alive(other.said) is False

    assert ours.is_alive(ours.name)
    ours.release()


def test_a_program_that_ended_well_is_gone_and_leaves_nothing(tmp_path: Path) -> None:
    ours = OwnerLock(tmp_path)

    with holding("owner", tmp_path) as other:
        other.let_go()

        assert ours.is_alive(other.said) is False

    ours.release()
    assert list(tmp_path.iterdir()) == []


def test_a_program_on_another_computer_or_folder_cannot_be_judged(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    here, there = OwnerLock(tmp_path / "one"), OwnerLock(tmp_path / "two")

    assert here.is_alive(there.name) is None
    assert here.is_alive("other-computer/0123456789abcdef") is None
    assert here.is_alive("") is None
    here.release()
    there.release()


def test_sweeping_removes_what_dead_programs_left_and_nothing_else(tmp_path: Path) -> None:
    ours = OwnerLock(tmp_path)

    with holding("owner", tmp_path) as dead, holding("owner", tmp_path) as living:
        dead.kill()

        ours.sweep()

        assert ours.is_alive(living.said)
        assert ours.is_alive(ours.name)
        assert len(list(tmp_path.glob("*.lock"))) == 2
    ours.release()


def test_two_programs_never_have_the_same_name(tmp_path: Path) -> None:
    owners = [OwnerLock(tmp_path) for _ in range(20)]

    assert len({owner.name for owner in owners}) == 20
    for owner in owners:
        owner.release()


def test_a_program_that_cannot_show_that_it_lives_does_not_start(tmp_path: Path) -> None:
    with pytest.raises(FolderNotWritable):
        OwnerLock(tmp_path / "missing")
