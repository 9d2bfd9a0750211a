"""The stage on which Mastodon's adapter is tried, and ways to make accounts and adapters for it."""

import re
from collections.abc import Sequence
from html import unescape

from cmstation.domain.accounts import Account, AccountState, Secret
from cmstation.domain.clock import Clock, SystemClock
from cmstation.domain.networks import Network, Way
from cmstation.networks.mastodon import Mastodon
from cmstation.networks.session import Session, Waits
from tests.networks.contract_stage import SeenPost
from tests.servers.mastodon import MastodonServer

USERNAME = "clinique"
WRONG_TOKEN = "not-the-right-token-at-all"


def account_at(address: str, software: str = "") -> Account:
    """Make the clinic's account at a server."""
    return Account(
        id=1,
        network=Network.MASTODON,
        way=Way.DIRECT,
        name="Mastodon",
        handle="@clinique",
        address=address,
        login="",
        state=AccountState.READY,
        position=0,
        software=software,
    )


def impatient_session(clock: Clock | None = None) -> Session:
    """Make a session that waits about a second."""
    short = Waits(1, 1, 3)
    return Session(clock, reading=short, writing=short, sending=short)


def adapter_for(
    server: MastodonServer,
    *,
    address: str | None = None,
    token: str | None = None,
    clock: Clock | None = None,
    software: str = "",
) -> Mastodon:
    """Build the adapter of the clinic's account on the test server."""
    clock = clock or SystemClock()
    session = Session(clock) if address is None else impatient_session(clock)
    secret = Secret({"access": token or server.accounts[USERNAME].access_token})
    return Mastodon(session, account_at(address or server.url, software), secret, clock)


class MastodonStage:
    """A Mastodon API server with the clinic's account."""

    send_call = ("POST", "/api/v1/statuses")

    def __init__(self, server: MastodonServer) -> None:
        self.server = server
        self.address = server.url
        self.secret_words = (server.accounts[USERNAME].access_token, WRONG_TOKEN)

    def publisher(self, *, address: str | None = None, wrong_secret: bool = False) -> Mastodon:
        """Build the adapter anew."""
        return adapter_for(self.server, address=address, token=WRONG_TOKEN if wrong_secret else None)

    def posts(self, word: str) -> Sequence[SeenPost]:
        """Read the statuses that hold a word."""
        return [_seen(row) for row in self.server.statuses(USERNAME) if word in row["content"]]

    def hidden(self, word: str) -> int | None:
        """Tell that uploads cannot be listed."""
        return None


def _seen(row: dict[str, object]) -> SeenPost:
    content = str(row["content"])
    text = unescape(re.sub(r"<[^>]*>", "", re.sub(r"<br ?/?>|</p><p>", "\n", content)))
    media = row["media_attachments"]
    assert isinstance(media, list)
    links = tuple(unescape(found) for found in re.findall(r'href="([^"]*)"', content))
    return SeenPost(
        str(row["id"]),
        text,
        links,
        tuple(str(one["description"]) for one in media),  # pyright: ignore
    )
