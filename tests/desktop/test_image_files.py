"""Files of all sorts that a person may take for a picture."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image

from cmstation.desktop.images import inspect, read_picture_file, without_metadata
from cmstation.domain.media_errors import (
    EmptyPicture,
    NotAPicture,
    PictureError,
    PictureFileTooLarge,
    PictureFileUnreadable,
    PictureKindNotSupported,
    TooManyPixels,
)
from tests.desktop.image_samples import PLACE, SECRET, decoded, difference, drawing, encoded, exif, photo, xmp

ROOT = Path(__file__).parents[2]


def test_an_empty_file_is_named_as_such() -> None:
    with pytest.raises(EmptyPicture):
        without_metadata(b"")


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"<!DOCTYPE html><html><body>Not found</body></html>", "html"),
        (b"\xef\xbb\xbf\n<html>", "html"),
        ("<html>".encode("utf-16"), "html"),
        (b"%PDF-1.7\n", "pdf"),
        (b"PK\x03\x04....", "zip"),
        (b"MZ\x90\0", "program"),
        (b"\0\0\0\x18ftypmp42....", "video"),
        (b"\0\0\0\x18ftypqt  ....", "video"),
        (b"hello", ""),
        (b"\0", ""),
        (bytes(5000), ""),
    ],
)
def test_what_is_not_a_picture_is_said_to_be_something_else(content: bytes, found: str) -> None:
    with pytest.raises(NotAPicture) as refusal:
        inspect(content)

    assert refusal.value.facts == {"found": found}


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "svg"),
        (b"<?xml version='1.0'?><!-- made by hand --><svg/>", "svg"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "heic"),
        (b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic", "heic"),
        (b"8BPS\0\1", "psd"),
        (b"%!PS-Adobe-3.0 EPSF", "eps"),
        (b"\xff\x0a....", "jpegxl"),
    ],
)
def test_a_picture_that_cannot_be_read_is_named_by_its_kind(content: bytes, kind: str) -> None:
    with pytest.raises(PictureKindNotSupported) as refusal:
        without_metadata(content)

    assert refusal.value.facts == {"kind": kind}


def test_the_name_of_a_file_does_not_matter(tmp_path: Path) -> None:
    file = tmp_path / "photo.jpg"
    file.write_bytes(encoded(drawing(), "PNG"))

    assert inspect(read_picture_file(file)).mime == "image/png"


def test_a_300_megabyte_photo_is_refused_by_its_size(tmp_path: Path) -> None:
    file = tmp_path / "photo.jpg"
    with file.open("wb") as writing:
        writing.write(b"\xff\xd8\xff")
        writing.truncate(300_000_000)

    with pytest.raises(PictureFileTooLarge) as refusal:
        read_picture_file(file)

    assert refusal.value.facts["size"] == 300_000_000


def test_a_file_at_the_limit_is_read_and_one_byte_more_is_not(tmp_path: Path) -> None:
    file = tmp_path / "photo.jpg"
    file.write_bytes(bytes(100))

    assert read_picture_file(file, limit_bytes=100) == bytes(100)
    with pytest.raises(PictureFileTooLarge):
        read_picture_file(file, limit_bytes=99)


def test_an_empty_file_is_refused_with_its_name(tmp_path: Path) -> None:
    file = tmp_path / "photo.jpg"
    file.touch()

    with pytest.raises(EmptyPicture) as refusal:
        read_picture_file(file)

    assert refusal.value.facts == {"path": str(file)}


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PictureFileUnreadable):
        read_picture_file(tmp_path)
    with pytest.raises(PictureFileUnreadable):
        read_picture_file(tmp_path / "gone.jpg")
    with pytest.raises(PictureFileUnreadable):
        read_picture_file(Path("a\0b"))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "photo.jpg")

    with pytest.raises(PictureFileUnreadable):
        read_picture_file(tmp_path / "photo.jpg")


@pytest.mark.parametrize("kind", ["BMP", "TIFF"])
@pytest.mark.parametrize("mode", ["RGB", "L", "1", "P"])
def test_bmp_and_tiff_become_png_without_loss(kind: str, mode: str) -> None:
    original = encoded(drawing(mode=mode), kind)

    clean = without_metadata(original)

    assert clean.startswith(b"\x89PNG")
    assert decoded(clean).tobytes() == decoded(original).tobytes()
    assert without_metadata(clean) == clean


def test_tiff_loses_its_words_and_is_turned() -> None:
    tags = {270: SECRET.decode(), 315: SECRET.decode(), 700: xmp(), 274: 6}
    original = encoded(drawing(), "TIFF", tiffinfo=tags)
    assert SECRET in original

    clean = without_metadata(original)

    assert SECRET not in clean
    assert PLACE not in clean
    assert decoded(clean).size == (48, 64)
    facts = inspect(original)
    assert (facts.mime, facts.width, facts.height) == ("image/tiff", 48, 64)
    assert facts.has_metadata == ("text", "xmp")


def test_tiff_in_print_colours_becomes_a_png_for_screens() -> None:
    original = encoded(drawing(mode="CMYK"), "TIFF")

    clean = without_metadata(original)

    assert difference(decoded(clean), decoded(original)) < 1


def test_a_deep_grey_tiff_keeps_its_depth() -> None:
    clean = without_metadata(encoded(Image.new("I;16", (9, 7), 40_123), "TIFF"))

    with Image.open(io.BytesIO(clean)) as picture:
        assert picture.getpixel((3, 3)) == 40_123


def test_a_tiff_of_measurements_is_named_as_unreadable() -> None:
    with pytest.raises(PictureKindNotSupported):
        without_metadata(encoded(Image.new("F", (9, 7), 0.5), "TIFF"))


@pytest.mark.parametrize("tags", [{254: 1}, {50706: bytes((1, 4, 0, 0))}])
def test_a_raw_file_of_a_camera_is_not_mistaken_for_its_preview(tags: dict[int, object]) -> None:
    with pytest.raises(PictureKindNotSupported) as refusal:
        without_metadata(encoded(drawing(), "TIFF", tiffinfo=tags))

    assert refusal.value.facts == {"kind": "raw"}


def test_avif_becomes_jpeg_and_png_when_transparent() -> None:
    opaque = encoded(photo(), "AVIF", exif=b"Exif\0\0" + exif(), xmp=xmp())
    see_through = encoded(Image.new("RGBA", (32, 32), (200, 10, 10, 90)), "AVIF")
    assert SECRET in opaque

    clean = without_metadata(opaque)

    assert clean.startswith(b"\xff\xd8")
    assert SECRET not in clean
    assert difference(decoded(clean), decoded(opaque)) < 3
    assert without_metadata(see_through).startswith(b"\x89PNG")
    assert inspect(opaque).has_metadata == ("exif", "gps", "xmp")


def test_an_avif_is_turned() -> None:
    original = encoded(photo(), "AVIF", exif=b"Exif\0\0" + exif(6))

    facts = inspect(original)

    assert (facts.mime, facts.width, facts.height) == ("image/avif", 150, 200)
    assert decoded(without_metadata(original)).size == (150, 200)


def test_a_bmp_of_impossible_size_is_refused() -> None:
    bmp = bytearray(encoded(drawing(), "BMP"))
    bmp[18:26] = (50_000).to_bytes(4, "little") * 2

    with pytest.raises(TooManyPixels):
        without_metadata(bytes(bmp))


def test_nothing_heavy_is_loaded_before_the_first_picture() -> None:
    program = (
        "import sys, cmstation.desktop.images, cmstation.desktop.thumbnails, cmstation.domain.media_errors\n"
        "sys.exit('PIL' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", program], check=False, cwd=ROOT).returncode == 0


STARTS = [
    b"",
    b"\xff\xd8\xff\xe0\0\x10JFIF\0",
    b"\xff\xd8\xff\xda\0\x0c",
    b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\1\0\0\0\1\x08\0\0\0\0",
    b"GIF89a\1\0\1\0\x80\0\0",
    b"RIFF\x40\0\0\0WEBPVP8 ",
    b"RIFF\x40\0\0\0WEBPVP8X\x0a\0\0\0",
    b"BM\x40\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0",
    b"II*\0\x08\0\0\0",
    b"MM\0*\0\0\0\x08",
    b"\0\0\0\x1cftypavif\0\0\0\0",
]


@given(st.sampled_from(STARTS), st.binary(max_size=400))
@example(b"\xff\xd8\xff", b"\xff" * 300)
@example(b"GIF89a", b"")
@settings(max_examples=400, deadline=None)
def test_garbage_is_refused_or_cleaned_and_never_more(start: bytes, garbage: bytes) -> None:
    try:
        clean = without_metadata(start + garbage)
    except PictureError:
        return

    decoded(clean)


@given(st.data())
@settings(max_examples=100, deadline=None)
@pytest.mark.parametrize("kind", ["BMP", "TIFF", "AVIF"])
def test_a_damaged_picture_is_converted_or_refused(kind: str, data: st.DataObject) -> None:
    picture = bytearray(encoded(drawing(24, 16), kind))
    for _ in range(data.draw(st.integers(1, 4))):
        picture[data.draw(st.integers(0, len(picture) - 1))] = data.draw(st.integers(0, 255))

    try:
        clean = without_metadata(bytes(picture))
    except PictureError:
        return

    decoded(clean)
