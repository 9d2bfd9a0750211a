"""The copy that leaves for one network fits that network, and says nothing more than the picture."""

import hashlib
import io
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from cmstation.desktop.images import PreparedPicture, inspect, prepare, without_metadata
from cmstation.domain.crops import CropBox, centred
from cmstation.domain.media_errors import NoAcceptedKind, PictureDoesNotFit, TruncatedPicture
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
    segment,
)

USUAL = ("image/jpeg", "image/png", "image/webp", "image/gif")


def copy(data: bytes, **wishes: Any) -> PreparedPicture:
    usual: dict[str, Any] = {
        "crop": None,
        "max_bytes": None,
        "max_side": None,
        "max_pixels": None,
        "accepted": USUAL,
    }
    return prepare(data, **(usual | wishes))


def opened(picture: PreparedPicture) -> Image.Image:
    return Image.open(io.BytesIO(picture.data))


def annotated(jpeg: bytes) -> bytes:
    return jpeg[:2] + segment(0xE1, b"Exif\0\0" + exif(1)) + segment(0xFE, SECRET) + jpeg[2:]


def test_a_picture_that_fits_leaves_with_its_picture_data_untouched() -> None:
    plain = encoded(photo(), "JPEG", quality=60)

    prepared = copy(annotated(plain), max_bytes=1_000_000, max_side=4096, max_pixels=10_000_000)

    assert prepared == PreparedPicture(plain, "image/jpeg", 200, 150)


@pytest.mark.parametrize(
    "wishes",
    [
        {"max_bytes": 4000},
        {"max_side": 90},
        {"max_pixels": 5000},
        {"crop": CropBox(0.1, 0.1, 0.5, 0.5)},
        {"accepted": ("image/png",)},
        {"accepted": ("image/webp",)},
        {"accepted": ("image/gif",)},
    ],
    ids=str,
)
def test_a_copy_keeps_to_its_limits_and_carries_nothing(wishes: dict[str, Any]) -> None:
    original = annotated(encoded(photo(), "JPEG", quality=90, icc_profile=profile()))

    prepared = copy(original, **wishes)

    assert len(prepared.data) <= wishes.get("max_bytes", 1 << 30)
    assert max(prepared.width, prepared.height) <= wishes.get("max_side", 1 << 30)
    assert prepared.width * prepared.height <= wishes.get("max_pixels", 1 << 30)
    assert prepared.mime in wishes.get("accepted", USUAL)
    assert opened(prepared).size == (prepared.width, prepared.height)
    facts = inspect(prepared.data)
    assert (facts.mime, facts.has_metadata) == (prepared.mime, ())
    assert SECRET not in prepared.data
    assert without_metadata(prepared.data) == prepared.data


@given(
    st.integers(1, 300),
    st.integers(1, 300),
    st.integers(1, 400) | st.none(),
    st.integers(1, 90_000) | st.none(),
)
@settings(max_examples=60, deadline=None)
def test_the_size_limits_hold_for_every_shape(
    width: int, height: int, side: int | None, pixels: int | None
) -> None:
    original = encoded(Image.new("RGB", (width, height), (9, 99, 199)), "PNG")

    prepared = copy(original, max_side=side, max_pixels=pixels)

    assert side is None or max(prepared.width, prepared.height) <= side
    assert pixels is None or prepared.width * prepared.height <= pixels
    assert prepared.width <= width
    assert prepared.height <= height


def test_the_same_wishes_give_the_same_bytes() -> None:
    original = annotated(encoded(photo(), "JPEG", quality=90, icc_profile=profile()))
    wishes: dict[str, Any] = {"crop": CropBox(0.0, 0.1, 0.9, 0.8), "max_bytes": 9000, "max_side": 170}

    digests = {hashlib.sha256(copy(original, **wishes).data).hexdigest() for _ in range(3)}

    assert len(digests) == 1


def test_notes_in_the_original_do_not_change_the_copy() -> None:
    plain = encoded(photo(), "JPEG", quality=90)

    assert copy(annotated(plain), max_side=100) == copy(plain, max_side=100)


def test_the_crop_counts_from_the_picture_as_seen() -> None:
    turned = encoded(drawing(64, 48), "PNG", exif=b"Exif\0\0" + exif(6))
    box = centred(1.0, 48, 64)

    prepared = copy(turned, crop=box)

    assert (prepared.width, prepared.height) == (48, 48)
    expected = drawing(64, 48).rotate(-90, expand=True).crop(box.pixels(48, 64))
    assert difference(decoded(prepared.data), expected) == 0


def test_quality_goes_before_size() -> None:
    original = encoded(photo(800, 600), "JPEG", quality=98)

    prepared = copy(original, max_bytes=len(original) // 2)

    assert (prepared.width, prepared.height) == (800, 600)


def test_size_goes_when_quality_is_not_enough() -> None:
    original = encoded(photo(800, 600), "JPEG", quality=98)

    prepared = copy(original, max_bytes=len(original) // 30)

    assert prepared.width < 800
    assert prepared.width / prepared.height == pytest.approx(800 / 600, rel=0.02)


def test_a_drawing_stays_a_png_where_it_can() -> None:
    original = encoded(drawing(400, 300), "PNG")

    assert copy(original, max_side=200).mime == "image/png"
    assert copy(original, max_side=200, accepted=("image/jpeg",)).mime == "image/jpeg"


def test_transparency_stays_where_the_network_shows_it() -> None:
    picture = drawing(200, 150, "RGBA")
    picture.putalpha(128)

    prepared = copy(encoded(picture, "PNG"), max_side=100, accepted=("image/jpeg", "image/png"))

    assert prepared.mime == "image/png"
    assert opened(prepared).mode == "RGBA"


def test_transparency_becomes_white_where_it_cannot_stay() -> None:
    prepared = copy(encoded(Image.new("RGBA", (50, 50), (255, 0, 0, 0)), "PNG"), accepted=("image/jpeg",))

    assert opened(prepared).getpixel((20, 20)) == (255, 255, 255)


def test_colours_of_another_space_are_brought_to_that_of_screens() -> None:
    print_colours = encoded(Image.new("CMYK", (50, 50), (0, 255, 255, 0)), "JPEG")

    prepared = copy(print_colours)

    red, green, blue = resized(opened(prepared), (1, 1)).tobytes()
    assert opened(prepared).mode == "RGB"
    assert red > 200
    assert max(green, blue) < 80


def test_deep_grey_becomes_plain_grey_of_the_same_light() -> None:
    prepared = copy(encoded(Image.new("I;16", (50, 50), 0x80FF), "PNG"), max_side=25)

    assert opened(prepared).convert("L").getextrema() == (0x80, 0x80)


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_an_animation_stays_one_when_it_is_made_smaller(kind: str) -> None:
    frames = animation_frames()
    original = encoded(
        frames[0], kind, save_all=True, append_images=frames[1:], duration=[100, 200, 300], loop=0
    )

    prepared = copy(original, max_side=30, crop=CropBox(0, 0, 0.5, 0.5))

    smaller: Any = opened(prepared)
    assert inspect(prepared.data).animated
    assert smaller.n_frames == 3
    assert smaller.size == (prepared.width, prepared.height) == (30, 20)


def test_the_first_frame_leaves_where_animations_cannot() -> None:
    frames = animation_frames()
    original = encoded(frames[0], "GIF", save_all=True, append_images=frames[1:])

    prepared = copy(original, accepted=("image/jpeg",))

    assert prepared.mime == "image/jpeg"
    assert difference(decoded(prepared.data), frames[0]) < 6


def test_a_limit_that_nothing_meets_is_said() -> None:
    with pytest.raises(PictureDoesNotFit) as refusal:
        copy(encoded(photo(), "JPEG"), max_bytes=50)

    assert refusal.value.facts["limit"] == 50


def test_a_network_without_a_kind_that_we_write_is_said() -> None:
    with pytest.raises(NoAcceptedKind):
        copy(encoded(photo(), "JPEG"), accepted=("image/heic",))


def test_a_truncated_picture_never_leaves() -> None:
    with pytest.raises(TruncatedPicture):
        copy(encoded(photo(), "JPEG")[:-400], max_side=20)


@pytest.mark.parametrize("accepted", [("image/jpeg",), ("image/webp",), ("image/gif",)])
def test_a_picture_wider_than_a_kind_can_hold_is_made_smaller(accepted: tuple[str, ...]) -> None:
    prepared = copy(encoded(Image.new("1", (70_000, 40)), "PNG"), accepted=accepted)

    assert opened(prepared).width == prepared.width > 13_000


def test_noise_as_heavy_as_it_gets_can_be_written() -> None:
    dots = b"".join(hashlib.sha256(number.to_bytes(4, "big")).digest() for number in range(90_000))
    noise = Image.frombytes("RGB", (1200, 800), dots[: 1200 * 800 * 3])

    prepared = copy(encoded(noise, "PNG"), accepted=("image/jpeg",))

    assert (prepared.width, prepared.height) == (1200, 800)


def test_a_tiny_picture_is_not_enlarged() -> None:
    prepared = copy(encoded(Image.new("RGB", (3, 2)), "PNG"), max_side=1000, accepted=("image/jpeg",))

    assert (prepared.width, prepared.height) == (3, 2)


@pytest.mark.parametrize("accepted", [("image/jpeg",), ("image/png",), ("image/webp",), ("image/gif",)])
@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA"])
def test_every_way_of_storing_pixels_can_be_sent_as_every_kind(mode: str, accepted: tuple[str, ...]) -> None:
    prepared = copy(encoded(drawing(mode=mode), "PNG"), max_side=40, accepted=accepted)

    assert prepared.mime == accepted[0]
    expected = resized(decoded(encoded(drawing(mode=mode), "PNG")), (40, 30))
    assert difference(decoded(prepared.data), expected) < 12
