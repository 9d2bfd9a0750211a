"""A post that shows a medium of the library, as the library lists it."""

from dataclasses import dataclass
from datetime import datetime

from cmstation.domain.drafts import PostState


@dataclass(frozen=True, slots=True)
class MediaUse:
    """A post that shows a medium.

    Args:
        title: the post's title, or its first words.
        when: sent, else planned, else None.
    """

    post: int
    title: str
    state: PostState
    when: datetime | None
