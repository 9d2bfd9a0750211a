"""Press reviews as PDF: one calm column, themes as chapters, articles with their own summary."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Final

from cmstation.desktop import review_paper as paper
from cmstation.desktop.review_look import ACCENT, LINE, TONES, TRACK
from cmstation.desktop.review_paper import WIDTH, Faces, Paper, Style
from cmstation.domain.press_review_document import ChapterPart, EntryPart, ReviewDocument, SharePart

_LOGO_WIDTH: Final = 42.0
_LOGO_HEIGHT: Final = 20.0
_NAMES: Final = 66.0  # of themes, beside their bars
_BARS: Final = 34.0
_TONES_APART: Final = 10.5
_NUMBERS: Final = 14.0  # of pages, in the table of contents
_COPY_INDENT: Final = 5.0
_MOST_LINES: Final = 2
_SOURCES_APART: Final = 8.0


def written(document: ReviewDocument) -> bytes:
    """Return a press review as PDF; the same document always gives the same bytes."""
    with paper.faces("".join(_texts(document))) as fonts:
        # The first time finds out where everything stands, which the table of contents tells.
        with closing(_Layout(document, fonts)) as measured:
            places = measured.gone_through()
        with closing(_Layout(document, fonts, places)) as layout:
            layout.gone_through()
            return layout.paper.finished()


def _texts(part: object) -> Iterator[str]:
    """Give every text of a document, to know which letters it takes."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, (tuple, frozenset)):
        for one in part:  # pyright: ignore[reportUnknownVariableType]
            yield from _texts(one)  # pyright: ignore[reportUnknownArgumentType]
    elif is_dataclass(part):
        for one in fields(part):
            yield from _texts(getattr(part, one.name))


@dataclass(slots=True)
class _Places:
    """On which page each part stands: chapters, and articles by chapter and place; `count` is all pages."""

    pages: dict[tuple[int, int], int] = field(default_factory=dict[tuple[int, int], int])
    count: int = 0


class _Layout:
    """One pass over the document.

    Args:
        places: as a pass before found them out; None for that pass, which draws nothing.
    """

    def __init__(self, document: ReviewDocument, fonts: Faces, places: _Places | None = None) -> None:
        self._document = document
        self._known = places or _Places()
        self._found = _Places()
        words, count = document.words, self._known.count
        self.paper = Paper(
            fonts,
            document.head,
            document.made,
            lambda number: words.page(number, count),
            drawn=places is not None,
        )
        self.paper.describe(
            f"{document.title} {document.period}", document.clinic, words.language, document.made_at
        )
        self._links = {place: self.paper.pdf.add_link() for place in self._known.pages}

    def gone_through(self) -> _Places:
        """Set every part, one after the other."""
        self._masthead()
        if self._document.chapters:
            self._shares()
            self._contents()
            for number, chapter in enumerate(self._document.chapters):
                self._chapter(number, chapter)
            self._sources()
        self._found.count = self.paper.number
        return self._found

    def close(self) -> None:
        """Let go of the fonts."""
        self.paper.close()

    # --- the first page ---

    def _masthead(self) -> None:
        document, sheet = self._document, self.paper
        sheet.y = paper.LEFT
        top = sheet.y
        width = WIDTH - _LOGO_WIDTH - 8 if document.logo else WIDTH
        if document.logo:
            sheet.picture(document.logo, _LOGO_WIDTH, _LOGO_HEIGHT, document.words.logo)
        if document.clinic:
            sheet.text(document.clinic, paper.CLINIC, width=width)
            sheet.y += 2
        sheet.text(document.title, paper.HEADLINE, width=width)
        sheet.y += 1.5
        sheet.text(f"{document.period} · {document.made}", paper.PERIOD, width=width)
        sheet.y = max(sheet.y, top + _LOGO_HEIGHT if document.logo else 0) + 5
        sheet.rule()
        sheet.y += 6
        sheet.text(document.summary, paper.LEADING)
        for paragraph in document.note:
            sheet.y += 2
            sheet.text(paragraph, paper.BODY)

    def _shares(self) -> None:
        sheet = self.paper
        sheet.gap(9)
        sheet.need(paper.SECTION.lead + 20)
        legend = self._document.words.legend()
        sheet.beside(legend, Style(paper.SMALL.size, paper.SECTION.lead, colour=paper.SMALL.colour))
        sheet.text(self._document.words.share, paper.SECTION)
        sheet.y += 2.5
        for share in self._document.shares:
            self._share(share)

    def _share(self, share: SharePart) -> None:
        sheet = self.paper
        names = self._short(share.heading, paper.BODY, _NAMES - 4)
        sheet.need(len(names) * paper.BODY.lead + 1.6)
        top = sheet.y
        sheet.y = top + 1.1
        sheet.bar(_NAMES, _BARS, 3.2, TRACK)
        sheet.bar(_NAMES, _BARS * share.portion, 3.2, ACCENT)
        sheet.y = top
        for place, (tone, told) in enumerate(reversed(share.tones)):
            style = Style(9, paper.BODY.lead, colour=TONES[tone])
            sheet.beside(told, style, end=WIDTH - place * _TONES_APART)
        sheet.line(share.told, paper.BODY, indent=_NAMES + _BARS + 4)
        sheet.y = top
        for name in names:
            sheet.line(name, paper.BODY)
        sheet.y += 1.6

    def _short(self, text: str, style: Style, width: float) -> list[str]:
        """Return two lines at most; an ellipsis says that there is more."""
        lines = self.paper.lines(text, style, width)
        rest = " ".join(lines[_MOST_LINES - 1 :])
        return (
            [*lines[: _MOST_LINES - 1], self.paper.fitting(rest, style, width)] if len(lines) > 1 else lines
        )

    def _contents(self) -> None:
        sheet = self.paper
        sheet.gap(8)
        sheet.need(paper.SECTION.lead + 24)
        sheet.text(self._document.words.contents, paper.SECTION)
        for number, chapter in enumerate(self._document.chapters):
            sheet.y += 2.2
            sheet.need(paper.STRONG.lead + paper.BODY.lead)
            self._contents_line((number, -1), chapter.heading, paper.STRONG, 0)
            for place, entry in enumerate(chapter.entries):
                self._contents_line((number, place), entry.title, paper.BODY, 4)

    def _contents_line(self, place: tuple[int, int], title: str, style: Style, indent: float) -> None:
        sheet = self.paper
        width = WIDTH - _NUMBERS - indent
        lines = self._short(title, style, width)
        sheet.need(len(lines) * style.lead)
        link = self._links.get(place, "")
        for line in lines[:-1]:
            sheet.line(line, style, indent=indent, link=link)
        sheet.beside(str(self._known.pages.get(place, 0)), style, link=link)
        sheet.line(lines[-1], style, indent=indent, link=link)

    # --- chapters ---

    def _chapter(self, number: int, chapter: ChapterPart) -> None:
        sheet = self.paper
        told = sheet.width(chapter.told, paper.SMALL)
        lines = sheet.lines(chapter.heading, paper.HEADING, WIDTH - told - 6)
        if number == 0:
            sheet.turn()
        else:
            sheet.gap(9)
            sheet.need(len(lines) * paper.HEADING.lead + 5.2 + self._beginning(chapter.entries[0]))
        self._here((number, -1))
        sheet.chapter(chapter.heading)
        sheet.y += 2.6
        sheet.beside(chapter.told, paper.SMALL)
        sheet.y -= 2.6
        for line in lines:
            sheet.line(line, paper.HEADING)
        sheet.y += 1.2
        sheet.rule()
        sheet.y += 4
        for place, entry in enumerate(chapter.entries):
            self._entry((number, place), entry)

    def _entry(self, place: tuple[int, int], entry: EntryPart) -> None:
        sheet = self.paper
        if place[1]:
            sheet.gap(5.5)
        sheet.need(self._beginning(entry))
        self._here(place)
        sheet.text(entry.title, paper.TITLE, link=entry.link)
        sheet.y += 0.8
        self._told(entry)
        if entry.address:
            sheet.line(sheet.fitting(entry.address, _ADDRESS, WIDTH), _ADDRESS, link=entry.link)
        for number, paragraph in enumerate(entry.summary):
            sheet.y += 1.6 if number == 0 else 1
            sheet.text(paragraph, paper.BODY)
        if entry.copied:
            self._copied(entry)

    def _beginning(self, entry: EntryPart) -> float:
        """Return how much of an article must not be torn apart: all of a short one."""
        sheet = self.paper
        head = sheet.height(entry.title, paper.TITLE) + 2 * paper.SMALL.lead + 3
        summary = sum(sheet.height(one, paper.BODY) + 1 for one in entry.summary)
        return head + min(summary, 6 * paper.BODY.lead)

    def _told(self, entry: EntryPart) -> None:
        """Set the tone with its shape, then source, date and author."""
        sheet = self.paper
        tone = Style(paper.SMALL.size, paper.SMALL.lead, bold=True, colour=TONES[entry.tone])
        top = sheet.y
        sheet.line(entry.tone_words, tone)
        start = sheet.width(sheet.shown(entry.tone_words), tone) + 4
        sheet.y = top
        sheet.text(entry.told, paper.SMALL, indent=start, width=WIDTH - start)

    def _copied(self, entry: EntryPart) -> None:
        """Set the whole article, told apart by a line beside it, with the right by which it is there."""
        sheet = self.paper
        width = WIDTH - _COPY_INDENT
        sheet.y += 2.5
        for paragraph in entry.copied:
            for line in sheet.lines(paragraph, paper.COPY, width):
                self._copied_line(line, paper.COPY)
            sheet.y += 1.2
        for line in sheet.lines(entry.mention, paper.SMALL, width):
            self._copied_line(line, paper.SMALL)

    def _copied_line(self, line: str, style: Style) -> None:
        sheet = self.paper
        sheet.need(style.lead)
        sheet.bar(0.6, 0.7, style.lead + 1.2, LINE)
        sheet.line(line, style, indent=_COPY_INDENT)

    def _here(self, place: tuple[int, int]) -> None:
        """Remember where a part stands, and let the table of contents lead there."""
        self._found.pages[place] = self.paper.number
        if place in self._links:
            self.paper.pdf.set_link(self._links[place], y=max(self.paper.y - 3, 0), page=self.paper.number)

    # --- the end ---

    def _sources(self) -> None:
        sheet = self.paper
        sheet.gap(10)
        sheet.need(paper.HEADING.lead + 24)
        sheet.chapter(self._document.words.sources)
        sheet.text(self._document.words.sources, paper.HEADING)
        sheet.y += 1.2
        sheet.rule()
        sheet.y += 3
        for name, told in self._document.sources:
            lines = sheet.lines(name, paper.BODY, WIDTH - sheet.width(told, paper.SMALL) - _SOURCES_APART)
            sheet.need(len(lines) * paper.BODY.lead)
            sheet.beside(told, Style(paper.SMALL.size, paper.BODY.lead, colour=paper.SMALL.colour))
            for line in lines:
                sheet.line(line, paper.BODY)


_ADDRESS: Final = Style(8.5, 4.4, colour=ACCENT)
