"""Figures of Mastodon accounts and statuses: told ones exactly, untold ones never."""

import json
import urllib.request
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest

from cmstation.domain.accounts import Secret
from cmstation.domain.clock import SystemClock
from cmstation.domain.errors import (
    AnswerNotUnderstood,
    NetworkError,
    NotSent,
    PermissionMissing,
    RateLimited,
    SignInNeeded,
)
from cmstation.domain.metrics import Metric
from cmstation.domain.metrics_networks import Reading, RemotePost
from cmstation.networks.metrics_counts import PacedSession
from cmstation.networks.metrics_mastodon import MOST_STATUSES, MastodonMetrics
from cmstation.networks.session import Waits
from tests.fakes import feed_server as served
from tests.fakes.feed_server import Act, FeedServer
from tests.networks.contract_stage import everything_said
from tests.networks.mastodon_stage import USERNAME, WRONG_TOKEN, account_at
from tests.servers.mastodon import MastodonServer

TOKEN = "token-of-nobody-else"
ACCOUNT = "/api/v1/accounts/verify_credentials"
NEW, OLD = "Mastodon 4.6.0", "Mastodon 4.2.12"


def reader_at(url: str, token: str = TOKEN, software: str = OLD) -> MastodonMetrics:
    session = PacedSession(SystemClock(), reading=Waits(1, 1, 3))
    return MastodonMetrics(session, account_at(url, software), Secret({"access": token}))


def figures(readings: tuple[Reading, ...]) -> dict[str, int]:
    return {reading.definition: reading.value for reading in readings}


def reactions(found: RemotePost) -> int | None:
    return next((one.value for one in found.readings if one.metric is Metric.REACTIONS), None)


@pytest.mark.real_server
class TestRealServer:
    """Against a server of the API."""

    @pytest.fixture(params=[NEW, OLD, ""], ids=["together", "one_by_one", "not_known_yet"])
    def reader(self, mastodon_server: MastodonServer, request: pytest.FixtureRequest) -> MastodonMetrics:
        token = mastodon_server.accounts[USERNAME].access_token
        return MastodonMetrics(
            PacedSession(), account_at(mastodon_server.url, request.param), Secret({"access": token})
        )

    def test_an_account_counts_its_followers_and_statuses(
        self, mastodon_server: MastodonServer, reader: MastodonMetrics
    ) -> None:
        own = _call(mastodon_server, "GET", ACCOUNT)
        _call(mastodon_server, "POST", f"/api/v1/accounts/{own['id']}/unfollow", "patiente")
        before = figures(reader.account())
        _post(mastodon_server)
        _call(mastodon_server, "POST", f"/api/v1/accounts/{own['id']}/follow", "patiente")

        after = figures(reader.account())

        assert after["mastodon.account.followers"] == before["mastodon.account.followers"] + 1
        assert after["mastodon.account.posts"] == before["mastodon.account.posts"] + 1

    def test_statuses_count_what_people_did_with_them(
        self, mastodon_server: MastodonServer, reader: MastodonMetrics
    ) -> None:
        liked, quiet = _post(mastodon_server), _post(mastodon_server)
        _call(mastodon_server, "POST", f"/api/v1/statuses/{liked}/favourite", "patiente")
        _call(mastodon_server, "POST", f"/api/v1/statuses/{liked}/favourite")
        _call(mastodon_server, "POST", f"/api/v1/statuses/{liked}/reblog", "patiente")
        _post(mastodon_server, "patiente", in_reply_to_id=liked)

        found = reader.posts([liked, quiet])

        keys = ("mastodon.post.reactions", "mastodon.post.shares", "mastodon.post.comments")
        assert figures(found[liked].readings) == dict(zip(keys, (2, 1, 1), strict=True))
        assert figures(found[quiet].readings) == dict.fromkeys(keys, 0)

    def test_a_deleted_status_is_gone_and_the_others_are_counted(
        self, mastodon_server: MastodonServer, reader: MastodonMetrics
    ) -> None:
        kept, deleted = _post(mastodon_server), _post(mastodon_server)
        _call(mastodon_server, "DELETE", f"/api/v1/statuses/{deleted}")

        found = reader.posts([deleted, kept])

        assert found[deleted] == RemotePost(deleted, gone=True)
        assert not found[kept].gone
        assert reactions(found[kept]) == 0

    def test_a_wrong_token_asks_to_sign_in(self, mastodon_server: MastodonServer) -> None:
        with pytest.raises(SignInNeeded) as caught:
            reader_at(mastodon_server.url, WRONG_TOKEN).account()

        assert WRONG_TOKEN not in everything_said(caught.value)

    def test_twenty_statuses_are_asked_for_at_once(self, mastodon_server: MastodonServer) -> None:
        wanted = [_post(mastodon_server) for _ in range(MOST_STATUSES)]
        token = mastodon_server.accounts[USERNAME].access_token
        # Asking for one of them would fail.
        mastodon_server.add_fault("GET", "/api/v1/statuses/*", {"type": "status", "status": 500})
        try:
            found = reader_at(mastodon_server.url, token, NEW).posts(wanted)
        finally:
            mastodon_server.clear_faults()

        assert list(found) == wanted

    def test_a_real_429_tells_until_when_to_wait(self, mastodon_server: MastodonServer) -> None:
        headers = {"Retry-After": "90"}
        mastodon_server.add_fault("GET", ACCOUNT, {"type": "ratelimit", "headers": headers}, count=1)
        token = mastodon_server.accounts[USERNAME].access_token
        reader = reader_at(mastodon_server.url, token)
        try:
            with pytest.raises(RateLimited) as caught:
                reader.account()
            with pytest.raises(RateLimited) as again:
                reader.account()
        finally:
            mastodon_server.clear_faults()

        assert caught.value.retry_at is not None
        assert again.value.code == "nearly_used"


# --- answers that the server gives rarely -----------------------------------------------------------------


@pytest.fixture
def server() -> Iterator[FeedServer]:
    with FeedServer() as running:
        running.put(ACCOUNT, says({"id": "1", "followers_count": 5, "statuses_count": 7}))
        yield running


def says(content: object, **headers: str) -> Act:
    return served.gives(json.dumps(content).encode(), "application/json", **headers)


def refuses(status: int, content: object, **headers: str) -> Act:
    body = json.dumps(content).encode()
    return lambda line: line.say(status, body, Content_Type="application/json", **headers)


@pytest.mark.parametrize(
    ("act", "kind"),
    [
        (refuses(401, {"error": "The access token is invalid"}), SignInNeeded),
        (refuses(403, {"error": "This action is outside the authorized scopes"}), PermissionMissing),
        (refuses(429, {"error": "Too many requests"}, Retry_After="30"), RateLimited),
        (refuses(500, {"error": "oops"}), NotSent),
        (served.gives(b"<h1>Maintenance</h1>", "text/html"), AnswerNotUnderstood),
        (served.refuses(404), AnswerNotUnderstood),
        (says([]), AnswerNotUnderstood),
        (says({}), AnswerNotUnderstood),
        (served.gives(b"", "application/json"), AnswerNotUnderstood),
        (served.gives(b"[" * 200_000, "application/json"), AnswerNotUnderstood),
        (served.endless, AnswerNotUnderstood),
        (served.silent, NotSent),
        (served.cut_short(b"{"), NotSent),
    ],
)
def test_what_goes_wrong_is_an_error_and_never_a_figure(
    server: FeedServer, act: Act, kind: type[NetworkError]
) -> None:
    server.put(ACCOUNT, act)
    server.put("/api/v1/statuses/1", act)

    with pytest.raises(kind) as account:
        reader_at(server.url).account()
    with pytest.raises(kind) as post:
        reader_at(server.url).posts(["1"])

    assert TOKEN not in everything_said(account.value) + everything_said(post.value)


@pytest.mark.parametrize("bad", [-3, 10**15, "12", None, 2.5, True, [4]])
def test_a_bad_figure_is_absent(server: FeedServer, bad: object) -> None:
    server.put(ACCOUNT, says({"id": "1", "followers_count": bad, "statuses_count": 7}))
    server.put("/api/v1/statuses/1", says({"id": "1", "favourites_count": bad, "reblogs_count": 2}))
    reader = reader_at(server.url)

    told = figures(reader.account())
    post = figures(reader.posts(["1"])["1"].readings)

    assert told == {"mastodon.account.posts": 7}
    assert post == {"mastodon.post.shares": 2}


def test_a_hidden_number_of_followers_is_absent(server: FeedServer) -> None:
    hidden = {"id": "1", "followers_count": 0, "pleroma": {"hide_followers_count": True}}
    server.put(ACCOUNT, says(hidden))

    assert reader_at(server.url).account() == ()


def test_nothing_is_gone_on_a_server_that_does_not_know_the_account(server: FeedServer) -> None:
    server.put("/api/v1/statuses/1", refuses(404, {"error": "Record not found"}))
    server.put(ACCOUNT, refuses(401, {"error": "The access token is invalid"}))

    with pytest.raises(SignInNeeded):
        reader_at(server.url).posts(["1"])


def test_what_was_told_before_the_server_asked_to_wait_is_kept(server: FeedServer) -> None:
    server.put("/api/v1/statuses/1", says({"id": "1", "favourites_count": 4}))
    server.put("/api/v1/statuses/2", refuses(429, {"error": "Too many"}, Retry_After="60"))
    reader = reader_at(server.url)

    found = reader.posts(["1", "2", "3"])

    assert list(found) == ["1"]
    assert reactions(found["1"]) == 4
    with pytest.raises(RateLimited) as caught:
        reader.posts(["3"])
    assert caught.value.retry_at is not None
    assert "/api/v1/statuses/3" not in server.paths()


def test_the_last_tenth_is_left_to_the_clinic(server: FeedServer) -> None:
    nearly = {"X_RateLimit_Limit": "300", "X_RateLimit_Remaining": "30"}
    server.put("/api/v1/statuses/1", says({"id": "1", "favourites_count": 4}, **nearly))
    reader = reader_at(server.url)

    found = reader.posts(["1", "2"])

    assert list(found) == ["1"]
    assert server.paths() == ["/api/v1/statuses/1"]


def test_identities_that_no_server_gave_are_never_asked_for(server: FeedServer) -> None:
    strange = ["", "../accounts/1", "1?x=y", "a b", "x" * 65, "https://exemple.fr/1", "é"]

    assert reader_at(server.url).posts(strange) == {}
    assert server.paths() == []


def test_statuses_that_nobody_asked_for_are_left_out(server: FeedServer) -> None:
    rows = [{"id": "1", "favourites_count": 1}, {"id": "9", "favourites_count": 9}, "x", {}]
    server.put("/api/v1/statuses?id%5B%5D=1&id%5B%5D=2", says(rows))
    server.put("/api/v1/statuses/2", refuses(404, {"error": "Record not found"}))

    found = reader_at(server.url, software=NEW).posts(["1", "2"])

    assert {one: post.gone for one, post in found.items()} == {"1": False, "2": True}


@pytest.mark.parametrize("software", ["GoToSocial 0.19.1", "Pleroma 2.9.1", "Mastodon 4.2.0", "Mastodon"])
def test_a_server_that_lists_no_statuses_is_asked_one_by_one(server: FeedServer, software: str) -> None:
    for one in ("1", "2"):
        server.put(f"/api/v1/statuses/{one}", says({"id": one, "favourites_count": 1}))

    found = reader_at(server.url, software=software).posts(["1", "2"])

    assert list(found) == ["1", "2"]


def _call(
    server: MastodonServer, method: str, path: str, who: str = USERNAME, body: dict[str, str] | None = None
) -> Any:
    request = urllib.request.Request(server.url + path, method=method)
    request.add_header("Authorization", f"Bearer {server.accounts[who].access_token}")
    if body is not None:
        request.data = json.dumps(body).encode()
        request.add_header("Content-Type", "application/json")
    with urllib.request.urlopen(request, timeout=10) as answer:
        return json.loads(answer.read())


def _post(server: MastodonServer, who: str = USERNAME, **more: str) -> str:
    body = {"status": f"Message {uuid4().hex}", "visibility": "public", **more}
    return _call(server, "POST", "/api/v1/statuses", who, body)["id"]
