"""The media of the library as Qt sees them, with the thumbnails that have come."""

from collections import OrderedDict
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QImage, QPixmap

from cmstation.domain.media import MediaItem
from cmstation.ui.library.words import item_words

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
MOST_PICTURES = 300


class GridModel(QAbstractListModel):
    """Media, newest first; only the latest thumbnails are kept in memory."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: list[MediaItem] = []
        self._places: dict[int, int] = {}
        self._pictures: OrderedDict[str, QPixmap] = OrderedDict()

    def put(self, items: Sequence[MediaItem], offset: int = 0, *, last: bool = True) -> None:
        """Show some media from a place on; the same ones as before stay where they are, chosen or not.

        Args:
            last: nothing comes after them.
        """
        known = self._items[offset : offset + len(items)]
        if items and [item.id for item in known] == [item.id for item in items]:
            self._items[offset : offset + len(items)] = items
            self.dataChanged.emit(self.index(offset, 0), self.index(offset + len(items) - 1, 0))
        elif offset == 0:
            self._replace(items)
            return
        else:
            self._cut(offset)
            self._append(items)
        if last:
            self._cut(offset + len(items))

    def take_in(self, items: Iterable[MediaItem]) -> None:
        """Show changed media at their places, new ones first, and let go of deleted ones."""
        for item in items:
            place = self._places.get(item.id)
            if place is None:
                if item.deleted_at is None:
                    self._insert(item)
            elif item.deleted_at is not None:
                self._remove(place)
            else:
                self._items[place] = item
                self.dataChanged.emit(self.index(place, 0), self.index(place, 0))

    def item(self, index: Index) -> MediaItem | None:
        """Return the medium at an index."""
        if not index.isValid() or index.row() >= len(self._items):
            return None
        return self._items[index.row()]

    def between(self, first: int, last: int) -> list[MediaItem]:
        """Return the media from one place up to another."""
        return self._items[max(0, first) : last]

    def index_of(self, media: int) -> QModelIndex:
        """Return where a medium stands; invalid when it is not shown."""
        place = self._places.get(media)
        return QModelIndex() if place is None else self.index(place, 0)

    # --- thumbnails ---

    def has_picture(self, digest: str) -> bool:
        """Tell whether a thumbnail has come; it counts as just used."""
        if digest not in self._pictures:
            return False
        self._pictures.move_to_end(digest)
        return True

    def show_picture(self, item: MediaItem, image: QImage) -> None:
        """Show a thumbnail that has come, and forget the one that was not used for longest."""
        self._pictures[item.digest] = QPixmap.fromImage(image)
        while len(self._pictures) > MOST_PICTURES:
            self._pictures.popitem(last=False)
        index = self.index_of(item.id)
        if index.isValid():
            self.dataChanged.emit(index, index, [Qt.ItemDataRole.DecorationRole])

    # --- Qt ---

    def rowCount(self, parent: Index = ROOT, /) -> int:
        return 0 if parent.isValid() else len(self._items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole, /) -> object:
        item = self.item(index)
        if item is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return item.file_name
        if role == Qt.ItemDataRole.DecorationRole:
            return self._pictures.get(item.digest)
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return item_words(item)
        return None

    # --- inside ---

    def _replace(self, items: Sequence[MediaItem]) -> None:
        self.beginResetModel()
        self._items = list(items)
        self._count_places()
        self.endResetModel()

    def _append(self, items: Sequence[MediaItem]) -> None:
        first = len(self._items)
        new = [item for item in items if item.id not in self._places]
        if not new:
            return
        self.beginInsertRows(ROOT, first, first + len(new) - 1)
        self._items += new
        self._places.update({item.id: place for place, item in enumerate(new, first)})
        self.endInsertRows()

    def _cut(self, first: int) -> None:
        """Let go of everything from a place on."""
        if first >= len(self._items):
            return
        self.beginRemoveRows(ROOT, first, len(self._items) - 1)
        del self._items[first:]
        self._count_places()
        self.endRemoveRows()

    def _insert(self, item: MediaItem) -> None:
        newer = (place for place, one in enumerate(self._items) if one.added_at <= item.added_at)
        place = next(newer, len(self._items))
        self.beginInsertRows(ROOT, place, place)
        self._items.insert(place, item)
        self._count_places()
        self.endInsertRows()

    def _remove(self, place: int) -> None:
        self.beginRemoveRows(ROOT, place, place)
        del self._items[place]
        self._count_places()
        self.endRemoveRows()

    def _count_places(self) -> None:
        self._places = {item.id: place for place, item in enumerate(self._items)}
