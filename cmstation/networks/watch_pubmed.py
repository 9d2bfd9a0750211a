"""Reads a search of PubMed through the E-utilities, at the pace that the library asks for."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from html import escape
from threading import Event, Lock
from time import monotonic
from typing import Any, Final, cast
from urllib.parse import quote, urlencode

from cmstation.domain.clock import Clock, SystemClock
from cmstation.domain.feeds import FeedFormat, ParsedFeed, ParsedItem
from cmstation.domain.watch import Source, SourceState, SourceTrouble
from cmstation.domain.watch_networks import Fetched, SourceUnread
from cmstation.networks.feed_fetching import FeedFetcher
from cmstation.networks.feed_json_answers import listed, mapping, read_json, words
from cmstation.networks.feed_reading import digest_of
from cmstation.networks.feed_text import plain_text

UTILITIES: Final = "https://eutils.ncbi.nlm.nih.gov/entrez/eutils"
SITE: Final = "https://pubmed.ncbi.nlm.nih.gov"
MOST: Final = 200
# Without a key the library answers three calls in a second.
PAUSE_S: Final = 0.36
_FIRST_DAYS = 60
_AGAIN_DAYS = 7  # articles appear in the index a few days after their date of entry
_MOST_DAYS = 365
_MOST_AUTHORS = 6
_ARTICLE = re.compile(r"[0-9]{1,12}")
_DOI = re.compile(r"10\.[0-9]{4,9}/\S{1,300}")


class Pace:
    """Lets calls begin one after the other, with a pause between them, whichever thread makes them."""

    def __init__(self, pause: float = PAUSE_S, now: Callable[[], float] = monotonic) -> None:
        self._pause = pause
        self._now = now
        self._lock = Lock()
        self._next = 0.0
        self._stopping = Event()

    def wait(self) -> None:
        """Wait for this call's turn; `stop` ends the waiting.

        Raises:
            SourceUnread: it was ended.
        """
        stopping = self._stopping
        with self._lock:
            now = self._now()
            turn = max(now, self._next)
            self._next = turn + self._pause
        if stopping.wait(turn - now):
            raise SourceUnread(SourceTrouble.NO_ANSWER, "stopped")

    def stop(self) -> None:
        """Send away those who wait; who comes later waits as usual."""
        stopping, self._stopping = self._stopping, Event()
        stopping.set()


class PubmedReader:
    """Reads the newest articles that a query finds (`domain/watch_networks.py`: SourceReader).

    Args:
        mail: whom the library may write to, as it asks of every program; "" leaves it out.
    """

    def __init__(
        self,
        fetcher: FeedFetcher,
        base: str = UTILITIES,
        *,
        mail: str = "",
        clock: Clock | None = None,
        pace: Pace | None = None,
    ) -> None:
        self._fetcher = fetcher
        self._base = base
        self._who = {"tool": "cmstation", **({"email": mail} if mail else {})}
        self._clock = clock or SystemClock()
        self._pace = pace or Pace()

    def read(self, source: Source, state: SourceState) -> Fetched:
        """Ask which articles there are, then, if those are others than last time, what they are called.

        Raises:
            SourceUnread: nothing useful came.
        """
        # Without "sort" the newest entries come first.
        query = {"term": source.address, "reldate": str(self._days(state)), "datetype": "edat"}
        articles = _articles(self._ask("esearch.fcgi", query | {"retmax": str(MOST)}))
        digest = digest_of(",".join(articles).encode())
        if digest == state.digest:
            return Fetched(digest=digest)
        items: list[ParsedItem] = []
        if articles:
            result = mapping(self._ask("esummary.fcgi", {"id": ",".join(articles)}), "result")
            if not result:
                raise SourceUnread(SourceTrouble.NOT_UNDERSTOOD, "json")
            items = [item for one in articles if (item := _item(one, mapping(result, one))) is not None]
        # Stable: what came in on the same day stays in the order of the answer.
        items.sort(key=lambda item: item.published or datetime.min.replace(tzinfo=UTC), reverse=True)
        site = f"{SITE}/?{urlencode({'term': source.address, 'sort': 'date'})}"
        return Fetched(ParsedFeed(source.address, tuple(items), FeedFormat.JSON, site), digest=digest)

    def stop(self) -> None:
        """Break off what is under way."""
        self._pace.stop()
        self._fetcher.stop()

    def close(self) -> None:
        """Let go of kept connections."""
        self._fetcher.close()

    def _days(self, state: SourceState) -> int:
        if state.read_at is None:
            return _FIRST_DAYS
        return min(max((self._clock.now() - state.read_at).days, 0) + _AGAIN_DAYS, _MOST_DAYS)

    def _ask(self, utility: str, query: dict[str, str]) -> dict[str, Any]:
        self._pace.wait()
        whole = urlencode({"db": "pubmed", "retmode": "json", **query, **self._who})
        page = self._fetcher.fetch(f"{self._base}/{utility}?{whole}", accept="application/json")
        answer = read_json(page)
        told = words(answer, "error")
        if "rate limit" in told.lower():
            raise SourceUnread(SourceTrouble.ASKED_TO_WAIT, "rate")
        if told:
            raise SourceUnread(SourceTrouble.SERVER_TROUBLE, "error")
        return answer


def _articles(answer: dict[str, Any]) -> list[str]:
    found = mapping(answer, "esearchresult")
    names: object = found.get("idlist")
    if words(found, "ERROR"):
        raise SourceUnread(SourceTrouble.NOT_UNDERSTOOD, "query")
    if not isinstance(names, list):
        raise SourceUnread(SourceTrouble.NOT_UNDERSTOOD, "json")
    known = [one for one in cast("list[object]", names) if isinstance(one, str) and _ARTICLE.fullmatch(one)]
    return list(dict.fromkeys(known))[:MOST]


def _item(article: str, said: dict[str, Any]) -> ParsedItem | None:
    title = _headline(words(said, "title")) or _headline(words(said, "vernaculartitle"))
    if not title:
        return None
    authors = _authors(said)
    journal = plain_text(words(said, "fulljournalname") or words(said, "source"))
    told = " · ".join(one for one in (journal, plain_text(words(said, "pubdate"))) if one)
    own = _headline(words(said, "vernaculartitle"))
    lines = [escape(one) for one in (own if own != title else "", told, authors) if one]
    if doi := _doi(said):
        lines.append(
            f'<a href="https://doi.org/{escape(quote(doi, safe="/:;().-_"))}">doi: {escape(doi)}</a>'
        )
    return ParsedItem(
        title=title,
        link=f"{SITE}/{article}/",
        id=f"pubmed:{article}",
        published=_entered(said),
        summary="".join(f"<p>{line}</p>" for line in lines),
        author=authors,
        origin=journal,
    )


def _headline(title: str) -> str:
    """Return a title as a headline: translated ones come in brackets, all of them with a full stop."""
    plain = plain_text(title)
    if not plain.endswith(("..", "…")):
        plain = plain.removesuffix(".")
    inner = plain[1:-1]
    return inner.removesuffix(".") if f"[{inner}]" == plain and "[" not in inner else plain


def _authors(said: dict[str, Any]) -> str:
    names = [name for one in listed(said, "authors") if (name := plain_text(words(one, "name")))]
    return ", ".join(names[:_MOST_AUTHORS]) + (" et al." if len(names) > _MOST_AUTHORS else "")


def _doi(said: dict[str, Any]) -> str:
    known = [words(one, "value") for one in listed(said, "articleids") if words(one, "idtype") == "doi"]
    place = words(said, "elocationid")
    found = _DOI.search(" ".join([*known, place.removeprefix("doi:")]))
    return found[0] if found else ""


def _entered(said: dict[str, Any]) -> datetime | None:
    """Return when the library took an article in; the journal's own date is often months ahead."""
    history = listed(said, "history")
    entered = [words(one, "date") for one in history if words(one, "pubstatus") == "entrez"]
    return next((at for one in (*entered, words(said, "sortpubdate")) if (at := _moment(one))), None)


def _moment(text: str) -> datetime | None:
    try:
        return datetime.strptime(text, "%Y/%m/%d %H:%M").replace(tzinfo=UTC)
    except ValueError:
        return None
