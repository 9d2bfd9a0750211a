"""The result tells what is live, asks about what is not certain, and offers the next step."""

from datetime import timedelta

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QTableWidget

from cmstation.domain.delivery import Attempt, DeliveryKind, DeliveryState
from cmstation.domain.networks import Network
from cmstation.domain.planned_time import at_instant
from cmstation.ui.publishing.link_dialog import LinkDialog
from cmstation.ui.publishing.not_there_dialog import NotThereDialog
from cmstation.ui.publishing.result import ResultDialog
from cmstation.ui.publishing.result_row import ResultRow
from cmstation.ui.publishing.send_log import SendLogDialog
from cmstation.ui.when_dialog import WhenDialog
from tests.fakes.moody_network import Mood
from tests.ui.publishing.conftest import Stage, button, buttons, shown, the

LINK = "https://sante.example/@tilleuls/1"


def result_of(stage: Stage, post: int) -> ResultDialog:
    stage.publishing.show_result(post)
    stage.settle()
    return the(ResultDialog)


def sent_with(stage: Stage, mood: Mood) -> tuple[int, int]:
    """Publish one post on an account that cannot be searched; give post and account."""
    account = stage.account()
    stage.mood(account, mood, searches=False)
    post = stage.post(account)
    stage.station.outbox.plan(post)
    stage.beat()
    return post, account


def row_of(result: ResultDialog) -> ResultRow:
    (row,) = result.rows.values()
    return row


def said(row: ResultRow) -> str:
    return "\n".join(label.text() for label in row.findChildren(QLabel) if label.isVisible())


def test_doubt_is_asked_with_two_equal_buttons_and_its_evidence(stage: Stage) -> None:
    post, _ = sent_with(stage, Mood.TIME_OUT_AFTER)

    result = result_of(stage, post)

    yes, no = button(result, "It is live…"), button(result, "It is not there…")
    assert type(yes) is type(no)
    assert yes.property("kind") == no.property("kind")
    assert yes.height() == no.height()
    assert result.sum.text() == "1 to check"
    assert "Nothing leaves again without you." in said(row_of(result))
    assert "Sent at 09:00:00" in said(row_of(result))


def test_what_is_there_is_live_once_its_link_is_given(stage: Stage) -> None:
    post, account = sent_with(stage, Mood.TIME_OUT_AFTER)
    result = result_of(stage, post)
    button(result, "It is live…").click()
    ask = the(LinkDialog)

    ask.link.field.setText("http://sante.example/1")
    ask.keep.click()
    assert ask.isVisible()
    assert "https://" in ask.link.trouble
    ask.link.field.setText(LINK)
    ask.keep.click()
    stage.settle()
    stage.beat()

    assert [d.remote_url for d in stage.deliveries(post)] == [LINK]
    assert result.sum.text() == "1 live"
    assert stage.live(account) == 1


def test_what_is_not_there_is_sent_once_more_after_a_word_of_warning(stage: Stage) -> None:
    post, account = sent_with(stage, Mood.TIME_OUT_BEFORE)
    result = result_of(stage, post)

    button(result, "It is not there…").click()
    assert stage.states(post) == [DeliveryState.UNCERTAIN]
    the(NotThereDialog).send.click()
    stage.settle()
    stage.beat()

    assert stage.live(account) == 1
    assert result.sum.text() == "1 live"


def test_thinking_again_sends_nothing(stage: Stage) -> None:
    post, _ = sent_with(stage, Mood.TIME_OUT_AFTER)
    result = result_of(stage, post)

    button(result, "It is not there…").click()
    the(NotThereDialog).reject()
    stage.settle()

    assert stage.states(post) == [DeliveryState.UNCERTAIN]


def test_the_profile_to_look_at_is_the_public_one(stage: Stage) -> None:
    post, account = sent_with(stage, Mood.TIME_OUT_AFTER)
    from cmstation.storage.accounts import Accounts

    Accounts(stage.station.database).update(account, handle="@clinique-tilleuls.example")
    result = result_of(stage, post)

    button(result, "Look at the profile").click()

    assert stage.opened == ["https://bsky.app/profile/clinique-tilleuls.example"]


def test_a_failure_says_why_and_leaves_again(stage: Stage) -> None:
    post, account = sent_with(stage, Mood.BAD_CONTENT)
    result = result_of(stage, post)
    assert result.sum.text() == "1 failed"
    assert "Text is too long" in said(row_of(result))

    button(result, "Try again").click()
    stage.settle()
    stage.beat()

    assert stage.live(account) == 1
    assert result.sum.text() == "1 live"


@pytest.mark.parametrize("state", [DeliveryState.FAILED, DeliveryState.HELD])
def test_what_did_not_leave_can_be_given_another_time(stage: Stage, state: DeliveryState) -> None:
    if state is DeliveryState.FAILED:
        post, account = sent_with(stage, Mood.BAD_CONTENT)
    else:
        account = stage.account()
        post = stage.post(account)
        hour = at_instant(stage.station.clock.now() + timedelta(hours=1), "Europe/Paris")
        stage.station.outbox.plan(post, due=hour)
        stage.bench.pass_time(timedelta(hours=5))
        stage.beat()
    assert stage.states(post) == [state]
    result = result_of(stage, post)

    button(result, "Another time…").click()
    dialog = the(WhenDialog)
    assert dialog.choose.isEnabled()
    dialog.choose.click()
    stage.settle()
    stage.beat()

    (moved,) = stage.deliveries(post)
    assert (moved.state, stage.live(account)) == (DeliveryState.WAITING, 0)
    assert moved.due.instant > stage.station.clock.now()
    stage.bench.pass_time(timedelta(hours=1))
    stage.beat()
    assert stage.live(account) == 1


def test_what_is_in_doubt_cannot_be_given_another_time(stage: Stage) -> None:
    post, _ = sent_with(stage, Mood.TIME_OUT_AFTER)

    assert "Another time…" not in buttons(row_of(result_of(stage, post)))


def test_a_lost_sign_in_leads_to_the_account(stage: Stage) -> None:
    post, account = sent_with(stage, Mood.SIGNED_OUT)
    wanted: list[int] = []
    stage.publishing.sign_in_wanted.connect(wanted.append)

    button(result_of(stage, post), "Sign in again").click()

    assert wanted == [account]


def test_failures_of_one_cause_leave_again_together(stage: Stage) -> None:
    accounts = [stage.account(), stage.account(Network.MASTODON)]
    for account in accounts:
        stage.mood(account, Mood.BAD_CONTENT)
    post = stage.post(*accounts)
    stage.station.outbox.plan(post)
    stage.beat()
    result = result_of(stage, post)
    assert result.sum.text() == "2 failed"

    button(result, "Try the 2 failed ones again").click()
    stage.settle()
    stage.beat()

    assert [stage.live(account) for account in accounts] == [1, 1]
    assert not result.again.isVisible()


def test_one_failure_alone_offers_no_button_for_all(stage: Stage) -> None:
    post, _ = sent_with(stage, Mood.BAD_CONTENT)

    assert not result_of(stage, post).again.isVisible()


def test_the_link_is_copied_and_opened(stage: Stage) -> None:
    post, _ = sent_with(stage, Mood.FINE)
    (delivery,) = stage.deliveries(post)
    result = result_of(stage, post)

    button(result, "Copy the link").click()
    button(result, "View").click()

    assert QGuiApplication.clipboard().text() == delivery.remote_url
    assert stage.opened == [delivery.remote_url]


def test_what_waits_can_be_moved_and_cancelled(stage: Stage) -> None:
    from cmstation.ui.when_dialog import WhenDialog

    post = stage.post(stage.account())
    hour = at_instant(stage.station.clock.now() + timedelta(days=1), "Europe/Paris")
    stage.station.outbox.plan(post, due=hour)
    result = result_of(stage, post)
    assert result.sum.text() == "1 planned"

    button(result, "Change the time…").click()
    later = at_instant(hour.instant + timedelta(days=1), "Europe/Paris")
    the(WhenDialog).planned.emit(later)
    stage.settle()
    assert stage.deliveries(post)[0].due == later
    the(WhenDialog).reject()
    button(result, "Cancel").click()
    stage.settle()

    assert stage.states(post) == [DeliveryState.CANCELLED]
    assert result.sum.text() == "Nothing is on its way"


def test_an_hour_that_passed_is_held_and_asked(stage: Stage) -> None:
    account = stage.account()
    post = stage.post(account)
    hour = at_instant(stage.station.clock.now() + timedelta(hours=1), "Europe/Paris")
    stage.station.outbox.plan(post, due=hour)
    stage.bench.pass_time(timedelta(hours=5))
    stage.beat()
    result = result_of(stage, post)
    assert stage.states(post) == [DeliveryState.HELD]
    assert "It should have left: Today, 10:00." in said(row_of(result))
    assert {"Send now", "Another time…", "Cancel"} <= set(buttons(row_of(result)))

    button(result, "Send now").click()
    stage.settle()
    stage.beat()

    assert stage.live(account) == 1


def test_what_the_network_keeps_can_be_taken_back(stage: Stage) -> None:
    mastodon = stage.account(Network.MASTODON)
    post = stage.post(mastodon)
    hour = at_instant(stage.station.clock.now() + timedelta(hours=9), "Europe/Paris")
    stage.station.outbox.plan(post, due=hour)
    stage.beat()
    result = result_of(stage, post)
    assert stage.states(post) == [DeliveryState.ON_NETWORK]
    assert "Kept by Mastodon until: Today, 18:00" in said(row_of(result))

    button(result, "Take back").click()
    stage.settle()

    assert stage.states(post) == [DeliveryState.CANCELLED]
    assert stage.bench.doors.of(mastodon).scheduled == {}


def test_a_first_comment_has_its_own_row_under_its_post(stage: Stage) -> None:
    post = stage.post(stage.account())
    stage.station.drafts.update(post, first_comment="Merci à tous.")
    stage.station.outbox.plan(post)

    result = result_of(stage, post)

    kinds = [row.facts.row.delivery.kind for row in result.rows.values()]
    assert kinds == [DeliveryKind.POST, DeliveryKind.FIRST_COMMENT]
    comment = result.rows[max(result.rows)]
    assert "It follows once the post is live." in said(comment)


def test_rows_that_did_not_change_stay_as_they_are(stage: Stage) -> None:
    bluesky, mastodon = stage.account(), stage.account(Network.MASTODON)
    stage.mood(mastodon, Mood.BAD_CONTENT)
    post = stage.post(bluesky, mastodon)
    stage.station.outbox.plan(post)
    stage.beat()
    result = result_of(stage, post)
    before = dict(result.rows)

    button(result, "Try again").click()
    stage.settle()
    stage.beat()

    unchanged = [row for row in result.rows.values() if row in before.values()]
    assert [row.facts.row.account.id for row in unchanged] == [bluesky]
    assert result.sum.text() == "2 live"


def test_another_post_has_its_own_result_and_the_same_one_comes_forward(stage: Stage) -> None:
    account = stage.account()
    posts = [stage.post(account), stage.post(account, text="Une autre nouvelle.")]
    for post in (*posts, posts[0]):
        stage.publishing.show_result(post)
        stage.settle()
    assert sorted(result.post for result in shown(ResultDialog)) == sorted(posts)

    for result in shown(ResultDialog):
        result.close()
    stage.publishing.show_result(posts[0])
    stage.settle()

    assert the(ResultDialog).post == posts[0]


def test_the_log_says_every_call_and_can_be_copied(stage: Stage, station_with_log: int) -> None:
    stage.publishing.show_log(station_with_log)
    stage.settle()
    log = the(SendLogDialog)

    log.copy.click()

    table = log.findChildren(QTableWidget)[0]
    assert table.rowCount() == 1
    copied = QGuiApplication.clipboard().text().split("\t")
    assert copied == ["09:00:00", "Bluesky", "Publish", "POST bsky.example", "answered 200", "184 ms"]


def test_the_log_of_nothing_says_so(stage: Stage) -> None:
    post = stage.post(stage.account())
    (delivery,) = stage.station.outbox.plan(post).value

    stage.publishing.show_log(delivery.id)
    stage.settle()

    log = the(SendLogDialog)
    assert not log.table.isVisible()
    assert not log.copy.isEnabled()


def test_a_post_that_the_site_keeps_for_approval_says_so(stage: Stage) -> None:
    from cmstation.storage.deliveries import Deliveries

    post = stage.post(stage.account())
    (delivery,) = stage.station.outbox.plan(post).value
    now = stage.station.clock.now()
    Deliveries(stage.station.database).failed(delivery.id, now, "permission_missing", "", code="kept_pending")

    result = result_of(stage, post)

    assert "The site keeps the post for approval" in said(row_of(result))
    assert "Nothing was published." in said(row_of(result))


@pytest.fixture
def station_with_log(stage: Stage) -> int:
    """A delivery with one call."""
    from cmstation.storage.deliveries import Deliveries

    post = stage.post(stage.account())
    (delivery,) = stage.station.outbox.plan(post).value
    now = stage.station.clock.now()
    took = timedelta(milliseconds=184)
    call = Attempt(delivery.id, now, "send", "POST bsky.example", 200, took, "answered")
    Deliveries(stage.station.database).log(call)
    return delivery.id
