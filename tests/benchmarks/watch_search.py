"""Measure the watch's search beside a bare FTS5 query: `python -m tests.benchmarks.watch_search [items]`.

Both look at the same file, in turns, in one run. The bare query is plain `sqlite3` with the words ready to
match: the identities of the first 200 stories newest first, and how many there are. Nothing shorter gives the
same answer out of this index: it knows items, and a list shows stories, in the order of their newest item.
Ours begins with what a person typed, and is measured in the two ways in which it is used:
the window reads all keys, which are the count as well, and the rows that can be seen; the command line reads
a page and counts. Both give whole rows, with sources and tags, which the bare query does not read.

For comparison, what FTS5 does alone: the newest 200 items by their identity, and the count of items, which
is another answer: no stories, and the order of arrival.

Each figure is the median of several runs of one query; the table shows their median and 95th percentile
over all queries. The program fails when ours takes more than 1.5 times as long at the 95th percentile.
At the end, what lists of all these items take without any search.
"""

import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from cmstation.domain.folding import search_words
from cmstation.domain.watch import Reading, StoryFilter
from cmstation.storage.database import FILE_NAME, Database
from cmstation.storage.watch_stories import WatchStories
from tests.fakes.many_items import ITEMS, fill
from tests.fakes.many_posts import TODAY

RUNS = 5
FIRST = 200
SEEN = 60
MOST_TIMES = 1.5
BARE_WAY = "bare FTS5 query"
OUR_WAYS = ("keys, rows", "page, count")

FREQUENT = ("santé", "clinique", "service", "patients", "médecins", "dépistage", "prévention", "équipe")
USUAL = (
    "télésurveillance",
    "cardiologie",
    "mammographies",
    "palliatifs",
    "endométriose",
    "cybersécurité",
    "diabète",
    "bronchiolite",
    "certification",
    "papillomavirus",
    "radiologie",
    "recommandations",
    "antibiorésistance",
    "œdème",
    "L’Assurance",
    "grève",
)
BEGUN = ("té", "mé", "cli", "dép", "pré", "san", "œd", "inf", "cyb", "vac", "a", "s", "kin", "zo")
SEVERAL = (
    "santé mentale",
    "haute autorité",
    "fin de vie",
    "don d’organes",
    "clinique nouveau service",
    "prothèse de hanche",
    "cancer colorectal",
    "dossier médical partagé",
    "intelligence artificielle radiologie",
    "pénurie médicaments",
    "déserts médicaux région",
    "sage-femme maternité",
    "accident vasculaire cérébral",
    "équipe mobile gériatrie",
    "agence régionale santé",
    "réédu domicile",
)
MISSING = ("xylophone", "dépistage xylophone", "kwxz", "12345", "ornithorynque", "santé zzz")
QUERIES = FREQUENT + USUAL + BEGUN + SEVERAL + MISSING

MATCHING = "FROM watch_search JOIN watch_items AS i ON i.id = watch_search.rowid WHERE watch_search MATCH ?"
BARE = (
    f"SELECT s.id FROM watch_stories AS s WHERE s.id IN (SELECT i.story_id {MATCHING})"
    f" ORDER BY s.moment DESC, s.id DESC LIMIT {FIRST}",
    f"SELECT count(DISTINCT i.story_id) {MATCHING}",
)
ALONE = (
    f"SELECT rowid FROM watch_search WHERE watch_search MATCH ? ORDER BY rowid DESC LIMIT {FIRST}",
    "SELECT count(*) FROM watch_search WHERE watch_search MATCH ?",
)


class Contest:
    """One query after the other, each way in turn.

    Attributes:
        took: by way, the milliseconds of each query.
        found: stories of each query.
    """

    def __init__(self, stories: WatchStories, plain: sqlite3.Connection) -> None:
        self.took: dict[str, list[float]] = {}
        self.found: list[int] = []
        self._stories = stories
        self._plain = plain

    def search(self, typed: str) -> None:
        """Search for what a person typed; both answers must be the same."""
        wanted = StoryFilter(words=typed)
        match = " AND ".join(f'"{word}"*' for word in search_words(typed))
        ways: dict[str, Callable[[], tuple[list[int], int]]] = {
            BARE_WAY: lambda: self._ask(BARE, match),
            OUR_WAYS[0]: lambda: self._keys_and_rows(wanted),
            OUR_WAYS[1]: lambda: self._page_and_count(wanted),
            "FTS5 alone, items": lambda: self._ask(ALONE, match),
        }
        first, many = ways[BARE_WAY]()
        for way in OUR_WAYS:
            if ways[way]() != (first, many):
                raise SystemExit(f"{way} finds something else for {typed!r}")
        self.found.append(many)
        durations: dict[str, list[float]] = {way: [] for way in ways}
        for _ in range(RUNS):
            for way, run in ways.items():
                start = time.perf_counter()
                run()
                durations[way].append((time.perf_counter() - start) * 1_000)
        for way, times in durations.items():
            self.took.setdefault(way, []).append(statistics.median(times))

    def _ask(self, statements: tuple[str, str], match: str) -> tuple[list[int], int]:
        page, count = statements
        first = [row[0] for row in self._plain.execute(page, (match,)).fetchall()]
        return first, self._plain.execute(count, (match,)).fetchone()[0]

    def _keys_and_rows(self, wanted: StoryFilter) -> tuple[list[int], int]:
        keys = self._stories.keys(wanted)
        self._stories.rows(keys[:SEEN])
        return list(keys[:FIRST]), len(keys)

    def _page_and_count(self, wanted: StoryFilter) -> tuple[list[int], int]:
        page = self._stories.page(wanted, None, FIRST)
        return [row.story for row in page], self._stories.count(wanted)


def p95(figures: list[float]) -> float:
    """Return the 95th percentile."""
    return statistics.quantiles(figures, n=20, method="inclusive")[-1]


def report(contest: Contest) -> bool:
    """Print the tables; tell whether ours is quick enough."""
    bare = contest.took[BARE_WAY]
    ways = list(contest.took)
    print(f"{'':38}{'stories':>9}" + "".join(f"{way:>19}" for way in ways))
    for at, typed in enumerate(QUERIES):
        figures = "".join(f"{contest.took[way][at]:>19.1f}" for way in ways)
        print(f"{typed:38}{contest.found[at]:>9}{figures}")
    print(f"\n{'milliseconds':20}{'median':>9}{'p95':>9}{'p95 / bare p95':>17}")
    for way, figures in contest.took.items():
        print(
            f"{way:20}{statistics.median(figures):>9.1f}{p95(figures):>9.1f}{p95(figures) / p95(bare):>17.2f}"
        )
    quick = [at for at, figure in enumerate(bare) if figure < 1]
    print("\nwhere the bare query takes less than one millisecond:")
    for way in (BARE_WAY, *OUR_WAYS):
        print(f"{way:20}{max((contest.took[way][at] for at in quick), default=0):>9.1f} at most")
    return all(p95(contest.took[way]) <= MOST_TIMES * p95(bare) for way in OUR_WAYS)


def report_lists(stories: WatchStories) -> None:
    """Print what lists take without a search."""
    everything, unread = StoryFilter(), StoryFilter(reading=Reading.UNREAD)
    one_list = StoryFilter(lists=frozenset({1}))
    keys = stories.keys(everything)
    middle = keys[len(keys) // 2 :][:SEEN]
    ways: dict[str, Callable[[], object]] = {
        f"keys of all {len(keys)} stories": lambda: stories.keys(everything),
        f"keys of {stories.count(unread)} unread ones": lambda: stories.keys(unread),
        f"keys of {stories.count(one_list)} of one list": lambda: stories.keys(one_list),
        f"rows of {SEEN}": lambda: stories.rows(middle),
        f"page of {SEEN}": lambda: stories.page(everything, None, SEEN),
        "counts of all lists": stories.counts,
    }
    print()
    for way, run in ways.items():
        times: list[float] = []
        for _ in range(2 * RUNS):
            start = time.perf_counter()
            run()
            times.append((time.perf_counter() - start) * 1_000)
        print(f"{way:34}{statistics.median(times):>9.1f} ms")


def main(items: int) -> None:
    """Fill a database, search, print."""
    with tempfile.TemporaryDirectory() as folder:
        database = Database.in_folder(Path(folder))
        database.open(TODAY)
        start = time.perf_counter()
        fill(database, items)
        built = time.perf_counter() - start
        file = Path(folder) / FILE_NAME
        print(
            f"{items} items in {built:.0f} s, {file.stat().st_size / 2**20:.0f} MiB; {len(QUERIES)} queries\n"
        )
        with closing(sqlite3.connect(file)) as plain:
            stories = WatchStories(database)
            contest = Contest(stories, plain)
            for typed in QUERIES:
                contest.search(typed)
        good = report(contest)
        report_lists(stories)
        database.close()
    if not good:
        raise SystemExit(1)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ITEMS)
