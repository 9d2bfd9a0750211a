"""Press reviews: what was kept for the next one, and those that were made."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from cmstation.domain.errors import NotFound
from cmstation.domain.press_review import PressReview, ReviewEntry
from cmstation.domain.watch import DecisionKind
from cmstation.storage.database import Database
from cmstation.storage.press_reviews import PressReviews
from cmstation.storage.records_watch import PressReviewItemRecord, WatchItemRecord
from cmstation.storage.watch_clearing import clear_items
from cmstation.storage.watch_marks import WatchMarks
from tests.domain.review_samples import FIRST, LAST, MADE
from tests.storage.station import DAY, HOUR, NOW
from tests.storage.watch_shelf import Shelf

WEEK = NOW - 3 * DAY, NOW + 4 * DAY


@pytest.fixture
def shelf(database: Database) -> Shelf:
    return Shelf(database)


@pytest.fixture
def marks(database: Database) -> WatchMarks:
    return WatchMarks(database)


@pytest.fixture
def reviews(database: Database) -> PressReviews:
    return PressReviews(database)


def review_of(*items: int, **fields: object) -> PressReview:
    entries = tuple(
        ReviewEntry(item, "Éthique", f"Titre {item}", "La Gazette", position=place)
        for place, item in enumerate(items)
    )
    bare = PressReview(0, "", FIRST, LAST, MADE, entries)
    return replace(bare, **fields)  # pyright: ignore[reportArgumentType]


def kept(database: Database, item: int) -> bool:
    with database.readers.begin() as session:
        return session.scalars(select(WatchItemRecord.kept).where(WatchItemRecord.id == item)).one()


# --- what is to be in one ---


def test_what_was_kept_for_the_review_is_chosen_newest_first(
    shelf: Shelf, marks: WatchMarks, reviews: PressReviews
) -> None:
    source = shelf.source()
    old, new, other = (shelf.item(source, at=NOW - days * DAY) for days in (5, 1, 2))
    for item in (old, new):
        marks.decide(item, DecisionKind.REVIEW, NOW, "")
    marks.decide(other, DecisionKind.RELAY, NOW, "")

    assert [one.item.id for one in reviews.chosen(*WEEK)] == [new, old]


def test_only_the_newest_decision_about_a_story_counts(
    shelf: Shelf, marks: WatchMarks, reviews: PressReviews
) -> None:
    source = shelf.source()
    first = shelf.item(source)
    second = shelf.item(source, story=first)
    again = shelf.item(source)
    marks.decide(first, DecisionKind.REVIEW, NOW, "")
    dismissed = marks.decide(second, DecisionKind.DISMISS, NOW + HOUR, "")
    marks.decide(again, DecisionKind.DISMISS, NOW, "")
    marks.decide(again, DecisionKind.REVIEW, NOW, "")

    before = [one.item.id for one in reviews.chosen(*WEEK)]
    marks.undo_decision(dismissed, NOW + 2 * HOUR)
    after = [one.item.id for one in reviews.chosen(*WEEK)]

    assert before == [again]
    assert sorted(after) == [first, again]


def test_a_story_that_was_kept_twice_is_chosen_once(
    shelf: Shelf, marks: WatchMarks, reviews: PressReviews
) -> None:
    source = shelf.source()
    first = shelf.item(source)
    second = shelf.item(source, story=first)
    for item in (first, second, second):
        marks.decide(item, DecisionKind.REVIEW, NOW, "")

    assert [one.item.id for one in reviews.chosen(*WEEK)] == [second]


def test_the_days_are_those_of_the_decision_the_end_not_included(
    shelf: Shelf, marks: WatchMarks, reviews: PressReviews
) -> None:
    source, tick = shelf.source(), timedelta(microseconds=1)
    moments = (WEEK[0] - tick, WEEK[0], WEEK[1] - tick, WEEK[1])
    items = [shelf.item(source, at=NOW - 40 * DAY) for _ in moments]
    for item, moment in zip(items, moments, strict=True):
        marks.decide(item, DecisionKind.REVIEW, moment, "")

    assert sorted(one.item.id for one in reviews.chosen(*WEEK)) == items[1:3]


def test_lists_are_told_in_the_persons_order(shelf: Shelf, marks: WatchMarks, reviews: PressReviews) -> None:
    lists = [shelf.list("Éthique"), shelf.list("Clinique")]
    item = shelf.item(shelf.source(), lists=lists[::-1])
    bare = shelf.item(shelf.source("Autre"), at=NOW - DAY)
    for one in (item, bare):
        marks.decide(one, DecisionKind.REVIEW, NOW, "")

    assert [one.lists for one in reviews.chosen(*WEEK)] == [("Éthique", "Clinique"), ()]


def test_texts_are_those_of_items_that_are_there(shelf: Shelf, reviews: PressReviews) -> None:
    item = shelf.item(shelf.source(), html="<p>Un&nbsp;mot.</p><p>Deux.</p>")

    assert reviews.texts([item, item + 9]) == {item: "Un\u00a0mot.\nDeux."}


def test_hundreds_of_items_are_no_obstacle(shelf: Shelf, reviews: PressReviews) -> None:
    items = shelf.many(shelf.source(), 1_201)

    saved = reviews.save(review_of(*items), NOW)

    assert len(reviews.get(saved.id).entries) == 1_201
    assert len(reviews.texts(items)) == 1_201


# --- reviews ---


def test_a_review_is_kept_and_read_again(shelf: Shelf, reviews: PressReviews) -> None:
    made = review_of(shelf.item(shelf.source()), title="Mars", note="Une note.", licence=True)

    saved = reviews.save(made, NOW)

    assert saved == replace(made, id=saved.id)
    assert reviews.get(saved.id) == saved


def test_a_review_that_changes_stays_the_same_one(
    shelf: Shelf, reviews: PressReviews, database: Database
) -> None:
    source = shelf.source()
    first, second = shelf.item(source), shelf.item(source)
    saved = reviews.save(review_of(first), NOW)

    changed = reviews.save(replace(review_of(second), id=saved.id, title="Nouveau"), NOW + HOUR)

    assert reviews.get(saved.id) == changed
    (row,) = reviews.all()
    assert (row.id, row.title, row.changed_at) == (saved.id, "Nouveau", NOW + HOUR)
    assert (kept(database, first), kept(database, second)) == (False, True)


def test_the_history_shows_the_newest_period_first(shelf: Shelf, reviews: PressReviews) -> None:
    item = shelf.item(shelf.source())
    copy = replace(review_of(item).entries[0], full_text=True)
    older = reviews.save(review_of(first=date(2027, 2, 1), last=date(2027, 2, 7)), NOW)
    newer = reviews.save(review_of(entries=(copy,), licence=True), NOW)

    first, second = reviews.all()

    assert [(first.id, first.articles, first.copies), (second.id, second.articles)] == [
        (newer.id, 1, 1),
        (older.id, 0),
    ]
    assert (second.first, second.last) == (date(2027, 2, 1), date(2027, 2, 7))


def test_reviews_are_found_by_when_they_were_made(reviews: PressReviews) -> None:
    made = [reviews.save(review_of(created_at=MADE + days * DAY), NOW) for days in (0, 1, 2)]

    assert reviews.made(MADE, MADE + 2 * DAY) == tuple(made[:2])


def test_items_of_a_review_are_never_cleared_away(
    shelf: Shelf, reviews: PressReviews, database: Database
) -> None:
    item, loose = shelf.item(shelf.source()), shelf.item(shelf.source())
    saved = reviews.save(review_of(item), NOW)

    with database.sessions.begin() as session:
        cleared = clear_items(session.connection(), [item, loose], remembered=True)
    reviews.remove(saved.id)

    assert cleared == 1
    assert not kept(database, item)


def test_an_item_that_is_gone_is_no_obstacle(shelf: Shelf, reviews: PressReviews, database: Database) -> None:
    item = shelf.item(shelf.source())

    saved = reviews.save(review_of(item, item + 77), NOW)

    assert [entry.item for entry in reviews.get(saved.id).entries] == [item, item + 77]
    with database.readers.begin() as session:
        assert session.scalars(select(PressReviewItemRecord.item_id)).all() == [item]


def test_a_removed_review_comes_back_as_it_was(
    shelf: Shelf, reviews: PressReviews, database: Database
) -> None:
    item = shelf.item(shelf.source())
    saved = reviews.save(review_of(item), NOW)

    before = reviews.remove(saved.id)
    gone = reviews.all()
    for _twice in range(2):
        reviews.bring_back(before, NOW)

    assert (before, gone) == (saved, ())
    assert reviews.get(saved.id) == saved
    assert kept(database, item)
    assert reviews.save(review_of(), NOW).id != saved.id


def test_what_is_not_there_is_told(reviews: PressReviews) -> None:
    with pytest.raises(NotFound):
        reviews.get(9)
    with pytest.raises(NotFound):
        reviews.remove(9)
    with pytest.raises(NotFound):
        reviews.save(review_of(id=9), NOW)
