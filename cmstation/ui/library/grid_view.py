"""The grid of pictures."""

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QWidget

from cmstation.domain.media import MediaItem
from cmstation.ui.icons import Icons
from cmstation.ui.library.grid_delegate import GridDelegate, cell_size
from cmstation.ui.library.grid_model import GridModel, Index

_MARGIN_ROWS = 2


class GridView(QListView):
    """Pictures, as many in a row as fit.

    Signals:
        chosen: the medium the person is on, or None.
        delete_wanted: a medium to take out of the library.
        paste_wanted: what the clipboard holds should be added.
        describe_wanted: Enter: the person wants to write about the picture.
        seen: other pictures are visible.
    """

    chosen = Signal(object)
    delete_wanted = Signal(int)
    paste_wanted = Signal()
    describe_wanted = Signal()
    seen = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.media = GridModel(self)
        self._delegate = GridDelegate(icons, self)
        self.setModel(self.media)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(self.tr("Pictures of the library"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.setInterval(0)
        self._look.timeout.connect(self.seen)
        self.verticalScrollBar().valueChanged.connect(self._look.start)
        self.verticalScrollBar().rangeChanged.connect(self._look.start)
        self.media.modelReset.connect(self._look.start)
        self.activated.connect(self._describe)

    def current(self) -> MediaItem | None:
        """Return the medium the person is on."""
        return self.media.item(self.currentIndex())

    def go_to(self, media: int) -> bool:
        """Make a medium the current one; tell whether it is shown at all."""
        index = self.media.index_of(media)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
        return index.isValid()

    def visible_items(self) -> list[MediaItem]:
        """Return the media on screen, and some rows around them."""
        cell = self._delegate.cell
        columns = max(1, self.viewport().width() // cell.width())
        top = self.verticalOffset() // cell.height() - _MARGIN_ROWS
        bottom = (self.verticalOffset() + self.viewport().height()) // cell.height() + 1 + _MARGIN_ROWS
        return self.media.between(top * columns, bottom * columns)

    @Slot()
    def paste(self) -> None:
        """Add what the clipboard holds; the Edit menu calls it."""
        self.paste_wanted.emit()

    # --- Qt ---

    def currentChanged(self, current: Index, previous: Index, /) -> None:
        super().currentChanged(current, previous)
        self.chosen.emit(self.media.item(current))

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        item = self.current()
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste_wanted.emit()
        elif event.key() == Qt.Key.Key_Delete and item is not None:
            self.delete_wanted.emit(item.id)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and item is not None:
            self.describe_wanted.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        self._delegate.cell = cell_size(self.viewport().width())
        self.setGridSize(self._delegate.cell)
        super().resizeEvent(event)
        self._look.start()

    @Slot(QModelIndex)
    def _describe(self, _index: QModelIndex) -> None:
        self.describe_wanted.emit()
