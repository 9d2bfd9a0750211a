"""The calendar as a person uses it: look, walk, open."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from cmstation.domain.changes import Changes
from cmstation.domain.clock import FixedClock
from cmstation.domain.planned_time import at_wall_time
from cmstation.services.station import Station
from cmstation.ui.calendar.month.popover import DayPopover
from cmstation.ui.calendar.tab import CalendarTab
from cmstation.ui.commands import Commands
from cmstation.ui.icons import Icons
from cmstation.ui.theme.theme import Theme
from tests.ui.calendar.crowded import crowd
from tests.ui.conftest import NOW

TODAY = date(2026, 10, 13)
EMPTY = date(2026, 10, 22)
Settled = Callable[[], None]
_Role = Qt.ItemDataRole


def add_post(station: Station, wall: datetime, title: str = "Grippe : où aller") -> int:
    return station.drafts.new(title=title, planned=at_wall_time(wall, "Europe/Paris")).value.id


def cell_words(tab: CalendarTab, day: date) -> str:
    model = tab.month.model_of_days
    return str(model.data(model.index_of(day), _Role.AccessibleTextRole))


def chip_middle(tab: CalendarTab, day: date, place: int) -> QPoint:
    return tab.month.places.shown(day)[place][1].center()


def popovers() -> list[DayPopover]:
    return [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, DayPopover)]


# --- looking ---


def test_it_opens_on_today_with_the_posts_of_the_month_counted(tab: CalendarTab) -> None:
    assert tab.month.day == TODAY
    assert tab.toolbar.title.text() == "October 2026"
    assert "published" in tab.count.text()
    assert "to check" in tab.count.text()
    assert tab.drawer.title.text() == "Tuesday 13 October"


def test_a_day_says_its_posts_with_hour_title_state_and_networks(
    tab: CalendarTab, station: Station, settled: Settled
) -> None:
    add_post(station, datetime(2026, 10, 23, 11, 15), "Panneaux solaires")  # noqa: DTZ001
    tab.look_again(Changes(everything=True))
    settled()

    words = cell_words(tab, date(2026, 10, 23)).splitlines()

    assert words[0].startswith("Friday 23 October 2026, ")
    assert words[0].endswith(", 1 item(s)")
    assert words[1].startswith("11:15, Panneaux solaires, Draft, ")
    accounts = [account.name for account in station.accounts.all()]
    assert all(name in words[1] for name in accounts)


def test_today_and_an_empty_day_say_what_they_are(tab: CalendarTab) -> None:
    assert cell_words(tab, TODAY).startswith("Tuesday 13 October 2026, today, ")
    assert cell_words(tab, EMPTY).startswith("Thursday 22 October 2026, ")
    assert cell_words(tab, EMPTY).endswith(", nothing")


def test_the_weeks_have_their_numbers_and_the_columns_their_days(tab: CalendarTab) -> None:
    model = tab.month.model_of_days

    weeks = [model.headerData(row, Qt.Orientation.Vertical) for row in range(model.rowCount())]
    assert weeks == ["40", "41", "42", "43", "44"]
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Monday"
    assert model.headerData(2, Qt.Orientation.Vertical, _Role.AccessibleTextRole) == "Week 42"


def test_the_editorial_lines_are_shared_out_in_words(tab: CalendarTab) -> None:
    words = tab.balance.words()

    assert "Prévention" in words
    assert words.count("%") >= 5


def test_posts_without_a_date_wait_in_the_drawer(
    tab: CalendarTab, station: Station, settled: Settled
) -> None:
    before = tab.drawer.waiting.posts.count()

    station.drafts.new(title="Sécurité des patients")
    tab.look_again(Changes(posts=frozenset({1})))
    settled()

    assert tab.drawer.waiting.posts.count() == before + 1
    assert tab.drawer.stage.findChildren(QToolButton)[0].text() == f"Drafts {before + 1}"


def test_an_archived_post_of_which_nothing_was_sent_is_gone(
    tab: CalendarTab, station: Station, settled: Settled
) -> None:
    post = add_post(station, datetime(2026, 10, 22, 9))  # noqa: DTZ001
    station.drafts.archive(post)
    tab.look_again(Changes(everything=True))
    settled()

    assert cell_words(tab, EMPTY).endswith("nothing")


def test_a_deleted_post_is_gone(tab: CalendarTab, station: Station, settled: Settled) -> None:
    post = add_post(station, datetime(2026, 10, 22, 9))  # noqa: DTZ001
    station.drafts.delete(post)
    tab.look_again(Changes(everything=True))
    settled()

    assert cell_words(tab, date(2026, 10, 22)).endswith("nothing")


def test_the_model_obeys_qt(tab: CalendarTab) -> None:
    testers = [
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
        for model in (tab.month.model_of_days, tab.drawer.day.items, tab.drawer.waiting.posts)
    ]

    tab.month.turn(3)
    tab.month.turn(-3)

    assert len(testers) == 3


# --- opening ---


def test_enter_goes_to_the_list_of_the_day_and_enter_opens_the_post(
    tab: CalendarTab, opened: list[int]
) -> None:
    first = tab.month.model_of_days.items(TODAY)[0].key.identity
    tab.activateWindow()
    tab.month.setFocus()
    QTest.keyClick(tab.month, Qt.Key.Key_Return)
    QTest.keyClick(tab.drawer.day, Qt.Key.Key_Home)
    assert tab.drawer.day.current_post() == first

    QTest.keyClick(tab.drawer.day, Qt.Key.Key_Return)

    assert opened == [first]
    assert tab.current_post() == first


def test_a_click_on_a_chip_chooses_it_and_a_second_one_opens_its_post(
    tab: CalendarTab, opened: list[int]
) -> None:
    day = date(2026, 10, 15)
    key = tab.month.places.shown(day)[-1][0].key

    QTest.mouseClick(tab.month.viewport(), Qt.MouseButton.LeftButton, pos=chip_middle(tab, day, -1))
    assert (opened, tab.month.selected(), tab.month.day) == ([], (key,), day)
    QTest.mouseDClick(tab.month.viewport(), Qt.MouseButton.LeftButton, pos=chip_middle(tab, day, -1))

    assert opened == [key.identity]


def test_a_post_to_place_opens_on_a_click(tab: CalendarTab, opened: list[int]) -> None:
    waiting = tab.drawer.waiting
    index = waiting.posts.index(0, 0)
    row = waiting.posts.row_at(index)
    assert row is not None

    QTest.mouseClick(waiting.viewport(), Qt.MouseButton.LeftButton, pos=waiting.visualRect(index).center())

    assert opened == [row.id]


def test_the_others_of_a_full_day_open_in_a_popover_and_from_there(
    tab: CalendarTab, station: Station, settled: Settled, opened: list[int]
) -> None:
    day = date(2026, 10, 21)
    for hour in range(8, 17):
        add_post(station, datetime(2026, 10, 21, hour), f"Post {hour}")  # noqa: DTZ001
    tab.look_again(Changes(everything=True))
    settled()
    items = tab.month.model_of_days.items(day)
    shown = tab.month.places.shown(day)
    assert tab.month.places.face(day).places.left_out == len(items) - len(shown) > 0

    others = tab.month.places.others(day).center()
    QTest.mouseClick(tab.month.viewport(), Qt.MouseButton.LeftButton, pos=others)

    (popover,) = popovers()
    assert popover.list.items.count() == len(items)
    QTest.keyClick(popover.list, Qt.Key.Key_Down)
    QTest.keyClick(popover.list, Qt.Key.Key_Return)
    assert opened == [items[1].key.identity]


def test_escape_closes_the_popover(tab: CalendarTab, station: Station, settled: Settled) -> None:
    crowd(station, 120)
    tab.look_again(Changes(everything=True))
    settled()
    tab.month.open_others(date(2026, 10, 6))
    (popover,) = popovers()

    QTest.keyClick(popover.list, Qt.Key.Key_Escape)

    assert not popover.isVisible()


def test_escape_in_the_list_goes_back_to_the_month(tab: CalendarTab) -> None:
    tab.activateWindow()
    QTest.keyClick(tab.month, Qt.Key.Key_Return)
    assert tab.drawer.day.hasFocus()

    QTest.keyClick(tab.drawer.day, Qt.Key.Key_Escape)

    assert tab.month.hasFocus()


def test_showing_a_post_goes_to_its_day_and_marks_it(
    tab: CalendarTab, station: Station, settled: Settled
) -> None:
    post = add_post(station, datetime(2027, 4, 2, 9))  # noqa: DTZ001

    tab.show_post(post)
    settled()

    assert tab.month.day == date(2027, 4, 2)
    assert tab.current_post() == post


# --- writing, folding, being empty ---


def test_a_new_post_is_planned_on_the_chosen_day_and_opened(
    qtbot: QtBot, tab: CalendarTab, station: Station, opened: list[int]
) -> None:
    tab.month.go_to(date(2026, 10, 22))

    QTest.mouseClick(tab.toolbar.new, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: bool(opened))
    planned = station.drafts.open(opened[0]).planned
    assert planned is not None
    assert planned.instant == datetime(2026, 10, 22, 7, tzinfo=UTC)


def test_an_empty_day_offers_to_write_its_first_post(
    qtbot: QtBot, tab: CalendarTab, opened: list[int]
) -> None:
    tab.month.go_to(date(2026, 10, 22))
    qtbot.waitUntil(tab.drawer.free.isVisible)

    QTest.mouseClick(tab.drawer.write, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: len(opened) == 1)


def test_the_drawer_folds_away_and_enter_brings_it_back(tab: CalendarTab) -> None:
    QTest.mouseClick(tab.drawer.fold, Qt.MouseButton.LeftButton)
    assert not tab.drawer.isVisible()
    assert tab.toolbar.unfold.isVisible()

    QTest.keyClick(tab.month, Qt.Key.Key_Return)

    assert tab.drawer.isVisible()
    assert not tab.toolbar.unfold.isVisible()


def test_a_hidden_calendar_looks_again_only_when_it_is_shown(
    tab: CalendarTab, station: Station, settled: Settled
) -> None:
    tab.hide()
    add_post(station, datetime(2026, 10, 22, 9))  # noqa: DTZ001
    tab.look_again(Changes(everything=True))
    settled()
    assert cell_words(tab, date(2026, 10, 22)).endswith("nothing")

    tab.show()
    settled()

    assert "Grippe" in cell_words(tab, date(2026, 10, 22))


def test_a_clinic_without_posts_is_invited_to_write_one(
    qtbot: QtBot, theme: Theme, icons: Icons, bare_station: Station, commands: Commands, settled: Settled
) -> None:
    tab = CalendarTab(theme, icons)
    qtbot.addWidget(tab)
    opened: list[int] = []
    tab.post_wanted.connect(opened.append)
    tab.show()
    tab.attach(bare_station, commands)
    settled()
    button = tab.empty.button
    assert button is not None
    assert button.isVisible()

    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    settled()

    assert len(opened) == 1
    assert bare_station.drafts.open(opened[0]).planned is None


def test_the_clocks_of_the_clinic_decide_which_day_is_today(
    qtbot: QtBot,
    theme: Theme,
    icons: Icons,
    station: Station,
    clock: FixedClock,
    commands: Commands,
    settled: Settled,
) -> None:
    station.preferences.set_zone("Pacific/Auckland")
    clock.instant = NOW + timedelta(hours=6)
    tab = CalendarTab(theme, icons)
    qtbot.addWidget(tab)

    tab.attach(station, commands)
    settled()

    assert tab.month.day == date(2026, 10, 14)
