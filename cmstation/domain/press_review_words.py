"""The words of a press review's document, in French.

They are part of the document, which its director reads, so they stay French whatever language the window
speaks. Who wants others gives the writers an object with the same methods.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from cmstation.domain.press_review import TONES
from cmstation.domain.watch_alert_words import Tone

NBSP: Final = "\u00a0"
THIN: Final = "\u202f"
MONTHS: Final = (
    *("janvier", "février", "mars", "avril", "mai", "juin"),
    *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
)
# Shapes tell tones apart where colours do not.
MARKS: Final = {Tone.POSITIVE: "▲", Tone.NEUTRAL: "●", Tone.NEGATIVE: "▼"}
TONE_WORDS: Final = {Tone.POSITIVE: "positif", Tone.NEUTRAL: "neutre", Tone.NEGATIVE: "négatif"}


@dataclass(frozen=True, slots=True)
class ReviewWords:
    """What a document says beside the articles."""

    language: str = "fr-FR"
    title: str = "Revue de presse"
    contents: str = "Sommaire"
    share: str = "Part de chaque thème"
    sources: str = "Sources"
    no_theme: str = "Autres articles"
    no_date: str = "date inconnue"
    no_title: str = "Sans titre"
    no_source: str = "Source inconnue"
    no_articles: str = "Aucun article n’a été retenu pour cette période."
    logo: str = "Logo de l’établissement"
    # Before the page's number, between it and the number of pages, after that.
    page_words: tuple[str, str, str] = (f"page{NBSP}", f"{NBSP}/{NBSP}", "")

    def page(self, number: int, pages: int) -> str:
        """Number a page."""
        before, between, after = self.page_words
        return f"{before}{number}{between}{pages}{after}"

    def day(self, day: date) -> str:
        """Say a day in full."""
        return f"{_day_number(day)}{NBSP}{MONTHS[day.month - 1]}{NBSP}{day.year}"

    def period(self, first: date, last: date) -> str:
        """Say the days that a review is about."""
        if first == last:
            return f"le {self.day(last)}"
        begin = _day_number(first)
        if first.year != last.year:
            begin = self.day(first)
        elif first.month != last.month:
            begin = f"{begin}{NBSP}{MONTHS[first.month - 1]}"
        return f"du {begin} au {self.day(last)}"

    def made(self, day: date) -> str:
        """Say when the review was made."""
        return f"établie le {self.day(day)}"

    def articles(self, count: int) -> str:
        """Count articles."""
        return f"{_grouped(count)}{NBSP}{_plural(count, 'article')}"

    def percent(self, percent: int) -> str:
        """Say a percentage."""
        return f"{percent}{THIN}%"

    def tone(self, tone: Tone) -> str:
        """Name a tone."""
        return TONE_WORDS[tone]

    def marked_tone(self, tone: Tone) -> str:
        """Name a tone with its shape."""
        return f"{MARKS[tone]}{NBSP}{self.tone(tone)}"

    def legend(self) -> str:
        """Say which shape means which tone."""
        return "   ".join(map(self.marked_tone, TONES))

    def tone_count(self, tone: Tone, count: int) -> str:
        """Count the articles of a tone by its shape."""
        return f"{MARKS[tone]}{NBSP}{_grouped(count)}"

    def summary(self, articles: int, themes: int, counts: Mapping[Tone, int]) -> str:
        """Say in one sentence what the review holds."""
        if not articles:
            return self.no_articles
        told = ", ".join(
            f"{_grouped(counts[tone])}{NBSP}{_plural(counts[tone], self.tone(tone))}"
            for tone in TONES
            if counts[tone]
        )
        whole = f"{self.articles(articles)} dans {themes}{NBSP}{_plural(themes, 'thème')}"
        return f"{whole}{NBSP}: {told}."

    def mention(self, source: str, day: str, licence: str) -> str:
        """Say by what right an article is there in full.

        Args:
            licence: how the clinic calls its licence, "" when it gave it no name.
        """
        name = f"licence {licence}" if licence else "licence de copie de l’établissement"
        return f"{source}, {day}. Reproduction autorisée dans le cadre de la {name}."


FRENCH: Final = ReviewWords()


def _day_number(day: date) -> str:
    return "1er" if day.day == 1 else str(day.day)


def _plural(count: int, word: str) -> str:
    return word if count < 2 else f"{word}s"


def _grouped(number: int) -> str:
    return f"{number:,}".replace(",", THIN)
