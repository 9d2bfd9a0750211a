"""Find where a domain name ends: at a top-level domain that exists."""

import re

from cmstation.domain.counting.tld_names import KNOWN_TO_X

_ASCII_WORD = re.compile("[A-Za-z0-9]+")
_REFUSED_AFTER = re.compile("[A-Za-z0-9@+-]")
_ASCII_NAMES = frozenset(name for name in KNOWN_TO_X if name.isascii())
_OTHER_NAMES = KNOWN_TO_X - _ASCII_NAMES
_OTHER_STARTS = frozenset(name[0] for name in _OTHER_NAMES)
_OTHER_LENGTHS = sorted({len(name) for name in _OTHER_NAMES}, reverse=True)


def tld_end(text: str, start: int, encoded: re.Pattern[str]) -> int:
    """Return where the top-level domain that begins at `start` ends, or -1 when none begins there.

    Args:
        encoded: what is taken for a name in punycode, without asking whether it exists.
    """
    word = _ASCII_WORD.match(text, start)
    if word is not None and word.group().lower() in _ASCII_NAMES and _may_end(text, word.end()):
        return word.end()
    if text[start : start + 1].lower() in _OTHER_STARTS:
        for size in _OTHER_LENGTHS:
            end = start + size
            if end <= len(text) and text[start:end].lower() in _OTHER_NAMES and _may_end(text, end):
                return end
    punycode = encoded.match(text, start)
    return -1 if punycode is None else punycode.end()


def _may_end(text: str, place: int) -> bool:
    return _REFUSED_AFTER.match(text, place) is None
