"""Everything the program does with a picture's file: read it, look at it, clean it, prepare its copies."""

import stat
from dataclasses import dataclass
from pathlib import Path

from cmstation.desktop.image_copies import PreparedPicture, prepare
from cmstation.desktop.image_limits import MAX_FILE_BYTES
from cmstation.desktop.image_originals import read_original
from cmstation.desktop.image_turning import seen_size
from cmstation.domain.media_errors import EmptyPicture, PictureFileTooLarge, PictureFileUnreadable

__all__ = [
    "MAX_FILE_BYTES",
    "PictureFacts",
    "PreparedPicture",
    "inspect",
    "prepare",
    "read_picture_file",
    "without_metadata",
]


@dataclass(frozen=True, slots=True)
class PictureFacts:
    """What a picture is.

    Args:
        mime: what the content is, whatever the file is called.
        width, height: in pixels as seen, after turning.
        bytes: size of the file.
        has_metadata: kinds of metadata found, in alphabetical order; see `image_stripped.Metadata`.
    """

    mime: str
    width: int
    height: int
    bytes: int
    animated: bool
    has_metadata: tuple[str, ...]


def without_metadata(data: bytes) -> bytes:
    """Return a picture, upright, with nothing in it but its pixels and what their colours need.

    JPEG, PNG, WebP and GIF keep their picture data byte for byte, unless EXIF says that they are to be
    turned; then they are written once more at the highest sensible quality. BMP and TIFF become PNG, AVIF
    becomes JPEG (PNG when transparent).

    Raises:
        TruncatedPicture: its end is missing.
        PictureError: anything else that makes it unusable.
    """
    return read_original(data).clean_bytes()


def inspect(data: bytes) -> PictureFacts:
    """Return the facts of a picture that was read to its last pixel.

    Raises:
        TruncatedPicture: its end is missing.
        PictureError: anything else that makes it unusable.
    """
    original = read_original(data)
    picture = original.picture
    width, height = seen_size(picture.width, picture.height, picture.orientation)
    return PictureFacts(original.mime.value, width, height, len(data), picture.frames > 1, original.found)


def read_picture_file(path: Path, *, limit_bytes: int = MAX_FILE_BYTES) -> bytes:
    """Return the bytes of a file, after making sure that they are few enough.

    Raises:
        PictureFileTooLarge: told by its size, before a byte is read.
        PictureFileUnreadable: there is no ordinary file that can be read.
        EmptyPicture: it is empty.
    """
    try:
        facts = path.stat()
        if not stat.S_ISREG(facts.st_mode):
            raise PictureFileUnreadable(path=str(path), reason="not a file")
        if facts.st_size > limit_bytes:
            raise PictureFileTooLarge(path=str(path), size=facts.st_size, limit=limit_bytes)
        with path.open("rb") as file:
            data = file.read(limit_bytes + 1)
    except (OSError, ValueError) as error:
        raise PictureFileUnreadable(path=str(path), reason=type(error).__name__) from error
    if len(data) > limit_bytes:  # it grew since
        raise PictureFileTooLarge(path=str(path), size=len(data), limit=limit_bytes)
    if not data:
        raise EmptyPicture(path=str(path))
    return data
