"""Read the two facts of EXIF and XMP that matter here: the orientation, and whether a place is told."""

import re
import struct

from cmstation.desktop.image_stripped import Metadata

EXIF_START = b"Exif\0\0"

_ORIENTATION, _GPS = 0x0112, 0x8825
_ENTRY_BYTES = 12
_INTEGER_FORMATS = {1: "B", 3: "H", 4: "I"}
_PLACE_IN_XMP = re.compile(
    rb"exif:GPS|photoshop:City|LocationCreated|LocationShown|GPSLatitude", re.IGNORECASE
)


def orientation(block: bytes) -> int:
    """Return the orientation, 1 to 8, that a TIFF block tells; 1 when it tells none or nonsense."""
    value = _first_directory(block).get(_ORIENTATION, 1)
    return value if 1 <= value <= 8 else 1


def found_in_exif(block: bytes) -> set[Metadata]:
    """Return the kinds of metadata that an EXIF block amounts to."""
    if _GPS in _first_directory(block):
        return {Metadata.EXIF, Metadata.GPS}
    return {Metadata.EXIF}


def found_in_xmp(packet: bytes) -> set[Metadata]:
    """Return the kinds of metadata that an XMP packet amounts to."""
    if _PLACE_IN_XMP.search(packet):
        return {Metadata.XMP, Metadata.GPS}
    return {Metadata.XMP}


def _first_directory(block: bytes) -> dict[int, int]:
    """Return tag and value of the integers of the first directory; what cannot be read is left out."""
    block = block.removeprefix(EXIF_START)
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(block[:4])
    if order is None or len(block) < 8:
        return {}
    start = struct.unpack_from(order + "I", block, 4)[0]
    if start + 2 > len(block):
        return {}
    count = struct.unpack_from(order + "H", block, start)[0]
    values: dict[int, int] = {}
    for entry in range(start + 2, start + 2 + count * _ENTRY_BYTES, _ENTRY_BYTES):
        if entry + _ENTRY_BYTES > len(block):
            break
        tag, field_type = struct.unpack_from(order + "HH", block, entry)
        if field_type in _INTEGER_FORMATS:
            value = struct.unpack_from(order + _INTEGER_FORMATS[field_type], block, entry + 8)[0]
            values.setdefault(tag, value)
    return values
