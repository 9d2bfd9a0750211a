"""Write pixels as a file that carries nothing else; the same pixels always give the same bytes."""

from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING, Any

from cmstation.desktop.image_kinds import ImageKind
from cmstation.desktop.image_metadata_gif import strip_gif
from cmstation.desktop.image_metadata_jpeg import strip_jpeg
from cmstation.desktop.image_metadata_png import strip_png, with_colours
from cmstation.desktop.image_metadata_webp import strip_webp
from cmstation.desktop.image_pillow import FORMATS, reading

if TYPE_CHECKING:
    from PIL.Image import Image

STRIPPERS = {
    ImageKind.JPEG: strip_jpeg,
    ImageKind.PNG: strip_png,
    ImageKind.WEBP: strip_webp,
    ImageKind.GIF: strip_gif,
}
WIDEST = {
    ImageKind.JPEG: 65_500,
    ImageKind.PNG: 1 << 30,
    ImageKind.WEBP: 16_383,
    ImageKind.GIF: 65_535,
}
BEST_QUALITY = 95

_JPEG_MODES = ("L", "RGB", "CMYK")
_WEBP_MODES = ("RGB", "RGBA")
_EVERY_COLOUR = 90  # from this quality on, colour is written as finely as light


@dataclass(frozen=True, slots=True)
class Animation:
    """The frames of an animation, each complete, with the milliseconds it stays."""

    frames: list["Image"] = field(repr=False)
    durations: list[int]
    loop: int


def written(
    picture: "Image",
    kind: ImageKind,
    *,
    quality: int = BEST_QUALITY,
    lossless: bool = False,
    profile: bytes = b"",
    colours: bytes = b"",
) -> bytes:
    """Encode a still picture.

    Args:
        quality: for JPEG and WebP.
        lossless: for WebP.
        profile: colour profile to carry, already bare; for PNG it is part of `colours`.
        colours: chunks that a PNG shall carry.
    """
    plain = _plain(picture, kind)
    options: dict[str, Any] = {"icc_profile": profile or None}
    if kind is ImageKind.JPEG:
        options |= {"quality": quality, "subsampling": 0 if quality >= _EVERY_COLOUR else 2}
    elif kind is ImageKind.WEBP:
        options |= {"quality": quality, "lossless": lossless, "method": 4, "exact": lossless}
    elif kind is ImageKind.PNG:
        options = {"icc_profile": None, "compress_level": 6}
    return _saved(plain, kind, options, colours)


def written_animation(
    animation: Animation,
    kind: ImageKind,
    *,
    quality: int = BEST_QUALITY,
    lossless: bool = False,
    profile: bytes = b"",
    colours: bytes = b"",
) -> bytes:
    """Encode an animation as GIF, WebP or PNG; arguments as for `written`."""
    first, *others = animation.frames
    options: dict[str, Any] = {
        "save_all": True,
        "append_images": others,
        "duration": animation.durations,
        "loop": animation.loop,
    }
    if kind is ImageKind.WEBP:
        options |= {"quality": quality, "lossless": lossless, "icc_profile": profile or None, "method": 4}
    elif kind is ImageKind.GIF:
        options |= {"disposal": 2, "optimize": False}
    else:
        options |= {"icc_profile": None}
    return _saved(first, kind, options, colours)


def _saved(picture: "Image", kind: ImageKind, options: dict[str, Any], colours: bytes) -> bytes:
    target = BytesIO()
    with reading(kind):  # a picture may claim what no encoder can write, such as an endless canvas
        picture.save(target, FORMATS[kind], **options)
    clean = STRIPPERS[kind](target.getvalue()).data
    return with_colours(clean, colours) if colours and kind is ImageKind.PNG else clean


def _plain(picture: "Image", kind: ImageKind) -> "Image":
    """Return a picture in a mode that the kind can hold, without any of the notes that Pillow would write."""
    if kind is ImageKind.JPEG and picture.mode not in _JPEG_MODES:
        plain = on_white(picture)
    elif kind is ImageKind.WEBP and picture.mode not in _WEBP_MODES:
        plain = picture.convert("RGBA" if has_alpha(picture) else "RGB")
    else:
        plain = picture.copy()
    transparency: Any = plain.info.get("transparency")
    keeps = transparency is not None and kind in (ImageKind.PNG, ImageKind.GIF)
    plain.info = {"transparency": transparency} if keeps else {}
    return plain


def has_alpha(picture: "Image") -> bool:
    """Tell whether a picture can be transparent somewhere."""
    return picture.mode in ("RGBA", "LA", "PA", "RGBa", "La") or "transparency" in picture.info


def on_white(picture: "Image") -> "Image":
    """Return a picture in RGB, its transparent parts on white."""
    from PIL import Image  # noqa: PLC0415

    if not has_alpha(picture):
        return picture.convert("RGB")
    layer = picture.convert("RGBA")
    ground = Image.new("RGBA", layer.size, (255, 255, 255, 255))
    return Image.alpha_composite(ground, layer).convert("RGB")
