"""Warnings about the plan in words: what is the matter, and for whom."""

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from cmstation.domain.calendar import CalendarItem, ItemKey
from cmstation.domain.health_days import HealthDay
from cmstation.domain.plan_warnings import PlanWarning, WarningKind
from cmstation.ui.calendar.item_words import title_words
from cmstation.ui.dates import day_title, duration_words

translate = QCoreApplication.translate


def warning_words(found: PlanWarning, known: Mapping[ItemKey, CalendarItem]) -> str:  # noqa: PLR0911
    """Say a warning in one sentence.

    Args:
        known: the items that warnings may name; there may be thousands of both.
    """
    day = day_title(found.day, with_month=True)
    titles = [_title(known.get(key)) for key in found.items]
    first = titles[0] if titles else ""
    match found.kind:
        case WarningKind.TOO_CLOSE:
            return _too_close(day, titles, found.facts.get("minutes"))
        case WarningKind.SAME_TEXT:
            told = translate("PlanWarnings", "{day}: “{first}” says what the same account said on {earlier}.")
            return told.format(
                day=day, first=titles[-1] if titles else "", earlier=_day(found.facts.get("earlier"))
            )
        case WarningKind.QUIET_DAY:
            told = translate("PlanWarnings", "{day}: “{first}” on a quiet day ({title}).")
            return told.format(day=day, first=first, title=found.facts.get("title", ""))
        case WarningKind.BEFORE_QUIET_DAY:
            told = translate("PlanWarnings", "{day}: “{first}” on the eve of a quiet day ({title}).")
            return told.format(day=day, first=first, title=found.facts.get("title", ""))
        case WarningKind.NOTHING_PLANNED:
            if found.facts.get("goes_on"):
                return translate("PlanWarnings", "Nothing is planned from {day} on.").format(day=day)
            if found.facts.get("last") == found.day:
                return translate("PlanWarnings", "Nothing is planned on {day}.").format(day=day)
            told = translate("PlanWarnings", "Nothing is planned from {day} to {last}.")
            return told.format(day=day, last=_day(found.facts.get("last")))
        case WarningKind.NOT_APPROVED:
            told = translate("PlanWarnings", "{day}: “{first}” is not approved yet.")
            return told.format(day=day, first=first)
        case WarningKind.NOT_SCHEDULED:
            told = translate(
                "PlanWarnings", "{day}: “{first}” has an hour, but will not leave by itself yet."
            )
            return told.format(day=day, first=first)


def to_confirm_words(found: HealthDay) -> str:
    """Ask for the dates of a day that is announced anew each year."""
    told = translate(
        "PlanWarnings", "{day}: “{name}” is announced anew each year. Check its date and confirm it."
    )
    return told.format(day=day_title(found.start, with_month=True), name=found.name_fr)


def _title(found: CalendarItem | None) -> str:
    return title_words(found) if found is not None else translate("PlanWarnings", "another post")


def _day(fact: object) -> str:
    return day_title(fact, with_month=True) if isinstance(fact, date) else ""


def _too_close(day: str, titles: list[str], minutes: object) -> str:
    apart = minutes if isinstance(minutes, int) else 0
    if not apart:
        told = translate(
            "PlanWarnings", "{day}: “{first}” and “{second}” leave at the same minute on one account."
        )
        return told.format(day=day, first=titles[0], second=titles[-1])
    told = translate("PlanWarnings", "{day}: “{first}” and “{second}” are {length} apart on one account.")
    return told.format(day=day, first=titles[0], second=titles[-1], length=_length(apart))


def _length(minutes: int) -> str:
    """Say a length to the minute: an hour and a half is not "two hours"."""
    hours, rest = divmod(minutes, 60)
    if not hours or not rest:
        return duration_words(timedelta(minutes=minutes))
    return translate("PlanWarnings", "{hours} h {minutes}").format(hours=hours, minutes=f"{rest:02}")
