"""A lock on a file that the system itself releases when the program ends, however it ends."""

import os
import sys
from contextlib import suppress
from pathlib import Path
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
        while True:
            file = self.path.open("a+b")
            try:
                _lock(file)
            except OSError:
                file.close()
                return False
            if _is_at(file, self.path):
                self._file = file
                return True
            # Another program removed the file between our opening and our lock.
            file.close()

    def release(self) -> None:
        """Give the lock back; giving back twice is harmless."""
        if self._file is not None:
            _unlock(self._file)
            self._file.close()
            self._file = None

    def remove(self) -> None:
        """Remove the file and give the lock back, so that nobody can hold what is no longer there."""
        with suppress(OSError):  # Windows removes no open file
            self.path.unlink()
        self.release()
        if sys.platform == "win32":
            with suppress(OSError):
                self.path.unlink()


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


def _is_at(file: IO[bytes], path: Path) -> bool:
    """Tell whether an open file is still the one at this path."""
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except FileNotFoundError:
        return False


def is_held(path: Path) -> bool:
    """Tell whether some program holds the lock on this file now."""
    if not os.path.lexists(path):
        return False
    lock = FileLock(path)
    if lock.acquire():
        lock.release()
        return False
    return True
