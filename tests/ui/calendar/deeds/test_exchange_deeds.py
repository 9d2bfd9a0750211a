"""The calendar and real files: out, changed elsewhere, in again; a folder kept up to date; paper."""

import csv
import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from cmstation.domain.calendar import ItemKind
from cmstation.ui.calendar.deeds.exchange_deeds import ExchangeDeeds
from cmstation.ui.calendar.dialogs.folder_dialog import FolderDialog
from cmstation.ui.calendar.dialogs.import_dialog import ImportDialog
from cmstation.ui.calendar.dialogs.print_dialog import PrintDialog
from cmstation.ui.calendar.paper.paper import Sheet
from tests.ui.calendar.tab_stage import QUIET_DAY, Stage, wall

Answer = Callable[..., None]


def deeds_of(stage: Stage) -> ExchangeDeeds:
    assert stage.tab.menus is not None
    return stage.tab.menus.exchange


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Answer:
    """Answer the system's file dialogs, which no test can click."""

    def say(file: Path, kind: str = "") -> None:
        def answered(*_args: object) -> tuple[str, str]:
            return str(file), kind

        for name in ("getSaveFileName", "getOpenFileName"):
            monkeypatch.setattr(QFileDialog, name, answered)

    return say


def export(stage: Stage, answer: Answer, file: Path, kind: str = "") -> None:
    answer(file, kind)
    deeds_of(stage).choose_export()
    stage.settled()


def read(stage: Stage, answer: Answer, file: Path) -> ImportDialog:
    answer(file, "")
    deeds_of(stage).choose_import()
    stage.settled()
    return stage.window(ImportDialog)


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_a_table_comes_back_with_nothing_new_in_it(
    stage: Stage, answer: Answer, tmp_path: Path, ending: str
) -> None:
    file = tmp_path / f"plan.{ending}"

    export(stage, answer, file)
    assert file.stat().st_size > 500
    assert f"written to plan.{ending}" in stage.words()

    dialog = read(stage, answer, file)
    assert not dialog.take.isVisible()
    dialog.reject()
    assert stage.commands.undo_text == ""


def test_a_name_without_an_ending_gets_that_of_the_chosen_kind(
    stage: Stage, answer: Answer, tmp_path: Path
) -> None:
    export(stage, answer, tmp_path / "plan", "Calendar for Outlook, Thunderbird, a phone (*.ics)")

    assert (tmp_path / "plan.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")


def test_what_was_changed_in_a_table_is_taken_in_one_step_and_back_in_one(
    stage: Stage, answer: Answer, tmp_path: Path
) -> None:
    first, second = stage.post(wall(22), "Premier essai"), stage.post(wall(23), "Second essai")
    file = tmp_path / "plan.csv"
    export(stage, answer, file)
    text = file.read_text(encoding="utf-8-sig")
    file.write_text(text.replace("Premier essai", "Premier texte").replace("Second essai", "Second texte"))

    dialog = read(stage, answer, file)
    dialog.take.click()
    stage.settled()
    stage.settled()

    titles = [stage.station.drafts.open(key.identity).title for key in (first, second)]
    assert titles == ["Premier texte", "Second texte"]
    assert "“plan.csv” taken into the calendar" in stage.words()
    stage.undo()
    assert stage.station.drafts.open(first.identity).title == "Premier essai"


def test_a_calendar_of_another_program_brings_its_events_and_undo_takes_them_away(
    stage: Stage, answer: Answer, tmp_path: Path
) -> None:
    file = tmp_path / "congrès.ics"
    lines = (
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Agenda//FR", "BEGIN:VEVENT", "UID:7@agenda",
        "DTSTAMP:20261001T000000Z", "DTSTART;VALUE=DATE:20261022", "DTEND;VALUE=DATE:20261024",
        "SUMMARY:Congrès de gériatrie", "END:VEVENT", "END:VCALENDAR", "",
    )  # fmt: skip
    file.write_bytes("\r\n".join(lines).encode())

    read(stage, answer, file).take.click()
    stage.settled()
    stage.settled()

    assert "Congrès de gériatrie" in titles_on(stage, QUIET_DAY)
    stage.undo()
    assert "Congrès de gériatrie" not in titles_on(stage, QUIET_DAY)


def test_a_file_with_faults_names_the_lines_and_nothing_of_it_is_taken(
    stage: Stage, answer: Answer, tmp_path: Path
) -> None:
    stage.post(wall(22), "Premier essai")
    file = tmp_path / "plan.csv"
    export(stage, answer, file)
    text = file.read_text(encoding="utf-8-sig")
    rows = csv.reader(io.StringIO(text), delimiter=";")
    row = next(place for place, cells in enumerate(rows, 1) if "Premier essai" in cells)
    file.write_text(text.replace("2026-10-22", "22 brumaire").replace("Premier essai", "Premier texte"))

    dialog = read(stage, answer, file)

    told = [dialog.faults.item(place).text() for place in range(dialog.faults.count())]
    assert any(words.startswith(f"Line {row}") and "22 brumaire" in words for words in told), told
    assert not dialog.take.isVisible()
    dialog.reject()


@pytest.mark.parametrize("name", ["plan.odt", "plan.ics", "plan.xlsx"])
def test_what_is_no_plan_is_said_in_the_dialog_or_the_bar(
    stage: Stage, answer: Answer, tmp_path: Path, name: str
) -> None:
    file = tmp_path / name
    file.write_bytes(b"\x00\x01 rien")
    answer(file, "")
    deeds_of(stage).choose_import()
    stage.settled()

    said = stage.words()
    for dialog in stage.windows(ImportDialog):
        said += dialog.faults.item(0).text()
        assert not dialog.take.isVisible()
        dialog.reject()
    assert said


def test_a_folder_that_cannot_be_written_is_said(stage: Stage, answer: Answer, tmp_path: Path) -> None:
    export(stage, answer, tmp_path / "nowhere" / "plan.csv")

    assert stage.words()
    assert not (tmp_path / "nowhere").exists()


# --- the kept-up folder ---


def test_a_folder_is_chosen_written_at_once_and_given_up(stage: Stage, tmp_path: Path) -> None:
    file = tmp_path / "cmstation.ics"
    deeds_of(stage).open_folder()
    stage.settled()
    dialog = stage.window(FolderDialog)
    dialog.chosen.emit(tmp_path)
    dialog.accept()
    stage.settled()

    assert file.read_bytes().startswith(b"BEGIN:VCALENDAR")
    assert "Calendar for other programs written" in stage.words()

    deeds_of(stage).open_folder()
    stage.settled()
    again = next(one for one in stage.windows(FolderDialog))
    QTest.mouseClick(again.stop, Qt.MouseButton.LeftButton)
    stage.settled()
    assert stage.station.plan_files.folder_state().folder is None


# --- paper ---


def test_a_month_is_saved_as_pdf_with_the_filter_that_is_chosen(
    stage: Stage, answer: Answer, tmp_path: Path
) -> None:
    file = tmp_path / "octobre"
    answer(file, "")
    deeds_of(stage).ask_paper()
    dialog = stage.window(PrintDialog)
    dialog.file_wanted.emit(Sheet(date(2026, 10, 13)))
    dialog.reject()
    stage.settled()

    assert (tmp_path / "octobre.pdf").read_bytes().startswith(b"%PDF")
    assert "written to octobre.pdf" in stage.words()


def test_what_is_planned_on_the_networks_is_looked_at_on_request(stage: Stage) -> None:
    deeds_of(stage).look_at_networks()
    stage.settled()

    assert "up to date" in stage.words()


def titles_on(stage: Stage, day: date) -> list[str]:
    plan = stage.tab.plan
    assert plan is not None
    return [
        item.title
        for item in plan.items
        if item.key.kind is ItemKind.EVENT and item.first <= day <= item.last
    ]
