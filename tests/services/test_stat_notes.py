"""Goals, notes and comments: kept, changed, removed, and brought back by undo."""

from dataclasses import replace
from datetime import date

import pytest

from cmstation.domain.changes import Changes
from cmstation.domain.errors import NotFound
from cmstation.domain.figure_faults import FigureTooGreat, GoalWithoutTarget, NoteEmpty
from cmstation.domain.metrics import Metric
from cmstation.domain.periods import NoSuchPeriod, campaign, span
from cmstation.domain.statistics import Goal, NoteKind
from cmstation.services.done import Done, Value
from cmstation.services.stat_entries import CHANGED
from cmstation.services.stat_notes import Notes
from cmstation.storage.stat_notes import CommentTable, GoalTable, NoteTable
from tests.services.conftest import Bench

DAY = date(2026, 10, 1)
FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)


@pytest.fixture
def notes(bench: Bench) -> Notes:
    database = bench.station.database
    return Notes(GoalTable(database), NoteTable(database), CommentTable(database))


def take_back(done: Done[Value]) -> Changes:
    assert done.changes == CHANGED
    assert done.undo is not None
    return done.undo()


def test_a_goal_is_set_changed_given_up_and_each_comes_back(notes: Notes, bench: Bench) -> None:
    account = bench.account().id
    added = notes.add_goal(" 17 000 fans ", Metric.FOLLOWERS, 17_000, account=account, by=LAST)
    goal = added.value
    assert notes.goals() == (Goal(goal.id, "17 000 fans", Metric.FOLLOWERS, 17_000, account, LAST),)

    changed = notes.change_goal(replace(goal, target=18_000, reached_on=DAY))
    assert notes.goals() == (changed.value,)
    assert take_back(changed) == CHANGED
    removed = notes.remove_goal(goal.id)
    assert (removed.value, notes.goals()) == (goal, ())
    take_back(removed)
    assert notes.goals() == (goal,)

    take_back(added)
    assert notes.goals() == ()
    assert notes.remove_goal(goal.id).undo is None


@pytest.mark.parametrize(
    ("target", "error"), [(0, GoalWithoutTarget), (-3, GoalWithoutTarget), (10**13, FigureTooGreat)]
)
def test_a_goal_is_a_number_that_can_be_reached(notes: Notes, target: int, error: type[Exception]) -> None:
    with pytest.raises(error):
        notes.add_goal("fans", Metric.FOLLOWERS, target)

    assert notes.goals() == ()


def test_a_note_is_kept_changed_removed_and_each_comes_back(notes: Notes) -> None:
    added = notes.add(DAY, NoteKind.THANKS, " Merci à l’équipe ", said_by="Mme R.", link="https://c.example")
    note = added.value
    assert notes.between(DAY, DAY) == (note,)
    assert (note.text, note.said_by) == ("Merci à l’équipe", "Mme R.")

    changed = notes.change(replace(note, text="Merci à tous"))
    assert notes.between(FIRST, LAST) == (changed.value,)
    take_back(changed)
    removed = notes.remove(note.id)
    assert (removed.value, notes.between(FIRST, LAST)) == (note, ())
    take_back(removed)
    assert notes.between(FIRST, LAST) == (note,)

    take_back(added)
    assert notes.between(FIRST, LAST) == ()
    assert notes.remove(note.id).undo is None


@pytest.mark.parametrize("text", ["", "  \n"])
def test_a_note_says_something(notes: Notes, text: str) -> None:
    with pytest.raises(NoteEmpty):
        notes.add(DAY, NoteKind.FACT, text)


def test_taking_back_what_is_gone_by_now_does_nothing(notes: Notes) -> None:
    note = notes.add(DAY, NoteKind.FACT, "Un fait").value
    changed = notes.change(replace(note, text="Un autre"))
    notes.remove(note.id)

    assert take_back(changed) == Changes()
    with pytest.raises(NotFound):
        notes.change(note)


def test_comments_are_kept_by_period_and_section(notes: Notes) -> None:
    first = notes.comment("2026-10", "best", "Le don du sang a porté")
    notes.comment("2026-Q4", "best", "Autre période")
    second = notes.comment(" 2026-10 ", "best", "Mieux dit")
    assert notes.comments("2026-10") == {"best": "Mieux dit"}

    take_back(second)
    assert notes.comments("2026-10") == {"best": "Le don du sang a porté"}
    take_back(first)
    assert notes.comments("2026-10") == {}
    assert notes.comments("2026-Q4") == {"best": "Autre période"}
    assert notes.comment("2026-Q4", "best", "Autre période").undo is None


def test_a_comment_belongs_to_a_period(notes: Notes) -> None:
    with pytest.raises(NoSuchPeriod):
        notes.comment("hier", "best", "Rien")


def test_what_no_database_holds_is_replaced(notes: Notes) -> None:
    assert notes.comment("2026", "best", "a\x00\ud800b").value.text == "a��b"


def test_a_campaigns_comments_stay_when_it_goes_on(notes: Notes) -> None:
    begun = campaign(3, date(2026, 10, 1), date(2026, 10, 12))
    notes.comment(begun.key, "worked", "Bien partie")

    gone_on = campaign(3, date(2026, 10, 1), date(2026, 10, 20))

    assert notes.comments(gone_on.key) == {"worked": "Bien partie"}
    assert notes.comments(campaign(4, begun.first, begun.last).key) == {}
    assert notes.comments(span(begun.first, begun.last).key) == {}
