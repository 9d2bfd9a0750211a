"""The library keeps each picture once and whole, and knows when a file is gone or altered."""

import errno
import os
from pathlib import Path

import pytest

from cmstation.domain.delivery import DeliveryState
from cmstation.domain.errors import DiskFull, FolderNotWritable, NotFound
from cmstation.domain.media_errors import (
    EmptyPicture,
    NotAPicture,
    PictureError,
    PictureFileTooLarge,
    PictureFileUnreadable,
    TruncatedPicture,
)
from cmstation.services.library import MOST_BYTES
from tests.desktop.image_samples import drawing, encoded, exif, photo
from tests.fakes.small_disk import run_on_small_disk
from tests.services.conftest import Bench

PICTURE = encoded(drawing(), "PNG")
PHOTO = encoded(photo(), "JPEG", exif=b"Exif\0\0" + exif(6))


def files_of(bench: Bench) -> list[Path]:
    """Return every file under the media folder."""
    return [file for file in (bench.folder / "media").rglob("*") if file.is_file()]


def test_the_same_picture_is_kept_once(bench: Bench, tmp_path: Path) -> None:
    (tmp_path / "façade.png").write_bytes(PICTURE)
    library = bench.station.library

    first = library.add_bytes(PICTURE, "collée.png").value
    second = library.add_file(tmp_path / "façade.png").value

    assert (second.id, second.file_name) == (first.id, "collée.png")
    assert library.rows() == (second,)
    assert len(files_of(bench)) == 1


def test_a_picture_is_kept_as_it_came_with_its_facts(bench: Bench) -> None:
    item = bench.station.library.add_bytes(PHOTO, "IMG_1234.JPG").value

    assert bench.station.library.original(item) == PHOTO
    assert (item.mime, item.bytes) == ("image/jpeg", len(PHOTO))
    assert (item.width, item.height) == (150, 200), "as seen, after turning"
    assert {"exif", "gps"} <= set(item.had)


def test_a_deleted_picture_comes_back_by_undo_or_by_adding_it_again(bench: Bench) -> None:
    library = bench.station.library
    item = library.add_bytes(PICTURE, "un.png").value

    done = library.delete(item.id)
    assert library.rows() == ()
    assert done.undo is not None
    done.undo()
    assert [found.id for found in library.rows()] == [item.id]
    library.delete(item.id)

    assert library.add_bytes(PICTURE, "encore.png").value.id == item.id
    assert [found.id for found in library.rows()] == [item.id]


def test_describing_can_be_taken_back(bench: Bench) -> None:
    library = bench.station.library
    item = library.add_bytes(PICTURE, "un.png").value
    library.describe(item.id, "La façade")

    done = library.describe(item.id, "", decorative=True)
    assert done.undo is not None
    done.undo()

    again = library.get(item.id)
    assert (again.alt_text, again.decorative) == ("La façade", False)


def test_pictures_are_found_by_their_words_without_accents(bench: Bench) -> None:
    library = bench.station.library
    item = library.add_bytes(PICTURE, "entree.png").value
    library.add_bytes(PHOTO, "autre.jpg")
    library.describe(item.id, "L’été à la Maternité")

    assert [found.id for found in library.rows("mater ete")] == [item.id]


# --- files that are gone or altered ---


def test_a_missing_file_is_named(bench: Bench) -> None:
    item = bench.station.library.add_bytes(PICTURE, "un.png").value
    bench.station.library.path(item).unlink()

    with pytest.raises(NotFound) as told:
        bench.station.library.original(item)

    assert told.value.facts == {"subject": "media_file", "identity": item.id}


def test_an_altered_file_never_leaves(bench: Bench) -> None:
    account = bench.account()
    post = bench.station.drafts.new(text="Venez jeudi.").value.id
    draft = bench.station.drafts.attach_bytes(post, PICTURE, "un.png")
    item = draft.attachments[0].media
    bench.station.drafts.describe(post, item.id, "La façade")
    bench.station.outbox.plan(post)
    path = bench.station.library.path(item)
    path.write_bytes(PICTURE[:-4] + b"oops")

    bench.station.outbox.deliver_due()

    (delivery,) = bench.station.outbox.of_post(post)
    assert (delivery.state, delivery.error) == (DeliveryState.FAILED, "not_found")
    assert bench.network_of(account).sends == 0


def test_adding_an_altered_picture_again_heals_it(bench: Bench) -> None:
    library = bench.station.library
    item = library.add_bytes(PICTURE, "un.png").value
    library.path(item).write_bytes(bytes(len(PICTURE)))

    library.add_bytes(PICTURE, "un.png")

    assert library.original(item) == PICTURE


# --- what cannot be taken in ---


@pytest.mark.parametrize(
    ("content", "named"),
    [
        (b"", EmptyPicture),
        (PHOTO[: len(PHOTO) // 2], TruncatedPicture),
        (b"<html>not a picture</html>", NotAPicture),
    ],
)
def test_a_file_that_is_no_whole_picture_is_refused_and_leaves_nothing(
    bench: Bench, tmp_path: Path, content: bytes, named: type[PictureError]
) -> None:
    (tmp_path / "photo.jpg").write_bytes(content)

    with pytest.raises(named):
        bench.station.library.add_file(tmp_path / "photo.jpg")

    assert files_of(bench) == []
    assert bench.station.library.rows() == ()


def test_a_file_of_300_megabytes_is_refused_by_its_size(bench: Bench, tmp_path: Path) -> None:
    with (tmp_path / "photo.jpg").open("wb") as file:
        file.truncate(300_000_000)

    with pytest.raises(PictureFileTooLarge) as told:
        bench.station.library.add_file(tmp_path / "photo.jpg")

    assert (told.value.facts["size"], told.value.facts["limit"]) == (300_000_000, MOST_BYTES)


@pytest.mark.parametrize("name", ["missing.jpg", "."])
def test_a_file_that_cannot_be_read_is_refused(bench: Bench, tmp_path: Path, name: str) -> None:
    with pytest.raises(PictureFileUnreadable):
        bench.station.library.add_file(tmp_path / name)


# --- a disk that refuses ---


@pytest.mark.parametrize(
    ("number", "named"),
    [(errno.ENOSPC, DiskFull), (errno.EDQUOT, DiskFull), (errno.EROFS, FolderNotWritable)],
)
def test_a_disk_that_refuses_leaves_nothing_half_written(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, number: int, named: type[Exception]
) -> None:
    def refuse(descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(named):
        bench.station.library.add_bytes(PICTURE, "un.png")
    monkeypatch.undo()

    assert files_of(bench) == []
    assert bench.station.library.rows() == ()
    assert bench.station.library.add_bytes(PICTURE, "un.png").value.id


SMALL_DISK = """\
import os, sys
from pathlib import Path
from PIL import Image
from cmstation.domain.errors import DiskFull
from cmstation.open_station import Parts, open_station
from tests.desktop.image_samples import encoded, photo
from tests.fakes.secret_box import SecretBox
station = open_station(Path(sys.argv[1]), parts=Parts(secrets=SecretBox()))
noise = Image.frombytes("RGB", (900, 700), os.urandom(900 * 700 * 3))
small, large = encoded(photo(40, 30), "PNG"), encoded(noise, "PNG")
kept = station.library.add_bytes(small, "petite.png").value
post = station.drafts.new(text="Venez jeudi.").value.id
try:
    station.library.add_bytes(large, "grande.png")
    print("kept")
except DiskFull:
    print("full")
files = [file for file in (Path(sys.argv[1]) / "media").rglob("*") if file.is_file()]
print(len(files), len(station.library.rows()), station.library.original(kept) == small)
filler = Path(sys.argv[1]) / "filler"
try:
    with filler.open("wb") as file:
        while True:
            file.write(bytes(4096))
            file.flush()
except OSError:
    pass
try:
    station.drafts.update(post, text="Venez vendredi. " * 20_000)
    print("saved")
except DiskFull:
    print("full")
filler.unlink()
station.drafts.update(post, text="Venez vendredi.")
print(station.drafts.open(post).text, station.database.check())
station.close()
"""


def test_a_disk_that_is_really_full_loses_nothing(tmp_path: Path) -> None:
    done = run_on_small_disk(SMALL_DISK, tmp_path, "1400k")

    assert done.stdout.splitlines() == ["full", "1 1 True", "full", "Venez vendredi. ()"], done.stderr
