"""What the lists beside the month have in common: walked by keys, opened by Enter or a click, dragged out."""

from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate, QWidget

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_WALK = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
)


class WalkedList(QListView):
    """Rows, one of which is the current one; keys that mean nothing here go to the parent.

    Signals:
        left: Escape: back to where the person came from.
    """

    left = Signal()

    def __init__(
        self,
        name: str,
        model: QAbstractItemModel,
        delegate: QStyledItemDelegate,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._height = 0
        delegate.setParent(self)
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setDragEnabled(True)
        self.setDragDropMode(QListView.DragDropMode.DragOnly)
        self.setTabKeyNavigation(False)
        self.clicked.connect(self._open)

    def open_row(self, index: QModelIndex) -> None:
        """Open what stands in a row."""
        raise NotImplementedError

    def lift_row(self, index: QModelIndex) -> None:
        """Begin to drag what stands in a row."""
        raise NotImplementedError

    def ask_height(self, wanted: int, least: int) -> None:
        """Be as high as that, and lower where room is scarce: the rows scroll then."""
        if (wanted, least) != (self._height, self.minimumHeight()):
            self._height = wanted
            self.setMinimumHeight(min(least, wanted))
            self.setMaximumHeight(wanted)
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height or super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.minimumHeight())

    def enter(self) -> None:
        """Take the keyboard, on the first row unless there is a current one."""
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self.model().index(0, 0))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def shortcut(self, key: Qt.Key) -> Callable[[], object] | None:
        """Return what another key means for the current row, None when it means nothing here."""
        del key
        return None

    # --- Qt ---

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        # Qt lays rows anew for another height alone, where ours stay as they are.
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        key = Qt.Key(event.key())
        plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
        deed = self.shortcut(key) if plain and self.currentIndex().isValid() else None
        if deed is not None:
            deed()
        elif plain and key in _ENTER and self.currentIndex().isValid():
            self._open(self.currentIndex())
        elif plain and key == Qt.Key.Key_Escape:
            self.left.emit()
        elif plain and key in _WALK:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def startDrag(self, _supported: Qt.DropAction, /) -> None:
        index = self.currentIndex()
        if index.isValid():
            self.lift_row(index)

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        self.open_row(index)
