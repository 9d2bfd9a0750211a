"""Other clinics' public figures: read without signing in, and never from inside a private network."""

import json
import urllib.request
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode

import pytest

from cmstation.domain.clock import FixedClock
from cmstation.domain.errors import (
    AddressNotFound,
    AnswerNotUnderstood,
    NetworkError,
    NotSent,
    PermissionMissing,
    RateLimited,
)
from cmstation.domain.metrics_networks import PeerReader, Reading
from cmstation.domain.networks import Network
from cmstation.networks.feed_fetching import FeedFetcher
from cmstation.networks.feed_limits import FeedLimits
from cmstation.networks.metrics_peers import BlueskyPeers, MastodonPeers, peer_reader
from tests.fakes import feed_server as served
from tests.fakes.feed_server import Act, FeedServer
from tests.networks.bluesky_network_stage import bluesky_network, comes_true  # pyright: ignore
from tests.servers.bluesky import HANDLES
from tests.servers.bluesky_network import BlueskyNetwork
from tests.servers.mastodon import MastodonServer

__all__ = ["bluesky_network"]

NOW = datetime(2026, 10, 12, 8, 0, tzinfo=UTC)
HANDLE, OTHER_HANDLE = HANDLES
HASTY = FeedLimits(connect=1, read=1, whole=2)


def nothing_is_inside(_address: str) -> bool:
    """Let the tests' own servers be reached."""
    return False


def figures(readings: tuple[Reading, ...]) -> dict[str, int]:
    return {reading.definition: reading.value for reading in readings}


def reader_of(network: Network, bluesky: str = "") -> PeerReader:
    found = peer_reader(network, bluesky=bluesky, inside=nothing_is_inside)
    assert found is not None
    return found


# --- real servers -----------------------------------------------------------------------------------------


@pytest.mark.real_server
class TestRealServers:
    """Against servers that know nothing of us."""

    @pytest.mark.parametrize("shape", ["@clinique@{place}", "clinique@{place}", "http://{place}/@clinique"])
    def test_mastodon_tells_followers_and_statuses(self, mastodon_server: MastodonServer, shape: str) -> None:
        place = mastodon_server.url.removeprefix("http://")
        path = f"{mastodon_server.url}/api/v1/accounts/lookup?acct=clinique"
        with urllib.request.urlopen(path, timeout=10) as answer:
            expected = json.loads(answer.read())

        told = figures(reader_of(Network.MASTODON).look(shape.format(place=place)))

        assert told == {
            "mastodon.account.followers": expected["followers_count"],
            "mastodon.account.posts": expected["statuses_count"],
        }

    def test_mastodon_tells_that_there_is_nobody(self, mastodon_server: MastodonServer) -> None:
        with pytest.raises(AddressNotFound):
            reader_of(Network.MASTODON).look(f"{mastodon_server.url}/@personne")

    @pytest.mark.parametrize("shape", ["{handle}", "@{handle}", "https://bsky.app/profile/{handle}", "{did}"])
    def test_bluesky_tells_followers_and_posts(self, bluesky_network: BlueskyNetwork, shape: str) -> None:
        did = bluesky_network.accounts[OTHER_HANDLE].did
        name = bluesky_network.appview
        asked = {"actor": did}

        def told() -> dict[str, int]:
            reader = reader_of(Network.BLUESKY, bluesky_network.appview)
            return figures(reader.look(shape.format(handle=OTHER_HANDLE, did=did)))

        def expected() -> dict[str, int]:
            profile = bluesky_network.call("GET", name, "app.bsky.actor.getProfile", asked)
            return {
                "bluesky.account.followers": profile["followersCount"],
                "bluesky.account.posts": profile["postsCount"],
            }

        assert comes_true(lambda: told() == expected())

    def test_bluesky_tells_that_there_is_nobody(self, bluesky_network: BlueskyNetwork) -> None:
        with pytest.raises(AddressNotFound):
            reader_of(Network.BLUESKY, bluesky_network.appview).look("personne.test")


# --- doubles ----------------------------------------------------------------------------------------------


@pytest.fixture
def server() -> Iterator[FeedServer]:
    with FeedServer() as running:
        yield running


def says(content: object) -> Act:
    return served.gives(json.dumps(content).encode(), "application/json")


LOOKUP = "/api/v1/accounts/lookup?acct=clinique"
PROFILE = "/xrpc/app.bsky.actor.getProfile?actor=clinique.test"
GOOD = {"followers_count": 12, "statuses_count": 34, "followersCount": 12, "postsCount": 34}
Look = Callable[[], tuple[Reading, ...]]


@pytest.fixture(params=["mastodon", "bluesky"])
def peer(server: FeedServer, request: pytest.FixtureRequest) -> tuple[str, Look]:
    """Give where a network answers of an account, and a way to look at it."""
    fetcher = FeedFetcher(FixedClock(NOW), limits=HASTY, inside=nothing_is_inside)
    if request.param == "mastodon":
        return LOOKUP, lambda: MastodonPeers(fetcher).look(f"{server.url}/@clinique")
    return PROFILE, lambda: BlueskyPeers(fetcher, server.url).look("clinique.test")


@pytest.mark.parametrize(
    ("act", "kind"),
    [
        (served.refuses(401), PermissionMissing),
        (served.refuses(403), PermissionMissing),
        (served.refuses(404), AddressNotFound),
        (served.refuses(410), AddressNotFound),
        (served.refuses(418), AnswerNotUnderstood),
        (served.refuses(429), RateLimited),
        (served.refuses(500), NotSent),
        (served.gives(b"<h1>Bonjour</h1>", "text/html"), AnswerNotUnderstood),
        (says([GOOD]), AnswerNotUnderstood),
        (says({}), AnswerNotUnderstood),
        (says({"followers_count": "12", "followersCount": -1}), AnswerNotUnderstood),
        (served.gives(b"[" * 200_000, "application/json"), AnswerNotUnderstood),
        (served.endless, AnswerNotUnderstood),
        (served.bomb(), AnswerNotUnderstood),
        (served.silent, NotSent),
        (served.drips(0.05), NotSent),
        (served.babbles, NetworkError),
        (served.resets, NotSent),
    ],
)
def test_what_goes_wrong_is_an_error_of_the_family(
    server: FeedServer, peer: tuple[str, Look], act: Act, kind: type[NetworkError]
) -> None:
    path, look = peer
    server.put(path, act)

    with pytest.raises(kind):
        look()


def test_a_request_to_wait_tells_until_when(server: FeedServer, peer: tuple[str, Look]) -> None:
    path, look = peer
    server.put(path, served.refuses(429, Retry_After="120"))

    with pytest.raises(RateLimited) as caught:
        look()

    assert caught.value.retry_at == NOW + timedelta(seconds=120)


def test_a_figure_that_is_not_told_is_absent(server: FeedServer, peer: tuple[str, Look]) -> None:
    path, look = peer
    server.put(path, says({**GOOD, "followers_count": None, "followersCount": 10**20}))

    assert list(figures(look()).values()) == [34]


def test_an_account_for_members_only_is_not_read(server: FeedServer) -> None:
    server.put(PROFILE, says({**GOOD, "labels": [{"val": "!no-unauthenticated"}]}))

    with pytest.raises(PermissionMissing) as caught:
        reader_of(Network.BLUESKY, server.url).look("clinique.test")

    assert caught.value.code == "members_only"


def test_a_domain_that_points_to_another_server_is_followed(server: FeedServer) -> None:
    place = server.url.removeprefix("http://")
    with FeedServer() as other:
        asked = urlencode({"resource": f"acct:clinique@{place}"})
        links = [{"rel": "self", "href": f"{other.url}/users/clinique"}, {"rel": "x"}, 3]
        server.put(f"/.well-known/webfinger?{asked}", says({"links": links}))
        other.put(LOOKUP, says(GOOD))

        told = reader_of(Network.MASTODON).look(f"@clinique@{place}")

    assert figures(told) == {"mastodon.account.followers": 12, "mastodon.account.posts": 34}


def test_a_profile_that_another_server_shows_is_read_on_its_own(server: FeedServer) -> None:
    server.put(LOOKUP, says(GOOD))
    place = server.url.removeprefix("http://")

    assert reader_of(Network.MASTODON).look(f"https://mastodon.example/@clinique@{place}")


NO_ACCOUNTS = (
    *("", " ", "clinique", "@", "@@", "@a b@c d/e", "@x@a@b", "@x@host/../..", "@x@host?y"),
    *("https://", "https://exemple.fr/", "ftp://exemple.fr/@x", "x" * 10_000, "@x@" + "y" * 10_000),
)


@pytest.mark.parametrize("address", NO_ACCOUNTS)
@pytest.mark.parametrize("network", [Network.MASTODON, Network.BLUESKY])
def test_what_names_no_account_is_refused_before_anything_is_asked(
    server: FeedServer, network: Network, address: str
) -> None:
    with pytest.raises(AddressNotFound) as caught:
        reader_of(network, server.url).look(address)

    assert caught.value.code == "no_handle"
    assert server.paths() == []


@pytest.mark.parametrize(
    "host", ["127.0.0.1:{port}", "localhost:{port}", "10.0.0.1", "192.168.1.1", "169.254.169.254"]
)
def test_nothing_in_a_private_network_is_asked(server: FeedServer, host: str) -> None:
    reader = peer_reader(Network.MASTODON)
    assert reader is not None

    with pytest.raises(AddressNotFound) as caught:
        reader.look(f"@clinique@{host.format(port=server.port)}")

    assert caught.value.code == "private"
    assert server.connections == 0


def test_nothing_private_is_reached_behind_a_redirect(server: FeedServer) -> None:
    with FeedServer("127.0.0.2") as private:
        server.put(LOOKUP, served.leads_to(private.put("/inside", says(GOOD))))
        fetcher = FeedFetcher(inside=lambda address: address == "127.0.0.2")

        with pytest.raises(AddressNotFound) as caught:
            MastodonPeers(fetcher).look(f"{server.url}/@clinique")

    assert caught.value.code == "private"
    assert private.connections == 0


def test_networks_that_show_nothing_without_a_sign_in_have_no_reader() -> None:
    having = {network for network in Network if peer_reader(network) is not None}

    assert having == {Network.MASTODON, Network.BLUESKY}
