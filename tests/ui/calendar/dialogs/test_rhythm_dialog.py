"""The rhythm of the clinic: slots, shares and warnings as one types them."""

from datetime import time

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from cmstation.domain.labels import Theme as EditorialLine
from cmstation.ui.calendar.dialogs.rhythm_dialog import RhythmDialog, RhythmWish
from cmstation.ui.icons import Icons
from tests.ui.calendar.dialog_hands import click, enter, escape, nameless, press, write

ACCOUNTS = {1: "Clinique des Tilleuls, centre de chirurgie ambulatoire", 2: "@tilleuls"}
LINES = (EditorialLine(1, "Prévention", "info"), EditorialLine(2, "Emploi", "plum"))
WISH = RhythmWish(
    {(account, day): (time(9), time(12, 30)) if day == 1 else () for account in ACCOUNTS for day in range(7)},
    {1: 60, 2: None},
    120,
    5,
    2,
)


@pytest.fixture
def behind(qtbot: QtBot) -> QWidget:
    """The window behind the dialog."""
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def dialog(behind: QWidget, icons: Icons) -> RhythmDialog:
    """The dialog over a window."""
    opened = RhythmDialog(icons, WISH, ACCOUNTS, LINES, parent=behind)
    opened.open()
    return opened


@pytest.fixture
def saved(dialog: RhythmDialog) -> list[RhythmWish]:
    """What was saved."""
    wishes: list[RhythmWish] = []
    dialog.saved.connect(wishes.append)
    return wishes


def test_untouched_it_gives_back_what_it_was_given(dialog: RhythmDialog) -> None:
    assert dialog.cells[1, 1].text() == "9:00, 12:30"
    assert dialog.wish() == WISH


def test_hours_that_are_typed_are_slots(dialog: RhythmDialog, saved: list[RhythmWish]) -> None:
    write(dialog.cells[2, 4], "18h, 9h30")
    enter(dialog.cells[2, 4])

    assert saved[0].slots[2, 4] == (time(9, 30), time(18))
    assert saved[0].slots[1, 1] == (time(9), time(12, 30))


def test_an_emptied_cell_has_no_slot(dialog: RhythmDialog) -> None:
    dialog.cells[1, 1].clear()

    assert dialog.wish().slots[1, 1] == ()


def test_what_is_no_hour_is_said_with_its_place_and_not_saved(
    dialog: RhythmDialog, saved: list[RhythmWish]
) -> None:
    write(dialog.cells[2, 0], "midi")

    assert dialog.remark.text() == "@tilleuls, Monday: “midi” is no hour. Write 9:00, or 12:30, 18:00."
    assert not dialog.save.isEnabled()
    enter(dialog.cells[2, 0])
    assert not saved

    write(dialog.cells[2, 0], "12:00")
    assert dialog.remark.isHidden()
    assert dialog.save.isEnabled()


def test_shares_are_wishes_and_zero_is_none(dialog: RhythmDialog, saved: list[RhythmWish]) -> None:
    press(dialog.choice, "Editorial lines")
    assert dialog.shares[2].text() == "no wish"

    dialog.shares[1].setValue(0)
    dialog.shares[2].selectAll()
    QTest.keyClicks(dialog.shares[2], "40")
    click(dialog.save)

    assert saved[0].wishes == {1: None, 2: 40}


def test_shares_beyond_all_posts_are_said(dialog: RhythmDialog) -> None:
    press(dialog.choice, "Editorial lines")
    dialog.shares[2].setValue(41)
    assert dialog.remark.text() == "The wished shares make 101 % together."
    assert not dialog.save.isEnabled()

    dialog.shares[2].setValue(40)
    assert dialog.save.isEnabled()


def test_warnings_are_given_back(dialog: RhythmDialog, saved: list[RhythmWish]) -> None:
    press(dialog.choice, "Warnings")
    assert dialog.gap.isVisible()
    dialog.gap.setValue(90)
    dialog.silence.setValue(7)
    dialog.approval.setValue(0)
    click(dialog.save)

    assert (saved[0].gap_minutes, saved[0].silence_days, saved[0].approval_days) == (90, 7, 0)


def test_each_part_has_its_page(dialog: RhythmDialog) -> None:
    assert dialog.cells[1, 0].isVisible()

    press(dialog.choice, "Editorial lines")

    assert dialog.shares[1].isVisible()
    assert not dialog.cells[1, 0].isVisible()


def test_the_hours_of_a_cell_are_shown_from_their_beginning(dialog: RhythmDialog) -> None:
    cell = dialog.cells[1, 1]

    assert cell.cursorPosition() == 0
    assert cell.fontMetrics().horizontalAdvance(cell.text()) < cell.width() - 12


def test_escape_saves_nothing(dialog: RhythmDialog, saved: list[RhythmWish]) -> None:
    write(dialog.cells[1, 0], "9")
    escape(dialog)

    assert not saved


def test_every_cell_says_its_account_and_its_day(dialog: RhythmDialog) -> None:
    assert dialog.cells[2, 6].accessibleName() == "@tilleuls, Sunday"
    assert nameless(dialog) == []


def test_without_editorial_lines_it_says_where_they_are_added(behind: QWidget, icons: Icons) -> None:
    dialog = RhythmDialog(icons, WISH, ACCOUNTS, (), parent=behind)

    dialog.show_page("shares")

    words = [label.text() for label in dialog.findChildren(QLabel) if label.isVisibleTo(dialog)]
    assert any(text.startswith("The clinic has no editorial lines yet") for text in words)
