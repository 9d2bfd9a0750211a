"""Undoing what was added to the watch by hand."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from cmstation.domain.changes import Changes
from cmstation.domain.watch import DecisionKind, StoryFilter
from cmstation.domain.watch_own_items import WorkedOnMeanwhile
from cmstation.domain.web_pages import WebPage
from cmstation.networks.watch_doors import LateCleaner
from cmstation.services.watch_own_items import OwnItems, OwnItemTables
from cmstation.services.watch_refresh_stories import StoryMemory
from cmstation.storage.watch_ingest import WatchIngest
from cmstation.storage.watch_marks import WatchMarks
from cmstation.storage.watch_stories import WatchStories
from cmstation.storage.watch_take_back import WatchTakeBack
from tests.services.watch_bench import Pages, WatchBench, undone, watch_bench

NOW = datetime(2026, 10, 13, 7, 0, tzinfo=UTC)
PAGE = "https://blog.example/article"


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[WatchBench]:
    made = watch_bench(tmp_path / "clinic", NOW)
    made.world.pages[PAGE] = WebPage(PAGE, "La grippe arrive", "<p>Un vaccin.</p>", "Le blog")
    yield made
    made.station.close()


@pytest.fixture
def own(bench: WatchBench) -> OwnItems:
    station = bench.station
    database = station.database
    ingest = WatchIngest(database)
    tables = OwnItemTables(
        ingest,
        WatchStories(database),
        WatchMarks(database),
        station.watch_sources.paper,
        station.watch_lists.matchers,
        lambda: StoryMemory.of_last_days(ingest, NOW),
        WatchTakeBack(database),
    )
    pages, zone = Pages(bench.world), station.preferences.zone
    return OwnItems(tables, station.library, pages, LateCleaner(), bench.clock, zone)


def test_an_article_of_the_press_is_taken_back_with_its_summary(bench: WatchBench, own: OwnItems) -> None:
    done = own.add_paper("La grippe", "Le Val", date(2026, 10, 12), "Un vaccin.", summary="À relayer.")
    assert bench.titles(StoryFilter(words="vaccin")) == ["La grippe"]

    assert done.undo is not None
    assert done.undo() == Changes(watch=True)

    assert bench.titles() == []
    assert bench.titles(StoryFilter(words="vaccin")) == []
    undone(done)  # once more changes nothing


def test_a_page_that_was_taken_back_can_be_added_again(bench: WatchBench, own: OwnItems) -> None:
    undone(own.add_page(PAGE))
    assert bench.titles() == []

    own.add_page(PAGE)

    assert bench.titles(StoryFilter(words="vaccin")) == ["La grippe arrive"]


def test_a_page_that_was_there_before_is_not_taken_back(own: OwnItems) -> None:
    own.add_page(PAGE)

    assert own.add_page(PAGE).undo is None


def test_what_was_decided_meanwhile_stays_and_says_so(bench: WatchBench, own: OwnItems) -> None:
    done = own.add_paper("La grippe", "Le Val", None, "Un vaccin.")
    bench.station.watch_morning.decide(done.value.story, DecisionKind.REVIEW)

    with pytest.raises(WorkedOnMeanwhile):
        undone(done)

    assert bench.titles() == ["La grippe"]
