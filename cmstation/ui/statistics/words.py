"""The words of the page of statistics: figures, changes, periods, days; pure but for the language."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QLocale

from cmstation.domain import french_numbers
from cmstation.domain.comparisons import Change, Reason
from cmstation.domain.curves import Days
from cmstation.domain.metrics import Nature, Origin
from cmstation.domain.periods import Period, PeriodKind
from cmstation.domain.stat_answers import Headline
from cmstation.ui.dates import when_words
from cmstation.ui.theme.tokens import ColourRole
from cmstation.ui.wording_metrics import origin_words

translate = QCoreApplication.translate


class Told(NamedTuple):
    """Words, and the colour that goes with them; the words never need it."""

    text: str
    tone: ColourRole = "muted"


def language() -> str:
    """Return the language of numbers and days."""
    return QLocale().name()


def figure_words(value: int | None) -> str:
    """Write a figure in full; "not known" without one."""
    if value is None:
        return translate("Statistics", "not known")
    return french_numbers.number(value, locale=language())


def signed_words(value: int) -> str:
    """Write a difference with its sign."""
    return french_numbers.number(value, locale=language(), signed=True)


def decimal_words(value: float) -> str:
    """Write a score: "1.4"."""
    return french_numbers.number(value, 1, locale=language())


def percent_words(share: float, *, signed: bool = False) -> str:
    """Write a share of 1; one decimal below ten per cent when it is a change."""
    places = 1 if signed and abs(share) < 0.1 else 0
    return french_numbers.percent(share, places, locale=language(), signed=signed)


def day_words(day: date, *, with_year: bool = True) -> str:
    """Write a day: "3 August 2026"."""
    return french_numbers.day(day, locale=language(), with_year=with_year)


def days_words(first: date, last: date) -> str:
    """Write some days: "3–9 August 2026"."""
    return french_numbers.days(first, last, locale=language())


def period_words(period: Period, campaign: str = "") -> str:
    """Write a period as it stands in a sentence: "October 2026".

    Args:
        campaign: its name, for the days of one.
    """
    match period.kind:
        case PeriodKind.MONTH:
            return french_numbers.month(period.first.year, period.first.month, locale=language())
        case PeriodKind.QUARTER:
            number = (period.first.month + 2) // 3
            return french_numbers.quarter(period.first.year, number, locale=language())
        case PeriodKind.YEAR:
            return str(period.first.year)
        case PeriodKind.CAMPAIGN if campaign:
            days = days_words(period.first, period.last)
            return translate("Statistics", "{campaign} ({days})").format(campaign=campaign, days=days)
        case _:
            return days_words(period.first, period.last)


def period_title(period: Period, campaign: str = "") -> str:
    """Write a period as a title."""
    words = period_words(period, campaign)
    return words[:1].upper() + words[1:]


def change_words(change: Change, nature: Nature, against: Period) -> Told:
    """Say how a figure changed, or why nobody can say it.

    Args:
        against: the period that it is held against.
    """
    than = period_words(against)
    if change.reason is not None:
        return Told(_refusal_words(change.reason, than))
    if change.partial:
        return _partial_words(change, than)
    if change.by is None:
        return Told(translate("Statistics", "cannot be compared with {period}").format(period=than))
    if change.by == 0:
        return Told(translate("Statistics", "as many as in {period}").format(period=than), "text")
    amount = signed_words(change.by)
    if change.share is not None:
        percent = percent_words(change.share, signed=True)
        amount = translate("Statistics", "{amount} ({percent})").format(amount=amount, percent=percent)
    end = translate("Statistics", "{amount} since the end of {period}")
    whole = translate("Statistics", "{amount} against {period}")
    words = (end if nature is Nature.STOCK else whole).format(amount=amount, period=than)
    return Told(words, "good" if change.by > 0 else "warning")


def short_change_words(change: Change) -> Told:
    """Say a change in a cell whose column names the period."""
    if change.reason is not None:
        return Told(_short_refusal_words(change.reason))
    if change.by is None:
        if change.share is None:
            return Told(translate("Statistics", "cannot be compared"))
        words = translate("Statistics", "{percent} on the daily mean")
        return Told(words.format(percent=percent_words(change.share, signed=True)), _tone(change.share))
    if change.by == 0:
        return Told(translate("Statistics", "as many"), "text")
    amount = signed_words(change.by)
    if change.share is not None:
        percent = percent_words(change.share, signed=True)
        amount = translate("Statistics", "{amount} ({percent})").format(amount=amount, percent=percent)
    return Told(amount, _tone(change.by))


def freshness_words(taken_at: datetime | None, origins: Iterable[Origin], zone: str, now: datetime) -> str:
    """Say when a figure was taken and where it comes from; "" without one."""
    if taken_at is None:
        return ""
    ordered = [origin for origin in Origin if origin in set(origins)]
    when = when_words(taken_at, zone, now)
    if not ordered:
        return translate("Statistics", "As of {when}").format(when=when)
    sources = translate("Statistics", " and ", "between two sources").join(map(origin_words, ordered))
    return translate("Statistics", "As of {when}, {source}").format(when=when, source=sources)


def known_days_words(headline: Headline) -> str:
    """Say of a sum how many of its days are known; "" when all are, and of a stock its day."""
    standing = headline.standing
    if headline.value is None:
        last = headline.last
        if last is None:
            return ""
        told = translate("Statistics", "last known on {day}: {figure}")
        return told.format(day=day_words(last.day), figure=figure_words(last.value))
    if standing.day is not None:
        return translate("Statistics", "on {day}").format(day=day_words(standing.day))
    if standing.known < standing.days:
        told = translate("Statistics", "{known} of {days} days are known; the others are not counted")
        return told.format(known=standing.known, days=standing.days)
    return ""


def runs_words(runs: Iterable[Days], most: int = 3) -> str:
    """List runs of days: "3–9 August 2026, 14 August 2026 and 2 more"."""
    every = list(runs)
    shown = [days_words(first, last) for first, last in every[:most]]
    words = translate("Statistics", ", ", "between runs of days").join(shown)
    left = len(every) - len(shown)
    if left > 0:
        more = translate("Statistics", "%Ln more time(s)", "", left)
        return translate("Statistics", "{days} and {more}").format(days=words, more=more)
    return words


def _partial_words(change: Change, than: str) -> Told:
    if change.share is None:
        return Told(translate("Statistics", "cannot be compared with {period}").format(period=than))
    words = translate("Statistics", "{percent} on the daily mean against {period}, since days are missing")
    percent = percent_words(change.share, signed=True)
    return Told(words.format(percent=percent, period=than), _tone(change.share))


def _tone(size: float) -> ColourRole:
    return "good" if size > 0 else "warning" if size < 0 else "text"


def _refusal_words(reason: Reason, than: str) -> str:
    return {
        Reason.UNKNOWN_NOW: translate("Statistics", "not known in this period"),
        Reason.UNKNOWN_BEFORE: translate("Statistics", "not known in {period}, so nothing to compare with"),
        Reason.FEW_DAYS_NOW: translate("Statistics", "too few days are known to compare with {period}"),
        Reason.FEW_DAYS_BEFORE: translate(
            "Statistics", "too few days of {period} are known to compare with them"
        ),
        Reason.DEFINITION_CHANGED: translate(
            "Statistics", "not comparable with {period}: something else was counted then"
        ),
        Reason.DEFINITION_UNKNOWN: translate(
            "Statistics", "not comparable with {period}: what was counted is not known"
        ),
    }[reason].format(period=than)


def _short_refusal_words(reason: Reason) -> str:
    return {
        Reason.UNKNOWN_NOW: translate("Statistics", "not known"),
        Reason.UNKNOWN_BEFORE: translate("Statistics", "not known then"),
        Reason.FEW_DAYS_NOW: translate("Statistics", "too few days"),
        Reason.FEW_DAYS_BEFORE: translate("Statistics", "too few days then"),
        Reason.DEFINITION_CHANGED: translate("Statistics", "counted otherwise then"),
        Reason.DEFINITION_UNKNOWN: translate("Statistics", "unclear what was counted"),
    }[reason]
