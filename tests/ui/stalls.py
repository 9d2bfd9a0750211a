"""Measures how long the window's loop stands still while something runs, and how long it works itself."""

import time
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field

from PySide6.QtCore import QAbstractEventDispatcher, QEventLoop, QObject, QTimer

BEAT_MS = 5


def turn_loop(milliseconds: int) -> None:
    """Let the loop turn for a while, and the other threads work: `QTest.qWait` keeps Python from them."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


@dataclass(slots=True)
class Stalls:
    """The gaps between two turns of the loop, in milliseconds, longest last."""

    gaps_ms: list[float] = field(default_factory=list[float])

    @property
    def longest_ms(self) -> float:
        """The longest time without a turn of the loop, less the beat itself."""
        return max(self.gaps_ms, default=0.0)


@contextmanager
def watched_loop(parent: QObject | None = None) -> Generator[Stalls]:
    """Beat in the loop while the block runs; the block itself must let the loop turn (`qtbot.waitUntil`)."""
    found = Stalls()
    last = time.perf_counter()

    def beat() -> None:
        nonlocal last
        now = time.perf_counter()
        found.gaps_ms.append(max(0.0, (now - last) * 1000 - BEAT_MS))
        last = now

    timer = QTimer(parent)
    timer.setInterval(BEAT_MS)
    timer.timeout.connect(beat)
    timer.start()
    try:
        yield found
    finally:
        beat()
        timer.stop()


@dataclass(slots=True)
class Work:
    """The processor time of this thread in each turn of its loop, in milliseconds."""

    turns_ms: list[float] = field(default_factory=list[float])

    @property
    def longest_ms(self) -> float:
        """The longest single piece of work."""
        return max(self.turns_ms, default=0.0)

    @property
    def total_ms(self) -> float:
        """All of the work."""
        return sum(self.turns_ms)


@contextmanager
def watched_work() -> Generator[Work]:
    """Count what each turn of the loop costs this thread, whatever other threads do meanwhile."""
    found = Work()
    dispatcher = QAbstractEventDispatcher.instance()
    assert dispatcher is not None
    last = time.thread_time()

    def mark() -> None:
        nonlocal last
        now = time.thread_time()
        found.turns_ms.append((now - last) * 1000)
        last = now

    # A loop that does not wait, because more is to be done at once, says only that it is awake.
    dispatcher.awake.connect(mark)
    dispatcher.aboutToBlock.connect(mark)
    try:
        yield found
    finally:
        dispatcher.awake.disconnect(mark)
        dispatcher.aboutToBlock.disconnect(mark)
        mark()
