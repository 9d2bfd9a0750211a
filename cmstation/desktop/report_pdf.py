"""Reports as PDF that a director prints: the answer on the first page, then its reasons."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field, fields, is_dataclass, replace
from typing import Any, Final, cast

from cmstation.desktop import report_pdf_tables as tables
from cmstation.desktop import review_paper as paper
from cmstation.desktop.report_colours import colours_of, dyed
from cmstation.desktop.report_look import INK, MUTED
from cmstation.desktop.report_pdf_charts import PdfPen, fitting, measure_of, told_below
from cmstation.desktop.report_pdf_tables import Grid, Place
from cmstation.desktop.report_shapes import Drawing
from cmstation.desktop.review_paper import BOTTOM, LEFT, TOP, WIDTH, Faces, Paper, Style
from cmstation.domain.report_document import (
    Chart,
    FigurePart,
    Footnote,
    ReportDocument,
    Section,
    TablePart,
    Trend,
)
from cmstation.domain.report_words import LETTERS, NUMBERS, CellKind

_LOGO_WIDTH: Final = 42.0
_LOGO_HEIGHT: Final = 20.0
_INDENT: Final = 5.0
_BAND: Final = 1.1
_RULE: Final = 0.35
_CAPTIONS: Final = 24.0  # room for what stands above a chart
_CAPTION: Final = Style(10, 5.2, bold=True)
ARROWS: Final = {Trend.UP: "▲ ", Trend.DOWN: "▼ ", Trend.LEVEL: "● ", Trend.UNKNOWN: ""}


def written(document: ReportDocument) -> bytes:
    """Return a report as PDF; the same document always gives the same bytes."""
    with paper.faces("".join(_texts(document)) + LETTERS + "".join(ARROWS.values())) as fonts:
        kept = _Kept()
        # The first time finds out how many pages there are, which each page tells.
        with closing(_Layout(document, fonts, kept)) as measured:
            kept.pages = measured.gone_through()
        with closing(_Layout(document, fonts, kept)) as layout:
            layout.gone_through()
            return layout.paper.finished()


def _texts(part: Any) -> Iterator[str]:
    """Give every text of a document, to know which letters it takes."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for one in cast(tuple[Any, ...], part):
            yield from _texts(one)
    elif is_dataclass(part):
        for one in fields(part):
            yield from _texts(getattr(part, one.name))


@dataclass(slots=True)
class _Kept:
    """What the first pass found out, for the second one."""

    pages: int = 0
    grids: dict[int, Grid] = field(default_factory=dict[int, Grid])
    drawings: dict[int, list[Drawing]] = field(default_factory=dict[int, list[Drawing]])


class _Layout:
    """One pass over the document; the first one, which knows no number of pages, draws nothing."""

    def __init__(self, document: ReportDocument, fonts: Faces, kept: _Kept) -> None:
        self._document, self._kept = document, kept
        words = document.words
        self._drawn = kept.pages > 0
        self.paper = Paper(
            fonts,
            document.head,
            document.made,
            lambda number: words.page(number, kept.pages),
            drawn=self._drawn,
        )
        masthead = document.masthead
        self.paper.describe(
            f"{document.title} {document.period}", masthead.clinic, words.language, document.made_at
        )
        self._colours = colours_of(masthead.colour)
        self._colour = self._colours.text
        self._heading = replace(paper.HEADING, colour=self._colour)

    def gone_through(self) -> int:
        """Set every part, one after the other; return the number of pages."""
        self._masthead()
        for number, section in enumerate(self._document.sections):
            self._section(section, first=number == 0)
        if self._document.definitions:
            self._definitions(self._document.definitions)
        return self.paper.number

    def close(self) -> None:
        """Let go of the fonts."""
        self.paper.close()

    def _masthead(self) -> None:
        document, sheet = self._document, self.paper
        logo = document.masthead.logo
        sheet.y = top = LEFT
        width = WIDTH - _LOGO_WIDTH - 8 if logo else WIDTH
        if logo:
            sheet.picture(logo, _LOGO_WIDTH, _LOGO_HEIGHT, document.words.logo)
        if document.masthead.clinic:
            sheet.text(document.masthead.clinic, replace(paper.CLINIC, colour=self._colour), width=width)
            sheet.y += 2
        sheet.text(document.title, paper.HEADLINE, width=width)
        sheet.y += 1.5
        sheet.text(f"{document.period} · {document.made}", paper.PERIOD, width=width)
        sheet.y = max(sheet.y, top + _LOGO_HEIGHT if logo else 0) + 5
        sheet.bar(0, WIDTH, _BAND, self._colours.band)
        sheet.y += 6

    def _section(self, section: Section, *, first: bool) -> None:
        sheet = self.paper
        if not first:
            sheet.gap(10)
            sheet.need(self._beginning(section))
            sheet.chapter(section.title)
            sheet.text(section.title, self._heading)
            sheet.y += 1.2
            sheet.rule()
            sheet.y += 3.5
        self._sentences(section, first=first)
        if section.figures:
            self._figures(section.figures)
        self._comment(section)
        for chart in section.charts:
            self._chart(chart)
        for table in section.tables:
            self._table(table)

    def _beginning(self, section: Section) -> float:
        """Return how much of a section must not be torn apart."""
        sheet = self.paper
        height = sheet.height(section.title, self._heading) + 5
        told = (*section.sentences, section.empty)
        height += min(sum(sheet.height(one, paper.BODY) + 1 for one in told if one), 40)
        if section.figures or section.tables:
            height += 42
        elif section.charts:
            drawings = self._drawings_of(section.charts[0])
            height += min((drawings[0].height if drawings else 0) + 16, 130)
        return height

    def _sentences(self, section: Section, *, first: bool) -> None:
        sheet = self.paper
        for number, sentence in enumerate(section.sentences):
            sheet.text(sentence, paper.LEADING if first and number == 0 else paper.BODY)
            sheet.y += 1.4
        if section.empty:
            sheet.text(section.empty, replace(paper.BODY, colour=MUTED))

    def _comment(self, section: Section) -> None:
        sheet, remarks = self.paper, section.remarks
        if not remarks:
            return
        style = Style(10, 5.3)
        sheet.gap(3.5)
        head = Style(8.5, 4.6, bold=True, colour=self._colour)
        sheet.need(head.lead + 2 * style.lead + 4)
        self._beside_comment(self._document.words.comment, head)
        for remark in remarks:
            for line in sheet.lines(remark, style, WIDTH - _INDENT):
                self._beside_comment(line, style)
        sheet.y += 2

    def _beside_comment(self, line: str, style: Style) -> None:
        sheet = self.paper
        sheet.need(style.lead)
        sheet.bar(0.4, 0.9, style.lead + 0.3, self._colour)
        sheet.line(line, style, indent=_INDENT)

    def _figures(self, figures: tuple[FigurePart, ...]) -> None:
        words, sheet = self._document.words, self.paper
        sheet.gap(2.5)
        againsts = tuple(dict.fromkeys(change.against for one in figures for change in one.changes))
        places = [
            Place(words.label, weight=1.7, style=tables.CELL),
            Place(words.value_name, numbers=True, style=tables.STRONG),
            *(Place(words.against("", one).strip().capitalize(), numbers=True) for one in againsts),
            Place(words.freshness_name, weight=1.2, style=tables.PALE),
        ]
        grid = self._kept.grids.get(id(figures)) or tables.laid_out(
            sheet, places, [self._figure(one, againsts) for one in figures]
        )
        self._kept.grids[id(figures)] = grid
        tables.draw(sheet, grid)
        sheet.y += 2

    def _figure(self, one: FigurePart, againsts: tuple[str, ...]) -> list[str]:
        changes = {change.against: f"{ARROWS[change.trend]}{change.short}" for change in one.changes}
        told = " · ".join(part for part in (one.freshness, one.note) if part)
        return [one.label, one.told, *(changes.get(against, "") for against in againsts), told]

    def _chart(self, chart: Chart) -> None:
        sheet, drawings = self.paper, self._drawings_of(chart)
        sheet.gap(5)
        caption = sheet.height(chart.title, _CAPTION) + sheet.height(chart.told, paper.SMALL) + 2.5
        sheet.need(caption + (drawings[0].height if drawings else paper.SMALL.lead) + 2)
        sheet.text(chart.title, _CAPTION)
        if chart.told:
            sheet.text(chart.told, paper.SMALL)
        sheet.y += 2.5
        for drawing in drawings:
            sheet.need(drawing.height)
            if self._drawn:
                PdfPen(sheet, LEFT, sheet.y).draw(drawing)
            sheet.y += drawing.height + 1
        for line in told_below(chart, self._document.words):
            sheet.text(line, paper.SMALL)

    def _drawings_of(self, chart: Chart) -> list[Drawing]:
        known = self._kept.drawings.get(id(chart))
        if known is None:
            room = BOTTOM - TOP - _CAPTIONS
            drawings = fitting(chart, WIDTH, room, self._document.words, measure_of(self.paper))
            known = [dyed(one, chart, self._colours) for one in drawings]
            self._kept.drawings[id(chart)] = known
        return known

    def _table(self, table: TablePart) -> None:
        sheet = self.paper
        sheet.gap(5)
        if table.title:
            sheet.need(_CAPTION.lead + 24)
            sheet.text(table.title, _CAPTION)
            sheet.y += 1.5
        grid = self._kept.grids.get(id(table))
        if grid is None:
            places = [Place(one.title, one.kind in _NARROW, one.weight) for one in table.columns]
            grid = tables.laid_out(sheet, places, self._rows(table), table.links)
            self._kept.grids[id(table)] = grid
        tables.draw(sheet, grid)
        if table.note:
            sheet.y += 1.5
            sheet.text(table.note, paper.SMALL)

    def _rows(self, table: TablePart) -> list[list[str]]:
        return [
            [self._document.shown(cell, column.kind) for cell, column in zip(row, table.columns, strict=True)]
            for row in table.rows
        ]

    def _definitions(self, notes: tuple[Footnote, ...]) -> None:
        sheet = self.paper
        title = self._document.words.definitions
        sheet.gap(10)
        sheet.need(self._heading.lead + 24)
        sheet.chapter(title)
        sheet.text(title, self._heading)
        sheet.y += 1.2
        sheet.bar(0, WIDTH, _RULE, self._colours.soft)
        sheet.y += 3
        for note in notes:
            sheet.need(Style(9, 4.6).lead * 2)
            sheet.text(note.name, Style(9, 4.6, bold=True, colour=INK))
            sheet.text(note.told, Style(9, 4.6, colour=MUTED))
            sheet.y += 1.4


_NARROW: Final = NUMBERS | {CellKind.DAY, CellKind.MOMENT}
