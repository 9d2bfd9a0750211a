"""How much a feed may cost: time, bytes, redirects; and bounded unpacking."""

import zlib
from dataclasses import dataclass

from cmstation.domain.watch import SourceTrouble
from cmstation.domain.watch_networks import SourceUnread


@dataclass(frozen=True, slots=True)
class FeedLimits:
    """What one reading of a source may cost.

    Args:
        connect, read, whole: seconds to connect, for the next byte, for the whole call with its redirects.
        packed, unpacked: most bytes on the wire, and after unpacking.
        redirects: most of them in a row.
    """

    connect: float = 8
    read: float = 15
    whole: float = 40
    packed: int = 5_000_000
    unpacked: int = 5_000_000
    redirects: int = 5


class Unpacking:
    """Collects a body piece by piece, unpacked, and never holds more than is allowed."""

    def __init__(self, encoding: str, limits: FeedLimits) -> None:
        self._limits = limits
        self._packed = 0
        self._pieces: list[bytes] = []
        self._length = 0
        self._kind = encoding.strip().lower()
        if self._kind not in ("", "identity", "gzip", "x-gzip", "deflate"):
            raise SourceUnread(SourceTrouble.NOT_UNDERSTOOD, "encoding")
        # 32 lets zlib tell gzip from zlib by itself.
        self._unpacker = zlib.decompressobj(32 + zlib.MAX_WBITS) if self._is_packed else None

    @property
    def _is_packed(self) -> bool:
        return self._kind not in ("", "identity")

    def add(self, piece: bytes) -> None:
        """Take the next bytes of the wire.

        Raises:
            SourceUnread: too long, packed or unpacked, or not packed as it says.
        """
        self._packed += len(piece)
        if self._packed > self._limits.packed:
            raise SourceUnread(SourceTrouble.TOO_LONG, "bytes")
        plain = self._unpacked(piece)
        self._length += len(plain)
        if self._length > self._limits.unpacked:
            raise SourceUnread(SourceTrouble.TOO_LONG, "unpacked")
        self._pieces.append(plain)

    def body(self) -> bytes:
        """Return what came."""
        return b"".join(self._pieces)

    def _unpacked(self, piece: bytes) -> bytes:
        if self._unpacker is None:
            return piece
        most = self._limits.unpacked - self._length + 1
        try:
            return self._unpacker.decompress(piece, most)
        except zlib.error:
            if self._kind != "deflate" or self._length:
                raise SourceUnread(SourceTrouble.NOT_UNDERSTOOD, "encoding") from None
        # Some servers say "deflate" and leave zlib's own head out.
        self._unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
        self._kind = "raw"
        return self._unpacked(piece)
