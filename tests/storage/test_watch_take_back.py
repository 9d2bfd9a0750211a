"""Taking back an item that was just added by hand."""

from collections.abc import Callable

import pytest
from sqlalchemy import func, select

from cmstation.domain.errors import NotFound
from cmstation.domain.watch import DecisionKind, StoryFilter
from cmstation.domain.watch_own_items import WorkedOnMeanwhile
from cmstation.storage.database import Database
from cmstation.storage.records_watch import WatchBodyRecord, WatchGoneRecord, WatchMembershipRecord
from cmstation.storage.watch_board import WatchBoard
from cmstation.storage.watch_marks import WatchMarks
from cmstation.storage.watch_stories import WatchStories
from cmstation.storage.watch_take_back import WatchTakeBack
from tests.storage.station import NOW
from tests.storage.watch_shelf import Shelf

Deed = Callable[[Database, int], object]


@pytest.fixture
def shelf(database: Database) -> Shelf:
    return Shelf(database)


def left(database: Database) -> tuple[int, ...]:
    """Count what is stored of items beside the items themselves, and what is remembered of those gone."""
    tables = (WatchBodyRecord, WatchMembershipRecord, WatchGoneRecord)
    with database.sessions.begin() as session:
        return tuple(
            session.execute(select(func.count()).select_from(table)).scalar_one() for table in tables
        )


def test_an_item_goes_with_its_story_its_text_and_what_the_search_knows(
    shelf: Shelf, database: Database
) -> None:
    source, list_ = shelf.source(), shelf.list()
    stays = shelf.item(source, "La grippe arrive", "vaccin", lists=[list_])
    goes = shelf.item(source, "La grippe repart", "vaccin", lists=[list_])
    stories = WatchStories(database)

    assert WatchTakeBack(database).take_back(goes)

    assert stories.keys(StoryFilter()) == (stays,)
    assert stories.keys(StoryFilter(words="vaccin")) == (stays,)
    assert stories.keys(StoryFilter(words="repart")) == ()
    assert stories.count(StoryFilter(words="vaccin")) == 1
    assert stories.counts().unread == {list_: 1}
    assert left(database) == (1, 1, 0)
    with pytest.raises(NotFound):
        stories.get(goes)


def test_the_story_stays_with_those_who_tell_it_too(shelf: Shelf, database: Database) -> None:
    source = shelf.source()
    first = shelf.item(source, "Une ouverture", starred=False)
    second = shelf.item(shelf.source("Le Courrier"), "L’ouverture", story=first)

    WatchTakeBack(database).take_back(first)

    (row,) = WatchStories(database).rows(WatchStories(database).keys(StoryFilter()))
    assert (row.item, row.count, row.title) == (second, 1, "L’ouverture")


def test_taking_back_twice_is_fine(shelf: Shelf, database: Database) -> None:
    item, back = shelf.item(shelf.source()), WatchTakeBack(database)

    assert back.take_back(item)
    assert not back.take_back(item)


DEEDS: dict[str, Deed] = {
    "a star": lambda database, item: WatchMarks(database).star(item, True),
    "a tag": lambda database, item: WatchMarks(database).tag(item, ["à garder"]),
    "another note": lambda database, item: WatchMarks(database).note(item, "En parler."),
    "a decision": lambda database, item: WatchMarks(database).decide(item, DecisionKind.REVIEW, NOW, ""),
    "a question": lambda database, item: WatchBoard(database).ask(item, "Est-ce juste ?", NOW),
}


@pytest.mark.parametrize("deed", DEEDS)
def test_what_was_worked_on_since_stays_as_it_is(shelf: Shelf, database: Database, deed: str) -> None:
    item = shelf.item(shelf.source(), text="vaccin")
    WatchMarks(database).note(item, "Mon résumé")
    DEEDS[deed](database, item)
    before = WatchStories(database).get(item)

    with pytest.raises(WorkedOnMeanwhile):
        WatchTakeBack(database).take_back(item, note="Mon résumé")

    assert WatchStories(database).get(item) == before
    assert WatchStories(database).keys(StoryFilter(words="vaccin")) == (item,)


def test_reading_it_its_own_note_and_a_decision_that_was_undone_do_not_keep_it(
    shelf: Shelf, database: Database
) -> None:
    item, marks = shelf.item(shelf.source()), WatchMarks(database)
    marks.note(item, "Mon résumé")
    marks.set_read([item], True, NOW)
    marks.undo_decision(marks.decide(item, DecisionKind.LATER, NOW, "Camille"), NOW)

    assert WatchTakeBack(database).take_back(item, note="Mon résumé")

    assert WatchStories(database).keys(StoryFilter()) == ()
