"""Hears what a signal tells while a block runs."""

from collections.abc import Generator
from contextlib import contextmanager

from PySide6.QtCore import SignalInstance


@contextmanager
def told(signal: SignalInstance) -> Generator[list[object]]:
    """Gather the arguments of a signal, told during the block; nothing told leaves the list empty."""
    heard: list[object] = []

    def hear(*args: object) -> None:
        heard.extend(args)

    signal.connect(hear)
    try:
        yield heard
    finally:
        signal.disconnect(hear)
