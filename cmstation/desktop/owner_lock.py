"""Name this running program, and tell whether another one that claimed a delivery still runs."""

import hashlib
import secrets
import socket
import time
from pathlib import Path

from cmstation.desktop.file_lock import FileLock, is_held
from cmstation.desktop.paths import folder_trouble
from cmstation.domain.errors import FolderNotWritable

_TRIES, _PAUSE_S = 200, 0.005


class OwnerLock:
    """This program's name in the outbox, alive as long as the program is.

    The name carries the host and the folder, so that on a team's shared database no program of
    another computer or folder is mistaken for a dead one: those are judged by their lease alone.

    Args:
        folder: where the locks of this computer's programs lie.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        host = socket.gethostname().replace("/", "-") or "computer"
        self._place = f"{host}-{hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:8]}"
        self.name = f"{self._place}/{secrets.token_hex(8)}"
        self._lock = FileLock(self._file(self.name))
        self._take()

    def is_alive(self, owner: str) -> bool | None:
        """Tell whether the program of this name still runs; None when it works elsewhere."""
        if owner == self.name:
            return True
        place, _, _ = owner.partition("/")
        return is_held(self._file(owner)) if place == self._place else None

    def release(self) -> None:
        """Say that this program has ended."""
        self._lock.remove()

    def sweep(self) -> None:
        """Remove the locks of programs that are gone."""
        for file in self._folder.glob("*.lock"):
            left = FileLock(file)
            # Removed under its own lock: a program that is just starting must not lose its file.
            if file != self._lock.path and left.acquire():
                left.remove()

    def _take(self) -> None:
        """Take the lock; a program that sweeps may hold it for a moment.

        Raises:
            FolderNotWritable, DiskFull: the computer refuses, and others would take us for dead.
        """
        try:
            for _ in range(_TRIES):
                if self._lock.acquire():
                    return
                time.sleep(_PAUSE_S)
        except OSError as problem:
            raise folder_trouble(problem, self._folder) from problem
        raise FolderNotWritable(folder=str(self._folder))

    def _file(self, owner: str) -> Path:
        return self._folder / f"{owner.rpartition('/')[2]}.lock"
