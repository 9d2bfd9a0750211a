"""Days off of the region, with the person's own file of school holidays."""

import os
from datetime import date
from pathlib import Path

import pytest

from cmstation.domain.calendar import DayOff, DayOffKind
from cmstation.domain.changes import Changes
from cmstation.domain.errors import FolderNotWritable
from cmstation.domain.networks import Json
from cmstation.domain.regions import Region
from cmstation.domain.school_holidays import SchoolFault, SchoolHolidaysUnreadable
from cmstation.services.days_off import SCHOOL_FILE, DaysOff
from cmstation.storage.settings import Settings
from tests.services.conftest import Bench

HEADING = "region,name,first,last,source"
OWN = f"{HEADING}\nFR-B,Vacances du quartier,2026-10-29,2026-11-02,école\n"
OTHER = (
    f"{HEADING}\nFR-B,Vacances de la rue,2026-11-01,2026-11-03,école\nCA-QC,Relâche,2027-03-01,2027-03-07,\n"
)
CHANGED = Changes(calendar=True)
FIRST, LAST = date(2026, 10, 26), date(2026, 11, 11)
TOUSSAINT = DayOff(DayOffKind.PUBLIC, "Toussaint", date(2026, 11, 1), date(2026, 11, 1))
ARMISTICE = DayOff(DayOffKind.PUBLIC, "Armistice", date(2026, 11, 11), date(2026, 11, 11))
SHIPPED = DayOff(DayOffKind.SCHOOL, "Vacances de la Toussaint", date(2026, 10, 17), date(2026, 11, 1))
QUARTER = DayOff(DayOffKind.SCHOOL, "Vacances du quartier", date(2026, 10, 29), date(2026, 11, 2))
STREET = DayOff(DayOffKind.SCHOOL, "Vacances de la rue", date(2026, 11, 1), date(2026, 11, 3))


def again(bench: Bench) -> DaysOff:
    return DaysOff(Settings(bench.station.database), bench.folder)


@pytest.fixture
def days_off(bench: Bench) -> DaysOff:
    made = again(bench)
    made.set_region(Region.FRANCE_B)
    return made


@pytest.fixture
def given(tmp_path: Path) -> Path:
    file = tmp_path / "vacances.csv"
    file.write_text(OWN, encoding="utf-8")
    return file


def test_nobody_is_off_until_the_region_is_chosen(bench: Bench) -> None:
    days_off = again(bench)

    assert (days_off.region(), days_off.region_chosen()) == (Region.NONE, False)
    assert days_off.between(FIRST, LAST) == ()


def test_the_region_is_kept_and_undone(bench: Bench) -> None:
    days_off = again(bench)
    days_off.set_region(Region.QUEBEC)

    done = days_off.set_region(Region.NONE)

    assert (done.value, done.changes) == (Region.NONE, CHANGED)
    assert again(bench).region_chosen()
    assert done.undo is not None
    assert done.undo() == CHANGED
    assert again(bench).region() is Region.QUEBEC


def test_the_first_choice_is_undone_to_no_choice(bench: Bench) -> None:
    done = again(bench).set_region(Region.FRANCE_A)

    assert done.undo is not None
    done.undo()

    assert not again(bench).region_chosen()


@pytest.mark.parametrize("stored", ["FR-Z", 7, [], {"region": "FR-A"}])
def test_a_strange_stored_region_counts_as_none(bench: Bench, stored: Json) -> None:
    Settings(bench.station.database).set("calendar_region", stored)

    assert again(bench).region() is Region.NONE


def test_public_and_school_holidays_come_in_order(days_off: DaysOff) -> None:
    assert days_off.between(FIRST, LAST) == (SHIPPED, TOUSSAINT, ARMISTICE)
    assert days_off.between(date(2026, 11, 2), date(2026, 11, 10)) == ()
    assert days_off.between(date(2026, 11, 11), date(2026, 11, 11)) == (ARMISTICE,)
    assert days_off.between(LAST, FIRST) == ()


def test_a_span_over_new_year_has_the_holidays_of_both_years(days_off: DaysOff) -> None:
    names = [day.name for day in days_off.between(date(2026, 12, 24), date(2027, 1, 2))]

    assert names == ["Vacances de Noël", "Noël", "Jour de l’an"]


def test_years_out_of_reach_have_no_days_off(days_off: DaysOff) -> None:
    assert days_off.between(date(1900, 1, 1), date(1999, 12, 31)) == ()
    assert days_off.between(date(2101, 1, 1), date(2200, 12, 31)) == ()


def test_the_last_known_school_day_off_is_told(bench: Bench, days_off: DaysOff) -> None:
    assert days_off.schools_known_until() == date(2028, 9, 3)

    days_off.set_region(Region.ALSACE_MOSELLE)
    assert days_off.schools_known_until() == date(2028, 9, 3)

    days_off.set_region(Region.MAYOTTE)
    assert days_off.schools_known_until() is None
    assert again(bench).between(FIRST, LAST) == (TOUSSAINT, ARMISTICE)


# --- the person's own file ---


def test_a_file_of_ones_own_wins(bench: Bench, days_off: DaysOff, given: Path) -> None:
    done = days_off.set_school_file(given)

    assert (done.value, done.changes) == (1, CHANGED)
    assert days_off.has_school_file()
    assert days_off.trouble() is None
    assert days_off.between(FIRST, LAST) == (QUARTER, TOUSSAINT, ARMISTICE)
    assert again(bench).between(FIRST, LAST) == (QUARTER, TOUSSAINT, ARMISTICE)
    assert (bench.folder / SCHOOL_FILE).read_text(encoding="utf-8") == OWN


def test_taking_a_file_is_undone(days_off: DaysOff, given: Path) -> None:
    first = days_off.set_school_file(given)
    given.write_text(OTHER, encoding="utf-8")
    second = days_off.set_school_file(given)
    assert second.value == 2
    assert STREET in days_off.between(FIRST, LAST)

    assert second.undo is not None
    assert second.undo() == CHANGED
    assert QUARTER in days_off.between(FIRST, LAST)

    assert first.undo is not None
    first.undo()
    assert SHIPPED in days_off.between(FIRST, LAST)
    assert not days_off.has_school_file()


def test_a_bad_file_is_refused_and_the_present_one_stays(days_off: DaysOff, given: Path) -> None:
    days_off.set_school_file(given)
    given.write_text(OTHER + "FR-B,Pont,2027-05-07,bientôt,\n", encoding="utf-8")

    with pytest.raises(SchoolHolidaysUnreadable) as refused:
        days_off.set_school_file(given)

    assert [(line.line, line.fault) for line in refused.value.lines] == [(4, SchoolFault.DATE)]
    assert QUARTER in days_off.between(FIRST, LAST)


def test_a_file_that_cannot_be_opened_is_refused(days_off: DaysOff, tmp_path: Path) -> None:
    for path in (tmp_path / "rien.csv", tmp_path):
        with pytest.raises(SchoolHolidaysUnreadable) as refused:
            days_off.set_school_file(path)

        assert [(line.line, line.fault) for line in refused.value.lines] == [(0, SchoolFault.CANNOT_OPEN)]
    assert not days_off.has_school_file()


def test_a_folder_that_takes_no_file_is_told(days_off: DaysOff, bench: Bench, given: Path) -> None:
    (bench.folder / SCHOOL_FILE).mkdir()

    with pytest.raises(FolderNotWritable):
        days_off.set_school_file(given)

    assert [file.name for file in bench.folder.glob(f"{SCHOOL_FILE}*")] == [SCHOOL_FILE]


def test_a_broken_file_in_the_folder_is_told_and_the_shipped_one_is_used(
    days_off: DaysOff, bench: Bench
) -> None:
    (bench.folder / SCHOOL_FILE).write_text(f"{HEADING}\nFR-B,,2026-10-29,2026-11-02,\n", encoding="utf-8")

    trouble = days_off.trouble()

    assert trouble is not None
    assert [(line.line, line.fault) for line in trouble.lines] == [(2, SchoolFault.NAME)]
    assert SHIPPED in days_off.between(FIRST, LAST)


def test_a_file_mended_beside_the_program_is_read_again(days_off: DaysOff, bench: Bench) -> None:
    file = bench.folder / SCHOOL_FILE
    file.write_text("rien", encoding="utf-8")
    assert days_off.trouble() is not None

    file.write_text(OWN, encoding="utf-8")
    os.utime(file, ns=(1, 1))

    assert days_off.trouble() is None
    assert QUARTER in days_off.between(FIRST, LAST)
    file.unlink()
    assert SHIPPED in days_off.between(FIRST, LAST)


def test_the_shipped_file_comes_back_and_that_is_undone(days_off: DaysOff, given: Path) -> None:
    days_off.set_school_file(given)

    done = days_off.use_shipped_file()

    assert SHIPPED in days_off.between(FIRST, LAST)
    assert done.undo is not None
    assert done.undo() == CHANGED
    assert QUARTER in days_off.between(FIRST, LAST)
