"""Words of the wizard: its window, its steps, its next step."""

from PySide6.QtCore import QCoreApplication

from cmstation.domain.networks import Network, Way
from cmstation.ui.accounts.connection import Connection, Stage

translate = QCoreApplication.translate


def window_title(connection: Connection) -> str:
    """Say what the wizard does."""
    if connection.account is None:
        return translate("WizardWords", "Connect an account")
    name = connection.account.name
    if Stage.SIGN_IN in connection.stages:
        return translate("WizardWords", "Sign in again: {name}").format(name=name)
    return translate("WizardWords", "Check {name}").format(name=name)


def step_titles(connection: Connection) -> list[str]:
    """Name the steps in the words of the network."""
    return [_step_title(connection, stage) for stage in connection.stages]


def next_words(stage: Stage, connection: Connection, *, passed: bool, twin: bool = False) -> str:
    """Say what the button of the next step does.

    Args:
        passed: whether this step is done.
        twin: the account is stored already.
    """
    match stage:
        case Stage.SETTINGS:
            return translate("WizardWords", "Save the account")
        case Stage.SIGN_IN:
            return translate("WizardWords", "Check the connection")
        case Stage.CHECK if twin:
            return translate("WizardWords", "Close")
        case Stage.CHECK if not passed:
            return translate("WizardWords", "Check again")
        case Stage.CHECK if connection.account is not None:
            kept = connection.secret is not None
            return (
                translate("WizardWords", "Keep this sign-in") if kept else translate("WizardWords", "Close")
            )
        case _:
            return translate("WizardWords", "Continue")


def _step_title(connection: Connection, stage: Stage) -> str:
    match stage:
        case Stage.NETWORK:
            return translate("WizardWords", "Network")
        case Stage.ADDRESS:
            return _address_title(connection)
        case Stage.SIGN_IN:
            mastodon = connection.network is Network.MASTODON
            return (
                translate("WizardWords", "Permission") if mastodon else translate("WizardWords", "Password")
            )
        case Stage.CHECK:
            return translate("WizardWords", "Check")
        case Stage.SETTINGS:
            return translate("WizardWords", "Account settings")


def _address_title(connection: Connection) -> str:
    if connection.network is None:
        return translate("WizardWords", "Address")
    if connection.way is Way.ASSISTED:
        return translate("WizardWords", "Page to open")
    match connection.network:
        case Network.BLUESKY:
            return translate("WizardWords", "Handle")
        case Network.MASTODON:
            return translate("WizardWords", "Server")
        case _:
            return translate("WizardWords", "Address of the site")
