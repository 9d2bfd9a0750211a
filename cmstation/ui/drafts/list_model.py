"""The list of posts as Qt sees it: rows under headings, handed out page by page."""

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from cmstation.domain.drafts import Draft, DraftRow
from cmstation.ui.dates import when_words
from cmstation.ui.drafts.arrange import Heading, Listing
from cmstation.ui.kit.states import state_word

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
PAGE = 150
FIRST_WORDS, MOST_WORDS = 140, 160


class DraftListModel(QAbstractListModel):
    """Posts and headings, in the order in which they are read.

    Rows beyond the first page are handed out as the view scrolls (`fetchMore`), so that
    ten thousand posts cost no more than the first screen.
    """

    PostRole = int(Qt.ItemDataRole.UserRole)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._listing = Listing((), {}, ())
        self._changed: dict[int, DraftRow] = {}
        self._handed_out = 0
        self._now: datetime | None = None
        self._zone = "UTC"

    def show_listing(self, listing: Listing, now: datetime, zone: str) -> None:
        """Replace everything that is shown; entries that stand where they stood are only drawn again."""
        stayed = listing.keys == self._listing.keys
        self._now, self._zone = now, zone
        if stayed:
            self._listing, self._changed = listing, {}
            if self._handed_out:
                self.dataChanged.emit(self.index(0, 0), self.index(self._handed_out - 1, 0))
            return
        self.beginResetModel()
        self._listing, self._changed = listing, {}
        self._handed_out = min(max(PAGE, self._handed_out), len(listing.entries))
        self.endResetModel()

    def take_in(self, draft: Draft) -> bool:
        """Show a changed post in its place; False when it belongs elsewhere in the list now."""
        place = self._listing.places.get(draft.id)
        row = None if place is None else self._row(place)
        when = None if draft.planned is None else draft.planned.instant
        if place is None or row is None or row.state is not draft.state:
            return False
        if row.when != when and not draft.deliveries:
            return False
        if row.accounts != draft.accounts or row.theme != draft.theme:
            return False
        self._changed[place] = replace(row, title=draft.title, first_words=first_words(draft.text))
        if place < self._handed_out:
            self.dataChanged.emit(self.index(place, 0), self.index(place, 0))
        return True

    def entry(self, index: Index) -> DraftRow | Heading | None:
        """Return the post or heading at an index."""
        if not index.isValid() or index.row() >= len(self._listing.entries):
            return None
        return self._changed.get(index.row()) or self._listing.entries[index.row()]

    def row(self, post: int) -> DraftRow | None:
        """Return a post's row, None when it is not listed."""
        place = self._listing.places.get(post)
        return None if place is None else self._row(place)

    def when_words(self, row: DraftRow) -> str:
        """Return a row's time in words, "" when it has none."""
        if row.when is None or self._now is None:
            return ""
        return when_words(row.when, self._zone, self._now)

    def index_of(self, post: int) -> QModelIndex:
        """Return where a post stands, handing out pages up to it; invalid when it is not listed."""
        place = self._listing.places.get(post)
        if place is None:
            return QModelIndex()
        while place >= self._handed_out:
            self.fetchMore(ROOT)
        return self.index(place, 0)

    def nearest_post(self, place: int, way: int) -> QModelIndex:
        """Return the post at a place, or the next one in a direction (1 or -1), or the last one before."""
        last = len(self._listing.entries) - 1
        place = min(max(place, 0), last)
        for step in (way, -way):
            found = place
            while 0 <= found <= last:
                row = self._row(found)
                if row is not None:
                    return self.index_of(row.id)
                found += step
        return QModelIndex()

    def posts(self) -> int:
        """Return how many posts are listed, headings left out."""
        return len(self._listing.places)

    # --- Qt ---

    def rowCount(self, parent: Index = ROOT, /) -> int:
        return 0 if parent.isValid() else self._handed_out

    def canFetchMore(self, parent: Index, /) -> bool:
        return not parent.isValid() and self._handed_out < len(self._listing.entries)

    def fetchMore(self, parent: Index, /) -> None:
        more = min(PAGE, len(self._listing.entries) - self._handed_out)
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

    def _row(self, place: int) -> DraftRow | None:
        found = self._changed.get(place) or self._listing.entries[place]
        return found if isinstance(found, DraftRow) else None

    def _described(self, row: DraftRow) -> str:
        networks = ", ".join(network.proper_name for network in row.networks)
        title = row.title or row.first_words or self.tr("Untitled")
        parts = (title, state_word(row.state.value), self.when_words(row), networks)
        return " · ".join(part for part in parts if part)


def first_words(text: str) -> str:
    """Return what a row says of a text."""
    return " ".join(text[:MOST_WORDS].split())[:FIRST_WORDS]
