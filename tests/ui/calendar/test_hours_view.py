"""The week and the day under the pointer, the keyboard and the eyes of those who do not see them."""

import time as clock
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import (
    QAccessible,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cmstation.domain.calendar import CalendarItem, ItemKey, Plan
from cmstation.domain.health_days import HealthDay
from cmstation.domain.planned_time import at_wall_time
from cmstation.ui.calendar.dragging import packed
from cmstation.ui.calendar.hours_landing import Held, landing_at
from cmstation.ui.calendar.hours_places import GUTTER, Part
from cmstation.ui.calendar.hours_view import HoursView
from cmstation.ui.calendar.look import Grip, Landing
from cmstation.ui.icons import Icons
from cmstation.ui.theme.theme import Theme, ThemeChoice
from tests.ui.calendar.hour_plans import (
    AUTUMN,
    LOOK,
    MONDAY,
    SPRING,
    TODAY,
    ZONE,
    autumn_week,
    crowded_week,
    event,
    plan,
    post,
    spring_week,
    usual_week,
    whole_days,
)

LEFT = Qt.MouseButton.LeftButton
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
Key = Qt.Key
Shown = Callable[..., HoursView]


@pytest.fixture
def shown(qtbot: QtBot, icons: Icons) -> Shown:
    """Show a plan on a day, in a week or alone."""

    def show(wanted: Plan, day: date = MONDAY, *, days: int = 7, width: int = 1086) -> HoursView:
        view = HoursView(icons, days)
        qtbot.addWidget(view)
        view.resize(width, 600)
        with qtbot.waitExposed(view):
            view.show()
        view.setFocus()
        view.go_to(day)
        view.show_plan(wanted, LOOK)
        return view

    return show


class Heard:
    """What a view wished for."""

    def __init__(self, view: HoursView) -> None:
        self.said: list[tuple[object, ...]] = []
        self.moved = self.chosen = 0
        view.opened.connect(self._note("opened"))
        view.dropped.connect(self._note("dropped"))
        view.resized.connect(self._note("resized"))
        view.new_wanted.connect(self._note("new"))
        view.menu_wanted.connect(self._note("menu", 1))
        view.health_day_wanted.connect(self._note("health", 1))
        view.day_opened.connect(lambda: self.said.append(("day", view.day)))
        view.moved.connect(self._count_moved)
        view.chosen.connect(self._count_chosen)

    def _note(self, word: str, most: int = 2) -> Callable[..., None]:
        """Write down a wish, without the place on the screen."""

        def note(*wished: object) -> None:
            self.said.append((word, *wished[:most]))

        return note

    def _count_moved(self) -> None:
        self.moved += 1

    def _count_chosen(self) -> None:
        self.chosen += 1


def rect_of(view: HoursView, item: CalendarItem) -> QRect:
    return view.item_rects(item.key)[0]


def place(view: HoursView, day: date, hour: str, *, again: bool = False) -> QPoint:
    """Scroll to an hour of a day, and return where it lies."""
    wall = time.fromisoformat(hour).replace(fold=int(again))
    y = round(view.places.y(view.places.hours.axis.place(wall)))
    view.reveal(y - 20, y + 60)
    column = view.days.index(day)
    left = view.places.frame.edges[column]
    return QPoint(left + view.places.frame.width(column) // 2, y) + view.shift()


def click(view: HoursView, at: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
    QTest.mouseClick(view.viewport(), LEFT, modifiers, at)


def pull(view: HoursView, start: QPoint, end: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """Press, move to another place, let go."""
    port = view.viewport()
    QTest.mousePress(port, LEFT, NONE, start)
    _move(view, (start + end) / 2, modifiers)
    _move(view, end, modifiers)
    QTest.mouseRelease(port, LEFT, modifiers, end)


def _move(view: HoursView, at: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
    port, spot = view.viewport(), QPointF(at)
    moved = QMouseEvent(
        QEvent.Type.MouseMove, spot, port.mapToGlobal(spot), Qt.MouseButton.NoButton, LEFT, modifiers
    )
    QCoreApplication.sendEvent(port, moved)


def hover_drag(
    view: HoursView, mime: QMimeData, at: QPoint, modifiers: Qt.KeyboardModifier = NONE
) -> QDragMoveEvent:
    """Carry something over a view."""
    both = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
    entered = QDragEnterEvent(at, both, mime, LEFT, modifiers)
    QCoreApplication.sendEvent(view.viewport(), entered)
    moved = QDragMoveEvent(at, both, mime, LEFT, modifiers)
    QCoreApplication.sendEvent(view.viewport(), moved)
    return moved


def drop(view: HoursView, grip: Grip, at: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> QDropEvent:
    """Carry something over a view, and let it go there."""
    mime = packed(grip)
    hover_drag(view, mime, at, modifiers)
    both = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
    dropped = QDropEvent(QPointF(at), both, mime, LEFT, modifiers)
    QCoreApplication.sendEvent(view.viewport(), dropped)
    return dropped


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

    QTest.mouseMove(view.viewport(), rect.center())
    assert view.hovered is not None
    assert view.hovered.item == item
    QTest.mouseMove(view.viewport(), QPoint(rect.center().x(), rect.bottom() - 2))
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
    _move(view, edge + QPoint(0, 80))
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


# --- dropped ---


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
    _move(view, start + QPoint(0, QApplication.startDragDistance() + 1))
    QTest.mouseRelease(view.viewport(), LEFT, NONE, start)

    assert (view.lifted, view.ghost) == (frozenset(), None)
    assert view.selected() == (item.key,)


def test_what_has_left_is_not_carried_and_the_pointer_says_so(shown: Shown) -> None:
    item = post(1, MONDAY, "10:00", movable=False)
    view = shown(plan(item))
    start = rect_of(view, item).center()

    QTest.mousePress(view.viewport(), LEFT, NONE, start)
    _move(view, start + QPoint(0, QApplication.startDragDistance() + 1))

    assert view.viewport().cursor().shape() == Qt.CursorShape.ForbiddenCursor
    assert view.lifted == frozenset()
    QTest.mouseRelease(view.viewport(), LEFT, NONE, start)


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


def _key(key: Qt.Key) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, NONE)
