"""The expert board of the rehearsal clinic."""

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from cmstation.services.station import Station
from cmstation.ui.commands import Commands
from cmstation.ui.icons import Icons
from cmstation.ui.watch.board.deeds import BoardDeeds
from cmstation.ui.watch.board.page import BoardPage
from tests.ui.watch.board.board_stage import BoardStage


@pytest.fixture
def make_board(
    qtbot: QtBot, icons: Icons, commands: Commands, settled: Callable[[], None]
) -> Iterator[Callable[[Station], BoardStage]]:
    """Show the board of a station."""
    made: list[BoardStage] = []

    def make(station: Station) -> BoardStage:
        page = BoardPage(icons)
        qtbot.addWidget(page)
        page.resize(1366, 692)
        page.show()
        page.activateWindow()
        deeds = BoardDeeds(page)
        deeds.attach(station, commands)
        stage = BoardStage(page, deeds, station, commands, settled)
        commands.changed.connect(deeds.look_again)
        commands.noticed.connect(stage.told.append)
        deeds.over.connect(lambda: stage.left.append(True))
        deeds.address_wanted.connect(stage.addresses.append)
        made.append(stage)
        stage.begin()
        return stage

    yield make
    for stage in made:
        stage.deeds.flush()
        stage.settle()


@pytest.fixture
def board(make_board: Callable[[Station], BoardStage], station: Station) -> BoardStage:
    """The board, shown, at 13 October 2026: two requests wait, one was answered."""
    return make_board(station)
