"""Measure the answers of the statistics: `python -m tests.benchmarks.statistics_page`.

Two years of daily figures of seven accounts and 3,000 posts; the reference is the same rows read by a plain
`sqlite3` connection, without a single answer being made of them.
"""

import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from statistics import median
from time import process_time

from cmstation.domain.changes import Changes
from cmstation.domain.clock import FixedClock
from cmstation.domain.metrics import Metric
from cmstation.domain.periods import month, quarter, year
from cmstation.services.preferences import Preferences
from cmstation.services.statistics import Statistics
from cmstation.storage.database import Database
from cmstation.storage.settings import Settings
from tests.fakes.simulated_statistics import DAYS, NOW, TODAY, NoCalendar, simulate

TIMES = 7


def main() -> None:
    """Print processor time in milliseconds, and how many times the plain reading it is."""
    with tempfile.TemporaryDirectory() as made:
        database = Database.in_folder(Path(made))
        database.open(NOW)
        try:
            simulate(database)
            assert database.file is not None
            plain = measured(lambda: read_plainly(str(database.file)))
            print(f"plain reading of all rows      {plain:7.1f} ms")
            preferences = Preferences(Settings(database))
            answering = Statistics(database, NoCalendar(), preferences, FixedClock(NOW))
            every = Changes(everything=True)

            def anew(ask: Callable[[], object]) -> Callable[[], object]:
                def work() -> object:
                    answering.changed(every)
                    return ask()

                return work

            first = TODAY - timedelta(days=DAYS - 1)
            for name, ask in {
                "month": lambda: answering.answers(month(2026, 10)),
                "quarter": lambda: answering.answers(quarter(2026, 3)),
                "year": lambda: answering.answers(year(2026)),
                "curves of all followers": lambda: answering.curves(Metric.FOLLOWERS, None, first, TODAY),
            }.items():
                took = measured(anew(ask))
                print(f"{name:30} {took:7.1f} ms   {took / plain:5.2f} times")
        finally:
            database.close()


def measured(work: Callable[[], object]) -> float:
    """Return the middle processor time of some runs, in milliseconds."""
    took: list[float] = []
    for _ in range(TIMES):
        begun = process_time()
        work()
        took.append((process_time() - begun) * 1000)
    return median(took)


def read_plainly(file: str) -> None:
    """Read all rows of figures and posts."""
    with closing(sqlite3.connect(file)) as connection:
        for table in ("stat_figures", "stat_posts", "stat_post_figures"):
            connection.execute(f"SELECT * FROM {table}").fetchall()


if __name__ == "__main__":
    main()
