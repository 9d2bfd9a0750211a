"""Makes what feeds bring harmless before it is stored, fast; `clean_html` makes it readable when it is shown.

Of 15,000 items a day, a person reads a hundred: only those are worth the careful rewriting. Here, every "<"
that comes out was written by us: a tag is replaced by a constant of ours, or goes. Markup that is more than
simple tags passes the allow-list of a real parser before.
"""

import re
from collections.abc import Callable
from threading import local
from typing import Final, TypeVar

import nh3

from cmstation.networks import clean_html
from cmstation.networks.html_signs import decoded

Known = TypeVar("Known")
LONGEST_MARKUP: Final = 200_000
LONGEST_ALT: Final = 300
_KEPT: Final = frozenset({*clean_html.ALLOWED, "div", "figure", "figcaption", "q"}) - {"a"}
_CONSTANTS: Final = {f"{slash}{name}": f"<{slash}{name}>" for name in _KEPT for slash in ("", "/")} | {
    "/a": "</a>"
}
# Tags that part no words; all others do.
_INLINE: Final = (
    "a abbr acronym b big cite code del dfn em font i ins kbd mark q s samp small span strike strong sub sup"
    " tt u var wbr"
)
_INSIDE_WORDS: Final = frozenset(f"{slash}{name}" for name in _INLINE.split(" ") for slash in ("", "/"))
_UNREAD: Final = frozenset({"script", "style", "noscript", "template", "svg", "title", "textarea"})
# What is inside of these is no text, or changes how the rest is read.
_MOVING: Final = (
    *sorted(_UNREAD),
    *("xmp", "plaintext", "noembed", "noframes", "iframe", "object", "select", "head", "base"),
)
_NOT_SIMPLE: Final = re.compile(rf"<(?:[!?]|/?(?:{'|'.join(_MOVING)})\b)", re.IGNORECASE)
# The possessive signs keep a hostile page from costing more than its length.
_TAG: Final = re.compile(r"<(/?[a-zA-Z][a-zA-Z0-9]*+)([^<>]*+)>")
# A quoted attribute that holds a "<" or ">".
_CARELESS: Final = re.compile(
    r"""<[a-zA-Z][^<>"']*+(?:"[^"<>]*+"[^<>"']*+|'[^'<>]*+'[^<>"']*+)*+(?:"[^"<>]*+[<>]|'[^'<>]*+[<>])"""
)
# A tag that the end cuts off: a name, the beginning of an attribute, or attributes with a value.
_UNFINISHED: Final = re.compile(
    r"<(?:/|/?[a-zA-Z][\w:-]*+(?:\s*+/?|\s++[\w:@-]*+|(?:\s++[\w:@-]++)++\s*+=[^<>]*+))\Z"
)
# The parser would drop what is inside: the words of a formula are read as those of a line.
_FORMULA: Final = re.compile(
    r"(</?)(?:annotation(?:-xml)?|semantics|m(?:action|ath|enclose|error|fenced|frac|i|labeledtr|multiscripts|n|o|over"
    r"|padded|phantom|prescripts|root|row|s|space|sqrt|style|su[bp]|subsup|table|td|text|tr|under|underover))"
    r"(?=[\s/>])",
    re.IGNORECASE,
)
_HREF: Final = re.compile(
    r"""\shref\s*+=\s*+(?:"((?:https?|mailto):[^"]*+)"|'((?:https?|mailto):[^'"]*+)'"""
    r"""|((?:https?|mailto):[^\s"']*+))""",
    re.IGNORECASE,
)
_ADDRESS: Final = (
    r"""\s*+=\s*+(?:"\s*+((?:https?:|//)[^"]++)"|'\s*+((?:https?:|//)[^'"]++)'|((?:https?:|//)[^\s"']++))"""
)
_PLACE: Final = re.compile(rf"\ssrc{_ADDRESS}", re.IGNORECASE)
# Where pages that load their images late keep the real address.
_LATE_PLACE: Final = re.compile(rf"\sdata-(?:lazy-)?src{_ADDRESS}", re.IGNORECASE)
_LATE: Final = ("data-src", "data-lazy-src")
_ALT: Final = re.compile(r"""\salt\s*+=\s*+(?:"([^"]++)"|'([^']++)'|([^\s"']++))""", re.IGNORECASE)
_CUT_SIGN: Final = re.compile(r"&[#\w]*+\Z")
_LONGEST_SMILEY: Final = 8
# A hostile page may invent names without end.
_MOST_NAMES: Final = 1_000
_SPECK: Final = re.compile(r"""\s(?:width|height)\s*+=\s*+["']?[01](?:px)?(?:["'\s/]|$)""", re.IGNORECASE)


class _ByName(dict[str, Known]):
    """What follows from a tag's name, worked out once for each way to write it."""

    def __init__(self, found: Callable[[str], Known]) -> None:
        super().__init__()
        self._found = found

    def __missing__(self, name: str) -> Known:
        found = self._found(name.lower())
        if len(self) < _MOST_NAMES:
            self[name] = found
        return found


_GAPS: Final = _ByName(lambda name: "" if name in _INSIDE_WORDS else " ")
_ARE_SIMPLE: Final = _ByName(lambda name: name.removeprefix("/") not in _MOVING)


class _Last(local):
    """The markup that a thread has just had taken apart: words and HTML are made of the same pieces."""

    html: str | None = None
    pieces: list[str] | None = None


class FeedCleaner:
    """Cleans for storing (`domain/watch_networks.py`: Cleaner); threads may share it."""

    def __init__(self) -> None:
        self._last = _Last()
        self._gate = nh3.Cleaner(
            tags={*_KEPT, "a", "img"},
            attributes={"a": {"href"}, "img": {"src", "alt", "width", "height", *_LATE}},
            clean_content_tags=set(_UNREAD),
            url_schemes=set(clean_html.SCHEMES),
            # Addresses are judged once more when the tags are written anew.
            url_relative="pass_through",
            link_rel=None,
        )

    def clean(self, html: str, base: str = "") -> str:
        """Return HTML in which nothing runs and nothing is loaded; images become links "image:…".

        Args:
            base: not needed here: links that are not complete go.
        """
        pieces = self._taken_apart(html)
        if pieces is None:
            pieces = _TAG.split(self._gate.clean(_FORMULA.sub(r"\1span", html[:LONGEST_MARKUP])))
            _escape_signs(pieces)
        known = _CONSTANTS.get
        written = [
            known(name) or _written_anew(name.lower(), attributes)
            for name, attributes in zip(pieces[1::3], pieces[2::3], strict=True)
        ]
        words = pieces[::3]
        whole = [""] * (2 * len(words) - 1)
        whole[::2], whole[1::2] = words, written
        return "".join(whole)

    def text(self, html: str) -> str:
        """Return the words, in one line."""
        pieces = self._taken_apart(html)
        if pieces is None:
            return clean_html.text(html).replace("\n", " ")
        words = pieces[::3]
        whole = [""] * (2 * len(words) - 1)
        whole[::2], whole[1::2] = words, map(_GAPS.__getitem__, pieces[1::3])
        return decoded(" ".join("".join(whole).split()))

    def _taken_apart(self, html: str) -> list[str] | None:
        last = self._last
        if last.html is not html:
            last.pieces = _simple_pieces(html[:LONGEST_MARKUP])
            last.html = html
        return last.pieces


def _simple_pieces(html: str) -> list[str] | None:
    """Split simple markup: words, a tag's name, its attributes, words, and so on; None for any other."""
    pieces = _TAG.split(html)
    if not all(map(_ARE_SIMPLE.__getitem__, pieces[1::3])):
        return None
    joined = "".join(pieces[::3])
    if "<" in joined or ">" in joined:
        if _NOT_SIMPLE.search(html) or _CARELESS.search(html):
            return None
        rest = pieces[-1]
        if (begun := rest.rfind("<")) >= 0 and _UNFINISHED.match(rest, begun):
            pieces[-1] = rest[:begun]
        _escape_signs(pieces)
    return pieces


def _escape_signs(pieces: list[str]) -> None:
    pieces[::3] = [words.replace("<", "&lt;").replace(">", "&gt;") for words in pieces[::3]]


def _written_anew(name: str, attributes: str) -> str:
    if name == "a":
        found = _HREF.search(attributes)
        return "<a>" if found is None else f'<a href="{found[1] or found[2] or found[3]}">'
    return _image(attributes) if name == "img" else _CONSTANTS.get(name, "")


def _image(attributes: str) -> str:
    """Write what stands for an image: a smiley's sign, or a link that loads nothing."""
    words = _alternative(attributes)
    if words and len(words) <= _LONGEST_SMILEY and not any(sign.isalnum() or sign == "[" for sign in words):
        return words.replace("&", "&amp;")
    place = (_LATE_PLACE.search(attributes) if "data-" in attributes else None) or _PLACE.search(attributes)
    if _SPECK.search(attributes):
        return ""
    if place is None:
        return f" [{words}] " if words else ""
    address = place[1] or place[2] or place[3]
    if address.startswith("/"):
        address = f"https:{address}"
    return f'<a href="image:{address}">[{words or "image"}]</a>'


def _alternative(attributes: str) -> str:
    """Return the words for an image, as they are written; they hold no "<" and no ">"."""
    found = _ALT.search(attributes)
    if found is None:
        return ""
    words = (found[1] or found[2] or found[3]).strip()
    return words if len(words) <= LONGEST_ALT else _CUT_SIGN.sub("", words[:LONGEST_ALT])
