"""Accounts and searches of Bluesky are read like feeds, and nothing is missed between two readings."""

import json
from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from cmstation.domain.watch import Source, SourceKind, SourceState, SourceTrouble
from cmstation.domain.watch_networks import Fetched, SourceUnread
from cmstation.networks.feed_fetching import FeedFetcher
from cmstation.networks.watch_bluesky import MOST_PAGES, BlueskyReader
from tests.fakes import feed_server as served
from tests.fakes.feed_server import FeedServer, Line
from tests.networks.bluesky_posts import NOW, post

ACCOUNT = Source(1, SourceKind.BLUESKY_ACCOUNT, "lea.bsky.social")
SEARCH = Source(2, SourceKind.BLUESKY_SEARCH, "sommeil")


class Network:
    """Answers with pages of an account's posts, as the public interface does; marks are numbers."""

    def __init__(self, server: FeedServer, size: int = 3) -> None:
        self.posts: list[dict[str, Any]] = []
        self.size = size
        self.pages = 0
        self.broken_from: int | None = None
        self.server = server

    def write(self, number: int) -> None:
        """Write so many posts, one a day."""
        for _ in range(number):
            count = len(self.posts) + 1
            self.posts.append(post(f"Message {count}", count, NOW + timedelta(days=count)))

    def serve(self, source: Source, *marks: str) -> None:
        """Answer the questions for the first page, and for those with these marks."""
        account = source.kind is SourceKind.BLUESKY_ACCOUNT
        start = (
            f"/xrpc/app.bsky.feed.getAuthorFeed?actor={source.address}&limit=50&filter=posts_no_replies"
            if account
            else f"/xrpc/app.bsky.feed.searchPosts?q={source.address}&limit=50&sort=latest"
        )
        for mark in ("", *marks):
            self.server.put(start + (f"&cursor={mark}" if mark else ""), self)

    def __call__(self, line: Line) -> None:
        asked = parse_qs(urlsplit(line.asked.path).query)
        below = int(asked.get("cursor", [str(len(self.posts))])[0])
        self.pages += 1
        if self.broken_from is not None and self.pages >= self.broken_from:
            line.say(500)
            return
        page = self.posts[max(below - self.size, 0) : below][::-1]
        rest = below - self.size
        answer = {"feed": [{"post": one} for one in page], "posts": page}
        if rest > 0:
            answer["cursor"] = str(rest)  # type: ignore[assignment]
        line.say(200, json.dumps(answer).encode(), Content_Type="application/json")


@pytest.fixture
def server() -> Iterator[FeedServer]:
    with FeedServer() as running:
        yield running


@pytest.fixture
def reader(server: FeedServer) -> Iterator[BlueskyReader]:
    made = BlueskyReader(FeedFetcher(), server.url)
    yield made
    made.close()


@pytest.fixture
def network(server: FeedServer) -> Network:
    made = Network(server)
    made.serve(ACCOUNT, *map(str, range(1, 100)))
    made.serve(SEARCH, *map(str, range(1, 100)))
    return made


def titles(got: Fetched) -> set[str]:
    assert got.feed is not None
    return {item.title for item in got.feed.items}


def messages(first: int, last: int) -> set[str]:
    return {f"Message {number}" for number in range(first, last + 1)}


def refusal(reader: BlueskyReader, source: Source) -> SourceUnread:
    with pytest.raises(SourceUnread) as caught:
        reader.read(source, SourceState(source.id))
    return caught.value


# --- what is missed between two readings: nothing ---------------------------------------------------------


@pytest.mark.parametrize("source", [ACCOUNT, SEARCH], ids=["account", "search"])
def test_what_came_meanwhile_is_read_page_by_page(
    reader: BlueskyReader, network: Network, source: Source
) -> None:
    network.write(5)
    first = reader.read(source, SourceState(1))
    network.write(9)

    second = reader.read(source, SourceState(1, digest=first.digest, cursor=first.cursor))

    assert titles(first) == messages(3, 5)
    assert titles(second) >= messages(6, 14)


def test_a_first_reading_asks_for_one_page(reader: BlueskyReader, network: Network) -> None:
    network.write(30)

    reader.read(ACCOUNT, SourceState(1))

    assert network.pages == 1


def test_more_than_fits_is_read_the_next_times(reader: BlueskyReader, network: Network) -> None:
    network.write(3)
    got = reader.read(ACCOUNT, SourceState(1))
    network.write(60)
    seen = set[str]()

    for _ in range(5):
        before = network.pages
        got = reader.read(ACCOUNT, SourceState(1, digest=got.digest, cursor=got.cursor))
        seen |= titles(got) if got.feed is not None else set()
        assert network.pages - before <= MOST_PAGES

    assert seen >= messages(4, 63)
    before = network.pages
    reader.read(ACCOUNT, SourceState(1, cursor=got.cursor))
    assert network.pages - before == 1


def test_what_comes_while_a_gap_is_open_is_read_too(reader: BlueskyReader, network: Network) -> None:
    network.write(3)
    got = reader.read(ACCOUNT, SourceState(1))
    network.write(30)
    seen = set[str]()

    for _ in range(6):
        got = reader.read(ACCOUNT, SourceState(1, digest=got.digest, cursor=got.cursor))
        seen |= titles(got) if got.feed is not None else set()
        network.write(4)

    assert seen >= messages(4, 50)


def test_a_page_that_fails_is_read_the_next_time(reader: BlueskyReader, network: Network) -> None:
    network.write(3)
    first = reader.read(ACCOUNT, SourceState(1))
    network.write(8)
    network.broken_from = 3
    second = reader.read(ACCOUNT, SourceState(1, digest=first.digest, cursor=first.cursor))
    network.broken_from = None

    third = reader.read(ACCOUNT, SourceState(1, digest=second.digest, cursor=second.cursor))

    assert titles(second) == messages(9, 11)
    assert titles(second) | titles(third) >= messages(4, 11)


def test_a_mark_that_the_server_forgot_is_given_up(server: FeedServer, reader: BlueskyReader) -> None:
    network = Network(server)
    network.serve(ACCOUNT)
    network.write(9)
    cursor = json.dumps([(NOW + timedelta(days=8)).isoformat(), [["oublié", NOW.isoformat()]]])
    start = "/xrpc/app.bsky.feed.getAuthorFeed?actor=lea.bsky.social&limit=50&filter=posts_no_replies"
    server.put(f"{start}&cursor=oubli%C3%A9", served.refuses(400))

    got = reader.read(ACCOUNT, SourceState(1, cursor=cursor))

    assert titles(got) == messages(7, 9)
    assert json.loads(got.cursor)[1] == []


@pytest.mark.parametrize(
    "cursor",
    ["x", "[]", "[1,2]", "{}", "3", '["",[]]', "[" * 5000, '["2026-11-01",[3]]', '["2026-13-01",[]]'],
)
def test_a_cursor_that_cannot_be_read_is_a_beginning(
    reader: BlueskyReader, network: Network, cursor: str
) -> None:
    network.write(9)

    got = reader.read(ACCOUNT, SourceState(1, cursor=cursor))

    assert titles(got) == messages(7, 9)


def test_the_same_posts_with_other_counts_are_nothing_new(reader: BlueskyReader, network: Network) -> None:
    network.write(2)
    first = reader.read(ACCOUNT, SourceState(1))
    network.posts[0]["likeCount"] = 12

    second = reader.read(ACCOUNT, SourceState(1, digest=first.digest, cursor=first.cursor))

    assert second.feed is None
    assert second.cursor == first.cursor


def test_replies_and_repeated_posts_are_left_out(
    server: FeedServer, reader: BlueskyReader, network: Network
) -> None:
    del network
    answer = {
        "feed": [
            {"post": post("Réponse", 1, record={"reply": {"root": {}}})},
            {"post": post("Repris", 2), "reason": {"$type": "#reasonRepost", "indexedAt": NOW.isoformat()}},
            {"post": post("À moi", 3)},
            {"post": 3},
            "x",
        ]
    }
    path = "/xrpc/app.bsky.feed.getAuthorFeed?actor=lea.bsky.social&limit=50&filter=posts_no_replies"
    server.put(path, served.gives(json.dumps(answer).encode(), "application/json"))

    got = reader.read(ACCOUNT, SourceState(1))

    assert titles(got) == {"À moi"}
    assert got.feed is not None
    assert (got.feed.title, got.feed.site) == ("Léa", "https://bsky.app/profile/lea.bsky.social")


# --- refusals ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("status", [401, 403])
def test_a_search_that_needs_somebody_who_signed_in_says_so(
    server: FeedServer, reader: BlueskyReader, status: int
) -> None:
    server.put("/xrpc/app.bsky.feed.searchPosts?q=sommeil&limit=50&sort=latest", served.refuses(status))

    unread = refusal(reader, SEARCH)

    assert (unread.trouble, unread.detail) == (SourceTrouble.SIGN_IN_NEEDED, str(status))


def test_an_account_that_is_not_there_is_gone(server: FeedServer, reader: BlueskyReader) -> None:
    path = "/xrpc/app.bsky.feed.getAuthorFeed?actor=lea.bsky.social&limit=50&filter=posts_no_replies"
    server.put(path, served.refuses(400))

    assert refusal(reader, ACCOUNT).trouble is SourceTrouble.GONE


def test_an_account_for_members_only_is_not_read(reader: BlueskyReader, network: Network) -> None:
    network.posts = [post(author={"labels": [{"val": "!no-unauthenticated"}]})]

    unread = refusal(reader, ACCOUNT)

    assert (unread.trouble, unread.detail) == (SourceTrouble.SIGN_IN_NEEDED, "members")


@pytest.mark.parametrize("body", [b"[]", b"{", b"", b"{}", b'{"posts": 3}', b"[" * 100_000])
def test_an_answer_without_posts_is_not_understood(
    server: FeedServer, reader: BlueskyReader, body: bytes
) -> None:
    path = "/xrpc/app.bsky.feed.searchPosts?q=sommeil&limit=50&sort=latest"
    server.put(path, served.gives(body, "application/json"))

    assert refusal(reader, SEARCH).trouble is SourceTrouble.NOT_UNDERSTOOD
