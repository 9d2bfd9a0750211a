"""The list of posts is seen before the folder is open."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cmstation.desktop.paths import Folders
from cmstation.domain.clock import FixedClock
from cmstation.domain.drafts import FirstRows
from cmstation.open_station import Parts, open_station
from cmstation.services.station import Station
from cmstation.storage.first_rows import first_rows
from cmstation.ui.drafts.tab import DraftsTab
from cmstation.ui.folder_opening import Opening
from cmstation.ui.main_window import MainWindow
from cmstation.ui.shell import Shell
from cmstation.ui.theme.theme import Theme
from cmstation.ui.window_state import WindowState
from tests.ui.conftest import NOW

ReadFirst = Callable[[], FirstRows | None]
NewShell = Callable[..., Shell]


@pytest.fixture
def gate() -> Iterator[threading.Event]:
    """Hold the opening of the folder until it is set."""
    held = threading.Event()
    yield held
    held.set()


@pytest.fixture
def new_shell(qtbot: QtBot, theme: Theme, clinic_folder: Path, gate: threading.Event) -> Iterator[NewShell]:
    made: list[Shell] = []

    def open_late() -> Station:
        assert gate.wait(20)
        return open_station(clinic_folder, rehearsal=True, parts=Parts(clock=FixedClock(NOW)))

    def usual() -> FirstRows | None:
        return first_rows(Folders(clinic_folder).database)

    def make(read_first: ReadFirst | None = None, tab: str = "drafts") -> Shell:
        state = WindowState(place=(0, 0, 1280, 680), tab=tab)
        window = MainWindow()
        shell = Shell(
            window,
            clinic_folder,
            Opening(open_late, read_first=read_first or usual),
            state=state,
            theme=theme,
            catches_defects=False,
            clock=FixedClock(NOW),
        )
        made.append(shell)
        window.show_as(state)
        shell.open()
        return shell

    yield make
    gate.set()
    for shell in made:
        shell.window.close()
        shell.window.close()
        shell.window.deleteLater()


def drafts(shell: Shell) -> DraftsTab:
    page = shell.window.pages.page("drafts")
    assert isinstance(page, DraftsTab)
    return page


def entries(shell: Shell) -> int:
    return drafts(shell).pane.list.posts.rowCount()


def test_the_posts_are_listed_while_the_folder_is_being_opened(
    new_shell: NewShell, gate: threading.Event, qtbot: QtBot
) -> None:
    shell = new_shell()

    qtbot.waitUntil(lambda: entries(shell) > 0, timeout=10_000)

    assert shell.station is None
    before = entries(shell)
    gate.set()
    qtbot.waitUntil(lambda: drafts(shell).current_post() is not None, timeout=20_000)
    qtbot.waitUntil(lambda: not shell.jobs.busy, timeout=10_000)
    assert entries(shell) == before


def test_a_post_chosen_meanwhile_opens_with_the_folder(
    new_shell: NewShell, gate: threading.Event, qtbot: QtBot
) -> None:
    shell = new_shell()
    qtbot.waitUntil(lambda: entries(shell) > 0, timeout=10_000)
    rows = drafts(shell).pane.list
    last = rows.model().index(entries(shell) - 1, 0)

    rows.setCurrentIndex(last)
    chosen = rows.current_post()
    gate.set()
    qtbot.waitUntil(lambda: drafts(shell).current_post() is not None, timeout=20_000)
    qtbot.waitUntil(lambda: not shell.jobs.busy, timeout=10_000)

    assert chosen is not None
    assert drafts(shell).current_post() == chosen
    assert rows.current_post() == chosen


@pytest.mark.parametrize("tab", ["drafts", "calendar"])
def test_a_list_that_cannot_be_read_keeps_nothing_from_opening(
    new_shell: NewShell, gate: threading.Event, qtbot: QtBot, tab: str
) -> None:
    def broken() -> FirstRows | None:
        raise OSError

    gate.set()
    shell = new_shell(broken, tab)

    qtbot.waitUntil(lambda: shell.station is not None, timeout=20_000)
