"""Measure the longest stall of the window with ten thousand posts: `python -m tests.benchmarks.loop_stalls`.

The real window opens a crowded folder; a timer beats in its loop while posts are searched, filtered and
scrolled. What counts is the longest time between two turns of the loop.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import cast

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cmstation.app import TURN_SECONDS
from cmstation.domain.clock import FixedClock
from cmstation.domain.drafts import PostState
from cmstation.open_station import Parts, open_station
from cmstation.ui.drafts.tab import DraftsTab
from cmstation.ui.folder_opening import Opening
from cmstation.ui.garbage import WindowGarbage
from cmstation.ui.main_window import MainWindow
from cmstation.ui.shell import Shell
from cmstation.ui.theme.theme import Theme, ThemeChoice
from cmstation.ui.window_state import WindowState
from tests.benchmarks.first_paint import crowded_folder
from tests.fakes.many_posts import TODAY
from tests.ui.stalls import turn_loop, watched_loop

GOAL_MS = 50
LONGEST_WAIT = 30.0
PAUSE_MS = 400


def settle(shell: Shell) -> None:
    """Let the loop turn until nothing is under way."""
    end = time.monotonic() + LONGEST_WAIT
    turn_loop(PAUSE_MS)
    while shell.jobs.busy and time.monotonic() < end:
        turn_loop(10)
    turn_loop(PAUSE_MS)


def opened_shell(app: QApplication, folder: Path) -> Shell:
    """Open the window, and wait until it is open."""
    theme = Theme(ThemeChoice.LIGHT, no_motion=True)
    theme.apply(app)
    state = WindowState()
    window = MainWindow()
    parts = Parts(clock=FixedClock(TODAY))
    shell = Shell(
        window,
        folder,
        Opening(lambda: open_station(folder, parts=parts)),
        state=state,
        theme=theme,
        catches_defects=False,
    )
    window.resize(1366, 768)
    window.show()
    shell.open()
    while shell.station is None:
        turn_loop(10)
    settle(shell)
    return shell


def deeds(shell: Shell) -> dict[str, Callable[[], None]]:
    """Return what a person does with the list, by name."""
    tab = cast("DraftsTab", shell.window.pages.page("drafts"))
    pane = tab.pane

    def search() -> None:
        pane.search.setFocus()
        for letter in "vaccination":
            QTest.keyClicks(pane.search, letter)
            turn_loop(60)
        settle(shell)
        pane.search.clear()

    def scroll() -> None:
        bar = pane.list.verticalScrollBar()
        for _ in range(40):
            bar.setValue(bar.value() + bar.pageStep())
            turn_loop(5)

    def open_posts() -> None:
        for row in range(0, 60, 6):
            pane.list.setCurrentIndex(pane.list.model().index(row, 0))
            turn_loop(PAUSE_MS)

    def write() -> None:
        text = tab.composer.parts.editor
        text.setFocus()
        for letter in "Le camion revient jeudi, place des Tilleuls, de 9 h a 18 h. ":
            QTest.keyClicks(text, letter)
            turn_loop(40)

    def turn_to(page: str) -> Callable[[], None]:
        return lambda: shell.window.pages.choose(page)

    def find_in_palette() -> None:
        shell.palette.open()
        shell.palette.type_words("diabete")
        settle(shell)
        shell.palette.dismiss()

    return {
        "search while typing": search,
        "filter by state": lambda: pane.show_states(frozenset({PostState.LIVE})),
        "show all again": lambda: pane.show_states(frozenset()),
        "scroll": scroll,
        "palette": find_in_palette,
        "open ten posts": open_posts,
        "new post": shell.window.menus.new_post.trigger,
        "write": write,
        "first sight of the calendar": turn_to("calendar"),
        "first sight of the library": turn_to("library"),
        "back to the drafts": turn_to("drafts"),
        "back to the calendar": turn_to("calendar"),
    }


def main() -> None:
    """Print the longest stall of each deed."""
    app = QApplication([])
    # As `app.py` does.
    sys.setswitchinterval(TURN_SECONDS)
    garbage = WindowGarbage(app)
    with tempfile.TemporaryDirectory() as made:
        shell = opened_shell(app, crowded_folder(Path(made) / "crowded"))
        garbage.spare_what_is_loaded()
        for name, deed in deeds(shell).items():
            with watched_loop() as stalls:
                deed()
                settle(shell)
            print(f"{name}: {stalls.longest_ms:.0f} ms")
        print(f"goal: {GOAL_MS} ms")
        shell.close()
        shell.close()


if __name__ == "__main__":
    main()
