"""Letters that a font can show: what it has not is replaced by a sign that everybody sees."""

import unicodedata
from collections.abc import Collection, Iterable
from typing import Final

MISSING: Final = "□"
_BLANKS: Final = dict.fromkeys(
    map(ord, "\t\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000"), " "
)
# Marks that only join, turn or colour the letters beside them: without these they mean nothing.
_SILENT: Final = frozenset({"Mn", "Me", "Cf", "Cc", "Cs"})
_SKIN_TONES: Final = range(0x1F3FB, 0x1F400)


def plain_letters(numbers: Iterable[int]) -> frozenset[int]:
    """Keep the letters that are seen as they are: no marks that only do something to their neighbours."""
    return frozenset(number for number in numbers if not _silent(chr(number)))


def showable(text: str, known: Collection[int]) -> str:
    """Return a text that a font shows whole.

    Args:
        known: the numbers of the plain letters that the font has.
    """
    composed = unicodedata.normalize("NFC", text).translate(_BLANKS)
    if all(map(known.__contains__, map(ord, composed))):
        return composed
    return "".join(_shown(letter, known) for letter in composed)


def _shown(letter: str, known: Collection[int]) -> str:
    if ord(letter) in known:
        return letter
    if _silent(letter) or ord(letter) in _SKIN_TONES:
        return ""
    # "ﬁ" is one letter to some machines, and two to every reader.
    simpler = unicodedata.normalize("NFKC", letter)
    return simpler if all(ord(one) in known for one in simpler) else MISSING


def _silent(letter: str) -> bool:
    return unicodedata.category(letter) in _SILENT
