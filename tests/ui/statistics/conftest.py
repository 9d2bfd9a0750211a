"""The real page of statistics over a clinic with two years of figures, and over one without any."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import pytest
from pytestqt.qtbot import QtBot

from cmstation.domain.clock import FixedClock
from cmstation.services.station import Station
from cmstation.ui.commands import Commands
from cmstation.ui.icons import Icons
from cmstation.ui.statistics.tab import StatisticsTab
from cmstation.ui.theme.theme import Theme
from tests.fakes.secret_box import SecretBox
from tests.fakes.simulated_statistics import NOW, Simulated, simulate
from tests.ui.statistics.stat_stage import StatBench, StatStage, bench_of


@pytest.fixture(scope="session")
def figures_made_once(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Simulated]:
    """A clinic's folder with two years of figures, filled once for all tests."""
    from cmstation.open_station import Parts, open_station

    folder = tmp_path_factory.mktemp("figures") / "clinic"
    station = open_station(folder, parts=Parts(clock=FixedClock(NOW), secrets=SecretBox()))
    simulated = simulate(station.database)
    station.close()
    return folder, simulated


@pytest.fixture
def simulated(figures_made_once: tuple[Path, Simulated]) -> Simulated:
    """What is notable in the figures."""
    return figures_made_once[1]


@pytest.fixture
def figures_station(figures_made_once: tuple[Path, Simulated], tmp_path: Path) -> Iterator[Station]:
    """A clinic with figures of one's own."""
    import shutil

    from cmstation.open_station import Parts, open_station

    folder = tmp_path / "figures"
    shutil.copytree(figures_made_once[0], folder)
    opened = open_station(folder, parts=Parts(clock=FixedClock(NOW), secrets=SecretBox()))
    yield opened
    opened.close()


@pytest.fixture
def bare_station(tmp_path: Path) -> Iterator[Station]:
    """A clinic of which nothing is known."""
    from cmstation.open_station import Parts, open_station

    opened = open_station(tmp_path / "bare", parts=Parts(clock=FixedClock(NOW), secrets=SecretBox()))
    yield opened
    opened.close()


@pytest.fixture
def make_stage(
    qtbot: QtBot,
    theme: Theme,
    icons: Icons,
    commands: Commands,
    settled: Callable[[], None],
    cycles_collected_by_the_window_alone: None,
) -> Callable[[StatBench], StatStage]:
    """Show a tab over services."""

    def make(bench: StatBench) -> StatStage:
        tab = StatisticsTab(theme, icons)
        qtbot.addWidget(tab)
        tab.resize(1366, 660)
        with qtbot.waitExposed(tab):
            tab.show()
        tab.activateWindow()
        stage = StatStage(tab, bench, commands, qtbot, settled)
        commands.changed.connect(bench.statistics.changed)
        commands.changed.connect(tab.look_again)
        commands.noticed.connect(stage.told.append)
        tab.attach(cast("Station", bench), commands)
        stage.settle()
        return stage

    return make


@pytest.fixture
def stage(make_stage: Callable[[StatBench], StatStage], figures_station: Station) -> StatStage:
    """The page over two years of figures, on 31 October 2026."""
    return make_stage(bench_of(figures_station))


@pytest.fixture
def bare(make_stage: Callable[[StatBench], StatStage], bare_station: Station) -> StatStage:
    """The page of a clinic of which nothing is known."""
    return make_stage(bench_of(bare_station))
