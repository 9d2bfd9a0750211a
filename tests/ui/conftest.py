"""What GUI tests share: a dressed application, a real rehearsal clinic, and nothing left behind."""

import gc
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from cmstation.domain.clock import FixedClock
from cmstation.services.station import Station
from cmstation.ui.commands import Commands
from cmstation.ui.icons import Icons
from cmstation.ui.jobs import JobRunner
from cmstation.ui.theme.theme import Theme, ThemeChoice
from tests.ui.pointer import let_go

NOW = datetime(2026, 10, 13, 7, 41, tzinfo=UTC)


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """A light and still theme, worn by the application; English words and dates."""
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    worn = Theme(ThemeChoice.LIGHT, no_motion=True)
    worn.apply(qapp)
    yield worn
    qapp.setStyle("Fusion")


@pytest.fixture
def icons(theme: Theme) -> Icons:
    """Icons in the colours of the theme."""
    return Icons(theme)


@pytest.fixture
def cycles_collected_by_the_window_alone() -> Iterator[None]:
    """Collect no cycle while jobs run, as the program does: a widget must not die in another thread."""
    gc.disable()
    yield
    gc.collect(1)
    gc.enable()


@pytest.fixture(autouse=True)
def nothing_left_behind(qapp: QApplication) -> Iterator[None]:
    """Delete what a test opened, and fail when a window is still there.

    The application of windows is there before any test: the command line would make one without windows.
    """
    del qapp
    yield
    let_go()
    if _left():
        gc.collect()
    left = _left()
    for widget in left:
        widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not left, f"still there: {[type(widget).__name__ for widget in left]}"
    assert QApplication.mouseButtons() == Qt.MouseButton.NoButton


def _left() -> list[QWidget]:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    # Qt keeps the label of the tooltips for itself.
    return [widget for widget in QApplication.topLevelWidgets() if widget.objectName() != "qtooltip_label"]


@pytest.fixture(scope="session")
def clinic_made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The rehearsal clinic's folder, filled once for all tests."""
    from cmstation.open_station import Parts, open_station

    folder = tmp_path_factory.mktemp("clinic") / "rehearsal"
    open_station(folder, rehearsal=True, parts=Parts(clock=FixedClock(NOW))).close()
    return folder


@pytest.fixture
def clinic_folder(clinic_made_once: Path, tmp_path: Path) -> Path:
    """A rehearsal clinic of one's own, at `NOW`."""
    folder = tmp_path / "clinic"
    shutil.copytree(clinic_made_once, folder)
    return folder


@pytest.fixture
def clock() -> FixedClock:
    """The clock of `station`."""
    return FixedClock(NOW)


@pytest.fixture
def station(clinic_folder: Path, clock: FixedClock) -> Iterator[Station]:
    """The services of a rehearsal clinic, with a clock to set by hand."""
    from cmstation.open_station import Parts, open_station

    opened = open_station(clinic_folder, rehearsal=True, parts=Parts(clock=clock))
    yield opened
    opened.close()


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[JobRunner]:
    """Background work that must end with the test."""
    runner = JobRunner()
    yield runner
    assert runner.stop(10_000)


@pytest.fixture
def commands(jobs: JobRunner) -> Commands:
    """Commands over `jobs`."""
    return Commands(jobs)


@pytest.fixture
def settled(jobs: JobRunner, qtbot: QtBot) -> Callable[[], None]:
    """Wait until no job is under way."""

    def wait() -> None:
        qtbot.waitUntil(lambda: not jobs.busy, timeout=10_000)

    return wait
