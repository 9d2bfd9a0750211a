"""Reads feeds of every format, well-formed or not: RSS, RDF, Atom, JSON Feed."""

import re
from dataclasses import dataclass

from cmstation.domain.feeds import FeedFormat, ParsedFeed
from cmstation.domain.watch_errors import NotAFeed
from cmstation.networks.feed_bounds import (
    LARGEST_FEED,
    LONGEST_INTERVAL,
    LONGEST_LINK,
    LONGEST_NAME,
    LONGEST_PROLOG,
    MOST_ALIKE,
    MOST_TAGS,
)
from cmstation.networks.feed_charset import decode
from cmstation.networks.feed_entities import Entities, declared_entities
from cmstation.networks.feed_items import Items, Links, by_meaning, told_apart
from cmstation.networks.feed_json import read_json
from cmstation.networks.feed_links import joined, web_address
from cmstation.networks.feed_names import Names
from cmstation.networks.feed_scan import Field, RawItem, Scan
from cmstation.networks.feed_values import Values

_BEGINNING = re.compile(
    r"""
    <!--[^-]*+(?:-(?!->)[^-]*+)*+(?:-->|\Z)
  | <\?[^<>]*+>
  | <!DOCTYPE\s+[^<>\[]*+(?:\[(?P<subset>[^\]]*+)(?:\]\s*+|\Z))?+(?:>|\Z)
  | <(?P<page>html|head|body)[\s>]
  | <(?:[\w.-]{1,60}:)?(?P<root>rss|feed|rdf|channel|item|entry)
    (?P<attributes>(?:\s(?:[^<>"']++|"[^"<]*+"|'[^'<]*+')*+)?)>
    """,
    re.VERBOSE | re.IGNORECASE,
)
_FIRST_TAG = re.compile(r"<([A-Za-z][\w:.-]*+)")
_PAGE = re.compile(r"<!doctype\s+html|<html[\s>]", re.IGNORECASE)
_PAGE_TAGS = frozenset(
    (
        "html",
        "head",
        "body",
        "meta",
        "title",
        "script",
        "style",
        "div",
        "p",
        "br",
        "h1",
        "h2",
        "center",
        "table",
        "b",
    )
)
_FORMATS = {
    "rss": FeedFormat.RSS,
    "channel": FeedFormat.RSS,
    "item": FeedFormat.RSS,
    "rdf": FeedFormat.RDF,
    "feed": FeedFormat.ATOM,
    "entry": FeedFormat.ATOM,
}
_ATOM = "http://www.w3.org/2005/atom"
_FIRST_ATOM = "http://purl.org/atom/ns"
_PERIODS = {"hourly": 60, "daily": 1_440, "weekly": 10_080, "monthly": 43_200, "yearly": 525_600}
_NUMBER = re.compile(r"\s*(\d{1,9})")


@dataclass(frozen=True, slots=True)
class _Beginning:
    """Where and how a feed begins.

    Args:
        root: the name of its first element, in small letters.
        attributes: of that element, as written.
        entities: what the document declares before.
        junk: whether there is something before that does not belong there.
    """

    at: int
    root: str
    attributes: str
    entities: dict[str, str]
    junk: bool


def parse(data: bytes, *, url: str, content_type: str | None) -> ParsedFeed:
    """Read a feed.

    Args:
        data: the document; at most `LARGEST_FEED` of it is read.
        url: where it was fetched; relative addresses start from there.
        content_type: the header of that name, for the charset.

    Raises:
        NotAFeed: it is something else.
    """
    document = decode(data[:LARGEST_FEED], content_type)
    faulty = document.faulty or len(data) > LARGEST_FEED
    if document.text[:LONGEST_PROLOG].lstrip()[:1] in {"{", "["}:
        return read_json(document.text, url, faulty=faulty)
    return _read_xml(_with_few_tags(document.text), url, faulty=faulty)


def _read_xml(text: str, url: str, *, faulty: bool) -> ParsedFeed:
    beginning = _beginning(text)
    names = Names(text, beginning.attributes)
    scan = Scan(text, names)
    scan.run(beginning.at)
    entities = Entities(beginning.entities)
    values = Values(entities, strict_types=_FIRST_ATOM not in beginning.attributes.lower())
    base = url
    for written in scan.roots:
        if "xml:base" in written:
            base = joined(base, values.attributes(written).get("xml:base", ""))
    found = by_meaning(scan.feed)
    author = _first(values, found.get("author/name", ())) if beginning.root == "feed" else ""
    reader = Items(values, base, author)
    items = told_apart([item for raw in _whole(scan) if (item := reader.read(raw))])
    title = _first(values, found.get("title", ())) or _first(values, found.get("dc:title", ()))
    if not (items or title or _is_surely_a_feed(beginning)):
        raise NotAFeed(page=False)
    moved = [
        web_address(values.text(field, LONGEST_LINK), base) for field in found.get("itunes:new-feed-url", ())
    ]
    return ParsedFeed(
        title=title,
        items=items,
        format=_FORMATS[beginning.root],
        site=Links(values, found.get("link", [])[:MOST_ALIKE], base).page(),
        ill_formed=faulty or beginning.junk or scan.faulty or names.faulty or entities.faulty,
        every_minutes=_interval(values, found),
        moved_to=next((there for there in moved if there and there != url), ""),
    )


def _beginning(text: str) -> _Beginning:
    """Find the root of a feed.

    Raises:
        NotAFeed: there is none before a page begins.
    """
    entities: dict[str, str] = {}
    end, junk = 0, False
    for found in _BEGINNING.finditer(text, 0, LONGEST_PROLOG):
        junk = junk or bool(text[end : found.start()].strip())
        end = found.end()
        if found["page"]:
            break
        if found["subset"]:
            entities = declared_entities(found["subset"])
        if found["root"]:
            # Not even white space may come before the declaration of XML.
            junk = junk or (text[:1].isspace() and text.lstrip()[:5] == "<?xml")
            return _Beginning(found.start(), found["root"].lower(), found["attributes"], entities, junk)
    raise NotAFeed(page=_is_page(text[:LONGEST_PROLOG]))


def _is_page(text: str) -> bool:
    first = _FIRST_TAG.search(text)
    return bool(first and (first[1].lower() in _PAGE_TAGS or _PAGE.search(text)))


def _with_few_tags(text: str) -> str:
    """Cut a document that has more tags than any feed."""
    while len(text) > MOST_TAGS and text.count("<") > MOST_TAGS:
        text = text[: len(text) // 2]
    return text


def _whole(scan: Scan) -> list[RawItem]:
    """Return the entries without one that was cut: it would come back whole under another identity."""
    items = scan.items
    cut = not scan.root_closed and len(items) > 1 and not items[-1].closed
    return items[:-1] if cut and items[-2].closed else items


def _is_surely_a_feed(beginning: _Beginning) -> bool:
    return beginning.root in {"rss", "channel"} or (
        beginning.root == "feed" and _is_atom(beginning.attributes.lower())
    )


def _is_atom(attributes: str) -> bool:
    return _ATOM in attributes or _FIRST_ATOM in attributes


def _first(values: Values, fields: list[Field] | tuple[()]) -> str:
    return next((text for field in fields if (text := values.plain(field, LONGEST_NAME))), "")


def _interval(values: Values, found: dict[str, list[Field]]) -> int | None:
    """Return how many minutes to leave between two visits, the longest of what is asked."""
    asked = [_number(values, found, "ttl")]
    if "sy:updateperiod" in found or "sy:updatefrequency" in found:
        written = [values.text(field).lower() for field in found.get("sy:updateperiod", ())]
        period = next((_PERIODS[word] for word in written if word in _PERIODS), _PERIODS["daily"])
        asked.append(period // max(_number(values, found, "sy:updatefrequency"), 1))
    longest = max(asked)
    return min(longest, LONGEST_INTERVAL) if longest else None


def _number(values: Values, found: dict[str, list[Field]], meaning: str) -> int:
    numbers = (_NUMBER.match(values.text(field)) for field in found.get(meaning, ()))
    return next((int(number[1]) for number in numbers if number), 0)
