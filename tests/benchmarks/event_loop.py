"""Measure how long the window's loop stands still with 10,000 posts: `python -m tests.benchmarks.event_loop`.

A timer beats every 5 ms in the loop of the real window while it lists, filters and searches; the longest gap
between two beats is the longest time in which a click would wait. The same is measured in the same run on an
empty window, as the reference of this machine.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

from cmstation.domain.drafts import PostState
from cmstation.open_station import open_station
from cmstation.ui.drafts.tab import DraftsTab
from cmstation.ui.main_window import MainWindow
from cmstation.ui.shell import Shell
from cmstation.ui.theme.theme import Theme, ThemeChoice
from cmstation.ui.window_state import WindowState
from tests.fakes.many_posts import fill
from tests.ui.stalls import watched_loop

POSTS = 10_000
ROUNDS = 5
GOAL_MS = 50.0


@dataclass
class Measured:
    """Longest gaps and durations of one action, in milliseconds."""

    name: str
    gaps: list[float]
    durations: list[float]


def live(milliseconds: int) -> None:
    """Let the loop turn for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def until(holds: Callable[[], bool], patience_s: float = 20.0) -> None:
    """Let the loop turn until something holds."""
    end = time.monotonic() + patience_s
    while not holds() and time.monotonic() < end:
        live(5)


def measure(name: str, act: Callable[[], None], done: Callable[[], bool]) -> Measured:
    """Do something several times, and watch the loop."""
    found = Measured(name, [], [])
    for _ in range(ROUNDS):
        start = time.perf_counter()
        with watched_loop() as stalls:
            act()
            live(150)  # the pause before a search
            until(done)
            found.durations.append((time.perf_counter() - start) * 1000)
            live(100)
        found.gaps.append(stalls.longest_ms)
    return found


def main() -> int:
    app = QApplication([])
    app.setQuitOnLastWindowClosed(False)
    empty = QMainWindow()
    empty.show()
    results = [measure("an empty window, idle", lambda: None, lambda: True)]
    empty.close()
    theme = Theme(ThemeChoice.LIGHT, no_motion=True)
    theme.apply(app)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        station = open_station(folder)
        fill(station.database, POSTS)
        station.close()
        window = MainWindow(dark=False)
        shell = Shell(
            window,
            folder,
            lambda: open_station(folder),
            state=WindowState(),
            theme=theme,
            catches_defects=False,
        )
        window.resize(1366, 768)
        window.show()
        shell.open()
        until(lambda: shell.station is not None)
        page = window.pages.page("drafts")
        assert isinstance(page, DraftsTab)
        tab: DraftsTab = page
        until(lambda: tab.pane.list.posts.posts() >= POSTS - 1000)
        until(lambda: not shell.jobs.busy)

        def idle() -> bool:
            return not shell.jobs.busy

        states = [frozenset({state}) for state in (PostState.LIVE, PostState.SCHEDULED)]
        words = ["dépistage", "vaccination grippe", "e", ""]
        results += [
            measure("list: all posts", lambda: tab.show_states(frozenset()), idle),
            measure("filter: live", lambda: tab.show_states(states[0]), idle),
            measure("filter: scheduled", lambda: tab.show_states(states[1]), idle),
            *(
                measure(f"search: “{word}”", lambda word=word: tab.pane.search.setText(word), idle)
                for word in words
            ),
        ]
        shell.close()
        until(lambda: not shell.jobs.busy)
    print(f"{'action':32} {'longest gap, ms (each round)':44} {'worst':>7} {'answer, ms (median)':>20}")
    for found in results:
        gaps = " ".join(f"{gap:6.1f}" for gap in found.gaps)
        worst, median = max(found.gaps), statistics.median(found.durations)
        print(f"{found.name:32} {gaps:44} {worst:7.1f} {median:20.0f}")
    return 0 if all(statistics.median(found.gaps) <= GOAL_MS for found in results) else 1


if __name__ == "__main__":
    sys.exit(main())
