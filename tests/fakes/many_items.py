"""Fill the watch with thousands of believable French items, fast, for measurements and crowded screens."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import blake2b
from itertools import product
from typing import Any

from cmstation.domain.folding import search_words
from cmstation.domain.watch import DecisionKind, SourceKind
from cmstation.storage.database import Database
from cmstation.storage.watch_search import index_new, settle
from tests.fakes.item_words import ANGLES, LISTS, MEDIA, SENTENCES, SUBJECTS, towns
from tests.fakes.many_posts import TODAY

ITEMS = 200_000
SOURCES = 300
AT_ONCE = 10_000
DAYS = 730
RETOLD = 0.12
PHYSICIAN = "Dr Lefèvre"

_ITEM = (
    "INSERT INTO watch_items (id, source_id, guid_hash, content_hash, title, link, address_hash, author,"
    " media, origin, published_at, seen_at, moment, story_id, fingerprint, read_at, starred, kept, note)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, '', '', '', ?, ?, ?, ?, x'', ?, ?, ?, '')"
)
_BODY = "INSERT INTO watch_bodies (item_id, html, folded) VALUES (?, ?, ?)"
_STORY = (
    "INSERT INTO watch_stories (id, best_id, moment, count, unread, starred, decided)"
    " VALUES (?, ?, ?, ?, ?, ?, ?)"
)
_MEMBERSHIP = "INSERT INTO watch_memberships (item_id, list_id, story_id) VALUES (?, ?, ?)"
_DECISION = "INSERT INTO watch_decisions (item_id, kind, at, who, undone_at) VALUES (?, ?, ?, ?, NULL)"
_TAG = "INSERT INTO watch_tags (item_id, tag) VALUES (?, ?)"


@dataclass(slots=True)
class _Story:
    id: int
    best: int
    moment: int
    subject: int
    count: int = 1
    unread: int = 0
    starred: bool = False
    decided: str | None = None


@dataclass(slots=True)
class _Rows:
    items: list[Any] = field(default_factory=list[Any])
    bodies: list[Any] = field(default_factory=list[Any])
    memberships: list[Any] = field(default_factory=list[Any])
    decisions: list[Any] = field(default_factory=list[Any])
    tags: list[Any] = field(default_factory=list[Any])
    stories: list[_Story] = field(default_factory=list[_Story])


def fill(database: Database, items: int = ITEMS, *, sources: int = SOURCES, words: int = 80) -> None:
    """Add sources, lists and items, the same ones at every call; on SQLite, into an empty watch.

    Args:
        items: the newest is of `TODAY`, the oldest two years before; about one in eight retells another.
        words: how long a text is, about; the newest texts are not longer than the others.
    """
    chance = random.Random(items)
    _add_sources(database, chance, sources)
    writer = _Writer(chance, items, sources, max(1, round(words / 14)))
    for first in range(1, items + 1, AT_ONCE):
        last = min(first + AT_ONCE - 1, items)
        rows = writer.draw(first, last)
        with database.sessions.begin() as session:
            connection = session.connection()
            connection.exec_driver_sql(_ITEM, rows.items)
            connection.exec_driver_sql(_BODY, rows.bodies)
            connection.exec_driver_sql(_STORY, [_story_row(story) for story in rows.stories])
            connection.exec_driver_sql(_MEMBERSHIP, rows.memberships)
            if rows.decisions:
                connection.exec_driver_sql(_DECISION, rows.decisions)
            if rows.tags:
                connection.exec_driver_sql(_TAG, rows.tags)
            index_new(connection, range(first, last + 1))
    with database.sessions.begin() as session:
        while settle(session.connection(), 2_000):
            continue


class _Writer:
    """Draws items by chance, as rows."""

    def __init__(self, chance: random.Random, items: int, sources: int, sentences: int) -> None:
        self._chance = chance
        self._items = items
        self._sources = sources
        self._sentences = sentences
        self._lists = [_lists_of(source) for source in range(sources)]
        self._said = [(f"<p>{words}</p>", _folded(words)) for words in SENTENCES]
        self._titles = [
            (f"{subject} : {angle}", f"{_folded(subject)} {_folded(angle)}")
            for subject, angle in product(SUBJECTS, ANGLES)
        ]
        self._towns = [(town, _folded(town)) for town in towns(2_000)]

    def draw(self, first: int, last: int) -> _Rows:
        """Draw the items of a span of identities."""
        rows = _Rows()
        chance = self._chance
        for item in range(first, last + 1):
            retold = rows.stories and chance.random() < RETOLD
            told = rows.stories[-chance.randint(1, min(40, len(rows.stories)))] if retold else None
            self._add(rows, item, told)
        return rows

    def _add(self, rows: _Rows, item: int, told: _Story | None) -> None:
        chance = self._chance
        at = TODAY - timedelta(days=DAYS) * ((self._items - item) / self._items)
        moment = _microseconds(at)
        source = int(self._sources * chance.random() ** 1.5)
        subject = told.subject if told else chance.randrange(len(self._titles))
        story = told or _Story(item, item, moment, subject)
        if told:
            story.count, story.moment = story.count + 1, max(story.moment, moment)
        else:
            rows.stories.append(story)
        old = item < 0.98 * self._items
        read = chance.random() < (0.93 if old else 0.2)
        starred = chance.random() < 0.01
        decided = self._decide(rows, item, at) if read and chance.random() < 0.05 else None
        story.unread += not read
        story.starred = story.starred or starred
        story.decided = decided or story.decided
        self._add_item(rows, item, source, story, at, read=read, starred=starred, kept=bool(decided))
        self._add_body(rows, item, story)
        for one in self._lists[source]:
            if chance.random() < 0.8:
                rows.memberships.append((item, one, story.id))

    def _add_item(
        self,
        rows: _Rows,
        item: int,
        source: int,
        story: _Story,
        at: datetime,
        *,
        read: bool,
        starred: bool,
        kept: bool,
    ) -> None:
        title, town = self._titles[story.subject][0], self._towns[(story.id * 7) % len(self._towns)][0]
        address = f"https://media{source}.example/{at.year}/{at.month}/{item}"
        digest = blake2b(address.encode(), digest_size=20).digest()
        tagged = self._chance.random() < 0.01
        if tagged:
            rows.tags.append((item, self._chance.choice(("à relire", "congrès", "chiffres", "qualité"))))
        stored = at.isoformat(" ", "microseconds")
        rows.items.append(
            (
                *(item, source + 1, digest[:12], digest[12:], f"{title}, à {town}", address),
                *(int.from_bytes(digest[:8], "big", signed=True), stored, stored, _microseconds(at)),
                *(story.id, stored if read else None, starred, kept or starred or tagged),
            )
        )

    def _add_body(self, rows: _Rows, item: int, story: _Story) -> None:
        chosen = self._chance.choices(self._said, k=self._chance.randint(1, 2 * self._sentences))
        title, town = self._titles[story.subject][1], self._towns[(story.id * 7) % len(self._towns)][1]
        place, place_folded = self._towns[item % len(self._towns)]
        html = f"<p>{place}.</p>" + "".join(said for said, _folded in chosen)
        text = " ".join(folded for _said, folded in chosen)
        rows.bodies.append((item, html, f"{title} a {town}\n{place_folded} {text}"))

    def _decide(self, rows: _Rows, item: int, at: datetime) -> str:
        kind = self._chance.choices(tuple(DecisionKind), weights=(10, 3, 10, 70, 2))[0]
        later = (at + timedelta(hours=5)).isoformat(" ", "microseconds")
        rows.decisions.append((item, kind.value, later, PHYSICIAN))
        return kind.value


def _add_sources(database: Database, chance: random.Random, sources: int) -> None:
    source = (
        "INSERT INTO watch_sources (id, kind, address, title, own_title, site, standing, paused, tried_at,"
        " read_at, due_at, failures, detail, interval_minutes, etag, modified, digest, cursor)"
        " VALUES (?, ?, ?, ?, '', ?, ?, ?, ?, ?, ?, 0, '', 60, '', '', x'', '')"
    )
    now, due = (moment.isoformat(" ", "microseconds") for moment in (TODAY, TODAY + timedelta(hours=1)))
    cities = towns(sources)
    rows: list[Any] = []
    for at in range(sources):
        name, site = f"{MEDIA[at % len(MEDIA)]} de {cities[at]}", f"https://media{at}.example"
        standing = chance.choice((0, 0, 0, 1, 2))
        values = (at + 1, SourceKind.FEED.value, f"{site}/feed", name, site, standing, False, now, now, due)
        rows.append(values)
    with database.sessions.begin() as session:
        connection = session.connection()
        connection.exec_driver_sql(source, rows)
        connection.exec_driver_sql(
            "INSERT INTO watch_lists (id, name, position, rule, folder, days, unread_days)"
            " VALUES (?, ?, ?, '', '[]', 365, 730)",
            [(at + 1, name, at) for at, name in enumerate(LISTS)],
        )
        connection.exec_driver_sql(
            "INSERT INTO watch_list_sources (list_id, source_id, position) VALUES (?, ?, ?)",
            [(one, at + 1, at) for at in range(sources) for one in _lists_of(at)],
        )


def _lists_of(source: int) -> Sequence[int]:
    first, second = source % len(LISTS), (source // 7) % len(LISTS)
    return sorted({first + 1, second + 1} if source % 3 == 0 else {first + 1})


def _story_row(story: _Story) -> tuple[object, ...]:
    values = (story.id, story.best, story.moment, story.count, story.unread, story.starred)
    return (*values, story.decided)


def _microseconds(at: datetime) -> int:
    return round(at.timestamp() * 1_000_000)


def _folded(words: str) -> str:
    return " ".join(search_words(words))
