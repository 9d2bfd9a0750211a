"""A station with two accounts and its statistics, for tests of the answers."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from cmstation.domain.metrics import Figure, Metric, Origin
from cmstation.domain.periods import Period, month
from cmstation.services.station import Station
from cmstation.services.statistics import Statistics
from cmstation.storage.database import Database
from cmstation.storage.statistics import FigureTable

TODAY = date(2026, 10, 13)
OCTOBER = month(2026, 10)
DAY, HOUR = timedelta(days=1), timedelta(hours=1)


def statistics_of(station: Station) -> Statistics:
    return Statistics(station.database, station.calendar, station.preferences, station.clock)


@dataclass
class Desk:
    """A station with two accounts, and short ways to store figures."""

    station: Station
    page: int
    site: int

    @property
    def database(self) -> Database:
        return self.station.database

    def figure(self, day: date, value: int, metric: Metric = Metric.FOLLOWERS, account: int = 0) -> Figure:
        key = f"facebook.account.{metric.value}" if account in (0, self.page) else ""
        at = datetime(day.year, day.month, day.day, 6, tzinfo=UTC)
        return Figure(account or self.page, day, metric, value, at, Origin.HAND, key)

    def put(self, *figures: Figure) -> None:
        FigureTable(self.database).put(figures)

    def answers(self, period: Period = OCTOBER):
        return statistics_of(self.station).answers(period)
