"""Marks and decisions: stories stay in step, nothing a person did is lost, and undoing is exact."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from cmstation.domain.errors import NotFound
from cmstation.domain.watch import Decision, DecisionKind, Reading, StoryFilter
from cmstation.storage.database import Database
from cmstation.storage.one_transaction import one_transaction
from cmstation.storage.records_watch import (
    WatchDecisionRecord,
    WatchItemRecord,
    WatchSourceRecord,
    WatchStoryRecord,
)
from cmstation.storage.watch_marks import WatchMarks
from cmstation.storage.watch_stories import WatchStories
from tests.storage.station import DAY, HOUR, NOW, Station
from tests.storage.watch_shelf import Shelf

ON_ONE_DATABASE = settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
ITEMS = 6


@dataclass(frozen=True, slots=True)
class Step:
    """Something that a person does; each kind uses what it needs."""

    kind: str
    item: int
    stories: list[int]
    yes: bool
    hour: int
    decision: DecisionKind
    tags: tuple[str, ...]


STEPS = st.lists(
    st.builds(
        Step,
        kind=st.sampled_from(("read", "read_all", "undo_read", "star", "tag", "note", "decide", "undo")),
        item=st.integers(0, ITEMS - 1),
        stories=st.lists(st.integers(0, ITEMS - 1), max_size=3),
        yes=st.booleans(),
        # The hours go back and forth: clocks are set, and colleagues' clocks differ.
        hour=st.integers(0, 5),
        decision=st.sampled_from(DecisionKind),
        tags=st.sampled_from(((), ("a",), ("a", "b"))),
    ),
    max_size=12,
)


@pytest.fixture
def shelf(database: Database) -> Shelf:
    return Shelf(database)


@pytest.fixture
def stories(database: Database) -> WatchStories:
    return WatchStories(database)


@pytest.fixture
def marks(database: Database) -> WatchMarks:
    return WatchMarks(database)


class Recomputed:
    """The rows of stories as they follow from items and decisions, computed without any short cut."""

    def __init__(self, database: Database) -> None:
        with database.readers.begin() as session:
            self.stored = {row.id: _columns(row) for row in session.scalars(select(WatchStoryRecord))}
            items = session.scalars(select(WatchItemRecord)).all()
            decisions = session.scalars(
                select(WatchDecisionRecord).where(WatchDecisionRecord.undone_at.is_(None))
            ).all()
            standing = {row.id: row.standing for row in session.scalars(select(WatchSourceRecord))}
        groups: dict[int, list[WatchItemRecord]] = {}
        for item in items:
            groups.setdefault(item.story_id, []).append(item)
        self.expected = {story: _recomputed(group, decisions, standing) for story, group in groups.items()}


def _columns(row: WatchStoryRecord) -> tuple[object, ...]:
    return row.best_id, row.moment, row.count, row.unread, row.starred, row.decided


def _recomputed(
    group: list[WatchItemRecord], decisions: Sequence[WatchDecisionRecord], standing: dict[int, int]
) -> tuple[object, ...]:
    best = min(group, key=lambda item: (-standing[item.source_id], item.moment, item.id))
    identities = {item.id for item in group}
    about = [one for one in decisions if one.item_id in identities]
    newest = max(about, key=lambda one: (one.at, one.id), default=None)
    return (
        best.id,
        max(item.moment for item in group),
        len(group),
        sum(item.read_at is None for item in group),
        any(item.starred for item in group),
        None if newest is None else newest.kind,
    )


def three_stories(shelf: Shelf) -> list[int]:
    """Make six items of three stories, from two sources of different standing."""
    usual, best = shelf.source("Usuel"), shelf.source("Officiel", standing=1)
    first = shelf.item(usual, at=NOW)
    second = shelf.item(usual, at=NOW + HOUR, read=True)
    third = shelf.item(best, at=NOW + 2 * HOUR)
    more = [
        shelf.item(best, at=NOW + DAY, story=first),
        shelf.item(usual, at=NOW - DAY, story=first, starred=True),
        shelf.item(usual, at=NOW, story=second),
    ]
    return [first, second, third, *more]


def do(marks: WatchMarks, step: Step, items: list[int], decisions: list[int]) -> None:
    """Do one step of a drawn sequence."""
    item, stories, hour = items[step.item], [items[place] for place in step.stories], at(step.hour)
    match step.kind:
        case "read":
            marks.set_read(stories, step.yes, hour)
        case "read_all":
            marks.read_all(StoryFilter(reading=Reading.STARRED if step.yes else Reading.ALL), hour)
        case "undo_read":
            marks.undo_read(stories, hour)
        case "star":
            marks.star(item, step.yes)
        case "tag":
            marks.tag(item, step.tags)
        case "note":
            marks.note(item, "à citer" if step.yes else "")
        case "decide":
            decisions.append(marks.decide(item, step.decision, hour, "Anne"))
        case _:
            for decision in decisions[step.item : step.item + 1]:
                marks.undo_decision(decision, hour)


def at(hour: int) -> datetime:
    """Return an hour of the tests' day."""
    return NOW + hour * HOUR


@ON_ONE_DATABASE
@given(steps=STEPS)
def test_stories_are_in_step_after_any_sequence(database: Database, steps: list[Step]) -> None:
    with one_transaction(database) as joined:
        shelf = Shelf(joined)
        shelf.clear()
        items, decisions = three_stories(shelf), list[int]()

        for step in steps:
            do(WatchMarks(joined), step, items, decisions)
            found = Recomputed(joined)
            assert found.stored == found.expected, step


@ON_ONE_DATABASE
@given(steps=STEPS)
def test_what_a_person_did_something_with_is_kept(database: Database, steps: list[Step]) -> None:
    with one_transaction(database) as joined:
        shelf, marks = Shelf(joined), WatchMarks(joined)
        shelf.clear()
        items, decisions = three_stories(shelf), list[int]()
        marks.star(items[4], True)
        for step in steps:
            do(marks, step, items, decisions)

        for item in items:
            found = WatchStories(joined).get(item)
            expected = found.starred or found.tags or found.note or marks.history(item)
            assert kept(joined, item) == bool(expected)


def kept(database: Database, item: int) -> bool:
    """Tell whether an item is never cleared away."""
    with database.readers.begin() as session:
        return session.scalars(select(WatchItemRecord.kept).where(WatchItemRecord.id == item)).one()


def test_marking_tells_which_stories_changed(shelf: Shelf, marks: WatchMarks) -> None:
    first, second, third, *_more = three_stories(shelf)
    marks.set_read([second], True, NOW)

    read = marks.set_read([third, first, second, third, 10**9], True, NOW + HOUR)
    again = marks.set_read([first, third], True, NOW + HOUR)
    unread = marks.set_read([first], False, NOW + HOUR)

    assert sorted(read) == [first, third]
    assert again == ()
    assert unread == (first,)


def test_reading_all_is_undone_exactly(shelf: Shelf, stories: WatchStories, marks: WatchMarks) -> None:
    source, one, other = shelf.source(), shelf.list(), shelf.list()
    half = shelf.item(source, lists=[one], read=True)
    shelf.item(source, story=half)
    unread, elsewhere = shelf.item(source, lists=[one]), shelf.item(source, lists=[other])
    already = shelf.item(source, lists=[one], read=True)
    before = [stories.items(story) for story in (half, unread, elsewhere, already)]

    changed = marks.read_all(StoryFilter(frozenset({one})), NOW + HOUR)
    between = stories.keys(StoryFilter(reading=Reading.UNREAD))
    marks.undo_read(changed, NOW + HOUR)

    assert sorted(changed) == [half, unread]
    assert between == (elsewhere,)
    assert [stories.items(story) for story in (half, unread, elsewhere, already)] == before


def test_thousands_are_marked_at_once(shelf: Shelf, stories: WatchStories, marks: WatchMarks) -> None:
    items = shelf.many(shelf.source(), 2_100)

    changed = marks.read_all(StoryFilter(), NOW)
    counted = stories.counts().unread_in_all
    marks.undo_read(changed, NOW)

    assert sorted(changed) == list(items)
    assert counted == 0
    assert stories.counts().unread_in_all == 2_100


def test_tags_are_trimmed_sorted_and_replaced(shelf: Shelf, stories: WatchStories, marks: WatchMarks) -> None:
    item = shelf.item(shelf.source())
    marks.tag(item, ["vieux"])

    marks.tag(item, ["  à   relire ", "congrès", "", "  ", "congrès", "a\x00b"])

    assert stories.get(item).tags == ("a�b", "congrès", "à relire")
    assert stories.keys(StoryFilter(tag="à relire")) == (item,)
    assert stories.keys(StoryFilter(tag="vieux")) == ()


def test_history_keeps_every_decision_with_who_and_when(
    station: Station, shelf: Shelf, stories: WatchStories, marks: WatchMarks
) -> None:
    item, other = shelf.item(shelf.source("A")), shelf.item(shelf.source("B"))
    posts = [station.post().id, station.post().id]
    dismissed = marks.decide(item, DecisionKind.DISMISS, NOW, "Anne")
    relayed = marks.decide(item, DecisionKind.RELAY, NOW + HOUR, "Paul", posts)
    marks.decide(other, DecisionKind.REVIEW, NOW + 2 * HOUR, "Anne")

    about = marks.undo_decision(dismissed, NOW + DAY)
    marks.undo_decision(dismissed, NOW + 2 * DAY)

    first, second = marks.history(item)
    assert about == item
    assert (first.id, first.decision, first.undone_at) == (
        dismissed,
        Decision(DecisionKind.DISMISS, NOW, "Anne"),
        NOW + DAY,
    )
    assert (second.id, second.decision, second.undone_at) == (
        relayed,
        Decision(DecisionKind.RELAY, NOW + HOUR, "Paul", tuple(posts)),
        None,
    )
    assert stories.get(item).decision == second.decision
    assert marks.decisions(NOW + HOUR, NOW + 2 * HOUR) == (second,)
    assert [one.item for one in marks.decisions(NOW, NOW + DAY)] == [item, item, other]


def test_undoing_brings_the_decision_before_back(
    shelf: Shelf, stories: WatchStories, marks: WatchMarks
) -> None:
    item = shelf.item(shelf.source())
    marks.decide(item, DecisionKind.LATER, NOW, "Anne")
    newest = marks.decide(item, DecisionKind.DISMISS, NOW + HOUR, "Anne")

    marks.undo_decision(newest, NOW + DAY)

    (row,) = stories.rows([item])
    assert row.decision is DecisionKind.LATER
    assert marks.later() == (item,)


def test_a_draft_knows_the_item_it_was_made_of(station: Station, shelf: Shelf, marks: WatchMarks) -> None:
    item = shelf.item(shelf.source())
    made, other = station.post().id, station.post().id

    marks.decide(item, DecisionKind.RELAY, NOW, "Anne", [made])

    assert marks.relays(made) == item
    assert marks.relays(other) is None


def test_what_was_put_off_comes_back_in_its_order(shelf: Shelf, marks: WatchMarks) -> None:
    source = shelf.source()
    items = [shelf.item(source, at=NOW - number * HOUR) for number in range(4)]
    again = shelf.item(source, story=items[0])
    for number, item in enumerate((items[2], items[0], items[1], items[3])):
        marks.decide(item, DecisionKind.LATER, NOW + number * HOUR, "Anne")
    marks.decide(items[1], DecisionKind.REVIEW, NOW + 5 * HOUR, "Anne")

    before = marks.later()
    marks.decide(again, DecisionKind.LATER, NOW + 6 * HOUR, "Anne")

    assert before == (items[2], items[0], items[3])
    assert marks.later() == (items[2], items[3], again)


def test_the_place_of_what_was_put_off_survives_the_program(tmp_path: Path) -> None:
    first = Database.in_folder(tmp_path)
    first.open(NOW)
    shelf = Shelf(first)
    items = [shelf.item(shelf.source()) for _ in range(3)]
    for item in (items[1], items[2], items[0]):
        WatchMarks(first).decide(item, DecisionKind.LATER, NOW, "Anne")

    # Nothing is closed: what a killed program leaves.
    second = Database.in_folder(tmp_path)
    second.open(NOW + timedelta(minutes=1))
    found = WatchMarks(second).later()

    second.close()
    first.close()
    assert found == (items[1], items[2], items[0])


def test_what_is_not_there_is_not_marked(marks: WatchMarks) -> None:
    with pytest.raises(NotFound):
        marks.star(7, True)
    with pytest.raises(NotFound):
        marks.note(7, "à citer")
    with pytest.raises(NotFound):
        marks.tag(7, ["a"])
    with pytest.raises(NotFound):
        marks.decide(7, DecisionKind.LATER, NOW, "Anne")
    with pytest.raises(NotFound):
        marks.undo_decision(7, NOW)


def test_a_decision_with_a_draft_that_is_gone_is_not_recorded(
    shelf: Shelf, stories: WatchStories, marks: WatchMarks
) -> None:
    item = shelf.item(shelf.source())

    with pytest.raises(NotFound):
        marks.decide(item, DecisionKind.RELAY, NOW, "Anne", [10**6])

    assert marks.history(item) == ()
    assert stories.get(item).decision is None
