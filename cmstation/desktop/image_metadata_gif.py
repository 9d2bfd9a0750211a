"""Strip a GIF file block by block, leaving its frames as they are."""

from dataclasses import dataclass, field

from cmstation.desktop.image_exif import found_in_xmp
from cmstation.desktop.image_gif_pixels import exact_blocks
from cmstation.desktop.image_kinds import ImageKind
from cmstation.desktop.image_limits import check_size
from cmstation.desktop.image_stripped import Metadata, Stripped
from cmstation.domain.media_errors import DamagedPicture, TruncatedPicture

_EXTENSION, _PICTURE, _END = 0x21, 0x2C, 0x3B
_CONTROL, _COMMENT, _WORDS, _APPLICATION = 0xF9, 0xFE, 0x01, 0xFF
_LOOPS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")
_SCREEN_BYTES, _FRAME_BYTES = 13, 9
_HAS_COLOURS = 0x80


@dataclass(slots=True)
class _Parts:
    """What is gathered on the way through the file."""

    size: tuple[int, int]
    pieces: list[bytes] = field(default_factory=list[bytes])
    control: bytes = b""
    loop: bytes = b""
    frame_pixels: int = 0
    frames: int = 0
    found: set[Metadata] = field(default_factory=set[Metadata])


def strip_gif(data: bytes) -> Stripped:
    """Return the GIF with its frames, their timing and the number of loops, and nothing else."""
    if len(data) < _SCREEN_BYTES:
        raise TruncatedPicture(kind=ImageKind.GIF)
    size = int.from_bytes(data[6:8], "little"), int.from_bytes(data[8:10], "little")
    if not all(size):
        raise DamagedPicture(kind=ImageKind.GIF, reason="no size")
    at = _SCREEN_BYTES + _colours_length(data[10])
    parts = _Parts(size)
    while (kind := _byte(data, at)) != _END:
        if kind == _EXTENSION:
            at = _take_extension(parts, data, at)
        elif kind == _PICTURE:
            at = _take_frame(parts, data, at)
        else:
            raise DamagedPicture(kind=ImageKind.GIF, reason="an unknown block")
    if data[at + 1 :].strip(b"\0"):
        parts.found.add(Metadata.TRAILING)
    if not parts.frames:
        raise DamagedPicture(kind=ImageKind.GIF, reason="no picture inside")
    screen = data[: _SCREEN_BYTES + _colours_length(data[10])]
    return _assembled(parts, screen)


def _byte(data: bytes, at: int) -> int:
    if at >= len(data):
        raise TruncatedPicture(kind=ImageKind.GIF)
    return data[at]


def _colours_length(flags: int) -> int:
    return 3 << (flags & 7) + 1 if flags & _HAS_COLOURS else 0


def _end_of_blocks(data: bytes, at: int) -> int:
    while length := _byte(data, at):
        at += 1 + length
    return at + 1


def _blocks(data: bytes, at: int, end: int) -> list[bytes]:
    blocks: list[bytes] = []
    while at < end - 1:
        blocks.append(data[at + 1 : at + 1 + data[at]])
        at += 1 + data[at]
    return blocks


def _take_extension(parts: _Parts, data: bytes, at: int) -> int:
    label, end = _byte(data, at + 1), _end_of_blocks(data, at + 2)
    blocks = _blocks(data, at + 2, end)
    if label == _CONTROL and blocks and len(blocks[0]) == 4:
        parts.control = b"\x21\xf9\x04" + blocks[0] + b"\0"
    elif label == _APPLICATION and blocks and blocks[0] in _LOOPS:
        loops = [block for block in blocks[1:] if len(block) == 3 and block[0] & 7 == 1]
        parts.loop = parts.loop or b"".join(
            b"\x21\xff\x0bNETSCAPE2.0\x03\x01" + b[1:] + b"\0" for b in loops[:1]
        )
    elif label == _APPLICATION and blocks and blocks[0] == b"XMP DataXMP":
        parts.found |= found_in_xmp(data[at:end])
    elif label in (_COMMENT, _WORDS):
        parts.found.add(Metadata.TEXT)
        if label == _WORDS:
            parts.control = b""  # it belonged to these words
    else:
        parts.found.add(Metadata.OTHER)
    return end


def _take_frame(parts: _Parts, data: bytes, at: int) -> int:
    flags = _byte(data, at + _FRAME_BYTES)
    pixels = at + 1 + _FRAME_BYTES + _colours_length(flags)
    code_bits = _byte(data, pixels)
    end = _end_of_blocks(data, pixels + 1)
    left, top, width, height = (int.from_bytes(data[at + n : at + n + 2], "little") for n in (1, 3, 5, 7))
    if not width or not height or not 1 <= code_bits <= 11:
        raise DamagedPicture(kind=ImageKind.GIF, reason="a broken frame")
    parts.frames += 1
    parts.frame_pixels += width * height
    right, bottom = max(parts.size[0], left + width), max(parts.size[1], top + height)
    check_size(right, bottom, frames=parts.frames, frame_pixels=parts.frame_pixels)
    blocks = exact_blocks(width, height, code_bits, _blocks(data, pixels + 1, end))
    stored = b"".join(bytes((len(block),)) + block for block in blocks) + b"\0"
    parts.pieces.append(parts.control + data[at : pixels + 1] + stored)
    parts.control = b""
    return end


def _assembled(parts: _Parts, screen: bytes) -> Stripped:

    return Stripped(
        data=b"".join((screen, parts.loop, *parts.pieces, b"\x3b")),
        width=parts.size[0],
        height=parts.size[1],
        found=frozenset(parts.found),
        frames=parts.frames,
        frame_pixels=parts.frame_pixels,
        lossless=True,
    )
