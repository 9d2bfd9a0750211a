"""The strip of pictures under the text: what they show, whether they are described, how they are cut."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QCursor, QImage, QKeyEvent, QMouseEvent, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QMenu, QVBoxLayout, QWidget

from cmstation.domain.accounts import Account
from cmstation.domain.drafts import Draft
from cmstation.domain.network_rules import rules_for
from cmstation.ui.drafts.media_delegate import ITEM, STRIP_HEIGHT, MediaDelegate, Part, part_at
from cmstation.ui.drafts.media_model import MediaModel
from cmstation.ui.drafts.media_tile import AddTile
from cmstation.ui.drafts.picture_view import ask_picture
from cmstation.ui.icons import Icons
from cmstation.ui.kit.labels import Note, Words
from cmstation.ui.theme.tokens import Space

if TYPE_CHECKING:
    from cmstation.services.station import Station
    from cmstation.ui.commands import Commands

THUMBNAIL = 208


class PictureList(QListView):
    """The pictures in a row; the pill opens the description, the crop line the crop."""

    def __init__(self, icons: Icons, model: MediaModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(MediaDelegate(icons, self))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWrapping(False)
        self.setSpacing(0)
        self.setFixedHeight(STRIP_HEIGHT)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Pictures of the post"))
        self.setDragDropMode(QListView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)
        self.setHorizontalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setTabKeyNavigation(False)

    def updateGeometries(self) -> None:
        """Make room for the scroll bar below the pictures, not over them."""
        super().updateGeometries()
        bar = self.horizontalScrollBar()
        high = STRIP_HEIGHT + (bar.sizeHint().height() if bar.maximum() > 0 else 0)
        if high != self.height():
            self.setFixedHeight(high)

    def part_under(self, place: QPoint) -> Part:
        """Return what of a picture lies under a point of the view."""
        index = self.indexAt(place)
        return part_at(place - self.visualRect(index).topLeft()) if index.isValid() else Part.NONE

    def mouseMoveEvent(self, event: QMouseEvent, /) -> None:
        super().mouseMoveEvent(event)
        acts = self.part_under(event.position().toPoint()) in {Part.DESCRIPTION, Part.CROP}
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if acts else Qt.CursorShape.ArrowCursor)


class MediaStrip(QWidget):
    """Pictures of the post.

    Signals:
        files_given: local files or one picture, dropped or pasted.
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
        self.model = MediaModel(self)
        self.view = PictureList(icons, self.model, self)
        self.view.customContextMenuRequested.connect(self._offer_menu)
        self.view.clicked.connect(self._clicked)
        self.view.doubleClicked.connect(self._describe)
        self._count = Note(icons, "", parent=self)
        self._stripped = Note(icons, self.tr("Shooting data is removed from what leaves"), parent=self)
        self._tile = AddTile(icons, self)
        self._tile.clicked.connect(self.add_wanted)
        self._lay_out(icons)
        self.model.moved.connect(self.order_wanted)

    def attach(self, station: "Station", commands: "Commands") -> None:
        """Receive the services, for thumbnails."""
        self._station, self._commands = station, commands

    def show_draft(self, draft: Draft, accounts: tuple[Account, ...]) -> None:
        """Show a post's pictures, and how many its accounts take."""
        self.model.show_attachments(draft.attachments)
        count = len(draft.attachments)
        most = min((rules_for(account).max_pictures for account in accounts), default=0)
        if count and most:
            self._count.setText(self.tr("{count} of {most}").format(count=count, most=most))
        else:
            self._count.setText(self.tr("%n picture(s)", "", count) if count else "")
        self._count.set_colour("danger" if most and count > most else "muted")
        self._stripped.setVisible(bool(count))
        self.view.setVisible(bool(count))
        self.view.setMaximumWidth(max(1, count * (ITEM.width() + Space.L)))
        self._ask_pictures()

    def set_locked(self, locked: bool) -> None:
        """Allow no change any more, or allow it again."""
        self.model.locked = locked
        self._tile.setEnabled(not locked)
        self._tile.setVisible(not locked)
        self.setVisible(not locked or self.model.rowCount() > 0)

    def show_drop(self, over: bool) -> None:
        """Show that what is dragged may be dropped."""
        self._tile.set_hovered(over)

    # --- Qt ---

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        found = self.model.attachment(self.view.currentIndex())
        if found is None or self.model.locked:
            super().keyPressEvent(event)
            return
        here = self.view.currentIndex().row()
        beside = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Delete:
            self.remove_wanted.emit(found.media.id)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.describe_wanted.emit(found.media.id)
        elif beside and event.key() == Qt.Key.Key_Left and here > 0:
            self._move(here, here - 1)
        elif beside and event.key() == Qt.Key.Key_Right and here < self.model.rowCount() - 1:
            self._move(here, here + 1)
        else:
            super().keyPressEvent(event)

    # --- inside ---

    def _lay_out(self, icons: Icons) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, Space.XS)
        head.setSpacing(Space.S)
        head.addWidget(Words(icons, self.tr("Media"), font="strong", parent=self))
        head.addWidget(self._count)
        head.addStretch(1)
        head.addWidget(self._stripped)
        self._row = QHBoxLayout()
        self._row.setSpacing(0)
        self._row.addWidget(self.view, 100)
        self._row.addWidget(self._tile)
        self._row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addLayout(head)
        column.addLayout(self._row)

    @Slot(QModelIndex)
    def _clicked(self, index: QModelIndex) -> None:
        found = self.model.attachment(index)
        part = self.view.part_under(self.view.viewport().mapFromGlobal(QCursor.pos()))
        if found is None or self.model.locked:
            return
        if part is Part.DESCRIPTION:
            self.describe_wanted.emit(found.media.id)
        elif part is Part.CROP:
            self.crop_wanted.emit(found.media.id)

    @Slot(QModelIndex)
    def _describe(self, index: QModelIndex) -> None:
        found = self.model.attachment(index)
        if found is not None and not self.model.locked:
            self.describe_wanted.emit(found.media.id)

    @Slot(QPoint)
    def _offer_menu(self, place: QPoint) -> None:
        index = self.view.indexAt(place)
        found = self.model.attachment(index)
        if found is None or self.model.locked:
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
        for attachment in self.model.to_ask():
            item = attachment.media

            def show(pixmap: QPixmap, digest: str = item.digest) -> None:
                self.model.show_picture(digest, pixmap)

            ask_picture(station, commands, item, show, owner=self, side=THUMBNAIL)


def png_of(image: QImage) -> bytes:
    """Return a pasted picture as PNG bytes."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # The stubs say bytes, the binding takes text alone.
    image.save(buffer, "PNG")  # pyright: ignore[reportArgumentType, reportCallIssue]
    return bytes(buffer.data().data())
