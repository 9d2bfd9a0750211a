"""Makes markup from outside harmless: what the reading pane shows, what search reads, what could be shown.

The page is written anew from what was read (`html_rebuilding`), then passes an allow-list of its own (nh3):
one of the two would be enough. An image becomes a link that loads nothing: `<a href="image:https://…">[text]</a>`.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import nh3

from cmstation.networks.html_line import LONGEST_PAGE
from cmstation.networks.html_rebuilding import rebuilt
from cmstation.networks.html_signs import decoded, honest, single_spaces
from cmstation.networks.html_tokens import UNREAD, names_and_text
from cmstation.networks.html_writing import Picture

__all__ = ["ALLOWED", "LONGEST_MARKUP", "SCHEMES", "Picture", "clean", "images", "text"]

LONGEST_MARKUP: Final = LONGEST_PAGE
"""Signs of markup that are looked at; the rest is left out."""
SCHEMES: Final = frozenset({"http", "https", "mailto", "image"})
ALLOWED: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    dict.fromkeys(
        [
            "b",
            "blockquote",
            "br",
            "cite",
            "code",
            "dd",
            "dl",
            "dt",
            "em",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "hr",
            "i",
            "kbd",
            "li",
            "p",
            "pre",
            "s",
            "samp",
            "small",
            "strong",
            "sub",
            "sup",
            "table",
            "tbody",
            "tr",
            "u",
            "ul",
        ],
        frozenset[str](),
    )
    | {
        "a": frozenset({"href"}),
        "ol": frozenset({"start"}),
        "td": frozenset({"colspan", "rowspan"}),
        "th": frozenset({"colspan", "rowspan"}),
    }
)
"""The tags of a clean page, and their attributes."""

_GATE = nh3.Cleaner(
    tags=set(ALLOWED),
    attributes={tag: set(names) for tag, names in ALLOWED.items() if names},
    clean_content_tags={"script", "style"},
    url_schemes=set(SCHEMES),
    url_relative="deny",
    link_rel=None,
    strip_comments=True,
)
# Markup never came to rest after more than three; a page that does not is shown as its words.
_MOST_PASSES = 6
_LONGEST_LOOKED_AT = 4_000_000
_EMBEDDED = re.compile(r"data:[^\"'\s<>)]{100,}+", re.IGNORECASE)
_EMPTY_LINE = re.compile(r"\r?\n[ \t\r]*+\n\s*+")
_LINE_NAMES = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "br",
    "center",
    "dd",
    "details",
    "dialog",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "li",
    "main",
    "menu",
    "nav",
    "ol",
    "option",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "tr",
    "ul",
]


# What stands in plain text for a tag; nothing for those that are not named.
_EDGES = dict.fromkeys(_LINE_NAMES, "\n") | dict.fromkeys(("td", "th", *UNREAD), " ")


def clean(html: str, base: str = "") -> str:
    """Return the readable part of markup: nothing in it runs or loads. Cleaning twice changes nothing.

    Args:
        base: the address that relative ones are taken from; without it they are not links.
    """
    markup = _cut(html)
    if "<" not in markup:
        markup = _EMPTY_LINE.sub("<p>", markup)
    for _ in range(_MOST_PASSES):
        page = rebuilt(markup, base).html
        checked = _GATE.clean(page)
        if checked == markup:
            return checked
        markup = checked
    return _GATE.clean(rebuilt(_words_alone(markup), "").html)


def images(html: str, base: str = "") -> tuple[Picture, ...]:
    """Return the images of a page in their order, once each; those that only track are left out."""
    return tuple(dict.fromkeys(rebuilt(_cut(html), base).pictures))


def text(html: str) -> str:
    """Return the words of a page, one line for each of its lines and paragraphs."""
    html = html[:LONGEST_MARKUP]
    if "<" in html:
        pieces = names_and_text(html.replace("\n", " ").replace("\r", " "))
        pieces[1::2] = [_EDGES.get(name, "") for name in pieces[1::2]]
        html = "".join(pieces)
    words = honest(decoded(html))
    for blank in "\t\f\r":
        words = words.replace(blank, " ")
    for line_end in "\u2028\u2029":
        words = words.replace(line_end, "\n")
    lines = [line.strip() for line in single_spaces(words).split("\n")]
    return "\n".join([line for line in lines if line])


def _cut(html: str) -> str:
    if len(html) <= LONGEST_MARKUP:
        return html
    # Images written out in the page would leave no room for its words.
    return _EMBEDDED.sub("", html[:_LONGEST_LOOKED_AT])[:LONGEST_MARKUP]


def _words_alone(html: str) -> str:
    words = text(html).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<p>{words}</p>"
