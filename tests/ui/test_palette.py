"""The palette by keyboard: actions at once, posts and pictures from the real clinic."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLineEdit, QListView, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from cmstation.domain.clock import FixedClock
from cmstation.services.station import Station
from cmstation.ui.commands import Commands
from cmstation.ui.icons import Icons
from cmstation.ui.kit.painting import draw_elided
from cmstation.ui.main_window import MainWindow
from cmstation.ui.notices import Notices
from cmstation.ui.palette import Palette
from cmstation.ui.palette_delegate import PaletteDelegate
from cmstation.ui.palette_model import ENTRY, Entry, Fit, PaletteModel, fit_of
from cmstation.ui.theme.tokens import Space
from cmstation.ui.window_state import WindowState

CLOCK = FixedClock(datetime(2026, 10, 13, 7, 41, tzinfo=UTC))


@pytest.fixture
def window(qtbot: QtBot, icons: Icons) -> Iterator[MainWindow]:
    made = MainWindow()
    made.furnish(icons, Notices(CLOCK), WindowState(tab="watch"))
    made.show()
    made.build_current_page()
    qtbot.waitExposed(made)
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def palette(window: MainWindow, icons: Icons, station: Station, commands: Commands) -> Palette:
    made = Palette(icons, lambda: window.menus.listed, window)
    made.attach(station, commands, "Europe/Paris")
    made.open()
    return made


def field_of(palette: Palette) -> QLineEdit:
    return palette.findChildren(QLineEdit)[0]


def entries(palette: Palette) -> list[Entry]:
    model = palette.findChildren(QListView)[0].model()
    return [model.index(row, 0).data(ENTRY) for row in range(model.rowCount())]


def words(palette: Palette) -> list[str]:
    return [entry.words for entry in entries(palette) if not entry.heading]


def test_it_opens_with_the_keyboard_in_its_field_and_lists_actions(palette: Palette) -> None:
    assert palette.isVisible()
    assert "New post" in words(palette)
    assert "Publish this post" in words(palette)


def test_typing_and_enter_do_an_action(palette: Palette, window: MainWindow) -> None:
    QTest.keyClicks(field_of(palette), "statis")
    QTest.keyClick(field_of(palette), Qt.Key.Key_Return)

    assert window.pages.key == "statistics"
    assert not palette.isVisible()


def test_accents_and_case_do_not_matter_for_posts(palette: Palette, qtbot: QtBot) -> None:
    chosen: list[int] = []
    palette.post_chosen.connect(chosen.append)

    QTest.keyClicks(field_of(palette), "DEPISTAGE")
    qtbot.waitUntil(lambda: any("Dépistage" in found for found in words(palette)), timeout=5000)
    QTest.keyClick(field_of(palette), Qt.Key.Key_Return)

    assert len(chosen) == 1


def test_pictures_are_found_by_their_description(palette: Palette, qtbot: QtBot) -> None:
    QTest.keyClicks(field_of(palette), "camion")

    qtbot.waitUntil(lambda: "Pictures" in [e.words for e in entries(palette) if e.heading], timeout=5000)


def test_the_arrows_skip_headings_and_go_round(palette: Palette) -> None:
    view = palette.findChildren(QListView)[0]
    first = view.currentIndex().row()

    QTest.keyClick(field_of(palette), Qt.Key.Key_Up)
    last = view.currentIndex().row()
    QTest.keyClick(field_of(palette), Qt.Key.Key_Down)

    assert last > first
    assert view.currentIndex().row() == first
    assert not view.currentIndex().data(ENTRY).heading


def test_escape_closes_and_changes_nothing(palette: Palette, window: MainWindow) -> None:
    QTest.keyClick(field_of(palette), Qt.Key.Key_Escape)

    assert not palette.isVisible()
    assert window.pages.key == "watch"


def test_an_action_that_cannot_be_done_is_not_listed(palette: Palette, window: MainWindow) -> None:
    window.menus.publish.setEnabled(False)

    QTest.keyClicks(field_of(palette), "publish this")

    assert "Publish this post" not in words(palette)


def test_a_question_is_asked_after_a_pause_only(palette: Palette, commands: Commands, qtbot: QtBot) -> None:
    QTest.keyClicks(field_of(palette), "camion")

    assert not commands.jobs.busy
    qtbot.waitUntil(lambda: any(entry.state for entry in entries(palette)), timeout=5000)


@pytest.mark.parametrize(
    ("typed", "fit"),
    [
        ("new", Fit.BEGINS),
        ("post", Fit.WORD_BEGINS),
        ("ost", Fit.CONTAINS),
        ("post new", Fit.WORD_BEGINS),
        ("zebra", Fit.NOT),
        ("NÉW", Fit.BEGINS),
    ],
)
def test_the_better_fit_comes_first(typed: str, fit: Fit) -> None:
    assert fit_of("New post", typed) is fit


@given(st.text())
def test_no_typed_text_breaks_the_fit(typed: str) -> None:
    assert fit_of("Publier ce post", typed) in Fit


def test_the_model_is_sound(qtbot: QtBot) -> None:
    model = PaletteModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)

    model.set_group("Actions", [Entry("one"), Entry("two")])
    model.set_group("Posts", [])
    model.set_group("Actions", [Entry("two")])

    assert model.rowCount() == 2
    assert tester.model() is model


LONG_NOTE = "Un camion blanc au ruban rose, garé sur une place devant la mairie, un jour de marché"


@pytest.mark.parametrize(
    "entry",
    [
        Entry("Dépistage du sein", "document", " · today, 18:00", "draft"),
        Entry("Don du sang", "document", "", "live"),
        Entry("camion-rose.jpg", "image", "Un camion blanc"),
        Entry("camion-rose.jpg", "image", LONG_NOTE),
        Entry("Save", "check", "Ctrl+S"),
    ],
    ids=lambda entry: entry.note or entry.state,
)
def test_what_stands_at_the_right_ends_at_the_edge_and_is_never_clipped(icons: Icons, entry: Entry) -> None:
    model = PaletteModel()
    model.set_group("Posts", [entry])
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 620, 36)  # pyright: ignore[reportAttributeAccessIssue] - a member of Qt's own
    image = QImage(620, 36, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)

    PaletteDelegate(icons).paint(painter, option, model.index(1, 0))

    painter.end()
    right = next(x for x in range(619, 0, -1) if any(image.pixel(x, y) != 0xFFFFFFFF for y in range(36)))
    edge = 620 - Space.L - 1
    assert edge - 12 <= right <= edge
    if entry.note == LONG_NOTE:
        room = QRect(0, 0, 300, 36)
        drawn = QImage(300, 36, QImage.Format.Format_RGB32)
        painter = QPainter(drawn)
        assert draw_elided(painter, room, LONG_NOTE, icons.theme, font="note") <= room.width()
        painter.end()


def test_a_description_is_whole_on_one_line(palette: Palette, qtbot: QtBot, station: Station) -> None:
    item = station.library.rows()[0]
    station.library.describe(item.id, f"{LONG_NOTE}\n{LONG_NOTE}")
    palette.type_words(item.file_name)

    def noted() -> bool:
        return f"{LONG_NOTE} {LONG_NOTE}" in [entry.note for entry in entries(palette)]

    qtbot.waitUntil(noted, timeout=10_000)
