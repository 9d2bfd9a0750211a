"""Measure how fast the items of a refresh are stored: `python -m tests.benchmarks.watch_storing [items]`.

Beside our figures stands a bare table with a bare full-text index, filled with the same texts through
`sqlite3` in the same minute: the ratio says something on any machine, the milliseconds only on this one.
Meanwhile another thread saves a draft again and again, and says how long it waited for the pen.
"""

import sqlite3
import sys
import tempfile
import threading
import time
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from sqlalchemy import event

from cmstation.domain.watch import NewItem
from cmstation.domain.watch_storing import Arrival, arrival
from cmstation.storage.database import Database
from cmstation.storage.posts import Posts
from cmstation.storage.watch_ingest import MOST_ITEMS_AT_ONCE, WatchIngest
from tests.fakes.many_arrivals import add_sources_and_lists, draw
from tests.fakes.many_posts import TODAY

ITEMS = 15_000
RUNS = 3


class Holds:
    """How long each writing transaction of a database held the pen."""

    def __init__(self, database: Database) -> None:
        self.longest = 0.0
        self.count = 0
        self._since = 0.0
        event.listen(database.engine, "begin", self._begun)
        event.listen(database.engine, "commit", self._ended)

    def _begun(self, _connection: object) -> None:
        self._since = time.perf_counter()

    def _ended(self, _connection: object) -> None:
        self.longest = max(self.longest, time.perf_counter() - self._since)
        self.count += 1


def bare(items: list[NewItem], folder: Path) -> float:
    """Fill a plain table and a plain index, all in one transaction."""
    with closing(sqlite3.connect(folder / "bare.db", isolation_level=None)) as plain:
        plain.execute("PRAGMA journal_mode = WAL")
        plain.execute("PRAGMA synchronous = FULL")
        plain.execute(
            "CREATE TABLE items (id INTEGER PRIMARY KEY, source INTEGER, guid TEXT, title TEXT, link TEXT,"
            " html TEXT, words TEXT, UNIQUE (source, guid))"
        )
        plain.execute("CREATE VIRTUAL TABLE found USING fts5(words, content='items', content_rowid='id')")
        start = time.perf_counter()
        plain.execute("BEGIN IMMEDIATE")
        rows = [(one.source, one.guid, one.title, one.link, one.html, one.folded) for one in items]
        plain.executemany(
            "INSERT INTO items (source, guid, title, link, html, words) VALUES (?, ?, ?, ?, ?, ?)", rows
        )
        plain.execute("INSERT INTO found (rowid, words) SELECT id, words FROM items")
        plain.execute("COMMIT")
        return time.perf_counter() - start


def measured(items: list[NewItem], folder: Path) -> dict[str, float]:
    """Store everything, then everything again, then a tenth with other words."""
    database = Database.in_folder(folder)
    database.open(TODAY)
    matchers = add_sources_and_lists(database)
    ingest = WatchIngest(database)
    arrivals = [arrival(one) for one in items]
    took: dict[str, float] = {}
    holds = Holds(database)

    def store(name: str, batch: list[Arrival]) -> None:
        start = time.perf_counter()
        done = ingest.store(batch, TODAY, matchers=matchers)
        took[name] = time.perf_counter() - start
        assert not done.refused

    store("new items", arrivals)
    took["longest transaction"] = holds.longest
    start = time.perf_counter()
    known = ingest.known(_keys(arrivals))
    took["asking what is known"] = time.perf_counter() - start
    assert len(known) == len(items)
    store("nothing new", arrivals)
    store("a tenth changed", [_reworded(one) for one in arrivals[::10]])
    start = time.perf_counter()
    while ingest.settle():
        continue
    took["merging the index"] = time.perf_counter() - start
    database.close()
    return took


def waits(items: list[NewItem], folder: Path) -> list[float]:
    """Save a draft again and again while a refresh stores items; return how long each save took."""
    database = Database.in_folder(folder)
    database.open(TODAY)
    matchers = add_sources_and_lists(database)
    posts = Posts(database)
    draft = posts.add(TODAY, title="Octobre rose")
    ended = threading.Event()
    waited: list[float] = []

    def save() -> None:
        while not ended.wait(0.05):
            start = time.perf_counter()
            posts.update(draft.id, TODAY, expected=None, text=f"Texte {len(waited)}")
            waited.append(time.perf_counter() - start)

    saving = threading.Thread(target=save)
    saving.start()
    ingest, arrivals = WatchIngest(database), [arrival(one) for one in items]
    for at in range(0, len(arrivals), MOST_ITEMS_AT_ONCE):
        start = time.perf_counter()
        ingest.store(arrivals[at : at + MOST_ITEMS_AT_ONCE], TODAY, matchers=matchers)
        # As in a refresh: reading and cleaning the next ones takes at least as long.
        ended.wait(time.perf_counter() - start)
    ended.set()
    saving.join()
    database.close()
    return waited


def _keys(arrivals: list[Arrival]) -> dict[int, list[bytes]]:
    keys: dict[int, list[bytes]] = {}
    for one in arrivals:
        keys.setdefault(one.item.source, []).append(one.guid_hash)
    return keys


def _reworded(one: Arrival) -> Arrival:
    item = replace(one.item, title=one.item.title + " (corrigé)", folded="corrige " + one.item.folded)
    return arrival(item)


def main(wanted: int) -> None:
    """Measure several times, print the best."""
    items = draw(wanted, TODAY - timedelta(hours=1))
    size = sum(len(one.html) for one in items) / wanted
    print(f"{wanted} items of {size:.0f} letters, three lists with a rule, one in eight at a known address")
    best: dict[str, float] = {}
    for _run in range(RUNS):
        with tempfile.TemporaryDirectory() as folder:
            took = {"bare table and index": bare(items, Path(folder)), **measured(items, Path(folder))}
        best = {name: min(best.get(name, seconds), seconds) for name, seconds in took.items()}
    for name, seconds in best.items():
        print(f"{name:24}{seconds * 1_000:>9.0f} ms{seconds / best['bare table and index']:>8.2f}")
    with tempfile.TemporaryDirectory() as folder:
        waited = sorted(waits(items, Path(folder)))
    print(f"a draft saved meanwhile, {len(waited)} times: median {waited[len(waited) // 2] * 1_000:.0f} ms,")
    print(f"longest {waited[-1] * 1_000:.0f} ms")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ITEMS)
