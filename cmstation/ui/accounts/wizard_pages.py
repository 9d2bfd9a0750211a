"""The pages of the wizard, made once and shown by step."""

from typing import TYPE_CHECKING

from cmstation.domain.networks import Network
from cmstation.ui.accounts.address_page import AddressPage
from cmstation.ui.accounts.check_page import CheckPage
from cmstation.ui.accounts.connection import Connection, Stage
from cmstation.ui.accounts.network_page import NetworkPage
from cmstation.ui.accounts.page import Page
from cmstation.ui.accounts.password_page import PasswordPage
from cmstation.ui.accounts.server_page import ServerPage
from cmstation.ui.accounts.settings_page import SettingsPage
from cmstation.ui.icons import Icons

if TYPE_CHECKING:
    from cmstation.services.station import Station
    from cmstation.ui.commands import Commands


class WizardPages:
    """One page for each step; two for the sign-in, since networks differ most there."""

    def __init__(self, icons: Icons, station: "Station", commands: "Commands") -> None:
        self.network = NetworkPage(icons, rehearsal=station.rehearsal)
        self.address = AddressPage(icons)
        self.password = PasswordPage(icons, station.sign_in, commands)
        self.server = ServerPage(icons, station.sign_in, commands)
        self.check = CheckPage(icons, station.accounts, commands, station.clock)
        self.settings = SettingsPage(icons)

    def all(self) -> tuple[Page, ...]:
        """Return every page."""
        return (self.network, self.address, self.password, self.server, self.check, self.settings)

    def page(self, connection: Connection, stage: Stage) -> Page:
        """Return the page of a step."""
        match stage:
            case Stage.NETWORK:
                return self.network
            case Stage.ADDRESS:
                return self.address
            case Stage.SIGN_IN:
                return self.server if connection.network is Network.MASTODON else self.password
            case Stage.CHECK:
                return self.check
            case Stage.SETTINGS:
                return self.settings
