"""Deciding about stories in the list and beside the article, and taking it back."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from cmstation.domain.changes import Changes
from cmstation.domain.watch import DecisionKind, Reading
from cmstation.services.station import Station
from cmstation.ui.watch.looking import with_current
from cmstation.ui.watch.reading_pane import ReadingPane
from tests.ui.watch.watch_stage import WatchStage

LETTERS = {
    Qt.Key.Key_R: DecisionKind.RELAY,
    Qt.Key.Key_M: DecisionKind.PHYSICIANS,
    Qt.Key.Key_G: DecisionKind.REVIEW,
    Qt.Key.Key_P: DecisionKind.LATER,
    Qt.Key.Key_E: DecisionKind.DISMISS,
}
BUTTONS: dict[DecisionKind, Callable[[ReadingPane], QAbstractButton]] = {
    DecisionKind.RELAY: lambda pane: pane.relay,
    DecisionKind.PHYSICIANS: lambda pane: pane.physicians,
    DecisionKind.REVIEW: lambda pane: pane.keep,
    DecisionKind.LATER: lambda pane: pane.later,
    DecisionKind.DISMISS: lambda pane: pane.dismiss,
}


def decision_of(station: Station, story: int) -> DecisionKind | None:
    found = [item.decision for item in station.watch_reading.story(story) if item.decision is not None]
    return found[0].kind if found else None


@pytest.mark.parametrize("key", LETTERS, ids=lambda key: key.name)
def test_a_letter_decides_and_goes_on(stage: WatchStage, station: Station, key: Qt.Key) -> None:
    stage.click_story(1)
    decided, following = stage.model.keys[1], stage.model.keys[2]

    stage.press(key)

    assert decision_of(station, decided) is LETTERS[key]
    assert stage.listed.current_story() == following
    assert stage.tab.looking.story == following


@pytest.mark.parametrize("kind", DecisionKind)
def test_a_button_decides_and_goes_on(stage: WatchStage, station: Station, kind: DecisionKind) -> None:
    stage.click_story(1)
    decided, following = stage.model.keys[1], stage.model.keys[2]

    stage.click(BUTTONS[kind](stage.tab.reading))

    assert decision_of(station, decided) is kind
    assert stage.listed.current_story() == following


def test_a_letter_with_a_modifier_decides_nothing(stage: WatchStage, station: Station) -> None:
    stage.click_story(0)
    story = stage.model.keys[0]

    QTest.keyClick(stage.listed, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(stage.listed, Qt.Key.Key_E, Qt.KeyboardModifier.AltModifier)
    stage.settle()

    assert decision_of(station, story) is None


def test_a_letter_without_a_story_decides_nothing(stage: WatchStage) -> None:
    before = stage.stored(Reading.UNDECIDED)

    stage.press(Qt.Key.Key_E)

    assert stage.stored(Reading.UNDECIDED) == before


def test_several_letters_at_once_decide_several_stories(stage: WatchStage, station: Station) -> None:
    stage.click_story(0)
    wanted = list(stage.model.keys[:4])

    for _ in range(4):
        QTest.keyClick(stage.listed, Qt.Key.Key_E)
    stage.settle()

    assert [decision_of(station, story) for story in wanted] == [DecisionKind.DISMISS] * 4
    assert stage.listed.current_story() == stage.tab.looking.story


def test_a_relay_makes_one_draft_of_the_story(stage: WatchStage, station: Station) -> None:
    stage.click_story(1)
    story = stage.model.keys[1]

    stage.press(Qt.Key.Key_R)

    decision = station.watch_reading.story(story)[0].decision
    assert decision is not None
    (post,) = decision.posts
    assert "Remboursement de la téléconsultation" in station.drafts.open(post).title
    assert stage.told[-1].text == "Draft made of the story"


def test_what_was_decided_can_be_taken_back(stage: WatchStage, station: Station) -> None:
    stage.click_story(1)
    story = stage.model.keys[1]
    stage.press(Qt.Key.Key_R)
    decision = station.watch_reading.story(story)[0].decision
    assert decision is not None

    stage.commands.undo()
    stage.settle()

    assert decision_of(station, story) is None
    assert station.drafts.open(decision.posts[0]).deleted_at is not None
    assert story in stage.stored(Reading.UNDECIDED)


def test_the_last_story_can_be_decided(stage: WatchStage, station: Station) -> None:
    stage.press(Qt.Key.Key_End)
    story = stage.listed.current_story()
    assert story is not None

    stage.press(Qt.Key.Key_E)

    assert decision_of(station, story) is DecisionKind.DISMISS


def test_what_was_decided_is_said_beside_the_article(stage: WatchStage) -> None:
    stage.go_to_place("For the review")

    stage.press(Qt.Key.Key_J)

    assert stage.tab.reading.state.text() == "Kept for the review"


def test_the_article_decides_about_itself_when_the_list_does_not_have_it(
    stage: WatchStage, station: Station
) -> None:
    stage.click_story(3)
    shown = stage.tab.looking.story
    assert shown is not None
    stage.search("bronchiolite")
    assert shown not in stage.model.keys

    stage.click(stage.tab.reading.keep)

    assert decision_of(station, shown) is DecisionKind.REVIEW


# --- what one reads stays ---


def test_the_story_one_reads_stays_among_the_unread_until_one_goes_on(stage: WatchStage) -> None:
    stage.click_story(2)
    story = stage.listed.current_story()
    assert story not in stage.stored(Reading.UNREAD)

    stage.tab.look_again(Changes(watch=True))
    stage.settle()
    assert stage.model.keys[2] == story
    assert stage.listed.current_story() == story

    stage.press(Qt.Key.Key_J)
    stage.tab.look_again(Changes(watch=True))
    stage.settle()

    assert story not in stage.model.keys
    assert stage.listed.currentIndex().row() == 2


def test_nobody_is_thrown_back_who_goes_on_while_the_list_is_read(stage: WatchStage) -> None:
    stage.click_story(2)
    there = list(stage.model.keys)

    stage.tab.look_again(Changes(watch=True))
    QTest.keyClick(stage.listed, Qt.Key.Key_J)
    QTest.keyClick(stage.listed, Qt.Key.Key_J)
    stage.settle()

    assert stage.listed.current_story() == there[4]
    assert stage.tab.looking.story == there[4]


def test_the_current_story_stays_where_it_is_on_the_screen(stage: WatchStage, station: Station) -> None:
    stage.click_story(4)
    story = stage.listed.current_story()
    top = stage.listed.visualRect(stage.listed.currentIndex()).top()

    stage.commands.run(lambda: station.watch_reading.set_read(stage.model.keys[:2], True))
    stage.settle()

    assert stage.listed.current_story() == story
    assert stage.listed.currentIndex().row() == 2
    bar = stage.listed.verticalScrollBar()
    assert stage.listed.visualRect(stage.listed.currentIndex()).top() == top or bar.value() == 0


@pytest.mark.parametrize(
    ("keys", "before", "current", "shown"),
    [
        ([5, 4, 2, 1], [5, 4, 3, 2, 1], 3, [5, 4, 3, 2, 1]),
        ([5, 4], [5, 4, 3, 2, 1], 3, [5, 4, 3]),
        ([2, 1], [3, 2, 1], 3, [3, 2, 1]),
        ([9, 5, 1], [5, 3, 2, 1], 3, [9, 5, 3, 1]),
        ([], [3], 3, [3]),
        ([3, 2], [3, 2], 3, [3, 2]),
        ([2], [4, 2], 3, [2]),
    ],
)
def test_the_current_one_is_kept_at_its_place(
    keys: list[int], before: list[int], current: int, shown: list[int]
) -> None:
    assert list(with_current(keys, before, current)) == shown
