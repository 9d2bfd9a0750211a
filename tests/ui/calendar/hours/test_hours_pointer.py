"""The pointer among the hours: choosing, opening, pulling an end."""

from datetime import datetime, time, timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
)
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cmstation.domain.health_days import HealthDay
from cmstation.domain.planned_time import at_wall_time
from cmstation.ui.calendar.hours.hours_places import GUTTER
from cmstation.ui.calendar.look import Landing
from cmstation.ui.icons import Icons
from tests.ui.calendar.hour_plans import (
    MONDAY,
    TODAY,
    ZONE,
    event,
    plan,
    post,
    whole_days,
)
from tests.ui.calendar.hours_shown import (
    CTRL,
    LEFT,
    NONE,
    SHIFT,
    Heard,
    Key,
    Shown,
    click,
    move,
    place,
    pull,
    rect_of,
)
from tests.ui.calendar.plan_window import point


@pytest.fixture
def shown(qtbot: QtBot, icons: Icons) -> Shown:
    """Show plans."""
    return Shown(qtbot, icons)


# --- the pointer ---


def test_a_click_selects_and_a_double_click_opens(shown: Shown) -> None:
    one, two = post(1, MONDAY, "10:00"), post(2, TODAY, "11:00")
    view = shown(plan(one, two))
    heard = Heard(view)

    click(view, rect_of(view, one).center())
    assert (view.selected(), heard.said) == ((one.key,), [])
    click(view, rect_of(view, two).center(), CTRL)
    assert view.selected() == (one.key, two.key)
    assert (view.day, view.wall) == (TODAY, time(11))
    QTest.mouseDClick(view.viewport(), LEFT, NONE, rect_of(view, two).center())
    assert heard.said == [("opened", two.key)]


def test_shift_and_click_choose_everything_between(shown: Shown) -> None:
    items = [post(number, MONDAY + timedelta(days=number), "10:00") for number in range(4)]
    view = shown(plan(*items))

    click(view, rect_of(view, items[0]).center())
    click(view, rect_of(view, items[2]).center(), SHIFT)

    assert view.selected() == tuple(item.key for item in items[:3])


def test_a_double_click_on_an_empty_hour_wishes_for_something_new(shown: Shown) -> None:
    view = shown(plan())
    heard = Heard(view)

    QTest.mouseDClick(view.viewport(), LEFT, NONE, place(view, TODAY, "10:40"))
    QTest.mouseDClick(view.viewport(), LEFT, NONE, QPoint(GUTTER + 20, view.places.frame.head - 4))
    QTest.mouseDClick(view.viewport(), LEFT, NONE, QPoint(GUTTER + 20, 8))

    assert heard.said == [("new", Landing(TODAY, time(10, 30))), ("new", Landing(MONDAY)), ("day", MONDAY)]


def test_a_double_click_on_a_free_slot_takes_its_very_minute(shown: Shown) -> None:
    view = shown(plan())
    heard = Heard(view)
    at = at_wall_time(datetime.combine(TODAY, time(10, 20)), ZONE)

    view.show_slots([(at, "Facebook")])
    spot = place(view, TODAY, "10:20") + QPoint(0, 10)
    QTest.mouseDClick(view.viewport(), LEFT, NONE, spot)

    assert heard.said == [("new", Landing(TODAY, time(10, 20)))]
    assert view.tip(view.spot(spot)) == "10:20, free for Facebook"


def test_the_count_of_others_opens_the_day(shown: Shown) -> None:
    view = shown(plan(*(post(number, TODAY, "10:00") for number in range(6))))
    heard = Heard(view)
    (crowd,) = view.places.hours.crowds

    click(view, view.places.crowd(crowd).translated(view.shift()).center())

    assert heard.said == [("day", TODAY)]


def test_a_health_day_is_wished_for_by_a_click_and_a_key(shown: Shown) -> None:
    arthritis = HealthDay("arthrite", "Journée de l’arthrite", MONDAY, MONDAY, False, 2026)
    view = shown(plan(health_days=(arthritis,)))
    heard = Heard(view)
    (note,) = view.places.notes.shown

    click(view, view.places.frame.note(note.first, note.last, note.row).center())
    QTest.keyClick(view, Key.Key_H)

    assert heard.said == [("health", arthritis), ("health", arthritis)]


def test_a_menu_is_wished_for_with_what_is_selected(shown: Shown) -> None:
    item = post(1, MONDAY, "10:00")
    view = shown(plan(item))
    heard, at = Heard(view), rect_of(view, item).center()

    QTest.mousePress(view.viewport(), Qt.MouseButton.RightButton, NONE, at)
    for reason in (QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard):
        QCoreApplication.sendEvent(
            view.viewport(), QContextMenuEvent(reason, at, view.viewport().mapToGlobal(at))
        )

    assert heard.said == [("menu", (item.key,)), ("menu", (item.key,))]


def test_the_pointer_is_told_what_it_is_on(shown: Shown) -> None:
    item = event(1, TODAY, "10:00", "12:00")
    view = shown(plan(item))
    rect = rect_of(view, item)

    point(view, rect.center())
    assert view.hovered is not None
    assert view.hovered.item == item
    point(view, QPoint(rect.center().x(), rect.bottom() - 2))
    assert view.viewport().cursor().shape() == Qt.CursorShape.SizeVerCursor
    assert "10:00 – 12:00" in view.tip(view.spot(rect.center()))


# --- longer and shorter ---


def test_pulling_the_lower_edge_gives_an_event_another_end(shown: Shown) -> None:
    item = event(1, TODAY, "10:00", "12:00")
    view = shown(plan(item))
    heard = Heard(view)
    edge = QPoint(rect_of(view, item).center().x(), rect_of(view, item).bottom() - 2)

    pull(view, edge, edge + QPoint(0, view.places.hours.hour))
    pull(view, edge, QPoint(edge.x(), place(view, TODAY, "10:51").y()), SHIFT)

    first, second = datetime(2026, 10, 13, 13), datetime(2026, 10, 13, 10, 50)  # noqa: DTZ001 (wall times)
    assert heard.said == [("resized", item.key, first), ("resized", item.key, second)]
    assert view.ghost is None


def test_an_event_never_ends_before_it_begins_and_esc_leaves_it_as_it_was(shown: Shown) -> None:
    item = event(1, TODAY, "10:00", "12:00")
    view = shown(plan(item))
    heard = Heard(view)
    edge = QPoint(rect_of(view, item).center().x(), rect_of(view, item).bottom() - 2)

    pull(view, edge, edge - QPoint(0, 4 * view.places.hours.hour))
    QTest.mousePress(view.viewport(), LEFT, NONE, edge)
    move(view, edge + QPoint(0, 80))
    assert view.ghost is not None
    QTest.keyClick(view, Key.Key_Escape)
    QTest.mouseRelease(view.viewport(), LEFT, NONE, edge + QPoint(0, 80))

    assert heard.said == [("resized", item.key, datetime(2026, 10, 13, 10, 15))]  # noqa: DTZ001


def test_pulling_the_right_edge_of_whole_days_gives_another_last_day(shown: Shown) -> None:
    item = whole_days(1, MONDAY)
    view = shown(plan(item))
    heard = Heard(view)
    edge = QPoint(rect_of(view, item).right() - 2, rect_of(view, item).center().y())

    pull(view, edge, edge + QPoint(2 * view.places.frame.width(0), 0))

    assert heard.said == [("resized", item.key, MONDAY + timedelta(days=2))]
