"""Remembers the stories of the last days, so that arriving items join those that tell the same."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from cmstation.domain.stories import STORY_DAYS, Arrival, Grouper, StoryKey
from cmstation.domain.story_fingerprints import Fingerprint, OutdatedFingerprint
from cmstation.domain.watch import NewItem
from cmstation.storage.watch_ingest import Told, WatchIngest

REMEMBERED = timedelta(days=2 * STORY_DAYS)
_MICROSECONDS = 1_000_000


class StoryMemory:
    """Finds the story of an arriving item (`domain/watch_storing.py`: StoryGrouper).

    The grouping names a story by the item that opened it; an item that has no identity yet gets a number
    below zero, and what the tables call its story stands for that number afterwards.
    """

    def __init__(self, told: Iterable[Told] = ()) -> None:
        self._grouper = Grouper()
        self._names: dict[int, int | None] = {}
        self._asked: tuple[NewItem, int] | None = None
        self._number = 0
        for one in told:
            at = datetime.fromtimestamp(one.moment / _MICROSECONDS, UTC)
            self._add(one.fingerprint, one.source, at, item=one.item, story=one.story)

    @classmethod
    def of_last_days(cls, ingest: WatchIngest, now: datetime) -> "StoryMemory":
        """Remember what was stored lately."""
        return cls(ingest.recent(now - REMEMBERED))

    def story_of(self, item: NewItem, moment: datetime) -> int | None:
        """Return a story told before, None when this is the first to tell it."""
        key = self._add(item.fingerprint, item.source, moment)
        self._asked = None if key is None else (item, key)
        return None if key is None else self._name(key)

    def told(self, item: NewItem, moment: datetime, story: int) -> None:
        """Remember that an item tells a story."""
        asked, self._asked = self._asked, None
        if asked is None or asked[0] is not item:
            self._add(item.fingerprint, item.source, moment, story=story)
        elif self._name(asked[1]) != story:
            self._names[asked[1]] = story

    def forget(self, story: int) -> None:
        """Forget a story that is not stored, or no longer: the next item that tells it opens it anew."""
        for key in [key for key, name in self._names.items() if name == story]:
            self._names[key] = None
        self._names[story] = None

    def _name(self, key: int) -> int | None:
        return self._names.get(key, key if key > 0 else None)

    def _add(
        self,
        fingerprint: bytes,
        source: int,
        at: datetime,
        *,
        item: int | None = None,
        story: int | None = None,
    ) -> int | None:
        if not fingerprint:
            return None  # it came out too long ago
        try:
            mark = Fingerprint.unpacked(fingerprint)
        except OutdatedFingerprint:
            return None
        if item is None:
            self._number -= 1
            item = self._number
        return self._grouper.add(Arrival(item, source, at, mark, None if story is None else StoryKey(story)))
