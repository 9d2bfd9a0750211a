"""What a person pastes leads to sources that can be read, or to a cause."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from cmstation.domain.watch import Source, SourceKind, SourceState, SourceTrouble
from cmstation.domain.watch_networks import SourceUnread
from cmstation.networks.feed_discovery import FeedFinder
from cmstation.networks.feed_fetching import FeedFetcher
from cmstation.networks.feed_limits import FeedLimits
from cmstation.networks.feed_pages import named_feeds
from cmstation.networks.feed_shapes import address_of, known_feeds
from cmstation.networks.watch_bluesky import BlueskyReader
from tests.fakes import feed_server as served
from tests.fakes.feed_server import FeedServer, gives, leads_to, rss

PAGE = "text/html; charset=utf-8"


@pytest.fixture
def server() -> Iterator[FeedServer]:
    with FeedServer() as running:
        yield running


@pytest.fixture
def fetcher() -> Iterator[FeedFetcher]:
    made = FeedFetcher(limits=FeedLimits(connect=0.5, read=0.5, whole=1))
    yield made
    made.close()


@pytest.fixture
def finder(fetcher: FeedFetcher) -> FeedFinder:
    return FeedFinder(fetcher)


# --- shapes -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "feed"),
    [
        (
            "https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv",
            "https://www.youtube.com/feeds/videos.xml?channel_id=UCabcdefghijklmnopqrstuv",
        ),
        (
            "https://m.youtube.com/playlist?list=PL1",
            "https://www.youtube.com/feeds/videos.xml?playlist_id=PL1",
        ),
        ("https://mastodon.social/@lea", "https://mastodon.social/@lea.rss"),
        ("@lea@mastodon.social", "https://mastodon.social/@lea.rss"),
        ("lea@piaille.fr", "https://piaille.fr/@lea.rss"),
        ("https://piaille.fr/users/lea", "https://piaille.fr/@lea.rss"),
        ("https://piaille.fr/tags/sante", "https://piaille.fr/tags/sante.rss"),
        ("r/medecine", "https://www.reddit.com/r/medecine/.rss"),
        ("https://old.reddit.com/user/lea", "https://www.reddit.com/user/lea/.rss"),
        (
            "https://www.reddit.com/r/medecine/.rss?feed=abc&user=lea",
            "https://www.reddit.com/r/medecine/.rss?feed=abc&user=lea",
        ),
        (
            "https://www.reddit.com/search?q=clinique%20%C3%89vreux",
            "https://www.reddit.com/search.rss?q=clinique+%C3%89vreux&sort=new",
        ),
        ("https://www.scoop.it/topic/e-sante", "https://www.scoop.it/topic/e-sante/rss.xml"),
        ("https://www.scoop.it/t/e-sante?page=2", "https://www.scoop.it/topic/e-sante/rss.xml"),
        ("https://blog.wordpress.com/un/article", "https://blog.wordpress.com/feed/"),
        ("https://lettre.substack.com/p/un", "https://lettre.substack.com/feed"),
        ("https://medium.com/@lea/un", "https://medium.com/feed/@lea"),
        ("https://clinique.tumblr.com", "https://clinique.tumblr.com/rss"),
        ("https://www.tumblr.com/clinique", "https://clinique.tumblr.com/rss"),
        ("https://www.pinterest.fr/clinique/", "https://www.pinterest.com/clinique/feed.rss"),
        (
            "https://www.google.com/alerts/feeds/01234567890123456789/123",
            "https://www.google.com/alerts/feeds/01234567890123456789/123",
        ),
        (
            "https://news.google.com/search?q=clinique&hl=fr&gl=FR&ceid=FR:fr",
            "https://news.google.com/rss/search?q=clinique&hl=fr&gl=FR&ceid=FR:fr",
        ),
        ("feed://exemple.fr/flux", ""),
        ("https://www.youtube.com/@clinique", ""),
        ("https://www.tiktok.com/@clinique", ""),
        ("https://exemple.fr/actualites", ""),
        ("file:///etc/passwd", ""),
        ("http://[::1", ""),
        ("", ""),
    ],
)
def test_the_shape_of_an_address_tells_where_its_feed_lies(typed: str, feed: str) -> None:
    guesses = known_feeds(typed)

    assert (guesses[0].address if guesses else "") == feed
    assert all(guess.kind is SourceKind.FEED for guess in guesses)


@pytest.mark.parametrize(
    ("typed", "kind", "address"),
    [
        ("https://bsky.app/profile/lea.bsky.social", SourceKind.BLUESKY_ACCOUNT, "lea.bsky.social"),
        ("@lea.bsky.social", SourceKind.BLUESKY_ACCOUNT, "lea.bsky.social"),
        ("https://bsky.app/search?q=soins+palliatifs", SourceKind.BLUESKY_SEARCH, "soins palliatifs"),
        ("https://bsky.app/hashtag/sante", SourceKind.BLUESKY_SEARCH, "#sante"),
        (
            "https://pubmed.ncbi.nlm.nih.gov/?term=palliative+care&sort=date",
            SourceKind.PUBMED,
            "palliative care",
        ),
    ],
)
def test_some_sources_are_no_feeds(typed: str, kind: SourceKind, address: str) -> None:
    first = known_feeds(typed)[0]

    assert (first.kind, first.address) == (kind, address)


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        (" exemple.fr/santé ", "https://exemple.fr/santé"),
        ("feed://exemple.fr/flux", "https://exemple.fr/flux"),
        ("feed:http://exemple.fr/flux", "http://exemple.fr/flux"),
        ("http://exemple.fr", "http://exemple.fr"),
        ("vaccination", "vaccination"),
    ],
)
def test_what_is_typed_becomes_an_address(typed: str, address: str) -> None:
    assert address_of(typed) == address


def test_a_guess_does_not_show_its_address() -> None:
    guess = known_feeds("https://www.reddit.com/r/medecine/.rss?feed=jeton&user=lea")[0]

    assert "jeton" not in repr(guess)


# --- pages ------------------------------------------------------------------------------------------------


def test_a_page_names_its_feeds_in_their_order_comments_last() -> None:
    page = b"""<html><head><base href="/blog/">
    <link rel="alternate" type="application/rss+xml" href="comments/feed/">
    <LINK REL='alternate' TYPE='application/rss+xml; charset=utf-8' HREF='feed/?a=1&amp;b=2'>
    <link rel=alternate type=application/atom+xml href=//autre.fr/atom>
    <link rel="alternate" type="text/html" hreflang="en" href="/en/">
    <link rel="stylesheet" type="application/rss+xml" href="/style.css">
    <link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">
    </head><body><a href="/rss/">RSS</a> <a href="/contact">Contact</a></body>"""

    found = named_feeds(page, "https://exemple.fr/blog/un")

    assert found == (
        "https://exemple.fr/blog/feed/?a=1&b=2",
        "https://autre.fr/atom",
        "https://exemple.fr/blog/comments/feed/",
        "https://exemple.fr/rss/",
    )


def test_a_hostile_page_costs_little() -> None:
    page = b"<link " * 200_000 + b"<link rel=" + b'"' * 400_000 + b"<a href='" + b" " * 300_000

    assert named_feeds(page, "https://exemple.fr/") == ()


def test_a_feed_is_found_at_its_own_address(server: FeedServer, finder: FeedFinder) -> None:
    address = server.put("/flux", gives(rss("Un", "Deux")))

    findings = finder.find(f"  {address}\n")

    assert [one.address for one in findings.found] == [address]
    assert findings.found[0].title == "Revue"
    assert [item.title for item in findings.found[0].items] == ["Un", "Deux"]
    assert findings.missed == ()


def test_an_address_without_scheme_is_tried_the_old_way_too(server: FeedServer, finder: FeedFinder) -> None:
    server.put("/flux", gives(rss("Un")))

    findings = finder.find(f"127.0.0.1:{server.port}/flux")

    assert [one.address for one in findings.found] == [f"http://127.0.0.1:{server.port}/flux"]


def test_the_feeds_of_a_page_are_really_read(server: FeedServer, finder: FeedFinder) -> None:
    links = "".join(
        f'<link rel="alternate" type="application/rss+xml" href="{path}">'
        for path in ("/bon", "/parti", "/page", "/lent", "/bon/")
    )
    server.put("/bon", gives(rss("Un")))
    server.put("/bon/", leads_to("/bon", 301))
    server.put("/page", gives(b"<html><body>Non</body></html>", PAGE))
    server.put("/lent", served.silent)
    address = server.put("/", gives(f"<html><head>{links}</head></html>".encode(), PAGE))

    findings = finder.find(address)

    assert [one.address for one in findings.found] == [server.url + "/bon"]
    assert {one.guess.address.rpartition("/")[2]: one.trouble for one in findings.missed} == {
        "parti": SourceTrouble.GONE,
        "page": SourceTrouble.NOT_A_FEED,
        "lent": SourceTrouble.TIMED_OUT,
    }


def test_a_page_that_names_none_is_tried_at_few_places(server: FeedServer, finder: FeedFinder) -> None:
    address = server.put("/actualites", gives(b"<html><body>Bonjour</body></html>", PAGE))
    server.put("/rss.xml", gives(rss("Un")))

    findings = finder.find(address)

    assert [one.address for one in findings.found] == [server.url + "/rss.xml"]
    assert server.paths() == ["/actualites", "/feed/", "/rss", "/rss.xml"]


def test_a_page_without_any_feed_is_told_as_one(server: FeedServer, finder: FeedFinder) -> None:
    address = server.put("/", gives(b"<html><body>Bonjour</body></html>", PAGE))

    findings = finder.find(address)

    assert findings.found == ()
    assert [(one.trouble, one.detail) for one in findings.missed] == [(SourceTrouble.NOT_A_FEED, "page")]
    assert len(server.asked) <= 6


@pytest.mark.parametrize("typed", ["", "vaccination", "file:///etc/passwd", "https://"])
def test_what_is_no_address_is_told(finder: FeedFinder, typed: str) -> None:
    findings = finder.find(typed)

    assert findings.found == ()
    assert findings.missed[0].trouble is SourceTrouble.UNSAFE_ADDRESS


def test_a_page_outside_cannot_name_a_private_feed() -> None:
    fetcher = FeedFetcher(inside=lambda address: address != "127.0.0.2")
    with FeedServer(host="127.0.0.2") as outside, FeedServer() as inside:
        private = inside.put("/flux", gives(rss("Un")))
        link = f'<link rel="alternate" type="application/rss+xml" href="{private}">'
        findings = FeedFinder(fetcher).find(outside.put("/", gives(link.encode(), PAGE)))

        assert findings.found == ()
        assert inside.asked == []
    fetcher.close()


# --- sources that are no feeds ----------------------------------------------------------------------------

POST = {
    "uri": "at://did:plc:abc/app.bsky.feed.post/3kxyz",
    "author": {"handle": "lea.bsky.social", "displayName": "Léa"},
    "record": {"text": "Une étude <forte>\nsur le sommeil", "createdAt": "2026-11-20T08:00:00.000Z"},
    "embed": {"external": {"uri": "https://exemple.fr/etude", "title": "L’étude"}},
}


def answer(content: object) -> served.Act:
    return gives(json.dumps(content).encode(), "application/json")


def test_a_bluesky_account_is_read(server: FeedServer, fetcher: FeedFetcher) -> None:
    path = "/xrpc/app.bsky.feed.getAuthorFeed?actor=lea.bsky.social&limit=50&filter=posts_no_replies"
    repeated = {"post": POST, "reason": {"$type": "app.bsky.feed.defs#reasonRepost"}}
    server.put(path, answer({"feed": [{"post": POST}, repeated, {"post": 3}, "x"]}))
    reader = BlueskyReader(fetcher, server.url)

    findings = FeedFinder(fetcher, {SourceKind.BLUESKY_ACCOUNT: reader}).find("@lea.bsky.social")

    found = findings.found[0]
    assert (found.kind, found.address, found.title) == (
        SourceKind.BLUESKY_ACCOUNT,
        "lea.bsky.social",
        "Léa",
    )
    assert len(found.items) == 1
    item = found.items[0]
    assert item.title == "Une étude <forte>"
    assert item.link == "https://bsky.app/profile/lea.bsky.social/post/3kxyz"
    assert item.published == datetime(2026, 11, 20, 8, tzinfo=UTC)
    assert "Une étude &lt;forte&gt;" in item.summary
    assert 'href="https://exemple.fr/etude"' in item.summary


def test_a_search_on_bluesky_is_read_once(server: FeedServer, fetcher: FeedFetcher) -> None:
    server.put("/xrpc/app.bsky.feed.searchPosts?q=sommeil&limit=50&sort=latest", answer({"posts": [POST]}))
    reader, source = BlueskyReader(fetcher, server.url), Source(1, SourceKind.BLUESKY_SEARCH, "sommeil")

    first = reader.read(source, SourceState(1))
    second = reader.read(source, SourceState(1, digest=first.digest))

    assert first.feed is not None
    assert len(first.feed.items) == 1
    assert second.feed is None


@pytest.mark.parametrize("body", [b"[]", b"{", b"", b"[" * 100_000])
def test_an_answer_that_is_no_object_is_not_understood(
    server: FeedServer, fetcher: FeedFetcher, body: bytes
) -> None:
    server.put("/xrpc/app.bsky.feed.searchPosts?q=a&limit=50&sort=latest", gives(body, "application/json"))
    reader = BlueskyReader(fetcher, server.url)

    with pytest.raises(SourceUnread) as caught:
        reader.read(Source(1, SourceKind.BLUESKY_SEARCH, "a"), SourceState(1))

    assert caught.value.trouble is SourceTrouble.NOT_UNDERSTOOD
