"""How long the window stands still, and how soon it answers, at the statistics of two years.

    python -m tests.benchmarks.statistics_window [cold]

Opens the tab and turns the period in the real window, with all folded and with everything unfolded and each
table open. Prints the longest gap of the loop, the longest own work of one turn, the time until all that is
in view shows the new period, and the time until the whole page does (middle and longest). Goals: 50 ms for
the gap, 200 ms for what is in view. With "cold" the tab is opened at once after the window, before the
program had the time to get its page ready.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QPushButton, QToolButton

from cmstation.ui.shell import Shell
from cmstation.ui.statistics.tab import StatisticsTab
from tests.journeys.own_window import application, shell_in
from tests.journeys.statistics_program import simulated_parts
from tests.journeys.statistics_world import clinic_in
from tests.ui.stalls import turn_loop, watched_loop, watched_work

GAP_MS, ANSWER_MS = 50, 200
# What the program does once after its start is over: the watch loads what reads feeds after four seconds.
_SETTLED_MS = 8_000
MONTHS = 12


@dataclass(frozen=True, slots=True)
class _Bench:
    """The window, and its page of statistics."""

    shell: Shell
    tab: StatisticsTab

    def turn(self, name: str, deeds: Sequence[Callable[[], object]]) -> bool:
        """Do these one after the other, each once the page shows what the one before asked for."""
        seen, whole, times = list[float](), list[float](), list[float]()
        heard = self.tab.seen_shown.connect(lambda: times.append(time.perf_counter()))
        with ExitStack() as stack:
            stalls, work = stack.enter_context(watched_loop()), stack.enter_context(watched_work())
            for deed in deeds:
                times.clear()
                began = time.perf_counter()
                deed()
                turn_loop(1)
                while self.shell.jobs.busy or self.tab.under_way:
                    turn_loop(1)
                whole.append((time.perf_counter() - began) * 1000)
                seen.append((times[-1] - began) * 1000)
                turn_loop(150)
        self.tab.seen_shown.disconnect(heard)
        late = stalls.longest_ms > GAP_MS or max(seen) > ANSWER_MS
        print(
            f"{name:28} {stalls.longest_ms:6.1f} {max(work.turns_ms):6.1f}"
            f"   {statistics.median(seen):6.1f} / {max(seen):6.1f}"
            f"   {statistics.median(whole):6.1f} / {max(whole):6.1f}{'  <-- too long' if late else ''}"
        )
        return late

    def unfold(self) -> None:
        """Unfold everything, and open each table."""
        for button in (*self.tab.findChildren(QToolButton), *self.tab.findChildren(QPushButton)):
            if button.isVisible() and button.text() in {"Details", "Table"}:
                button.click()
                turn_loop(100)


def main(arguments: Sequence[str]) -> int:
    app = application()
    with tempfile.TemporaryDirectory() as made:
        clinic_in(Path(made))
        shell = shell_in(app, Path(made), simulated_parts())
        print("longest gap, longest own work, in view middle / longest, whole middle / longest, in ms")
        cold = "cold" in arguments
        turn_loop(0 if cold else _SETTLED_MS)
        tab = shell.window.pages.page("statistics")
        assert isinstance(tab, StatisticsTab)
        bench = _Bench(shell, tab)
        missed = bench.turn("open the tab", [lambda: shell.window.choose_tab("statistics")])
        if cold:
            return int(missed)
        missed += bench.turn("a month back", [tab.bar.before.click] * MONTHS)
        missed += bench.turn("a month on, known", [tab.bar.after.click] * MONTHS)
        bench.unfold()
        missed += bench.turn("a month back, all unfolded", [tab.bar.before.click] * MONTHS)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
