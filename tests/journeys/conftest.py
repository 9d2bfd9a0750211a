"""The real window on a real data folder, driven by keys and clicks."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QMimeData, QPoint, Qt, QTimer, QUrl
from PySide6.QtGui import QAction, QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from cmstation.domain.clock import Clock
from cmstation.open_station import Parts, open_station
from cmstation.services.station import Station
from cmstation.ui.calendar.tab import CalendarTab
from cmstation.ui.drafts.tab import DraftsTab
from cmstation.ui.folder_opening import Opening
from cmstation.ui.main_window import MainWindow
from cmstation.ui.shell import Shell
from cmstation.ui.theme.theme import Theme, ThemeChoice
from cmstation.ui.window_state import WindowState
from tests.ui.pointer import let_go

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

    @property
    def calendar(self) -> CalendarTab:
        tab = self._shell.window.pages.page("calendar")
        assert isinstance(tab, CalendarTab)
        return tab

    @property
    def notice(self) -> str:
        """The sentence that stands above the tab, "" when there is none."""
        shown = self._shell.notices.current
        return shown.text if shown is not None else ""

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

    def choose(self, words: str, open_menu: Callable[[], object]) -> None:
        """Open a menu and click the entry that begins with some words."""
        offered: list[str] = []

        def look() -> None:
            menu = QApplication.activePopupWidget()
            if offered or not isinstance(menu, QMenu):
                return
            offered.extend(_words(entry) for entry in menu.actions())
            entry = next((one for one in menu.actions() if _words(one).startswith(words)), None)
            if entry is None or not entry.isEnabled():
                menu.close()
                return
            middle = menu.actionGeometry(entry).center()
            QTest.mouseClick(menu, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)

        # Some menus keep whoever opens them waiting: the entry is clicked from within.
        looking = QTimer()
        looking.setInterval(5)
        looking.timeout.connect(look)
        looking.start()
        open_menu()
        self.wait_until(lambda: bool(offered))
        looking.stop()
        assert any(one.startswith(words) for one in offered), offered
        self.take_up_the_window()

    def take_up_the_window(self) -> None:
        """Have the keyboard in the window again: without a window system nobody gives it back."""
        window = self._shell.window
        if QApplication.activeModalWidget() is None:
            window.activateWindow()
            # A dialog that was asked for may come meanwhile.
            self.wait_until(lambda: window.isActiveWindow() or QApplication.activeModalWidget() is not None)

    def settle(self) -> None:
        """Wait until nothing is under way any more."""
        self.wait_until(lambda: not self._shell.jobs.busy)

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


def _words(entry: QAction) -> str:
    return entry.text().replace("&", "")


@pytest.fixture
def british_dates() -> Iterator[None]:
    """Words and dates as the journeys read and type them, whatever the computer speaks."""
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    yield
    QLocale.setDefault(before)


class OpenWindow(Protocol):
    """Opens the window on a folder; a clock of one's own stands still."""

    def __call__(self, folder: Path, clock: Clock | None = None) -> Officer: ...


@pytest.fixture
def open_window(qapp: QApplication, qtbot: QtBot) -> Iterator[OpenWindow]:
    """Open the window on a folder, as `cmstation --data-dir` does."""
    shells: list[Shell] = []

    def open_it(folder: Path, clock: Clock | None = None) -> Officer:
        theme = Theme(ThemeChoice.LIGHT, no_motion=True)
        theme.apply(qapp)
        window = MainWindow(dark=False)
        state = WindowState()
        parts = Parts(clock=clock) if clock is not None else Parts()
        opening = Opening(lambda: open_station(folder, parts=parts))
        shell = Shell(window, folder, opening, state=state, theme=theme, clock=clock)
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
    # What was made in Python must not outlive Python: Qt would call it back when the process ends.
    qapp.setStyle("Fusion")
    qapp.clipboard().clear()
    let_go()
