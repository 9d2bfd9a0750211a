"""Arriving items join the stories that others told, and the lists whose rules they follow."""

import pytest

from cmstation.domain.watch_storing import (
    NO_ADDRESS,
    address_of,
)
from cmstation.storage.database import Database
from cmstation.storage.watch_steps import renew_stories
from tests.storage.station import DAY, NOW
from tests.storage.watch_arrivals import SameTitle, Watch, Words, new_item


@pytest.fixture
def watch(database: Database) -> Watch:
    return Watch(database)


# --- stories ---


def test_another_source_at_the_same_address_tells_the_same_story(watch: Watch) -> None:
    first, second = watch.source(), watch.source()
    told = watch.one(new_item(first, link="https://b.example/article"))

    done = watch.store(new_item(second, "Autre titre", link="https://b.example/article"))

    assert done.stories == {told}
    assert watch.rows("SELECT id, count, unread FROM watch_stories") == [(told, 2, 2)]
    watch.assert_sound()


def test_an_article_that_was_read_is_read_when_another_source_brings_it(watch: Watch) -> None:
    told = watch.one(new_item(watch.source(), link="https://b.example/article"))
    watch.run("UPDATE watch_items SET read_at = seen_at")

    watch.store(new_item(watch.source(), "Autre titre", link="https://b.example/article"))

    assert watch.rows("SELECT id, count, unread FROM watch_stories") == [(told, 2, 0)]
    watch.assert_sound()


def test_home_pages_and_missing_links_join_nothing(watch: Watch) -> None:
    first, second = watch.source(), watch.source()

    done = watch.store(
        *(new_item(source, link=link) for source in (first, second) for link in ("", "https://b.example"))
    )

    assert len(done.stories) == 4
    assert address_of("https://b.example") == address_of("") == NO_ADDRESS
    assert address_of("https://b.example/article") != NO_ADDRESS


def test_the_best_source_of_a_story_is_shown_first(watch: Watch) -> None:
    plain, good = watch.source(), watch.source()
    watch.sources.change(good, standing=3)
    items = [new_item(source, link="https://b.example/article") for source in (plain, good)]

    first, second = watch.store(*items).new

    assert watch.rows("SELECT best_id FROM watch_stories") == [(second,)]
    before = watch.rows("SELECT * FROM watch_stories")
    with watch.database.sessions.begin() as session:
        renew_stories(session.connection(), [first])
    assert watch.rows("SELECT * FROM watch_stories") == before


def test_the_grouper_joins_what_is_told_with_other_addresses(watch: Watch) -> None:
    watch.grouper = SameTitle()
    told = watch.one(new_item(watch.source(), "Greffe"))

    done = watch.store(new_item(watch.source(), "Greffe"), new_item(watch.source(), "Autre"))

    assert told in done.stories
    assert sorted(row[0] for row in watch.rows("SELECT count FROM watch_stories")) == [1, 2]
    watch.assert_sound()


def test_a_story_that_is_no_longer_stored_is_opened_anew(watch: Watch) -> None:
    grouper = watch.grouper = SameTitle({"Greffe": 4_711})

    first, second = watch.store(new_item(watch.source(), "Greffe"), new_item(watch.source(), "Greffe")).new

    assert watch.rows("SELECT id, count FROM watch_stories") == [(first, 2)]
    assert grouper.forgotten == [4_711]
    assert first < second
    watch.assert_sound()


def test_what_was_stored_lately_is_told_to_a_new_grouper(watch: Watch) -> None:
    source = watch.source()
    old = new_item(source, "Ancien", seen_at=NOW - 9 * DAY, published=NOW - 9 * DAY)
    watch.store(old)
    item = new_item(source, "Récent", fingerprint=b"\x01\x02")
    id_ = watch.one(item)

    (told,) = watch.ingest.recent(NOW - DAY)

    assert (told.item, told.story, told.source, told.title) == (id_, id_, source, "Récent")
    assert (told.fingerprint, told.address_hash) == (b"\x01\x02", address_of(item.canonical))


# --- lists ---


def test_a_new_item_is_in_the_lists_of_its_source_whose_rules_it_follows(watch: Watch) -> None:
    source, other = watch.source(), watch.source()
    everything = watch.lists.add("Tout", sources=[source, other]).id
    flu = watch.lists.add("Grippe", sources=[source]).id
    watch.matchers = {flu: Words("grippe")}

    first = watch.one(new_item(source, "La grippe"))
    second = watch.one(new_item(other, "La grippe encore"))

    assert watch.members(everything) == {first, second}
    assert watch.members(flu) == {first}
