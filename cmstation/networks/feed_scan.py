"""Finds the entries of a feed and their elements, in markup that may be broken anywhere."""

import re
from dataclasses import dataclass, field
from enum import Enum

from cmstation.networks.feed_bounds import MOST_ITEMS
from cmstation.networks.feed_names import GROUP, HOLDERS, ITEM, NESTED, ROOT, TEXTS, Names

# Every repetition is possessive and stops at the next "<" or at a fixed mark: time grows with length only.
_VERBATIM = r"!\[CDATA\[([^\]]*+(?:\](?!\]>)[^\]]*+)*+)\]\]>"
TOKEN = re.compile(
    rf"""
    <(?:
        ([A-Za-z_][\w:.-]*+)                                        # 1 a tag's name
        ((?:[^<>"']++|"[^"<]*+"|'[^'<]*+')*+)>                      # 2 its attributes
        (?:([^<]*+)</\1\s*+>|\s*+<{_VERBATIM}\s*+</\1\s*+>)?+       # 3 or 4 its whole content
      | /([A-Za-z_][\w:.-]*+)\s*+>                                  # 5 the end of an element
      | !\[CDATA\[[^\]]*+(?:\](?!\]>)[^\]]*+)*+(?:\]\]>|\Z)
      | !--[^-]*+(?:-(?!->)[^-]*+)*+(?:-->|\Z)
      | \?[^<>]*+>
    )""",
    re.VERBOSE,
)
_PATIENT = 2
# Written without an end by some, and complete without it when the attribute is there.
_VOID = {"link": "href", "enclosure": "url"}


class Writing(Enum):
    """How the content of an element is written."""

    ESCAPED = "escaped"
    VERBATIM = "verbatim"
    MIXED = "mixed"
    MARKUP = "markup"


# The meaning of the element, its attributes as written, its content as written, and how.
Field = tuple[str, str, str, Writing]


@dataclass(slots=True)
class RawItem:
    """An entry as it is written.

    Args:
        attributes: of its own tag.
        closed: whether its end was found.
    """

    attributes: str
    fields: list[Field] = field(default_factory=lambda: [])
    closed: bool = False


@dataclass(slots=True)
class _Open:
    """An element whose end is looked for.

    Args:
        begins: where its content begins.
        texts: whether the content is kept, rather than searched for other elements.
        another: where another known element begins inside; -1 before one is seen.
    """

    tag: str
    meaning: str
    attributes: str
    begins: int
    texts: bool
    depth: int = 0
    tags: bool = False
    another: int = -1


class Scan:
    """Read a document from its root on.

    Args:
        text: the whole document.
        names: what its tags mean.

    Attributes:
        items, feed: the elements of the entries, and those outside of them.
        roots: the attributes of what surrounds the entries.
        root_closed: whether the document was read to its end.
        faulty: whether something was broken.
    """

    def __init__(self, text: str, names: Names) -> None:
        self.items: list[RawItem] = []
        self.feed: list[Field] = []
        self.roots: list[str] = []
        self.faulty = False
        # What surrounds elements, as written: a picture inside a text may have an <rdf:RDF> of its own.
        self._around: set[str] = set()
        self._root = ""
        self._text = text
        self._names = names
        self._item: RawItem | None = None
        self._fields = self.feed
        self._open: _Open | None = None
        # Falls each time that an element swallowed what follows it: first unknown elements are no longer
        # waited for, then none. So nothing is read more than three times.
        self._patience = _PATIENT
        self._patience_outside = _PATIENT
        self.root_closed = False

    def run(self, position: int) -> None:
        """Read everything; what is broken is read again in another way, at most once."""
        while position >= 0:
            position = self._run_from(position)
            if position < 0 and self._open:
                position = self._never_closed(len(self._text))
        if self._item:
            self._end_item(closed=False)
        if not self.root_closed and len(self.items) < MOST_ITEMS:
            self.faulty = True

    def _run_from(self, position: int) -> int:
        """Read on from a place; return where to read again, -1 at the end."""
        names, escaped, verbatim = self._names, Writing.ESCAPED, Writing.VERBATIM
        for token in TOKEN.finditer(self._text, position):
            tag, attributes, plain, cdata, end = token.groups()
            if self._open is not None:
                again = self._ended(end, token.start()) if tag is None else self._inside(self._open, token)
                if again >= 0:
                    return again
            elif plain is not None or cdata is not None:
                meaning = names[tag] if "xmlns" not in attributes else names.local(tag, attributes)
                if not meaning:
                    continue
                if meaning[0] == "<":
                    self._keep_empty(meaning, attributes)
                elif plain is None:
                    self._fields.append((meaning, attributes, cdata, verbatim))
                else:
                    self._fields.append((meaning, attributes, plain, escaped))
            elif tag is not None:
                self._began(tag, attributes, token.end())
            elif end is not None:
                self._ended_around(end)
                if len(self.items) >= MOST_ITEMS:
                    break
        return -1

    def _keep_empty(self, meaning: str, attributes: str) -> None:
        if meaning == ITEM and attributes and len(self.items) < MOST_ITEMS:
            self.items.append(RawItem(attributes, closed=True))

    def _began(self, tag: str, attributes: str, after: int) -> None:
        names = self._names
        meaning = names[tag] if "xmlns" not in attributes else names.local(tag, attributes)
        empty = attributes.endswith("/")
        if meaning == ITEM:
            if not empty:
                self._around.add(tag)
                self._begin_item(attributes)
        elif meaning == ROOT:
            self._root = self._root or tag
            self.roots.append(attributes)
            self._around.add(tag)
        elif meaning == GROUP:
            pass
        elif empty or meaning == "media:content" or _VOID.get(meaning, ">") in attributes:
            self.faulty = self.faulty or not (empty or meaning == "media:content")
            if meaning:
                self._fields.append((meaning, attributes, "", Writing.ESCAPED))
        elif meaning in TEXTS:
            self._open = _Open(tag, meaning, attributes, after, texts=True)
        elif self._patience == _PATIENT or (self._patience and meaning in HOLDERS):
            self._open = _Open(tag, meaning, attributes, after, texts=False)

    def _inside(self, outer: _Open, token: re.Match[str]) -> int:
        tag, attributes, plain, cdata, _ = token.groups()
        meaning = self._names[tag]
        whole = plain is not None or cdata is not None
        if meaning == ITEM and not whole and (tag in self._around or not self.items):
            return self._never_closed(token.start())
        if tag == outer.tag and not whole and not attributes.endswith("/"):
            outer.depth += 1
        if outer.texts:
            outer.tags = True
            if meaning and outer.another < 0:
                outer.another = token.start()
                if self._patience < _PATIENT:
                    return self._never_closed(token.start())
        elif whole:
            nested = NESTED.get(f"{outer.meaning}/{meaning}")
            if nested and outer.depth == 0:
                writing = Writing.VERBATIM if plain is None else Writing.ESCAPED
                self._fields.append((nested, attributes, plain or cdata or "", writing))
        return -1

    def _ended(self, tag: str | None, at: int) -> int:
        outer = self._open
        if outer is None or tag is None:
            return -1
        if tag == outer.tag or tag.lower() == outer.tag.lower():
            if outer.depth:
                outer.depth -= 1
            else:
                self._open = None
                self.faulty = self.faulty or tag != outer.tag
                if outer.texts:
                    self._keep(outer, at)
        elif tag in self._around:
            return self._never_closed(at)
        return -1

    def _ended_around(self, tag: str) -> None:
        meaning = self._names[tag]
        if meaning == ITEM and self._item:
            self._end_item(closed=True)
        elif meaning == ROOT:
            self.root_closed = tag == self._root
            if self._item:
                self._end_item(closed=False)
        elif meaning not in {GROUP, "media:content"}:
            self.faulty = True

    def _never_closed(self, at: int) -> int:
        """Give up waiting for the end of an element: return where to read again."""
        outer = self._open
        self.faulty = True
        self._open = None
        if outer is None:
            return at
        self._patience = max(self._patience - 1, 0)
        if not outer.texts:
            return outer.begins
        if outer.another >= 0:
            at = outer.another
            outer.tags = TOKEN.search(self._text, outer.begins, at) is not None
        self._keep(outer, at)
        return at

    def _keep(self, outer: _Open, until: int) -> None:
        content = self._text[outer.begins : until]
        writing = Writing.MARKUP if outer.tags else Writing.MIXED
        self._fields.append((outer.meaning, outer.attributes, content, writing))

    def _begin_item(self, attributes: str) -> None:
        if self._item:
            self._end_item(closed=False)
        else:
            self._patience_outside = self._patience
        self._item = RawItem(attributes)
        self._fields = self._item.fields
        self._patience = _PATIENT

    def _end_item(self, *, closed: bool) -> None:
        item = self._item
        if item and len(self.items) < MOST_ITEMS:
            item.closed = closed
            self.faulty = self.faulty or not closed
            self.items.append(item)
        self._item = None
        self._fields = self.feed
        self._patience = self._patience_outside
