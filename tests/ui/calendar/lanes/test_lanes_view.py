"""The campaign view: what is shown, what keys do, what a screen reader finds, and how fast it is."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleInterface,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QImage,
    QWheelEvent,
)
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolButton
from pytestqt.qtbot import QtBot

from cmstation.domain.health_days import HealthDay
from cmstation.domain.networks import Network
from cmstation.ui.calendar.agenda.agenda import items_within
from cmstation.ui.calendar.dragging import packed
from cmstation.ui.calendar.lanes.lanes import DAY
from cmstation.ui.calendar.lanes.lanes_view import LanesView
from cmstation.ui.calendar.look import Grip, PlanLook
from tests.ui.calendar.lane_plans import (
    LOOK,
    MONDAY,
    NOW,
    TODAY,
    crowded_plan,
    normal_plan,
    plan,
    post,
)
from tests.ui.calendar.lanes.lanes_shown import FLU, PINK, REST, Held, Keys, key_of
from tests.ui.calendar.plan_window import LEFT, PlanWindow, p95_ms
from tests.ui.calendar.told import told

# A frame has 16; machines differ, and other programs run beside.
MOST_MS = 16.0


def cell_at(view: LanesView, lane: int, day: date) -> QAccessibleInterface:
    """Return what a screen reader finds at a day of a lane; the heads come first."""
    columns = view.scene.days.count + 1
    table = QAccessible.queryAccessibleInterface(view)
    return table.child((lane + 1) * columns + 1 + view.scene.days.place(day))


# --- what is shown ---


@pytest.mark.parametrize("by", ["campaign", "account"])
def test_its_keys_are_the_items_of_its_span_each_once(lanes: LanesView, by: str) -> None:
    lanes.show_by(by)

    wanted = [item.key for item in items_within(normal_plan(), *lanes.span())]
    assert list(lanes.keys()) == wanted
    assert len(set(wanted)) == len(wanted) == 20


def test_items_that_are_only_counted_are_offered_too(lanes: LanesView) -> None:
    crowd = plan(*(post(number, TODAY) for number in range(12)))

    lanes.show_plan(crowd, LOOK)

    assert lanes.keys() == tuple(item.key for item in crowd.items)
    assert len(lanes.scene.places[REST].others[0].items) == 6


def test_six_weeks_stand_from_the_monday_and_more_where_there_is_room(
    lanes: LanesView, window: PlanWindow, qtbot: QtBot
) -> None:
    assert lanes.span() == (MONDAY, MONDAY + timedelta(weeks=6))

    with qtbot.waitSignal(lanes.moved):
        window.resize(1640, 900)

    assert lanes.span() == (MONDAY, MONDAY + timedelta(weeks=8))
    assert lanes.day == TODAY


def test_a_page_is_as_many_weeks_as_are_shown(lanes: LanesView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(lanes.moved):
        lanes.turn(1)

    assert lanes.span()[0] == MONDAY + timedelta(weeks=6)
    assert lanes.day == TODAY + timedelta(weeks=6)


def test_a_post_with_two_accounts_stands_in_both_lanes_and_is_selected_in_both(lanes: LanesView) -> None:
    lanes.show_by("account")
    key = key_of(7, lanes)

    assert [lane.name for lane in lanes.scene.lanes if any(item.key == key for item in lane.items)] == [
        "Clinique des Tilleuls",
        "@tilleuls",
    ]
    assert lanes.scene.lanes[0].network is Network.FACEBOOK
    lanes.select([key])
    assert lanes.selected() == (key,)


def test_the_corner_changes_what_a_lane_is(lanes: LanesView) -> None:
    buttons = {button.text(): button for button in lanes.corner.by.findChildren(QToolButton)}

    QTest.mouseClick(buttons["Accounts"], LEFT)
    assert lanes.by == "account"
    assert lanes.model_of_lanes.rowCount() == 6

    QTest.mouseClick(buttons["Campaigns"], LEFT)
    assert lanes.by == "campaign"


def test_the_same_plan_again_changes_nothing(lanes: LanesView, qtbot: QtBot) -> None:
    lanes.select([key_of(4, lanes)])

    with qtbot.assertNotEmitted(lanes.model_of_lanes.dataChanged), qtbot.assertNotEmitted(lanes.chosen):
        lanes.show_plan(normal_plan(), LOOK)


def test_a_minute_later_only_the_line_of_now_moves(lanes: LanesView, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(lanes.model_of_lanes.modelReset), qtbot.assertNotEmitted(lanes.moved):
        later = PlanLook(TODAY, NOW + timedelta(minutes=1), LOOK.lines, LOOK.campaigns, LOOK.accounts)
        lanes.show_plan(normal_plan(), later)


def test_its_model_keeps_the_rules_of_qt(lanes: LanesView) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    QAbstractItemModelTester(lanes.model_of_lanes, mode, lanes)

    lanes.turn(1)
    lanes.show_by("account")
    lanes.zoom_to(3)
    lanes.show_plan(crowded_plan(60), LOOK)


def test_what_is_gone_from_the_plan_is_selected_no_more(lanes: LanesView, qtbot: QtBot) -> None:
    lanes.select([key_of(4, lanes), key_of(7, lanes)])
    kept = key_of(7, lanes)

    with qtbot.waitSignal(lanes.chosen):
        lanes.show_plan(plan(*(item for item in normal_plan().items if item.key.identity != 4)), LOOK)

    assert lanes.selected() == (kept,)


# --- keys ---


def test_the_arrows_walk_days_and_lanes(lanes: LanesView) -> None:
    QTest.keyClick(lanes, Keys.Key_Right)
    QTest.keyClick(lanes, Keys.Key_Down)
    assert (lanes.day, lanes.lane) == (TODAY + DAY, FLU)

    QTest.keyClick(lanes, Keys.Key_Left)
    QTest.keyClick(lanes, Keys.Key_Up)
    QTest.keyClick(lanes, Keys.Key_Up)
    assert (lanes.day, lanes.lane) == (TODAY, PINK)


def test_walking_over_the_edge_scrolls_by_a_week(lanes: LanesView, qtbot: QtBot) -> None:
    lanes.go_to(MONDAY)

    with qtbot.waitSignal(lanes.moved):
        QTest.keyClick(lanes, Keys.Key_Left)
    assert lanes.day == MONDAY - DAY
    assert lanes.span()[0] == MONDAY - timedelta(weeks=1)

    QTest.keyClick(lanes, Keys.Key_End)
    QTest.keyClick(lanes, Keys.Key_Right)
    assert lanes.span()[0] == MONDAY
    assert lanes.day == MONDAY + timedelta(days=35)


def test_home_and_end_go_to_the_ends_and_page_keys_turn(lanes: LanesView) -> None:
    QTest.keyClick(lanes, Keys.Key_Home)
    assert lanes.day == MONDAY
    QTest.keyClick(lanes, Keys.Key_End)
    assert lanes.day == lanes.span()[1] - DAY
    QTest.keyClick(lanes, Keys.Key_PageUp)
    assert lanes.span()[0] == MONDAY - timedelta(weeks=6)


def test_ctrl_arrows_walk_the_items_of_the_lane_and_shift_extends(lanes: LanesView) -> None:
    ctrl, both = Held.ControlModifier, Held.ControlModifier | Held.ShiftModifier

    QTest.keyClick(lanes, Keys.Key_Right, ctrl)
    assert lanes.selected() == (key_of(4, lanes),)
    QTest.keyClick(lanes, Keys.Key_Right, ctrl)
    assert lanes.selected() == (key_of(6, lanes),)
    assert lanes.day == date(2026, 10, 15)
    QTest.keyClick(lanes, Keys.Key_Right, both)
    assert lanes.selected() == (key_of(6, lanes), key_of(7, lanes))
    QTest.keyClick(lanes, Keys.Key_Right, ctrl)
    assert lanes.selected() == (key_of(6, lanes), key_of(7, lanes))  # the last one of the lane
    QTest.keyClick(lanes, Keys.Key_Left, ctrl)
    assert lanes.selected() == (key_of(6, lanes),)


def test_shift_arrows_add_what_stands_on_the_days_walked_over(lanes: LanesView) -> None:
    for _ in range(2):
        QTest.keyClick(lanes, Keys.Key_Right, Held.ShiftModifier)

    assert lanes.selected() == (key_of(6, lanes),)
    QTest.keyClick(lanes, Keys.Key_Right)
    assert lanes.selected() == ()


def test_enter_opens_the_item_or_the_day(lanes: LanesView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(lanes.day_opened):
        QTest.keyClick(lanes, Keys.Key_Return)

    QTest.keyClick(lanes, Keys.Key_Right, Held.ControlModifier)
    with told(lanes.opened) as opened:
        QTest.keyClick(lanes, Keys.Key_Return)
    assert opened == [key_of(4, lanes)]


def test_escape_drops_the_selection_and_is_then_left_to_the_tab(lanes: LanesView, window: PlanWindow) -> None:
    lanes.select([key_of(4, lanes)])

    QTest.keyClick(lanes, Keys.Key_Escape)
    assert (lanes.selected(), window.heard) == ((), [])

    QTest.keyClick(lanes, Keys.Key_Escape)
    assert window.heard == [Keys.Key_Escape]


@pytest.mark.parametrize("key", [Keys.Key_M, Keys.Key_T, Keys.Key_N, Keys.Key_Delete, Keys.Key_1])
def test_other_keys_reach_the_tab(lanes: LanesView, window: PlanWindow, key: Qt.Key) -> None:
    QTest.keyClick(lanes, key)

    assert window.heard == [key]


def test_plus_and_minus_and_the_wheel_zoom_between_two_and_thirteen_weeks(
    lanes: LanesView, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(lanes.moved):
        QTest.keyClick(lanes, Keys.Key_Plus)
    assert lanes.weeks == 5
    QTest.keyClick(lanes, Keys.Key_Minus)
    assert lanes.weeks == 6

    for _ in range(20):
        _wheel(lanes, 60, Held.ControlModifier)
    assert lanes.weeks == 2
    for _ in range(30):
        _wheel(lanes, -60, Held.ControlModifier)
    assert lanes.weeks == 13


def test_zooming_in_keeps_the_day_in_sight(lanes: LanesView) -> None:
    lanes.select([key_of(12, lanes)])

    lanes.zoom_to(2)

    start, end = lanes.span()
    assert lanes.day == date(2026, 11, 20)
    assert start <= lanes.day < end


def test_h_wants_the_health_day_of_the_day(lanes: LanesView) -> None:
    lanes.go_to(date(2026, 11, 14))

    QTest.keyClick(lanes, Keys.Key_H)

    menu = next(menu for menu in lanes.findChildren(QMenu) if menu.isVisible())
    with told(lanes.health_day_wanted) as wanted:
        menu.actions()[1].trigger()
    assert isinstance(wanted[0], HealthDay)
    assert wanted[0].name_fr == "Journée du diabète"
    menu.close()


# --- for those who do not see it ---


def test_a_screen_reader_finds_lanes_days_and_what_they_hold(lanes: LanesView) -> None:
    table = QAccessible.queryAccessibleInterface(lanes)

    assert table.role() == QAccessible.Role.Table
    assert table.text(QAccessible.Text.Name) == "Campaigns and accounts"
    assert table.childCount() == (1 + 5) * (1 + 42)
    assert table.child(2).text(QAccessible.Text.Name) == "Tuesday 13 October 2026"
    assert table.child(43).role() == QAccessible.Role.RowHeader
    assert table.child(43).text(QAccessible.Text.Name) == "Octobre rose, 3 item(s)"
    cell = cell_at(lanes, PINK, TODAY)
    assert cell.role() == QAccessible.Role.Cell
    assert cell.text(QAccessible.Text.Description) == "Octobre rose, 3 item(s)"
    head, item = cell.text(QAccessible.Text.Name).split("\n")
    assert head == "Octobre rose, Tuesday 13 October 2026, today, Octobre rose, until 31 Oct, 1 item(s)"
    assert item.startswith("18:00, Octobre rose : la marche du samedi")


def test_the_item_on_which_one_stands_is_said_alone(lanes: LanesView) -> None:
    QTest.keyClick(lanes, Keys.Key_Right, Held.ControlModifier)

    words = cell_at(lanes, PINK, TODAY).text(QAccessible.Text.Name)

    assert words.startswith("18:00, Octobre rose : la marche du samedi")
    assert words.endswith("Prévention, Octobre rose")


# --- speed ---


def test_six_hundred_items_are_drawn_scrolled_and_hovered_within_a_frame(
    lanes: LanesView, capsys: pytest.CaptureFixture[str]
) -> None:
    lanes.show_plan(crowded_plan(600), LOOK)
    canvas, bar = QImage(lanes.size(), QImage.Format.Format_ARGB32_Premultiplied), lanes.verticalScrollBar()
    port = lanes.viewport()
    for place in range(0, bar.maximum() + 1, 100):
        bar.setValue(place)
        lanes.render(canvas)

    def scroll(turn: int) -> None:
        bar.setValue(turn * bar.maximum() // 60)
        lanes.render(canvas)

    def hover(turn: int) -> None:
        QTest.mouseMove(port, QPoint(13 * turn % 800, 9 * turn % 500))
        QApplication.processEvents()

    mime, both = packed(Grip(post=7)), Qt.DropAction.MoveAction
    QApplication.sendEvent(port, QDragEnterEvent(QPoint(9, 9), both, mime, LEFT, Held.NoModifier))

    def drag(turn: int) -> None:
        at = QPoint(13 * turn % 800, 9 * turn % 500)
        QApplication.sendEvent(port, QDragMoveEvent(at, both, mime, LEFT, Held.NoModifier))
        QApplication.processEvents()

    figures = {
        name: p95_ms(do)
        for name, do in (("repaint and scroll", scroll), ("hover", hover), ("drag over", drag))
    }
    QApplication.sendEvent(port, QDragLeaveEvent())
    with capsys.disabled():
        print(f"\nlanes, 600 items, p95 ms: {figures}")  # noqa: T201 (the figures are wanted)
    assert max(figures.values()) < MOST_MS, figures


def _wheel(view: LanesView, delta: int, held: Qt.KeyboardModifier) -> None:
    at = QPointF(100, 100)
    turned = QWheelEvent(
        at,
        QPointF(view.viewport().mapToGlobal(at.toPoint())),
        QPoint(),
        QPoint(0, delta),
        Qt.MouseButton.NoButton,
        held,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), turned)
