"""Takes pictures of the window on the rehearsal clinic, the same on any machine.

`python packaging/screenshots.py --out DIR` takes every scene in both colours and both sizes, in French;
--size, --theme and --scene may be given several times.
"""

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parent.parent)]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from scenes import SCENES
from stage import Stage

from cmstation.domain.clock import FixedClock
from cmstation.open_station import Parts, open_station
from cmstation.services.station import Station
from cmstation.ui.folder_opening import Opening
from cmstation.ui.main_window import MainWindow
from cmstation.ui.shell import Shell
from cmstation.ui.theme.theme import Theme, ThemeChoice
from cmstation.ui.theme.tokens import DARK, LIGHT
from cmstation.ui.translation import Translation
from cmstation.ui.window_state import WindowState

NOW = datetime(2026, 10, 13, 7, 41, tzinfo=UTC)
SIZES = ("1366x768", "1920x1080")
THEMES = ("light", "dark")
LONGEST_WAIT = 30.0
_QUIET_MS = 120
_SHADOW = 18
_SHADE_LIGHT, _SHADE_DARK = 0.015, 0.06


def turn_loop(milliseconds: int) -> None:
    """Let the loop turn for a while, and the other threads work: `QTest.qWait` keeps Python from them."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def settled(shell: Shell) -> None:
    """Let the loop turn until nothing is under way."""
    end = time.monotonic() + LONGEST_WAIT
    turn_loop(_QUIET_MS)
    while shell.jobs.busy and time.monotonic() < end:
        turn_loop(20)
    turn_loop(_QUIET_MS)


@contextmanager
def opened_shell(app: QApplication, folder: Path) -> Generator[Shell]:
    """Open the window on a rehearsal clinic whose clock stands still."""

    def opening() -> Station:
        return open_station(folder, rehearsal=True, parts=Parts(clock=FixedClock(NOW)))

    theme = Theme(ThemeChoice.LIGHT, no_motion=True)
    theme.apply(app)
    state = WindowState(theme="light")
    window = MainWindow()
    shell = Shell(
        window,
        folder,
        Opening(opening),
        state=state,
        theme=theme,
        catches_defects=False,
        clock=FixedClock(NOW),
    )
    window.resize(1366, 768)
    window.show()
    shell.open()
    end = time.monotonic() + LONGEST_WAIT
    while shell.station is None and time.monotonic() < end:
        turn_loop(20)
    settled(shell)
    yield shell
    window.close()
    window.close()
    window.deleteLater()


def picture(window: QWidget) -> QPixmap:
    """Draw the window with what floats over it; no window manager is needed."""
    whole = window.grab()
    painter = QPainter(whole)
    for other in QApplication.topLevelWidgets():
        if other is window or not other.isVisible():
            continue
        if isinstance(other, QDialog):
            place = QRect(QPoint(0, 0), other.size())
            place.moveCenter(window.rect().center())
            if not other.isModal():  # the others dim the window behind them
                frame(painter, place, dark=window.palette().window().color().lightness() < 128)
            painter.drawPixmap(place.topLeft(), other.grab())
        elif is_popup(other):
            painter.drawPixmap(window.mapFromGlobal(other.pos()), other.grab())
    painter.end()
    return whole


def is_popup(widget: QWidget) -> bool:
    """Tell menus and cards from windows."""
    return widget.windowType() == Qt.WindowType.Popup


def frame(painter: QPainter, place: QRect, *, dark: bool) -> None:
    """Draw the edge and the shadow that a window manager gives a dialog."""
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    shade = QColor("black")
    shade.setAlphaF(_SHADE_DARK if dark else _SHADE_LIGHT)
    painter.setBrush(shade)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for reach in range(_SHADOW, 0, -2):
        painter.drawRoundedRect(place.adjusted(-reach, -reach // 2, reach, reach + 4), reach, reach)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setBrush(QColor(DARK.border if dark else LIGHT.border))
    painter.drawRect(place.adjusted(-1, -1, 1, 1))
    painter.restore()


def take(shell: Shell, theme: Theme, name: str, wishes: argparse.Namespace) -> list[Path]:
    """Arrange one scene and take its pictures."""
    station = shell.station
    if station is None:
        raise SystemExit("the rehearsal clinic did not open")
    window = shell.window
    window.resize(*size_of(wishes.size[0]))
    SCENES[name](Stage(shell, station, lambda: settled(shell)))
    taken: list[Path] = []
    for size in wishes.size:
        for choice in wishes.theme:
            theme.choose(ThemeChoice(choice))
            window.resize(*size_of(size))
            settled(shell)
            file = wishes.out / f"{name}-{wishes.lang}-{choice}-{size.partition('x')[0]}.png"
            picture(window).save(str(file))
            taken.append(file)
    clear(shell)
    return taken


def clear(shell: Shell) -> None:
    """Close what a scene opened."""
    shell.palette.dismiss()
    shell.window.pages.uncover()
    for other in QApplication.topLevelWidgets():
        if other is not shell.window and (isinstance(other, QDialog) or is_popup(other)):
            other.close()
    for notice in shell.notices.open:
        shell.notices.close(notice)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    settled(shell)


def size_of(words: str) -> tuple[int, int]:
    """Read a size like "1366x768"."""
    width, _, height = words.partition("x")
    return int(width), int(height)


def read_wishes(words: Sequence[str]) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description="Take pictures of CM Station on its rehearsal clinic.")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--size", action="append", metavar="WIDTHxHEIGHT")
    parser.add_argument("--theme", action="append", choices=THEMES)
    parser.add_argument("--lang", choices=("fr", "en"), default="fr")
    parser.add_argument("--scene", "--tab", action="append", choices=sorted(SCENES), dest="scene")
    wishes = parser.parse_args(words)
    wishes.size = wishes.size or list(SIZES)
    wishes.theme = wishes.theme or list(THEMES)
    wishes.scene = wishes.scene or list(SCENES)
    return wishes


def main(words: Sequence[str]) -> int:
    """Take what was asked for."""
    wishes = read_wishes(words)
    wishes.out.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    Translation(app).install(wishes.lang)
    folder = Path(tempfile.mkdtemp(prefix="cmstation-pictures-"))
    try:
        with opened_shell(app, folder / "clinic") as shell:
            for name in wishes.scene:
                for file in take(shell, shell.icons.theme, name, wishes):
                    print(file)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
