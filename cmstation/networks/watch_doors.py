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
    from cmstation.networks.feed_limits import FeedLimits
    from cmstation.networks.watch_mailbox import Passwords

KINDS = (SourceKind.FEED, SourceKind.BLUESKY_ACCOUNT, SourceKind.BLUESKY_SEARCH, SourceKind.PUBMED)


class LateCleaner:
    """Makes HTML from outside harmless (`domain/watch_networks.py`: Cleaner)."""

    def clean(self, html: str, base: str = "") -> str:
        """Return HTML in which nothing runs and nothing is loaded, as it is shown."""
        from cmstation.networks.shown_html import shown  # noqa: PLC0415 (nh3 comes late)

        return shown(html, base)

    def text(self, html: str) -> str:
        """Return plain words."""
        from cmstation.networks import clean_html  # noqa: PLC0415

        return clean_html.text(html)


class LateReaders(Mapping[SourceKind, SourceReader]):
    """The readers of sources, by kind.

    Args:
        turn: held while the processor works on what came.
        passwords: the keyring; without it mailboxes are not read.
        limits: what one reading may cost, when it is not what is usual.
    """

    def __init__(
        self,
        clock: Clock,
        turn: AbstractContextManager[object],
        passwords: "Passwords | None" = None,
        *,
        limits: "FeedLimits | None" = None,
    ) -> None:
        self._clock = clock
        self._limits = limits
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
        from cmstation.networks.feed_workshop import FeedWorkshops  # noqa: PLC0415
        from cmstation.networks.watch_bluesky import BlueskyReader  # noqa: PLC0415
        from cmstation.networks.watch_mailbox import MailboxReader  # noqa: PLC0415
        from cmstation.networks.watch_pubmed import PubmedReader  # noqa: PLC0415

        fetcher = FeedFetcher(self._clock, limits=self._limits)
        bluesky = BlueskyReader(fetcher)
        readers: dict[SourceKind, SourceReader] = {
            SourceKind.FEED: FeedReader(fetcher, self._turn, FeedWorkshops(self._turn)),
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


class LatePictures:
    """Fetches pictures of the web (`domain/web_pictures.py`: PictureFetcher); no line stays open."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._lock = Lock()
        self._under_way = 0
        self._fetcher: FeedFetcher | None = None

    def fetch(self, address: str, home: str = "") -> bytes:
        """Return what lies at an address.

        Raises:
            SourceUnread: nothing came, or too much.
        """
        from cmstation.networks.web_pictures import WebPictures  # noqa: PLC0415

        with self._lock:
            self._fetcher = fetcher = self._fetcher or self._made()
            self._under_way += 1
        try:
            return WebPictures(fetcher).fetch(address, home)
        finally:
            with self._lock:
                self._under_way -= 1
                over = not self._under_way
                if over:
                    self._fetcher = None
            if over:
                fetcher.close()

    def stop(self) -> None:
        """Break off what is under way."""
        with self._lock:
            fetcher = self._fetcher
        if fetcher is not None:
            fetcher.stop()

    def _made(self) -> "FeedFetcher":
        from cmstation.networks.feed_fetching import FeedFetcher  # noqa: PLC0415
        from cmstation.networks.web_pictures import LIMITS  # noqa: PLC0415

        return FeedFetcher(self._clock, limits=LIMITS)


def _fetcher(clock: Clock) -> "FeedFetcher":
    from cmstation.networks.feed_fetching import FeedFetcher  # noqa: PLC0415

    return FeedFetcher(clock)
