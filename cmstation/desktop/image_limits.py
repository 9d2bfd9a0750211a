"""How large a picture may be before it is read at all."""

from cmstation.domain.media_errors import TooManyPixels

MAX_PIXELS = 100_000_000
MAX_ANIMATION_PIXELS = 500_000_000
MAX_PIXELS_WRITTEN_AGAIN = 250_000_000  # an animation's frames wait in memory, four bytes a pixel
MAX_FILE_BYTES = 100 * 1024 * 1024


def check_size(width: int, height: int, *, frames: int = 1, frame_pixels: int = 0) -> None:
    """Refuse a picture that would take too much memory or time to decode.

    Args:
        width, height: of the whole picture.
        frames: number of frames of an animation.
        frame_pixels: pixels of all frames together.

    Raises:
        TooManyPixels: one picture has more than `MAX_PIXELS`, or all frames more than `MAX_ANIMATION_PIXELS`.
    """
    if width * height > MAX_PIXELS:
        raise TooManyPixels(width=width, height=height, frames=frames, limit=MAX_PIXELS)
    if frame_pixels > MAX_ANIMATION_PIXELS:
        raise TooManyPixels(width=width, height=height, frames=frames, limit=MAX_ANIMATION_PIXELS)
