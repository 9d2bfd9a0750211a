"""A lock on a file that the system itself releases when the program ends, however it ends."""

import os
import sys
from pathlib import Path
from types import TracebackType
from typing import IO


class FileLock:
    """An exclusive lock on one file; not re-entrant.

    Args:
        path: the file; created when missing, never removed while held.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file: IO[bytes] | None = None

    def acquire(self) -> bool:
        """Take the lock if nobody holds it; tell whether it is ours now."""
        if self._file is not None:
            return True
        file = self.path.open("a+b")
        try:
            _lock(file)
        except OSError:
            file.close()
            return False
        self._file = file
        return True

    def release(self) -> None:
        """Give the lock back; giving back twice is harmless."""
        if self._file is not None:
            _unlock(self._file)
            self._file.close()
            self._file = None

    def __enter__(self) -> "FileLock":
        self.acquire()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[bytes]) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

    def _unlock(file: IO[bytes]) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _lock(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _unlock(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_UN)


def is_held(path: Path) -> bool:
    """Tell whether some program holds the lock on this file now."""
    if not os.path.lexists(path):
        return False
    lock = FileLock(path)
    if lock.acquire():
        lock.release()
        return False
    return True
