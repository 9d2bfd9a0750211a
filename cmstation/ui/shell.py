"""One window on one data folder: opens it after the first paint, keeps it together, closes it in order."""

import logging
from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QAction, QDesktopServices

from cmstation.desktop.paths import Folders
from cmstation.domain.clock import Clock, SystemClock
from cmstation.domain.errors import StationError
from cmstation.ui.commands import SENDING_LANE, STORAGE, Commands
from cmstation.ui.connection import Connection
from cmstation.ui.icons import Icons
from cmstation.ui.jobs import JobRunner, Progress
from cmstation.ui.main_window import MainWindow
from cmstation.ui.notices import Notice, NoticeAction, NoticeKind, Notices
from cmstation.ui.theme.theme import Theme, ThemeChoice
from cmstation.ui.window_state import WindowState, save_state

if TYPE_CHECKING:
    from cmstation.desktop.crash_reports import CrashReports
    from cmstation.services.station import Station
    from cmstation.ui.palette import Palette
    from cmstation.ui.settings_dialog import SettingsValues
    from cmstation.ui.single_instance import FirstWindow
    from cmstation.ui.workbench import Workbench

log = logging.getLogger(__name__)
WRITES_MS = 10_000
LAST_JOBS_MS = 2_000
PATIENCE_MS = 1_500
OPENING = "opening"
OpenStation = Callable[[], "Station"]


class Shell(QObject):
    """One window on one data folder, from its first paint to its last write.

    Signals:
        opened: the folder is open and shown.
        closed: everything is on disk; the program may end.
    """

    opened = Signal()
    closed = Signal()
    _reported = Signal(str)

    def __init__(
        self,
        window: MainWindow,
        folder: Path,
        open_station: OpenStation,
        *,
        state: WindowState,
        theme: Theme,
        catches_defects: bool = True,
        clock: Clock | None = None,
    ) -> None:
        """Furnish a window that may be on screen already.

        Args:
            open_station: opens the data folder; called on another thread, with all its heavy imports.
            catches_defects: False leaves exceptions to whoever tests.
            clock: says when something was told; the computer's unless one is given.
        """
        super().__init__(window)
        self.window = window
        self._folder = folder
        self._open_station = open_station
        self._state = state
        self._theme = theme
        self._workbench: Workbench | None = None
        self._station: Station | None = None
        self._first_window: FirstWindow | None = None
        self._closing = False
        self._ended = False
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._say_that_it_takes_long)
        self._closer = QTimer(self)
        self._closer.setSingleShot(True)
        self._closer.timeout.connect(self.close)
        self._catches_defects = catches_defects
        self.icons = Icons(theme, self)
        self.notices = Notices(clock or SystemClock(), self)
        self.jobs = JobRunner(self)
        self.connection = Connection(self)
        self.commands = Commands(self.jobs, self, report=self._report)
        window.furnish(self.icons, self.notices, state)
        self._join()
        if catches_defects:
            self.crash_reports.install()

    @property
    def station(self) -> "Station | None":
        """The services, once the folder is open."""
        return self._station

    @property
    def workbench(self) -> "Workbench | None":
        """What joins the folder to the window, once it is open."""
        return self._workbench

    @property
    def jobs_ended(self) -> bool:
        """Whether no thread works any more; else the program must end without waiting for it."""
        return not self.jobs.busy

    @Slot()
    def close(self) -> None:
        """Close as the person would."""
        self.window.close()

    @cached_property
    def palette(self) -> "Palette":
        """The palette, made when it is first wanted."""
        from cmstation.ui.palette import Palette  # noqa: PLC0415

        return Palette(self.icons, lambda: self.window.menus.listed, self.window)

    @cached_property
    def crash_reports(self) -> "CrashReports":
        """What writes reports of our own defects."""
        from cmstation.desktop.crash_reports import CrashReports  # noqa: PLC0415

        return CrashReports(Folders(self._folder).logs, self._crashed)

    # --- opening ---

    def _join(self) -> None:
        window, menus = self.window, self.window.menus
        self.commands.noticed.connect(self.notices.show)
        self._reported.connect(self._tell_crash, Qt.ConnectionType.QueuedConnection)
        menus.palette.triggered.connect(self._open_palette)
        window.header.palette_wanted.connect(menus.palette.trigger)
        menus.quit.triggered.connect(self.close)
        menus.themes.triggered.connect(self._theme_chosen)
        for action in menus.themes.actions():
            action.setChecked(action.data() == self._state.theme)
        window.may_close = self._may_close
        self.jobs.idle.connect(self._go_on_closing)

    @Slot()
    def open(self) -> None:
        """Open the data folder in the background, and build the page that will show it meanwhile."""
        self.jobs.start(
            self._open_folder, on_success=self._opened, on_failure=self._not_opened, lane=STORAGE, owner=self
        )
        self._patience.start()
        self.window.build_current_page()
        self._listen()

    def _open_folder(self, _progress: Progress) -> "tuple[Station, str, str]":
        from cmstation.desktop.logs import start_diary  # noqa: PLC0415 - after the first paint

        if self._catches_defects:
            start_diary(Folders(self._folder).made().logs)
        station = self._open_station()
        return station, station.preferences.clinic(), station.preferences.zone()

    def _opened(self, found: "tuple[Station, str, str]") -> None:
        from cmstation.ui.help_menu import HelpMenu  # noqa: PLC0415
        from cmstation.ui.workbench import Workbench  # noqa: PLC0415

        self._stop_waiting()
        station, clinic, zone = found
        if self._closing:
            station.close()
            return
        self._station = station
        self._workbench = Workbench(
            self.window,
            station,
            self.commands,
            self.notices,
            self.icons,
            self.connection,
            lambda: self.palette,
            clinic=clinic,
            zone=zone,
            look=lambda: self._state,
            keep=self._keep_look,
        )
        HelpMenu(self.window, self.icons, self._folder)
        self._workbench.start()
        self.opened.emit()

    def _not_opened(self, error: Exception) -> None:
        from cmstation.ui.opening import CannotOpen  # noqa: PLC0415

        self._stop_waiting()
        if not isinstance(error, StationError):
            self.crash_reports.write(error)
        page = CannotOpen(self.icons, error)
        page.acted.connect(self._try_again)
        page.folder_card.clicked.connect(
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
        )
        page.quit_card.clicked.connect(self.close)
        self.window.pages.cover(page)

    @Slot()
    def _say_that_it_takes_long(self) -> None:
        detail = self.tr("The first start prepares it, which may take a minute on a slow disk.")
        self.notices.show(
            Notice(self.tr("Your folder is being opened."), NoticeKind.INFO, detail, sticky=True, key=OPENING)
        )

    def _stop_waiting(self) -> None:
        self._patience.stop()
        self.notices.withdraw(OPENING)

    @Slot()
    def _try_again(self) -> None:
        self.window.pages.uncover()
        self.open()

    def _listen(self) -> None:
        if self._first_window is not None:
            return
        from cmstation.ui.single_instance import FirstWindow  # noqa: PLC0415

        self._first_window = FirstWindow(self._folder, self)
        self._first_window.asked.connect(self._come_to_front)
        self._first_window.listen()

    @Slot()
    def _come_to_front(self) -> None:
        self.window.come_to_front()
        text = self.tr("CM Station was already open on this folder: this is its window.")
        self.notices.show(Notice(text, key="already-open"))

    @Slot()
    def _open_palette(self) -> None:
        self.palette.open()

    # --- how it looks ---

    @Slot(QAction)
    def _theme_chosen(self, action: QAction) -> None:
        self._choose_theme(str(action.data()))

    def _choose_theme(self, choice: str) -> None:
        self._theme.choose(ThemeChoice(choice))
        self._state = replace(self._state, theme=choice)

    def _keep_look(self, values: "SettingsValues") -> None:
        self._state = replace(
            self._state,
            language=values.language,
            bundled_font=values.bundled_font,
            motion=values.motion,
        )
        self._choose_theme(values.theme)
        if values.motion is not None:
            self._theme.set_no_motion(not values.motion)
        for action in self.window.menus.themes.actions():
            action.setChecked(action.data() == values.theme)
        self._save_state()

    def _save_state(self) -> None:
        window = self.window
        self._state = replace(
            self._state,
            place=window.place(),
            maximised=window.isMaximized(),
            tab=window.pages.key or self._state.tab,
            splitters=window.pages.splitter_sizes(),
        )
        save_state(self._folder, self._state)

    # --- crashes ---

    def _report(self, defect: BaseException) -> Path:
        return self.crash_reports.write(defect)

    def _crashed(self, file: Path) -> None:
        """Called on whatever thread the defect was."""
        self._reported.emit(str(file))

    @Slot(str)
    def _tell_crash(self, file: str) -> None:
        from cmstation.ui.wording import sentence_for  # noqa: PLC0415

        notice = sentence_for(RuntimeError())
        show = NoticeAction(
            self.tr("Show the report"), lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(file))
        )
        self.notices.show(replace(notice, actions=(show,), key="crash"))

    # --- closing ---

    def _may_close(self) -> bool:
        """Write everything down; while a post is leaving, stay until its outcome is recorded."""
        if self._ended:
            return True
        again, self._closing = self._closing, True
        self._safely(self._save_state)
        if self._workbench is not None:
            self._workbench.heartbeat.stop()
            for tab in self.window.pages.built_tabs():
                self._safely(tab.flush)
        self._safely(lambda: self.commands.flush(WRITES_MS))
        if self._sending() and not again:
            text = self.tr("A post is leaving: CM Station closes by itself as soon as the network answers.")
            stay = self.tr("Close once more to leave at once; the next start then looks for the post.")
            self.notices.show(Notice(text, NoticeKind.INFO, stay, sticky=True, key="closing"))
            return False
        self._end()
        return True

    def _safely(self, step: Callable[[], object]) -> None:
        """Take one step of closing; a defect in it must not keep the others from being taken."""
        try:
            step()
        except Exception as defect:
            log.exception("closing")
            self.crash_reports.write(defect)

    def _sending(self) -> bool:
        return any(lane.startswith(SENDING_LANE) for lane in self.jobs.lanes)

    @Slot()
    def _go_on_closing(self) -> None:
        if self._closing and not self._ended:
            self._closer.start()

    def _end(self) -> None:
        self._ended = True
        ended = self.jobs.stop(LAST_JOBS_MS)
        if self._first_window is not None:
            self._first_window.close()
        if self._station is not None and ended:
            self._safely(self._station.close)
        self.closed.emit()
