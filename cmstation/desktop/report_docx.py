"""Reports as Word documents that can be edited: real headings and tables, charts as pictures with words."""

from collections.abc import Iterable, Sequence
from datetime import UTC
from io import BytesIO
from typing import Any, Final

from cmstation.desktop import report_pictures, word_look
from cmstation.desktop import review_word as word
from cmstation.desktop.report_colours import ReportColours, colours_of
from cmstation.desktop.report_look import INK, LINE, MUTED, SOFT
from cmstation.desktop.report_pdf import ARROWS
from cmstation.desktop.report_pdf_charts import told_below
from cmstation.desktop.word_look import TEXT_CM, Facts, Frame, Look, add_logo, rgb
from cmstation.domain.report_document import (
    Chart,
    FigurePart,
    ReportDocument,
    Section,
    TablePart,
)
from cmstation.domain.report_words import NUMBERS, CellKind

_LINE_HEIGHT: Final = 1.1
_LETTER_CM: Final = 0.165  # of a cell's letter, on an average
_PADDING_CM: Final = 0.5
_NARROW_CM: Final = 1.6  # a column of words is never narrower
_WIDEST_CM: Final = 3.6
_AT_RIGHT: Final = NUMBERS


def written(document: ReportDocument) -> bytes:
    """Return a report as DOCX; the same document always gives the same bytes."""
    from docx import Document  # noqa: PLC0415 - heavy, and only for those who ask for it

    made: Any = Document()
    word.drop_thumbnail(made)
    words, clinic = document.words, document.masthead.clinic
    title = f"{document.title} {document.period}"
    word_look.describe(made, Facts(title, clinic, words.language, document.made_at))
    colours = colours_of(document.masthead.colour)
    word_look.dress(made, _looks(colours.text), words.language, _LINE_HEIGHT)
    for name in ("Heading 1", "Heading 2"):
        made.styles[name].paragraph_format.keep_with_next = True
    word_look.frame(made, Frame(document.head, document.made, words.page_words, "Légende", LINE))
    _Pages(made, document, colours).write()
    return word.saved(made, document.made_at.astimezone(UTC))


def _looks(colour: str) -> dict[str, Look]:
    return {
        "Normal": (10.5, False, INK, 0, 4),
        "Title": (26, True, INK, 0, 2),
        "Subtitle": (12, False, MUTED, 0, 10),
        "Heading 1": (17, True, colour, 22, 6),
        "Heading 2": (12, True, INK, 12, 2),
        "Clinique": (13, True, colour, 0, 4),
        "Légende": (9, False, MUTED, 0, 4),
        "Cellule": (9, False, INK, 1, 1),
        "Commentaire": (10.5, False, INK, 2, 2),
    }


class _Pages:
    """Writes the document's parts, from its title to its definitions."""

    def __init__(self, made: Any, document: ReportDocument, colours: ReportColours) -> None:
        self._made, self._document, self._colours = made, document, colours
        self._colour = colours.text
        self._words = document.words
        self._styles = {style.name: style.style_id for style in made.styles}

    def write(self) -> None:
        """Write everything."""
        self._masthead()
        for number, section in enumerate(self._document.sections):
            self._section(section, first=number == 0)
        if self._document.definitions:
            self._heading(self._words.definitions)
        for note in self._document.definitions:
            line = self._paragraph()
            line.add_run(f"{note.name}\u00a0: ").bold = True
            line.add_run(note.told)

    def _masthead(self) -> None:
        document = self._document
        if document.masthead.logo:
            add_logo(self._paragraph(), document.masthead.logo, self._words.logo)
        if document.masthead.clinic:
            self._paragraph(document.masthead.clinic, "Clinique")
        self._paragraph(document.title, "Title")
        word.rule_below(
            self._paragraph(f"{document.period} · {document.made}", "Subtitle"), self._colours.band
        )

    def _section(self, section: Section, *, first: bool) -> None:
        self._heading(section.title)
        for number, sentence in enumerate(section.sentences):
            line = self._paragraph()
            line.add_run(sentence).bold = first and number == 0
            line.paragraph_format.keep_with_next = True
        if section.empty:
            self._coloured(self._paragraph(), section.empty, MUTED)
        if section.figures:
            self._figures(section.figures)
        self._comment(section)
        for chart in section.charts:
            self._chart(chart)
        for table in section.tables:
            self._table(table)

    def _heading(self, words: str) -> None:
        word.rule_below(self._paragraph(words, "Heading 1"), self._colours.soft)

    def _comment(self, section: Section) -> None:
        if not section.remarks:
            return
        head = self._paragraph(style="Commentaire")
        self._coloured(head, self._words.comment, self._colour).bold = True
        lines = [head, *(self._paragraph(remark, "Commentaire") for remark in section.remarks)]
        for line in lines:
            word.rule_beside(line, self._colour)

    def _chart(self, chart: Chart) -> None:
        from docx.shared import Mm  # noqa: PLC0415

        self._paragraph(chart.title, "Heading 2")
        if chart.told:
            self._paragraph(chart.told, "Légende").paragraph_format.keep_with_next = True
        told = "\u00a0: ".join(part for part in (chart.title, chart.told) if part)
        for picture, width in report_pictures.pictures(chart, self._words, self._colours):
            shown = self._paragraph().add_run().add_picture(BytesIO(picture), Mm(width))
            shown._inline.docPr.set("descr", told)
        for line in told_below(chart, self._words):
            self._paragraph(line, "Légende")

    def _figures(self, figures: tuple[FigurePart, ...]) -> None:
        words = self._words
        againsts = tuple(dict.fromkeys(change.against for one in figures for change in one.changes))
        heads = [words.label, words.value_name, *(words.against("", one).strip() for one in againsts)]
        rows: list[list[str]] = []
        for one in figures:
            changes = {change.against: f"{ARROWS[change.trend]}{change.short}" for change in one.changes}
            told = " · ".join(part for part in (one.freshness, one.note) if part)
            rows.append([one.label, one.told, *(changes.get(against, "") for against in againsts), told])
        kinds = [CellKind.TEXT, *(CellKind.COUNT for _head in heads[1:]), CellKind.TEXT]
        weights = [2.2, 1.1, *(1.5 for _against in againsts), 1.8]
        self._grid([*heads, words.freshness_name], kinds, weights, rows)

    def _table(self, table: TablePart) -> None:
        if table.title:
            self._paragraph(table.title, "Heading 2")
        rows = [
            [self._document.shown(cell, one.kind) for cell, one in zip(row, table.columns, strict=True)]
            for row in table.rows
        ]
        kinds = [one.kind for one in table.columns]
        weights = [one.weight for one in table.columns]
        self._grid([one.title for one in table.columns], kinds, weights, rows, table.links)
        if table.note:
            self._paragraph(table.note, "Légende")

    def _grid(
        self,
        heads: Sequence[str],
        kinds: Sequence[CellKind],
        weights: Sequence[float],
        rows: Iterable[Sequence[str]],
        links: Sequence[str] = (),
    ) -> None:
        """Add a table whose head stands again on each page, as XML: its library takes minutes for so many."""
        from docx.enum.table import WD_TABLE_ALIGNMENT  # noqa: PLC0415
        from docx.shared import Cm  # noqa: PLC0415

        table = self._made.add_table(rows=1, cols=len(heads))
        table.alignment, table.autofit = WD_TABLE_ALIGNMENT.LEFT, False
        told = [list(row) for row in rows]
        widths = [int(Cm(width)) for width in _widths(heads, kinds, weights, told)]
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        body = table._tbl
        body.remove(body.tr_lst[0])
        ends = [kind in _AT_RIGHT for kind in kinds]
        style = self._styles["Cellule"]
        body.append(_row(heads, widths, ends, style, head=True))
        for number, row in enumerate(told):
            made = _row(row, widths, ends, style)
            body.append(made)
            if links and links[number]:
                self._link(made, row[0], links[number], table)
        self._paragraph(style="Légende")

    def _link(self, row: Any, words: str, link: str, table: Any) -> None:
        from docx.text.paragraph import Paragraph  # noqa: PLC0415

        line = row.tc_lst[0].p_lst[0]
        for run in line.r_lst:
            line.remove(run)
        word.add_link(Paragraph(line, table), words, link, self._colour)

    def _paragraph(self, words: str = "", style: str = "Normal") -> Any:
        line = self._made.add_paragraph(words)
        # By its identity: looked up by name, styles take most of the time of a long document.
        line._p.style = self._styles[style]
        return line

    def _coloured(self, line: Any, words: str, colour: str) -> Any:
        run = line.add_run(words)
        run.font.color.rgb = rgb(colour)
        return run


def _widths(
    heads: Sequence[str], kinds: Sequence[CellKind], weights: Sequence[float], rows: Sequence[Sequence[str]]
) -> list[float]:
    """Return widths in centimetres: numbers take what they need, words share the rest."""
    needed = [
        max([len(word) for word in heads[number].split(" ")] + [len(row[number]) for row in rows])
        for number in range(len(heads))
    ]
    tight = [min(letters * _LETTER_CM + _PADDING_CM, _WIDEST_CM) for letters in needed]
    texts = [number for number, kind in enumerate(kinds) if kind is CellKind.TEXT]
    rest = TEXT_CM - sum(width for number, width in enumerate(tight) if number not in texts)
    shares = sum(weights[number] for number in texts)
    for number in texts:
        tight[number] = max(rest, _NARROW_CM * len(texts)) * weights[number] / shares
    scale = TEXT_CM / sum(tight)
    return [width * scale for width in tight]


def _row(
    cells: Sequence[str], widths: Sequence[int], ends: Sequence[bool], style: str, *, head: bool = False
) -> Any:
    """Return a table's row; a head stands again on each page, and no row is torn apart."""
    from xml.sax.saxutils import escape  # noqa: PLC0415 - writes only

    import docx.oxml  # noqa: PLC0415
    from docx.oxml.ns import nsdecls  # noqa: PLC0415

    library: Any = docx.oxml
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{SOFT[1:]}"/>' if head else ""
    below = f'<w:tcBorders><w:bottom w:val="single" w:sz="4" w:space="0" w:color="{LINE[1:]}"/></w:tcBorders>'
    bold = f'<w:rPr><w:b/><w:color w:val="{MUTED[1:]}"/></w:rPr>' if head else ""
    parts = [
        f'<w:tc><w:tcPr><w:tcW w:w="{width // 635}" w:type="dxa"/>{below}{shade}</w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{"<w:keepNext/>" if head else ""}'
        f"{_RIGHT if end else ''}</w:pPr>"
        f'<w:r>{bold}<w:t xml:space="preserve">{escape(cell)}</w:t></w:r></w:p></w:tc>'
        for cell, width, end in zip(cells, widths, ends, strict=True)
    ]
    once = "<w:tblHeader/>" if head else ""
    return library.parse_xml(
        f"<w:tr {nsdecls('w')}><w:trPr><w:cantSplit/>{once}</w:trPr>{''.join(parts)}</w:tr>"
    )


_RIGHT: Final = '<w:jc w:val="right"/>'
