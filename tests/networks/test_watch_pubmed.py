"""Searches of PubMed are read like feeds, at the library's pace."""

import json
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from cmstation.domain.clock import FixedClock
from cmstation.domain.feeds import ParsedItem
from cmstation.domain.watch import Source, SourceKind, SourceState, SourceTrouble
from cmstation.domain.watch_networks import SourceUnread
from cmstation.networks import clean_html
from cmstation.networks.feed_fetching import FeedFetcher
from cmstation.networks.watch_pubmed import Pace, PubmedReader
from tests.fakes import feed_server as served
from tests.fakes.feed_server import FeedServer, Line

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
SOURCE = Source(1, SourceKind.PUBMED, "sommeil[ti] AND 2026[dp]")
ARTICLE: dict[str, Any] = {
    "title": "&lt;i&gt;Sleep&lt;/i&gt; &amp; health, CO<sub>2</sub> (p &lt; 0.05).",
    "sortpubdate": "2027/03/01 00:00",
    "pubdate": "2027 Mar",
    "fulljournalname": "The Lancet &amp; co",
    "history": [{"pubstatus": "entrez", "date": "2026/11/20 06:00"}],
    "authors": [{"name": "Martin L"}, {"name": "Nguyễn T"}],
    "articleids": [{"idtype": "pubmed", "value": "111"}, {"idtype": "doi", "value": "10.1016/S0140(26)1<a>"}],
}


class Library:
    """Answers both utilities; a test says what."""

    def __init__(self, server: FeedServer) -> None:
        self.articles: dict[str, dict[str, Any]] = {}
        self.asked: list[tuple[str, dict[str, list[str]]]] = []
        self._server = server

    def answer(self, line: Line) -> None:
        parts = urlsplit(line.asked.path)
        utility, query = parts.path.rpartition("/")[2], parse_qs(parts.query)
        self.asked.append((utility, query))
        if utility == "esearch.fcgi":
            found: object = {"esearchresult": {"count": "1", "idlist": [*self.articles, 3, "x", "1 OR 1"]}}
        else:
            wanted = query["id"][0].split(",")
            found = {"result": {"uids": wanted, **{one: self.articles[one] for one in wanted}}}
        line.say(200, json.dumps(found).encode(), Content_Type="application/json")


class AnyPath(dict[str, served.Act]):
    """One act for all paths."""

    def __init__(self, act: served.Act) -> None:
        super().__init__()
        self.act = act

    def get(self, key: str, default: object = None) -> served.Act:  # type: ignore[override]
        del key, default
        return self.act


@pytest.fixture
def server() -> Iterator[FeedServer]:
    with FeedServer() as running:
        yield running


@pytest.fixture
def library(server: FeedServer) -> Library:
    made = Library(server)
    server.acts = AnyPath(made.answer)
    return made


@pytest.fixture
def reader(server: FeedServer) -> Iterator[PubmedReader]:
    made = PubmedReader(FeedFetcher(), server.url, clock=FixedClock(NOW), pace=Pace(0))
    yield made
    made.close()


def items(reader: PubmedReader) -> tuple[ParsedItem, ...]:
    got = reader.read(SOURCE, SourceState(1))
    assert got.feed is not None
    return got.feed.items


def refusal(reader: PubmedReader) -> SourceUnread:
    with pytest.raises(SourceUnread) as caught:
        reader.read(SOURCE, SourceState(1))
    return caught.value


def test_an_article_becomes_an_item(library: Library, reader: PubmedReader) -> None:
    library.articles = {"111": ARTICLE}

    item = items(reader)[0]

    assert item.title == "Sleep & health, CO2 (p < 0.05)"
    assert item.link == "https://pubmed.ncbi.nlm.nih.gov/111/"
    assert item.id == "pubmed:111"
    assert item.published == datetime(2026, 11, 20, 6, tzinfo=UTC)
    assert (item.author, item.origin) == ("Martin L, Nguyễn T", "The Lancet & co")
    assert 'href="https://doi.org/10.1016/S0140(26)1%3Ca%3E"' in item.summary
    assert clean_html.text(item.summary).startswith("The Lancet & co · 2027 Mar")


def test_the_newest_come_first(library: Library, reader: PubmedReader) -> None:
    def of_day(day: int) -> dict[str, Any]:
        return {"title": f"Jour {day}.", "sortpubdate": f"2026/11/{day:02} 00:00"}

    library.articles = {"1": of_day(3), "2": of_day(20), "3": {"title": "Sans date"}, "4": of_day(11)}

    found = items(reader)

    assert [item.title for item in found] == ["Jour 20", "Jour 11", "Jour 3", "Sans date"]


def test_a_translated_title_loses_its_brackets_and_keeps_its_original(
    library: Library, reader: PubmedReader
) -> None:
    library.articles = {"1": {"title": "[Sleep in hospital].", "vernaculartitle": "Dormir à l’hôpital."}}

    item = items(reader)[0]

    assert item.title == "Sleep in hospital"
    assert "<p>Dormir à l’hôpital</p>" in item.summary


def test_many_authors_are_shortened(library: Library, reader: PubmedReader) -> None:
    library.articles = {"1": {"title": "A", "authors": [{"name": f"Auteur {n}"} for n in range(300)]}}

    assert items(reader)[0].author.endswith("Auteur 5 et al.")


def test_what_the_library_cannot_describe_is_left_out(library: Library, reader: PubmedReader) -> None:
    library.articles = {"1": {"error": "cannot get document summary"}, "2": ARTICLE, "3": {"title": 3}}

    assert [item.id for item in items(reader)] == ["pubmed:2"]


def test_the_same_articles_are_asked_for_once(library: Library, reader: PubmedReader) -> None:
    library.articles = {"111": ARTICLE}
    first = reader.read(SOURCE, SourceState(1))

    second = reader.read(SOURCE, SourceState(1, digest=first.digest))

    assert second.feed is None
    assert [utility for utility, _ in library.asked] == ["esearch.fcgi", "esummary.fcgi", "esearch.fcgi"]


def test_nothing_found_is_an_empty_feed(library: Library, reader: PubmedReader) -> None:
    assert items(reader) == ()
    assert len(library.asked) == 1


@pytest.mark.parametrize(("away", "days"), [(None, 60), (0, 7), (12, 19), (900, 365), (-5, 7)])
def test_as_many_days_are_searched_as_were_missed(
    library: Library, reader: PubmedReader, away: int | None, days: int
) -> None:
    read_at = None if away is None else NOW - timedelta(days=away)

    reader.read(SOURCE, SourceState(1, read_at=read_at))

    asked = library.asked[0][1]
    assert asked["reldate"] == [str(days)]
    assert asked["term"] == [SOURCE.address]
    assert asked["datetype"] == ["edat"]


@pytest.mark.parametrize("mail", ["", "veille@clinique.example"])
def test_a_mail_address_is_told_only_when_one_was_given(
    server: FeedServer, library: Library, mail: str
) -> None:
    reader = PubmedReader(FeedFetcher(), server.url, mail=mail, pace=Pace(0))

    reader.read(SOURCE, SourceState(1))
    reader.close()

    assert library.asked[0][1]["tool"] == ["cmstation"]
    assert library.asked[0][1].get("email", [""]) == [mail]


def test_a_search_that_answers_too_often_waits(server: FeedServer, reader: PubmedReader) -> None:
    server.acts = AnyPath(served.refuses(429, Retry_After="20"))

    unread = refusal(reader)

    assert unread.trouble is SourceTrouble.ASKED_TO_WAIT
    assert unread.retry_at is not None


@pytest.mark.parametrize(
    ("body", "trouble"),
    [
        (b'{"error": "API rate limit exceeded", "count": "4"}', SourceTrouble.ASKED_TO_WAIT),
        (b'{"error": "down"}', SourceTrouble.SERVER_TROUBLE),
        (b'{"esearchresult": {"ERROR": "Search Backend failed"}}', SourceTrouble.NOT_UNDERSTOOD),
        (b'{"esearchresult": {"idlist": 3}}', SourceTrouble.NOT_UNDERSTOOD),
        (b'{"esearchresult": {"idlist": ["1"]}}', SourceTrouble.NOT_UNDERSTOOD),
        (b"<html>", SourceTrouble.NOT_UNDERSTOOD),
        (b"[" * 100_000, SourceTrouble.NOT_UNDERSTOOD),
    ],
)
def test_other_answers_are_told_apart(
    server: FeedServer, reader: PubmedReader, body: bytes, trouble: SourceTrouble
) -> None:
    server.acts = AnyPath(served.gives(body, "application/json"))

    assert refusal(reader).trouble is trouble


# --- the pace ---------------------------------------------------------------------------------------------


def test_calls_of_several_threads_take_turns() -> None:
    pace, moments, lock = Pace(0.05), list[float](), threading.Lock()

    def call() -> None:
        pace.wait()
        with lock:
            moments.append(datetime.now(UTC).timestamp())

    threads = [threading.Thread(target=call) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    moments.sort()
    assert moments[-1] - moments[0] >= 0.19


def test_whoever_waits_can_be_sent_away_and_the_next_ones_wait_again() -> None:
    pace, sent_away = Pace(30), threading.Event()
    pace.wait()

    def call() -> None:
        with pytest.raises(SourceUnread):
            pace.wait()
        sent_away.set()

    thread = threading.Thread(target=call, daemon=True)
    thread.start()
    while not sent_away.is_set():
        pace.stop()
        sent_away.wait(0.01)
    thread.join()

    assert sent_away.is_set()
