"""What a person does with health days: correct their dates, add their own, hide their themes."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo

from cmstation.domain.changes import Changes
from cmstation.domain.clock import Clock
from cmstation.domain.errors import NotFound, StationError
from cmstation.domain.folding import folded, search_words
from cmstation.domain.health_days import (
    FIRST_YEAR,
    LAST_YEAR,
    HealthDay,
    shipped,
    themes_of,
)
from cmstation.domain.health_days_rows import Country, HealthDayRow
from cmstation.domain.health_days_rules import Rule, Span, read_rule
from cmstation.services.done import Done
from cmstation.services.health_day_years import HealthDayYears, Rows
from cmstation.services.preferences import Preferences
from cmstation.storage.health_days import HealthDayTable, OwnHealthDay
from cmstation.storage.settings import Settings

OWN: Final = "own-"  # begins the slug of each day that the clinic added; no shipped one begins so
_HIDDEN: Final = "calendar_hidden_health_themes"
_CHANGED: Final = Changes(calendar=True)
_LONGEST_SLUG: Final = 60


class HealthDayFault(StrEnum):
    """Why what a person gave for a health day cannot be kept."""

    NAME = "name"  # it is missing
    RULE = "rule"  # it is no rule that falls every year
    ENDS_BEFORE_START = "ends_before_start"
    OTHER_YEAR = "other_year"  # the dates lie more than a year away from the year they are meant for


class HealthDayRefused(StationError):
    """What a person gave for a health day cannot be kept (facts: fault, found)."""

    def __init__(self, fault: HealthDayFault = HealthDayFault.NAME, found: str = "") -> None:
        super().__init__(fault=fault, found=found)
        self.fault = fault
        self.found = found


class HealthDays:
    """The shipped health days with what the person wrote down."""

    def __init__(
        self, table: HealthDayTable, settings: Settings, preferences: Preferences, clock: Clock
    ) -> None:
        self._table = table
        self._settings = settings
        self._preferences = preferences
        self._clock = clock
        self._years = HealthDayYears()

    # --- questions ---

    def between(self, first: date, last: date, *, hidden: bool = False) -> tuple[HealthDay, ...]:
        """Return the health days that touch the days between two dates, both included.

        Args:
            hidden: also those whose themes the person has hidden.
        """
        days = self._years.between(first, last, self._rows(), self._table.dates())
        return days if hidden else self._shown(days)

    def for_year(self, year: int, *, hidden: bool = False) -> tuple[HealthDay, ...]:
        """Return the health days of a year, the earliest first.

        Args:
            hidden: also those whose themes the person has hidden.

        Raises:
            ValueError: the year is not between 2000 and 2100.
        """
        days = self._years.of(year, self._rows(), self._table.dates())
        return days if hidden else self._shown(days)

    def day(self, slug: str, year: int) -> HealthDay:
        """Return one day of one year.

        Raises:
            NotFound: there is no such day, or it is not kept that year.
        """
        found = next((day for day in self.for_year(year, hidden=True) if day.slug == slug), None)
        if found is None:
            raise NotFound(subject="health_day", identity=slug)
        return found

    def row(self, slug: str) -> HealthDayRow:
        """Return how a day falls in every year.

        Raises:
            NotFound: there is no such day.
        """
        found = next((row for row in self._rows() if row.slug == slug), None)
        if found is None:
            raise NotFound(subject="health_day", identity=slug)
        return found

    def own(self) -> Rows:
        """Return the days that the clinic added."""
        return tuple(_row_of(day) for day in self._table.own())

    def to_ask(self, year: int, countries: Iterable[Country] = ()) -> tuple[HealthDay, ...]:
        """Return the days announced anew each year whose dates of this year nobody has written down.

        Args:
            countries: only days that are kept there or everywhere; all when empty.
        """
        wanted = {*countries, Country.WORLD} if (countries := tuple(countries)) else set(Country)
        rows, dates = self._rows(), self._table.dates()
        asked = {row.slug for row in rows if row.rule.variable and (row.slug, year) not in dates}
        days = self._shown(self._years.of(year, rows, dates))
        return tuple(day for day in days if day.slug in asked and wanted.intersection(day.countries))

    def to_ask_between(self, start: date, end: date, country: Country | None) -> tuple[HealthDay, ...]:
        """Return those to ask for that begin in a span and are still to come, by their day.

        Args:
            end: exclusive.
            country: the clinic's; None for all.
        """
        countries = () if country is None else (country,)
        today = self._clock.now().astimezone(ZoneInfo(self._preferences.zone())).date()
        first = max(start, today)
        years = range(first.year, end.year + 1)
        found = (day for year in years for day in self.to_ask(year, countries))
        return tuple(sorted((day for day in found if first <= day.start < end), key=lambda day: day.start))

    def noted(self, year: int) -> dict[str, Span | None]:
        """Return what the person wrote down for a year by slug; None is "not kept"."""
        return {slug: span for (slug, when), span in self._table.dates().items() if when == year}

    # --- themes ---

    def themes(self) -> tuple[str, ...]:
        """Return every theme once, in the order of a dictionary."""
        return tuple(themes_of(self._rows()))

    def hidden_themes(self) -> frozenset[str]:
        """Return the themes whose days are not shown."""
        stored = self._settings.get(_HIDDEN)
        return frozenset(map(str, stored)) if isinstance(stored, list) else frozenset()

    def hide_themes(self, themes: Iterable[str]) -> Done[frozenset[str]]:
        """Show no day that has these themes alone; none hides nothing."""
        before, wanted = self.hidden_themes(), frozenset(themes)
        self._settings.set(_HIDDEN, sorted(wanted))

        def undo() -> Changes:
            self._settings.set(_HIDDEN, sorted(before))
            return _CHANGED

        return Done(wanted, _CHANGED, undo)

    # --- dates of one year ---

    def set_dates(self, slug: str, year: int, first: date, last: date) -> Done[HealthDay]:
        """Write down when a day falls in one year, as its organiser announced it.

        Raises:
            HealthDayRefused: it ends before it starts, or lies in quite another year.
            NotFound: there is no such day.
        """
        self.row(slug)
        if last < first:
            raise HealthDayRefused(HealthDayFault.ENDS_BEFORE_START, f"{first} > {last}")
        if not (FIRST_YEAR <= year <= LAST_YEAR and year - 1 <= first.year <= last.year <= year + 1):
            raise HealthDayRefused(HealthDayFault.OTHER_YEAR, f"{first} – {last}")
        undo = self._dates_undone(slug, year)
        self._table.set_dates(slug, year, Span(first, last))
        return Done(self.day(slug, year), _CHANGED, undo)

    def not_this_year(self, slug: str, year: int) -> Done[None]:
        """Write down that a day is not kept in one year."""
        self.row(slug)
        undo = self._dates_undone(slug, year)
        self._table.set_dates(slug, year, None)
        return Done(None, _CHANGED, undo)

    def forget_dates(self, slug: str, year: int) -> Done[HealthDay]:
        """Let the rule say again when a day falls in one year."""
        self.row(slug)
        undo = self._dates_undone(slug, year)
        self._table.forget_dates(slug, year)
        return Done(self.day(slug, year), _CHANGED, undo)

    # --- own days ---

    def add_own(
        self, name: str, rule: str | date, themes: Iterable[str] = (), source: str = ""
    ) -> Done[HealthDayRow]:
        """Add a day of the clinic.

        Args:
            rule: as the shipped file writes it ("nth:06:sat:2"), or a date to come back each year.

        Raises:
            HealthDayRefused: the name is missing, or the rule does not fall every year.
        """
        title = " ".join(name.split())
        if not title:
            raise HealthDayRefused(HealthDayFault.NAME)
        checked = _rule(f"fixed:{rule:%m-%d}" if isinstance(rule, date) else rule.strip())
        words = (word for theme in themes for part in theme.split(",") if (word := part.strip()))
        own = OwnHealthDay(
            _free_slug(title, self._rows()), title, checked.text, tuple(dict.fromkeys(words)), source.strip()
        )
        self._table.add_own(own)
        return Done(_row_of(own), _CHANGED, lambda: self.remove_own(own.slug).changes)

    def remove_own(self, slug: str) -> Done[None]:
        """Remove a day of the clinic; posts that were written for it stay.

        Raises:
            NotFound: the clinic has added no such day.
        """
        own, dates = self._table.remove_own(slug)

        def undo() -> Changes:
            self._table.add_own(own, dates)
            return _CHANGED

        return Done(None, _CHANGED, undo)

    # --- inside ---

    def _rows(self) -> Rows:
        return (*shipped(), *self.own())

    def _shown(self, days: Sequence[HealthDay]) -> tuple[HealthDay, ...]:
        hidden = frozenset(map(folded, self.hidden_themes()))
        return tuple(day for day in days if not day.themes or not hidden.issuperset(map(folded, day.themes)))

    def _dates_undone(self, slug: str, year: int) -> Callable[[], Changes]:
        """Remember what is written down for a day of a year, and return what puts it back."""
        before = self._table.dates()

        def undo() -> Changes:
            if (slug, year) in before:
                self._table.set_dates(slug, year, before[slug, year])
            else:
                self._table.forget_dates(slug, year)
            return _CHANGED

        return undo


def _rule(text: str) -> Rule:
    try:
        return read_rule(text)
    except ValueError:
        raise HealthDayRefused(HealthDayFault.RULE, text[:80]) from None


def _free_slug(name: str, rows: Iterable[HealthDayRow]) -> str:
    taken = {row.slug for row in rows}
    words = "-".join(search_words(name)).encode("ascii", "ignore").decode()
    stem = f"{OWN}{words or 'day'}"[:_LONGEST_SLUG].strip("-")
    number = 1
    while (slug := stem if number == 1 else f"{stem}-{number}") in taken:
        number += 1
    return slug


def _row_of(own: OwnHealthDay) -> HealthDayRow:
    return HealthDayRow(own.slug, own.name, read_rule(own.rule), themes=own.themes, source=own.source)
