"""Short ways to make what arrives in the watch, and to look at what was stored of it."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from typing import Any

from sqlalchemy import text

from cmstation.domain.folding import search_words
from cmstation.domain.watch import NewItem, SourceKind
from cmstation.domain.watch_storing import Arrival, Stored, StoryGrouper, arrival
from cmstation.storage.database import Database
from cmstation.storage.search import terms
from cmstation.storage.watch_ingest import WatchIngest
from cmstation.storage.watch_lists import WatchLists
from cmstation.storage.watch_search import matching
from cmstation.storage.watch_sources import WatchSources
from tests.storage.station import NOW

_numbers = count(1)


def new_item(
    source: int, title: str = "Une annonce", words: str = "La clinique ouvre.", **fields: Any
) -> NewItem:
    """Make an item that no other one is like."""
    number = next(_numbers)
    link = fields.get("link", f"https://a.example/{number}")
    folded = "\n".join(" ".join(search_words(said)) for said in (title, words))
    values: dict[str, Any] = {
        **{"guid": f"guid {number}", "link": link, "canonical": link, "published": NOW - timedelta(hours=1)},
        **{"seen_at": NOW, "html": f"<p>{words}</p>", "folded": folded},
    }
    return NewItem(source=source, title=title, **{**values, **fields})


class Words:
    """A rule that asks for one word."""

    def __init__(self, word: str) -> None:
        self._word = word

    def matches_folded(self, source: int, folded: str) -> bool:
        """Tell whether the word is there."""
        del source
        return self._word in folded.split()


@dataclass(slots=True)
class SameTitle:
    """Groups items that have the same title."""

    known: dict[str, int] = field(default_factory=dict[str, int])
    forgotten: list[int] = field(default_factory=list[int])

    def story_of(self, item: NewItem, moment: datetime) -> int | None:
        """Return the story of the title."""
        del moment
        return self.known.get(item.title)

    def told(self, item: NewItem, moment: datetime, story: int) -> None:
        """Remember the title."""
        del moment
        self.known[item.title] = story

    def forget(self, story: int) -> None:
        """Forget the titles of a story."""
        self.forgotten.append(story)
        self.known = {title: found for title, found in self.known.items() if found != story}


class Watch:
    """The write side of the watch on one database."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.sources = WatchSources(database)
        self.lists = WatchLists(database)
        self.ingest = WatchIngest(database)
        self.matchers: dict[int, Words] = {}
        self.grouper: StoryGrouper | None = None

    def source(self, title: str = "La Gazette") -> int:
        """Add a feed."""
        return self.sources.add(
            SourceKind.FEED, f"https://{next(_numbers)}.example/feed", NOW, title=title
        ).id

    def store(self, *items: NewItem | Arrival) -> Stored:
        """Store items in one batch."""
        batch = [arrival(one) if isinstance(one, NewItem) else one for one in items]
        return self.ingest.store(batch, NOW, matchers=self.matchers, grouper=self.grouper)

    def one(self, item: NewItem) -> int:
        """Store an item and name it."""
        (found,) = self.store(item).new
        return found

    def rows(self, query: str, **values: object) -> list[tuple[Any, ...]]:
        """Run a query."""
        with self.database.readers.begin() as session:
            return [tuple(row) for row in session.execute(text(query), values)]

    def run(self, statement: str, **values: object) -> None:
        """Run a statement."""
        with self.database.sessions.begin() as session:
            session.execute(text(statement), values)

    def found(self, words: str) -> set[int]:
        """Search."""
        with self.database.readers.begin() as session:
            return set(session.scalars(matching(session, terms(words))))

    def members(self, list_: int) -> set[int]:
        """Name the items that a list shows."""
        return {
            row[0]
            for row in self.rows("SELECT item_id FROM watch_memberships WHERE list_id = :list", list=list_)
        }

    def assert_sound(self) -> None:
        """Look whether everything that is derived is as it would be derived anew."""
        stories = "SELECT id, count, unread FROM watch_stories ORDER BY id"
        derived = (
            "SELECT story_id, COUNT(*), SUM(CASE WHEN read_at IS NULL THEN 1 ELSE 0 END)"
            " FROM watch_items GROUP BY story_id ORDER BY story_id"
        )
        assert self.rows(stories) == [
            (story, many, int(unread)) for story, many, unread in self.rows(derived)
        ]
        bodies, items = "SELECT item_id FROM watch_bodies", "SELECT id FROM watch_items"
        assert sorted(self.rows(bodies)) == sorted(self.rows(items))
        if self.database.file is not None:
            self.run("INSERT INTO watch_search (watch_search, rank) VALUES ('integrity-check', 1)")
        assert self.database.check() == ()
