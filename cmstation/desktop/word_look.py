"""What all of our Word documents share: facts about the document, styles, page, head, foot and logo."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from typing import Any, Final

from cmstation.desktop import review_word as word

TEXT_CM: Final = 17.0
_FONT: Final = "Calibri"  # what every Word has; a document that is edited cannot bring its own
_LONGEST_FACT: Final = 255  # more is refused by the format
_LOGO_CM: Final = (4.2, 2.0)


@dataclass(frozen=True, slots=True)
class Facts:
    """What a document says of itself."""

    title: str
    author: str
    language: str
    made_at: datetime


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands on each page.

    Args:
        head: on every page but the first.
        foot: beside the number of the page.
        page_words: before, between and after the number of the page and that of all pages.
        style: of both lines.
        line: the colour of the line below the head.
    """

    head: str
    foot: str
    page_words: tuple[str, str, str]
    style: str
    line: str


# Size in points, bold, colour, points of space before and after.
Look = tuple[float, bool, str, float, float]


def describe(made: Any, facts: Facts) -> None:
    """Write the facts about a document over those of the library's own template."""
    told, author = made.core_properties, facts.author[:_LONGEST_FACT]
    at = facts.made_at.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    told.title, told.author = facts.title[:_LONGEST_FACT], author
    told.last_modified_by, told.comments, told.keywords = author, "", ""
    told.language, told.created, told.modified = facts.language, at, at


def dress(made: Any, looks: Mapping[str, Look], language: str, line_height: float) -> None:
    """Give styles their look, so that editing one changes all; a style that is not there is added."""
    from docx.enum.style import WD_STYLE_TYPE  # noqa: PLC0415 - heavy, and only for those who ask for it

    styles = made.styles
    known = frozenset(style.name for style in styles)
    for name, look in looks.items():
        style = styles[name] if name in known else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        _dress_one(style, look, line_height)
    word.speak(styles["Normal"], language)


def frame(made: Any, told: Frame) -> None:
    """Set margins, the head of each page but the first, and the foot of all."""
    from docx.shared import Cm  # noqa: PLC0415

    section = made.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin, section.bottom_margin = Cm(2.4), Cm(2)
    section.different_first_page_header_footer = True
    head = section.header.paragraphs[0]
    head.style = made.styles[told.style]
    head.add_run(told.head)
    word.rule_below(head, told.line)
    for foot in (section.footer, section.first_page_footer):
        line = foot.paragraphs[0]
        line.style = made.styles[told.style]
        _write_foot(line, told)


def add_logo(line: Any, logo: bytes, told: str) -> None:
    """Put a logo at the right of a line, no larger than its place.

    Args:
        told: words for those who do not see it.
    """
    from docx.enum.text import WD_ALIGN_PARAGRAPH  # noqa: PLC0415
    from docx.shared import Cm  # noqa: PLC0415

    line.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    shown = line.add_run().add_picture(BytesIO(logo))
    scale = min(Cm(_LOGO_CM[0]) / shown.width, Cm(_LOGO_CM[1]) / shown.height)
    shown.width, shown.height = int(shown.width * scale), int(shown.height * scale)
    shown._inline.docPr.set("descr", told)


def rgb(colour: str) -> Any:
    """Return a colour such as "#0057b8" as the library wants it."""
    from docx.shared import RGBColor  # noqa: PLC0415

    return RGBColor.from_string(colour.lstrip("#"))


def _dress_one(style: Any, look: Look, line_height: float) -> None:
    from docx.oxml.ns import qn  # noqa: PLC0415
    from docx.shared import Pt  # noqa: PLC0415

    size, bold, colour, before, after = look
    font, shape = style.font, style.paragraph_format
    font.name, font.size, font.bold, font.italic = _FONT, Pt(size), bold, False
    font.color.rgb = rgb(colour)
    names = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        names.attrib.pop(qn(f"w:{theme}"), None)
    shape.space_before, shape.space_after, shape.line_spacing = Pt(before), Pt(after), line_height
    for border in style.element.findall(f".//{qn('w:pBdr')}"):
        border.getparent().remove(border)


def _write_foot(line: Any, told: Frame) -> None:
    from docx.enum.text import WD_TAB_ALIGNMENT  # noqa: PLC0415
    from docx.shared import Cm  # noqa: PLC0415

    line.paragraph_format.tab_stops.add_tab_stop(Cm(TEXT_CM), WD_TAB_ALIGNMENT.RIGHT)
    before, between, after = told.page_words
    line.add_run(f"{told.foot}\t{before}")
    word.add_field(line, "PAGE", "1")
    line.add_run(between)
    word.add_field(line, "NUMPAGES", "1")
    line.add_run(after)
