"""The periods that figures are told of: months, quarters, years, campaigns, and days between two others."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from cmstation.domain.errors import StationError

_KEY: Final = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>0[1-9]|1[0-2])|-Q(?P<quarter>[1-4]))?"
    r"|(?P<first>\d{4}-\d{2}-\d{2})_(?P<last>\d{4}-\d{2}-\d{2})"
    r"|campaign-(?P<campaign>\d{1,18})_(?P<begins>\d{4}-\d{2}-\d{2})_(?P<ends>\d{4}-\d{2}-\d{2})"
)


class PeriodKind(StrEnum):
    """What a period is."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    CAMPAIGN = "campaign"
    SPAN = "span"


class NoSuchPeriod(StationError):
    """A period is written in a way that nobody can read (facts: written)."""

    def __init__(self, written: str = "") -> None:
        super().__init__(written=written)
        self.written = written


@dataclass(frozen=True, slots=True)
class Period:
    """Some days, both ends included, in the clinic's zone.

    Args:
        campaign: whose days they are, for a campaign.
    """

    kind: PeriodKind
    first: date
    last: date
    campaign: int | None = None

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    @property
    def key(self) -> str:
        """What `parse` reads: "2026-10", "2026-Q4", "2026", two days, or a campaign with its days."""
        if self.kind is PeriodKind.MONTH:
            return f"{self.first:%Y-%m}"
        if self.kind is PeriodKind.QUARTER:
            return f"{self.first:%Y}-Q{(self.first.month + 2) // 3}"
        if self.kind is PeriodKind.YEAR:
            return f"{self.first:%Y}"
        span = f"{self.first}_{self.last}"
        return f"campaign-{self.campaign}_{span}" if self.kind is PeriodKind.CAMPAIGN else span

    def before(self) -> "Period":
        """Return the period before: the month, quarter or year before, else as many days just before."""
        eve = self.first - timedelta(days=1)
        if self.kind is PeriodKind.MONTH:
            return month(eve.year, eve.month)
        if self.kind is PeriodKind.QUARTER:
            return quarter(eve.year, (eve.month + 2) // 3)
        if self.kind is PeriodKind.YEAR:
            return year(eve.year)
        return span(eve - timedelta(days=self.days - 1), eve)

    def year_before(self) -> "Period":
        """Return the same period of the year before."""
        if self.kind is PeriodKind.MONTH:
            return month(self.first.year - 1, self.first.month)
        if self.kind is PeriodKind.QUARTER:
            return quarter(self.first.year - 1, (self.first.month + 2) // 3)
        if self.kind is PeriodKind.YEAR:
            return year(self.first.year - 1)
        return span(_a_year_earlier(self.first), _a_year_earlier(self.last))

    def holds(self, day: date) -> bool:
        """Tell whether a day is in it."""
        return self.first <= day <= self.last


def month(of: int, number: int) -> Period:
    """Return a month, 1 to 12, of a year."""
    following = date(of + number // 12, number % 12 + 1, 1)
    return Period(PeriodKind.MONTH, date(of, number, 1), following - timedelta(days=1))


def quarter(of: int, number: int) -> Period:
    """Return a quarter, 1 to 4, of a year."""
    return Period(PeriodKind.QUARTER, month(of, 3 * number - 2).first, month(of, 3 * number).last)


def year(of: int) -> Period:
    """Return a year."""
    return Period(PeriodKind.YEAR, date(of, 1, 1), date(of, 12, 31))


def span(first: date, last: date) -> Period:
    """Return the days from one to another; the earlier one is taken as the first."""
    return Period(PeriodKind.SPAN, min(first, last), max(first, last))


def campaign(identity: int, first: date, last: date) -> Period:
    """Return the days of a campaign."""
    return Period(PeriodKind.CAMPAIGN, min(first, last), max(first, last), identity)


def parse(written: str) -> Period:
    """Read a period's key.

    Raises:
        NoSuchPeriod: it is none.
    """
    found = _KEY.fullmatch(written.strip())
    if found is None:
        raise NoSuchPeriod(written)
    try:
        if found["campaign"]:
            return campaign(int(found["campaign"]), *_two(found["begins"], found["ends"]))
        if found["first"]:
            return span(*_two(found["first"], found["last"]))
        if found["month"]:
            return month(int(found["year"]), int(found["month"]))
        if found["quarter"]:
            return quarter(int(found["year"]), int(found["quarter"]))
        return year(int(found["year"]))
    except (ValueError, OverflowError) as error:
        raise NoSuchPeriod(written) from error


def _two(first: str, last: str) -> tuple[date, date]:
    return date.fromisoformat(first), date.fromisoformat(last)


def _a_year_earlier(day: date) -> date:
    """Return the same day of the year before; 29 February becomes the 28th."""
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day.replace(year=day.year - 1, day=28)
