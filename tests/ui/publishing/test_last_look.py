"""The last look says what leaves, from where, when, and what keeps the rest."""

from datetime import timedelta

from PySide6.QtWidgets import QLabel

from cmstation.domain.checks.findings import Finding, Topic
from cmstation.domain.networks import Network, Way
from cmstation.domain.planned_time import at_instant
from cmstation.resource_files import resource
from cmstation.ui.publishing.last_look import LastLook
from cmstation.ui.publishing.last_look_row import LastLookRow
from cmstation.ui.publishing.thumbnail import Thumbnail
from tests.ui.publishing.conftest import Stage, button, buttons, the

LONG = "é" * 320


def words_of(row: LastLookRow) -> list[str]:
    return [label.text() for label in row.findChildren(QLabel)]


def looked_at(stage: Stage, post: int) -> LastLook:
    stage.publishing.look(post)
    stage.settle()
    return the(LastLook)


def test_an_account_whose_text_is_too_long_stays_and_the_others_leave(stage: Stage) -> None:
    bluesky, mastodon = stage.account(), stage.account(Network.MASTODON)
    post = stage.post(bluesky, mastodon, text=LONG)

    stage.publishing.publish(post)
    stage.settle()
    look = the(LastLook)
    blocked = {row.row.account.id: row.blocked for row in look.rows}
    assert blocked == {bluesky: True, mastodon: False}
    assert not look.rows[0].box.isEnabled()
    assert "20 character(s) too many" in words_of(look.rows[0])
    assert look.confirm.text() == "Confirm 1 publication(s)"
    look.confirm.click()
    stage.settle()

    (delivery,) = stage.deliveries(post)
    assert delivery.account == mastodon


def test_an_account_that_is_taken_off_stays_for_later(stage: Stage) -> None:
    bluesky, mastodon = stage.account(), stage.account(Network.MASTODON)
    post = stage.post(bluesky, mastodon)
    look = looked_at(stage, post)

    look.rows[0].box.click()
    assert "Not this time" in words_of(look.rows[0])
    look.confirm.click()
    stage.settle()
    assert [delivery.account for delivery in stage.deliveries(post)] == [mastodon]

    again = looked_at(stage, post)
    assert [row.row.account.id for row in again.rows] == [bluesky]


def test_no_account_left_refuses_to_confirm_and_says_so(stage: Stage) -> None:
    look = looked_at(stage, stage.post(stage.account()))

    look.rows[0].box.click()

    assert not look.confirm.isEnabled()
    assert look.confirm.toolTip() == "Choose at least one account."


def test_the_whole_post_is_kept_by_an_undescribed_picture(stage: Stage) -> None:
    post = stage.post(stage.account())
    picture = resource("rehearsal", "clinique.jpg").read_bytes()
    stage.station.drafts.attach_bytes(post, picture, "clinique.jpg")
    mended: list[tuple[int, Topic]] = []

    def note(which: int, finding: Finding) -> None:
        mended.append((which, finding.topic))

    stage.publishing.mend_wanted.connect(note)

    stage.publishing.publish(post)
    stage.settle()
    look = the(LastLook)
    assert not look.confirm.isEnabled()
    assert "Picture 1: describe the image" in look.confirm.toolTip()
    button(look, "Describe the picture").click()
    stage.settle()

    assert mended == [(post, Topic.NOT_DESCRIBED)]
    assert stage.deliveries(post) == ()


def test_the_text_is_shown_as_it_leaves_with_its_pictures(stage: Stage) -> None:
    mastodon = stage.account(Network.MASTODON)
    post = stage.post(mastodon, text="Bonjour")
    stage.station.drafts.update(post, link="https://clinic.example/a")
    for name in ("clinique.jpg", "vaccination.jpg"):
        stage.station.drafts.attach_bytes(post, resource("rehearsal", name).read_bytes(), name)
    for attachment in stage.station.drafts.open(post).attachments:
        stage.station.drafts.describe(post, attachment.media.id, "La clinique")

    look = looked_at(stage, post)

    assert look.rows[0].row.text == "Bonjour\n\nhttps://clinic.example/a"
    assert look.rows[0].findChildren(Thumbnail)[0].accessibleName() == "2 picture(s)"


def test_a_picture_that_is_no_longer_on_disk_does_not_hide_the_last_look(stage: Stage) -> None:
    post = stage.post(stage.account())
    picture = resource("rehearsal", "clinique.jpg").read_bytes()
    stage.station.drafts.attach_bytes(post, picture, "clinique.jpg")
    (attachment,) = stage.station.drafts.open(post).attachments
    stage.station.library.path(attachment.media).unlink()

    look = looked_at(stage, post)

    assert not look.confirm.isEnabled()


def test_a_person_can_choose_now_instead_of_the_planned_hour(stage: Stage) -> None:
    post = stage.post(stage.account())
    now = stage.station.clock.now()
    stage.station.drafts.update(post, planned=at_instant(now + timedelta(days=1), "Europe/Paris"))
    look = looked_at(stage, post)
    assert "Tomorrow, 09:00" in words_of(look.rows[0])

    button(look.timing, "Now").click()
    look.confirm.click()
    stage.settle()

    assert stage.deliveries(post)[0].due.instant == now


def test_an_account_can_leave_an_hour_after_the_others(stage: Stage) -> None:
    bluesky, mastodon = stage.account(), stage.account(Network.MASTODON)
    hour = at_instant(stage.station.clock.now() + timedelta(days=1), "Europe/Paris")
    stage.station.outbox.plan(stage.post(bluesky, text="Autre chose."), due=hour)
    stage.station.drafts.update(stage.post(bluesky, text="Au même moment."), planned=hour)
    post = stage.post(bluesky, mastodon)
    stage.station.drafts.update(post, planned=hour)
    look = looked_at(stage, post)

    button(look.rows[0], "One hour later").click()
    look.confirm.click()
    stage.settle()

    due = {delivery.account: delivery.due.instant for delivery in stage.deliveries(post)}
    assert due == {bluesky: hour.instant + timedelta(hours=1), mastodon: hour.instant}


def test_the_foot_says_what_the_person_pastes(stage: Stage) -> None:
    post = stage.post(stage.account(), stage.account(Network.FACEBOOK, Way.ASSISTED))

    look = looked_at(stage, post)

    said = [label.text() for label in look.foot_panel.findChildren(QLabel)]
    assert said == ["2 sending(s) now. For you to paste, text copied and pictures ready: Facebook."]


def test_an_account_that_is_signed_out_leads_to_the_sign_in(stage: Stage) -> None:
    from cmstation.domain.accounts import AccountState
    from cmstation.storage.accounts import Accounts

    account = stage.account()
    Accounts(stage.station.database).update(account, state=AccountState.SIGN_IN_NEEDED)
    wanted: list[int] = []
    stage.publishing.sign_in_wanted.connect(wanted.append)
    look = looked_at(stage, stage.post(account))

    button(look, "Sign in again").click()

    assert wanted == [account]


def test_a_paused_account_stays_and_leads_to_the_accounts(stage: Stage) -> None:
    from cmstation.domain.accounts import AccountState
    from cmstation.storage.accounts import Accounts

    account = stage.account()
    Accounts(stage.station.database).update(account, state=AccountState.PAUSED)
    wanted: list[Topic] = []

    def note(_post: int, finding: Finding) -> None:
        wanted.append(finding.topic)

    stage.publishing.mend_wanted.connect(note)
    look = looked_at(stage, stage.post(account))

    button(look, "Open the accounts").click()

    assert wanted == [Topic.ACCOUNT_PAUSED]


def test_back_to_the_text_plans_nothing_and_can_be_opened_again(stage: Stage) -> None:
    post = stage.post(stage.account())
    looked_at(stage, post).back.click()
    stage.settle()

    look = looked_at(stage, post)

    assert stage.deliveries(post) == ()
    assert "Back to the text" in buttons(look)
