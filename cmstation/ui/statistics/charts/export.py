"""Charts as files: figures for spreadsheets, and text for the clipboard."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage

from cmstation.domain.plan_csv import guarded
from cmstation.ui.statistics.charts.figures import Cell, Table

_SPECIAL: Final = ';"\r\n\t'
_FIGURE: Final = re.compile(r"[+\-\u2212]?[\d\s.,\u202f\u00a0\u2019]+%?")


def csv_bytes(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """Write figures as a French spreadsheet opens them: semicolons, decimal commas, days as 2026-10-14."""
    lines = [";".join(_csv_cell(cell) for cell in row) for row in (header, *rows)]
    return b"\xef\xbb\xbf" + "".join(f"{line}\r\n" for line in lines).encode("utf-8", "replace")


def png_bytes(image: QImage) -> bytes:
    """Write a picture as a PNG file."""
    kept = QBuffer()
    kept.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(kept, "PNG")  # pyright: ignore[reportArgumentType, reportCallIssue]
    return bytes(kept.data().data())


def tsv_text(table: Table, rows: Iterable[int] | None = None, *, header: bool = True) -> str:
    """Write rows of a table as spreadsheets take them from the clipboard."""
    chosen = table.rows if rows is None else [table.rows[row] for row in rows]
    lines = [table.header, *chosen] if header else list(chosen)
    return "\n".join("\t".join(_flat(cell) for cell in line) for line in lines)


def _csv_cell(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case str():
            text = guarded(cell)
            return '"' + text.replace('"', '""') + '"' if any(sign in text for sign in _SPECIAL) else text
        case int():
            return str(cell)
        case float():
            return str(int(cell)) if cell.is_integer() else repr(cell).replace(".", ",")
        case _:
            return cell.isoformat()


def _flat(text: str) -> str:
    flat = re.sub(r"[\t\r\n]", " ", text)
    return flat if _FIGURE.fullmatch(flat) else guarded(flat)
