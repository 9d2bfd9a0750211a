"""Reports as presentations that can be edited: one answer on a slide, its definitions in the notes."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC
from io import BytesIO
from typing import Any, Final

from cmstation.desktop import report_pptx_parts as parts
from cmstation.desktop.report_colours import colours_of
from cmstation.desktop.report_look import INK, MUTED
from cmstation.desktop.report_pdf import ARROWS
from cmstation.desktop.report_pdf_charts import told_below
from cmstation.desktop.review_word import saved
from cmstation.domain.report_document import (
    BarData,
    Chart,
    FigurePart,
    Footnote,
    HeatData,
    LineData,
    ReportDocument,
    Section,
    TablePart,
    has_values,
)
from cmstation.domain.report_words import NUMBERS

_WIDE, _HIGH = 13.333, 7.5
_LEFT: Final = 0.6
_ROOM: Final = _WIDE - 2 * _LEFT
_TOP: Final = 1.75
_TALL: Final = 4.75
_ROWS: Final = 9
_MOST_ROWS: Final = 27  # on slides; the workbook has them all
_MOST_BARS: Final = 12
_LONG: Final = 110  # letters of a title that must be smaller
_LONGEST: Final = 220


def written(document: ReportDocument) -> bytes:
    """Return a report as PPTX."""
    from pptx import Presentation  # noqa: PLC0415 - heavy, and only for those who ask for it

    made: Any = Presentation()
    _widen(made)
    _describe(made, document)
    _Slides(made, document).write()
    return saved(made, document.made_at.astimezone(UTC))


def _widen(made: Any) -> None:
    """Make the library's slides, which are of the old shape, as wide as screens are."""
    old = made.slide_width
    made.slide_width, made.slide_height = parts.inches(_WIDE, _HIGH)
    scale = made.slide_width / old
    master = made.slide_masters[0]
    for shape in [*master.shapes, *(shape for layout in master.slide_layouts for shape in layout.shapes)]:
        shape.left, shape.width = int(shape.left * scale), int(shape.width * scale)


def _describe(made: Any, document: ReportDocument) -> None:
    told, clinic = made.core_properties, document.masthead.clinic[:255]
    at = document.made_at.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    told.title, told.author = f"{document.title} {document.period}"[:255], clinic
    told.last_modified_by, told.comments, told.keywords = clinic, "", ""
    told.language, told.created, told.modified = document.words.language, at, at


class _Slides:
    """Writes slides, from the first to the definitions."""

    def __init__(self, made: Any, document: ReportDocument) -> None:
        self._made, self._document = made, document
        self._words = document.words
        self._colours = colours_of(document.masthead.colour)
        self._colour = self._colours.text

    def write(self) -> None:
        """Write everything."""
        self._first()
        for section in self._document.sections:
            self._section(section)
        self._definitions()

    def _first(self) -> None:
        document = self._document
        slide = self._made.slides.add_slide(self._made.slide_layouts[5])
        title = slide.shapes.title
        title.left, title.top, title.width, title.height = parts.inches(0.9, 2.6, 11.5, 1.1)
        self._title_words(title, document.title, 44)
        parts.add_band(slide, (0, _HIGH - 0.3, _WIDE, 0.3), self._colours.band)
        if document.masthead.logo:
            self._logo(slide, document.masthead.logo)
        self._box(slide, (0.9, 1.9, 11.5, 0.6), [document.masthead.clinic], 22, self._colour, bold=True)
        self._box(slide, (0.9, 3.75, 11.5, 0.6), [f"{document.period} · {document.made}"], 20, MUTED)

    def _logo(self, slide: Any, logo: bytes) -> None:
        shown = slide.shapes.add_picture(BytesIO(logo), *parts.inches(0.9, 0.6))
        width, height = parts.inches(2.6, 1.1)
        scale = min(width / shown.width, height / shown.height)
        shown.width, shown.height = int(shown.width * scale), int(shown.height * scale)
        shown._element.nvPicPr.cNvPr.set("descr", self._words.logo)

    def _section(self, section: Section) -> None:
        answer, rest = (section.sentences or (section.title,))[0], section.sentences[1:]
        told = (*rest, *((section.empty,) if section.empty else ()))
        begun = False
        if section.figures:
            self._figures(section, answer)
            begun = True
        for chart in section.charts:
            self._chart(section, chart, answer if not begun else chart.told or chart.title)
            begun = True
        for table in section.tables:
            self._table(section, table, answer if not begun else table.title or section.title)
            begun = True
        remarks = section.remarks
        if not begun or remarks or (rest and not section.charts):
            slide = self._slide(section, section.title if begun or not section.sentences else answer)
            self._said(slide, told if not begun or rest else (), remarks)

    def _said(self, slide: Any, told: Sequence[str], remarks: Sequence[str]) -> None:
        frame = slide.shapes.add_textbox(*parts.inches(_LEFT, _TOP, _ROOM, _TALL)).text_frame
        lines = [*told, *((f"{self._words.comment}\u00a0:",) if remarks else ()), *remarks]
        letters = sum(map(len, lines))
        parts.text(frame, lines or [""], 20 if letters < 600 else 14 if letters < 1_600 else 10)

    def _slide(self, section: Section | None, title: str, notes: Sequence[str] = ()) -> Any:
        """Begin a slide: its title is the answer, small words above it say what was asked."""
        slide = self._made.slides.add_slide(self._made.slide_layouts[5])
        shape = slide.shapes.title
        shape.left, shape.top, shape.width, shape.height = parts.inches(_LEFT, 0.6, _ROOM, 1.05)
        shown = title if len(title) <= _LONGEST else f"{title[: _LONGEST - 1]}…"
        self._title_words(shape, shown, 26 if len(shown) < _LONG else 19)
        if section is not None:
            self._box(slide, (_LEFT, 0.25, _ROOM, 0.4), [section.title], 14, self._colour, bold=True)
        foot = self._document.head
        self._box(slide, (_LEFT, 7.0, _ROOM - 1, 0.35), [foot[:150]], 10, MUTED)
        number = slide.shapes.add_textbox(*parts.inches(_WIDE - 1.4, 7.0, 0.8, 0.35)).text_frame
        parts.number_field(number, 10, MUTED)
        said = [*((title,) if shown != title else ()), *notes]
        if section is not None:
            said += [*section.sentences, *(f"{note.name}\u00a0: {note.told}" for note in section.footnotes)]
        if said:
            slide.notes_slide.notes_text_frame.text = "\n".join(dict.fromkeys(said))
        return slide

    def _title_words(self, shape: Any, words: str, size: float) -> None:
        from pptx.enum.text import MSO_ANCHOR, PP_ALIGN  # noqa: PLC0415

        frame = shape.text_frame
        frame.vertical_anchor = MSO_ANCHOR.TOP
        parts.text(frame, [words], size, INK, bold=True)
        frame.paragraphs[0].alignment = PP_ALIGN.LEFT

    def _box(
        self,
        slide: Any,
        box: Sequence[float],
        lines: Sequence[str],
        size: float,
        colour: str,
        *,
        bold: bool = False,
    ) -> None:
        if any(lines):
            parts.text(
                slide.shapes.add_textbox(*parts.inches(*box)).text_frame, lines, size, colour, bold=bold
            )

    def _figures(self, section: Section, answer: str) -> None:
        for start in range(0, len(section.figures), _ROWS):
            figures = section.figures[start : start + _ROWS]
            againsts = tuple(dict.fromkeys(change.against for one in figures for change in one.changes))
            head = [
                *(self._words.label, self._words.value_name),
                *(self._words.against("", one).strip() for one in againsts),
            ]
            rows = [head, *(self._figure(one, againsts) for one in figures)]
            notes = [
                f"{one.label}\u00a0: {' · '.join(part for part in (one.freshness, one.note) if part)}"
                for one in figures
                if one.freshness or one.note
            ]
            title = answer if start == 0 else f"{answer} {self._words.goes_on}"
            slide = self._slide(section, title, notes)
            weights = [3.2, 1.4, *(1.9 for _against in againsts)]
            ends = [False, *(True for _one in head[1:])]
            parts.add_table(slide, (_LEFT, _TOP, _ROOM, 0.45 * len(rows)), rows, weights, ends, 13)

    def _figure(self, one: FigurePart, againsts: Sequence[str]) -> list[str]:
        changes = {change.against: f"{ARROWS[change.trend]}{change.short}" for change in one.changes}
        return [one.label, one.told, *(changes.get(against, "") for against in againsts)]

    def _chart(self, section: Section, chart: Chart, title: str) -> None:
        notes = [chart.told, *told_below(chart, self._words)]
        if not has_values(chart):
            self._said(self._slide(section, title or section.title, notes), [self._words.nothing], ())
            return
        if isinstance(chart, BarData):
            for start in range(0, len(chart.bars), _MOST_BARS):
                some = replace(chart, bars=chart.bars[start : start + _MOST_BARS])
                slide = self._slide(section, title, notes)
                box = (_LEFT, _TOP, _ROOM, 5.1)
                shape = parts.add_bars(slide, box, some, self._words, self._colours.mark)
                self._named(slide, shape, chart)
            return
        slide = self._slide(section, title, notes)
        if isinstance(chart, HeatData):
            heat = parts.add_heat(slide, (_LEFT, _TOP + 0.3, _ROOM, 3.4), chart, self._colours)
            self._named(slide, heat, chart)
            self._box(slide, (_LEFT, 6.2, _ROOM, 0.5), [self._words.heat], 12, MUTED)
        elif chart.apart and len(chart.series) > 1:
            self._small_charts(slide, section, chart, title)
        else:
            lines = parts.add_lines(slide, (_LEFT, _TOP, _ROOM, 4.6), chart)
            if len(chart.series) == 1:
                parts.dress_line(lines, 0, self._colours.mark)
            self._named(slide, lines, chart)
            self._box(
                slide, (_LEFT, 6.4, _ROOM, 0.6), ["   ".join(told_below(chart, self._words))], 10, MUTED
            )

    def _small_charts(self, slide: Any, section: Section, chart: LineData, title: str) -> None:
        """Put up to eight small charts on a slide."""
        for number, one in enumerate(chart.series):
            if number and number % 8 == 0:
                slide = self._slide(section, f"{title} {self._words.goes_on}")
            row, column = divmod(number % 8, 4)
            box = (_LEFT + column * _ROOM / 4, _TOP + row * 2.5, _ROOM / 4 - 0.1, 2.4)
            shape = parts.add_lines(slide, box, replace(chart, series=(one,)), small=True)
            parts.dress_line(shape, number)
            self._named(slide, shape, replace(chart, told=one.name))

    def _named(self, slide: Any, shape: Any, chart: Chart) -> None:
        """Tell a chart in words to those who do not see it."""
        told = "\u00a0: ".join(part for part in (chart.title, chart.told) if part)
        shape._element.nvGraphicFramePr.cNvPr.set("descr", told)
        shape.name = chart.title[:100] or shape.name

    def _table(self, section: Section, table: TablePart, title: str) -> None:
        head = [one.title for one in table.columns]
        ends = [one.kind in NUMBERS for one in table.columns]
        weights = [one.weight * (1.0 if end else 1.6) for one, end in zip(table.columns, ends, strict=True)]
        shown = table.rows[:_MOST_ROWS]
        more = self._words.more_rows(len(shown), len(table.rows)) if len(shown) < len(table.rows) else ""
        for start in range(0, max(len(shown), 1), _ROWS):
            slide = self._slide(
                section, title if start == 0 else f"{title} {self._words.goes_on}", [more] if more else []
            )
            rows = [head, *(self._cells(table, row) for row in shown[start : start + _ROWS])]
            parts.add_table(slide, (_LEFT, _TOP, _ROOM, 0.42 * len(rows)), rows, weights, ends, 11)
            if more and start + _ROWS >= len(shown):
                self._box(slide, (_LEFT, 6.6, _ROOM, 0.4), [more], 11, MUTED)

    def _cells(self, table: TablePart, row: Sequence[Any]) -> list[str]:
        told = (self._document.shown(cell, one.kind) for cell, one in zip(row, table.columns, strict=True))
        return [one if len(one) <= _LONG else f"{one[: _LONG - 1]}…" for one in told]

    def _definitions(self) -> None:
        notes: tuple[Footnote, ...] = self._document.definitions
        for start in range(0, len(notes), 5):
            slide = self._slide(None, self._words.definitions)
            frame = slide.shapes.add_textbox(*parts.inches(_LEFT, _TOP, _ROOM, _TALL)).text_frame
            parts.text(frame, [f"{one.name}\u00a0: {one.told}" for one in notes[start : start + 5]], 15)
