"""Bring pixels of any kind to plain sRGB, which every network and every screen takes for granted."""

from io import BytesIO
from typing import TYPE_CHECKING, Any

from cmstation.desktop.image_writing import has_alpha

if TYPE_CHECKING:
    from PIL.Image import Image

_16_BIT_MODES = ("I;16", "I;16B", "I;16L", "I;16N")
_PLAIN_MODES = ("L", "RGB", "RGBA")


def in_srgb(picture: "Image", profile: bytes) -> "Image":
    """Return a picture in sRGB as L, RGB or RGBA.

    Args:
        profile: colour profile of the picture, b"" when it has none; one that does not suit the picture is
            passed over, as browsers do.
    """
    if picture.mode in _16_BIT_MODES:
        return _in_8_bits(picture)
    if picture.mode not in (*_PLAIN_MODES, "CMYK") or "transparency" in picture.info:
        picture = picture.convert("RGBA" if has_alpha(picture) else "RGB")
    if profile:
        picture = _converted(picture, profile)
    return picture if picture.mode in _PLAIN_MODES else picture.convert("RGB")


def _in_8_bits(picture: "Image") -> "Image":
    # Pillow clips 16 bits when it converts them to 8, so the division must be asked for.
    deep: Any = picture.convert("I")
    return deep.point(_without_low_byte).convert("L")


def _without_low_byte(value: Any) -> Any:
    return value * (1 / 256) + 0  # the only form of arithmetic that Pillow accepts here


def _converted(picture: "Image", profile: bytes) -> "Image":
    from PIL import ImageCms  # noqa: PLC0415

    untyped: Any = ImageCms
    target = "RGBA" if picture.mode == "RGBA" else "RGB"
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        srgb = untyped.createProfile("sRGB")
        converted = ImageCms.profileToProfile(picture, source, srgb, outputMode=target)
    except (ImageCms.PyCMSError, OSError, ValueError):
        return picture
    return picture if converted is None else converted
