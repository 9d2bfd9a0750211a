"""Open the data folder of a window that is on screen already: in the background, telling how it goes."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from cmstation.desktop.paths import Folders
from cmstation.domain.clock import Clock
from cmstation.domain.errors import StationError
from cmstation.ui.commands import STORAGE
from cmstation.ui.icons import Icons
from cmstation.ui.jobs import JobRunner, Progress
from cmstation.ui.main_window import MainWindow
from cmstation.ui.notices import Notice, NoticeKind, Notices

if TYPE_CHECKING:
    from cmstation.services.station import Station
    from cmstation.ui.first_list import ReadFirst
    from cmstation.ui.opening_again import OpeningAgain
    from cmstation.ui.single_instance import FirstWindow

PATIENCE_MS = 1_500
LATEST_PAGE_MS = 2_000
OPENING = "opening"
OpenStation = Callable[[], "Station"]


@dataclass(frozen=True, slots=True)
class Opening:
    """How a folder is opened.

    Args:
        open_station: opens it; called on another thread, with all its heavy imports.
        prepares: the rehearsal clinic is made first, which takes a moment.
        read_first: reads the list of posts without opening the folder, so that it is seen sooner.
    """

    open_station: OpenStation
    prepares: bool = False
    read_first: "ReadFirst | None" = None


@dataclass(frozen=True, slots=True)
class OpenFolder:
    """A folder that is open, and what the window asks of it first."""

    station: "Station"
    clinic: str
    zone: str


class FolderOpening(QObject):
    """Opens a folder, and again when the person wishes so after a refusal.

    Signals:
        opened: an `OpenFolder`.
        failed: an exception that is a defect of ours; the person is told already.
        quit_wanted: the person leaves rather than try again.
    """

    opened = Signal(object)
    failed = Signal(object)
    quit_wanted = Signal()

    def __init__(
        self,
        window: MainWindow,
        folder: Path,
        way: Opening,
        jobs: JobRunner,
        notices: Notices,
        icons: Icons,
        clock: Clock,
        *,
        keeps_diary: bool,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._folder = folder
        self._way = way
        self._jobs = jobs
        self._notices = notices
        self._icons = icons
        self._clock = clock
        self._keeps_diary = keeps_diary
        self._prepares = way.prepares
        self._first_window: FirstWindow | None = None
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._say_that_it_takes_long)

    @cached_property
    def again(self) -> "OpeningAgain":
        """What helps when the folder does not open."""
        from cmstation.ui.opening_again import OpeningAgain  # noqa: PLC0415

        again = OpeningAgain(self._window.pages, self._jobs, self._icons, self._folder, self._clock, self)
        again.wanted.connect(self._try_again)
        again.quit_wanted.connect(self.quit_wanted)
        return again

    @Slot()
    def start(self) -> None:
        """Open the folder in the background, and build the page that will show it meanwhile."""
        if self._way.read_first is None:
            self._open_soon()
        else:
            from cmstation.ui.first_list import FirstList  # noqa: PLC0415

            # Loading what opens the folder takes longer than reading the list, and would slow it down.
            first = FirstList(self._window.pages, self._jobs, self._way.read_first, self._clock, self)
            first.done.connect(self._open_soon)
            first.start()
        self._window.build_current_page()
        if not self._prepares:
            self._patience.start()
        else:
            from cmstation.ui.opening import Preparing  # noqa: PLC0415

            self._window.pages.cover(Preparing(self._icons))

    def end(self) -> None:
        """Stop listening to later starts."""
        if self._first_window is not None:
            self._first_window.close()

    # --- inside ---

    @Slot()
    def _open_soon(self) -> None:
        self._listen()
        self._jobs.start(
            self._open, on_success=self._opened, on_failure=self._refused, lane=STORAGE, owner=self
        )

    def _open(self, _progress: Progress) -> OpenFolder:
        from cmstation.desktop.logs import start_diary  # noqa: PLC0415 - after the first paint

        if self._keeps_diary:
            start_diary(Folders(self._folder).made().logs)
        station = self._way.open_station()
        # What shows it is loaded here too, rather than while the window waits.
        for name in ("cmstation.ui.workbench", "cmstation.ui.help_menu"):
            import_module(name)
        return OpenFolder(station, station.preferences.clinic(), station.preferences.zone())

    def _opened(self, found: OpenFolder) -> None:
        self._stop_waiting()
        self.opened.emit(found)
        if self._prepares:
            self._prepares = False
            # The page is shown once it has what it asked for, or soon.
            pages = self._window.pages
            self._jobs.idle.connect(pages.uncover, Qt.ConnectionType.SingleShotConnection)
            QTimer.singleShot(LATEST_PAGE_MS, pages.uncover)

    def _refused(self, error: Exception) -> None:
        self._stop_waiting()
        if not isinstance(error, StationError):
            self.failed.emit(error)
        self.again.tell(error)

    @Slot()
    def _say_that_it_takes_long(self) -> None:
        detail = self.tr("The first start prepares it, which may take a minute on a slow disk.")
        text = self.tr("Your folder is being opened.")
        self._notices.show(Notice(text, NoticeKind.INFO, detail, sticky=True, key=OPENING))

    def _stop_waiting(self) -> None:
        self._patience.stop()
        self._notices.withdraw(OPENING)

    @Slot()
    def _try_again(self) -> None:
        self._window.pages.uncover()
        self.start()

    def _listen(self) -> None:
        if self._first_window is not None:
            return
        from cmstation.ui.single_instance import FirstWindow  # noqa: PLC0415

        self._first_window = FirstWindow(self._folder, self)
        self._first_window.asked.connect(self._come_to_front)
        self._first_window.listen()

    @Slot()
    def _come_to_front(self) -> None:
        self._window.come_to_front()
        text = self.tr("CM Station was already open on this folder: this is its window.")
        self._notices.show(Notice(text, key="already-open"))
