"""A picture is seen as it was taken, once the note that said how to turn it is gone."""

import io

import pytest
from PIL import Image, ImageOps

from cmstation.desktop.images import inspect, prepare, without_metadata
from tests.desktop.image_samples import (
    SECRET,
    animation_frames,
    decoded,
    difference,
    drawing,
    encoded,
    exif,
    png_of,
    png_pieces,
    profile,
    riff_pieces,
    segment,
    webp_of,
)

every_orientation = pytest.mark.parametrize("orientation", range(1, 9))


def block(orientation: int) -> bytes:
    return b"Exif\0\0" + exif(orientation)


def as_seen(data: bytes) -> Image.Image:
    with Image.open(io.BytesIO(data)) as picture:
        return ImageOps.exif_transpose(picture).convert("RGBA")


@every_orientation
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_each_way_of_turning_is_kept(orientation: int, kind: str) -> None:
    options = {"quality": 95, "exif": block(orientation)}
    original = encoded(drawing(), kind, **options)

    clean = without_metadata(original)

    assert difference(decoded(clean), as_seen(original)) < 3
    assert "exif" not in Image.open(io.BytesIO(clean)).info
    assert SECRET not in clean


@every_orientation
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_the_facts_tell_the_size_as_seen(orientation: int, kind: str) -> None:
    original = encoded(drawing(), kind, exif=block(orientation))

    facts = inspect(original)

    assert (facts.width, facts.height) == as_seen(original).size


@every_orientation
def test_a_png_is_turned_without_loss(orientation: int) -> None:
    original = encoded(drawing(mode="RGBA"), "PNG", exif=block(orientation))

    assert decoded(without_metadata(original)).tobytes() == as_seen(original).tobytes()


@every_orientation
def test_a_lossless_webp_is_turned_without_loss(orientation: int) -> None:
    original = encoded(drawing(), "WEBP", lossless=True, exif=block(orientation))

    assert decoded(without_metadata(original)).tobytes() == as_seen(original).tobytes()


@every_orientation
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_cleaning_twice_changes_nothing(orientation: int, kind: str) -> None:
    once = without_metadata(encoded(drawing(), kind, exif=block(orientation)))

    assert without_metadata(once) == once


def test_an_upright_picture_is_not_written_again() -> None:
    plain = encoded(drawing(), "JPEG", quality=40)

    assert without_metadata(plain[:2] + segment(0xE1, block(1)) + plain[2:]) == plain


@pytest.mark.parametrize("nonsense", [0, 9, 65_535])
def test_an_impossible_orientation_is_none(nonsense: int) -> None:
    plain = encoded(drawing(), "JPEG")

    assert without_metadata(plain[:2] + segment(0xE1, block(nonsense)) + plain[2:]) == plain


def test_the_first_of_several_notes_counts() -> None:
    plain = encoded(drawing(), "JPEG")
    planted = plain[:2] + segment(0xE1, block(1)) + segment(0xE1, block(6)) + plain[2:]

    assert without_metadata(planted) == plain


@pytest.mark.parametrize(
    "note",
    [
        b"Exif\0\0",
        b"Exif\0\0II*\0",
        b"Exif\0\0II*\0\xff\xff\xff\xff",
        b"Exif\0\0MM\0*\0\0\0\x08\xff\xff\x01\x12",
        b"Exif\0\0XX*\0\x08\0\0\0\1\0",
    ],
)
def test_a_broken_note_turns_nothing(note: bytes) -> None:
    plain = encoded(drawing(), "JPEG")

    assert without_metadata(plain[:2] + segment(0xE1, note) + plain[2:]) == plain


def test_a_note_behind_the_pixels_of_a_png_counts() -> None:
    pieces = png_pieces(encoded(drawing(), "PNG"))
    late = png_of([*pieces[:-1], (b"eXIf", exif(6)), pieces[-1]])

    assert decoded(without_metadata(late)).tobytes() == as_seen(late).tobytes()


def test_a_note_written_out_as_text_counts() -> None:
    text = b"Raw profile type exif\0\nexif\n9\n" + block(6).hex().encode()
    pieces = png_pieces(encoded(drawing(), "PNG"))

    turned = without_metadata(png_of([pieces[0], (b"tEXt", text), *pieces[1:]]))

    assert decoded(turned).size == (48, 64)


def test_a_note_of_webp_may_start_like_that_of_jpeg() -> None:
    pieces = riff_pieces(encoded(drawing(), "WEBP", lossless=True, exif=block(3)))
    prefixed = webp_of([(n, block(3) if n == b"EXIF" else c) for n, c in pieces])

    assert difference(decoded(without_metadata(prefixed)), drawing().rotate(180)) == 0


def test_print_colours_survive_turning() -> None:
    original = encoded(drawing(mode="CMYK"), "JPEG", quality=95, exif=block(6))

    clean = without_metadata(original)

    assert Image.open(io.BytesIO(clean)).mode == "CMYK"
    assert difference(decoded(clean), as_seen(original)) < 3


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_the_colour_profile_survives_turning(kind: str) -> None:
    clean = without_metadata(encoded(drawing(), kind, icc_profile=profile(), exif=block(8)))

    assert Image.open(io.BytesIO(clean)).info["icc_profile"]
    assert SECRET not in clean


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_an_animation_is_turned_frame_by_frame(kind: str) -> None:
    frames = animation_frames()
    original = encoded(
        frames[0], kind, save_all=True, append_images=frames[1:], duration=100, exif=block(6), lossless=True
    )

    clean = without_metadata(original)

    facts = inspect(clean)
    assert facts.animated
    assert (facts.width, facts.height) == (40, 60)
    assert without_metadata(clean) == clean


@every_orientation
def test_a_copy_for_a_network_is_upright(orientation: int) -> None:
    original = encoded(drawing(), "JPEG", quality=95, exif=block(orientation))

    copy = prepare(
        original, crop=None, max_bytes=None, max_side=None, max_pixels=None, accepted=("image/jpeg",)
    )

    assert (copy.width, copy.height) == as_seen(original).size
    assert difference(decoded(copy.data), as_seen(original)) < 3
