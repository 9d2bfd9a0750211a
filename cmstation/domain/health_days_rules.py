"""The rules by which a health day falls: each gives the span of a year."""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import IntEnum
from functools import partial
from typing import Final

from cmstation.domain.health_days_equinox import march_equinox

VARIABLE: Final = "variable:"
_DAY: Final = r"(\d\d)-(\d\d)"
_LONGEST: Final = 31


class Weekday(IntEnum):
    """Days of the week, numbered as `date.weekday` does."""

    MON = 0
    TUE = 1
    WED = 2
    THU = 3
    FRI = 4
    SAT = 5
    SUN = 6


@dataclass(frozen=True, slots=True)
class Span:
    """Whole days, both ends included."""

    start: date
    end: date

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"{self.end} comes before {self.start}")


SpanOf = Callable[[int], Span]


@dataclass(frozen=True, slots=True)
class Rule:
    """How a health day falls each year.

    Args:
        text: the rule as the file writes it; two rules are the same when their texts are.
        variable: the organiser announces the date each year; the rule gives the usual one.
    """

    text: str
    variable: bool
    span_of: SpanOf = field(repr=False, compare=False)

    def span(self, year: int) -> Span:
        """Return the days of one year; a span may end in the next year."""
        return self.span_of(year)


# --- rules, each a function of the year --------------------------------------------------------------------


def fixed(year: int, *, month: int, day: int) -> Span:
    """Return the same date each year."""
    there = date(year, month, day)
    return Span(there, there)


def nth(year: int, *, month: int, weekday: Weekday, place: int, days: int = 1) -> Span:
    """Return the nth weekday of a month.

    Args:
        place: 1 is the first, -1 the last.
        days: how many days it lasts from there.
    """
    if place > 0:
        first = date(year, month, 1)
        start = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (place - 1))
    else:
        last = last_of(year, month)
        start = last - timedelta(days=(last.weekday() - weekday) % 7 + 7 * (-place - 1))
    return Span(start, start + timedelta(days=days - 1))


def last_day(year: int, *, month: int) -> Span:
    """Return the last day of a month."""
    last = last_of(year, month)
    return Span(last, last)


def whole_month(year: int, *, month: int) -> Span:
    """Return a whole month."""
    return Span(date(year, month, 1), last_of(year, month))


def between(year: int, *, first: tuple[int, int], last: tuple[int, int]) -> Span:
    """Return the days between two dates (month, day); the second may lie in the next year."""
    return Span(date(year, *first), date(year + (last < first), *last))


def week_of(
    year: int,
    *,
    month: int,
    day: int,
    first: Weekday = Weekday.MON,
    last: Weekday = Weekday.SUN,
    weeks: int = 1,
) -> Span:
    """Return the week that holds a date.

    Args:
        first: the day on which the week begins; the date lies in the seven days from there.
        last: the day on which it ends.
        weeks: how many weeks follow each other.
    """
    held = date(year, month, day)
    start = held - timedelta(days=(held.weekday() - first) % 7)
    return Span(start, start + timedelta(days=(last - first) % 7 + 7 * (weeks - 1)))


def friday_before_equinox(year: int) -> Span:
    """Return the last Friday before the day of the March equinox (in universal time)."""
    eve = march_equinox(year).date() - timedelta(days=1)
    friday = eve - timedelta(days=(eve.weekday() - Weekday.FRI) % 7)
    return Span(friday, friday)


def last_of(year: int, month: int) -> date:
    """Return the last date of a month."""
    return date(year, month, monthrange(year, month)[1])


# --- reading -----------------------------------------------------------------------------------------------


def read_rule(text: str) -> Rule:
    """Read a rule such as `nth:03:thu:2`.

    Raises:
        ValueError: it is no rule, or names a day that some years do not have.
    """
    asks = text.startswith(VARIABLE)
    usual = text.removeprefix(VARIABLE)
    for pattern, make in _READERS:
        if found := re.fullmatch(pattern, usual, re.ASCII):
            return Rule(text, asks, make(*found.groups()))
    raise ValueError(f"not a rule: {text!r}")


def _read_fixed(month: str, day: str) -> SpanOf:
    there = _every_year(month, day)
    return partial(fixed, month=there[0], day=there[1])


def _read_nth(month: str, weekday: str, place: str, days: str | None) -> SpanOf:
    lasts = int(days or 1)
    if not 1 <= lasts <= _LONGEST:
        raise ValueError(f"not a number of days: {days!r}")
    return partial(nth, month=_month(month), weekday=_weekday(weekday), place=int(place), days=lasts)


def _read_last_day(month: str) -> SpanOf:
    return partial(last_day, month=_month(month))


def _read_month(month: str) -> SpanOf:
    return partial(whole_month, month=_month(month))


def _read_between(month: str, day: str, last_month: str, last_day_of_it: str) -> SpanOf:
    return partial(between, first=_every_year(month, day), last=_every_year(last_month, last_day_of_it))


def _read_week_of(month: str, day: str, first: str | None, last: str | None, weeks: str | None) -> SpanOf:
    there = _every_year(month, day)
    return partial(
        week_of,
        month=there[0],
        day=there[1],
        first=_weekday(first or "mon"),
        last=_weekday(last or "sun"),
        weeks=int(weeks or 1),
    )


def _read_equinox() -> SpanOf:
    return friday_before_equinox


_READERS: Final[tuple[tuple[str, Callable[..., SpanOf]], ...]] = (
    (rf"fixed:{_DAY}", _read_fixed),
    (r"nth:(\d\d):([a-z]{3}):(-?[1-4])(?::(\d{1,2}))?", _read_nth),
    (r"lastday:(\d\d)", _read_last_day),
    (r"month:(\d\d)", _read_month),
    (rf"span:{_DAY}\.\.{_DAY}", _read_between),
    (rf"weekof:{_DAY}(?::([a-z]{{3}})-([a-z]{{3}})(?::([1-9]))?)?", _read_week_of),
    (r"fri-before-equinox", _read_equinox),
)


def _month(text: str) -> int:
    month = int(text)
    if not 1 <= month <= 12:
        raise ValueError(f"not a month: {text!r}")
    return month


def _weekday(text: str) -> Weekday:
    try:
        return Weekday[text.upper()]
    except KeyError:
        raise ValueError(f"not a day of the week: {text!r}") from None


def _every_year(month: str, day: str) -> tuple[int, int]:
    """Read a date that every year has, so never 29 February."""
    there = date(2001, _month(month), int(day))
    return there.month, there.day
