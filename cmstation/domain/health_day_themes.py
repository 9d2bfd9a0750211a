"""Find the editorial line that fits a health day."""

from collections.abc import Iterable
from typing import Final

from cmstation.domain.folding import search_words
from cmstation.domain.health_days import HealthDay
from cmstation.domain.labels import Theme

_SMALL_WORDS: Final = frozenset(
    {"a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les"},
)


def fitting_line(day: HealthDay, lines: Iterable[Theme]) -> Theme | None:
    """Return the editorial line whose name is most like a theme of the day, else like the day's name.

    All words of the shorter name must stand in the longer one; plurals and accents do not count.
    """
    themes = [words for theme in day.themes if (words := _words(theme))]
    name = _words(day.name_fr)
    ranked = [(rank, -line.position, line) for line in lines if (rank := _likeness(line, themes, name))]
    return max(ranked, key=lambda found: found[:2])[2] if ranked else None


def _likeness(line: Theme, themes: list[frozenset[str]], name: frozenset[str]) -> int:
    """Return 3 for the same name, 2 for one inside the other, 1 for a word of the day's name, else 0."""
    words = _words(line.name)
    if not words:
        return 0
    if words in themes:
        return 3
    if any(words < theme or theme < words for theme in themes):
        return 2
    return 1 if words <= name else 0


def _words(text: str) -> frozenset[str]:
    return frozenset(_singular(word) for word in search_words(text) if word not in _SMALL_WORDS)


def _singular(word: str) -> str:
    return word.rstrip("sx") if len(word) > 3 else word
