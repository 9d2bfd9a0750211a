"""The morning by keyboard: begin, decide, choose where to, and come to the end in time."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cmstation.domain.clock import FixedClock
from cmstation.domain.watch import DecisionKind, Reading
from cmstation.services.station import Station
from tests.ui.conftest import NOW
from tests.ui.watch.morning.morning_stage import CTRL, MorningStage
from tests.ui.watch.watch_stage import WatchStage

Key = Qt.Key
LETTERS = {
    Key.Key_R: DecisionKind.RELAY,
    Key.Key_M: DecisionKind.PHYSICIANS,
    Key.Key_G: DecisionKind.REVIEW,
    Key.Key_P: DecisionKind.LATER,
    Key.Key_E: DecisionKind.DISMISS,
}


# --- beginning ---


def test_the_morning_takes_the_window_and_begins_with_what_was_put_off(
    stage: WatchStage, station: Station
) -> None:
    alone: list[bool] = []
    stage.tab.alone_wanted.connect(alone.append)
    (later,) = station.watch_morning.later()

    stage.click(stage.tab.places.morning)

    morning = MorningStage(stage)
    assert alone == [True]
    assert morning.page.isVisible()
    assert not stage.listed.isVisible()
    assert morning.state().story == later
    assert "cabine de téléconsultation" in morning.title()
    assert morning.page.hasFocus()
    assert morning.page.today.text() == "Tuesday 13 October"
    morning.end()


def test_the_queue_is_what_is_not_decided_newest_first(morning: MorningStage) -> None:
    later = morning.station.watch_morning.later()

    assert morning.queue() == (*later, *morning.stage.stored(Reading.UNDECIDED))
    assert morning.page.counter.text() == f"1 of {len(morning.queue())}"
    assert morning.page.progress.value() == 0
    assert morning.page.progress.maximum() == len(morning.queue())


# --- deciding ---


@pytest.mark.parametrize("key", LETTERS, ids=lambda key: key.name)
def test_a_letter_decides_and_shows_the_next_story(morning: MorningStage, key: Qt.Key) -> None:
    morning.press(Key.Key_E)
    first, second = morning.queue()[1:3]

    morning.press(key)

    assert morning.decision(first) is LETTERS[key]
    assert morning.state().story == second
    assert morning.title()
    assert morning.page.counter.text() == f"3 of {len(morning.queue())}"
    assert morning.page.progress.value() == 2


@pytest.mark.parametrize("kind", DecisionKind)
def test_a_big_key_decides_too_and_the_letters_go_on_working(
    morning: MorningStage, kind: DecisionKind
) -> None:
    first, second = morning.queue()[:2]

    morning.stage.click(morning.page.keys[kind])
    assert morning.decision(first) is kind
    morning.press(Key.Key_G)

    assert morning.decision(second) is DecisionKind.REVIEW


def test_a_hasty_key_decides_nothing_that_was_not_seen(morning: MorningStage) -> None:
    first, second, third = morning.queue()[:3]

    QTest.keyClick(morning.page, Key.Key_E)
    QTest.keyClick(morning.page, Key.Key_G)
    morning.stage.settle()

    assert morning.decision(first) is DecisionKind.DISMISS
    assert morning.decision(second) is None
    assert morning.state().story == second
    morning.press(Key.Key_G)
    assert morning.decision(second) is DecisionKind.REVIEW
    assert morning.state().story == third


def test_letters_work_from_the_article_and_from_the_accounts(morning: MorningStage) -> None:
    first, second = morning.queue()[:2]

    morning.page.article.setFocus()
    morning.press(Key.Key_E)
    morning.accounts()[0].setFocus()
    morning.press(Key.Key_E)

    assert [morning.decision(story) for story in (first, second)] == [DecisionKind.DISMISS] * 2


def test_ctrl_with_a_letter_decides_nothing(morning: MorningStage) -> None:
    before = morning.state()

    morning.press(Key.Key_E, CTRL)

    assert morning.state() == before


# --- where to ---


def test_digits_choose_where_a_relay_goes(morning: MorningStage) -> None:
    accounts = morning.station.accounts.all()
    assert [button.text() for button in morning.accounts()] == [
        f"{number}  {account.name}" for number, account in enumerate(accounts, 1)
    ]
    assert all(button.isChecked() for button in morning.accounts())

    for digit in (Key.Key_1, Key.Key_4, Key.Key_5, Key.Key_6):
        morning.press(digit)
    story = morning.state().story
    assert story is not None
    morning.press(Key.Key_R)

    decision = morning.station.watch_reading.story(story)[0].decision
    assert decision is not None
    draft = morning.station.drafts.open(decision.posts[0])
    assert draft.accounts == (accounts[1].id, accounts[2].id)


def test_the_choice_of_accounts_stays_for_the_next_story(morning: MorningStage) -> None:
    morning.press(Key.Key_2)
    morning.press(Key.Key_E)

    assert [button.isChecked() for button in morning.accounts()] == [True, False, True, True, True, True]


def test_a_relay_to_nowhere_is_not_made(morning: MorningStage) -> None:
    story = morning.state().story
    assert story is not None
    for digit in (Key.Key_1, Key.Key_2, Key.Key_3, Key.Key_4, Key.Key_5, Key.Key_6):
        morning.press(digit)

    morning.press(Key.Key_R)

    assert morning.decision(story) is not DecisionKind.RELAY
    relay = morning.page.keys[DecisionKind.RELAY]
    assert not relay.isEnabled()
    assert relay.toolTip() == "Choose first where it is to be relayed"
    morning.press(Key.Key_3)
    assert relay.isEnabled()
    assert relay.toolTip() == ""


def test_a_digit_without_an_account_does_nothing(morning: MorningStage) -> None:
    morning.press(Key.Key_9)
    morning.press(Key.Key_0)

    assert all(button.isChecked() for button in morning.accounts())


# --- the end ---


def test_the_end_is_said_and_can_be_taken_back(morning: MorningStage) -> None:
    morning.shorten(2)
    first, second = morning.queue()
    morning.press(Key.Key_E)
    morning.press(Key.Key_E)

    assert morning.page.over.isVisible()
    assert morning.page.over.text() == "Everything is read: 2 story(ies) decided, in 1 minute(s)."
    assert not any(key.isEnabled() for key in morning.page.keys.values())
    assert morning.page.counter.text() == "2 of 2"
    assert morning.page.progress.value() == 2
    morning.press(Key.Key_E)
    morning.press(Key.Key_Z, CTRL)

    assert morning.state().story == second
    assert morning.page.article.isVisible()
    assert morning.page.keys[DecisionKind.DISMISS].isEnabled()
    assert morning.decision(first) is DecisionKind.DISMISS


def test_after_the_end_another_morning_begins(morning: MorningStage) -> None:
    morning.shorten(1)
    morning.press(Key.Key_P)
    assert morning.page.over.isVisible()

    morning.press(Key.Key_Escape)
    assert morning.station.watch_morning.resume() is None
    morning.stage.click(morning.stage.tab.places.morning)

    assert morning.state().at == 0
    assert morning.title()


def test_a_morning_without_anything_says_so(morning: MorningStage) -> None:
    morning.shorten(0)

    assert morning.page.over.text().startswith("Nothing new this morning.")
    assert not morning.page.article.isVisible()


def test_a_story_that_was_cleared_away_is_passed_over(morning: MorningStage, clock: FixedClock) -> None:
    morning.press(Key.Key_Escape)
    there = set(morning.queue())
    clock.instant = NOW + timedelta(days=400)

    morning.station.watch_reading.tidy()
    morning.stage.click(morning.stage.tab.places.morning)

    assert set(morning.queue()) < there
    assert morning.title() or morning.page.over.isVisible()


# --- time ---


def test_the_time_is_counted_and_kept(morning: MorningStage) -> None:
    assert morning.page.timer.text() == "1 minute(s)"
    for _ in range(90):
        morning.page.ticked.emit()
    morning.press(Key.Key_E)

    assert morning.state().seconds == 90
    for _ in range(60):
        morning.page.ticked.emit()
    morning.press(Key.Key_Escape)

    assert morning.state().seconds == 150
    assert morning.page.timer.text() == "2 minute(s)"


def test_after_some_decisions_the_rest_is_foretold(morning: MorningStage) -> None:
    for _ in range(5):
        for _ in range(60):
            morning.page.ticked.emit()
        morning.press(Key.Key_E)

    assert len(morning.queue()) - 5 == 63
    assert morning.page.timer.text() == "5 minute(s) · about 1 hour(s) left"


def test_nobodys_time_is_counted_while_the_morning_is_not_seen(morning: MorningStage) -> None:
    ticks: list[int] = []
    morning.page.ticked.connect(lambda: ticks.append(1))

    with morning.stage.qtbot.waitSignal(morning.page.ticked, timeout=3_000):
        pass
    morning.stage.tab.hide()
    before = len(ticks)
    morning.stage.qtbot.wait(1_200)

    assert len(ticks) == before
    morning.stage.tab.show()
    with morning.stage.qtbot.waitSignal(morning.page.ticked, timeout=3_000):
        pass


# --- reading ---


def test_o_opens_the_article_in_the_browser(morning: MorningStage) -> None:
    story = morning.state().story
    assert story is not None

    morning.press(Key.Key_O)

    assert morning.stage.browser.opened == [morning.station.watch_reading.story(story)[0].link]


def test_space_and_pages_turn_a_long_article(morning: MorningStage) -> None:
    morning.stage.tab.resize(1366, 420)
    morning.page.show_story("<p>" + "Une longue histoire. " * 800 + "</p>")
    bar = morning.page.article.verticalScrollBar()
    morning.page.setFocus()

    morning.press(Key.Key_Space)
    first = bar.value()
    morning.press(Key.Key_PageDown)
    assert 0 < first < bar.value()
    morning.press(Key.Key_PageUp)

    assert bar.value() == first
