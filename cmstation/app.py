"""The composition root of the window: builds each object once, joins them, runs, closes in order."""

import logging
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QAction, QDesktopServices

from cmstation.desktop.folder_lock import FolderLock
from cmstation.desktop.paths import Folders
from cmstation.domain.clock import SystemClock
from cmstation.domain.errors import AlreadyOpen, StationError
from cmstation.ui.commands import SENDING_LANE, STORAGE, Commands
from cmstation.ui.connection import Connection
from cmstation.ui.icons import Icons
from cmstation.ui.jobs import JobRunner, Progress
from cmstation.ui.main_window import MainWindow
from cmstation.ui.notices import Notice, NoticeAction, NoticeKind, Notices
from cmstation.ui.theme.theme import Theme, ThemeChoice
from cmstation.ui.translation import Translation
from cmstation.ui.window_state import WindowState, load_state, save_state

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


class Shell(QObject):
    """One window on one data folder, from its first paint to its last write.

    Signals:
        opened: the folder is open and shown.
        closed: everything is on disk; the program may end.
    """

    opened = Signal()
    closed = Signal()
    _reported = Signal(str)

    def __init__(self, folder: Path, *, rehearsal: bool, state: WindowState, theme: Theme) -> None:
        super().__init__()
        self._folder = folder
        self._rehearsal = rehearsal
        self._state = state
        self._theme = theme
        self._workbench: Workbench | None = None
        self._station: Station | None = None
        self._first_window: FirstWindow | None = None
        self._closing = False
        self._ended = False
        self.catches_defects = False
        self.icons = Icons(theme, self)
        self.notices = Notices(SystemClock(), self)
        self.jobs = JobRunner(self)
        self.connection = Connection(self)
        self.commands = Commands(self.jobs, self, report=self._report)
        self.window = MainWindow(self.icons, self.notices)
        self._join()
        self.window.restore(state)

    @property
    def station(self) -> "Station | None":
        """The services, once the folder is open."""
        return self._station

    @property
    def jobs_ended(self) -> bool:
        """Whether no thread works any more; else the program must end without waiting for it."""
        return not self.jobs.busy

    def show(self) -> None:
        """Show the window; the folder is opened after the first paint."""
        self.window.show()

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
        window.painted.connect(self._open)
        window.may_close = self._may_close
        self.jobs.idle.connect(self._go_on_closing)

    @Slot()
    def _open(self) -> None:
        self._install_crash_reports()
        self.jobs.start(
            self._open_folder, on_success=self._opened, on_failure=self._not_opened, lane=STORAGE, owner=self
        )
        self.window.build_current_page()
        self._listen()

    def _open_folder(self, _progress: Progress) -> "tuple[Station, str, str]":
        from cmstation.desktop.logs import start_diary  # noqa: PLC0415 - after the first paint
        from cmstation.open_station import open_station  # noqa: PLC0415

        folders = Folders(self._folder).made()
        start_diary(folders.logs)
        station = open_station(self._folder, rehearsal=self._rehearsal)
        return station, station.preferences.clinic(), station.preferences.zone()

    def _opened(self, found: "tuple[Station, str, str]") -> None:
        from cmstation.ui.help_menu import HelpMenu  # noqa: PLC0415
        from cmstation.ui.workbench import Workbench  # noqa: PLC0415

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
    def _try_again(self) -> None:
        self.window.pages.uncover()
        self._open()

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

    def _install_crash_reports(self) -> None:
        """Catch what nobody caught, so that the window lives on; tests keep their own ways."""
        if self.catches_defects:
            self.crash_reports.install()

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
            QTimer.singleShot(0, self.window.close)

    def _end(self) -> None:
        self._ended = True
        ended = self.jobs.stop(LAST_JOBS_MS)
        if self._first_window is not None:
            self._first_window.close()
        if self._station is not None and ended:
            self._safely(self._station.close)
        self.closed.emit()


def run_window(folder: Path, rehearsal: bool, language: str | None, argv: Sequence[str] = ()) -> int:
    """Show the window on a data folder and stay until it is closed; return the exit code.

    Args:
        language: "fr" or "en" for this run only; None takes the setting, then the system's.
    """
    from cmstation.ui.garbage import WindowGarbage  # noqa: PLC0415
    from cmstation.ui.process import TidyExit, already_open, prepared_application  # noqa: PLC0415

    app = prepared_application(argv)
    state = load_state(folder)
    translation = Translation(app)
    translation.install(language if language is not None else state.language)
    lock = FolderLock(folder)
    try:
        lock.acquire()
    except AlreadyOpen:
        return already_open(folder)
    except StationError:
        log.warning("the data folder refuses a lock")  # opening it says why, in the window
    no_motion = None if state.motion is None else not state.motion
    theme = Theme(_theme_choice(state.theme), bundled_font=state.bundled_font, no_motion=no_motion)
    theme.apply(app)
    shell = Shell(folder, rehearsal=rehearsal, state=state, theme=theme)
    shell.catches_defects = True
    shell.closed.connect(app.quit, Qt.ConnectionType.QueuedConnection)
    TidyExit(app, shell.close)
    garbage = WindowGarbage(app)
    shell.opened.connect(garbage.spare_what_is_loaded)
    app.setQuitOnLastWindowClosed(False)
    shell.show()
    code = app.exec()
    lock.release()
    if not shell.jobs_ended:
        # A call that hangs must not keep the program: its delivery is looked for at the next start.
        logging.shutdown()
        sys.stdout.flush()
        os._exit(code)
    return code


def _theme_choice(kept: str) -> ThemeChoice:
    return ThemeChoice(kept) if kept in set(ThemeChoice) else ThemeChoice.SYSTEM
