"""Five thousand pictures do not hold the window up."""

import hashlib
import io
from collections.abc import Callable
from datetime import timedelta

from PIL import Image
from pytestqt.qtbot import QtBot

from cmstation.services.station import Station
from cmstation.storage.records import Record
from cmstation.ui.commands import Commands
from cmstation.ui.icons import Icons
from cmstation.ui.library.tab import LibraryTab
from cmstation.ui.library.thumbnails import STORED_SIDE
from cmstation.ui.theme.theme import Theme
from tests.ui.calendar.loop_turns import measured_turns
from tests.ui.conftest import NOW

PICTURES = 5_000
# Coarse on purpose: machines differ.
MOST_MS = 200.0


def fill(station: Station) -> None:
    """Add pictures whose thumbnails were made before."""
    folder = station.folder / "thumbnails"
    folder.mkdir(exist_ok=True)
    kept = io.BytesIO()
    Image.effect_noise((STORED_SIDE, 320), 60).convert("RGB").save(kept, "JPEG", quality=85)
    digests = [hashlib.sha256(str(number).encode()).hexdigest() for number in range(PICTURES)]
    first = folder / f"{digests[0]}-{STORED_SIDE}"
    first.write_bytes(kept.getvalue())
    for digest in digests[1:]:
        (folder / f"{digest}-{STORED_SIDE}").hardlink_to(first)
    rows = [
        {
            "digest": digest,
            "file_name": f"photo-{number}.jpg",
            "mime": "image/jpeg",
            "bytes": 2_400_000,
            "width": 1600,
            "height": 1067,
            "alt_text": "Une photo" if number % 3 else "",
            "decorative": False,
            "had": ["exif", "gps"],
            "terms": f" photo {number}",
            "added_at": NOW - timedelta(minutes=number),
        }
        for number, digest in enumerate(digests)
    ]
    with station.database.sessions.begin() as session:
        session.execute(Record.metadata.tables["media"].insert(), rows)


def test_opening_scrolling_and_searching_five_thousand_pictures_keeps_the_loop_turning(
    qtbot: QtBot,
    theme: Theme,
    icons: Icons,
    station: Station,
    commands: Commands,
    settled: Callable[[], None],
) -> None:
    fill(station)
    tab = LibraryTab(theme, icons)
    qtbot.addWidget(tab)
    tab.resize(1920, 980)
    tab.show()
    qtbot.wait(50)

    with measured_turns() as turns:
        tab.attach(station, commands)
        settled()
        bar = tab.grid.verticalScrollBar()
        for share in (0.2, 0.9, 0.5, 1.0):
            bar.setValue(round(bar.maximum() * share))
            qtbot.wait(30)
            settled()
        tab.bar.search.setText("4999")
        tab.bar.filter_changed.emit()
        settled()

    assert len(turns) > 50
    assert tab.grid.media.rowCount() == 1
    slowest = sorted(turns)[-6:]
    assert slowest[-3] < MOST_MS, slowest


def test_only_visible_pictures_are_brought(
    qtbot: QtBot,
    theme: Theme,
    icons: Icons,
    station: Station,
    commands: Commands,
    settled: Callable[[], None],
) -> None:
    fill(station)
    tab = LibraryTab(theme, icons)
    qtbot.addWidget(tab)
    tab.resize(1366, 660)
    tab.show()

    tab.attach(station, commands)
    settled()
    qtbot.waitUntil(lambda: tab.grid.media.rowCount() == PICTURES + 5)
    settled()

    everything = tab.grid.media.between(0, PICTURES)
    brought = sum(tab.grid.media.has_picture(item.digest) for item in everything)
    assert 10 <= brought <= 60
