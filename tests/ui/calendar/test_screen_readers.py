"""The calendar without eyes: names, roles and states as screen readers get them."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from cmstation.domain.calendar import CalendarItem, EventKind, ItemKind
from cmstation.ui.calendar.plan_view import ViewKey
from cmstation.ui.calendar.tab import CalendarTab
from tests.ui.calendar.spoken import (
    CONTENT,
    ROLES,
    Role,
    Settled,
    Text,
    all_within,
    controls,
    menus_of,
    name_of,
    rows,
    said,
    says,
    spoken,
    view_of,
)

TODAY = date(2026, 10, 13)


# --- names and roles ---


@pytest.mark.parametrize("key", ViewKey)
def test_everything_that_takes_the_keyboard_has_a_name_and_a_role(
    tab: CalendarTab, settled: Settled, key: ViewKey
) -> None:
    view_of(tab, key, settled)

    found = said(spoken(tab))

    assert len(found) > 20
    assert [(role, kind) for role, name, kind in found if not name.strip()] == []
    assert [(role, name) for role, name, _ in found if role not in ROLES] == []


def test_the_toolbar_says_what_each_of_its_buttons_is(tab: CalendarTab) -> None:
    found = {name_of(one): one.role() for one in controls(spoken(tab.toolbar))}

    assert found == {
        "Page before (Page Up)": Role.Button,
        "Page after (Page Down)": Role.Button,
        "Today": Role.Button,
        "Month": found["Month"],
        "Week": found["Month"],
        "Day": found["Month"],
        "Agenda": found["Month"],
        "Campaigns": found["Month"],
        "What is shown": Role.ButtonMenu,
        "More for the calendar": Role.ButtonMenu,
        "New post": Role.ButtonMenu,
    }
    assert found["Month"] in {Role.CheckBox, Role.RadioButton}
    assert spoken(tab.toolbar.new).text(Text.Description) == "Other things to plan"


@pytest.mark.parametrize("key", ViewKey)
def test_the_choice_of_views_says_which_one_is_shown(
    tab: CalendarTab, settled: Settled, key: ViewKey
) -> None:
    view_of(tab, key, settled)

    choices = controls(spoken(tab.toolbar.views))

    assert name_of(spoken(tab.toolbar.views)) == "View of the calendar"
    checked = [place for place, one in enumerate(choices) if one.state().checked]
    assert checked == [list(ViewKey).index(key)]


def test_the_filter_says_that_not_everything_is_shown(tab: CalendarTab, settled: Settled) -> None:
    menu = menus_of(tab).filter
    menu.aboutToShow.emit()
    assert name_of(spoken(tab.toolbar.filter)) == "What is shown"

    next(action for action in menu.actions() if action.text() == "Health days").trigger()
    settled()
    assert name_of(spoken(tab.toolbar.filter)) == "What is shown: not everything"

    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.text() == "Show everything").trigger()
    settled()
    assert name_of(spoken(tab.toolbar.filter)) == "What is shown"


def test_the_drawer_names_its_lists_and_what_is_in_them(tab: CalendarTab) -> None:
    drawer = tab.drawer
    found = {name_of(one): one for one in all_within(spoken(drawer)) if one.role() is Role.List}

    assert set(found) == {"Items of the day", "Posts to place", "To look at"}
    day = [name_of(one) for one in all_within(found["Items of the day"])]
    assert "07:45, Menu de la semaine, Failed, Facebook, Vie de la clinique" in day
    waiting = [name_of(one) for one in all_within(found["Posts to place"])]
    assert len(waiting) == drawer.waiting.posts.count()
    assert any(words.startswith("Sécurité des patients") and "Draft" in words for words in waiting)
    warnings = [name_of(one) for one in all_within(found["To look at"])]
    assert any("is not approved yet" in words for words in warnings)


# --- the views ---


@pytest.mark.parametrize("key", ViewKey)
def test_every_item_of_a_view_is_said_with_hour_title_state_and_accounts(
    tab: CalendarTab, settled: Settled, key: ViewKey
) -> None:
    view = view_of(tab, key, settled)
    names = [name_of(row) for row in rows(view)]

    items = tab.items(tab.shown.keys())

    assert items
    assert [item.title for item in items if not any(says(name, item, tab) for name in names)] == []
    assert name_of(spoken(view))
    assert spoken(view).role() in {Role.List, Role.Table}


@pytest.mark.parametrize("key", ViewKey)
def test_a_chosen_item_says_that_it_is_the_current_one(
    qtbot: QtBot, tab: CalendarTab, settled: Settled, key: ViewKey
) -> None:
    view = view_of(tab, key, settled)
    tab.activateWindow()
    tab.take_keyboard()
    qtbot.waitUntil(view.hasFocus)
    item = next(one for one in tab.items(tab.shown.keys()) if one.title == "Menu de la semaine")

    tab.shown.select([item.key])

    current = [row for row in rows(view) if row.state().focused or row.state().selected]
    assert len(current) == 1
    assert says(name_of(current[0]), item, tab)
    assert spoken(view).state().focused


def test_the_day_on_which_the_arrows_stand_is_the_focused_cell(qtbot: QtBot, tab: CalendarTab) -> None:
    tab.activateWindow()
    tab.take_keyboard()
    qtbot.waitUntil(tab.month.hasFocus)

    QTest.keyClick(tab.month, Qt.Key.Key_Right)

    focused = [name_of(row) for row in rows(tab.month) if row.state().focused]
    assert len(focused) == 1
    assert focused[0].startswith("Wednesday 14 October 2026")


@pytest.mark.parametrize("key", [ViewKey.WEEK, ViewKey.DAY])
def test_the_half_hour_on_which_the_arrows_stand_is_told(
    tab: CalendarTab, settled: Settled, key: ViewKey
) -> None:
    view = view_of(tab, key, settled)
    before = spoken(view).text(Text.Description)

    QTest.keyClick(view, Qt.Key.Key_Down)

    told = spoken(view).text(Text.Description)
    assert told != before
    assert "13 October" in told


# --- dialogs ---


def _event(tab: CalendarTab) -> None:
    menus_of(tab).events.add(TODAY, EventKind.EVENT)


def _rhythm(tab: CalendarTab) -> None:
    menus_of(tab).rhythm.open_rhythm()


def _sequence(tab: CalendarTab) -> None:
    menus_of(tab).rhythm.ask_sequence(_post(tab))


def _health_days(tab: CalendarTab) -> None:
    menus_of(tab).health.open_list()


def _days_off(tab: CalendarTab) -> None:
    menus_of(tab).health.open_days_off()


def _when(tab: CalendarTab) -> None:
    menus_of(tab).deeds.ask_move((_post(tab).key,))


def _paper(tab: CalendarTab) -> None:
    menus_of(tab).exchange.ask_paper()


def _folder(tab: CalendarTab) -> None:
    menus_of(tab).exchange.open_folder()


def _post(tab: CalendarTab) -> CalendarItem:
    assert tab.plan is not None
    return next(
        item
        for item in tab.plan.items
        if item.key.kind is ItemKind.POST and item.movable and item.sequence is None and item.first > TODAY
    )


@pytest.mark.parametrize(
    "open_it",
    [
        _event,
        _rhythm,
        _sequence,
        _health_days,
        _days_off,
        _when,
        _paper,
        _folder,
    ],
)
def test_every_field_of_a_dialog_has_a_name(
    qtbot: QtBot, tab: CalendarTab, open_it: Callable[[CalendarTab], None]
) -> None:
    open_it(tab)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)

    title, found = dialog.windowTitle(), said(spoken(dialog))
    nameless = [kind for role, name, kind in found if not name.strip() and role not in CONTENT]
    strange = [(role, name) for role, name, _ in found if role not in ROLES]
    dialog.reject()

    assert title
    assert len(found) >= 2
    assert nameless == []
    assert strange == []
