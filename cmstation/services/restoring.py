"""Go back to the newest sound copy when the data file is damaged."""

from pathlib import Path

from cmstation.desktop.paths import Folders
from cmstation.domain.clock import Clock
from cmstation.domain.restoration import BackupCopy, Restored
from cmstation.storage import restoring


class Restoring:
    """What a person can do with a folder that does not open; no station is open meanwhile."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self._folders = Folders(folder)
        self._clock = clock

    def newest(self) -> BackupCopy | None:
        """Find the newest daily copy that passes every check; None when there is none."""
        return restoring.newest_sound(self._folders.database, self._folders.backups)

    def take_back(self, copy: BackupCopy) -> Restored | None:
        """Put a copy in the place of the damaged file, which is kept aside.

        What was due since the copy was made waits for the person: it may have left already.

        Returns:
            None when the file is sound by now, and stays.

        Raises:
            StationError: nothing was changed.
        """
        file = self._folders.database
        if restoring.is_sound(file):
            return None
        return restoring.take_back(file, copy, self._clock.now())
