"""Press reviews as Word documents that can be edited: real headings, a real table of contents, links."""

from collections.abc import Iterator
from datetime import UTC
from typing import Any, Final

from cmstation.desktop import review_word as word
from cmstation.desktop import word_look
from cmstation.desktop.review_look import ACCENT, INK, LINE, MUTED, TONES
from cmstation.desktop.word_look import TEXT_CM, Facts, Frame, Look, add_logo, rgb
from cmstation.domain.press_review_document import ChapterPart, EntryPart, ReviewDocument, SharePart

_CONTENTS: Final = 'TOC \\o "1-2" \\h \\z \\u'
_WIDTHS_CM: Final = (6.2, 3.6, 3.9, 3.3)
_BLOCKS: Final = 16
_LINE_HEIGHT: Final = 1.15
_LOOKS: Final[dict[str, Look]] = {
    "Normal": (10.5, False, INK, 0, 4),
    "Title": (26, True, INK, 0, 2),
    "Subtitle": (12, False, MUTED, 0, 10),
    "Heading 1": (17, True, ACCENT, 22, 6),
    "Heading 2": (12, True, INK, 14, 1),
    "toc 1": (10.5, True, INK, 5, 0),
    "toc 2": (10.5, False, INK, 0, 0),
    "Rubrique": (13, True, ACCENT, 16, 4),
    "Référence": (9, False, MUTED, 0, 2),
    "Article reproduit": (10, False, INK, 0, 4),
}


def written(document: ReviewDocument) -> bytes:
    """Return a press review as DOCX; the same document always gives the same bytes."""
    from docx import Document  # noqa: PLC0415 - heavy, and only for those who ask for it

    made: Any = Document()
    word.drop_thumbnail(made)
    title = f"{document.title} {document.period}"
    word_look.describe(made, Facts(title, document.clinic, document.words.language, document.made_at))
    word_look.dress(made, _LOOKS, document.words.language, _LINE_HEIGHT)
    _indent(made.styles)
    word_look.frame(made, Frame(document.head, document.made, document.words.page_words, "Référence", LINE))
    _Pages(made, document).write()
    return word.saved(made, document.made_at.astimezone(UTC))


def _indent(styles: Any) -> None:
    from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER  # noqa: PLC0415
    from docx.shared import Cm  # noqa: PLC0415

    for name in ("toc 1", "toc 2"):
        tabs = styles[name].paragraph_format.tab_stops
        tabs.add_tab_stop(Cm(TEXT_CM), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
    styles["toc 2"].paragraph_format.left_indent = Cm(0.5)
    styles["Article reproduit"].paragraph_format.left_indent = Cm(0.7)
    for name in ("Référence", "Rubrique"):
        styles[name].paragraph_format.keep_with_next = True


class _Pages:
    """Writes the document's parts, from its title to its sources."""

    def __init__(self, made: Any, document: ReviewDocument) -> None:
        self._made = made
        self._document = document
        self._styles = {style.name: style.style_id for style in made.styles}

    def write(self) -> None:
        """Write everything."""
        document = self._document
        self._masthead()
        self._paragraph().add_run(document.summary).bold = True
        for told in document.note:
            self._paragraph(told)
        if not document.chapters:
            return
        self._paragraph(document.words.share, "Rubrique")
        self._shares()
        self._paragraph(document.words.legend(), "Référence")
        self._paragraph(document.words.contents, "Rubrique")
        self._contents()
        for number, chapter in enumerate(document.chapters):
            self._chapter(number, chapter)
        self._sources()

    def _masthead(self) -> None:
        document = self._document
        if document.logo:
            add_logo(self._paragraph(), document.logo, document.words.logo)
        if document.clinic:
            self._paragraph(document.clinic, "Rubrique").paragraph_format.space_before = 0
        self._paragraph(document.title, "Title")
        word.rule_below(self._paragraph(f"{document.period} · {document.made}", "Subtitle"), LINE)

    def _shares(self) -> None:
        from docx.shared import Cm  # noqa: PLC0415

        shares = self._document.shares
        table = self._made.add_table(rows=len(shares), cols=len(_WIDTHS_CM))
        table.autofit = False
        for row, share in zip(table.rows, shares, strict=True):
            for cell, width in zip(row.cells, _WIDTHS_CM, strict=True):
                cell.width = Cm(width)
                cell.paragraphs[0].paragraph_format.space_after = 0
            self._share([cell.paragraphs[0] for cell in row.cells], share)

    def _share(self, lines: list[Any], share: SharePart) -> None:
        from docx.enum.text import WD_ALIGN_PARAGRAPH  # noqa: PLC0415

        heading, bar, told, tones = lines
        heading.add_run(share.heading)
        blocks = "█" * max(round(_BLOCKS * share.portion), 1)
        self._coloured(bar, blocks, ACCENT).font.size = _points(7)
        told.add_run(share.told)
        tones.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        for tone, counted in share.tones:
            self._coloured(tones, f"   {counted}", TONES[tone])

    def _contents(self) -> None:
        """Write the field with what it shows until Word renews it, which adds the pages' numbers."""
        lines = [self._contents_line(*told) for told in self._headings()]
        word.end_field(lines[-1])

    def _headings(self) -> Iterator[tuple[str, str, str]]:
        for number, chapter in enumerate(self._document.chapters):
            yield "toc 1", chapter.heading, _bookmark(number, 0)
            for place, entry in enumerate(chapter.entries, start=1):
                yield "toc 2", entry.title, _bookmark(number, place)
        yield "toc 1", self._document.words.sources, _bookmark(len(self._document.chapters), 0)

    def _contents_line(self, style: str, title: str, bookmark: str) -> Any:
        line = self._paragraph(style=style)
        if bookmark == _bookmark(0, 0):
            word.begin_field(line, _CONTENTS, dirty=True)
        word.add_inner_link(line, title, bookmark)
        return line

    def _chapter(self, number: int, chapter: ChapterPart) -> None:
        heading = self._heading(chapter.heading, 1, number, 0)
        heading.paragraph_format.page_break_before = number == 0
        word.rule_below(heading, LINE)
        for place, entry in enumerate(chapter.entries, start=1):
            self._entry(number, place, entry)

    def _entry(self, number: int, place: int, entry: EntryPart) -> None:
        heading = self._heading("" if entry.link else entry.title, 2, number, place, entry)
        heading.paragraph_format.keep_with_next = True
        told = self._paragraph(style="Référence")
        self._coloured(told, entry.tone_words, TONES[entry.tone]).bold = True
        told.add_run(f"   {entry.told}")
        if entry.link:
            word.add_link(self._paragraph(style="Référence"), entry.address, entry.link, ACCENT)
        for paragraph in entry.summary:
            self._paragraph(paragraph)
        for paragraph in entry.copied:
            word.rule_beside(self._paragraph(paragraph, "Article reproduit"), LINE)
        if entry.mention:
            mention = self._paragraph(style="Article reproduit")
            self._coloured(mention, entry.mention, MUTED).font.size = _points(9)
            word.rule_beside(mention, LINE)

    def _heading(
        self, words: str, level: int, number: int, place: int, entry: EntryPart | None = None
    ) -> Any:
        heading = self._paragraph(words, f"Heading {level}")
        if entry is not None and entry.link:
            word.add_link(heading, entry.title, entry.link, INK)
        word.add_bookmark(heading, _bookmark(number, place), number * 10_000 + place)
        return heading

    def _sources(self) -> None:
        from docx.enum.text import WD_TAB_ALIGNMENT  # noqa: PLC0415
        from docx.shared import Cm  # noqa: PLC0415

        chapters = len(self._document.chapters)
        word.rule_below(self._heading(self._document.words.sources, 1, chapters, 0), LINE)
        for name, told in self._document.sources:
            line = self._paragraph(name)
            line.paragraph_format.tab_stops.add_tab_stop(Cm(TEXT_CM), WD_TAB_ALIGNMENT.RIGHT)
            self._coloured(line, f"\t{told}", MUTED)

    def _paragraph(self, words: str = "", style: str = "Normal") -> Any:
        line = self._made.add_paragraph(words)
        # By its identity: looked up by name, styles take most of the time of a long document.
        line._p.style = self._styles[style]
        return line

    def _coloured(self, line: Any, words: str, colour: str) -> Any:
        run = line.add_run(words)
        run.font.color.rgb = rgb(colour)
        return run


def _bookmark(chapter: int, place: int) -> str:
    return f"_Toc{chapter + 1:03}{place:05}"


def _points(size: float) -> Any:
    from docx.shared import Pt  # noqa: PLC0415

    return Pt(size)
