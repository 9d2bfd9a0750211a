"""WebP files lose everything but their pixels."""

import io
import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from cmstation.desktop.images import inspect, without_metadata
from cmstation.domain.media_errors import DamagedPicture, PictureError, TooManyPixels, TruncatedPicture
from tests.desktop.image_samples import (
    PLACE,
    SECRET,
    animation_frames,
    decoded,
    difference,
    drawing,
    encoded,
    exif,
    photo,
    profile,
    riff_chunk,
    riff_pieces,
    same_pixels,
    webp_of,
    xmp,
)


def animated() -> bytes:
    frames = animation_frames()
    return encoded(
        frames[0], "WEBP", save_all=True, append_images=frames[1:], duration=[100, 200, 300], loop=2
    )


def transparent() -> Image.Image:
    picture = photo().convert("RGBA")
    picture.putalpha(drawing(*picture.size).convert("L"))
    return picture


SHAPES = {
    "plain": encoded(photo(), "WEBP", quality=80),
    "lossless": encoded(photo(), "WEBP", lossless=True),
    "transparent": encoded(transparent(), "WEBP", quality=80),
    "animated": animated(),
}
shape = pytest.mark.parametrize("webp", SHAPES.values(), ids=SHAPES)
Pieces = list[tuple[bytes, bytes]]


def planted_in(webp: bytes) -> bytes:
    """Return the same picture with all that the extended format can carry."""
    pieces = riff_pieces(webp)
    if pieces[0][0] != b"VP8X":
        width, height = decoded(webp).size
        header = struct.pack("<I", 0) + (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
        pieces.insert(0, (b"VP8X", header))
    flags = pieces[0][1][0] | 0x2C
    start = [(b"VP8X", bytes((flags, *SECRET[:3])) + pieces[0][1][4:]), (b"ICCP", profile())]
    end = [(b"EXIF", exif()), (b"XMP ", xmp()), (b"JUNK", SECRET)]
    return webp_of(start + pieces[1:] + end)


def picture_data(webp: bytes) -> Pieces:
    return [piece for piece in riff_pieces(webp) if piece[0] in (b"ALPH", b"VP8 ", b"VP8L", b"ANMF", b"ANIM")]


@shape
def test_nothing_planted_survives_and_the_picture_data_stays(webp: bytes) -> None:
    planted = planted_in(webp)
    assert SECRET in planted

    clean = without_metadata(planted)

    assert SECRET not in clean
    assert SECRET[:3] not in clean
    assert PLACE not in clean
    assert picture_data(clean) == picture_data(webp)
    assert same_pixels(clean, webp)
    assert not riff_pieces(clean)[0][1][0] & 0x0C


@shape
def test_cleaning_twice_changes_nothing(webp: bytes) -> None:
    once = without_metadata(planted_in(webp))

    assert without_metadata(once) == once


@shape
def test_a_clean_picture_comes_back_as_it_is(webp: bytes) -> None:
    assert without_metadata(webp) == webp


@shape
def test_what_follows_the_end_goes(webp: bytes) -> None:
    assert without_metadata(webp + SECRET) == webp


@pytest.mark.parametrize("name", ["plain", "lossless", "transparent"])
def test_bytes_hidden_behind_the_compressed_pixels_go(name: str) -> None:
    webp = SHAPES[name]
    for target in {piece for piece, _ in picture_data(webp)}:
        planted = webp_of([(n, c + SECRET if n == target else c) for n, c in riff_pieces(webp)])

        clean = without_metadata(planted)

        assert SECRET not in clean
        assert difference(decoded(clean), decoded(webp)) < 6


def test_chunks_hidden_in_a_frame_go() -> None:
    planted = webp_of(
        [(n, c + riff_chunk(b"JUNK", SECRET) if n == b"ANMF" else c) for n, c in riff_pieces(animated())]
    )

    assert without_metadata(planted) == animated()


def test_bytes_hidden_in_the_pixels_of_a_frame_go() -> None:
    def planted_frame(frame: bytes) -> bytes:
        inside = riff_pieces(frame, 16)
        return frame[:16] + b"".join(riff_chunk(name, content + SECRET) for name, content in inside)

    planted = webp_of([(n, planted_frame(c) if n == b"ANMF" else c) for n, c in riff_pieces(animated())])

    clean = without_metadata(planted)

    assert SECRET not in clean
    assert inspect(clean).animated


def test_colours_stay_but_the_words_of_their_profile_go() -> None:
    planted = encoded(photo(), "WEBP", icc_profile=profile())
    assert SECRET in planted

    clean = without_metadata(planted)

    assert SECRET not in clean
    assert Image.open(io.BytesIO(clean)).info["icc_profile"]


def test_an_animation_keeps_its_frames_and_times() -> None:
    clean = Image.open(io.BytesIO(without_metadata(planted_in(animated()))))

    assert getattr(clean, "n_frames", 1) == 3
    assert clean.info["loop"] == 2


def test_the_kinds_of_metadata_are_named() -> None:
    assert inspect(planted_in(SHAPES["plain"])).has_metadata == ("exif", "gps", "other", "xmp")


@shape
def test_a_picture_cut_anywhere_is_refused_as_truncated(webp: bytes) -> None:
    for end in range(20, len(webp) - 1, 41):
        with pytest.raises(TruncatedPicture):
            without_metadata(webp[:end])


def test_a_cut_picture_that_was_closed_again_is_refused() -> None:
    shortened = webp_of(
        [(name, content[: len(content) // 2]) for name, content in riff_pieces(SHAPES["plain"])]
    )

    with pytest.raises((TruncatedPicture, DamagedPicture)):
        without_metadata(shortened)


def test_an_animation_of_enormous_length_is_refused() -> None:
    canvas = (9999).to_bytes(3, "little") * 2
    frame = next(content for name, content in riff_pieces(animated()) if name == b"ANMF")
    pieces = [(b"VP8X", bytes((2, 0, 0, 0)) + canvas), (b"ANIM", bytes(6)), *[(b"ANMF", frame)] * 100]

    with pytest.raises(TooManyPixels):
        without_metadata(webp_of(pieces))


def test_an_animation_on_an_endless_canvas_is_refused_when_it_must_be_written_again() -> None:
    canvas = (999_999).to_bytes(3, "little") + (59).to_bytes(3, "little")
    frame = next(content for name, content in riff_pieces(animated()) if name == b"ANMF")
    pieces = [(b"VP8X", bytes((10, 0, 0, 0)) + canvas), (b"ANIM", bytes(6)), *[(b"ANMF", frame)] * 2]

    with pytest.raises(PictureError):
        without_metadata(webp_of([*pieces, (b"EXIF", exif(3))]))


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_a_damaged_picture_is_cleaned_or_refused(data: st.DataObject) -> None:
    webp = bytearray(data.draw(st.sampled_from(list(SHAPES.values()))))
    for _ in range(data.draw(st.integers(1, 4))):
        webp[data.draw(st.integers(12, min(len(webp) - 1, 200)))] = data.draw(st.integers(0, 255))

    try:
        clean = without_metadata(bytes(webp))
    except PictureError:
        return

    decoded(clean)
    assert without_metadata(clean) == clean
