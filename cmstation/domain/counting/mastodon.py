"""Count a text as Mastodon does (its status length validator)."""

import encodings.idna
import re
import stringprep
from dataclasses import dataclass

import regex

from cmstation.domain.counting import graphemes, links

LIMIT = 500
URL_LENGTH = 23
_LONGEST_URL = 4096
_LONGEST_SHORT_CODE = 40
_LONGEST_DOMAIN = 253
_LONGEST_LABEL = 63

_SCHEMES = ("https", "http", "dat", "dweb", "ipfs", "ipns", "ssb", "gopher", "gemini")
_WHITE = "\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_BEYOND_ASCII = "\u00a0-\ud7ff\ue000-\ufdcf\ufdf0-\uffef" + "".join(
    f"{chr(plane << 16 | (0x1000 if plane == 0xE else 0))}-{chr(plane << 16 | 0xFFFD)}"
    for plane in range(1, 0x11)
)
# A path may hold anything but spaces, angles, parentheses and the question mark.
_PATH_LOOSE = "!*\"'「」;:=,.$%\\[\\]~&|@"
_PATH_END = rf"[^{_WHITE}<>()?{_PATH_LOOSE}]"
_PATH_ANY = f"[^{_WHITE}<>()?]"
# The parenthesis that ends a path is read by older, narrower rules than one inside the path.
_OLD_GROUP = links.parenthesis(
    rf"[a-zA-Z\p{{Script=Cyrillic}}0-9!*';:=+,.$/%#\[\]\p{{Pd}}_~&|@{links.ACCENTED}]"
)
_GROUP = links.parenthesis(_PATH_ANY)
_QUERY_END = rf"a-zA-Z0-9_&=#/\-{_BEYOND_ASCII}"
_QUERY = rf"(?:\?(?:[!?*'();:+$%\[\].,~|@^]*+[{_QUERY_END}]++)++)?"
_RULES = links.rules(
    _SCHEMES,
    rf"!\"#$%&'()*+,/:;<=>?@\[\]^`{{|}}~\0-\x1f\x7f{links.SPACES}{links.NON_CHARACTERS}{links.DIRECTIONS}",
    "[Xx][Nn]--[0-9A-Za-z]+",
    f"(?::[0-9]+)?{links.path_pattern(f'[{_PATH_LOOSE}]', _PATH_END, _GROUP, _OLD_GROUP)}{_QUERY}",
)
_SHORTENED = re.compile("https?://t\\.co/([a-z0-9]+)", re.IGNORECASE | re.ASCII)
_DOT_ALIKE = re.compile("[.\u3002\uff0e\uff61]")

_WORD = r"[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}]"
_NAME = "[A-Za-z0-9_]+(?:[.-]+[A-Za-z0-9_]+)*"
_MENTION = regex.compile(rf"(?<!{_WORD}|[=/])@(?P<name>{_NAME})(?:@(?P<domain>{_WORD}+(?:[.-]+{_WORD}+)*))?")
_NOT_AFTER_MENTION = re.compile(f"[@＠{links.ACCENTED}]|://")


@dataclass(frozen=True, slots=True)
class Span:
    """A part of the text that counts as something shorter.

    Args:
        counted: what stands in its place when the text is counted.
    """

    start: int
    end: int
    counted: str


def length(text: str, spoiler_text: str = "", url_length: int = URL_LENGTH) -> int:
    """Count the characters of a post and of its content warning; 500 on most servers."""
    counted = countable(graphemes.without_surrogates(text), url_length)
    return graphemes.length(graphemes.without_surrogates(spoiler_text) + counted)


def countable(text: str, url_length: int = URL_LENGTH) -> str:
    """Return the text with each link and each remote mention as short as they count."""
    pieces: list[str] = []
    done = 0
    for span in spans(text, url_length):
        pieces += (text[done : span.start], span.counted)
        done = span.end
    return "".join((*pieces, text[done:]))


def spans(text: str, url_length: int = URL_LENGTH) -> list[Span]:
    """Return the links and the mentions, in order, without overlap."""
    placeholder = "x" * url_length
    found = [Span(start, end, placeholder) for start, end in urls(text)] + _mentions(text)
    found.sort(key=lambda span: span.start)
    kept: list[Span] = []
    for span in found:
        if not kept or kept[-1].end <= span.start:
            kept.append(span)
    return kept


def urls(text: str) -> list[tuple[int, int]]:
    """Return where links begin and end; only links with a scheme count."""
    if ":" not in text:
        return []
    found: list[tuple[int, int]] = []
    for link in links.find(text, _RULES):
        if not link.scheme:
            continue
        end = link.end
        if (short := _SHORTENED.match(text, link.start, end)) is not None:
            if len(short.group(1)) > _LONGEST_SHORT_CODE:
                continue
            end = short.end()
        if _fits(end - link.start, text[link.domain_start : link.domain_end]):
            found.append((link.start, end))
    return found


def _mentions(text: str) -> list[Span]:
    if "@" not in text:
        return []
    found: list[Span] = []
    for mention in _MENTION.finditer(text):
        if _NOT_AFTER_MENTION.match(text, mention.end()) or len(mention["domain"] or "") > _LONGEST_DOMAIN:
            continue
        found.append(Span(*mention.span(), f"@{mention['name']}"))
    return found


def _fits(size: int, domain: str) -> bool:
    if size > _LONGEST_URL:
        return False
    try:
        encoded = [_encoded(label) for label in _DOT_ALIKE.split(domain)]
    except UnicodeError:
        return False
    return size + max(len(".".join(encoded)) - len(domain), 0) <= _LONGEST_URL


def _encoded(label: str) -> str:
    """Encode one label for the domain name system, by the standard of 2003 that the servers use.

    Raises:
        UnicodeError: the label cannot be encoded.
    """
    if not label.isascii() and any(map(stringprep.in_table_a1, encodings.idna.nameprep(label))):
        raise UnicodeError
    return encodings.idna.ToASCII(label).decode("ascii")
