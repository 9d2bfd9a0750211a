"""Reads a source that gives a feed: asks for it, compares, parses."""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from hashlib import blake2b

from cmstation.domain.feeds import ParsedFeed
from cmstation.domain.watch import Source, SourceState, SourceTrouble
from cmstation.domain.watch_errors import NotAFeed
from cmstation.domain.watch_networks import Fetched, SourceUnread
from cmstation.networks.feed_fetching import FeedFetcher, Page
from cmstation.networks.feeds import parse

_DIGEST_BYTES = 16


class FeedReader:
    """Reads feeds (`domain/watch_networks.py`: SteppedReader).

    Args:
        turn: held while parsing, never while waiting for a server (`services/watch_refresh.py` says why).
    """

    def __init__(self, fetcher: FeedFetcher, turn: AbstractContextManager[object] | None = None) -> None:
        self._fetcher = fetcher
        self._turn = turn or nullcontext()

    def read(self, source: Source, state: SourceState) -> Fetched:
        """Read a feed once; the same body again is nothing new, even without a mark of the server.

        Raises:
            SourceUnread: nothing useful came.
        """
        return self.begin(source, state)()

    def begin(self, source: Source, state: SourceState) -> Callable[[], Fetched]:
        """Ask for a feed; return what compares and parses the answer.

        Raises:
            SourceUnread: no answer came.
        """
        page = self._fetcher.fetch(source.address, etag=state.etag, modified=state.modified)
        return lambda: self._understood(page, state)

    def _understood(self, page: Page, state: SourceState) -> Fetched:
        if page.body is None:
            return Fetched(None, page.etag, page.modified, state.digest, moved_to=page.moved_to)
        digest = digest_of(page.body)
        if digest == state.digest:
            return Fetched(None, page.etag, page.modified, digest, moved_to=page.moved_to)
        with self._turn:
            feed = parsed(page)
        moved = self._followed(feed, page)
        if moved is not None:
            return moved
        return Fetched(feed, page.etag, page.modified, digest, moved_to=page.moved_to)

    def stop(self) -> None:
        """Break off what is under way."""
        self._fetcher.stop()

    def close(self) -> None:
        """Let go of kept connections."""
        self._fetcher.close()

    def _followed(self, feed: ParsedFeed, page: Page) -> Fetched | None:
        """Return what lies where a feed says that it lives now; None when it says nothing, or is wrong."""
        if not feed.moved_to or feed.moved_to in (page.address, page.moved_to):
            return None
        try:
            there = self._fetcher.fetch(feed.moved_to, guarded=True)
            with self._turn:
                new = replace(parsed(there), moved_to="")
        except SourceUnread:
            return None
        digest = digest_of(there.body or b"")
        return Fetched(new, there.etag, there.modified, digest, moved_to=there.moved_to or feed.moved_to)


def parsed(page: Page) -> ParsedFeed:
    """Parse what was fetched.

    Raises:
        SourceUnread: it is no feed.
    """
    is_page = False
    try:
        return parse(page.body or b"", url=page.address, content_type=page.content_type or None)
    except NotAFeed as no:
        is_page = no.page
    raise SourceUnread(SourceTrouble.NOT_A_FEED, "page" if is_page else "")


def digest_of(body: bytes) -> bytes:
    """Return what changes with a body."""
    return blake2b(body, digest_size=_DIGEST_BYTES).digest()
