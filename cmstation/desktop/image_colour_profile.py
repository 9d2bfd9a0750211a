"""Reduce an ICC colour profile to the numbers that colours need.

A profile that a computer made of its own screen names that screen, its owner's choice of name, its
serial number and the day. Without any profile the colours would be wrong. So the numbers that turn the
picture's colours into those of a screen stay; every word, date and maker's mark goes, and so do the
tables that only a press would need.
"""

import struct

from cmstation.desktop.image_colour_tables import UnusableTag, exact_tag

_HEADER_BYTES, _ENTRY_BYTES = 128, 12
_MOST_TAGS = 100

_TAG_TYPES = {
    **dict.fromkeys((b"rXYZ", b"gXYZ", b"bXYZ", b"wtpt", b"bkpt"), (b"XYZ ",)),
    **dict.fromkeys((b"rTRC", b"gTRC", b"bTRC", b"kTRC"), (b"curv", b"para")),
    **dict.fromkeys((b"A2B0", b"A2B1", b"A2B2"), (b"mft1", b"mft2", b"mAB ")),
    b"chad": (b"sf32",),
}
_DESCRIPTION = "Colours"


def bare_profile(profile: bytes) -> bytes:
    """Return an equivalent profile without words, dates or makers; b"" when it cannot be used.

    The result is the same for a profile that is already bare.
    """
    if len(profile) < _HEADER_BYTES + 4 or profile[36:40] != b"acsp":
        return b""
    tags = _colour_tags(profile)
    if not _is_complete(tags):
        return b""
    tags[b"cprt"] = _words(profile[8], b"cprt")
    tags[b"desc"] = _words(profile[8], b"desc")
    return _assembled(_bare_header(profile), tags)


def _bare_header(profile: bytes) -> bytes:
    version = bytes((profile[8], profile[9] & 0xF0, 0, 0))
    kind_and_spaces = profile[12:24]
    intent = bytes((0, 0, 0, profile[67] & 3))
    white_of_the_exchange_space = profile[68:80]
    return b"".join(
        (
            bytes(8),
            version,
            kind_and_spaces,
            bytes(12),
            b"acsp",
            bytes(24),
            intent,
            white_of_the_exchange_space,
        )
    ).ljust(_HEADER_BYTES, b"\0")


def _colour_tags(profile: bytes) -> dict[bytes, bytes]:
    count = int.from_bytes(profile[_HEADER_BYTES : _HEADER_BYTES + 4], "big")
    tags: dict[bytes, bytes] = {}
    for number in range(min(count, _MOST_TAGS)):
        entry = _HEADER_BYTES + 4 + number * _ENTRY_BYTES
        name = profile[entry : entry + 4]
        if len(profile) < entry + _ENTRY_BYTES or name not in _TAG_TYPES:
            continue
        start, length = struct.unpack_from(">II", profile, entry + 4)
        content = _numbers_only(profile[start : start + length], _TAG_TYPES[name])
        if content:
            tags.setdefault(name, content)
    return tags


def _numbers_only(content: bytes, types: tuple[bytes, ...]) -> bytes:
    """Return a tag rebuilt from its numbers; b"" when it is not what it should be."""
    try:
        return exact_tag(content) if content[:4] in types else b""
    except UnusableTag:
        return b""


def _is_complete(tags: dict[bytes, bytes]) -> bool:
    by_matrix = {b"rXYZ", b"gXYZ", b"bXYZ", b"rTRC", b"gTRC", b"bTRC"}
    return by_matrix <= tags.keys() or b"A2B0" in tags or b"kTRC" in tags


def _words(major_version: int, tag: bytes) -> bytes:
    """Return the words that the format insists on, the same in every profile."""
    text = _DESCRIPTION
    if major_version >= 4:
        encoded = text.encode("utf-16-be")
        return b"mluc" + struct.pack(">IIIHHII", 0, 1, 12, 0x656E, 0x5553, len(encoded), 28) + encoded
    if tag == b"cprt":
        return b"text" + bytes(4) + text.encode() + b"\0"
    ascii_text = text.encode() + b"\0"
    return b"desc" + struct.pack(">II", 0, len(ascii_text)) + ascii_text + bytes(4 + 4 + 2 + 1 + 67)


def _assembled(header: bytes, tags: dict[bytes, bytes]) -> bytes:
    at = _HEADER_BYTES + 4 + _ENTRY_BYTES * len(tags)
    table, body = struct.pack(">I", len(tags)), b""
    placed: dict[bytes, int] = {}
    for name, content in sorted(tags.items()):
        if content not in placed:
            placed[content] = at + len(body)
            body += content + bytes(-len(content) % 4)
        table += name + struct.pack(">II", placed[content], len(content))
    whole = header + table + body
    return len(whole).to_bytes(4, "big") + whole[4:]
