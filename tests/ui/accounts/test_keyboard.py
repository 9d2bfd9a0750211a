"""The wizard and the list of accounts by keyboard and by ear."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLineEdit, QWidget

from cmstation.domain.networks import Network
from cmstation.ui.accounts.connection import Connection, Stage
from cmstation.ui.accounts.wizard import AccountWizard
from tests.fakes.slow_check import SlowCheck
from tests.ui.accounts.conftest import Desk


@pytest.fixture
def network() -> SlowCheck:
    return SlowCheck()


@pytest.fixture
def desk(new_desk: Callable[..., Desk], network: SlowCheck) -> Desk:
    return new_desk(doors=network)


def opened(desk: Desk, network: Network, stage: Stage) -> AccountWizard:
    known = Connection(network=network, address="https://social.example", login="clinique.example")
    wizard = AccountWizard(
        desk.station,
        desk.commands,
        desk.icons.theme,
        desk.icons,
        desk.window,
        connection=known,
        stage=stage,
    )
    desk.shown(wizard)
    activate(desk, wizard)
    return wizard


def activate(desk: Desk, dialog: QDialog) -> None:
    dialog.activateWindow()
    desk.qtbot.waitUntil(dialog.isActiveWindow)


def name_of(widget: QWidget) -> str:
    """Return what a screen reader calls a widget."""
    return widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")


def shown(dialog: QDialog) -> list[QWidget]:
    """Return what is visible in a dialog."""
    return [child for child in dialog.findChildren(QWidget) if child.isVisible()]


def walked(dialog: QDialog, key: Qt.Key = Qt.Key.Key_Tab) -> list[str]:
    """Return the names of what Tab reaches, once around, from where the keyboard is."""
    first = QApplication.focusWidget()
    assert first is not None
    names = [name_of(first)]
    for _ in range(40):
        now = QApplication.focusWidget()
        assert now is not None
        QTest.keyClick(now, key)
        now = QApplication.focusWidget()
        assert now is not None
        assert dialog.isAncestorOf(now)
        if now is first:
            return names
        names.append(name_of(now))
    raise AssertionError(names)


def test_the_tiles_come_first_and_the_next_step_last(desk: Desk) -> None:
    wizard = opened(desk, Network.WORDPRESS, Stage.NETWORK)

    names = walked(wizard)

    assert names[0] == "WordPress"
    assert names[-2:] == ["Finish later", "Continue"]
    assert "" not in names


@pytest.mark.parametrize(
    ("network", "stage", "names"),
    [
        (
            Network.BLUESKY,
            Stage.ADDRESS,
            ["Handle", "Server", "Finish later", "Back", "Continue"],
        ),
        (
            Network.BLUESKY,
            Stage.SIGN_IN,
            ["App password of clinique.example", "Finish later", "Back", "Open this page of Bluesky"],
        ),
        (
            Network.MASTODON,
            Stage.SIGN_IN,
            [
                "Sign in in the browser",
                "Or paste a token",
                "Open the page where the server makes one",
                "Finish later",
                "Back",
            ],
        ),
        (
            Network.MASTODON,
            Stage.SETTINGS,
            [
                "Name",
                "For whom?",
                "The network keeps planned posts until their hour",
                "Finish later",
                "Back",
                "Save the account",
            ],
        ),
    ],
)
def test_tab_goes_down_the_page_and_through_the_foot(
    desk: Desk, network: Network, stage: Stage, names: list[str]
) -> None:
    wizard = opened(desk, network, stage)

    assert walked(wizard) == names


def test_tab_reaches_the_card_of_a_failed_step_before_the_foot(desk: Desk, network: SlowCheck) -> None:
    wizard = opened(desk, Network.MASTODON, Stage.CHECK)
    network.passes("address", "instance")
    network.fails("token", "header_stripped")
    desk.settle()
    # Qt shows what is added to a layout at the next turn of the loop.
    desk.qtbot.waitUntil(lambda: "Copy" in [name_of(child) for child in shown(wizard)])

    assert walked(wizard) == [
        "Check again",
        "Text to copy",
        "Copy",
        "Prepare the message for the host",
        "Copy technical details",
        "Finish later",
        "Back",
    ]


def test_the_keyboard_waits_at_a_way_out_while_a_check_runs(desk: Desk, network: SlowCheck) -> None:
    wizard = opened(desk, Network.MASTODON, Stage.CHECK)
    during = wizard.back.hasFocus()

    network.passes("address", "instance", "token", "scopes", "limits")
    network.ends()
    desk.settle()
    after = wizard.next.hasFocus()
    QTest.keyClick(wizard.next, Qt.Key.Key_Return)

    assert (during, after) == (True, True)
    assert wizard.stage is Stage.SETTINGS


@pytest.mark.parametrize("stage", [Stage.NETWORK, Stage.ADDRESS, Stage.SIGN_IN, Stage.SETTINGS])
def test_enter_is_the_next_step_and_escape_closes(desk: Desk, stage: Stage) -> None:
    wizard = opened(desk, Network.MASTODON, stage)
    default = wizard.next.isDefault()
    others = [
        button.text()
        for button in wizard.findChildren(QAbstractButton)
        if getattr(button, "autoDefault", bool)() and button is not wizard.next
    ]

    QTest.keyClick(wizard, Qt.Key.Key_Escape)

    assert default
    assert others == []
    assert not wizard.isVisible()


def test_the_list_of_accounts_is_walked_from_the_list_to_its_deeds(desk: Desk) -> None:
    desk.account(Network.MASTODON)
    desk.account(Network.BLUESKY)
    dialog = desk.list()
    activate(desk, dialog)
    dialog.view.setFocus()

    assert walked(dialog) == [
        "Accounts of the clinic",
        "Name",
        "For whom?",
        "Network keeps planned posts",
        "Check the connection",
        "Sign in again",
        "Pause",
        "Move down",
        "Remove…",
        "Connect an account",
        "Close",
    ]


def test_every_field_has_a_name(desk: Desk) -> None:
    wizard = desk.wizard()
    dialog = desk.list()

    fields = [*wizard.findChildren(QLineEdit), *dialog.findChildren(QLineEdit)]
    nameless = [field.objectName() for field in dialog.findChildren(QLineEdit) if not field.accessibleName()]

    assert len(fields) > 6
    assert nameless == []
