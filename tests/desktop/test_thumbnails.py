"""Small copies for the screen are quick, upright, and kept."""

import hashlib
import io
from pathlib import Path

import pytest
from PIL import Image

from cmstation.desktop.thumbnails import Thumbnails, thumbnail
from cmstation.domain.media_errors import EmptyPicture, NotAPicture, PictureError
from tests.desktop.image_samples import (
    SECRET,
    animation_frames,
    decoded,
    difference,
    drawing,
    encoded,
    exif,
    photo,
    profile,
    resized,
    same_pixels,
)


def size_of(data: bytes) -> tuple[int, int]:
    with Image.open(io.BytesIO(data)) as picture:
        return picture.size


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF", "AVIF"])
def test_every_kind_has_a_thumbnail(kind: str) -> None:
    made = thumbnail(encoded(photo(), kind), 40)

    assert size_of(made) == (40, 30)
    assert difference(decoded(made), resized(photo(), (40, 30))) < 12


def test_a_thumbnail_is_upright_and_silent() -> None:
    original = encoded(drawing(200, 100), "JPEG", exif=b"Exif\0\0" + exif(6), icc_profile=profile())

    made = thumbnail(original, 50)

    assert size_of(made) == (25, 50)
    assert SECRET not in made


def test_a_thumbnail_of_a_transparent_picture_is_transparent() -> None:
    made = thumbnail(encoded(Image.new("RGBA", (90, 90), (1, 2, 3, 0)), "PNG"), 30)

    assert decoded(made).getchannel("A").getextrema() == (0, 0)


def test_a_thumbnail_of_an_animation_is_its_first_frame() -> None:
    frames = animation_frames()

    made = thumbnail(encoded(frames[0], "GIF", save_all=True, append_images=frames[1:]), 60)

    assert difference(decoded(made), frames[0]) < 10


def test_a_small_picture_is_not_enlarged() -> None:
    assert size_of(thumbnail(encoded(drawing(20, 10), "PNG"), 100)) == (20, 10)


@pytest.mark.parametrize("size", [(3000, 2), (2, 3000)])
def test_a_thin_picture_keeps_at_least_one_pixel(size: tuple[int, int]) -> None:
    assert min(size_of(thumbnail(encoded(Image.new("RGB", size), "PNG"), 64))) == 1


def test_a_thumbnail_is_made_once(tmp_path: Path) -> None:
    thumbnails = Thumbnails(tmp_path / "small")
    original = encoded(photo(), "JPEG")

    first = thumbnails.thumbnail(original, 40)
    (kept,) = (tmp_path / "small").iterdir()
    kept.write_bytes(encoded(drawing(5, 5), "JPEG"))

    assert first == thumbnail(original, 40)
    assert thumbnails.thumbnail(original, 40) == kept.read_bytes()


def test_a_kept_thumbnail_is_found_by_its_digest_alone(tmp_path: Path) -> None:
    original = tmp_path / "photo.jpg"
    original.write_bytes(encoded(photo(), "JPEG"))
    digest = hashlib.sha256(original.read_bytes()).hexdigest()
    thumbnails = Thumbnails(tmp_path / "small")
    first = thumbnails.thumbnail(original, 40)

    original.unlink()

    assert thumbnails.thumbnail(original, 40, digest=digest) == first


def test_each_size_has_its_own_thumbnail(tmp_path: Path) -> None:
    thumbnails = Thumbnails(tmp_path)
    original = encoded(photo(), "JPEG")

    assert size_of(thumbnails.thumbnail(original, 40)) == (40, 30)
    assert size_of(thumbnails.thumbnail(original, 20)) == (20, 15)


def test_another_content_has_another_thumbnail(tmp_path: Path) -> None:
    thumbnails = Thumbnails(tmp_path)

    one, other = (thumbnails.thumbnail(encoded(p, "PNG"), 40) for p in (drawing(), photo(64, 48)))

    assert not same_pixels(one, other)


def test_a_half_written_thumbnail_is_made_again(tmp_path: Path) -> None:
    thumbnails = Thumbnails(tmp_path)
    original = encoded(photo(), "JPEG")
    whole = thumbnails.thumbnail(original, 40)
    (kept,) = tmp_path.iterdir()

    for content in (b"", whole[:50], b"else"):
        kept.write_bytes(content)

        assert thumbnails.thumbnail(original, 40) == whole
        assert kept.read_bytes() == whole


def test_a_folder_that_cannot_be_written_only_costs_time(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_bytes(b"here is a file where the folder should be")

    made = Thumbnails(blocked / "small").thumbnail(encoded(photo(), "JPEG"), 40)

    assert size_of(made) == (40, 30)


def test_a_forgotten_picture_leaves_no_thumbnail(tmp_path: Path) -> None:
    thumbnails = Thumbnails(tmp_path)
    original = encoded(photo(), "JPEG")
    other = encoded(drawing(), "JPEG")
    for side in (20, 40):
        thumbnails.thumbnail(original, side)
    thumbnails.thumbnail(other, 20)

    thumbnails.forget(hashlib.sha256(original).hexdigest())

    (left,) = tmp_path.iterdir()
    assert left.name.startswith(hashlib.sha256(other).hexdigest())


@pytest.mark.parametrize(("content", "error"), [(b"", EmptyPicture), (b"<html>", NotAPicture)])
def test_what_is_no_picture_has_no_thumbnail(
    tmp_path: Path, content: bytes, error: type[PictureError]
) -> None:
    with pytest.raises(error):
        Thumbnails(tmp_path).thumbnail(content, 40)

    assert not list(tmp_path.iterdir())
