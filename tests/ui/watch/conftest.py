"""The real watch over a real clinic."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QCursor, QDesktopServices
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cmstation.domain.clock import FixedClock
from cmstation.services.station import Station
from cmstation.ui.commands import Commands
from cmstation.ui.icons import Icons
from cmstation.ui.theme.theme import Theme
from cmstation.ui.watch.tab import WatchTab
from tests.fakes.secret_box import SecretBox
from tests.ui.watch.watch_stage import SCHEMES, Browser, WatchStage


@pytest.fixture(autouse=True)
def collecting(cycles_collected_by_the_window_alone: None) -> None:
    """Keep Python's own collector out of the jobs that the tab starts."""


@pytest.fixture(autouse=True)
def pointer_out_of_the_way(qapp: QApplication) -> None:
    """Begin with the pointer in a corner."""
    QCursor.setPos(0, 0)
    qapp.processEvents()


@pytest.fixture
def browser(qapp: QApplication) -> Iterator[Browser]:
    """What would be opened in the browser, for every scheme that could do harm or good."""
    taken = Browser()
    for scheme in SCHEMES:
        QDesktopServices.setUrlHandler(scheme, taken, "take")  # pyright: ignore[reportArgumentType]
    yield taken
    for scheme in SCHEMES:
        QDesktopServices.unsetUrlHandler(scheme)


@pytest.fixture
def make_stage(
    qtbot: QtBot,
    theme: Theme,
    icons: Icons,
    commands: Commands,
    settled: Callable[[], None],
    browser: Browser,
) -> Iterator[Callable[[Station], WatchStage]]:
    """Show a tab over a station."""
    made: list[WatchStage] = []

    def make(station: Station) -> WatchStage:
        tab = WatchTab(theme, icons)
        qtbot.addWidget(tab)
        tab.resize(1366, 700)
        tab.show()
        tab.activateWindow()
        stage = WatchStage(tab, station, commands, qtbot, settled, browser)
        tab.attach(station, commands)
        commands.changed.connect(tab.look_again)
        commands.noticed.connect(stage.told.append)
        made.append(stage)
        stage.settle()
        return stage

    yield make
    for stage in made:
        stage.tab.flush()
        stage.settle()


@pytest.fixture
def stage(make_stage: Callable[[Station], WatchStage], station: Station) -> WatchStage:
    """The watch of the rehearsal clinic, shown, at 13 October 2026."""
    return make_stage(station)


@pytest.fixture
def bare_station(tmp_path: Path, clock: FixedClock) -> Iterator[Station]:
    """A clinic that watches nothing yet."""
    from cmstation.open_station import Parts, open_station

    opened = open_station(tmp_path / "bare", parts=Parts(clock=clock, secrets=SecretBox()))
    yield opened
    opened.close()
