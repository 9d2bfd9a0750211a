"""Items that tell the same story, found as they come in, and who tells it best."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from math import log2
from typing import Final, NewType

from cmstation.domain.story_fingerprints import Fingerprint
from cmstation.domain.story_likeness import DAY, Newcomer, Told, told
from cmstation.domain.story_rarity import Rarity

# A story is told within so many days of its first item; what comes later is another one.
STORY_DAYS: Final = 5

_STORY_SECONDS: Final = STORY_DAYS * DAY

StoryKey = NewType("StoryKey", int)

_ENOUGH: Final = 0.0
_SURE: Final = 3.0
# Where candidates are looked for: at the newest items that share a rare word.
_LISTED_PER_WORD: Final = 16
_LOOKED_AT: Final = 40
_COMPARED: Final = 6


@dataclass(frozen=True, slots=True)
class Arrival:
    """An item to be put into a story.

    Args:
        item: its identity, never given twice.
        source: which feed it came from; the same article reaches us through several.
        at: aware; when it came out, or was first seen.
        story: where it belongs already, for items that were stored with their story.
    """

    item: int
    source: int
    at: datetime
    mark: Fingerprint
    story: StoryKey | None = None


class Grouper:
    """The items of the last days, by which each new one finds its story.

    A story's key is the identity of the item that opened it. Several threads that use it take turns.
    """

    def __init__(self) -> None:
        self._rarity = Rarity()
        self._items: list[Told] = []
        self._listed: dict[int, list[int]] = {}
        self._by_address: dict[int, int] = {}
        self._opened: dict[int, int] = {}

    def __len__(self) -> int:
        return len(self._items)

    def add(self, arrival: Arrival) -> StoryKey:
        """Put an item into the story that it tells, or open a new one; return the story's key."""
        item = told(
            arrival.mark, self._rarity, item=arrival.item, source=arrival.source, at=_seconds(arrival.at)
        )
        newcomer = Newcomer(item, self._rarity)
        if arrival.story is not None:
            item.story = arrival.story
        elif (other := self._same(item, newcomer)) is not None:
            item.story = other.story
        self._rarity.count(item.words)
        self._list(item, newcomer.rarest)
        return StoryKey(item.story)

    def add_all(self, arrivals: Iterable[Arrival]) -> dict[int, StoryKey]:
        """Add a batch, the oldest first whatever its order, and return the story of each item."""
        ordered = sorted(arrivals, key=lambda it: (it.at, it.mark.address, it.mark.title, it.source, it.item))
        return {arrival.item: self.add(arrival) for arrival in ordered}

    def forget_before(self, moment: datetime) -> None:
        """Let go of items older than this, so that the memory this takes stays bounded."""
        limit = _seconds(moment)
        kept: list[Told] = []
        for item in self._items:
            if item.at >= limit:
                kept.append(item)
            else:
                self._rarity.discount(item.words)
        self._items, self._listed, self._by_address, self._opened = [], {}, {}, {}
        for item in kept:
            self._list(item, Newcomer(item, self._rarity).rarest)

    def _list(self, item: Told, rarest: list[int]) -> None:
        place = len(self._items)
        self._items.append(item)
        self._opened[item.story] = min(item.at, self._opened.get(item.story, item.at))
        if item.address:
            self._by_address[item.address] = place
        listed = self._listed
        for word in rarest:
            places = listed.get(word)
            if places is None:
                listed[word] = [place]
            else:
                places.append(place)
                if len(places) > 2 * _LISTED_PER_WORD:
                    del places[:_LISTED_PER_WORD]

    def _same(self, item: Told, newcomer: Newcomer) -> Told | None:
        """Return the item that tells the same story most surely, None if there is no such item."""
        if item.address and (place := self._by_address.get(item.address)) is not None:
            other = self._items[place]
            # One source gives an address twice when the page is one of many things: a programme, a column.
            if other.source != item.source:
                return other
        candidates = self._candidates(newcomer)
        if candidates:
            newcomer.get_ready()
        best, most = None, _ENOUGH
        for place in candidates:
            other = self._items[place]
            if abs(item.at - self._opened[other.story]) > _STORY_SECONDS:
                continue
            if (likeness := newcomer.likeness(other, above=most)) > most:
                best, most = other, likeness
                if likeness > _SURE:
                    break
        return best

    def _candidates(self, newcomer: Newcomer) -> list[int]:
        """Return the places of the items that share most of the rarest words."""
        looked_at: list[int] = []
        listed = self._listed
        for word in newcomer.rarest:
            if places := listed.get(word):
                looked_at += places[-_LISTED_PER_WORD:]
                if len(looked_at) > _LOOKED_AT:
                    break
        if not looked_at:
            return []
        counted = Counter(looked_at)
        few = max(counted.values()) // 2
        return [place for place, times in counted.items() if times > few][:_COMPARED]


@dataclass(frozen=True, slots=True)
class Telling:
    """An item of a story, as far as it matters for showing the best one first.

    Args:
        at: aware; when it came out, or was first seen.
        letters: the length of its text.
        relayed: whether it only points to what another published (an alert, a search, a news portal).
    """

    item: int
    source: int
    at: datetime
    letters: int = 0
    relayed: bool = False


def best_first(tellings: Iterable[Telling], standing: Mapping[int, int]) -> tuple[int, ...]:
    """Order the items of a story, the one to show first.

    The source that the person prefers comes first, then originals, then the longest text (only its order of
    magnitude, by powers of two, so that a few words more do not count), then the earliest.

    Args:
        standing: of sources; higher is better, a source that is not named has 0.
    """

    def rank(telling: Telling) -> tuple[int, bool, int, datetime, int, int]:
        length = int(log2(telling.letters + 1))
        return (
            -standing.get(telling.source, 0),
            telling.relayed,
            -length,
            telling.at,
            telling.source,
            telling.item,
        )

    return tuple(telling.item for telling in sorted(tellings, key=rank))


def _seconds(moment: datetime) -> int:
    return int(moment.timestamp())
