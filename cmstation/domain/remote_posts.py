"""Posts that somebody planned on a network itself, as they were last seen there."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class RemotePost:
    """One of them.

    Args:
        id: our own identity, kept as long as the network shows the post.
        text: its first words, on one line.
        url: a page where the clinic's people can look at it, "" without one.
        due, seen_at: aware UTC.
    """

    id: int
    account: int
    remote_id: str
    title: str
    text: str
    url: str
    due: datetime
    seen_at: datetime
