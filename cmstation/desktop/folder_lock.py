"""One window per data folder."""

from pathlib import Path

from cmstation.desktop.file_lock import FileLock
from cmstation.desktop.paths import folder_trouble
from cmstation.domain.errors import AlreadyOpen


class FolderLock:
    """Keeps a second window off the same data folder.

    Args:
        folder: the data folder; created when missing.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = FileLock(folder / "window.lock")

    def acquire(self) -> None:
        """Take the folder.

        Raises:
            AlreadyOpen: another window holds it.
            FolderNotWritable, DiskFull: the computer refuses.
        """
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            ours = self._lock.acquire()
        except OSError as problem:
            raise folder_trouble(problem, self._folder) from problem
        if not ours:
            raise AlreadyOpen(folder=str(self._folder))

    def release(self) -> None:
        """Give the folder back."""
        self._lock.release()
