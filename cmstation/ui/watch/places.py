"""Where one can look in the watch: everything, what waits, each list, each kept search, each tag."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from cmstation.domain.folding import folded
from cmstation.domain.watch import Counts, Reading, SavedSearch, StoryFilter, WatchList
from cmstation.ui.watch.words import reading_word

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class PlaceKind(StrEnum):
    """What a place is."""

    HEADING = "heading"
    READING = "reading"
    BOARD = "board"
    PRESS = "press"
    LIST = "list"
    SEARCH = "search"
    TAG = "tag"
    SILENT = "silent"


# What has a page of its own: the stories that were listed stay listed.
PAGES: Final = frozenset({PlaceKind.BOARD, PlaceKind.PRESS})
MOST_TAGS: Final = 12


@dataclass(frozen=True, slots=True)
class Place:
    """A line of the left column.

    Args:
        key: tells places apart, also after they were read again.
        wanted: the stories that are shown there; None for headings and for what opens something else.
        count: beside it, 0 shows nothing; `fresh` says that it counts unread stories.
    """

    kind: PlaceKind
    key: str
    words: str
    icon: str = ""
    wanted: StoryFilter | None = None
    count: int = 0
    fresh: bool = False
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Known:
    """What the left column is made of.

    Args:
        silent: sources that cannot be read.
        tags: each with its number of stories, the most used first; only the first ones are shown.
        board: requests that wait for a physician.
    """

    lists: tuple[WatchList, ...] = ()
    searches: tuple[SavedSearch, ...] = ()
    counts: Counts = Counts()  # noqa: RUF009 - frozen
    silent: int = 0
    tags: tuple[tuple[str, int], ...] = ()
    board: int = 0


def places(known: Known, words: "PlaceWords") -> tuple[Place, ...]:
    """Return the lines of the left column."""
    counts = known.counts
    found = [
        _of_reading(Reading.ALL, words.everything, "feed", counts.unread_in_all, fresh=True),
        _of_reading(Reading.REVIEW, reading_word(Reading.REVIEW), "star", counts.review),
        _of_reading(Reading.LATER, reading_word(Reading.LATER), "clock", counts.later),
        Place(PlaceKind.BOARD, "board", words.board, "stethoscope", count=known.board),
        Place(PlaceKind.PRESS, "press-reviews", words.press, "newspaper"),
        Place(PlaceKind.HEADING, "lists", words.lists),
        *_of_lists(known.lists, counts),
    ]
    if known.searches:
        found.append(Place(PlaceKind.HEADING, "searches", words.searches))
        found += [
            Place(PlaceKind.SEARCH, f"search-{one.id}", one.name, "search", one.wanted)
            for one in known.searches
        ]
    if known.tags:
        found.append(Place(PlaceKind.HEADING, "tags", words.tags))
        found += [
            Place(PlaceKind.TAG, f"tag-{tag}", tag, "tag", StoryFilter(tag=tag), count)
            for tag, count in known.tags[:MOST_TAGS]
        ]
    if known.silent:
        found.append(Place(PlaceKind.HEADING, "sources", words.sources))
        found.append(Place(PlaceKind.SILENT, "silent", words.silent, "warning"))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """The words of the left column, in the person's language."""

    everything: str
    lists: str
    searches: str
    tags: str
    sources: str
    silent: str
    board: str
    press: str


class PlacesModel(QAbstractListModel):
    """The lines of the left column."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._places: tuple[Place, ...] = ()

    def show_places(self, found: Iterable[Place]) -> None:
        """Show other lines; when only figures changed, each stays where it is."""
        wanted = tuple(found)
        if [place.key for place in wanted] == [place.key for place in self._places]:
            self._places = wanted
            if wanted:
                self.dataChanged.emit(self.index(0), self.index(len(wanted) - 1))
            return
        self.beginResetModel()
        self._places = wanted
        self.endResetModel()

    def place(self, index: Index) -> Place | None:
        """Return the line at an index."""
        return self._places[index.row()] if index.isValid() and index.row() < len(self._places) else None

    def index_of(self, key: str) -> QModelIndex:
        """Return the index of a line, an invalid one when it is not there."""
        return next(
            (self.index(row) for row, one in enumerate(self._places) if one.key == key), QModelIndex()
        )

    # --- Qt ---

    def rowCount(self, parent: Index = ROOT, /) -> int:
        return 0 if parent.isValid() else len(self._places)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole, /) -> object:
        place = self.place(index)
        if place is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return place.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{place.words}, {place.count}" if place.count else place.words
        return None

    def flags(self, index: Index, /) -> Qt.ItemFlag:
        place = self.place(index)
        if place is None or place.kind is PlaceKind.HEADING:
            return Qt.ItemFlag.NoItemFlags  # the arrows step over it
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def _of_reading(reading: Reading, words: str, icon: str, count: int, *, fresh: bool = False) -> Place:
    wanted = StoryFilter(reading=reading)
    return Place(PlaceKind.READING, f"reading-{reading.value}", words, icon, wanted, count, fresh)


def _of_lists(lists: Iterable[WatchList], counts: Counts) -> Iterable[Place]:
    """Give the lists with their folders, each folder once, above its lists."""
    shown: tuple[str, ...] = ()
    for one in sorted(lists, key=lambda one: (one.folder, one.position, one.id)):
        for depth, name in enumerate(one.folder):
            if one.folder[: depth + 1] != shown[: depth + 1]:
                key = f"folder-{'/'.join(one.folder[: depth + 1])}"
                yield Place(PlaceKind.HEADING, key, name, "folder", depth=depth)
        shown = one.folder
        wanted = StoryFilter(lists=frozenset({one.id}))
        count = counts.unread.get(one.id, 0)
        yield Place(
            PlaceKind.LIST,
            f"list-{one.id}",
            one.name,
            "list",
            wanted,
            count,
            fresh=True,
            depth=len(one.folder),
        )


def ranked_tags(counts: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    """Put tags into their order, the most used first."""
    return tuple(sorted(counts.items(), key=lambda one: (-one[1], folded(one[0]))))


def with_reading(wanted: StoryFilter, reading: Reading, words: str) -> StoryFilter:
    """Narrow the stories of a place; a place that says itself which reading it is keeps it."""
    kept = wanted.reading if wanted.reading is not Reading.ALL else reading
    return replace(wanted, reading=kept, words=" ".join(filter(None, (wanted.words, words))))
