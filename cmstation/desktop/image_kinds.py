"""Tell what a file really is from its first bytes, whatever its name says."""

import re
from enum import StrEnum

from cmstation.domain.media_errors import EmptyPicture, NotAPicture, PictureKindNotSupported


class ImageKind(StrEnum):
    """The kinds of picture that this program reads; the value is the mime type."""

    JPEG = "image/jpeg"
    PNG = "image/png"
    WEBP = "image/webp"
    GIF = "image/gif"
    BMP = "image/bmp"
    TIFF = "image/tiff"
    AVIF = "image/avif"


_STARTS = (
    (b"\xff\xd8\xff", ImageKind.JPEG),
    (b"\x89PNG\r\n\x1a\n", ImageKind.PNG),
    (b"GIF87a", ImageKind.GIF),
    (b"GIF89a", ImageKind.GIF),
    *((start, ImageKind.TIFF) for start in (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")),
)

# ISO media files name themselves in the box that starts them: b"ftyp" and four letters.
_HEIC_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")

# Kinds that a person would rightly call a picture, or mistake for one.
_UNREADABLE_PICTURES = (
    (b"8BPS", "psd"),
    (b"\0\0\0\x0cjP  \r\n\x87\n", "jpeg2000"),
    (b"\xff\x4f\xff\x51", "jpeg2000"),
    (b"\xff\x0a", "jpegxl"),
    (b"\0\0\0\x0cJXL \r\n\x87\n", "jpegxl"),
    (b"\0\0\x01\0", "ico"),
    (b"%!PS", "eps"),
    (b"gimp xcf", "xcf"),
    (b"IIRO", "raw"),
    (b"IIRS", "raw"),
    (b"IIU\0", "raw"),
    (b"FUJIFILMCCD-RAW", "raw"),
)
_OTHER_FILES = (
    (b"%PDF-", "pdf"),
    (b"PK\x03\x04", "zip"),
    (b"Rar!", "rar"),
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
    (b"ID3", "sound"),
    (b"\x1a\x45\xdf\xa3", "video"),
)
_MARKUP = re.compile(rb"<(\?xml|!doctype|!--|svg|html|head|body|script)", re.IGNORECASE)


def kind_of(data: bytes) -> ImageKind:
    """Return the kind of a picture.

    Raises:
        EmptyPicture: there is no byte.
        PictureKindNotSupported: a picture, of a kind that cannot be read here.
        NotAPicture: anything else, for instance a web page that is called photo.jpg.
    """
    if not data:
        raise EmptyPicture()
    for start, kind in _STARTS:
        if data.startswith(start):
            return kind
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return ImageKind.WEBP
    if data.startswith(b"BM") and data[6:10] == bytes(4):
        return ImageKind.BMP
    if data[4:8] == b"ftyp":
        return _kind_of_iso_media(data)
    raise _refusal(data)


def _kind_of_iso_media(data: bytes) -> ImageKind:
    length = min(int.from_bytes(data[:4], "big"), 256)
    brands = {data[8:12], *(data[at : at + 4] for at in range(16, length, 4))}
    if brands & {b"avif", b"avis"}:
        return ImageKind.AVIF
    if brands & set(_HEIC_BRANDS):
        raise PictureKindNotSupported(kind="heic")
    raise NotAPicture(found="video")


def _refusal(data: bytes) -> NotAPicture | PictureKindNotSupported:
    for start, kind in _UNREADABLE_PICTURES:
        if data.startswith(start):
            return PictureKindNotSupported(kind=kind)
    for start, found in _OTHER_FILES:
        if data.startswith(start):
            return NotAPicture(found=found)
    opening = data[:4096].replace(b"\0", b"")  # UTF-16 markup reads as ASCII without its zeros
    if _MARKUP.search(opening):
        if b"<svg" in opening.lower():
            return PictureKindNotSupported(kind="svg")
        return NotAPicture(found="html")
    return NotAPicture(found="")
