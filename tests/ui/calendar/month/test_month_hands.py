"""The pointer in the month: choosing, opening, carrying, drawing longer."""

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QMouseEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cmstation.domain.calendar import ItemKind
from cmstation.ui.calendar.dragging import packed, unpacked
from cmstation.ui.calendar.edge_paging import step_at
from cmstation.ui.calendar.look import Grip, Landing
from cmstation.ui.calendar.month.month_view import MonthView
from cmstation.ui.calendar.month.popover import DayPopover
from cmstation.ui.calendar.months import Month
from cmstation.ui.icons import Icons
from tests.ui.calendar.lane_plans import LOOK, TODAY
from tests.ui.calendar.month_stage import (
    BOTH,
    FAIR,
    FULL_DAY,
    QUIET,
    Held,
    Left,
    Window,
    bare_place,
    busy_plan,
    click,
    drop,
    key,
    landed,
    middle,
)

OTHER_DAY = date(2026, 10, 28)


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


@pytest.fixture
def carried(monkeypatch: pytest.MonkeyPatch) -> list[Grip]:
    """What was dragged away; the drag itself ends at once, since nobody lets go of the button."""
    grips: list[Grip] = []

    def end_at_once(drag: QDrag, *_actions: object) -> Qt.DropAction:
        grip = unpacked(drag.mimeData())
        assert grip is not None
        assert not drag.pixmap().isNull()
        grips.append(grip)
        return Qt.DropAction.IgnoreAction

    monkeypatch.setattr(QDrag, "exec", end_at_once)
    return grips


def pull(month: MonthView, start: QPoint, *, by: QPoint) -> None:
    """Press, move with the button down, let go."""
    QTest.mousePress(month.viewport(), Left, pos=start)
    drag_to(month, start + by)
    QTest.mouseRelease(month.viewport(), Left, pos=start + by)


def drag_to(month: MonthView, point: QPoint) -> None:
    _move(month, point, Left)


def hover(month: MonthView, point: QPoint) -> None:
    _move(month, point, Qt.MouseButton.NoButton)


def _move(month: MonthView, point: QPoint, buttons: Qt.MouseButton) -> None:
    port = month.viewport()
    place, globally = QPointF(point), QPointF(port.mapToGlobal(point))
    moved = QMouseEvent(
        QEvent.Type.MouseMove, place, globally, Qt.MouseButton.NoButton, buttons, Held.NoModifier
    )
    QApplication.sendEvent(port, moved)


def drag_over(month: MonthView, mime: QMimeData, point: QPoint) -> QDragMoveEvent:
    over = QDragMoveEvent(point, BOTH, mime, Left, Held.NoModifier)
    month.dragMoveEvent(over)
    return over


# --- choosing ---


def test_a_click_chooses_an_item_and_goes_to_its_day(window: Window) -> None:
    month = window.month

    click(month, middle(month, key(3), date(2026, 10, 12)))

    assert month.selected() == (key(3),)
    assert month.day == date(2026, 10, 12)
    assert window.wishes == []


def test_a_click_beside_the_items_goes_to_the_day_and_chooses_nothing(month: MonthView) -> None:
    month.select([key(1)])

    click(month, bare_place(month, OTHER_DAY))

    assert month.selected() == ()
    assert month.day == OTHER_DAY


def test_a_click_on_a_day_of_the_next_month_keeps_the_page(month: MonthView) -> None:
    click(month, bare_place(month, date(2026, 11, 1)))

    assert month.day == date(2026, 11, 1)
    assert month.month == Month(2026, 10)


def test_ctrl_adds_and_takes_away(month: MonthView) -> None:
    click(month, middle(month, key(1), TODAY))
    click(month, middle(month, key(2), TODAY), Held.ControlModifier)
    assert month.selected() == (key(1), key(2))

    click(month, middle(month, key(1), TODAY), Held.ControlModifier)
    assert month.selected() == (key(2),)


def test_shift_takes_everything_between(month: MonthView) -> None:
    click(month, middle(month, key(3), date(2026, 10, 12)))
    click(month, middle(month, key(2), TODAY), Held.ShiftModifier)

    assert month.selected() == (key(3), key(1), key(2))


def test_a_click_on_one_of_several_chooses_it_alone_once_the_button_is_let_go(month: MonthView) -> None:
    month.select([key(1), key(2)])
    place = middle(month, key(2), TODAY)

    QTest.mousePress(month.viewport(), Left, pos=place)
    assert month.selected() == (key(1), key(2))
    QTest.mouseRelease(month.viewport(), Left, pos=place)

    assert month.selected() == (key(2),)


def test_a_double_click_opens_an_item_and_begins_something_on_a_bare_day(window: Window) -> None:
    month = window.month

    QTest.mouseDClick(month.viewport(), Left, pos=middle(month, key(1), TODAY))
    QTest.mouseDClick(month.viewport(), Left, pos=bare_place(month, OTHER_DAY))

    assert window.wishes == [("opened", key(1)), ("new_wanted", Landing(OTHER_DAY))]


def test_the_right_button_chooses_what_is_under_it_and_offers_its_menu(window: Window) -> None:
    month = window.month
    place = middle(month, key(2), TODAY)

    QTest.mouseClick(month.viewport(), Qt.MouseButton.RightButton, pos=place)
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, month.viewport().mapToGlobal(place))
    QApplication.sendEvent(month.viewport(), asked)

    assert window.wishes == [("menu_wanted", (key(2),))]


def test_a_click_on_a_health_day_wishes_for_it(window: Window) -> None:
    month = window.month

    click(month, month.places.health(date(2026, 10, 29)).center())

    assert window.wishes == [("health_day", "Journée mondiale de l’AVC")]


def test_what_can_be_pressed_shows_it_under_the_pointer(month: MonthView) -> None:
    port = month.viewport()

    hover(month, month.places.others(FULL_DAY).center())
    assert port.cursor().shape() == Qt.CursorShape.PointingHandCursor
    hover(month, bare_place(month, OTHER_DAY))
    assert port.cursor().shape() == Qt.CursorShape.ArrowCursor


# --- carrying ---


def test_pulling_an_item_carries_it_from_its_day(month: MonthView, carried: list[Grip]) -> None:
    pull(month, middle(month, key(1), TODAY), by=QPoint(30, 30))

    assert carried == [Grip((key(1),), day=TODAY)]
    assert month.delegate_of_days.standing.carried == frozenset()


def test_pulling_one_of_several_carries_all_of_them_the_pulled_one_first(
    month: MonthView, carried: list[Grip]
) -> None:
    month.select([key(1), key(2)])

    pull(month, middle(month, key(2), TODAY), by=QPoint(30, 30))

    assert carried == [Grip((key(2), key(1)), day=TODAY)]
    assert month.selected() == (key(1), key(2))


def test_a_bar_is_carried_from_the_day_under_the_pointer(month: MonthView, carried: list[Grip]) -> None:
    pull(month, middle(month, FAIR.key, date(2026, 10, 17)), by=QPoint(0, 40))

    assert carried == [Grip((FAIR.key,), day=date(2026, 10, 17))]


def test_what_has_left_is_not_carried_and_the_pointer_says_so(month: MonthView, carried: list[Grip]) -> None:
    start = middle(month, key(3), date(2026, 10, 12))
    QTest.mousePress(month.viewport(), Left, pos=start)
    drag_to(month, start + QPoint(30, 30))

    assert carried == []
    assert month.viewport().cursor().shape() == Qt.CursorShape.ForbiddenCursor
    QTest.mouseRelease(month.viewport(), Left, pos=start + QPoint(30, 30))
    assert month.viewport().cursor().shape() == Qt.CursorShape.ArrowCursor


def test_a_hand_that_trembles_carries_nothing(month: MonthView, carried: list[Grip]) -> None:
    pull(month, middle(month, key(1), TODAY), by=QPoint(2, 1))

    assert carried == []


def test_an_item_is_carried_out_of_the_popover(month: MonthView, carried: list[Grip]) -> None:
    month.open_others(FULL_DAY)
    (popover,) = [each for each in QApplication.topLevelWidgets() if isinstance(each, DayPopover)]
    popover.list.setCurrentIndex(popover.list.items.index(6, 0))

    popover.list.startDrag(BOTH)

    assert carried == [Grip((key(106),), day=FULL_DAY)]
    assert not popover.isVisible()


def test_a_drop_wishes_for_a_day_and_keeps_the_hour(window: Window) -> None:
    grip = Grip((key(1),), day=TODAY)

    dropped = drop(window.month, grip, bare_place(window.month, OTHER_DAY))

    assert landed(window.wishes) == [(grip, Landing(OTHER_DAY))]
    assert dropped.isAccepted()
    assert dropped.dropAction() == Qt.DropAction.MoveAction


def test_ctrl_drops_a_copy_even_on_the_same_day(window: Window) -> None:
    grip = Grip((key(1),), day=TODAY)

    dropped = drop(window.month, grip, bare_place(window.month, TODAY), copies=True)

    assert landed(window.wishes) == [(Grip((key(1),), day=TODAY, copies=True), Landing(TODAY))]
    assert dropped.dropAction() == Qt.DropAction.CopyAction


def test_letting_go_where_one_began_moves_nothing(window: Window) -> None:
    drop(window.month, Grip((key(1),), day=TODAY), bare_place(window.month, TODAY))

    assert window.wishes == []


def test_a_post_of_the_drawer_lands_on_a_day(window: Window) -> None:
    drop(window.month, Grip(post=7), bare_place(window.month, OTHER_DAY))

    assert landed(window.wishes) == [(Grip(post=7), Landing(OTHER_DAY))]


def test_what_comes_from_elsewhere_is_refused(window: Window) -> None:
    foreign = QMimeData()
    foreign.setText("Octobre rose")
    place = bare_place(window.month, OTHER_DAY)

    over = drag_over(window.month, foreign, place)
    dropped = QDropEvent(QPointF(place), BOTH, foreign, Left, Held.NoModifier)
    window.month.dropEvent(dropped)

    assert not dropped.isAccepted()
    assert not over.isAccepted()
    assert window.wishes == []


def test_the_landing_place_is_shown_until_the_drag_leaves(month: MonthView) -> None:
    drag_over(month, packed(Grip(post=7)), bare_place(month, OTHER_DAY))
    assert month.delegate_of_days.standing.landing == OTHER_DAY

    month.dragLeaveEvent(QDragLeaveEvent())

    assert month.delegate_of_days.standing.landing is None


@pytest.mark.parametrize(
    ("across", "down", "page"),
    [(0.5, 1.0, Month(2026, 11)), (0.5, 0.0, Month(2026, 9)), (1.0, 0.5, Month(2026, 11))],
)
def test_resting_at_an_edge_turns_the_page(
    month: MonthView, qtbot: QtBot, across: float, down: float, page: Month
) -> None:
    mime, port = packed(Grip((key(1),), day=TODAY)), month.viewport()
    edge = QPoint(round(across * (port.width() - 1)), round(down * (port.height() - 1)))

    with qtbot.waitSignal(month.moved, timeout=3_000):
        drag_over(month, mime, edge)

    assert month.month == page
    drag_over(month, mime, port.rect().center())
    assert not month.hands.edges.rest.isActive()


def test_the_middle_of_a_view_turns_no_page() -> None:
    assert step_at(QPoint(400, 300), QSize(800, 600)) == 0
    assert [step_at(QPoint(*at), QSize(800, 600)) for at in ((2, 300), (400, 2), (798, 300))] == [-1, -1, 1]


# --- drawing longer ---


def end_of(month: MonthView, day: date) -> QPoint:
    rect = [rect for item, rect in month.places.shown(day) if item.key == FAIR.key][-1]
    return QPoint(rect.right() - 2, rect.center().y())


def test_drawing_the_end_of_an_event_wishes_for_its_last_day(window: Window) -> None:
    month = window.month

    QTest.mousePress(month.viewport(), Left, pos=end_of(month, FAIR.last))
    drag_to(month, bare_place(month, date(2026, 10, 23)))
    assert month.stretch() == (FAIR, date(2026, 10, 23))
    month.viewport().repaint()
    QTest.mouseRelease(month.viewport(), Left, pos=bare_place(month, date(2026, 10, 23)))

    assert window.wishes == [("resized", FAIR.key, date(2026, 10, 23))]
    assert month.stretch() is None


def test_an_event_is_never_drawn_shorter_than_its_first_day(window: Window) -> None:
    month = window.month

    QTest.mousePress(month.viewport(), Left, pos=end_of(month, FAIR.last))
    drag_to(month, bare_place(month, date(2026, 10, 2)))
    QTest.mouseRelease(month.viewport(), Left, pos=bare_place(month, date(2026, 10, 2)))

    assert window.wishes == [("resized", FAIR.key, FAIR.first)]


def test_escape_leaves_an_event_as_long_as_it_was(window: Window) -> None:
    month = window.month
    QTest.mousePress(month.viewport(), Left, pos=end_of(month, FAIR.last))
    drag_to(month, bare_place(month, date(2026, 10, 23)))

    QTest.keyClick(month, Qt.Key.Key_Escape)
    QTest.mouseRelease(month.viewport(), Left, pos=bare_place(month, date(2026, 10, 23)))

    assert window.wishes == []
    assert month.selected() == (FAIR.key,)


def test_the_cut_end_of_a_bar_is_no_end(month: MonthView) -> None:
    rect = next(rect for item, rect in month.places.shown(FAIR.first) if item.key == FAIR.key)
    place = QPoint(rect.right() - 2, rect.center().y())

    hover(month, place)

    assert month.viewport().cursor().shape() == Qt.CursorShape.ArrowCursor
    hover(month, end_of(month, FAIR.last))
    assert month.viewport().cursor().shape() == Qt.CursorShape.SizeHorCursor


def test_an_event_of_one_day_can_be_drawn_longer_too(window: Window) -> None:
    month = window.month
    rect = next(rect for item, rect in month.places.shown(QUIET.first) if item.key == QUIET.key)

    QTest.mousePress(month.viewport(), Left, pos=QPoint(rect.right() - 2, rect.center().y()))
    drag_to(month, bare_place(month, date(2026, 10, 24)))
    month.viewport().repaint()
    QTest.mouseRelease(month.viewport(), Left, pos=bare_place(month, date(2026, 10, 24)))

    assert window.wishes == [("resized", key(41, ItemKind.EVENT), date(2026, 10, 24))]
