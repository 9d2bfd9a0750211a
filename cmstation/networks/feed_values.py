"""Turns the content of a feed's elements, however it is written, into text, HTML and addresses."""

import base64
import binascii
import re

from cmstation.networks.feed_bounds import (
    LONGEST_CHARACTER,
    LONGEST_NAME,
    LONGEST_SUMMARY,
    LONGEST_TAG,
    LONGEST_TITLE,
)
from cmstation.networks.feed_entities import Entities
from cmstation.networks.feed_links import absolute_inside, joined
from cmstation.networks.feed_scan import Field, Writing
from cmstation.networks.feed_text import as_html, looks_like_html, plain_text, without_tags

# Looking behind keeps a long word from being tried again at each of its letters.
_ATTRIBUTE = re.compile(r"""(?<![\w:.-])([\w:.-]++)\s*+=\s*+(?:"([^"<]*+)"|'([^'<]*+)'|([^\s"'<>]++))""")
_ASIDE = re.compile(r"<!\[CDATA\[(.*?)(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)|<\?[^<>]*+>", re.DOTALL)
_PREFIX = re.compile(r"(</?)[A-Za-z_][\w.-]*+:(?=[A-Za-z])")
_CLOSED_AT_ONCE = re.compile(r"<([A-Za-z][\w]*+)((?:\s[^<>]*?)?)/>")
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
_WRAPPER = re.compile(
    r"\s*<(?:[\w.-]+:)?div(?:\s[^<>]*+)?>(.*)</(?:[\w.-]+:)?div\s*>\s*", re.DOTALL | re.IGNORECASE
)
_SURROUNDED = "\t\n\r "
_HTML = frozenset({"description", "content:encoded", "body"})
_HTML_TYPES = frozenset({"html", "text/html", "application/xhtml+xml", "xhtml", "application/octet-stream"})
_TEXT_TYPES = frozenset({"text", "text/plain", "plain"})


class Values:
    """Read the elements of one document.

    Args:
        entities: what the document declares.
        strict_types: whether the format says what is text and what is HTML (Atom 1.0 does).
    """

    def __init__(self, entities: Entities, *, strict_types: bool) -> None:
        self._entities = entities
        self._strict_types = strict_types

    def attributes(self, written: str) -> dict[str, str]:
        """Read the attributes of a tag: names in small letters, the first of two alike counts."""
        found: dict[str, str] = {}
        if "=" not in written:
            return found
        for name, double, single, bare in _ATTRIBUTE.findall(written[:LONGEST_TAG]):
            value = double or single or bare
            found.setdefault(name.lower(), self._entities.decode(value) if "&" in value else value)
        return found

    def text(self, field: Field, longest: int = LONGEST_NAME) -> str:
        """Return a field as it is, its XML decoded; for addresses, dates and numbers."""
        content = field[2]
        if len(content) <= longest and field[3] is Writing.ESCAPED and "&" not in content:
            return content.strip(_SURROUNDED)
        return self._decoded(field, longest).strip(_SURROUNDED)

    def plain(self, field: Field, longest: int = LONGEST_TITLE) -> str:
        """Return a field as plain text for people."""
        _, written, content, writing = field
        if "&" not in content and "<" not in content and "  " not in content:
            content = content.strip()
            if content.isprintable() and len(content) <= longest and not _is_base64(written):
                return content
        if writing is Writing.MARKUP:
            inside = without_tags(_ASIDE.sub(_uncovered, content[: longest * 100]))
            return plain_text(self._entities.decode(inside), literal=True, longest=longest)
        literal = bool(written) and self._strict_types and self.attributes(written).get("type") == "text"
        return plain_text(self._decoded(field, longest), literal=literal, longest=longest)

    def longest_html(self, fields: list[Field], base: str) -> str:
        """Return the longest of several fields as HTML with absolute addresses."""
        best, best_base = "", base
        for field in fields if len(fields) < 2 else sorted(fields, key=_length, reverse=True):
            # Decoding makes a text shorter: the rest cannot be longer than this one is.
            if best and len(field[2]) <= len(best):
                break
            html, own_base = self._html(field, base)
            if len(html) > len(best):
                best, best_base = html, own_base
        return absolute_inside(best, best_base) if best else ""

    def _html(self, field: Field, base: str) -> tuple[str, str]:
        meaning, written, content, writing = field
        if not written and meaning in _HTML and writing is not Writing.MARKUP:
            return self._decoded(field, LONGEST_SUMMARY)[:LONGEST_SUMMARY].strip(), base
        attributes = self.attributes(written) if written else {}
        if "xml:base" in attributes:
            base = joined(base, attributes["xml:base"])
        kind = attributes.get("type", "").lower()
        if writing is Writing.MARKUP:
            html = self._from_markup(content, xhtml="xhtml" in kind)
        elif kind and kind not in _HTML_TYPES and kind not in _TEXT_TYPES and not _readable(kind):
            return "", base
        else:
            html = self._decoded(field, LONGEST_SUMMARY)
            if not (meaning in _HTML or kind in _HTML_TYPES) and self._is_text(kind, html):
                html = as_html(html)
        return html[:LONGEST_SUMMARY].strip(), base

    def _is_text(self, kind: str, content: str) -> bool:
        return (kind in _TEXT_TYPES and self._strict_types) or not looks_like_html(content)

    def _decoded(self, field: Field, longest: int) -> str:
        _, written, content, writing = field
        if len(content) > longest:
            content = content[: longest * LONGEST_CHARACTER]
        if writing is Writing.ESCAPED:
            content = self._entities.decode(content)
        elif writing is not Writing.VERBATIM:
            content = self._pieces(content)
        return _from_base64(content) if _is_base64(written) else content

    def _pieces(self, content: str) -> str:
        """Decode what is partly in CDATA; comments and instructions are no text."""
        pieces: list[str] = []
        end = 0
        for aside in _ASIDE.finditer(content):
            pieces += (self._entities.decode(content[end : aside.start()]), aside[1] or "")
            end = aside.end()
        pieces.append(self._entities.decode(content[end:]))
        return "".join(pieces)

    def _from_markup(self, content: str, *, xhtml: bool) -> str:
        """Return mark-up that stands in the feed's own as HTML."""
        content = content[: LONGEST_SUMMARY * 2]
        if "<!" in content or "<?" in content:
            content = _ASIDE.sub(_escaped if xhtml else _uncovered, content)
        wrapped = _WRAPPER.fullmatch(content) if xhtml else None
        if wrapped and not re.search(r"</?(?:[\w.-]+:)?div\b", wrapped[1]):
            content = wrapped[1]
        if ":" in content:
            content = _PREFIX.sub(r"\1", content)
        if "/>" in content:
            content = _CLOSED_AT_ONCE.sub(_opened_and_closed, content)
        return self._entities.expand(content)


def _is_base64(written: str) -> bool:
    return bool(written) and ("base64" in written or "octet-stream" in written)


def _length(field: Field) -> int:
    return len(field[2])


def _readable(kind: str) -> bool:
    return kind.startswith("text/") or kind.endswith(("+xml", "/xml"))


def _uncovered(aside: re.Match[str]) -> str:
    return aside[1] or ""


def _escaped(aside: re.Match[str]) -> str:
    return as_html(aside[1] or "")


def _opened_and_closed(tag: re.Match[str]) -> str:
    name = tag[1]
    return tag[0] if name.lower() in _VOID else f"<{name}{tag[2]}></{name}>"


def _from_base64(content: str) -> str:
    try:
        return base64.b64decode(content, validate=False).decode("utf-8", "replace")
    except (binascii.Error, ValueError):
        return content
