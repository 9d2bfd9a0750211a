"""The window by itself: tabs, keys, header, and how it is restored."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cmstation.domain.clock import FixedClock
from cmstation.ui.connection import ConnectionState
from cmstation.ui.icons import Icons
from cmstation.ui.main_window import MainWindow
from cmstation.ui.menus import plain
from cmstation.ui.notices import Notices
from cmstation.ui.pages import TAB_KEYS
from cmstation.ui.window_state import WindowState

CLOCK = FixedClock(datetime(2026, 10, 13, 7, 41, tzinfo=UTC))
SMALL = WindowState(place=(0, 0, 1280, 680), tab="watch")


@pytest.fixture
def window(qtbot: QtBot, icons: Icons) -> Iterator[MainWindow]:
    made = MainWindow()
    made.furnish(icons, Notices(CLOCK), SMALL)
    made.show_as(SMALL)
    made.build_current_page()
    qtbot.waitExposed(made)
    yield made
    made.close()
    made.deleteLater()


def test_the_first_paint_is_told_once(qtbot: QtBot) -> None:
    window = MainWindow()
    painted: list[bool] = []
    window.painted.connect(lambda: painted.append(True))

    window.show()
    qtbot.waitUntil(lambda: bool(painted))
    window.update()
    window.repaint()

    assert painted == [True]
    window.deleteLater()


@pytest.mark.parametrize("key", ["exchanges"])
def test_a_part_to_come_says_so_and_offers_no_button(window: MainWindow, key: str) -> None:
    window.choose_tab(key)

    page = window.pages.page(key)
    texts = [label.text() for label in page.findChildren(type(window.clinic))]
    assert any("later release" in text for text in texts)
    assert page.button is None  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]


def test_ctrl_and_a_figure_choose_a_tab(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)

    assert window.pages.key == "statistics"
    assert window.header.tabs.currentIndex() == TAB_KEYS.index("statistics")


def test_no_two_actions_share_their_keys(window: MainWindow) -> None:
    keys = [key.toString() for listed in window.menus.with_keys for key in listed.action.shortcuts()]

    assert len(keys) == len(set(keys))
    assert "Ctrl+Return" in keys
    assert "Ctrl+N" in keys


def test_every_action_of_the_palette_has_words_and_an_icon_that_exists(
    window: MainWindow, icons: Icons
) -> None:
    for listed in window.menus.listed:
        assert plain(listed.action.text())
        if listed.icon:
            assert not icons.pixmap(listed.icon, "text").isNull()


def test_counts_of_zero_vanish_from_the_header(window: MainWindow) -> None:
    window.header.show_counts(0, 0)
    assert not window.header.due.isVisible()
    assert not window.header.hand.isVisible()

    window.header.show_counts(2, 1)

    assert window.header.due.isVisible()
    assert window.header.hand.text() == "1 to check"


@pytest.mark.parametrize("state", list(ConnectionState))
def test_each_state_of_the_line_has_words_and_an_explanation(
    window: MainWindow, state: ConnectionState
) -> None:
    window.header.show_line(state)

    assert window.header.line.text()
    assert window.header.line.toolTip()
    assert window.header.line.accessibleName() == window.header.line.text()


def test_the_whole_header_holds_at_the_smallest_width(window: MainWindow) -> None:
    window.header.show_counts(12, 12)
    window.header.show_line(ConnectionState.KEPT_OFFLINE)
    window.resize(1024, 680)
    QTest.qWait(0)

    assert window.width() <= 1280
    right = window.header.hand.mapTo(window, window.header.hand.rect().topRight()).x()
    assert right <= window.width()


def test_a_rehearsal_says_that_it_publishes_nowhere(window: MainWindow) -> None:
    window.name_clinic("Clinique des Tilleuls", rehearsal=True)

    assert window.windowTitle() == "CM Station — Clinique des Tilleuls"
    assert "publishes nowhere" in window.clinic.text()


def test_the_tab_of_last_time_comes_back(window: MainWindow) -> None:
    assert window.pages.key == "watch"
    assert window.header.tabs.currentIndex() == TAB_KEYS.index("watch")
