"""Look into the compressed pixels: are they all there, and is nothing else among them?"""

from typing import Any

from cmstation.desktop.image_kinds import ImageKind
from cmstation.desktop.image_pillow import decoder, opened, reading
from cmstation.desktop.image_stripped import Stripped
from cmstation.desktop.image_webp_pixels import has_webp_stowaway
from cmstation.domain.media_errors import DamagedPicture, TruncatedPicture

# A decoder reads up to seven bytes ahead. Once it has the last pixel it swallows all that comes, byte by
# byte; before, it never takes three single bytes in a row.
_SINGLE_BYTES = 3
_PADDING = b"\x55" * 12
_SHORTEST_SPAN = 16
_FINISHED = -1
_EIGHTH = 8


def holds_only_pixels(picture: Stripped, kind: ImageKind) -> bool:
    """Decode a stripped picture and tell whether its compressed data holds pixels and nothing else.

    Raises:
        TruncatedPicture: pixels are missing.
        DamagedPicture: they cannot be decoded.
    """
    if kind is ImageKind.JPEG:
        return _JpegReader(picture).holds_only_pixels()
    with reading(kind):
        image = opened(picture.data, kind)
        if image.size != (picture.width, picture.height):
            raise DamagedPicture(kind=kind, reason="two sizes")
        for frame in range(1 if kind is ImageKind.GIF else picture.frames):
            image.seek(frame)
            image.load()
    return kind is not ImageKind.WEBP or not has_webp_stowaway(picture)


class _JpegReader:
    """Feed a JPEG to the decoder in small portions and watch how much it takes."""

    def __init__(self, picture: Stripped) -> None:
        self._data = picture.data
        self._spans = picture.spans
        self._fed = 0
        self._waiting = b""
        self._finished = False
        with reading(ImageKind.JPEG):
            image: Any = opened(self._data, ImageKind.JPEG)
            image.draft(image.mode, (max(image.width // _EIGHTH, 1), max(image.height // _EIGHTH, 1)))
            image.load_prepare()
            self._decoder = decoder(image, "jpeg", (*image.tile[0].args, *image.decoderconfig))

    def holds_only_pixels(self) -> bool:
        """Feed the whole file."""
        for number, (start, end) in enumerate(self._spans):
            if end - start >= _SHORTEST_SPAN:
                self._feed_to(end - _SINGLE_BYTES)
                if self._takes_single_bytes(self._data[end - _SINGLE_BYTES : end]):
                    return False
                self._fed = end
            ends_scan = number + 1 == len(self._spans) or not self._restarts_at(end)
            if ends_scan:
                self._feed_to(end)
                if not self._takes_single_bytes(_PADDING):
                    raise TruncatedPicture(kind=ImageKind.JPEG)
        self._feed_to(len(self._data))
        if not self._finished:
            raise TruncatedPicture(kind=ImageKind.JPEG)
        return True

    def _restarts_at(self, at: int) -> bool:
        return self._data[at] == 0xFF and 0xD0 <= self._data[at + 1] <= 0xD7

    def _takes_single_bytes(self, portion: bytes) -> bool:
        taken = [self._takes(portion[at : at + 1]) for at in range(len(portion))]
        return all(taken[-_SINGLE_BYTES:])

    def _feed_to(self, end: int) -> None:
        if end > self._fed:
            self._takes(self._data[self._fed : end])
            self._fed = end

    def _takes(self, portion: bytes) -> bool:
        """Feed some bytes and tell whether the decoder took all that it was given so far."""
        if self._finished:
            return True
        self._waiting += portion
        with reading(ImageKind.JPEG):
            used, failure = self._decoder.decode(self._waiting)
        if failure:
            raise DamagedPicture(kind=ImageKind.JPEG, reason=f"decoder {failure}")
        if used == _FINISHED:
            self._finished, self._waiting = True, b""
        self._waiting = self._waiting[max(used, 0) :]
        return not self._waiting.strip(b"\xff")
