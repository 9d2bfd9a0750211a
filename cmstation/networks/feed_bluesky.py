"""Reads accounts and searches of Bluesky through its public interface, as if they were feeds."""

from datetime import UTC, datetime
from html import escape
from typing import Any
from urllib.parse import urlencode

from cmstation.domain.feeds import FeedFormat, ParsedFeed, ParsedItem
from cmstation.domain.watch import Source, SourceKind, SourceState
from cmstation.domain.watch_networks import Fetched
from cmstation.networks.feed_fetching import FeedFetcher
from cmstation.networks.feed_json_answers import listed, mapping, read_json, words
from cmstation.networks.feed_reading import digest_of

PUBLIC = "https://public.api.bsky.app"
SITE = "https://bsky.app"
_MOST = "50"
_LONGEST_TITLE = 140


class BlueskyReader:
    """Reads what an account says, or what a search finds (`domain/watch_networks.py`: SourceReader)."""

    def __init__(self, fetcher: FeedFetcher, base: str = PUBLIC) -> None:
        self._fetcher = fetcher
        self._base = base

    def read(self, source: Source, state: SourceState) -> Fetched:
        """Read the newest posts; those that an account only repeats are left out.

        Raises:
            SourceUnread: nothing useful came.
        """
        account = source.kind is SourceKind.BLUESKY_ACCOUNT
        if account:
            query = {"actor": source.address, "limit": _MOST, "filter": "posts_no_replies"}
            method, posts_in = "app.bsky.feed.getAuthorFeed", "feed"
        else:
            query = {"q": source.address, "limit": _MOST, "sort": "latest"}
            method, posts_in = "app.bsky.feed.searchPosts", "posts"
        page = self._fetcher.fetch(
            f"{self._base}/xrpc/{method}?{urlencode(query)}", accept="application/json"
        )
        digest = digest_of(page.body or b"")
        if digest == state.digest:
            return Fetched(digest=digest)
        found = listed(read_json(page), posts_in)
        posts = [mapping(one, "post") for one in found if "reason" not in one] if account else found
        items = tuple(item for post in posts if (item := _item(post)) is not None)
        return Fetched(_feed(source, account, items), digest=digest)

    def stop(self) -> None:
        """Break off what is under way."""
        self._fetcher.stop()

    def close(self) -> None:
        """Let go of kept connections."""
        self._fetcher.close()


def _feed(source: Source, account: bool, items: tuple[ParsedItem, ...]) -> ParsedFeed:
    if account:
        title = next((item.author for item in items if item.author), "") or source.address
        return ParsedFeed(title, items, FeedFormat.JSON, f"{SITE}/profile/{source.address}")
    site = f"{SITE}/search?{urlencode({'q': source.address})}"
    return ParsedFeed(source.address, items, FeedFormat.JSON, site)


def _item(post: dict[str, Any]) -> ParsedItem | None:
    place, record, author = words(post, "uri"), mapping(post, "record"), mapping(post, "author")
    handle, text = words(author, "handle"), words(record, "text")
    key = place.rpartition("/")[2]
    if not place.startswith("at://") or not handle:
        return None
    card = mapping(mapping(post, "embed"), "external")
    summary = "".join(f"<p>{escape(line)}</p>" for line in text.splitlines() if line.strip())
    if (linked := words(card, "uri")).startswith(("https://", "http://")):
        summary += f'<p><a href="{escape(linked)}">{escape(words(card, "title") or linked)}</a></p>'
    first = next((line.strip() for line in text.splitlines() if line.strip()), "") or words(card, "title")
    title = first if len(first) <= _LONGEST_TITLE else first[: _LONGEST_TITLE - 1].rstrip() + "…"
    link = f"{SITE}/profile/{handle}/post/{key}"
    name = words(author, "displayName") or handle
    return ParsedItem(title or link, link, place, _moment(words(record, "createdAt")), summary, name)


def _moment(text: str) -> datetime | None:
    try:
        said = datetime.fromisoformat(text)
    except ValueError:
        return None
    return said.astimezone(UTC) if said.tzinfo is not None else said.replace(tzinfo=UTC)
