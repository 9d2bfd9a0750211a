"""Makes an entry of what its elements say, with a stand-in for what they leave out."""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from cmstation.domain.feeds import ParsedItem
from cmstation.networks.feed_bounds import (
    LONGEST_DATE,
    LONGEST_ID,
    LONGEST_LINK,
    LONGEST_NAME,
    LONGEST_TITLE,
    MOST_ALIKE,
    MOST_AUTHORS,
)
from cmstation.networks.feed_dates import read_date
from cmstation.networks.feed_links import joined, looks_like_address, web_address
from cmstation.networks.feed_scan import Field, RawItem
from cmstation.networks.feed_text import beginning, shortened
from cmstation.networks.feed_values import Values

_TITLES = ("title", "media:title", "itunes:title", "dc:title")
_SUMMARIES = frozenset(
    {
        "description",
        "content:encoded",
        "summary",
        "content",
        "body",
        "media:description",
        "itunes:summary",
        "itunes:subtitle",
        "dc:description",
        "dcterms:abstract",
        "subtitle",
    }
)
_DATES = (
    "published",
    "pubdate",
    "issued",
    "dc:date",
    "dcterms:issued",
    "date",
    "created",
    "dcterms:created",
    "dcterms:date",
    "updated",
    "modified",
    "dcterms:modified",
)
_AUTHORS = ("author/name", "dc:creator", "author", "itunes:author", "media:credit")
_ORIGINS = ("source/title", "source", "dc:source")
_NO_LINK = re.compile(r"""\bisPermaLink\s*=\s*["']?\s*false""", re.IGNORECASE)
_SAME_ADDRESS = "http://www.iana.org/assignments/relation/"
_Found = dict[str, list[Field]]


class Items:
    """Read the entries of one document.

    Args:
        values: reads its elements.
        base: what relative links start from.
        author: who wrote the entries that name nobody.
    """

    def __init__(self, values: Values, base: str, author: str = "") -> None:
        self._values = values
        self._base = base
        self._author = author

    def read(self, raw: RawItem) -> ParsedItem | None:
        """Read an entry; None when there is nothing in it to show."""
        values, found = self._values, by_meaning(raw.fields)
        summaries = [field for field in raw.fields if field[0] in _SUMMARIES]
        own = values.attributes(raw.attributes) if raw.attributes else {}
        base = joined(self._base, own["xml:base"]) if "xml:base" in own else self._base
        links = Links(values, found.get("link", [])[:MOST_ALIKE], base)
        media = self._media(found, links, base)
        identity, may_be_link = self._identity(found, own.get("rdf:about", ""))
        link = self._link(found, links, base) or (web_address(identity) if may_be_link else "") or media
        summary = values.longest_html(summaries, base)
        return complete(
            ParsedItem(
                title=_first(values, found, _TITLES),
                link=link,
                id=identity,
                published=self._published(found),
                summary=summary,
                author=self._authors(found) or self._author,
                media=media,
                origin=_first(values, found, _ORIGINS),
            )
        )

    def _identity(self, found: _Found, about: str) -> tuple[str, bool]:
        """Return what the entry calls itself, and whether that is its address as well."""
        for field in found.get("id", ()):
            identity = self._values.text(field, LONGEST_ID * 4)
            if identity:
                return identity, not _NO_LINK.search(field[1]) and looks_like_address(identity)
        identity = about.strip()
        return identity, looks_like_address(identity)

    def _link(self, found: _Found, links: "Links", base: str) -> str:
        # What FeedBurner's redirect stands for: the redirects themselves are going away.
        if "feedburner:origlink" in found:
            link = web_address(self._values.text(found["feedburner:origlink"][0], LONGEST_LINK), base)
            if link:
                return link
        return links.page() or (self._content_elsewhere(found, base) if "content" in found else "")

    def _content_elsewhere(self, found: _Found, base: str) -> str:
        for field in found["content"]:
            link = web_address(self._values.attributes(field[1]).get("src", ""), base) if field[1] else ""
            if link:
                return link
        return ""

    def _media(self, found: _Found, links: "Links", base: str) -> str:
        """Return the sound or film that goes with the entry, else another file; a picture comes last."""
        if not ("enclosure" in found or "media:content" in found or links.enclosures):
            return ""
        best, best_rank = "", 0
        enclosed = [self._values.attributes(field[1]) for field in found.get("enclosure", [])[:MOST_ALIKE]]
        shown = [self._values.attributes(field[1]) for field in found.get("media:content", [])[:MOST_ALIKE]]
        for attributes in (*enclosed, *links.enclosures, *shown):
            address = attributes.get("url") or attributes.get("href") or ""
            rank = _media_rank(attributes)
            if attributes in shown and rank < 3:
                continue
            if rank > best_rank and (address := web_address(address, base)):
                best, best_rank = address, rank
        return best

    def _published(self, found: _Found) -> datetime | None:
        for meaning in _DATES:
            if meaning in found:
                for field in found[meaning][:MOST_ALIKE]:
                    moment = read_date(self._values.text(field, LONGEST_DATE))
                    if moment:
                        return moment
        return None

    def _authors(self, found: _Found) -> str:
        for meaning in _AUTHORS:
            if meaning in found:
                names = [self._values.plain(field, LONGEST_NAME) for field in found[meaning][:MOST_AUTHORS]]
                if len(names) > 1:
                    names = list(dict.fromkeys(without_mail(name) for name in names if name))
                    return shortened(", ".join(names), LONGEST_NAME)
                if names[0]:
                    return without_mail(names[0])
        return ""


class Links:
    """The links of an entry or of a feed.

    Args:
        enclosures: the attributes of those that lead to files.
    """

    def __init__(self, values: Values, fields: Iterable[Field], base: str) -> None:
        self.enclosures: list[dict[str, str]] = []
        self._values = values
        self._base = base
        self._texts: list[str] = []
        self._by_relation: dict[str, list[dict[str, str]]] = {}
        for field in fields:
            self._sort(field)

    def page(self) -> str:
        """Return the address of the page, "" when there is none."""
        for written in self._texts:
            link = web_address(written, self._base)
            if link:
                return link
        for relation in ("alternate", "related", "via"):
            there = self._by_relation.get(relation, [])
            for attributes in sorted(there, key=_is_no_page):
                link = self._address(attributes)
                if link:
                    return link
        return ""

    def _sort(self, field: Field) -> None:
        written = field[1]
        text = self._values.text(field, LONGEST_LINK)
        if not written:
            self._texts.append(text)
            return
        attributes = self._values.attributes(written)
        if "href" not in attributes:
            if text:
                base = attributes.get("xml:base")
                self._texts.append(joined(joined(self._base, base), text) if base else text)
            return
        relation = attributes.get("rel", "alternate").strip().lower().removeprefix(_SAME_ADDRESS)
        if relation == "enclosure":
            self.enclosures.append(attributes)
        else:
            self._by_relation.setdefault(relation or "alternate", []).append(attributes)

    def _address(self, attributes: dict[str, str]) -> str:
        base = joined(self._base, attributes["xml:base"]) if "xml:base" in attributes else self._base
        return web_address(attributes["href"], base)


def by_meaning(fields: Iterable[Field]) -> _Found:
    """Sort elements by what they mean."""
    found: _Found = {}
    for field in fields:
        there = found.get(field[0])
        if there is None:
            found[field[0]] = [field]
        else:
            there.append(field)
    return found


def complete(item: ParsedItem) -> ParsedItem | None:
    """Give an entry the title and identity that it lacks; None when nothing can be shown of it."""
    if item.title and item.id and len(item.id) <= LONGEST_ID:
        return item
    if not (item.title or item.link or item.id or item.summary):
        return None
    title = item.title or beginning(item.summary) or shortened(item.link or item.id, LONGEST_TITLE) or "…"
    identity = item.id or item.link
    if not identity:
        identity = digest(title, item.published.isoformat() if item.published else item.summary)
    elif len(identity) > LONGEST_ID:
        identity = digest(identity)
    return replace(item, title=title, id=identity)


def told_apart(items: list[ParsedItem]) -> tuple[ParsedItem, ...]:
    """Give entries different identities: some feeds use the same one for all, others repeat an entry."""
    contents: dict[str, set[tuple[str, str]]] = {}
    for item in items:
        contents.setdefault(item.id, set()).add((item.link, item.title))
    # All that share an identity get a longer one, not only the later ones: the order changes from day to day.
    different: dict[str, ParsedItem] = {}
    for item in items:
        shared = len(contents[item.id]) > 1
        own = replace(item, id=f"{item.id} {digest(item.link, item.title)}") if shared else item
        different.setdefault(own.id, own)
    return tuple(different.values())


def digest(*facts: str) -> str:
    """Return a short text that is the same for the same facts only."""
    return hashlib.sha256("\n".join(facts).encode("utf-8", "replace")).hexdigest()[:32]


def without_mail(name: str) -> str:
    """Return the person in `zoe@exemple.fr (Zoé Éluard)` or `Zoé Éluard <zoe@exemple.fr>`."""
    if "@" not in name:
        return name
    for opening, closing in (("(", ")"), ("<", ">")):
        before, there, inside = name.partition(opening)
        if there:
            inside = inside.partition(closing)[0].strip()
            person = inside if "@" not in inside else before.strip(' "')
            return person or name
    return name


def _first(values: Values, found: _Found, meanings: tuple[str, ...]) -> str:
    for meaning in meanings:
        if meaning in found:
            for field in found[meaning]:
                text = values.plain(field)
                if text:
                    return text
    return ""


def _media_rank(attributes: dict[str, str]) -> int:
    kind = attributes.get("type", "").partition("/")[0].lower() or attributes.get("medium", "").lower()
    return 3 if kind in {"audio", "video"} else 1 if kind == "image" else 2


def _is_no_page(attributes: dict[str, str]) -> bool:
    return attributes.get("type", "text/html").strip().lower() not in {"text/html", "application/xhtml+xml"}
