"""A month as Qt sees it: a table of weeks and days, each day with its items."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from cmstation.domain.calendar import CalendarItem, ItemKey, Plan
from cmstation.ui.calendar.item_words import day_words, item_words
from cmstation.ui.calendar.look import PlanLook
from cmstation.ui.calendar.months import WEEK, Month
from cmstation.ui.calendar.remarks import NOTHING, DayRemarks, remarks_of, remarks_words
from cmstation.ui.calendar.weeks import Week, items_by_day, walk_of, weeks_of
from cmstation.ui.dates import full_day_words, weekday_title

Index: TypeAlias = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
_SPOKEN = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole)


@dataclass(frozen=True, slots=True)
class DayCell:
    """A day as it is drawn.

    Args:
        in_month: whether it belongs to the month that is shown.
    """

    day: date
    in_month: bool
    is_today: bool
    remarks: DayRemarks

    @property
    def is_quiet(self) -> bool:
        """Whether its ground steps back: a Saturday, a Sunday, a day of another month."""
        return self.day.weekday() >= 5 or not self.in_month


class MonthModel(QAbstractTableModel):
    """The weeks of one month of a plan."""

    def __init__(self, month: Month, today: date, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.month = month
        self.plan = Plan(month.weeks[0], month.weeks[0], "UTC")
        self.look = PlanLook(today, datetime.combine(today, datetime.min.time(), UTC))
        self._mondays = month.weeks
        self._current: ItemKey | None = None
        self._arrange()

    @property
    def shown_days(self) -> tuple[date, date]:
        """The days of the weeks that are shown, the end exclusive."""
        return self._mondays[0], self._mondays[-1] + timedelta(days=WEEK)

    def show_month(self, month: Month) -> None:
        """Show another month of what is known."""
        if month == self.month:
            return
        mondays = month.weeks
        same_shape = len(mondays) == len(self._mondays)
        if not same_shape:
            self.beginResetModel()
        self.month, self._mondays = month, mondays
        self._arrange()
        if same_shape:
            self._tell_all()
        else:
            self.endResetModel()

    def show_plan(self, plan: Plan, look: PlanLook) -> bool:
        """Show another plan; tell whether anything is to be drawn anew."""
        arranged = (self._weeks, self._remarks)
        same_plan = plan == self.plan
        # The minute that it is now draws nothing in a month.
        same_look = _still(look) == _still(self.look)
        self.plan, self.look = plan, look
        if not same_plan:
            self._arrange()
        changed = not same_look or arranged != (self._weeks, self._remarks)
        if changed:
            self._tell_all()
        return changed

    def point_at(self, item: ItemKey | None) -> None:
        """Say which item the person is on; its day tells it to those who do not see."""
        self._current = item

    def day(self, index: Index) -> date:
        """Return the day at an index."""
        return self._mondays[index.row()] + timedelta(days=index.column())

    def index_of(self, day: date) -> QModelIndex:
        """Return where a day stands; invalid when the month does not show it."""
        place = (day - self._mondays[0]).days
        if not 0 <= place < len(self._mondays) * WEEK:
            return QModelIndex()
        return self.index(place // WEEK, place % WEEK)

    def week(self, row: int) -> Week:
        """Return one week with its bars."""
        return self._weeks[row]

    def items(self, day: date) -> tuple[CalendarItem, ...]:
        """Return all items of a day: several days first, whole days, then by hour."""
        return self._days.get(day, ())

    def item(self, key: ItemKey) -> CalendarItem | None:
        """Return an item that the month shows or counts."""
        return self._items.get(key)

    def walk(self) -> tuple[tuple[date, CalendarItem], ...]:
        """Return each item once, with the first of its days that is shown."""
        return self._walk

    def remarks(self, day: date) -> DayRemarks:
        """Return what is special about a day."""
        return self._remarks.get(day, NOTHING)

    def cell(self, index: Index) -> DayCell:
        """Return the day at an index as it is drawn."""
        day = self.day(index)
        return DayCell(day, day in self.month, day == self.look.today, self.remarks(day))

    # --- Qt ---

    def rowCount(self, parent: Index = ROOT, /) -> int:
        return 0 if parent.isValid() else len(self._mondays)

    def columnCount(self, parent: Index = ROOT, /) -> int:
        return 0 if parent.isValid() else WEEK

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole, /) -> object:
        if not index.isValid():
            return None
        day = self.day(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return full_day_words(day)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            remarks = remarks_words(self.remarks(day))
            return day_words(day, self.items(day), self.look, self.plan.zone, remarks)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return self._current_words(day)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole, /
    ) -> object:
        if orientation == Qt.Orientation.Horizontal:
            return weekday_title(section + 1) if role in _SPOKEN else None
        number = self._mondays[section].isocalendar().week
        if role == Qt.ItemDataRole.DisplayRole:
            return str(number)
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return self.tr("Week {number}").format(number=number)
        return None

    def flags(self, index: Index, /) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    # --- inside ---

    def _arrange(self) -> None:
        start, end = self.shown_days
        self._weeks = weeks_of(self._mondays, self.plan)
        self._days: Mapping[date, tuple[CalendarItem, ...]] = items_by_day(self.plan.items, start, end)
        self._items = {item.key: item for items in self._days.values() for item in items}
        self._walk = walk_of(self._weeks)
        self._remarks = remarks_of(self.plan, start, end)

    def _current_words(self, day: date) -> str | None:
        """Say the item that the person is on, when it stands on this day."""
        item = self._items.get(self._current) if self._current is not None else None
        if item is None or not item.first <= day <= item.last:
            return None
        return item_words(item, self.look, self.plan.zone)

    def _tell_all(self) -> None:
        self.dataChanged.emit(self.index(0, 0), self.index(len(self._mondays) - 1, WEEK - 1))
        self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(self._mondays) - 1)


def _still(look: PlanLook) -> tuple[object, ...]:
    return look.today, look.lines, look.campaigns, look.accounts
