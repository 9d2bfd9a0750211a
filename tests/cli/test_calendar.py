"""The plan on the command line."""

import json
from pathlib import Path

import pytest

from cmstation.domain.ics_errors import CalendarProblem
from cmstation.domain.plan_entries import FIELDS, OWN
from cmstation.domain.plan_faults import FaultyCell, PlanFault
from cmstation.services.plan_preview import PreviewLine, Refusal
from cmstation.ui.calendar.dialogs.plan_file_words import (
    fault_line,
    fault_words,
    field_word,
    refusal_line,
    refusal_words,
)
from tests.cli.conftest import Run

SPAN = ("--from", "2026-10-01", "--to", "2026-10-31")
ROWS = "genre;titre;date;heure\npublication;Portes ouvertes;2026-10-13;9h\ntâche;Affiches;2026-10-14;\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    file = tmp_path / "octobre.csv"
    file.write_text(ROWS, encoding="utf-8")
    return file


def test_a_program_imports_shows_and_exports_the_plan(run: Run, table: Path, tmp_path: Path) -> None:
    taken = run("calendar", "import", table, "--json")
    shown = run("calendar", "show", *SPAN, "--json")
    written = run("calendar", "export", tmp_path / "plan.xlsx", *SPAN, "--json")

    assert (taken.code, shown.code, written.code) == (0, 0, 0)
    assert [one["title"] for one in taken.json["added"]] == ["Portes ouvertes", "Affiches"]
    assert (shown.json["from"], shown.json["to"]) == ("2026-10-01", "2026-10-31")
    assert shown.json["zone"] == "Europe/Paris"
    first, second = shown.json["items"]
    assert (first["kind"], first["title"], first["state"]) == ("post", "Portes ouvertes", "draft")
    assert first["start"] == "2026-10-13T07:00:00+00:00"
    assert (second["kind"], second["event"], second["whole_day"]) == ("event", "task", True)
    assert (second["first"], second["last"]) == ("2026-10-14", "2026-10-14")
    assert written.json["count"] == 2
    assert (tmp_path / "plan.xlsx").read_bytes().startswith(b"PK")


def test_a_person_reads_the_plan_line_by_line(run: Run, table: Path) -> None:
    taken = run("calendar", "import", table)
    shown = run("calendar", "show", *SPAN)

    assert taken.lines == [
        "new: 2026-10-13 09:00  Post  Portes ouvertes",
        "new: 2026-10-14 00:00  Task  Affiches",
    ]
    assert shown.lines == [
        "2026-10-13 09:00  Draft  Portes ouvertes",
        "2026-10-14        Task  Affiches",
    ]


def test_a_look_stores_nothing(run: Run, table: Path) -> None:
    answer = run("calendar", "import", table, "--check", "--json")

    assert (answer.code, answer.json["taken"], len(answer.json["added"])) == (0, False, 2)
    assert run("calendar", "show", *SPAN, "--json").json["items"] == []


def test_a_bad_file_names_lines_and_columns_and_gives_nothing(run: Run, table: Path) -> None:
    table.write_text(ROWS + "publication;Mal;demain;9h\npublication;;2026-10-15;25h\n", encoding="utf-8")

    spoken = run("calendar", "import", table)
    answer = run("calendar", "import", table, "--json")

    assert (spoken.code, answer.code, spoken.out) == (1, 1, "")
    assert spoken.err.splitlines()[1:] == [
        "  Line 4, column “date”: “demain” is not a day such as 13/10/2026",
        "  Line 5, column “heure”: “25h” is not an hour such as 9:30",
        "  Line 5, column “titre”: neither a title nor a text is given",
    ]
    assert [(one["line"], one["column"], one["fault"]) for one in answer.json["findings"]] == [
        (4, "date", "date"),
        (5, "heure", "hour"),
        (5, "titre", "nothing_written"),
    ]
    assert run("calendar", "show", *SPAN, "--json").json["items"] == []


def test_a_refused_row_refuses_all_unless_it_is_left_out(run: Run, table: Path) -> None:
    table.write_text("genre;titre;état\npublication;Mal;planifié\npublication;Bien;\n", encoding="utf-8")

    refused = run("calendar", "import", table)
    taken = run("calendar", "import", table, "--without-refused")

    assert (refused.code, taken.code) == (1, 0)
    assert "Line 2, “Mal”: a file schedules nothing" in refused.err
    assert "new: Post  Bien" in taken.lines


def test_a_file_that_is_not_there_is_not_found(run: Run, tmp_path: Path) -> None:
    assert run("calendar", "import", tmp_path / "rien.csv").code == 3


def test_a_file_of_another_kind_is_refused(run: Run, tmp_path: Path) -> None:
    assert run("calendar", "export", tmp_path / "plan.pdf").code == 1


@pytest.mark.parametrize("days", [("--from", "hier"), ("--from", "2026-10-02", "--to", "2026-10-01")])
def test_days_that_make_no_span_are_wrong_words(run: Run, days: tuple[str, ...]) -> None:
    assert run("calendar", "show", *days).code == 2


def test_the_sample_clinic_has_a_plan_that_comes_back(rehearse: Run, tmp_path: Path) -> None:
    file = tmp_path / "plan.csv"
    exported = rehearse("calendar", "export", file, "--from", "2020-01-01", "--to", "2035-01-01", "--json")

    looked = rehearse("calendar", "import", file, "--check", "--json")

    assert exported.json["count"] > 5
    assert (looked.json["added"], looked.json["changed"], looked.json["refused"]) == ([], [], [])
    assert looked.json["same"] == exported.json["count"]


def test_json_is_one_document(run: Run, table: Path) -> None:
    assert json.loads(run("calendar", "import", table, "--json").out)["taken"] is True


def test_each_fault_refusal_and_field_has_words_of_its_own() -> None:
    plain = [fault for fault in PlanFault if fault is not PlanFault.CALENDAR]
    faults = [fault_words(FaultyCell(1, "c", fault, "x")) for fault in plain]
    problems = [fault_words(FaultyCell(1, "", PlanFault.CALENDAR, "x", one)) for one in CalendarProblem]

    assert all(faults) and len(set(faults)) == len(plain)
    assert all(problems)
    assert len({refusal_words(why) for why in Refusal}) == len(Refusal)
    assert len({field_word(name) for name in (*FIELDS, OWN)}) == len(FIELDS) + 1


def test_a_line_that_the_file_has_not_is_not_named() -> None:
    assert fault_line(FaultyCell(0, "", PlanFault.NOT_A_SHEET)).startswith("The file: ")
    assert refusal_line(PreviewLine(0, "Staff", None, None, refusal=Refusal.OLDER)).startswith("“Staff”: ")
