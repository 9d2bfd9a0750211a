"""Items of the watch are stored once, whatever their feeds do, and no bad one takes others with it."""

from dataclasses import replace

import pytest

from cmstation.domain.feeds import ParsedItem
from cmstation.domain.watch import NewItem
from cmstation.domain.watch_storing import (
    GONE,
    Arrival,
    arrival,
    entry_hash,
    guid_hash,
)
from cmstation.storage.database import Database
from tests.storage.station import DAY, NOW
from tests.storage.watch_arrivals import Watch, Words, new_item


@pytest.fixture
def watch(database: Database) -> Watch:
    return Watch(database)


def other_words(item: NewItem, words: str) -> NewItem:
    """Change the text of an item."""
    folded = f"{item.folded.splitlines()[0]}\n{words.lower()}"
    return replace(item, html=f"<p>{words}</p>", folded=folded)


# --- once ---


def test_a_new_item_is_stored_with_everything_that_was_said(watch: Watch) -> None:
    source = watch.source()
    item = new_item(source, "Œdème : le point", author="Léa", media="https://a.example/son.mp3", origin="AFP")

    done = watch.store(item)

    assert (len(done.new), done.changed, done.unchanged, done.refused) == (1, (), 0, 0)
    assert done.stories == frozenset(done.new)
    (row,) = watch.rows("SELECT title, link, author, media, origin, starred, kept, note FROM watch_items")
    assert row == ("Œdème : le point", item.link, "Léa", "https://a.example/son.mp3", "AFP", 0, 0, "")
    assert watch.rows("SELECT html, folded FROM watch_bodies") == [(item.html, item.folded)]
    assert watch.rows("SELECT best_id, count, unread FROM watch_stories") == [(done.new[0], 1, 1)]
    watch.assert_sound()


def test_the_same_item_is_not_stored_twice(watch: Watch) -> None:
    item = new_item(watch.source())
    watch.store(item)

    done = watch.store(item)

    assert (done.new, done.changed, done.unchanged) == ((), (), 1)
    assert watch.rows("SELECT COUNT(*) FROM watch_items") == [(1,)]


def test_an_entry_that_comes_twice_in_one_answer_is_stored_once(watch: Watch) -> None:
    item = new_item(watch.source())

    done = watch.store(item, other_words(item, "Tout autre chose"))

    assert (len(done.new), done.unchanged) == (1, 1)
    assert watch.rows("SELECT html FROM watch_bodies") == [(item.html,)]


def test_two_sources_may_use_the_same_guid(watch: Watch) -> None:
    first, second = new_item(watch.source(), guid="1"), new_item(watch.source(), guid="1")

    done = watch.store(first, second)

    assert len(done.new) == 2
    assert len(done.stories) == 2


def test_what_is_known_is_told_before_anything_is_cleaned(watch: Watch) -> None:
    source = watch.source()
    entry = ParsedItem("Titre", "https://a.example/1", "1", NOW, "<p>Texte</p>")
    stored = Arrival(new_item(source, guid=entry.id), guid_hash(entry.id), entry_hash(entry))
    watch.store(stored)
    other = guid_hash("2")

    known = watch.ingest.known({source: [guid_hash(entry.id), other], source + 1: [guid_hash(entry.id)]})

    assert known == {(source, guid_hash("1")): entry_hash(entry)}
    assert entry_hash(entry) == entry_hash(replace(entry, published=NOW + DAY))
    assert entry_hash(entry) != entry_hash(replace(entry, summary="<p>Autre</p>"))


def test_hundreds_of_entries_are_known_at_once(watch: Watch) -> None:
    source = watch.source()
    items = [new_item(source, f"Titre {number}") for number in range(1_203)]
    watch.store(*items)

    known = watch.ingest.known({source: [guid_hash(item.guid) for item in items]})

    assert len(known) == 1_203
    watch.assert_sound()


def test_what_was_cleared_away_does_not_come_back(watch: Watch) -> None:
    item = new_item(watch.source())
    name = guid_hash(item.guid)
    watch.run("INSERT INTO watch_gone (source_id, guid_hash) VALUES (:s, :g)", s=item.source, g=name)

    done = watch.store(item)

    assert (done.new, done.unchanged) == ((), 1)
    assert watch.ingest.known({item.source: [name]}) == {(item.source, name): GONE}


# --- changes ---


def test_a_changed_item_gets_its_new_words_and_keeps_its_marks(watch: Watch) -> None:
    item = new_item(watch.source(), "Grippe", "Le vaccin arrive")
    id_ = watch.one(item)
    watch.run("UPDATE watch_items SET read_at = seen_at, starred = (1 = 1), note = 'à voir', kept = (1 = 1)")
    watch.run("UPDATE watch_stories SET unread = 0, starred = (1 = 1)")

    done = watch.store(other_words(replace(item, title="Grippe : retard"), "Le vaccin tarde"))

    assert (done.new, done.changed) == ((), (id_,))
    rows = watch.rows("SELECT title, note, starred FROM watch_items WHERE read_at IS NOT NULL")
    assert rows == [("Grippe : retard", "à voir", 1)]
    assert watch.rows("SELECT html FROM watch_bodies") == [("<p>Le vaccin tarde</p>",)]
    assert watch.rows("SELECT unread, starred FROM watch_stories") == [(0, 1)]
    assert (watch.found("arrive"), watch.found("tarde")) == (set(), {id_})
    watch.assert_sound()


def test_a_change_that_nobody_sees_in_the_words_leaves_the_search_alone(watch: Watch) -> None:
    item = new_item(watch.source(), words="Le vaccin arrive")
    id_ = watch.one(item)

    done = watch.store(replace(item, html='<p class="lead">Le vaccin arrive</p>'))

    assert done.changed == (id_,)
    assert watch.found("vaccin") == {id_}
    watch.assert_sound()


def test_a_changed_item_moves_between_lists_by_their_rules(watch: Watch) -> None:
    source = watch.source()
    flu, cancer = (
        watch.lists.add("Grippe", sources=[source]).id,
        watch.lists.add("Cancer", sources=[source]).id,
    )
    watch.matchers = {flu: Words("grippe"), cancer: Words("cancer")}
    item = new_item(source, words="La grippe")
    id_ = watch.one(item)
    assert (watch.members(flu), watch.members(cancer)) == ({id_}, set())

    watch.store(other_words(item, "Le cancer"))

    assert (watch.members(flu), watch.members(cancer)) == (set(), {id_})


def test_a_later_date_of_a_stored_item_does_not_move_it(watch: Watch) -> None:
    item = new_item(watch.source())
    watch.store(item)
    before = watch.rows("SELECT moment FROM watch_stories")

    watch.store(other_words(replace(item, published=NOW), "Corrigé"))

    assert watch.rows("SELECT moment FROM watch_stories") == before


# --- GUIDs that change ---


def test_a_feed_that_invents_its_guids_anew_gives_no_double(watch: Watch) -> None:
    item = new_item(watch.source())
    watch.store(item)
    again = replace(item, guid="another")

    done = watch.store(again)

    assert (done.new, done.changed, done.unchanged) == ((), (), 1)
    known = watch.ingest.known({item.source: [guid_hash("another")]})
    assert known == {(item.source, guid_hash("another")): arrival(item).content_hash}


def test_another_guid_and_other_words_are_a_change_when_title_date_and_address_are_the_same(
    watch: Watch,
) -> None:
    item = new_item(watch.source())
    id_ = watch.one(item)

    done = watch.store(other_words(replace(item, guid="another"), "Mis à jour"))

    assert (done.new, done.changed) == ((), (id_,))


def test_items_that_share_one_page_are_not_taken_for_each_other(watch: Watch) -> None:
    source, page = watch.source(), "https://a.example/alertes"
    first = new_item(source, "Alerte", "Lot A", link=page, published=NOW - 2 * DAY)
    second = new_item(source, "Alerte", "Lot B", link=page, published=NOW - DAY)
    third = new_item(source, "Émission du soir", "Lot C", link=page)

    done = watch.store(first, second, third)

    assert len(done.new) == 3
    assert {row[0] for row in watch.rows("SELECT html FROM watch_bodies")} == {
        first.html,
        second.html,
        third.html,
    }


def test_hundreds_of_items_at_one_page_are_all_stored(watch: Watch) -> None:
    source, page = watch.source(), "https://a.example/podcast"

    done = watch.store(*(new_item(source, f"Épisode {n}", f"Numéro {n}", link=page) for n in range(300)))
    later = watch.store(*(new_item(source, f"Suite {n}", f"Suite {n}", link=page) for n in range(5)))

    assert (len(done.new), len(later.new)) == (300, 5)
