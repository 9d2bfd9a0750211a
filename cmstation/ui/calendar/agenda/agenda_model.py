"""The agenda as Qt sees it: a list of heads, items and free days."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from cmstation.domain.calendar import ItemKey
from cmstation.ui.calendar.agenda.agenda import DayHead, FreeDays, ItemRow, Remark, Row, days_of
from cmstation.ui.calendar.item_words import item_card, item_words, title_words
from cmstation.ui.calendar.look import PlanLook
from cmstation.ui.calendar.remark_words import remark_words
from cmstation.ui.calendar.tips import plain_tip
from cmstation.ui.dates import day_title, full_day_words

translate = QCoreApplication.translate
Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class AgendaModel(QAbstractListModel):
    """The rows of some weeks; only items can be selected."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()
        self._places: dict[ItemKey, int] = {}
        self.look: PlanLook | None = None
        self.zone = "UTC"

    def show_rows(self, rows: tuple[Row, ...], look: PlanLook, zone: str) -> bool:
        """Replace the rows; say whether others stand there now."""
        others = rows != self.rows
        if others:
            self.beginResetModel()
        # The minute that it is now draws nothing here.
        same_look = self.look is not None and replace(self.look, now=look.now) == look
        redrawn = not same_look or zone != self.zone
        self.rows, self.look, self.zone = rows, look, zone
        if others:
            self._places = {row.item.key: at for at, row in enumerate(rows) if isinstance(row, ItemRow)}
            self.endResetModel()
        elif rows and redrawn:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, 0))
        return others

    def row(self, index: Index) -> Row | None:
        """Return what stands at an index."""
        return self.rows[index.row()] if 0 <= index.row() < len(self.rows) else None

    def key(self, index: Index) -> ItemKey | None:
        """Return the item at an index."""
        row = self.row(index)
        return row.item.key if isinstance(row, ItemRow) else None

    def index_of(self, key: ItemKey) -> QModelIndex:
        """Return where an item stands; invalid when it is not shown."""
        place = self._places.get(key)
        return QModelIndex() if place is None else self.index(place, 0)

    def keys(self) -> tuple[ItemKey, ...]:
        """Return every item, from above."""
        return tuple(self._places)

    # --- Qt ---

    def rowCount(self, parent: Index = ROOT, /) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole, /) -> object:
        row = self.row(index)
        if row is None or self.look is None:
            return None
        if isinstance(row, ItemRow):
            return self._item(row, self.look, role)
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return head_words(row) if isinstance(row, DayHead) else free_words(row)
        return None

    def flags(self, index: Index, /) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self.key(index) is None:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def _item(self, row: ItemRow, look: PlanLook, role: int) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return title_words(row.item)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words = item_words(row.item, look, self.zone)
            return translate("Calendar", "{item}, continued").format(item=words) if row.continues else words
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return full_day_words(row.day)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(item_card(row.item, look, self.zone))
        return None


def day_of_head(row: DayHead) -> str:
    """Name the day of a head: "Tuesday 13 October"."""
    return full_day_words(row.day, with_year=row.day.month == 1 and row.day.day == 1)


def days_of_free(row: FreeDays) -> str:
    """Name free days: "Saturday 17 October", "17 – 19 Oct"."""
    if row.count == 1:
        return full_day_words(row.first, with_year=False)
    same_month = row.first.month == row.last.month
    first, last = day_title(row.first, with_month=not same_month), day_title(row.last, with_month=True)
    return f"{first} – {last}"


def count_of_free(row: FreeDays) -> str:
    """Say how many days are free: "3 days without a publication"."""
    return translate("Calendar", "%n day(s) without a publication", "", row.count)


def week_words(row: Row) -> str:
    """Say which weeks begin in a row: "Week 42", "Weeks 43 – 45", "" for none."""
    weeks: tuple[int, ...] = ()
    if isinstance(row, FreeDays):
        weeks = row.weeks
    elif isinstance(row, DayHead) and row.week is not None:
        weeks = (row.week,)
    if not weeks:
        return ""
    if len(weeks) == 1:
        return translate("Calendar", "Week {number}").format(number=weeks[0])
    return translate("Calendar", "Weeks {first} – {last}").format(first=weeks[0], last=weeks[-1])


def head_words(row: DayHead) -> str:
    """Say the head of a day: its date, its week, what is special about it."""
    name = full_day_words(row.day)
    if row.is_today:
        name = translate("Calendar", "{day}, today").format(day=name)
    nothing = translate("Calendar", "Without a publication") if row.empty else ""
    return _joined((name, week_words(row), *map(remark_words, row.remarks), nothing))


def free_words(row: FreeDays) -> str:
    """Say free days: which, how many, what is special about them."""
    special = (special_words(row, remark) for remark in row.remarks)
    return _joined((days_of_free(row), count_of_free(row), week_words(row), *special))


def special_words(row: DayHead | FreeDays, remark: Remark) -> str:
    """Say what is special about a day; among several free days, which one is meant."""
    words = remark_words(remark)
    if isinstance(row, DayHead) or row.count == 1:
        return words
    day = day_title(row.day_of(remark), with_month=True)
    return translate("Calendar", "{day}: {name}").format(day=day, name=words)


def span_in_words(rows: Iterable[Row]) -> str:
    """Say how much is shown, for those who do not see it."""
    listed = list(rows)
    if not listed:
        return ""
    items = sum(isinstance(row, ItemRow) for row in listed)
    first, last = days_of(listed[0])[0], days_of(listed[-1])[1]
    return translate("Calendar", "{first} to {last}, {items}").format(
        first=full_day_words(first, with_year=False),
        last=full_day_words(last),
        items=translate("Calendar", "%n item(s)", "", items),
    )


def _joined(parts: Iterable[str]) -> str:
    return ", ".join(part for part in parts if part)
