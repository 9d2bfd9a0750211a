"""Turns plain text into simple, safe HTML blocks."""

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

# What follows an address in a sentence does not belong to it; French puts spaces before « : ; ! ? ».
_ADDRESS = re.compile(r"https?://[^\s<>\"«»\u201c\u201d\u202f\u00a0]+", re.IGNORECASE)
_TRAILING = ".,;:!?'’…"
_PAIRS = {")": "(", "]": "[", "}": "{"}
# Square brackets would call a site's shortcodes.
_ENTITIES = str.maketrans({"[": "&#91;", "]": "&#93;"})


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture inside a text.

    Args:
        identity: what the site calls it.
        alt_text: "" only for a decorative picture.
    """

    identity: int
    address: str
    alt_text: str


def escaped(text: str) -> str:
    """Return text that shows exactly as it is written, in content and in attributes."""
    # Two hyphens would be joined to a dash, in addresses too.
    return html.escape(_visible(text), quote=True).translate(_ENTITIES).replace("--", "-&#45;")


def paragraphs(text: str) -> str:
    """Return text as paragraph blocks: an empty line parts them, a line end stays, addresses are links."""
    lines = _visible(text).replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    parts = [part.strip("\n") for part in re.split(r"\n[ \t]*\n\s*", lines) if part.strip()]
    return "\n\n".join(_paragraph(part) for part in parts)


def figures(pictures: Sequence[Figure]) -> str:
    """Return pictures as image blocks."""
    return "\n\n".join(
        f'<!-- wp:image {{"id":{one.identity},"sizeSlug":"full"}} -->\n'
        f'<figure class="wp-block-image size-full"><img src="{escaped(one.address)}" '
        f'alt="{escaped(one.alt_text)}" class="wp-image-{one.identity}"/></figure>\n'
        "<!-- /wp:image -->"
        for one in pictures
    )


def addresses_in(text: str) -> tuple[str, ...]:
    """List the web addresses in a text, as they would become links."""
    return tuple(_cut_address(match.group()) for match in _ADDRESS.finditer(text))


def _paragraph(text: str) -> str:
    lines = "<br>".join(_linked(line.rstrip()) for line in text.split("\n"))
    return f"<!-- wp:paragraph -->\n<p>{lines}</p>\n<!-- /wp:paragraph -->"


def _linked(text: str) -> str:
    pieces: list[str] = []
    end = 0
    for match in _ADDRESS.finditer(text):
        address = _cut_address(match.group())
        if not urlsplit(address).hostname:
            continue
        pieces.append(escaped(text[end : match.start()]))
        pieces.append(f'<a href="{escaped(address)}">{escaped(address)}</a>')
        end = match.start() + len(address)
    return "".join(pieces) + escaped(text[end:])


def _cut_address(address: str) -> str:
    while address:
        last = address[-1]
        unpaired = last in _PAIRS and address.count(last) > address.count(_PAIRS[last])
        if last not in _TRAILING and not unpaired:
            break
        address = address[:-1]
    return address


def _visible(text: str) -> str:
    """Drop what no document may hold: control characters and halves of characters."""
    return "".join(
        sign
        for sign in text
        if sign in "\n\r\t" or not (ord(sign) < 32 or 0x7F <= ord(sign) < 0xA0 or _half(sign))
    )


def _half(sign: str) -> bool:
    return 0xD800 <= ord(sign) <= 0xDFFF or ord(sign) in (0xFFFE, 0xFFFF)
