"""Signing in to a network: reads what a person types, and leads them through their own browser."""

import re
import threading
from collections.abc import Iterable
from typing import Protocol
from urllib.parse import SplitResult, urlsplit

from cmstation.domain.accounts import Account, NewAccount, Secret
from cmstation.domain.clock import Clock
from cmstation.domain.errors import AddressNotAllowed, SignInNeeded
from cmstation.domain.networks import Network, Way
from cmstation.domain.sign_in import OpenPage, ReturnPage, SiteDoor, SiteGrant

BLUESKY_SERVER = "https://bsky.social"
BLUESKY_PASSWORDS = "https://bsky.app/settings/app-passwords"
PROGRAM = "CM Station"
# What people copy along with the address of their site.
_INNER_PAGES = re.compile(r"/(wp-admin|wp-login\.php|wp-json|wp-content|xmlrpc\.php|index\.php)(/.*)?$")
_HOST = re.compile(r"[^\s./:@]+(\.[^\s./:@]+)+")
_APP_PASSWORD = re.compile(r"[a-z0-9]{4}(-[a-z0-9]{4}){3}")
# What word processors make of a hyphen, and the spaces that people put instead of it.
_BETWEEN_GROUPS = re.compile(r"\s*[-\u2010-\u2015\u2212]\s*|\s+")
_AROUND = " <>()[]\"'«»“”‘’,;.\u00a0\u202f"


class SignInWays(Protocol):
    """The sign-ins of the networks (`networks/sign_in_ways.py`)."""

    def site_door(self, address: str) -> SiteDoor:
        """Ask a WordPress site where it lets a person allow a program."""
        ...

    def site_page(self, door: SiteDoor, program: str) -> str:
        """Return the page on which a site makes a password for copying."""
        ...

    def authorise_site(
        self, door: SiteDoor, program: str, open_page: OpenPage, page: ReturnPage, cancelled: threading.Event
    ) -> SiteGrant:
        """Have the person allow this program on their site, and wait for the password."""
        ...

    def authorise_server(
        self, address: str, open_page: OpenPage, page: ReturnPage, cancelled: threading.Event
    ) -> Secret:
        """Have the person allow this program on their Mastodon server, and wait for the token."""
        ...

    def token_page(self, address: str) -> str:
        """Return the page on which a Mastodon server makes a token by hand."""
        ...

    def pasted_token(self, typed: str) -> Secret:
        """Return the secret of a token that a person copied."""
        ...


class SignIn:
    """What a person can do to sign in; a call may wait for them, so never on the GUI thread."""

    def __init__(self, ways: SignInWays, clock: Clock) -> None:
        self._ways = ways
        self._clock = clock

    def site_door(self, address: str) -> SiteDoor:
        """Ask a WordPress site where it lets a person allow a program."""
        return self._ways.site_door(address)

    def site_page(self, door: SiteDoor) -> str:
        """Return the page on which a site makes a password for copying."""
        return self._ways.site_page(door, self._name())

    def authorise_site(
        self, door: SiteDoor, open_page: OpenPage, page: ReturnPage, cancelled: threading.Event
    ) -> SiteGrant:
        """Have the person allow this program on their site.

        Raises:
            SignInNeeded: code access_denied, timed_out, cancelled or no_browser.
        """
        return self._ways.authorise_site(door, self._name(), open_page, page, cancelled)

    def authorise_server(
        self, address: str, open_page: OpenPage, page: ReturnPage, cancelled: threading.Event
    ) -> Secret:
        """Have the person allow this program on their Mastodon server.

        Raises:
            SignInNeeded: code access_denied, timed_out, cancelled or no_browser.
            NetworkError: the server cannot be reached or refuses.
        """
        return self._ways.authorise_server(address, open_page, page, cancelled)

    def token_page(self, address: str) -> str:
        """Return the page on which a Mastodon server makes a token by hand."""
        return self._ways.token_page(address)

    def secret_of(self, network: Network, typed: str) -> Secret:
        """Return the secret in what a person typed or pasted.

        Raises:
            SignInNeeded: code no_secret, no_token, or account_password (a password that opens more than
                this program needs: it is refused before it leaves).
        """
        if network is Network.MASTODON:
            return self._ways.pasted_token(typed)
        words = _seen(typed).strip()
        if not words:
            raise SignInNeeded(code="no_secret")
        if network is Network.BLUESKY:
            words = _BETWEEN_GROUPS.sub("-", words).lower()
            if not _APP_PASSWORD.fullmatch(words):
                raise SignInNeeded(code="account_password")
        return Secret({"password": words})

    def _name(self) -> str:
        # A site refuses a second password of the same name.
        return f"{PROGRAM} {self._clock.now():%Y-%m-%d %H:%M:%S}"


def same_account(accounts: Iterable[Account], new: NewAccount) -> Account | None:
    """Return the stored account that a new one would repeat: each post would leave twice."""
    own = _person(new)
    if new.way is not Way.DIRECT or not own[1]:
        return None
    return next(
        (
            account
            for account in accounts
            if account.way is Way.DIRECT and account.network is new.network and _person(account) == own
        ),
        None,
    )


def site_address(typed: str) -> str:
    """Return the address of a site in what a person typed or copied: "tilleuls.example/wp-admin/".

    Raises:
        AddressNotAllowed: it names no site, or not a secure one.
    """
    parts = _parts(_whole(typed))
    path = _INNER_PAGES.sub("", parts.path.rstrip("/")).rstrip("/")
    return _allowed(f"{parts.scheme}://{parts.netloc}{path}")


def server_address(typed: str) -> str:
    """Return the address of a server in what a person typed: a name, an address or a whole handle.

    Raises:
        AddressNotAllowed: it names no server, or not a secure one.
    """
    words = _clean(typed)
    if "://" not in words:
        words = words.rpartition("@")[2]
    parts = _parts(_whole(words))
    return _allowed(f"{parts.scheme}://{parts.netloc}")


def page_address(typed: str) -> str:
    """Return the address of a page to open, "" for none.

    Raises:
        AddressNotAllowed: it is no address, or not a secure one.
    """
    return _allowed(_whole(typed)) if _clean(typed) else ""


def bluesky_handle(typed: str) -> str:
    """Return the handle in what a person typed: "@Clinique", "clinique.bsky.social", a profile's address.

    Raises:
        AddressNotAllowed: it can be no handle; "@clinique@mastodon.example" belongs to another network.
    """
    words = _clean(typed)
    if words.startswith("@") and "@" in words.lstrip("@"):
        raise AddressNotAllowed(address=words[:80])
    if "/profile/" in words:
        words = re.split(r"[/?#]", words.partition("/profile/")[2])[0]
    broken, words = len(words.split()) > 1, "".join(words.split()).lstrip("@")
    if words.startswith("did:"):
        return words
    words = words.removeprefix("https://").rstrip("/").lower()
    if words and not broken and "." not in words and "@" not in words:
        words = f"{words}.bsky.social"
    if not _HOST.fullmatch(words.rpartition("@")[2]):
        raise AddressNotAllowed(address=words[:80])
    return words


def _person(account: Account | NewAccount) -> tuple[str, str]:
    """Return where an account is and who it is there, comparable."""
    place = urlsplit(account.address.lower())
    own = (account.handle or account.login).lstrip("@").casefold()
    if account.network is not Network.WORDPRESS:
        return "", own  # the name says where it is
    return f"{place.netloc.removeprefix('www.')}{place.path.rstrip('/')}", own


def _seen(typed: str) -> str:
    """Leave out the marks nobody sees, that come along with what is copied."""
    return "".join(sign for sign in typed if sign.isprintable() or sign.isspace())


def _clean(typed: str) -> str:
    """Leave out what surrounds an address where it was copied."""
    return _seen(typed).strip().strip(_AROUND)


def _whole(typed: str) -> str:
    words = _clean(typed)
    if "://" in words:
        scheme, _, rest = words.partition("://")
        return f"{scheme.lower()}://{rest}"
    host = words.partition("/")[0].partition(":")[0].lower()
    return f"{'http' if _is_this_computer(host) else 'https'}://{words}"


def _allowed(address: str) -> str:
    """Let pass https, and http on this computer."""
    parts = _parts(address)
    host = parts.hostname or ""
    strange = any(sign.isspace() or sign == "\\" or not sign.isprintable() for sign in address)
    here = _is_this_computer(host)
    if strange or "@" in parts.netloc or not (here or _HOST.fullmatch(host)):
        raise AddressNotAllowed(address=host)
    if parts.scheme != "https" and not (parts.scheme == "http" and here):
        raise AddressNotAllowed(address=host, code="not_secure")
    return address.rstrip("/")


def _parts(address: str) -> SplitResult:
    try:
        parts = urlsplit(address)
        _ = parts.hostname, parts.port  # parsed only when asked for
    except ValueError:
        raise AddressNotAllowed(address="") from None
    return parts


def _is_this_computer(host: str) -> bool:
    return host in {"localhost", "127.0.0.1", "::1"}
