"""Pictures from anywhere become plain pixels, or are refused before they cost anything."""

import struct
import time
import zlib
from io import BytesIO

import pytest
from PIL import Image

from cmstation.desktop.screen_pictures import MOST_SHOWN, screen_picture
from cmstation.domain.media_errors import PictureError, PictureKindNotSupported, TooManyPixels

RED = (200, 30, 40)


def file(kind: str, size: tuple[int, int] = (40, 20), **how: object) -> bytes:
    stream = BytesIO()
    Image.new("RGB", size, RED).save(stream, kind, **how)
    return stream.getvalue()


def png_that_says(width: int, height: int) -> bytes:
    """Write a PNG of a size that it does not hold."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = zlib.compress(bytes(2_000_000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF"])
def test_a_picture_becomes_its_pixels(kind: str) -> None:
    made = screen_picture(file(kind), 600)

    assert (made.width, made.height, len(made.pixels)) == (40, 20, 40 * 20 * 4)
    middle = made.pixels[4 * (10 * 40 + 20) :][:4]
    assert all(abs(one - other) < 12 for one, other in zip(middle, (*RED, 255), strict=True))


def test_a_picture_is_no_larger_than_the_screen_needs() -> None:
    wide = screen_picture(file("JPEG", (3000, 1500)), 600)
    tall = screen_picture(file("PNG", (600, 9000)), 600)

    assert (wide.width, wide.height) == (600, 300)
    assert tall.width * tall.height <= MOST_SHOWN


def test_a_picture_is_turned_as_its_camera_was() -> None:
    exif = Image.Exif()
    exif[274] = 6

    made = screen_picture(file("JPEG", (40, 20), exif=exif), 600)

    assert (made.width, made.height) == (20, 40)


def test_an_animation_gives_its_first_frame() -> None:
    stream = BytesIO()
    frames = [Image.new("RGB", (10, 10), colour) for colour in (RED, (0, 0, 255))]
    frames[0].save(stream, "GIF", save_all=True, append_images=frames[1:])

    assert screen_picture(stream.getvalue(), 600).pixels[0] > 150


def test_a_speck_stays_one() -> None:
    made = screen_picture(file("GIF", (1, 1)), 600)

    assert (made.width, made.height) == (1, 1)


@pytest.mark.parametrize("size", [(60_000, 60_000), (1, 2_000_000_000)])
def test_a_bomb_is_refused_by_its_size_alone(size: tuple[int, int]) -> None:
    begun = time.process_time()

    with pytest.raises(TooManyPixels):
        screen_picture(png_that_says(*size), 600)

    assert time.process_time() - begun < 1


def test_a_true_picture_with_too_many_pixels_is_refused() -> None:
    stream = BytesIO()
    Image.new("1", (7_000, 6_000)).save(stream, "PNG")

    with pytest.raises(TooManyPixels):
        screen_picture(stream.getvalue(), 600)


@pytest.mark.parametrize("kind", ["BMP", "TIFF"])
def test_kinds_that_no_site_needs_are_refused(kind: str) -> None:
    with pytest.raises(PictureKindNotSupported):
        screen_picture(file(kind), 600)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<svg xmlns='http://www.w3.org/2000/svg'><image href='http://127.0.0.1/x'/></svg>",
        b"<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY a 'b'>]><svg>&a;</svg>",
        b"<html>Non</html>",
        b"GIF89a",
        b"\xff\xd8\xff\xe0" + bytes(50),
        b"RIFF\x10\x00\x00\x00WEBPVP8 ",
        png_that_says(100, 100)[:60],
    ],
)
def test_what_is_no_whole_picture_is_refused(data: bytes) -> None:
    with pytest.raises(PictureError):
        screen_picture(data, 600)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF"])
def test_a_damaged_file_is_refused_or_shown_and_nothing_else(kind: str) -> None:
    good = bytearray(file(kind, (60, 60)))
    for place in range(0, len(good), max(len(good) // 60, 1)):
        bad = bytes(good[:place]) + bytes([good[place] ^ 0x5A]) + bytes(good[place + 1 :])
        try:
            made = screen_picture(bad, 600)
        except PictureError:
            continue
        assert len(made.pixels) == made.width * made.height * 4
