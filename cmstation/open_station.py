"""Open a data folder: build the storage and the services once, and join them."""

import os
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from threading import Lock

from cmstation.desktop.owner_lock import OwnerLock
from cmstation.desktop.paths import Folders
from cmstation.desktop.secrets import KeyringSecrets
from cmstation.desktop.thumbnails import Thumbnails
from cmstation.domain.clock import Clock, SystemClock
from cmstation.domain.delivery import GRACE
from cmstation.networks.doors import NetworkDoors
from cmstation.networks.metrics_doors import LatePeers
from cmstation.networks.sign_in_ways import NetworkSignIn
from cmstation.networks.watch_doors import LateCleaner, LateFinder, LatePages, LatePictures, LateReaders
from cmstation.services.accounts import AccountBook, Doors, SecretStore
from cmstation.services.assisted import Assistant
from cmstation.services.calendar import Calendar
from cmstation.services.calendar_hands import CalendarHands
from cmstation.services.campaign_marks import CampaignMarks
from cmstation.services.clock_watch import ClockWatch
from cmstation.services.days_off import DaysOff
from cmstation.services.drafts import Drafts
from cmstation.services.events import Events
from cmstation.services.health_day_posts import HealthDayPosts
from cmstation.services.health_days import HealthDays
from cmstation.services.hour_moves import HourMoves
from cmstation.services.hour_taking import HourTaking
from cmstation.services.kept_posts import KeptPosts
from cmstation.services.labels import LabelBook
from cmstation.services.library import Library
from cmstation.services.lookout import Lookout
from cmstation.services.outbox import Outbox
from cmstation.services.outgoing import Composer
from cmstation.services.plan_files import PlanFiles
from cmstation.services.preferences import Preferences
from cmstation.services.press_reviews import PressReviews
from cmstation.services.remote_posts import RemotePosts
from cmstation.services.reports import Reports
from cmstation.services.rhythm import Rhythm
from cmstation.services.search import Search
from cmstation.services.sender import Sender
from cmstation.services.sequences import Sequences
from cmstation.services.sign_in import SignIn
from cmstation.services.stat_opening import open_statistics
from cmstation.services.station import Station
from cmstation.services.watch_doors import WatchDoors, rehearsal_doors
from cmstation.services.watch_opening import open_watch
from cmstation.storage.accounts import Accounts
from cmstation.storage.database import Database
from cmstation.storage.deliveries import Deliveries
from cmstation.storage.delivery_hours import DeliveryHours
from cmstation.storage.events import Events as StoredEvents
from cmstation.storage.health_days import HealthDayTable
from cmstation.storage.labels import Labels
from cmstation.storage.media import MediaTable
from cmstation.storage.plan_import import PlanImport
from cmstation.storage.plan_posts import PlanPosts
from cmstation.storage.plan_rows import PlanTable
from cmstation.storage.posts import Posts
from cmstation.storage.remote_posts import RemotePostTable
from cmstation.storage.restoring import finish
from cmstation.storage.sequences import SequenceTable
from cmstation.storage.settings import Settings
from cmstation.storage.slots import SlotTable


@dataclass(frozen=True, slots=True)
class Parts:
    """What a test may replace; the program itself never does."""

    clock: Clock = field(default_factory=SystemClock)
    secrets: SecretStore | None = None
    doors: Doors | None = None
    watch: WatchDoors | None = None
    database: Database | None = None


def open_station(folder: Path, *, rehearsal: bool = False, parts: Parts | None = None) -> Station:
    """Open a data folder, creating it when it is new; a new rehearsal gets its sample clinic.

    Raises:
        StationError: the folder, the disk or the database refuses (see `domain/errors.py`).
    """
    chosen = parts or Parts()
    clock, folders = chosen.clock, Folders(folder).made()
    database = chosen.database or Database.in_folder(folder)
    if database.file is not None:
        finish(database.file)
        if rehearsal and not os.path.lexists(database.file):
            _prepare_clinic(folders, database.file, chosen)
    report = database.open(clock.now())
    station = _joined(folders, database, chosen, rehearsal=rehearsal)
    try:
        if rehearsal and report.created:
            _fill(station, database)
        station.accounts.forget_sessions()
        database.backup(folders.backups, clock.now())
        station.drafts.empty_bin()
        station.events.empty_bin()
    except Exception:
        station.close()
        raise
    return station


def _prepare_clinic(folders: Folders, file: Path, parts: Parts) -> None:
    """Build the sample clinic beside its place: a start that was cut short begins again."""
    from cmstation.storage.building import built_beside  # noqa: PLC0415 - for the first start alone

    with built_beside(file, parts.clock.now()) as database:
        station = _joined(folders, database, parts, rehearsal=True)
        try:
            _fill(station, database)
        finally:
            station.owner.release()


def _fill(station: Station, database: Database) -> None:
    from cmstation.services.rehearsal_clinic import RehearsalClinic  # noqa: PLC0415
    from cmstation.services.rehearsal_statistics import RehearsalStatistics  # noqa: PLC0415
    from cmstation.services.rehearsal_watch import RehearsalWatch  # noqa: PLC0415

    RehearsalClinic(station, Deliveries(database), Posts(database)).fill()
    RehearsalWatch(station, database).fill()
    RehearsalStatistics(station, database).fill()


def _joined(folders: Folders, database: Database, parts: Parts, *, rehearsal: bool) -> Station:
    clock = parts.clock
    posts, accounts = Posts(database), Accounts(database)
    deliveries, labels = Deliveries(database), Labels(database)
    settings = Settings(database)
    preferences = Preferences(settings)
    owner = OwnerLock(folders.owners)
    owner.sweep()
    secrets = parts.secrets or KeyringSecrets(preferences.scope())
    book = AccountBook(accounts, secrets, parts.doors or NetworkDoors(clock), clock)
    library = Library(MediaTable(database), folders.media, Thumbnails(folders.thumbnails), clock)
    marks = CampaignMarks(preferences, accounts, labels, deliveries)
    composer = Composer(library, marks)
    drafts = Drafts(posts, accounts, labels, library, clock, marks)
    lookout = Lookout(deliveries, accounts, book.open_door, clock)
    sender = Sender(
        deliveries,
        posts,
        accounts,
        composer,
        book.open_door,
        lookout,
        clock,
        owner.name,
        owner.is_alive,
    )
    outbox = Outbox(deliveries, posts, accounts, drafts, sender, lookout, clock, _grace(preferences))
    kept = KeptPosts(deliveries, DeliveryHours(database), accounts, book.open_door, clock)
    remote_posts = _remote_posts(database, kept, book, preferences, clock)
    stored_events, table, hours = StoredEvents(database), PlanTable(database), DeliveryHours(database)
    events = Events(stored_events, clock)
    days_off = DaysOff(settings, folders.root)
    noted_days = HealthDayTable(database)
    health_days = HealthDays(noted_days, settings, preferences, clock)
    calendar = Calendar(table, stored_events, preferences, health_days.between, days_off.between)
    moves = HourMoves(deliveries, hours, posts, accounts, kept, clock)
    taking = HourTaking(drafts, outbox, hours, clock)
    hands = CalendarHands(drafts, moves, taking, remote_posts, events)
    plan_files = PlanFiles(
        calendar,
        PlanPosts(database),
        stored_events,
        RemotePostTable(database),
        accounts,
        labels,
        PlanImport(database),
        settings,
        preferences,
        clock,
    )
    watch_doors = parts.watch or _watch_doors(clock, secrets, rehearsal=rehearsal)
    watch = open_watch(database, watch_doors, library, preferences, clock, secrets)
    press_reviews = PressReviews(database, library, preferences, clock)
    figures = open_statistics(database, book, calendar, LatePeers(clock), preferences, clock)
    return Station(
        folder=folders.root,
        rehearsal=rehearsal,
        clock=clock,
        database=database,
        preferences=preferences,
        drafts=drafts,
        outbox=outbox,
        accounts=book,
        sign_in=SignIn(NetworkSignIn(clock), clock),
        library=library,
        labels=LabelBook(labels),
        search=Search(drafts, library),
        assistant=Assistant(deliveries, posts, accounts, composer, folders.handed_over, clock),
        clock_watch=ClockWatch(deliveries, clock),
        owner=owner,
        calendar=calendar,
        hands=hands,
        events=events,
        remote_posts=remote_posts,
        rhythm=Rhythm(SlotTable(database), settings, labels, drafts, outbox, preferences, calendar, clock),
        sequences=Sequences(SequenceTable(database), drafts, clock, hands.move),
        health_days=health_days,
        health_day_posts=HealthDayPosts(health_days, noted_days, drafts, labels, preferences, clock),
        days_off=days_off,
        plan_files=plan_files,
        watch_sources=watch.sources,
        watch_lists=watch.lists,
        watch_reading=watch.reading,
        watch_pictures=watch.pictures,
        watch_morning=watch.morning,
        watch_board=watch.board,
        watch_alerts=watch.alerts,
        watch_refresh=watch.refresh,
        press_reviews=press_reviews,
        statistics=figures.statistics,
        stat_collecting=figures.collecting,
        stat_entries=figures.entries,
        stat_files=figures.files,
        stat_peers=figures.peers,
        stat_notes=figures.notes,
        reports=Reports(
            figures.statistics, figures.notes, figures.peers, press_reviews, settings, preferences, clock
        ),
    )


def _watch_doors(clock: Clock, secrets: SecretStore, *, rehearsal: bool) -> WatchDoors:
    if rehearsal:
        return rehearsal_doors(LateCleaner(), clock)
    turn = Lock()
    readers = LateReaders(clock, turn, secrets)
    return WatchDoors(
        readers, LateFinder(clock, readers), LatePages(clock), LateCleaner(), turn, LatePictures(clock)
    )


def _grace(preferences: Preferences) -> timedelta:
    return timedelta(minutes=preferences.grace_minutes(int(GRACE.total_seconds() // 60)))


def _remote_posts(
    database: Database, kept: KeptPosts, book: AccountBook, preferences: Preferences, clock: Clock
) -> RemotePosts:
    return RemotePosts(
        RemotePostTable(database),
        DeliveryHours(database),
        Accounts(database),
        kept,
        Settings(database),
        preferences,
        book.open_door,
        clock,
    )
