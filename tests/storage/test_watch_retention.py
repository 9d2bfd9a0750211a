"""Items go when no list keeps them any longer, and never what somebody wants kept."""

from datetime import datetime, timedelta

import pytest

from cmstation.domain.watch import Retention
from cmstation.domain.watch_storing import guid_hash
from cmstation.storage.database import Database
from cmstation.storage.watch_retention import WatchRetention
from tests.storage.station import DAY, NOW
from tests.storage.watch_arrivals import Watch, new_item

WISHES = [
    "UPDATE watch_items SET starred = (1 = 1)",
    "UPDATE watch_items SET kept = (1 = 1)",
    "UPDATE watch_items SET note = 'à voir'",
    "INSERT INTO watch_tags (item_id, tag) SELECT id, 'congrès' FROM watch_items",
    "INSERT INTO watch_decisions (item_id, kind, at, who) SELECT id, 'dismiss', seen_at, '' FROM watch_items",
    "INSERT INTO watch_opinions (item_id, question, asked_at, asked_by, physician)"
    " SELECT id, '?', seen_at, '', '' FROM watch_items",
]


@pytest.fixture
def watch(database: Database) -> Watch:
    return Watch(database)


def stored(watch: Watch, source: int, days_ago: float, *, read: bool = False, title: str = "Titre") -> int:
    """Store an item that was seen some days ago."""
    at = NOW - timedelta(days=days_ago)
    id_ = watch.one(new_item(source, title, seen_at=at, published=at))
    if read:
        watch.run("UPDATE watch_items SET read_at = seen_at WHERE id = :id", id=id_)
        watch.run("UPDATE watch_stories SET unread = 0 WHERE id = :id", id=id_)
    return id_


def clear(watch: Watch, now: datetime = NOW, most: int = 2_000) -> set[int]:
    """Clear away, and name what is left."""
    WatchRetention(watch.database).clear(now, most)
    watch.assert_sound()
    return {row[0] for row in watch.rows("SELECT id FROM watch_items")}


def test_read_and_unread_items_stay_as_long_as_their_list_says(watch: Watch) -> None:
    source = watch.source()
    watch.lists.add("Grippe", sources=[source], retention=Retention(10, 20))
    young = stored(watch, source, 9, read=True)
    _read = stored(watch, source, 11, read=True)
    unread = stored(watch, source, 11)
    _old = stored(watch, source, 21)

    assert clear(watch) == {young, unread}


def test_an_item_stays_while_one_of_its_lists_keeps_it(watch: Watch) -> None:
    first, second = watch.source(), watch.source()
    watch.lists.add("Courte", sources=[first, second], retention=Retention(5, 5))
    watch.lists.add("Toujours", sources=[second], retention=Retention(None, None))
    stored(watch, first, 6)
    kept = stored(watch, second, 6_000)

    assert clear(watch) == {kept}


def test_items_without_a_list_stay_ninety_days(watch: Watch) -> None:
    source = watch.source()
    young = stored(watch, source, 89)
    stored(watch, source, 91)

    assert clear(watch) == {young}


@pytest.mark.parametrize("wish", WISHES)
def test_what_somebody_wants_kept_stays(watch: Watch, wish: str) -> None:
    item = stored(watch, watch.source(), 1_000, read=True)
    watch.run(wish)

    assert clear(watch) == {item}


def test_the_days_count_from_when_an_item_was_seen(watch: Watch) -> None:
    item = watch.one(new_item(watch.source(), published=NOW - 2_000 * DAY))

    assert clear(watch) == {item}


def test_what_went_is_not_found_and_does_not_come_back(watch: Watch) -> None:
    source = watch.source()
    item = new_item(source, "Grippe", seen_at=NOW - 100 * DAY, published=NOW - 100 * DAY, guid="1")
    watch.store(item)

    assert clear(watch) == set()
    assert watch.found("grippe") == set()
    assert watch.rows("SELECT guid_hash FROM watch_gone") == [(guid_hash("1"),)]
    assert watch.store(item).new == ()


def test_a_story_shrinks_with_its_items_and_goes_with_the_last(watch: Watch) -> None:
    link = "https://b.example/article"
    old, new = NOW - 100 * DAY, NOW
    first = watch.one(new_item(watch.source(), seen_at=old, published=old, link=link))
    second = watch.one(new_item(watch.source(), seen_at=new, published=new, link=link))
    assert watch.rows("SELECT id, best_id, count FROM watch_stories") == [(first, first, 2)]

    assert clear(watch) == {second}
    assert watch.rows("SELECT id, best_id, count FROM watch_stories") == [(first, second, 1)]
    assert clear(watch, NOW + 100 * DAY) == set()
    assert watch.rows("SELECT COUNT(*) FROM watch_stories") == [(0,)]


def test_much_is_cleared_in_several_turns(watch: Watch) -> None:
    source, at = watch.source(), NOW - 100 * DAY
    watch.store(*(new_item(source, f"Titre {n}", seen_at=at, published=at) for n in range(650)))
    retention = WatchRetention(watch.database)

    assert [retention.clear(NOW, 300) for _turn in range(4)] == [300, 300, 50, 0]
    watch.assert_sound()


def test_an_item_starred_meanwhile_stays(watch: Watch) -> None:
    source = watch.source()
    items = [stored(watch, source, 100, title=f"Titre {number}") for number in range(3)]
    watch.run(
        "UPDATE watch_items SET starred = (1 = 1) WHERE id = :id",
        id=items[1],
    )

    assert clear(watch) == {items[1]}
