"""Health days and holidays in their windows: look, correct, add, choose the place."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from cmstation.domain.health_days import HealthDay, for_year, themes_of
from cmstation.ui.calendar.dialogs.dates_dialog import DatesDialog
from cmstation.ui.calendar.dialogs.health_day_card import HealthDayCard
from cmstation.ui.calendar.dialogs.health_days_dialog import HealthDaysDialog
from cmstation.ui.icons import Icons
from tests.ui.calendar.dialog_hands import click, enter, escape, nameless, type_day, write

DAYS = tuple(for_year(2026))
PINK = next(day for day in DAYS if day.name_fr.startswith("Octobre rose"))
UNSURE = next(day for day in DAYS if day.to_confirm and day.organiser and day.start != day.end)


@pytest.fixture
def behind(qtbot: QtBot) -> QWidget:
    """The window behind the dialogs."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 600)
    window.show()
    return window


@pytest.fixture
def year(behind: QWidget, icons: Icons) -> HealthDaysDialog:
    """The list of 2026, with one day of the clinic."""
    dialog = HealthDaysDialog(icons, 2026, DAYS, frozenset(), (PINK.slug,), parent=behind)
    dialog.open()
    return dialog


def shown(dialog: HealthDaysDialog) -> list[str]:
    rows = [dialog.list.topLevelItem(place) for place in range(dialog.list.topLevelItemCount())]
    return [row.text(1) for row in rows if row is not None and not row.isHidden()]


def go_to(dialog: HealthDaysDialog, day: HealthDay) -> None:
    row = dialog.list.topLevelItem(DAYS.index(day))
    assert row is not None
    dialog.list.scrollToItem(row)
    place = dialog.list.visualItemRect(row).center()
    QTest.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=place)


def words(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


# --- the list of a year ---


def test_it_shows_every_day_of_the_year(year: HealthDaysDialog) -> None:
    assert shown(year) == [day.name_fr for day in DAYS]
    assert year.count.text() == f"{len(DAYS)} day(s)"


def test_words_find_days_by_name_or_theme_without_accents(year: HealthDaysDialog) -> None:
    write(year.search, "cancer femmes")

    found = shown(year)
    assert PINK.name_fr in found
    assert 0 < len(found) < 20
    assert year.count.text() == f"{len(found)} day(s)"

    escape(year.search)
    assert len(shown(year)) == len(DAYS)
    assert year.isVisible()


def test_nothing_can_be_done_before_a_day_is_chosen(year: HealthDaysDialog) -> None:
    assert not year.prepare.isEnabled()
    assert not year.dates.isEnabled()

    go_to(year, UNSURE)

    assert year.current() == UNSURE
    assert year.prepare.isEnabled()
    assert year.remove.isHidden()


def test_a_day_that_the_search_hides_is_no_longer_chosen(year: HealthDaysDialog) -> None:
    go_to(year, UNSURE)

    write(year.search, "zzz")

    assert year.current() is None
    assert not year.prepare.isEnabled()


@pytest.mark.parametrize("name", ["prepare", "go"])
def test_preparing_and_showing_a_day_close_the_list(year: HealthDaysDialog, name: str) -> None:
    found: list[HealthDay] = []
    (year.prepare_wanted if name == "prepare" else year.day_wanted).connect(found.append)
    go_to(year, PINK)

    click(getattr(year, name))

    assert found == [PINK]
    assert year.isHidden()


def test_dates_are_asked_for_over_the_list(year: HealthDaysDialog) -> None:
    found: list[HealthDay] = []
    year.dates_wanted.connect(found.append)

    go_to(year, UNSURE)
    click(year.dates)
    enter(year.list)

    assert found == [UNSURE, UNSURE]
    assert year.isVisible()


def test_the_chosen_day_stays_chosen_when_the_year_is_read_again(year: HealthDaysDialog) -> None:
    go_to(year, UNSURE)

    year.show_year(2026, DAYS, frozenset(), ())

    assert year.current() == UNSURE


def test_another_year_is_asked_for(year: HealthDaysDialog) -> None:
    found: list[int] = []
    year.year_wanted.connect(found.append)

    year.years.setFocus()
    QTest.keyClick(year.years, Qt.Key.Key_Up)
    assert found == [2027]

    year.show_year(2027, tuple(for_year(2027)), frozenset(), ())
    assert year.year == 2027
    assert found == [2027]


def test_a_theme_is_hidden_and_shown_again(year: HealthDaysDialog) -> None:
    found: list[frozenset[str]] = []
    year.themes_hidden.connect(found.append)
    menu = year.themes.menu()
    first = themes_of(DAYS)[0]

    next(action for action in menu.actions() if action.text() == first.replace("&", "&&")).trigger()
    assert found == [frozenset({first})]
    assert year.themes.text() == "Themes shown (some)"

    next(action for action in menu.actions() if action.text() == "Show all themes").trigger()
    assert found[-1] == frozenset()
    assert year.themes.text() == "Themes shown (all)"


def test_enter_adds_a_day_of_the_clinic_and_does_nothing_else(year: HealthDaysDialog) -> None:
    added: list[tuple[str, date, str]] = []
    year.added.connect(lambda *wish: added.append(wish))  # pyright: ignore[reportUnknownArgumentType, reportUnknownLambdaType]
    assert not year.new_day.add.isEnabled()

    write(year.new_day.name, "Saint-Luc")
    type_day(year.new_day.day, "18102026")
    write(year.new_day.themes, "vie de la clinique")
    enter(year.new_day.themes)

    assert added == [("Saint-Luc", date(2026, 10, 18), "vie de la clinique")]
    assert year.new_day.name.text() == ""
    assert year.isVisible()


def test_enter_in_the_search_presses_no_button(year: HealthDaysDialog) -> None:
    go_to(year, PINK)
    year.search.setFocus()

    enter(year.search)

    assert year.isVisible()


def test_a_day_of_the_clinic_can_be_removed(year: HealthDaysDialog) -> None:
    removed: list[HealthDay] = []
    year.removed.connect(removed.append)

    go_to(year, PINK)
    click(year.remove)

    assert removed == [PINK]


def test_everything_in_the_list_has_a_name(year: HealthDaysDialog) -> None:
    assert nameless(year) == []


# --- one day ---


def card_of(icons: Icons, behind: QWidget, day: HealthDay, *, written: int | None = None) -> HealthDayCard:
    card = HealthDayCard(icons, day, written=written, earlier=True, parent=behind)
    card.open_over(QRect(40, 40, 100, 20))
    return card


def test_a_card_says_what_is_known(behind: QWidget, icons: Icons) -> None:
    card = card_of(icons, behind, UNSURE)

    told = words(card)

    assert UNSURE.name_fr in told
    assert "to confirm: look at the organiser’s page" in told
    assert f"Organised by {UNSURE.organiser}" in told
    assert f"Source: {UNSURE.source}" in told


def length_of(day: HealthDay) -> int:
    return len(day.name_fr + day.organiser + day.source)


@pytest.mark.parametrize("day", [max(DAYS, key=length_of), PINK])
def test_no_line_of_a_card_is_cut(behind: QWidget, icons: Icons, day: HealthDay) -> None:
    card = card_of(icons, behind, day)

    labels = card.findChildren(QLabel)
    cut = [label.text() for label in labels if label.height() < label.heightForWidth(label.width())]
    assert cut == []


@pytest.mark.parametrize(
    ("button", "signal"),
    [
        ("prepare", "prepare_wanted"),
        ("take_up", "take_up_wanted"),
        ("dates", "dates_wanted"),
        ("skip", "skip_wanted"),
    ],
)
def test_each_button_of_a_card_closes_it_and_says_what_is_wanted(
    behind: QWidget, icons: Icons, button: str, signal: str
) -> None:
    card = card_of(icons, behind, PINK)
    wanted: list[str] = []
    getattr(card, signal).connect(lambda: wanted.append(signal))

    click(getattr(card, button))

    assert wanted == [signal]
    assert card.isHidden()


def test_a_card_opens_the_post_that_was_written(behind: QWidget, icons: Icons) -> None:
    card = card_of(icons, behind, PINK, written=7)
    posts: list[int] = []
    card.post_wanted.connect(posts.append)

    assert not hasattr(card, "prepare")
    click(card.open_post)

    assert posts == [7]


def test_escape_closes_a_card(behind: QWidget, icons: Icons) -> None:
    card = card_of(icons, behind, PINK)

    escape(card)

    assert card.isHidden()


# --- its dates ---

Ask = Callable[[HealthDay], DatesDialog]


@pytest.fixture
def ask_dates(behind: QWidget, icons: Icons) -> Ask:
    """Open the dialog of a day's dates."""

    def opened(day: HealthDay) -> DatesDialog:
        dialog = DatesDialog(icons, day, parent=behind)
        dialog.open()
        return dialog

    return opened


def test_dates_are_typed_and_kept(ask_dates: Ask) -> None:
    dialog = ask_dates(UNSURE)
    found: list[tuple[date, date]] = []
    dialog.chosen.connect(lambda *days: found.append(days))  # pyright: ignore[reportUnknownArgumentType, reportUnknownLambdaType]

    type_day(dialog.first, "05102026")
    type_day(dialog.last, "11102026")
    enter(dialog.last)

    assert found == [(date(2026, 10, 5), date(2026, 10, 11))]


def test_the_last_day_is_never_before_the_first(ask_dates: Ask) -> None:
    dialog = ask_dates(PINK)

    type_day(dialog.first, "05122026")

    assert dialog.last.day() == date(2026, 12, 5)


def test_the_rule_can_be_followed_again(ask_dates: Ask, qtbot: QtBot) -> None:
    dialog = ask_dates(PINK)

    with qtbot.waitSignal(dialog.forgotten):
        click(dialog.forget)

    assert dialog.isHidden()


def test_escape_keeps_the_dates_as_they_are(ask_dates: Ask) -> None:
    dialog = ask_dates(PINK)
    found: list[object] = []
    dialog.chosen.connect(lambda: found.append(1))

    escape(dialog)

    assert not found
    assert nameless(dialog) == []


def test_the_list_begins_near_the_day_that_is_shown(behind: QWidget, icons: Icons) -> None:
    dialog = HealthDaysDialog(
        icons, 2026, DAYS, frozenset(), (PINK.slug,), near=DAYS[-1].start, parent=behind
    )
    dialog.open()
    dialog.list.doItemsLayout()

    assert dialog.new_day.day.day() == DAYS[-1].start
    last = dialog.list.topLevelItem(len(DAYS) - 1)
    assert last is not None
    assert dialog.list.viewport().rect().intersects(dialog.list.visualItemRect(last))
