"""Small copies of pictures for the screen, made once and kept in a folder."""

import contextlib
import hashlib
import os
import secrets
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cmstation.desktop.image_colours import in_srgb
from cmstation.desktop.image_kinds import ImageKind
from cmstation.desktop.image_originals import stripped_picture
from cmstation.desktop.image_pillow import opened, reading, resized
from cmstation.desktop.image_turning import turned
from cmstation.desktop.image_writing import has_alpha, written
from cmstation.desktop.images import read_picture_file

if TYPE_CHECKING:
    from PIL.Image import Image

_QUALITY = 85
_ENDINGS = {b"\xff\xd8": b"\xff\xd9", b"\x89P": b"IEND\xaeB`\x82"}


def thumbnail(source: bytes | Path, side: int) -> bytes:
    """Return a small upright JPEG (PNG when transparent) whose longer side is at most `side` pixels.

    Raises:
        PictureError: the picture cannot be used.
    """
    kind, stripped = stripped_picture(_content(source))
    with reading(kind):
        picture: Any = opened(stripped.data, kind)
        if kind is ImageKind.JPEG:
            picture.draft(picture.mode, (side * 2, side * 2))  # decoding a fraction is many times faster
        picture.load()
    small = _fitted(in_srgb(_reduced(picture, side * 2), stripped.profile), side)
    upright = turned(small, stripped.orientation)
    return written(upright, ImageKind.PNG if has_alpha(upright) else ImageKind.JPEG, quality=_QUALITY)


class Thumbnails:
    """Thumbnails by the content of their picture, so that no picture is decoded twice.

    Args:
        folder: where they are kept; it may be deleted at any time, and is made when needed.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def thumbnail(self, source: bytes | Path, side: int, *, digest: str = "") -> bytes:
        """Return the thumbnail of a picture, from the folder or made now.

        Args:
            side: longest side in pixels.
            digest: sha256 of the picture in hexadecimal, when known: then a kept thumbnail is found
                without reading the picture at all.

        Raises:
            PictureError: the picture cannot be used.
        """
        digest = digest or hashlib.sha256(_content(source)).hexdigest()
        file = self._folder / f"{digest}-{side}"
        kept = _kept(file)
        if kept:
            return kept
        made = thumbnail(source, side)
        with contextlib.suppress(OSError):  # a full disk must not keep a picture from being shown
            self._keep(file, made)
        return made

    def forget(self, digest: str) -> None:
        """Delete all thumbnails of one picture."""
        for file in self._folder.glob(f"{digest}-*"):
            file.unlink(missing_ok=True)

    def _keep(self, file: Path, content: bytes) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        draft = file.with_name(f"{file.name}.{secrets.token_hex(4)}")
        try:
            draft.write_bytes(content)
            os.replace(draft, file)  # noqa: PTH105
        finally:
            draft.unlink(missing_ok=True)


def _content(source: bytes | Path) -> bytes:
    return source if isinstance(source, bytes) else read_picture_file(source)


def _kept(file: Path) -> bytes:
    """Return a kept thumbnail; b"" when there is none, or the power failed while it was written."""
    try:
        content = file.read_bytes()
    except OSError:
        return b""
    ending = _ENDINGS.get(content[:2])
    return content if ending and content.endswith(ending) else b""


def _reduced(picture: "Image", side: int) -> "Image":
    """Shrink roughly by a whole factor, which is quick, before colours are converted."""
    factor = max(picture.size) // max(side, 1)
    plain = picture.mode in ("L", "RGB", "CMYK", "RGBA")
    return picture.reduce(factor) if factor > 1 and plain else picture


def _fitted(picture: "Image", side: int) -> "Image":
    scale = min(1.0, side / max(picture.size))
    return resized(picture, (max(round(picture.width * scale), 1), max(round(picture.height * scale), 1)))
