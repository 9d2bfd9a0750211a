"""Count a text as Threads does: emoji by their bytes, links each once."""

import regex

from cmstation.domain.counting import x
from cmstation.domain.counting.emoji import sequences
from cmstation.domain.counting.graphemes import without_surrogates

LIMIT = 500
MOST_LINKS = 5
_EMOJI = regex.compile(r"\p{Emoji_Presentation}")


def length(text: str) -> int:
    """Count the characters, an emoji for as many as it has bytes in UTF-8."""
    clean = without_surrogates(text)
    if clean.isascii():
        return len(clean)
    total = done = 0
    for start, end in sequences(clean):
        total += _plain(clean[done:start]) + len(clean[start:end].encode())
        done = end
    return total + _plain(clean[done:])


def links(text: str) -> set[str]:
    """Return the links of a text, each once."""
    clean = x.normalised(text)
    return {clean[start:end] for start, end in x.urls(clean)}


def _plain(text: str) -> int:
    singles = "".join(_EMOJI.findall(text))
    return len(text) - len(singles) + len(singles.encode())
