"""Start server processes on loopback so that none outlives the tests."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO

from tests.servers.places import ServerUnavailable

GUARD = Path(__file__).with_name("guard.py")
LOOPBACK = "127.0.0.1"
POLL_S = 0.03
STOP_S = 20.0
LOG_END_CHARACTERS = 600


def free_port() -> int:
    """Return a TCP port that nothing listens on at this moment."""
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        return int(probe.getsockname()[1])


def port_answers(port: int) -> bool:
    """Tell whether something accepts connections on a loopback port."""
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex((LOOPBACK, port)) == 0


class GuardedProcess:
    """One server process, ended with all its children when it is stopped or when this process dies.

    Args:
        server: its name, for messages.
        folder: what it keeps; removed when this process dies without `stop()`.

    Attributes:
        log: the file that its output is appended to.
    """

    def __init__(
        self,
        server: str,
        command: Sequence[str | Path],
        folder: Path,
        *,
        environment: Mapping[str, str] | None = None,
        stop_signal: signal.Signals = signal.SIGTERM,
    ) -> None:
        self._server = server
        self._command = [str(part) for part in command]
        self._folder = folder
        self.log = folder / "server.log"
        self._environment = {**os.environ, **(environment or {})}
        self._stop_signal = stop_signal
        self._guard: subprocess.Popen[bytes] | None = None
        self._pipe: IO[bytes] | None = None

    @property
    def running(self) -> bool:
        return self._guard is not None and self._guard.poll() is None

    def start(self) -> None:
        """Start the process."""
        if os.name != "posix":
            raise ServerUnavailable(self._server, "test servers run on Linux and macOS only")
        with self.log.open("ab") as log:
            self._guard = subprocess.Popen(
                [sys.executable, "-I", GUARD, str(int(self._stop_signal)), self._folder, *self._command],
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=subprocess.STDOUT,
                env=self._environment,
                start_new_session=True,
            )
        self._pipe = self._guard.stdin

    def wait_until(self, answers: Callable[[], bool], timeout_s: float = 30.0) -> None:
        """Wait for the server's first answer.

        Raises:
            ServerUnavailable: it ended or stayed silent; the reason holds the end of its log.
        """
        deadline = time.monotonic() + timeout_s
        while not answers():
            if not self.running:
                self.stop()
                raise ServerUnavailable(self._server, f"it ended at its start: {self._end_of_log()}")
            if time.monotonic() > deadline:
                self.stop()
                raise ServerUnavailable(self._server, f"no answer in {timeout_s:.0f} s: {self._end_of_log()}")
            time.sleep(POLL_S)

    def stop(self) -> None:
        """End the process and all that it started; harmless when it is not running."""
        if self._guard is None:
            return
        if self._pipe is not None:
            with suppress(BrokenPipeError), self._pipe:
                self._pipe.write(b"s")
        self._guard.wait(STOP_S)
        self._guard, self._pipe = None, None

    def _end_of_log(self) -> str:
        text = self.log.read_text(encoding="utf-8", errors="replace")
        return text[-LOG_END_CHARACTERS:].strip() or "its log is empty"
