"""The search of the watch finds beginnings of words, and forgets what changed or went."""

import pytest

from cmstation.storage import watch_search
from cmstation.storage.database import Database
from tests.storage.watch_arrivals import Watch, new_item


@pytest.fixture
def watch(database: Database) -> Watch:
    return Watch(database)


def test_every_word_begins_some_word_of_title_or_text(watch: Watch) -> None:
    source = watch.source()
    first = watch.one(new_item(source, "Œdème de Quincke", "L’équipe répond à l’hôpital"))
    second = watch.one(new_item(source, "Grippe", "Les équipements de l’hôpital"))

    found = {words: watch.found(words) for words in ("equip hop", "ŒDÈME", "oede équip", "qui", "l a", "uip")}

    assert found == {
        "equip hop": {first, second},
        "ŒDÈME": {first},
        "oede équip": {first},
        "qui": {first},
        "l a": {first},
        "uip": set(),
    }


def test_words_of_a_query_are_no_operators(watch: Watch) -> None:
    source = watch.source()
    watch.one(new_item(source, "Grippe", "ou cancer"))

    assert watch.found('NOT "grippe') == set()
    assert len(watch.found("grippe ou")) == 1
    assert len(watch.found("grippe' & (ou | :*")) == 1


def test_a_very_long_word_and_a_very_long_text_are_stored_and_found(watch: Watch) -> None:
    source = watch.source()
    item = new_item(source, "Long", "")
    long = " ".join(["x" * 5_000, *(f"mot{number}" for number in range(60_000))])

    watch.store(new_item(source, "Long", "", folded=f"long\n{long}"))

    assert watch.found("long mot1") != set()
    assert item.folded == "long\n"


def test_what_is_taken_out_is_not_found_and_may_be_put_back(watch: Watch) -> None:
    source = watch.source()
    ids = watch.store(*(new_item(source, f"Grippe {number}") for number in range(1_100))).new

    with watch.database.sessions.begin() as session:
        watch_search.unindex(session.connection(), ids[:600])
        if watch.database.file is None:
            session.connection().exec_driver_sql("DELETE FROM watch_search WHERE item_id <= %s", (ids[599],))
    assert watch.found("grippe") == set(ids[600:])
    with watch.database.sessions.begin() as session:
        watch_search.index(session.connection(), ids[:600])

    assert watch.found("grippe") == set(ids)
    watch.assert_sound()
