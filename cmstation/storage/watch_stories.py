"""The watch as it is read: stories newest first, their items, search and counts."""

from collections.abc import Collection, Sequence

from sqlalchemy import select

from cmstation.domain.errors import NotFound
from cmstation.domain.watch import Counts, Item, StoryFilter, StoryRow
from cmstation.storage import watch_story_counts, watch_story_items, watch_story_keys, watch_story_rows
from cmstation.storage.database import Database
from cmstation.storage.records_watch import WatchItemRecord, WatchTagRecord
from cmstation.storage.watch_story_texts import StoredText, newest_texts

MOST_KEYS = 1_000_000


class WatchStories:
    """What was gathered; each method is one reading transaction."""

    def __init__(self, database: Database) -> None:
        self._readers = database.readers

    def keys(self, wanted: StoryFilter, most: int = MOST_KEYS) -> tuple[int, ...]:
        """Return the identities of stories, newest first: all that a list needs of those not shown."""
        with self._readers.begin() as session:
            return watch_story_keys.keys(session, wanted, most)

    def rows(self, stories: Sequence[int]) -> tuple[StoryRow, ...]:
        """Read a window of a list, in the order asked for; stories cleared away meanwhile are left out."""
        with self._readers.begin() as session:
            return watch_story_rows.rows(session, stories)

    def page(
        self, wanted: StoryFilter, after: tuple[int, int] | None = None, most: int = 60
    ) -> tuple[StoryRow, ...]:
        """Read a page of stories, newest first.

        Args:
            after: `place` of the last row of the page before; None for the first page.
        """
        with self._readers.begin() as session:
            found = watch_story_keys.keys(session, wanted, most, after)
            return watch_story_rows.rows(session, found)

    def count(self, wanted: StoryFilter) -> int:
        """Count the stories that a filter asks for."""
        with self._readers.begin() as session:
            return watch_story_keys.count(session, wanted)

    def counts(self) -> Counts:
        """Count what waits in each list."""
        with self._readers.begin() as session:
            return watch_story_counts.counts(session)

    def unread_by_source(self) -> dict[int, int]:
        """Count, by source, the stories that it tells in an unread item."""
        with self._readers.begin() as session:
            return watch_story_counts.unread_by_source(session)

    def newest_texts(self, sources: Collection[int] | None, most: int) -> tuple[StoredText, ...]:
        """Read the newest items of sources as rules look at them, newest first.

        Args:
            sources: None for all of them.
        """
        with self._readers.begin() as session:
            return newest_texts(session, sources, most)

    def items(self, story: int) -> tuple[Item, ...]:
        """Read the items of a story, the best source's first.

        Raises:
            NotFound: it was cleared away.
        """
        with self._readers.begin() as session:
            found = watch_story_items.items(session, WatchItemRecord.story_id == story)
        if not found:
            raise NotFound(subject="watch_story", identity=story)
        return found

    def get(self, item: int) -> Item:
        """Read one item.

        Raises:
            NotFound: it was cleared away.
        """
        with self._readers.begin() as session:
            found = watch_story_items.items(session, WatchItemRecord.id == item)
        if not found:
            raise NotFound(subject="watch_item", identity=item)
        return found[0]

    def tags(self) -> tuple[str, ...]:
        """List the tags that people gave, by name."""
        with self._readers.begin() as session:
            return tuple(sorted(session.scalars(select(WatchTagRecord.tag).distinct())))


def place(row: StoryRow) -> tuple[int, int]:
    """Return where a row stands in its list, for `WatchStories.page`."""
    return watch_story_keys.moment_of(row.moment), row.story
