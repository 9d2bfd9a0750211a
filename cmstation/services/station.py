"""Everything that a person can do, in one bundle for the window and the command line."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from cmstation.domain.clock import Clock
from cmstation.services.accounts import AccountBook
from cmstation.services.assisted import Assistant
from cmstation.services.calendar import Calendar
from cmstation.services.calendar_hands import CalendarHands
from cmstation.services.clock_watch import ClockWatch
from cmstation.services.days_off import DaysOff
from cmstation.services.drafts import Drafts
from cmstation.services.events import Events
from cmstation.services.health_day_posts import HealthDayPosts
from cmstation.services.health_days import HealthDays
from cmstation.services.labels import LabelBook
from cmstation.services.library import Library
from cmstation.services.outbox import Outbox
from cmstation.services.plan_files import PlanFiles
from cmstation.services.preferences import Preferences
from cmstation.services.press_reviews import PressReviews
from cmstation.services.remote_posts import RemotePosts
from cmstation.services.reports import Reports
from cmstation.services.rhythm import Rhythm
from cmstation.services.search import Search
from cmstation.services.sequences import Sequences
from cmstation.services.sign_in import SignIn
from cmstation.services.stat_collecting import Collecting
from cmstation.services.stat_entries import Entries
from cmstation.services.stat_files import Files
from cmstation.services.stat_notes import Notes
from cmstation.services.stat_peers import Peers
from cmstation.services.statistics import Statistics
from cmstation.services.watch_alerts import Alerts
from cmstation.services.watch_board import ExpertBoard
from cmstation.services.watch_lists import ListBook
from cmstation.services.watch_morning import Morning
from cmstation.services.watch_pictures import WatchPictures
from cmstation.services.watch_reading import WatchReading
from cmstation.services.watch_refresh import Refresh
from cmstation.services.watch_sources import SourceBook
from cmstation.storage.database import Database


class Owner(Protocol):
    """This running program's name in the outbox (`desktop/owner_lock.py`)."""

    name: str

    def release(self) -> None:
        """Say that this program has ended."""
        ...


@dataclass(frozen=True, slots=True)
class Station:
    """The services of one open data folder.

    Args:
        rehearsal: whether this is the sample clinic, which publishes nowhere.
    """

    folder: Path
    rehearsal: bool
    clock: Clock
    database: Database
    preferences: Preferences
    drafts: Drafts
    outbox: Outbox
    accounts: AccountBook
    sign_in: SignIn
    library: Library
    labels: LabelBook
    search: Search
    assistant: Assistant
    clock_watch: ClockWatch
    owner: Owner
    calendar: Calendar
    hands: CalendarHands
    events: Events
    remote_posts: RemotePosts
    rhythm: Rhythm
    sequences: Sequences
    health_days: HealthDays
    health_day_posts: HealthDayPosts
    days_off: DaysOff
    plan_files: PlanFiles
    watch_sources: SourceBook
    watch_lists: ListBook
    watch_reading: WatchReading
    watch_pictures: WatchPictures
    watch_morning: Morning
    watch_board: ExpertBoard
    watch_alerts: Alerts
    watch_refresh: Refresh
    press_reviews: PressReviews
    statistics: Statistics
    stat_collecting: Collecting
    stat_entries: Entries
    stat_files: Files
    stat_peers: Peers
    stat_notes: Notes
    reports: Reports

    def close(self) -> None:
        """Close the database; call after every job has ended."""
        self.database.close()
        self.owner.release()
