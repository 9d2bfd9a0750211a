"""The table of days as one walks through it: on a day, in a month."""

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from cmstation.ui.calendar.month.month_model import Index
from cmstation.ui.calendar.month.month_table import MonthTable
from cmstation.ui.calendar.months import Month, within_reach
from cmstation.ui.icons import Icons


class MonthPages(MonthTable):
    """Months, one at a time.

    Signals:
        moved: the person is on another day or in another month.
    """

    moved = Signal()
    _going = True

    def __init__(self, icons: Icons, today: date, parent: QWidget | None = None) -> None:
        super().__init__(icons, today, parent)
        self.setCurrentIndex(self.model_of_days.index_of(today))
        self._going = False

    @property
    def month(self) -> Month:
        """The month that is shown."""
        return self.model_of_days.month

    @property
    def day(self) -> date:
        """The day the person is on."""
        index = self.currentIndex()
        return self.model_of_days.day(index) if index.isValid() else self.month.first

    def go_to(self, day: date, *, month: Month | None = None) -> None:
        """Show a day, in its own month unless another one that shows it is named."""
        day = within_reach(day)
        before = (self.month, self.day)
        shown = month if month is not None and month.shows(day) else Month.of(day)
        self._going = True
        self.model_of_days.show_month(shown)
        self.setCurrentIndex(self.model_of_days.index_of(day))
        self._going = False
        if self.month != before[0]:
            self.executeDelayedItemsLayout()  # later it would draw everything a second time
            self.leave_page()
        if (self.month, self.day) != before:
            self.moved.emit()

    def stand_on(self, day: date) -> None:
        """Go to a day that is shown, without turning the page."""
        self.go_to(day, month=self.month)

    @Slot(int)
    def turn(self, steps: int) -> None:
        """Show another month, on the day of the same number."""
        self.go_to(self.month.shifted(steps).day(self.day.day))

    def span(self) -> tuple[date, date]:
        """Return the days of the weeks that are shown, the end exclusive."""
        return self.model_of_days.shown_days

    def leave_page(self) -> None:
        """Forget what belonged to the month before."""

    def currentChanged(self, current: Index, previous: Index, /) -> None:
        super().currentChanged(current, previous)
        # Somebody else than the person's hands may go to a day: a screen reader does.
        if not self._going and current.isValid():
            self.moved.emit()
