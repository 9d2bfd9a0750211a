"""A page of the web as the watch keeps it, and what reads it."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class WebPage:
    """A page that was read once.

    Args:
        address: where it was found, after all redirects.
        html: its text as it came, not cleaned.
        site: who publishes it, "" when the page does not say.
        published: aware UTC, None when the page does not say.
    """

    address: str
    title: str
    html: str = field(repr=False)
    site: str = ""
    published: datetime | None = None


class PageReader(Protocol):
    """Reads pages of the web."""

    def read(self, address: str) -> WebPage:
        """Read a page once.

        Raises:
            SourceUnread: it could not be read.
        """
        ...
