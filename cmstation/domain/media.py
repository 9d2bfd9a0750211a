"""The library's media, and a picture's place in a post."""

from dataclasses import dataclass, field
from datetime import datetime

from cmstation.domain.crops import CropBox


@dataclass(frozen=True, slots=True)
class MediaItem:
    """One original in the library.

    Args:
        digest: sha256 of the original, hex; also its name on disk.
        bytes: size of the original.
        width, height: in pixels as seen, after turning.
        had: kinds of metadata found in the original ("gps", "exif", …); none of them ever leaves.
        used_in: number of posts that show it.
    """

    id: int
    digest: str
    file_name: str
    mime: str
    bytes: int
    width: int
    height: int
    alt_text: str
    decorative: bool
    added_at: datetime
    had: tuple[str, ...] = ()
    used_in: int = 0
    deleted_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Attachment:
    """A medium in a post, with what this post says of it.

    Args:
        alt_text: words for people who do not see the picture, in this post.
        decorative: the deliberate choice that the picture says nothing.
        crops: crop by network key ("instagram"), relative to the picture as seen.
    """

    media: MediaItem
    alt_text: str = ""
    decorative: bool = False
    crops: dict[str, CropBox] = field(default_factory=dict[str, CropBox])

    @property
    def described(self) -> bool:
        """Whether the alternative text was written or deliberately waived."""
        return self.decorative or bool(self.alt_text.strip())
