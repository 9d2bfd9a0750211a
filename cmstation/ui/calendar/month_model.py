"""A month as Qt sees it: a table of weeks and days, each day with its posts."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from cmstation.domain.labels import Theme as EditorialLine
from cmstation.ui.calendar.months import WEEK, DayPost, Days, Month
from cmstation.ui.calendar.words import Lines, clock_note, day_in_words
from cmstation.ui.dates import full_day_words, weekday_title

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
_SPOKEN = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole)


@dataclass(frozen=True, slots=True)
class DayCell:
    """A day as it is drawn.

    Args:
        in_month: whether it belongs to the month that is shown.
        note: what is special about the day.
    """

    day: date
    posts: tuple[DayPost, ...]
    in_month: bool
    is_today: bool
    note: str

    @property
    def is_weekend(self) -> bool:
        """Whether it is a Saturday or a Sunday."""
        return self.day.weekday() >= 5


class MonthModel(QAbstractTableModel):
    """The weeks of one month."""

    def __init__(self, month: Month, today: date, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.month = month
        self._weeks = month.weeks
        self._today = today
        self._zone = "UTC"
        self._days: Days = {}
        self._lines: Lines = {}
        self._notes: dict[date, str] = {}

    @property
    def today(self) -> date:
        """The day that is marked as today."""
        return self._today

    @property
    def lines(self) -> Lines:
        """The editorial lines by identity."""
        return self._lines

    def show_month(self, month: Month) -> None:
        """Show another month of what is known."""
        if month == self.month:
            return
        weeks = month.weeks
        same_shape = len(weeks) == len(self._weeks)
        if not same_shape:
            self.beginResetModel()
        self.month, self._weeks = month, weeks
        self._notes.clear()
        if same_shape:
            self._tell_all()
        else:
            self.endResetModel()

    def show_posts(self, days: Days, today: date, zone: str) -> None:
        """Replace the posts of all days."""
        same = (today, zone) == (self._today, self._zone) and not self._differs(days)
        self._days, self._today = days, today
        if zone != self._zone:
            self._zone = zone
            self._notes.clear()
        if not same:  # drawing a whole month is most of the work of turning its page
            self._tell_all()

    def show_lines(self, lines: Mapping[int, EditorialLine]) -> None:
        """Replace the editorial lines."""
        if lines != self._lines:
            self._lines = dict(lines)
            self._tell_all()

    def day(self, index: Index) -> date:
        """Return the day at an index."""
        return self._weeks[index.row()] + timedelta(days=index.column())

    def index_of(self, day: date) -> QModelIndex:
        """Return where a day stands; invalid when the month does not show it."""
        place = (day - self._weeks[0]).days
        if not 0 <= place < len(self._weeks) * WEEK:
            return QModelIndex()
        return self.index(place // WEEK, place % WEEK)

    def posts(self, day: date) -> tuple[DayPost, ...]:
        """Return the posts of a day."""
        return self._days.get(day, ())

    def cell(self, index: Index) -> DayCell:
        """Return the day at an index as it is drawn."""
        day = self.day(index)
        return DayCell(day, self.posts(day), day in self.month, day == self._today, self._note(day))

    # --- Qt ---

    def rowCount(self, parent: Index = ROOT, /) -> int:
        return 0 if parent.isValid() else len(self._weeks)

    def columnCount(self, parent: Index = ROOT, /) -> int:
        return 0 if parent.isValid() else WEEK

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole, /) -> object:
        if not index.isValid() or role not in _SPOKEN:
            return None
        cell = self.cell(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return full_day_words(cell.day)
        return day_in_words(cell.day, cell.posts, self._lines, today=cell.is_today, note=cell.note)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole, /
    ) -> object:
        if orientation == Qt.Orientation.Horizontal:
            return weekday_title(section + 1) if role in _SPOKEN else None
        number = self._weeks[section].isocalendar().week
        if role == Qt.ItemDataRole.DisplayRole:
            return str(number)
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return self.tr("Week {number}").format(number=number)
        return None

    def flags(self, index: Index, /) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def _note(self, day: date) -> str:
        if day not in self._notes:
            self._notes[day] = clock_note(day, self._zone)
        return self._notes[day]

    def _differs(self, days: Days) -> bool:
        """Tell whether a day that is shown has other posts there."""
        first, count = self._weeks[0], len(self._weeks) * WEEK
        shown = (first + timedelta(days=place) for place in range(count))
        return any(self.posts(day) != days.get(day, ()) for day in shown)

    def _tell_all(self) -> None:
        self.dataChanged.emit(self.index(0, 0), self.index(len(self._weeks) - 1, WEEK - 1))
        self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(self._weeks) - 1)
