"""What the strippers of the picture formats hand back."""

from dataclasses import dataclass, field
from enum import StrEnum


class Metadata(StrEnum):
    """Kinds of things found in a picture beside its pixels; none of them ever leaves."""

    EXIF = "exif"
    GPS = "gps"
    XMP = "xmp"
    IPTC = "iptc"
    TEXT = "text"  # comments, titles, authors, software, dates
    SECOND_PICTURE = "second_picture"  # thumbnails, depth and gain maps, the other eye
    CREDENTIALS = "credentials"  # C2PA provenance, which names people and devices
    TRAILING = "trailing"  # after the end: the film of a motion photo, a hidden archive
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Stripped:
    """A picture without its metadata, before any pixel was looked at.

    Args:
        data: the file again, with the bytes of its picture unchanged.
        width, height: as stored, before turning.
        orientation: 1 to 8 as EXIF counts; how the stored pixels must be turned to be seen.
        found: the metadata that was there.
        frames: 1 for a still picture.
        frame_pixels: pixels of all frames together, the work of decoding it.
        spans: start and end in `data` of each stretch of JPEG picture data, up to a restart or marker.
        profile: the cleaned colour profile that `data` carries, else b"".
        colours: PNG chunks of `data` that say how its numbers are colours.
        for_print: whether its colours are those of a press (CMYK), which screens show badly.
        lossless: whether writing the pixels again loses nothing.
    """

    data: bytes = field(repr=False)
    width: int
    height: int
    orientation: int = 1
    found: frozenset[Metadata] = frozenset()
    frames: int = 1
    frame_pixels: int = 0
    spans: tuple[tuple[int, int], ...] = field(default=(), repr=False)
    profile: bytes = field(default=b"", repr=False)
    colours: bytes = field(default=b"", repr=False)
    for_print: bool = False
    lossless: bool = False
