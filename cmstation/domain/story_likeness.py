"""How likely it is that two items tell the same story: what they share, weighed by how rare it is."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from cmstation.domain.story_fingerprints import Fingerprint
from cmstation.domain.story_rarity import Rarity
from cmstation.domain.story_words import KINDS, NAME, NUMBER

HOUR: Final = 3_600
DAY: Final = 24 * HOUR
# A column of the same name comes back the next day; an article published twice does so within hours.
SAME_COLUMN: Final = 18 * HOUR

# Fitted (logistic regression) on one half of tests/domain/stories/labelled.csv, then rounded.
_BASE: Final = -5.5
_WORDS_SHARED: Final = 1.0
_NAMES_SHARED: Final = 1.9
_NUMBERS_SHARED: Final = 1.7
_TITLE_TOLD_LEAST: Final = 2.5
_TITLE_TOLD_MOST: Final = 3.2
_NAMES_APART: Final = -2.2
_TITLE_NAMES_APART: Final = -5.0
_NUMBERS_APART: Final = -0.8
_PER_DAY: Final = -1.4
_SAME_SITE: Final = -4.4
_SAME_ADDRESS: Final = 2.0
# What one kind of evidence can bring at most, so that long texts are not all alike.
_WORDS_AT_MOST: Final = 4.0
_NAMES_AT_MOST: Final = 1.6
_NUMBERS_AT_MOST: Final = 1.0
# Two short titles agree by chance, and one town has many stories: less than this shared proves nothing.
_SHARED_AT_LEAST: Final = 1.1
_WORDS_AT_LEAST: Final = 0.6

NEVER: Final = -99.0
_SAME_TEXT: Final = 0.8
# What is more frequent finds too much, and what comes after so many words finds nothing new.
_RARE: Final = 0.4
_RAREST: Final = 12
_LEAST_TITLE: Final = 0.01  # of a title without a single word that counts


@dataclass(slots=True)
class Told:
    """An item as it is kept for comparing.

    Args:
        story: the key of its story; its own identity until one is found.
        at: seconds since 1970.
        words: of the title, then of the lead; the first `titled` are the title's.
        names, numbers: those of the words that are such, the title's first.
        title_weight: what the title weighed when it came.
    """

    item: int
    story: int
    source: int
    site: int
    address: int
    at: int
    words: tuple[int, ...]
    titled: int
    names: tuple[int, ...]
    title_names: int
    numbers: tuple[int, ...]
    title_weight: float = 0.0


def told(mark: Fingerprint, rarity: Rarity, *, item: int, source: int, at: int) -> Told:
    """Make an item comparable."""
    codes = mark.title + mark.lead
    words = tuple(rarity.numbers_of(codes))
    names: list[int] = []
    numbers: list[int] = []
    titled, title_names = len(mark.title), 0
    for place, code in enumerate(codes):
        if code & KINDS:
            if code & NAME:
                names.append(words[place])
                title_names += place < titled
            if code & NUMBER:
                numbers.append(words[place])
    return Told(
        item,
        item,
        source,
        mark.site,
        mark.address,
        at,
        words,
        titled,
        tuple(names),
        title_names,
        tuple(numbers),
    )


class Newcomer:
    """An item that is held against many others: what all comparisons need is got ready once.

    `rarest` are the words by which others may be found, the rarest first.
    """

    def __init__(self, item: Told, rarity: Rarity) -> None:
        self._item = item
        self._rarity = rarity
        weights = rarity.weights(item.words)
        self._weights = dict(zip(item.words, weights, strict=True))
        self._weight_of = self._weights.__getitem__
        item.title_weight = sum(weights[: item.titled]) or _LEAST_TITLE
        rare = [word for word, weight in self._weights.items() if weight > _RARE]
        rare.sort(key=self._weight_of, reverse=True)
        self.rarest = rare[:_RAREST]

    def get_ready(self) -> None:
        """Prepare for comparing; not every item has others to be compared with."""
        item = self._item
        self._all = set(item.words)
        self._title = set(item.words[: item.titled])
        self._names = set(item.names)
        self._title_names = set(item.names[: item.title_names])
        self._numbers = set(item.numbers)

    def likeness(self, other: Told, *, above: float = 0.0) -> float:
        """Return the evidence that both tell one story: above 0 it is likelier than not.

        Args:
            above: what is not above this is of no use, and may be told without looking at everything.
        """
        item, weight_of = self._item, self._weight_of
        shared = self._all.intersection(other.words)
        shared_weight = sum(map(weight_of, shared))
        if shared_weight < _SHARED_AT_LEAST:
            return NEVER
        names = (shared & self._names).union(shared.intersection(other.names))
        names_weight = sum(map(weight_of, names))
        words_weight = shared_weight - names_weight
        if words_weight < _WORDS_AT_LEAST:
            return NEVER
        mine_told = sum(map(weight_of, self._title & shared)) / item.title_weight
        theirs_told = (
            sum(map(weight_of, shared.intersection(other.words[: other.titled]))) / other.title_weight
        )
        evidence = (
            _BASE
            + _WORDS_SHARED * min(words_weight, _WORDS_AT_MOST)
            + _NAMES_SHARED * min(names_weight, _NAMES_AT_MOST)
            + _TITLE_TOLD_LEAST * min(mine_told, theirs_told, 1.0)
            + _TITLE_TOLD_MOST * min(max(mine_told, theirs_told), 1.0)
            + _PER_DAY * abs(item.at - other.at) / DAY
        )
        if item.site == other.site or item.address == other.address:
            evidence += self._same_publisher(other, shared)
        if evidence + _NUMBERS_SHARED * _NUMBERS_AT_MOST <= above:
            return evidence
        if self._numbers and other.numbers:
            evidence += self._numbers_told(other, shared)
        if evidence > above and self._names and other.names:
            evidence += self._names_apart(other, shared)
        return evidence

    def _same_publisher(self, other: Told, shared: set[int]) -> float:
        """Weigh that one publisher hardly tells a story twice, but brings a column every day."""
        item = self._item
        if item.address and item.address == other.address:
            return _SAME_ADDRESS if abs(item.at - other.at) <= SAME_COLUMN else NEVER
        if not item.site or item.site != other.site:
            return 0.0
        if item.titled == other.titled == len(self._title.intersection(other.words[: other.titled])):
            if abs(item.at - other.at) > SAME_COLUMN:
                return NEVER
            if len(shared) >= _SAME_TEXT * min(len(self._all), len(other.words)):
                return 0.0
        return _SAME_SITE

    def _names_apart(self, other: Told, shared: set[int]) -> float:
        mine = self._names - shared
        if not mine:
            return 0.0
        theirs = [name for name in other.names if name not in self._all]
        if not theirs:
            return 0.0
        evidence = _NAMES_APART * min(self._weight(mine), self._foreign(theirs))
        mine = self._title_names - shared
        theirs = [name for name in other.names[: other.title_names] if name not in self._all]
        if mine and theirs:
            evidence += _TITLE_NAMES_APART * min(self._weight(mine), self._foreign(theirs))
        return evidence

    def _numbers_told(self, other: Told, shared: set[int]) -> float:
        both = self._numbers.intersection(other.numbers)
        evidence = _NUMBERS_SHARED * min(self._weight(both), _NUMBERS_AT_MOST)
        mine = self._numbers - shared
        theirs = [number for number in other.numbers if number not in self._all]
        if mine and theirs:
            evidence += _NUMBERS_APART * min(self._weight(mine), self._foreign(theirs))
        return evidence

    def _weight(self, words: Iterable[int]) -> float:
        return sum(map(self._weight_of, words))

    def _foreign(self, words: list[int]) -> float:
        return sum(self._rarity.weights(words))
