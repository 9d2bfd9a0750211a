"""Count a text as X does (twitter-text, third configuration)."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

import regex

from cmstation.domain.counting import links
from cmstation.domain.counting.domain_names import tld_end
from cmstation.domain.counting.emoji import sequences
from cmstation.domain.counting.graphemes import without_surrogates

LIMIT = 280
URL_WEIGHT = 23
EMOJI_WEIGHT = 2
_LONGEST_URL = 4096
_LONGEST_SHORT_CODE = 40
_LONGEST_LABEL = 63

# What weighs one; all else weighs two.
_HEAVY = re.compile("[^\0-\u10ff\u2000-\u200d\u2010-\u201f\u2032-\u2037]+")
FORBIDDEN = re.compile(f"[{links.NON_CHARACTERS}]")
_LONG_MARKS = regex.compile(r"\p{M}{257,}")
_MARKS_AT_ONCE = 256

_CYRILLIC = "\u0400-\u04ff"
_PATH_END = f"A-Za-z0-9{_CYRILLIC}{links.ACCENTED}+=_#/\\-"
_PATH_LOOSE = r"!*';:,.$%\[\]\u2013~@|&"
_GROUP = links.parenthesis(f"[{_PATH_END}{_PATH_LOOSE}]")
_QUERY_END = "A-Za-z0-9_&=#/\\-"
_QUERY = rf"(?:\?(?:[!?*'@();:+$%\[\].,~|]*+[{_QUERY_END}]++)++)?"
_RULES = links.rules(
    ("http", "https"),
    rf"!'#%&()*+,\\/:;<=>?@\[\]^{{|}}~${links.SPACES}{links.NON_CHARACTERS}{links.DIRECTIONS}",
    "[Xx][Nn]--[-0-9A-Za-z]+",
    rf"(?::[0-9]+)?{links.path_pattern(f'[{_PATH_LOOSE}]', f'[{_PATH_END}]', _GROUP, _GROUP)}{_QUERY}",
)
_SHORTENED = re.compile(rf"[Hh][Tt][Tt][Pp][Ss]?://[Tt]\.[Cc][Oo]/([A-Za-z0-9]+){_QUERY}")
_LATIN_LABEL = re.compile(f"[-A-Za-z0-9{links.ACCENTED}]+")
_LATIN_DOMAIN = re.compile(rf"(?:{_LATIN_LABEL.pattern}\.)+[^.]+")
_DOT_ALIKE = re.compile("[.\u3002\uff0e\uff61]")
_GLUE_BEFORE = "-_./"


@dataclass(frozen=True, slots=True)
class Span:
    """A part of the text that weighs as a whole."""

    start: int
    end: int
    weight: int


def weighted_length(text: str) -> int:
    """Return the weight of a text; X takes 280."""
    ready = normalised(text)
    return weigh(ready, spans(ready))


def is_valid(text: str, limit: int = LIMIT) -> bool:
    """Tell whether X would take the text: neither empty nor too long, no forbidden character."""
    ready = normalised(text)
    return 0 < weigh(ready, spans(ready)) <= limit and FORBIDDEN.search(ready) is None


def normalised(text: str) -> str:
    """Return the text as X reads it before it counts."""
    clean = without_surrogates(text)
    if clean.isascii():
        return clean
    # Composing sorts neighbouring marks in quadratic time: a hostile row of them is done in pieces.
    pieces: list[str] = []
    done = 0
    for row in _LONG_MARKS.finditer(clean):
        for cut in range(row.start() + _MARKS_AT_ONCE, row.end(), _MARKS_AT_ONCE):
            pieces.append(unicodedata.normalize("NFC", clean[done:cut]))
            done = cut
    pieces.append(unicodedata.normalize("NFC", clean[done:]))
    return "".join(pieces)


def weigh(text: str, wholes: Iterable[Span]) -> int:
    """Return the weight of a normalised text, given its links and emoji."""
    total = done = 0
    for span in wholes:
        total += plain_weight(text[done : span.start]) + span.weight
        done = span.end
    return total + plain_weight(text[done:])


def plain_weight(text: str) -> int:
    """Return the weight of the characters one by one, whatever they form."""
    if text.isascii():
        return len(text)
    return len(text) + sum(map(len, _HEAVY.findall(text)))


def spans(text: str) -> list[Span]:
    """Return the links and the emoji of several code points, in order, in a normalised text."""
    found: list[Span] = []
    done = 0
    for start, end in urls(text):
        found += _emoji(text, done, start)
        found.append(Span(start, end, URL_WEIGHT))
        done = end
    return found + _emoji(text, done, len(text))


def urls(text: str) -> list[tuple[int, int]]:
    """Return where the links of a normalised text begin and end."""
    found: list[tuple[int, int]] = []
    for link in links.find(text, _RULES):
        domain = text[link.domain_start : link.domain_end]
        if not _fits(text, link) or not _labels_fit(domain):
            continue
        found += _with_scheme(text, link) if link.scheme else _without_scheme(text, link, domain)
    return found


def _emoji(text: str, start: int, end: int) -> list[Span]:
    return [Span(start + one, start + two, EMOJI_WEIGHT) for one, two in sequences(text[start:end])]


def _with_scheme(text: str, link: links.Link) -> list[tuple[int, int]]:
    short = _SHORTENED.match(text, link.start, link.end)
    if short is None:
        return [(link.start, link.end)]
    return [short.span()] if len(short.group(1)) <= _LONGEST_SHORT_CODE else []


def _without_scheme(text: str, link: links.Link, domain: str) -> list[tuple[int, int]]:
    """Without a scheme only the names in Latin letters count, and what follows belongs to the last one."""
    if link.start > 0 and text[link.start - 1] in _GLUE_BEFORE:
        return []
    found: list[tuple[int, int]] = []
    done = 0
    for name in (domain[start:end] for start, end in latin_domains(domain)):
        # The library looks the name up from where it stopped, and this may be earlier than where it was read.
        start = domain.find(name, done)
        done = start + len(name)
        found.append((link.start + start, link.start + done))
    if found and link.has_path:
        found[-1] = (found[-1][0], found[-1][1] + link.end - link.domain_end)
    return found


def _fits(text: str, link: links.Link) -> bool:
    # The network counts the scheme twice here, and counts as UTF-16 does.
    size = link.end - link.start
    if size < _LONGEST_URL // 3:
        return True
    if size > _LONGEST_URL:
        return False
    astral = sum(letter > "\uffff" for letter in text[link.start : link.end])
    return size + astral + len(link.scheme or "https://") <= _LONGEST_URL


def _labels_fit(domain: str) -> bool:
    if len(domain) <= _LONGEST_LABEL and domain.isascii() and not domain.startswith("xn--"):
        return True
    if domain.startswith("xn--") and not latin_domains(domain):
        return False
    return all(0 < _encoded_length(label) <= _LONGEST_LABEL for label in domain.split("."))


def _encoded_length(label: str) -> int:
    if label.isascii() or len(label) > _LONGEST_LABEL:
        return len(label)
    parts = _DOT_ALIKE.split(label)
    return len(parts) - 1 + sum(len(part) if part.isascii() else _punycode_length(part) for part in parts)


def _punycode_length(part: str) -> int:
    return len("xn--") + len(part.encode("punycode"))


def latin_domains(domain: str) -> list[tuple[int, int]]:
    """Return the names in Latin letters that a domain name holds, which may hold other scripts besides."""
    if _LATIN_DOMAIN.fullmatch(domain):
        return [(0, len(domain))]
    labels = domain.split(".")
    ends = [place for place, letter in enumerate(domain) if letter == "."]
    tlds = [tld_end(domain, end + 1, _RULES.encoded) for end in ends]
    reach = _latin_reach(labels, tlds)
    found: list[tuple[int, int]] = []
    done = place = 0
    while place < len(ends):
        start = _latin_start(domain, done if place == 0 else max(done, ends[place - 1] + 1), ends[place])
        last = max(reach[place + 1], place if tlds[place] >= 0 else -1)
        if start < ends[place] and last >= 0:
            done = tlds[last]
            found.append((start, done))
            place = last
        place += 1
    return found


def _latin_reach(labels: list[str], tlds: list[int]) -> list[int]:
    reach = [-1] * (len(tlds) + 1)
    for place in range(len(tlds) - 1, -1, -1):
        if _LATIN_LABEL.fullmatch(labels[place]):
            reach[place] = reach[place + 1] if reach[place + 1] >= 0 else (place if tlds[place] >= 0 else -1)
    return reach


def _latin_start(domain: str, start: int, end: int) -> int:
    place = end
    while place > start and _LATIN_LABEL.match(domain[place - 1]):
        place -= 1
    return place
