"""Tell which of many texts say the same, or nearly."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import lru_cache
from typing import TypeAlias

from cmstation.domain.calendar import ItemKind
from cmstation.domain.folding import search_words

Words: TypeAlias = tuple[str, ...]

_ADDRESS = re.compile(r"\bhttps?://\S+", re.IGNORECASE)
# A reader notices one changed word in ten; a date or an hour alone does not make a new text.
ALIKE = 0.9
NEIGHBOURS = 3


@dataclass(frozen=True, slots=True)
class Said:
    """What an account says, or said, at one moment.

    Args:
        at: aware.
    """

    kind: ItemKind
    identity: int
    account: int
    at: datetime
    text: str = field(repr=False)


@lru_cache(maxsize=2_048)  # paging through months meets the same texts again and again
def compared(text: str) -> Words:
    """Return the words of a text as they are compared: no accents, case, signs or addresses."""
    return search_words(_ADDRESS.sub(" ", text))


def alike(first: Words, second: Words) -> bool:
    """Tell whether nine words in ten are the same."""
    return _near(first, second, Counter(first), Counter(second))


def families(texts: Sequence[Words]) -> dict[Words, int]:
    """Number the families of texts that say the same; texts without words are in none.

    Each text is compared with its neighbours in two orders alone, from its first word on and from its
    last word back: texts that differ in a few words stand side by side in one of them.
    """
    known = sorted({words for words in texts if words})
    leader = {words: words for words in known}
    counted = {words: Counter(words) for words in known}
    for order in (known, sorted(known, key=lambda words: words[::-1])):
        for place, words in enumerate(order):
            for other in order[place + 1 : place + 1 + NEIGHBOURS]:
                if _near(words, other, counted[words], counted[other]):
                    _join(leader, words, other)
    numbers: dict[Words, int] = {}
    return {words: numbers.setdefault(_leader_of(leader, words), len(numbers)) for words in known}


def _near(first: Words, second: Words, in_first: Counter[str], in_second: Counter[str]) -> bool:
    most = 2 * min(len(first), len(second))
    whole = len(first) + len(second)
    if not most or most < ALIKE * whole:
        return False
    return 2 * (in_first & in_second).total() >= ALIKE * whole


def _leader_of(leader: dict[Words, Words], words: Words) -> Words:
    while leader[words] is not words:
        leader[words] = leader[leader[words]]
        words = leader[words]
    return words


def _join(leader: dict[Words, Words], first: Words, second: Words) -> None:
    leader[_leader_of(leader, second)] = _leader_of(leader, first)


def said_twice(said: Iterable[Said], within: timedelta) -> list[tuple[Said, Said]]:
    """Return what an account says again so soon: the earlier and the later one, in order of time."""
    known = sorted(said, key=lambda one: (one.at, one.kind, one.identity, one.account))
    words = {text: compared(text) for text in {one.text for one in known}}
    family = families(tuple(words.values()))
    last: dict[tuple[int, int], Said] = {}
    found: list[tuple[Said, Said]] = []
    for later in known:
        if not words[later.text]:
            continue
        place = later.account, family[words[later.text]]
        earlier = last.get(place)
        if earlier is not None and later.at - earlier.at <= within:
            found.append((earlier, later))
        last[place] = later
    return found
