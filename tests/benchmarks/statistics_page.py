"""Measure the answers of the statistics: `python -m tests.benchmarks.statistics_page`.

Two years of daily figures of seven accounts and 3,000 posts; the reference is the same rows read by a plain
`sqlite3` connection, without a single answer being made of them. Processor time is what the thread took, in
milliseconds; the longest wait is how long another thread, which wants to run each millisecond as the window
does, had to wait meanwhile: by the clock, so that other programs of the machine are in it too.
"""

import gc
import sqlite3
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from statistics import median
from threading import Event, Thread
from time import perf_counter, sleep, thread_time

from cmstation.app import TURN_SECONDS
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
EVERY = Changes(everything=True)


def main() -> None:
    """Print for each question its processor time, that of its first time, and the longest wait."""
    with tempfile.TemporaryDirectory() as made:
        database = Database.in_folder(Path(made))
        database.open(NOW)
        try:
            simulate(database)
            assert database.file is not None
            # As in the window (`cmstation/ui/garbage.py`, `cmstation/app.py`).
            gc.disable()
            sys.setswitchinterval(TURN_SECONDS)
            report(str(database.file), database)
        finally:
            database.close()


def report(file: str, database: Database) -> None:
    """Ask each question some times, nothing kept before it."""
    preferences = Preferences(Settings(database))
    answering = Statistics(database, NoCalendar(), preferences, FixedClock(NOW))
    first = TODAY - timedelta(days=DAYS - 1)
    asked: dict[str, Callable[[], object]] = {
        "first day": answering.first_day,
        "campaigns": answering.campaigns,
        "month": lambda: answering.answers(month(2026, 10)),
        "quarter": lambda: answering.answers(quarter(2026, 3)),
        "year": lambda: answering.answers(year(2026)),
        "curves of all followers": lambda: answering.curves(Metric.FOLLOWERS, None, first, TODAY),
        "marks": lambda: answering.marks(first, TODAY),
    }
    plain = median(taken(lambda: read_plainly(file)))
    print(f"plain reading of all rows  {plain:6.1f} ms")
    for name, ask in asked.items():
        took = taken(ask, lambda: answering.changed(EVERY))
        answering.changed(EVERY)
        waited = longest_wait(ask)
        usual = f"{median(took):6.1f} ms, {median(took) / plain:4.2f} times"
        print(f"{name:25}  {usual}; at first {took[0]:6.1f} ms; longest wait {waited:5.1f} ms")
    answering.answers(month(2026, 10))
    turned = taken(lambda: answering.answers(month(2026, 9)))[0]
    print(f"the month before, after it {turned:6.1f} ms")


def taken(work: Callable[[], object], before: Callable[[], object] = lambda: None) -> list[float]:
    """Return the processor time of some runs, in milliseconds.

    Args:
        before: done before each, and not counted.
    """
    took: list[float] = []
    for _ in range(TIMES):
        before()
        begun = thread_time()
        work()
        took.append((thread_time() - begun) * 1000)
    return took


def longest_wait(work: Callable[[], object]) -> float:
    """Return for how long this thread could not run while another worked, in milliseconds."""
    ended = Event()

    def run() -> None:
        work()
        ended.set()

    thread = Thread(target=run)
    longest, last = 0.0, perf_counter()
    thread.start()
    while not ended.is_set():
        sleep(0.001)
        now = perf_counter()
        longest, last = max(longest, now - last), now
    thread.join()
    return longest * 1000


def read_plainly(file: str) -> None:
    """Read all rows of figures and posts."""
    with closing(sqlite3.connect(file)) as connection:
        for table in ("stat_figures", "stat_posts", "stat_post_figures"):
            connection.execute(f"SELECT * FROM {table}").fetchall()


if __name__ == "__main__":
    main()
