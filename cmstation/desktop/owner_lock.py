"""Name this running program, and tell whether another one that claimed a delivery still runs."""

import secrets
import socket
from pathlib import Path

from cmstation.desktop.file_lock import FileLock, is_held


class OwnerLock:
    """This program's name in the outbox, alive as long as the program is.

    The name carries the host, so that a team's shared database never mistakes another
    computer's program for a dead one: those are judged by their lease alone.

    Args:
        folder: where the locks of this computer's programs lie.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._host = socket.gethostname().replace("/", "-") or "computer"
        self.name = f"{self._host}/{secrets.token_hex(8)}"
        self._lock = FileLock(self._file(self.name))
        self._lock.acquire()

    def is_alive(self, owner: str) -> bool | None:
        """Tell whether the program of this name still runs; None when it is another computer's."""
        if owner == self.name:
            return True
        host, _, _ = owner.partition("/")
        return is_held(self._file(owner)) if host == self._host else None

    def release(self) -> None:
        """Say that this program has ended."""
        self._lock.release()
        self._lock.path.unlink(missing_ok=True)

    def sweep(self) -> None:
        """Remove the locks of programs that are gone."""
        for file in self._folder.glob("*.lock"):
            if file != self._lock.path and not is_held(file):
                file.unlink(missing_ok=True)

    def _file(self, owner: str) -> Path:
        return self._folder / f"{owner.rpartition('/')[2]}.lock"
