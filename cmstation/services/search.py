"""Find posts and media by words, for the command palette and the command line."""

from dataclasses import dataclass

from cmstation.domain.drafts import DraftFilter, DraftRow
from cmstation.domain.media import MediaItem
from cmstation.services.drafts import Drafts
from cmstation.services.library import Library


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found, best first."""

    posts: tuple[DraftRow, ...]
    media: tuple[MediaItem, ...]


class Search:
    """Searches everything that the program keeps."""

    def __init__(self, drafts: Drafts, library: Library) -> None:
        self._drafts = drafts
        self._library = library

    def find(self, words: str, limit: int = 20) -> Found:
        """Return posts (archived ones last) and media that contain every word."""
        posts = self._drafts.rows(DraftFilter(words=words), limit=limit)
        if len(posts) < limit:
            posts += self._drafts.rows(DraftFilter(words=words, archived=True), limit=limit - len(posts))
        return Found(posts, self._library.rows(words, limit=limit))
