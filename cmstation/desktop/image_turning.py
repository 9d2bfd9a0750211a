"""Turn pixels the way EXIF says that they are to be seen."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from cmstation.desktop.image_kinds import ImageKind
from cmstation.desktop.image_limits import MAX_PIXELS_WRITTEN_AGAIN
from cmstation.desktop.image_pillow import opened, reading
from cmstation.desktop.image_stripped import Stripped
from cmstation.desktop.image_writing import Animation, written, written_animation
from cmstation.domain.media_errors import TooManyPixels

if TYPE_CHECKING:
    from PIL.Image import Image

_SWAPS_SIDES = frozenset({5, 6, 7, 8})


def seen_size(width: int, height: int, orientation: int) -> tuple[int, int]:
    """Return the size of a picture once it is turned."""
    return (height, width) if orientation in _SWAPS_SIDES else (width, height)


def turned(picture: "Image", orientation: int) -> "Image":
    """Return a picture turned from how it is stored to how it is seen.

    Args:
        orientation: 1 to 8, as EXIF counts.
    """
    from PIL.Image import Transpose  # noqa: PLC0415

    steps = {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }
    return picture.transpose(steps[orientation]) if orientation in steps else picture


def still(stripped: Stripped, kind: ImageKind) -> "Image":
    """Decode a picture, or the first frame of an animation, and turn it."""
    with reading(kind):
        picture = opened(stripped.data, kind)
        picture.load()
        return turned(picture, stripped.orientation)


def animation(
    stripped: Stripped, kind: ImageKind, change: Callable[["Image"], "Image"] | None = None
) -> Animation:
    """Decode all frames of an animation and turn them.

    Args:
        change: applied to each frame once it is turned, before the next one is decoded.

    Raises:
        TooManyPixels: the frames together would not fit into memory.
    """
    frames: list[Image] = []
    durations: list[int] = []
    with reading(kind):
        picture = opened(stripped.data, kind)
        loop = int(picture.info.get("loop", 1 if kind is ImageKind.GIF else 0))
        for number in range(stripped.frames):
            picture.seek(number)
            frame = turned(picture.convert("RGBA"), stripped.orientation)
            frame = change(frame) if change else frame
            if frame.width * frame.height * stripped.frames > MAX_PIXELS_WRITTEN_AGAIN:
                raise TooManyPixels(limit=MAX_PIXELS_WRITTEN_AGAIN, frames=stripped.frames)
            frames.append(frame)
            durations.append(int(picture.info.get("duration", 100)))
    return Animation(frames, durations, loop)


def written_again(stripped: Stripped, kind: ImageKind) -> bytes:
    """Encode a picture once more, turned, in its own kind and at the best quality."""
    profile, colours, lossless = stripped.profile, stripped.colours, stripped.lossless
    if stripped.frames > 1:
        moving = animation(stripped, kind)
        return written_animation(moving, kind, profile=profile, colours=colours, lossless=lossless)
    picture = still(stripped, kind)
    return written(picture, kind, profile=profile, colours=colours, lossless=lossless)
