"""Measure the compressed pixels of a PNG, so that nothing can hide behind the last row."""

import zlib
from dataclasses import dataclass

from cmstation.desktop.image_kinds import ImageKind
from cmstation.domain.media_errors import DamagedPicture, TruncatedPicture

_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
_STEP = 1 << 20

# Adam7: first column, first row, columns apart, rows apart, of each of the seven passes.
_PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))


@dataclass(frozen=True, slots=True)
class PixelLayout:
    """How the rows of one PNG are stored, from its header."""

    bits_per_pixel: int
    interlaced: bool

    def raw_bytes(self, width: int, height: int) -> int:
        """Return how many bytes the rows of a frame take once they are inflated."""
        if not self.interlaced:
            return self._rows(width, height)
        return sum(
            self._rows((width - left + across - 1) // across, (height - top + down - 1) // down)
            for left, top, across, down in _PASSES
        )

    def _rows(self, width: int, height: int) -> int:
        if width <= 0 or height <= 0:
            return 0
        return height * (1 + (width * self.bits_per_pixel + 7) // 8)


def layout_of(header: bytes) -> PixelLayout:
    """Read the layout from the 13 bytes of an IHDR chunk."""
    depth, colour_type, compression, filters, interlace = header[8:13]
    if depth not in _DEPTHS.get(colour_type, ()) or compression or filters or interlace > 1:
        raise DamagedPicture(kind=ImageKind.PNG, reason="an impossible header")
    return PixelLayout(depth * _CHANNELS[colour_type], bool(interlace))


def exact_stream(pieces: list[bytes], raw_bytes: int) -> list[bytes]:
    """Return the pieces of a compressed stream, without what does not belong to the picture.

    The pieces are returned as they are when they hold the picture and nothing else.

    Args:
        pieces: contents of consecutive chunks.
        raw_bytes: how much the stream must inflate to.

    Raises:
        TruncatedPicture: there is less.
        DamagedPicture: it does not inflate.
    """
    meter = _Meter(raw_bytes)
    kept = [piece[: meter.feed(piece)] for piece in pieces]
    meter.drain()
    if meter.inflated < raw_bytes:
        raise TruncatedPicture(kind=ImageKind.PNG)
    if meter.is_exact:
        return [piece for piece in kept if piece]
    return [_packed_again(pieces, raw_bytes)]


class _Meter:
    """Count what a stream inflates to, without keeping it and without going far beyond what is expected."""

    def __init__(self, expected: int) -> None:
        self._inflater = zlib.decompressobj()
        self._expected = expected
        self.inflated = 0

    @property
    def is_exact(self) -> bool:
        """Whether the stream ended properly where the picture ends."""
        return self._inflater.eof and self.inflated == self._expected

    def feed(self, piece: bytes) -> int:
        """Inflate one piece and return how many of its bytes belong to the stream."""
        if self._is_over:
            return 0
        waiting = piece
        while waiting and not self._is_over:
            waiting = self._inflate(waiting)
        return len(piece) - len(self._inflater.unused_data)

    def drain(self) -> None:
        """Take out what is still inside once all pieces were fed."""
        before = -1
        while not self._is_over and before != self.inflated:
            before = self.inflated
            self._inflate(self._inflater.unconsumed_tail)

    @property
    def _is_over(self) -> bool:
        return self._inflater.eof or self.inflated > self._expected

    def _inflate(self, piece: bytes) -> bytes:
        try:
            self.inflated += len(self._inflater.decompress(piece, _STEP))
        except zlib.error as error:
            raise DamagedPicture(kind=ImageKind.PNG, reason="pixels cannot be unpacked") from error
        return self._inflater.unconsumed_tail


def _packed_again(pieces: list[bytes], raw_bytes: int) -> bytes:
    """Compress exactly the rows of the picture."""
    inflater, packer = zlib.decompressobj(), zlib.compressobj()
    packed: list[bytes] = []
    waiting, missing = b"".join(pieces), raw_bytes
    while missing:
        rows = inflater.decompress(waiting, min(_STEP, missing))
        missing -= len(rows)
        packed.append(packer.compress(rows))
        waiting = inflater.unconsumed_tail
    packed.append(packer.flush())
    return b"".join(packed)
