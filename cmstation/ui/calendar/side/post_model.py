"""Posts without a day as Qt sees them: handed out page by page."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from cmstation.domain.drafts import DraftRow
from cmstation.ui.calendar.look import PlanLook
from cmstation.ui.calendar.tips import plain_tip
from cmstation.ui.calendar.words import waiting_card, waiting_title, waiting_words

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
PAGE = 60


class PostModel(QAbstractListModel):
    """Posts in the order in which they are given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[DraftRow, ...] = ()
        self._handed_out = 0
        self.look: PlanLook | None = None

    def show_posts(self, rows: tuple[DraftRow, ...], look: PlanLook) -> None:
        """Replace the posts."""
        if rows == self._rows and self.look is not None and look.lines == self.look.lines:
            return
        self.beginResetModel()
        self._rows, self.look = rows, look
        self._handed_out = min(PAGE, len(rows))
        self.endResetModel()

    def count(self) -> int:
        """Return how many posts there are, those not handed out yet included."""
        return len(self._rows)

    def row_at(self, index: Index) -> DraftRow | None:
        """Return the post at an index."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        return self._rows[index.row()]

    def index_of(self, post: int | None) -> QModelIndex:
        """Return where a post stands; invalid when it is not listed."""
        place = next((place for place, row in enumerate(self._rows) if row.id == post), None)
        if place is None:
            return QModelIndex()
        while place >= self._handed_out:
            self.fetchMore(ROOT)
        return self.index(place, 0)

    # --- Qt ---

    def rowCount(self, parent: Index = ROOT, /) -> int:
        return 0 if parent.isValid() else self._handed_out

    def canFetchMore(self, parent: Index, /) -> bool:
        return not parent.isValid() and self._handed_out < len(self._rows)

    def fetchMore(self, parent: Index, /) -> None:
        more = min(PAGE, len(self._rows) - self._handed_out)
        if more <= 0:
            return
        self.beginInsertRows(ROOT, self._handed_out, self._handed_out + more - 1)
        self._handed_out += more
        self.endInsertRows()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole, /) -> object:
        row = self.row_at(index)
        if row is None or self.look is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return waiting_title(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return waiting_words(row, self.look)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(waiting_card(row, self.look))
        return None

    def flags(self, index: Index, /) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
        return flags | Qt.ItemFlag.ItemNeverHasChildren
