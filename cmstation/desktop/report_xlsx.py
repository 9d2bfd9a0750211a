"""Reports as workbooks: a sheet for each theme, numbers as numbers, days as days, charts beside them."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Final

from cmstation.desktop.report_colours import colours_of
from cmstation.desktop.sheet_charts import ChartForm, SheetPage, book
from cmstation.domain.report_document import (
    BarData,
    CellValue,
    Chart,
    HeatData,
    LineData,
    ReportDocument,
    Section,
    TablePart,
)
from cmstation.domain.report_words import CellKind

_FORMATS: Final = {
    CellKind.TEXT: "",
    CellKind.COUNT: "#,##0",
    CellKind.CHANGE: "+#,##0;-#,##0;0",
    CellKind.DECIMAL: "0.00",
    CellKind.PERCENT: "0.0%",
    CellKind.DAY: "dd/mm/yyyy",
    CellKind.MOMENT: "dd/mm/yyyy hh:mm",
}
_SHARE: Final = "+0.0%;-0.0%;0.0%"


def written(document: ReportDocument) -> bytes:
    """Return a report as XLSX."""
    pages = [page for part in _parts(document) for page in part]
    at = document.made_at.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    colours = colours_of(document.masthead.colour)
    return book(pages, f"{document.title} {document.period}", document.masthead.clinic, at, colours)


def _parts(document: ReportDocument) -> Iterator[list[SheetPage]]:
    for section in document.sections:
        yield [
            *_figures(document, section),
            *(_table(document, section, table) for table in section.tables),
            *(_chart(document, chart) for chart in section.charts),
            *(
                _marks(document, chart)
                for chart in section.charts
                if isinstance(chart, LineData) and chart.marks
            ),
        ]
    yield [_texts(document), _definitions(document)]


def _figures(document: ReportDocument, section: Section) -> list[SheetPage]:
    """Give each figure with its changes as numbers, and what they are held against."""
    if not section.figures:
        return []
    words = document.words
    againsts = tuple(dict.fromkeys(one.against for figure in section.figures for one in figure.changes))
    head = [words.label, words.value_name]
    for against in againsts:
        head += [f"{words.change_before} ({against})", f"{words.share_before} ({against})"]
    rows: list[tuple[CellValue, ...]] = []
    for figure in section.figures:
        changes = {one.against: one for one in figure.changes}
        row: list[CellValue] = [figure.label, figure.value]
        notes = [figure.note] if figure.note else []
        for against in againsts:
            one = changes.get(against)
            row += [one.amount, one.share] if one else [None, None]
            notes += [one.told] if one and one.amount is None else []
        rows.append((*row, figure.freshness, " · ".join(notes)))
    formats = ["", "#,##0.##", *([_FORMATS[CellKind.CHANGE], _SHARE] * len(againsts)), "", ""]
    if all(figure.kind is not CellKind.DECIMAL for figure in section.figures):
        formats[1] = _FORMATS[CellKind.COUNT]
    return [SheetPage(section.title, (*head, words.freshness_name, words.note), tuple(rows), tuple(formats))]


def _table(document: ReportDocument, section: Section, table: TablePart) -> SheetPage:
    head = [one.title for one in table.columns]
    formats = [_FORMATS[one.kind] for one in table.columns]
    rows = [tuple(_plain(document, cell) for cell in row) for row in table.rows]
    if any(table.links):
        head.append(document.words.link)
        formats.append("")
        rows = [(*row, link or None) for row, link in zip(rows, table.links, strict=True)]
    return SheetPage(table.title or section.title, tuple(head), tuple(rows), tuple(formats), table.links)


def _plain(document: ReportDocument, cell: CellValue) -> CellValue:
    """Return a moment as the clinic's clock shows it: a spreadsheet knows no zones."""
    if isinstance(cell, datetime):
        return cell.astimezone(document.zone).replace(tzinfo=None, microsecond=0)
    return cell


def _chart(document: ReportDocument, chart: Chart) -> SheetPage:
    words = document.words
    match chart:
        case LineData():
            head = (words.day_name, *(one.name for one in chart.series))
            rows: list[tuple[CellValue, ...]] = [
                (day, *(one.values[number] if number < len(one.values) else None for one in chart.series))
                for number, day in enumerate(chart.days)
            ]
            formats = (_FORMATS[CellKind.DAY], *(_FORMATS[CellKind.COUNT] for _one in chart.series))
            return SheetPage(
                chart.title,
                head,
                tuple(rows),
                formats,
                chart=ChartForm.LINES,
                chart_title=chart.title,
                apart=chart.apart,
            )
        case BarData():
            wished = any(bar.wished is not None for bar in chart.bars)
            named = (words.name, chart.value_name or words.value_name)
            shown = _FORMATS[chart.kind]
            return SheetPage(
                chart.title,
                (*named, chart.wished_name or words.wished) if wished else named,
                tuple((bar.name, bar.value, *((bar.wished,) if wished else ())) for bar in chart.bars),
                ("", shown, shown) if wished else ("", shown),
                chart=ChartForm.BARS,
                chart_title=chart.title,
            )
        case HeatData():
            cells = [
                (day, hour, cell.count, cell.value)
                for day, row in zip(chart.rows, chart.cells, strict=True)
                for hour, cell in zip(chart.columns, row, strict=True)
                if cell is not None
            ]
            head = (words.weekday, words.hour, words.posts, words.score)
            return SheetPage(chart.title, head, tuple(cells), ("", "", "#,##0", "0.00"))


def _marks(document: ReportDocument, chart: LineData) -> SheetPage:
    words = document.words
    rows = tuple((mark.day, mark.told) for mark in chart.marks)
    return SheetPage(words.event, (words.day_name, words.event), rows, (_FORMATS[CellKind.DAY], ""))


def _texts(document: ReportDocument) -> SheetPage:
    """Give the answers in words and the officer's own comments."""
    words = document.words
    rows: list[tuple[CellValue, ...]] = []
    for section in document.sections:
        for told in (*section.sentences, *((section.empty,) if section.empty else ())):
            rows.append((section.title, words.text, told))
        rows += [(section.title, words.comment, remark) for remark in section.remarks]
    return SheetPage(words.comments, (words.section, words.kind, words.text), tuple(rows), ("", "", ""))


def _definitions(document: ReportDocument) -> SheetPage:
    words = document.words
    rows = tuple((note.name, note.told) for note in document.definitions)
    return SheetPage(words.definitions, (words.label, words.meaning), rows, ("", ""))
