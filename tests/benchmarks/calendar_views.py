"""Measure the calendar with 10,000 posts and 2,000 events: `python -m tests.benchmarks.calendar_views 40`.

The real window opens a crowded folder. For each deed (changing the view, turning a page, leafing through
pages without a rest, carrying an item over the days, pointing at items) it measures the processor time of
the window's own thread, which other programs and threads do not touch: the longest single turn of the loop,
to be held against one frame, and the sum of all turns until everything is shown. What is got ready
afterwards, while nobody waits, has a column of its own. The middle and the 95th per cent of so many
repetitions (40 unless told) are printed; then the memory.
"""

import os
import resource
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from statistics import median, quantiles
from typing import cast

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QDragMoveEvent, QMouseEvent
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
from tests.ui.stalls import Work, turn_loop, watched_work

FRAME_MS = 1000 / 60
EVENTS = 2_000
TIMES = 40
LEAVES = 5
# Until what was asked for is shown, and until the neighbours of a page are ready.
SHOWN_MS, READY_MS = 40, 500


class Figures:
    """What the deeds of one kind cost."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._deeds: list[Work] = []
        self._after: list[Work] = []

    def add(self, deed: Callable[[], None], *, rest_ms: int = READY_MS) -> None:
        """Do something once, and let the loop rest."""
        with watched_work() as work:
            deed()
            turn_loop(SHOWN_MS)
            while self._shell.jobs.busy:
                turn_loop(50)
            turn_loop(10)
        with watched_work() as after:
            turn_loop(rest_ms)
        self._deeds.append(work)
        self._after.append(after)

    def print(self, name: str) -> None:
        """Print the middle and the 95th per cent of the longest turn and of the sum."""
        longest = _middle_and_late([work.longest_ms for work in self._deeds])
        total = _middle_and_late([work.total_ms for work in self._deeds])
        after = max(work.longest_ms for work in self._after)
        print(
            f"{name:<28} longest turn {longest[0]:5.1f} / {longest[1]:5.1f} ms "
            f"({longest[1] / FRAME_MS:4.2f} frames)   sum {total[0]:6.1f} / {total[1]:6.1f} ms   "
            f"longest afterwards {after:4.1f} ms",
            flush=True,
        )


def _middle_and_late(found: list[float]) -> tuple[float, float]:
    return median(found), quantiles(found, n=20, method="inclusive")[-1]


def carry(tab: CalendarTab) -> Callable[[], None]:
    """Return a deed that carries an item over the days of the view."""
    view = cast("QAbstractItemView", tab.shown)
    mime = packed(Grip(tab.shown.keys()[:1], day=tab.shown.day))
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


def point(tab: CalendarTab) -> Callable[[], None]:
    """Return a deed that moves the pointer over the items of the view."""
    view = cast("QAbstractItemView", tab.shown)
    port = view.viewport()

    def move() -> None:
        for step in range(1, 13):
            place = QPointF(step * 97 % port.width(), step * 53 % port.height())
            none = Qt.MouseButton.NoButton
            event = QMouseEvent(
                QEvent.Type.MouseMove,
                place,
                port.mapToGlobal(place),
                none,
                none,
                Qt.KeyboardModifier.NoModifier,
            )
            QApplication.sendEvent(port, event)
            turn_loop(8)

    return move


def leaf(tab: CalendarTab, step: int) -> Callable[[], None]:
    """Return a deed that turns several pages without a rest."""

    def turn() -> None:
        for _ in range(LEAVES):
            tab.shown.turn(step)
            turn_loop(30)

    return turn


def memory_mb() -> float:
    """Return the largest memory that the process ever held, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure_view(shell: Shell, tab: CalendarTab, key: ViewKey, times: int) -> None:
    """Print the figures of one view."""
    others = [other for other in ViewKey if other is not key]
    changes, pages, leaves = Figures(shell), Figures(shell), Figures(shell)
    for turn in range(times):
        tab.change_view(others[turn % len(others)])
        settle_soon(shell)
        changes.add(lambda: tab.change_view(key), rest_ms=60)
    changes.print(f"change to {key.value}")
    turn_loop(READY_MS)
    for step in [1] * (times // 2) + [-1] * (times // 2):
        pages.add(lambda step=step: tab.shown.turn(step))
    pages.print(f"turn a page of {key.value}")
    for number in range(max(2, times // 8)):
        leaves.add(leaf(tab, 1 if number % 2 else -1))
    leaves.print(f"leaf through {key.value}")
    for name, deed in (("carry an item in", carry(tab)), ("point at items in", point(tab))):
        figures = Figures(shell)
        for _ in range(max(2, times // 4)):
            figures.add(deed, rest_ms=20)
        figures.print(f"{name} {key.value}")


def main() -> None:
    """Print all figures."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else TIMES
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
        with watched_work() as work:
            shell.window.pages.choose("calendar")
            settle(shell)
        print(f"first sight of the calendar: longest turn {work.longest_ms:.1f} ms")
        tab = cast("CalendarTab", shell.window.pages.page("calendar"))
        for key in ViewKey:
            with watched_work() as work:
                tab.change_view(key)
                settle(shell)
            print(f"first sight of {key.value}: longest turn {work.longest_ms:.1f} ms")
        for key in ViewKey:
            measure_view(shell, tab, key, times)
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
