"""Reports of our own defects: a file on this computer, never sent by itself, free of secrets."""

import logging
import platform
import sys
import threading
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from cmstation import __version__
from cmstation.desktop.logs import redacted

log = logging.getLogger(__name__)
MOST_REPORTS = 20


class CrashReports:
    """Writes reports into a folder, and tells who listens.

    Args:
        folder: where the reports lie.
        tell: called with the report's file after it was written, on the thread of the defect.
    """

    def __init__(self, folder: Path, tell: Callable[[Path], None] | None = None) -> None:
        self._folder = folder
        self._tell = tell

    def write(self, error: BaseException) -> Path:
        """Write a report: what went wrong and where, without any local variable."""
        now = datetime.now(UTC)
        lines = traceback.format_exception(error)
        text = "\n".join(
            (
                f"CM Station {__version__}, {now:%Y-%m-%d %H:%M:%S} UTC",
                f"Python {platform.python_version()}, {platform.system()} {platform.release()}",
                "",
                redacted("".join(lines)),
            )
        )
        file = self._folder / f"crash-{now:%Y%m%d-%H%M%S-%f}.txt"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", errors="backslashreplace")
            self._keep_newest()
        except OSError:
            log.error("a crash report could not be written")
        return file

    def install(self) -> None:
        """Catch what nobody caught, in every thread, so that the window lives on."""
        sys.excepthook = self._caught
        threading.excepthook = lambda found: self._caught(
            found.exc_type, found.exc_value, found.exc_traceback
        )

    def _caught(
        self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None or issubclass(kind, (KeyboardInterrupt, SystemExit)):
            return
        log.error("unexpected: %s", kind.__name__)
        file = self.write(error.with_traceback(trace))
        if self._tell is not None:
            self._tell(file)

    def _keep_newest(self) -> None:
        for old in sorted(self._folder.glob("crash-*.txt"))[:-MOST_REPORTS]:
            old.unlink(missing_ok=True)
