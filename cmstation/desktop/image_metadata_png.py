"""Strip a PNG file (also an animated one) chunk by chunk, leaving its pixels as they are."""

import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from cmstation.desktop.image_colour_profile import bare_profile
from cmstation.desktop.image_exif import found_in_exif, found_in_xmp, orientation
from cmstation.desktop.image_kinds import ImageKind
from cmstation.desktop.image_limits import check_size
from cmstation.desktop.image_png_pixels import PixelLayout, exact_stream, layout_of
from cmstation.desktop.image_stripped import Metadata, Stripped
from cmstation.domain.media_errors import DamagedPicture, TruncatedPicture

SIGNATURE = b"\x89PNG\r\n\x1a\n"

# Chunks that say how numbers are colours, with their only valid lengths.
_COLOUR_LENGTHS = {
    b"gAMA": (4,),
    b"cHRM": (32,),
    b"sRGB": (1,),
    b"cICP": (4,),
    b"sBIT": (1, 2, 3, 4),
    b"pHYs": (9,),
}
_TEXT = (b"tEXt", b"zTXt", b"iTXt")
_CHUNK_KINDS = {b"tIME": Metadata.TEXT, b"caBX": Metadata.CREDENTIALS}
_MOST_CHUNKS = 1_000_000
_MOST_TEXT = 1 << 24
_MOST_PROFILE = 1 << 24
_RAW_EXIF = re.compile(rb"Raw profile type (?:exif|APP1)\0")
_PROFILE_NAME = b"RGB\0\0"


@dataclass(slots=True)
class _Frame:
    """One frame of an animation, or the still picture (control is b"")."""

    width: int
    height: int
    control: bytes = b""
    is_default: bool = False
    pieces: list[bytes] = field(default_factory=list[bytes])


@dataclass(slots=True)
class _Parts:
    """What is gathered on the way through the file."""

    header: bytes = b""
    palette: bytes = b""
    transparency: bytes = b""
    animation: bytes = b""
    orientation: int = 0
    profile: bytes = b""
    colours: dict[bytes, bytes] = field(default_factory=dict[bytes, bytes])
    frames: list[_Frame] = field(default_factory=list[_Frame])
    found: set[Metadata] = field(default_factory=set[Metadata])
    pixels_began: bool = False

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the whole picture."""
        return int.from_bytes(self.header[:4], "big"), int.from_bytes(self.header[4:8], "big")


def strip_png(data: bytes) -> Stripped:
    """Return the PNG with nothing but what its pixels and colours need.

    Kept: header, palette, transparency, pixels, frames of an animation, the numbers of its colours, a bare
    colour profile. Gone: everything else, also inside the compressed pixels behind the last row.
    """
    parts = _Parts()
    for name, content in _chunks(data, parts):
        if not parts.header:
            _take_header(parts, name, content)
        elif name in (b"IDAT", b"fcTL", b"fdAT"):
            _take_pixels(parts, name, content)
        elif name in _TEXT or name == b"eXIf":
            _take_words(parts, name, content)
        elif not parts.pixels_began:
            _take_colours(parts, name, content)
        else:
            parts.found.add(_CHUNK_KINDS.get(name, Metadata.OTHER))
    if not any(frame.is_default and frame.pieces for frame in parts.frames):
        raise DamagedPicture(kind=ImageKind.PNG, reason="no picture inside")
    return _assembled(parts)


def chunk(name: bytes, content: bytes) -> bytes:
    """Return a chunk with its length and checksum."""
    return len(content).to_bytes(4, "big") + name + content + zlib.crc32(name + content).to_bytes(4, "big")


def with_colours(png: bytes, colours: bytes) -> bytes:
    """Put colour chunks of another PNG right after the header of this one."""
    after_header = len(SIGNATURE) + 25
    return png[:after_header] + colours + png[after_header:]


def _chunks(data: bytes, parts: _Parts) -> Iterator[tuple[bytes, bytes]]:
    at = len(SIGNATURE)
    for _ in range(_MOST_CHUNKS):
        if at + 12 > len(data):
            raise TruncatedPicture(kind=ImageKind.PNG)
        length, name = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        end = at + 12 + length
        if end > len(data):
            raise TruncatedPicture(kind=ImageKind.PNG)
        content = data[at + 8 : end - 4]
        is_critical = not name[0] & 0x20
        if is_critical and zlib.crc32(name + content) != int.from_bytes(data[end - 4 : end], "big"):
            raise DamagedPicture(kind=ImageKind.PNG, reason="a checksum is wrong")
        if name == b"IEND":
            if content or data[end:]:
                parts.found.add(Metadata.TRAILING)
            return
        yield name, content
        at = end
    raise DamagedPicture(kind=ImageKind.PNG, reason="too many chunks")


def _take_header(parts: _Parts, name: bytes, content: bytes) -> None:
    if name != b"IHDR" or len(content) != 13:
        raise DamagedPicture(kind=ImageKind.PNG, reason="no header")
    parts.header = content
    if not all(parts.size):
        raise DamagedPicture(kind=ImageKind.PNG, reason="no size")


def _take_pixels(parts: _Parts, name: bytes, content: bytes) -> None:
    if name == b"fcTL":
        parts.frames.append(_announced_frame(parts, content))
    elif name == b"IDAT":
        if not parts.pixels_began:
            _begin_default(parts)
        _default(parts).pieces.append(content)
    elif parts.pixels_began and not parts.frames[-1].is_default and len(content) > 4:
        parts.frames[-1].pieces.append(content[4:])
    else:
        raise DamagedPicture(kind=ImageKind.PNG, reason="a frame out of place")


def _announced_frame(parts: _Parts, control: bytes) -> _Frame:
    if len(control) != 26:
        raise DamagedPicture(kind=ImageKind.PNG, reason="a broken frame")
    width, height, left, top = struct.unpack_from(">4I", control, 4)
    across, down = parts.size
    if not (width and height and left + width <= across and top + height <= down):
        raise DamagedPicture(kind=ImageKind.PNG, reason="a frame outside the picture")
    return _Frame(width, height, control[4:])


def _begin_default(parts: _Parts) -> None:
    """Let the still picture be the first frame, when a frame was announced, or stand beside the animation."""
    parts.pixels_began = True
    announced = parts.frames[-1:] if parts.frames and not parts.frames[-1].pieces else []
    frame = announced[0] if announced else _Frame(*parts.size)
    if (frame.width, frame.height) != parts.size or len(parts.frames) > 1:
        raise DamagedPicture(kind=ImageKind.PNG, reason="a frame out of place")
    frame.is_default = True
    if not announced:
        parts.frames.append(frame)


def _default(parts: _Parts) -> _Frame:
    return next(frame for frame in parts.frames if frame.is_default)


def _take_words(parts: _Parts, name: bytes, content: bytes) -> None:
    raw_exif = _raw_exif(name, content)
    if name == b"eXIf" or raw_exif:
        block = raw_exif or content
        parts.found |= found_in_exif(block)
        parts.orientation = parts.orientation or orientation(block)
    elif content.startswith(b"XML:com.adobe.xmp\0"):
        parts.found |= found_in_xmp(_plain_text(name, content))
    elif content.startswith(b"Raw profile type iptc\0"):
        parts.found.add(Metadata.IPTC)
    else:
        parts.found.add(Metadata.TEXT)


def _raw_exif(name: bytes, content: bytes) -> bytes:
    """Return the EXIF block that ImageMagick writes as hexadecimal text, or b""."""
    if name == b"iTXt" or not _RAW_EXIF.match(content):
        return b""
    words = _plain_text(name, content).split()
    digits = b"".join(words[2:])
    try:
        return bytes.fromhex(digits.decode("ascii"))
    except (UnicodeDecodeError, ValueError):
        return b""


def _plain_text(name: bytes, content: bytes) -> bytes:
    text = content.partition(b"\0")[2]
    if name == b"tEXt":
        return text
    if name == b"zTXt":
        return _unpacked(text[1:], _MOST_TEXT)
    packed, words = text[:1] == b"\1", text[2:].partition(b"\0")[2].partition(b"\0")[2]
    return _unpacked(words, _MOST_TEXT) if packed else words


def _unpacked(packed: bytes, most: int) -> bytes:
    """Inflate up to a number of bytes; b"" when it is broken or longer."""
    inflater = zlib.decompressobj()
    try:
        plain = inflater.decompress(packed, most)
    except zlib.error:
        return b""
    return plain if inflater.eof else b""


def _take_colours(parts: _Parts, name: bytes, content: bytes) -> None:
    if name == b"IHDR":
        raise DamagedPicture(kind=ImageKind.PNG, reason="a second header")
    if name == b"PLTE":
        parts.palette = parts.palette or content
    elif name == b"tRNS":
        parts.transparency = parts.transparency or content
    elif name == b"acTL" and len(content) == 8:
        parts.animation = content
    elif name == b"iCCP":
        parts.profile = bare_profile(_unpacked(content.partition(b"\0")[2][1:], _MOST_PROFILE))
    elif len(content) in _COLOUR_LENGTHS.get(name, ()) and _is_plausible(name, content):
        parts.colours.setdefault(name, content)
    else:
        parts.found.add(_CHUNK_KINDS.get(name, Metadata.OTHER))


def _is_plausible(name: bytes, content: bytes) -> bool:
    """Tell whether the numbers of a chunk are such as occur; text in their place is not."""
    if name not in (b"gAMA", b"cHRM", b"pHYs"):
        return True
    return not any(content[at] for at in range(0, len(content), 4) if at != 8 or name != b"pHYs")


def _assembled(parts: _Parts) -> Stripped:
    layout = layout_of(parts.header)
    frames = [frame for frame in parts.frames if frame.control and frame.pieces] if parts.animation else []
    width, height = parts.size
    work = sum(frame.width * frame.height for frame in frames) or width * height
    check_size(width, height, frames=max(len(frames), 1), frame_pixels=work)
    colours = b"".join(chunk(name, content) for name, content in sorted(parts.colours.items()))
    if parts.profile:
        colours = chunk(b"iCCP", _PROFILE_NAME + zlib.compress(parts.profile)) + colours
    pieces = [SIGNATURE, chunk(b"IHDR", parts.header), colours, *_palette(parts)]
    if frames:
        pieces.append(chunk(b"acTL", len(frames).to_bytes(4, "big") + parts.animation[4:]))
    pieces.extend(_pixels(parts, layout, animated=bool(frames)))
    pieces.append(chunk(b"IEND", b""))
    return Stripped(
        data=b"".join(pieces),
        width=width,
        height=height,
        orientation=parts.orientation or 1,
        found=frozenset(parts.found),
        frames=max(len(frames), 1),
        frame_pixels=work,
        profile=parts.profile,
        colours=colours,
        lossless=True,
    )


def _palette(parts: _Parts) -> list[bytes]:
    colour_type = parts.header[9]
    pieces: list[bytes] = []
    if parts.palette and colour_type == 3:
        colours = min(len(parts.palette) // 3, 1 << parts.header[8])
        pieces.append(chunk(b"PLTE", parts.palette[: colours * 3]))
    length = {0: 2, 2: 6, 3: min(len(parts.transparency), len(parts.palette) // 3)}.get(colour_type, 0)
    if parts.transparency and length and len(parts.transparency) >= length:
        pieces.append(chunk(b"tRNS", parts.transparency[:length]))
    return pieces


def _pixels(parts: _Parts, layout: PixelLayout, *, animated: bool) -> Iterator[bytes]:
    number = 0
    for frame in parts.frames:
        if not (frame.is_default or animated) or (not frame.is_default and not frame.pieces):
            continue
        if frame.control and animated:
            yield chunk(b"fcTL", number.to_bytes(4, "big") + frame.control)
            number += 1
        for piece in exact_stream(frame.pieces, layout.raw_bytes(frame.width, frame.height)):
            if frame.is_default:
                yield chunk(b"IDAT", piece)
            else:
                yield chunk(b"fdAT", number.to_bytes(4, "big") + piece)
                number += 1
