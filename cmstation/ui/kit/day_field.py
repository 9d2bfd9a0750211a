"""A day to type, with a month under it to choose from."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit, QWidget

from cmstation.ui.kit.day_picker import DayPicker

if TYPE_CHECKING:
    from cmstation.ui.icons import Icons

_WIDTH = 132


class DayField(QDateEdit):
    """A day to type, or to choose in the month that opens under it."""

    def __init__(
        self, icons: "Icons", name: str, day: date | None = None, *, parent: QWidget | None = None
    ) -> None:
        """Make the field.

        Args:
            name: for those who do not see it.
            day: None when it is shown later.
        """
        super().__init__(parent)
        self.setCalendarPopup(True)
        picker = DayPicker(icons, parent=self)
        picker.name(name)
        self.setCalendarWidget(picker)
        self.setMinimumWidth(_WIDTH)
        self.setAccessibleName(name)
        if day is not None:
            self.show_day(day)

    def day(self) -> date:
        """Return what is chosen."""
        chosen = self.date()
        return date(chosen.year(), chosen.month(), chosen.day())

    def show_day(self, day: date) -> None:
        """Show a day."""
        self.setDate(QDate(day.year, day.month, day.day))
