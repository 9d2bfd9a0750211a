"""The world outside as a rehearsal sees it: every source is up to date, every address has one; no network."""

import html
from datetime import UTC, datetime, timedelta
from typing import Final

from cmstation.domain.clock import Clock
from cmstation.domain.feeds import ParsedItem
from cmstation.domain.watch import Source, SourceKind, SourceState, SourceTrouble
from cmstation.domain.watch_networks import Fetched, Findings, Found, Guess, Missed
from cmstation.domain.web_addresses import host_of, is_web
from cmstation.domain.web_pages import WebPage

TITLES: Final = (
    "Une journée pour s’exercer",
    "Les nouvelles de la semaine",
    "Ce que disent les lecteurs",
)
_TEXT: Final = "Ceci est une répétition\u00a0: rien n’a été demandé à ce site."


class RehearsalReader:
    """Reads any source: nothing is new."""

    def read(self, source: Source, state: SourceState) -> Fetched:
        """Answer that nothing has changed."""
        return Fetched(etag=state.etag, modified=state.modified, digest=state.digest, cursor=state.cursor)

    def stop(self) -> None:
        """Do nothing: nothing is ever under way."""

    def close(self) -> None:
        """Do nothing: nothing is kept open."""


class RehearsalFinder:
    """Finds one source behind any web address."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def find(self, typed: str) -> Findings:
        """Answer with an invented feed of the site."""
        address = typed if "://" in typed else f"https://{typed}"
        if not is_web(address):
            return Findings(missed=(Missed(Guess(SourceKind.FEED, address), SourceTrouble.NOT_A_FEED),))
        name, now = host_of(address), self._clock.now()
        items = tuple(
            ParsedItem(title, "", f"{place}", _earlier(now, place), _TEXT)
            for place, title in enumerate(TITLES)
        )
        return Findings((Found(SourceKind.FEED, address, name, address, items),))


class RehearsalPages:
    """Reads any page: it says that this is a rehearsal."""

    def read(self, address: str) -> WebPage:
        """Answer with an invented page."""
        return WebPage(address, TITLES[0], f"<p>{html.escape(_TEXT)}</p>", host_of(address))


def _earlier(now: datetime, days: int) -> datetime:
    return now.astimezone(UTC) - timedelta(days=days)
