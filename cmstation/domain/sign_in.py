"""The facts of signing in through the person's own browser."""

from collections.abc import Callable
from dataclasses import dataclass

from cmstation.domain.accounts import Secret

OpenPage = Callable[[str], object]
"""Opens an address in the person's browser; False when there is none."""


@dataclass(frozen=True, slots=True)
class ReturnPage:
    """The words that the browser shows at the end, in the person's language.

    Args:
        accepted: shown when the sign-in arrived ("You can close this page.").
        refused: shown when the network or the person said no.
        unexpected: shown to a request that does not belong to this sign-in.
    """

    language: str
    title: str
    accepted: str
    refused: str
    unexpected: str


@dataclass(frozen=True, slots=True)
class SiteDoor:
    """How a WordPress site lets a person allow this program.

    Args:
        page: of the site, "" when it offers none.
        comes_back: whether the site hands the password over by itself; else it shows it for copying.
    """

    page: str = ""
    comes_back: bool = False


@dataclass(frozen=True, slots=True)
class SiteGrant:
    """What a site gave after the person said yes."""

    login: str
    secret: Secret
