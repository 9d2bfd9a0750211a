"""Type a figure in, or take one away: for networks that tell nobody anything, and for what came wrong."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from cmstation.domain import metric_definitions as definitions
from cmstation.domain.changes import Changes
from cmstation.domain.clock import Clock
from cmstation.domain.figure_faults import DayInFuture, refuse_absurd
from cmstation.domain.metrics import Figure, Metric, Origin, Scope
from cmstation.domain.networks import Network
from cmstation.domain.statistics import FigureChange
from cmstation.services.done import Done, Value
from cmstation.storage.accounts import Accounts
from cmstation.storage.statistics import FigureTable

CHANGED: Final = Changes(statistics=True)


class Entries:
    """What a person can do with single figures of accounts.

    Args:
        zone: tells the clinic's zone.
    """

    def __init__(
        self, figures: FigureTable, accounts: Accounts, zone: Callable[[], str], clock: Clock
    ) -> None:
        self._figures = figures
        self._accounts = accounts
        self._zone = zone
        self._clock = clock

    def enter(self, account: int, day: date, metric: Metric, value: int) -> Done[Figure]:
        """Keep what a person read somewhere; it stands above what networks and files tell.

        Raises:
            NotFound: the account is not there.
            DayInFuture, FigureBelowZero, FigureTooGreat: nobody can have read that.
        """
        now, zone = self._clock.now(), ZoneInfo(self._zone())
        refuse_future(day, now.astimezone(zone).date())
        refuse_absurd(value)
        network = self._accounts.get(account).network
        figure = Figure(
            account,
            day,
            metric,
            value,
            told_at(day, zone, now),
            Origin.HAND,
            definition_of(network, Scope.ACCOUNT, metric, day),
        )
        return self._done(figure, self._figures.put([figure]))

    def remove(self, account: int, day: date, metric: Metric) -> Done[Figure | None]:
        """Take a figure away, wherever it came from; the value is what stood there."""
        change = self._figures.remove(account, day, metric)
        gone = change.before[0].figure if change.before else None
        return self._done(gone, change)

    def _done(self, value: Value, change: FigureChange) -> Done[Value]:
        if not change:
            return Done(value, Changes())

        def undo() -> Changes:
            self._figures.take_back(change)
            return CHANGED

        return Done(value, CHANGED, undo)


def refuse_future(day: date, today: date) -> None:
    """Refuse a day that has not come.

    Raises:
        DayInFuture: so it is.
    """
    if day > today:
        raise DayInFuture(day=day, today=today)


def told_at(day: date, zone: ZoneInfo, now: datetime) -> datetime:
    """Return until when a figure of a day says something: the day's end, or now on the day itself."""
    end = datetime.combine(day + timedelta(days=1), time(), zone).astimezone(UTC)
    return min(end, now)


def definition_of(network: Network, scope: Scope, metric: Metric, day: date, word: str = "") -> str:
    """Return which definition a told figure follows, "" when nobody knows.

    Args:
        word: the network's own word, when the teller used it.
    """
    named = definitions.get(f"{network}.{scope}.{word}") if word else None
    found = named or definitions.in_force(network, scope, metric, day)
    return "" if found is None else found.key
