"""The health days of a year on the command line."""

from datetime import date
from pathlib import Path

import pytest

from cmstation.cli.health_days import fault_words
from cmstation.domain.health_days import SHIPPED_FILE, for_year
from cmstation.domain.health_days_rows import COLUMNS, Fault, FaultyLine
from cmstation.open_station import open_station
from tests.cli.conftest import Run

HEADING = ";".join(COLUMNS)


def test_a_program_reads_every_day_of_the_year(run: Run) -> None:
    answer = run("health-days", 2026, "--json")

    assert answer.code == 0
    assert [day["slug"] for day in answer.json] == [day.slug for day in for_year(2026)]
    (telethon,) = (day for day in answer.json if day["slug"] == "telethon")
    assert telethon["name_fr"] == "Téléthon"
    assert (telethon["start"], telethon["end"], telethon["to_confirm"]) == ("2026-12-04", "2026-12-05", True)


def test_a_person_reads_dates_names_and_what_is_to_confirm(run: Run) -> None:
    lines = run("health-days", 2026).lines

    assert "2026-02-04               Journée mondiale contre le cancer" in lines
    assert "2026-12-04 – 2026-12-05  Téléthon  (to confirm)" in lines


def test_a_theme_keeps_its_days_only(run: Run) -> None:
    answer = run("health-days", 2026, "--theme", "Reins,sommeil", "--json")

    assert [day["slug"] for day in answer.json] == ["rein", "sommeil-fr", "sommeil-monde"]


def test_what_the_clinic_wrote_down_and_added_is_told(run: Run, folder: Path) -> None:
    station = open_station(folder)
    days = station.health_days
    days.set_dates("telethon", 2026, date(2026, 11, 27), date(2026, 11, 28))
    days.not_this_year("rein", 2026)
    days.add_own("Fête de la clinique", "nth:06:sat:2", ["équipe"])
    days.hide_themes(["équipe"])
    station.close()

    found = {day["slug"]: day for day in run("health-days", 2026, "--json").json}

    assert "rein" not in found
    assert (found["telethon"]["start"], found["telethon"]["to_confirm"]) == ("2026-11-27", False)
    assert found["own-fete-de-la-clinique"]["start"] == "2026-06-13"
    lines = run("health-days", 2026, "--theme", "équipe").lines
    assert lines == ["2026-06-13               Fête de la clinique"]


def test_a_file_is_read_as_it_stands_whatever_the_clinic_wrote_down(run: Run, folder: Path) -> None:
    station = open_station(folder)
    station.health_days.not_this_year("rein", 2026)
    station.close()

    answer = run("health-days", 2026, "--file", SHIPPED_FILE, "--json")

    assert [day["slug"] for day in answer.json] == [day.slug for day in for_year(2026)]


def test_a_theme_that_no_day_has_is_not_found_and_the_others_are_named(run: Run) -> None:
    answer = run("health-days", 2026, "--theme", "astrologie")

    assert answer.code == 3
    assert answer.out == ""
    assert "santé mentale" in answer.err


@pytest.mark.parametrize("year", ["1999", "2101", "deux mille", "-1"])
def test_a_year_out_of_reach_is_wrong(run: Run, year: str) -> None:
    assert run("health-days", year).code == 2


def test_a_file_of_ones_own_is_read(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "jours.csv"
    file.write_text(f"{HEADING}\nfete;Fête de la clinique;;nth:06:sat:2;;;;confirmed;\n", encoding="utf-8")

    assert run("health-days", 2027, "--file", file).lines == ["2027-06-12               Fête de la clinique"]


def test_a_bad_file_names_its_lines_and_gives_nothing(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "jours.csv"
    good = "fete;Fête de la clinique;;nth:06:sat:2;;;;confirmed;"
    file.write_text(f"{HEADING}\n{good}\n{good}\nbal;Bal;;fixed:02-30;;;;confirmed;\n", encoding="utf-8")

    spoken = run("health-days", 2027, "--file", file)
    answer = run("health-days", 2027, "--file", file, "--json")

    assert (spoken.code, answer.code, spoken.out) == (1, 1, "")
    assert spoken.err.splitlines()[1:] == [
        "  Line 3: slug 'fete' stands here a second time",
        "  Line 4: 'fixed:02-30' is not a rule that falls every year",
    ]
    assert answer.json["findings"] == [
        {"line": 3, "fault": "slug_twice", "found": "fete"},
        {"line": 4, "fault": "rule", "found": "fixed:02-30"},
    ]


def test_a_file_that_is_not_there_is_not_found(run: Run, tmp_path: Path) -> None:
    assert run("health-days", 2027, "--file", tmp_path / "rien.csv").code == 3
    assert run("health-days", 2027, "--file", tmp_path).code == 1


def test_each_fault_has_words_of_its_own() -> None:
    said = [fault_words(FaultyLine(1, fault, "x")) for fault in Fault]

    assert len(set(said)) == len(Fault)
    assert all(said)
