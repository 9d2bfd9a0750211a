"""Measure the calendar with 10,000 posts and 2,000 events: `python -m tests.benchmarks.calendar_views`.

The real window opens a crowded folder. For each deed (changing the view, turning a page, carrying an item
over the days) it counts the longest piece of work of the window's thread between two turns of the loop, and
prints the middle and the 95th of a hundred, beside one frame; then the memory.
"""

import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from statistics import median, quantiles
from typing import cast

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDragMoveEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication

from cmstation.app import TURN_SECONDS
from cmstation.storage.database import Database
from cmstation.ui.calendar.dragging import packed
from cmstation.ui.calendar.look import Grip
from cmstation.ui.calendar.plan_view import ViewKey
from cmstation.ui.calendar.tab import CalendarTab
from cmstation.ui.garbage import WindowGarbage
from cmstation.ui.shell import Shell
from tests.benchmarks.first_paint import crowded_folder
from tests.benchmarks.loop_stalls import opened_shell, settle
from tests.fakes import many_events
from tests.fakes.many_posts import TODAY
from tests.ui.stalls import turn_loop, watched_loop

FRAME_MS = 1000 / 60
EVENTS = 2_000
TIMES = 40
PAUSE_MS = 60


def measured(shell: Shell, deed: Callable[[], None]) -> tuple[float, float]:
    """Do something once; return the longest gap of the loop, and the thread's own time, in milliseconds."""
    with watched_loop() as stalls:
        turn_loop(20)
        before = time.thread_time()
        deed()
        turn_loop(PAUSE_MS)
        while shell.jobs.busy:
            turn_loop(10)
        turn_loop(20)
        spent = (time.thread_time() - before) * 1000
    return stalls.longest_ms, spent


def report(name: str, found: list[tuple[float, float]]) -> None:
    """Print the figures of one deed."""
    gaps, spent = [gap for gap, _ in found], [own for _, own in found]
    ninety_fifth = quantiles(gaps, n=20)[-1]
    print(
        f"{name:<32} gap: middle {median(gaps):5.1f} ms, 95th {ninety_fifth:5.1f} ms "
        f"({ninety_fifth / FRAME_MS:4.2f} frames), longest {max(gaps):5.1f}; "
        f"work of the thread: middle {median(spent):5.1f} ms"
    )


def carry(tab: CalendarTab) -> Callable[[], None]:
    """Return a deed that carries an item over the days of the view."""
    view = cast("QAbstractItemView", tab.shown)
    grip = Grip(tab.shown.keys()[:1], day=tab.shown.day)
    mime = packed(grip)
    area = view.viewport().rect()

    def move() -> None:
        for step in range(1, 9):
            place = QPointF(area.width() * step / 9, area.height() * step / 9)
            event = QDragMoveEvent(
                place.toPoint(),
                Qt.DropAction.MoveAction,
                mime,
                Qt.MouseButton.LeftButton,
                Qt.KeyboardModifier.NoModifier,
            )
            view.dragMoveEvent(event)
            turn_loop(8)

    return move


def memory_mb() -> float:
    """Return the largest memory that the process ever held, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Print all figures."""
    app = QApplication([])
    sys.setswitchinterval(TURN_SECONDS)
    garbage = WindowGarbage(app)
    with tempfile.TemporaryDirectory() as made:
        folder = crowded_folder(Path(made) / "crowded")
        with closing(Database.in_folder(folder)) as database:
            database.open(TODAY)
            many_events.fill(database, EVENTS)
        shell = opened_shell(app, folder)
        garbage.spare_what_is_loaded()
        print(f"window open, before the calendar: {memory_mb():.0f} MB")
        with watched_loop() as stalls:
            shell.window.pages.choose("calendar")
            settle(shell)
        print(f"first sight of the calendar: longest gap {stalls.longest_ms:.1f} ms")
        tab = cast("CalendarTab", shell.window.pages.page("calendar"))
        for key in ViewKey:
            with watched_loop() as stalls:
                tab.change_view(key)
                settle(shell)
            print(f"first sight of {key.value}: longest gap {stalls.longest_ms:.1f} ms")
        for key in ViewKey:
            others = [other for other in ViewKey if other is not key]
            found: list[tuple[float, float]] = []
            for turn in range(TIMES):
                tab.change_view(others[turn % len(others)])
                settle_soon(shell)
                found.append(measured(shell, lambda key=key: tab.change_view(key)))
            report(f"change to {key.value}", found)
            steps = [1] * (TIMES // 2) + [-1] * (TIMES // 2)
            report(
                f"turn a page of {key.value}",
                [measured(shell, lambda step=step: tab.shown.turn(step)) for step in steps],
            )
            report(f"carry an item in {key.value}", [measured(shell, carry(tab)) for _ in range(TIMES // 4)])
        print(f"one frame: {FRAME_MS:.1f} ms; memory at the end: {memory_mb():.0f} MB")
        shell.close()
        shell.close()


def settle_soon(shell: Shell) -> None:
    """Let the loop turn until nothing is under way."""
    turn_loop(20)
    while shell.jobs.busy:
        turn_loop(5)


if __name__ == "__main__":
    main()
