"""The window in a process of its own: how such a process is started, and how it opens its window."""

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qt_compat import qt_api
from pytestqt.qtbot import QtBot

from cmstation.app import TURN_SECONDS
from cmstation.open_station import Parts, open_station
from cmstation.ui.folder_opening import Opening
from cmstation.ui.garbage import WindowGarbage
from cmstation.ui.main_window import MainWindow
from cmstation.ui.shell import Shell
from cmstation.ui.theme.theme import Theme, ThemeChoice
from cmstation.ui.window_state import WindowState
from tests.journeys.conftest import PATIENCE_MS, SIZE

ROOT = Path(__file__).resolve().parents[2]
# The offscreen platform says so whenever a window is shown.
_HARMLESS = b"This plugin does not support"


class Waiting(QtBot):
    """Waits as tests do; nothing else is asked of it."""

    def __init__(self) -> None:
        pass


def started(module: str, complaints: Path) -> subprocess.Popen[str]:
    """Start a module of tests as a program that is spoken to line by line.

    Args:
        complaints: where what it writes to its standard error is kept.
    """
    with complaints.open("wb") as errors:
        return subprocess.Popen(
            [sys.executable, "-m", module],
            cwd=ROOT,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
        )


def complaints_in(file: Path) -> list[bytes]:
    """Return what a program complained of, line by line."""
    return [line for line in file.read_bytes().splitlines() if _HARMLESS not in line]


def application() -> QApplication:
    """Make the application of such a process, in English."""
    sys.setswitchinterval(TURN_SECONDS)
    qt_api.set_qt_api("pyside6")  # pyright: ignore[reportUnknownMemberType]
    app = QApplication([])
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    return app


def shell_in(app: QApplication, folder: Path, parts: Parts) -> Shell:
    """Open the window as `app.furnished` does."""
    theme = Theme(ThemeChoice.LIGHT, no_motion=True)
    theme.apply(app)
    window = MainWindow(dark=False)
    opening = Opening(lambda: open_station(folder, parts=parts))
    shell = Shell(window, folder, opening, state=WindowState(), theme=theme, clock=parts.clock)
    shell.opened.connect(WindowGarbage(app).spare_what_is_loaded)
    opened: list[bool] = []
    shell.opened.connect(lambda: opened.append(True))
    window.resize(*SIZE)
    window.show()
    shell.open()
    Waiting().waitUntil(lambda: bool(opened), timeout=PATIENCE_MS)
    window.choose_tab("drafts")
    return shell
