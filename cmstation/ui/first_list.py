"""Show the list of posts while their folder is still being opened."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from cmstation.domain.clock import Clock
from cmstation.domain.drafts import FirstRows
from cmstation.ui.jobs import JobRunner, Progress
from cmstation.ui.pages import Pages

if TYPE_CHECKING:
    from cmstation.ui.drafts.arrange import Listing

ReadFirst: TypeAlias = Callable[[], FirstRows | None]
First: TypeAlias = "tuple[Listing, datetime, str] | None"
TO_PAINT_MS = 20


class FirstList(QObject):
    """Reads the posts in the background and shows them, when the drafts are what the window shows.

    Signals:
        done: the list is painted, or there is none; now the folder may be opened.
    """

    done = Signal()

    def __init__(self, pages: Pages, jobs: JobRunner, read: ReadFirst, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._pages = pages
        self._jobs = jobs
        self._read_rows = read
        self._clock = clock

    def start(self) -> None:
        """Begin to read."""
        if self._pages.key != "drafts":
            self.done.emit()
            return
        self._jobs.start(self._read, on_success=self._show, on_failure=self._give_up, owner=self)

    def _read(self, _progress: Progress) -> First:
        from cmstation.ui.drafts.arrange import arranged  # noqa: PLC0415 - after the first paint

        found = self._read_rows()
        if found is None or not found.rows:
            return None
        now = self._clock.now()
        return arranged(found.rows, now, found.zone), now, found.zone

    def _show(self, found: First) -> None:
        from cmstation.ui.drafts.tab import DraftsTab  # noqa: PLC0415 - after the first paint

        page = self._pages.built_pages().get("drafts")
        if found is None or not isinstance(page, DraftsTab):
            self.done.emit()
            return
        page.show_first(*found)
        QTimer.singleShot(TO_PAINT_MS, self._tell)

    def _give_up(self, _error: Exception) -> None:
        """Opening the folder says what is wrong with it."""
        self.done.emit()

    @Slot()
    def _tell(self) -> None:
        self.done.emit()
