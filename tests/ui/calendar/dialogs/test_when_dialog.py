"""The dialog of an hour: why it asks, and what the clocks do."""

from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cmstation.domain.planned_time import PlannedTime, at_wall_time
from cmstation.ui.icons import Icons
from cmstation.ui.when_dialog import WhenDialog
from tests.ui.calendar.dialog_hands import click, nameless, press

NOW = datetime(2026, 10, 13, 7, 41, tzinfo=UTC)
PARIS = "Europe/Paris"
TWICE = datetime.fromisoformat("2026-10-25T02:30")


@pytest.fixture
def behind(qtbot: QtBot) -> QWidget:
    """The window behind the dialog."""
    window = QWidget()
    qtbot.addWidget(window)
    return window


def test_it_says_why_it_asks(behind: QWidget, icons: Icons) -> None:
    dialog = WhenDialog(icons, at_wall_time(TWICE, PARIS), NOW, PARIS, behind)
    assert dialog.reason.isHidden()

    dialog.explain("On 28 March the clocks skip 02:30. Choose another hour.")

    assert not dialog.reason.isHidden()
    assert dialog.reason.text() == "On 28 March the clocks skip 02:30. Choose another hour."
    assert nameless(dialog) == []


def test_an_hour_that_comes_twice_is_said_from_the_beginning(behind: QWidget, icons: Icons) -> None:
    dialog = WhenDialog(icons, at_wall_time(TWICE, PARIS), NOW, PARIS, behind)

    assert dialog.remark.text() == "That night the clocks show this hour twice. Choose which one you mean."
    assert not dialog.twice.isHidden()


def test_the_second_of_two_equal_hours_can_be_chosen(behind: QWidget, icons: Icons) -> None:
    dialog = WhenDialog(icons, at_wall_time(TWICE, PARIS), NOW, PARIS, behind)
    dialog.open()
    found: list[PlannedTime] = []
    dialog.planned.connect(found.append)

    press(dialog.twice, "After the clocks change")
    click(dialog.choose)

    assert found == [at_wall_time(TWICE, PARIS, second_pass=True)]


def test_a_second_pass_that_was_planned_is_shown_and_kept(behind: QWidget, icons: Icons) -> None:
    second = at_wall_time(TWICE, PARIS, second_pass=True)
    dialog = WhenDialog(icons, second, NOW, PARIS, behind)
    dialog.open()
    found: list[PlannedTime] = []
    dialog.planned.connect(found.append)

    click(dialog.choose)

    assert found == [second]
