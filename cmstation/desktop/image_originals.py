"""Take in a picture as a person brings it: what it is, what was in it, and what is left without that."""

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from cmstation.desktop.image_colour_profile import bare_profile
from cmstation.desktop.image_colours import in_srgb
from cmstation.desktop.image_completeness import holds_only_pixels
from cmstation.desktop.image_exif import found_in_exif, found_in_xmp, orientation
from cmstation.desktop.image_kinds import ImageKind, kind_of
from cmstation.desktop.image_limits import check_size
from cmstation.desktop.image_pillow import opened, reading
from cmstation.desktop.image_stripped import Metadata, Stripped
from cmstation.desktop.image_turning import turned, written_again
from cmstation.desktop.image_writing import STRIPPERS, has_alpha, written
from cmstation.domain.media_errors import PictureKindNotSupported

if TYPE_CHECKING:
    from PIL.Image import Image

_EXACT_IN_PNG = ("1", "L", "LA", "I;16", "P", "RGB", "RGBA")
_UNKNOWN_MODES = ("F", "I", "LAB", "YCbCr", "HSV")
_DNG_VERSION, _SUBFILE_KIND = 50706, 254
_TIFF_TAGS = {
    700: Metadata.XMP,
    33723: Metadata.IPTC,
    34377: Metadata.IPTC,
    34665: Metadata.EXIF,
    34853: Metadata.GPS,
    **dict.fromkeys((269, 270, 271, 272, 285, 305, 306, 315, 316, 33432), Metadata.TEXT),
}


@dataclass(frozen=True, slots=True)
class Original:
    """A picture that was read to its last pixel.

    Args:
        mime: what the file is.
        kind: what `picture` is: the same, or what the file was converted to.
        picture: the picture without metadata.
        pure: whether the compressed pixels hold nothing else.
        found: the metadata that was in the file.
    """

    mime: ImageKind
    kind: ImageKind
    picture: Stripped = field(repr=False)
    pure: bool
    found: tuple[str, ...]

    @property
    def is_ready(self) -> bool:
        """Whether the picture can leave as it is, its picture data untouched."""
        return self.pure and self.picture.orientation == 1

    def clean_bytes(self) -> bytes:
        """Return the picture upright and without metadata, its picture data untouched where possible."""
        return self.picture.data if self.is_ready else written_again(self.picture, self.kind)


def stripped_picture(data: bytes) -> tuple[ImageKind, Stripped]:
    """Strip a picture without looking at its pixels; what cannot be stripped is converted.

    Returns:
        The kind of the stripped picture, and the picture.
    """
    kind = kind_of(data)
    if kind in STRIPPERS:
        return kind, STRIPPERS[kind](data)
    return _converted(data, kind)


def read_original(data: bytes) -> Original:
    """Read a picture to its last pixel.

    Raises:
        PictureError: the kind that says what is wrong with it.
    """
    kind, picture = stripped_picture(data)
    pure = holds_only_pixels(picture, kind)
    return Original(kind_of(data), kind, picture, pure, tuple(sorted(kind.value for kind in picture.found)))


def _converted(data: bytes, kind: ImageKind) -> tuple[ImageKind, Stripped]:
    """Write a picture that we cannot strip in a kind that we can: AVIF photos as JPEG, the rest as PNG."""
    with reading(kind):
        picture: Any = opened(data, kind)
        check_size(*picture.size)
        if kind is ImageKind.AVIF and picture.is_animated:
            raise PictureKindNotSupported(kind="animated avif")
        if picture.mode in _UNKNOWN_MODES:
            raise PictureKindNotSupported(kind=f"{kind.name.lower()} {picture.mode}")
        if kind is ImageKind.TIFF and _is_raw(data, picture):
            raise PictureKindNotSupported(kind="raw")
        found = _found(picture, kind)
        picture.load()
    upright = _in_plain_colours(_upright(picture, kind))
    target = ImageKind.JPEG if kind is ImageKind.AVIF and not has_alpha(upright) else ImageKind.PNG
    stripped = STRIPPERS[target](written(upright, target))
    return target, replace(stripped, found=frozenset(found))


def _is_raw(data: bytes, picture: Any) -> bool:
    """Tell a camera's raw file, whose first picture is only a small preview, from a TIFF."""
    tags = picture.tag_v2
    return data[8:10] == b"CR" or _DNG_VERSION in tags or bool(int(tags.get(_SUBFILE_KIND, 0)) & 1)


def _upright(picture: "Image", kind: ImageKind) -> "Image":
    if kind is ImageKind.AVIF:
        return turned(picture, orientation(_bytes_of(picture, "exif")))
    return picture  # Pillow turns TIFF by itself, and BMP knows no orientation


def _in_plain_colours(picture: "Image") -> "Image":
    if picture.mode in _EXACT_IN_PNG and not _bytes_of(picture, "icc_profile"):
        return picture
    return in_srgb(picture, bare_profile(_bytes_of(picture, "icc_profile")))


def _found(picture: Any, kind: ImageKind) -> set[Metadata]:
    if kind is ImageKind.TIFF:
        return {_TIFF_TAGS[tag] for tag in picture.tag_v2 if tag in _TIFF_TAGS}
    found: set[Metadata] = set()
    if exif := _bytes_of(picture, "exif"):
        found |= found_in_exif(exif)
    if xmp := _bytes_of(picture, "xmp"):
        found |= found_in_xmp(xmp)
    return found


def _bytes_of(picture: "Image", name: str) -> bytes:
    value = picture.info.get(name)
    return value if isinstance(value, bytes) else b""
