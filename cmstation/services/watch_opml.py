"""Takes the lists of other feed readers (OPML) and gives ours: folders are lists, both ways without loss."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, TypeAlias, cast

from cmstation.domain import opml
from cmstation.domain.changes import Changes
from cmstation.domain.clock import Clock
from cmstation.domain.errors import NotFound
from cmstation.domain.networks import Json
from cmstation.domain.opml_outlines import FEED_KIND, OpmlFeed
from cmstation.domain.watch import Source, SourceKind, WatchList
from cmstation.domain.web_addresses import LONGEST, is_web
from cmstation.services.done import Done
from cmstation.services.preferences import Preferences
from cmstation.services.watch_lists import CHANGED, ListBook
from cmstation.storage.database import Database
from cmstation.storage.one_transaction import one_transaction
from cmstation.storage.settings import Settings
from cmstation.storage.watch_lists import WatchLists
from cmstation.storage.watch_sources import WatchSources

PROGRAM: Final = "CM Station"
# What OPML says of a feed and we have no use for, so that it can be given on: by source.
_SAID: Final = "watch_opml"
# The address of a mailbox names a person, and leads nowhere without a password: neither given nor taken.
_PRIVATE: Final = (SourceKind.PAPER, SourceKind.MAILBOX)
_OWN_KINDS: Final = {kind.value: kind for kind in SourceKind if kind not in (SourceKind.FEED, *_PRIVATE)}

Path: TypeAlias = tuple[str, ...]


class OpmlRefusal(StrEnum):
    """Why one feed of a file cannot be taken."""

    NOT_WEB = "not_web"
    TOO_LONG = "too_long"


@dataclass(frozen=True, slots=True)
class OpmlLine:
    """A feed of a file.

    Args:
        place: among the feeds of the file, from 1.
        address: as it would be stored.
        known: the source that it is, when it is watched already.
        refusal: None when it can be taken.
    """

    place: int
    title: str
    kind: SourceKind
    address: str = field(repr=False)
    folders: Path = ()
    known: int | None = None
    refusal: OpmlRefusal | None = None
    feed: OpmlFeed | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class OpmlPreview:
    """What taking a file would do; nothing is done yet.

    Args:
        lines: every feed; one that is in two folders comes twice.
        new_lists: paths of the lists that would be made, folders and name.
        ignored: how many entries are no feeds.
    """

    title: str
    lines: tuple[OpmlLine, ...]
    new_lists: tuple[Path, ...] = ()
    empty_lists: tuple[Path, ...] = ()
    ignored: int = 0

    @property
    def added(self) -> tuple[OpmlLine, ...]:
        """Return the feeds that are new, each once."""
        new = {(line.kind, line.address): line for line in reversed(self.lines) if _is_new(line)}
        return tuple(sorted(new.values(), key=lambda line: line.place))

    @property
    def known(self) -> tuple[OpmlLine, ...]:
        """Return those that are watched already."""
        return tuple(line for line in self.lines if line.known is not None)

    @property
    def refused(self) -> tuple[OpmlLine, ...]:
        """Return those that cannot be taken."""
        return tuple(line for line in self.lines if line.refusal is not None)


@dataclass(frozen=True, slots=True)
class OpmlReport:
    """What taking a file did.

    Args:
        added, known: sources.
        lists: those that were made.
    """

    added: tuple[int, ...] = ()
    known: tuple[int, ...] = ()
    refused: tuple[OpmlLine, ...] = ()
    lists: tuple[int, ...] = ()


class OpmlExchange:
    """Reads and writes lists of feeds."""

    def __init__(
        self,
        database: Database,
        lists: ListBook,
        settings: Settings,
        preferences: Preferences,
        clock: Clock,
    ) -> None:
        self._database = database
        self._lists = lists
        self._settings = settings
        self._preferences = preferences
        self._clock = clock

    def read(self, data: bytes) -> OpmlPreview:
        """Look at a file.

        Raises:
            NotOpml: it is no list of feeds, or broken.
        """
        contents = opml.contents(data)
        known = {(source.kind, source.address): source.id for source, _ in WatchSources(self._database).all()}
        lines = tuple(_line(place, feed, known) for place, feed in enumerate(contents.feeds, 1))
        there = {_path(one) for one in self._lists.all()}
        wanted = dict.fromkeys(line.folders for line in lines if line.folders and line.refusal is None)
        empty = tuple(path for path in dict.fromkeys(contents.empty_folders) if path)
        new = tuple(path for path in dict.fromkeys((*wanted, *empty)) if path not in there)
        return OpmlPreview(contents.title, lines, new, empty, contents.ignored)

    def take(self, preview: OpmlPreview) -> Done[OpmlReport]:
        """Add what a file brings: all of it that can be taken, or nothing."""
        before = {one.id: one.sources for one in self._lists.all()}
        with one_transaction(self._database) as joined:
            taking = _Taking(joined, Settings(joined), self._clock)
            report = taking.take(preview)
        for list_ in taking.changed:
            self._lists.follow(list_)
        return Done(report, CHANGED, lambda: self._take_back(report, before, taking.changed))

    def write(self) -> bytes:
        """Write all sources that OPML can name; a list is a folder."""
        sources = {source.id: source for source, _ in WatchSources(self._database).all()}
        said = _said(self._settings)
        feeds: list[OpmlFeed] = []
        empty: list[Path] = []
        in_a_list: set[int] = set()
        for one in self._lists.all():
            there = [sources[source] for source in one.sources if source in sources]
            in_a_list |= {source.id for source in there}
            told = [_feed(source, _path(one), said) for source in there if _can_be_told(source)]
            feeds += told
            if not told:
                empty.append(_path(one))
        alone = [source for source in sources.values() if source.id not in in_a_list and _can_be_told(source)]
        feeds += [_feed(source, (), said) for source in alone]
        title = self._preferences.clinic() or PROGRAM
        return opml.write(feeds, title=title, created=self._clock.now(), empty_folders=empty)

    def left_out(self) -> int:
        """Return how many mailboxes `write` leaves out."""
        return sum(source.kind is SourceKind.MAILBOX for source, _ in WatchSources(self._database).all())

    def _take_back(
        self, report: OpmlReport, before: Mapping[int, tuple[int, ...]], changed: Iterable[int]
    ) -> Changes:
        sources, lists = WatchSources(self._database), WatchLists(self._database)
        for list_ in report.lists:
            lists.remove(list_)
        for source in report.added:
            sources.remove(source, self._clock.now())
        present = {source.id for source, _ in sources.all()}
        for list_ in changed:
            if list_ not in before:
                continue
            try:
                lists.set_sources(list_, [one for one in before[list_] if one in present])
                self._lists.follow(list_)
            except NotFound:
                continue  # removed since
        return CHANGED


class _Taking:
    """One file being taken, within one transaction."""

    def __init__(self, joined: Database, settings: Settings, clock: Clock) -> None:
        self._sources = WatchSources(joined)
        self._lists = WatchLists(joined)
        self._settings = settings
        self._now = clock.now()
        self.changed: list[int] = []

    def take(self, preview: OpmlPreview) -> OpmlReport:
        """Add sources, lists and places in them."""
        before = {source.id for source, _ in self._sources.all()}
        taken: dict[int, OpmlLine] = {}
        wanted: dict[Path, list[int]] = {path: [] for path in preview.empty_lists}
        for line in preview.lines:
            if line.refusal is not None:
                continue
            source = self._sources.add(
                line.kind,
                line.address,
                self._now,
                own_title=line.title,
                site="" if line.feed is None else line.feed.site,
            ).id
            taken.setdefault(source, line)
            if line.folders:
                wanted.setdefault(line.folders, []).append(source)
        made = self._put(wanted)
        self._remember({source: line for source, line in taken.items() if source not in before})
        return OpmlReport(
            added=tuple(source for source in taken if source not in before),
            known=tuple(source for source in taken if source in before),
            refused=preview.refused,
            lists=made,
        )

    def _put(self, wanted: Mapping[Path, Sequence[int]]) -> tuple[int, ...]:
        there = {_path(one): one for one in reversed(self._lists.all())}
        made: list[int] = []
        for path, sources in wanted.items():
            found = there.get(path)
            if found is None:
                made.append(self._lists.add(path[-1], folder=path[:-1], sources=sources).id)
                self.changed.append(made[-1])
            elif set(sources) - set(found.sources):
                self._lists.set_sources(found.id, (*found.sources, *sources))
                self.changed.append(found.id)
        return tuple(made)

    def _remember(self, taken: Mapping[int, OpmlLine]) -> None:
        new = {
            str(source): written
            for source, line in taken.items()
            if line.feed is not None and (written := _written(line.feed))
        }
        if new:
            self._settings.set(_SAID, cast("Json", {**_said(self._settings), **new}))


def _line(place: int, feed: OpmlFeed, known: Mapping[tuple[SourceKind, str], int]) -> OpmlLine:
    kind = _OWN_KINDS.get(feed.kind, SourceKind.FEED)
    address = feed.url if kind is not SourceKind.FEED else _web(feed.url)
    refusal = None
    if len(address) > LONGEST:
        refusal = OpmlRefusal.TOO_LONG
    elif kind is SourceKind.FEED and not is_web(address):
        refusal = OpmlRefusal.NOT_WEB
    return OpmlLine(
        place=place,
        title=feed.title,
        kind=kind,
        address=address,
        folders=feed.folders,
        known=None if refusal else known.get((kind, address)),
        refusal=refusal,
        feed=feed,
    )


def _web(url: str) -> str:
    """Return a web address for one that says "feed:", as older programs write it."""
    if not url.lower().startswith("feed:"):
        return url
    rest = url[len("feed:") :]
    return f"http:{rest}" if rest.startswith("//") else rest


def _is_new(line: OpmlLine) -> bool:
    return line.known is None and line.refusal is None


def _path(list_: WatchList) -> Path:
    return (*list_.folder, list_.name)


def _can_be_told(source: Source) -> bool:
    return source.kind not in _PRIVATE


def _feed(source: Source, path: Path, said: Mapping[str, Mapping[str, Json]]) -> OpmlFeed:
    more = said.get(str(source.id), {})
    usual = FEED_KIND if source.kind is SourceKind.FEED else source.kind.value
    others = cast("list[list[str]]", more.get("others", []))
    return OpmlFeed(
        title=source.name,
        url=source.address,
        folders=path,
        site=source.site,
        kind=str(more.get("kind", usual)),
        description=str(more.get("description", "")),
        language=str(more.get("language", "")),
        categories=tuple(cast("list[str]", more.get("categories", []))),
        others=tuple((name, value) for name, value in others),
    )


def _written(feed: OpmlFeed) -> dict[str, Json]:
    whole: dict[str, Json] = {
        "kind": "" if feed.kind == FEED_KIND or feed.kind in _OWN_KINDS else feed.kind,
        "description": feed.description,
        "language": feed.language,
        "categories": list(feed.categories),
        "others": [list(pair) for pair in feed.others],
    }
    return {name: value for name, value in whole.items() if value}


def _said(settings: Settings) -> dict[str, dict[str, Json]]:
    found = settings.get(_SAID)
    return cast("dict[str, dict[str, Json]]", found) if isinstance(found, dict) else {}
