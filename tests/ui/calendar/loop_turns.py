"""Measures what each turn of the window's loop costs the processor, whatever else the machine does."""

import time
from collections.abc import Generator
from contextlib import contextmanager

from PySide6.QtCore import QAbstractEventDispatcher


@contextmanager
def measured_turns() -> Generator[list[float], None, None]:
    """Gather, in milliseconds of processor time of this thread, every turn from waking to waiting again."""
    turns: list[float] = []
    dispatcher = QAbstractEventDispatcher.instance()
    assert dispatcher is not None
    start = time.thread_time()

    def begin() -> None:
        nonlocal start
        start = time.thread_time()

    def end() -> None:
        turns.append((time.thread_time() - start) * 1000)

    dispatcher.awake.connect(begin)
    dispatcher.aboutToBlock.connect(end)
    try:
        yield turns
    finally:
        dispatcher.awake.disconnect(begin)
        dispatcher.aboutToBlock.disconnect(end)
