"""Reads what anybody may see of other clinics' accounts on Mastodon and Bluesky, without signing in."""

import re
from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Any, Final, NamedTuple
from urllib.parse import urlencode, urlsplit

from cmstation.domain.clock import Clock
from cmstation.domain.errors import (
    AddressNotFound,
    AnswerNotUnderstood,
    NetworkError,
    NotSent,
    Offline,
    PermissionMissing,
    RateLimited,
)
from cmstation.domain.metrics_networks import PeerReader, Reading
from cmstation.domain.networks import Network
from cmstation.domain.watch import SourceTrouble
from cmstation.domain.watch_networks import SourceUnread
from cmstation.networks.bluesky_calls import plain_handle
from cmstation.networks.feed_fetching import FeedFetcher
from cmstation.networks.feed_json_answers import listed, read_json, words
from cmstation.networks.feed_wire import is_inside
from cmstation.networks.metrics_bluesky import profile_readings
from cmstation.networks.metrics_mastodon import account_readings
from cmstation.networks.places import is_loopback

PUBLIC_BLUESKY: Final = "https://public.api.bsky.app"
_DID: Final = re.compile(r"did:[a-z0-9]+:[A-Za-z0-9._:%-]{1,256}")
_HANDLE: Final = re.compile(r"(?=.{3,253}\Z)[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})+")
_NAME: Final = r"([A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,62}[A-Za-z0-9_])?)"
_HOST: Final = r"([^\s/@?#\\:]{1,253}(?::\d{1,5})?)"
_AT: Final = re.compile(rf"(?:acct:|@)?{_NAME}@{_HOST}")
_PROFILE: Final = re.compile(rf"(?:https?://)?{_HOST}/(?:users/|@){_NAME}(?:@{_HOST})?/?(?:[?#].*)?")
_FOR_MEMBERS: Final = "!no-unauthenticated"


class MastodonPeers:
    """Public figures of accounts on Mastodon-like servers (`domain/metrics_networks.py`: PeerReader)."""

    def __init__(self, fetcher: FeedFetcher) -> None:
        self._fetcher = fetcher

    def look(self, address: str) -> tuple[Reading, ...]:
        """Return followers and statuses.

        Args:
            address: "@name@host", or a profile's address.

        Raises:
            AddressNotFound: there is no such account; code `private`: it is in a private network.
            PermissionMissing: the server shows it to its members only.
            RateLimited, NotSent, AnswerNotUnderstood: as the server answered.
        """
        account = _named(address)
        try:
            return self._looked_up_anywhere(account)
        finally:
            self._fetcher.close()

    def _looked_up_anywhere(self, account: "_Named") -> tuple[Reading, ...]:
        """Ask the domain of the account's name, and the server that it points to."""
        try:
            return self._looked_up(account)
        except (AddressNotFound, AnswerNotUnderstood) as failure:
            elsewhere = None if failure.code == "private" else self._server_of(account)
            if elsewhere is None:
                raise
        return self._looked_up(elsewhere)

    def _looked_up(self, account: "_Named") -> tuple[Reading, ...]:
        query = urlencode({"acct": account.name})
        content = _asked(self._fetcher, f"{account.base}/api/v1/accounts/lookup?{query}")
        return _some(account_readings(content))

    def _server_of(self, account: "_Named") -> "_Named | None":
        """Ask a domain on which server its accounts live; None when it does not say another one."""
        resource = urlencode({"resource": f"acct:{account.name}@{urlsplit(account.base).netloc}"})
        try:
            content = _asked(self._fetcher, f"{account.base}/.well-known/webfinger?{resource}")
        except (AddressNotFound, AnswerNotUnderstood, PermissionMissing):
            return None
        for link in listed(content, "links"):
            found = _PROFILE.fullmatch(words(link, "href")) if words(link, "rel") == "self" else None
            if found and _base(found[1]) != account.base:
                return _Named(found[2], _base(found[1]))
        return None


class BlueskyPeers:
    """Public figures of Bluesky accounts (`domain/metrics_networks.py`: PeerReader)."""

    def __init__(self, fetcher: FeedFetcher, base: str = PUBLIC_BLUESKY) -> None:
        self._fetcher = fetcher
        self._base = base.rstrip("/")

    def look(self, address: str) -> tuple[Reading, ...]:
        """Return followers and posts.

        Args:
            address: a handle, a lasting name ("did:…"), or a profile's address.

        Raises:
            AddressNotFound: there is no such account.
            PermissionMissing: its owner shows it only to people who signed in.
            RateLimited, NotSent, AnswerNotUnderstood: as the server answered.
        """
        actor = plain_handle(address)
        if not (_DID if actor.startswith("did:") else _HANDLE).fullmatch(actor):
            raise AddressNotFound(code="no_handle")
        url = f"{self._base}/xrpc/app.bsky.actor.getProfile?{urlencode({'actor': actor})}"
        try:
            # The network answers 400 for an account that is not there.
            content = _asked(self._fetcher, url, missing=400)
        finally:
            self._fetcher.close()
        if any(words(label, "val") == _FOR_MEMBERS for label in listed(content, "labels")):
            raise PermissionMissing(code="members_only", right="public")
        return _some(profile_readings(content))


def peer_reader(
    network: Network,
    clock: Clock | None = None,
    *,
    bluesky: str = PUBLIC_BLUESKY,
    inside: Callable[[str], bool] = is_inside,
) -> PeerReader | None:
    """Return what reads other people's accounts on a network; None where nobody may without signing in.

    Args:
        bluesky: where Bluesky's public interface answers.
        inside: tells whether an IP address is of a private network, where no peer can be.
    """
    match network:
        case Network.MASTODON:
            return MastodonPeers(FeedFetcher(clock, inside=inside))
        case Network.BLUESKY:
            return BlueskyPeers(FeedFetcher(clock, inside=inside), bluesky)
        case _:
            return None


class _Named(NamedTuple):
    """An account on a server."""

    name: str
    base: str


def _named(address: str) -> _Named:
    typed = "".join(sign for sign in address if sign.isprintable() and not sign.isspace())
    if found := _AT.fullmatch(typed):
        return _Named(found[1], _base(found[2]))
    if found := _PROFILE.fullmatch(typed):
        # A profile of another server, as this one shows it: its own server knows the true figures.
        return _Named(found[2], _base(found[3] or found[1]))
    raise AddressNotFound(code="no_handle")


def _base(host: str) -> str:
    return f"{'http' if is_loopback(host.partition(':')[0]) else 'https'}://{host.lower()}"


def _some(told: tuple[Reading, ...]) -> tuple[Reading, ...]:
    if not told:
        raise AnswerNotUnderstood(code="no_figures")
    return told


def _asked(fetcher: FeedFetcher, url: str, *, missing: int = 404) -> dict[str, Any]:
    """Ask for JSON; nothing private is reached, wherever the address leads."""
    failure: NetworkError
    try:
        return read_json(fetcher.fetch(url, accept="application/json", guarded=True))
    except SourceUnread as unread:
        failure = _failure(unread, urlsplit(url).hostname or "", missing)
    raise failure


def _failure(unread: SourceUnread, host: str, missing: int) -> NetworkError:
    """Say in the networks' family of errors why nothing came."""
    status = int(unread.detail) if re.fullmatch(r"\d{3}", unread.detail) else None
    code = "" if status is not None else unread.detail
    trouble = unread.trouble
    if status == missing or trouble in (SourceTrouble.GONE, SourceTrouble.UNSAFE_ADDRESS):
        return AddressNotFound(status=status, code=code, address=host)
    if trouble is SourceTrouble.SIGN_IN_NEEDED or status == HTTPStatus.FORBIDDEN:
        return PermissionMissing(status=status, code="members_only", right="public")
    if trouble is SourceTrouble.ASKED_TO_WAIT:
        return RateLimited(status=status, retry_at=unread.retry_at)
    return _LINE.get(trouble, AnswerNotUnderstood)(status=status, code=code)


_LINE: Final[Mapping[SourceTrouble, type[NetworkError]]] = {
    SourceTrouble.OFFLINE: Offline,
    SourceTrouble.TIMED_OUT: NotSent,
    SourceTrouble.NO_ANSWER: NotSent,
    SourceTrouble.SERVER_TROUBLE: NotSent,
}
