"""The window in a process of its own, with a person at its statistics, so that it can be killed.

Reads one JSON line (`Order`), types a figure and takes a file, says HELD, and waits to be killed.
"""

import json
import sys
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qt_compat import qt_api

from cmstation.app import TURN_SECONDS
from cmstation.domain.clock import FixedClock
from cmstation.open_station import Parts, open_station
from cmstation.ui.folder_opening import Opening
from cmstation.ui.garbage import WindowGarbage
from cmstation.ui.main_window import MainWindow
from cmstation.ui.shell import Shell
from cmstation.ui.theme.theme import Theme, ThemeChoice
from cmstation.ui.window_state import WindowState
from tests.fakes.secret_box import SecretBox
from tests.fakes.simulated_statistics import NOW
from tests.journeys.conftest import PATIENCE_MS, SIZE, Officer
from tests.journeys.statistics_reader import StatReader
from tests.journeys.watch_program import Waiting


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be done: a figure to type, and a file to take."""

    folder: str
    account: str
    metric: str
    value: int
    file: str


def main() -> None:
    order = Order(**json.loads(sys.stdin.readline()))
    sys.setswitchinterval(TURN_SECONDS)
    qt_api.set_qt_api("pyside6")  # pyright: ignore[reportUnknownMemberType]
    app = QApplication([])
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    reader = StatReader(Officer(shell_in(app, Path(order.folder)), Waiting()))
    reader.enter(order.account, order.metric, order.value)
    reader.take(reader.bring(Path(order.file)))
    sys.stdout.write(f"HELD {reader.officer.notice}\n")
    sys.stdout.flush()
    sys.stdin.readline()


def shell_in(app: QApplication, folder: Path) -> Shell:
    """Open the window as `app.furnished` does, at the end of what was simulated."""
    theme = Theme(ThemeChoice.LIGHT, no_motion=True)
    theme.apply(app)
    window = MainWindow(dark=False)
    clock = FixedClock(NOW)
    parts = Parts(clock=clock, secrets=SecretBox())
    opening = Opening(lambda: open_station(folder, parts=parts))
    shell = Shell(window, folder, opening, state=WindowState(), theme=theme, clock=clock)
    shell.opened.connect(WindowGarbage(app).spare_what_is_loaded)
    waiting = Waiting()
    opened: list[bool] = []
    shell.opened.connect(lambda: opened.append(True))
    window.resize(*SIZE)
    window.show()
    shell.open()
    waiting.waitUntil(lambda: bool(opened), timeout=PATIENCE_MS)
    window.choose_tab("drafts")
    return shell


if __name__ == "__main__":
    main()
