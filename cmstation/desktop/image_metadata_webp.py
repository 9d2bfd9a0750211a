"""Strip a WebP file (also an animated one) chunk by chunk, leaving its picture data as it is."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from cmstation.desktop.image_colour_profile import bare_profile
from cmstation.desktop.image_exif import found_in_exif, found_in_xmp, orientation
from cmstation.desktop.image_kinds import ImageKind
from cmstation.desktop.image_limits import check_size
from cmstation.desktop.image_stripped import Metadata, Stripped
from cmstation.domain.media_errors import DamagedPicture, TruncatedPicture

_ALPHA, _ANIMATION, _PROFILE = 0x10, 0x02, 0x20
_FRAME_HEADER = 16
_PICTURE_CHUNKS = (b"ALPH", b"VP8 ", b"VP8L")

# Encoders may end with one or two bytes that a decoder does without, never with this many.
_SHORTENED_BY = 8


@dataclass(slots=True)
class _Parts:
    """What is gathered on the way through the file."""

    header: bytes = b""
    profile: bytes = b""
    animation: bytes = b""
    alpha: bytes = b""
    picture: tuple[bytes, bytes] | None = None
    frames: list[bytes] = field(default_factory=list[bytes])
    orientation: int = 0
    found: set[Metadata] = field(default_factory=set[Metadata])


def strip_webp(data: bytes) -> Stripped:
    """Return the WebP with nothing but what its pixels and colours need.

    Kept: picture, transparency and frames as they are, a bare colour profile. Gone: everything else, also
    inside the frames and after the end.
    """
    end = 8 + int.from_bytes(data[4:8], "little")
    if end > len(data):
        raise TruncatedPicture(kind=ImageKind.WEBP)
    parts = _Parts()
    if data[end:].strip(b"\0"):
        parts.found.add(Metadata.TRAILING)
    for name, content in _chunks(data, 12, end):
        _sort_in(parts, name, content)
    return _animated(parts) if parts.frames else _still(parts)


def still_variants(webp: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield, for each stretch of picture data, its frame as a still: whole, then shortened by a bit."""
    for pieces, size in _stills(webp):
        whole = _still_file(pieces, size)
        for number, (name, content) in enumerate(pieces):
            if len(content) > _SHORTENED_BY:
                shortened = [*pieces[:number], (name, content[:-_SHORTENED_BY]), *pieces[number + 1 :]]
                yield whole, _still_file(shortened, size)


def _stills(webp: bytes) -> Iterator[tuple[list[tuple[bytes, bytes]], bytes]]:
    chunks = list(_chunks(webp, 12, len(webp)))
    frames = [content for name, content in chunks if name == b"ANMF"]
    for frame in frames:
        yield list(_chunks(frame, _FRAME_HEADER, len(frame))), frame[6:12]
    if not frames:
        pieces = [(name, content) for name, content in chunks if name in _PICTURE_CHUNKS]
        width, height = _picture_size(*pieces[-1])
        yield pieces, (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")


def _still_file(pieces: list[tuple[bytes, bytes]], size: bytes) -> bytes:
    has_alpha = pieces[0][0] != b"VP8 "
    header = _chunk(b"VP8X", bytes((_ALPHA if has_alpha else 0, 0, 0, 0)) + size)
    body = b"WEBP" + header + b"".join(_chunk(name, content) for name, content in pieces)
    return b"RIFF" + len(body).to_bytes(4, "little") + body


def _chunks(data: bytes, start: int, end: int) -> Iterator[tuple[bytes, bytes]]:
    at = start
    while at + 8 <= end:
        name, length = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        if at + 8 + length > end:
            raise TruncatedPicture(kind=ImageKind.WEBP)
        yield name, data[at + 8 : at + 8 + length]
        at += 8 + length + length % 2


def _sort_in(parts: _Parts, name: bytes, content: bytes) -> None:
    if name == b"VP8X" and len(content) >= 10:
        parts.header = parts.header or content
    elif name == b"ICCP":
        parts.profile = parts.profile or bare_profile(content)
    elif name == b"ANIM" and len(content) >= 6:
        parts.animation = parts.animation or content[:6]
    elif name == b"ANMF":
        parts.frames.append(_frame(content))
    elif name == b"ALPH":
        parts.alpha = parts.alpha or content
    elif name in (b"VP8 ", b"VP8L"):
        parts.picture = parts.picture or (name, content)
    elif name == b"EXIF":
        parts.found |= found_in_exif(content)
        parts.orientation = parts.orientation or orientation(content)
    elif name == b"XMP ":
        parts.found |= found_in_xmp(content)
    else:
        parts.found.add(Metadata.OTHER)


def _frame(content: bytes) -> bytes:
    """Return a frame with its picture and transparency only."""
    if len(content) < _FRAME_HEADER:
        raise DamagedPicture(kind=ImageKind.WEBP, reason="a broken frame")
    inside = dict(reversed(list(_chunks(content, _FRAME_HEADER, len(content)))))
    kept = [(name, inside[name]) for name in _PICTURE_CHUNKS if name in inside]
    return content[:_FRAME_HEADER] + b"".join(_chunk(name, piece) for name, piece in kept)


def _animated(parts: _Parts) -> Stripped:
    if not parts.header or not parts.animation:
        raise DamagedPicture(kind=ImageKind.WEBP, reason="frames without an animation")
    width, height = _canvas(parts.header)
    frame_pixels = width * height * len(parts.frames)
    check_size(width, height, frames=len(parts.frames), frame_pixels=frame_pixels)
    pieces = [_header(parts, _ANIMATION | parts.header[0] & _ALPHA), *_profile(parts)]
    pieces.append(_chunk(b"ANIM", parts.animation))
    pieces.extend(_chunk(b"ANMF", frame) for frame in parts.frames)
    is_lossless = all(
        b"VP8 " not in dict(_chunks(frame, _FRAME_HEADER, len(frame))) for frame in parts.frames
    )
    return _assembled(parts, pieces, (width, height), frame_pixels, lossless=is_lossless)


def _still(parts: _Parts) -> Stripped:
    if parts.picture is None:
        raise DamagedPicture(kind=ImageKind.WEBP, reason="no picture inside")
    name, content = parts.picture
    width, height = _picture_size(name, content)
    check_size(width, height)
    pieces: list[bytes] = []
    if parts.header:
        if _canvas(parts.header) != (width, height):
            raise DamagedPicture(kind=ImageKind.WEBP, reason="two sizes")
        pieces.extend((_header(parts, parts.header[0] & _ALPHA), *_profile(parts)))
        if parts.alpha and name == b"VP8 ":
            pieces.append(_chunk(b"ALPH", parts.alpha))
    else:
        parts.profile = b""
    pieces.append(_chunk(name, content))
    return _assembled(parts, pieces, (width, height), width * height, lossless=name == b"VP8L")


def _canvas(header: bytes) -> tuple[int, int]:
    return 1 + int.from_bytes(header[4:7], "little"), 1 + int.from_bytes(header[7:10], "little")


def _picture_size(name: bytes, content: bytes) -> tuple[int, int]:
    if name == b"VP8 " and content[3:6] == b"\x9d\x01\x2a" and len(content) >= 10:
        width, height = int.from_bytes(content[6:8], "little"), int.from_bytes(content[8:10], "little")
        return width & 0x3FFF, height & 0x3FFF
    if name == b"VP8L" and content[:1] == b"\x2f" and len(content) >= 5:
        bits = int.from_bytes(content[1:5], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    raise DamagedPicture(kind=ImageKind.WEBP, reason="no size")


def _header(parts: _Parts, flags: int) -> bytes:
    flags |= _PROFILE if parts.profile else 0
    return _chunk(b"VP8X", bytes((flags, 0, 0, 0)) + parts.header[4:10])


def _profile(parts: _Parts) -> list[bytes]:
    return [_chunk(b"ICCP", parts.profile)] if parts.profile else []


def _assembled(
    parts: _Parts, pieces: list[bytes], size: tuple[int, int], frame_pixels: int, *, lossless: bool
) -> Stripped:
    body = b"WEBP" + b"".join(pieces)
    return Stripped(
        data=b"RIFF" + len(body).to_bytes(4, "little") + body,
        width=size[0],
        height=size[1],
        orientation=parts.orientation or 1,
        found=frozenset(parts.found),
        frames=max(len(parts.frames), 1),
        frame_pixels=frame_pixels,
        profile=parts.profile,
        lossless=lossless,
    )


def _chunk(name: bytes, content: bytes) -> bytes:
    return name + len(content).to_bytes(4, "little") + content + bytes(len(content) % 2)
