"""Make a table of a file's bytes: commas, semicolons or tabs, in the letters that programs write."""

import csv
import re
from io import StringIO
from itertools import count
from typing import Final

from cmstation.domain.figure_faults import FigureFileUnreadable, FileCause, fault
from cmstation.domain.figure_headings import column_of
from cmstation.domain.plan_csv import unguarded
from cmstation.domain.plan_table import SheetRow

LARGEST: Final = 20_000_000  # bytes
MOST_ROWS: Final = 100_000
MOST_COLUMNS: Final = 300
HEADING_WITHIN: Final = 12  # lines; programs write some words above it
_SEPARATORS: Final = (";", ",", "\t")
_BOMS: Final = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_CONTROLS: Final = re.compile("[\x00-\x08\x0e-\x1f]")
_LOOKED_AT: Final = 100_000  # characters, to find what separates the cells


def read_table(data: bytes) -> tuple[SheetRow, ...]:
    """Read a file whole; rows that say nothing are left out.

    Raises:
        FigureFileUnreadable: it is too large, no text, or its quotes do not close.
    """
    if len(data) > LARGEST:
        raise FigureFileUnreadable([fault(0, "", FileCause.TOO_LARGE, len(data))])
    text = _text(data)
    first, _, rest = text.partition("\n")
    told = first.strip()
    if told.casefold().startswith("sep=") and len(told) == 5:
        return tuple(_rows(rest, told[4], 2))
    return tuple(_rows(text, max(_SEPARATORS, key=lambda sign: _headings(text, sign)), 1))


def _text(data: bytes) -> str:
    letters, start = next(
        ((letters, len(mark)) for mark, letters in _BOMS if data.startswith(mark)), ("utf-8", 0)
    )
    body = data[start:]
    try:
        return _plain(body.decode(letters))
    except UnicodeDecodeError as wrong:
        if start:
            line = body[: wrong.start].decode(letters, "replace").count("\n") + 1
            raise FigureFileUnreadable([fault(line, "", FileCause.LETTERS)]) from None
    try:
        return _plain(body.decode("cp1252"))
    except UnicodeDecodeError as wrong:
        line = body.count(b"\n", 0, wrong.start) + 1
        raise FigureFileUnreadable([fault(line, "", FileCause.LETTERS)]) from None


def _plain(text: str) -> str:
    """Refuse what no text holds: a picture or a program under a table's name."""
    if (found := _CONTROLS.search(text)) is not None:
        line = text.count("\n", 0, found.start()) + 1
        raise FigureFileUnreadable([fault(line, "", FileCause.LETTERS)])
    return text


def _headings(text: str, separator: str) -> int:
    """Return how many headings the best of the first lines has when cells are separated so."""
    most = 0
    for line in text[:_LOOKED_AT].splitlines()[:HEADING_WITHIN]:
        cells = [cell for row in csv.reader([line], delimiter=separator) for cell in row]
        most = max(most, sum(column_of(place, cell) is not None for place, cell in enumerate(cells)))
    return most


def _rows(text: str, separator: str, start: int) -> list[SheetRow]:
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    found: list[SheetRow] = []
    for line in count(start):
        try:
            cells = next(reader)
        except StopIteration:
            break
        except csv.Error as wrong:
            raise FigureFileUnreadable([fault(line, "", FileCause.QUOTES)]) from wrong
        if len(cells) > MOST_COLUMNS:
            raise FigureFileUnreadable([fault(line, "", FileCause.TOO_MANY_COLUMNS, MOST_COLUMNS)])
        if any(cell.strip() for cell in cells):
            found.append(SheetRow(line, tuple(unguarded(cell) for cell in cells)))
        if len(found) > MOST_ROWS + HEADING_WITHIN:
            raise FigureFileUnreadable([fault(line, "", FileCause.TOO_MANY_ROWS, MOST_ROWS)])
    return found
