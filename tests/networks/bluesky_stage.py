"""The stage on which Bluesky's adapter is tried, and ways to make accounts and adapters for it."""

from collections.abc import Mapping, Sequence
from typing import Any

from cmstation.domain.accounts import Account, AccountState, Secret
from cmstation.domain.clock import Clock, SystemClock
from cmstation.domain.networks import Network, Way
from cmstation.networks.bluesky import Bluesky
from cmstation.networks.bluesky_calls import Keep
from cmstation.networks.session import Session, Waits
from tests.networks.contract_stage import SeenPost
from tests.servers.bluesky import BlueskyServer

HANDLE = "clinique.test"
OTHER_HANDLE = "patiente.test"
WRONG_PASSWORD = "abcd-efgh-ijkl-mnop"
_FACET = "app.bsky.richtext.facet#link"


def account_at(address: str, login: str = HANDLE) -> Account:
    """Make the clinic's account at a server."""
    return Account(
        id=1,
        network=Network.BLUESKY,
        way=Way.DIRECT,
        name="Bluesky",
        handle=login,
        address=address,
        login=login,
        state=AccountState.READY,
        position=0,
    )


class SecretSafe:
    """Keeps what the adapter hands over, as a keyring would."""

    def __init__(self, parts: Mapping[str, str]) -> None:
        self.secret = Secret(dict(parts))
        self.kept: list[Secret] = []

    def keep(self, secret: Secret) -> None:
        """Keep a renewed secret."""
        self.secret = secret
        self.kept.append(secret)


def adapter_with(
    address: str,
    secret: Secret,
    keep: Keep,
    *,
    clock: Clock | None = None,
    patient: bool = True,
    login: str = HANDLE,
) -> Bluesky:
    """Build an adapter; linked pages are looked for only briefly."""
    clock = clock or SystemClock()
    short = Waits(1, 1, 3)
    session = Session(clock) if patient else Session(clock, reading=short, writing=short, sending=short)
    pages = Session(clock, reading=short)
    return Bluesky(session, account_at(address, login), secret, clock, keep, pages=pages)


class BlueskyStage:
    """A Bluesky server with the clinic's account."""

    send_call = ("POST", "com.atproto.repo.putRecord")

    def __init__(self, server: BlueskyServer) -> None:
        self.server = server
        self.address = server.url
        self.safe = SecretSafe({"password": server.accounts[HANDLE].app_password})

    @property
    def secret_words(self) -> tuple[str, ...]:
        """Give all that must never show."""
        parts = self.safe.secret.parts
        hidden = (parts.get("access", ""), parts.get("refresh", ""), parts["password"], WRONG_PASSWORD)
        return tuple(word for word in hidden if word)

    def publisher(self, *, address: str | None = None, wrong_secret: bool = False) -> Bluesky:
        """Build the adapter anew, with the tokens that an earlier one has kept."""
        if wrong_secret:
            return adapter_with(self.address, Secret({"password": WRONG_PASSWORD}), SecretSafe({}).keep)
        self._sign_in()
        if address is None:
            return adapter_with(self.address, self.safe.secret, self.safe.keep)
        # The account's own document names the real server: the adapter is told to use the other one.
        detour = Secret({**self.safe.secret.parts, "pds": address})
        return adapter_with(address, detour, SecretSafe({}).keep, patient=False)

    def posts(self, word: str) -> Sequence[SeenPost]:
        """Read the records that hold a word."""
        return [_seen(row) for row in self.server.records(HANDLE) if word in row["value"]["text"]]

    def hidden(self, word: str) -> int | None:
        """Tell that unused uploads cannot be listed; the same bytes are one upload anyway."""
        return None

    def _sign_in(self) -> None:
        if "access" not in self.safe.secret.parts:
            assert adapter_with(self.address, self.safe.secret, self.safe.keep).check().passed


def _seen(row: Mapping[str, Any]) -> SeenPost:
    value = row["value"]
    links = [
        feature["uri"]
        for facet in value.get("facets", [])
        for feature in facet["features"]
        if feature["$type"] == _FACET
    ]
    embed = value.get("embed", {})
    if "external" in embed:
        links.append(embed["external"]["uri"])
    alts = tuple(image["alt"] for image in embed.get("images", []))
    return SeenPost(row["uri"], value["text"], tuple(links), alts)
