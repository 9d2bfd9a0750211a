"""Builds the services of the statistics and joins them."""

from collections.abc import Callable
from dataclasses import dataclass

from cmstation.domain.clock import Clock
from cmstation.domain.metrics_networks import PeerReader
from cmstation.domain.networks import Network
from cmstation.services.accounts import AccountBook
from cmstation.services.preferences import Preferences
from cmstation.services.stat_collecting import Collecting
from cmstation.services.stat_entries import Entries
from cmstation.services.stat_files import Files
from cmstation.services.stat_notes import Notes
from cmstation.services.stat_peers import Peers
from cmstation.services.statistics import PlanSource, Statistics
from cmstation.storage.accounts import Accounts
from cmstation.storage.database import Database
from cmstation.storage.stat_collections import CollectionTable
from cmstation.storage.stat_notes import CommentTable, GoalTable, NoteTable
from cmstation.storage.stat_peers import PeerTable
from cmstation.storage.stat_posts import StatPosts
from cmstation.storage.statistics import FigureTable

PeerReaders = Callable[[Network], PeerReader | None]


@dataclass(frozen=True, slots=True)
class StatServices:
    """All that a person can do with figures."""

    statistics: Statistics
    collecting: Collecting
    entries: Entries
    files: Files
    peers: Peers
    notes: Notes


def open_statistics(
    database: Database,
    book: AccountBook,
    calendar: PlanSource,
    peer_reader: PeerReaders,
    preferences: Preferences,
    clock: Clock,
) -> StatServices:
    """Build the services of the statistics on a database.

    Args:
        calendar: names the clinic's events.
        peer_reader: reads what anybody may see of other people's accounts.
    """
    figures, accounts, zone = FigureTable(database), Accounts(database), preferences.zone
    return StatServices(
        statistics=Statistics(database, calendar, preferences, clock),
        collecting=Collecting(
            StatPosts(database),
            figures,
            CollectionTable(database),
            accounts,
            book.open_metrics,
            zone,
            clock,
        ),
        entries=Entries(figures, accounts, zone, clock),
        files=Files(database, zone, clock),
        peers=Peers(PeerTable(database), figures, accounts, peer_reader, zone, clock),
        notes=Notes(GoalTable(database), NoteTable(database), CommentTable(database)),
    )
