"""Suggest the tone of an article from its words; a person has the last say."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from cmstation.domain.watch_alert_words import Tone, ToneEntry, ToneWords, tone_words
from cmstation.domain.watch_rule_words import words_of

# A title says what an article is about: one word there outweighs two of the text.
TITLE_WEIGHT: Final = 3
MARGIN: Final = 2


@dataclass(frozen=True, slots=True)
class ToneReading:
    """A suggested tone, with the words that led to it.

    Args:
        negative, positive: as they are written in the article, each once, the title's first.
    """

    tone: Tone
    negative: tuple[str, ...] = ()
    positive: tuple[str, ...] = ()


def tone_of(title: str, text: str, words: ToneWords | None = None) -> ToneReading:
    """Suggest the tone of an article.

    Words of both lists are counted, each once, those of the title three times. One side wins by a margin of
    two; else the tone is neutral, whatever words were found. A word after a negation is left out, and not
    taken for its contrary: « sans gravité » is no good news. Irony, quotations and who is meant stay unseen.

    Args:
        words: the lists to use, those that ship when None.
    """
    lists = words or tone_words()
    found: dict[ToneEntry, tuple[str, int]] = {}
    for field, weight in ((title, TITLE_WEIGHT), (text, 1)):
        for entry, written in _found(field, lists):
            found.setdefault(entry, (written, weight))
    balance = sum(weight if entry.tone is Tone.POSITIVE else -weight for entry, (_, weight) in found.items())
    tone = Tone.NEGATIVE if balance <= -MARGIN else Tone.POSITIVE if balance >= MARGIN else Tone.NEUTRAL
    return ToneReading(tone, _written(found, Tone.NEGATIVE), _written(found, Tone.POSITIVE))


def _found(text: str, lists: ToneWords) -> Iterable[tuple[ToneEntry, str]]:
    words, stretches = words_of(text)
    for hit in lists.hits(words):
        yield hit.entry, text[stretches[hit.first][0] : stretches[hit.past - 1][1]]


def _written(found: dict[ToneEntry, tuple[str, int]], tone: Tone) -> tuple[str, ...]:
    return tuple(dict.fromkeys(written for entry, (written, _weight) in found.items() if entry.tone is tone))
