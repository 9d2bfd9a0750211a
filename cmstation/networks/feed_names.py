"""Knows what the names of a feed's elements mean, whatever prefixes it chose."""

import re
from itertools import islice

from cmstation.networks.feed_bounds import MOST_NAMESPACES

# What opens an entry, what only surrounds entries, and what only surrounds other elements of an entry.
ITEM = "<item>"
ROOT = "<root>"
GROUP = "<group>"

_NAMESPACES = {
    "http://www.w3.org/2005/atom": "",
    "http://purl.org/atom/ns": "",
    "http://purl.org/rss/1.0": "",
    "http://my.netscape.com/rdf/simple/0.9": "",
    "http://channel.netscape.com/rdf/simple/0.9": "",
    "http://my.netscape.com/publish/formats/rss-0.91.dtd": "",
    "http://backend.userland.com/rss": "",
    "http://backend.userland.com/rss2": "",
    "http://blogs.law.harvard.edu/tech/rss": "",
    "http://purl.org/net/rss1.1": "",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns": "rdf",
    "http://purl.org/dc/elements/1.1": "dc",
    "http://purl.org/dc/elements/1.0": "dc",
    "http://purl.org/dc/terms": "dcterms",
    "http://purl.org/rss/1.0/modules/content": "content",
    "http://purl.org/rss/1.0/modules/syndication": "sy",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "http://search.yahoo.com/mrss": "media",
    "http://tools.search.yahoo.com/mrss": "media",
    "http://video.search.yahoo.com/mrss": "media",
    "http://rssnamespace.org/feedburner/ext/1.0": "feedburner",
    "http://www.w3.org/1999/xhtml": "xhtml",
}
_USUAL_PREFIXES = {name: name for name in _NAMESPACES.values() if name} | {
    "": "",
    "atom": "",
    "atom10": "",
    "a10": "",
    "rss": "",
    "rss1": "",
    "atom03": "",
}
_SPECIAL = {
    "item": ITEM,
    "entry": ITEM,
    "rss": ROOT,
    "feed": ROOT,
    "channel": ROOT,
    "rdf:rdf": ROOT,
    "media:group": GROUP,
}
_OTHER_NAMES = {
    "xhtml:body": "body",
    "xhtml:div": "body",
    "fullitem": "body",
    "guid": "id",
    "dc:identifier": "dc:identifier",
    "tagline": "subtitle",
}
# Elements whose whole content is text for people, so that mark-up in them belongs to that text.
TEXTS = frozenset(
    {
        "title", "description", "summary", "content", "content:encoded", "body", "subtitle",
        "dc:title", "dc:description", "dcterms:abstract", "dc:creator", "dc:source",
        "media:title", "media:description", "media:credit",
        "itunes:title", "itunes:summary", "itunes:subtitle", "itunes:author", "itunes:new-feed-url",
        "link", "id", "feedburner:origlink", "ttl", "sy:updateperiod", "sy:updatefrequency",
        "pubdate", "published", "issued", "created", "updated", "modified", "date",
        "dc:date", "dcterms:issued", "dcterms:created", "dcterms:modified", "dcterms:date",
    }
)  # fmt: skip
# Elements that hold others: only the ones listed in NESTED are read in them.
HOLDERS = frozenset({"author", "source"})
NESTED = {"author/name": "author/name", "source/title": "source/title"}
_WANTED = TEXTS | HOLDERS | {"name", "enclosure", "media:content"}
_DECLARATION = re.compile(r"""\bxmlns(?::([\w.-]{1,60}))?\s*=\s*["']([^"'<]{0,300})""")


class Names(dict[str, str]):
    """What each tag of a document means: its name without prefix, ITEM, ROOT, GROUP, or "" for the unknown.

    Args:
        document: searched for declarations when a tag has a prefix that the root does not explain.
        root: the attributes of the root element.
    """

    def __init__(self, document: str, root: str) -> None:
        super().__init__()
        self._document = document
        self._prefixes = _declared(root)
        self._looked_everywhere = False
        self.faulty = False

    def __missing__(self, tag: str) -> str:
        prefix, _, local = tag.rpartition(":")
        meaning = self._meaning(prefix, local.lower())
        self[tag] = meaning
        return meaning

    def local(self, tag: str, attributes: str) -> str:
        """Return what a tag means that declares a namespace itself."""
        prefix, _, local = tag.rpartition(":")
        own = _declared(attributes).get(prefix.lower())
        if own is None:
            return self[tag]
        return _named(own, local.lower())

    def _meaning(self, prefix: str, local: str) -> str:
        prefix = prefix.lower()
        named = self._prefixes.get(prefix)
        if named is None and prefix and not self._looked_everywhere:
            self._looked_everywhere = True
            # What is nearer to the root counts.
            self._prefixes = _declared(self._document, explicit_only=True) | self._prefixes
            named = self._prefixes.get(prefix)
        if named is None:
            self.faulty = self.faulty or bool(prefix)
            named = _USUAL_PREFIXES.get(prefix, prefix)
        return _named(named, local)


def _named(prefix: str, local: str) -> str:
    name = f"{prefix}:{local}" if prefix else local
    name = _OTHER_NAMES.get(name, name)
    return _SPECIAL.get(name) or (name if name in _WANTED else "")


def _declared(attributes: str, *, explicit_only: bool = False) -> dict[str, str]:
    found: dict[str, str] = {}
    if "xmlns" not in attributes:
        return found
    for declaration in islice(_DECLARATION.finditer(attributes), MOST_NAMESPACES):
        prefix, address = declaration[1] or "", declaration[2]
        if explicit_only and not prefix:
            continue
        name = prefix.lower()
        # An unknown default namespace is a feed's own; an unknown one with a prefix is what its prefix says.
        usual = _USUAL_PREFIXES.get(name, name)
        found.setdefault(name, _NAMESPACES.get(address.strip().lower().rstrip("/#"), usual))
    return found
