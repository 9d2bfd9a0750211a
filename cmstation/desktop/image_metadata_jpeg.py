"""Strip a JPEG file segment by segment, leaving its picture data as it is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from cmstation.desktop.image_colour_profile import bare_profile
from cmstation.desktop.image_exif import EXIF_START, found_in_exif, found_in_xmp, orientation
from cmstation.desktop.image_kinds import ImageKind
from cmstation.desktop.image_limits import check_size
from cmstation.desktop.image_stripped import Metadata, Stripped
from cmstation.domain.media_errors import DamagedPicture, TruncatedPicture

_DHT, _DAC, _SOI, _EOI, _SOS, _DQT, _DRI, _COM = 0xC4, 0xCC, 0xD8, 0xD9, 0xDA, 0xDB, 0xDD, 0xFE
_APP0, _APP1, _APP2, _APP11, _APP13, _APP14 = 0xE0, 0xE1, 0xE2, 0xEB, 0xED, 0xEE
_FRAMES = frozenset(range(0xC0, 0xD0)) - {_DHT, 0xC8, _DAC}
_TABLES = frozenset({_DHT, _DQT, _DRI, _DAC})
_STAND_ALONE = frozenset({0x01, *range(0xD0, 0xD8)})

_MARKER = re.compile(rb"\xff[^\x00\xff]", re.DOTALL)
_END_OF_SCAN = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]", re.DOTALL)
_RESTART = re.compile(rb"\xff[\xd0-\xd7]", re.DOTALL)

_XMP_START = b"http://ns.adobe.com/xap/1.0/\0"
_EXTENDED_XMP_START = b"http://ns.adobe.com/xmp/extension/\0"
_PROFILE_START = b"ICC_PROFILE\0"
_PROFILE_ROOM = 65_533 - len(_PROFILE_START) - 2

_KIND_OF_MARKER = {_COM: Metadata.TEXT, _APP11: Metadata.CREDENTIALS, _APP13: Metadata.IPTC}

# A real picture has one scan per colour, or some ten when progressive. Thousands are an attack on patience.
_MOST_SCANS = 64
_MOST_SCANNED_PIXELS = 2_000_000_000
_MOST_RESTARTS = 200_000


@dataclass(slots=True)
class _Parts:
    """What is gathered on the way through the file."""

    jfif: bytes = b""
    adobe: bytes = b""
    frame: bytes = b""
    orientation: int = 0
    found: set[Metadata] = field(default_factory=set[Metadata])
    profile: dict[int, bytes] = field(default_factory=dict[int, bytes])
    picture: list[tuple[bytes, bytes]] = field(default_factory=list[tuple[bytes, bytes]])
    scans: int = 0


def strip_jpeg(data: bytes) -> Stripped:
    """Return the JPEG with nothing but what its pixels and colours need.

    Kept: tables, frame and scans as they are, JFIF without thumbnail, Adobe's colour transform, a bare
    colour profile. Gone: everything else, also between and after the scans.
    """
    parts = _Parts()
    for marker, payload, scan in _segments(data, parts):
        _sort_in(parts, marker, payload, scan)
    if not parts.frame or not parts.scans:
        raise DamagedPicture(kind=ImageKind.JPEG, reason="no picture inside")
    return _assembled(parts)


def _segments(data: bytes, parts: _Parts) -> Iterator[tuple[int, bytes, bytes]]:
    """Walk marker by marker; yield marker, payload, and the picture data that follows a scan header."""
    at = 2
    while True:
        at = _next_marker(data, at)
        marker = data[at + 1]
        at += 2
        if marker == _EOI:
            if data[at:].strip(b"\0"):
                parts.found.add(Metadata.TRAILING)
            return
        if marker in _STAND_ALONE:
            continue
        if marker == _SOI:
            raise DamagedPicture(kind=ImageKind.JPEG, reason="a second start")
        length = int.from_bytes(data[at : at + 2], "big")
        if at + length > len(data) or at + 2 > len(data):
            raise TruncatedPicture(kind=ImageKind.JPEG)
        if length < 2:
            raise DamagedPicture(kind=ImageKind.JPEG, reason="a segment without length")
        payload = data[at + 2 : at + length]
        at += length
        scan = b""
        if marker == _SOS:
            end = _end_of_scan(data, at)
            scan = data[at:end].rstrip(b"\xff")  # fill bytes may stand before a marker
            at = end
        yield marker, payload, scan


def _next_marker(data: bytes, at: int) -> int:
    found = _MARKER.search(data, at)
    if found is None:
        raise TruncatedPicture(kind=ImageKind.JPEG)
    return found.start()


def _end_of_scan(data: bytes, at: int) -> int:
    found = _END_OF_SCAN.search(data, at)
    if found is None:
        raise TruncatedPicture(kind=ImageKind.JPEG)
    return found.start()


def _sort_in(parts: _Parts, marker: int, payload: bytes, scan: bytes) -> None:
    if marker == _SOS:
        parts.scans += 1
        if parts.scans > _MOST_SCANS:
            raise DamagedPicture(kind=ImageKind.JPEG, reason="too many scans")
        parts.picture.append((_segment(marker, payload), scan))
    elif marker in _FRAMES:
        _take_frame(parts, marker, payload)
    elif marker in _TABLES:
        parts.picture.append((_segment(marker, payload), b""))
    elif parts.scans:
        parts.found |= _kinds(marker, payload)  # too late to mean anything to a decoder
    else:
        _take_header(parts, marker, payload)


def _take_frame(parts: _Parts, marker: int, payload: bytes) -> None:
    if parts.frame or parts.scans or len(payload) < 9:
        raise DamagedPicture(kind=ImageKind.JPEG, reason="a second or broken frame")
    parts.frame = payload
    parts.picture.append((_segment(marker, payload), b""))


def _take_header(parts: _Parts, marker: int, payload: bytes) -> None:
    if marker == _APP0 and payload.startswith(b"JFIF\0") and len(payload) >= 14:
        if payload[12] and payload[13]:
            parts.found.add(Metadata.SECOND_PICTURE)
        parts.jfif = parts.jfif or payload[:12] + b"\0\0"
    elif marker == _APP14 and payload.startswith(b"Adobe") and len(payload) >= 12:
        parts.adobe = b"Adobe\0\x64\0\0\0\0" + payload[11:12]
    elif marker == _APP2 and payload.startswith(_PROFILE_START) and len(payload) > 14:
        parts.profile.setdefault(payload[12], payload[13:])
    else:
        parts.found |= _kinds(marker, payload)
        if marker == _APP1 and payload.startswith(EXIF_START) and not parts.orientation:
            parts.orientation = orientation(payload)


def _kinds(marker: int, payload: bytes) -> set[Metadata]:
    if marker == _APP1 and payload.startswith(b"Exif\0"):
        return found_in_exif(payload)
    if marker == _APP1 and payload.startswith((_XMP_START, _EXTENDED_XMP_START)):
        return found_in_xmp(payload)
    if marker == _APP0 and payload.startswith(b"JFXX"):
        return {Metadata.SECOND_PICTURE}
    if marker == _APP2 and payload.startswith(b"MPF\0"):
        return {Metadata.SECOND_PICTURE}
    return {_KIND_OF_MARKER.get(marker, Metadata.OTHER)}


def _assembled(parts: _Parts) -> Stripped:
    height, width = int.from_bytes(parts.frame[1:3], "big"), int.from_bytes(parts.frame[3:5], "big")
    if not width or not height:
        raise DamagedPicture(kind=ImageKind.JPEG, reason="no size")
    check_size(width, height)
    if parts.scans * width * height > _MOST_SCANNED_PIXELS:
        raise DamagedPicture(kind=ImageKind.JPEG, reason="too many scans")
    profile = bare_profile(_joined_profile(parts.profile))
    head = [b"\xff\xd8"]
    if parts.jfif:
        head.append(_segment(_APP0, parts.jfif))
    if parts.adobe:
        head.append(_segment(_APP14, parts.adobe))
    head.extend(_profile_segments(profile))
    pieces, spans, at = head, list[tuple[int, int]](), sum(map(len, head))
    for segment, scan in parts.picture:
        at += len(segment)
        spans.extend(_spans(scan, at))
        at += len(scan)
        pieces.extend((segment, scan))
    pieces.append(b"\xff\xd9")
    return Stripped(
        data=b"".join(pieces),
        width=width,
        height=height,
        orientation=parts.orientation or 1,
        found=frozenset(parts.found),
        frame_pixels=width * height,
        spans=tuple(spans),
        profile=profile,
        for_print=parts.frame[5] == 4,
    )


def _spans(scan: bytes, offset: int) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    start = 0
    for restart in _RESTART.finditer(scan):
        spans.append((offset + start, offset + restart.start()))
        start = restart.end()
        if len(spans) > _MOST_RESTARTS:
            raise DamagedPicture(kind=ImageKind.JPEG, reason="too many restarts")
    return [*spans, (offset + start, offset + len(scan))]


def _joined_profile(pieces: dict[int, bytes]) -> bytes:
    """Join the numbered pieces of a profile; b"" when one is missing or they disagree on their number."""
    counts = {piece[:1] for piece in pieces.values()}
    if len(counts) != 1 or sorted(pieces) != list(range(1, counts.pop()[0] + 1)):
        return b""
    return b"".join(pieces[number][1:] for number in sorted(pieces))


def _profile_segments(profile: bytes) -> list[bytes]:
    pieces = [profile[at : at + _PROFILE_ROOM] for at in range(0, len(profile), _PROFILE_ROOM)]
    return [
        _segment(_APP2, _PROFILE_START + bytes((number, len(pieces))) + piece)
        for number, piece in enumerate(pieces, 1)
    ]


def _segment(marker: int, payload: bytes) -> bytes:
    return bytes((0xFF, marker)) + (len(payload) + 2).to_bytes(2, "big") + payload
