"""Count a text as Bluesky does, and find what it links in it."""

import re
from dataclasses import dataclass
from enum import StrEnum

import regex

from cmstation.domain.counting import graphemes
from cmstation.domain.counting.tld_names import IN_THE_ROOT_ZONE

LIMIT = 300
BYTE_LIMIT = 3000
_LONGEST_TAG = 64
_LONGEST_TAG_BYTES = 640

_SPACE = "\t-\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
_INVISIBLE = "\u00ad\u2060\u200a\u200b\u200c\u200d\u20e2"
_MENTION = re.compile(rf"(?:^|[{_SPACE}(])@([a-zA-Z0-9.-]+)\b", re.ASCII)
_LINK = re.compile(
    rf"(?:^|(?<=[\n\r\u2028\u2029])|[{_SPACE}(])"
    rf"([Hh][Tt][Tt][Pp][Ss]?://[^{_SPACE}]+|(?P<domain>[A-Za-z][A-Za-z0-9]*(?:\.[A-Za-z0-9]+)+)[^{_SPACE}]*)"
)
_TAG = regex.compile(
    rf"(?:^|[{_SPACE}])([#＃])((?!\ufe0f)[^{_SPACE}{_INVISIBLE}]*"
    rf"[^0-9{_SPACE}\p{{P}}{_INVISIBLE}][^{_SPACE}{_INVISIBLE}]*)"
)
_TICKER = re.compile(rf"(?:^|[{_SPACE}(])\$([A-Za-z][A-Za-z0-9]{{0,4}})(?=[{_SPACE}]|\Z|[.,;:!?)\"'\u2019])")
_PUNCTUATION = regex.compile(r"(?r)\p{P}*")
_AFTER_LINK = ".,;:!?"


class FacetKind(StrEnum):
    """What a part of the text becomes."""

    LINK = "link"
    MENTION = "mention"
    TAG = "tag"


@dataclass(frozen=True, slots=True)
class Facet:
    """A part of the text that becomes a link.

    Args:
        byte_start, byte_end: its place in the UTF-8 form of the text; the end is the first byte after it.
        value: the address, the handle without @, or the tag without # (a ticker keeps its $).
    """

    byte_start: int
    byte_end: int
    kind: FacetKind
    value: str


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    kind: FacetKind
    value: str


def length(text: str) -> int:
    """Count the characters that people see; Bluesky takes 300."""
    return graphemes.length(graphemes.without_surrogates(text))


def byte_length(text: str) -> int:
    """Count the bytes; Bluesky takes 3000."""
    return len(graphemes.without_surrogates(text).encode())


def detect_facets(text: str) -> list[Facet]:
    """Return the links, mentions and tags in order, as the network's own program finds them."""
    clean = graphemes.without_surrogates(text)
    found = [*_mentions(clean), *_links(clean), *_tags(clean), *_tickers(clean)]
    found.sort(key=lambda one: one.start)
    facets: list[Facet] = []
    done = size = 0
    for one in found:
        if one.start < done:
            continue
        byte_start = size + len(clean[done : one.start].encode())
        size = byte_start + len(clean[one.start : one.end].encode())
        done = one.end
        facets.append(Facet(byte_start, size, one.kind, one.value))
    return facets


def _mentions(text: str) -> list[_Found]:
    return [
        _Found(mention.start(1) - 1, mention.end(1), FacetKind.MENTION, mention[1])
        for mention in _MENTION.finditer(text)
        if _is_domain(mention[1]) or mention[1].endswith(".test")
    ]


def _links(text: str) -> list[_Found]:
    found: list[_Found] = []
    for link in _LINK.finditer(text):
        address, domain = link[1], link["domain"]
        if domain is None and not address.startswith("http"):
            continue  # the network's program knows a scheme in small letters only
        if domain is not None and not _is_domain(domain):
            continue
        if address[-1] in _AFTER_LINK:
            address = address[:-1]
        if address.endswith(")") and "(" not in address:
            address = address[:-1]
        if not address.endswith("://"):
            value = address if domain is None else f"https://{address}"
            found.append(_Found(link.start(1), link.start(1) + len(address), FacetKind.LINK, value))
    return found


def _tags(text: str) -> list[_Found]:
    found: list[_Found] = []
    for tag in _TAG.finditer(text):
        value = tag[2][: _end_without_punctuation(tag[2])]
        if value and _is_short_enough(value):
            found.append(_Found(tag.start(1), tag.start(2) + len(value), FacetKind.TAG, value))
    return found


def _tickers(text: str) -> list[_Found]:
    return [
        _Found(ticker.start(1) - 1, ticker.end(1), FacetKind.TAG, f"${ticker[1].upper()}")
        for ticker in _TICKER.finditer(text)
    ]


def _end_without_punctuation(tag: str) -> int:
    row = _PUNCTUATION.match(tag)
    return len(tag) if row is None else row.start()


def _is_short_enough(tag: str) -> bool:
    # The record also holds a tag to a number of bytes.
    return graphemes.length(tag) <= _LONGEST_TAG and len(tag.encode()) <= _LONGEST_TAG_BYTES


def _is_domain(name: str) -> bool:
    _, dot, last = name.rpartition(".")
    return bool(dot) and last in IN_THE_ROOT_ZONE
