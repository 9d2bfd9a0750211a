"""Makes items out of what a feed says: dated, addressed, cleaned, folded. Pure: another process can do it."""

from collections.abc import Collection, Iterable, Mapping
from contextlib import AbstractContextManager, nullcontext
from datetime import datetime, timedelta
from functools import cached_property

from cmstation.domain.feeds import FeedHead, ParsedFeed, ParsedItem
from cmstation.domain.stories import STORY_DAYS
from cmstation.domain.story_fingerprints import fingerprint
from cmstation.domain.watch import NewItem, sensible_moment
from cmstation.domain.watch_networks import Cleaner
from cmstation.domain.watch_rule_words import folded_item
from cmstation.domain.watch_storing import Arrival, entry_hash, guid_hash
from cmstation.domain.web_addresses import canonical, unwrapped

# Longer texts are kept, but what is searched and compared of them ends here.
LONGEST_TEXT = 100_000
# Whatever came out before is told by the same address alone: nobody looks for its story any more.
GROUPED = timedelta(days=STORY_DAYS)


class Entries:
    """The entries of a feed by what tells them apart (`domain/watch_networks.py`: FeedEntries).

    Of several that are called the same, the first one counts.

    Args:
        turn: held while items are made.
    """

    def __init__(
        self, feed: ParsedFeed, cleaner: Cleaner, turn: AbstractContextManager[object] | None = None
    ) -> None:
        self._feed = feed
        self._cleaner = cleaner
        self._turn = turn or nullcontext()

    @property
    def head(self) -> FeedHead:
        """What the feed says of itself."""
        return FeedHead(self._feed.title, self._feed.site, self._feed.every_minutes, self._feed.moved_to)

    @property
    def contents(self) -> Mapping[bytes, bytes]:
        """Their content hash by guid hash."""
        return self._contents

    @property
    def dates(self) -> Collection[datetime | None]:
        """When they came out."""
        return [entry.published for entry in self._feed.items]

    def arrivals(self, names: Iterable[bytes], source: int, seen_at: datetime) -> tuple[Arrival, ...]:
        """Make these ready to be stored, by their guid hashes."""
        with self._turn:
            return tuple(
                Arrival(
                    _item(source, self._entries[name], self._feed.site, self._cleaner, seen_at),
                    name,
                    self._contents[name],
                )
                for name in names
            )

    @cached_property
    def _contents(self) -> dict[bytes, bytes]:
        return {name: entry_hash(entry) for name, entry in self._entries.items()}

    @cached_property
    def _entries(self) -> dict[bytes, ParsedItem]:
        found: dict[bytes, ParsedItem] = {}
        for entry in self._feed.items:
            found.setdefault(guid_hash(entry.id), entry)
        return found


def _item(source: int, entry: ParsedItem, site: str, cleaner: Cleaner, seen_at: datetime) -> NewItem:
    link = unwrapped(entry.link)
    address = canonical(link)
    text = cleaner.text(entry.summary)[:LONGEST_TEXT]
    published = sensible_moment(entry.published, seen_at)
    old = published is not None and seen_at - published > GROUPED
    return NewItem(
        source=source,
        guid=entry.id,
        title=entry.title,
        link=link,
        canonical=address,
        published=published,
        seen_at=seen_at,
        html=cleaner.clean(entry.summary, link or site),
        folded=folded_item(entry.title, text),
        fingerprint=b"" if old else fingerprint(entry.title, text, address, origin=entry.origin).packed(),
        author=entry.author,
        media=entry.media,
        origin=entry.origin,
    )
