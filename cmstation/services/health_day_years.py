"""Keep computed years of health days: turning a page asks for three of them."""

from datetime import date

from cmstation.domain.health_days import FIRST_YEAR, LAST_YEAR, HealthDay, Overrides, for_year
from cmstation.domain.health_days_rows import HealthDayRow

Rows = tuple[HealthDayRow, ...]


class HealthDayYears:
    """Years computed from the same rows and dates; others make it start anew."""

    def __init__(self) -> None:
        self._kept: tuple[Rows, Overrides, dict[int, tuple[HealthDay, ...]]] = ((), {}, {})

    def of(self, year: int, rows: Rows, dates: Overrides) -> tuple[HealthDay, ...]:
        """Return the health days of a year, the earliest first.

        Raises:
            ValueError: the year is not between 2000 and 2100.
        """
        # One tuple, read once: another thread may come with newer rows meanwhile.
        known_rows, known_dates, years = self._kept
        if known_rows != rows or known_dates != dates:
            years = {}
            self._kept = (rows, dates, years)
        found = years.get(year)
        if found is None:
            found = years[year] = tuple(for_year(year, rows=rows, overrides=dates))
        return found

    def between(self, first: date, last: date, rows: Rows, dates: Overrides) -> tuple[HealthDay, ...]:
        """Return the health days that touch the days between two dates, both included, in order."""
        # A week may begin before its year, and a span may end after it.
        years = range(max(first.year - 1, FIRST_YEAR), min(last.year + 1, LAST_YEAR) + 1)
        days = (day for year in years for day in self.of(year, rows, dates))
        touching = (day for day in days if day.start <= last and first <= day.end)
        return tuple(sorted(touching, key=lambda day: (day.start, day.end, day.slug)))
