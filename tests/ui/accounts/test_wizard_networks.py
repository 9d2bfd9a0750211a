"""Choosing a network, and connecting Mastodon, Bluesky, assisted and rehearsal accounts."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLineEdit

from cmstation.domain.accounts import AccountState
from cmstation.domain.networks import DIRECT_NETWORKS, Network, StepState, Way
from cmstation.networks import bluesky_check, mastodon_check, wordpress_check
from cmstation.ui.accounts.check_words import EXPECTED_STEPS
from cmstation.ui.accounts.connection import Stage
from cmstation.ui.accounts.wizard import AccountWizard
from cmstation.ui.wording_checks import step_words
from tests.networks.test_mastodon_sign_in import Browser as MastodonBrowser
from tests.servers.bluesky import BlueskyServer
from tests.servers.mastodon import MastodonServer
from tests.ui.accounts.conftest import Browser, Desk, words_of


def chosen(desk: Desk, network: Network, first: str, second: str = "") -> AccountWizard:
    """Choose a network and fill in the second step."""
    wizard = desk.wizard()
    wizard.pages.network.tiles[network].click()
    wizard.next.click()
    wizard.pages.address.first.setText(first)
    if second:
        wizard.pages.address.second.setText(second)
    wizard.next.click()
    return wizard


# --- the network ---


def test_nothing_goes_on_before_a_network_is_chosen(desk: Desk) -> None:
    wizard = desk.wizard()
    before = (wizard.next.isEnabled(), bool(wizard.next.toolTip()))

    wizard.pages.network.tiles[Network.BLUESKY].click()

    assert before == (False, True)
    assert wizard.next.isEnabled()


@pytest.mark.parametrize("network", [network for network in Network if network not in DIRECT_NETWORKS])
def test_a_network_without_an_interface_is_published_by_hand(desk: Desk, network: Network) -> None:
    wizard = desk.wizard()
    wizard.pages.network.tiles[network].click()
    said = words_of(wizard)

    for _ in range(2):
        wizard.next.click()
    with desk.qtbot.waitSignal(wizard.connected, timeout=10_000):
        wizard.next.click()

    (account,) = desk.station.accounts.all()
    assert "you paste and publish" in said
    assert (account.network, account.way, account.state) == (network, Way.ASSISTED, AccountState.READY)
    assert account.address.startswith("https://")
    assert desk.secrets.kept == {}


def test_a_direct_network_can_be_published_by_hand_too(desk: Desk) -> None:
    wizard = desk.wizard()
    wizard.pages.network.tiles[Network.MASTODON].click()
    wizard.pages.network.by_hand.setChecked(True)

    wizard.next.click()
    wizard.pages.address.first.setText("mastodon.example/publish")
    wizard.pages.address.second.setText("@clinique@mastodon.example")
    wizard.next.click()
    with desk.qtbot.waitSignal(wizard.connected, timeout=10_000):
        wizard.next.click()

    (account,) = desk.station.accounts.all()
    assert (account.way, account.address) == (Way.ASSISTED, "https://mastodon.example/publish")
    assert account.handle == "@clinique@mastodon.example"


def test_a_rehearsal_connects_to_nowhere(new_desk: Callable[..., Desk]) -> None:
    desk = new_desk(rehearsal=True)
    before = {account.id for account in desk.station.accounts.all()}
    wizard = desk.wizard()
    said = words_of(wizard)

    wizard.pages.network.tiles[Network.MASTODON].click()
    wizard.next.click()
    desk.settle()
    wizard.next.click()
    suggested = wizard.pages.settings.name.text()
    with desk.qtbot.waitSignal(wizard.connected, timeout=10_000):
        wizard.next.click()

    (account,) = [one for one in desk.station.accounts.all() if one.id not in before]
    assert "nothing leaves this computer" in said
    assert (account.way, suggested) == (Way.REHEARSAL, "Mastodon")


def test_an_address_that_is_not_secure_is_refused_at_its_field(desk: Desk) -> None:
    wizard = chosen(desk, Network.WORDPRESS, "http://clinique.example")

    assert wizard.stage is Stage.ADDRESS
    assert "not secure" in wizard.pages.address.trouble
    assert wizard.pages.address.first.property("invalid") is True

    wizard.pages.address.first.setText("https://clinique.example")

    assert wizard.pages.address.trouble == ""
    assert wizard.pages.address.first.property("invalid") is False


def test_a_closed_wizard_stores_nothing(desk: Desk) -> None:
    chosen(desk, Network.BLUESKY, "clinique").reject()
    desk.settle()

    assert desk.station.accounts.all() == ()


def test_the_steps_shown_before_a_check_are_those_it_will_try() -> None:
    assert EXPECTED_STEPS == {
        Network.WORDPRESS: wordpress_check.STEPS,
        Network.MASTODON: mastodon_check.STEPS,
        Network.BLUESKY: bluesky_check.STEPS,
    }
    names = {name for steps in EXPECTED_STEPS.values() for name in steps}
    assert [name for name in names if step_words(name) == name] == []


# --- Mastodon ---


@pytest.mark.real_server
def test_saying_yes_in_the_browser_leads_to_the_check(
    desk: Desk, mastodon_server: MastodonServer, browser: Browser
) -> None:
    browser.visit = MastodonBrowser().open
    wizard = chosen(desk, Network.MASTODON, mastodon_server.url)

    wizard.pages.server.card.button.click()
    desk.qtbot.waitUntil(lambda: wizard.stage is Stage.CHECK, timeout=20_000)
    desk.settle()
    report = wizard.pages.check.report

    # This server knows the token, but not the narrow scopes that a real Mastodon takes.
    assert report is not None
    assert [step.state for step in report.steps[:2]] == [StepState.PASSED, StepState.PASSED]
    assert (report.steps[2].name, report.steps[2].status) == ("token", 403)
    assert wizard.pages.check.title.text() == "The permission works, but does not cover publishing"


@pytest.mark.real_server
def test_a_pasted_token_connects_too(desk: Desk, mastodon_server: MastodonServer) -> None:
    token = mastodon_server.accounts["clinique"].access_token
    wizard = chosen(desk, Network.MASTODON, f"{mastodon_server.url}/@clinique")

    wizard.pages.server.token.setText(f" Bearer {token}\n")
    wizard.next.click()
    desk.settle()
    left_in_the_field, native = wizard.pages.server.token.text(), wizard.pages.settings.native
    wizard.next.click()
    offered = native.isVisible() and native.isChecked()
    with desk.qtbot.waitSignal(wizard.connected, timeout=10_000):
        wizard.next.click()

    (account,) = desk.station.accounts.all()
    assert left_in_the_field == ""
    assert offered
    assert account.handle.startswith("@clinique@")
    assert account.address == mastodon_server.url
    assert account.limits is not None
    assert [secret.parts for secret in desk.secrets.kept.values()] == [{"access": token}]


@pytest.mark.real_server
def test_a_wrong_token_is_named(desk: Desk, mastodon_server: MastodonServer) -> None:
    wizard = chosen(desk, Network.MASTODON, mastodon_server.url)

    wizard.pages.server.token.setText("not-a-real-token")
    wizard.next.click()
    desk.settle()

    assert wizard.pages.check.title.text() == "The server answers, but refuses the permission"


@pytest.mark.real_server
def test_signing_in_as_somebody_else_does_not_replace_the_account(
    desk: Desk, mastodon_server: MastodonServer
) -> None:
    account = desk.account(
        Network.MASTODON, address=mastodon_server.url, handle="@clinique@another.example", password="old"
    )
    wizard = desk.wizard_for(account)

    wizard.pages.server.token.setText(mastodon_server.accounts["patiente"].access_token)
    wizard.next.click()
    desk.settle()

    assert wizard.pages.check.title.text() == "This is another account"
    assert wizard.next.text() == "Check again"
    assert [secret.parts for secret in desk.secrets.kept.values()] == [{"password": "old"}]


def test_words_that_are_no_token_are_not_sent(desk: Desk) -> None:
    wizard = chosen(desk, Network.MASTODON, "mastodon.invalid")

    wizard.pages.server.token.setText("two words")
    wizard.next.click()

    assert wizard.stage is Stage.SIGN_IN
    assert "cannot be a token" in wizard.pages.server.trouble


@pytest.mark.real_server
def test_a_refusal_in_the_browser_is_said_and_can_be_tried_again(
    desk: Desk, mastodon_server: MastodonServer, browser: Browser
) -> None:
    from urllib.parse import parse_qs, urlsplit

    from tests.networks.test_sign_in import fetch, in_background

    def refuse(page: str) -> object:
        asked = parse_qs(urlsplit(page).query)
        back = f"{asked['redirect_uri'][0]}?error=access_denied&state={asked['state'][0]}"
        return in_background(lambda: fetch("http://127.0.0.1" + back.partition("127.0.0.1")[2]))

    browser.visit = refuse
    wizard = chosen(desk, Network.MASTODON, mastodon_server.url)

    wizard.pages.server.card.button.click()
    desk.qtbot.waitUntil(lambda: bool(wizard.pages.server.trouble), timeout=20_000)

    assert wizard.pages.server.trouble.startswith("Access was refused")
    assert not wizard.pages.server.card.waiting


# --- Bluesky ---


@pytest.mark.real_server
def test_a_bluesky_account_is_connected_with_an_app_password(
    desk: Desk, bluesky_server: BlueskyServer
) -> None:
    own = bluesky_server.accounts["clinique.test"]
    wizard = chosen(desk, Network.BLUESKY, "@Clinique.test", bluesky_server.url)

    wizard.pages.password.secret.setText(own.app_password)
    wizard.next.click()
    desk.settle()
    title = wizard.pages.check.title.text()
    wizard.next.click()
    native = wizard.pages.settings.native.isVisible()
    with desk.qtbot.waitSignal(wizard.connected, timeout=10_000):
        wizard.next.click()

    (account,) = desk.station.accounts.all()
    assert title == "Everything works"
    assert native is False
    assert (account.login, account.address) == ("clinique.test", bluesky_server.url)
    assert own.app_password in desk.secrets.kept[f"account-{account.id}"].parts.values()


@pytest.mark.real_server
def test_the_password_of_the_account_is_refused_before_it_leaves(
    desk: Desk, bluesky_server: BlueskyServer
) -> None:
    own = bluesky_server.accounts["clinique.test"]
    wizard = chosen(desk, Network.BLUESKY, own.handle, bluesky_server.url)

    wizard.pages.password.secret.setText(own.password)
    wizard.next.click()

    assert wizard.stage is Stage.SIGN_IN
    assert "so it was not sent" in wizard.pages.password.trouble
    assert wizard.pages.password.secret.text() == ""
    assert wizard.pages.password.secret.echoMode() is QLineEdit.EchoMode.Password


def test_the_page_where_an_app_password_is_made_opens(desk: Desk, browser: Browser) -> None:
    wizard = chosen(desk, Network.BLUESKY, "clinique")

    wizard.pages.password.card.button.click()

    assert browser.pages == ["https://bsky.app/settings/app-passwords"]
