"""Makes plain text of titles and names, and finds out whether a text is HTML."""

import html
import re

from cmstation.networks.feed_bounds import LONGEST_BEGINNING, LONGEST_CHARACTER, LONGEST_TITLE
from cmstation.networks.feed_entities import Entities

# Only these are tags in a title: "p <0,05 et n> 30" and "Zoé <zoe@exemple.fr>" are text.
_NAMES = (
    r"a|abbr|acronym|b|bdi|bdo|big|blockquote|br|center|cite|code|del|dfn|div|em|font|h[1-6]|hr|i|img|ins|kbd|li"
    r"|mark|ol|p|pre|q|s|samp|script|small|span|strike|strong|style|sub|sup|table|td|th|tr|tt|u|ul|var"
)
_KNOWN_TAG = re.compile(rf"</?(?:{_NAMES})(?:\s[^<>]*+)?/?>", re.IGNORECASE)
_KNOWN_END = re.compile(rf"</(?:{_NAMES})\s*>|<(?:br|hr|img|p)\b[^<>]*+>", re.IGNORECASE)
_ANY_TAG = re.compile(r"</?[A-Za-z][^<>]*+>")
_BLOCK = re.compile(r"</?(?:p|div|br|li|ul|ol|h[1-6]|tr|td|th|table|blockquote|hr)\b[^<>]*+>", re.IGNORECASE)
_HIDDEN = re.compile(
    r"<(script|style)\b[^<>]*+>.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|>|\Z)", re.IGNORECASE | re.DOTALL
)
_CUT_TAG = re.compile(r"<[!/a-zA-Z][^<>]*+\Z")
_REFERENCE = re.compile(r"&(?:#[0-9]{1,8}|#[xX][0-9A-Fa-f]{1,8}|[A-Za-z][A-Za-z0-9]{1,39});")
# A lone no-break space is typography and stays.
_SPACES = re.compile(r"\s{2,}|[\t-\r\x1c-\x1f\x85\u2028\u2029]")
# Controls, and the marks that turn words around.
_UNWANTED = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]+"
)
_MISREAD = re.compile("[\x80-\x9f]")
_CODE = re.compile(r"\r\n?|\n")


def plain_text(text: str, *, literal: bool = False, longest: int = LONGEST_TITLE) -> str:
    """Return a title as plain text: no tag, no character reference, single spaces.

    Args:
        text: as the feed gives it, its XML already decoded.
        literal: whether the feed says that what looks like a tag is none.
    """
    if len(text) > longest:
        text = text[: longest * LONGEST_CHARACTER * 2]
    if "<" in text and not literal:
        text = _KNOWN_TAG.sub("", _HIDDEN.sub("", _BLOCK.sub(" ", text)))
    # What is escaped twice, or escaped in CDATA, is decoded as often.
    for _ in range(2):
        if "&" not in text or not _REFERENCE.search(text):
            break
        text = Entities().decode(text)
        if not literal and "</" in text and _KNOWN_END.search(text):
            text = _KNOWN_TAG.sub("", text)
    return shortened(tidy(text), longest)


def without_tags(markup: str) -> str:
    """Return the text between all tags of HTML, its character references untouched."""
    return _ANY_TAG.sub("", _BLOCK.sub(" ", _HIDDEN.sub("", markup)))


def beginning(summary: str) -> str:
    """Return the first words of HTML."""
    text = without_tags(_CUT_TAG.sub("", summary[: LONGEST_BEGINNING * 40]))
    return shortened(tidy(Entities().decode(text)), LONGEST_BEGINNING)


def looks_like_html(text: str) -> bool:
    """Say whether a text whose kind nobody declares is HTML."""
    if "<" in text and _KNOWN_END.search(text):
        return True
    return "&" in text and _REFERENCE.search(text) is not None


def as_html(text: str) -> str:
    """Return plain text as HTML that shows the same."""
    return _CODE.sub("<br>", html.escape(text, quote=False))


def tidy(text: str) -> str:
    """Return text with single spaces and nothing that no person can see."""
    if text.isprintable() and "  " not in text:
        return text.strip()
    text = _MISREAD.sub(lambda sign: sign[0].encode("latin-1").decode("cp1252", "replace"), text)
    return _SPACES.sub(" ", _UNWANTED.sub("", text)).strip()


def shortened(text: str, longest: int) -> str:
    """Cut a text after a word, and show that it was cut."""
    if len(text) <= longest:
        return text
    cut = text[: longest - 1]
    words = cut.rpartition(" ")[0]
    return f"{(words if len(words) > longest // 2 else cut).rstrip()}…"
