"""The items of a week or a day as Qt sees them: a list by which they are spoken and selected."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from cmstation.domain.calendar import CalendarItem, ItemKey
from cmstation.ui.calendar.hours.hours_words import spoken_item
from cmstation.ui.calendar.item_words import item_card, kind_words, title_words
from cmstation.ui.calendar.look import PlanLook
from cmstation.ui.calendar.tips import plain_tip

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
_Role = Qt.ItemDataRole


class HoursModel(QAbstractListModel):
    """Items by start."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.items: tuple[CalendarItem, ...] = ()
        self._places: dict[ItemKey, int] = {}
        self._look: PlanLook | None = None
        self._zone = "UTC"

    def show_items(self, items: tuple[CalendarItem, ...], look: PlanLook | None, zone: str) -> None:
        """Offer other items, or say the same ones otherwise."""
        before = self.items
        same_words = look is self._look and zone == self._zone
        self._look, self._zone = look, zone
        if items != before:
            self.beginResetModel()
            self.items = items
            self._places = {item.key: place for place, item in enumerate(items)}
            self.endResetModel()
        elif items and not same_words:
            self.dataChanged.emit(self.index(0), self.index(len(items) - 1))

    def item(self, key: ItemKey) -> CalendarItem | None:
        """Return an item; None when it is not among these."""
        place = self._places.get(key)
        return None if place is None else self.items[place]

    def index_of(self, key: ItemKey) -> QModelIndex:
        """Return where an item stands; invalid when it is not among these."""
        place = self._places.get(key)
        return QModelIndex() if place is None else self.index(place)

    # --- Qt ---

    def rowCount(self, parent: Index = ROOT, /) -> int:
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole, /) -> object:
        if not index.isValid() or self._look is None:
            return None
        item = self.items[index.row()]
        if role == _Role.DisplayRole:
            return title_words(item)
        if role == _Role.AccessibleTextRole:
            return spoken_item(item, self._look, self._zone)
        if role == _Role.AccessibleDescriptionRole:
            return kind_words(item)
        return plain_tip(item_card(item, self._look, self._zone)) if role == _Role.ToolTipRole else None

    def flags(self, index: Index, /) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsDragEnabled if self.items[index.row()].movable else flags
