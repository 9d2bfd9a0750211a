"""How the hours are drawn, how fast, and how they are told to those who do not see them."""

import time as clock
from collections.abc import Callable
from dataclasses import replace
from datetime import time

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QRect
from PySide6.QtGui import (
    QAccessible,
    QDragLeaveEvent,
    QImage,
)
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from cmstation.ui.calendar.dragging import packed
from cmstation.ui.calendar.hours.hours_places import Part
from cmstation.ui.calendar.look import Grip
from cmstation.ui.icons import Icons
from cmstation.ui.theme.theme import Theme, ThemeChoice
from tests.ui.calendar.hour_plans import (
    LOOK,
    MONDAY,
    SPRING,
    TODAY,
    crowded_week,
    event,
    plan,
    post,
    usual_week,
)
from tests.ui.calendar.hours_shown import (
    Key,
    Shown,
    hover_drag,
    rect_of,
)


@pytest.fixture
def shown(qtbot: QtBot, icons: Icons) -> Shown:
    """Show plans."""
    return Shown(qtbot, icons)


# --- drawing ---


def test_an_item_that_was_renamed_and_a_theme_that_was_changed_are_drawn_anew(
    shown: Shown, theme: Theme
) -> None:
    item = post(1, MONDAY, "10:00", title="Avant")
    view = shown(plan(item))

    def picture() -> QImage:
        return view.grab(rect_of(view, item)).toImage()

    before = picture()
    assert picture() == before
    view.show_plan(plan(replace(item, title="Tout autre chose")), LOOK)
    renamed = picture()
    theme.choose(ThemeChoice.DARK)

    assert renamed != before
    assert picture() != renamed
    assert picture().pixelColor(40, 2).lightness() < 128


# --- those who do not see it ---


def test_each_item_has_a_name_a_role_and_a_place(shown: Shown, qtbot: QtBot) -> None:
    item = event(1, TODAY, "10:00", "12:00", title="Point presse", place="Hall")
    view = shown(plan(item, post(2, TODAY, "14:00", title="Grippe")))

    spoken = QAccessible.queryAccessibleInterface(view)
    children = [spoken.child(place) for place in range(spoken.childCount())]
    names = [child.text(QAccessible.Text.Name) for child in children]

    assert spoken.role() == QAccessible.Role.List
    assert spoken.text(QAccessible.Text.Name) == "Week"
    assert "Tuesday 13 October, 10:00 – 12:00, Point presse, Event, Hall" in names
    (child,) = [c for c in children if "Point presse" in c.text(QAccessible.Text.Name)]
    assert child.role() == QAccessible.Role.ListItem
    assert child.text(QAccessible.Text.Description) == "Event"
    corner = view.viewport().mapToGlobal(rect_of(view, item).topLeft())
    assert child.rect() == QRect(corner, rect_of(view, item).size())


def test_what_is_selected_is_told(shown: Shown) -> None:
    one, two = post(1, MONDAY, "10:00"), post(2, TODAY, "11:00")
    view = shown(plan(one, two))

    view.select((two.key,))

    spoken = QAccessible.queryAccessibleInterface(view)
    states = [spoken.child(place).state().selected for place in range(spoken.childCount())]
    assert sum(map(bool, states)) == 1
    assert view.currentIndex() == view.model_of_items.index_of(two.key)


def test_the_half_hour_of_the_keyboard_is_told(shown: Shown) -> None:
    view = shown(plan(post(1, MONDAY, "10:00", title="Grippe")))

    QTest.keyClick(view, Key.Key_Down)
    free = view.accessibleDescription()
    QTest.keyClick(view, Key.Key_Down)

    assert free == "Monday 12 October, 09:30, free"
    assert view.accessibleDescription().startswith("Monday 12 October, 10:00\n10:00, Grippe, Scheduled")
    skipped = shown(plan(), SPRING)
    skipped.walk_to_cell(SPRING, time(2))
    assert skipped.accessibleDescription() == "Sunday 28 March, 02:00, does not exist"


def test_the_model_keeps_the_promises_of_qt(shown: Shown) -> None:
    view = shown(usual_week())
    model = view.model_of_items

    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    view.show_plan(crowded_week(30), LOOK)
    view.turn(1)
    view.turn(-1)

    assert tester.model() is model
    assert model.rowCount() == len(view.keys())


# --- speed ---


def test_two_hundred_items_are_drawn_and_carried_about_without_delay(shown: Shown) -> None:
    view = shown(crowded_week(200), width=1640)
    view.resize(1640, 900)
    canvas = QImage(view.size(), QImage.Format.Format_ARGB32_Premultiplied)
    view.render(canvas)  # the first picture draws every icon and sets every word
    mime, points = packed(Grip(post=7)), [QPoint(200 + 11 * step, 200 + 5 * step) for step in range(80)]

    def cost(work: Callable[[QPoint], object]) -> float:
        took: list[float] = []
        for point in points:
            start = clock.thread_time()
            work(point)
            took.append((clock.thread_time() - start) * 1000)
        return sorted(took)[int(len(took) * 0.95)]

    whole = cost(lambda _point: view.render(canvas))
    hover = cost(lambda point: (QTest.mouseMove(view.viewport(), point), view.repaint()))
    drag = cost(lambda point: (hover_drag(view, mime, point), view.repaint()))

    # Coarse on purpose: machines differ.
    assert max(whole, hover, drag) < 60, (whole, hover, drag)
    QCoreApplication.sendEvent(view.viewport(), QDragLeaveEvent())


def test_the_head_tells_what_a_day_is(shown: Shown) -> None:
    view = shown(usual_week())

    spot = view.spot(QPoint(view.places.frame.edges[5] + 20, 10))

    assert spot is not None
    assert spot.part is Part.TITLE
    assert view.tip(spot).splitlines()[0] == "Saturday 17 October 2026"
    assert "Vacances de la Toussaint" in view.tip(spot)


def test_a_lone_item_of_a_day_is_no_wider_than_one_reads_and_two_share_the_whole_width(shown: Shown) -> None:
    lone = post(1, TODAY, "09:00")
    left, right = event(2, TODAY, "14:00", "17:00"), event(3, TODAY, "15:00", "16:00")
    view = shown(plan(lone, left, right), TODAY, days=1)

    alone, *beside = (rect_of(view, item) for item in (lone, left, right))

    whole = view.places.frame.width(0)
    assert alone.width() == 560 < whole
    assert beside[0].right() < beside[1].left()
    assert beside[1].right() - beside[0].left() > whole - 10
