"""Makes feeds and folders of the outlines of an OPML file, whoever read their tags."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from cmstation.domain.watch_errors import NotOpml, OpmlProblem

DEEPEST = 100
"""Elements inside each other; nobody files feeds that deep."""
MOST_OUTLINES = 100_000
FEED_KIND = "rss"
"""The kind that OPML gives to feeds of any format."""

KNOWN = frozenset({"text", "title", "type", "xmlurl", "htmlurl", "description", "language", "category"})

_FEED_KINDS = frozenset({"", "rss", "atom", "rdf", "feed", "json", "jsonfeed", "rss1", "rss2", "podcast"})
_NO_FEED_KINDS = frozenset({"link", "include"})


@dataclass(frozen=True, slots=True)
class OpmlFeed:
    """One feed of a list.

    Args:
        title: as the list shows it, "" when it has none.
        url: the address of the feed, as it stands.
        folders: their names from the top.
        site: the address of the page that the feed belongs to, "" when unknown.
        kind: what the list calls it, mostly "rss" for any format.
        others: what else the list says about it, in its order; a name of another vocabulary is written
            "{address of the vocabulary}name", and "title" is here when it is not what the list shows.
    """

    title: str
    url: str
    folders: tuple[str, ...] = ()
    site: str = ""
    kind: str = FEED_KIND
    description: str = ""
    language: str = ""
    categories: tuple[str, ...] = ()
    others: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class OpmlContents:
    """What was read from a list.

    Args:
        empty_folders: their paths; an entry with nothing but a text is one too.
        ignored: how many entries are no feeds: links to pages or to other lists, and what was commented out.
    """

    title: str
    feeds: tuple[OpmlFeed, ...]
    empty_folders: tuple[tuple[str, ...], ...] = ()
    ignored: int = 0


@dataclass(slots=True)
class _Element:
    name: str
    folder: str = ""
    is_page: bool = False
    is_muted: bool = False
    outlines: int = 0


@dataclass(slots=True)
class Outlines:
    """Collects outlines as their tags are met.

    Args:
        where: tells the line and the column that are being read.
    """

    where: Callable[[], tuple[int, int]]
    feeds: list[OpmlFeed] = field(default_factory=list[OpmlFeed])
    empty_folders: list[tuple[str, ...]] = field(default_factory=list[tuple[str, ...]])
    ignored: int = 0
    count: int = 0
    is_opml: bool = False
    _title: list[str] = field(default_factory=list[str])
    _open: list[_Element] = field(default_factory=list[_Element])
    _vocabularies: dict[str, str] = field(default_factory=dict[str, str])

    def begin(self, name: str, attributes: Iterable[tuple[str, str]]) -> None:
        """Take a start tag."""
        if len(self._open) >= DEEPEST:
            raise self.refused(OpmlProblem.TOO_DEEP)
        attributes = list(attributes)
        self._vocabularies |= {
            written[6:]: value for written, value in attributes if written.startswith("xmlns:") and value
        }
        element = _Element(_local(name).lower())
        if element.name == "opml":
            self.is_opml = True
        elif element.name == "outline":
            self._take(element, attributes)
        self._open.append(element)

    def end(self, name: str) -> None:
        """Take an end tag."""
        if not self._open or self._open[-1].name != _local(name).lower():
            raise self.refused(OpmlProblem.ILL_FORMED)
        element = self._open[-1]
        if element.name == "outline" and not element.outlines and not element.is_muted:
            if element.is_page:
                self.ignored += 1
            elif element.folder:
                self.empty_folders.append(self._path())
        self._open.pop()

    def words(self, text: str) -> None:
        """Take text between tags; only the title of the list has some."""
        if self._open and self._open[-1].name == "title" and len(self._open) <= 3:
            self._title.append(text)

    def finished(self) -> OpmlContents:
        """Return what was collected."""
        if self._open:
            raise self.refused(OpmlProblem.CUT_SHORT)
        if not self.is_opml and not self.count:
            raise NotOpml
        title = " ".join("".join(self._title).split())
        return OpmlContents(title, tuple(self.feeds), tuple(self.empty_folders), self.ignored)

    def refused(self, problem: OpmlProblem) -> NotOpml:
        """Return the error that says what is wrong here."""
        line, column = self.where()
        return NotOpml(problem, line=line, column=column)

    # --- private ------------------------------------------------------------------------------------------

    def _take(self, element: _Element, attributes: Sequence[tuple[str, str]]) -> None:
        self.count += 1
        if self.count > MOST_OUTLINES:
            raise self.refused(OpmlProblem.TOO_MANY)
        above = self._open[-1] if self._open else element
        above.outlines += above is not element
        said = _by_name(attributes)
        kind = said.get("type", "").strip()
        url = said.get("xmlurl", "").strip() or _plain_url(said, kind)
        element.is_muted = above.is_muted or said.get("iscomment", "").strip().lower() == "true"
        if element.is_muted or (not url and kind.lower() in _NO_FEED_KINDS):
            self.ignored += 1
            element.is_muted = element.is_muted or kind.lower() == "include"
            element.outlines += 1
        elif url:
            element.outlines += 1
            self.feeds.append(self._feed(url, kind, said, attributes))
        else:
            element.folder = said.get("text", "").strip() or said.get("title", "").strip()
            element.is_page = bool(said.get("htmlurl", "").strip() or kind)

    def _feed(
        self, url: str, kind: str, said: dict[str, str], attributes: Sequence[tuple[str, str]]
    ) -> OpmlFeed:
        text, title = said.get("text", "").strip(), said.get("title", "").strip()
        categories = (one.strip() for one in said.get("category", "").split(","))
        return OpmlFeed(
            title=text or title,
            url=url,
            folders=self._path(),
            site=said.get("htmlurl", "").strip(),
            kind=kind or FEED_KIND,
            description=said.get("description", ""),
            language=said.get("language", "").strip(),
            categories=tuple(one for one in categories if one),
            others=tuple(self._others(attributes, title if title != (text or title) else "", url)),
        )

    def _others(
        self, attributes: Sequence[tuple[str, str]], title: str, url: str
    ) -> Iterable[tuple[str, str]]:
        seen: set[str] = set()
        for written, value in attributes:
            name = self._full_name(written)
            lower = name.lower()
            if not name or lower in seen or (lower == "url" and value.strip() == url):
                continue
            seen.add(lower)
            if lower == "title" and title:
                yield "title", title
            elif lower not in KNOWN:
                yield name, value

    def _full_name(self, written: str) -> str:
        """Return the name with the address of its vocabulary, "" for a declaration."""
        prefix, colon, name = written.partition(":")
        if prefix == "xmlns":
            return ""
        if not colon:
            return written
        vocabulary = self._vocabularies.get(prefix, "")
        return f"{{{vocabulary}}}{name}" if vocabulary else name

    def _path(self) -> tuple[str, ...]:
        return tuple(one.folder for one in self._open if one.folder)


def _by_name(attributes: Iterable[tuple[str, str]]) -> dict[str, str]:
    said: dict[str, str] = {}
    for name, value in attributes:
        said.setdefault(name.lower(), value)
    return said


def _plain_url(said: dict[str, str], kind: str) -> str:
    """Return `url`, where some programs write the address of the feed, unless it leads to a page."""
    return said.get("url", "").strip() if kind.lower() in _FEED_KINDS else ""


def _local(name: str) -> str:
    return name.rpartition(":")[2]
