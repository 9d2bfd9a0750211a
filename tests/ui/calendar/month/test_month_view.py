"""The month: what it shows, and what its keys do."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QColor, QImage
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from cmstation.domain.calendar import ItemKey, ItemKind
from cmstation.ui.calendar.month.month_view import MonthView
from cmstation.ui.calendar.months import Month
from cmstation.ui.icons import Icons
from tests.ui.calendar.lane_plans import LOOK, TODAY, event, health_day, normal_plan, plan, post
from tests.ui.calendar.month_stage import FAIR, FULL_DAY, Held, Window, busy_plan, key

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


def cell_of(month: MonthView, day: date) -> QAccessibleInterface:
    """A day as a screen reader finds it; the headers count as a row and a column."""
    index = month.model_of_days.index_of(day)
    cell = QAccessible.queryAccessibleInterface(month).child((index.row() + 1) * 8 + index.column() + 1)
    assert cell is not None
    return cell


def words_of(month: MonthView, day: date) -> str:
    return cell_of(month, day).text(QAccessible.Text.Name)


# --- what is shown ---


def test_its_keys_are_the_items_that_touch_its_weeks(month: MonthView) -> None:
    month.show_plan(normal_plan(), LOOK)
    start, end = month.span()

    assert (start, end) == (date(2026, 9, 28), date(2026, 11, 2))
    wanted = [item.key for item in normal_plan().items if item.first < end and item.last >= start]
    assert sorted(month.keys()) == sorted(wanted)


def test_a_bar_lies_across_its_days_and_again_in_the_next_week(month: MonthView) -> None:
    pieces = [piece for piece in month.places.pieces() if piece.bar.item == FAIR]

    assert [(piece.before, piece.after) for piece in pieces] == [(False, True), (True, False)]
    first, second = (piece.rect for piece in pieces)
    for number, rect in ((15, first), (16, first), (18, first), (19, second), (20, second)):
        cell = month.visualRect(month.model_of_days.index_of(date(2026, 10, number)))
        assert rect.intersects(cell)
    assert first.bottom() < second.top()


def test_a_full_day_shows_what_fits_and_counts_the_others(month: MonthView) -> None:
    face = month.places.face(FULL_DAY)

    shown = len(month.places.shown(FULL_DAY))
    assert shown + face.places.left_out == len(month.model_of_days.items(FULL_DAY)) == 8
    assert face.others_words == f"+ {8 - shown} other(s)"


def test_a_health_day_drives_no_post_away_and_finds_another_place(month: MonthView) -> None:
    day = date(2026, 10, 29)
    at_its_foot = month.places.health(day)

    month.show_plan(plan(*(post(number, day, f"1{number}:00") for number in range(4))), LOOK)

    cell = month.visualRect(month.model_of_days.index_of(day))
    assert at_its_foot.top() > cell.center().y()
    assert len(month.places.shown(day)) == 4 or month.places.face(day).places.left_out
    assert not month.places.health(day).isEmpty()
    assert not any(rect.intersects(month.places.health(day)) for _, rect in month.places.shown(day))


def test_the_same_plan_again_draws_nothing(month: MonthView, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(month.model_of_days.dataChanged):
        month.show_plan(busy_plan(), LOOK)

    with qtbot.waitSignal(month.model_of_days.dataChanged):
        month.show_plan(normal_plan(), LOOK)


def test_the_model_obeys_qt(month: MonthView) -> None:
    tester = QAbstractItemModelTester(
        month.model_of_days, QAbstractItemModelTester.FailureReportingMode.Fatal
    )

    month.turn(3)
    month.turn(-3)
    month.show_plan(normal_plan(), LOOK)

    assert tester.model() is month.model_of_days


@pytest.mark.parametrize("size", [(1086, 600), (1640, 900), (700, 420)])
def test_no_chip_lies_over_another_whatever_the_size(month: MonthView, size: tuple[int, int]) -> None:
    month.window().resize(*size)
    start, end = month.span()

    for place in range((end - start).days):
        rects = [rect for _, rect in month.places.shown(start + timedelta(days=place))]
        assert not any(one.intersects(two) for at, one in enumerate(rects) for two in rects[at + 1 :])


def test_school_holidays_are_a_line_above_their_days(month: MonthView) -> None:
    image = QImage(month.viewport().size(), QImage.Format.Format_RGB32)
    month.viewport().render(image)

    def top_of(day: date) -> QColor:
        cell = month.visualRect(month.model_of_days.index_of(day))
        return image.pixelColor(cell.center().x(), cell.top() + 1)

    assert top_of(date(2026, 10, 20)) == month.icons.theme.colour("handle")
    assert top_of(date(2026, 10, 14)) != month.icons.theme.colour("handle")


# --- a screen reader ---


def test_a_day_tells_its_date_its_remarks_and_each_item(month: MonthView) -> None:
    words = words_of(month, TODAY).splitlines()

    assert words[0] == "Tuesday 13 October 2026, today, 2 item(s)"
    assert words[1] == (
        "08:30, Octobre rose commence, Scheduled, Clinique des Tilleuls, @tilleuls, Prévention"
    )
    assert "Vacances de la Toussaint" in words_of(month, date(2026, 10, 20))
    assert "(to confirm)" in words_of(month, date(2026, 10, 17))
    assert "Salon de la santé" in words_of(month, date(2026, 10, 18))
    assert words_of(month, date(2026, 10, 30)).splitlines()[0].endswith("nothing")


def test_it_is_a_table_of_days_with_names_and_roles(month: MonthView) -> None:
    interface = QAccessible.queryAccessibleInterface(month)

    assert interface.role() == QAccessible.Role.Table
    assert interface.text(QAccessible.Text.Name) == "Month"
    assert interface.childCount() == 6 * 8
    assert [interface.child(at).text(QAccessible.Text.Name) for at in (1, 7, 8)] == [
        "Monday",
        "Sunday",
        "Week 40",
    ]
    cell = cell_of(month, TODAY)
    assert cell.role() == QAccessible.Role.Cell
    assert cell.state().selected
    assert not cell_of(month, date(2026, 10, 14)).state().selected


def test_the_item_one_walks_to_is_told_by_its_day(month: MonthView) -> None:
    QTest.keyClick(month, Keys.Key_Down, Held.ControlModifier)

    told = cell_of(month, TODAY).text(QAccessible.Text.Description)
    assert told.startswith("08:30, Octobre rose commence")
    assert cell_of(month, date(2026, 10, 14)).text(QAccessible.Text.Description) == ""


# --- walking ---


@pytest.mark.parametrize(
    ("pressed", "day"),
    [
        (Keys.Key_Left, date(2026, 10, 12)),
        (Keys.Key_Right, date(2026, 10, 14)),
        (Keys.Key_Up, date(2026, 10, 6)),
        (Keys.Key_Down, date(2026, 10, 20)),
        (Keys.Key_Home, date(2026, 10, 12)),
        (Keys.Key_End, date(2026, 10, 18)),
        (Keys.Key_PageUp, date(2026, 9, 13)),
        (Keys.Key_PageDown, date(2026, 11, 13)),
    ],
)
def test_the_keys_walk_from_day_to_day_and_month_to_month(
    month: MonthView, qtbot: QtBot, pressed: Qt.Key, day: date
) -> None:
    with qtbot.waitSignal(month.moved):
        QTest.keyClick(month, pressed)

    assert month.day == day
    assert month.month == Month.of(day)


def test_the_last_day_of_a_long_month_becomes_the_last_of_a_short_one(month: MonthView) -> None:
    month.go_to(date(2027, 1, 31))

    QTest.keyClick(month, Keys.Key_PageDown)

    assert month.day == date(2027, 2, 28)


def test_ctrl_down_walks_every_item_once_in_reading_order_and_back(month: MonthView) -> None:
    month.go_to(date(2026, 10, 1))
    walked: list[ItemKey] = []

    for _ in range(len(month.keys())):
        QTest.keyClick(month, Keys.Key_Down, Held.ControlModifier)
        walked.extend(month.selected())

    assert tuple(walked) == month.keys()
    assert month.day == date(2026, 10, 22)
    for _ in range(len(month.keys())):
        QTest.keyClick(month, Keys.Key_Up, Held.ControlModifier)
    assert month.selected() == (walked[0],)


def test_ctrl_up_from_a_day_goes_back_to_the_item_before_it(month: MonthView) -> None:
    month.go_to(date(2026, 10, 30))

    QTest.keyClick(month, Keys.Key_Up, Held.ControlModifier)

    assert month.selected() == (key(41, ItemKind.EVENT),)
    assert month.day == date(2026, 10, 22)


def test_shift_takes_the_items_on_the_way(month: MonthView) -> None:
    both = Held.ControlModifier | Held.ShiftModifier

    QTest.keyClick(month, Keys.Key_Down, Held.ControlModifier)
    QTest.keyClick(month, Keys.Key_Down, both)
    QTest.keyClick(month, Keys.Key_Down, both)

    assert month.selected() == (key(1), key(2), key(30, ItemKind.REMOTE))
    QTest.keyClick(month, Keys.Key_Up, both)
    assert month.selected() == (key(1), key(2))


def test_an_item_that_is_only_counted_can_be_walked_to_and_marks_its_count(month: MonthView) -> None:
    month.select([key(107)])

    assert month.day == FULL_DAY
    assert month.delegate_of_days.standing.marked == FULL_DAY
    month.select([key(1)])
    assert month.delegate_of_days.standing.marked is None


def test_leaving_an_item_with_the_arrows_chooses_nothing(month: MonthView) -> None:
    month.select([key(1)])

    QTest.keyClick(month, Keys.Key_Right)

    assert month.selected() == ()


def test_escape_drops_the_choice_and_is_then_left_to_the_tab(window: Window) -> None:
    window.month.select([key(1)])

    QTest.keyClick(window.month, Keys.Key_Escape)
    assert window.month.selected() == ()
    QTest.keyClick(window.month, Keys.Key_Escape)

    assert window.heard == ["Key_Escape"]


def test_enter_opens_the_item_or_the_day(window: Window) -> None:
    QTest.keyClick(window.month, Keys.Key_Return)
    QTest.keyClick(window.month, Keys.Key_Down, Held.ControlModifier)
    QTest.keyClick(window.month, Keys.Key_Return)

    assert window.wishes == [("day_opened",), ("opened", key(1))]


@pytest.mark.parametrize("pressed", [Keys.Key_M, Keys.Key_T, Keys.Key_N, Keys.Key_Delete, Keys.Key_1])
def test_other_keys_reach_the_tab(window: Window, pressed: Qt.Key) -> None:
    QTest.keyClick(window.month, pressed)

    assert window.heard == [pressed.name]


def test_alt_and_the_arrows_reach_the_tab(window: Window) -> None:
    QTest.keyClick(window.month, Keys.Key_Right, Held.AltModifier)

    assert window.heard == ["Key_Right"]
    assert window.month.day == TODAY


def test_h_wishes_for_the_health_day_of_the_day_else_for_what_lasts_over_it(window: Window) -> None:
    month = window.month

    month.go_to(date(2026, 11, 14))
    QTest.keyClick(month, Keys.Key_H)
    month.go_to(date(2026, 11, 10))
    QTest.keyClick(month, Keys.Key_H)

    assert window.wishes == [("health_day", "Journée du diabète"), ("health_day", "Mois sans tabac")]


def test_h_asks_which_of_several_is_meant(window: Window) -> None:
    both = (health_day("Journée du cœur", TODAY), health_day("Semaine de la vue", TODAY, date(2026, 10, 19)))
    window.month.show_plan(replace(busy_plan(), health_days=both), LOOK)

    QTest.keyClick(window.month, Keys.Key_H)
    (menu,) = window.month.findChildren(QMenu)
    assert [action.text() for action in menu.actions()] == [
        "Journée du cœur",
        "Semaine de la vue, until 19 Oct",
    ]
    menu.actions()[1].trigger()
    menu.close()

    assert window.wishes == [("health_day", "Semaine de la vue")]


def test_h_on_a_day_without_any_reaches_the_tab(window: Window) -> None:
    window.month.go_to(date(2026, 9, 9))

    QTest.keyClick(window.month, Keys.Key_H)

    assert window.heard == ["Key_H"]


# --- choosing from elsewhere ---


def test_choosing_goes_to_the_day_and_says_so(month: MonthView, qtbot: QtBot) -> None:
    with qtbot.waitSignals([month.chosen, month.moved]):
        month.select([key(41, ItemKind.EVENT)])

    assert month.day == date(2026, 10, 22)
    with qtbot.assertNotEmitted(month.chosen):
        month.select([key(41, ItemKind.EVENT)])


def test_what_is_gone_or_on_another_page_is_no_longer_chosen(month: MonthView) -> None:
    month.select([key(1), key(2)])
    month.show_plan(plan(post(2, TODAY, "18:00")), LOOK)
    assert month.selected() == (key(2),)

    month.turn(2)
    assert month.selected() == ()


def test_a_bar_that_began_on_the_page_before_is_chosen_on_its_first_day_here(month: MonthView) -> None:
    long = event(1, date(2026, 9, 1), date(2026, 12, 1))
    month.show_plan(plan(long), LOOK)
    month.select([long.key])

    assert month.day == TODAY
