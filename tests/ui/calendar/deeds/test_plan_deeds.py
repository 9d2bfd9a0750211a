"""What hands do with the real plan: moved, refused, asked for, undone."""

from datetime import date, datetime, time, timedelta

import pytest
from PySide6.QtCore import Qt, QTime

from cmstation.domain.calendar import EventKind, ItemKey, ItemKind
from cmstation.domain.calendar_events import WholeDay, placed
from cmstation.domain.planned_time import at_wall_time
from cmstation.domain.post_hours import post_key
from cmstation.ui.calendar.look import Grip, Landing
from cmstation.ui.when_dialog import WhenDialog
from tests.ui.calendar.tab_stage import PARIS, QUIET_DAY, TODAY, Stage, wall
from tests.ui.conftest import NOW

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def moved(key: ItemKey, to: datetime) -> ItemKey:
    """The key that a post has at another hour."""
    return post_key(key.identity, at_wall_time(to, PARIS).instant)


# --- dropping ---


def test_a_drop_on_another_day_moves_what_waits_in_the_outbox_and_undo_brings_it_back(stage: Stage) -> None:
    key = stage.scheduled(wall(22))

    stage.drop(key, on=Landing(date(2026, 10, 24)))

    assert stage.due(key) == [wall(24)]
    assert stage.tab.shown.selected() == (moved(key, wall(24)),)
    assert "“Don du sang” moved to Saturday 24 October" in stage.words()
    stage.undo()
    assert stage.due(key) == [wall(22)]


def test_a_drop_at_an_hour_gives_that_hour(stage: Stage) -> None:
    key = stage.scheduled(wall(22))

    stage.drop(key, on=Landing(QUIET_DAY, time(15, 30)))

    assert stage.due(key) == [wall(22, "15:30")]


def test_a_drop_with_ctrl_leaves_the_item_and_writes_a_copy(stage: Stage) -> None:
    key = stage.scheduled(wall(22))

    stage.drop(key, on=Landing(date(2026, 10, 24)), copies=True)

    assert stage.due(key) == [wall(22)]
    (copy,) = stage.tab.shown.selected()
    assert copy.identity != key.identity
    assert stage.wall_of(copy) == wall(24)
    stage.undo()
    assert stage.station.drafts.open(copy.identity).deleted_at is not None


def test_a_drop_on_a_day_that_has_passed_says_so_and_moves_nothing(stage: Stage) -> None:
    key = stage.scheduled(wall(22))

    stage.drop(key, on=Landing(date(2026, 10, 12)))

    assert stage.words().startswith("This hour has passed: nothing was moved.")
    assert stage.due(key) == [wall(22)]


def test_what_has_left_stays_and_says_so(stage: Stage) -> None:
    item = stage.published()
    stage.tab.shown.select([item.key])

    stage.press(Qt.Key.Key_Right, ALT)
    assert "What has left for a network can no longer be changed here." in stage.words()
    stage.press(Qt.Key.Key_M)
    assert "can no longer be changed here" in stage.words()
    assert not stage.windows(WhenDialog)
    stage.press(Qt.Key.Key_Delete)
    assert "can no longer be changed here" in stage.words()

    assert stage.tab.item(item.key) == item
    assert stage.commands.undo_text == ""


def test_the_hour_that_the_clocks_skip_asks_for_another(stage: Stage) -> None:
    stage.tab.month.go_to(date(2027, 3, 20))
    stage.settled()
    key = stage.post(datetime(2027, 3, 27, 2, 30))  # noqa: DTZ001

    stage.drop(key, on=Landing(date(2027, 3, 28)))

    dialog = stage.window(WhenDialog)
    assert "28 Mar the clocks skip 02:30" in dialog.reason.text()
    assert dialog.time.time() == QTime(3, 30)
    dialog.choose.click()
    stage.settled()
    assert stage.wall_of(key) == datetime(2027, 3, 28, 3, 30)  # noqa: DTZ001


def test_the_missing_hour_is_asked_for_when_it_is_pointed_at_too(stage: Stage) -> None:
    key = stage.post(datetime(2027, 3, 27, 9, 0))  # noqa: DTZ001
    stage.tab.month.go_to(date(2027, 3, 27))
    stage.settled()

    stage.drop(key, on=Landing(date(2027, 3, 28), time(2, 30)))

    stage.window(WhenDialog).reject()
    stage.settled()
    assert stage.wall_of(key) == datetime(2027, 3, 27, 9, 0)  # noqa: DTZ001


@pytest.mark.parametrize(("fold", "utc_hour"), [(0, 0), (1, 1)])
def test_the_doubled_hour_is_the_pass_that_was_pointed_at(stage: Stage, fold: int, utc_hour: int) -> None:
    key = stage.scheduled(wall(24, "02:30"))

    stage.drop(key, on=Landing(date(2026, 10, 25), time(2, 30, fold=fold)))

    (delivery,) = stage.station.outbox.of_post(key.identity)
    assert delivery.due.instant.hour == utc_hour
    assert delivery.due.wall == wall(25, "02:30")


def test_several_items_move_and_those_that_stay_are_named(stage: Stage) -> None:
    left = stage.published()
    first, second = stage.scheduled(wall(22), "Un"), stage.scheduled(wall(23), "Deux")

    stage.drop(first, second, left.key, on=Landing(date(2026, 10, 29)))

    assert (stage.due(first), stage.due(second)) == ([wall(29)], [wall(30)])
    said = stage.words()
    assert f"“{left.title}” stayed. What has left" in said
    assert "2 item(s) moved" in said
    stage.undo()
    assert (stage.due(first), stage.due(second)) == ([wall(22)], [wall(23)])


def test_what_was_paged_away_during_a_drag_is_moved_all_the_same(stage: Stage) -> None:
    key = stage.post(wall(22))
    stage.tab.month.go_to(date(2027, 6, 10))
    stage.settled()
    assert stage.tab.plan is not None
    assert key not in [item.key for item in stage.tab.plan.items]

    stage.drop(key, on=Landing(date(2027, 6, 9)))

    assert stage.wall_of(key) == datetime(2027, 6, 9, 9)  # noqa: DTZ001


# --- keys ---


def test_alt_and_the_arrows_move_by_days_and_weeks(stage: Stage) -> None:
    key = stage.scheduled(wall(22))
    stage.tab.shown.select([key])

    stage.press(Qt.Key.Key_Right, ALT)
    assert stage.due(key) == [wall(23)]
    stage.press(Qt.Key.Key_Down, ALT)
    assert stage.due(key) == [wall(30)]
    stage.press(Qt.Key.Key_Up, ALT)
    stage.press(Qt.Key.Key_Left, ALT)

    assert stage.due(key) == [wall(22)]
    assert stage.tab.shown.selected() == (key,)


def test_m_asks_where_to_and_moves_there(stage: Stage) -> None:
    key = stage.scheduled(wall(22))
    stage.tab.shown.select([key])

    stage.press(Qt.Key.Key_M)
    dialog = stage.window(WhenDialog)
    assert dialog.time.time() == QTime(9, 0)
    dialog.time.setTime(QTime(14, 15))
    dialog.choose.click()
    stage.settled()

    assert stage.due(key) == [wall(22, "14:15")]


def test_m_on_several_items_keeps_their_hours_and_their_distance(stage: Stage) -> None:
    first, second = stage.post(wall(22), "Un"), stage.post(wall(23, "16:00"), "Deux")
    stage.tab.shown.select([first, second])

    stage.press(Qt.Key.Key_M)
    dialog = stage.window(WhenDialog)
    assert "each item keeps its hour" in dialog.reason.text()
    dialog.calendar.setSelectedDate(dialog.calendar.selectedDate().addDays(5))
    dialog.choose.click()
    stage.settled()

    assert (stage.wall_of(first), stage.wall_of(second)) == (wall(27), wall(28, "16:00"))


def test_m_on_whole_days_counts_the_day_alone(stage: Stage) -> None:
    days = WholeDay(QUIET_DAY), WholeDay(date(2026, 10, 24))
    event = stage.station.events.add(EventKind.EVENT, "Salon", *days).value
    stage.look()
    stage.tab.shown.select([ItemKey(ItemKind.EVENT, event.id)])

    stage.press(Qt.Key.Key_M)
    dialog = stage.window(WhenDialog)
    dialog.calendar.setSelectedDate(dialog.calendar.selectedDate().addDays(1))
    dialog.choose.click()
    stage.settled()

    content = stage.station.events.get(event.id).content
    assert (content.start, content.end) == (WholeDay(date(2026, 10, 23)), WholeDay(date(2026, 10, 25)))


def test_delete_takes_several_items_off_and_one_undo_brings_them_back(stage: Stage) -> None:
    key = stage.scheduled(wall(22))
    times = placed(wall(22, "10:00"), PARIS), placed(wall(22, "11:00"), PARIS)
    event = stage.station.events.add(EventKind.SHOOTING, "Tournage", *times).value
    stage.look()
    stage.tab.shown.select([key, ItemKey(ItemKind.EVENT, event.id)])

    stage.press(Qt.Key.Key_Delete)

    assert stage.planned(key) is None
    assert stage.due(key) == []
    assert key.identity in [row.id for row in stage.tab.beside.undated]
    assert stage.tab.item(ItemKey(ItemKind.EVENT, event.id)) is None
    stage.undo()
    assert stage.due(key) == [wall(22)]
    assert stage.tab.item(ItemKey(ItemKind.EVENT, event.id)) is not None


def test_ctrl_c_and_ctrl_v_put_copies_on_another_day_even_far_away(stage: Stage) -> None:
    first, second = stage.post(wall(22), "Un"), stage.post(wall(23, "16:00"), "Deux")
    stage.tab.shown.select([second, first])
    stage.press(Qt.Key.Key_C, CTRL)
    assert "2 item(s) copied" in stage.words()
    stage.tab.month.go_to(date(2027, 5, 3))
    stage.settled()

    stage.press(Qt.Key.Key_V, CTRL)

    copies = stage.tab.shown.selected()
    found = {stage.station.drafts.open(key.identity).title: stage.wall_of(key) for key in copies}
    assert found == {"Un": datetime(2027, 5, 3, 9), "Deux": datetime(2027, 5, 4, 16)}  # noqa: DTZ001


def test_pasting_nothing_says_how_to_copy(stage: Stage) -> None:
    stage.press(Qt.Key.Key_V, CTRL)

    assert stage.words().startswith("Nothing was copied yet")


# --- the side list ---


def waiting_post(stage: Stage, title: str = "Sécurité des patients") -> int:
    post = stage.station.drafts.new(title=title, accounts=stage.bluesky).value.id
    stage.look()
    return post


def test_a_post_of_the_side_list_is_placed_where_it_is_dropped(stage: Stage) -> None:
    post = waiting_post(stage)

    stage.tab.shown.dropped.emit(Grip(post=post), Landing(QUIET_DAY, time(16, 45)))
    stage.settled()

    key = moved(ItemKey(ItemKind.POST, post), wall(22, "16:45"))
    assert stage.tab.shown.selected() == (key,)
    assert post not in [row.id for row in stage.tab.beside.undated]
    stage.undo()
    assert stage.planned(key) is None


def test_a_post_dropped_on_today_asks_for_an_hour_that_lies_ahead(stage: Stage) -> None:
    post = waiting_post(stage)

    stage.tab.shown.dropped.emit(Grip(post=post), Landing(TODAY))
    stage.settled()

    dialog = stage.window(WhenDialog)
    assert dialog.time.time() == QTime(10, 0)
    dialog.choose.click()
    stage.settled()
    assert stage.wall_of(ItemKey(ItemKind.POST, post)) == wall(13, "10:00")


def test_m_in_the_side_list_asks_for_the_hour_on_the_chosen_day(stage: Stage) -> None:
    post = waiting_post(stage)
    stage.tab.month.go_to(QUIET_DAY)
    stage.tab.activateWindow()
    stage.tab.drawer.waiting.setFocus()
    stage.tab.drawer.waiting.mark(post)

    stage.tab.drawer.place_wanted.emit(post)
    stage.window(WhenDialog).choose.click()
    stage.settled()

    assert stage.wall_of(ItemKey(ItemKind.POST, post)) == wall(22)


def test_delete_in_the_side_list_does_not_touch_what_is_selected_in_the_view(stage: Stage) -> None:
    key = stage.scheduled(wall(22))
    stage.tab.shown.select([key])
    stage.tab.activateWindow()
    stage.tab.drawer.waiting.setFocus()
    assert stage.tab.drawer.waiting.hasFocus()

    from PySide6.QtTest import QTest

    QTest.keyClick(stage.tab.drawer.waiting, Qt.Key.Key_Delete)
    stage.settled()

    assert stage.due(key) == [wall(22)]


def test_posts_dropped_on_the_side_list_wait_there_again(stage: Stage) -> None:
    key = stage.scheduled(wall(22))

    stage.tab.drawer.unplaced.emit(Grip((key,), day=QUIET_DAY))
    stage.settled()

    assert stage.planned(key) is None
    assert "it waits in the side list" in stage.words()


# --- events ---


def test_the_end_of_an_event_is_pulled(stage: Stage) -> None:
    times = placed(wall(22, "10:00"), PARIS), placed(wall(22, "11:00"), PARIS)
    event = stage.station.events.add(EventKind.SHOOTING, "Tournage", *times).value
    stage.look()

    stage.tab.shown.resized.emit(ItemKey(ItemKind.EVENT, event.id), wall(22, "12:30"))
    stage.settled()

    item = stage.tab.item(ItemKey(ItemKind.EVENT, event.id))
    assert item is not None
    assert item.end - item.start == timedelta(hours=2, minutes=30)
    stage.undo()
    item = stage.tab.item(ItemKey(ItemKind.EVENT, event.id))
    assert item is not None
    assert item.end - item.start == timedelta(hours=1)


def test_an_event_may_be_moved_into_the_past(stage: Stage) -> None:
    days = WholeDay(QUIET_DAY), WholeDay(date(2026, 10, 23))
    event = stage.station.events.add(EventKind.EVENT, "Salon", *days).value
    stage.look()

    stage.drop(ItemKey(ItemKind.EVENT, event.id), on=Landing(date(2026, 10, 5)))

    assert stage.station.events.get(event.id).content.start == WholeDay(date(2026, 10, 5))
    assert NOW.date() > date(2026, 10, 5)
