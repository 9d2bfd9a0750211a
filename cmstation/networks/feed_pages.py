"""Finds the feeds that a web page names."""

import re
from html import unescape
from typing import Final
from urllib.parse import urljoin, urlsplit

LONGEST_PAGE: Final = 600_000
MOST_NAMED: Final = 6
# The possessive signs keep a hostile page from costing more than its length.
_TAG: Final = re.compile(rb"<(link|a|base)\s([^<>]{1,3000}+)>", re.IGNORECASE)
_ATTRIBUTE: Final = re.compile(r"""([a-z-]++)\s*+=\s*+("[^"]*+"|'[^']*+'|[^\s"'>]++)""", re.IGNORECASE)
_TYPES: Final = frozenset(f"application/{name}" for name in ("rss+xml", "atom+xml", "feed+json", "rdf+xml"))
_LOOKS: Final = re.compile(
    r"(?:\.rss|rss\.xml|feed\.xml|atom\.xml|index\.rdf|/feed/?|/rss/?|feed\.json)\Z", re.IGNORECASE
)
_COMMON: Final = ("feed/", "rss", "rss.xml", "feed.xml", "atom.xml")


def named_feeds(page: bytes, address: str) -> tuple[str, ...]:
    """Return the addresses that a page declares as its feeds, then those of links that look like feeds.

    Args:
        page: HTML in any charset; the addresses in it are ASCII in practice.
        address: of the page.
    """
    base = address
    declared: list[str] = []
    linked: list[str] = []
    for found in _TAG.finditer(page[:LONGEST_PAGE]):
        attributes = _attributes(found[2].decode("utf-8", "replace"))
        href = attributes.get("href", "").strip()
        kind = found[1].lower()
        if not href:
            continue
        if kind == b"base":
            base = _joined(address, href) or base
        elif kind == b"a":
            linked += [href] if _LOOKS.search(href.partition("?")[0]) else []
        elif "alternate" in attributes.get("rel", "").lower().split() and _is_feed(attributes):
            declared.append(href)
    # What people say below an article is seldom what is watched.
    declared.sort(key=lambda href: "comment" in href.lower())
    joined = (_joined(base, href) for href in (*declared, *linked))
    return tuple(dict.fromkeys(one for one in joined if one and one != address))[:MOST_NAMED]


def common_feeds(address: str) -> tuple[str, ...]:
    """Return the few places where a site that names no feed may have one."""
    parts = urlsplit(address)
    return tuple(f"{parts.scheme}://{parts.netloc}/{path}" for path in _COMMON)


def _attributes(text: str) -> dict[str, str]:
    return {name.lower(): unescape(value.strip("\"'")) for name, value in _ATTRIBUTE.findall(text)}


def _is_feed(attributes: dict[str, str]) -> bool:
    kind = attributes.get("type", "").partition(";")[0].strip().lower()
    return kind in _TYPES


def _joined(base: str, href: str) -> str:
    try:
        joined = urljoin(base, href)
        return joined if urlsplit(joined).scheme in ("http", "https") else ""
    except ValueError:
        return ""
