"""What the wizard knows so far of the account that it connects."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Self

from PySide6.QtCore import QObject

from cmstation.domain.accounts import Account, NewAccount, Secret
from cmstation.domain.network_rules import rules_of
from cmstation.domain.networks import AccountReport, Network, Way


class Stage(StrEnum):
    """A step of the wizard."""

    NETWORK = "network"
    ADDRESS = "address"
    SIGN_IN = "sign_in"
    CHECK = "check"
    SETTINGS = "settings"


_NEW = {
    Way.DIRECT: tuple(Stage),
    Way.ASSISTED: (Stage.NETWORK, Stage.ADDRESS, Stage.SETTINGS),
    Way.REHEARSAL: (Stage.NETWORK, Stage.CHECK, Stage.SETTINGS),
}


@dataclass(slots=True)
class Connection:
    """An account on its way; it lives as long as the wizard.

    Args:
        account: the stored account that is signed in again or checked, None for a new one.
        stages: the steps to go, in their order.
        secret: what the person gave; only ever handed to the check and to the keyring.
        report: of the last check.
    """

    stages: tuple[Stage, ...] = _NEW[Way.DIRECT]
    account: Account | None = None
    network: Network | None = None
    way: Way = Way.DIRECT
    address: str = ""
    login: str = ""
    handle: str = ""
    name: str = ""
    audience: str = ""
    native_scheduling: bool = True
    secret: Secret | None = field(default=None, repr=False)
    report: AccountReport | None = None

    @classmethod
    def of(cls, account: Account, stages: tuple[Stage, ...]) -> Self:
        """Start from a stored account."""
        return cls(
            stages=stages,
            account=account,
            network=account.network,
            way=account.way,
            address=account.address,
            login=account.login,
            handle=account.handle,
            name=account.name,
            audience=account.audience,
            native_scheduling=account.native_scheduling,
        )

    def choose(self, network: Network, way: Way) -> None:
        """Take a network; what was said of another one is forgotten."""
        if (network, way) != (self.network, self.way):
            self.address = rules_of(network).publish_page if way is Way.ASSISTED else ""
            self.login = self.handle = self.name = self.audience = ""
            self.forget_secret()
        self.network, self.way = network, way
        self.stages = _NEW[way]

    def forget_secret(self) -> None:
        """Drop the secret, and the check that was made with it."""
        self.secret = self.report = None

    @property
    def chosen(self) -> Network:
        """The network; only asked for once one was chosen."""
        if self.network is None:
            raise LookupError("no network was chosen yet")
        return self.network

    def new_account(self) -> NewAccount:
        """Return the account as it would be stored now; what the check found wins over what was typed."""
        report = self.report
        return NewAccount(
            network=self.chosen,
            way=self.way,
            name=self.name.strip() or self.chosen.proper_name,
            address=(report.address if report is not None else "") or self.address,
            login=self.login,
            handle=(report.handle if report is not None else "") or self.handle,
            software=report.software if report is not None else "",
            limits=report.limits if report is not None else None,
            native_scheduling=self.native_scheduling,
        )


def connection_name(connection: Connection) -> str:
    """Suggest a name: what the account calls itself, else the network."""
    report = connection.report
    told = report.display_name.strip() if report is not None else ""
    network = connection.chosen
    if network is Network.WORDPRESS or told in {"", network.proper_name}:
        return network.proper_name
    return f"{network.proper_name} – {told}"[:80]


class Unfinished(QObject):
    """A connection that was put aside, without its secret; it lives as long as the window."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._kept: Connection | None = None

    @classmethod
    def under(cls, parent: QObject) -> "Unfinished":
        """Return the one of this parent."""
        return parent.findChild(cls) or cls(parent)

    def keep(self, connection: Connection) -> None:
        """Put a connection aside."""
        connection.forget_secret()
        self._kept = connection

    def take(self) -> Connection | None:
        """Return what was put aside, once."""
        kept, self._kept = self._kept, None
        return kept
