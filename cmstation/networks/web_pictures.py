"""Fetches the pictures of an article, once somebody asked for them: bounded, and without a word about us."""

from typing import Final
from urllib.parse import urlsplit

from cmstation.domain.watch import SourceTrouble
from cmstation.domain.watch_networks import SourceUnread
from cmstation.networks.feed_fetching import FeedFetcher
from cmstation.networks.feed_limits import FeedLimits

HEAVIEST: Final = 8_000_000
LIMITS: Final = FeedLimits(connect=8, read=10, whole=30, packed=HEAVIEST, unpacked=HEAVIEST, redirects=5)
PICTURES: Final = "image/webp, image/png, image/jpeg, image/gif"


class WebPictures:
    """Fetches pictures (`domain/web_pictures.py`: PictureFetcher).

    Neither cookies nor the article's address are ever sent.
    """

    def __init__(self, fetcher: FeedFetcher) -> None:
        self._fetcher = fetcher

    def fetch(self, address: str, home: str = "") -> bytes:
        """Return what lies at an address; nothing private is reached unless it is at home there.

        Raises:
            SourceUnread: nothing came, or too much.
        """
        at_home = bool(home) and _host(address) == _host(home) != ""
        page = self._fetcher.fetch(address, accept=PICTURES, guarded=not at_home)
        if not page.body:
            raise SourceUnread(SourceTrouble.NOT_UNDERSTOOD, "empty")
        return page.body

    def stop(self) -> None:
        """Break off what is under way."""
        self._fetcher.stop()


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").rstrip(".")
    except ValueError:
        return ""
