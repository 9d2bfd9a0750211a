"""The morning by keyboard: go back, leave, be killed, and come back."""

import shutil
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cmstation.domain.changes import Changes
from cmstation.domain.clock import FixedClock
from cmstation.domain.watch import DecisionKind, Reading, StoryFilter
from cmstation.services.station import Station
from tests.ui.conftest import NOW
from tests.ui.watch.morning.morning_stage import CTRL, MorningStage
from tests.ui.watch.watch_stage import WatchStage

Key = Qt.Key
MakeStage = Callable[[Station], WatchStage]


# --- going back ---


def test_ctrl_z_goes_back_to_the_story_before(morning: MorningStage) -> None:
    first, second = morning.queue()[:2]
    morning.press(Key.Key_E)
    morning.press(Key.Key_R)
    post = morning.station.watch_reading.story(second)[0].decision
    assert post is not None

    morning.press(Key.Key_Z, CTRL)
    assert morning.state().story == second
    assert morning.title()
    assert morning.decision(second) is None
    assert morning.station.drafts.open(post.posts[0]).deleted_at is not None
    morning.press(Key.Key_Z, CTRL)

    assert morning.state().story == first
    assert morning.page.progress.value() == 0
    assert morning.page.counter.text().startswith("1 of ")


def test_the_undo_of_the_window_goes_back_too(morning: MorningStage) -> None:
    first = morning.queue()[0]
    morning.press(Key.Key_E)

    morning.stage.commands.undo()
    morning.stage.settle()

    assert morning.state().story == first
    assert morning.title()
    morning.press(Key.Key_G)
    assert morning.decision(first) is DecisionKind.REVIEW


def test_the_link_takes_the_last_choice_back(morning: MorningStage) -> None:
    first = morning.queue()[0]
    morning.press(Key.Key_E)

    morning.stage.click(morning.page.undo)

    assert morning.state().story == first


def test_ctrl_z_at_the_beginning_does_nothing(morning: MorningStage) -> None:
    before = morning.state()

    morning.press(Key.Key_Z, CTRL)

    assert morning.state() == before
    assert morning.title()


# --- leaving and coming back ---


def test_escape_leaves_and_the_morning_goes_on_at_the_same_story(morning: MorningStage) -> None:
    alone: list[bool] = []
    morning.stage.tab.alone_wanted.connect(alone.append)
    for _ in range(3):
        morning.press(Key.Key_E)
    before = morning.state()

    morning.press(Key.Key_Escape)
    assert alone == [False]
    assert morning.stage.listed.isVisible()
    assert morning.stage.listed.hasFocus()
    morning.stage.click(morning.stage.tab.places.morning)

    assert morning.state() == before
    assert morning.page.counter.text() == f"4 of {len(before.queue)}"
    assert morning.title()


def test_leaving_right_after_a_decision_loses_nothing(morning: MorningStage) -> None:
    first, second = morning.queue()[:2]

    QTest.keyClick(morning.page, Key.Key_E)
    QTest.keyClick(morning.page, Key.Key_Escape)
    morning.stage.settle()

    assert morning.decision(first) is DecisionKind.DISMISS
    assert morning.state().story == second


def test_the_button_leaves_too(morning: MorningStage) -> None:
    morning.stage.click(morning.page.leave)

    assert not morning.page.isVisible()
    assert not morning.page.keys[DecisionKind.RELAY].isVisible()


def test_what_was_decided_in_the_morning_is_seen_in_the_list(morning: MorningStage) -> None:
    unread = morning.stage.stored(Reading.UNREAD)
    while morning.state().at < 4:
        morning.press(Key.Key_E)

    morning.press(Key.Key_Escape)

    assert tuple(morning.stage.model.keys) == morning.stage.stored(Reading.UNREAD) != unread


def test_another_tab_in_between_gives_the_header_back(morning: MorningStage) -> None:
    alone: list[bool] = []
    morning.stage.tab.alone_wanted.connect(alone.append)

    morning.stage.tab.hide()
    morning.stage.tab.show()

    assert alone == [False, True]
    assert morning.page.isVisible()


def test_what_others_change_moves_nobody(morning: MorningStage) -> None:
    morning.press(Key.Key_E)
    before = morning.state()

    morning.stage.tab.look_again(Changes(watch=True))
    morning.stage.settle()

    assert morning.state() == before
    assert morning.title()


# --- a program that was killed ---


def test_a_killed_program_resumes_at_the_same_story(
    morning: MorningStage, make_stage: MakeStage, clinic_folder: Path, tmp_path: Path
) -> None:
    from cmstation.open_station import Parts, open_station

    for key in (Key.Key_E, Key.Key_R, Key.Key_P):
        for _ in range(30):
            morning.page.ticked.emit()
        morning.press(key)
    before, title = morning.state(), morning.title()
    killed = tmp_path / "killed"
    shutil.copytree(clinic_folder, killed)

    again = open_station(killed, rehearsal=True, parts=Parts(clock=FixedClock(NOW)))
    stage = make_stage(again)
    stage.click(stage.tab.places.morning)

    resumed = MorningStage(stage)
    assert resumed.state() == before
    assert (before.at, before.seconds, before.decided) == (3, 90, 2)
    assert resumed.title() == title
    assert resumed.page.counter.text() == f"4 of {len(before.queue)}"
    assert resumed.page.timer.text() == "2 minute(s)"
    resumed.end()
    again.close()


def test_the_story_put_off_comes_back_first_the_next_morning(morning: MorningStage) -> None:
    morning.press(Key.Key_E)
    story = morning.state().story
    morning.press(Key.Key_P)
    morning.press(Key.Key_Escape)

    morning.station.watch_morning.end()
    state = morning.station.watch_morning.begin(StoryFilter())

    assert state.story == story
