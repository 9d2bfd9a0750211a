"""No bad item takes others with it, no fault of the disk takes what was stored, whatever comes."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cmstation.domain.errors import AlreadyOpen, DiskFull, FolderNotWritable, StationError
from cmstation.domain.watch_storing import (
    arrival,
    guid_hash,
)
from cmstation.storage import watch_ingest
from cmstation.storage.database import Database
from cmstation.storage.engines import make_engine
from tests.storage.station import DAY, HOUR, NOW
from tests.storage.watch_arrivals import SameTitle, Watch, Words, new_item


@pytest.fixture
def watch(database: Database) -> Watch:
    return Watch(database)


@pytest.fixture
def file_watch(tmp_path: Path) -> Iterator[Watch]:
    """Give a watch in a file, for what only a file can do."""
    opened = Database.in_folder(tmp_path)
    opened.open(NOW)
    yield Watch(opened)
    opened.close()


# --- what is bad, what goes wrong ---


def test_an_item_of_a_source_that_is_gone_is_refused_alone(watch: Watch) -> None:
    good = new_item(watch.source())

    done = watch.store(new_item(4_711), good)

    assert (len(done.new), done.refused) == (1, 1)


def test_an_item_with_a_naive_time_is_refused_alone(watch: Watch) -> None:
    source = watch.source()
    naive = new_item(source, published=datetime(2026, 3, 1, 8))  # noqa: DTZ001 - that is the point

    done = watch.store(naive, new_item(source))

    assert (len(done.new), done.refused) == (1, 1)
    watch.assert_sound()


def test_what_no_database_can_hold_is_replaced(watch: Watch) -> None:
    source = watch.source()
    items = [new_item(source, "a\x00b"), new_item(source, "c\ud800d"), new_item(source, "Bien")]

    done = watch.store(*items)

    assert (len(done.new), done.refused) == (3, 0)
    assert watch.rows("SELECT title FROM watch_items ORDER BY id") == [
        ("a\ufffdb",),
        ("c\ufffdd",),
        ("Bien",),
    ]
    assert watch.store(*items).unchanged == 3


def test_a_row_that_the_database_refuses_takes_no_other_with_it(watch: Watch) -> None:
    grouper = watch.grouper = SameTitle()
    source = watch.source()
    items = [new_item(source, f"Titre {number}") for number in range(20)]
    items[13] = replace(items[13], fingerprint=cast("bytes", None))

    done = watch.store(*items)

    assert (len(done.new), done.refused) == (19, 1)
    assert grouper.forgotten
    assert watch.rows("SELECT COUNT(*) FROM watch_items") == [(19,)]
    watch.assert_sound()


def test_an_item_of_the_future_is_of_now(watch: Watch) -> None:
    watch.store(new_item(watch.source(), published=NOW + 400 * DAY))

    (row,) = watch.rows("SELECT moment FROM watch_items")

    assert row[0] == round(NOW.timestamp() * 1_000_000)


def test_dates_at_both_ends_of_time_are_stored(watch: Watch) -> None:
    source = watch.source()
    dates = [datetime.min.replace(tzinfo=NOW.tzinfo), datetime.max.replace(tzinfo=NOW.tzinfo), None]

    done = watch.store(*(new_item(source, published=at) for at in dates))

    assert (len(done.new), done.refused) == (3, 0)


def test_what_was_stored_before_the_database_failed_stays(
    file_watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    watch = file_watch
    monkeypatch.setattr(watch_ingest, "MOST_ITEMS_AT_ONCE", 10)
    source = watch.source()
    items = [new_item(source, f"Titre {number}") for number in range(30)]

    class Full:
        def matches_folded(self, source: int, folded: str) -> bool:
            if "25" in folded.split():
                raise StationError(folder="x")
            return True

    list_ = watch.lists.add("Tout", sources=[source]).id
    with pytest.raises(StationError):
        watch.ingest.store([arrival(one) for one in items], NOW, matchers={list_: Full()})

    assert watch.rows("SELECT COUNT(*) FROM watch_items") == [(20,)]
    done = watch.store(*items)
    assert (len(done.new), done.unchanged) == (10, 20)
    watch.assert_sound()


def test_a_database_that_somebody_holds_is_told_as_such(file_watch: Watch) -> None:
    watch, item = file_watch, new_item(file_watch.source())
    assert watch.database.file is not None
    other = make_engine(f"sqlite:///{watch.database.file}")
    watch.database.engine.dispose()
    with other.connect() as holding:
        holding.exec_driver_sql("ROLLBACK")
        holding.exec_driver_sql("BEGIN IMMEDIATE")
        with watch.database.engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA busy_timeout = 1")
        with pytest.raises(AlreadyOpen):
            watch.store(item)
    other.dispose()
    assert len(watch.store(item).new) == 1


def test_a_full_disk_is_told_as_such_and_what_was_stored_stays(
    file_watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    watch = file_watch
    monkeypatch.setattr(watch_ingest, "MOST_ITEMS_AT_ONCE", 10)
    source = watch.source()
    items = [new_item(source, f"Titre {number}", "mot " * 2_000) for number in range(60)]
    with watch.database.engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 150}")

    with pytest.raises(DiskFull):
        watch.store(*items)

    with watch.database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 100000")
    ((before,),) = watch.rows("SELECT COUNT(*) FROM watch_items")
    assert 0 < before < 60
    assert before % 10 == 0
    done = watch.store(*items)
    assert (len(done.new), done.unchanged, done.refused) == (60 - before, before, 0)
    watch.assert_sound()


def test_a_folder_that_cannot_be_written_is_told_as_such(file_watch: Watch) -> None:
    watch, item = file_watch, new_item(file_watch.source())
    with watch.database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA query_only = ON")

    with pytest.raises(FolderNotWritable):
        watch.store(item)

    assert watch.rows("SELECT COUNT(*) FROM watch_items") == [(0,)]


def test_a_batch_is_cut_into_short_transactions(file_watch: Watch, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watch_ingest, "MOST_LETTERS_AT_ONCE", 100)
    source = file_watch.source()

    done = file_watch.store(*(new_item(source, words="mot " * 40) for _number in range(7)))

    assert len(done.new) == 7
    file_watch.assert_sound()


def test_the_search_settles_in_short_steps(file_watch: Watch) -> None:
    source = file_watch.source()
    for number in range(12):
        file_watch.store(new_item(source, f"Titre {number}", f"mot{number} commun"))

    while file_watch.ingest.settle(1):
        continue

    assert len(file_watch.found("commun")) == 12
    assert len(file_watch.found("mot7")) == 1
    file_watch.assert_sound()


# --- all of it, by chance ---

WORDS = st.lists(st.sampled_from(["grippe", "cancer", "greffe", "œdème"]), min_size=1, max_size=4)
ENTRIES = st.tuples(st.integers(0, 2), st.integers(0, 3), st.integers(0, 4), WORDS)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(ENTRIES, max_size=8), max_size=6))
def test_whatever_comes_is_stored_once_and_stays_in_step(
    file_watch: Watch, answers: list[list[tuple[int, int, int, list[str]]]]
) -> None:
    watch = file_watch
    watch.run("DELETE FROM watch_gone")
    sources = [watch.source() for _number in range(3)]
    list_ = watch.lists.add("Grippe", sources=sources[:2]).id
    watch.matchers, watch.grouper = {list_: Words("grippe")}, SameTitle()
    keys: set[tuple[int, str]] = set()

    for number, answer in enumerate(answers):
        items = [
            new_item(
                sources[source],
                words[0],
                " ".join(words),
                guid=f"{guid}",
                link=f"https://a.example/{sources[0]}/{address}/{guid}",
                published=NOW - HOUR * number - timedelta(minutes=guid),
            )
            for source, guid, address, words in answer
        ]
        keys |= {(item.source, item.guid) for item in items}
        done = watch.store(*items)
        assert len(done.new) + len(done.changed) + done.unchanged + done.refused == len(items)

    stored = watch.rows(
        "SELECT source_id, guid_hash FROM watch_items WHERE source_id >= :first", first=sources[0]
    )
    assert {(source, guid) for source, guid in stored} == {(source, guid_hash(guid)) for source, guid in keys}
    shown = watch.rows(
        "SELECT i.id FROM watch_items AS i JOIN watch_bodies AS b ON b.item_id = i.id"
        " WHERE i.source_id IN (:a, :b) AND b.folded LIKE '%grippe%'",
        a=sources[0],
        b=sources[1],
    )
    assert watch.members(list_) == {row[0] for row in shown}
    watch.assert_sound()
