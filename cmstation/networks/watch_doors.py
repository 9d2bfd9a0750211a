"""Builds what the watch asks of the networks; the modules are imported when first needed."""

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager
from threading import Lock
from typing import TYPE_CHECKING

from cmstation.domain.clock import Clock
from cmstation.domain.watch import SourceKind
from cmstation.domain.watch_networks import Findings, SourceReader
from cmstation.domain.web_pages import WebPage

if TYPE_CHECKING:
    from cmstation.networks.feed_fetching import FeedFetcher
    from cmstation.networks.watch_mailbox import Passwords

KINDS = (SourceKind.FEED, SourceKind.BLUESKY_ACCOUNT, SourceKind.BLUESKY_SEARCH, SourceKind.PUBMED)


class LateCleaner:
    """Makes HTML from outside harmless (`domain/watch_networks.py`: Cleaner)."""

    def clean(self, html: str, base: str = "") -> str:
        """Return HTML in which nothing runs and nothing is loaded."""
        from cmstation.networks import clean_html  # noqa: PLC0415 (nh3 comes late)

        return clean_html.clean(html, base)

    def text(self, html: str) -> str:
        """Return plain words."""
        from cmstation.networks import clean_html  # noqa: PLC0415

        return clean_html.text(html)


class LateReaders(Mapping[SourceKind, SourceReader]):
    """The readers of sources, by kind.

    Args:
        turn: held while the processor works on what came.
        passwords: the keyring; without it mailboxes are not read.
    """

    def __init__(
        self, clock: Clock, turn: AbstractContextManager[object], passwords: "Passwords | None" = None
    ) -> None:
        self._clock = clock
        self._passwords = passwords
        self._kinds = KINDS if passwords is None else (*KINDS, SourceKind.MAILBOX)
        self._turn = turn
        self._lock = Lock()
        self._readers: dict[SourceKind, SourceReader] | None = None

    def __getitem__(self, kind: SourceKind) -> SourceReader:
        return self._made()[kind]

    def __iter__(self) -> Iterator[SourceKind]:
        return iter(self._kinds)

    def __len__(self) -> int:
        return len(self._kinds)

    def _made(self) -> dict[SourceKind, SourceReader]:
        with self._lock:
            if self._readers is None:
                self._readers = self._make()
            return self._readers

    def _make(self) -> dict[SourceKind, SourceReader]:
        from cmstation.networks.feed_fetching import FeedFetcher  # noqa: PLC0415 (urllib3 comes late)
        from cmstation.networks.feed_reading import FeedReader  # noqa: PLC0415
        from cmstation.networks.watch_bluesky import BlueskyReader  # noqa: PLC0415
        from cmstation.networks.watch_mailbox import MailboxReader  # noqa: PLC0415
        from cmstation.networks.watch_pubmed import PubmedReader  # noqa: PLC0415

        fetcher = FeedFetcher(self._clock)
        bluesky = BlueskyReader(fetcher)
        readers: dict[SourceKind, SourceReader] = {
            SourceKind.FEED: FeedReader(fetcher, self._turn),
            SourceKind.BLUESKY_ACCOUNT: bluesky,
            SourceKind.BLUESKY_SEARCH: bluesky,
            SourceKind.PUBMED: PubmedReader(fetcher, clock=self._clock),
        }
        if self._passwords is not None:
            readers[SourceKind.MAILBOX] = MailboxReader(self._passwords)
        return readers


class LateFinder:
    """Finds the sources behind an address (`domain/watch_networks.py`: SourceFinder)."""

    def __init__(self, clock: Clock, readers: Mapping[SourceKind, SourceReader]) -> None:
        self._clock = clock
        self._readers = readers

    def find(self, typed: str) -> Findings:
        """Look at the address, and at what its page names."""
        from cmstation.networks.feed_discovery import FeedFinder  # noqa: PLC0415

        fetcher = _fetcher(self._clock)
        try:
            return FeedFinder(fetcher, self._readers).find(typed)
        finally:
            fetcher.close()


class LatePages:
    """Reads a page of the web (`domain/web_pages.py`: PageReader)."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def read(self, address: str) -> WebPage:
        """Read a page once.

        Raises:
            SourceUnread: it could not be read, or is no page.
        """
        from cmstation.networks.web_pages import WebPages  # noqa: PLC0415

        fetcher = _fetcher(self._clock)
        try:
            return WebPages(fetcher).read(address)
        finally:
            fetcher.close()


def _fetcher(clock: Clock) -> "FeedFetcher":
    from cmstation.networks.feed_fetching import FeedFetcher  # noqa: PLC0415

    return FeedFetcher(clock)
