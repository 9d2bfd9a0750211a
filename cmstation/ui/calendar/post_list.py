"""A list of posts beside the month: click or Enter opens one."""

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate, QWidget

from cmstation.ui.calendar.post_model import PostModel

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class PostList(QListView):
    """Posts.

    Signals:
        post_wanted: a post to open.
        left: Escape: back to where the person came from.
    """

    post_wanted = Signal(int)
    left = Signal()

    def __init__(self, name: str, delegate: QStyledItemDelegate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.posts = PostModel(self)
        delegate.setParent(self)
        self.setModel(self.posts)
        self.setItemDelegate(delegate)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.clicked.connect(self._open)

    def current_post(self) -> int | None:
        """Return the post the person is on."""
        post = self.posts.data(self.currentIndex(), PostModel.PostRole)
        return post if isinstance(post, int) else None

    def mark(self, post: int | None) -> None:
        """Make a post the current one, without opening it."""
        index = QModelIndex() if post is None else self.posts.index_of(post)
        self.setCurrentIndex(index)

    def enter(self) -> None:
        """Take the keyboard, on the first post unless there is a current one."""
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self.posts.index(0, 0))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in _ENTER and self.currentIndex().isValid():
            self._open(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        post = self.posts.data(index, PostModel.PostRole)
        if isinstance(post, int):
            self.post_wanted.emit(post)
