"""Write the database file of the present schema: `python -m tests.storage.make_version`, once per release.

The file is small, holds something in every table, and is never written again after its schema was released.
"""

import sqlite3
import tempfile
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from cmstation.domain.crops import CropBox
from cmstation.domain.delivery import Attempt, DeliveryState
from cmstation.domain.networks import Network
from cmstation.storage.database import FILE_NAME, Database
from cmstation.storage.schema import RELEASED
from tests.storage.station import NOW, Station

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
