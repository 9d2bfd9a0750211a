"""Posts of one day, or without a day, as Qt sees them: handed out page by page."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from cmstation.ui.calendar.months import DayPost
from cmstation.ui.calendar.words import Lines, post_card, post_words, title_words

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
PAGE = 60


class PostModel(QAbstractListModel):
    """Posts in the order in which they are given."""

    PostRole = int(Qt.ItemDataRole.UserRole)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._posts: tuple[DayPost, ...] = ()
        self._handed_out = 0
        self._lines: Lines = {}

    @property
    def lines(self) -> Lines:
        """The editorial lines by identity."""
        return self._lines

    def show_posts(self, posts: tuple[DayPost, ...], lines: Lines) -> None:
        """Replace the posts."""
        if posts == self._posts and lines == self._lines:
            return
        self.beginResetModel()
        self._posts, self._lines = posts, lines
        self._handed_out = min(PAGE, len(posts))
        self.endResetModel()

    def count(self) -> int:
        """Return how many posts there are, those not handed out yet included."""
        return len(self._posts)

    def post(self, index: Index) -> DayPost | None:
        """Return the post at an index."""
        if not index.isValid() or index.row() >= len(self._posts):
            return None
        return self._posts[index.row()]

    def index_of(self, post: int) -> QModelIndex:
        """Return where a post stands; invalid when it is not listed."""
        place = next((place for place, one in enumerate(self._posts) if one.row.id == post), None)
        if place is None:
            return QModelIndex()
        while place >= self._handed_out:
            self.fetchMore(ROOT)
        return self.index(place, 0)

    # --- Qt ---

    def rowCount(self, parent: Index = ROOT, /) -> int:
        return 0 if parent.isValid() else self._handed_out

    def canFetchMore(self, parent: Index, /) -> bool:
        return not parent.isValid() and self._handed_out < len(self._posts)

    def fetchMore(self, parent: Index, /) -> None:
        more = min(PAGE, len(self._posts) - self._handed_out)
        if more <= 0:
            return
        self.beginInsertRows(ROOT, self._handed_out, self._handed_out + more - 1)
        self._handed_out += more
        self.endInsertRows()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole, /) -> object:
        post = self.post(index)
        if post is None:
            return None
        if role == self.PostRole:
            return post.row.id
        if role == Qt.ItemDataRole.DisplayRole:
            return title_words(post)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return post_words(post, self._lines)
        if role == Qt.ItemDataRole.ToolTipRole:
            return post_card(post, self._lines)
        return None
