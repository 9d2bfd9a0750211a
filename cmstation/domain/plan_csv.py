"""A table of the plan as CSV: written as a French spreadsheet opens it, read as any program writes it.

A cell that a spreadsheet would compute is written behind an apostrophe, which is taken off again.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Final

from cmstation.domain.plan_cells import Cell, hour_text
from cmstation.domain.plan_faults import PlanFault, PlanUnreadable, faulty
from cmstation.domain.plan_table import MOST_COLUMNS, MOST_ROWS, SheetRow
from cmstation.domain.plan_words import column_of

SEPARATORS: Final = (";", ",", "\t")
LARGEST: Final = 40_000_000  # bytes; a year of posts takes one or two millions
_BOMS: Final = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
# Spreadsheets compute what begins so, some of them behind blanks, or in letters of double width.
_COMPUTED = re.compile(r"'*\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]")
_QUOTED = re.compile('"([^"]*(?:""[^"]*)*)"')
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f]")


@dataclass(frozen=True, slots=True)
class CsvFound:
    """What a file holds.

    Args:
        letters: how its bytes were understood: "utf-8", "utf-16-le", "utf-16-be" or "cp1252" (a guess).
        separator: between two cells.
    """

    rows: tuple[SheetRow, ...]
    letters: str
    separator: str


def guarded(text: str) -> str:
    """Return a cell that no spreadsheet computes."""
    return f"'{text}" if _COMPUTED.match(text) else text


def unguarded(text: str) -> str:
    """Return what `guarded` was given."""
    return text[1:] if text.startswith("'") and _COMPUTED.match(text) else text


def written(rows: Iterable[Sequence[Cell]]) -> bytes:
    """Return a table as a file: UTF-8 with its mark, semicolons, quotes where they are needed."""
    lines = (";".join(_quoted(guarded(_text(cell))) for cell in row) for row in rows)
    return b"\xef\xbb\xbf" + "".join(f"{line}\r\n" for line in lines).encode("utf-8", "replace")


def read(data: bytes) -> CsvFound:
    """Read a file whole.

    Raises:
        PlanUnreadable: it is too large, no text, or its quotes do not close.
    """
    if len(data) > LARGEST:
        raise PlanUnreadable([faulty(0, "", PlanFault.TOO_LARGE, len(data))])
    text, letters = _letters(data)
    text, separator = _separator(text)
    return CsvFound(tuple(_rows(text, separator)), letters, separator)


def _text(cell: Cell) -> str:
    match cell:
        case str():
            return cell
        case time():
            return hour_text(cell)
        case date():
            return cell.isoformat()


def _quoted(text: str) -> str:
    if any(sign in text for sign in ';,\t"\r\n') or text != text.strip():
        return '"' + text.replace('"', '""') + '"'
    return text


def _letters(data: bytes) -> tuple[str, str]:
    """Return the text, and how its bytes were understood."""
    for mark, letters in _BOMS:
        if data.startswith(mark):
            return _decoded(data[len(mark) :], letters), letters
    if data.count(b"\x00", 0, 2000) > min(len(data), 2000) // 4:
        # Half of the bytes of a Latin text in UTF-16 are naught.
        letters = "utf-16-be" if data[:1] == b"\x00" else "utf-16-le"
        return _decoded(data, letters), letters
    try:
        return _plain(data.decode("utf-8")), "utf-8"
    except UnicodeDecodeError as wrong:
        try:
            return _plain(data.decode("cp1252")), "cp1252"
        except UnicodeDecodeError:
            line = data.count(b"\n", 0, wrong.start) + 1
            raise PlanUnreadable([faulty(line, "", PlanFault.LETTERS)]) from None


def _decoded(data: bytes, letters: str) -> str:
    try:
        return _plain(data.decode(letters))
    except UnicodeDecodeError as wrong:
        line = data[: wrong.start].decode(letters, "replace").count("\n") + 1
        raise PlanUnreadable([faulty(line, "", PlanFault.LETTERS)]) from None


def _plain(text: str) -> str:
    """Refuse what no text holds: a picture or a program under a table's name."""
    if (found := _CONTROLS.search(text)) is not None:
        line = text.count("\n", 0, found.start()) + 1
        raise PlanUnreadable([faulty(line, "", PlanFault.LETTERS)])
    return text


def _separator(text: str) -> tuple[str, str]:
    """Return the text below a line "sep=;", and what separates its cells: what finds most headings."""
    first, _, rest = text.partition("\n")
    if first.casefold().startswith("sep=") and len(first.rstrip("\r")) == 5:
        return rest, first[4]
    start = len(text) - len(text.lstrip("\r\n"))

    def headings(separator: str) -> int:
        try:
            cells = next(_rows(text[start : start + 100_000], separator)).cells
        except (PlanUnreadable, StopIteration):
            return 0
        return sum(isinstance(cell, str) and column_of(cell.strip()) is not None for cell in cells)

    return text, max(SEPARATORS, key=headings)


def _rows(text: str, separator: str) -> Iterator[SheetRow]:
    """Give the rows, empty ones too; both kinds of line end, also the old one of the Mac."""
    end_of_cell = re.compile(f"[{re.escape(separator)}\r\n]")
    cells: list[str] = []
    place, line = 0, 1
    while place < len(text):
        if text[place] == '"':
            match = _QUOTED.match(text, place)
            if match is None:
                raise PlanUnreadable([faulty(line, _column(len(cells)), PlanFault.QUOTES)])
            cell, place = match[1].replace('""', '"'), match.end()
        else:
            match = end_of_cell.search(text, place)
            stop = len(text) if match is None else match.start()
            cell, place = text[place:stop], stop
        cells.append(unguarded(cell))
        follows = text[place : place + 1]
        if follows == separator:
            place += 1
            if place < len(text):
                continue
            cells.append("")
        elif follows not in ("", "\r", "\n"):
            raise PlanUnreadable([faulty(line, _column(len(cells) - 1), PlanFault.QUOTES)])
        if len(cells) > MOST_COLUMNS:
            raise PlanUnreadable([faulty(line, "", PlanFault.TOO_MANY_COLUMNS, MOST_COLUMNS)])
        yield SheetRow(line, tuple(cells))
        place += 2 if text.startswith("\r\n", place) else 1
        cells, line = [], line + 1
        if line > MOST_ROWS * 2:
            raise PlanUnreadable([faulty(line, "", PlanFault.TOO_MANY_ROWS, MOST_ROWS)])


def _column(number: int) -> str:
    """Return the letters by which a spreadsheet names a column, from 0."""
    letters = ""
    number += 1
    while number:
        number, place = divmod(number - 1, 26)
        letters = chr(65 + place) + letters
    return letters
