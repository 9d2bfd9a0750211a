"""Walking through the calendar by keys and by its buttons."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cmstation.domain.clock import FixedClock
from cmstation.domain.planned_time import at_wall_time
from cmstation.services.station import Station
from cmstation.ui.calendar.months import Month
from cmstation.ui.calendar.tab import CalendarTab
from tests.ui.conftest import NOW

TODAY = NOW.date()
Settled = Callable[[], None]


@pytest.mark.parametrize(
    ("key", "day"),
    [
        (Qt.Key.Key_Left, date(2026, 10, 12)),
        (Qt.Key.Key_Right, date(2026, 10, 14)),
        (Qt.Key.Key_Up, date(2026, 10, 6)),
        (Qt.Key.Key_Down, date(2026, 10, 20)),
        (Qt.Key.Key_Home, date(2026, 10, 12)),
        (Qt.Key.Key_End, date(2026, 10, 18)),
        (Qt.Key.Key_PageUp, date(2026, 9, 13)),
        (Qt.Key.Key_PageDown, date(2026, 11, 13)),
    ],
)
def test_the_keys_walk_from_day_to_day_and_month_to_month(tab: CalendarTab, key: Qt.Key, day: date) -> None:
    QTest.keyClick(tab.month, key)

    assert tab.month.day == day
    assert tab.month.month == Month.of(day)


def test_walking_past_the_end_of_a_month_turns_the_page(tab: CalendarTab) -> None:
    for _ in range(3):
        QTest.keyClick(tab.month, Qt.Key.Key_Down)

    assert tab.month.day == date(2026, 11, 3)
    assert tab.toolbar.title.text() == "November 2026"


def test_the_last_day_of_a_long_month_becomes_the_last_of_a_short_one(tab: CalendarTab) -> None:
    tab.month.go_to(date(2027, 1, 31))

    QTest.keyClick(tab.month, Qt.Key.Key_PageDown)

    assert tab.month.day == date(2027, 2, 28)


def test_t_and_the_button_come_back_to_today(tab: CalendarTab) -> None:
    tab.month.go_to(date(2027, 3, 1))
    QTest.keyClick(tab.month, Qt.Key.Key_T)
    assert tab.month.day == TODAY

    tab.month.go_to(date(2027, 3, 1))
    QTest.mouseClick(tab.toolbar.today, Qt.MouseButton.LeftButton)
    assert tab.month.day == TODAY


def test_the_arrows_above_the_month_turn_its_pages_and_show_their_posts(
    tab: CalendarTab, station: Station, settled: Settled, qtbot: QtBot
) -> None:
    planned = at_wall_time(datetime(2026, 12, 24, 9), "Europe/Paris")  # noqa: DTZ001
    station.drafts.new(title="Chorale au hall", planned=planned)

    QTest.mouseClick(tab.toolbar.after, Qt.MouseButton.LeftButton)
    QTest.mouseClick(tab.toolbar.after, Qt.MouseButton.LeftButton)
    settled()

    assert tab.toolbar.title.text() == "December 2026"
    qtbot.waitUntil(lambda: tab.count.text() == "1 post(s)")  # it follows the page in a turn of its own
    (item,) = tab.month.model_of_days.items(date(2026, 12, 24))
    assert item.title == "Chorale au hall"


def test_a_click_on_a_day_of_the_next_month_keeps_the_page(tab: CalendarTab, qtbot: QtBot) -> None:
    neighbour = date(2026, 11, 1)
    place = tab.month.visualRect(tab.month.model_of_days.index_of(neighbour)).bottomRight() - QPoint(6, 6)

    QTest.mouseClick(tab.month.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert tab.month.day == neighbour
    assert tab.month.month == Month(2026, 10)
    qtbot.waitUntil(lambda: tab.drawer.title.text() == "Sunday 1 November")


def test_after_midnight_today_is_another_day(tab: CalendarTab, clock: FixedClock, settled: Settled) -> None:
    clock.instant = NOW + timedelta(days=1)

    tab.minute.timeout.emit()
    settled()

    assert tab.month.model_of_days.cell(tab.month.model_of_days.index_of(date(2026, 10, 14))).is_today
    assert tab.month.day == TODAY
