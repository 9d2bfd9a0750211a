"""Fields for a day and an hour, as every dialog of the calendar has them."""

from datetime import date, datetime, time

from PySide6.QtCore import QDate, QTime
from PySide6.QtWidgets import QDateEdit, QTimeEdit, QWidget

from cmstation.ui.icons import Icons
from cmstation.ui.kit.day_picker import DayPicker

_DAY_WIDTH, _TIME_WIDTH = 132, 84


class DayField(QDateEdit):
    """A day to type, or to choose in the month that opens under it."""

    def __init__(self, icons: Icons, name: str, day: date, *, parent: QWidget | None = None) -> None:
        """Make the field.

        Args:
            name: for those who do not see it.
        """
        super().__init__(parent)
        self.setCalendarPopup(True)
        self.setCalendarWidget(DayPicker(icons, parent=self))
        self.setMinimumWidth(_DAY_WIDTH)
        self.setAccessibleName(name)
        self.show_day(day)

    def day(self) -> date:
        """Return what is chosen."""
        chosen = self.date()
        return date(chosen.year(), chosen.month(), chosen.day())

    def show_day(self, day: date) -> None:
        """Show a day."""
        self.setDate(QDate(day.year, day.month, day.day))


class HourField(QTimeEdit):
    """An hour to type, to the minute."""

    def __init__(self, name: str, wall: time, *, parent: QWidget | None = None) -> None:
        """Make the field.

        Args:
            name: for those who do not see it.
        """
        super().__init__(parent)
        self.setDisplayFormat("HH:mm")
        self.setMinimumWidth(_TIME_WIDTH)
        self.setAccessibleName(name)
        self.show_hour(wall)

    def hour(self) -> time:
        """Return what is chosen."""
        return time(self.time().hour(), self.time().minute())

    def show_hour(self, wall: time | datetime) -> None:
        """Show an hour."""
        self.setTime(QTime(wall.hour, wall.minute))
