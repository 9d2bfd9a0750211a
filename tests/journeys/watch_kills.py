"""Starts the window in a process of its own, listens to what it tells, and kills it."""

import json
import signal
from dataclasses import asdict
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.journeys.own_window import complaints_in, started
from tests.journeys.watch_program import Order
from tests.journeys.watch_reader import Seen


class WatchProgram:
    """The program, running."""

    def __init__(self, order: Order, complaints: Path) -> None:
        """Start it.

        Args:
            complaints: where what it writes to its standard error is kept.
        """
        self._complaints = complaints
        self._folder = Path(order.folder)
        self._process = started("tests.journeys.watch_program", complaints)
        self._write(json.dumps(asdict(order)))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.kill()

    def hears(self, word: str) -> str:
        """Wait for the next line, which begins with a word; return the rest of it."""
        assert self._process.stdout is not None
        line = self._process.stdout.readline().rstrip("\n")
        said, _, rest = line.partition(" ")
        assert said == word, f"{line!r}\n{self.complaints()}"
        return rest

    def sees(self, word: str) -> Seen:
        """Wait for what the screen shows."""
        return Seen(**json.loads(self.hears(word)))

    def goes_through(self, keys: str) -> Seen:
        """Listen while it decides, letter by letter; return what the screen shows then."""
        for letter in keys[:-1]:
            assert self.hears("PRESS") == letter
            self.sees("DECIDED")
        assert self.hears("PRESS") == keys[-1]
        return self.sees("DECIDED")

    def kill(self) -> None:
        """Kill it, whatever it is doing."""
        self._process.send_signal(signal.SIGKILL)
        self._gone()

    def close(self) -> int:
        """Wait until all is done, and let it close its window; return the most memory it took, in MB."""
        memory = int(self.hears("DONE"))
        self._write("")
        self.hears("CLOSED")
        self._gone()
        assert self._process.returncode == 0
        assert self.complaints() == ""
        return memory

    def complaints(self) -> str:
        """Return what it wrote to its standard error, and its reports of crashes."""
        lines = complaints_in(self._complaints)
        reports = [file.read_bytes() for file in self._folder.rglob("crash-*")]
        return b"\n".join((*lines, *reports)).decode()

    def _write(self, line: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()

    def _gone(self) -> None:
        self._process.wait(30)
        for pipe in (self._process.stdin, self._process.stdout):
            assert pipe is not None
            pipe.close()
