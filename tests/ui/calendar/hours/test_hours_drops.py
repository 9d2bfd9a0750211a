"""What is carried over the hours and let go there."""

from datetime import time

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, Qt
from PySide6.QtGui import (
    QDragLeaveEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cmstation.ui.calendar.dragging import packed
from cmstation.ui.calendar.hours.hours_landing import Held, landing_at
from cmstation.ui.calendar.look import Grip, Landing
from cmstation.ui.icons import Icons
from tests.ui.calendar.hour_plans import (
    AUTUMN,
    MONDAY,
    SPRING,
    TODAY,
    autumn_week,
    event,
    plan,
    post,
    spring_week,
    whole_days,
)
from tests.ui.calendar.hours_shown import (
    CTRL,
    LEFT,
    NONE,
    SHIFT,
    Heard,
    Shown,
    drop,
    hover_drag,
    move,
    place,
    rect_of,
)


@pytest.fixture
def shown(qtbot: QtBot, icons: Icons) -> Shown:
    """Show plans."""
    return Shown(qtbot, icons)


def test_a_drop_lands_on_the_nearest_quarter_of_an_hour(shown: Shown) -> None:
    item = post(1, MONDAY, "10:00")
    view = shown(plan(item))
    heard, grip = Heard(view), Grip((item.key,), day=MONDAY)

    dropped = drop(view, grip, place(view, TODAY, "14:20"))
    drop(view, grip, place(view, TODAY, "14:20"), SHIFT)

    assert dropped.isAccepted()
    assert heard.said == [
        ("dropped", grip, Landing(TODAY, time(14, 15))),
        ("dropped", grip, Landing(TODAY, time(14, 20))),
    ]


def test_ctrl_copies_what_is_dropped(shown: Shown) -> None:
    item = post(1, MONDAY, "10:00")
    view = shown(plan(item))
    heard = Heard(view)

    dropped = drop(view, Grip((item.key,), day=MONDAY), place(view, MONDAY, "10:00"), CTRL)

    assert dropped.dropAction() == Qt.DropAction.CopyAction
    copied = Grip((item.key,), day=MONDAY, copies=True)
    assert heard.said == [("dropped", copied, Landing(MONDAY, time(10)))]


def test_a_drop_where_it_was_means_nothing(shown: Shown) -> None:
    item = post(1, MONDAY, "10:00")
    view = shown(plan(item))
    heard = Heard(view)

    drop(view, Grip((item.key,), day=MONDAY), place(view, MONDAY, "10:00"))

    assert heard.said == []


def test_above_the_hours_the_hour_is_kept(shown: Shown) -> None:
    item, long = post(1, MONDAY, "10:00"), whole_days(2, MONDAY)
    view = shown(plan(item, long))
    heard = Heard(view)
    head = QPoint(place(view, TODAY, "10:00").x(), 20)

    drop(view, Grip((item.key,), day=MONDAY), head)
    drop(view, Grip((long.key,), day=MONDAY), place(view, TODAY, "10:00"))
    drop(view, Grip((item.key, long.key), day=MONDAY), place(view, TODAY, "10:00"))

    assert [said[2] for said in heard.said] == [Landing(TODAY)] * 3


def test_a_post_of_the_side_list_lands_at_the_hour_under_the_pointer(shown: Shown) -> None:
    view = shown(plan())
    heard = Heard(view)

    drop(view, Grip(post=7), place(view, TODAY, "16:00"))

    assert heard.said == [("dropped", Grip(post=7), Landing(TODAY, time(16)))]


def test_the_hour_that_is_skipped_can_be_dropped_on_and_says_what_it_is(shown: Shown) -> None:
    view = shown(spring_week(), SPRING)
    heard, at = Heard(view), place(view, SPRING, "02:30")

    hover_drag(view, packed(Grip(post=7)), at)
    assert view.ghost is not None
    assert view.ghost.amiss
    drop(view, Grip(post=7), at)

    assert heard.said == [("dropped", Grip(post=7), Landing(SPRING, time(2, 30)))]


def test_the_second_of_two_equal_hours_is_told_from_the_first(shown: Shown) -> None:
    view = shown(autumn_week(), AUTUMN)
    heard = Heard(view)

    drop(view, Grip(post=7), place(view, AUTUMN, "02:15"))
    drop(view, Grip(post=7), place(view, AUTUMN, "02:15", again=True))

    landings = [said[2] for said in heard.said]
    assert [landing.wall for landing in landings if isinstance(landing, Landing)] == [time(2, 15)] * 2
    folds = [landing.wall.fold for landing in landings if isinstance(landing, Landing) and landing.wall]
    assert folds == [0, 1]


def test_a_drag_shows_its_place_in_words_and_leaves_nothing_behind(shown: Shown) -> None:
    item = post(1, MONDAY, "10:00")
    view = shown(plan(item))

    moved = hover_drag(view, packed(Grip((item.key,), day=MONDAY)), place(view, TODAY, "14:00"))

    assert moved.isAccepted()
    assert view.ghost is not None
    assert (view.ghost.words, view.ghost.first) == ("Tue 13, 14:00", 1)
    QCoreApplication.sendEvent(view.viewport(), QDragLeaveEvent())
    assert view.ghost is None


def test_what_comes_from_elsewhere_is_refused(shown: Shown) -> None:
    view = shown(plan())
    mime = QMimeData()
    mime.setText("Bonjour")

    moved = hover_drag(view, mime, place(view, TODAY, "14:00"))

    assert not moved.isAccepted()
    assert view.ghost is None


def test_a_drag_at_the_lower_edge_scrolls(shown: Shown, qtbot: QtBot) -> None:
    view = shown(plan())
    before = view.verticalScrollBar().value()

    hover_drag(view, packed(Grip(post=7)), QPoint(300, view.viewport().height() - 4))
    qtbot.waitUntil(lambda: view.verticalScrollBar().value() > before + 20)
    QCoreApplication.sendEvent(view.viewport(), QDragLeaveEvent())
    after = view.verticalScrollBar().value()
    qtbot.wait(80)

    assert view.verticalScrollBar().value() == after


def test_an_item_is_carried_by_the_place_where_it_was_taken(shown: Shown) -> None:
    item = event(1, MONDAY, "10:00", "12:00")
    view = shown(plan(item))
    an_hour_in = Held(item, day=MONDAY, offset=60)
    on_its_second_day = Held(item, day=TODAY, offset=60, begins=False)
    at = place(view, TODAY, "15:00")

    landings = [
        landing_at(view.places, at, view.shift(), held, fine=False)
        for held in (an_hour_in, on_its_second_day)
    ]

    assert landings == [Landing(TODAY, time(14)), Landing(TODAY)]


def test_a_drag_that_ends_leaves_nothing_lifted(shown: Shown) -> None:
    item = post(1, MONDAY, "10:00")
    view = shown(plan(item))
    start = rect_of(view, item).center()

    QTest.mousePress(view.viewport(), LEFT, NONE, start)
    move(view, start + QPoint(0, QApplication.startDragDistance() + 1))
    QTest.mouseRelease(view.viewport(), LEFT, NONE, start)

    assert (view.lifted, view.ghost) == (frozenset(), None)
    assert view.selected() == (item.key,)


def test_what_has_left_is_not_carried_and_the_pointer_says_so(shown: Shown) -> None:
    item = post(1, MONDAY, "10:00", movable=False)
    view = shown(plan(item))
    start = rect_of(view, item).center()

    QTest.mousePress(view.viewport(), LEFT, NONE, start)
    move(view, start + QPoint(0, QApplication.startDragDistance() + 1))

    assert view.viewport().cursor().shape() == Qt.CursorShape.ForbiddenCursor
    assert view.lifted == frozenset()
    QTest.mouseRelease(view.viewport(), LEFT, NONE, start)
