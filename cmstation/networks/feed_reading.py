"""Reads a source that gives a feed: asks for it, compares, parses."""

from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from hashlib import blake2b
from typing import Protocol

from cmstation.domain.feeds import ParsedFeed
from cmstation.domain.watch import Source, SourceState, SourceTrouble
from cmstation.domain.watch_errors import NotAFeed
from cmstation.domain.watch_networks import FeedEntries, Fetched, SourceUnread
from cmstation.networks.feed_fetching import FeedFetcher, Page
from cmstation.networks.feeds import parse

_DIGEST_BYTES = 16


class Workshop(Protocol):
    """Parses feeds elsewhere, and keeps what they say there (`networks/feed_workshop.py`)."""

    def entries(self, body: bytes, *, url: str, content_type: str | None) -> FeedEntries:
        """Parse a feed.

        Raises:
            NotAFeed, SourceUnread: nothing useful came of it.
        """
        ...

    def stop(self) -> None:
        """Break off what is under way, from another thread."""
        ...

    def close(self) -> None:
        """Let go of what is kept for the next feed."""
        ...


class FeedReader:
    """Reads feeds (`domain/watch_networks.py`: SourceReader).

    Args:
        turn: held while parsing here, never while waiting for a server (`watch_refresh.py` says why).
        workshop: parses instead.
    """

    def __init__(
        self,
        fetcher: FeedFetcher,
        turn: AbstractContextManager[object] | None = None,
        workshop: Workshop | None = None,
    ) -> None:
        self._fetcher = fetcher
        self._turn = turn or nullcontext()
        self._workshop = workshop

    def read(self, source: Source, state: SourceState) -> Fetched:
        """Read a feed once; the same body again is nothing new, even without a mark of the server.

        Raises:
            SourceUnread: nothing useful came.
        """
        page = self._fetcher.fetch(source.address, etag=state.etag, modified=state.modified)
        if page.body is None:
            return _fetched(page, state.digest)
        digest = digest_of(page.body)
        if digest == state.digest:
            return _fetched(page, digest)
        feed = self._parsed(page)
        there = self._followed(_moved_to(feed), page)
        return _fetched(page, digest, feed) if there is None else there

    def stop(self) -> None:
        """Break off what is under way."""
        self._fetcher.stop()
        if self._workshop is not None:
            self._workshop.stop()

    def close(self) -> None:
        """Let go of kept connections."""
        self._fetcher.close()
        if self._workshop is not None:
            self._workshop.close()

    def _parsed(self, page: Page) -> ParsedFeed | FeedEntries:
        if self._workshop is None:
            with self._turn:
                return parsed(page)
        try:
            return self._workshop.entries(
                page.body or b"", url=page.address, content_type=page.content_type or None
            )
        except NotAFeed as no:
            raise _no_feed(no) from None

    def _followed(self, moved_to: str, page: Page) -> Fetched | None:
        """Return what lies where a feed says that it lives now; None when it says nothing, or is wrong."""
        if not moved_to or moved_to in (page.address, page.moved_to):
            return None
        try:
            there = self._fetcher.fetch(moved_to, guarded=True)
            feed = self._parsed(there)
        except SourceUnread:
            return None
        return replace(
            _fetched(there, digest_of(there.body or b""), feed), moved_to=there.moved_to or moved_to
        )


def parsed(page: Page) -> ParsedFeed:
    """Parse what was fetched.

    Raises:
        SourceUnread: it is no feed.
    """
    try:
        return parse(page.body or b"", url=page.address, content_type=page.content_type or None)
    except NotAFeed as no:
        raise _no_feed(no) from None


def digest_of(body: bytes) -> bytes:
    """Return what changes with a body."""
    return blake2b(body, digest_size=_DIGEST_BYTES).digest()


def _moved_to(feed: ParsedFeed | FeedEntries) -> str:
    return feed.moved_to if isinstance(feed, ParsedFeed) else feed.head.moved_to


def _fetched(page: Page, digest: bytes, feed: ParsedFeed | FeedEntries | None = None) -> Fetched:
    at_hand = feed if isinstance(feed, ParsedFeed) else None
    return Fetched(
        at_hand,
        feed if not isinstance(feed, ParsedFeed) else None,
        page.etag,
        page.modified,
        digest,
        moved_to=page.moved_to,
    )


def _no_feed(no: NotAFeed) -> SourceUnread:
    return SourceUnread(SourceTrouble.NOT_A_FEED, "page" if no.page else "")
