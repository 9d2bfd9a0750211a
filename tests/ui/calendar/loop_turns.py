"""Measures what each turn of the window's loop costs the processor, whatever else the machine does."""

import time
from collections.abc import Generator
from contextlib import contextmanager

from PySide6.QtCore import QAbstractEventDispatcher


@contextmanager
def measured_turns() -> Generator[list[float], None, None]:
    """Gather, in milliseconds of processor time of this thread, the work from one wait to the next."""
    turns: list[float] = []
    dispatcher = QAbstractEventDispatcher.instance()
    assert dispatcher is not None
    before = time.thread_time()

    def waits() -> None:
        nonlocal before
        now = time.thread_time()
        turns.append((now - before) * 1000)
        before = now

    dispatcher.aboutToBlock.connect(waits)
    try:
        yield turns
    finally:
        dispatcher.aboutToBlock.disconnect(waits)
