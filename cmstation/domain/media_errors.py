"""What can be wrong with a picture that a person brings."""

from cmstation.domain.errors import StationError


class PictureError(StationError):
    """Any situation in which a picture cannot be used."""


class EmptyPicture(PictureError):
    """The file holds no byte at all (facts: path when known)."""


class PictureFileUnreadable(PictureError):
    """The file cannot be opened or is no ordinary file (facts: path, reason)."""


class PictureFileTooLarge(PictureError):
    """The file is heavier than we read into memory (facts: path, size, limit; both in bytes)."""


class TooManyPixels(PictureError):
    """Decoding it would take more memory than we allow (facts: limit; width, height, frames when known)."""


class NotAPicture(PictureError):
    """The content is not a picture, whatever the file is called (facts: found, for instance "html" or "")."""


class PictureKindNotSupported(PictureError):
    """It is a picture of a kind that this program cannot read (facts: kind, for instance "heic")."""


class TruncatedPicture(PictureError):
    """The end of the picture is missing: an interrupted copy or download (facts: kind)."""


class DamagedPicture(PictureError):
    """The picture is broken inside and cannot be shown (facts: kind, reason)."""


class PictureDoesNotFit(PictureError):
    """No smaller copy meets a network's limits (facts: limit, reached; in bytes)."""


class NoAcceptedKind(PictureError):
    """The network accepts no kind of picture that we can write (facts: accepted)."""
