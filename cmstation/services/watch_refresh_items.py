"""Makes items out of what a feed says: dated, addressed, cleaned, folded."""

from collections.abc import Collection
from datetime import datetime, timedelta

from cmstation.domain.feeds import ParsedFeed, ParsedItem
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
    """The entries of a feed by what tells them apart; the first of several that are called the same."""

    def __init__(self, feed: ParsedFeed) -> None:
        self._feed = feed
        self._entries: dict[bytes, ParsedItem] = {}
        for entry in feed.items:
            self._entries.setdefault(guid_hash(entry.id), entry)
        self._contents = {name: entry_hash(entry) for name, entry in self._entries.items()}

    @property
    def names(self) -> Collection[bytes]:
        """Their guid hashes."""
        return self._entries.keys()

    def changed(self, known: dict[bytes, bytes], gone: bytes) -> list[bytes]:
        """Return the names of those that are new or changed.

        Args:
            known: the content hash by guid hash of those that are stored.
            gone: what stands there for those that must not come back.
        """
        return [name for name, content in self._contents.items() if known.get(name) not in (content, gone)]

    def arrival(self, name: bytes, source: int, cleaner: Cleaner, seen_at: datetime) -> Arrival:
        """Make one ready to be stored."""
        item = _item(source, self._entries[name], self._feed.site, cleaner, seen_at)
        return Arrival(item, name, self._contents[name])

    def dates(self) -> list[datetime | None]:
        """Return when they came out."""
        return [entry.published for entry in self._feed.items]


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
        text=text,
        folded=folded_item(entry.title, text),
        fingerprint=b"" if old else fingerprint(entry.title, text, address, origin=entry.origin).packed(),
        author=entry.author,
        media=entry.media,
        origin=entry.origin,
    )
