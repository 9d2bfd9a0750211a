"""From one period to others: the next one, and the one of another kind around the same days. Pure."""

from datetime import date, timedelta

from cmstation.domain import periods
from cmstation.domain.periods import Period, PeriodKind

_DAY = timedelta(days=1)


def following(period: Period) -> Period:
    """Return the period after: the month, quarter or year after, else as many days just after."""
    first = period.last + _DAY
    match period.kind:
        case PeriodKind.MONTH:
            return periods.month(first.year, first.month)
        case PeriodKind.QUARTER:
            return periods.quarter(first.year, (first.month + 2) // 3)
        case PeriodKind.YEAR:
            return periods.year(first.year)
        case _:
            return periods.span(first, first + timedelta(days=period.days - 1))


def around(kind: PeriodKind, day: date) -> Period:
    """Return the month, quarter or year that a day is in."""
    if kind is PeriodKind.QUARTER:
        return periods.quarter(day.year, (day.month + 2) // 3)
    if kind is PeriodKind.YEAR:
        return periods.year(day.year)
    return periods.month(day.year, day.month)
