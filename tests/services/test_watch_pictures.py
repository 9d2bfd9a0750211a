"""What is shown of an item: its text made readable, and its pictures on wish."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from cmstation.domain.errors import NotFound
from cmstation.domain.media_errors import PictureError
from cmstation.domain.watch_networks import SourceUnread
from cmstation.services.watch_doors import NoPictures
from cmstation.services.watch_pictures import WatchPictures
from cmstation.services.watch_reading import ReadingTables, WatchReading
from cmstation.storage.watch_ingest import WatchIngest
from cmstation.storage.watch_marks import WatchMarks
from cmstation.storage.watch_retention import WatchRetention
from cmstation.storage.watch_saved import SavedSearches
from cmstation.storage.watch_sources import WatchSources
from cmstation.storage.watch_stories import WatchStories
from tests.services.watch_bench import WatchBench, watch_bench

NOW = datetime(2026, 10, 13, 7, 0, tzinfo=UTC)


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[WatchBench]:
    made = watch_bench(tmp_path / "clinic", NOW)
    yield made
    made.station.close()


@dataclass
class Web:
    """Gives the same file for every address."""

    file: bytes
    asked: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])

    def fetch(self, address: str, home: str = "") -> bytes:
        self.asked.append((address, home))
        return self.file

    def stop(self) -> None: ...


def png() -> bytes:
    stream = BytesIO()
    Image.new("RGB", (900, 300), (1, 2, 3)).save(stream, "PNG")
    return stream.getvalue()


def pictures(bench: WatchBench, web: Web | NoPictures) -> WatchPictures:
    database = bench.station.database
    return WatchPictures(WatchStories(database), WatchSources(database), web)


class Marking:
    """Cleans in a way that can be seen."""

    def clean(self, html: str, base: str = "") -> str:
        return f"cleaned {html} of {base}"

    def text(self, html: str) -> str:
        return html


def reading(bench: WatchBench) -> WatchReading:
    database = bench.station.database
    tables = ReadingTables(
        WatchStories(database),
        WatchMarks(database),
        SavedSearches(database),
        WatchIngest(database),
        WatchRetention(database),
    )
    own = bench.station.watch_reading._own  # pyright: ignore[reportPrivateUsage]
    return WatchReading(tables, bench.station.watch_lists, own, bench.clock, Marking())


def test_whatever_way_an_item_is_read_its_text_was_cleaned_with_its_own_address(bench: WatchBench) -> None:
    stored = WatchStories(bench.station.database).get(bench.item("Un", "Le texte.").id)
    read, cleaned = reading(bench), f"cleaned {stored.html} of {stored.link}"

    ways = (
        read.item(stored.id),
        *read.story(stored.story),
        read.star(stored.id, True).value,
        read.tag(stored.id, ["a"]).value,
        read.note(stored.id, "b").value,
    )

    assert stored.html
    assert {one.html for one in ways} == {cleaned}
    assert {one.text for one in ways} == {stored.text}


def test_a_picture_comes_as_wide_as_the_screen_needs_and_its_source_is_its_home(bench: WatchBench) -> None:
    item, web = bench.item("Un"), Web(png())

    made = pictures(bench, web).load(item.id, "https://a.example/i.png", 600)

    assert (made.width, made.height) == (600, 200)
    assert web.asked == [("https://a.example/i.png", "https://gazette.example/feed")]


def test_what_is_no_picture_of_no_item_or_offline_is_refused(bench: WatchBench) -> None:
    item = bench.item("Un")

    with pytest.raises(PictureError):
        pictures(bench, Web(b"<svg/>")).load(item.id, "https://a.example/i.svg", 600)
    with pytest.raises(SourceUnread):
        pictures(bench, NoPictures()).load(item.id, "https://a.example/i.png", 600)
    with pytest.raises(NotFound):
        pictures(bench, Web(png())).load(item.id + 99, "https://a.example/i.png", 600)
