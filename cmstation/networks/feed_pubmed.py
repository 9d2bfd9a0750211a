"""Reads a search of PubMed through the E-utilities, as if it were a feed."""

from datetime import UTC, datetime
from html import escape
from typing import Any, cast
from urllib.parse import urlencode

from cmstation.domain.feeds import FeedFormat, ParsedFeed, ParsedItem
from cmstation.domain.watch import Source, SourceState
from cmstation.domain.watch_networks import Fetched
from cmstation.networks.feed_fetching import FeedFetcher
from cmstation.networks.feed_json_answers import listed, mapping, read_json, words
from cmstation.networks.feed_reading import digest_of

UTILITIES = "https://eutils.ncbi.nlm.nih.gov/entrez/eutils"
SITE = "https://pubmed.ncbi.nlm.nih.gov"
_MOST = "50"
_DAYS = "60"
_MOST_AUTHORS = 6


class PubmedReader:
    """Reads the newest articles that a query finds (`domain/watch_networks.py`: SourceReader).

    Args:
        mail: whom the library may write to, as it asks of every program; "" leaves it out.
    """

    def __init__(self, fetcher: FeedFetcher, base: str = UTILITIES, *, mail: str = "") -> None:
        self._fetcher = fetcher
        self._base = base
        self._who = {"tool": "cmstation", **({"email": mail} if mail else {})}

    def read(self, source: Source, state: SourceState) -> Fetched:
        """Ask which articles there are, then, if those are others than last time, what they are called.

        Raises:
            SourceUnread: nothing useful came.
        """
        query = {
            "term": source.address,
            "reldate": _DAYS,
            "datetype": "edat",
            "sort": "date",
            "retmax": _MOST,
        }
        found = mapping(self._ask("esearch.fcgi", query), "esearchresult")
        raw: object = found.get("idlist")
        names = cast("list[object]", raw) if isinstance(raw, list) else []
        articles = [one for one in names if isinstance(one, str) and one.isascii() and one.isdecimal()]
        digest = digest_of(",".join(articles).encode())
        if digest == state.digest:
            return Fetched(digest=digest)
        site = f"{SITE}/?{urlencode({'term': source.address})}"
        if not articles:
            return Fetched(ParsedFeed(source.address, (), FeedFormat.JSON, site), digest=digest)
        result = mapping(self._ask("esummary.fcgi", {"id": ",".join(articles)}), "result")
        items = tuple(
            _item(one, mapping(result, one)) for one in articles if words(mapping(result, one), "title")
        )
        return Fetched(ParsedFeed(source.address, items, FeedFormat.JSON, site), digest=digest)

    def stop(self) -> None:
        """Break off what is under way."""
        self._fetcher.stop()

    def close(self) -> None:
        """Let go of kept connections."""
        self._fetcher.close()

    def _ask(self, utility: str, query: dict[str, str]) -> dict[str, Any]:
        whole = urlencode({"db": "pubmed", "retmode": "json", **query, **self._who})
        return read_json(self._fetcher.fetch(f"{self._base}/{utility}?{whole}", accept="application/json"))


def _item(article: str, said: dict[str, Any]) -> ParsedItem:
    names = [words(one, "name") for one in listed(said, "authors")]
    authors = ", ".join(name for name in names[:_MOST_AUTHORS] if name)
    authors += " et al." if len(names) > _MOST_AUTHORS else ""
    journal = words(said, "fulljournalname") or words(said, "source")
    told = " · ".join(one for one in (journal, words(said, "pubdate"), authors) if one)
    return ParsedItem(
        title=words(said, "title").strip(),
        link=f"{SITE}/{article}/",
        id=f"pubmed:{article}",
        published=_moment(words(said, "sortpubdate")),
        summary=f"<p>{escape(told)}</p>",
        author=authors,
        origin=journal,
    )


def _moment(text: str) -> datetime | None:
    try:
        return datetime.strptime(text, "%Y/%m/%d %H:%M").replace(tzinfo=UTC)
    except ValueError:
        return None
