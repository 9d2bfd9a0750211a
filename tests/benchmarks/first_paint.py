"""Measure the start against an empty PySide6 window: `python -m tests.benchmarks.first_paint [runs]`.

Each run starts three programs in turn, from the launch of the interpreter to the first paint: an empty
window, ours, and ours until the list of ten thousand posts is painted. The ratios of the medians are what
counts: they hold on any machine, while the milliseconds say something about this one only.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

POSTS = 10_000
RUNS = 9
FIRST_PAINT_GOAL, FILLED_LIST_GOAL = 1.5, 4.0

EMPTY = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, app.quit)

app = QApplication([])
window = Window()
window.resize(1366, 768)
window.show()
app.exec()
print(time.time())
"""

OURS = """
import sys, time
from cmstation import __main__ as start
from cmstation import app

def furnished(application, window, *_args, **_options):
    print(time.time())
    application.quit()
    return type("Shell", (), {"jobs_ended": True})

app.furnished = furnished
start.main(["--data-dir", sys.argv[1]])
"""

FILLED = """
import sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
from cmstation import __main__ as start
from cmstation import app

class Watch(QObject):
    def __init__(self, shell):
        super().__init__(shell)
        self.shell = shell
        self.view = None
        self.timer = QTimer(self)
        self.timer.timeout.connect(self.look)
        self.timer.start(2)

    def look(self):
        pages = self.shell.window.pages.built_pages()
        if self.view is None and "drafts" in pages:
            self.view = pages["drafts"].pane.list
        if self.view is not None and self.view.model().rowCount() > 100:
            self.timer.stop()
            self.view.viewport().installEventFilter(self)
            self.view.viewport().update()

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self.done)
            watched.removeEventFilter(self)
        return False

    def done(self):
        print(time.time(), flush=True)
        QTimer.singleShot(300, self.shell.close)

furnish = app.furnished

def furnished(*args, **options):
    shell = furnish(*args, **options)
    Watch(shell)
    return shell

app.furnished = furnished
start.main(["--data-dir", sys.argv[1]])
"""


def elapsed_ms(program: str, folder: Path, bytecode: Path) -> float:
    """Return how long a program takes from its launch to what it prints, in milliseconds.

    Args:
        bytecode: where Python keeps what it compiled, as it does for an installed program.
    """
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(bytecode)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    began = time.time()
    done = subprocess.run(
        [sys.executable, "-c", program, str(folder)],
        capture_output=True,
        text=True,
        env=environment,
        timeout=120,
        check=True,
    )
    return (float(done.stdout.split()[0]) - began) * 1_000


def crowded_folder(folder: Path) -> Path:
    """Fill a data folder with ten thousand posts."""
    from cmstation.desktop.paths import Folders
    from cmstation.open_station import open_station
    from tests.fakes.many_posts import fill

    Folders(folder).made()
    station = open_station(folder)
    fill(station.database, POSTS)
    station.close()
    return folder


def measure(runs: int = RUNS) -> dict[str, float]:
    """Return the medians of the three programs, in milliseconds, from alternating runs."""
    with tempfile.TemporaryDirectory() as made:
        crowded = crowded_folder(Path(made) / "crowded")
        programs = {
            "an empty window": (EMPTY, crowded),
            "our first paint": (OURS, crowded),
            "our filled list": (FILLED, crowded),
        }
        figures: dict[str, list[float]] = {name: [] for name in programs}
        for run in range(runs + 1):
            for name, (program, folder) in programs.items():
                took = elapsed_ms(program, folder, Path(made) / "bytecode")
                if run:  # the first round compiles, and warms the disk
                    figures[name].append(took)
        return {name: statistics.median(durations) for name, durations in figures.items()}


def main() -> None:
    """Print the medians and their ratios to the empty window."""
    medians = measure(int(sys.argv[1]) if len(sys.argv) > 1 else RUNS)
    empty = medians["an empty window"]
    for name, took in medians.items():
        print(f"{name}: {took:.0f} ms, {took / empty:.2f} times an empty window")
    print(f"goals: {FIRST_PAINT_GOAL} and {FILLED_LIST_GOAL}")


if __name__ == "__main__":
    main()
