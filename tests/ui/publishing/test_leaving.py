"""One click publishes once, after a countdown that anything can stop."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from cmstation.domain.delivery import DeliveryState
from cmstation.domain.drafts import PostState
from cmstation.domain.networks import Network
from cmstation.domain.planned_time import at_instant
from cmstation.ui.publishing.last_look import LastLook
from cmstation.ui.publishing.result import ResultDialog
from tests.ui.publishing.conftest import Stage, button, shown, the

TOMORROW = timedelta(days=1)


def test_one_click_publishes_once_and_shows_where(stage: Stage) -> None:
    account = stage.account()
    post = stage.post(account)

    stage.publishing.publish(post)
    stage.settle()
    stage.beat()

    assert stage.live(account) == 1
    assert the(ResultDialog).sum.text() == "1 live"
    assert not the(ResultDialog).isModal()


def test_a_double_click_publishes_once(stage: Stage) -> None:
    account = stage.account()
    post = stage.post(account)

    stage.publishing.publish(post)
    stage.publishing.publish(post)
    stage.settle()
    stage.publishing.publish(post)
    stage.settle()
    stage.beat()

    assert stage.live(account) == 1
    assert len(stage.deliveries(post)) == 1
    assert len(shown(ResultDialog)) == 1


def test_nothing_is_in_the_outbox_while_it_counts(stage: Stage) -> None:
    stage.station.preferences.set_countdown_seconds(30)
    post = stage.post(stage.account())

    stage.publishing.publish(post)
    stage.settle()
    stage.publishing.publish(post)
    stage.settle()

    (bar,) = stage.countdowns()
    assert stage.deliveries(post) == ()
    button(bar, "Send now").click()
    stage.settle()
    assert len(stage.deliveries(post)) == 1
    assert stage.countdowns() == []


@pytest.mark.timeout(30)
def test_the_countdown_ends_by_itself(stage: Stage) -> None:
    stage.station.preferences.set_countdown_seconds(1)
    post = stage.post(stage.account())

    stage.publishing.publish(post)
    stage.qtbot.waitUntil(lambda: bool(stage.deliveries(post)), timeout=8_000)

    assert len(stage.deliveries(post)) == 1


def test_cancel_leaves_nothing_and_changes_nothing(stage: Stage) -> None:
    stage.station.preferences.set_countdown_seconds(30)
    post = stage.post(stage.account())
    before = stage.station.drafts.open(post)
    stage.publishing.publish(post)
    stage.settle()

    button(stage.countdowns()[0], "Cancel").click()
    stage.settle()
    stage.beat()

    assert stage.deliveries(post) == ()
    assert stage.station.drafts.open(post) == before
    assert stage.notices[-1].text == "Cancelled: nothing has left."


def test_escape_cancels_the_newest_countdown_only(stage: Stage) -> None:
    stage.station.preferences.set_countdown_seconds(30)
    account = stage.account()
    first, second = stage.post(account), stage.post(account, text="Une autre nouvelle.")
    for post in (first, second):
        stage.publishing.publish(post)
        stage.settle()
    assert len(stage.countdowns()) == 2
    stage.window.activateWindow()

    QTest.keyClick(stage.window, Qt.Key.Key_Escape)

    (left,) = stage.countdowns()
    button(left, "Send now").click()
    stage.settle()
    assert len(stage.deliveries(first)) == 1
    assert stage.deliveries(second) == ()


def test_closing_the_window_while_it_counts_sends_nothing(stage: Stage) -> None:
    stage.station.preferences.set_countdown_seconds(30)
    post = stage.post(stage.account())
    stage.publishing.publish(post)
    stage.settle()

    stage.window.close()
    stage.settle()

    assert stage.deliveries(post) == ()
    assert stage.station.drafts.open(post).state is PostState.DRAFT


def test_a_cancelled_countdown_can_be_started_again(stage: Stage) -> None:
    stage.station.preferences.set_countdown_seconds(30)
    post = stage.post(stage.account())
    for words in ("Cancel", "Send now"):
        stage.publishing.publish(post)
        stage.settle()
        button(stage.countdowns()[0], words).click()
        stage.settle()

    assert len(stage.deliveries(post)) == 1


def test_a_text_spoilt_during_the_countdown_is_looked_at_again(stage: Stage) -> None:
    stage.station.preferences.set_countdown_seconds(30)
    post = stage.post(stage.account())
    stage.publishing.publish(post)
    stage.settle()
    stage.station.drafts.update(post, text="é" * 400)

    button(stage.countdowns()[0], "Send now").click()
    stage.settle()

    assert stage.deliveries(post) == ()
    assert len(shown(LastLook)) == 1


def test_an_account_taken_off_during_the_countdown_is_looked_at_again(stage: Stage) -> None:
    stage.station.preferences.set_countdown_seconds(30)
    one, two = stage.account(), stage.account(Network.MASTODON)
    post = stage.post(one, two)
    stage.publishing.publish(post)
    stage.settle()
    stage.station.drafts.choose_accounts(post, [one])

    button(stage.countdowns()[0], "Send now").click()
    stage.settle()

    assert stage.deliveries(post) == ()
    assert [row.row.account.id for row in the(LastLook).rows] == [one]


def test_the_person_may_prefer_the_last_look(stage: Stage) -> None:
    stage.station.preferences.set_always_last_look(True)
    post = stage.post(stage.account())

    stage.publishing.publish(post)
    stage.settle()

    assert stage.deliveries(post) == ()
    the(LastLook).confirm.click()
    stage.settle()
    assert len(stage.deliveries(post)) == 1


def test_with_an_hour_set_now_or_then_is_asked(stage: Stage) -> None:
    post = stage.post(stage.account())
    planned = at_instant(stage.station.clock.now() + TOMORROW, "Europe/Paris")
    stage.station.drafts.update(post, planned=planned)

    stage.publishing.publish(post)
    stage.settle()
    look = the(LastLook)
    assert look.timing.isVisible()
    assert look.rows[0].when == planned
    look.confirm.click()
    stage.settle()

    (delivery,) = stage.deliveries(post)
    assert delivery.due == planned


def test_a_planned_post_is_told_and_can_be_taken_back(stage: Stage) -> None:
    post = stage.post(stage.account())
    planned = at_instant(stage.station.clock.now() + TOMORROW, "Europe/Paris")

    stage.publishing.plan(post, planned)
    stage.settle()
    assert stage.states(post) == [DeliveryState.WAITING]
    assert stage.notices[-1].text.startswith("Planned: Tomorrow, 09:00")
    stage.commands.undo()
    stage.settle()

    assert stage.states(post) == [DeliveryState.CANCELLED]


def test_planning_twice_plans_once_and_shows_where_it_is(stage: Stage) -> None:
    post = stage.post(stage.account())
    planned = at_instant(stage.station.clock.now() + TOMORROW, "Europe/Paris")

    for _ in range(2):
        stage.publishing.plan(post, planned)
        stage.settle()

    assert len(stage.deliveries(post)) == 1
    assert len(shown(ResultDialog)) == 1


def test_an_hour_that_has_passed_is_not_planned_silently(stage: Stage) -> None:
    post = stage.post(stage.account())
    passed = at_instant(stage.station.clock.now() - TOMORROW, "Europe/Paris")

    stage.publishing.plan(post, passed)
    stage.settle()

    assert stage.deliveries(post) == ()
    assert not the(LastLook).timing.isVisible()


def test_a_post_that_is_gone_is_told_and_can_be_tried_again(stage: Stage) -> None:
    post = stage.post(stage.account())
    station = stage.station
    stage.publishing.publish(post + 1_000)
    stage.settle()

    stage.publishing.publish(post)
    stage.settle()

    assert any("no longer here" in notice.text for notice in stage.notices)
    assert len(station.outbox.of_post(post)) == 1


def test_the_keyboard_goes_back_to_where_it_was(stage: Stage) -> None:
    stage.station.preferences.set_countdown_seconds(30)
    post = stage.post(stage.account())
    field = QLineEdit(stage.window)
    field.show()
    field.setFocus()
    stage.publishing.publish(post)
    stage.settle()
    (bar,) = stage.countdowns()
    assert bar.cancel_button.hasFocus()

    bar.cancel()

    assert stage.window.focusWidget() is field
