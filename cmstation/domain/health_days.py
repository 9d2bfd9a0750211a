"""Which health days fall in a year."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Final

from cmstation.domain.folding import folded
from cmstation.domain.health_days_rows import Confidence, Country, HealthDayRow, read_rows
from cmstation.domain.health_days_rules import Span
from cmstation.resource_files import resource

FIRST_YEAR: Final = 2000
LAST_YEAR: Final = 2100
SHIPPED_FILE: Final = resource("health_days.csv")

# What a person has written down for one day in one year: its dates, or None when it is not kept that year.
Overrides = Mapping[tuple[str, int], Span | None]
_NONE: Final[Overrides] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class HealthDay:
    """A day, a week or a month given to a subject of health, in one year.

    Args:
        year: the year that the rule was asked for, and that an override names; the first days may lie
            before it and the last ones after it.
        to_confirm: the organiser announces the date each year, or the rule is not certain.
        themes: French words by which a person looks for it.
        source: where the rule can be checked.
    """

    slug: str
    name_fr: str
    start: date
    end: date
    to_confirm: bool
    year: int
    name_en: str = ""
    themes: tuple[str, ...] = ()
    countries: tuple[Country, ...] = (Country.WORLD,)
    organiser: str = ""
    source: str = ""


def for_year(
    year: int, *, rows: Iterable[HealthDayRow] | None = None, overrides: Overrides = _NONE
) -> list[HealthDay]:
    """Return the health days of a year, the earliest first.

    Args:
        year: from 2000 to 2100; the rules are those of today.
        rows: those that the program brings when not given; `(*shipped(), *own)` adds a person's own.
        overrides: dates that a person has confirmed or changed, by slug and year.

    Raises:
        ValueError: the year lies outside.
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(f"{year} is not between {FIRST_YEAR} and {LAST_YEAR}")
    given = shipped() if rows is None else rows
    days = (_day(row, year, overrides) for row in given)
    return sorted((day for day in days if day is not None), key=_order)


def touching(
    start: date, end: date, *, rows: Iterable[HealthDayRow] | None = None, overrides: Overrides = _NONE
) -> list[HealthDay]:
    """Return the health days of which at least one day lies between two dates, both included."""
    given = tuple(shipped() if rows is None else rows)
    # A week may begin before its year, and a span may end after it.
    years = range(max(start.year - 1, FIRST_YEAR), min(end.year + 1, LAST_YEAR) + 1)
    days = (day for year in years for day in for_year(year, rows=given, overrides=overrides))
    return sorted((day for day in days if day.start <= end and start <= day.end), key=_order)


def with_theme(days: Iterable[HealthDay], theme: str) -> list[HealthDay]:
    """Return the days that carry a theme, whatever its capitals and accents."""
    wanted = folded(theme.strip())
    return [day for day in days if wanted in map(folded, day.themes)]


def themes_of(days: Iterable[HealthDay | HealthDayRow]) -> list[str]:
    """Return every theme once, in the order of a dictionary."""
    return sorted({theme for day in days for theme in day.themes}, key=folded)


@cache
def shipped() -> tuple[HealthDayRow, ...]:
    """Return the rows that the program brings, read once."""
    return read_rows(SHIPPED_FILE.read_bytes())


def _day(row: HealthDayRow, year: int, overrides: Overrides) -> HealthDay | None:
    key = (row.slug, year)
    span = overrides[key] if key in overrides else row.rule.span(year)
    if span is None:
        return None
    unsure = row.rule.variable or row.confidence is Confidence.TO_CONFIRM
    return HealthDay(
        slug=row.slug,
        name_fr=row.name_fr,
        start=span.start,
        end=span.end,
        to_confirm=unsure and key not in overrides,
        year=year,
        name_en=row.name_en,
        themes=row.themes,
        countries=row.countries,
        organiser=row.organiser,
        source=row.source,
    )


def _order(day: HealthDay) -> tuple[date, date, str]:
    return day.start, day.end, day.slug
