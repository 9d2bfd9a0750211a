"""The whole window on a real clinic: opens, shows what waits, closes with everything on disk."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from cmstation.domain.changes import of_posts
from cmstation.domain.clock import FixedClock
from cmstation.domain.errors import StorageDamaged
from cmstation.open_station import Parts, open_station
from cmstation.services.done import Done
from cmstation.services.station import Station
from cmstation.ui.drafts.tab import DraftsTab
from cmstation.ui.folder_opening import Opening
from cmstation.ui.main_window import MainWindow
from cmstation.ui.opening import CannotOpen, Preparing
from cmstation.ui.shell import Shell
from cmstation.ui.theme.theme import Theme
from cmstation.ui.window_state import WindowState, load_state
from tests.ui.conftest import NOW
from tests.ui.stalls import watched_loop

NewShell = Callable[..., Shell]


@pytest.fixture
def new_shell(qtbot: QtBot, theme: Theme, clinic_folder: Path) -> Iterator[NewShell]:
    made: list[Shell] = []

    def make(
        opening: Callable[[], Station] | None = None, tab: str = "drafts", *, prepares: bool = False
    ) -> Shell:
        def usual() -> Station:
            return open_station(clinic_folder, rehearsal=True, parts=Parts(clock=FixedClock(NOW)))

        state = WindowState(place=(0, 0, 1280, 680), tab=tab)
        window = MainWindow()
        shell = Shell(
            window,
            clinic_folder,
            Opening(opening or usual, prepares=prepares),
            state=state,
            theme=theme,
            catches_defects=False,
        )
        made.append(shell)
        window.show_as(state)
        shell.open()
        return shell

    yield make
    for shell in made:
        shell.window.close()
        shell.window.close()
        shell.window.deleteLater()


@pytest.fixture
def shell(new_shell: NewShell, qtbot: QtBot) -> Shell:
    made = new_shell()
    qtbot.waitUntil(lambda: made.station is not None, timeout=20_000)
    return made


def test_the_clinic_is_named_and_what_waits_is_counted(shell: Shell, qtbot: QtBot) -> None:
    qtbot.waitUntil(shell.window.header.hand.isVisible, timeout=10_000)

    assert "Clinique" in shell.window.windowTitle()
    assert shell.window.header.hand.text().endswith("to check")


def test_every_tab_can_be_shown(shell: Shell, qtbot: QtBot) -> None:
    for place in range(6):
        QTest.keyClick(shell.window, Qt.Key(Qt.Key.Key_1 + place), Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda: not shell.jobs.busy, timeout=10_000)

    assert set(shell.window.pages.built_pages()) == set(shell.window.pages.keys)


def test_what_was_written_last_is_on_disk_after_closing(
    shell: Shell, qtbot: QtBot, clinic_folder: Path
) -> None:
    station = shell.station
    assert station is not None
    post = station.drafts.new(title="before").value.id
    gate = threading.Event()

    def late_write() -> Done[int]:
        gate.wait(0.3)
        station.drafts.update(post, title="the last word")
        return Done(post, of_posts(post))

    shell.commands.run(late_write)
    with qtbot.waitSignal(shell.closed, timeout=20_000):
        shell.close()

    again = open_station(clinic_folder, rehearsal=True, parts=Parts(clock=FixedClock(NOW)))
    assert again.drafts.open(post).title == "the last word"
    again.close()


def test_the_state_of_the_window_is_kept(shell: Shell, qtbot: QtBot, clinic_folder: Path) -> None:
    shell.window.choose_tab("library")
    with qtbot.waitSignal(shell.closed, timeout=20_000):
        shell.close()

    assert load_state(clinic_folder).tab == "library"


def test_closing_waits_for_a_post_that_is_leaving(shell: Shell, qtbot: QtBot) -> None:
    gate = threading.Event()
    shell.jobs.start(lambda _progress: gate.wait(20), lane="account-1")

    shell.close()

    assert shell.window.isVisible()
    assert shell.notices.current is not None
    assert "A post is leaving" in shell.notices.current.text
    with qtbot.waitSignal(shell.closed, timeout=20_000):
        gate.set()


def test_a_second_wish_to_close_leaves_at_once(shell: Shell, qtbot: QtBot) -> None:
    gate = threading.Event()
    shell.jobs.start(lambda _progress: gate.wait(20), lane="account-1")
    shell.close()

    with qtbot.waitSignal(shell.closed, timeout=20_000):
        shell.close()

    assert not shell.jobs_ended
    gate.set()
    assert shell.jobs.stop(5_000)
    assert shell.station is not None
    shell.station.close()


def test_a_defect_while_closing_does_not_keep_the_window(shell: Shell, qtbot: QtBot) -> None:
    def broken() -> None:
        raise ZeroDivisionError

    shell.window.pages.page("drafts").flush = broken  # pyright: ignore[reportAttributeAccessIssue]

    with qtbot.waitSignal(shell.closed, timeout=20_000):
        shell.close()


def test_a_damaged_folder_is_told_in_the_window_and_can_be_tried_again(
    new_shell: NewShell, qtbot: QtBot, clinic_folder: Path
) -> None:
    tries: list[int] = []

    def opening() -> Station:
        tries.append(1)
        if len(tries) == 1:
            raise StorageDamaged(file="cmstation.db", report=())
        return open_station(clinic_folder, rehearsal=True, parts=Parts(clock=FixedClock(NOW)))

    shell = new_shell(opening)
    qtbot.waitUntil(lambda: bool(shell.window.findChildren(CannotOpen)), timeout=10_000)
    page = shell.window.findChildren(CannotOpen)[0]
    assert "damaged" in page.title.text()
    assert page.again_card is not None
    page.again_card.click()

    qtbot.waitUntil(lambda: shell.station is not None, timeout=20_000)
    assert shell.window.pages.currentWidget() is shell.window.pages.page("drafts")


def damage(folder: Path) -> None:
    (folder / "cmstation.db").write_bytes(b"no database at all" * 900)


def test_a_damaged_folder_goes_back_to_its_copy_and_says_from_when_it_is(
    new_shell: NewShell, qtbot: QtBot, clinic_folder: Path
) -> None:
    damage(clinic_folder)
    shell = new_shell()
    qtbot.waitUntil(lambda: bool(shell.window.findChildren(CannotOpen)), timeout=10_000)
    page = shell.window.findChildren(CannotOpen)[0]
    assert page.button is not None
    assert page.button.text().startswith("Go back to the copy of")

    page.button.click()

    qtbot.waitUntil(lambda: shell.station is not None, timeout=20_000)
    qtbot.waitUntil(lambda: not shell.jobs.busy, timeout=10_000)
    told = next(notice for notice in shell.notices.open if notice.key == "restored")
    assert told.text.startswith("Your posts are as they were on")
    assert "cmstation-damaged-" in told.detail
    assert shell.window.pages.currentWidget() is shell.window.pages.page("drafts")
    assert len(list(clinic_folder.glob("cmstation-damaged-*.db"))) == 1
    assert shell.station is not None
    told.actions[0].call()
    qtbot.waitUntil(lambda: not shell.jobs.busy, timeout=10_000)
    assert shell.station.preferences.restored() is None


def test_a_damaged_folder_without_a_copy_says_so(
    new_shell: NewShell, qtbot: QtBot, clinic_folder: Path
) -> None:
    damage(clinic_folder)
    for copy in (clinic_folder / "backups").iterdir():
        copy.unlink()
    shell = new_shell()
    qtbot.waitUntil(lambda: bool(shell.window.findChildren(CannotOpen)), timeout=10_000)

    page = shell.window.findChildren(CannotOpen)[0]
    assert page.again_card is None
    assert page.button is not None
    assert page.button.text() == "Try again"
    assert "no sound daily copy" in page.text.text()


def test_a_copy_that_breaks_after_it_was_offered_is_not_taken_back(
    new_shell: NewShell, qtbot: QtBot, clinic_folder: Path
) -> None:
    damage(clinic_folder)
    shell = new_shell()
    qtbot.waitUntil(lambda: bool(shell.window.findChildren(CannotOpen)), timeout=10_000)
    for copy in (clinic_folder / "backups").iterdir():
        copy.write_bytes(b"broken too" * 900)
    first = shell.window.findChildren(CannotOpen)[0]
    assert first.button is not None

    first.button.click()

    def refused() -> bool:
        page = shell.window.pages.currentWidget()
        return isinstance(page, CannotOpen) and page.again_card is None

    qtbot.waitUntil(refused, timeout=10_000)
    assert shell.station is None
    assert not list(clinic_folder.glob("cmstation-damaged-*"))


def test_the_first_start_of_the_rehearsal_says_what_it_prepares(
    new_shell: NewShell, qtbot: QtBot, tmp_path: Path
) -> None:
    gate = threading.Event()

    def opening() -> Station:
        gate.wait(20)
        return open_station(tmp_path / "new", rehearsal=True, parts=Parts(clock=FixedClock(NOW)))

    shell = new_shell(opening, prepares=True)

    assert isinstance(shell.window.pages.currentWidget(), Preparing)
    gate.set()
    qtbot.waitUntil(lambda: shell.station is not None, timeout=20_000)
    drafts = shell.window.pages.page("drafts")
    qtbot.waitUntil(lambda: shell.window.pages.currentWidget() is drafts, timeout=10_000)
    assert isinstance(drafts, DraftsTab)
    assert drafts.pane.list.posts.rowCount() > 0


def test_a_folder_that_cannot_be_opened_does_not_keep_the_window(new_shell: NewShell, qtbot: QtBot) -> None:
    def opening() -> Station:
        raise StorageDamaged(file="cmstation.db", report=())

    shell = new_shell(opening)
    qtbot.waitUntil(lambda: bool(shell.window.findChildren(CannotOpen)), timeout=10_000)

    with qtbot.waitSignal(shell.closed, timeout=10_000):
        shell.close()


def test_the_header_leads_to_what_waits(shell: Shell, qtbot: QtBot) -> None:
    hand = shell.window.header.hand
    qtbot.waitUntil(hand.isVisible, timeout=10_000)

    hand.click()
    qtbot.waitUntil(lambda: bool(shell.window.header.hand.findChildren(QMenu)), timeout=10_000)

    menu = hand.findChildren(QMenu)[0]
    assert len(menu.actions()) >= 3
    menu.actions()[0].trigger()
    menu.close()
    assert shell.window.pages.key == "drafts"


def test_working_off_line_shows_in_the_header(shell: Shell) -> None:
    shell.window.menus.stay_offline.trigger()

    assert shell.window.header.line.text() == "Sending stopped"


def test_the_loop_never_stands_still_while_the_window_opens_its_tabs(shell: Shell, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not shell.jobs.busy, timeout=10_000)

    with watched_loop() as stalls:
        for _ in range(3):
            shell.window.menus.send_now.trigger()
            qtbot.waitUntil(lambda: not shell.jobs.busy, timeout=10_000)

    assert stalls.longest_ms < 200
