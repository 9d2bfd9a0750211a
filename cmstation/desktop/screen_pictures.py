"""Turns a picture that came from anywhere into plain pixels for the screen; nobody else ever decodes it."""

from typing import Any, Final

from cmstation.desktop.image_colours import in_srgb
from cmstation.desktop.image_kinds import ImageKind, kind_of
from cmstation.desktop.image_originals import stripped_picture
from cmstation.desktop.image_pillow import opened, reading, resized
from cmstation.desktop.image_stripped import Stripped
from cmstation.desktop.image_turning import seen_size, turned
from cmstation.domain.media_errors import PictureKindNotSupported, TooManyPixels
from cmstation.domain.web_pictures import ScreenPicture

KINDS: Final = frozenset({ImageKind.JPEG, ImageKind.PNG, ImageKind.WEBP, ImageKind.GIF})
MOST_PIXELS: Final = 40_000_000
MOST_SHOWN: Final = 1_600_000
_MOST_FRAME_PIXELS: Final = 200_000_000


def screen_picture(data: bytes, widest: int) -> ScreenPicture:
    """Return a picture upright and no wider than the screen needs; an animation gives its first frame.

    Raises:
        PictureError: it cannot be used, or would cost too much.
    """
    if (kind := kind_of(data)) not in KINDS:
        raise PictureKindNotSupported(kind=kind.name.lower())
    _, stripped = stripped_picture(data)
    if stripped.width * stripped.height > MOST_PIXELS or stripped.frame_pixels > _MOST_FRAME_PIXELS:
        raise TooManyPixels(width=stripped.width, height=stripped.height, limit=MOST_PIXELS)
    size = _size(*seen_size(stripped.width, stripped.height, stripped.orientation), widest)
    with reading(kind):
        picture = _decoded(stripped, kind, max(size))
        upright = turned(in_srgb(picture, stripped.profile), stripped.orientation)
        small = resized(upright, size).convert("RGBA")
        return ScreenPicture(*small.size, small.tobytes())


def _decoded(stripped: Stripped, kind: ImageKind, side: int) -> Any:
    picture: Any = opened(stripped.data, kind)
    if kind is ImageKind.JPEG:
        # Decoding a fraction is many times faster; never less than twice what is shown.
        picture.draft(picture.mode, (side * 2, side * 2))
    picture.load()
    factor = min(picture.size) // (side * 2)
    return picture.reduce(factor) if factor > 1 and picture.mode in ("L", "RGB", "CMYK", "RGBA") else picture


def _size(width: int, height: int, widest: int) -> tuple[int, int]:
    scale = min(1.0, widest / width, (MOST_SHOWN / (width * height)) ** 0.5)
    return max(int(width * scale), 1), max(int(height * scale), 1)
