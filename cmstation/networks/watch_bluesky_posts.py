"""Makes items of Bluesky's posts: their words, links, pictures and cards as HTML."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from typing import Any, Final
from urllib.parse import quote

from cmstation.domain.feeds import ParsedItem
from cmstation.networks.feed_bounds import LONGEST_SUMMARY
from cmstation.networks.feed_json_answers import listed, mapping, words
from cmstation.networks.feed_text import shortened, tidy

SITE: Final = "https://bsky.app"
LONGEST_TITLE: Final = 140
_PLACE = re.compile(
    r"at://(did:[a-z]+:[A-Za-z0-9._:%-]{1,500})/app\.bsky\.feed\.post/([A-Za-z0-9._~:-]{1,512})"
)
_HANDLE = re.compile(r"(?:[A-Za-z0-9-]{1,63}\.){1,10}[A-Za-z][A-Za-z0-9-]{0,62}")
_NO_HANDLE = "handle.invalid"  # what the network shows while an account's name is broken
_MEMBERS_ONLY = "!no-unauthenticated"
_MOST_PICTURES = 10
_MOST_FACETS = 200


@dataclass(frozen=True, slots=True)
class _Mark:
    """A piece of a text that leads somewhere; places count bytes of UTF-8."""

    begin: int
    end: int
    address: str


def item_of(post: dict[str, Any]) -> ParsedItem | None:
    """Return a post as an item; None for what is no post, or a reply."""
    place = words(post, "uri")
    found = _PLACE.fullmatch(place)
    record, author = mapping(post, "record"), mapping(post, "author")
    if found is None or not record or "reply" in record:
        return None
    who = _who(author, found[1])
    text, embedded = words(record, "text"), _embedded(post)
    card, pictures = mapping(embedded, "external"), listed(embedded, "images")[:_MOST_PICTURES]
    summary = _paragraph(text, _marks(record)) + _card(card) + "".join(map(_picture, pictures))
    summary += _film(embedded) + _quoted(mapping(post, "embed"))
    link = f"{SITE}/profile/{who}/post/{found[2]}"
    name = tidy(words(author, "displayName")) or who
    return ParsedItem(
        title=_title(text, card, pictures, name),
        link=link,
        id=place,
        published=came_out(post),
        summary=summary[:LONGEST_SUMMARY],
        author=name,
        media=_media(embedded, pictures),
    )


def came_out(post: dict[str, Any]) -> datetime | None:
    """Return when a post came out: what its author says, unless the network saw it before."""
    said = _moment(words(mapping(post, "record"), "createdAt"))
    seen = _moment(words(post, "indexedAt"))
    return min((one for one in (said, seen) if one is not None), default=None)


def repeated_at(entry: dict[str, Any]) -> datetime | None:
    """Return when an account repeated a post; None for its own ones."""
    return _moment(words(mapping(entry, "reason"), "indexedAt"))


def for_members_only(post: dict[str, Any]) -> bool:
    """Tell whether an author asked that only those who signed in see the posts."""
    return any(words(label, "val") == _MEMBERS_ONLY for label in listed(mapping(post, "author"), "labels"))


def profile(who: str) -> str:
    """Return the page of an account."""
    return f"{SITE}/profile/{quote(who, safe=':')}"


def _who(author: dict[str, Any], did: str) -> str:
    handle = words(author, "handle")
    return handle if handle != _NO_HANDLE and _HANDLE.fullmatch(handle) else did


def _moment(text: str) -> datetime | None:
    try:
        said = datetime.fromisoformat(text[:40])
        return said.astimezone(UTC) if said.tzinfo is not None else said.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None


def _title(text: str, card: dict[str, Any], pictures: list[dict[str, Any]], name: str) -> str:
    first = next((line for line in map(tidy, text.splitlines()) if line), "")
    said = first or tidy(words(card, "title")) or next((tidy(words(one, "alt")) for one in pictures), "")
    return shortened(said or name, LONGEST_TITLE)


# --- the text ---------------------------------------------------------------------------------------------


def _marks(record: dict[str, Any]) -> list[_Mark]:
    marks: list[_Mark] = []
    for facet in listed(record, "facets")[:_MOST_FACETS]:
        index = mapping(facet, "index")
        begin, end = index.get("byteStart"), index.get("byteEnd")
        address = next((one for one in map(_leads_to, listed(facet, "features")) if one), "")
        if isinstance(begin, int) and isinstance(end, int) and 0 <= begin < end and address:
            marks.append(_Mark(begin, end, address))
    return sorted(marks, key=lambda mark: mark.begin)


def _leads_to(feature: dict[str, Any]) -> str:
    kind = words(feature, "$type").rpartition("#")[2]
    if kind == "link":
        return _web(words(feature, "uri"))
    if kind == "mention" and (did := words(feature, "did")).startswith("did:"):
        return profile(did)
    if kind == "tag" and (tag := words(feature, "tag")):
        return f"{SITE}/hashtag/{quote(tag, safe='')}"
    return ""


def _paragraph(text: str, marks: list[_Mark]) -> str:
    raw, at, pieces = text.encode("utf-8", "replace"), 0, list[str]()
    for mark in marks:
        if mark.begin < at or mark.end > len(raw):
            continue
        pieces.append(_shown(raw[at : mark.begin]))
        pieces.append(f'<a href="{escape(mark.address)}">{_shown(raw[mark.begin : mark.end])}</a>')
        at = mark.end
    pieces.append(_shown(raw[at:]))
    whole = "".join(pieces).strip()
    return f"<p>{whole}</p>".replace("\n\n", "</p><p>").replace("\n", "<br>") if whole else ""


def _shown(piece: bytes) -> str:
    return escape(piece.decode("utf-8", "replace"), quote=False).replace("\r", "")


# --- what goes with it ------------------------------------------------------------------------------------


def _embedded(post: dict[str, Any]) -> dict[str, Any]:
    embedded = mapping(post, "embed")
    return mapping(embedded, "media") or embedded


def _web(address: str) -> str:
    return address if address.startswith(("https://", "http://")) else ""


def _card(card: dict[str, Any]) -> str:
    address = _web(words(card, "uri"))
    if not address:
        return ""
    told = tidy(words(card, "description"))
    title = escape(tidy(words(card, "title")) or address)
    return f'<p><a href="{escape(address)}">{title}</a></p>' + (f"<p>{escape(told)}</p>" if told else "")


def _picture(picture: dict[str, Any]) -> str:
    address, told = _web(words(picture, "fullsize")), escape(words(picture, "alt"))
    return f'<p><img src="{escape(address)}" alt="{told}"></p>' if address else ""


def _film(embedded: dict[str, Any]) -> str:
    told = tidy(words(embedded, "alt")) if "playlist" in embedded else ""
    return f"<p>{escape(told)}</p>" if told else ""


def _quoted(embedded: dict[str, Any]) -> str:
    record = mapping(embedded, "record")
    record = mapping(record, "record") or record  # a quotation with pictures lies one step deeper
    text = words(mapping(record, "value"), "text")
    if not text:
        return ""
    author = mapping(record, "author")
    name = tidy(words(author, "displayName")) or words(author, "handle")
    return f"<blockquote><p><b>{escape(name)}</b></p>{_paragraph(text, [])}</blockquote>"


def _media(embedded: dict[str, Any], pictures: list[dict[str, Any]]) -> str:
    first = next((address for one in pictures if (address := _web(words(one, "fullsize")))), "")
    return first or _web(words(embedded, "playlist"))
