"""The items of one day as Qt sees them."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from cmstation.domain.calendar import CalendarItem, ItemKey
from cmstation.ui.calendar.item_words import item_card, item_words, title_words
from cmstation.ui.calendar.look import PlanLook
from cmstation.ui.calendar.tips import plain_tip

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class DayModel(QAbstractListModel):
    """Items in the order in which they are given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: tuple[CalendarItem, ...] = ()
        self.look: PlanLook | None = None
        self.zone = "UTC"

    def show_items(self, items: tuple[CalendarItem, ...], look: PlanLook, zone: str) -> bool:
        """Replace the items; tell whether they are others."""
        before = self.look
        same_names = before is not None and (before.lines, before.accounts, before.campaigns) == (
            look.lines,
            look.accounts,
            look.campaigns,
        )
        same = same_names and items == self._items and zone == self.zone
        if same:
            self.look = look
            return False
        self.beginResetModel()
        self._items, self.look, self.zone = items, look, zone
        self.endResetModel()
        return True

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def item(self, index: Index) -> CalendarItem | None:
        """Return the item at an index."""
        if not index.isValid() or index.row() >= len(self._items):
            return None
        return self._items[index.row()]

    def index_of(self, key: ItemKey | None) -> QModelIndex:
        """Return where an item stands; invalid when it is not listed."""
        for place, item in enumerate(self._items):
            if item.key == key:
                return self.index(place, 0)
        return QModelIndex()

    # --- Qt ---

    def rowCount(self, parent: Index = ROOT, /) -> int:
        return 0 if parent.isValid() else len(self._items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole, /) -> object:
        item = self.item(index)
        if item is None or self.look is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return title_words(item)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return item_words(item, self.look, self.zone)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(item_card(item, self.look, self.zone))
        return None

    def flags(self, index: Index, /) -> Qt.ItemFlag:
        item = self.item(index)
        if item is None:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return flags | Qt.ItemFlag.ItemIsDragEnabled if item.movable else flags
