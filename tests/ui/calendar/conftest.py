"""The real tab over a real clinic."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cmstation.domain.clock import FixedClock
from cmstation.services.station import Station
from cmstation.ui.calendar.tab import CalendarTab
from cmstation.ui.commands import Commands
from cmstation.ui.icons import Icons
from cmstation.ui.theme.theme import Theme
from tests.fakes.secret_box import SecretBox
from tests.ui.calendar.tab_stage import Stage


@pytest.fixture(autouse=True)
def collecting(cycles_collected_by_the_window_alone: None) -> None:
    """Keep Python's own collector out of the jobs that the views start."""


@pytest.fixture(autouse=True)
def pointer_out_of_the_way(qapp: QApplication) -> None:
    """Begin with the pointer in a corner: Qt tells no widget of a move to where it lies already."""
    QCursor.setPos(0, 0)
    qapp.processEvents()


@pytest.fixture
def tab(
    qtbot: QtBot,
    theme: Theme,
    icons: Icons,
    station: Station,
    commands: Commands,
    settled: Callable[[], None],
) -> Iterator[CalendarTab]:
    """The calendar of the rehearsal clinic, shown, at 13 October 2026."""
    shown = CalendarTab(theme, icons)
    qtbot.addWidget(shown)
    shown.resize(1366, 660)
    shown.show()
    shown.attach(station, commands)
    commands.changed.connect(shown.look_again)
    settled()
    qtbot.waitUntil(lambda: shown.showing is not None and shown.showing.complete)
    yield shown
    settled()


@pytest.fixture
def bare_station(tmp_path: Path, clock: FixedClock) -> Iterator[Station]:
    """A clinic that has nothing yet."""
    from cmstation.open_station import Parts, open_station

    opened = open_station(tmp_path / "bare", parts=Parts(clock=clock, secrets=SecretBox()))
    yield opened
    opened.close()


@pytest.fixture
def opened(tab: CalendarTab) -> list[int]:
    """The posts that the calendar asked to open, in order."""
    posts: list[int] = []
    tab.post_wanted.connect(posts.append)
    return posts


@pytest.fixture
def stage(
    tab: CalendarTab,
    station: Station,
    commands: Commands,
    clock: FixedClock,
    settled: Callable[[], None],
) -> Iterator[Stage]:
    """The real tab, and hands for it."""
    found = Stage(tab, station, commands, clock, settled)
    commands.noticed.connect(found.told.append)
    yield found
    settled()
