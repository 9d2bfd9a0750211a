"""The agenda under the pointer: clicks, drags, edges."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cmstation.domain.calendar import ItemKey
from cmstation.domain.health_days import HealthDay
from cmstation.ui.calendar.agenda.agenda import DayHead, FreeDays
from cmstation.ui.calendar.agenda.agenda_delegate import segment
from cmstation.ui.calendar.agenda.agenda_view import AgendaView
from cmstation.ui.calendar.dragging import packed, unpacked
from cmstation.ui.calendar.look import Grip, Landing
from cmstation.ui.icons import Icons
from tests.ui.calendar.lane_plans import LOOK, TODAY, normal_plan
from tests.ui.calendar.plan_window import LEFT, PlanWindow, drop
from tests.ui.calendar.told import told

Keys, Held = Qt.Key, Qt.KeyboardModifier
# A frame has 16; machines differ, and other programs run beside.
MOST_MS = 16.0


@pytest.fixture
def window(qtbot: QtBot) -> PlanWindow:
    return PlanWindow(qtbot)


@pytest.fixture
def agenda(window: PlanWindow, icons: Icons) -> AgendaView:
    view = AgendaView(icons, window)
    view.go_to(TODAY)
    window.hold(view)
    view.show_plan(normal_plan(), LOOK)
    return view


def key_of(identity: int, view: AgendaView) -> ItemKey:
    return next(each for each in view.keys() if each.identity == identity)  # noqa: SIM118 (a view is no dict)


def place_of(key: ItemKey, view: AgendaView) -> QPoint:
    index = view.model_of_rows.index_of(key)
    view.scrollTo(index)
    return view.visualRect(index).center()


def row_where(wanted: Callable[[object], bool], view: AgendaView) -> QRect:
    place = next(at for at, row in enumerate(view.model_of_rows.rows) if wanted(row))
    index = view.model_of_rows.index(place, 0)
    view.scrollTo(index)
    return view.visualRect(index)


# --- the pointer ---


def test_a_click_selects_and_ctrl_adds_and_shift_extends(agenda: AgendaView) -> None:
    port, keys = agenda.viewport(), {number: key_of(number, agenda) for number in (2, 3, 4, 5)}

    QTest.mouseClick(port, LEFT, pos=place_of(keys[2], agenda))
    assert agenda.selected() == (keys[2],)
    QTest.mouseClick(port, LEFT, Held.ControlModifier, place_of(keys[4], agenda))
    assert agenda.selected() == (keys[2], keys[4])
    QTest.mouseClick(port, LEFT, Held.ControlModifier, place_of(keys[2], agenda))
    assert agenda.selected() == (keys[4],)
    QTest.mouseClick(port, LEFT, pos=place_of(keys[2], agenda))
    QTest.mouseClick(port, LEFT, Held.ShiftModifier, place_of(keys[5], agenda))
    assert agenda.selected() == (keys[2], keys[3], keys[4], keys[5])


def test_a_click_on_a_day_goes_there_and_selects_nothing(agenda: AgendaView, qtbot: QtBot) -> None:
    agenda.select([key_of(2, agenda)])
    head = row_where(lambda row: isinstance(row, DayHead) and row.day.day == 14, agenda)

    with qtbot.waitSignal(agenda.moved):
        QTest.mouseClick(agenda.viewport(), LEFT, pos=head.center())

    assert agenda.day == date(2026, 10, 14)
    assert agenda.selected() == ()


def test_a_double_click_opens_an_item_and_begins_something_on_a_free_day(agenda: AgendaView) -> None:
    with told(agenda.opened) as opened:
        QTest.mouseDClick(agenda.viewport(), LEFT, pos=place_of(key_of(3, agenda), agenda))
    assert opened == [key_of(3, agenda)]

    free = row_where(lambda row: isinstance(row, FreeDays) and row.first.day == 16, agenda)
    with told(agenda.new_wanted) as wanted:
        QTest.mouseDClick(agenda.viewport(), LEFT, pos=free.center())
    assert wanted == [Landing(date(2026, 10, 16))]


def test_a_click_on_a_health_day_wants_it(agenda: AgendaView) -> None:
    rect = row_where(lambda row: isinstance(row, DayHead) and row.day.day == 15, agenda)
    row = agenda.model_of_rows.row(agenda.indexAt(rect.center()))
    assert row is not None
    place, remark = agenda.delegate_of_rows.remark_places(rect, row)[0]

    with told(agenda.health_day_wanted) as wanted:
        QTest.mouseClick(agenda.viewport(), LEFT, pos=place.center())

    assert isinstance(remark, HealthDay)
    assert wanted == [remark, QRect(agenda.viewport().mapToGlobal(place.topLeft()), place.size())]


def test_the_menu_is_wanted_for_what_lies_under_the_pointer(agenda: AgendaView) -> None:
    place = place_of(key_of(4, agenda), agenda)
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, agenda.viewport().mapToGlobal(place))

    with told(agenda.menu_wanted) as wanted:
        QApplication.sendEvent(agenda.viewport(), asked)

    assert wanted == [(key_of(4, agenda),), agenda.viewport().mapToGlobal(place)]


# --- dragging ---


def test_what_is_dropped_on_an_item_lands_on_its_day(agenda: AgendaView) -> None:
    grip = Grip((key_of(2, agenda),), day=TODAY)

    with told(agenda.dropped) as dropped:
        answer = drop(agenda, grip, place_of(key_of(5, agenda), agenda))

    assert dropped == [grip, Landing(date(2026, 10, 14))]
    assert answer.isAccepted()


def test_ctrl_drops_a_copy_and_posts_of_the_side_list_are_welcome(agenda: AgendaView) -> None:
    with told(agenda.dropped) as dropped:
        drop(agenda, Grip(post=7), place_of(key_of(5, agenda), agenda), copies=True)

    assert dropped == [Grip(post=7, copies=True), Landing(date(2026, 10, 14))]


def test_a_drag_may_choose_among_free_days(agenda: AgendaView) -> None:
    rect = row_where(lambda row: isinstance(row, FreeDays) and row.first.day == 16, agenda)
    row = agenda.model_of_rows.row(agenda.indexAt(rect.center()))
    assert isinstance(row, FreeDays)

    for number in range(row.count):
        with told(agenda.dropped) as dropped:
            drop(agenda, Grip(post=7), segment(rect, row, number).center())
        assert dropped == [Grip(post=7), Landing(date(2026, 10, 16 + number))]


def test_the_place_where_it_would_land_is_shown_until_the_drag_leaves(agenda: AgendaView) -> None:
    at, mime = place_of(key_of(5, agenda), agenda), packed(Grip(post=7))
    args = (Qt.DropAction.MoveAction, mime, LEFT, Held.NoModifier)
    before = agenda.grab().toImage()

    QApplication.sendEvent(agenda.viewport(), QDragEnterEvent(at, *args))
    QApplication.sendEvent(agenda.viewport(), QDragMoveEvent(at, *args))
    assert agenda.delegate_of_rows.landing == date(2026, 10, 14)
    assert agenda.grab().toImage() != before

    QApplication.sendEvent(agenda.viewport(), QDragLeaveEvent())
    assert agenda.delegate_of_rows.landing is None
    assert agenda.grab().toImage() == before


def test_what_has_left_is_not_lifted_and_the_pointer_says_so(agenda: AgendaView) -> None:
    place, port = place_of(key_of(1, agenda), agenda), agenda.viewport()

    QTest.mousePress(port, LEFT, pos=place)
    QTest.mouseMove(port, place + QPoint(0, 60))

    assert port.cursor().shape() == Qt.CursorShape.ForbiddenCursor
    QTest.mouseRelease(port, LEFT, pos=place)


def test_a_drag_holds_the_item_under_the_pointer_first_and_what_else_is_selected(agenda: AgendaView) -> None:
    keys = [key_of(number, agenda) for number in (1, 2, 3)]
    agenda.select(keys)
    place = place_of(keys[2], agenda)

    QTest.mousePress(agenda.viewport(), LEFT, pos=place)
    QTest.mouseMove(agenda.viewport(), place + QPoint(0, 30))

    (drag,) = agenda.findChildren(QDrag)
    assert unpacked(drag.mimeData()) == Grip((keys[2], keys[1]), day=TODAY)
    assert not drag.pixmap().isNull()
    assert agenda.selected() == tuple(keys)
