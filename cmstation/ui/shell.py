"""One window on one data folder: opens it after the first paint, keeps it together, closes it in order."""

import logging
from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices

from cmstation.desktop.paths import Folders
from cmstation.domain.clock import Clock, SystemClock
from cmstation.ui.commands import SENDING_LANE, Commands
from cmstation.ui.connection import Connection
from cmstation.ui.folder_opening import FolderOpening, OpenFolder, Opening
from cmstation.ui.icons import Icons
from cmstation.ui.jobs import JobRunner
from cmstation.ui.main_window import MainWindow
from cmstation.ui.notices import Notice, NoticeAction, NoticeKind, Notices
from cmstation.ui.theme.theme import Theme
from cmstation.ui.window_look import WindowLook
from cmstation.ui.window_state import WindowState

if TYPE_CHECKING:
    from cmstation.desktop.crash_reports import CrashReports
    from cmstation.services.station import Station
    from cmstation.ui.palette import Palette
    from cmstation.ui.workbench import Workbench

log = logging.getLogger(__name__)
WRITES_MS = 10_000
LAST_JOBS_MS = 2_000


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
        opening: Opening,
        *,
        state: WindowState,
        theme: Theme,
        catches_defects: bool = True,
        clock: Clock | None = None,
    ) -> None:
        """Furnish a window that may be on screen already.

        Args:
            catches_defects: False leaves exceptions to whoever tests.
            clock: says when something was told; the computer's unless one is given.
        """
        super().__init__(window)
        self.window = window
        self._folder = folder
        self._workbench: Workbench | None = None
        self._station: Station | None = None
        self._closing = False
        self._ended = False
        self._closer = QTimer(self)
        self._closer.setSingleShot(True)
        self._closer.timeout.connect(self.close)
        self.icons = Icons(theme, self)
        clock = clock or SystemClock()
        self.notices = Notices(clock, self)
        self.jobs = JobRunner(self)
        self.connection = Connection(self)
        self.commands = Commands(self.jobs, self, report=self._report)
        window.furnish(self.icons, self.notices, state)
        self._look = WindowLook(window, folder, theme, state)
        self._opening = FolderOpening(
            window,
            folder,
            opening,
            self.jobs,
            self.notices,
            self.icons,
            clock,
            keeps_diary=catches_defects,
        )
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
        self.commands.over.connect(self.notices.withdraw)
        self._reported.connect(self._tell_crash, Qt.ConnectionType.QueuedConnection)
        menus.palette.triggered.connect(self._open_palette)
        window.header.palette_wanted.connect(menus.palette.trigger)
        menus.quit.triggered.connect(self.close)
        self._opening.opened.connect(self._opened)
        self._opening.failed.connect(self.crash_reports.write)
        self._opening.quit_wanted.connect(self.close)
        window.may_close = self._may_close
        self.jobs.idle.connect(self._go_on_closing)

    @Slot()
    def open(self) -> None:
        """Open the data folder."""
        self._opening.start()

    @Slot(object)
    def _opened(self, found: OpenFolder) -> None:
        from cmstation.ui.help_menu import HelpMenu  # noqa: PLC0415
        from cmstation.ui.tray import join_tray  # noqa: PLC0415
        from cmstation.ui.workbench import Workbench  # noqa: PLC0415

        station = found.station
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
            clinic=found.clinic,
            zone=found.zone,
            look=lambda: self._look.state,
            keep=self._look.keep,
        )
        HelpMenu(self.window, self.icons, self._folder)
        self._workbench.start()
        join_tray(self)
        self._opening.again.tell_restored(station, self.notices)
        self.opened.emit()

    @Slot()
    def _open_palette(self) -> None:
        self.palette.open()

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
        self._safely(self._look.save)
        if self._workbench is not None:
            self._workbench.heartbeat.stop()
            self._workbench.upkeep.stop()
            self._workbench.watch_upkeep.stop()
            self._workbench.stat_upkeep.stop()
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
        self._opening.end()
        if self._station is not None and ended:
            self._safely(self._station.close)
        self.closed.emit()
