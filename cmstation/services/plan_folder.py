"""A folder in which the plan is kept as a calendar file, for those who subscribe to it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from cmstation.desktop.whole_files import write_whole
from cmstation.domain.clock import Clock
from cmstation.domain.errors import FolderNotWritable, StationError
from cmstation.domain.ics import write
from cmstation.domain.plan_ics import Describe
from cmstation.services.error_keys import error_key
from cmstation.services.plan_contents import PlanContents
from cmstation.services.preferences import Preferences
from cmstation.storage.settings import Settings

FILE_NAME: Final = "cmstation.ics"
_BEFORE, _AFTER = timedelta(days=60), timedelta(days=400)
_FOLDER, _STATE = "plan_folder", "plan_folder_state"


@dataclass(frozen=True, slots=True)
class FolderState:
    """How the kept-up file is.

    Args:
        folder: None when no file is kept.
        texts: whether the posts' words are in it.
        written_at: aware UTC of the last change of the file, None before the first.
        trouble: key of the last trouble ("folder_not_writable"), "" since the last success.
        trouble_at: aware UTC.
    """

    folder: Path | None
    texts: bool = False
    written_at: datetime | None = None
    trouble: str = ""
    trouble_at: datetime | None = None

    @property
    def file(self) -> Path | None:
        """The file to subscribe to."""
        return None if self.folder is None else self.folder / FILE_NAME


class PlanFolder:
    """Keeps one file up to date."""

    def __init__(
        self, contents: PlanContents, settings: Settings, preferences: Preferences, clock: Clock
    ) -> None:
        self._contents = contents
        self._settings = settings
        self._preferences = preferences
        self._clock = clock

    def keep(self, folder: Path | None, *, texts: bool) -> None:
        """Choose the folder, or stop with None; a file that is there stays, and is no longer kept up."""
        chosen = None if folder is None else {"folder": str(folder.absolute()), "texts": texts}
        self._settings.set(_FOLDER, chosen)
        self._settings.set(_STATE, None)

    def state(self) -> FolderState:
        """Return where the file is, and how it went the last time."""
        chosen, state = self._settings.get(_FOLDER), self._settings.get(_STATE)
        if not isinstance(chosen, dict):
            return FolderState(None)
        known = state if isinstance(state, dict) else {}
        return FolderState(
            Path(str(chosen["folder"])),
            bool(chosen.get("texts")),
            _moment(known.get("written_at")),
            str(known.get("trouble") or ""),
            _moment(known.get("trouble_at")),
        )

    def write(self, describe: Describe) -> bool:
        """Write the file when the plan changed; tell whether it was written.

        Raises:
            DiskFull, FolderNotWritable, FileHeldOpen: the file is as it was (see `state`).
        """
        state = self.state()
        if state.folder is None or state.file is None:
            return False
        try:
            written = self._write(state.folder, state.file, describe, texts=state.texts)
        except StationError as trouble:
            self._remember(state, trouble=error_key(trouble), at=self._clock.now())
            raise
        if written:
            self._remember(state, written_at=self._clock.now())
        elif state.trouble:
            self._remember(state, written_at=state.written_at)
        return written

    def _write(self, folder: Path, file: Path, describe: Describe, *, texts: bool) -> bool:
        if not folder.is_dir():
            # Made here, it would hide the share that is not connected at the moment.
            raise FolderNotWritable(folder=str(folder))
        now = self._clock.now()
        today = now.astimezone(ZoneInfo(self._preferences.zone())).date()
        events = self._contents.calendar(today - _BEFORE, today + _AFTER, describe, texts=texts)
        content = write(events, name=self._preferences.clinic() or "CM Station", now=now)
        if _without_stamps(_present(file)) == _without_stamps(content):
            return False
        write_whole(file, content)
        return True

    def _remember(
        self,
        state: FolderState,
        *,
        written_at: datetime | None = None,
        trouble: str = "",
        at: datetime | None = None,
    ) -> None:
        kept = state.written_at if trouble else written_at
        self._settings.set(
            _STATE,
            {
                "written_at": None if kept is None else kept.isoformat(),
                "trouble": trouble,
                "trouble_at": None if at is None else at.isoformat(),
            },
        )


def _present(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:
        return b""


def _without_stamps(content: bytes) -> list[bytes]:
    """Return the lines but those that say when the file was written."""
    return [line for line in content.splitlines() if not line.startswith(b"DTSTAMP:")]


def _moment(value: object) -> datetime | None:
    return datetime.fromisoformat(value) if isinstance(value, str) else None
