"""GIF files lose everything but their frames."""

import io
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from cmstation.desktop.images import inspect, without_metadata
from cmstation.domain.media_errors import DamagedPicture, PictureError, TooManyPixels, TruncatedPicture
from tests.desktop.image_samples import PLACE, SECRET, animation_frames, decoded, drawing, encoded, xmp


def blocks(content: bytes) -> bytes:
    portions = [content[at : at + 255] for at in range(0, len(content), 255)]
    return b"".join(bytes((len(portion),)) + portion for portion in portions) + b"\0"


def animated() -> bytes:
    frames = animation_frames()
    return encoded(
        frames[0], "GIF", save_all=True, append_images=frames[1:], duration=[100, 200, 300], loop=2
    )


STILL = encoded(drawing().convert("P"), "GIF")
SHAPES = {
    "still": STILL,
    "animated": animated(),
    "interlaced": encoded(drawing().convert("P"), "GIF", interlace=1),
}
shape = pytest.mark.parametrize("gif", SHAPES.values(), ids=SHAPES)

PLANTED = [
    b"\x21\xfe" + blocks(SECRET),
    b"\x21\xff\x0bXMP DataXMP" + xmp() + b"\1" + bytes(range(255, -1, -1)) + b"\0",
    b"\x21\xff\x0bICCRGBG1012" + blocks(SECRET),
    b"\x21\xff\x0bMyProgram99" + blocks(SECRET),
    b"\x21\xff\x0bNETSCAPE2.0\x05\x02" + SECRET[:4] + blocks(SECRET),
    b"\x21\xce" + blocks(SECRET),
    b"\x21\x01" + b"\x0c" + bytes(12) + blocks(SECRET),
]


def palette_end(gif: bytes) -> int:
    return 13 + (3 << (gif[10] & 7) + 1)


def with_blocks(gif: bytes, planted: list[bytes]) -> bytes:
    at = palette_end(gif)
    return gif[:at] + b"".join(planted) + gif[at:-1] + b"".join(planted) + b"\x3b"


def frames_of(gif: bytes) -> list[bytes]:
    picture: Any = Image.open(io.BytesIO(gif))
    frames: list[bytes] = []
    for number in range(picture.n_frames):
        picture.seek(number)
        frames.append(picture.convert("RGBA").tobytes() + str(picture.info.get("duration")).encode())
    return frames


@shape
def test_nothing_planted_survives_and_the_frames_stay(gif: bytes) -> None:
    clean = without_metadata(with_blocks(gif, PLANTED))

    assert SECRET not in clean
    assert SECRET[:4] not in clean
    assert PLACE not in clean
    assert frames_of(clean) == frames_of(gif)
    assert clean == without_metadata(gif)


@given(st.permutations(PLANTED))
@settings(max_examples=30, deadline=None)
def test_the_order_of_blocks_does_not_matter(planted: list[bytes]) -> None:
    assert without_metadata(with_blocks(STILL, planted)) == without_metadata(STILL)


@shape
def test_cleaning_twice_changes_nothing(gif: bytes) -> None:
    once = without_metadata(with_blocks(gif, PLANTED))

    assert without_metadata(once) == once


def test_an_animation_keeps_its_loops() -> None:
    clean = without_metadata(with_blocks(animated(), PLANTED))

    assert Image.open(io.BytesIO(clean)).info["loop"] == 2
    assert inspect(clean).animated


def test_an_animation_that_plays_once_does_not_start_to_loop() -> None:
    frames = animation_frames()
    once = encoded(frames[0], "GIF", save_all=True, append_images=frames[1:])

    assert "loop" not in Image.open(io.BytesIO(without_metadata(once))).info


def test_what_follows_the_end_goes() -> None:
    assert without_metadata(STILL + SECRET) == without_metadata(STILL)
    assert inspect(STILL + SECRET).has_metadata == ("trailing",)


def test_blocks_hidden_behind_the_last_pixel_go() -> None:
    planted = STILL[:-2] + blocks(SECRET * 30) + b"\x3b"

    clean = without_metadata(planted)

    assert SECRET[4:] not in clean
    assert frames_of(clean) == frames_of(STILL)


def test_the_kinds_of_metadata_are_named() -> None:
    assert inspect(with_blocks(STILL, PLANTED[:2])).has_metadata == ("gps", "text", "xmp")


@shape
def test_a_picture_cut_anywhere_is_refused_as_truncated(gif: bytes) -> None:
    for end in range(13, len(gif), 7):
        with pytest.raises(TruncatedPicture):
            without_metadata(gif[:end])


def test_a_cut_picture_that_was_closed_again_is_refused_as_truncated() -> None:
    with pytest.raises((TruncatedPicture, DamagedPicture)):
        without_metadata(STILL[: palette_end(STILL) + 60] + bytes(256) + b"\x3b")


def test_a_frame_of_impossible_size_is_refused() -> None:
    at = STILL.index(b"\x2c", palette_end(STILL))

    with pytest.raises(TooManyPixels):
        without_metadata(STILL[: at + 5] + b"\xff\xff\xff\xff" + STILL[at + 9 :])


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_a_damaged_picture_is_cleaned_or_refused(data: st.DataObject) -> None:
    gif = bytearray(data.draw(st.sampled_from([STILL, animated()])))
    for _ in range(data.draw(st.integers(1, 4))):
        gif[data.draw(st.integers(6, len(gif) - 1))] = data.draw(st.integers(0, 255))

    try:
        clean = without_metadata(bytes(gif))
    except PictureError:
        return

    decoded(clean)
    assert without_metadata(clean) == clean
