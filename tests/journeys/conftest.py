"""The real window on a real data folder, driven by keys and clicks."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from cmstation.open_station import open_station
from cmstation.services.station import Station
from cmstation.ui.drafts.tab import DraftsTab
from cmstation.ui.folder_opening import Opening
from cmstation.ui.main_window import MainWindow
from cmstation.ui.shell import Shell
from cmstation.ui.theme.theme import Theme, ThemeChoice
from cmstation.ui.window_state import WindowState

PATIENCE_MS = 60_000
SIZE = (1366, 768)


class Officer:
    """A person at the window: types, clicks, reads."""

    def __init__(self, shell: Shell, qtbot: QtBot) -> None:
        self._shell = shell
        self._qtbot = qtbot

    @property
    def station(self) -> Station:
        station = self._shell.station
        assert station is not None
        return station

    @property
    def drafts(self) -> DraftsTab:
        tab = self._shell.window.pages.page("drafts")
        assert isinstance(tab, DraftsTab)
        return tab

    def press(self, keys: str) -> None:
        """Press a shortcut of the window."""
        combination = Qt.KeyboardModifier.NoModifier
        *modifiers, key = keys.split("+")
        for modifier in modifiers:
            combination |= {
                "Ctrl": Qt.KeyboardModifier.ControlModifier,
                "Shift": Qt.KeyboardModifier.ShiftModifier,
                "Alt": Qt.KeyboardModifier.AltModifier,
            }[modifier]
        target = QApplication.focusWidget() or self._shell.window
        QTest.keyClick(target, getattr(Qt.Key, f"Key_{key}"), combination)

    def type_into(self, field: QWidget, text: str) -> None:
        """Click into a field and type; letters beyond the keyboard come as an input method sends them."""
        self.click(field)
        for line_number, line in enumerate(text.split("\n")):
            if line_number:
                QTest.keyClick(field, Qt.Key.Key_Return)
            type_letters(field, line)

    def type_over(self, field: QWidget, text: str) -> None:
        """Replace everything in a field, as after Ctrl+A."""
        self.click(field)
        QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        type_letters(field, text)

    def click(self, widget: QWidget, place: QPoint | None = None) -> None:
        """Click a widget; views are clicked on their viewport."""
        target = getattr(widget, "viewport", lambda: widget)()
        assert target.isVisible(), widget
        where = place if place is not None else target.rect().center()
        QTest.mouseClick(target, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)

    def double_click(self, widget: QWidget, place: QPoint) -> None:
        """Double-click in a view."""
        target = getattr(widget, "viewport", lambda: widget)()
        QTest.mouseClick(target, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
        QTest.mouseDClick(target, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)

    def button(self, words: str, inside: QWidget | None = None) -> QPushButton | QToolButton:
        """Find a visible button by its words."""
        places = [inside] if inside is not None else QApplication.topLevelWidgets()
        for place in places:
            for kind in (QPushButton, QToolButton):
                for found in place.findChildren(kind):
                    if found.isVisible() and words in (found.text(), found.accessibleName()):
                        return found
        raise AssertionError(f"no button {words!r}")

    def wait_until(self, holds: Callable[[], bool]) -> None:
        """Wait for something that a person would see happen."""
        self._qtbot.waitUntil(holds, timeout=PATIENCE_MS)

    def put_files_on_the_clipboard(self, *files: Path) -> None:
        """Copy files, as in the file manager."""
        carried = QMimeData()
        carried.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
        QGuiApplication.clipboard().setMimeData(carried)

    def stay_offline(self, wanted: bool) -> None:
        """Use the menu "Work offline"."""
        action = self._shell.window.menus.stay_offline
        if action.isChecked() is not wanted:
            action.trigger()

    def close(self) -> None:
        """Close the window, and wait until everything is on disk."""
        self._shell.close()
        self.wait_until(lambda: not self._shell.jobs.busy)


def type_letters(field: QWidget, text: str) -> None:
    """Press a key for each letter; what no key has comes as an input method sends it."""
    for letter in text:
        if letter.isascii():
            QTest.keyClicks(field, letter)
        else:
            composed = QInputMethodEvent()
            composed.setCommitString(letter)
            QApplication.sendEvent(field, composed)


@pytest.fixture
def open_window(qapp: QApplication, qtbot: QtBot) -> Iterator[Callable[[Path], Officer]]:
    """Open the window on a folder, as `cmstation --data-dir` does."""
    shells: list[Shell] = []

    def open_it(folder: Path) -> Officer:
        theme = Theme(ThemeChoice.LIGHT, no_motion=True)
        theme.apply(qapp)
        window = MainWindow(dark=False)
        state = WindowState()
        shell = Shell(window, folder, Opening(lambda: open_station(folder)), state=state, theme=theme)
        shells.append(shell)
        with qtbot.waitSignal(shell.opened, timeout=PATIENCE_MS):
            window.resize(*SIZE)
            window.show()
            shell.open()
        shell.window.choose_tab("drafts")
        return Officer(shell, qtbot)

    yield open_it
    for shell in shells:
        shell.close()
        qtbot.waitUntil(lambda shell=shell: not shell.jobs.busy, timeout=PATIENCE_MS)
        shell.window.deleteLater()
        shell.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
