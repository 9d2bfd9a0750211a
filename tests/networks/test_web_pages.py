"""Pages of the web, read once: title, words, who publishes them and when."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from cmstation.domain.watch import SourceTrouble
from cmstation.domain.watch_networks import SourceUnread
from cmstation.networks.feed_fetching import FeedFetcher
from cmstation.networks.web_pages import WebPages
from tests.fakes.feed_server import FeedServer, bomb, gives, refuses

HTML = "text/html; charset=utf-8"
PAGE = """<!doctype html><html><head><title>Titre de l’onglet</title>
<meta property="og:title" content="Un potager &agrave; la clinique">
<meta property="og:site_name" content="Le Courrier du Val">
<meta property="article:published_time" content="2026-10-12T08:30:00+02:00">
<meta name="description" content="Fenouil, tomates &amp; aromates."></head>
<body><nav><a href="/">Accueil</a></nav><article>Bref.</article>
<article id="a"><p>Le potager nourrit <b>la cuisine</b>.</p></article><footer>M</footer></body></html>"""


@pytest.fixture
def server() -> Iterator[FeedServer]:
    with FeedServer() as running:
        yield running


@pytest.fixture
def pages() -> Iterator[WebPages]:
    fetcher = FeedFetcher()
    yield WebPages(fetcher)
    fetcher.close()


def test_a_page_says_its_title_its_site_its_date_and_its_longest_article(
    server: FeedServer, pages: WebPages
) -> None:
    address = server.put("/une", gives(PAGE.encode(), HTML))

    page = pages.read(address)

    assert (page.address, page.title, page.site) == (
        address,
        "Un potager à la clinique",
        "Le Courrier du Val",
    )
    assert page.published == datetime(2026, 10, 12, 6, 30, tzinfo=UTC)
    assert page.html == "<p>Le potager nourrit <b>la cuisine</b>.</p>"


def test_a_page_without_an_article_gives_its_description(server: FeedServer, pages: WebPages) -> None:
    bare = PAGE.replace("article", "section")

    assert (
        pages.read(server.put("/une", gives(bare.encode(), HTML))).html
        == "<p>Fenouil, tomates &amp; aromates.</p>"
    )


def test_letters_are_read_as_the_page_declares_them(server: FeedServer, pages: WebPages) -> None:
    body = "<title>Été à l’hôpital</title><main>Où aller ?</main>".encode("cp1252")

    page = pages.read(server.put("/une", gives(body, "text/html; charset=windows-1252")))

    assert (page.title, page.html) == ("Été à l’hôpital", "Où aller ?")


def test_a_page_that_never_closes_its_article_ends_somewhere(server: FeedServer, pages: WebPages) -> None:
    body = b"<title>T</title>" + b"<article>mot " * 20_000

    assert pages.read(server.put("/une", gives(body, HTML))).html.startswith("mot")


@pytest.mark.parametrize("date", ["", "hier", "2026-13-45"])
def test_a_date_that_cannot_be_read_is_none(server: FeedServer, pages: WebPages, date: str) -> None:
    body = PAGE.replace("2026-10-12T08:30:00+02:00", date).encode()

    assert pages.read(server.put("/une", gives(body, HTML))).published is None


def test_what_is_no_page_is_refused(server: FeedServer, pages: WebPages) -> None:
    places = {
        "/absent": (refuses(404), SourceTrouble.GONE),
        "/image": (gives(b"\x89PNG", "image/png"), SourceTrouble.NOT_UNDERSTOOD),
        "/bombe": (bomb(), SourceTrouble.TOO_LONG),
    }
    for path, (act, trouble) in places.items():
        with pytest.raises(SourceUnread) as raised:
            pages.read(server.put(path, act))
        assert raised.value.trouble is trouble, path
