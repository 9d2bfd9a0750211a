"""Where the password goes: keyring, session or nowhere; and accounts that are stored already."""

from collections.abc import Callable

import pytest

from cmstation.domain.accounts import AccountState
from cmstation.domain.errors import SecretsLocked, SecretsRefused, SecretsUnavailable, StationError
from cmstation.domain.networks import Network
from cmstation.ui.accounts.connection import Stage
from tests.servers.keyring_session import KeyringSession
from tests.servers.wordpress import WordPressServer
from tests.ui.accounts.conftest import WRONG, Desk, at_sign_in, checked, words_of

pytestmark = pytest.mark.real_server


@pytest.mark.parametrize(
    ("trouble", "words"),
    [
        (SecretsUnavailable(reason="none"), "This computer has no password store"),
        (SecretsLocked(), "The computer’s password store is locked"),
        (SecretsRefused(), "The computer’s password store refused"),
    ],
)
def test_each_trouble_with_the_keyring_has_its_sentence_and_the_session(
    desk: Desk, site: WordPressServer, trouble: StationError, words: str
) -> None:
    user = site.users["editor"]
    desk.secrets.trouble = trouble
    wizard = checked(desk, at_sign_in(desk, site), user.name, user.application_password)
    wizard.next.click()

    wizard.next.click()
    desk.settle()
    said, stored = wizard.keyring.text, desk.station.accounts.all()
    with desk.qtbot.waitSignal(wizard.connected, timeout=10_000):
        wizard.keyring.session.click()

    (account,) = desk.station.accounts.all()
    assert said.startswith(words)
    assert stored == ()
    assert account.state is AccountState.SESSION_ONLY
    assert desk.secrets.kept == {}


def test_an_unlocked_keyring_takes_the_password_at_the_second_try(desk: Desk, site: WordPressServer) -> None:
    user = site.users["editor"]
    desk.secrets.trouble = SecretsLocked()
    wizard = checked(desk, at_sign_in(desk, site), user.name, user.application_password)
    wizard.next.click()
    wizard.next.click()
    desk.settle()

    desk.secrets.trouble = None
    with desk.qtbot.waitSignal(wizard.connected, timeout=10_000):
        wizard.keyring.again.click()

    (account,) = desk.station.accounts.all()
    assert account.state is AccountState.READY


def test_a_real_keyring_keeps_the_password(
    new_desk: Callable[..., Desk], site: WordPressServer, keyring_of_this_process: KeyringSession
) -> None:
    desk, user = new_desk(keyring=True), site.users["editor"]
    wizard = checked(desk, at_sign_in(desk, site), user.name, user.application_password)
    wizard.next.click()

    with desk.qtbot.waitSignal(wizard.connected, timeout=20_000):
        wizard.next.click()
    (account,) = desk.station.accounts.all()
    checking = desk.wizard_for(account, check=True)
    desk.settle()
    title = checking.pages.check.title.text()
    desk.station.accounts.remove(account.id)

    assert account.state is AccountState.READY
    assert title == "Everything works"
    assert keyring_of_this_process.environment


# --- stored accounts ---


def test_signing_in_again_replaces_the_password(desk: Desk, site: WordPressServer) -> None:
    user = site.users["editor"]
    account = desk.account(Network.WORDPRESS, address=site.url, login=user.name, password="old-word")
    wizard = desk.wizard_for(account)
    desk.settle()

    wizard.pages.password.secret.setText(user.application_password)
    wizard.next.click()
    desk.settle()
    with desk.qtbot.waitSignal(wizard.connected, timeout=10_000):
        wizard.next.click()

    assert wizard.pages.password.login.isReadOnly()
    assert [secret.parts["password"] for secret in desk.secrets.kept.values()] == [user.application_password]


def test_a_check_of_a_stored_account_leads_to_the_sign_in(desk: Desk, site: WordPressServer) -> None:
    account = desk.account(Network.WORDPRESS, address=site.url, login="editor", password=WRONG)

    wizard = desk.wizard_for(account, check=True)
    desk.settle()
    title = wizard.pages.check.title.text()
    wizard.back.click()

    assert title == "The server answers, but refuses the password"
    assert wizard.stage is Stage.SIGN_IN
    assert wizard.rail.accessibleDescription() == "Step 1 of 2: Password"
    desk.settle()


def test_a_check_that_cannot_read_the_keyring_says_so(desk: Desk, site: WordPressServer) -> None:
    account = desk.account(Network.WORDPRESS, address=site.url, login="editor", password=WRONG)
    desk.secrets.trouble = SecretsLocked()

    wizard = desk.wizard_for(account, check=True)
    desk.settle()

    assert wizard.pages.check.title.text() == "The check could not begin"
    assert "The computer’s password store is locked." in words_of(wizard)
    assert desk.notices == []
