"""The dialog of a sequence: it shows each post with its day, and makes what it shows."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cmstation.domain.planned_time import PlannedTime, at_wall_time
from cmstation.domain.sequences import ANNOUNCEMENT, OPEN_DAY, Scenario
from cmstation.ui.calendar.dialogs.sequence_dialog import SequenceDialog
from cmstation.ui.icons import Icons
from tests.ui.calendar.dialog_hands import click, enter, escape, nameless, press, type_day, type_hour

NOW = datetime(2026, 10, 13, 7, 41, tzinfo=UTC)
PARIS = "Europe/Paris"
Ask = Callable[..., SequenceDialog]


def at(text: str, *, second_pass: bool = False) -> PlannedTime:
    return at_wall_time(datetime.fromisoformat(text), PARIS, second_pass=second_pass)


@pytest.fixture
def ask(qtbot: QtBot, icons: Icons) -> Ask:
    """Open the dialog around an hour."""
    behind = QWidget()
    qtbot.addWidget(behind)

    def opened(anchor: PlannedTime) -> SequenceDialog:
        dialog = SequenceDialog(icons, "Octobre rose", anchor, NOW, parent=behind)
        dialog.open()
        return dialog

    return opened


def wishes(dialog: SequenceDialog) -> list[tuple[Scenario, PlannedTime]]:
    found: list[tuple[Scenario, PlannedTime]] = []
    dialog.wanted.connect(lambda *wish: found.append(wish))  # pyright: ignore[reportUnknownArgumentType, reportUnknownLambdaType]
    return found


def test_it_shows_every_post_with_its_day_and_hour(ask: Ask) -> None:
    dialog = ask(at("2026-10-24T18:00"))

    assert dialog.steps.lines() == [
        "D−7  Announcement  Saturday 17 October 2026, 09:00",
        "D  The day  Saturday 24 October 2026, 18:00",
        "D+3  Reminder  Tuesday 27 October 2026, 12:00",
    ]


def test_it_makes_what_it_shows(ask: Ask) -> None:
    dialog = ask(at("2026-10-24T18:00"))
    found = wishes(dialog)

    type_day(dialog.day, "26102026")
    type_hour(dialog.time, "0730")
    enter(dialog.time)

    assert found == [(ANNOUNCEMENT, at("2026-10-26T07:30"))]


def test_another_scenario_has_other_steps(ask: Ask) -> None:
    dialog = ask(at("2026-11-24T18:00"))
    found = wishes(dialog)

    press(dialog.scenario, "Open day")
    assert [line.split()[0] for line in dialog.steps.lines()] == ["D−21", "D−7", "D−1", "D"]
    click(dialog.make)

    assert found == [(OPEN_DAY, at("2026-11-24T18:00"))]


def test_steps_in_the_past_are_left_out_and_that_is_said(ask: Ask) -> None:
    dialog = ask(at("2026-10-19T18:00"))

    assert dialog.remark.text() == "1 step(s) in the past will be left out."
    assert dialog.make.isEnabled()

    type_day(dialog.day, "31102026")
    assert dialog.remark.isHidden()
    assert dialog.make.isEnabled()


def test_a_day_in_the_past_makes_nothing(ask: Ask) -> None:
    dialog = ask(at("2026-10-19T18:00"))

    type_day(dialog.day, "01102026")

    assert dialog.remark.text() == "The day itself lies in the past: choose a later one."
    assert not dialog.make.isEnabled()


def test_an_hour_that_the_clocks_skip_is_said(ask: Ask) -> None:
    dialog = ask(at("2027-03-27T02:30"))

    type_day(dialog.day, "28032027")

    assert dialog.remark.text().startswith("The clocks skip this hour")
    assert dialog.steps.lines() == []
    assert not dialog.make.isEnabled()


def test_the_second_of_two_equal_hours_stays_the_second(ask: Ask) -> None:
    second = at("2026-10-25T02:30", second_pass=True)

    assert ask(second).anchor() == second


def test_escape_makes_nothing(ask: Ask) -> None:
    dialog = ask(at("2026-10-24T18:00"))
    found = wishes(dialog)

    escape(dialog)

    assert dialog.isHidden()
    assert not found


def test_everything_has_a_name(ask: Ask) -> None:
    assert nameless(ask(at("2026-10-24T18:00"))) == []
