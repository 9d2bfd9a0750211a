"""Makes what feeds bring harmless before it is stored, fast; `clean_html` makes it readable when it is shown.

Of 15,000 items a day, a person reads a hundred: only those are worth the careful rewriting. Here, every "<"
that comes out was written by us: a tag is replaced by a constant of ours, or goes. Markup that is more than
simple tags passes the allow-list of a real parser instead.
"""

import re
from threading import local
from typing import Final

import nh3

from cmstation.networks import clean_html
from cmstation.networks.html_signs import decoded

LONGEST_MARKUP: Final = 200_000
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
_UNREAD: Final = frozenset({"script", "style", "noscript", "template", "svg", "math", "title", "textarea"})
# What is inside of these is no text, or changes how the rest is read.
_NOT_SIMPLE: Final = re.compile(
    rf"<(?:[!?]|/?(?:{'|'.join(sorted(_UNREAD))}|xmp|plaintext|noembed|noframes|iframe|object|select|head|base)\b)",
    re.IGNORECASE,
)
# The possessive signs keep a hostile page from costing more than its length.
_TAG: Final = re.compile(r"<(/?[a-zA-Z][a-zA-Z0-9]*+)([^<>]*+)>")
_HREF: Final = re.compile(
    r"""(?:^|\s)href\s*+=\s*+(?:"((?:https?|mailto):[^"]*+)"|'((?:https?|mailto):[^'"]*+)')""", re.IGNORECASE
)
_PLACE: Final = re.compile(r"""(?:^|\s)src\s*+=\s*+(?:"(https?:[^"]++)"|'(https?:[^'"]++)')""", re.IGNORECASE)
_SPECK: Final = re.compile(
    r"""(?:^|\s)(?:width|height)\s*+=\s*+["']?[01](?:px)?(?:["'\s/]|$)""", re.IGNORECASE
)


class _Last(local):
    """The markup that a thread has just had taken apart: words and HTML are made of the same pieces."""

    html: str | None = None
    pieces: list[str] | None = None


class FeedCleaner:
    """Cleans for storing (`domain/watch_networks.py`: Cleaner); threads may share it."""

    def __init__(self) -> None:
        self._last = _Last()
        self._gate = nh3.Cleaner(
            tags={*_KEPT, "a"},
            attributes={"a": {"href"}},
            clean_content_tags=set(_UNREAD),
            url_schemes=set(clean_html.SCHEMES),
            url_relative="deny",
            link_rel=None,
        )

    def clean(self, html: str, base: str = "") -> str:
        """Return HTML in which nothing runs and nothing is loaded; images become links "image:…".

        Args:
            base: not needed here: links that are not complete go.
        """
        pieces = self._taken_apart(html)
        if pieces is None:
            return self._gate.clean(_TAG.sub(_with_images, html[:LONGEST_MARKUP]))
        known = _CONSTANTS.get
        written = [
            known(name) or _written_anew(name.lower(), attributes)
            for name, attributes in zip(pieces[1::3], pieces[2::3], strict=True)
        ]
        words = pieces[::3]
        if "<" in (joined := "".join(words)) or ">" in joined:
            words = [one.replace("<", "&lt;").replace(">", "&gt;") for one in words]
        whole = [""] * (2 * len(words) - 1)
        whole[::2], whole[1::2] = words, written
        return "".join(whole)

    def text(self, html: str) -> str:
        """Return the words, in one line."""
        pieces = self._taken_apart(html)
        if pieces is None:
            return clean_html.text(html)
        gaps = [
            "" if name in _INSIDE_WORDS or name.lower() in _INSIDE_WORDS else " " for name in pieces[1::3]
        ]
        whole = [""] * (2 * len(gaps) + 1)
        whole[::2], whole[1::2] = pieces[::3], gaps
        return decoded(" ".join("".join(whole).split()))

    def _taken_apart(self, html: str) -> list[str] | None:
        """Split simple markup: words, a tag's name, its attributes, words, and so on; None for any other."""
        last = self._last
        if last.html is not html:
            cut = html[:LONGEST_MARKUP]
            last.pieces = None if _NOT_SIMPLE.search(cut) else _TAG.split(cut)
            last.html = html
        return last.pieces


def _written_anew(name: str, attributes: str) -> str:
    if (constant := _CONSTANTS.get(name)) is not None:
        return constant
    if name == "a":
        found = _HREF.search(attributes)
        return "<a>" if found is None else f'<a href="{found[1] or found[2]}">'
    return _image(attributes) if name == "img" else ""


def _with_images(mark: re.Match[str]) -> str:
    """Leave everything as it is but images, which the parser would drop."""
    return _image(mark[2]) if mark[1].lower() == "img" else mark[0]


def _image(attributes: str) -> str:
    place = _PLACE.search(attributes)
    if place is None or _SPECK.search(attributes):
        return ""
    return f'<a href="image:{place[1] or place[2]}">[image]</a>'
