"""The composition root of the window: paints first, builds each object once, joins them, ends in order."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from cmstation.desktop.folder_lock import FolderLock
from cmstation.domain.errors import AlreadyOpen, StationError
from cmstation.ui.main_window import MainWindow
from cmstation.ui.process import already_open, prepared_application, shows_dark
from cmstation.ui.window_state import WindowState, load_state

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from cmstation.domain.drafts import FirstRows
    from cmstation.services.station import Station
    from cmstation.ui.shell import Shell


# How long a thread may keep Python to itself before the window has its turn, which it asks for dozens of
# times in a frame. With 0.5 ms, a refresh of the watch made the window wait twice as long as with this.
TURN_SECONDS = 0.0001


def run_window(folder: Path, rehearsal: bool, language: str | None, argv: Sequence[str] = ()) -> int:
    """Show the window on a data folder and stay until it is closed; return the exit code.

    Args:
        language: "fr" or "en" for this run only; None takes the setting, then the system's.
    """
    app = prepared_application(argv)
    state = load_state(folder)
    spoken = state.language if language is None else language
    lock = FolderLock(folder)
    try:
        lock.acquire()
    except AlreadyOpen:
        translate(app, spoken)
        return already_open(folder)
    except StationError:
        pass  # opening the folder says why, in the window
    sys.setswitchinterval(TURN_SECONDS)
    window = MainWindow(dark=shows_dark(app, state.theme))
    shells: list[Shell] = []

    def go_on() -> None:
        try:
            shells.append(furnished(app, window, folder, state, rehearsal=rehearsal, language=spoken))
        except BaseException:
            # An empty window that never answers would be worse than none.
            app.exit(1)
            raise

    window.painted.connect(go_on)
    window.show_as(state)
    code = app.exec()
    lock.release()
    if shells and not shells[0].jobs_ended:
        _leave_at_once(code)
    return code


def furnished(
    app: "QApplication",
    window: MainWindow,
    folder: Path,
    state: WindowState,
    *,
    rehearsal: bool,
    language: str,
) -> "Shell":
    """Furnish a window that is on screen, and open its folder; what that needs is imported here."""
    from PySide6.QtCore import Qt  # noqa: PLC0415

    from cmstation.desktop.paths import Folders  # noqa: PLC0415
    from cmstation.ui.folder_opening import Opening  # noqa: PLC0415
    from cmstation.ui.garbage import WindowGarbage  # noqa: PLC0415
    from cmstation.ui.shell import Shell  # noqa: PLC0415
    from cmstation.ui.theme.theme import Theme, ThemeChoice  # noqa: PLC0415
    from cmstation.ui.tidy_exit import TidyExit  # noqa: PLC0415

    def read_first() -> "FirstRows | None":
        from cmstation.storage.first_rows import first_rows  # noqa: PLC0415

        return first_rows(Folders(folder).database)

    def open_folder() -> "Station":
        from cmstation.open_station import open_station  # noqa: PLC0415

        return open_station(folder, rehearsal=rehearsal)

    translate(app, language)
    choice = ThemeChoice(state.theme) if state.theme in set(ThemeChoice) else ThemeChoice.SYSTEM
    no_motion = None if state.motion is None else not state.motion
    theme = Theme(choice, bundled_font=state.bundled_font, no_motion=no_motion, parent=window)
    theme.apply(app)
    prepares = rehearsal and not Folders(folder).database.exists()
    opening = Opening(open_folder, prepares=prepares, read_first=read_first)
    shell = Shell(window, folder, opening, state=state, theme=theme)
    garbage = WindowGarbage(app)
    shell.opened.connect(garbage.spare_what_is_loaded)
    shell.closed.connect(app.quit, Qt.ConnectionType.QueuedConnection)
    app.setQuitOnLastWindowClosed(False)
    TidyExit(app, shell.close)
    shell.open()
    return shell


def translate(app: "QApplication", choice: str) -> None:
    """Give the application its language."""
    from cmstation.ui.translation import Translation  # noqa: PLC0415

    Translation(app).install(choice)


def _leave_at_once(code: int) -> None:
    """End without waiting for a call that hangs: its delivery is looked for at the next start."""
    import logging  # noqa: PLC0415

    logging.shutdown()
    sys.stdout.flush()
    os._exit(code)
