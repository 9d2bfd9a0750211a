"""Reads a page of the web once, for an item of the watch: title, words, who publishes it, and when."""

import re
from datetime import UTC, datetime
from html import escape, unescape
from typing import Final

from cmstation.domain.watch import SourceTrouble
from cmstation.domain.watch_networks import SourceUnread
from cmstation.domain.web_pages import WebPage
from cmstation.networks.feed_charset import decode
from cmstation.networks.feed_fetching import FeedFetcher
from cmstation.networks.feed_shapes import address_of
from cmstation.networks.link_card import read_card

PAGES: Final = "text/html, application/xhtml+xml;q=0.9"
_LONGEST_PAGE: Final = 2_000_000
_LONGEST_NAME: Final = 200
_META: Final = re.compile(r"<meta\s([^<>]{1,2000}+)>", re.IGNORECASE)
_ATTRIBUTE: Final = re.compile(r"""([a-z:-]++)\s*+=\s*+("[^"]*+"|'[^']*+'|[^\s"'>]++)""", re.IGNORECASE)
_PARTS: Final = ("article", "main")
_DATES: Final = ("article:published_time", "datepublished", "dc.date.issued", "date")


class WebPages:
    """Reads pages (`domain/web_pages.py`: PageReader); the same bounds hold as for feeds."""

    def __init__(self, fetcher: FeedFetcher) -> None:
        self._fetcher = fetcher

    def read(self, address: str) -> WebPage:
        """Read a page once.

        Raises:
            SourceUnread: it could not be read, or is no page.
        """
        page = self._fetcher.fetch(address_of(address), accept=PAGES)
        kind = page.content_type.lower()
        if page.body is None or (kind and "html" not in kind and "xml" not in kind):
            raise SourceUnread(SourceTrouble.NOT_UNDERSTOOD, "page")
        body = page.body[:_LONGEST_PAGE]
        text = decode(body, page.content_type or None).text
        card, said = read_card(body, page.address, page.content_type), _said(text)
        return WebPage(
            address=page.address,
            title=card.title,
            html=_main_part(text) or f"<p>{escape(card.description)}</p>",
            site=said.get("og:site_name", "")[:_LONGEST_NAME],
            published=next((at for name in _DATES if (at := _moment(said.get(name, "")))), None),
        )


def _main_part(text: str) -> str:
    """Return the longest article of a page, else its main part; "" when it marks neither."""
    low = text.lower()
    for name in _PARTS:
        parts: list[str] = []
        start = low.find(f"<{name}")
        while start >= 0:
            end = low.find(f"</{name}", start)
            end = len(text) if end < 0 else end
            parts.append(text[text.find(">", start) + 1 : end])
            start = low.find(f"<{name}", end)
        if parts:
            return max(parts, key=len)
    return ""


def _said(text: str) -> dict[str, str]:
    """Read what a page says of itself, the first of each name."""
    said: dict[str, str] = {}
    for found in _META.finditer(text):
        pairs = {name.lower(): value.strip("\"'") for name, value in _ATTRIBUTE.findall(found[1])}
        name = pairs.get("property") or pairs.get("name") or pairs.get("itemprop") or ""
        if name and "content" in pairs:
            said.setdefault(name.lower(), " ".join(unescape(pairs["content"]).split()))
    return said


def _moment(said: str) -> datetime | None:
    try:
        at = datetime.fromisoformat(said)
    except ValueError:
        return None
    return at.astimezone(UTC) if at.tzinfo is not None else at.replace(tzinfo=UTC)
