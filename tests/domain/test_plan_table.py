"""A plan as a table comes back as it was, and says what is wrong with one that is not."""

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given, settings

from cmstation.domain import plan_csv
from cmstation.domain.calendar import EventKind
from cmstation.domain.calendar_events import FloatingTime, WholeDay, placed
from cmstation.domain.plan_cells import GivenCell, UnusableCell
from cmstation.domain.plan_entries import PlanEntry, differences
from cmstation.domain.plan_faults import FaultyCell, PlanFault, PlanUnreadable
from cmstation.domain.plan_table import MOST_ROWS, PlanTable, SheetRow, read_table, rows_of
from cmstation.domain.planned_time import at_wall_time
from tests.domain.calendar_samples import NIGHTS, wall
from tests.domain.plan_samples import ACCOUNTS, NAMES, PARIS, entries


def table(*rows: tuple[GivenCell, ...]) -> PlanTable:
    """Read a table as a spreadsheet gives it."""
    return read_table([SheetRow(line, row) for line, row in enumerate(rows, start=1)], NAMES, PARIS)


def one(heading: str, *cells: GivenCell) -> PlanEntry:
    """Read one row."""
    (entry,) = table(tuple(heading.split(";")), cells).entries
    return entry


def faults(*rows: tuple[GivenCell, ...]) -> list[tuple[int, str, PlanFault]]:
    """Return what is wrong with a table."""
    with pytest.raises(PlanUnreadable) as refused:
        table(*rows)
    return [(fault.line, fault.column, fault.fault) for fault in refused.value.faults]


def fault(heading: str, *cells: GivenCell) -> tuple[str, PlanFault]:
    """Return the one thing that is wrong with a row."""
    ((line, column, found),) = faults(tuple(heading.split(";")), cells)
    assert line == 2
    return column, found


# --- there and back ---------------------------------------------------------------------------------------


@settings(deadline=None)
@given(plan=entries())
def test_what_is_written_as_a_table_is_read_as_it_was(plan: list[PlanEntry]) -> None:
    rows: Any = rows_of(plan)

    found = table(*rows)

    assert found.passed_over == ()
    assert [differences(*pair) for pair in zip(found.entries, plan, strict=True)] == [set()] * len(plan)
    assert [differences(*pair) for pair in zip(plan, found.entries, strict=True)] == [set()] * len(plan)


@settings(deadline=None)
@given(plan=entries())
def test_what_is_written_as_csv_is_read_as_it_was(plan: list[PlanEntry]) -> None:
    found = read_table(plan_csv.read(plan_csv.written(rows_of(plan))).rows, NAMES, PARIS)

    assert [differences(*pair) for pair in zip(found.entries, plan, strict=True)] == [set()] * len(plan)
    assert [differences(*pair) for pair in zip(plan, found.entries, strict=True)] == [set()] * len(plan)


def test_an_account_that_says_something_else_has_columns_of_its_own() -> None:
    post = PlanEntry(text="Pour tous", accounts=ACCOUNTS[:2], own={("Site", "texte"): "Pour le site"})

    heading, row = rows_of([post])

    assert heading[-1] == "texte: Site"
    assert row[-1] == "Pour le site"


# --- what a person writes ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "day",
    ["2026-10-13", "13/10/2026", " 13.10.2026 ", date(2026, 10, 13), datetime(2026, 10, 13)],  # noqa: DTZ001
)
@pytest.mark.parametrize(
    "hour", ["09:30", "9h30", "9 h 30", "09:30:00", time(9, 30), timedelta(hours=9.5), "9\u00a0h\u00a030"]
)
def test_days_and_hours_are_read_as_people_write_them(day: GivenCell, hour: GivenCell) -> None:
    entry = one("titre;date;heure", "Portes ouvertes", day, hour)

    assert entry.start == placed(wall(2026, 10, 13, 9, 30), PARIS)


def test_a_date_of_excel_may_bring_its_hour() -> None:
    entry = one("titre;date;heure", "Visite", wall(2026, 10, 13, 9, 30), None)

    assert entry.start == placed(wall(2026, 10, 13, 9, 30), PARIS)


def test_english_headings_in_another_order_mean_the_same() -> None:
    entry = one(
        "Time;DATE;title;Kind;accounts;End time", "14:00", "2026-10-13", "Visite", "shooting", None, "15:30"
    )

    assert entry.what is EventKind.SHOOTING
    assert entry.start == placed(wall(2026, 10, 13, 14), PARIS)
    assert entry.end == placed(wall(2026, 10, 13, 15, 30), PARIS)


def test_without_an_hour_an_event_takes_whole_days() -> None:
    entry = one("genre;titre;date;heure;fin_date", "tâche", "Bilan", "2026-10-13", "", "15/10/2026")

    assert (entry.start, entry.end) == (WholeDay(date(2026, 10, 13)), WholeDay(date(2026, 10, 16)))


def test_an_hour_of_the_doubled_night_is_the_first_unless_it_says_again() -> None:
    night = NIGHTS[PARIS][1]

    first = one("titre;date;heure", "Nuit", night.date(), "02:30")
    second = one("titre;date;heure", "Nuit", night.date(), "2h30 bis")

    assert first.start == at_wall_time(night, PARIS)
    assert second.start == at_wall_time(night, PARIS, second_pass=True)


def test_an_hour_may_be_the_same_everywhere() -> None:
    entry = one("genre;titre;date;heure;fuseau", "événement", "Minute", "2026-10-13", "11:00", "partout")

    assert entry.start == FloatingTime(wall(2026, 10, 13, 11))


def test_accounts_are_known_with_and_without_accents() -> None:
    entry = one("titre;comptes", "Visite", "SITE; page de la maternité (Facebook)")

    assert entry.accounts == ACCOUNTS[:2]


def test_a_column_that_is_not_there_says_nothing() -> None:
    entry = one("identifiant;date;heure", "post-12@ici", "2026-10-13", "09:00")

    present = PlanEntry(title="Portes ouvertes", text="Venez", start=placed(wall(2026, 10, 12, 9), PARIS))
    assert entry.given == {"start"}
    assert differences(entry, present) == {"start"}


def test_a_column_of_no_meaning_is_passed_over_and_named() -> None:
    found = table(("titre", "budget", ""), ("Visite", "300 €", ""))

    assert found.passed_over == ("budget",)


def test_empty_rows_are_passed_over_and_lines_stay_those_of_the_sheet() -> None:
    found = table(("", ""), ("titre", "notes"), ("", " "), ("Visite", ""))

    assert [entry.line for entry in found.entries] == [4]


# --- what is wrong ----------------------------------------------------------------------------------------


F = PlanFault
D = "2026-10-13"
BAD: list[tuple[str, tuple[GivenCell, ...], str, PlanFault]] = [
    ("titre;date;heure", ("Visite", "31/02/2026", "9h"), "date", F.DATE),
    ("titre;date;heure", ("Visite", "10/13/2026", "9h"), "date", F.DATE),
    ("titre;date;heure", ("Visite", "13/10/26", "9h"), "date", F.DATE),
    ("titre;date;heure", ("Visite", D, "25:00"), "heure", F.HOUR),
    ("titre;date;heure", ("Visite", D, 0.375), "heure", F.HOUR),
    ("titre;date;heure", ("Visite", D, ""), "heure", F.HOUR_MISSING),
    ("titre;Day;Hour", ("Visite", "", "9h"), "Day", F.DATE_MISSING),
    ("titre;date;heure", ("Visite", "29/03/2026", "2h30"), "heure", F.HOUR_SKIPPED),
    ("titre;date;heure", ("Visite", D, "9h bis"), "heure", F.HOUR_ONCE),
    ("titre;date;heure;fuseau", ("Visite", D, "9h", "Europe/Pariss"), "fuseau", F.ZONE),
    ("titre;genre", ("Visite", "réunion"), "genre", F.KIND),
    ("titre;comptes", ("Visite", "Site, Minitel"), "comptes", F.ACCOUNT),
    ("titre;thème", ("Visite", "Sport"), "thème", F.THEME),
    ("titre;campagne", ("Visite", "Movember"), "campagne", F.CAMPAIGN),
    ("titre;état", ("Visite", "peut-être"), "état", F.STATE),
    ("titre;langue", ("Visite", "français"), "langue", F.LANGUAGE),
    ("titre;lieu", ("Visite", "Hall"), "lieu", F.NOT_FOR_POSTS),
    ("titre;comptes;texte: Site", ("Visite", "", "Venez"), "texte: Site", F.ACCOUNT_NOT_CHOSEN),
    ("genre;titre;texte;date;heure", ("tâche", "Bilan", "x", D, ""), "texte", F.NOT_FOR_EVENTS),
    ("genre;titre", ("tâche", "Bilan"), "date", F.DATE_MISSING),
    ("genre;titre;date;heure;récurrence", ("tâche", "B", D, "", "FREQ=SOON"), "récurrence", F.RULE),
    ("genre;titre;date;heure;fin_date", ("tâche", "B", D, "", "2026-10-12"), "fin_date", F.END),
    ("genre;titre;date;heure;fin_heure", ("tâche", "B", D, "9h", "8h"), "fin_heure", F.END),
    ("genre;titre;date;heure;fin_heure", ("tâche", "B", D, "", "8h"), "fin_heure", F.END),
    ("titre;notes", ("", "seulement"), "titre", F.NOTHING_WRITTEN),
    ("titre;date;heure", ("V", UnusableCell(F.CELL_ERROR, "#REF!"), ""), "date", F.CELL_ERROR),
    ("titre", ("Visite", "au-delà"), "", F.CELLS_BEYOND),
]


@pytest.mark.parametrize(("heading", "cells", "column", "found"), BAD)
def test_a_fault_names_its_line_and_its_column(
    heading: str, cells: tuple[GivenCell, ...], column: str, found: PlanFault
) -> None:
    assert fault(heading, *cells) == (column, found)


def test_every_fault_is_named_at_once() -> None:
    found = faults(
        ("titre", "date", "heure", "comptes"),
        ("Visite", "hier", "9h", "Minitel"),
        ("Bien", "2026-10-13", "9h", "Site"),
        ("", "2026-10-13", "9h", ""),
    )

    assert found == [
        (2, "comptes", PlanFault.ACCOUNT),
        (2, "date", PlanFault.DATE),
        (4, "titre", PlanFault.NOTHING_WRITTEN),
    ]


def test_no_more_than_fifty_faults_are_named() -> None:
    with pytest.raises(PlanUnreadable) as refused:
        table(("titre", "thème"), *(("Visite", "Sport") for _ in range(200)))

    assert len(refused.value.faults) == 50
    assert refused.value.more


@pytest.mark.parametrize(
    ("heading", "column", "found"),
    [
        (("date", "heure"), "", PlanFault.NO_HEADING),
        (("titre", "date"), "heure", PlanFault.NO_HEADING),
        (("titre", "Title"), "Title", PlanFault.HEADING_TWICE),
        (("titre", "texte: Minitel"), "texte: Minitel", PlanFault.HEADING_ACCOUNT),
    ],
)
def test_a_heading_that_cannot_be_used_is_told(
    heading: tuple[str, ...], column: str, found: PlanFault
) -> None:
    assert faults(heading, ("Visite", "2026-10-13")) == [(1, column, found)]


def test_a_table_without_a_heading_is_none() -> None:
    assert faults() == [(0, "", PlanFault.NO_HEADING)]
    assert faults(("", ""), ("", "")) == [(0, "", PlanFault.NO_HEADING)]


def test_a_heading_alone_is_an_empty_plan() -> None:
    assert table(("titre",)).entries == ()


def test_the_same_thing_twice_is_a_fault() -> None:
    heading = ("identifiant", "titre")

    assert faults(heading, ("post-1@ici", "a"), ("post-1@ici", "b")) == [
        (3, "identifiant", PlanFault.IDENTITY_TWICE)
    ]


def test_more_rows_than_anyone_plans_are_refused() -> None:
    rows = (SheetRow(line, ("titre",)) for line in range(1, MOST_ROWS + 10))

    with pytest.raises(PlanUnreadable) as refused:
        read_table(rows, NAMES, PARIS)

    assert refused.value.faults == (FaultyCell(MOST_ROWS + 2, "", PlanFault.TOO_MANY_ROWS, str(MOST_ROWS)),)
