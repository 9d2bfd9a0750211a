"""Where the program keeps its files on this computer."""

from dataclasses import dataclass
from pathlib import Path

from cmstation.domain.errors import DiskFull, FolderNotWritable

DATABASE = "cmstation.db"


@dataclass(frozen=True, slots=True)
class Folders:
    """The folders of one data folder; `made()` creates them."""

    root: Path

    @property
    def database(self) -> Path:
        """What holds the posts."""
        return self.root / DATABASE

    @property
    def media(self) -> Path:
        """Originals of the library."""
        return self.root / "media"

    @property
    def thumbnails(self) -> Path:
        """Small pictures, which can be made again."""
        return self.root / "thumbnails"

    @property
    def backups(self) -> Path:
        """Daily copies of the database."""
        return self.root / "backups"

    @property
    def handed_over(self) -> Path:
        """Prepared pictures for assisted publishing."""
        return self.root / "to-publish"

    @property
    def logs(self) -> Path:
        """The program's diary and crash reports."""
        return self.root / "logs"

    @property
    def owners(self) -> Path:
        """Locks that tell which programs work on this folder."""
        return self.root / "owners"

    def made(self) -> "Folders":
        """Create what is missing.

        Raises:
            FolderNotWritable, DiskFull: the computer refuses.
        """
        try:
            for folder in (
                self.root,
                self.media,
                self.thumbnails,
                self.backups,
                self.handed_over,
                self.logs,
                self.owners,
            ):
                folder.mkdir(parents=True, exist_ok=True)
        except OSError as problem:
            raise folder_trouble(problem, self.root) from problem
        return self


def folder_trouble(problem: OSError, folder: Path) -> DiskFull | FolderNotWritable:
    """Name what the system said about a folder."""
    if problem.errno in {28, 122}:  # ENOSPC, EDQUOT
        return DiskFull(folder=str(folder))
    return FolderNotWritable(folder=str(folder))


def usual_folder() -> Path:
    """Return where the system wants a program's data (%APPDATA%, ~/.local/share, ~/Library)."""
    import platformdirs  # noqa: PLC0415

    return Path(platformdirs.user_data_dir("CM Station", appauthor=False, roaming=True))


def rehearsal_folder() -> Path:
    """Return where the sample clinic lives, apart from real data."""
    import platformdirs  # noqa: PLC0415

    return Path(platformdirs.user_data_dir("CM Station repetition", appauthor=False))
