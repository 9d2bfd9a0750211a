"""Workbooks of Excel come back as they were; what is made to harm is refused before it is unpacked."""

import zipfile
from datetime import date, time
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings

from cmstation.desktop.sheets import LARGEST, read, written
from cmstation.domain.plan_cells import UnusableCell
from cmstation.domain.plan_entries import PlanEntry, differences
from cmstation.domain.plan_faults import CellTooLong, PlanFault, PlanUnreadable
from cmstation.domain.plan_table import MOST_ROWS, SheetRow, read_table, rows_of
from tests.domain.plan_samples import NAMES, PARIS, entries


def refusal(data: bytes) -> PlanFault:
    """Return why a workbook is refused."""
    with pytest.raises(PlanUnreadable) as refused:
        read(data)
    (fault,) = refused.value.faults
    return fault.fault


def saved(book: openpyxl.Workbook) -> bytes:
    """Return a workbook's bytes."""
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def part_of(data: bytes, name: str) -> bytes:
    """Return a part of a workbook."""
    with zipfile.ZipFile(BytesIO(data)) as source:
        return source.read(name)


def changed(data: bytes, name: str, before: bytes, after: bytes) -> bytes:
    """Return a workbook of which one part says something else."""
    file = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as target:
        for part in source.infolist():
            content = source.read(part)
            assert part.filename != name or before in content
            target.writestr(
                part.filename, content.replace(before, after) if part.filename == name else content
            )
    return file.getvalue()


def opened(data: bytes) -> Any:
    """Open a workbook as another program does."""
    return openpyxl.load_workbook(BytesIO(data)).worksheets[0]


@settings(deadline=None, max_examples=60)
@given(plan=entries())
def test_what_is_written_as_a_workbook_is_read_as_it_was(plan: list[PlanEntry]) -> None:
    found = read_table(read(written(rows_of(plan), "Plan")), NAMES, PARIS)

    assert [differences(*pair) for pair in zip(found.entries, plan, strict=True)] == [set()] * len(plan)
    assert [differences(*pair) for pair in zip(plan, found.entries, strict=True)] == [set()] * len(plan)


def test_dates_are_dates_hours_are_hours_and_texts_are_texts() -> None:
    sheet = opened(written([("date", "heure", "titre"), (date(2026, 10, 13), time(9, 30), "=1+1")], "Plan"))

    day, hour, title = sheet[2]
    assert (day.is_date, day.number_format, hour.value) == (True, "dd/mm/yyyy", time(9, 30))
    assert (title.data_type, title.value, title.number_format, title.quotePrefix) == ("s", "=1+1", "@", True)


def test_the_heading_stays_in_sight() -> None:
    sheet = opened(written([("titre", "texte"), ("a", "b")], "Plan"))

    assert sheet.freeze_panes == "A2"
    assert sheet.column_dimensions["B"].width == 60
    assert sheet.title == "Plan"


def test_a_text_too_long_for_a_cell_is_refused_rather_than_cut() -> None:
    with pytest.raises(CellTooLong) as refused:
        written([("titre",), ("é" * 32_768,)], "Plan")

    assert refused.value.facts == {"row": 2, "column": 1, "most": 32_767}


def test_what_excel_saved_is_read() -> None:
    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.append(["titre", None, "date"])
    sheet.append([])
    sheet.append([12, True, date(2026, 10, 13)])
    sheet["F5"] = " "
    rows = read(saved(book))

    assert [row.line for row in rows] == [1, 3, 5]
    assert rows[1].cells[:2] == (12, True)
    assert str(rows[1].cells[2]) == "2026-10-13 00:00:00"


def test_a_formula_that_no_program_computed_is_told_with_its_cell() -> None:
    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.append(["titre", "=A1&A1"])
    data = saved(book)

    assert read(data)[0].cells[1] == UnusableCell(PlanFault.FORMULA, "=A1&A1")

    # Which form stands there depends on the XML library that openpyxl finds.
    written = part_of(data, "xl/worksheets/sheet1.xml")
    empty = next(form for form in (b"<v />", b"<v/>", b"<v></v>") if form in written)
    with_value = changed(data, "xl/worksheets/sheet1.xml", empty, b"<v>42</v>")
    assert read(with_value)[0].cells[1] == 42


def test_an_error_in_a_cell_is_told() -> None:
    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.append(["titre"])
    sheet["A2"] = "#REF!"
    sheet["A2"].data_type = "e"

    assert read(saved(book))[1].cells == (UnusableCell(PlanFault.CELL_ERROR, "#REF!"),)


def test_a_sheet_that_lies_about_its_size_is_read_as_it_is() -> None:
    data = written([("titre",), ("a",)], "Plan")
    lying = changed(
        data, "xl/worksheets/sheet1.xml", b"<sheetData>", b'<dimension ref="A1:XFD1048576"/><sheetData>'
    )

    assert read(lying) == (SheetRow(1, ("titre",)), SheetRow(2, ("a",)))


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"titre;notes\n", b"\xd0\xcf\x11\xe0" + bytes(600)])
def test_what_is_no_workbook_is_refused(data: bytes) -> None:
    assert refusal(data) is PlanFault.NOT_A_SHEET


def test_an_archive_of_something_else_is_refused() -> None:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("photo.txt", "rien")

    assert refusal(file.getvalue()) is PlanFault.NOT_A_SHEET


def test_half_a_workbook_is_refused() -> None:
    data = written([("titre",), *(("a" * 500,) for _ in range(200))], "Plan")

    assert refusal(data[: len(data) // 2]) is PlanFault.NOT_A_SHEET
    assert refusal(data[: len(data) // 2] + data[-300:]) is PlanFault.NOT_A_SHEET


def test_an_archive_that_unpacks_to_gigabytes_is_refused_before_it_is_unpacked() -> None:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for number in range(8):
            with archive.open(f"xl/worksheets/sheet{number}.xml", "w") as part:
                for _ in range(20):
                    part.write(bytes(1_000_000))

    assert len(file.getvalue()) < 2_000_000
    assert refusal(file.getvalue()) is PlanFault.TOO_LARGE


def test_a_workbook_too_large_is_not_looked_into() -> None:
    assert refusal(bytes(LARGEST + 1)) is PlanFault.TOO_LARGE


@pytest.mark.parametrize(
    "head",
    [
        b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;">]>',
        b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/hostname">]>',
        b'<?xml version="1.0" encoding="cp037"?>',
    ],
)
def test_entities_are_refused(head: bytes) -> None:
    data = written([("titre",)], "Plan")
    hostile = changed(data, "xl/workbook.xml", b"<workbook", head + b"<workbook")

    assert refusal(hostile) is PlanFault.NOT_A_SHEET


def test_more_rows_than_anyone_plans_are_refused() -> None:
    book = openpyxl.Workbook(write_only=True)
    sheet: Any = book.create_sheet()
    for _ in range(MOST_ROWS + 2):
        sheet.append(["a"])

    assert refusal(saved(book)) is PlanFault.TOO_MANY_ROWS


def test_a_cell_at_the_end_of_the_sheet_costs_nothing() -> None:
    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet["A1"] = "titre"
    sheet["A1048576"] = "fin"

    assert [row.line for row in read(saved(book))] == [1, 1_048_576]
