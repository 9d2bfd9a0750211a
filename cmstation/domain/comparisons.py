"""A period against another one: only what the figures allow to say."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from cmstation.domain.metrics import Figure, Nature, Origin
from cmstation.domain.periods import Period

# A figure of the last week of a period stands for its end; an older one does not.
LAST_DAYS: Final = 7
WHOLE_PERCENT: Final = 90
FEWEST_DAYS: Final = 7


class Reason(StrEnum):
    """Why two periods cannot be compared."""

    UNKNOWN_NOW = "unknown now"
    UNKNOWN_BEFORE = "unknown before"
    FEW_DAYS_NOW = "few days now"
    FEW_DAYS_BEFORE = "few days before"
    DEFINITION_CHANGED = "definition changed"
    DEFINITION_UNKNOWN = "definition unknown"


@dataclass(frozen=True, slots=True)
class Known:
    """What the figures of some days come to, for one account and one metric.

    Args:
        days: how many have a figure; 1 or more.
        taken_at: when the newest of them was taken.
        rounded: whether any of them is.
    """

    days: int
    total: int
    definitions: frozenset[str]
    origins: frozenset[Origin]
    taken_at: datetime
    rounded: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of one period.

    Args:
        value: the last value of a stock, the sum of the known days of a daily metric; None when it is unknown
            or when the meaning changed within the days that would be added up.
        day: of which day a stock is.
        known, days: how many days of the period have a figure, and how many it has.
        definitions: that the figures behind the value follow.
        rounded: whether the exact number may be another.
    """

    value: int | None
    day: date | None
    known: int
    days: int
    definitions: frozenset[str] = frozenset()
    rounded: bool = False

    @property
    def per_day(self) -> float | None:
        """The mean of the known days, for a sum; None for a stock."""
        return self.value / self.known if self.value is not None and self.day is None and self.known else None

    @property
    def whole(self) -> bool:
        """Whether nearly all of its days have a figure."""
        return 100 * self.known >= WHOLE_PERCENT * self.days


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a metric from one period to another.

    Args:
        before, now: the values, None when unknown; also given when they may not be compared.
        by: the difference; None when they may not be compared, and for means.
        share: the difference as a part of what it was (0.1 is 10 % more); of the means per day when it is
            partial; None when they may not be compared, or when it was 0.
        reason: why they may not be compared, None when they may.
        partial: whether days are missing, so that means per day are compared and not sums.
        of_now, of_before: what is known of each: the day of a stock, the mean, the days that are missing.
    """

    before: int | None
    now: int | None
    by: int | None
    share: float | None
    comparable: bool
    reason: Reason | None
    partial: bool
    of_now: Standing
    of_before: Standing

    @property
    def rounded(self) -> bool:
        """Whether one of the two is a rounded figure."""
        return self.of_now.rounded or self.of_before.rounded


def compared(now: Standing, before: Standing, nature: Nature) -> Change:
    """Compare what is known of two periods, for one account and one metric.

    Of a stock the last values are compared. Sums of daily figures are compared when both periods have them
    for 90 % of their days; else means per day are, from 7 days on each side (or all, in shorter periods).
    """
    reason = _refusal(now, before, nature)
    found = Change(before.value, now.value, None, None, reason is None, reason, False, now, before)
    if reason is not None or now.value is None or before.value is None:
        return found
    if nature is Nature.STOCK or (now.whole and before.whole):
        by = now.value - before.value
        return replace(found, by=by, share=by / before.value if before.value else None)
    share = None
    if before.value:
        # Whole numbers up to the one division: two equal means give exactly 0.
        crossed = before.value * now.known
        share = (now.value * before.known - crossed) / crossed
    return replace(found, share=share, partial=True)


def standing_of(
    known: Known | None, newest: Figure | None, nature: Nature, period: Period, *, today: date | None = None
) -> Standing:
    """Return what is known of one period from what its figures come to.

    Args:
        known: up to the last day that can have a figure; None when no day has one.
        newest: the last figure up to that day, however old.
        today: the last day that can have a figure, for a period that still runs.
    """
    if nature is Nature.TOTAL:
        raise ValueError("what grows over a post's life is not compared by period")
    days = 0 if known is None else known.days
    if nature is Nature.STOCK:
        if newest is None or newest.day < period.first or _is_old(newest, period, today):
            return Standing(None, None, days, period.days)
        meaning = frozenset((newest.definition,))
        return Standing(newest.value, newest.day, days, period.days, meaning, newest.rounded)
    if known is None:
        return Standing(None, None, days, period.days)
    total = known.total if len(known.definitions) == 1 else None
    return Standing(total, None, days, period.days, known.definitions, known.rounded)


def last_day(period: Period, today: date | None) -> date:
    """Return the last day of a period that can have a figure."""
    return period.last if today is None else min(period.last, today)


def _is_old(figure: Figure, period: Period, today: date | None) -> bool:
    return (last_day(period, today) - figure.day).days >= LAST_DAYS


def _refusal(now: Standing, before: Standing, nature: Nature) -> Reason | None:
    if not now.definitions:
        return Reason.UNKNOWN_NOW
    if not before.definitions:
        return Reason.UNKNOWN_BEFORE
    if (refusal := _meaning(now.definitions | before.definitions, nature)) is not None:
        return refusal
    if nature is Nature.DAILY and now.known < min(FEWEST_DAYS, now.days):
        return Reason.FEW_DAYS_NOW
    if nature is Nature.DAILY and before.known < min(FEWEST_DAYS, before.days):
        return Reason.FEW_DAYS_BEFORE
    return None


def _meaning(definitions: frozenset[str], nature: Nature) -> Reason | None:
    """Say why figures of these definitions may not be compared.

    A number of followers or posts that somebody typed is the one that the network shows; what a daily figure
    of an unknown meaning counted, nobody can say.
    """
    if len(definitions - {""}) > 1:
        return Reason.DEFINITION_CHANGED
    if len(definitions) > 1 and nature is not Nature.STOCK:
        return Reason.DEFINITION_UNKNOWN
    return None
