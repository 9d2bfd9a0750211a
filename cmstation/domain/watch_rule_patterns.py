"""Look for one term in folded words: quickly whether it is there, exactly where it stands."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from cmstation.domain.watch_rule_terms import OPEN, Term
from cmstation.domain.watch_rule_words import FIELD_END


def haystack(folded: str) -> str:
    """Set each word of folded fields between spaces, so that no phrase runs from one field into the next."""
    return f" {folded.replace(FIELD_END, f' {FIELD_END} ')} "


class Pattern:
    """One term made ready.

    Args:
        plain: what a haystack holds exactly when the term is there, "" when it takes more to know.
    """

    def __init__(self, term: Term) -> None:
        self.term: Final = term
        self.tokens: Final = tuple(dict.fromkeys(term.tokens()))
        self.empty: Final = not self.tokens
        self._near = len(self.tokens) > 1
        self._needles = tuple(_needle(tokens) for tokens in self.tokens)
        single = self._needles[0] if len(self._needles) == 1 else ""
        self.plain: Final = single if isinstance(single, str) else ""

    def found_in(self, hay: str) -> bool:
        """Tell whether the term is in a haystack."""
        for needle in self._needles:
            if (needle not in hay) if isinstance(needle, str) else needle.search(hay) is None:
                return False
        return not self._near or any(self._is_near(field.split()) for field in hay.split(FIELD_END))

    def places(self, words: Sequence[str]) -> Iterator[tuple[int, int]]:
        """Give each stretch of words of one field that the term finds: its first word, and past its last."""
        starts = [occurrences(tokens, words) for tokens in self.tokens]
        if self._near:
            starts = self._kept(starts)
        for tokens, places in zip(self.tokens, starts, strict=True):
            for place in places:
                yield place, place + len(tokens)

    def _is_near(self, words: list[str]) -> bool:
        starts = [occurrences(tokens, words) for tokens in self.tokens]
        return all(starts) and any(True for _last in self._gatherings(starts))

    def _kept(self, starts: list[list[int]]) -> list[list[int]]:
        """Keep the places that are near one of each other part."""
        kept: list[set[int]] = [set() for _part in starts]
        done = [0] * len(starts)
        for last in self._gatherings(starts) if all(starts) else ():
            for part, places in enumerate(starts):
                low = max(done[part], bisect_left(places, self._earliest(part, last)))
                done[part] = bisect_right(places, last)
                kept[part].update(places[low : done[part]])
        return [sorted(places) for places in kept]

    def _gatherings(self, starts: list[list[int]]) -> Iterator[int]:
        """Give each place where the last part begins, all the others having just ended."""
        for last in sorted({place for places in starts for place in places}):
            for part, places in enumerate(starts):
                before = bisect_right(places, last)
                if not before or places[before - 1] < self._earliest(part, last):
                    break
            else:
                yield last

    def _earliest(self, part: int, last: int) -> int:
        return last - self.term.within - len(self.tokens[part]) + 1


def occurrences(tokens: tuple[str, ...], words: Sequence[str]) -> list[int]:
    """Return the places at which these tokens begin, one after the other, in the words of one field."""
    first, *others = tokens
    starts = _places_of(first, words)
    for offset, token in enumerate(others, start=1):
        starts = [
            start
            for start in starts
            if start + offset < len(words) and token_fits(token, words[start + offset])
        ]
    return starts


def token_fits(token: str, word: str) -> bool:
    """Tell whether a folded word is what a token asks for."""
    return word.startswith(token[:-1]) if token[-1] == OPEN else word == token


def _places_of(token: str, words: Sequence[str]) -> list[int]:
    if token[-1] == OPEN:
        beginning = token[:-1]
        return [place for place, word in enumerate(words) if word.startswith(beginning)]
    return [place for place, word in enumerate(words) if word == token]


def _needle(tokens: tuple[str, ...]) -> str | re.Pattern[str]:
    *before, last = tokens
    if any(token[-1] == OPEN for token in before):
        inner = " ".join(_expression(token) for token in before)
        return re.compile(f" {inner} {last[:-1]}" if last[-1] == OPEN else f" {inner} {last} ")
    joined = f" {' '.join(tokens)}"
    return joined[:-1] if last[-1] == OPEN else f"{joined} "


def _expression(token: str) -> str:
    # Folded words are letters and digits: nothing in them means anything to an expression.
    return f"{token[:-1]}[^ ]*" if token[-1] == OPEN else token
