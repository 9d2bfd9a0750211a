"""Words that give an article its tone: the lists that ship, and where they stand in a text."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

from cmstation.domain.watch_rule_patterns import token_fits
from cmstation.domain.watch_rule_terms import OPEN, part_tokens
from cmstation.resource_files import resource

# How far before a word what cancels it may stand, with nothing but linking words between.
FARTHEST_NEGATION: Final = 4
_MOST_KNOWN_WORDS: Final = 50_000
_COMMENT: Final = "#"
_FILES: Final = ("negative", "positive", "negations", "linking", "neutral")


class Tone(StrEnum):
    """How an article speaks of its subject."""

    POSITIVE = "positive"
    NEUTRAL = "neutral"
    NEGATIVE = "negative"


@dataclass(frozen=True, slots=True)
class ToneEntry:
    """A word or phrase of a list.

    Args:
        written: as the list has it.
        tokens: as it is looked for.
    """

    written: str
    tone: Tone
    tokens: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ToneHit:
    """An entry found: its first word in the text, and past its last."""

    entry: ToneEntry
    first: int
    past: int


class ToneWords:
    """Lists of words with a tone, ready to be looked for.

    Args:
        negative, positive: words and phrases, each word of which may end with a * to stand for a beginning.
        negations: what cancels the tone of what follows: « sans gravité », « aucune plainte ».
        linking: words that may stand between a negation and what it cancels: « pas de nouvelle plainte ».
        neutral: phrases in which such a word has no tone: « crise cardiaque ».
    """

    def __init__(
        self,
        negative: Iterable[str],
        positive: Iterable[str],
        negations: Iterable[str] = (),
        linking: Iterable[str] = (),
        neutral: Iterable[str] = (),
    ) -> None:
        lists = ((Tone.NEUTRAL, neutral), (Tone.NEGATIVE, negative), (Tone.POSITIVE, positive))
        self.entries: Final = tuple(_entry(tone, written) for tone, some in lists for written in some)
        self._toned = _Lookup(self.entries)
        self._negations = _Lookup([_entry(Tone.NEUTRAL, written) for written in negations])
        self._linking = frozenset(token for word in linking for token in part_tokens(word))

    def hits(self, words: Sequence[str]) -> list[ToneHit]:
        """Find the entries in the folded words of one field: the longest at each place, no cancelled one."""
        found: list[ToneHit] = []
        past = 0
        for place in self._toned.starts(words):
            entry = self._toned.at(words, place) if place >= past else None
            if entry is None:
                continue
            past = place + len(entry.tokens)
            if entry.tone is not Tone.NEUTRAL and not self._cancelled(words, place):
                found.append(ToneHit(entry, place, past))
        return found

    def _cancelled(self, words: Sequence[str], first: int) -> bool:
        for place in range(first - 1, max(first - 1 - FARTHEST_NEGATION, -1), -1):
            negation = self._negations.at(words, place)
            past = place + len(negation.tokens) if negation else first + 1
            if past <= first and all(word in self._linking for word in words[past:first]):
                return True
        return False


@lru_cache(maxsize=1)
def tone_words() -> ToneWords:
    """Return the lists that ship with the program, read once."""
    return ToneWords(*(_lines(name) for name in _FILES))


def _lines(name: str) -> list[str]:
    text = resource("tone", f"{name}.txt").read_text(encoding="utf-8")
    lines = (line.strip() for line in text.splitlines())
    return [line for line in lines if line and not line.startswith(_COMMENT)]


def _entry(tone: Tone, written: str) -> ToneEntry:
    return ToneEntry(written, tone, part_tokens(written))


class _Lookup:
    """Entries by their first word; what was found for a word is remembered, since texts repeat theirs."""

    def __init__(self, entries: Iterable[ToneEntry]) -> None:
        self._by_word: dict[str, list[ToneEntry]] = {}
        self._by_beginning: dict[str, list[ToneEntry]] = {}
        for entry in entries:
            if entry.tokens:
                first = entry.tokens[0]
                index = self._by_beginning if first[-1] == OPEN else self._by_word
                index.setdefault(first.removesuffix(OPEN), []).append(entry)
        self._known: dict[str, tuple[ToneEntry, ...]] = {}

    def starts(self, words: Sequence[str]) -> list[int]:
        """Return the places where an entry may begin."""
        known = self._known
        return [
            place
            for place, word in enumerate(words)
            if (known[word] if word in known else self._beginning_with(word))
        ]

    def at(self, words: Sequence[str], place: int) -> ToneEntry | None:
        """Return the longest entry that begins at a place, None without one."""
        word = words[place]
        entries = self._known.get(word)
        if entries is None:
            entries = self._beginning_with(word)
        for entry in entries:
            past = place + len(entry.tokens)
            if past <= len(words) and all(map(token_fits, entry.tokens[1:], words[place + 1 : past])):
                return entry
        return None

    def _beginning_with(self, word: str) -> tuple[ToneEntry, ...]:
        found = [*self._by_word.get(word, ())]
        for length in range(1, len(word) + 1):
            found += self._by_beginning.get(word[:length], ())
        longest_first = tuple(sorted(found, key=lambda entry: -len(entry.tokens)))
        if len(self._known) < _MOST_KNOWN_WORDS:
            self._known[word] = longest_first
        return longest_first
