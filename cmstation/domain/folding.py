"""Fold text for search: no accents, no case, ligatures opened."""

import unicodedata

_LETTERS = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "’": " ", "'": " "})


def folded(text: str) -> str:
    """Return the text as search compares it."""
    # Signs such as "™" open into capitals, which only a second folding brings down.
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return bare.translate(_LETTERS)


def search_words(text: str) -> tuple[str, ...]:
    """Split a person's query into folded words of letters and digits."""
    return tuple("".join(c if c.isalnum() else " " for c in folded(text)).split())


def storable(text: str) -> str:
    """Replace what no database or network can hold: lone surrogates and NUL."""
    clean = text.replace("\x00", "�")
    return clean.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
