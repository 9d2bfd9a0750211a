"""The pictures of one post as Qt sees them; dragging one onto another moves it there."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QPixmap

from cmstation.domain.media import Attachment

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
MOVED = "application/x-cmstation-picture"


class MediaModel(QAbstractListModel):
    """Pictures in their order.

    Signals:
        moved: the media in the order that a drag asks for, as a list.
    """

    AttachmentRole = int(Qt.ItemDataRole.UserRole)
    moved = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._attachments: tuple[Attachment, ...] = ()
        self._pictures: dict[str, QPixmap] = {}
        self._asked: set[str] = set()
        self.locked = False

    def show_attachments(self, attachments: tuple[Attachment, ...]) -> None:
        """Replace the pictures."""
        if attachments == self._attachments:
            return
        same = [a.media.id for a in attachments] == self.order()
        if same:
            self._attachments = attachments
            self.dataChanged.emit(self.index(0, 0), self.index(len(attachments) - 1, 0))
            return
        self.beginResetModel()
        self._attachments = attachments
        self.endResetModel()

    def show_picture(self, digest: str, pixmap: QPixmap) -> None:
        """Show a thumbnail that has come."""
        self._pictures[digest] = pixmap
        if self._attachments:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._attachments) - 1, 0))

    def to_ask(self) -> list[Attachment]:
        """Return what has no thumbnail yet, each once."""
        wanted = [one for one in self._attachments if one.media.digest not in self._asked]
        self._asked.update(one.media.digest for one in wanted)
        return wanted

    def attachment(self, index: Index) -> Attachment | None:
        """Return the picture at an index."""
        if not index.isValid() or index.row() >= len(self._attachments):
            return None
        return self._attachments[index.row()]

    def order(self) -> list[int]:
        """Return the media in their order."""
        return [one.media.id for one in self._attachments]

    # --- Qt ---

    def rowCount(self, parent: Index = ROOT, /) -> int:
        return 0 if parent.isValid() else len(self._attachments)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole, /) -> object:
        found = self.attachment(index)
        if found is None:
            return None
        if role == self.AttachmentRole:
            return found
        if role == Qt.ItemDataRole.DisplayRole:
            return found.media.file_name
        if role == Qt.ItemDataRole.DecorationRole:
            return self._pictures.get(found.media.digest)
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            alt = self.tr("decorative") if found.decorative else found.alt_text or self.tr("not described")
            return f"{found.media.file_name} · {alt}"
        return None

    def flags(self, index: Index, /) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags if self.locked else Qt.ItemFlag.ItemIsDropEnabled
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return usual if self.locked else usual | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [MOVED]

    def mimeData(self, indexes: Sequence[Index], /) -> QMimeData:
        carried = QMimeData()
        carried.setData(MOVED, str(indexes[0].row()).encode())
        return carried

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index, /
    ) -> bool:
        if not data.hasFormat(MOVED) or self.locked:
            return False
        source = int(bytes(data.data(MOVED).data()).decode())
        order = moved(self.order(), source, row, parent.row() if parent.isValid() else None)
        if order != self.order():
            self.moved.emit(order)
        return False  # the model is filled again from what is stored


def moved(order: list[int], source: int, row: int, onto: int | None) -> list[int]:
    """Return an order with one entry put before a row, in the place of another, or at the end.

    Args:
        row: the gap it is dropped into, -1 when it is dropped onto an entry or into the open.
        onto: the entry it is dropped onto.
    """
    changed = list(order)
    taken = changed.pop(source)
    if onto is not None:
        target = onto
    elif row >= 0:
        target = row - (1 if row > source else 0)
    else:
        target = len(changed)
    changed.insert(target, taken)
    return changed
