"""The others of a full day stand in a popover, which is walked and left by keys."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cmstation.ui.calendar.month.month_view import MonthView
from cmstation.ui.calendar.month.popover import DayPopover
from cmstation.ui.icons import Icons
from tests.ui.calendar.lane_plans import LOOK, TODAY
from tests.ui.calendar.month_stage import FULL_DAY, Left, Window, busy_plan, click, key, middle

Keys = Qt.Key


@pytest.fixture
def window(qtbot: QtBot, icons: Icons) -> Window:
    shown = Window(icons)
    qtbot.addWidget(shown)
    shown.month.show_plan(busy_plan(), LOOK)
    shown.show()
    shown.activateWindow()
    shown.month.setFocus()
    return shown


@pytest.fixture
def month(window: Window) -> MonthView:
    return window.month


def popover() -> DayPopover:
    (found,) = [each for each in QApplication.topLevelWidgets() if isinstance(each, DayPopover)]
    return found


def test_the_others_open_in_a_popover_with_all_items(window: Window, qtbot: QtBot) -> None:
    month = window.month
    click(month, month.places.others(FULL_DAY).center())

    opened = popover()
    assert opened.list.items.count() == 8
    assert opened.accessibleName() == "Wednesday 21 October"
    QTest.keyClick(opened.list, Keys.Key_Down)
    QTest.keyClick(opened.list, Keys.Key_Return)

    assert window.wishes == [("opened", key(101))]


def test_space_opens_the_popover_and_escape_closes_it(window: Window) -> None:
    QTest.keyClick(window.month, Keys.Key_Space)
    opened = popover()
    assert opened.list.items.count() == 2

    QTest.keyClick(opened.list, Keys.Key_Escape)

    assert not opened.isVisible()


def test_a_key_of_the_tab_reaches_it_from_the_popover_with_its_item(window: Window) -> None:
    QTest.keyClick(window.month, Keys.Key_Space)
    QTest.keyClick(popover().list, Keys.Key_Down)

    QTest.keyClick(popover().list, Keys.Key_M)

    assert window.heard == ["Key_M"]
    assert window.month.selected() == (key(2),)


def test_the_menu_of_an_item_opens_from_the_popover(window: Window) -> None:
    month = window.month
    month.open_others(FULL_DAY)
    shown = popover().list
    place = shown.visualRect(shown.items.index(2, 0)).center()

    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, shown.mapToGlobal(place))
    QApplication.sendEvent(shown.viewport(), asked)

    assert window.wishes == [("menu_wanted", (key(102),))]
    assert month.selected() == (key(102),)


def test_a_click_in_the_popover_opens_the_item(window: Window) -> None:
    window.month.open_others(FULL_DAY)
    shown = popover().list

    place = shown.visualRect(shown.items.index(3, 0)).center()
    QTest.mouseClick(shown.viewport(), Left, pos=place)

    assert window.wishes == [("opened", key(103))]


def test_the_menu_key_offers_what_is_chosen_at_its_place(window: Window) -> None:
    month = window.month
    month.select([key(1)])
    corner = QPoint(5, 5)
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, corner, month.mapToGlobal(corner))

    QApplication.sendEvent(month.viewport(), asked)

    assert window.wishes == [("menu_wanted", (key(1),))]
    assert month.viewport().mapFromGlobal(window.places[0]) == middle(month, key(1), TODAY)
