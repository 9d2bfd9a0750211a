"""An hour to type, as every dialog of the calendar has it."""

from datetime import datetime, time

from PySide6.QtCore import QTime
from PySide6.QtWidgets import QTimeEdit, QWidget

_WIDTH = 84


class HourField(QTimeEdit):
    """An hour to type, to the minute."""

    def __init__(self, name: str, wall: time, *, parent: QWidget | None = None) -> None:
        """Make the field.

        Args:
            name: for those who do not see it.
        """
        super().__init__(parent)
        self.setDisplayFormat("HH:mm")
        self.setMinimumWidth(_WIDTH)
        self.setAccessibleName(name)
        self.show_hour(wall)

    def hour(self) -> time:
        """Return what is chosen."""
        return time(self.time().hour(), self.time().minute())

    def show_hour(self, wall: time | datetime) -> None:
        """Show an hour."""
        self.setTime(QTime(wall.hour, wall.minute))
