"""The steps of a check, one after the other, and what happens when it is left or repeats an account."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cmstation.domain.accounts import NewAccount, Secret
from cmstation.domain.networks import Network, Way
from cmstation.ui.accounts.check_rows import CheckCard, CheckRow, Stand
from cmstation.ui.accounts.connection import Stage
from cmstation.ui.accounts.wizard import AccountWizard
from tests.fakes.slow_check import SlowCheck
from tests.ui.accounts.conftest import Desk

NAMES = ("address", "instance", "token", "scopes", "limits")


@pytest.fixture
def network() -> SlowCheck:
    return SlowCheck()


@pytest.fixture
def desk(new_desk: Callable[..., Desk], network: SlowCheck) -> Desk:
    return new_desk(doors=network)


def at_check(desk: Desk) -> AccountWizard:
    """Come to the check of a Mastodon account."""
    wizard = desk.wizard()
    wizard.pages.network.tiles[Network.MASTODON].click()
    wizard.next.click()
    wizard.pages.address.first.setText(" @clinique@social.example\u200b")
    wizard.next.click()
    wizard.pages.server.token.setText("Zx9_bK3-qW7rT1yU5iO8pA2sD4fG6hJ0kL")
    wizard.next.click()
    return wizard


def stands(wizard: AccountWizard) -> list[Stand]:
    return [wizard.pages.check.steps.stands[name] for name in NAMES]


def wait_for(desk: Desk, wizard: AccountWizard, name: str) -> None:
    desk.qtbot.waitUntil(lambda: wizard.pages.check.steps.stands[name] is Stand.UNDER_WAY)


def test_each_step_goes_from_waiting_to_under_way_to_its_end(desk: Desk, network: SlowCheck) -> None:
    wizard = at_check(desk)
    seen = [stands(wizard)]

    network.passes("address")
    wait_for(desk, wizard, "instance")
    seen.append(stands(wizard))
    network.passes("instance", "token")
    wait_for(desk, wizard, "scopes")
    seen.append(stands(wizard))
    spoken = [row.accessibleName() for row in wizard.findChildren(CheckRow) if row.isVisibleTo(wizard)]
    network.passes("scopes", "limits")
    network.ends()
    desk.settle()
    seen.append(stands(wizard))

    waiting, under_way, ended = Stand.WAITING, Stand.UNDER_WAY, Stand.ENDED
    assert seen == [
        [under_way, waiting, waiting, waiting, waiting],
        [ended, under_way, waiting, waiting, waiting],
        [ended, ended, ended, under_way, waiting],
        [ended] * 5,
    ]
    assert wizard.pages.check.title.text() == "Everything works"
    assert spoken == [
        "Address reached over a secure line",
        "Mastodon server recognised",
        "Permission accepted",
        "Permission wide enough to publish · being tried…",
        "Limits of the server read",
    ]


def test_a_step_that_fails_shows_its_cause_before_the_check_is_over(desk: Desk, network: SlowCheck) -> None:
    wizard = at_check(desk)

    network.passes("address", "instance")
    network.fails("token", "token_refused")
    desk.qtbot.waitUntil(lambda: wizard.findChild(CheckCard) is not None)
    desk.settle()

    assert wizard.pages.check.title.text() == "The server answers, but refuses the permission"
    assert wizard.next.text() == "Check again"


def test_a_check_that_is_left_stops_at_its_next_step_and_keeps_what_was_typed(
    desk: Desk, network: SlowCheck
) -> None:
    wizard = at_check(desk)
    network.passes("address")
    wait_for(desk, wizard, "instance")

    QTest.keyClick(wizard, Qt.Key.Key_Escape)
    network.passes("instance")
    desk.settle()
    again = desk.wizard()

    assert desk.station.accounts.all() == ()
    assert desk.notices == []
    assert again.stage is Stage.ADDRESS
    assert again.pages.address.first.text() == "https://social.example"


def test_an_account_that_is_there_already_is_not_connected_twice(desk: Desk, network: SlowCheck) -> None:
    new = NewAccount(
        Network.MASTODON, Way.DIRECT, "Notre Mastodon", "https://social.example", "", network.handle
    )
    desk.station.accounts.add(new, Secret({"access": "first"}))
    wizard = at_check(desk)

    network.passes(*NAMES)
    network.ends()
    desk.settle()

    said = (wizard.pages.check.title.text(), wizard.pages.check.trouble, wizard.next.text())
    wizard.next.click()
    again = desk.wizard()

    assert said[0] == "This account is connected already"
    assert "“Notre Mastodon”" in said[1]
    assert said[2] == "Close"
    assert len(desk.station.accounts.all()) == 1
    assert again.stage is Stage.NETWORK


def test_a_wizard_that_is_closed_while_it_saves_leaves_nothing_behind(desk: Desk, network: SlowCheck) -> None:
    wizard = at_check(desk)
    network.passes(*NAMES)
    network.ends()
    desk.settle()
    wizard.next.click()

    wizard.next.click()
    QTest.keyClick(wizard, Qt.Key.Key_Escape)
    desk.settle()
    again = desk.wizard()

    (account,) = desk.station.accounts.all()
    assert account.handle == network.handle
    assert again.stage is Stage.NETWORK


def test_who_reads_the_account_is_asked_and_kept(desk: Desk, network: SlowCheck) -> None:
    wizard = at_check(desk)
    network.passes(*NAMES)
    network.ends()
    desk.settle()
    wizard.next.click()

    wizard.pages.settings.audience.setText("  Patientes et familles ")
    with desk.qtbot.waitSignal(wizard.connected, timeout=10_000):
        wizard.next.click()

    (account,) = desk.station.accounts.all()
    assert account.audience == "Patientes et familles"


def test_a_line_that_is_cut_in_the_middle_is_named_and_tried_again(desk: Desk, network: SlowCheck) -> None:
    wizard = at_check(desk)
    network.passes("address", "instance")
    network.fails("token", "cut")
    desk.settle()
    said, offered = wizard.pages.check.title.text(), wizard.next.text()

    network.passes(*NAMES)
    network.ends()
    wizard.next.click()
    desk.settle()

    assert (said, offered) == ("The line was lost during the check", "Check again")
    assert wizard.pages.check.title.text() == "Everything works"
    assert wizard.findChild(CheckCard) is None


@pytest.mark.parametrize(
    ("chosen", "typed", "words"),
    [
        (Network.WORDPRESS, "contact@clinique.example", "This is no address"),
        (Network.WORDPRESS, "notre site", "This is no address"),
        (Network.WORDPRESS, "http://clinique.example/wp-admin", "not secure"),
        (Network.MASTODON, "clinique", "This is no address"),
        (Network.BLUESKY, "@clinique@mastodon.example", "This is no handle"),
        (Network.BLUESKY, "la clinique", "This is no handle"),
    ],
)
def test_what_cannot_be_used_is_said_at_its_field_and_stays_there(
    desk: Desk, chosen: Network, typed: str, words: str
) -> None:
    wizard = desk.wizard()
    wizard.pages.network.tiles[chosen].click()
    wizard.next.click()
    wizard.pages.address.first.setText(typed)
    wizard.next.click()

    assert wizard.stage is Stage.ADDRESS
    assert words in wizard.pages.address.trouble
    assert wizard.pages.address.first.text() == typed
    assert words in wizard.pages.address.first.accessibleDescription()


def test_a_mail_address_signs_in_to_bluesky(desk: Desk, network: SlowCheck) -> None:
    network.handle = "clinique.bsky.social"
    wizard = desk.wizard()
    wizard.pages.network.tiles[Network.BLUESKY].click()
    wizard.next.click()
    wizard.pages.address.first.setText("communication@clinique.example ")
    wizard.next.click()
    wizard.pages.password.secret.setText("abcd efgh 2345 wxyz")
    wizard.next.click()
    network.passes("address", "password")
    network.ends()
    desk.settle()

    wizard.next.click()
    with desk.qtbot.waitSignal(wizard.connected, timeout=10_000):
        wizard.next.click()

    (account,) = desk.station.accounts.all()
    assert (account.login, account.handle) == ("communication@clinique.example", "clinique.bsky.social")
    assert [secret.parts for secret in desk.secrets.kept.values()] == [{"password": "abcd-efgh-2345-wxyz"}]
