"""The health days of a year as rows: when, what, themes, and what to know."""

from collections.abc import Collection
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from cmstation.domain.folding import folded
from cmstation.domain.health_days import HealthDay
from cmstation.ui.calendar.span_words import days_words, short_days_words

_DATES, _NAME, _THEMES, _REMARK = range(4)
_THEMES_WIDTH = 220
_Role = Qt.ItemDataRole


class HealthDaysList(QTreeWidget):
    """A list to look through.

    Signals:
        day_opened: Enter or a double click on this `HealthDay`.
        day_changed: another day is chosen, or none.
    """

    day_opened = Signal(object)
    day_changed = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days: tuple[HealthDay, ...] = ()
        self.setAccessibleName(self.tr("Health days of the year"))
        self.setHeaderLabels([self.tr("When"), self.tr("Health day"), self.tr("Themes"), self.tr("Remark")])
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        header.setSectionResizeMode(_DATES, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(_REMARK, QHeaderView.ResizeMode.ResizeToContents)
        self.setColumnWidth(_THEMES, _THEMES_WIDTH)
        self.itemSelectionChanged.connect(self.day_changed)
        self.itemActivated.connect(self._open)

    def show_days(self, days: tuple[HealthDay, ...], own: Collection[str]) -> None:
        """Show the days of a year; the one that was chosen stays so.

        Args:
            own: slugs of the clinic's own days.
        """
        before = self.day()
        self.blockSignals(True)
        self.clear()
        self._days = days
        for place, day in enumerate(days):
            row = self._row(day, own=day.slug in own)
            row.setData(0, _Role.UserRole, place)
            self.addTopLevelItem(row)
            if before is not None and day.slug == before.slug:
                self.setCurrentItem(row)
        self.blockSignals(False)
        self.day_changed.emit()

    def scroll_near(self, near: date) -> None:
        """Put the first day from a date on at the top."""
        place = next((place for place, day in enumerate(self._days) if day.end >= near), None)
        row = self.topLevelItem(place) if place is not None else None
        if row is not None:
            self.scrollToItem(row, QAbstractItemView.ScrollHint.PositionAtTop)

    def day(self) -> HealthDay | None:
        """Return the day that is chosen, None where there is none or the search hides it."""
        items = self.selectedItems()
        if not items or items[0].isHidden():
            return None
        return self._days[int(items[0].data(0, _Role.UserRole))]

    def show_found(self, text: str) -> int:
        """Show only the days in whose name or themes all words stand; return how many."""
        words, shown = folded(text).split(), 0
        for place, day in enumerate(self._days):
            told = folded(" ".join((day.name_fr, day.name_en, *day.themes)))
            found = all(word in told for word in words)
            self.setRowHidden(place, self.rootIndex(), not found)
            shown += found
        self.day_changed.emit()
        return shown

    # --- inside ---

    def _row(self, day: HealthDay, *, own: bool) -> QTreeWidgetItem:
        remarks = [self.tr("to confirm")] if day.to_confirm else []
        if own:
            remarks.append(self.tr("your own"))
        themes = ", ".join(day.themes)
        row = QTreeWidgetItem([short_days_words(day.start, day.end), day.name_fr, themes, ", ".join(remarks)])
        row.setToolTip(_DATES, days_words(day.start, day.end) if day.start != day.end else "")
        row.setToolTip(_NAME, "\n".join(filter(None, (day.name_fr, day.organiser, day.source))))
        row.setToolTip(_THEMES, themes)
        return row

    @Slot(QTreeWidgetItem, int)
    def _open(self, row: QTreeWidgetItem, _column: int) -> None:
        self.day_opened.emit(self._days[int(row.data(0, _Role.UserRole))])
