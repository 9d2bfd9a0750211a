"""The calendar without a mouse: Tab leads everywhere and back, and keys open every menu."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from cmstation.ui.calendar.plan_view import ViewKey
from cmstation.ui.calendar.tab import CalendarTab
from tests.ui.calendar.spoken import Settled, menus_of, view_of

_MOST_TABS = 60


def tab_round(start: QWidget, keys: Qt.Key) -> list[QWidget]:
    """Press Tab until the keyboard is back where it was; fail when it never comes back."""
    start.setFocus(Qt.FocusReason.TabFocusReason)
    found = [start]
    for _ in range(_MOST_TABS):
        QTest.keyClick(found[-1], keys)
        after = QApplication.focusWidget()
        if after is start:
            return found
        assert after is not None
        assert after not in found, f"Tab turns round in {after.accessibleName()!r}"
        found.append(after)
    raise AssertionError("Tab does not come back")


@pytest.mark.parametrize("key", ViewKey)
def test_tab_leads_from_the_toolbar_through_the_view_to_the_drawer_and_back(
    qtbot: QtBot, tab: CalendarTab, settled: Settled, key: ViewKey
) -> None:
    view = view_of(tab, key, settled)
    tab.activateWindow()
    qtbot.waitUntil(tab.isActiveWindow)
    bar, drawer = tab.toolbar, tab.drawer
    way = [bar.before, bar.after, bar.today, bar.filter, bar.more, bar.new]
    way += [view, drawer.fold, drawer.day, drawer.waiting, drawer.warnings.list]

    there = tab_round(view, Qt.Key.Key_Tab)
    back = tab_round(view, Qt.Key.Key_Backtab)

    assert [one for one in way if one not in there] == []
    assert [one for one in way if one not in back] == []
    in_turn = [there[(there.index(bar.before) + place) % len(there)] for place in range(len(there))]
    assert [one for one in in_turn if one in way] == way


def entries_of(open_menu: Callable[[], object], qtbot: QtBot) -> list[str]:
    """Open a menu, read its entries and close it."""
    open_menu()
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    found = [action.text() for action in menu.actions() if action.text()]
    menu.close()
    return found


def ask_menu(view: QWidget) -> None:
    """Do what the Menu key does in a window system."""
    middle = view.rect().center()
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(view, QContextMenuEvent(reason, middle, view.mapToGlobal(middle)))


@pytest.mark.parametrize("key", ViewKey)
def test_the_menu_key_offers_what_can_be_done_with_the_chosen_item(
    qtbot: QtBot, tab: CalendarTab, settled: Settled, key: ViewKey
) -> None:
    view = view_of(tab, key, settled)
    item = next(one for one in tab.items(tab.shown.keys()) if one.title.startswith("Dépistage du sein"))
    tab.shown.select([item.key])

    by_key = entries_of(lambda: ask_menu(view), qtbot)
    by_hand = entries_of(lambda: menus_of(tab).offer((item.key,), QPoint(200, 200)), qtbot)

    assert by_key == by_hand
    assert {"Open", "Move to…", "Copy", "Make a sequence…", "Take off the calendar"} <= set(by_key)


@pytest.mark.parametrize("key", [ViewKey.MONTH, ViewKey.WEEK, ViewKey.DAY])
def test_the_menu_key_offers_what_can_be_begun_on_an_empty_day(
    qtbot: QtBot, tab: CalendarTab, settled: Settled, key: ViewKey
) -> None:
    view = view_of(tab, key, settled)
    tab.shown.go_to(date(2026, 10, 22))
    settled()
    tab.shown.select([])

    entries = entries_of(lambda: ask_menu(view), qtbot)

    assert entries[0] == "New post"
    assert {"Event…", "Task…", "Paste"} <= set(entries)


def test_the_menu_key_works_in_the_list_of_the_day(qtbot: QtBot, tab: CalendarTab) -> None:
    tab.activateWindow()
    tab.drawer.enter()

    entries = entries_of(lambda: ask_menu(tab.drawer.day), qtbot)

    assert {"Open", "Make a sequence…"} <= set(entries)


@pytest.mark.parametrize("key", ViewKey)
def test_shift_f10_opens_the_menu_where_keyboards_have_no_menu_key(
    tab: CalendarTab, settled: Settled, key: ViewKey
) -> None:
    view = view_of(tab, key, settled)
    tab.shown.select(tab.shown.keys()[:1])

    press = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    QApplication.sendEvent(view, press)

    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QMenu)
    popup.close()


@pytest.mark.parametrize("button", ["filter", "more", "new"])
def test_a_key_opens_the_menus_of_the_toolbar(qtbot: QtBot, tab: CalendarTab, button: str) -> None:
    tab.activateWindow()
    target = getattr(tab.toolbar, button)
    target.setFocus()
    found: list[str] = []

    def read() -> None:
        menu = QApplication.activePopupWidget()
        if isinstance(menu, QMenu) and not found:
            found.extend(action.text() for action in menu.actions() if action.text())
            menu.close()

    looking = QTimer()
    looking.setInterval(5)
    looking.timeout.connect(read)
    looking.start()
    # A split button opens with the arrow, the others with Space.
    QTest.keyClick(target, Qt.Key.Key_Down if button == "new" else Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(found))
    looking.stop()

    assert len(found) > 3
