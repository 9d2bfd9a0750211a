"""The pictures of an article, loaded because somebody asked for them; nothing of it is kept."""

from threading import Lock
from typing import Final

from cmstation.domain.web_pictures import PictureFetcher, ScreenPicture
from cmstation.storage.watch_sources import WatchSources
from cmstation.storage.watch_stories import WatchStories

MOST_AT_ONCE: Final = 20
"""Pictures that one wish loads."""


class WatchPictures:
    """Loads pictures; several threads may ask at once."""

    def __init__(self, stories: WatchStories, sources: WatchSources, fetcher: PictureFetcher) -> None:
        self._stories = stories
        self._sources = sources
        self._fetcher = fetcher
        self._one_by_one = Lock()

    def load(self, item: int, address: str, widest: int) -> ScreenPicture:
        """Fetch a picture of an item's text, no wider than the screen needs.

        Raises:
            NotFound: the item was cleared away.
            SourceUnread: the picture did not come, or may not be asked for.
            PictureError: what came cannot be shown.
        """
        home = self._sources.get(self._stories.get(item).source).address
        found = self._fetcher.fetch(address, home)
        from cmstation.desktop.screen_pictures import screen_picture  # noqa: PLC0415 - Pillow comes late

        with self._one_by_one:  # a large one takes much memory while it is read
            return screen_picture(found, widest)

    def stop(self) -> None:
        """Break off what is being fetched: nobody looks at the article any more."""
        self._fetcher.stop()
