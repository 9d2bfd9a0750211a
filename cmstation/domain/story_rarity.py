"""How rare words are among the items of the last days."""

from collections.abc import Iterable
from math import log
from typing import Final, cast

from cmstation.domain.story_words import COMMON, KINDS

# As if so many items had been seen before, and the usual words of health in so many of them.
_ASSUMED_ITEMS: Final = 1_000
_ASSUMED_COMMON: Final = 60
_LEAST_WEIGHT: Final = 0.05
_WEIGH_AGAIN: Final = 1.12


class Rarity:
    """How rare each word is among the items seen; words become small numbers.

    A weight is 1 for a word never seen and falls towards 0 for one that every item has.
    """

    def __init__(self) -> None:
        self._numbers: dict[int, int] = {}
        self._seen: list[int] = []
        self._items = 0
        self._weights: list[float] = []
        self._weighed_at = -1
        for code in sorted(COMMON):
            self._numbers[code] = len(self._seen)
            self._seen.append(_ASSUMED_COMMON)

    def numbers_of(self, codes: tuple[int, ...]) -> list[int]:
        """Return the numbers of words, in their order and whatever their kind; unknown words get one."""
        found = list(map(self._numbers.get, codes))
        if None in found:
            return [
                self._new(code) if number is None else number
                for number, code in zip(found, codes, strict=True)
            ]
        return cast("list[int]", found)

    def count(self, words: Iterable[int]) -> None:
        """Take note of an item's words."""
        self._items += 1
        seen = self._seen
        for word in words:
            seen[word] += 1

    def discount(self, words: Iterable[int]) -> None:
        """Take back an item's words."""
        self._items -= 1
        seen = self._seen
        for word in words:
            seen[word] -= 1

    def weights(self, words: Iterable[int]) -> list[float]:
        """Return what each of these words weighs now, in their order."""
        if self._items > self._weighed_at * _WEIGH_AGAIN:
            self._weigh()
        seen, weights = self._seen, self._weights
        return [weights[seen[word]] for word in words]

    def _new(self, code: int) -> int:
        number = self._numbers.get(code & ~KINDS)
        if number is None:
            number = self._numbers[code & ~KINDS] = len(self._seen)
            self._seen.append(0)
        self._numbers[code] = number  # a word is found at once whatever its kind
        return number

    def _weigh(self) -> None:
        whole = log(self._items + _ASSUMED_ITEMS)
        # No word can be seen more often than this before they are weighed again.
        most = int(self._items * _WEIGH_AGAIN) + _ASSUMED_COMMON + 2
        self._weights = [max(_LEAST_WEIGHT, 1 - log(seen) / whole) for seen in range(1, most + 1)]
        self._weighed_at = self._items
