"""What the tests of feeds share: reading a few lines, and comparing texts."""

import html
import re

from cmstation.domain.feeds import ParsedFeed, ParsedItem
from cmstation.networks.feeds import parse
from tests.networks.feeds.corpus import URL

# The prefixes that most feeds declare.
MODULES = (
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"'
    ' xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:media="http://search.yahoo.com/mrss/"'
    ' xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/"'
)
_TAG = re.compile(r"<[^>]*>")


def read(document: str | bytes, *, url: str = URL, content_type: str | None = None) -> ParsedFeed:
    """Read a document as it would come from a site."""
    return parse(
        document if isinstance(document, bytes) else document.encode(), url=url, content_type=content_type
    )


def rss(items: str, *, channel: str = "", root: str = "") -> str:
    """Put entries into an RSS feed."""
    return f'<rss version="2.0"{root}><channel><title>Santé</title>{channel}{items}</channel></rss>'


def only_item(items: str, *, channel: str = "", root: str = "") -> ParsedItem:
    """Read the one entry of an RSS feed."""
    (item,) = read(rss(items, channel=channel, root=root)).items
    return item


def only_entry(inside: str, *, feed: str = "", root: str = "") -> ParsedItem:
    """Read the one entry of an Atom feed."""
    head = f'<feed xmlns="http://www.w3.org/2005/Atom"{root}><title>Santé</title>{feed}'
    (item,) = read(f"{head}<entry>{inside}</entry></feed>").items
    return item


def words(markup: str) -> str:
    """Return the words that HTML shows."""
    return " ".join(html.unescape(_TAG.sub(" ", markup)).split())
