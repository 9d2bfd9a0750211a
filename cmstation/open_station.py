"""Open a data folder: build the storage and the services once, and join them."""

import os
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from cmstation.desktop.owner_lock import OwnerLock
from cmstation.desktop.paths import Folders
from cmstation.desktop.secrets import KeyringSecrets
from cmstation.desktop.thumbnails import Thumbnails
from cmstation.domain.clock import Clock, SystemClock
from cmstation.domain.delivery import GRACE
from cmstation.networks.doors import NetworkDoors
from cmstation.networks.sign_in_ways import NetworkSignIn
from cmstation.services.accounts import AccountBook, Doors, SecretStore
from cmstation.services.assisted import Assistant
from cmstation.services.clock_watch import ClockWatch
from cmstation.services.drafts import Drafts
from cmstation.services.labels import LabelBook
from cmstation.services.library import Library
from cmstation.services.lookout import Lookout
from cmstation.services.outbox import Outbox
from cmstation.services.outgoing import Composer
from cmstation.services.preferences import Preferences
from cmstation.services.search import Search
from cmstation.services.sender import Sender
from cmstation.services.sign_in import SignIn
from cmstation.services.station import Station
from cmstation.storage.accounts import Accounts
from cmstation.storage.database import Database
from cmstation.storage.deliveries import Deliveries
from cmstation.storage.labels import Labels
from cmstation.storage.media import MediaTable
from cmstation.storage.posts import Posts
from cmstation.storage.restoring import finish
from cmstation.storage.settings import Settings


@dataclass(frozen=True, slots=True)
class Parts:
    """What a test may replace; the program itself never does."""

    clock: Clock = field(default_factory=SystemClock)
    secrets: SecretStore | None = None
    doors: Doors | None = None
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

    RehearsalClinic(station, Deliveries(database), Posts(database)).fill()


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
    composer = Composer(library)
    drafts = Drafts(posts, accounts, labels, library, clock)
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
    grace = timedelta(minutes=preferences.grace_minutes(int(GRACE.total_seconds() // 60)))
    return Station(
        folder=folders.root,
        rehearsal=rehearsal,
        clock=clock,
        database=database,
        preferences=preferences,
        drafts=drafts,
        outbox=Outbox(deliveries, posts, accounts, drafts, sender, lookout, clock, grace),
        accounts=book,
        sign_in=SignIn(NetworkSignIn(clock), clock),
        library=library,
        labels=LabelBook(labels),
        search=Search(drafts, library),
        assistant=Assistant(deliveries, posts, accounts, composer, folders.handed_over, clock),
        clock_watch=ClockWatch(deliveries, clock),
        owner=owner,
    )
