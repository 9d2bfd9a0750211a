"""Builds the services of the watch and joins them."""

from dataclasses import dataclass

from cmstation.domain.clock import Clock
from cmstation.domain.watch import Source
from cmstation.services.accounts import SecretStore
from cmstation.services.library import Library
from cmstation.services.preferences import Preferences
from cmstation.services.watch_alerts import Alerts
from cmstation.services.watch_board import ExpertBoard
from cmstation.services.watch_doors import WatchDoors
from cmstation.services.watch_lists import ListBook
from cmstation.services.watch_mailboxes import Mailboxes
from cmstation.services.watch_morning import Morning
from cmstation.services.watch_opml import OpmlExchange
from cmstation.services.watch_own_items import OwnItems, OwnItemTables
from cmstation.services.watch_pictures import WatchPictures
from cmstation.services.watch_reading import ReadingTables, WatchReading
from cmstation.services.watch_refresh import Refresh
from cmstation.services.watch_refresh_stories import StoryMemory
from cmstation.services.watch_refresh_storing import RefreshTables
from cmstation.services.watch_relay import Relay
from cmstation.services.watch_sources import SourceBook
from cmstation.storage.database import Database
from cmstation.storage.settings import Settings
from cmstation.storage.watch_alerts import AlertTable
from cmstation.storage.watch_ingest import WatchIngest
from cmstation.storage.watch_lists import WatchLists
from cmstation.storage.watch_marks import WatchMarks
from cmstation.storage.watch_retention import WatchRetention
from cmstation.storage.watch_saved import SavedSearches
from cmstation.storage.watch_sources import WatchSources
from cmstation.storage.watch_stories import WatchStories
from cmstation.storage.watch_take_back import WatchTakeBack


@dataclass(frozen=True, slots=True)
class WatchServices:
    """All that a person can do with the watch."""

    sources: SourceBook
    lists: ListBook
    reading: WatchReading
    pictures: WatchPictures
    morning: Morning
    board: ExpertBoard
    alerts: Alerts
    refresh: Refresh


def open_watch(
    database: Database,
    doors: WatchDoors,
    library: Library,
    preferences: Preferences,
    clock: Clock,
    secrets: SecretStore | None = None,
) -> WatchServices:
    """Build the services of the watch on a database.

    Args:
        secrets: keeps the passwords of mailboxes.
    """
    settings, stories = Settings(database), WatchStories(database)
    ingest, marks = WatchIngest(database), WatchMarks(database)
    lists = ListBook(WatchLists(database), stories)
    opml = OpmlExchange(database, lists, settings, preferences, clock)
    sources = SourceBook(database, lists, opml, doors.finder, clock, Mailboxes(doors.readers, secrets))

    def paper() -> Source:
        return sources.paper()

    def memory() -> StoryMemory:
        return StoryMemory.of_last_days(ingest, clock.now())

    tables = OwnItemTables(ingest, stories, marks, paper, lists.matchers, memory, WatchTakeBack(database))
    own = OwnItems(tables, library, doors.pages, doors.cleaner, clock, preferences.zone)
    reading = ReadingTables(stories, marks, SavedSearches(database), ingest, WatchRetention(database))
    refreshed = RefreshTables(WatchSources(database), ingest, lists.matchers, memory)
    return WatchServices(
        sources=sources,
        lists=lists,
        reading=WatchReading(reading, lists, own, clock, doors.cleaner),
        pictures=WatchPictures(stories, WatchSources(database), doors.pictures),
        morning=Morning(database, Relay(library, preferences, clock), clock),
        board=ExpertBoard(database, clock),
        alerts=Alerts(settings, stories, lists, preferences, clock, AlertTable(database)),
        refresh=Refresh(refreshed, doors.readers, doors.cleaner, clock, doors.turn),
    )
