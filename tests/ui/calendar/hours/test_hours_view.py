"""What a week and a day show, and how one walks through them with the keyboard."""

from datetime import date, time, timedelta

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import (
    QKeyEvent,
)
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cmstation.domain.calendar import ItemKey, Plan
from cmstation.ui.calendar.hours.hours_view import HoursView
from cmstation.ui.calendar.look import Landing
from cmstation.ui.icons import Icons
from tests.ui.calendar.hour_plans import (
    AUTUMN,
    LOOK,
    MONDAY,
    SPRING,
    TODAY,
    autumn_week,
    crowded_week,
    plan,
    post,
    spring_week,
    usual_week,
)
from tests.ui.calendar.hours_shown import CTRL, NONE, SHIFT, Heard, Key, Shown, rect_of


@pytest.fixture
def shown(qtbot: QtBot, icons: Icons) -> Shown:
    """Show plans."""
    return Shown(qtbot, icons)


# --- what is shown ---


def test_a_week_begins_on_monday_and_offers_the_items_that_touch_it(shown: Shown) -> None:
    wanted = usual_week()

    view = shown(wanted, date(2026, 10, 15))

    assert view.span() == (MONDAY, date(2026, 10, 19))
    touching = tuple(i.key for i in wanted.items if i.first < date(2026, 10, 19) and i.last >= MONDAY)
    assert view.keys() == touching
    assert len(touching) == len(wanted.items)


@pytest.mark.parametrize("wanted", [usual_week(), crowded_week(), autumn_week(), spring_week()])
@pytest.mark.parametrize("days", [1, 7])
def test_every_view_offers_exactly_what_touches_its_span_and_shows_or_counts_it(
    shown: Shown, wanted: Plan, days: int
) -> None:
    for day in (MONDAY, MONDAY + timedelta(days=3), AUTUMN, SPRING):
        view = shown(wanted, day, days=days)
        start, end = view.span()

        assert view.keys() == tuple(i.key for i in wanted.items if i.first < end and i.last >= start)
        offered = view.keys()
        assert all(view.item_rects(key) for key in offered)


def test_paging_keeps_the_day_of_the_week_and_says_so(shown: Shown) -> None:
    view = shown(usual_week(), date(2026, 10, 14))
    heard = Heard(view)

    view.turn(-2)

    assert (view.day, heard.moved) == (date(2026, 9, 30), 1)
    assert view.span() == (date(2026, 9, 28), date(2026, 10, 5))


def test_the_week_opens_at_eight_or_at_its_first_item(shown: Shown) -> None:
    late = shown(plan(post(1, MONDAY, "15:00")))
    early = shown(plan(post(1, MONDAY, "05:20")))

    def upper(view: HoursView) -> float:
        return view.places.minute(view.verticalScrollBar().value())

    assert 7.5 * 60 < upper(late) <= 8 * 60
    assert 4.5 * 60 < upper(early) <= 5 * 60


def test_the_hours_stay_where_they_were_scrolled_to_when_the_plan_is_read_again(shown: Shown) -> None:
    view = shown(usual_week())
    view.verticalScrollBar().setValue(100)

    view.show_plan(plan(post(1, MONDAY, "05:20")), LOOK)

    assert view.verticalScrollBar().value() == 100


def test_the_present_hour_moves_without_drawing_the_rest_anew(shown: Shown, qtbot: QtBot) -> None:
    view, wanted = shown(usual_week()), usual_week()
    before = view.places
    later = LOOK.now + timedelta(minutes=1)

    view.show_plan(wanted, type(LOOK)(TODAY, later, LOOK.lines, LOOK.campaigns, LOOK.accounts))

    assert view.places is before
    assert view.look is not None
    assert view.look.now == later


# --- the keyboard ---


def test_arrows_walk_half_hours_and_days(shown: Shown) -> None:
    view = shown(plan(), date(2026, 10, 14))
    heard = Heard(view)

    QTest.keyClick(view, Key.Key_Down)
    assert (view.day, view.wall) == (date(2026, 10, 14), time(9, 30))
    QTest.keyClick(view, Key.Key_Up)
    QTest.keyClick(view, Key.Key_Up)
    assert view.wall == time(8, 30)
    QTest.keyClick(view, Key.Key_Right)
    assert (view.day, view.wall, heard.moved) == (date(2026, 10, 15), time(8, 30), 1)
    QTest.keyClick(view, Key.Key_Home)
    QTest.keyClick(view, Key.Key_Left)
    assert view.day == date(2026, 10, 11)
    assert view.span()[1] == MONDAY
    QTest.keyClick(view, Key.Key_PageDown)
    assert view.day == date(2026, 10, 18)
    QTest.keyClick(view, Key.Key_End)
    assert view.day == date(2026, 10, 18)


def test_the_hour_of_the_keyboard_is_always_in_sight(shown: Shown) -> None:
    view = shown(plan())

    for _ in range(60):
        QTest.keyClick(view, Key.Key_Down)

    assert view.wall == time(23, 30)
    cursor = view.cursor_rect().translated(view.shift())
    assert view.places.frame.head <= cursor.top()
    assert cursor.bottom() < view.viewport().height()


def test_arrows_walk_through_both_passes_of_the_hour_that_comes_twice(shown: Shown) -> None:
    view = shown(plan(), AUTUMN)
    view.stand_on(AUTUMN, time(1, 30))

    walls: list[tuple[time, int]] = []
    for _ in range(5):
        QTest.keyClick(view, Key.Key_Down)
        walls.append((view.wall, view.wall.fold))

    assert walls == [(time(2), 0), (time(2, 30), 0), (time(2), 1), (time(2, 30), 1), (time(3), 0)]
    view.stand_on(AUTUMN, time(2, 30, fold=1))
    QTest.keyClick(view, Key.Key_Left)
    assert (view.wall, view.wall.fold) == (time(2, 30), 0)


def test_enter_opens_an_item_and_wishes_for_something_new_in_an_empty_hour(shown: Shown) -> None:
    item = post(1, MONDAY, "10:10")
    view = shown(plan(item))
    heard = Heard(view)

    QTest.keyClick(view, Key.Key_Return)
    QTest.keyClick(view, Key.Key_Down)
    QTest.keyClick(view, Key.Key_Down)
    QTest.keyClick(view, Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)

    assert heard.said == [("new", Landing(MONDAY, time(9))), ("opened", item.key)]
    assert view.selected() == (item.key,)


def test_ctrl_and_arrows_walk_the_items_and_shift_extends(shown: Shown) -> None:
    view = shown(usual_week())
    view.stand_on(MONDAY, time(0))
    heard, keys = Heard(view), view.keys()
    timed = [item.key for item in view.model_of_items.items if not item.whole_day]

    QTest.keyClick(view, Key.Key_Down, CTRL)
    first = view.selected()
    QTest.keyClick(view, Key.Key_Down, CTRL | SHIFT)

    assert first == (timed[0],)
    assert view.selected() == keys[keys.index(timed[0]) : keys.index(timed[0]) + 2]
    assert heard.chosen == 2
    QTest.keyClick(view, Key.Key_Escape)
    assert view.selected() == ()


def test_every_item_can_be_reached_without_a_mouse(shown: Shown) -> None:
    view = shown(crowded_week(60))
    view.select(view.keys()[:1])
    met = [view.selected()[0]]

    for _ in view.keys()[1:]:
        QTest.keyClick(view, Key.Key_Down, CTRL)
        met.append(view.selected()[0])

    assert tuple(met) == view.keys()


def test_keys_that_mean_nothing_here_reach_the_tab(shown: Shown, qtbot: QtBot) -> None:
    view = shown(usual_week())

    for key in (Key.Key_M, Key.Key_T, Key.Key_N, Key.Key_Delete, Key.Key_3, Key.Key_Tab):
        pressed = _key(key)
        view.keyPressEvent(pressed)
        assert not pressed.isAccepted()
    pressed = _key(Key.Key_Down)
    view.keyPressEvent(pressed)
    assert pressed.isAccepted()


def test_home_and_end_of_a_day_are_its_first_and_last_half_hour(shown: Shown) -> None:
    view = shown(plan(), days=1)

    QTest.keyClick(view, Key.Key_End)
    assert (view.day, view.wall) == (MONDAY, time(23, 30))
    QTest.keyClick(view, Key.Key_Home)
    assert view.wall == time(0)
    QTest.keyClick(view, Key.Key_PageDown)
    assert view.day == MONDAY + timedelta(days=1)


# --- selecting from outside ---


def test_selecting_shows_the_day_and_the_hour_of_the_item(shown: Shown) -> None:
    item = post(1, MONDAY + timedelta(days=4), "23:00")
    view = shown(plan(item, post(2, MONDAY, "09:00")))

    view.select((item.key, ItemKey(item.key.kind, 99)))

    assert view.selected() == (item.key,)
    assert view.day == item.first
    assert view.viewport().rect().contains(rect_of(view, item))


def test_what_is_gone_is_no_longer_selected(shown: Shown) -> None:
    item = post(1, MONDAY, "09:00")
    view = shown(plan(item))
    view.select((item.key,))
    heard = Heard(view)

    view.show_plan(plan(), LOOK)

    assert (view.selected(), heard.chosen) == ((), 1)


def _key(key: Qt.Key) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, NONE)
