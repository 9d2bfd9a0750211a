"""Start programs that hold a lock, and end them gently or by force."""

import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]


class Holder:
    """A running program that holds a lock.

    Attributes:
        said: what it said once it was ready.
    """

    def __init__(self, process: "subprocess.Popen[str]", said: str) -> None:
        self._process = process
        self.said = said

    def let_go(self) -> None:
        """Have it give the lock back and end."""
        self._process.communicate("\n", timeout=30)

    def kill(self) -> None:
        """End it as the system would: no goodbye, no clean-up."""
        self._process.kill()
        self._process.communicate(timeout=30)


@contextmanager
def holding(kind: str, place: Path) -> Generator[Holder]:
    """Run a program that holds a lock."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.desktop.lock_holder", kind, str(place)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    with process:
        holder = Holder(process, process.stdout.readline().strip())
        try:
            yield holder
        finally:
            if process.poll() is None:
                holder.kill()
