"""Measure lists of ten thousand posts: `python -m tests.benchmarks.storage_rows [posts]`.

Each figure is the median of several runs, with its ratio to a plain SELECT of as many rows through `sqlite3`
in the same minute: the ratio says something on any machine, the milliseconds only on this one.
"""

import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from cmstation.domain.drafts import DraftFilter, PostState
from cmstation.storage.database import Database
from cmstation.storage.posts import Posts
from tests.fakes.many_posts import TODAY, fill

POSTS = 10_000
RUNS = 9
PLAIN = (
    "SELECT id, title, substr(text, 1, 160), state, theme_id, campaign_id, shown_at, shown_zone, changed_at"
    " FROM posts WHERE deleted_at IS NULL ORDER BY shown_at LIMIT ?"
)


def median(run: Callable[[], object]) -> float:
    """Return the median duration of several runs, in milliseconds."""
    run()
    durations: list[float] = []
    for _ in range(RUNS):
        start = time.perf_counter()
        run()
        durations.append((time.perf_counter() - start) * 1_000)
    return statistics.median(durations)


def cases(posts: Posts) -> dict[str, tuple[int, Callable[[], object]]]:
    """Name what is measured, with how many rows it is about."""
    filters = {
        "all rows": DraftFilter(),
        "one month": DraftFilter(start=TODAY, end=TODAY + timedelta(days=30)),
        "one state": DraftFilter(states=frozenset({PostState.SCHEDULED})),
        "one account": DraftFilter(accounts=frozenset({1})),
        "search, one word": DraftFilter(words="diabète"),
        "search, three beginnings": DraftFilter(words="oeuvre ben rend"),
        "search, one letter": DraftFilter(words="d"),
    }
    found: dict[str, tuple[int, Callable[[], object]]] = {
        name: (posts.count(wanted), lambda wanted=wanted: posts.rows(wanted))
        for name, wanted in filters.items()
    }
    all_posts, some = DraftFilter(), filters["search, one word"]
    found["first 50 rows"] = (posts.count(all_posts), lambda: posts.rows(all_posts, limit=50))
    found["count"] = (posts.count(all_posts), lambda: posts.count(all_posts))
    found["count, search"] = (posts.count(some), lambda: posts.count(some))
    return found


def main(wanted: int) -> None:
    """Build the database, measure, print."""
    with tempfile.TemporaryDirectory() as folder:
        database = Database.in_folder(Path(folder))
        database.open(TODAY)
        start = time.perf_counter()
        fill(database, wanted)
        built = time.perf_counter() - start
        file = Path(folder) / "cmstation.db"
        print(f"{wanted} posts built in {built:.1f} s, {file.stat().st_size / 2**20:.1f} MiB")
        print(f"{'':26}{'rows':>7}{'ms':>9}{'plain ms':>10}{'ratio':>8}")
        with closing(sqlite3.connect(file)) as plain:
            for name, (rows, run) in cases(Posts(database)).items():
                base = median(lambda rows=rows: plain.execute(PLAIN, (rows,)).fetchall())
                took = median(run)
                print(f"{name:26}{rows:>7}{took:>9.1f}{base:>10.1f}{took / base:>8.1f}")
        database.close()
        start = time.perf_counter()
        database.open(TODAY)
        print(f"{'opening, with its check':26}{'':>7}{(time.perf_counter() - start) * 1_000:>9.1f}")
        database.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else POSTS)
