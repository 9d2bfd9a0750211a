"""Cuts markup into tags and text, in one pass, whatever is broken in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cmstation.networks.html_signs import SPACE, attribute

# Every repetition is possessive and every piece may end with the text: no input makes it go back.
_ATTRIBUTES = (
    rf"(?:[{SPACE}/]++|=?+[^{SPACE}/>=]++"
    rf"(?:[{SPACE}]*+=[{SPACE}]*+(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z)|[^{SPACE}>\"'][^{SPACE}>]*+)?+)?+|=)*+"
)
_REMARK = r"<!--(?:-?>|(?s:.*?)(?:--!?>|\Z))|<[!?][^>]*+(?:>|\Z)|</(?![a-zA-Z])[^>]*+(?:>|\Z)"
_TOKEN = re.compile(rf"{_REMARK}|<(/?)([a-zA-Z][^{SPACE}/>]*+)({_ATTRIBUTES})(?:>|\Z)")
_NAME = re.compile(rf"<(?:[!?/](?![a-zA-Z])|/?([a-zA-Z][^{SPACE}/>]*+)){_ATTRIBUTES}(?:>|\Z)")
_ATTRIBUTE = re.compile(
    rf"(=?+[^{SPACE}/>=]++)"
    rf"(?:[{SPACE}]*+=[{SPACE}]*+(?:\"([^\"]*+)(?:\"|\Z)|'([^']*+)(?:'|\Z)|([^{SPACE}>\"'][^{SPACE}>]*+))?+)?+"
)

# What browsers read as one piece of text up to its end, or to the end of everything.
_SWALLOWING = frozenset({"script", "style"})
# What is not for reading; left in place when its end is missing.
_UNREAD = frozenset(
    [
        "applet",
        "canvas",
        "datalist",
        "frameset",
        "head",
        "iframe",
        "map",
        "noembed",
        "noframes",
        "noscript",
        "object",
        "rp",
        "select",
        "svg",
        "template",
        "textarea",
        "title",
    ]
)
UNREAD = _SWALLOWING | _UNREAD


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag, or an element whose content is not for reading.

    Args:
        name: in small letters.
        ends: whether it is an end tag.
        written: the attributes, as they stand.
    """

    name: str
    ends: bool
    written: str

    def attributes(self) -> dict[str, str]:
        """Return the attributes, decoded, by their names in small letters; the first of a name counts."""
        found: dict[str, str] = {}
        for name, double, single, bare in _ATTRIBUTE.findall(self.written):
            found.setdefault(name.lower(), attribute(double or single or bare))
        return found


def tokens(html: str) -> Iterator[Tag | str]:
    """Give tags and pieces of text (not decoded) in order; remarks and unread content are left out."""
    html = _opened(html)
    endless: set[str] = set()
    at = 0
    while match := _TOKEN.search(html, at):
        if match.start() > at:
            yield html[at : match.start()]
        at = match.end()
        slash, name, written = match.groups()
        if name is None:
            continue
        name = name.lower()
        yield Tag(name, bool(slash), written)
        if name in UNREAD and not slash:
            at = _past_content(html, name, at, closed=written.endswith("/"), endless=endless)
    if at < len(html):
        yield html[at:]


def names_and_text(html: str) -> list[str]:
    """Return text and names of tags in turn, beginning and ending with text: the quick way to plain text."""
    if "<!" in html or "<?" in html or "\x00" in html:
        return _slowly(html)
    pieces = _NAME.split(html)
    # What is left of a tag that has no name is a remark.
    names = [name.lower() if name else "" for name in pieces[1::2]]
    if not UNREAD.isdisjoint(names):
        return _slowly(html)
    pieces[1::2] = names
    return pieces


def _slowly(html: str) -> list[str]:
    pieces = [""]
    for token in tokens(html):
        if isinstance(token, Tag):
            pieces += (token.name, "")
        else:
            pieces[-1] += token
    return pieces


def _opened(html: str) -> str:
    """Leave out NUL, and the marks of a section that was meant for the feed's own format."""
    if "\x00" in html:
        html = html.replace("\x00", "")
    if "<![CDATA[" in html:
        html = html.replace("<![CDATA[", "").replace("]]>", "")
    return html


def _past_content(html: str, name: str, at: int, *, closed: bool, endless: set[str]) -> int:
    """Return where reading goes on: at the end tag; behind everything, or here, when there is none."""
    if closed and name not in _SWALLOWING:
        return at
    if name not in endless:
        match = re.compile(rf"</{name}(?=[{SPACE}/>])", re.IGNORECASE).search(html, at)
        if match:
            return match.start()
        endless.add(name)
    return len(html) if name in _SWALLOWING and not closed else at
