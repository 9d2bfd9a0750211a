"""The only way to Pillow: imported late, and with its many exceptions turned into ours."""

import struct
from collections.abc import Generator
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING, Any

from cmstation.desktop.image_kinds import ImageKind
from cmstation.desktop.image_limits import MAX_PIXELS
from cmstation.domain.media_errors import DamagedPicture, TooManyPixels

if TYPE_CHECKING:
    from PIL.Image import Image

FORMATS = {
    ImageKind.JPEG: "JPEG",
    ImageKind.PNG: "PNG",
    ImageKind.WEBP: "WEBP",
    ImageKind.GIF: "GIF",
    ImageKind.BMP: "BMP",
    ImageKind.TIFF: "TIFF",
    ImageKind.AVIF: "AVIF",
}

# What decoders raise on bad files. A bare `Exception` would also hide our own mistakes in calling them.
_DECODING_FAILURES = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    Warning,
    struct.error,
)


@contextmanager
def reading(kind: ImageKind) -> Generator[None]:
    """Turn whatever a decoder raises on a bad file into `DamagedPicture` or `TooManyPixels`."""
    from PIL.Image import DecompressionBombError, DecompressionBombWarning  # noqa: PLC0415

    try:
        yield
    except (DecompressionBombError, DecompressionBombWarning, MemoryError) as error:
        raise TooManyPixels(limit=MAX_PIXELS) from error
    except _DECODING_FAILURES as error:
        raise DamagedPicture(kind=kind, reason=type(error).__name__) from error


def opened(data: bytes, kind: ImageKind) -> "Image":
    """Open a picture as the kind it is known to be; no pixel is decoded yet."""
    from PIL import Image  # noqa: PLC0415

    # Pillow's own threshold only warns; ours refuses, and must not be preceded by that warning.
    Image.MAX_IMAGE_PIXELS = MAX_PIXELS
    with reading(kind):
        return Image.open(BytesIO(data), formats=(FORMATS[kind],))


def resized(picture: "Image", size: tuple[int, int]) -> "Image":
    """Return a picture in another size, smoothly."""
    from PIL.Image import Resampling  # noqa: PLC0415

    if size == picture.size:
        return picture
    untyped: Any = picture
    return untyped.resize(size, Resampling.LANCZOS, reducing_gap=3.0)


def decoder(picture: "Image", name: str, arguments: tuple[object, ...]) -> Any:
    """Return Pillow's incremental decoder, which tells how many bytes it has used."""
    from PIL import Image  # noqa: PLC0415

    core: Any = Image.core
    made = getattr(core, f"{name}_decoder")(picture.mode, *arguments)
    made.setimage(picture.im, (0, 0, *picture.size))
    return made
