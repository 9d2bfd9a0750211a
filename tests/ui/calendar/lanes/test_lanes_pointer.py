"""The campaign view under the pointer: clicks, drags, edges."""

from datetime import date, datetime

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

from cmstation.ui.calendar.dragging import packed, unpacked
from cmstation.ui.calendar.lanes.lanes import DAY
from cmstation.ui.calendar.lanes.lanes_view import LanesView
from cmstation.ui.calendar.look import Grip, Landing
from tests.ui.calendar.lane_plans import LOOK, TODAY, event, plan, post
from tests.ui.calendar.lanes.lanes_shown import FLU, OPEN, PINK, REST, Held, Keys, chip_of, key_of
from tests.ui.calendar.plan_window import LEFT, drop, point
from tests.ui.calendar.told import told


def spot(view: LanesView, lane: int, day: date) -> QPoint:
    """Return a place in a lane, at its foot, on a day."""
    days = view.scene.days
    return QPoint((days.left(day) + days.right(day)) // 2, view.lane_rect(lane).bottom() - 2)


# --- the pointer ---


def test_a_click_selects_and_ctrl_adds_and_shift_extends(lanes: LanesView) -> None:
    port = lanes.viewport()

    QTest.mouseClick(port, LEFT, pos=chip_of(4, lanes).center())
    assert lanes.selected() == (key_of(4, lanes),)
    QTest.mouseClick(port, LEFT, Held.ControlModifier, chip_of(5, lanes).center())
    assert lanes.selected() == (key_of(4, lanes), key_of(5, lanes))
    QTest.mouseClick(port, LEFT, Held.ControlModifier, chip_of(4, lanes).center())
    assert lanes.selected() == (key_of(5, lanes),)
    QTest.mouseClick(port, LEFT, pos=chip_of(4, lanes).center())
    QTest.mouseClick(port, LEFT, Held.ShiftModifier, chip_of(7, lanes).center())
    assert {key.identity for key in lanes.selected()} == {4, 6, 7}


def test_a_click_beside_the_items_goes_to_the_day_and_the_lane(lanes: LanesView, qtbot: QtBot) -> None:
    lanes.select([key_of(4, lanes)])

    with qtbot.waitSignal(lanes.moved):
        QTest.mouseClick(lanes.viewport(), LEFT, pos=spot(lanes, FLU, date(2026, 11, 9)))

    assert (lanes.day, lanes.lane, lanes.selected()) == (date(2026, 11, 9), FLU, ())


def test_a_double_click_opens_an_item_and_begins_something_beside_them(lanes: LanesView) -> None:
    with told(lanes.opened) as opened:
        QTest.mouseDClick(lanes.viewport(), LEFT, pos=chip_of(4, lanes).center())
    assert opened == [key_of(4, lanes)]

    with told(lanes.new_wanted) as wanted:
        QTest.mouseDClick(lanes.viewport(), LEFT, pos=spot(lanes, FLU, date(2026, 11, 9)))
    assert wanted == [Landing(date(2026, 11, 9), campaign=2)]


def test_the_count_of_others_opens_the_day(lanes: LanesView, qtbot: QtBot) -> None:
    lanes.show_plan(plan(*(post(number, TODAY + DAY) for number in range(9))), LOOK)
    others = lanes.scene.others_rect(REST, 0).translated(lanes.lane_rect(REST).topLeft())

    with qtbot.waitSignal(lanes.day_opened):
        QTest.mouseClick(lanes.viewport(), LEFT, pos=others.center())

    assert lanes.day == TODAY + DAY
    assert lanes.tip_at(others.center()).count("\n") == 2


def test_a_tooltip_says_what_a_mark_has_no_room_for(lanes: LanesView) -> None:
    words = lanes.tip_at(chip_of(12, lanes).center())

    assert words.startswith("Une nuit en néonatologie\n10:00 · Scheduled")
    assert lanes.tip_at(spot(lanes, FLU, date(2026, 11, 9))) == ""


def test_the_marks_of_the_head_tell_of_health_days_and_are_clicked(lanes: LanesView) -> None:
    head, day = lanes.time_head, date(2026, 10, 22)
    place = head.mark_rect(day)

    with told(lanes.health_day_wanted) as wanted:
        QTest.mouseClick(head.viewport(), LEFT, pos=place.center())

    assert wanted == [
        head.marks()[day][0],
        QRect(head.viewport().mapToGlobal(place.topLeft()), place.size()),
    ]
    assert head.tip_at(place.center()) == "Journée mondiale du bégaiement\nThursday 22 October"


def test_holidays_are_told_in_the_head(lanes: LanesView) -> None:
    days = lanes.scene.days

    tip = lanes.time_head.tip_at(QPoint(days.left(date(2026, 11, 1)) + 3, 45))

    assert tip == "Vacances de la Toussaint\n17 Oct – 1 Nov\n\nToussaint\nSunday 1 November"


def test_the_menu_is_wanted_for_what_lies_under_the_pointer(lanes: LanesView) -> None:
    place = chip_of(7, lanes).center()
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, lanes.viewport().mapToGlobal(place))

    with told(lanes.menu_wanted) as wanted:
        QApplication.sendEvent(lanes.viewport(), asked)

    assert wanted == [(key_of(7, lanes),), lanes.viewport().mapToGlobal(place)]


def test_pulling_the_edge_of_an_event_makes_it_longer(lanes: LanesView) -> None:
    bar, port = chip_of(24, lanes), lanes.viewport()
    edge = QPoint(bar.right() - 1, bar.center().y())

    point(lanes, edge)
    assert port.cursor().shape() == Qt.CursorShape.SizeHorCursor
    QTest.mousePress(port, LEFT, pos=edge)
    QTest.mouseMove(port, spot(lanes, 2, date(2026, 11, 16)))
    with told(lanes.resized) as resized:
        QTest.mouseRelease(port, LEFT, pos=spot(lanes, 2, date(2026, 11, 16)))

    assert resized == [key_of(24, lanes), date(2026, 11, 16)]


def test_escape_leaves_an_event_as_long_as_it_was(lanes: LanesView, qtbot: QtBot) -> None:
    bar, port = chip_of(24, lanes), lanes.viewport()

    QTest.mousePress(port, LEFT, pos=QPoint(bar.right() - 1, bar.center().y()))
    QTest.mouseMove(port, spot(lanes, 2, date(2026, 11, 16)))
    QTest.keyClick(lanes, Keys.Key_Escape)

    with qtbot.assertNotEmitted(lanes.resized):
        QTest.mouseRelease(port, LEFT, pos=spot(lanes, 2, date(2026, 11, 16)))


def test_an_event_of_some_hours_keeps_its_end_hour_when_it_is_pulled(lanes: LanesView) -> None:
    meeting = event(50, date(2026, 11, 4), hours=("18:00", "20:00"))
    lanes.show_plan(plan(meeting), LOOK)
    bar, port, goal = chip_of(50, lanes), lanes.viewport(), spot(lanes, REST, date(2026, 11, 5))

    QTest.mousePress(port, LEFT, pos=QPoint(bar.right() - 1, bar.center().y()))
    QTest.mouseMove(port, goal)
    with told(lanes.resized) as resized:
        QTest.mouseRelease(port, LEFT, pos=goal)

    assert resized == [key_of(50, lanes), datetime(2026, 11, 5, 20)]  # noqa: DTZ001 (a wall time)


# --- dragging ---


def test_along_time_a_drop_changes_the_day_and_keeps_the_hour(lanes: LanesView) -> None:
    grip = Grip((key_of(4, lanes),), day=TODAY)

    with told(lanes.dropped) as dropped:
        answer = drop(lanes, grip, spot(lanes, PINK, date(2026, 10, 21)))

    assert dropped == [grip, Landing(date(2026, 10, 21), None, campaign=1)]
    assert answer.isAccepted()


def test_a_drop_on_another_lane_names_it(lanes: LanesView) -> None:
    grip = Grip((key_of(4, lanes),), day=TODAY)

    with told(lanes.dropped) as dropped:
        drop(lanes, grip, spot(lanes, REST, TODAY), copies=True)
    assert dropped == [Grip(grip.keys, day=TODAY, copies=True), Landing(TODAY, campaign=0)]

    lanes.show_by("account")
    with told(lanes.dropped) as dropped:
        drop(lanes, Grip(post=7), spot(lanes, 2, TODAY))
    assert dropped == [Grip(post=7), Landing(TODAY, account=3)]


def test_below_the_lanes_nothing_can_be_dropped(lanes: LanesView, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(lanes.dropped):
        answer = drop(lanes, Grip(post=7), QPoint(300, lanes.viewport().height() - 5))

    assert not answer.isAccepted()


def test_the_place_where_it_would_land_is_shown_until_the_drag_leaves(lanes: LanesView) -> None:
    mime = packed(Grip((key_of(24, lanes),), day=date(2026, 11, 4)))
    at, before = spot(lanes, OPEN, date(2026, 10, 28)), lanes.grab().toImage()
    args = (Qt.DropAction.MoveAction, mime, LEFT, Held.NoModifier)

    QApplication.sendEvent(lanes.viewport(), QDragEnterEvent(at, *args))
    QApplication.sendEvent(lanes.viewport(), QDragMoveEvent(at, *args))
    days, ghost = lanes.scene.days, lanes.ghost
    assert ghost is not None
    assert ghost[0] == OPEN
    assert ghost[1].left() == days.left(date(2026, 10, 26))
    assert days.at(ghost[1].right()) == date(2026, 11, 6)
    assert lanes.grab().toImage() != before

    QApplication.sendEvent(lanes.viewport(), QDragLeaveEvent())
    assert lanes.ghost is None
    assert lanes.grab().toImage() == before


def test_a_drag_holds_what_is_under_the_pointer_first_and_what_else_may_move(lanes: LanesView) -> None:
    keys = [key_of(number, lanes) for number in (1, 6, 4)]
    lanes.select(keys)
    place, port = chip_of(4, lanes).center(), lanes.viewport()

    QTest.mousePress(port, LEFT, pos=place)
    QTest.mouseMove(port, place + QPoint(30, 0))

    (drag,) = lanes.findChildren(QDrag)
    assert unpacked(drag.mimeData()) == Grip((keys[2], keys[1]), day=TODAY)
    assert lanes.selected() == tuple(keys)


def test_what_has_left_is_not_lifted_and_the_pointer_says_so(lanes: LanesView) -> None:
    place, port = chip_of(1, lanes).center(), lanes.viewport()

    QTest.mouseMove(port, place)
    assert port.cursor().shape() == Qt.CursorShape.ArrowCursor
    QTest.mousePress(port, LEFT, pos=place)
    QTest.mouseMove(port, place + QPoint(40, 0))

    assert port.cursor().shape() == Qt.CursorShape.ForbiddenCursor
    assert not lanes.findChildren(QDrag)
    QTest.mouseRelease(port, LEFT, pos=place)
