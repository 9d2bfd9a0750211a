"""The tab Statistics over real services: what a test looks at and does."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from cmstation.domain.accounts import Account
from cmstation.domain.clock import Clock
from cmstation.domain.metrics_networks import MetricsReader
from cmstation.services.accounts import AccountBook
from cmstation.services.preferences import Preferences
from cmstation.services.stat_collecting import Collecting
from cmstation.services.stat_entries import Entries
from cmstation.services.stat_files import Files
from cmstation.services.stat_notes import Notes
from cmstation.services.stat_peers import Peers
from cmstation.services.station import Station
from cmstation.services.statistics import Statistics
from cmstation.storage.accounts import Accounts
from cmstation.storage.stat_collections import CollectionTable
from cmstation.storage.stat_notes import CommentTable, GoalTable, NoteTable
from cmstation.storage.stat_peers import PeerTable
from cmstation.storage.stat_posts import StatPosts
from cmstation.storage.statistics import FigureTable
from cmstation.ui.commands import Commands
from cmstation.ui.notices import Notice
from cmstation.ui.statistics.tab import StatisticsTab

Card = TypeVar("Card", bound=QWidget)


@dataclass(frozen=True)
class StatBench:
    """The services of statistics over one database."""

    clock: Clock
    preferences: Preferences
    accounts: AccountBook
    statistics: Statistics
    stat_entries: Entries
    stat_files: Files
    stat_notes: Notes
    stat_peers: Peers
    stat_collecting: Collecting
    posts: StatPosts


def bench_of(
    station: Station, reader: Callable[[Account], MetricsReader | None] = lambda _account: None
) -> StatBench:
    """Join the services to a station's database.

    Args:
        reader: gives what reads an account's figures.
    """
    database, clock, zone = station.database, station.clock, station.preferences.zone
    figures, accounts, posts = FigureTable(database), Accounts(database), StatPosts(database)
    return StatBench(
        clock,
        station.preferences,
        station.accounts,
        Statistics(database, station.calendar, station.preferences, clock),
        Entries(figures, accounts, zone, clock),
        Files(database, zone, clock),
        Notes(GoalTable(database), NoteTable(database), CommentTable(database)),
        Peers(PeerTable(database), figures, accounts, lambda _network: None, zone, clock),
        Collecting(posts, figures, CollectionTable(database), accounts, reader, zone, clock),
        posts,
    )


@dataclass
class StatStage:
    """A tab that is shown."""

    tab: StatisticsTab
    bench: StatBench
    commands: Commands
    qtbot: QtBot
    settled: Callable[[], None]
    told: list[Notice] = field(default_factory=list[Notice])

    def settle(self) -> None:
        """Wait until nothing is under way and every card is there."""
        self.qtbot.wait(1)
        self.settled()
        self.qtbot.waitUntil(lambda: not self.tab.under_way and not self.commands.jobs.busy, timeout=10_000)

    def card(self, kind: type[Card]) -> Card:
        """Return a card of the page."""
        found = self.tab.card(kind)
        assert isinstance(found, kind)
        return found

    def dialog(self, kind: type[Card]) -> Card:
        """Return the open dialog of a kind."""
        self.settle()
        found = [one for one in self.tab.findChildren(kind) if one.isVisible()]
        assert len(found) == 1
        return found[0]


def texts(widget: QWidget) -> str:
    """Return all words of a card that are seen."""
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if not one.isHidden())
