"""Write the database file of the present schema: `python -m tests.storage.make_version`, once per release.

The file is small, holds something in every table, and is never written again after its schema was released.
"""

import sqlite3
import tempfile
from contextlib import closing
from datetime import date, time, timedelta
from pathlib import Path

from cmstation.domain.calendar import EventKind
from cmstation.domain.calendar_events import CalendarEvent, WholeDay
from cmstation.domain.crops import CropBox
from cmstation.domain.delivery import Attempt, DeliveryState
from cmstation.domain.events import NewEvent
from cmstation.domain.health_days_rules import Span
from cmstation.domain.networks import Network, ScheduledPost
from cmstation.domain.rhythm import Slot
from cmstation.domain.sequences import Member
from cmstation.storage.database import FILE_NAME, Database
from cmstation.storage.events import Events
from cmstation.storage.health_days import HealthDayTable, OwnHealthDay
from cmstation.storage.remote_posts import RemotePostTable
from cmstation.storage.schema import RELEASED
from cmstation.storage.sequences import SequenceTable
from cmstation.storage.slots import SlotTable
from tests.storage.station import NOW, Station, in_hours

FOLDER = Path(__file__).parent / "versions"
PAGE_SIZE = 512


def file_of(revision: str) -> Path:
    """Name the file of a released schema."""
    return FOLDER / f"v{revision}.db"


def fill_every_table(station: Station) -> None:
    """Store a little of everything."""
    site, page = station.account(Network.WORDPRESS, "Site"), station.account(name="Page")
    theme = station.labels.add_theme("Prévention", "info")
    campaign = station.labels.add_campaign("Octobre rose")
    station.labels.add_template("Garde", "Garde du {{date}}", "Le docteur {{nom}} vous reçoit.")
    station.settings.set("language", "fr")
    post = station.posts.add(
        NOW,
        title="Œdème : que faire ?",
        text="L’équipe vous répond.",
        theme=theme.id,
        campaign=campaign.id,
        tags=("santé",),
        accounts=[site.id, page.id],
    )
    station.posts.set_version(post.id, page.id, NOW, text="Réponse courte")
    station.posts.attach(post.id, station.medium().id, NOW, alt_text="Le hall")
    station.posts.set_attachment(post.id, 1, NOW, crops={"instagram": CropBox(0, 0.1, 1, 0.8)})
    station.posts.snapshot(post.id, NOW, "autosave")
    sent = station.in_state(post, site, DeliveryState.SENT)
    station.deliveries.journal_note(sent.id, "media", "12")
    station.deliveries.log(Attempt(sent.id, NOW, "send", "POST a.example", 201, timedelta(seconds=1), "ok"))
    station.in_state(post, page, DeliveryState.UNCERTAIN)
    _fill_calendar(station, theme.id, post.id, site.id)


def _fill_calendar(station: Station, theme: int, post: int, site: int) -> None:
    database, hour = station.database, in_hours(24)
    station.labels.update_theme(theme, wished=40)
    start, end = WholeDay(date(2026, 10, 1)), WholeDay(date(2026, 11, 1))
    content = CalendarEvent("octobre@clinique.example", start, end, "Octobre rose", rules=("FREQ=YEARLY",))
    Events(database).add(NewEvent(EventKind.QUIET, content, theme), NOW)
    seen = ScheduledPost("77", hour.instant, "Portes ouvertes", "Dimanche", "https://a.example/77")
    RemotePostTable(database).replace(site, [seen], NOW)
    SlotTable(database).replace(site, [Slot(site, 0, time(9))])
    SequenceTable(database).add("Don du sang", hour, [Member(post, -7, time(9))], NOW)
    days = HealthDayTable(database)
    days.set_dates("sang", 2026, Span(date(2026, 6, 14), date(2026, 6, 14)))
    days.add_own(OwnHealthDay("portes-ouvertes", "Portes ouvertes", "fixed:10-03", ("maternité",)))
    days.link(post, "sang", 2026)


def write(target: Path) -> None:
    """Write the file of the present schema."""
    with tempfile.TemporaryDirectory() as folder:
        database = Database.in_folder(Path(folder))
        database.open(NOW)
        fill_every_table(Station(database))
        database.close()
        with closing(sqlite3.connect(Path(folder) / FILE_NAME, isolation_level=None)) as made:
            made.execute("PRAGMA journal_mode = DELETE")
            made.execute(f"PRAGMA page_size = {PAGE_SIZE}")
            made.execute("VACUUM INTO ?", (str(target),))


if __name__ == "__main__":
    wanted = file_of(RELEASED.head)
    if wanted.exists():
        raise SystemExit(f"{wanted.name} exists: a released schema never changes")
    FOLDER.mkdir(exist_ok=True)
    write(wanted)
