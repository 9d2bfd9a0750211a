"""The clinic's accounts on its networks, and the secret words that open them."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from cmstation.domain.networks import AccountLimits, Network, Way


class AccountState(StrEnum):
    """Whether an account can be used now."""

    READY = "ready"
    SIGN_IN_NEEDED = "sign_in_needed"
    SESSION_ONLY = "session_only"  # signed in until the program ends: no keyring could keep the secret
    PAUSED = "paused"


@dataclass(frozen=True, slots=True)
class Secret:
    """A password or token; its repr never shows it.

    Args:
        parts: named secret values, for instance {"password": …} or {"access": …, "refresh": …}.
    """

    parts: dict[str, str] = field(repr=False)

    def __str__(self) -> str:
        return "Secret(…)"

    __repr__ = __str__


@dataclass(frozen=True, slots=True)
class NewAccount:
    """What the wizard or the command line knows before an account is stored.

    Args:
        address: base https address of the site, instance or PDS; for assisted accounts the page to open.
        login: the name that signs in (WordPress user, Bluesky handle); not a secret.
    """

    network: Network
    way: Way
    name: str
    address: str = ""
    login: str = ""
    handle: str = ""
    software: str = ""
    limits: AccountLimits | None = None
    native_scheduling: bool = True


@dataclass(frozen=True, slots=True)
class Account:
    """One account of the clinic on one network.

    Args:
        name: what the clinic calls it ("Site", "Page de la maternité").
        handle: what the network calls it ("@clinique-tilleuls.example").
        position: order in tabs and lists, from 0.
    """

    id: int
    network: Network
    way: Way
    name: str
    handle: str
    address: str
    login: str
    state: AccountState
    position: int
    software: str = ""
    limits: AccountLimits | None = None
    native_scheduling: bool = True
    audience: str = ""
    checked_at: datetime | None = None
