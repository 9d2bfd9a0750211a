"""Publishing by hand: text copied, page and folder open, and the link given back makes it live."""

from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication

from cmstation.domain.delivery import DeliveryState
from cmstation.domain.networks import Network, Way
from cmstation.domain.planned_time import at_instant
from cmstation.resource_files import resource
from cmstation.ui.publishing.hand_over import HandOverDialog
from cmstation.ui.publishing.link_dialog import LinkDialog
from cmstation.ui.publishing.result import ResultDialog
from tests.ui.publishing.conftest import Stage, button, buttons, shown, the

LINK = "https://www.facebook.com/clinique/posts/1"
PAGE = "https://business.facebook.com/latest/composer"


def handed_over(stage: Stage, *, pictures: int = 0, comment: str = "") -> tuple[int, int]:
    """Bring a post to the point where the person pastes; give post and delivery."""
    account = stage.account(Network.FACEBOOK, Way.ASSISTED)
    from cmstation.storage.accounts import Accounts

    Accounts(stage.station.database).update(account, address="")
    post = stage.post(account)
    for number in range(pictures):
        name = ("clinique.jpg", "vaccination.jpg")[number]
        stage.station.drafts.attach_bytes(post, resource("rehearsal", name).read_bytes(), name)
    for place, attachment in enumerate(stage.station.drafts.open(post).attachments, start=1):
        stage.station.drafts.describe(post, attachment.media.id, f"Image {place}")
    stage.station.drafts.update(post, first_comment=comment)
    stage.station.outbox.plan(post)
    stage.beat()
    (delivery,) = stage.deliveries(post)
    return post, delivery.id


def test_the_round_trip_makes_it_live(stage: Stage) -> None:
    post, delivery = handed_over(stage, pictures=2)

    stage.publishing.hand_over(delivery)
    stage.settle()
    dialog = the(HandOverDialog)
    assert QGuiApplication.clipboard().text() == "Portes ouvertes samedi."
    folder, page = stage.opened
    assert page == PAGE
    files = sorted(Path(QUrl(folder).toLocalFile()).iterdir())
    assert [file.name for file in files] == ["1-clinique.jpg", "2-vaccination.jpg"]
    assert stage.states(post) == [DeliveryState.HANDED_OVER]
    dialog.link.field.setText(LINK)
    dialog.keep.click()
    stage.settle()

    (settled,) = stage.deliveries(post)
    assert (settled.state, settled.remote_url) == (DeliveryState.SENT, LINK)
    assert not any(file.exists() for file in files)
    assert shown(HandOverDialog) == []


def test_a_link_that_is_not_https_is_refused_at_its_place(stage: Stage) -> None:
    post, delivery = handed_over(stage)
    stage.publishing.hand_over(delivery)
    stage.settle()
    dialog = the(HandOverDialog)

    for wrong in ("", "voir sur la page", "http://facebook.com/1", "javascript:alert(1)"):
        dialog.link.field.setText(wrong)
        dialog.keep.click()
        assert "https://" in dialog.link.trouble
    dialog.link.field.clear()
    dialog.link.field.textEdited.emit("")

    assert dialog.link.trouble == ""
    assert stage.states(post) == [DeliveryState.HANDED_OVER]


def test_each_alternative_text_and_the_comment_can_be_copied(stage: Stage) -> None:
    _, delivery = handed_over(stage, pictures=2, comment="Merci à tous.")
    stage.publishing.hand_over(delivery)
    stage.settle()
    dialog = the(HandOverDialog)
    clipboard = QGuiApplication.clipboard()
    copied: list[str] = []

    for words in (
        "Copy the alternative text of picture 2",
        "Copy the comment",
        "Copy the title",
        "Copy the text",
    ):
        button(dialog, words).click()
        copied.append(clipboard.text())

    assert copied == ["Image 2", "Merci à tous.", "Portes", "Portes ouvertes samedi."]


def test_later_keeps_it_waiting_and_it_opens_again(stage: Stage) -> None:
    post, delivery = handed_over(stage)
    stage.publishing.hand_over(delivery)
    stage.settle()
    button(the(HandOverDialog), "Later").click()
    stage.settle()
    assert stage.states(post) == [DeliveryState.HANDED_OVER]

    stage.publishing.hand_over(delivery)
    stage.publishing.hand_over(delivery)
    stage.settle()

    assert len(shown(HandOverDialog)) == 1
    assert not the(HandOverDialog).isModal()


def test_the_result_leads_to_it_and_takes_the_link_too(stage: Stage) -> None:
    post, _ = handed_over(stage)
    stage.publishing.show_result(post)
    stage.settle()
    result = the(ResultDialog)
    assert result.sum.text() == "1 to paste"

    button(result, "Open and copy").click()
    stage.settle()
    assert QGuiApplication.clipboard().text() == "Portes ouvertes samedi."
    assert "Open again" in buttons(result)
    the(HandOverDialog).reject()
    button(result, "Give the link…").click()
    the(LinkDialog).link.field.setText(LINK)
    the(LinkDialog).keep.click()
    stage.settle()

    assert result.sum.text() == "1 live"


# --- "Publish" opens the first by itself ---


def by_hand(stage: Stage, *networks: Network) -> int:
    """Write a post for accounts that the person publishes on."""
    accounts = [stage.account(network, Way.ASSISTED) for network in networks]
    from cmstation.storage.accounts import Accounts

    for account in accounts:
        Accounts(stage.station.database).update(account, address="")
    return stage.post(*accounts)


def publish_and_beat(stage: Stage, post: int) -> None:
    stage.publishing.publish(post)
    stage.settle()
    stage.beat()
    stage.settle()


def test_publish_opens_the_page_of_the_first_account_and_of_no_other(stage: Stage) -> None:
    post = by_hand(stage, Network.FACEBOOK, Network.X)

    publish_and_beat(stage, post)
    stage.beat()

    first, second = stage.deliveries(post)
    assert stage.opened == [PAGE]
    assert the(HandOverDialog).given.delivery == first.id
    assert QGuiApplication.clipboard().text() == "Portes ouvertes samedi."
    assert stage.publishing.is_in_hand(first.id)
    assert not stage.publishing.is_in_hand(second.id)
    assert sorted(words for words in buttons(the(ResultDialog)) if words.startswith("Open")) == [
        "Open again",
        "Open and copy",
    ]


def test_a_planned_hour_opens_nothing_by_itself(stage: Stage) -> None:
    post = by_hand(stage, Network.FACEBOOK)
    hour = at_instant(stage.station.clock.now() + timedelta(minutes=10), "Europe/Paris")

    stage.publishing.plan(post, hour)
    stage.settle()
    stage.bench.pass_time(timedelta(minutes=10))
    stage.beat()

    assert stage.states(post) == [DeliveryState.HANDED_OVER]
    assert stage.opened == []
    assert shown(HandOverDialog) == []


def test_what_is_handed_over_long_after_the_click_waits_for_another_one(stage: Stage) -> None:
    stage.publishing.by_hand.patience_ms = 0
    post = by_hand(stage, Network.FACEBOOK)

    stage.publishing.publish(post)
    stage.settle()
    (delivery,) = stage.deliveries(post)
    stage.qtbot.waitUntil(lambda: not stage.publishing.is_in_hand(delivery.id))
    stage.beat()

    assert stage.states(post) == [DeliveryState.HANDED_OVER]
    assert stage.opened == []


def test_a_post_for_networks_alone_opens_no_page(stage: Stage) -> None:
    post = stage.post(stage.account())

    publish_and_beat(stage, post)

    assert stage.states(post) == [DeliveryState.SENT]
    assert stage.opened == []


def test_a_person_may_give_it_up(stage: Stage) -> None:
    post, _ = handed_over(stage)
    stage.publishing.show_result(post)
    stage.settle()

    button(the(ResultDialog), "Do not publish it here").click()
    stage.settle()

    assert stage.states(post) == [DeliveryState.CANCELLED]


def test_a_delivery_that_is_gone_is_told(stage: Stage) -> None:
    stage.publishing.hand_over(4_000)
    stage.settle()

    assert "no longer here" in stage.notices[-1].text
    assert shown(HandOverDialog) == []
