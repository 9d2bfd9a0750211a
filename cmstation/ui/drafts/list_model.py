"""The list of posts as Qt sees it: rows under headings, handed out page by page."""

from datetime import datetime

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from cmstation.domain.drafts import DraftRow
from cmstation.ui.dates import when_words
from cmstation.ui.drafts.arrange import Group, Heading
from cmstation.ui.kit.states import state_word

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
PAGE = 150


class DraftListModel(QAbstractListModel):
    """Posts and headings, in the order in which they are read.

    Rows beyond the first page are handed out as the view scrolls (`fetchMore`), so that
    ten thousand posts cost no more than the first screen.
    """

    PostRole = int(Qt.ItemDataRole.UserRole)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[DraftRow | Heading] = []
        self._handed_out = 0
        self._place: dict[int, int] = {}
        self._now: datetime | None = None
        self._zone = "UTC"

    def show_groups(self, groups: tuple[Group, ...], now: datetime, zone: str) -> None:
        """Replace everything that is shown."""
        entries: list[DraftRow | Heading] = []
        for group in groups:
            entries.append(group.heading)
            entries += group.rows
        self.beginResetModel()
        self._entries, self._now, self._zone = entries, now, zone
        self._handed_out = min(PAGE, len(entries))
        self._place = {row.id: place for place, row in enumerate(entries) if isinstance(row, DraftRow)}
        self.endResetModel()

    def entry(self, index: Index) -> DraftRow | Heading | None:
        """Return the post or heading at an index."""
        if not index.isValid() or index.row() >= len(self._entries):
            return None
        return self._entries[index.row()]

    def when_words(self, row: DraftRow) -> str:
        """Return a row's time in words, "" when it has none."""
        if row.when is None or self._now is None:
            return ""
        return when_words(row.when, self._zone, self._now)

    def index_of(self, post: int) -> QModelIndex:
        """Return where a post stands, handing out pages up to it; invalid when it is not listed."""
        place = self._place.get(post)
        if place is None:
            return QModelIndex()
        while place >= self._handed_out:
            self.fetchMore(ROOT)
        return self.index(place, 0)

    def posts(self) -> int:
        """Return how many posts are listed, headings left out."""
        return len(self._place)

    # --- Qt ---

    def rowCount(self, parent: Index = ROOT, /) -> int:
        return 0 if parent.isValid() else self._handed_out

    def canFetchMore(self, parent: Index, /) -> bool:
        return not parent.isValid() and self._handed_out < len(self._entries)

    def fetchMore(self, parent: Index, /) -> None:
        more = min(PAGE, len(self._entries) - self._handed_out)
        if more <= 0:
            return
        self.beginInsertRows(ROOT, self._handed_out, self._handed_out + more - 1)
        self._handed_out += more
        self.endInsertRows()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole, /) -> object:
        entry = self.entry(index)
        if entry is None:
            return None
        if isinstance(entry, Heading):
            shown = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return self.heading_words(entry) if role in shown else None
        if role == self.PostRole:
            return entry.id
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title or entry.first_words
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return self._described(entry)
        return None

    def flags(self, index: Index, /) -> Qt.ItemFlag:
        if isinstance(self.entry(index), DraftRow):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags

    def heading_words(self, heading: Heading) -> str:
        """Return a heading in words."""
        return {
            Heading.TO_CHECK: self.tr("To check"),
            Heading.TIME_PASSED: self.tr("Time has passed"),
            Heading.THIS_WEEK: self.tr("This week"),
            Heading.LATER: self.tr("Later"),
            Heading.UNDATED: self.tr("No date yet"),
            Heading.PUBLISHED: self.tr("Published"),
            Heading.ARCHIVED: self.tr("Archived"),
        }[heading]

    def _described(self, row: DraftRow) -> str:
        networks = ", ".join(network.proper_name for network in row.networks)
        title = row.title or row.first_words or self.tr("Untitled")
        parts = (title, state_word(row.state.value), self.when_words(row), networks)
        return " · ".join(part for part in parts if part)
