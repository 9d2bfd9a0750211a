"""What the palette lists: actions, posts and media, under their headings."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from cmstation.domain.folding import folded

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
ENTRY = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the palette.

    Args:
        heading: a title of a group, which cannot be chosen.
        note: at the right: keys, a state, a time.
        state: a post's state, drawn with its shape.
    """

    words: str
    icon: str = ""
    note: str = ""
    state: str = ""
    heading: bool = False
    act: Callable[[], object] | None = field(default=None, repr=False, compare=False)


class Fit(IntEnum):
    """How well an action fits what was typed; the smaller the better."""

    BEGINS = 0
    WORD_BEGINS = 1
    CONTAINS = 2
    NOT = 3


def fit_of(words: str, typed: str) -> Fit:
    """Tell how well words fit what was typed; accents and case do not count, each typed word must occur."""
    there, wanted = folded(words), folded(typed).split()
    if not wanted:
        return Fit.WORD_BEGINS
    if there.startswith(" ".join(wanted)):
        return Fit.BEGINS
    beginnings = there.replace("’", " ").replace("'", " ").split()
    if all(any(word.startswith(part) for word in beginnings) for part in wanted):
        return Fit.WORD_BEGINS
    return Fit.CONTAINS if all(part in there for part in wanted) else Fit.NOT


class PaletteModel(QAbstractListModel):
    """Groups of entries, each under its heading; empty groups do not show."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._groups: dict[str, tuple[Entry, ...]] = {}
        self._rows: list[Entry] = []

    def set_group(self, title: str, entries: Sequence[Entry]) -> None:
        """Show these entries under a title; groups keep the order in which they first came."""
        self._groups[title] = tuple(entries)
        rows: list[Entry] = []
        for name, group in self._groups.items():
            if group:
                rows += [Entry(name, heading=True), *group]
        if rows == self._rows:
            self._rows = rows
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def entry(self, index: Index) -> Entry | None:
        """Return the entry of a row that can be chosen."""
        if not index.isValid() or self._rows[index.row()].heading:
            return None
        return self._rows[index.row()]

    def next_row(self, row: int, step: int) -> int:
        """Return the nearest row that can be chosen, from a row in a direction, going round at the ends."""
        count = len(self._rows)
        for _ in range(count):
            row = (row + step) % count
            if not self._rows[row].heading:
                return row
        return -1

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry = self._rows[index.row()]
        if role == ENTRY:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{entry.words}, {entry.note}" if entry.note else entry.words
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self._rows[index.row()].heading:
            return Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
