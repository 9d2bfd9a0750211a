"""Measures how long the window's loop stands still while something runs."""

import time
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field

from PySide6.QtCore import QEventLoop, QObject, QTimer

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
