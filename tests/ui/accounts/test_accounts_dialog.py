"""The list of accounts: what it shows, and what can be done there."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QPushButton

from cmstation.domain.accounts import AccountState, NewAccount, Secret
from cmstation.domain.networks import Network, Way
from cmstation.ui.accounts.account_words import spoken_words
from cmstation.ui.accounts.dialog import AccountsDialog
from cmstation.ui.accounts.remove_dialog import RemoveDialog
from cmstation.ui.accounts.wizard import AccountWizard
from tests.ui.accounts.conftest import Desk, words_of


def names(dialog: AccountsDialog) -> list[str]:
    return [account.name for account in dialog.model.accounts]


@pytest.fixture
def filled(desk: Desk) -> Desk:
    """Three accounts, one of each way but the rehearsal."""
    desk.account(Network.MASTODON, name="Mastodon", handle="@clinique@mastodon.example")
    desk.account(Network.BLUESKY, name="Bluesky", login="clinique.bsky.social")
    desk.station.accounts.add(NewAccount(Network.LINKEDIN, Way.ASSISTED, "LinkedIn"), None)
    return desk


def test_an_empty_list_leads_to_the_wizard(desk: Desk) -> None:
    dialog = desk.list()
    (button,) = [
        button
        for button in dialog.findChildren(QPushButton)
        if button.isVisible() and button.text() != "Close"
    ]

    with desk.qtbot.waitSignal(dialog.wizard_wanted):
        button.click()

    assert "No account is connected yet" in words_of(dialog)


def test_the_state_of_an_account_is_said_in_words(filled: Desk) -> None:
    dialog = filled.list()

    assert [spoken_words(account) for account in dialog.model.accounts] == [
        "Mastodon, Mastodon · @clinique@mastodon.example, Connected",
        "Bluesky, Bluesky · network.example, Connected",
        "LinkedIn, LinkedIn, By hand",
    ]
    QAbstractItemModelTester(dialog.model, QAbstractItemModelTester.FailureReportingMode.Fatal, dialog.model)


def test_an_account_is_renamed_where_its_name_stands(filled: Desk) -> None:
    dialog = filled.list()

    dialog.panel.name.selectAll()
    QTest.keyClicks(dialog.panel.name, "Mastodon de la clinique")
    QTest.keyClick(dialog.panel.name, Qt.Key.Key_Return)
    filled.settle()

    assert names(dialog)[0] == "Mastodon de la clinique"
    assert filled.station.accounts.all()[0].name == "Mastodon de la clinique"
    assert dialog.isVisible()


def test_an_empty_name_brings_the_old_one_back(filled: Desk) -> None:
    dialog = filled.list()

    dialog.panel.name.clear()
    dialog.panel.name.editingFinished.emit()
    filled.settle()

    assert dialog.panel.name.text() == "Mastodon"
    assert names(dialog)[0] == "Mastodon"


def test_who_reads_an_account_is_said_where_it_stands(filled: Desk) -> None:
    dialog = filled.list()

    QTest.keyClicks(dialog.panel.audience, "Patientes et familles")
    QTest.keyClick(dialog.panel.audience, Qt.Key.Key_Return)
    filled.settle()
    dialog.choose(dialog.model.accounts[1].id)
    other = dialog.panel.audience.text()
    dialog.choose(dialog.model.accounts[0].id)

    assert filled.station.accounts.all()[0].audience == "Patientes et familles"
    assert (other, dialog.panel.audience.text()) == ("", "Patientes et familles")
    assert dialog.isVisible()


def test_an_account_is_paused_and_resumed(filled: Desk) -> None:
    dialog = filled.list()

    dialog.panel.pause.click()
    filled.settle()
    paused, offered = filled.station.accounts.all()[0].state, dialog.panel.pause.text()
    dialog.panel.pause.click()
    filled.settle()

    assert (paused, offered) == (AccountState.PAUSED, "Resume")
    assert filled.station.accounts.all()[0].state is AccountState.READY


def test_the_order_is_changed_and_the_chosen_account_stays_chosen(filled: Desk) -> None:
    dialog = filled.list()
    dialog.choose(dialog.model.accounts[2].id)

    dialog.panel.up.click()
    filled.settle()
    QTest.keyClick(dialog.view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    filled.settle()

    assert names(dialog) == ["LinkedIn", "Mastodon", "Bluesky"]
    assert [account.name for account in filled.station.accounts.all()] == names(dialog)
    assert dialog.account is not None
    assert dialog.account.name == "LinkedIn"
    assert not dialog.panel.up.isEnabled()


def test_native_scheduling_is_offered_where_the_network_can(filled: Desk) -> None:
    dialog = filled.list()
    offered = [dialog.panel.native.isVisible()]
    dialog.panel.native.click()
    filled.settle()
    for account in dialog.model.accounts[1:]:
        dialog.choose(account.id)
        offered.append(dialog.panel.native.isVisible())

    assert offered == [True, False, False]
    assert [account.native_scheduling for account in filled.station.accounts.all()] == [False, True, True]


def test_removing_asks_and_says_what_happens(filled: Desk) -> None:
    dialog = filled.list()

    dialog.panel.remove.click()
    question = dialog.findChild(RemoveDialog)
    assert question is not None
    said, before = words_of(question), len(filled.station.accounts.all())
    question.remove.click()
    filled.settle()

    assert "Remove Mastodon?" in said
    assert "What it has published stays on Mastodon" in said
    assert before == 3
    assert names(dialog) == ["Bluesky", "LinkedIn"]
    assert len(filled.secrets.kept) == 1


def test_keeping_the_account_keeps_it(filled: Desk) -> None:
    dialog = filled.list()

    dialog.panel.remove.click()
    question = dialog.findChild(RemoveDialog)
    assert question is not None
    question.keep.click()
    filled.settle()

    assert len(names(dialog)) == 3


def test_an_account_published_by_hand_has_no_password_to_ask_for(filled: Desk) -> None:
    dialog = filled.list()

    dialog.choose(dialog.model.accounts[2].id)

    assert not dialog.panel.sign_in.isVisible()
    assert not dialog.panel.check.isVisible()
    assert "You publish here by hand" in words_of(dialog)


def test_signing_in_again_starts_at_the_sign_in(filled: Desk) -> None:
    dialog = filled.list()

    dialog.panel.sign_in.click()
    wizard = dialog.findChild(AccountWizard)

    assert wizard is not None
    assert wizard.windowTitle() == "Sign in again: Mastodon"
    assert wizard.rail.accessibleDescription() == "Step 1 of 2: Permission"


def test_an_account_that_came_meanwhile_is_shown(filled: Desk) -> None:
    dialog = filled.list()
    new = NewAccount(Network.X, Way.ASSISTED, "X")

    filled.commands.run(lambda: filled.station.accounts.add(new, None))
    filled.settle()

    assert names(dialog)[-1] == "X"


def test_an_account_of_this_session_says_what_that_means(desk: Desk) -> None:
    new = NewAccount(Network.BLUESKY, Way.DIRECT, "Bluesky", "https://bsky.social", "clinique.bsky.social")
    desk.station.accounts.add(new, Secret({"password": "x"}), session_only=True)

    dialog = desk.list()

    assert spoken_words(dialog.model.accounts[0]).endswith("Signed in for this session")
    assert "forgotten when CM Station closes" in words_of(dialog)


def test_the_list_of_a_rehearsal_says_so(new_desk: Callable[..., Desk]) -> None:
    dialog = new_desk(rehearsal=True).list()

    assert {spoken_words(account).rpartition(", ")[2] for account in dialog.model.accounts} == {"Rehearsal"}
