"""Find links as X and Mastodon do: both read domain names by the same grammar, with rules of their own."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import regex

from cmstation.domain.counting.domain_names import tld_end

# Latin letters with marks, as the grammar lists them.
ACCENTED = (
    "\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0253\u0254\u0256\u0257\u0259\u025b\u0263\u0268\u026f\u0272"
    "\u0289\u028b\u02bb\u0300-\u036f\u1e00-\u1eff"
)
SPACES = "\t-\r \u0085\u00a0\u1680\u180e\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
DIRECTIONS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
NON_CHARACTERS = "\ufffe\ufeff\uffff"
# What may not stand right before a link.
_BEFORE = f"A-Za-z0-9@＠$#＃{NON_CHARACTERS}"
_BEFORE_LINK = re.compile(f"[^{_BEFORE}]")
_DOT = re.compile(r"\.")
_GLUE = "_-"
_SHORTEST = len("a.fr")


@dataclass(frozen=True, slots=True)
class LinkRules:
    """What differs between the two networks.

    Args:
        schemes: what may stand before `://`, in small letters.
        run: a row of the characters that domain names are made of, dots and glue included.
        first: one such character at which a link may begin.
        encoded: what is taken for a top-level domain in punycode.
        tail: port, path (a named group) and query after the domain name; matches always, perhaps nothing.
    """

    schemes: tuple[str, ...]
    run: re.Pattern[str]
    first: re.Pattern[str]
    encoded: re.Pattern[str]
    tail: regex.Pattern[str]


@dataclass(frozen=True, slots=True)
class Link:
    """What the grammar found; a network may still refuse it.

    Args:
        start, end: the whole link with its scheme.
        domain_start, domain_end: the domain name in it.
        scheme: as written with `://`, empty when the link has none.
        has_path: whether a path follows the domain name.
    """

    start: int
    end: int
    domain_start: int
    domain_end: int
    scheme: str
    has_path: bool


def rules(schemes: tuple[str, ...], barred: str, encoded: str, tail: str) -> LinkRules:
    """Prepare rules.

    Args:
        barred: what a domain name cannot hold, as the inside of a character class, without dot and glue.
    """
    return LinkRules(
        schemes,
        re.compile(f"[^{barred}]+"),
        re.compile(f"(?<![{_BEFORE}])[^{barred}._-]"),
        re.compile(encoded),
        regex.compile(tail),
    )


def find(text: str, given: LinkRules) -> Iterator[Link]:
    """Yield what the grammar finds, from left to right, without overlap."""
    if "." not in text:
        return
    done = 0
    for run in given.run.finditer(text):
        start, end = run.span()
        if end <= done or end - start < _SHORTEST or text.find(".", start, end) < 0:
            continue
        labels = _Labels(text, start, end, given)
        while (link := labels.next_link(done)) is not None:
            yield link
            done = link.end


class _Labels:
    """The parts between the dots of one row, and from which of them a domain name can be read on."""

    def __init__(self, text: str, start: int, end: int, given: LinkRules) -> None:
        self._text = text
        self._rules = given
        self._start = start
        dots = [dot.start() for dot in _DOT.finditer(text, start, end)]
        self._ends = dots
        self._starts = [start, *(dot + 1 for dot in dots[:-1])]
        self._tlds = [tld_end(text, dot + 1, given.encoded) for dot in dots]
        self._reach = self._read_reach()
        self._current = 0

    def next_link(self, done: int) -> Link | None:
        """Return the first link of the row that begins after what is done."""
        while self._current < len(self._ends):
            place = self._current
            if self._ends[place] > done:
                if place == 0 and (link := self._with_scheme(done)) is not None:
                    return link
                if (link := self._without_scheme(place, done)) is not None:
                    return link
            self._current += 1
        return None

    def _read_reach(self) -> list[int]:
        """For each whole label: the last label that a name begun there can hold, or -1."""
        reach = [-1] * len(self._ends)
        if max(self._tlds, default=-1) < 0:
            self._current = len(self._ends)
            return reach
        after = -1
        for place in range(len(self._ends) - 1, -1, -1):
            start, end = self._starts[place], self._ends[place]
            whole = start < end and self._text[start] not in _GLUE and self._text[end - 1] not in _GLUE
            if not whole:
                after = -1
            elif after < 0:
                last = self._tlds[place] >= 0 and self._text.find("_", start, end) < 0
                after = place if last else -1
            reach[place] = after
        return reach

    def _with_scheme(self, done: int) -> Link | None:
        text, start = self._text, self._start
        if self._reach[0] < 0 or not text.startswith("://", max(start - 3, 0)):
            return None
        for scheme in self._rules.schemes:
            begin = start - 3 - len(scheme)
            if begin < done or text[begin : start - 3].lower() != scheme:
                continue
            if begin == 0 or (begin > done and _BEFORE_LINK.match(text, begin - 1)):
                return self._link(begin, start, self._reach[0])
        return None

    def _without_scheme(self, place: int, done: int) -> Link | None:
        text, end = self._text, self._ends[place]
        begin = max(self._starts[place], done + 1 if done else 0)
        if begin >= end or text[end - 1] in _GLUE:
            return None
        last = self._reach[place + 1] if place + 1 < len(self._ends) else -1
        if last < 0:
            if self._tlds[place] < 0:
                return None
            last = place
            begin = max(begin, text.rfind("_", begin, end) + 1)
        first = self._rules.first.search(text, begin, end)
        if first is not None and first.start() == 0:
            # At the very start, the first letter is rather taken for what stands before the link.
            first = self._rules.first.match(text, 1, end) or first
        return None if first is None else self._link(first.start(), first.start(), last)

    def _link(self, begin: int, domain: int, last: int) -> Link:
        end = self._tlds[last]
        tail = self._rules.tail.match(self._text, end)
        path = tail is not None and tail.group("path") is not None
        whole = end if tail is None else tail.end()
        return Link(begin, whole, domain, end, self._text[begin:domain], path)


def path_pattern(loose: str, ending: str, group: str, ending_group: str) -> str:
    """Write the path of a link: it may run on, but ends with an ending character or a whole parenthesis.

    Args:
        loose: a character class: what may stand inside but not at the end.
        ending: a character class: what may also stand at the end.
        group: a parenthesis that may stand inside.
        ending_group: a parenthesis that may end the path.
    """
    inside = f"(?:{loose}++|(?!{ending_group}){group})*+"
    return f"(?P<path>/(?:{inside}(?:{ending}++|{ending_group}))*+)?"


def parenthesis(inside: str) -> str:
    """Write a closed parenthesis that may hold one more.

    Args:
        inside: a character class.
    """
    return rf"\((?:{inside}++|{inside}*+\({inside}++\){inside}*+)\)"
