"""The tab over its five views: day and selection stay, it reads what it needs, and says what it hides."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMainWindow
from pytestqt.qtbot import QtBot

from cmstation.domain.calendar import EVERYTHING, EventKind, ItemKey, ItemKind, Plan, PlanFilter
from cmstation.domain.calendar_events import WholeDay
from cmstation.domain.changes import Changes
from cmstation.domain.clock import FixedClock
from cmstation.domain.networks import ScheduledPost
from cmstation.domain.planned_time import at_wall_time
from cmstation.services.station import Station
from cmstation.storage.remote_posts import RemotePostTable
from cmstation.ui.calendar.look import Landing
from cmstation.ui.calendar.plan_view import ViewKey
from cmstation.ui.calendar.sentence import Sentence
from cmstation.ui.calendar.tab import CalendarTab
from cmstation.ui.commands import Commands
from cmstation.ui.icons import Icons
from cmstation.ui.theme.theme import Theme
from tests.ui.calendar.tab_stage import PARIS, QUIET_DAY, TODAY, Stage, wall
from tests.ui.conftest import NOW

Settled = Callable[[], None]
VIEWS = dict(
    zip((Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5), ViewKey, strict=True)
)


def readings(stage: Stage) -> list[Plan]:
    """Gather what is read from now on."""
    reading, found = stage.tab.reading, list[Plan]()
    assert reading is not None
    reading.read.connect(lambda: found.append(reading.plan) if reading.plan else None)
    return found


def sentences(stage: Stage) -> list[str]:
    """What is said to deserve a look."""
    reading = stage.tab.reading
    assert reading is not None
    return [found.words for found in reading.warnings_of(date(2026, 10, 1), date(2026, 11, 1))]


def tick(stage: Stage, words: str) -> None:
    """Tick an entry of the filter's menu, as the pointer does."""
    menu = stage.tab.toolbar.filter.menu()
    menu.aboutToShow.emit()
    stage.choose(menu, words)


def choose_filter(stage: Stage, wanted: PlanFilter) -> None:
    assert stage.tab.menus is not None
    stage.tab.menus.filter.filtered.emit(wanted)
    stage.settled()


# --- views ---


def test_the_keys_1_to_5_show_the_same_day_and_selection_in_another_view(stage: Stage) -> None:
    key = stage.post(wall(22))
    stage.tab.month.go_to(QUIET_DAY)
    stage.tab.month.select([key])
    titles: dict[ViewKey, str] = {}

    for press, view in [*reversed(VIEWS.items()), *VIEWS.items()]:
        stage.press(press)
        assert stage.tab.key is view
        assert stage.tab.shown.day == QUIET_DAY
        assert stage.tab.shown.selected() == (key,)
        assert key in stage.offered
        titles[view] = stage.tab.toolbar.title.text()

    assert titles[ViewKey.MONTH] == "October 2026"
    assert titles[ViewKey.WEEK] == "19 – 25 October 2026"
    assert titles[ViewKey.DAY] == "Thursday 22 October 2026"
    assert len(set(titles.values())) == len(VIEWS)


def test_every_view_turns_its_pages_and_comes_back_with_t(stage: Stage) -> None:
    for press, view in VIEWS.items():
        stage.press(press)
        before = stage.tab.shown.span()
        QTest.mouseClick(stage.tab.toolbar.after, Qt.MouseButton.LeftButton)
        stage.settled()
        assert stage.tab.shown.span()[0] > before[0], view
        stage.press(Qt.Key.Key_T)
        assert stage.tab.shown.day == TODAY, view


def test_a_post_opens_from_every_view_and_so_does_the_list_of_the_day(
    stage: Stage, opened: list[int]
) -> None:
    key = stage.post(wall(22))
    for press in VIEWS:
        stage.tab.month.go_to(QUIET_DAY)
        stage.press(press)
        stage.tab.shown.opened.emit(key)

    assert opened == [key.identity] * len(VIEWS)


# --- reading ---


def test_paging_reads_only_what_is_not_known_yet(stage: Stage) -> None:
    stage.press(Qt.Key.Key_PageDown)
    found = readings(stage)

    stage.press(Qt.Key.Key_PageUp)
    stage.press(Qt.Key.Key_PageDown)
    stage.press(Qt.Key.Key_Right)
    assert found == []

    stage.tab.month.go_to(date(2027, 2, 1))
    stage.settled()
    assert len(found) == 1
    assert found[0].start < date(2027, 1, 1)
    assert found[0].end > date(2027, 3, 7)


def test_warnings_are_looked_for_once_for_the_same_days(stage: Stage) -> None:
    stage.press(Qt.Key.Key_PageDown)
    heard: list[bool] = []
    assert stage.tab.reading is not None
    stage.tab.reading.warned.connect(lambda: heard.append(True))

    stage.press(Qt.Key.Key_PageUp)
    stage.press(Qt.Key.Key_Right)
    choose_filter(stage, PlanFilter(kinds=frozenset({ItemKind.POST})))
    choose_filter(stage, EVERYTHING)
    assert heard == []

    stage.look()
    assert heard == [True]


def test_what_a_command_changes_is_shown_in_the_view_that_is_looked_at(stage: Stage) -> None:
    stage.press(Qt.Key.Key_4)

    stage.commands.run(
        lambda: stage.station.drafts.new(title="Neuf", planned=at_wall_time(wall(22), PARIS)),
        undo_text="Neuf",
    )
    stage.settled()
    stage.settled()
    titles = [item.title for item in stage.tab.items(stage.tab.shown.keys())]
    assert "Neuf" in titles

    stage.undo()
    assert "Neuf" not in [item.title for item in stage.tab.items(stage.tab.shown.keys())]


def test_another_view_is_up_to_date_when_it_is_looked_at_again(stage: Stage) -> None:
    stage.press(Qt.Key.Key_4)
    stage.press(Qt.Key.Key_1)
    key = stage.post(wall(22))

    stage.press(Qt.Key.Key_4)

    assert key in stage.offered


def test_pictures_alone_read_nothing_again(stage: Stage) -> None:
    found = readings(stage)

    stage.tab.look_again(Changes(media=frozenset({3})))
    stage.settled()

    assert found == []


def test_a_post_far_away_is_gone_to_and_selected(stage: Stage) -> None:
    planned = at_wall_time(datetime(2028, 4, 2, 9), PARIS)  # noqa: DTZ001
    post = stage.station.drafts.new(title="Loin", planned=planned).value.id

    stage.tab.show_post(post)
    stage.settled()
    stage.settled()

    assert stage.tab.shown.day == date(2028, 4, 2)
    assert [key.identity for key in stage.tab.shown.selected()] == [post]
    assert stage.tab.current_post() == post


def test_a_post_without_a_day_is_marked_where_it_waits(stage: Stage) -> None:
    post = stage.station.drafts.new(title="Un jour").value.id
    stage.look()

    stage.tab.show_post(post)
    stage.settled()

    assert stage.tab.drawer.waiting.current_post() == post


def test_after_midnight_warnings_are_looked_for_again(stage: Stage, clock: FixedClock) -> None:
    heard: list[bool] = []
    assert stage.tab.reading is not None
    stage.tab.reading.warned.connect(lambda: heard.append(True))

    stage.tab.minute.timeout.emit()
    stage.settled()
    assert heard == []
    clock.instant = NOW + timedelta(days=1)
    stage.tab.minute.timeout.emit()
    stage.settled()

    assert heard == [True]


# --- filter and warnings ---


def test_a_filter_hides_the_rest_in_every_view_and_the_toolbar_says_so(stage: Stage) -> None:
    key = stage.post(wall(22))
    days = WholeDay(QUIET_DAY), WholeDay(date(2026, 10, 23))
    event = ItemKey(ItemKind.EVENT, stage.station.events.add(EventKind.EVENT, "Salon", *days).value.id)
    stage.look()
    stage.tab.month.go_to(QUIET_DAY)

    tick(stage, "Posts")

    for press in VIEWS:
        stage.press(press)
        assert event in stage.offered
        assert key not in stage.offered
    assert stage.tab.toolbar.filter.accessibleName() == "What is shown: not everything"
    tick(stage, "Show everything")
    assert key in stage.offered
    assert stage.tab.toolbar.filter.accessibleName() == "What is shown"


def test_warnings_speak_of_everything_while_a_filter_hides_most_of_it(stage: Stage) -> None:
    stage.post(wall(22, "09:00"), "Un")
    stage.post(wall(22, "09:10"), "Deux")
    before = sentences(stage)
    assert any("“Un” and “Deux” are 10 min" in words for words in before), before

    choose_filter(stage, PlanFilter(kinds=frozenset({ItemKind.EVENT})))
    stage.look()

    assert sentences(stage) == before


def test_a_warning_leads_to_the_items_it_names_or_to_their_day(stage: Stage) -> None:
    first, second = stage.post(wall(22, "09:00"), "Un"), stage.post(wall(22, "09:10"), "Deux")

    stage.tab.drawer.warning_wanted.emit(Sentence(QUIET_DAY, "Deux posts", (first, second)))
    assert stage.tab.shown.day == QUIET_DAY
    assert stage.tab.shown.selected() == (first, second)

    choose_filter(stage, PlanFilter(kinds=frozenset({ItemKind.EVENT})))
    stage.look()
    stage.press(Qt.Key.Key_T)
    stage.tab.drawer.warning_wanted.emit(Sentence(QUIET_DAY, "Deux posts", (first, second)))
    assert stage.tab.shown.day == QUIET_DAY


# --- what somebody planned on a network ---


def test_what_was_planned_on_a_network_offers_to_be_moved_and_not_to_be_removed(stage: Stage) -> None:
    account = stage.bluesky[0]
    due = NOW + timedelta(days=9)
    seen = RemotePostTable(stage.station.database)
    seen.replace(account, (ScheduledPost("7", due, "Par Lucie", "Venez", ""),), NOW)
    stage.look()
    assert stage.tab.plan is not None
    item = next(one for one in stage.tab.plan.items if one.key.kind is ItemKind.REMOTE)
    assert item.movable

    stage.tab.shown.select([item.key])
    stage.press(Qt.Key.Key_Delete)
    assert "planned on the network itself" in stage.words()
    stage.drop(item.key, on=Landing(item.first, account=stage.station.accounts.all()[-1].id))
    assert "planned on the network itself" in stage.words()


# --- keys and fields ---


def test_letters_are_words_while_a_field_has_the_keyboard(stage: Stage, opened: list[int]) -> None:
    field = QLineEdit(stage.tab)
    field.show()
    stage.tab.activateWindow()
    field.setFocus()
    before = stage.tab.shown.day

    for press in (Qt.Key.Key_2, Qt.Key.Key_T, Qt.Key.Key_N, Qt.Key.Key_M, Qt.Key.Key_Delete):
        QTest.keyClick(field, press)
    QTest.keyClick(field, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    stage.settled()

    assert field.text().lower() == "2tnm"
    assert (stage.tab.key, stage.tab.shown.day, opened) == (ViewKey.MONTH, before, [])


@pytest.mark.parametrize("press", list(VIEWS))
def test_ctrl_a_selects_every_item_of_the_view(stage: Stage, press: Qt.Key) -> None:
    stage.press(press)

    stage.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)

    assert stage.offered
    assert set(stage.tab.shown.selected()) == stage.offered


def test_the_edit_menu_of_the_window_leaves_copy_paste_and_select_all_to_the_calendar(stage: Stage) -> None:
    window, taken = QMainWindow(), list[str]()
    stage.tab.setParent(window)
    window.setCentralWidget(stage.tab)
    for keys in ("Ctrl+A", "Ctrl+C", "Ctrl+V"):
        action = QAction(keys, window)
        action.setShortcut(keys)
        action.triggered.connect(lambda _checked=False, keys=keys: taken.append(keys))
        window.addAction(action)
    field = QLineEdit(stage.tab)
    window.show()
    window.activateWindow()
    stage.tab.month.setFocus()

    stage.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    stage.press(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert taken == []
    assert set(stage.tab.shown.selected()) == stage.offered
    assert "copied" in stage.words()

    field.show()
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    stage.settled()
    assert stage.words() == ""
    stage.tab.setParent(None)
    window.deleteLater()


def test_n_writes_on_the_chosen_day_and_e_an_event(stage: Stage, opened: list[int]) -> None:
    from cmstation.ui.calendar.dialogs.event_dialog import EventDialog

    stage.tab.month.go_to(QUIET_DAY)

    stage.press(Qt.Key.Key_N)
    assert stage.station.drafts.open(opened[0]).planned == at_wall_time(wall(22), PARIS)
    stage.press(Qt.Key.Key_E)
    stage.window(EventDialog).reject()


# --- nothing at all ---


def test_who_looks_round_the_empty_calendar_finds_the_view_and_stays_there(
    qtbot: QtBot, theme: Theme, icons: Icons, bare_station: Station, commands: Commands, settled: Settled
) -> None:
    tab = CalendarTab(theme, icons)
    qtbot.addWidget(tab)
    tab.show()
    tab.attach(bare_station, commands)
    settled()
    assert tab.look_round.isVisible()

    QTest.mouseClick(tab.look_round, Qt.MouseButton.LeftButton)
    tab.look_again(Changes(everything=True))
    settled()

    assert tab.month.isVisible()
    assert not tab.empty.isVisible()


def test_a_clinic_that_has_an_event_alone_sees_its_calendar(
    qtbot: QtBot, theme: Theme, icons: Icons, bare_station: Station, commands: Commands, settled: Settled
) -> None:
    bare_station.events.add(EventKind.TASK, "Relire", WholeDay(QUIET_DAY), WholeDay(date(2026, 10, 23)))
    tab = CalendarTab(theme, icons)
    qtbot.addWidget(tab)
    tab.show()

    tab.attach(bare_station, commands)
    settled()

    assert tab.month.isVisible()
