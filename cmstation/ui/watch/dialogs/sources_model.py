"""All sources, as their list shows them: found by words, or those that are silent."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from cmstation.domain.folding import folded
from cmstation.ui.watch.dialogs.source_words import kind_words, silence_words, silent

if TYPE_CHECKING:
    from cmstation.services.watch_sources import WatchedSource

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
_Role = Qt.ItemDataRole


class SourcesModel(QAbstractListModel):
    """Sources, of which some are shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[WatchedSource, ...] = ()
        self._shown: tuple[WatchedSource, ...] = ()
        self._lists: dict[int, str] = {}
        self._words = ""
        self._silent_only = False

    @property
    def silent_count(self) -> int:
        """How many say nothing although they should."""
        return sum(silent(one.source, one.state) for one in self._all)

    def show_sources(self, sources: "Sequence[WatchedSource]", lists: Mapping[int, str]) -> None:
        """Take in all sources, with the names of the lists."""
        self._all, self._lists = tuple(sources), dict(lists)
        self._sift()

    def find(self, words: str, *, silent_only: bool) -> None:
        """Show those that say all of the words; perhaps the silent ones alone."""
        self._words, self._silent_only = words, silent_only
        self._sift()

    def at(self, index: Index) -> "WatchedSource | None":
        """Return the source at an index."""
        return self._shown[index.row()] if index.isValid() and index.row() < len(self._shown) else None

    def place(self, source: int) -> QModelIndex:
        """Return where a source stands."""
        rows = (row for row, one in enumerate(self._shown) if one.source.id == source)
        return next((self.index(row) for row in rows), QModelIndex())

    def lists_of(self, one: "WatchedSource") -> str:
        """Name the lists that look at a source."""
        return ", ".join(self._lists[list_] for list_ in one.lists if list_ in self._lists)

    # --- Qt ---

    def rowCount(self, parent: Index = ROOT, /) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = _Role.DisplayRole, /) -> object:
        one = self.at(index)
        if one is None:
            return None
        if role == _Role.DisplayRole:
            return one.source.name
        if role == _Role.AccessibleTextRole:
            kind = kind_words(one.source.kind, one.source.address)
            parts = (one.source.name, kind, self.lists_of(one), silence_words(one.source, one.state))
            return ", ".join(part for part in parts if part)
        return None

    # --- inside ---

    def _sift(self) -> None:
        words = folded(self._words).split()
        self.beginResetModel()
        self._shown = tuple(
            one
            for one in self._all
            if (not self._silent_only or silent(one.source, one.state))
            and all(word in self._told(one) for word in words)
        )
        self.endResetModel()

    def _told(self, one: "WatchedSource") -> str:
        kind = kind_words(one.source.kind, one.source.address)
        return folded(" ".join((one.source.name, one.source.site, kind, self.lists_of(one))))
