"""One click publishes once; what is amiss is looked at first; doubt is asked with equal buttons."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from cmstation.domain.delivery import DeliveryKind, DeliveryState
from cmstation.domain.drafts import DraftFilter, PostState
from cmstation.domain.networks import Network, Way
from cmstation.services.station import Station
from cmstation.storage.accounts import Accounts
from cmstation.ui.commands import Commands
from cmstation.ui.icons import Icons
from cmstation.ui.publishing.countdown import CountdownBar
from cmstation.ui.publishing.hand_over import HandOverDialog
from cmstation.ui.publishing.last_look import LastLook
from cmstation.ui.publishing.publishing import Publishing
from cmstation.ui.publishing.result import ResultDialog
from cmstation.ui.publishing.send_log import SendLogDialog

Settled = Callable[[], None]


@pytest.fixture
def window(qtbot: QtBot, icons: Icons) -> Iterator[QWidget]:
    shown = QWidget()
    shown.resize(1366, 768)
    shown.show()
    yield shown
    shown.close()
    shown.deleteLater()


@pytest.fixture
def publishing(window: QWidget, station: Station, commands: Commands, icons: Icons) -> Publishing:
    return Publishing(window, station, commands, icons.theme, icons)


def ready_post(station: Station) -> int:
    account = next(one for one in station.accounts.all() if one.network is Network.BLUESKY)
    return station.drafts.new(title="Essai", text="Portes ouvertes samedi.", accounts=[account.id]).value.id


def open_dialog(kind: type[QDialog]) -> QDialog | None:
    return next((w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()), None)


def button(place: QWidget, words: str) -> QAbstractButton:
    found = [
        one for one in place.findChildren(QAbstractButton) if words in (one.text(), one.accessibleName())
    ]
    assert found, words
    return found[0]


def post_in(station: Station, state: PostState) -> int:
    return station.drafts.rows(DraftFilter(states=frozenset({state})))[0].id


def test_one_click_counts_down_and_publishes_once(
    publishing: Publishing, station: Station, window: QWidget, settled: Settled, qtbot: QtBot
) -> None:
    station.preferences.set_countdown_seconds(30)
    post = ready_post(station)

    publishing.publish(post)
    publishing.publish(post)
    settled()
    (bar,) = window.findChildren(CountdownBar)
    assert station.outbox.of_post(post) == ()
    button(bar, "Send now").click()
    settled()
    publishing.publish(post)
    settled()

    assert len(station.outbox.of_post(post)) == 1
    assert open_dialog(ResultDialog) is not None


def test_cancel_during_the_countdown_leaves_nothing(
    publishing: Publishing, station: Station, window: QWidget, settled: Settled
) -> None:
    station.preferences.set_countdown_seconds(30)
    post = ready_post(station)
    publishing.publish(post)
    settled()
    (bar,) = window.findChildren(CountdownBar)

    button(bar, "Cancel").click()
    settled()

    assert station.outbox.of_post(post) == ()
    assert station.drafts.open(post).state is PostState.DRAFT


def test_closing_the_window_during_the_countdown_sends_nothing(
    publishing: Publishing, station: Station, window: QWidget, settled: Settled
) -> None:
    station.preferences.set_countdown_seconds(30)
    post = ready_post(station)
    publishing.publish(post)
    settled()

    window.close()
    settled()

    assert station.outbox.of_post(post) == ()


def test_what_is_amiss_opens_the_last_look_and_the_blocked_account_stays(
    publishing: Publishing, station: Station, settled: Settled
) -> None:
    accounts = {one.network: one for one in station.accounts.all()}
    chosen = [accounts[Network.BLUESKY].id, accounts[Network.FACEBOOK].id]
    post = station.drafts.new(title="Long", text="é" * 400, accounts=chosen).value.id

    publishing.publish(post)
    settled()
    look = open_dialog(LastLook)
    assert isinstance(look, LastLook)
    blocked = {row.row.account.network: row.blocked for row in look.rows}
    assert blocked == {Network.BLUESKY: True, Network.FACEBOOK: False}
    look.confirm.click()
    settled()

    (delivery,) = station.outbox.of_post(post)
    assert delivery.account == accounts[Network.FACEBOOK].id


def test_an_undescribed_picture_blocks_the_whole_post(
    publishing: Publishing, station: Station, settled: Settled
) -> None:
    post = next(row.id for row in station.drafts.rows(DraftFilter(words="dépistage camion")))

    publishing.publish(post)
    settled()
    look = open_dialog(LastLook)

    assert isinstance(look, LastLook)
    assert not look.confirm.isEnabled()


def test_the_result_asks_with_two_equal_buttons_and_keeps_the_answer(
    publishing: Publishing, station: Station, settled: Settled
) -> None:
    post = post_in(station, PostState.UNCERTAIN)
    publishing.show_result(post)
    settled()
    result = open_dialog(ResultDialog)
    assert result is not None
    yes, no = button(result, "It is live…"), button(result, "It is not there")
    assert type(yes) is type(no)
    assert yes.sizeHint().height() == no.sizeHint().height()

    no.click()
    settled()

    states = {delivery.state for delivery in station.outbox.of_post(post)}
    assert DeliveryState.UNCERTAIN not in states
    assert DeliveryState.WAITING in states


def test_a_link_that_is_none_is_refused_in_its_place(
    publishing: Publishing, station: Station, settled: Settled
) -> None:
    from cmstation.ui.publishing.link_dialog import LinkDialog

    post = post_in(station, PostState.UNCERTAIN)
    publishing.show_result(post)
    settled()
    result = open_dialog(ResultDialog)
    assert result is not None
    button(result, "It is live…").click()
    ask = open_dialog(LinkDialog)
    assert isinstance(ask, LinkDialog)

    ask.field.setText("voir sur la page")
    ask.keep.click()
    assert ask.isVisible()
    ask.field.setText("https://sante.example/@tilleuls/1")
    ask.keep.click()
    settled()

    live = [d.remote_url for d in station.outbox.of_post(post) if d.state is DeliveryState.SENT]
    assert "https://sante.example/@tilleuls/1" in live


def test_a_failed_sending_can_be_tried_again(
    publishing: Publishing, station: Station, settled: Settled
) -> None:
    post = post_in(station, PostState.FAILED)
    publishing.show_result(post)
    settled()
    result = open_dialog(ResultDialog)
    assert result is not None

    button(result, "Try again").click()
    settled()

    (delivery,) = station.outbox.of_post(post)
    assert delivery.state is DeliveryState.WAITING


def test_by_hand_the_text_is_copied_the_page_opens_and_the_link_comes_back(
    publishing: Publishing, station: Station, settled: Settled
) -> None:
    account = next(one for one in station.accounts.all() if one.network is Network.FACEBOOK)
    Accounts(station.database).update(account.id, way=Way.ASSISTED)
    post = station.drafts.new(title="Essai", text="Portes ouvertes samedi.", accounts=[account.id]).value.id
    (delivery,) = station.outbox.plan(post).value
    station.outbox.deliver(delivery.id)
    opened: list[str] = []

    def open_page(url: QUrl | str) -> bool:
        opened.append(QUrl(url).toString())
        return True

    publishing.open_page = open_page

    publishing.hand_over(delivery.id)
    settled()
    dialog = open_dialog(HandOverDialog)
    assert isinstance(dialog, HandOverDialog)
    copied = QGuiApplication.clipboard().text()
    dialog.field.setText("https://www.facebook.com/clinique/posts/1")
    dialog.keep.click()
    settled()

    assert copied == "Portes ouvertes samedi."
    assert opened == ["https://business.facebook.com/latest/composer"]
    (settled_delivery,) = station.outbox.of_post(post)
    assert settled_delivery.remote_url == "https://www.facebook.com/clinique/posts/1"


def test_a_planned_post_can_be_taken_back_by_undo(
    publishing: Publishing, station: Station, commands: Commands, settled: Settled
) -> None:
    from datetime import timedelta

    from cmstation.domain.planned_time import at_instant

    post = ready_post(station)
    planned = at_instant(station.clock.now() + timedelta(days=1), "Europe/Paris")

    publishing.plan(post, planned)
    settled()
    (delivery,) = station.outbox.of_post(post)
    assert (delivery.state, delivery.kind) == (DeliveryState.WAITING, DeliveryKind.POST)
    commands.undo()
    settled()

    assert station.outbox.of_post(post)[0].state is DeliveryState.CANCELLED


def test_the_log_shows_every_call(publishing: Publishing, station: Station, settled: Settled) -> None:
    post = ready_post(station)
    (delivery,) = station.outbox.plan(post).value
    station.outbox.deliver(delivery.id)

    publishing.show_log(delivery.id)
    settled()
    dialog = open_dialog(SendLogDialog)

    assert isinstance(dialog, SendLogDialog)
    assert dialog.table.rowCount() == len(station.outbox.attempts(delivery.id)) > 0
