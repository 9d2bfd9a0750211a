"""JPEG files lose everything but their pixels."""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from cmstation.desktop.images import inspect, without_metadata
from cmstation.domain.media_errors import DamagedPicture, PictureError, TooManyPixels, TruncatedPicture
from tests.desktop.image_samples import (
    PLACE,
    SECRET,
    all_segments,
    decoded,
    difference,
    drawing,
    encoded,
    exif,
    iptc,
    photo,
    profile,
    same_pixels,
    segment,
    srgb,
    xmp,
)

PLAIN = encoded(photo(), "JPEG", quality=80)
PROGRESSIVE = encoded(photo(), "JPEG", quality=80, progressive=True)
RESTARTING = encoded(photo(), "JPEG", quality=80, restart_marker_blocks=7)
SHAPES = {"plain": PLAIN, "progressive": PROGRESSIVE, "restarting": RESTARTING}

shape = pytest.mark.parametrize("jpeg", SHAPES.values(), ids=SHAPES)


def with_segments(jpeg: bytes, *segments: bytes) -> bytes:
    return jpeg[:2] + b"".join(segments) + jpeg[2:]


def scans_of(jpeg: bytes) -> bytes:
    return jpeg[jpeg.index(b"\xff\xda") :]


@shape
def test_nothing_planted_survives(jpeg: bytes) -> None:
    clean = without_metadata(with_segments(jpeg, *all_segments()))

    assert SECRET not in clean
    assert PLACE not in clean


@shape
def test_the_picture_data_stays_byte_for_byte(jpeg: bytes) -> None:
    clean = without_metadata(with_segments(jpeg, *all_segments()))

    assert scans_of(clean) == scans_of(jpeg)
    assert same_pixels(clean, jpeg)


@shape
def test_cleaning_twice_changes_nothing(jpeg: bytes) -> None:
    once = without_metadata(with_segments(jpeg, *all_segments()))

    assert without_metadata(once) == once


def test_a_clean_picture_comes_back_as_it_is() -> None:
    assert without_metadata(PLAIN) == PLAIN


@given(st.permutations(all_segments()), st.integers(0, 3))
@settings(max_examples=40, deadline=None)
def test_the_order_of_segments_does_not_matter(segments: list[bytes], fill: int) -> None:
    filled = [b"\xff" * fill + piece for piece in segments]

    clean = without_metadata(with_segments(PLAIN, *filled))

    assert clean == PLAIN


@shape
def test_fill_bytes_before_markers_go(jpeg: bytes) -> None:
    filled = jpeg[:-2] + b"\xff" * 5 + jpeg[-2:]

    assert without_metadata(filled) == jpeg


@shape
def test_segments_behind_the_picture_data_go(jpeg: bytes) -> None:
    late = jpeg[:-2] + b"".join(all_segments()) + jpeg[-2:]

    clean = without_metadata(late)

    assert clean == without_metadata(jpeg)


def test_segments_between_the_scans_go() -> None:
    pieces = PROGRESSIVE.split(b"\xff\xda")
    planted = segment(0xE1, b"Exif\0\0" + exif()) + segment(0xFE, SECRET) + segment(0xE1, xmp())

    clean = without_metadata((planted + b"\xff\xda").join(pieces))

    assert clean == PROGRESSIVE


@shape
@pytest.mark.parametrize("junk", [SECRET, b"\0\0\0\x18ftypmp42" + SECRET * 50, PLAIN, b"PK\x03\x04" + SECRET])
def test_what_follows_the_end_goes(jpeg: bytes, junk: bytes) -> None:
    clean = without_metadata(jpeg + junk)

    assert clean == jpeg
    assert "trailing" in inspect(jpeg + junk).has_metadata


@shape
def test_bytes_hidden_behind_the_last_pixel_go(jpeg: bytes) -> None:
    clean = without_metadata(jpeg[:-2] + SECRET + jpeg[-2:])

    assert SECRET not in clean
    assert difference(decoded(clean), decoded(jpeg)) < 2


@pytest.mark.parametrize("number", range(1, 10))
def test_bytes_hidden_behind_an_early_scan_go(number: int) -> None:
    pieces = PROGRESSIVE.split(b"\xff\xda")
    scan, tables, behind = pieces[number].partition(b"\xff\xc4")
    pieces[number] = scan + SECRET + tables + behind

    clean = without_metadata(b"\xff\xda".join(pieces))

    assert SECRET not in clean
    assert difference(decoded(clean), decoded(PROGRESSIVE)) < 2


@pytest.mark.parametrize("number", [0, 1, 2, 5, 7])
def test_bytes_hidden_between_segments_go(number: int) -> None:
    pieces = PROGRESSIVE.split(b"\xff\xda")
    assert b"\xff\xc4" in pieces[number]
    pieces[number] += SECRET

    assert without_metadata(b"\xff\xda".join(pieces)) == PROGRESSIVE


def test_bytes_hidden_before_a_restart_go() -> None:
    at = RESTARTING.index(b"\xff\xd3")

    clean = without_metadata(RESTARTING[:at] + SECRET + RESTARTING[at:])

    assert SECRET not in clean
    assert difference(decoded(clean), decoded(RESTARTING)) < 2


def test_the_second_picture_of_a_stereo_camera_goes() -> None:
    stereo = encoded(photo(), "MPO", save_all=True, append_images=[photo(80, 60)], exif=b"Exif\0\0" + exif())

    clean = without_metadata(stereo)

    assert clean.count(b"\xff\xd8\xff") == 1
    assert b"MPF" not in clean
    assert SECRET not in clean
    assert "second_picture" in inspect(stereo).has_metadata


def test_the_small_picture_inside_goes() -> None:
    inner = encoded(drawing(30, 20), "JPEG", comment=SECRET)
    thumbnail = b"JFIF\0\1\1\0\0\1\0\1\2\1" + SECRET[:6]
    block = b"Exif\0\0II*\0\x08\0\0\0\0\0\0\0\0\0" + inner

    clean = without_metadata(
        with_segments(PLAIN[:2] + PLAIN[20:], segment(0xE0, thumbnail), segment(0xE1, block))
    )

    assert SECRET[:6] not in clean
    assert clean.count(b"\xff\xd8") == 1


def test_colours_stay_but_the_words_of_their_profile_go() -> None:
    planted = encoded(photo(), "JPEG", icc_profile=profile())
    assert SECRET in planted

    clean = without_metadata(planted)

    assert SECRET not in clean
    kept = Image.open(io.BytesIO(clean)).info["icc_profile"]
    before, after = (
        ImageCms.profileToProfile(photo(), ImageCms.ImageCmsProfile(io.BytesIO(icc)), srgb())
        for icc in (profile(), kept)
    )
    assert before is not None
    assert after is not None
    assert before.tobytes() == after.tobytes()


def test_a_profile_in_pieces_is_put_together() -> None:
    whole = profile()
    half = len(whole) // 2
    pieces = [
        segment(0xE2, b"ICC_PROFILE\0\2\2" + whole[half:]),
        segment(0xE2, b"ICC_PROFILE\0\1\2" + whole[:half]),
    ]

    clean = without_metadata(with_segments(PLAIN, *pieces))

    assert clean == without_metadata(with_segments(PLAIN, segment(0xE2, b"ICC_PROFILE\0\1\1" + whole)))
    assert b"ICC_PROFILE" in clean


@pytest.mark.parametrize(
    "piece", [b"ICC_PROFILE\0\1\2" + SECRET, b"ICC_PROFILE\0\1\1" + SECRET * 20, b"ICC_PROFILE\0"]
)
def test_a_broken_profile_goes_whole(piece: bytes) -> None:
    assert without_metadata(with_segments(PLAIN, segment(0xE2, piece))) == PLAIN


def test_print_colours_stay_as_they_are() -> None:
    cmyk = encoded(photo().convert("CMYK"), "JPEG", quality=90, exif=b"Exif\0\0" + exif())

    clean = without_metadata(cmyk)

    assert b"Adobe" in clean
    assert Image.open(io.BytesIO(clean)).mode == "CMYK"
    assert same_pixels(clean, cmyk)
    assert SECRET not in clean


def test_colours_stored_as_plain_rgb_stay_as_they_are() -> None:
    rgb = encoded(photo(), "JPEG", quality=90, keep_rgb=True)

    assert same_pixels(without_metadata(with_segments(rgb, *all_segments()[:5])), rgb)


def test_the_kinds_of_metadata_are_named() -> None:
    planted = with_segments(
        PLAIN, segment(0xE1, b"Exif\0\0" + exif()), segment(0xED, iptc()), segment(0xFE, SECRET)
    )

    facts = inspect(planted)

    assert facts.has_metadata == ("exif", "gps", "iptc", "text")
    assert inspect(PLAIN).has_metadata == ()


@shape
def test_a_picture_cut_anywhere_is_refused_as_truncated(jpeg: bytes) -> None:
    for end in range(scans_start(jpeg), len(jpeg) - 1, 97):
        with pytest.raises(TruncatedPicture):
            without_metadata(jpeg[:end])


@shape
@pytest.mark.parametrize("share", [0.5, 0.9, 0.97])
def test_a_cut_picture_that_was_closed_again_is_refused_as_truncated(jpeg: bytes, share: float) -> None:
    start = scans_start(jpeg)
    cut = jpeg[: start + int((len(jpeg) - start) * share)].rstrip(b"\xff")

    with pytest.raises((TruncatedPicture, DamagedPicture)):
        without_metadata(cut + b"\xff\xd9")


def scans_start(jpeg: bytes) -> int:
    return jpeg.index(b"\xff\xda") + 20


def test_a_huge_picture_is_refused_before_it_is_decoded() -> None:
    frame = PLAIN.index(b"\xff\xc0")
    huge = PLAIN[: frame + 5] + b"\xff\xff\xff\xff" + PLAIN[frame + 9 :]

    with pytest.raises(TooManyPixels) as refusal:
        without_metadata(huge)

    assert refusal.value.facts["width"] == 65535


def test_millions_of_restarts_are_refused() -> None:
    with pytest.raises(DamagedPicture):
        without_metadata(PLAIN[:-2] + b"\xff\xd0" * 250_000 + b"\xff\xd9")


def test_a_note_of_the_number_of_lines_goes() -> None:
    assert without_metadata(PLAIN[:-2] + segment(0xDC, SECRET) + PLAIN[-2:]) == PLAIN


def test_thousands_of_scans_are_refused() -> None:
    start = PLAIN.index(b"\xff\xda")
    scan = PLAIN[start:-2]

    with pytest.raises(DamagedPicture):
        without_metadata(PLAIN[:start] + scan * 100 + b"\xff\xd9")


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_a_damaged_picture_is_cleaned_or_refused(data: st.DataObject) -> None:
    jpeg = bytearray(data.draw(st.sampled_from([PLAIN, PROGRESSIVE, RESTARTING])))
    for _ in range(data.draw(st.integers(1, 5))):
        jpeg[data.draw(st.integers(2, len(jpeg) - 1))] = data.draw(st.integers(0, 255))

    try:
        clean = without_metadata(bytes(jpeg))
    except PictureError:
        return

    decoded(clean)
    assert without_metadata(clean) == clean
