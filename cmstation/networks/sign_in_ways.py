"""Joins the sign-ins of the networks to the face that the services know."""

import re
import threading
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from cmstation.domain.accounts import Secret
from cmstation.domain.clock import Clock
from cmstation.domain.errors import AddressNotAllowed
from cmstation.domain.sign_in import OpenPage, ReturnPage, SiteDoor, SiteGrant
from cmstation.networks.places import allowed, is_loopback

if TYPE_CHECKING:
    from cmstation.networks.session import Session
    from cmstation.networks.wordpress_site import WordPressSite

# From this version on, a site sends the password to an address on the person's own computer.
_COMES_BACK_FROM = 7


class NetworkSignIn:
    """Signs in to the networks; the modules are imported when first needed."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def site_door(self, address: str) -> SiteDoor:
        """Ask a WordPress site where it lets a person allow a program.

        Raises:
            NetworkError: the site cannot be reached, or shows no REST interface.
        """
        from cmstation.networks.wordpress_site import WordPressSite, text_of  # noqa: PLC0415

        session = self._session()
        try:
            site = WordPressSite(session, address, "", "")
            site.root("check")
            place = ("authentication", "application-passwords", "endpoints", "authorization")
            page = _page_of(site.address, text_of(site.index, *place))
            comes_back = bool(page) and _hands_over(site)
        finally:
            session.close()
        return SiteDoor(page, comes_back)

    def site_page(self, door: SiteDoor, program: str) -> str:
        """Return the page on which a site makes a password for copying."""
        from cmstation.networks.sign_in import wordpress_page  # noqa: PLC0415

        return wordpress_page(door.page, program)

    def authorise_site(
        self, door: SiteDoor, program: str, open_page: OpenPage, page: ReturnPage, cancelled: threading.Event
    ) -> SiteGrant:
        """Have the person allow this program on their site, and wait for the password.

        Raises:
            SignInAbandoned: the person said no, cancelled, or nothing came in time.
        """
        from cmstation.networks.sign_in import authorise_wordpress  # noqa: PLC0415

        grant = authorise_wordpress(door.page, program, open_page, page, cancelled)
        return SiteGrant(grant.login, grant.secret)

    def authorise_server(
        self, address: str, open_page: OpenPage, page: ReturnPage, cancelled: threading.Event
    ) -> Secret:
        """Have the person allow this program on their Mastodon server, and wait for the token.

        Raises:
            SignInAbandoned: the person said no, cancelled, or nothing came in time.
            NetworkError: the server cannot be reached or refuses.
        """
        from cmstation.networks.mastodon_sign_in import authorise_mastodon  # noqa: PLC0415

        session = self._session()
        try:
            return authorise_mastodon(session, address, open_page, page, cancelled)
        finally:
            session.close()

    def token_page(self, address: str) -> str:
        """Return the page on which a Mastodon server makes a token by hand."""
        from cmstation.networks.mastodon_sign_in import settings_page  # noqa: PLC0415

        return settings_page(address)

    def pasted_token(self, typed: str) -> Secret:
        """Return the secret of a token that a person copied.

        Raises:
            SignInNeeded: it cannot be a token.
        """
        from cmstation.networks.mastodon_sign_in import pasted_token  # noqa: PLC0415

        return pasted_token(typed)

    def _session(self) -> "Session":
        from cmstation.networks.session import Session  # noqa: PLC0415 (requests comes late)

        return Session(self._clock)


def _page_of(address: str, page: str) -> str:
    """Return the page when it is the site's own: a person would type their password into it."""
    try:
        there = allowed(page).hostname or ""
    except AddressNotAllowed:
        return ""
    here = (urlsplit(address).hostname or "").removeprefix("www.")
    there = there.removeprefix("www.")
    related = there == here or there.endswith("." + here) or here.endswith("." + there)
    return page if related else ""


def _hands_over(site: "WordPressSite") -> bool:
    """Tell whether the site accepts an address on this computer as the way back."""
    if is_loopback(urlsplit(site.address).hostname or ""):
        return True
    shown = re.search(r'name="generator" content="WordPress (\d+)', site.visit("/", step="check").text)
    return shown is not None and int(shown.group(1)) >= _COMES_BACK_FROM
