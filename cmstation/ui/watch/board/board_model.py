"""The rows of the expert board: what waits, then what was answered, each under its heading."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from cmstation.ui.theme.tokens import Tone

if TYPE_CHECKING:
    from cmstation.services.watch_board import BoardRow

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Request:
    """A request as the list shows it.

    Args:
        meta: how long it waits, or what the physician says and when.
        icon: of `meta`, in the colour `tone` names.
        begun: an answer is half written.
    """

    row: "BoardRow"
    meta: str
    icon: str
    tone: Tone
    name: str
    begun: bool = False

    @property
    def opinion(self) -> int:
        """Its identity."""
        return self.row.opinion.id


@dataclass(frozen=True, slots=True)
class Heading:
    """Words over a part of the list."""

    words: str
    count: int


@dataclass(frozen=True, slots=True)
class Nothing:
    """Words in the place of a part that is empty."""

    words: str


Line = Request | Heading | Nothing


class BoardModel(QAbstractListModel):
    """Headings, requests, and words where there is none."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other rows; those who look keep their place by `index_of`."""
        self.beginResetModel()
        self._lines = tuple(lines)
        self.endResetModel()

    def line(self, index: Index) -> Line | None:
        """Return what a row shows."""
        return self._lines[index.row()] if index.isValid() and index.row() < len(self._lines) else None

    def request(self, index: Index) -> Request | None:
        """Return the request of a row, None for the other rows."""
        line = self.line(index)
        return line if isinstance(line, Request) else None

    def index_of(self, opinion: int | None) -> QModelIndex:
        """Return where a request stands."""
        for place, line in enumerate(self._lines):
            if isinstance(line, Request) and line.opinion == opinion:
                return self.index(place)
        return QModelIndex()

    def set_begun(self, opinion: int, begun: bool) -> None:
        """Show that an answer is half written, or no longer."""
        index = self.index_of(opinion)
        line = self.request(index)
        if line is not None and line.begun != begun:
            lines = list(self._lines)
            lines[index.row()] = replace(line, begun=begun)
            self._lines = tuple(lines)
            self.dataChanged.emit(index, index)

    # --- Qt ---

    def rowCount(self, parent: Index = _ROOT, /) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole, /) -> object:
        line = self.line(index)
        if line is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return line.row.item.title if isinstance(line, Request) else line.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(line)
        return None

    def flags(self, index: Index, /) -> Qt.ItemFlag:
        if self.request(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    # --- inside ---

    def _spoken(self, line: Line) -> str:
        if not isinstance(line, Request):
            return line.words
        begun = self.tr("answer begun") if line.begun else ""
        return ", ".join(filter(None, (line.row.item.title, line.meta, line.name, begun)))
