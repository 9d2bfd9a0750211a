"""Connecting a real WordPress, whole and broken, in the real dialog."""

import re
from html import unescape
from typing import Any

import pytest
import requests
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from cmstation.domain.accounts import AccountState
from cmstation.domain.networks import Network, Way
from cmstation.ui.accounts.check_rows import CheckCard, CheckRow
from cmstation.ui.accounts.connection import Stage
from cmstation.ui.accounts.host_message import HostMessage
from cmstation.ui.accounts.wizard import AccountWizard
from tests.networks.test_sign_in import in_background
from tests.servers.wordpress import WordPressFault, WordPressServer
from tests.ui.accounts.conftest import WRONG, Browser, Desk, at_sign_in, checked

pytestmark = pytest.mark.real_server


def test_an_account_is_connected_from_the_network_to_the_keyring(desk: Desk, site: WordPressServer) -> None:
    user = site.users["editor"]

    wizard = checked(desk, at_sign_in(desk, site), user.name, user.application_password)
    passed = (wizard.pages.check.title.text(), len(wizard.findChildren(CheckRow)))
    wizard.next.click()
    wizard.pages.settings.name.setText("Site de la clinique")
    wizard.pages.settings.native.setChecked(False)
    with desk.qtbot.waitSignal(wizard.connected, timeout=10_000):
        wizard.next.click()
    desk.settle()

    (account,) = desk.station.accounts.all()
    assert passed == ("Everything works", 6)
    assert (account.name, account.network, account.way) == (
        "Site de la clinique",
        Network.WORDPRESS,
        Way.DIRECT,
    )
    assert (account.address, account.login, account.state) == (site.url, user.name, AccountState.READY)
    assert account.native_scheduling is False
    assert [secret.parts for secret in desk.secrets.kept.values()] == [
        {"password": user.application_password}
    ]


def test_a_site_that_loses_the_header_is_named_with_the_line_to_copy(
    desk: Desk, site: WordPressServer
) -> None:
    site.break_with({WordPressFault.AUTHORIZATION_STRIPPED})
    user = site.users["editor"]

    wizard = checked(desk, at_sign_in(desk, site), user.name, user.application_password)
    card = wizard.findChild(CheckCard)
    assert card is not None
    card.copy.click()
    line = QGuiApplication.clipboard().text()
    waiting = [row for row in wizard.findChildren(CheckRow) if "not tried yet" in row.accessibleName()]

    assert wizard.stage is Stage.CHECK
    assert wizard.pages.check.title.text() == "The site answers, but does not hear the password"
    assert "Your password is not the cause" in card.accessibleName()
    assert line == 'SetEnvIf Authorization "(.*)" HTTP_AUTHORIZATION=$1'
    assert len(waiting) == 2
    assert wizard.next.text() == "Check again"


def test_after_the_host_mended_it_checking_again_is_enough(desk: Desk, site: WordPressServer) -> None:
    site.break_with({WordPressFault.AUTHORIZATION_STRIPPED})
    user = site.users["editor"]
    wizard = checked(desk, at_sign_in(desk, site), user.name, user.application_password)

    site.break_with(())
    wizard.next.click()
    desk.settle()

    assert wizard.pages.check.title.text() == "Everything works"
    assert wizard.next.text() == "Continue"


@pytest.mark.parametrize(
    ("fault", "title"),
    [
        (WordPressFault.REST_BLOCKED, "The site answers, but its interface stays closed"),
        (WordPressFault.APPLICATION_PASSWORDS_OFF, "The site answers, but allows no application passwords"),
    ],
)
def test_a_closed_site_gives_a_message_for_the_host(
    desk: Desk, site: WordPressServer, fault: WordPressFault, title: str
) -> None:
    wizard = at_sign_in(desk, site)
    site.break_with({fault})

    checked(desk, wizard, "editor", WRONG)
    card = wizard.findChild(CheckCard)
    assert card is not None
    card.message.click()
    message = wizard.findChild(HostMessage)
    assert message is not None
    message.copy.click()
    copied = QGuiApplication.clipboard().text()
    message.reject()

    assert wizard.pages.check.title.text() == title
    assert site.url in copied
    assert WRONG not in copied


def test_technical_details_hold_the_steps_and_no_secret(desk: Desk, site: WordPressServer) -> None:
    wizard = checked(desk, at_sign_in(desk, site), "editor", WRONG)

    wizard.details.click()
    details = QGuiApplication.clipboard().text()

    assert "password: failed cause=incorrect_password status=401" in details
    assert WRONG not in details
    assert WRONG.replace(" ", "") not in details


def test_a_password_is_masked_shown_on_demand_and_gone_afterwards(desk: Desk, site: WordPressServer) -> None:
    page = at_sign_in(desk, site).pages.password
    page.login.setText("editor")
    QTest.keyClicks(page.secret, "s3cret")

    masked = page.secret.echoMode()
    page.secret.reveal.trigger()
    shown = page.secret.echoMode()
    wizard = page.window()
    assert isinstance(wizard, AccountWizard)
    wizard.next.click()
    desk.settle()
    page.secret.undo()

    assert masked is QLineEdit.EchoMode.Password
    assert shown is QLineEdit.EchoMode.Normal
    assert page.secret.text() == ""
    assert page.secret.echoMode() is QLineEdit.EchoMode.Password


def test_a_check_can_be_left_while_it_runs(desk: Desk, site: WordPressServer) -> None:
    wizard = at_sign_in(desk, site)
    wizard.pages.password.login.setText("editor")
    wizard.pages.password.secret.setText(WRONG)

    wizard.next.click()
    running, blocked = wizard.pages.check.running, wizard.next.isEnabled()
    wizard.back.click()
    stage = wizard.stage
    desk.settle()

    assert running
    assert not blocked
    assert stage is Stage.SIGN_IN
    assert wizard.pages.check.report is None


def test_another_address_never_receives_the_password_of_the_first(desk: Desk, site: WordPressServer) -> None:
    wizard = checked(desk, at_sign_in(desk, site), "editor", WRONG)
    wizard.back.click()
    given = wizard.pages.password.ready
    wizard.back.click()
    wizard.pages.address.first.setText("https://another.invalid")
    wizard.next.click()

    assert given
    assert not wizard.pages.password.ready
    wizard.reject()
    desk.settle()


def test_what_was_put_aside_is_found_again_without_its_password(desk: Desk, site: WordPressServer) -> None:
    checked(desk, at_sign_in(desk, site), "editor", WRONG).later.click()

    again = desk.wizard()
    desk.settle()
    address = again.pages.address.first.text()
    again.next.click()
    desk.settle()

    assert address == site.url
    assert again.pages.password.login.text() == "editor"
    assert not again.pages.password.ready


# --- the page of the site ---


def test_the_site_hands_the_password_over_by_itself(
    desk: Desk, site: WordPressServer, browser: Browser
) -> None:
    user, session = site.users["author"], requests.Session()
    browser.visit = lambda page: in_background(
        lambda: approve(session, site.url, user.name, user.password, page)
    )
    wizard = at_sign_in(desk, site)

    wizard.pages.password.card.button.click()
    desk.qtbot.waitUntil(lambda: wizard.stage is Stage.CHECK, timeout=20_000)
    desk.settle()
    session.close()

    assert wizard.pages.check.title.text() == "Everything works"
    assert wizard.pages.password.login.text() == user.name


def test_waiting_for_the_browser_can_be_given_up(desk: Desk, site: WordPressServer, browser: Browser) -> None:
    card = at_sign_in(desk, site).pages.password.card

    card.button.click()
    desk.qtbot.waitUntil(lambda: len(browser.pages) == 1)
    waiting, can_copy = card.waiting, not card.copy.isHidden()
    card.cancel.click()
    desk.settle()

    assert waiting
    assert can_copy
    assert not card.waiting
    assert not card.button.isHidden()


def test_the_sign_in_of_a_stored_account_refuses_another_person(
    desk: Desk, site: WordPressServer, browser: Browser
) -> None:
    author, session = site.users["author"], requests.Session()
    account = desk.account(Network.WORDPRESS, address=site.url, login="editor")
    browser.visit = lambda page: in_background(
        lambda: approve(session, site.url, author.name, author.password, page)
    )
    wizard = desk.wizard_for(account)
    desk.settle()

    wizard.pages.password.card.button.click()
    desk.qtbot.waitUntil(lambda: bool(wizard.pages.password.trouble), timeout=20_000)
    session.close()

    assert "this account is editor" in wizard.pages.password.trouble
    assert not wizard.pages.password.ready


def approve(browser: requests.Session, site: str, name: str, password: str, address: str) -> None:
    """Sign in on the site and press "yes"."""
    browser.post(f"{site}/wp-login.php", data={"log": name, "pwd": password}, timeout=10)
    form = browser.get(address, timeout=10)
    fields: dict[str, Any] = {}
    for field in re.findall(r"<input[^>]*>", form.text):
        attributes = dict(re.findall(r"""(\w+)=["']([^"']*)["']""", field))
        if "name" in attributes and attributes.get("type") in ("hidden", "text"):
            fields[attributes["name"]] = unescape(attributes.get("value", ""))
    fields["approve"] = "Yes"
    browser.post(f"{site}/wp-admin/authorize-application.php", data=fields, timeout=10)


def test_the_keyboard_alone_reaches_the_check(desk: Desk, site: WordPressServer) -> None:
    wizard = desk.wizard()
    wizard.pages.network.tiles[Network.WORDPRESS].setFocus()
    QTest.keyClick(wizard.pages.network.tiles[Network.WORDPRESS], Qt.Key.Key_Space)
    QTest.keyClick(wizard, Qt.Key.Key_Return)
    QTest.keyClicks(wizard.pages.address.first, site.url)
    QTest.keyClick(wizard.pages.address.first, Qt.Key.Key_Return)
    desk.settle()
    QTest.keyClicks(wizard.pages.password.login, "editor")
    QTest.keyClicks(wizard.pages.password.secret, WRONG)
    QTest.keyClick(wizard.pages.password.secret, Qt.Key.Key_Return)
    desk.settle()

    assert wizard.stage is Stage.CHECK
