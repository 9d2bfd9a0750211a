"""What a feed says, whatever format it is written in. Pure."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple


class FeedFormat(StrEnum):
    """The formats that are read."""

    RSS = "rss"
    RDF = "rdf"
    ATOM = "atom"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class ParsedItem:
    """One entry of a feed, as it came.

    Args:
        title: plain text; the beginning of the summary, else of the link, when the feed gives none.
        link: an absolute http(s) address; "" when the entry has none.
        id: what tells entries of one feed apart, never empty.
        published: aware UTC; None when the feed gives no date that can be read.
        summary: HTML as it came, longest of what the entry offers, its addresses made absolute; not cleaned.
        author: plain text, "" when unknown.
        media: the address of a sound, a film or a file that goes with the entry, "" without one.
        origin: who first published it, when the feed says so (Google News does), else "".
    """

    title: str
    link: str
    id: str
    published: datetime | None
    summary: str
    author: str = ""
    media: str = ""
    origin: str = ""


@dataclass(frozen=True, slots=True)
class ParsedFeed:
    """A feed that was read.

    Args:
        title: plain text, "" when the feed has none.
        site: the address of the page that the feed belongs to, "" when unknown.
        ill_formed: whether the feed broke the rules of its format and was read all the same.
        every_minutes: how rarely the feed asks to be read, None when it does not say.
        moved_to: where the feed says that it lives now, "" when it stays.
    """

    title: str
    items: tuple[ParsedItem, ...]
    format: FeedFormat
    site: str = ""
    ill_formed: bool = False
    every_minutes: int | None = None
    moved_to: str = ""


class FeedHead(NamedTuple):
    """What a feed says of itself; see `ParsedFeed`."""

    title: str
    site: str
    every_minutes: int | None
    moved_to: str
