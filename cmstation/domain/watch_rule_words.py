"""Fold what is watched into words, and tell where each word stands in the original text."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from cmstation.domain.folding import folded

FIELD_END: Final = "\n"
# Letters to Unicode, apostrophes to whoever reads.
_APOSTROPHES: Final = frozenset("\u02bb\u02bc\u02bd\ua78c")
# Opened into letters, they would lengthen the word before: « Doctolib™ ».
_MARKS_OF_TRADE: Final = frozenset("™℠")
_LONGEST_TABLE: Final = 20_000
_FRENCH: Final = "0-9A-Za-zÀ-ÖØ-öø-ÿŒœ"
_WORDS: Final = re.compile(f"[{_FRENCH}]+")
# A line of these characters alone has its words where the expression above finds them.
_USUAL: Final = re.compile(rf"[{_FRENCH}\s.,:;!?()«»“”\"'’/&%@#+\-–—…•|€\[\]]*")


class _Letters(dict[int, str]):
    """What each character becomes: folded letters and digits, a space where words part, or nothing."""

    def __missing__(self, code: int) -> str:
        opened = _opened(chr(code))
        if len(self) < _LONGEST_TABLE:
            self[code] = opened
        return opened


def folded_words(text: str) -> str:
    """Return the words of a text without accents or case, one space between them.

    Every sign that is no letter or digit parts words, apostrophes and hyphens too: "l’Hôpital-Sud" gives
    "l hopital sud". Signs that nobody sees (soft hyphens, marks of direction) leave no trace.
    """
    usual = text.replace("œ", "oe").replace("Œ", "oe").replace("\u202f", " ")
    try:
        letters = usual.encode("cp1252")
    except UnicodeEncodeError:
        return " ".join(text.translate(_LETTERS).split())
    table, unseen, rare = _byte_table()
    plain = letters.translate(table, unseen)
    if rare in plain:
        return " ".join(text.translate(_LETTERS).split())
    return " ".join(plain.decode("ascii").split())


def folded_item(title: str, text: str) -> str:
    """Return what is kept of an item to compare: the words of its title, a line feed, those of its text."""
    return f"{folded_words(title)}{FIELD_END}{folded_words(text)}"


def words_of(text: str) -> tuple[list[str], list[tuple[int, int]]]:
    """Split a text into the words of `folded_words`, and say where in the text each of them stands."""
    words: list[str] = []
    stretches: list[tuple[int, int]] = []
    offset = 0
    for line in text.split("\n"):
        if _USUAL.fullmatch(line):
            words += folded_words(line).split()
            stretches += [(offset + word.start(), offset + word.end()) for word in _WORDS.finditer(line)]
        else:
            for word, start, end in _letter_by_letter(line):
                words.append(word)
                stretches.append((offset + start, offset + end))
        offset += len(line) + 1
    return words, stretches


def _letter_by_letter(text: str) -> Iterator[tuple[str, int, int]]:
    letters: list[str] = []
    start = end = 0
    for place, character in enumerate(text):
        opened = _LETTERS[ord(character)]
        if not opened and letters:
            end = place + 1
        for letter in opened:
            if letter != " ":
                start = start if letters else place
                end = place + 1
                letters.append(letter)
            elif letters:
                yield "".join(letters), start, end
                letters.clear()
    if letters:
        yield "".join(letters), start, end


def _opened(character: str) -> str:
    if character in _MARKS_OF_TRADE:
        return " "
    return "".join(_letter(one) for one in folded(character))


def _letter(character: str) -> str:
    if character.isalnum() and character not in _APOSTROPHES:
        return character
    category = unicodedata.category(character)
    return "" if category[0] == "M" or category == "Cf" else " "


@lru_cache(maxsize=1)
def _byte_table() -> tuple[bytes, bytes, bytes]:
    """Prepare the quick way for French letters: a table, what to leave out, the mark of what is rare."""
    table, unseen, rare = bytearray(256), bytearray(), b"\x01"
    for code in range(256):
        opened = _LETTERS[ord(bytes((code,)).decode("cp1252", "replace"))]
        if not opened:
            unseen.append(code)
        elif not opened.strip():
            table[code] = ord(" ")
        else:
            table[code] = ord(opened) if len(opened) == 1 and opened.isascii() else rare[0]
    return bytes(table), bytes(unseen), rare


_LETTERS: Final = _Letters()
