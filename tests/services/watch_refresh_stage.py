"""A station's watch with real tables, real parsing and real connections, for the tests of the refresh."""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock

from cmstation.domain.clock import Clock, FixedClock
from cmstation.domain.watch import Source, SourceKind, SourceState, StoryFilter
from cmstation.networks.feed_fetching import FeedFetcher
from cmstation.networks.feed_gate import FeedCleaner
from cmstation.networks.feed_limits import FeedLimits
from cmstation.networks.feed_reading import FeedReader
from cmstation.networks.feed_wire import is_inside
from cmstation.services.watch_refresh import Refresh, RefreshReport
from cmstation.services.watch_refresh_stories import StoryMemory
from cmstation.services.watch_refresh_storing import RefreshTables
from cmstation.storage.database import Database
from cmstation.storage.watch_ingest import WatchIngest
from cmstation.storage.watch_sources import WatchSources
from cmstation.storage.watch_stories import WatchStories

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
LIMITS = FeedLimits(connect=0.5, read=0.4, whole=0.8, packed=200_000, unpacked=300_000)


class CountingCleaner(FeedCleaner):
    """Cleans as usual, and counts."""

    def __init__(self) -> None:
        super().__init__()
        self.cleaned = 0

    def clean(self, html: str, base: str = "") -> str:
        """Clean one text."""
        self.cleaned += 1
        return super().clean(html, base)


class WatchStage:
    """The watch of a folder."""

    def __init__(self, database: Database, inside: Callable[[str], bool]) -> None:
        self.clock: Clock = FixedClock(NOW)
        self.sources = WatchSources(database)
        self.ingest = WatchIngest(database)
        self.stories = WatchStories(database)
        self.cleaner = CountingCleaner()
        self.fetcher = FeedFetcher(self.clock, limits=LIMITS, inside=inside)
        turn = Lock()
        self.service = Refresh(
            RefreshTables(
                self.sources,
                self.ingest,
                dict,
                lambda: StoryMemory.of_last_days(self.ingest, self.clock.now()),
            ),
            {SourceKind.FEED: FeedReader(self.fetcher, turn)},
            self.cleaner,
            self.clock,
            turn,
            longest_kept=0.1,
        )

    def add(self, *addresses: str) -> list[Source]:
        """Watch these feeds."""
        return [self.sources.add(SourceKind.FEED, address, self.clock.now()) for address in addresses]

    def refresh(self, *sources: Source, force: bool = False) -> RefreshReport:
        """Read what is due, or these."""
        wanted = [one.id for one in sources] or None
        return self.service.refresh(lambda done, total: None, sources=wanted, force=force)

    def state(self, source: Source) -> SourceState:
        """Tell how the reading of a source goes."""
        return self.sources.state(source.id)

    def titles(self, words: str = "") -> list[str]:
        """Return the titles of what is stored, sorted."""
        keys = self.stories.keys(StoryFilter(words=words), 1000)
        return sorted(item.title for story in keys for item in self.stories.items(story))


@contextmanager
def watch_in(folder: Path, inside: Callable[[str], bool] = is_inside) -> Generator[WatchStage]:
    """Open the watch of a folder; `inside` tells which servers are of a private network."""
    database = Database.in_folder(folder)
    database.open(NOW)
    try:
        yield WatchStage(database, inside)
    finally:
        database.close()
