"""Events of the clinic by hand, in the real tab."""

from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from cmstation.domain.calendar import CalendarItem, EventKind, ItemKey, ItemKind
from cmstation.domain.calendar_events import WholeDay, placed
from cmstation.ui.calendar.deeds.plan_events import PlanEvents
from cmstation.ui.calendar.dialogs.event_dialog import EventDialog
from tests.ui.calendar.tab_stage import PARIS, QUIET_DAY, Stage, wall


def events_of(stage: Stage) -> PlanEvents:
    assert stage.tab.menus is not None
    return stage.tab.menus.events


def on(stage: Stage, day: date, title: str) -> list[CalendarItem]:
    """The items of a day that have a title."""
    plan = stage.tab.plan
    assert plan is not None
    return [item for item in plan.items if item.title == title and item.first <= day <= item.last]


def weekly(stage: Stage, title: str = "Réunion") -> ItemKey:
    """A series on Thursdays, and the occurrence of the quiet day."""
    times = placed(wall(15, "10:00"), PARIS), placed(wall(15, "11:00"), PARIS)
    stage.station.events.add(EventKind.EVENT, title, *times, rules=("FREQ=WEEKLY",))
    stage.look()
    (item,) = on(stage, QUIET_DAY, title)
    return item.key


@pytest.mark.parametrize("kind", list(EventKind))
def test_every_kind_is_added_from_the_menu_on_the_chosen_day(stage: Stage, kind: EventKind) -> None:
    stage.tab.month.go_to(QUIET_DAY)
    menu = stage.tab.toolbar.new_menu
    menu.aboutToShow.emit()
    menu.actions()[list(EventKind).index(kind)].trigger()
    dialog = stage.window(EventDialog)
    dialog.fields.title.setText("Neuf")
    dialog.save.click()
    stage.settled()
    stage.settled()

    (item,) = on(stage, QUIET_DAY, "Neuf")
    assert item.event is kind
    assert item.first == item.last == QUIET_DAY
    stage.undo()
    assert on(stage, QUIET_DAY, "Neuf") == []


def test_enter_opens_an_event_and_what_is_changed_is_kept(stage: Stage) -> None:
    times = placed(wall(22, "10:00"), PARIS), placed(wall(22, "11:00"), PARIS)
    event = stage.station.events.add(EventKind.SHOOTING, "Tournage", *times, place="Bloc").value
    stage.look()
    stage.tab.month.go_to(QUIET_DAY)
    stage.tab.shown.select([ItemKey(ItemKind.EVENT, event.id)])

    stage.press(Qt.Key.Key_Return)
    dialog = stage.window(EventDialog)
    assert dialog.fields.title.text() == "Tournage"
    dialog.fields.title.setText("Tournage au jardin")
    dialog.save.click()
    stage.settled()

    after = stage.station.events.get(event.id)
    assert (after.content.title, after.content.place) == ("Tournage au jardin", "Bloc")
    assert (after.content.start, after.content.end) == times
    stage.undo()
    assert stage.station.events.get(event.id).content.title == "Tournage"


def test_one_occurrence_is_changed_without_the_others(stage: Stage) -> None:
    key = weekly(stage)

    stage.tab.shown.opened.emit(key)
    stage.settled()
    dialog = stage.window(EventDialog)
    assert not dialog.fields.whole_series
    dialog.fields.title.setText("Réunion déplacée")
    dialog.save.click()
    stage.settled()

    assert on(stage, QUIET_DAY, "Réunion déplacée")
    assert on(stage, date(2026, 10, 29), "Réunion")


def test_one_occurrence_is_dragged_and_removed_without_the_others(stage: Stage) -> None:
    from cmstation.ui.calendar.look import Landing

    key = weekly(stage)
    stage.drop(key, on=Landing(date(2026, 10, 23)))
    assert on(stage, date(2026, 10, 23), "Réunion")
    assert on(stage, date(2026, 10, 29), "Réunion")
    assert not on(stage, QUIET_DAY, "Réunion")

    stage.tab.shown.select([on(stage, date(2026, 10, 29), "Réunion")[0].key])
    stage.press(Qt.Key.Key_Delete)
    assert not on(stage, date(2026, 10, 29), "Réunion")
    assert on(stage, date(2026, 11, 5), "Réunion")
    stage.undo()
    assert on(stage, date(2026, 10, 29), "Réunion")


def test_the_whole_series_is_removed_when_the_dialog_says_so(stage: Stage) -> None:
    key = weekly(stage)

    stage.tab.shown.opened.emit(key)
    stage.settled()
    dialog = stage.window(EventDialog)
    dialog.removed.emit(True)
    dialog.reject()
    stage.settled()

    days = [QUIET_DAY + timedelta(weeks=step) for step in range(-1, 4)]
    assert not any(on(stage, day, "Réunion") for day in days)


def test_a_task_is_ticked_off_from_its_menu_and_back(stage: Stage) -> None:
    days = WholeDay(QUIET_DAY), WholeDay(date(2026, 10, 23))
    key = ItemKey(ItemKind.EVENT, stage.station.events.add(EventKind.TASK, "Relire", *days).value.id)
    stage.look()

    for words, done in (("Done", True), ("Not done yet", False)):
        assert stage.tab.menus is not None
        stage.tab.menus.offer((key,), stage.tab.mapToGlobal(stage.tab.rect().center()))
        menu = next(one for one in stage.tab.findChildren(QMenu) if one.isVisible())
        stage.choose(menu, words)
        menu.close()
        item = stage.tab.item(key)
        assert item is not None
        assert item.done is done


def test_an_event_that_was_changed_elsewhere_says_so_and_keeps_the_newer_words(stage: Stage) -> None:
    days = WholeDay(QUIET_DAY), WholeDay(date(2026, 10, 23))
    key = ItemKey(ItemKind.EVENT, stage.station.events.add(EventKind.TASK, "Relire", *days).value.id)
    stage.look()
    events_of(stage).open(key)
    stage.settled()
    dialog = stage.window(EventDialog)
    stage.station.events.update(key, title="Relire deux fois")

    dialog.fields.title.setText("Relire vite")
    dialog.save.click()
    stage.settled()

    assert stage.station.events.get(key.identity).content.title == "Relire deux fois"
    assert stage.words()


def test_nine_o_clock_is_proposed_for_what_has_an_hour(stage: Stage) -> None:
    events_of(stage).add(QUIET_DAY, EventKind.SHOOTING)
    dialog = stage.window(EventDialog)

    form = dialog.wish()

    assert (form.start, form.end) == (
        placed(datetime(2026, 10, 22, 9), PARIS),  # noqa: DTZ001
        placed(datetime(2026, 10, 22, 10), PARIS),  # noqa: DTZ001
    )
    dialog.reject()
