"""Figures of Bluesky accounts and posts: from the network that counts, and from servers that do not."""

import json
from collections.abc import Iterator, Mapping
from urllib.parse import urlencode

import pytest

from cmstation.domain.accounts import Secret
from cmstation.domain.clock import SystemClock
from cmstation.domain.errors import (
    AccountBlocked,
    AnswerNotUnderstood,
    NetworkError,
    NotSent,
    PermissionMissing,
    RateLimited,
    SignInNeeded,
)
from cmstation.domain.metrics_networks import Reading, RemotePost
from cmstation.networks.metrics_bluesky import MOST_POSTS, BlueskyMetrics
from cmstation.networks.metrics_counts import PacedSession
from cmstation.networks.session import Waits
from tests.fakes import feed_server as served
from tests.fakes.feed_server import Act, FeedServer
from tests.networks.bluesky_network_stage import bluesky_network, comes_true  # pyright: ignore
from tests.networks.bluesky_stage import HANDLE, OTHER_HANDLE, WRONG_PASSWORD, SecretSafe, account_at
from tests.networks.contract_stage import everything_said
from tests.servers.bluesky import BlueskyServer
from tests.servers.bluesky_network import BlueskyNetwork

__all__ = ["bluesky_network"]

POST, LIKE, REPOST = "app.bsky.feed.post", "app.bsky.feed.like", "app.bsky.feed.repost"
FOLLOW = "app.bsky.graph.follow"
KEYS = ("reactions", "shares", "comments", "saves")


def figures(readings: tuple[Reading, ...]) -> dict[str, int]:
    return {reading.definition: reading.value for reading in readings}


def post_figures(*values: int) -> dict[str, int]:
    return {f"bluesky.post.{key}": value for key, value in zip(KEYS, values, strict=True)}


def reader_with(url: str, safe: SecretSafe) -> BlueskyMetrics:
    session = PacedSession(SystemClock(), reading=Waits(2, 5, 10))
    return BlueskyMetrics(session, account_at(url), safe.secret, safe.keep)


@pytest.mark.real_server
class TestRealNetwork:
    """Against a network with an AppView."""

    @pytest.fixture
    def safe(self, bluesky_network: BlueskyNetwork) -> SecretSafe:
        return SecretSafe({"password": bluesky_network.accounts[HANDLE].app_password})

    @pytest.fixture
    def reader(self, bluesky_network: BlueskyNetwork, safe: SecretSafe) -> BlueskyMetrics:
        return reader_with(bluesky_network.url, safe)

    def test_an_account_counts_its_followers_and_posts(
        self, bluesky_network: BlueskyNetwork, reader: BlueskyMetrics
    ) -> None:
        before = figures(reader.account())
        bluesky_network.create(HANDLE, POST, {"text": "Bonjour"})
        bluesky_network.create(OTHER_HANDLE, FOLLOW, {"subject": bluesky_network.accounts[HANDLE].did})
        expected = {name: value + 1 for name, value in before.items()}

        assert set(before) == {"bluesky.account.followers", "bluesky.account.posts"}
        assert comes_true(lambda: figures(reader.account()) == expected)

    def test_posts_count_what_people_did_with_them(
        self, bluesky_network: BlueskyNetwork, reader: BlueskyMetrics
    ) -> None:
        loud, quiet = (bluesky_network.create(HANDLE, POST, {"text": "Bonjour"}) for _ in range(2))
        for who in (HANDLE, OTHER_HANDLE):
            bluesky_network.create(who, LIKE, {"subject": loud})
        bluesky_network.create(OTHER_HANDLE, REPOST, {"subject": loud})
        quote = {"$type": "app.bsky.embed.record", "record": loud}
        bluesky_network.create(OTHER_HANDLE, POST, {"text": "Je cite", "embed": quote})
        for _ in range(3):
            answer = {"root": loud, "parent": loud}
            bluesky_network.create(OTHER_HANDLE, POST, {"text": "Merci", "reply": answer})
        bluesky_network.act(OTHER_HANDLE, "app.bsky.bookmark.createBookmark", loud)

        def told() -> list[dict[str, int]]:
            found = reader.posts([loud["uri"], quiet["uri"]])
            return [figures(found[one["uri"]].readings) for one in (loud, quiet) if one["uri"] in found]

        expected = [post_figures(2, 2, 3, 1), post_figures(0, 0, 0, 0)]
        assert comes_true(lambda: told() == expected), told()

    def test_a_deleted_post_is_gone(self, bluesky_network: BlueskyNetwork, reader: BlueskyMetrics) -> None:
        kept, deleted = (bluesky_network.create(HANDLE, POST, {"text": "Bonjour"})["uri"] for _ in range(2))
        assert comes_true(lambda: len(reader.posts([kept, deleted])) == 2)
        repo, collection, rkey = deleted.removeprefix("at://").split("/")
        body = {"repo": repo, "collection": collection, "rkey": rkey}
        bluesky_network.act(HANDLE, "com.atproto.repo.deleteRecord", body)

        assert comes_true(lambda: reader.posts([deleted]) == {deleted: RemotePost(deleted, gone=True)})
        assert not reader.posts([kept])[kept].gone

    def test_a_post_of_nobody_we_know_is_absent(
        self, bluesky_network: BlueskyNetwork, reader: BlueskyMetrics
    ) -> None:
        stranger = bluesky_network.accounts[OTHER_HANDLE].did

        assert reader.posts([f"at://{stranger}/{POST}/3aaaaaaaaaa2c"]) == {}

    def test_as_many_posts_as_one_call_may_ask_for(
        self, bluesky_network: BlueskyNetwork, reader: BlueskyMetrics
    ) -> None:
        wanted = [
            bluesky_network.create(HANDLE, POST, {"text": f"Bonjour {one}"})["uri"]
            for one in range(MOST_POSTS)
        ]

        assert comes_true(lambda: list(reader.posts(wanted)) == wanted)
        assert len(reader.posts([*wanted, wanted[0]])) == MOST_POSTS

    def test_the_tokens_of_the_sign_in_are_handed_over_and_used_again(
        self, bluesky_network: BlueskyNetwork, reader: BlueskyMetrics, safe: SecretSafe
    ) -> None:
        reader.account()
        again = reader_with(bluesky_network.url, safe)

        assert again.account()
        assert len(safe.kept) == 1

    def test_a_token_that_counts_no_more_is_renewed_on_the_way(
        self, bluesky_network: BlueskyNetwork, reader: BlueskyMetrics, safe: SecretSafe
    ) -> None:
        reader.account()
        stale = SecretSafe({**safe.secret.parts, "access": "not.a.token"})

        assert reader_with(bluesky_network.url, stale).account()
        assert stale.secret.parts["access"] not in ("not.a.token", "")

    def test_a_wrong_password_asks_to_sign_in(self, bluesky_network: BlueskyNetwork) -> None:
        with pytest.raises(SignInNeeded) as caught:
            reader_with(bluesky_network.url, SecretSafe({"password": WRONG_PASSWORD})).account()

        assert WRONG_PASSWORD not in everything_said(caught.value)


@pytest.mark.real_server
def test_a_server_whose_appview_is_down_is_an_error_and_never_zero(bluesky_server: BlueskyServer) -> None:
    safe = SecretSafe({"password": bluesky_server.accounts[HANDLE].app_password})
    uri = f"at://{bluesky_server.accounts[HANDLE].did}/{POST}/3aaaaaaaaaa2c"
    reader = reader_with(bluesky_server.url, safe)

    with pytest.raises(NotSent):
        reader.account()
    with pytest.raises(NotSent):
        reader.posts([uri])


# --- answers that the network gives rarely ----------------------------------------------------------------

DID = "did:plc:abcdefghijklmnop"
URI = f"at://{DID}/{POST}/3aaaaaaaaaa2c"
OTHER_URI = f"at://{DID}/{POST}/3bbbbbbbbbb2c"
ACCESS = "access-token-of-nobody"
PROFILE = "/xrpc/app.bsky.actor.getProfile?" + urlencode({"actor": DID})
COUNTS = {"likeCount": 4, "repostCount": 2, "quoteCount": 1, "replyCount": 3, "bookmarkCount": 5}


def posts_path(*uris: str) -> str:
    return "/xrpc/app.bsky.feed.getPosts?" + urlencode({"uris": uris}, doseq=True)


def record_path(uri: str) -> str:
    repo, collection, rkey = uri.removeprefix("at://").split("/")
    place = {"repo": repo, "collection": collection, "rkey": rkey}
    return "/xrpc/com.atproto.repo.getRecord?" + urlencode(place)


def says(content: object, **headers: str) -> Act:
    return served.gives(json.dumps(content).encode(), "application/json", **headers)


def refuses(status: int, error: str, message: str = "", **headers: str) -> Act:
    body = json.dumps({"error": error, "message": message}).encode()
    return lambda line: line.say(status, body, Content_Type="application/json", **headers)


def a_post(counts: Mapping[str, object] = COUNTS) -> dict[str, object]:
    return {"uri": URI, "cid": "bafy", **COUNTS, **counts}


@pytest.fixture
def server() -> Iterator[FeedServer]:
    with FeedServer() as running:
        running.put(PROFILE, says({"did": DID, "followersCount": 12, "postsCount": 34}))
        running.put(posts_path(URI), says({"posts": [a_post()]}))
        yield running


@pytest.fixture
def reader(server: FeedServer) -> BlueskyMetrics:
    parts = {"access": ACCESS, "refresh": "", "did": DID, "pds": server.url}
    session = PacedSession(SystemClock(), reading=Waits(1, 1, 3))
    return BlueskyMetrics(session, account_at(server.url), Secret(parts), lambda _: None)


@pytest.mark.parametrize(
    ("act", "kind"),
    [
        (refuses(401, "AuthMissing"), SignInNeeded),
        (refuses(400, "ExpiredToken"), SignInNeeded),
        (refuses(400, "AccountTakedown"), AccountBlocked),
        (refuses(403, "InsufficientScope"), PermissionMissing),
        (refuses(429, "RateLimitExceeded", RateLimit_Reset="60"), RateLimited),
        (refuses(500, "InternalServerError"), NotSent),
        (refuses(502, "UpstreamFailure"), NotSent),
        (served.gives(b"<h1>Maintenance</h1>", "text/html"), AnswerNotUnderstood),
        (served.refuses(404), AnswerNotUnderstood),
        (says([]), AnswerNotUnderstood),
        (served.gives(b"[" * 200_000, "application/json"), AnswerNotUnderstood),
        (served.endless, AnswerNotUnderstood),
        (served.silent, NotSent),
    ],
)
def test_what_goes_wrong_is_an_error_and_never_a_figure(
    server: FeedServer, reader: BlueskyMetrics, act: Act, kind: type[NetworkError]
) -> None:
    server.put(PROFILE, act)
    server.put(posts_path(URI), act)

    with pytest.raises(kind) as account:
        reader.account()
    with pytest.raises(kind) as post:
        reader.posts([URI])

    assert ACCESS not in everything_said(account.value) + everything_said(post.value)


@pytest.mark.parametrize("bad", [-3, 10**15, "12", None, 2.5, True, {}])
@pytest.mark.parametrize("name", COUNTS)
def test_a_bad_figure_is_absent(server: FeedServer, reader: BlueskyMetrics, name: str, bad: object) -> None:
    server.put(posts_path(URI), says({"posts": [a_post({name: bad})]}))
    place = {"likeCount": 0, "repostCount": 1, "quoteCount": 1, "replyCount": 2, "bookmarkCount": 3}[name]
    expected = post_figures(4, 3, 3, 5)
    del expected[f"bluesky.post.{KEYS[place]}"]

    told = figures(reader.posts([URI])[URI].readings)

    assert told == expected


def test_a_profile_without_figures_tells_none(server: FeedServer, reader: BlueskyMetrics) -> None:
    server.put(PROFILE, says({"did": DID, "followersCount": "12"}))

    assert reader.account() == ()


@pytest.mark.parametrize(
    "act",
    [
        refuses(501, "MethodNotImplemented", "Method Not Implemented"),
        refuses(404, "XRPCNotSupported", "XRPCNotSupported"),
        refuses(400, "InvalidRequest", "No service configured for app.bsky.feed.getPosts"),
    ],
)
def test_a_server_that_only_keeps_records_tells_what_is_gone_and_no_figure(
    server: FeedServer, reader: BlueskyMetrics, act: Act
) -> None:
    for path in (PROFILE, posts_path(URI, OTHER_URI)):
        server.put(path, act)
    server.put(record_path(URI), says({"uri": URI, "value": {"text": "Bonjour"}}))
    server.put(record_path(OTHER_URI), refuses(400, "RecordNotFound"))

    assert reader.account() == ()
    assert reader.posts([URI, OTHER_URI]) == {OTHER_URI: RemotePost(OTHER_URI, gone=True)}


def test_what_the_appview_leaves_out_is_gone_only_when_the_own_server_says_so(
    server: FeedServer, reader: BlueskyMetrics
) -> None:
    server.put(posts_path(URI, OTHER_URI), says({"posts": [a_post()]}))
    server.put(record_path(OTHER_URI), says({"uri": OTHER_URI, "value": {}}))

    assert list(reader.posts([URI, OTHER_URI])) == [URI]


@pytest.mark.parametrize(
    ("act", "kind"),
    [
        (refuses(400, "RepoNotFound"), NetworkError),
        (refuses(500, "InternalServerError"), NotSent),
        (served.gives(b"<h1>Non</h1>", "text/html"), AnswerNotUnderstood),
    ],
)
def test_a_doubt_about_a_post_is_an_error_and_not_its_end(
    server: FeedServer, reader: BlueskyMetrics, act: Act, kind: type[NetworkError]
) -> None:
    server.put(posts_path(URI), says({"posts": []}))
    server.put(record_path(URI), act)

    with pytest.raises(kind):
        reader.posts([URI])


@pytest.mark.parametrize("posts", [None, "x", 3, {}, [None, 1, "x", {}, {"uri": 7}, {"uri": "at://x/y/z"}]])
def test_strange_lists_tell_nothing(server: FeedServer, reader: BlueskyMetrics, posts: object) -> None:
    server.put(posts_path(URI), says({"posts": posts}))
    server.put(record_path(URI), says({"uri": URI, "value": {}}))

    assert reader.posts([URI]) == {}


def test_the_last_tenth_is_left_to_the_clinic(server: FeedServer, reader: BlueskyMetrics) -> None:
    nearly = {"RateLimit_Limit": "3000", "RateLimit_Remaining": "299", "RateLimit_Reset": "200"}
    server.put(posts_path(URI, OTHER_URI), says({"posts": [a_post()]}, **nearly))

    found = reader.posts([URI, OTHER_URI])

    assert list(found) == [URI]
    with pytest.raises(RateLimited) as caught:
        reader.account()
    assert caught.value.retry_at is not None
    assert len(server.paths()) == 1


def test_addresses_that_the_network_did_not_give_are_never_asked_for(
    server: FeedServer, reader: BlueskyMetrics
) -> None:
    strange = ["", "1", "https://bsky.app/profile/x/post/y", f"{URI}/x", f"at://x.test/{POST}/1", URI + "?a"]

    assert reader.posts(strange) == {}
    assert server.paths() == []
