"""Asks for the answers of a period in a job, and says when they are there."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from cmstation.domain.curves import Curve
from cmstation.domain.metrics import Metric
from cmstation.domain.periods import Period, month
from cmstation.domain.stat_answers import Mark
from cmstation.ui.statistics.asked import Asked, Ranking, names_of

if TYPE_CHECKING:
    from cmstation.domain.labels import Campaign
    from cmstation.ui.commands import Commands
    from cmstation.ui.statistics.services import StatServices

TWO_YEARS = timedelta(days=730)
_ONE_YEAR = timedelta(days=365)
_QUESTION = "statistics"
_Beside = tuple[frozenset[int] | None, date, date]
_Found = tuple[dict[int, Curve], tuple[Mark, ...]]


class StatAsking(QObject):
    """Reads what the page shows.

    Signals:
        answered: an `Asked`, None when nothing at all is known.
        failed: the answers could not be read; the page keeps what it shows.
        campaigns_read: campaigns with their days.
    """

    answered = Signal(object)
    failed = Signal()
    campaigns_read = Signal(object)

    def __init__(self, services: "StatServices", commands: "Commands", parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._commands = commands
        self._beside: dict[_Beside, _Found] = {}

    def forget(self) -> None:
        """Read the curves anew the next time: something changed."""
        self._beside = {}

    def ask(self, period: Period | None, accounts: frozenset[int] | None) -> None:
        """Ask for a period; an earlier question is dropped.

        Args:
            period: None for this month.
        """
        services, beside = self._services, self._beside

        def work() -> "tuple[Asked | None, tuple[tuple[Campaign, Period], ...]]":
            campaigns = services.statistics.campaigns()
            return _read(services, period, accounts, campaigns, beside), campaigns

        def show(found: "tuple[Asked | None, tuple[tuple[Campaign, Period], ...]]") -> None:
            asked, campaigns = found
            self.campaigns_read.emit(campaigns)
            self.answered.emit(asked)

        self._commands.ask(work, show, owner=self, failed=self._fail, replaces=_QUESTION)

    def _fail(self, _error: Exception) -> bool:
        self.failed.emit()
        return False


def _read(
    services: "StatServices",
    period: Period | None,
    accounts: frozenset[int] | None,
    campaigns: "tuple[tuple[Campaign, Period], ...]",
    beside: "dict[_Beside, _Found]",
) -> Asked | None:
    statistics = services.statistics
    if statistics.first_day() is None:
        return None
    today = statistics.today()
    wanted = period or month(today.year, today.month)
    # Periods of the last year share the two years up to today, so that turning pages reads them once.
    end = today if wanted.last > today - _ONE_YEAR else wanted.last
    start = end - TWO_YEARS
    answers = statistics.answers(wanted, accounts)
    found = beside.get((accounts, start, end))
    if found is None:
        curves = dict(statistics.curves(Metric.FOLLOWERS, accounts, start, end))
        found = beside[accounts, start, end] = (curves, statistics.marks(start, end))
    return Asked(
        answers=answers,
        curves=found[0],
        marks=found[1],
        rankings=_rankings(services, [one.id for one in answers.accounts], min(wanted.last, today)),
        zone=services.preferences.zone(),
        now=services.clock.now(),
        campaign=next((one.name for one, _days in campaigns if one.id == wanted.campaign), ""),
        names=names_of(services.accounts.all()),
    )


def _rankings(services: "StatServices", accounts: Sequence[int], on: date) -> tuple[Ranking, ...]:
    """Rank the accounts on each network that has a peer."""
    networks = dict.fromkeys(peer.network for peer in services.stat_peers.all())
    return tuple(
        Ranking(
            network.proper_name,
            services.stat_peers.ranking(Metric.FOLLOWERS, on, accounts, network),
        )
        for network in networks
    )
