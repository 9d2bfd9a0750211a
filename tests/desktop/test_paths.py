"""The data folder is made whole, and a refusal of the computer is named."""

import errno
import os
from pathlib import Path

import pytest

from cmstation.desktop.paths import Folders, folder_trouble, rehearsal_folder, usual_folder
from cmstation.domain.errors import DiskFull, FolderNotWritable


def test_every_folder_is_made_and_making_it_again_is_harmless(tmp_path: Path) -> None:
    folders = Folders(tmp_path / "new" / "clinic").made()
    (folders.media / "photo").write_bytes(b"kept")

    folders.made()

    names = {folder.name for folder in folders.root.iterdir()}
    assert names == {"media", "thumbnails", "backups", "to-publish", "logs", "owners"}
    assert (folders.media / "photo").read_bytes() == b"kept"


def test_a_file_in_the_place_of_the_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "clinic").write_text("not a folder")

    with pytest.raises(FolderNotWritable) as refused:
        Folders(tmp_path / "clinic").made()

    assert refused.value.facts == {"folder": str(tmp_path / "clinic")}


@pytest.mark.parametrize(
    ("number", "named"),
    [
        (errno.ENOSPC, DiskFull),
        (errno.EDQUOT, DiskFull),
        (errno.EACCES, FolderNotWritable),
        (errno.EROFS, FolderNotWritable),
    ],
)
def test_a_full_disk_and_a_closed_folder_are_two_things(number: int, named: type[Exception]) -> None:
    trouble = folder_trouble(OSError(number, os.strerror(number)), Path("/clinic"))

    assert type(trouble) is named


def test_the_sample_clinic_lives_apart_from_real_data() -> None:
    real, sample = usual_folder(), rehearsal_folder()

    assert real != sample
    assert real not in sample.parents
    assert sample not in real.parents
