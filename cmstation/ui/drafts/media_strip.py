"""The strip of pictures under the text: what they show, whether they are described, how they are cut."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QBuffer,
    QIODevice,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage, QKeyEvent, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QMenu, QVBoxLayout, QWidget

from cmstation.domain.drafts import Draft
from cmstation.domain.media import Attachment
from cmstation.ui.drafts.media_delegate import STRIP_HEIGHT, MediaDelegate
from cmstation.ui.drafts.media_tile import AddTile
from cmstation.ui.icons import Icons
from cmstation.ui.kit.labels import Note, Words
from cmstation.ui.theme.tokens import Space

if TYPE_CHECKING:
    from cmstation.services.station import Station
    from cmstation.ui.commands import Commands

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
THUMBNAIL = 208
_MOVED = "application/x-cmstation-picture"


class MediaModel(QAbstractListModel):
    """The pictures of one post, in their order; dragging one onto another moves it there."""

    AttachmentRole = int(Qt.ItemDataRole.UserRole)
    moved = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._attachments: tuple[Attachment, ...] = ()
        self._pictures: dict[str, QPixmap] = {}

    def show_attachments(self, attachments: tuple[Attachment, ...]) -> None:
        """Replace the pictures."""
        if attachments == self._attachments:
            return
        self.beginResetModel()
        self._attachments = attachments
        self.endResetModel()

    def show_picture(self, digest: str, data: bytes) -> None:
        """Show a thumbnail that has come."""
        pixmap = QPixmap()
        pixmap.loadFromData(data)
        self._pictures[digest] = pixmap
        if self._attachments:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._attachments) - 1, 0))

    def missing(self) -> list[Attachment]:
        """Return what has no thumbnail yet."""
        return [one for one in self._attachments if one.media.digest not in self._pictures]

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
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
        return usual if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [_MOVED]

    def mimeData(self, indexes: Sequence[Index], /) -> QMimeData:
        carried = QMimeData()
        carried.setData(_MOVED, str(indexes[0].row()).encode())
        return carried

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index, /
    ) -> bool:
        if not data.hasFormat(_MOVED):
            return False
        source = int(bytes(data.data(_MOVED).data()).decode())
        target = row if row >= 0 else self.rowCount()
        order = self.order()
        media = order.pop(source)
        order.insert(target - (1 if target > source else 0), media)
        if order != self.order():
            self.moved.emit(order)
        return False  # the model is filled again from what is stored


class MediaStrip(QWidget):
    """Pictures of the post.

    Signals:
        files_given: local files or one picture, dropped here.
        add_wanted: the person wants to choose files.
        describe_wanted, crop_wanted: a medium.
        remove_wanted: a medium to take off the post.
        order_wanted: the media in another order, as a list.
    """

    files_given = Signal(object)
    add_wanted = Signal()
    describe_wanted = Signal(int)
    crop_wanted = Signal(int)
    remove_wanted = Signal(int)
    order_wanted = Signal(object)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._station: Station | None = None
        self._commands: Commands | None = None
        self._most = 0
        self.model = MediaModel(self)
        self.view = QListView(self)
        self.view.setModel(self.model)
        self.view.setItemDelegate(MediaDelegate(icons, self.view))
        self._set_up_view()
        self._count = Note(icons, "", parent=self)
        self._tile = AddTile(icons, self)
        self._tile.clicked.connect(self.add_wanted)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, Space.XS)
        head.setSpacing(Space.S)
        head.addWidget(Words(icons, self.tr("Media"), font="strong", parent=self))
        head.addWidget(self._count)
        head.addStretch(1)
        head.addWidget(Note(icons, self.tr("Shooting data is removed from what leaves"), parent=self))
        row = QHBoxLayout()
        row.setSpacing(Space.L)
        row.addWidget(self.view, 1)
        row.addWidget(self._tile)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addLayout(head)
        column.addLayout(row)
        self._row = row
        self.model.moved.connect(self.order_wanted)
        self.setAcceptDrops(True)

    def attach(self, station: "Station", commands: "Commands") -> None:
        """Receive the services, for thumbnails."""
        self._station, self._commands = station, commands

    def show_draft(self, draft: Draft) -> None:
        """Show a post's pictures."""
        self.model.show_attachments(draft.attachments)
        count = len(draft.attachments)
        self._count.setText(self.tr("%n picture(s)", "", count) if count else "")
        self.view.setVisible(bool(count))
        self._row.setStretch(0, 1 if count else 0)
        self._row.setAlignment(self._tile, Qt.AlignmentFlag.AlignLeft)
        self._ask_pictures()

    # --- Qt ---

    def dragEnterEvent(self, event: QDragEnterEvent, /) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasImage():
            self._tile.set_hovered(True)
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: object, /) -> None:
        self._tile.set_hovered(False)

    def dropEvent(self, event: QDropEvent, /) -> None:
        self._tile.set_hovered(False)
        files = tuple(url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile())
        image: object = event.mimeData().imageData()
        if files:
            self.files_given.emit(files)
            event.acceptProposedAction()
        elif isinstance(image, QImage):
            self.files_given.emit(image)
            event.acceptProposedAction()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        found = self.model.attachment(self.view.currentIndex())
        if event.key() == Qt.Key.Key_Delete and found is not None:
            self.remove_wanted.emit(found.media.id)
            return
        super().keyPressEvent(event)

    # --- inside ---

    def _set_up_view(self) -> None:
        view = self.view
        view.setFlow(QListView.Flow.LeftToRight)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setWrapping(False)
        view.setSpacing(0)
        view.setFixedHeight(STRIP_HEIGHT)
        view.setMouseTracking(True)
        view.setAccessibleName(self.tr("Pictures of the post"))
        view.setDragDropMode(QListView.DragDropMode.DragDrop)
        view.setDefaultDropAction(Qt.DropAction.MoveAction)
        view.setHorizontalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._offer_menu)
        view.activated.connect(self._describe)
        view.clicked.connect(self._describe)

    @Slot(QModelIndex)
    def _describe(self, index: QModelIndex) -> None:
        found = self.model.attachment(index)
        if found is not None:
            self.describe_wanted.emit(found.media.id)

    @Slot(QPoint)
    def _offer_menu(self, place: QPoint) -> None:
        index = self.view.indexAt(place)
        found = self.model.attachment(index)
        if found is None:
            return
        media, order = found.media.id, self.model.order()
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Describe…")).triggered.connect(lambda: self.describe_wanted.emit(media))
        menu.addAction(self.tr("Crop…")).triggered.connect(lambda: self.crop_wanted.emit(media))
        here = order.index(media)
        earlier = menu.addAction(self.tr("Move left"))
        earlier.setEnabled(here > 0)
        earlier.triggered.connect(lambda: self._move(here, here - 1))
        later = menu.addAction(self.tr("Move right"))
        later.setEnabled(here < len(order) - 1)
        later.triggered.connect(lambda: self._move(here, here + 1))
        menu.addSeparator()
        menu.addAction(self.tr("Take off the post")).triggered.connect(lambda: self.remove_wanted.emit(media))
        menu.popup(self.view.viewport().mapToGlobal(place))

    def _move(self, source: int, target: int) -> None:
        order = self.model.order()
        order.insert(target, order.pop(source))
        self.order_wanted.emit(order)

    def _ask_pictures(self) -> None:
        station, commands = self._station, self._commands
        if station is None or commands is None:
            return
        for attachment in self.model.missing():
            item = attachment.media
            commands.ask(
                lambda item=item: (item.digest, station.library.thumbnail(item, THUMBNAIL)),
                lambda found: self.model.show_picture(*found),
                owner=self,
                failed=lambda _error: True,
                lane="thumbnails",
            )


def png_of(image: QImage) -> bytes:
    """Return a pasted picture as PNG bytes."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, b"PNG")
    return bytes(buffer.data().data())
