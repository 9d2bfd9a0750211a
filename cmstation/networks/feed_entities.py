"""Decodes character references: XML's, HTML's, and those that a document declares itself."""

import re
from collections.abc import Mapping
from html.entities import html5

from cmstation.networks.feed_bounds import LONGEST_ENTITY, MOST_ENTITIES, MOST_EXPANDED, MOST_REFERENCES

# "&amp;" comes last: decoding it first would decode the rest twice.
_REFERENCE = re.compile(r"&(?!amp;)(?:#([0-9]{1,8})|#[xX]([0-9A-Fa-f]{1,8})|([A-Za-z_][\w.-]{0,39}));")
_BARE = re.compile(r"&(?!#[0-9]{1,8};|#[xX][0-9A-Fa-f]{1,8};|[A-Za-z_][\w.-]{0,39};)")
_DECLARATION = re.compile(r"""<!ENTITY\s+([A-Za-z_][\w.-]{0,39})\s+(?:"([^"]*+)"|'([^']*+)')\s*>""")
_XML = frozenset({"lt", "gt", "quot", "apos", "amp"})
_LARGEST = 0x10FFFF
_MOST_KNOWN = 1_000


class Entities:
    """The entities of one document.

    Args:
        declared: what the document declares, by name.
    """

    def __init__(self, declared: Mapping[str, str] | None = None) -> None:
        self._declared = declared or {}
        self._left = MOST_EXPANDED
        self._references = MOST_REFERENCES
        self._known: dict[str, str] = {}
        self.faulty = False

    def decode(self, text: str) -> str:
        """Decode a text once; what is no reference stays as it is written."""
        if "&" not in text:
            return text
        if text.count("&") != text.count("&amp;") and self._references >= 0:
            # Far faster than the expression, and all that most HTML needs.
            text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"')
            references = text.count("&")
            if references != text.count("&amp;"):
                self._references -= references
                text = _REFERENCE.sub(self._found, text)
                if not self.faulty and _BARE.search(text):
                    self.faulty = True
        return text.replace("&amp;", "&")

    def expand(self, markup: str) -> str:
        """Replace in HTML only what the document declares itself; HTML's own references stay."""
        if not self._declared or "&" not in markup:
            return markup
        return _REFERENCE.sub(self._own, markup)

    def _found(self, reference: re.Match[str]) -> str:
        written = reference[0]
        known = self._known.get(written)
        if known is None:
            known = self._character(reference)
            # What a document declares is counted each time, until it has had its share.
            is_own = reference[3] in self._declared and self._left >= 0
            if not is_own and len(self._known) < _MOST_KNOWN:
                self._known[written] = known
        return known

    def _own(self, reference: re.Match[str]) -> str:
        name = reference[3]
        return self._character(reference) if name and name in self._declared else reference[0]

    def _character(self, reference: re.Match[str]) -> str:
        decimal, hexadecimal, name = reference.groups()
        if name is None:
            return character(int(decimal) if decimal else int(hexadecimal, 16))
        own = self._declared.get(name)
        if own is not None:
            self._left -= len(own)
            return own if self._left >= 0 else reference[0]
        known = html5.get(f"{name};")
        if name not in _XML:
            self.faulty = True
        return _kept(known) if known else reference[0]


def character(number: int) -> str:
    """Return what a numeric reference stands for, as browsers read it.

    "&" itself comes back escaped, for the pass that decodes it last.
    """
    if 0x80 <= number <= 0x9F:
        return bytes([number]).decode("cp1252", "replace")
    if number > _LARGEST or 0xD800 <= number <= 0xDFFF or number in {0, 0xFFFE, 0xFFFF}:
        return "\ufffd"
    if number < 32 and number not in {9, 10, 13}:
        return ""
    return _kept(chr(number))


def declared_entities(subset: str) -> dict[str, str]:
    """Read the declarations of a DTD: text only, never a file, an address or another declared entity."""
    found: dict[str, str] = {}
    predefined = Entities()
    for declaration in _DECLARATION.finditer(subset):
        name, value = declaration[1], declaration[2] or declaration[3] or ""
        if len(value) <= LONGEST_ENTITY and "<" not in value:
            found.setdefault(name, _kept(predefined.decode(value)))
        if len(found) >= MOST_ENTITIES:
            break
    return found


def _kept(text: str) -> str:
    return text.replace("&", "&amp;") if "&" in text else text
