"""Reads a page's title, description and picture for a link card; whatever goes wrong, the post goes on."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from cmstation.domain.errors import StationError
from cmstation.domain.networks import Journal

if TYPE_CHECKING:
    from cmstation.networks.session import Session

LARGEST_PAGE = 2_000_000
LARGEST_THUMB = 900_000
_LONGEST_TITLE = 300
_LONGEST_DESCRIPTION = 1000
_LONGEST_ADDRESS = 2000
_CHARSET = re.compile(rb"""charset=["']?([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
# Controls, and the marks that could turn the card's words around.
_UNWANTED = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]+")
_WANTED = {
    "og:title": "title",
    "twitter:title": "title",
    "og:description": "description",
    "twitter:description": "description",
    "description": "description",
    "og:image:secure_url": "image",
    "og:image": "image",
    "og:image:url": "image",
    "twitter:image": "image",
}
_RANKS = {name: rank for rank, name in enumerate(_WANTED)}
_MAGIC = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
)


@dataclass(frozen=True, slots=True)
class LinkCard:
    """What a page says of itself.

    Args:
        title: its title, or its host when it has none.
        image: absolute address of its picture, "" when it names none.
    """

    address: str
    title: str
    description: str = ""
    image: str = ""


@dataclass(frozen=True, slots=True)
class Thumb:
    """A card's picture."""

    data: bytes = field(repr=False)
    mime: str


def fetch_card(session: "Session", address: str, journal: Journal) -> LinkCard:
    """Ask a page for its card; a page that cannot be read gets a plain one."""
    headers = {"Accept": "text/html,application/xhtml+xml;q=0.9"}
    try:
        answer = session.get(address, step="link_card", journal=journal, limit=LARGEST_PAGE, headers=headers)
    except StationError:
        return plain_card(address)
    kind = answer.header("Content-Type")
    if not 200 <= answer.status < 300 or (kind and "html" not in kind.lower()):
        return plain_card(address)
    card = read_card(answer.body, answer.url, kind)
    # The card leads where the officer wrote, whatever the page redirected to.
    return LinkCard(address, card.title, card.description, card.image)


def fetch_thumb(session: "Session", card: LinkCard, journal: Journal) -> Thumb | None:
    """Fetch a card's picture; None when there is none that a network would take."""
    if not card.image:
        return None
    try:
        answer = session.get(
            card.image,
            step="link_card",
            journal=journal,
            limit=LARGEST_THUMB,
            headers={"Accept": "image/jpeg,image/png,image/webp"},
        )
    except StationError:
        return None
    mime = picture_kind(answer.body[:16])
    return Thumb(answer.body, mime) if answer.status == 200 and mime else None


def plain_card(address: str) -> LinkCard:
    """Return the card of a page that could not be read: its host for a title."""
    return LinkCard(address, _host(address) or address[:_LONGEST_TITLE])


def read_card(page: bytes, address: str, content_type: str = "") -> LinkCard:
    """Read a page's own description of itself; whatever the page holds, a card comes out.

    Args:
        page: the first bytes of the page.
        address: where it lies; relative addresses are resolved against it.
        content_type: the header of that name, for the charset.
    """
    reader = _Head()
    reader.feed(_decoded(page[:LARGEST_PAGE], content_type))
    found = reader.best()
    return LinkCard(
        address=address,
        title=_clean(found.get("title", ""), _LONGEST_TITLE) or plain_card(address).title,
        description=_clean(found.get("description", ""), _LONGEST_DESCRIPTION),
        image=_absolute(found.get("image", ""), address),
    )


def picture_kind(start: bytes) -> str:
    """Return the mime type that the first bytes prove, "" for anything but JPEG, PNG and WebP."""
    if start[:4] == b"RIFF" and start[8:12] == b"WEBP":
        return "image/webp"
    return next((mime for magic, mime in _MAGIC if start.startswith(magic)), "")


class _Head(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._found: dict[str, str] = {}
        self._title: list[str] = []
        self._in_title = False

    def best(self) -> dict[str, str]:
        """Return the best value of each wanted part."""
        chosen: dict[str, str] = {}
        for name in sorted(self._found, key=_RANKS.__getitem__):
            chosen.setdefault(_WANTED[name], self._found[name])
        title = "".join(self._title).strip()
        if title:
            chosen.setdefault("title", title)
        return chosen

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "title":
            self._in_title = not self._title  # pictures in SVG have titles too
        elif tag == "meta":
            self._read_meta({name: value or "" for name, value in attrs})

    def handle_endtag(self, tag: str) -> None:
        if tag == "title":
            self._in_title = False

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self._title.append(data)

    def _read_meta(self, attributes: Mapping[str, str]) -> None:
        name = (attributes.get("property") or attributes.get("name") or "").strip().lower()
        words = attributes.get("content", "").strip()
        if name in _WANTED and words:
            self._found.setdefault(name, words)


def _decoded(page: bytes, content_type: str) -> str:
    named = _CHARSET.search(content_type.encode("ascii", "ignore")) or _CHARSET.search(page[:2048])
    try:
        return page.decode(named[1].decode("ascii") if named else "utf-8", "replace")
    except LookupError:
        return page.decode("utf-8", "replace")


def _clean(words: str, longest: int) -> str:
    plain = " ".join(_UNWANTED.sub(" ", words).split())
    plain = plain.encode("utf-8", "ignore").decode("utf-8")
    return plain if len(plain) <= longest else plain[: longest - 1].rstrip() + "…"


def _absolute(image: str, address: str) -> str:
    try:
        joined = urljoin(address, image) if image else ""
        scheme = urlsplit(joined).scheme
    except ValueError:
        return ""
    return joined if scheme in {"http", "https"} and len(joined) <= _LONGEST_ADDRESS else ""


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""
