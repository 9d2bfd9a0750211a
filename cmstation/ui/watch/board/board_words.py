"""The expert board in words: how long a request waits, and what the physicians say."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from PySide6.QtCore import QCoreApplication

from cmstation.domain.watch import Opinion
from cmstation.ui.dates import day_words, local_day, time_words
from cmstation.ui.theme.tokens import Tone

translate = QCoreApplication.translate
# A request that waits longer deserves a reminder.
LONG_DAYS: Final = 7
VERDICTS: Final[tuple[bool | None, ...]] = (True, None, False)


@dataclass(frozen=True, slots=True)
class VerdictMark:
    """The icon and the colour of what a physician says."""

    icon: str
    tone: Tone


def verdict_mark(favourable: bool | None) -> VerdictMark:
    """Return the sign that stands beside the words."""
    if favourable is None:
        return VerdictMark("minus", "warning")
    return VerdictMark("check", "good") if favourable else VerdictMark("close", "danger")


def verdict_words(favourable: bool | None) -> str:
    """Say what a physician thinks."""
    if favourable is None:
        return translate("Board", "With reservations, or not said")
    return translate("Board", "Favourable") if favourable else translate("Board", "Not favourable")


def moment_words(moment: datetime, now: datetime, zone: str) -> str:
    """Say the hour of today, else the day."""
    if local_day(moment, zone) == local_day(now, zone):
        return time_words(moment, zone)
    return day_words(moment, zone, now)


def days_waited(asked_at: datetime, now: datetime, zone: str) -> int:
    """Count the days of the calendar since a request."""
    return max(0, (local_day(now, zone) - local_day(asked_at, zone)).days)


def waited_words(asked_at: datetime, now: datetime, zone: str) -> str:
    """Say how long a request waits: "since 09:05", "since yesterday", "for 3 days"."""
    days = days_waited(asked_at, now, zone)
    if days == 0:
        return translate("Board", "since {time}").format(time=time_words(asked_at, zone))
    if days == 1:
        return translate("Board", "since yesterday")
    return translate("Board", "for %n day(s)", "", days)


def physician_words(name: str) -> str:
    """Name who is asked."""
    return name or translate("Board", "any physician")


def asked_words(opinion: Opinion, when: str) -> str:
    """Say who put the item on the board, and when."""
    if opinion.asked_by:
        words = translate("Board", "Asked by {who}, {when}")
        return words.format(who=opinion.asked_by, when=when)
    return translate("Board", "Asked {when}").format(when=when)
