"""The words of a rule: what a person types in one field, and what each piece of it looks for."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from cmstation.domain.watch_rule_words import folded_words

USUAL_DISTANCE: Final = 5
LARGEST_DISTANCE: Final = 999
OPEN: Final = "*"

_QUOTES: Final = '"“”„‟«»'
# In this order: a quoted stretch (an unclosed one ends with its line), nearness, the end of a term, a word.
_PIECES: Final = re.compile(
    rf"[{_QUOTES}](?P<quoted>[^{_QUOTES}\n\r]*)[{_QUOTES}]?"
    r"|~(?P<near>[0-9]{1,3}(?!\w))?"
    r"|(?P<end>[,;\n\r])"
    rf"|(?P<plain>[^\s,;~{_QUOTES}]+)"
)
_NEEDS_QUOTES: Final = re.compile(r"[\s,;~]")


@dataclass(frozen=True, slots=True)
class Term:
    """What is looked for: a word, a phrase, or several of them near each other.

    Args:
        parts: words and phrases as typed; a word with * at its end stands for all words that begin so.
        within: with several parts, the last of them begins at most so many words after the end of each other,
            in whichever order; 1 when they touch.
    """

    parts: tuple[str, ...]
    within: int = 0

    @property
    def near(self) -> bool:
        """Whether several parts must stand near each other."""
        return len(self.parts) > 1

    def tokens(self) -> tuple[tuple[str, ...], ...]:
        """Return the folded words of each part that has any; beginnings keep their *."""
        return tuple(tokens for part in self.parts if (tokens := part_tokens(part)))


def terms(text: str) -> tuple[Term, ...]:
    """Read what a person typed: terms between commas, semicolons or line ends.

    Several words are a phrase, in quotes or not: `centre hospitalier` is `"centre hospitalier"`.
    Quotes of any kind keep a comma within a phrase. `télémed*` looks for a beginning. `cancer ~5 dépistage`
    looks for both within five words; `~` alone means `USUAL_DISTANCE`. Whatever is typed can be read.
    """
    found: list[Term] = []
    parts: list[str] = []
    words: list[str] = []
    distances: list[int] = []

    def end_part() -> None:
        if part := " ".join(" ".join(words).split()):
            parts.append(part)
        words.clear()

    def end_term() -> None:
        end_part()
        if parts:
            found.append(Term(tuple(parts), max(distances, default=0) if len(parts) > 1 else 0))
        parts.clear()
        distances.clear()

    for piece in _PIECES.finditer(text):
        if piece["end"]:
            end_term()
        elif piece[0][0] == "~":
            end_part()
            distances.append(USUAL_DISTANCE if piece["near"] is None else int(piece["near"]))
        else:
            words.append(piece["plain"] or piece["quoted"] or "")
    end_term()
    return tuple(dict.fromkeys(found))


def terms_text(terms: Iterable[Term]) -> str:
    """Write terms as a person types them; `terms` reads the same back."""
    return ", ".join(f" ~{term.within} ".join(_part_text(part) for part in term.parts) for term in terms)


def part_tokens(part: str) -> tuple[str, ...]:
    """Return the folded words of one part; those that were typed with a * at their end keep it."""
    tokens: list[str] = []
    pieces = part.split(OPEN)
    for place, piece in enumerate(pieces):
        tokens += folded_words(piece).split()
        # A star after a space or a comma stands for nothing.
        if place < len(pieces) - 1 and folded_words(f"{piece}x").split()[-1] != "x":
            tokens[-1] += OPEN
    return tuple(tokens)


def _part_text(part: str) -> str:
    return f'"{part}"' if _NEEDS_QUOTES.search(part) else part
