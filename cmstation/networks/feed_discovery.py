"""Finds the sources behind what a person pastes: by shape, by what the page names, by few common places."""

from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from cmstation.domain.feeds import ParsedFeed
from cmstation.domain.watch import Source, SourceKind, SourceState, SourceTrouble
from cmstation.domain.watch_networks import (
    Findings,
    Found,
    Guess,
    Missed,
    SourceReader,
    SourceUnread,
    sample,
)
from cmstation.networks.feed_fetching import FeedFetcher, Page
from cmstation.networks.feed_pages import common_feeds, named_feeds
from cmstation.networks.feed_reading import parsed
from cmstation.networks.feed_shapes import address_of, known_feeds
from cmstation.networks.places import same_place

PAGES = "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, */*;q=0.5"


class FeedFinder:
    """Looks for sources (`domain/watch_networks.py`: SourceFinder); only what was read just now is found.

    Args:
        readers: of the kinds that are no feeds.
    """

    def __init__(
        self, fetcher: FeedFetcher, readers: Mapping[SourceKind, SourceReader] | None = None
    ) -> None:
        self._fetcher = fetcher
        self._readers = readers or {}

    def find(self, typed: str) -> Findings:
        """Look for the sources of an address; what could not be read is told with its cause."""
        address = address_of(typed)
        looking = _Looking()
        self._try_all(known_feeds(address), looking)
        if not looking.found:
            self._look_at_page(address, looking, bare="://" not in typed)
        return looking.findings()

    def _try_all(self, guesses: Iterable[Guess], looking: "_Looking") -> None:
        for guess in guesses:
            reader = self._readers.get(guess.kind)
            if guess.kind is SourceKind.FEED:
                self._try_feed(guess.address, looking)
            elif reader is not None:
                self._try_other(guess, reader, looking)
            if looking.found:
                return

    def _try_other(self, guess: Guess, reader: SourceReader, looking: "_Looking") -> None:
        try:
            got = reader.read(Source(0, guess.kind, guess.address), SourceState(0))
        except SourceUnread as unread:
            looking.missed.append(Missed(guess, unread.trouble, unread.detail))
            return
        if got.feed is not None:
            looking.keep(guess.kind, guess.address, got.feed)

    def _try_feed(
        self, address: str, looking: "_Looking", *, guarded: bool = False, told: bool = True
    ) -> None:
        try:
            page = self._fetcher.fetch(address, guarded=guarded)
            looking.keep(SourceKind.FEED, page.moved_to or address, parsed(page))
        except SourceUnread as unread:
            if told:
                guess = Guess(SourceKind.FEED, address)
                looking.missed.append(Missed(guess, unread.trouble, unread.detail))

    def _look_at_page(self, address: str, looking: "_Looking", *, bare: bool) -> None:
        try:
            page = self._page(address, bare=bare)
        except SourceUnread as unread:
            looking.missed.append(Missed(Guess(SourceKind.FEED, address), unread.trouble, unread.detail))
            return
        try:
            looking.keep(SourceKind.FEED, _kept_address(address, page), parsed(page))
            return
        except SourceUnread as unread:
            none = Missed(Guess(SourceKind.FEED, address), unread.trouble, unread.detail)
        # A page may name the feed of a site whose shape is known: YouTube does so for "/@name".
        for named in named_feeds(page.body or b"", page.address):
            self._try_feed(named, looking, guarded=not same_place(named, page.address))
        if not looking.found:
            self._try_common(page.address, looking)
        if not looking.found:
            looking.missed.insert(0, none)

    def _try_common(self, address: str, looking: "_Looking") -> None:
        for place in common_feeds(address):
            self._try_feed(place, looking, told=False)
            if looking.found:
                return

    def _page(self, address: str, *, bare: bool) -> Page:
        """Fetch a page; when no scheme was typed and https does not answer, the old way is tried."""
        try:
            return self._fetcher.fetch(address, accept=PAGES)
        except SourceUnread as unread:
            if not bare or unread.trouble not in (SourceTrouble.NO_ANSWER, SourceTrouble.TIMED_OUT):
                raise
        return self._fetcher.fetch(address.replace("https:", "http:", 1), accept=PAGES)


class _Looking:
    """What was found so far."""

    def __init__(self) -> None:
        self.found: list[Found] = []
        self.missed: list[Missed] = []

    def keep(self, kind: SourceKind, address: str, feed: ParsedFeed) -> None:
        """Take a source that was read; the same one under another address is left out."""
        if any(one.kind is kind and _place(one.address) == _place(address) for one in self.found):
            return
        self.found.append(Found(kind, address, feed.title, feed.site, sample(feed.items)))

    def findings(self) -> Findings:
        """Return all of it."""
        return Findings(tuple(self.found), tuple(self.missed))


def _place(address: str) -> str:
    return address.partition("://")[2].rstrip("/")


def _kept_address(typed: str, page: Page) -> str:
    """Return the address to keep of a feed: where it moved for good, with the scheme that answered."""
    if page.moved_to:
        return page.moved_to
    return page.address if urlsplit(typed).scheme != urlsplit(page.address).scheme else typed
