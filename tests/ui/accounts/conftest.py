"""A window with the services of a real data folder, real networks and a keyring in memory."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from cmstation.domain.accounts import Account, NewAccount, Secret
from cmstation.domain.networks import Network, Way
from cmstation.open_station import Parts, open_station
from cmstation.services.accounts import Doors
from cmstation.services.station import Station
from cmstation.ui.accounts.dialog import AccountsDialog
from cmstation.ui.accounts.wizard import AccountWizard
from cmstation.ui.commands import Commands
from cmstation.ui.icons import Icons
from cmstation.ui.jobs import JobRunner
from cmstation.ui.notices import Notice
from cmstation.ui.theme.theme import Theme, ThemeChoice
from tests.fakes.secret_box import SecretBox
from tests.servers.wordpress import WordPressServer

WRONG = "abcd EFGH ijkl MNOP qrst UVWX"


class Browser(QObject):
    """Takes the pages that the program opens, instead of the system's browser."""

    def __init__(self) -> None:
        super().__init__()
        self.pages: list[str] = []
        self.visit: Callable[[str], object] = self.pages.append

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.pages.append(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))
        if self.visit != self.pages.append:
            self.visit(self.pages[-1])


@dataclass
class Desk:
    """What a test of the dialogs works on."""

    station: Station
    secrets: SecretBox
    commands: Commands
    icons: Icons
    window: QWidget
    qtbot: QtBot
    notices: list[Notice] = field(default_factory=list[Notice])

    def wizard(self) -> AccountWizard:
        """Open the wizard for a new account."""
        wizard = AccountWizard(self.station, self.commands, self.icons.theme, self.icons, self.window)
        return self.shown(wizard)

    def wizard_for(self, account: Account, *, check: bool = False) -> AccountWizard:
        """Open the wizard for a stored account."""
        make = AccountWizard.to_check if check else AccountWizard.for_account
        wizard = make(self.station, self.commands, self.icons.theme, self.icons, account, self.window)
        return self.shown(wizard)

    def list(self) -> AccountsDialog:
        """Open the list of accounts, once it has read them."""
        dialog = AccountsDialog(self.station, self.commands, self.icons.theme, self.icons, self.window)
        dialog.open()
        self.settle()
        return dialog

    def shown(self, wizard: AccountWizard) -> AccountWizard:
        wizard.open()
        self.qtbot.waitExposed(wizard)
        return wizard

    def settle(self) -> None:
        """Wait until nothing is under way."""
        self.qtbot.waitUntil(lambda: not self.commands.jobs.busy, timeout=30_000)

    def account(self, network: Network = Network.MASTODON, **fields: str) -> Account:
        """Store an account without asking its network."""
        new = NewAccount(
            network,
            Way.DIRECT,
            fields.get("name", network.proper_name),
            fields.get("address", "https://network.example"),
            fields.get("login", "clinique"),
            fields.get("handle", ""),
        )
        return self.station.accounts.add(new, Secret({"password": fields.get("password", "s3cret")})).value


def words_of(widget: QWidget) -> str:
    """Return everything that is written on a widget and can be seen."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def at_sign_in(desk: Desk, site: WordPressServer) -> AccountWizard:
    """Choose WordPress and give the address, as people copy it."""
    wizard = desk.wizard()
    wizard.pages.network.tiles[Network.WORDPRESS].click()
    wizard.next.click()
    wizard.pages.address.first.setText(f" {site.url}/wp-admin/ ")
    wizard.next.click()
    desk.settle()
    return wizard


def checked(desk: Desk, wizard: AccountWizard, login: str, password: str) -> AccountWizard:
    """Type name and password, and wait for the end of the check."""
    wizard.pages.password.login.setText(login)
    wizard.pages.password.secret.setText(password)
    wizard.next.click()
    desk.settle()
    return wizard


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """Give a light theme, worn by the application; no window may outlive its test."""
    worn = Theme(ThemeChoice.LIGHT, no_motion=False)
    worn.apply(qapp)
    yield worn
    qapp.setStyle("Fusion")


@pytest.fixture
def browser() -> Iterator[Browser]:
    """Catch the pages that would open in the system's browser."""
    caught = Browser()
    for scheme in ("http", "https", "mailto"):
        # The binding wants words here, its stub says bytes.
        QDesktopServices.setUrlHandler(scheme, caught, "open")  # pyright: ignore[reportArgumentType]
    yield caught
    for scheme in ("http", "https", "mailto"):
        QDesktopServices.unsetUrlHandler(scheme)


@pytest.fixture
def new_desk(theme: Theme, tmp_path: Path, qtbot: QtBot, browser: Browser) -> Iterator[Callable[..., Desk]]:
    before = set(map(id, QApplication.topLevelWidgets()))
    made: list[Desk] = []

    def make(*, rehearsal: bool = False, keyring: bool = False, doors: Doors | None = None) -> Desk:
        secrets = SecretBox()
        parts = Parts(secrets=None if keyring else secrets, doors=doors)
        station = open_station(tmp_path / "clinic", rehearsal=rehearsal, parts=parts)
        window = QWidget()
        window.resize(1366, 768)
        window.show()
        desk = Desk(station, secrets, Commands(JobRunner()), Icons(theme), window, qtbot)
        desk.commands.noticed.connect(desk.notices.append)
        made.append(desk)
        return desk

    yield make
    for desk in made:
        for widget in QApplication.topLevelWidgets():
            if id(widget) not in before and widget is not desk.window:
                widget.close()
        assert desk.commands.jobs.stop(10_000)
        desk.station.close()
        desk.window.close()
        desk.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert [widget for widget in QApplication.topLevelWidgets() if id(widget) not in before] == []


@pytest.fixture
def desk(new_desk: Callable[..., Desk]) -> Desk:
    return new_desk()


@pytest.fixture
def site(wordpress_server: WordPressServer) -> Iterator[WordPressServer]:
    """The site, whole again after the test."""
    yield wordpress_server
    wordpress_server.break_with(())
