"""Find bytes that hide behind the compressed pixels of a WebP."""

from cmstation.desktop.image_kinds import ImageKind
from cmstation.desktop.image_metadata_webp import still_variants
from cmstation.desktop.image_pillow import opened, reading
from cmstation.desktop.image_stripped import Stripped
from cmstation.domain.media_errors import DamagedPicture


def has_webp_stowaway(picture: Stripped) -> bool:
    """Tell whether some stretch of picture data decodes to the same pixels without its last bytes."""
    for whole, shortened in still_variants(picture.data):
        pixels = _pixels(shortened)
        if pixels and pixels == _pixels(whole):
            return True
    return False


def _pixels(webp: bytes) -> bytes:
    """Return the decoded pixels; b"" when they cannot be decoded."""
    try:
        with reading(ImageKind.WEBP):
            return opened(webp, ImageKind.WEBP).tobytes()
    except DamagedPicture:
        return b""
