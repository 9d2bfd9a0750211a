"""Measure the watch in the window with 200,000 items: `python -m tests.benchmarks.watch_window [folder]`.

Ten thousand posts and 200,000 items are written into a folder (one that is named is kept for the next time;
what is measured is a copy of it, since each time adds many items and sources).
For each deed of a person two things are measured: the longest piece of work of the window's own thread
(processor time, which other threads and programs do not touch), and the longest time between two turns of
its loop, which is what a person feels. Then the same once more while a refresh reads 300 sources from
another process and stores 15,000 items.
"""

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Generator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path
from statistics import median, quantiles
from typing import cast
from urllib.request import urlopen

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cmstation.app import TURN_SECONDS
from cmstation.domain.opml import write
from cmstation.domain.opml_outlines import OpmlFeed
from cmstation.domain.watch import Reading
from cmstation.storage.database import Database
from cmstation.ui.garbage import WindowGarbage
from cmstation.ui.shell import Shell
from cmstation.ui.watch.tab import WatchTab
from tests.benchmarks.feed_refresh_corpus import corpus
from tests.benchmarks.first_paint import crowded_folder
from tests.benchmarks.loop_stalls import GOAL_MS, opened_shell
from tests.fakes import many_items
from tests.fakes.many_posts import TODAY
from tests.ui.stalls import turn_loop, watched_loop, watched_work

WORDS = "vaccination grippe tours"
SOURCES, ITEMS_OF_EACH = 300, 50
STEPS, WHEELS, DECISIONS, CHANGES, TYPINGS = 50, 40, 20, 12, 4
KEYS_MS, WARMING_MS = 60, 4_000
Deed = Callable[[], None]


class Figures:
    """What the deeds of one kind cost."""

    def __init__(self, shell: Shell, *, waits: bool = True) -> None:
        self._shell = shell
        self._waits = waits
        self._work: list[float] = []
        self._gaps: list[float] = []

    def add(self, deed: Deed) -> None:
        """Do something once, and let the loop turn until everything is shown."""
        with watched_loop() as loop, watched_work() as work:
            deed()
            turn_loop(KEYS_MS)
            while self._waits and self._shell.jobs.busy:
                turn_loop(20)
        self._work.append(work.longest_ms)
        self._gaps.append(loop.longest_ms)

    def print(self, name: str) -> None:
        """Print the middle, the 95th per cent and the longest of both."""
        work, gaps = _said(self._work), _said(self._gaps)
        late = "" if max(self._gaps) <= GOAL_MS else "  <-- too long"
        print(
            f"{name:<28}{len(self._work):>4} times   own work {work}   gap of the loop {gaps}{late}",
            flush=True,
        )


def _said(found: list[float]) -> str:
    late = quantiles(found, n=20, method="inclusive")[-1] if len(found) > 1 else found[0]
    return f"{median(found):5.1f} / {late:5.1f} / {max(found):5.1f} ms"


class Person:
    """What a person does in the watch."""

    def __init__(self, shell: Shell) -> None:
        self.shell = shell
        self.tab = cast("WatchTab", shell.window.pages.page("watch"))
        self.list = self.tab.stories.stories.list

    def go(self, key: str) -> None:
        """Choose a place."""
        self.tab.places.list.choose(key)

    def want(self, reading: Reading) -> None:
        """Choose which stories are listed."""
        self.tab.stories.reading.choose(reading)
        self.tab.stories.wanted.emit()

    def type_letter(self, letter: str) -> None:
        """Type one letter of a search."""
        QTest.keyClicks(self.tab.stories.search, letter)
        turn_loop(250 if letter == " " else 90)

    def press(self, key: Qt.Key) -> None:
        """Press a key in the list."""
        QTest.keyClick(self.list, key)

    def wheel(self) -> None:
        """Turn the wheel by three notches."""
        port = self.list.viewport()
        middle = QPointF(port.rect().center())
        for _ in range(3):
            event = QWheelEvent(
                *(middle, port.mapToGlobal(middle), QPoint(), QPoint(0, -120)),
                *(Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier),
                *(Qt.ScrollPhase.NoScrollPhase, False),
            )
            QApplication.sendEvent(port, event)
            turn_loop(8)


def measure(shell: Shell, person: Person, *, waits: bool) -> None:
    """Print the figures of everything a person does."""

    def figures() -> Figures:
        return Figures(shell, waits=waits)

    person.want(Reading.ALL)
    settle(shell, waits=waits)
    places = ["list-1", "reading-all", "list-2", "reading-later", "reading-all", "reading-review"]
    found = figures()
    for turn in range(CHANGES):
        found.add(lambda turn=turn: person.go(places[turn % len(places)]))
    found.print("change the place")
    person.go("reading-all")
    settle(shell, waits=waits)
    found = figures()
    for turn in range(CHANGES):
        found.add(lambda turn=turn: person.want((Reading.UNREAD, Reading.ALL, Reading.STARRED)[turn % 3]))
    found.print("unread, everything, starred")
    person.want(Reading.ALL)
    settle(shell, waits=waits)
    _walk(shell, person, found := figures(), STEPS)
    found.print("walk by key")
    found = figures()
    for _ in range(WHEELS):
        found.add(person.wheel)
    found.print("turn the wheel")
    found = figures()
    for key in (
        Qt.Key.Key_End,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_Home,
        Qt.Key.Key_PageDown,
    ) * 2:
        found.add(lambda key=key: person.press(key))
    found.print("pages and ends")
    found = figures()
    for turn in range(DECISIONS):
        key = (Qt.Key.Key_E, Qt.Key.Key_G, Qt.Key.Key_R, Qt.Key.Key_P)[turn % 4]
        found.add(lambda key=key: person.press(key))
    found.print("decide by letter")
    found = figures()
    for _ in range(TYPINGS):
        person.tab.stories.search.clear()
        settle(shell, waits=waits)
        for letter in WORDS:
            found.add(lambda letter=letter: person.type_letter(letter))
        _walk(shell, person, found, 3)
    person.tab.stories.search.clear()
    settle(shell, waits=waits)
    found.print("type a search, walk in it")
    morning(shell, person, found := figures())
    found.print("morning: decide by letter")


def _walk(shell: Shell, person: Person, figures: Figures, steps: int) -> None:
    person.press(Qt.Key.Key_Home)
    for _ in range(steps):
        figures.add(lambda: person.press(Qt.Key.Key_J))


def morning(shell: Shell, person: Person, figures: Figures) -> None:
    """Decide in the morning."""
    page = person.tab.morning
    figures.add(person.tab.begin_morning)
    settle(shell, waits=False)
    for turn in range(DECISIONS):
        key = (Qt.Key.Key_E, Qt.Key.Key_G, Qt.Key.Key_R, Qt.Key.Key_P)[turn % 4]
        figures.add(lambda key=key: QTest.keyClick(page, key))
    figures.add(lambda: QTest.keyClick(page, Qt.Key.Key_Escape))


def settle(shell: Shell, *, waits: bool) -> None:
    """Let the loop turn until nothing is under way, or for a while."""
    turn_loop(400)
    end = time.monotonic() + 30
    while waits and shell.jobs.busy and time.monotonic() < end:
        turn_loop(10)


# --- a refresh meanwhile ---


@contextmanager
def served(folder: Path) -> Generator[list[str]]:
    """Serve 300 feeds from another process; give their addresses.

    It stands for other computers, so it gives way to what is measured.
    """
    names: list[str] = []
    for feed in corpus(TODAY - timedelta(minutes=1), SOURCES, ITEMS_OF_EACH):
        names.append(feed.name)
        (folder / feed.name).write_bytes(feed.content)
    port = 8_000 + os.getpid() % 20_000
    server_words = ("-m", "http.server", str(port), "--bind", "127.0.0.1")
    command = ("nice", "-n", "10", sys.executable, *server_words)
    with subprocess.Popen(
        command, cwd=folder, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL
    ) as server:
        _wait_for(f"http://127.0.0.1:{port}/{names[0]}")
        yield [f"http://127.0.0.1:{port}/{name}" for name in names]
        server.terminate()


def _wait_for(address: str) -> None:
    end = time.monotonic() + 10
    while True:
        try:
            urlopen(address).close()
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.05)
        else:
            return


class Refreshing:
    """Reads the feeds again and again in a job, as new ones each time, until it is told to stop."""

    def __init__(self, shell: Shell, addresses: list[str]) -> None:
        assert shell.station is not None
        self._station, self._shell, self._addresses = shell.station, shell, addresses
        self.rounds: list[tuple[int, float]] = []
        self._stopped = False

    def start(self) -> None:
        """Begin the next round, under addresses that nobody knows yet."""
        book, turn = self._station.watch_sources, len(self.rounds)
        feeds = [OpmlFeed(f"Feed {turn}", f"{address}?{turn}") for address in self._addresses]

        def work(progress: Callable[[int, int], None]) -> tuple[int, float]:
            known = {one.source.id for one in book.all()}
            book.take_opml(book.import_opml(write(feeds, title="")))
            sources = [one.source.id for one in book.all() if one.source.id not in known]
            begun = time.perf_counter()
            report = self._station.watch_refresh.refresh(progress, sources=sources)
            return report.new_items, round(time.perf_counter() - begun, 1)

        self._shell.jobs.start(work, on_success=self._ended, lane="watch-refresh")

    def stop(self) -> None:
        """Begin no other round."""
        self._stopped = True

    def _ended(self, found: tuple[int, float]) -> None:
        self.rounds.append(found)
        if not self._stopped:
            self.start()


def memory_mb() -> float:
    """Return the largest memory that the process ever held, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def filled(folder: Path) -> Path:
    """Fill a folder, unless it is filled already."""
    if folder.exists():
        return folder
    crowded_folder(folder)
    with closing(Database.in_folder(folder)) as database:
        database.open(TODAY)
        many_items.fill(database)
    return folder


def main() -> None:
    """Print all figures."""
    app = QApplication([])
    sys.setswitchinterval(TURN_SECONDS)
    garbage = WindowGarbage(app)
    with tempfile.TemporaryDirectory() as made:
        folder = filled(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(made) / "crowded")
        if len(sys.argv) > 1:
            folder = Path(shutil.copytree(folder, Path(made) / "copy"))
        shell = opened_shell(app, folder)
        turn_loop(WARMING_MS)  # the other tabs are built meanwhile
        garbage.spare_what_is_loaded()
        print("middle / 95th per cent / longest")
        first = Figures(shell)
        first.add(lambda: shell.window.pages.choose("watch"))
        first.print("first sight of the watch")
        person = Person(shell)
        measure(shell, person, waits=True)
        print(f"memory: {memory_mb():.0f} MB\nwhile 300 sources with 15,000 items each are stored:")
        with served(Path(made)) as addresses:
            refreshing = Refreshing(shell, addresses)
            refreshing.start()
            measure(shell, person, waits=False)
            refreshing.stop()
            settle(shell, waits=True)
        print(f"rounds (new items, seconds): {refreshing.rounds}")
        print(f"goal: {GOAL_MS} ms; memory: {memory_mb():.0f} MB")
        shell.close()
        shell.close()


if __name__ == "__main__":
    main()
