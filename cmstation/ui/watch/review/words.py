"""Press reviews in words: tones, periods, figures."""

from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication

from cmstation.domain.press_review import ReviewRow
from cmstation.domain.watch_alert_words import Tone
from cmstation.ui.dates import day_title, month_name

translate = QCoreApplication.translate
# The shapes that the document has too.
SIGNS: Final = {Tone.POSITIVE: "▲", Tone.NEUTRAL: "●", Tone.NEGATIVE: "▼"}


def tone_word(tone: Tone) -> str:
    """Name a tone."""
    words = {
        Tone.POSITIVE: translate("PressReview", "Positive"),
        Tone.NEUTRAL: translate("PressReview", "Neutral"),
        Tone.NEGATIVE: translate("PressReview", "Negative"),
    }
    return words[tone]


def signed_tone(tone: Tone) -> str:
    """Name a tone with its shape."""
    return f"{SIGNS[tone]} {tone_word(tone)}"


def day_words(day: date, *, with_year: bool = True) -> str:
    """Say a day: "14 October 2026"."""
    words = f"{day_title(day)} {month_name(day.month)}"
    return f"{words} {day.year}" if with_year else words


def period_words(first: date, last: date) -> str:
    """Say the days that a review is about."""
    if first == last:
        return day_words(first)
    if (first.year, first.month) == (last.year, last.month):
        begin = day_title(first)
    else:
        begin = day_words(first, with_year=first.year != last.year)
    return translate("PressReview", "{first} to {last}").format(first=begin, last=day_words(last))


def short_period(first: date, last: date, *, with_year: bool = True) -> str:
    """Say the days where there is little room: "28 Sept – 4 Oct 2026"."""
    end = day_title(last, with_month=True)
    end = f"{end} {last.year}" if with_year else end
    if first == last:
        return end
    same = (first.year, first.month) == (last.year, last.month)
    return f"{day_title(first, with_month=not same)} – {end}"


def articles_words(count: int) -> str:
    """Count articles."""
    return translate("PressReview", "%n article(s)", "", count)


def review_words(row: ReviewRow) -> str:
    """Say a review to those who do not see its row."""
    parts = (row.title, period_words(row.first, row.last), articles_words(row.articles))
    return ", ".join(part for part in parts if part)


def theme_words(theme: str) -> str:
    """Name a chapter."""
    return theme or translate("PressReview", "Other articles")
