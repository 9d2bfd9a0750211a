"""Workbooks of several sheets with charts that can be edited; what comes from outside is never computed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from io import BytesIO
from typing import Any, Final

from cmstation.desktop.report_colours import ReportColours
from cmstation.desktop.report_look import SERIES
from cmstation.domain.plan_csv import guarded

_LONGEST_CELL: Final = 32_767  # Excel's own limit, in UTF-16
_LONGEST_NAME: Final = 31
_FORBIDDEN: Final = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_LOOKS_ESCAPED: Final = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_WIDEST: Final = 60
_LINE: Final = 15.0  # points
_HIGHEST: Final = 400.0  # Excel allows 409
_FONT: Final = "Calibri"
_ROWS_APART: Final = 20  # from one chart to the next
_NARROWEST: Final = 9
_MEASURED: Final = 400  # rows that tell how wide a column should be
_WISHED: Final = "#A5B0BD"  # of bars that tell what was wished for
_ELLIPSIS: Final = "…"
_LARGEST: Final = 1 << 53  # a spreadsheet counts no further exactly


class ChartForm(StrEnum):
    """How a sheet's numbers are drawn."""

    LINES = "lines"
    BARS = "bars"


@dataclass(frozen=True, slots=True)
class SheetPage:
    """A sheet: its head, its rows, and how numbers look.

    Args:
        formats: a number format for each column, "" for texts.
        links: where the first cell of each row leads; empty when none does.
        chart: of the columns after the first one, over the first one; None without a chart.
        apart: whether each of these columns has a chart of its own.
    """

    name: str
    head: tuple[str, ...]
    rows: tuple[tuple[str | int | float | date | datetime | None, ...], ...]
    formats: tuple[str, ...]
    links: tuple[str, ...] = ()
    chart: ChartForm | None = None
    chart_title: str = ""
    apart: bool = False


def book(
    pages: Sequence[SheetPage], title: str, author: str, made_at: datetime, colours: ReportColours
) -> bytes:
    """Return a workbook.

    Args:
        made_at: without a zone, in UTC.
        colours: of heads, links, bars and of a curve that is alone.
    """
    from openpyxl import Workbook  # noqa: PLC0415 - heavy, and only for those who ask for it

    made: Any = Workbook()
    made.remove(made.active)
    told = made.properties
    told.title, told.creator, told.lastModifiedBy = title[:255], author[:255], author[:255]
    told.created = told.modified = made_at
    names: set[str] = set()
    for page in pages:
        sheet = made.create_sheet(_free_name(page.name, names))
        _fill(sheet, page, colours)
        if page.chart is not None and page.rows and len(page.head) > 1:
            _draw(sheet, page, colours)
    file = BytesIO()
    made.save(file)
    return file.getvalue()


def _free_name(wanted: str, taken: set[str]) -> str:
    """Return a name that a sheet may have and no other has."""
    plain = _FORBIDDEN.sub(" ", wanted).strip().strip("'").strip() or "Feuille"
    if len(plain) > _LONGEST_NAME:
        whole, _space, _begun = plain[: _LONGEST_NAME + 1].rpartition(" ")
        plain = (whole if len(whole) > _LONGEST_NAME // 2 else plain[:_LONGEST_NAME]).rstrip(" ,;’'(«")
    name, number = plain, 2
    while name.casefold() in taken or name.casefold() == "history":
        end = f" {number}"
        name, number = plain[: _LONGEST_NAME - len(end)].strip() + end, number + 1
    taken.add(name.casefold())
    return name


def _fill(sheet: Any, page: SheetPage, colours: ReportColours) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill  # noqa: PLC0415
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    sheet.freeze_panes = "A2"
    bold = Font(name=_FONT, size=11, bold=True)
    ground = PatternFill("solid", fgColor=_digits(colours.ground))
    for place, words in enumerate(page.head, start=1):
        cell = _put(sheet, 1, place, words, "")
        cell.font, cell.fill = bold, ground
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.column_dimensions[get_column_letter(place)].width = _width(page, place - 1)
    wide = [place for place in range(len(page.head)) if _width(page, place) >= _WIDEST]
    top = Alignment(vertical="top")
    wrap, link_font = (
        Alignment(wrap_text=True, vertical="top"),
        Font(name=_FONT, size=11, color=_digits(colours.text), underline="single"),
    )
    widths = [_width(page, place) for place in range(len(page.head))]
    sheet.row_dimensions[1].height = _height(page.head, widths)
    for number, row in enumerate(page.rows, start=2):
        if wide:
            sheet.row_dimensions[number].height = _height(
                [row[place] for place in wide], [_WIDEST] * len(wide)
            )
        for place, value in enumerate(row):
            if value is None:
                continue
            cell = _put(sheet, number, place + 1, value, page.formats[place])
            if wide:
                cell.alignment = wrap if place in wide else top
        if page.links and page.links[number - 2]:
            first = sheet.cell(number, 1)
            first.hyperlink, first.font = page.links[number - 2], link_font
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight, sheet.sheet_properties.pageSetUpPr.fitToPage = 0, True
    sheet.print_title_rows = "1:1"
    if page.rows:
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(page.head))}{len(page.rows) + 1}"


def _put(sheet: Any, row: int, column: int, value: Any, pattern: str) -> Any:
    cell = sheet.cell(row, column)
    if isinstance(value, str):
        cell.value = _fitting(_LOOKS_ESCAPED.sub("_x005F_", value))
        cell.data_type, cell.number_format = "s", "@"
        # The program then keeps it a text, even when the person goes into the cell and out again.
        cell.quotePrefix = value != guarded(value)
        return cell
    if isinstance(value, int) and abs(value) > _LARGEST:
        return _put(sheet, row, column, str(value), "")
    cell.value = value
    if pattern:
        cell.number_format = pattern
    return cell


def _fitting(text: str) -> str:
    if len(text.encode("utf-16-le", "replace")) // 2 <= _LONGEST_CELL:
        return text
    return text[: _LONGEST_CELL // 2] + _ELLIPSIS


def _width(page: SheetPage, place: int) -> float:
    cells = [row[place] for row in page.rows[:_MEASURED]]
    texts = [len(cell) if isinstance(cell, str) else _letters(cell) for cell in cells]
    heads = [len(word) + 3 for word in page.head[place].split(" ")]
    return float(min(max([*texts, *heads, _NARROWEST]) + 2, _WIDEST))


def _height(cells: Sequence[object], widths: Sequence[float]) -> float:
    """Return a row's height in points: programs do not all find it out for wrapped texts."""
    lines = [
        -(-len(cell) * 11 // int(width * 10))
        for cell, width in zip(cells, widths, strict=True)
        if isinstance(cell, str)
    ]
    return min(max([*lines, 1]) * _LINE, _HIGHEST)


def _letters(cell: object) -> int:
    if isinstance(cell, datetime):
        return 16
    return 10 if isinstance(cell, date) else len(f"{cell:,}") if isinstance(cell, int) else 8


def _draw(sheet: Any, page: SheetPage, colours: ReportColours) -> None:
    """Put charts at the right of the numbers; each has a place of its own."""
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    columns = len(page.head)
    place = get_column_letter(columns + 2)
    series = _series_colours(page, colours)
    if not page.apart:
        sheet.add_chart(_chart(sheet, page, range(2, columns + 1), page.chart_title, series), f"{place}2")
        return
    for number, column in enumerate(range(2, columns + 1)):
        columns_of_it = range(column, column + 1)
        chart = _chart(sheet, page, columns_of_it, page.head[column - 1], series[number:])
        sheet.add_chart(chart, f"{place}{2 + number * _ROWS_APART}")


def _series_colours(page: SheetPage, colours: ReportColours) -> Sequence[str]:
    """Give each column's colour; several curves have some that everybody tells apart."""
    if page.chart is ChartForm.BARS:
        return colours.mark, _WISHED
    number = len(page.head) - 1
    return (colours.mark,) if number == 1 else [SERIES[place % len(SERIES)] for place in range(number)]


def _digits(colour: str) -> str:
    """Return a colour as workbooks write it."""
    return colour.lstrip("#")


def _chart(sheet: Any, page: SheetPage, columns: range, title: str, colours: Sequence[str]) -> Any:
    from openpyxl.chart import BarChart, LineChart, Reference  # noqa: PLC0415

    lines, bottom = page.chart is ChartForm.LINES, len(page.rows) + 1
    chart: Any = LineChart() if lines else BarChart()
    chart.title, chart.height, chart.width = title[:200] or None, 9.5, 24
    if not lines:
        chart.type, chart.gapWidth = "bar", 60
        chart.height = min(max(4 + 0.9 * len(page.rows), 7), 30)
    for column in columns:
        told = Reference(sheet, min_col=column, max_col=column, min_row=1, max_row=bottom)
        chart.add_data(told, titles_from_data=True)
    _axes(chart, page, columns, lines=lines)
    chart.set_categories(Reference(sheet, min_col=1, min_row=2, max_row=bottom))
    chart.display_blanks = "gap"
    for series, told in zip(chart.series, colours, strict=False):
        colour = _digits(told)
        if lines:
            series.graphicalProperties.line.solidFill, series.graphicalProperties.line.width = colour, 22_000
            series.smooth, series.marker.symbol = False, "none"
        else:
            series.graphicalProperties.solidFill = colour
    return chart


def _axes(chart: Any, page: SheetPage, columns: range, *, lines: bool) -> None:
    from openpyxl.chart.axis import DateAxis  # noqa: PLC0415

    if lines:
        chart.x_axis = DateAxis(crossAx=100, majorTimeUnit="days")
        chart.x_axis.number_format = "dd/mm/yy"
        chart.x_axis.majorUnit = max(len(page.rows) // 8, 1)
        chart.y_axis.crossAx = 500
        known = [row[place - 1] for row in page.rows for place in columns]
        numbers = [one for one in known if isinstance(one, (int, float))]
        low, high = min(numbers, default=0), max(numbers, default=0)
        if low > 0 and high - low < low:
            chart.y_axis.scaling.min = max(low - max(high - low, 2) / 2, 0) // 1
    else:
        chart.x_axis.scaling.orientation, chart.y_axis.scaling.min = "maxMin", 0
    # Without this, programs that read the file by the letter show no axes.
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.y_axis.number_format = page.formats[1]
    chart.legend.position = "b"
    if len(columns) == 1:
        chart.legend = None
