"""A month as Qt sees it: a table of weeks and days, each day with its items."""

from datetime import UTC, date, datetime, timedelta
from typing import TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from cmstation.domain.calendar import CalendarItem, ItemKey, Plan
from cmstation.ui.calendar.indexed_plan import indexed
from cmstation.ui.calendar.item_words import day_words, item_words
from cmstation.ui.calendar.look import PlanLook
from cmstation.ui.calendar.month.month_page import DayCell, MonthPage, month_page
from cmstation.ui.calendar.month.weeks import Week
from cmstation.ui.calendar.months import WEEK, Month
from cmstation.ui.calendar.remarks import NOTHING, DayRemarks, remarks_words
from cmstation.ui.dates import full_day_words, weekday_title

Index: TypeAlias = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
# Three on either side of the one that is shown.
_MOST_PAGES = 7
_SPOKEN = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole)


class MonthModel(QAbstractTableModel):
    """The weeks of one month of a plan.

    Months that were arranged are kept as long as the plan is: one turns to and fro.
    """

    def __init__(self, month: Month, today: date, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.plan = indexed(Plan(month.weeks[0], month.weeks[0], "UTC"))
        self.look = PlanLook(today, datetime.combine(today, datetime.min.time(), UTC))
        self._current: ItemKey | None = None
        self._pages: dict[Month, MonthPage] = {}
        self.page = self.page_of(month)

    @property
    def month(self) -> Month:
        """The month that is shown."""
        return self.page.month

    @property
    def shown_days(self) -> tuple[date, date]:
        """The days of the weeks that are shown, the end exclusive."""
        return self.page.weeks[0].monday, self.page.end

    def page_of(self, month: Month) -> MonthPage:
        """Arrange a month, or give it again."""
        found = self._pages.get(month)
        if found is None:
            if len(self._pages) >= _MOST_PAGES:
                del self._pages[next(iter(self._pages))]
            found = self._pages[month] = month_page(self.plan, month)
        return found

    def knows(self, month: Month) -> bool:
        """Tell whether a month is arranged already."""
        return month in self._pages

    def show_month(self, month: Month) -> None:
        """Show another month of what is known."""
        if month == self.month:
            return
        page = self.page_of(month)
        same_shape = len(page.weeks) == len(self.page.weeks)
        if not same_shape:
            self.beginResetModel()
        self.page = page
        if same_shape:
            self._tell_all()
        else:
            self.endResetModel()

    def show_plan(self, plan: Plan, look: PlanLook) -> bool:
        """Show another plan; tell whether anything is to be drawn anew."""
        before, same_zone = self.page, plan.zone == self.plan.zone
        # The minute that it is now draws nothing in a month.
        same_look = look_drawn(look) == look_drawn(self.look)
        self.look = look
        plan = indexed(plan)
        if plan != self.plan:
            self.plan = plan
            self._pages.clear()
            found = self.page_of(self.month)
            if found != before:
                self.page = found
            else:
                self._pages[self.month] = before
        else:
            self.plan = plan
        changed = not same_look or not same_zone or self.page is not before
        if changed:
            self._tell_all()
        return changed

    def point_at(self, item: ItemKey | None) -> None:
        """Say which item the person is on; its day tells it to those who do not see."""
        self._current = item

    def day(self, index: Index) -> date:
        """Return the day at an index."""
        return self.page.weeks[index.row()].monday + timedelta(days=index.column())

    def index_of(self, day: date) -> QModelIndex:
        """Return where a day stands; invalid when the month does not show it."""
        place = (day - self.page.weeks[0].monday).days
        if not 0 <= place < len(self.page.weeks) * WEEK:
            return QModelIndex()
        return self.index(place // WEEK, place % WEEK)

    def week(self, row: int) -> Week:
        """Return one week with its bars."""
        return self.page.weeks[row]

    def items(self, day: date) -> tuple[CalendarItem, ...]:
        """Return all items of a day: several days first, whole days, then by hour."""
        return self.page.days.get(day, ())

    def item(self, key: ItemKey) -> CalendarItem | None:
        """Return an item that the month shows or counts."""
        item = self.plan.known.get(key)
        start, end = self.shown_days
        return item if item is not None and item.first < end and start <= item.last else None

    def walk(self) -> tuple[tuple[date, CalendarItem], ...]:
        """Return each item once, with the first of its days that is shown."""
        return self.page.walk

    def remarks(self, day: date) -> DayRemarks:
        """Return what is special about a day."""
        return self.page.remarks.get(day, NOTHING)

    def cell(self, index: Index) -> DayCell:
        """Return the day at an index as it is drawn."""
        return self.page.cell(index.row(), index.column(), self.look.today)

    # --- Qt ---

    def rowCount(self, parent: Index = ROOT, /) -> int:
        return 0 if parent.isValid() else len(self.page.weeks)

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
        number = self.page.weeks[section].monday.isocalendar().week
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

    def _current_words(self, day: date) -> str | None:
        """Say the item that the person is on, when it stands on this day."""
        item = self.item(self._current) if self._current is not None else None
        if item is None or not item.first <= day <= item.last:
            return None
        return item_words(item, self.look, self.plan.zone)

    def _tell_all(self) -> None:
        self.dataChanged.emit(self.index(0, 0), self.index(len(self.page.weeks) - 1, WEEK - 1))
        self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(self.page.weeks) - 1)


def look_drawn(look: PlanLook) -> tuple[object, ...]:
    """Return what of a look is seen in a month."""
    return look.today, look.lines, look.campaigns, look.accounts
