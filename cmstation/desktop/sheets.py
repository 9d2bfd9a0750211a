"""Spreadsheets of Excel (XLSX): tables of the plan, written and read; nothing in a file is executed."""

import re
import warnings
import zipfile
import zlib
from collections.abc import Iterable, Sequence
from datetime import date, time
from functools import partial
from io import BytesIO
from typing import Any, Final
from xml.etree.ElementTree import ParseError

from cmstation.domain.plan_cells import Cell, GivenCell, UnusableCell
from cmstation.domain.plan_csv import guarded, unguarded
from cmstation.domain.plan_faults import CellTooLong, PlanFault, PlanUnreadable, faulty
from cmstation.domain.plan_table import MOST_COLUMNS, MOST_ROWS, SheetRow

LARGEST: Final = 40_000_000  # bytes of the file
LARGEST_UNPACKED: Final = 150_000_000
_MOST_PARTS: Final = 2_000
_PIECE: Final = 1_000_000
_MOST_EMPTY_ROWS: Final = 1_048_576  # as many as a sheet has
_MOST_CELLS: Final = 20_000_000  # looked at, empty ones too
_LONGEST_CELL: Final = 32_767  # Excel's own limit, in UTF-16
_OLDEST_DATE: Final = date(1900, 3, 1)  # before it, Excel counts a day that never was
_WIDTHS: Final = {
    **{"identifiant": 24, "genre": 16, "date": 12, "heure": 9, "fuseau": 16, "fin_date": 12, "fin_heure": 9},
    **{"titre": 40, "texte": 60, "comptes": 30, "lien": 30, "lieu": 24, "notes": 40},
}
_USUAL_WIDTH: Final = 18
# What is not as it should be inside a workbook comes out of the library as any of these.
_BROKEN: Final = (
    *(zipfile.BadZipFile, zlib.error, ParseError, OSError, EOFError, RuntimeError, LookupError),
    *(ValueError, TypeError, AttributeError, ArithmeticError),
)
_DOCUMENT_TYPE: Final = b"<!DOCTYPE"
_ENCODING: Final = re.compile(rb"""^\s*<\?xml[^>]*encoding\s*=\s*["']([^"']*)["']""")
_TEXT, _DAY, _HOUR = "@", "dd/mm/yyyy", "hh:mm"
# Excel reads "_x000D_" as the sign of that number, and writes it so.
_LOOKS_ESCAPED: Final = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPED: Final = re.compile("_x005F_(?=x[0-9A-Fa-f]{4}_)|(_x000D_\n?)")


def written(rows: Iterable[Sequence[Cell]], name: str) -> bytes:
    """Return a workbook of one sheet: the first row stays in sight, dates are dates, texts are texts.

    Args:
        name: of the sheet.

    Raises:
        CellTooLong: a text has more letters than a cell of Excel can hold.
    """
    table = [tuple(map(_writable, row)) for row in rows]
    _refuse_long(table)
    from openpyxl import Workbook  # noqa: PLC0415 - heavy, and only for those who ask for it
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    book = Workbook(write_only=True)
    sheet: Any = book.create_sheet(name)
    sheet.freeze_panes = "A2"
    for number, heading in enumerate(table[0] if table else (), start=1):
        column = sheet.column_dimensions[get_column_letter(number)]
        column.width = _WIDTHS.get(str(heading).partition(":")[0], _USUAL_WIDTH)
    for row in table:
        sheet.append([_written_cell(sheet, cell) for cell in row])
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def read(data: bytes) -> tuple[SheetRow, ...]:
    """Read the first sheet of a workbook: values alone, no macro, no link.

    Raises:
        PlanUnreadable: it is no workbook, too large, or made to fill the memory.
    """
    _refuse_hostile(data)
    rows = _rows(data, values=False)
    formulas = {
        (number, place)
        for number, row in enumerate(rows)
        for place, cell in enumerate(row.cells)
        if isinstance(cell, UnusableCell) and cell.fault is PlanFault.FORMULA
    }
    return _with_values(rows, _rows(data, values=True), formulas) if formulas else rows


def _writable(cell: Cell) -> Cell:
    """Return a cell as the sheet keeps it."""
    if isinstance(cell, date) and cell < _OLDEST_DATE:
        return cell.isoformat()
    if not isinstance(cell, str):
        return cell
    # An apostrophe that was typed must not be taken for the one that guards.
    text = guarded(cell) if cell.startswith("'") else cell
    return _LOOKS_ESCAPED.sub("_x005F_", text)


def _refuse_long(table: Iterable[Sequence[Cell]]) -> None:
    """Refuse what would be cut without a word."""
    for line, row in enumerate(table, start=1):
        for column, cell in enumerate(row, start=1):
            if isinstance(cell, str) and len(cell.encode("utf-16-le", "replace")) // 2 > _LONGEST_CELL:
                raise CellTooLong(row=line, column=column, most=_LONGEST_CELL)


def _written_cell(sheet: Any, cell: Cell) -> Any:
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415

    if cell == "":
        return None
    made: Any = WriteOnlyCell(sheet)
    made.value = cell
    match cell:
        case str():
            made.data_type, made.number_format = "s", _TEXT
            # Excel then keeps it a text, even when the person goes into the cell and out again.
            made.quotePrefix = cell != guarded(cell)
        case time():
            made.number_format = "hh:mm:ss" if cell.second else _HOUR
        case date():
            made.number_format = _DAY
    return made


def _refuse_hostile(data: bytes) -> None:
    """Look at what a workbook unpacks to before any of it is unpacked."""
    if len(data) > LARGEST:
        raise PlanUnreadable([faulty(0, "", PlanFault.TOO_LARGE, len(data))])
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = archive.infolist()
            # The sizes may lie, but no more than they say is ever unpacked.
            unpacked = sum(part.file_size for part in parts)
            if unpacked > LARGEST_UNPACKED or len(parts) > _MOST_PARTS:
                raise PlanUnreadable([faulty(0, "", PlanFault.TOO_LARGE, unpacked)])
            sound = all(map(partial(_is_plain_xml, archive), parts))
    except _BROKEN as wrong:
        raise PlanUnreadable([faulty(0, "", PlanFault.NOT_A_SHEET)]) from wrong
    if not sound:
        raise PlanUnreadable([faulty(0, "", PlanFault.NOT_A_SHEET)])


def _is_plain_xml(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """Tell whether a part, in letters that can be read, declares no entities: they unfold to any size."""
    if not part.filename.casefold().endswith((".xml", ".rels")):
        return True
    with archive.open(part) as opened:
        before = opened.read(_PIECE)
        declared = _ENCODING.match(before.removeprefix(b"\xef\xbb\xbf"))
        if b"\x00" in before[:4] or (declared and declared[1].lower() not in (b"utf-8", b"us-ascii")):
            return False
        while before:
            after = opened.read(_PIECE)
            if _DOCUMENT_TYPE in before + after[: len(_DOCUMENT_TYPE)]:
                return False
            before = after
    return True


def _rows(data: bytes, *, values: bool) -> tuple[SheetRow, ...]:
    book: Any = None
    try:
        from openpyxl import load_workbook  # noqa: PLC0415

        with warnings.catch_warnings():
            # Colours and lists of choices that the library does not know are of no interest here.
            warnings.simplefilter("ignore")
            book = load_workbook(BytesIO(data), read_only=True, data_only=values, keep_links=False)
            return tuple(_filled(book.worksheets[0]))
    except PlanUnreadable:
        raise
    except (*_BROKEN, MemoryError) as wrong:
        raise PlanUnreadable([faulty(0, "", PlanFault.NOT_A_SHEET)]) from wrong
    finally:
        if book is not None:
            book.close()


def _filled(sheet: Any) -> Iterable[SheetRow]:
    """Give the rows that hold something; a row keeps its number."""
    # What the sheet says of its own size is not to be believed.
    sheet.reset_dimensions()
    filled = seen = 0
    for line, row in enumerate(sheet.iter_rows(), start=1):
        seen += len(row)
        if line > _MOST_EMPTY_ROWS:
            break
        if seen > _MOST_CELLS:
            raise PlanUnreadable([faulty(line, "", PlanFault.TOO_LARGE, seen)])
        cells = [_given(cell) for cell in row]
        while cells and cells[-1] is None:
            cells.pop()
        if not cells:
            continue
        filled += 1
        if filled > MOST_ROWS + 1:
            raise PlanUnreadable([faulty(line, "", PlanFault.TOO_MANY_ROWS, MOST_ROWS)])
        if len(cells) > MOST_COLUMNS:
            raise PlanUnreadable([faulty(line, "", PlanFault.TOO_MANY_COLUMNS, MOST_COLUMNS)])
        yield SheetRow(line, tuple(cells))


def _given(cell: Any) -> GivenCell:
    value, kind = cell.value, cell.data_type
    if value is None or value == "":
        return None
    if kind == "f":
        return UnusableCell(PlanFault.FORMULA, str(getattr(value, "text", value)))
    if kind == "e":
        return UnusableCell(PlanFault.CELL_ERROR, str(value))
    if not isinstance(value, str):
        return value
    return unguarded(_ESCAPED.sub(lambda found: "\n" if found[1] else "_", value))


def _with_values(
    rows: tuple[SheetRow, ...], computed: tuple[SheetRow, ...], formulas: set[tuple[int, int]]
) -> tuple[SheetRow, ...]:
    """Put what formulas last gave in their place; a formula that no program computed stays a fault."""
    known = {row.line: row.cells for row in computed}
    found: list[SheetRow] = []
    for number, row in enumerate(rows):
        values = dict(enumerate(known.get(row.line, ())))
        cells = list(row.cells)
        for place in range(len(cells)):
            if (number, place) in formulas and values.get(place) is not None:
                cells[place] = values[place]
        found.append(SheetRow(row.line, tuple(cells)))
    return tuple(found)
