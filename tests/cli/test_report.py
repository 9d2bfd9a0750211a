"""The director's report on the command line."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run

STARTS = {"pdf": b"%PDF", "docx": b"PK\x03\x04", "pptx": b"PK\x03\x04", "xlsx": b"PK\x03\x04"}


def test_a_program_writes_every_file(rehearse: Run, tmp_path: Path) -> None:
    files = [tmp_path / f"rapport.{kind}" for kind in STARTS]
    asked = [word for kind, file in zip(STARTS, files, strict=True) for word in (f"--{kind}", file)]

    answer = rehearse("report", "--month", "2026-10", *asked, "--json")

    assert answer.code == 0
    assert answer.json == {
        "period": "2026-10",
        "from": "2026-10-01",
        "to": "2026-10-31",
        "files": list(map(str, files)),
    }
    assert [file.read_bytes()[:4] for file in files] == list(STARTS.values())


@pytest.mark.parametrize(
    ("words", "key"),
    [
        (("--quarter", "2026-Q3"), "2026-Q3"),
        (("--year", "2025"), "2025"),
        (("--period", "2026-01-05_2026-02-03"), "2026-01-05_2026-02-03"),
        (("--period", "2026-02"), "2026-02"),
    ],
)
def test_periods_are_of_many_kinds(run: Run, tmp_path: Path, words: tuple[str, str], key: str) -> None:
    answer = run("report", *words, "--xlsx", tmp_path / "rapport.xlsx", "--json")

    assert (answer.code, answer.json["period"]) == (0, key)


def test_a_person_reads_what_was_made(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "rapport.xlsx"

    answer = run("report", "--month", "2026-09", "--xlsx", file)

    assert answer.lines == ["Report from 2026-09-01 to 2026-09-30", str(file)]


def test_without_a_file_nothing_is_made(run: Run) -> None:
    answer = run("report", "--month", "2026-09", "--json")

    assert (answer.code, answer.json["error"]) == (2, "NoFile")


@pytest.mark.parametrize(
    "words",
    [
        ("--month", "2026-13"),
        ("--month", "2026"),
        ("--quarter", "2026-09"),
        ("--period", "octobre"),
        ("--month", "2026-09", "--year", "2026"),
    ],
)
def test_a_period_that_is_none_is_wrong(run: Run, tmp_path: Path, words: tuple[str, ...]) -> None:
    assert run("report", *words, "--pdf", tmp_path / "rapport.pdf").code == 2
    assert not (tmp_path / "rapport.pdf").exists()


def test_a_campaign_that_is_not_there_is_not_found(run: Run, tmp_path: Path) -> None:
    answer = run("report", "--campaign", "Octobre rose", "--pdf", tmp_path / "rapport.pdf", "--json")

    assert (answer.code, answer.json["error"]) == (3, "NoSuchCampaign")


def test_a_folder_that_is_not_there_is_refused(run: Run, tmp_path: Path) -> None:
    answer = run("report", "--month", "2026-09", "--xlsx", tmp_path / "nowhere" / "rapport.xlsx", "--json")

    assert (answer.code, answer.json["error"]) == (1, "FolderNotWritable")
