"""Reads the tags of an OPML file: as XML, else as what programs take for XML.

What is wrong in a sign or in an address is mended: references that nothing declares, bare ampersands, the
wrong character set. What is wrong in the structure is refused: feeds would be lost, or filed elsewhere.
"""

import re
from collections.abc import Iterator
from html.entities import html5
from xml.parsers import expat

from cmstation.domain.opml_outlines import OpmlContents, Outlines
from cmstation.domain.opml_text import decoded, without_impossible
from cmstation.domain.watch_errors import NotOpml, OpmlProblem

LARGEST = 16 * 1024 * 1024
"""Bytes; a list of a thousand feeds has less than a fiftieth of it."""

_WORTH_READING = re.compile(r"<(?:[\w.-]++:)?+(?:opml|outline)\b", re.IGNORECASE)
# Without it a reference that nothing declares is an error, with it a letter that is lost.
_PLAIN_DOCTYPE = re.compile(r"<!DOCTYPE[^\[\]<>]*+>", re.IGNORECASE)
_NAME = r"[^\W\d][\w:.-]*+"
_REMARK = re.compile(r"<!--(?s:.*?)-->|<\?(?s:.*?)\?>|<!\[CDATA\[(?s:(.*?))\]\]>")
_DECLARATION = re.compile(r"<![A-Za-z][^\[\]<>]*+(?:\[[^\]]*+\]\s*+)?+>")
_TAG = re.compile(rf"<(/?)({_NAME})((?:\s*+{_NAME}\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'))*+)\s*+(/?)>")
_ATTRIBUTE = re.compile(rf"({_NAME})\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)')")
_LOOKS_LIKE_TAG = re.compile(r"<[/!?]|<[^\W\d]")
_REFERENCE = re.compile(r"&(?:#([0-9]{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,31}));")


def parsed(data: bytes) -> OpmlContents:
    """Read a whole file.

    Raises:
        NotOpml: when nothing, or not everything, could be read.
    """
    if len(data) > LARGEST:
        raise NotOpml(OpmlProblem.TOO_LARGE)
    text = decoded(data)
    if not _WORTH_READING.search(text):
        raise NotOpml
    try:
        return _as_xml(_PLAIN_DOCTYPE.sub(_line_ends, text, count=1))
    except expat.ExpatError:
        return _Tolerant(without_impossible(text)).contents()


def _as_xml(text: str) -> OpmlContents:
    parser = expat.ParserCreate("utf-8")
    outlines = Outlines(lambda: (parser.CurrentLineNumber, parser.CurrentColumnNumber + 1))

    def begin(name: str, attributes: list[str]) -> None:
        outlines.begin(name, zip(attributes[::2], attributes[1::2], strict=True))

    def declared(*_declaration: object) -> None:
        raise outlines.refused(OpmlProblem.ENTITIES)

    parser.ordered_attributes = True
    parser.StartElementHandler = begin
    parser.EndElementHandler = outlines.end
    parser.CharacterDataHandler = outlines.words
    parser.EntityDeclHandler = declared
    parser.Parse(text.encode("utf-8", "replace"), True)
    return outlines.finished()


class _Tolerant:
    """Reads tags one after the other, whatever stands between them or in their values."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._outlines = Outlines(self._place)

    def contents(self) -> OpmlContents:
        """Read everything."""
        while begin := _LOOKS_LIKE_TAG.search(self._text, self._at):
            self._outlines.words(_with_references(self._text[self._at : begin.start()]))
            self._at = begin.start()
            if tag := _TAG.match(self._text, self._at):
                self._take(tag)
                self._at = tag.end()
            else:
                self._at = self._past_remark()
        self._at = len(self._text)
        return self._outlines.finished()

    def _take(self, tag: re.Match[str]) -> None:
        slash, name, attributes, closed = tag.groups()
        if not slash:
            self._outlines.begin(name, _attributes(attributes))
        if slash or closed:
            self._outlines.end(name)

    def _past_remark(self) -> int:
        """Return the place behind what is no tag: a remark or a declaration."""
        remark = _REMARK.match(self._text, self._at)
        if remark:
            self._outlines.words(remark.group(1) or "")
            return remark.end()
        declaration = _DECLARATION.match(self._text, self._at)
        if declaration and "<!ENTITY" in declaration.group().upper():
            raise self._outlines.refused(OpmlProblem.ENTITIES)
        if declaration:
            return declaration.end()
        is_cut = self._text.find(">", self._at) < 0
        raise self._outlines.refused(OpmlProblem.CUT_SHORT if is_cut else OpmlProblem.ILL_FORMED)

    def _place(self) -> tuple[int, int]:
        line_begin = self._text.rfind("\n", 0, self._at) + 1
        return self._text.count("\n", 0, self._at) + 1, self._at - line_begin + 1


def _attributes(written: str) -> Iterator[tuple[str, str]]:
    for name, double, single in _ATTRIBUTE.findall(written):
        yield name, _with_references(re.sub(r"\r\n|[\t\r\n]", " ", double or single))


def _with_references(text: str) -> str:
    return _REFERENCE.sub(_referred, text) if "&" in text else text


def _referred(match: re.Match[str]) -> str:
    decimal, hexadecimal, name = match.groups()
    if name:
        return html5.get(f"{name};", match.group())
    number = int(decimal) if decimal else int(hexadecimal, 16)
    return without_impossible(chr(number)) if number <= 0x10FFFF else ""


def _line_ends(match: re.Match[str]) -> str:
    return "\n" * match.group().count("\n")
