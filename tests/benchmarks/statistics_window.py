"""How long the window stands still, and how soon it answers, at the statistics of two years.

    python -m tests.benchmarks.statistics_window

Opens the tab and turns the period in the real window, with all folded and with everything unfolded and each
table open. Prints the longest gap of the loop, the longest own work of one turn, and the time until the page
shows the new period (middle and longest). Goals: 50 ms for the gap, 200 ms for the answer.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from PySide6.QtWidgets import QPushButton, QToolButton

from cmstation.ui.statistics.tab import StatisticsTab
from tests.journeys.own_window import application, shell_in
from tests.journeys.statistics_program import simulated_parts
from tests.journeys.statistics_world import clinic_in
from tests.ui.stalls import turn_loop, watched_loop, watched_work

GAP_MS, ANSWER_MS = 50, 200
# What the program does once after its start is over: the watch loads what reads feeds after four seconds.
_SETTLED_MS = 8_000
MONTHS = 12


def main() -> int:
    app = application()
    with tempfile.TemporaryDirectory() as made:
        clinic_in(Path(made))
        shell = shell_in(app, Path(made), simulated_parts())
        turn_loop(_SETTLED_MS)
        tab = shell.window.pages.page("statistics")
        assert isinstance(tab, StatisticsTab)

        def busy() -> bool:
            return shell.jobs.busy or tab.under_way

        print("longest gap, longest own work, answer middle / longest, in ms")
        missed = _turn("open the tab", busy, [lambda: shell.window.choose_tab("statistics")])
        missed += _turn("a month back", busy, [tab.bar.before.click] * MONTHS)
        missed += _turn("a month on, known", busy, [tab.bar.after.click] * MONTHS)
        _unfold(tab)
        missed += _turn("a month back, all unfolded", busy, [tab.bar.before.click] * MONTHS)
    return 1 if missed else 0


def _turn(name: str, busy: Callable[[], bool], deeds: list[Callable[[], object]]) -> int:
    answers: list[float] = []
    with ExitStack() as stack:
        stalls, work = stack.enter_context(watched_loop()), stack.enter_context(watched_work())
        for deed in deeds:
            began = time.perf_counter()
            deed()
            turn_loop(1)
            while busy():
                turn_loop(1)
            answers.append((time.perf_counter() - began) * 1000)
            turn_loop(150)
    late = stalls.longest_ms > GAP_MS or max(answers) > ANSWER_MS
    print(
        f"{name:28} {stalls.longest_ms:6.1f} {max(work.turns_ms):6.1f}"
        f" {statistics.median(answers):7.1f} / {max(answers):6.1f}{'  <-- too long' if late else ''}"
    )
    return late


def _unfold(tab: StatisticsTab) -> None:
    for button in (*tab.findChildren(QToolButton), *tab.findChildren(QPushButton)):
        if button.isVisible() and button.text() in {"Details", "Table"}:
            button.click()
            turn_loop(100)


if __name__ == "__main__":
    sys.exit(main())
