"""Sheets of paper on which lines are set one below the other, with the same head and foot on each."""

import tempfile
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Final

from cmstation.desktop.review_fonts import letters_of, true_type
from cmstation.desktop.review_letters import MISSING, plain_letters, showable
from cmstation.desktop.review_look import ACCENT, INK, LINE, MUTED
from cmstation.resource_files import resource

WIDTH: Final = 170.0  # millimetres between the margins of an A4 sheet
LEFT: Final = 20.0
TOP: Final = 29.0
BOTTOM: Final = 274.0
_HEAD: Final = 15.0
_FOOT: Final = 283.0
_POINT: Final = 25.4 / 72
_FAMILY: Final = "Inter"
_FACES: Final = {"": "Inter-Regular.otf", "B": "Inter-SemiBold.otf"}
_USUAL: Final = frozenset(map(ord, f"{MISSING}…-")) | frozenset(range(32, 127)) | frozenset(range(160, 256))
_ELLIPSIS: Final = "…"


@dataclass(frozen=True, slots=True)
class Style:
    """How a text is set.

    Args:
        size: in points; `lead` is the height of a line in millimetres.
    """

    size: float
    lead: float
    bold: bool = False
    colour: str = INK


HEADLINE: Final = Style(26, 11.0, bold=True)
CLINIC: Final = Style(12, 6.0, bold=True, colour=ACCENT)
PERIOD: Final = Style(12, 6.0, colour=MUTED)
LEADING: Final = Style(11.5, 6.2, bold=True)
HEADING: Final = Style(16, 8.0, bold=True, colour=ACCENT)
SECTION: Final = Style(12, 6.4, bold=True, colour=ACCENT)
TITLE: Final = Style(11.5, 5.7, bold=True)
BODY: Final = Style(10, 5.3)
STRONG: Final = Style(10, 5.3, bold=True)
SMALL: Final = Style(8.5, 4.4, colour=MUTED)
COPY: Final = Style(9.5, 5.0)


@dataclass(frozen=True, slots=True)
class Faces:
    """Font files made for one document, and the letters that they have."""

    files: dict[str, Path]
    known: frozenset[int]


@contextmanager
def faces(text: str) -> Generator[Faces]:
    """Make fonts with the letters of a text, for as long as they are needed."""
    originals = {style: resource("fonts", name) for style, name in _FACES.items()}
    regular, bold = map(letters_of, originals.values())
    known = plain_letters(regular & bold)
    used = _USUAL | frozenset(map(ord, showable(text, known)))
    # Windows keeps a file that is still open; it is swept away with the others of its folder.
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        files = {style: Path(folder, f"face{style}.ttf") for style in originals}
        for style, file in files.items():
            file.write_bytes(true_type(originals[style], used))
        yield Faces(files, known)


class Paper:
    """A document in the making.

    Args:
        head: what stands on top of each page but the first.
        foot: what stands below on the left; `page` says the number on the right.
        drawn: False to find out where everything would stand, and nothing more.
    """

    def __init__(
        self, fonts: Faces, head: str, foot: str, page: Callable[[int], str], *, drawn: bool = True
    ) -> None:
        from fpdf import FPDF  # noqa: PLC0415 - heavy, and only for those who make a document

        self.pdf = FPDF(format="A4")
        self.y = TOP
        self.number = 0
        self._drawn = drawn
        self._known = fonts.known
        self._head, self._foot, self._page = head, foot, page
        self._face: tuple[bool, float] | None = None
        self.pdf.set_auto_page_break(auto=False)
        self.pdf.c_margin = 0
        for style, file in fonts.files.items():
            self.pdf.add_font(_FAMILY, "B" if style else "", file)
        self._width_of = lru_cache(maxsize=20_000)(self._measured)
        self.turn()

    def describe(self, title: str, author: str, language: str, made_at: datetime) -> None:
        """Say what the document is, for viewers and screen readers."""
        self.pdf.set_title(self.shown(title))
        self.pdf.set_author(self.shown(author))
        self.pdf.set_lang(language)
        self.pdf.set_creator("CM Station")
        self.pdf.set_producer("CM Station")
        self.pdf.set_creation_date(made_at.astimezone(UTC).replace(microsecond=0))

    def finished(self) -> bytes:
        """Return the document; nothing can be set after that."""
        return bytes(self.pdf.output())

    def close(self) -> None:
        """Let go of the fonts' files."""
        from fpdf.fonts import TTFFont  # noqa: PLC0415

        for font in self.pdf.fonts.values():
            if isinstance(font, TTFFont):
                font.close()

    def turn(self) -> None:
        """Begin another page."""
        self.number += 1
        self.y = TOP
        if self._drawn:
            self.pdf.add_page()
            self._face = None
        if self.number > 1:
            self._set(self.fitting(self._head, SMALL, WIDTH), SMALL, LEFT, _HEAD)
            self._rule(_HEAD + SMALL.lead + 1.6)
        self._set(self._foot, SMALL, LEFT, _FOOT)
        told = self._page(self.number)
        self._set(told, SMALL, LEFT + WIDTH - self.width(told, SMALL), _FOOT)

    def need(self, height: float) -> None:
        """Begin another page when this one has no room left."""
        if self.y + height > BOTTOM and self.y > TOP:
            self.turn()

    def gap(self, height: float) -> None:
        """Leave some room, but none on top of a page."""
        if self.y > TOP:
            self.y += height

    def text(
        self, text: str, style: Style, *, indent: float = 0, width: float = WIDTH, link: str = ""
    ) -> None:
        """Set a paragraph; it goes on, on the next page, where this one ends."""
        for line in self.lines(text, style, width):
            self.need(style.lead)
            self.line(line, style, indent=indent, link=link)

    def line(self, line: str, style: Style, *, indent: float = 0, link: str | int = "") -> None:
        """Set one line that is known to fit."""
        self._set(line, style, LEFT + indent, self.y, link)
        self.y += style.lead

    def beside(self, text: str, style: Style, *, end: float = WIDTH, link: str | int = "") -> None:
        """Set a text that ends at a place of the present line, without going on below."""
        self._set(text, style, LEFT + end - self.width(text, style), self.y, link)

    def rule(self) -> None:
        """Draw a thin line across the page."""
        self._rule(self.y)

    def bar(self, start: float, width: float, height: float, colour: str) -> None:
        """Fill a box of the present line."""
        if self._drawn:
            self.pdf.set_fill_color(colour)
            self.pdf.rect(LEFT + start, self.y, width, height, style="F")

    def picture(self, data: bytes, width: float, height: float, told: str) -> None:
        """Show a picture at the right of the present line, as large as a box allows."""
        if self._drawn:
            across, down = _pixels(data)
            scale = min(width / across, height / down)
            self.pdf.image(
                BytesIO(data),
                x=LEFT + WIDTH - across * scale,
                y=self.y,
                w=across * scale,
                h=down * scale,
                alt_text=told,
            )

    def chapter(self, name: str) -> None:
        """Let viewers list what begins here."""
        if self._drawn:
            self.pdf.start_section(self.shown(name))

    def lines(self, text: str, style: Style, width: float = WIDTH) -> list[str]:
        """Split a text into lines; a word longer than a line is cut into pieces."""
        lines: list[str] = []
        line, room = "", width
        for word in self._words(text, style, width):
            taken = self.width(word, style) + (self.width(" ", style) if line else 0)
            if line and taken > room:
                lines.append(line)
                line, room, taken = "", width, self.width(word, style)
            line = f"{line} {word}" if line else word
            room -= taken
        return [*lines, line]

    def height(self, text: str, style: Style, width: float = WIDTH) -> float:
        """Return how high a paragraph is."""
        return len(self.lines(text, style, width)) * style.lead

    def fitting(self, text: str, style: Style, width: float) -> str:
        """Return a text that fits into one line; what does not is told by an ellipsis."""
        shown = self.shown(text)
        if self.width(shown, style) <= width:
            return shown
        kept = self._piece(shown, style, width - self.width(_ELLIPSIS, style))
        whole, _space, _begun = kept.rpartition(" ")
        return (whole if len(whole) > len(kept) // 2 else kept).rstrip(" ,;:.") + _ELLIPSIS

    def shown(self, text: str) -> str:
        """Return a text with a sign in the place of each letter that cannot be shown."""
        return showable(text, self._known)

    def width(self, text: str, style: Style) -> float:
        """Return how wide a text is."""
        return self._width_of(text, style.size, style.bold)

    def _measured(self, text: str, size: float, bold: bool) -> float:
        self._use(bold, size)
        return self.pdf.get_string_width(text)

    def _words(self, text: str, style: Style, width: float) -> Iterator[str]:
        for word in self.shown(text).split(" "):
            rest = word
            while self.width(rest, style) > width:
                piece = self._piece(rest, style, width)
                yield piece
                rest = rest[len(piece) :]
            yield rest

    def _piece(self, word: str, style: Style, width: float) -> str:
        """Return the beginning of a word that fits; at least a letter."""
        taken = 0.0
        for place, letter in enumerate(word):
            taken += self.width(letter, style)
            if taken > width:
                return word[: max(place, 1)]
        return word

    def _set(self, text: str, style: Style, x: float, y: float, link: str | int = "") -> None:
        if not self._drawn:
            return
        shown = self.shown(text)
        self._use(style.bold, style.size)
        self.pdf.set_text_color(style.colour)
        self.pdf.set_xy(x, y)
        self.pdf.cell(self.width(shown, style), style.lead, shown, link=link)

    def _use(self, bold: bool, size: float) -> None:
        if self._face != (bold, size):
            self.pdf.set_font(_FAMILY, "B" if bold else "", size)
            self._face = bold, size

    def _rule(self, y: float) -> None:
        if self._drawn:
            self.pdf.set_draw_color(LINE)
            self.pdf.set_line_width(0.25)
            self.pdf.line(LEFT, y, LEFT + WIDTH, y)


def _pixels(data: bytes) -> tuple[int, int]:
    from PIL import Image  # noqa: PLC0415

    with Image.open(BytesIO(data)) as picture:
        return picture.size
