"""Stories for the list: all their identities at once, their rows when they are looked at."""

from array import array
from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
    Slot,
)

from cmstation.domain.watch import StoryRow
from cmstation.ui.watch.words import story_words

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
# Rows around those that are seen are read with them; the ones seen longest ago are forgotten.
AT_ONCE = 60
MOST_ROWS = 3_000


class StoryModel(QAbstractListModel):
    """Hundreds of thousands of stories, of which a few hundred are known.

    Nothing here goes through all stories in Python: the window would stand still meanwhile.

    Signals:
        rows_wanted: identities (`tuple[int, ...]`) whose rows are to be read.
    """

    rows_wanted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keys: Sequence[int] = array("q")
        self._rows: dict[int, StoryRow] = {}
        self._stale: set[int] = set()
        self._asked: set[int] = set()
        self._where: dict[int, int] = {}
        self._wanted: list[int] = []
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._ask)

    @property
    def keys(self) -> Sequence[int]:
        """The identities of all stories, in their order."""
        return self._keys

    def show_keys(self, keys: Sequence[int]) -> None:
        """Show other stories; rows that are known stay known."""
        if keys == self._keys:
            return
        self.beginResetModel()
        self._keys = keys
        self._where.clear()
        self._asked.clear()
        self._wanted.clear()
        self.endResetModel()

    def show_rows(self, rows: Sequence[StoryRow]) -> None:
        """Take in rows that were read."""
        places: list[int] = []
        for row in rows:
            self._rows.pop(row.story, None)
            self._rows[row.story] = row
            if row.story in self._asked:  # else it was read before something about it changed
                self._asked.discard(row.story)
                self._stale.discard(row.story)
            if row.story in self._where:
                places.append(self._where[row.story])
        if places:
            self.dataChanged.emit(self.index(min(places)), self.index(max(places)))
        while len(self._rows) > MOST_ROWS:
            oldest = next(iter(self._rows))
            del self._rows[oldest]
            self._stale.discard(oldest)

    def forget_rows(self) -> None:
        """Read rows anew when they are looked at: something about them has changed."""
        self._asked.clear()
        self._wanted.clear()
        self._stale.update(self._rows)
        if self._keys:
            self.dataChanged.emit(self.index(0), self.index(len(self._keys) - 1))

    def story(self, index: Index) -> int | None:
        """Return the identity of the story at an index."""
        return self._keys[index.row()] if index.isValid() and index.row() < len(self._keys) else None

    def row(self, index: Index) -> StoryRow | None:
        """Return a story as it is shown; None while it is being read, which this asks for.

        One that has changed is asked for too, and shown as it was until it comes.
        """
        story = self.story(index)
        if story is None:
            return None
        if story not in self._asked and self._is_to_be_read(story):
            self._want_around(index.row())
        return self._rows.get(story)

    def known(self, story: int) -> StoryRow | None:
        """Return a row if it was read."""
        return self._rows.get(story)

    def place(self, story: int) -> int | None:
        """Return where a story stands; None when it is not among them."""
        try:
            return self._keys.index(story)
        except ValueError:
            return None

    def index_of(self, story: int) -> QModelIndex:
        """Return the index of a story, an invalid one when it is not there."""
        place = self.place(story)
        return self.index(place) if place is not None else QModelIndex()

    # --- Qt ---

    def rowCount(self, parent: Index = ROOT, /) -> int:
        return 0 if parent.isValid() else len(self._keys)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole, /) -> object:
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        row = self.row(index)
        if row is None:
            return ""
        return row.title if role == Qt.ItemDataRole.DisplayRole else story_words(row)

    # --- inside ---

    def _is_to_be_read(self, story: int) -> bool:
        return story not in self._rows or story in self._stale

    def _want_around(self, place: int) -> None:
        first = max(0, place - AT_ONCE // 3)
        for there, story in enumerate(self._keys[first : first + AT_ONCE], first):
            if story not in self._asked and self._is_to_be_read(story):
                self._asked.add(story)
                self._where[story] = there
                self._wanted.append(story)
        if not self._soon.isActive():
            self._soon.start(0)

    @Slot()
    def _ask(self) -> None:
        wanted, self._wanted = tuple(self._wanted), []
        if wanted:
            self.rows_wanted.emit(wanted)
