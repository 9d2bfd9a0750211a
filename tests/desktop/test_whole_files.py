"""A file appears whole or not at all."""

import os
from pathlib import Path

import pytest

from cmstation.desktop.whole_files import write_whole
from cmstation.domain.errors import FolderNotWritable
from cmstation.domain.plan_faults import FileHeldOpen
from tests.fakes.small_disk import run_on_small_disk

SMALL_DISK = """\
import sys
from pathlib import Path
from cmstation.desktop.whole_files import write_whole
from cmstation.domain.errors import DiskFull
file = Path(sys.argv[1]) / "plan.csv"
write_whole(file, b"avant")
try:
    write_whole(file, bytes(2_000_000))
except DiskFull:
    print("full", file.read_bytes(), [one.name for one in file.parent.iterdir()])
"""


def test_a_file_is_replaced_and_nothing_lies_beside_it(tmp_path: Path) -> None:
    file = tmp_path / "plan.csv"

    write_whole(file, b"avant")
    write_whole(file, b"apres")

    assert file.read_bytes() == b"apres"
    assert list(tmp_path.iterdir()) == [file]


def test_a_file_keeps_who_may_read_it(tmp_path: Path) -> None:
    file = tmp_path / "plan.csv"
    write_whole(file, b"avant")
    file.chmod(0o640)

    write_whole(file, b"apres")

    assert file.stat().st_mode & 0o777 == 0o640


def test_a_folder_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(FolderNotWritable):
        write_whole(tmp_path / "partage" / "plan.csv", b"x")

    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_held_open_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "plan.csv"
    write_whole(file, b"avant")

    def held(_part: Path, _file: Path) -> None:
        raise PermissionError(13, "in use")

    monkeypatch.setattr(Path, "replace", held)

    with pytest.raises(FileHeldOpen):
        write_whole(file, b"apres")
    assert file.read_bytes() == b"avant"
    assert list(tmp_path.iterdir()) == [file]


def test_what_a_killed_program_left_behind_goes(tmp_path: Path) -> None:
    old, fresh = tmp_path / ".plan.csv.00000000.part", tmp_path / ".plan.csv.11111111.part"
    old.write_bytes(b"moi")
    fresh.write_bytes(b"moi")
    os.utime(old, (0, 0))

    write_whole(tmp_path / "plan.csv", b"x")

    assert {one.name for one in tmp_path.iterdir()} == {"plan.csv", fresh.name}


def test_a_full_disk_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    done = run_on_small_disk(SMALL_DISK, tmp_path, "1m")

    assert done.stdout.splitlines() == ["full b'avant' ['plan.csv']"], done.stderr
