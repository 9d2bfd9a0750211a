"""Pieces of a Word document that its library has no words for: fields, bookmarks, links, languages."""

import zipfile
from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from typing import Any, Final

_LINK: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
_EARLIEST: Final = 1980  # a ZIP knows no year before


def add_field(paragraph: Any, code: str, shown: str = "", *, dirty: bool = False) -> None:
    """Add a field, such as the number of the page, to a paragraph."""
    begin_field(paragraph, code, dirty=dirty)
    paragraph.add_run(shown)
    end_field(paragraph)


def begin_field(paragraph: Any, code: str, *, dirty: bool = False) -> None:
    """Begin a field, which may go on in paragraphs below.

    Args:
        dirty: whether what is shown is to be renewed by whoever opens the document.
    """
    begin = _mark(paragraph, "begin")
    if dirty:
        begin.set(_name("w:dirty"), "true")
    told = _element("w:instrText")
    told.set(_name("xml:space"), "preserve")
    told.text = f" {code} "
    paragraph.add_run()._r.append(told)
    _mark(paragraph, "separate")


def end_field(paragraph: Any) -> None:
    """End the field."""
    _mark(paragraph, "end")


def add_link(paragraph: Any, text: str, link: str, colour: str = "") -> None:
    """Add a text that leads to the web."""
    relation = paragraph.part.relate_to(link, _LINK, is_external=True)
    _wrapped(paragraph, text, colour, lambda made: made.set(_name("r:id"), relation))


def add_inner_link(paragraph: Any, text: str, bookmark: str) -> None:
    """Add a text that leads to a bookmark."""
    _wrapped(paragraph, text, "", lambda made: made.set(_name("w:anchor"), bookmark))


def add_bookmark(paragraph: Any, name: str, number: int) -> None:
    """Make a paragraph a place that links lead to."""
    start, end = _element("w:bookmarkStart"), _element("w:bookmarkEnd")
    for mark in (start, end):
        mark.set(_name("w:id"), str(number))
    start.set(_name("w:name"), name)
    paragraph._p.insert(1 if paragraph._p.pPr is not None else 0, start)
    paragraph._p.append(end)


def speak(style: Any, language: str) -> None:
    """Say in which language a style's words are, so that the right spelling is looked for."""
    said = _element("w:lang")
    for name in ("w:val", "w:eastAsia"):
        said.set(_name(name), language)
    style.element.get_or_add_rPr().append(said)


def rule_below(paragraph: Any, colour: str) -> None:
    """Draw a thin line below a paragraph."""
    _border(paragraph, "w:bottom", colour, size=6, space=6)


def rule_beside(paragraph: Any, colour: str) -> None:
    """Draw a line at the left of a paragraph."""
    _border(paragraph, "w:left", colour, size=18, space=8)


def saved(document: Any, made_at: datetime) -> bytes:
    """Return a document's bytes; the same document always gives the same ones."""
    whole, told = BytesIO(), BytesIO()
    document.save(whole)
    moment = (max(made_at.year, _EARLIEST), *made_at.timetuple()[1:6])
    with zipfile.ZipFile(whole) as given, zipfile.ZipFile(told, "w", zipfile.ZIP_DEFLATED) as made:
        for part in given.infolist():
            dated = zipfile.ZipInfo(part.filename, moment)
            dated.compress_type, dated.external_attr = zipfile.ZIP_DEFLATED, part.external_attr
            made.writestr(dated, given.read(part))
    return told.getvalue()


def drop_thumbnail(document: Any) -> None:
    """Take away the small picture of the library's own template."""
    package = document.part.package
    for identity, relation in list(package.rels.items()):
        if relation.reltype.endswith("/thumbnail"):
            del package.rels[identity]


def _border(paragraph: Any, side: str, colour: str, *, size: int, space: int) -> None:
    borders, line = _element("w:pBdr"), _element(side)
    told = {"w:val": "single", "w:sz": str(size), "w:space": str(space), "w:color": colour.lstrip("#")}
    for name, value in told.items():
        line.set(_name(name), value)
    borders.append(line)
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(
        borders,
        *("w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:outlineLvl", "w:rPr"),
    )


def _wrapped(paragraph: Any, text: str, colour: str, lead: Callable[[Any], object]) -> None:
    made = _element("w:hyperlink")
    lead(made)
    run = paragraph.add_run(text)
    if colour:
        from docx.shared import RGBColor  # noqa: PLC0415

        run.font.color.rgb = RGBColor.from_string(colour.lstrip("#"))
    paragraph._p.append(made)
    made.append(run._r)


def _mark(paragraph: Any, kind: str) -> Any:
    mark = _element("w:fldChar")
    mark.set(_name("w:fldCharType"), kind)
    paragraph.add_run()._r.append(mark)
    return mark


def _element(tag: str) -> Any:
    import docx.oxml  # noqa: PLC0415 - heavy, and only for those who make a document

    library: Any = docx.oxml
    return library.OxmlElement(tag)


def _name(tag: str) -> str:
    from docx.oxml.ns import qn  # noqa: PLC0415

    if tag.startswith("xml:"):
        return f"{{http://www.w3.org/XML/1998/namespace}}{tag[4:]}"
    return qn(tag)
