"""Reads JSON Feed, also where the document was cut."""

import json
import re
from datetime import datetime
from typing import Any, cast

from cmstation.domain.feeds import FeedFormat, ParsedFeed, ParsedItem
from cmstation.domain.watch_errors import NotAFeed
from cmstation.networks.feed_bounds import (
    LARGEST_JSON,
    LONGEST_DATE,
    LONGEST_LINK,
    LONGEST_NAME,
    LONGEST_SUMMARY,
    MOST_AUTHORS,
    MOST_ITEMS,
)
from cmstation.networks.feed_dates import read_date
from cmstation.networks.feed_items import complete, told_apart
from cmstation.networks.feed_links import absolute_inside, looks_like_address, web_address
from cmstation.networks.feed_text import as_html, plain_text, shortened

_JSON = dict[str, Any]
_ITEMS = re.compile(r'"items"\s*:\s*\[')
_COMMA = re.compile(r"\s*,\s*")
_VERSION = "jsonfeed.org/version/"


def read_json(text: str, url: str, *, faulty: bool) -> ParsedFeed:
    """Read a JSON Feed.

    Args:
        url: where it lies; relative addresses start from there.
        faulty: whether its characters already broke the rules.

    Raises:
        NotAFeed: it is JSON of another kind, or none.
    """
    text = text[:LARGEST_JSON]
    try:
        document = _decoder().decode(text)
    except (ValueError, RecursionError):
        document, faulty = _rescued(text), True
    feed = cast("_JSON", document) if isinstance(document, dict) else {}
    entries = _objects(feed.get("items"))
    is_feed = _VERSION in _text(feed, "version") and isinstance(feed.get("items"), list)
    if not (is_feed or _has_entries(entries)):
        raise NotAFeed(page=False)
    author = _authors(feed)
    items = (_item(entry, url, author) for entry in entries[:MOST_ITEMS])
    return ParsedFeed(
        title=plain_text(_text(feed, "title"), literal=True),
        items=told_apart([item for item in items if item]),
        format=FeedFormat.JSON,
        site=web_address(_text(feed, "home_page_url"), url),
        ill_formed=faulty,
    )


def _decoder() -> json.JSONDecoder:
    # Numbers matter as identities only, and huge ones would take long to become numbers.
    return json.JSONDecoder(parse_int=str, parse_float=str, strict=False)


def _rescued(text: str) -> _JSON:
    """Read as many entries as are whole, and what stands before them."""
    found = _ITEMS.search(text)
    if not found:
        return {}
    decoder, entries, position = _decoder(), list[object](), found.end()
    while len(entries) < MOST_ITEMS:
        try:
            entry, position = decoder.raw_decode(
                text, position + len(text[position : position + 1].strip("{["))
            )
        except (ValueError, RecursionError):
            break
        entries.append(entry)
        comma = _COMMA.match(text, position)
        if not comma:
            break
        position = comma.end()
    return _beginning(decoder, text[: found.start()]) | {"items": entries}


def _beginning(decoder: json.JSONDecoder, head: str) -> _JSON:
    try:
        before = decoder.decode(f"{head.rstrip().rstrip(',')}}}")
    except (ValueError, RecursionError):
        return {}
    return cast("_JSON", before) if isinstance(before, dict) else {}


def _item(entry: _JSON, url: str, author: str) -> ParsedItem | None:
    identity = _text(entry, "id").strip()
    media = _media(entry, url)
    link = web_address(_text(entry, "url"), url) or web_address(_text(entry, "external_url"), url)
    link = link or (identity if looks_like_address(identity) else "") or media
    return complete(
        ParsedItem(
            title=plain_text(_text(entry, "title"), literal=True),
            link=link,
            id=identity,
            published=_published(entry),
            summary=_summary(entry, url),
            author=_authors(entry) or author,
            media=media,
        )
    )


def _published(entry: _JSON) -> datetime | None:
    for name in ("date_published", "date_modified"):
        moment = read_date(_text(entry, name)[:LONGEST_DATE].strip())
        if moment:
            return moment
    return None


def _summary(entry: _JSON, url: str) -> str:
    html = _text(entry, "content_html")[:LONGEST_SUMMARY]
    texts = (_text(entry, name)[:LONGEST_SUMMARY] for name in ("content_text", "summary"))
    return max([absolute_inside(html, url), *(as_html(text) for text in texts)], key=len)[
        :LONGEST_SUMMARY
    ].strip()


def _media(entry: _JSON, url: str) -> str:
    attachments = entry.get("attachments")
    for attachment in _objects(attachments)[:MOST_AUTHORS]:
        address = web_address(_text(attachment, "url")[: LONGEST_LINK + 1], url)
        if address:
            return address
    return ""


def _authors(owner: _JSON) -> str:
    people = _objects(owner.get("authors")) or _objects([owner.get("author")])
    names = (
        plain_text(_text(person, "name"), literal=True, longest=LONGEST_NAME)
        for person in people[:MOST_AUTHORS]
    )
    return shortened(", ".join(dict.fromkeys(name for name in names if name)), LONGEST_NAME)


def _objects(values: object) -> list[_JSON]:
    if not isinstance(values, list):
        return []
    return [cast("_JSON", value) for value in cast("list[object]", values) if isinstance(value, dict)]


def _has_entries(entries: list[_JSON]) -> bool:
    return any({"id", "url", "content_html", "content_text"} & one.keys() for one in entries[:10])


def _text(owner: _JSON, name: str) -> str:
    """Return a text; numbers came as text already, everything else is none."""
    value = owner.get(name)
    if not isinstance(value, str):
        return ""
    # Halves of characters can be written in JSON, and nothing can store them.
    return value if value.isascii() else value.encode("utf-8", "replace").decode("utf-8")
