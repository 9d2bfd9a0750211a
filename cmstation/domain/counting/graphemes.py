"""Cut a text into the characters that people see (grapheme clusters)."""

import re
from collections.abc import Iterator

import regex

_CLUSTER = regex.compile(r"\X")
_SURROGATE = re.compile("[\ud800-\udfff]")
_REPLACEMENT = "\ufffd"
# Longer rows of flag letters make the engine count back to their start at every letter; flags are pairs of
# letters, so that a row may be cut after any even number of them.
_ROW = 64
_FLAG_LETTERS = re.compile(f"[\U0001f1e6-\U0001f1ff]{{{_ROW + 1},}}")


def without_surrogates(text: str) -> str:
    """Return the text with each lone surrogate replaced, places unchanged."""
    return _SURROGATE.sub(_REPLACEMENT, text)


def graphemes(text: str) -> Iterator[str]:
    """Yield the clusters in order; joined, they are the text."""
    for piece in _pieces(text):
        for found in _CLUSTER.finditer(piece):
            yield found.group()


def length(text: str) -> int:
    """Count the clusters."""
    if text.isascii():
        return len(text) - text.count("\r\n")
    return sum(len(_CLUSTER.findall(piece)) for piece in _pieces(text))


def _pieces(text: str) -> Iterator[str]:
    done = 0
    for row in _FLAG_LETTERS.finditer(text):
        for cut in range(row.start() + _ROW, row.end(), _ROW):
            yield text[done:cut]
            done = cut
    yield text[done:]
