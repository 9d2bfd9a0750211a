"""The month that opens under a date field, without the system's reds and blues."""

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QPalette, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QTableView, QToolButton, QWidget

from cmstation.ui.icons import Icons
from cmstation.ui.theme.tokens import IconSize

_WEEKEND = (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday)


class DayPicker(QCalendarWidget):
    """Choose a day: `date_edit.setCalendarPopup(True)`, then `setCalendarWidget(DayPicker(icons))`."""

    def __init__(self, icons: Icons, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        self.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        for name, icon in (
            ("qt_calendar_prevmonth", "chevron-left"),
            ("qt_calendar_nextmonth", "chevron-right"),
        ):
            button = self.findChild(QToolButton, name)
            if button is not None:
                button.setIconSize(QSize(IconSize.CONTROL, IconSize.CONTROL))
                icons.bind(button, icon)
        icons.theme.changed.connect(self._recolour)
        self._recolour()

    def name(self, words: str) -> None:
        """Say what is chosen here, to those who do not see it."""
        self.setAccessibleName(words)
        for table in self.findChildren(QTableView):
            table.setAccessibleName(words)

    @Slot()
    def _recolour(self) -> None:
        theme = self._icons.theme
        bar = self.findChild(QWidget, "qt_calendar_navigationbar")
        if bar is not None:
            palette = QPalette()
            palette.setColor(QPalette.ColorRole.Highlight, theme.colour("surface"))
            palette.setColor(QPalette.ColorRole.HighlightedText, theme.colour("text"))
            bar.setPalette(palette)
        quiet = QTextCharFormat()
        quiet.setForeground(theme.colour("muted"))
        quiet.setBackground(theme.colour("surface"))
        self.setHeaderTextFormat(quiet)
        plain = QTextCharFormat()
        plain.setForeground(theme.colour("text"))
        for day in _WEEKEND:
            self.setWeekdayTextFormat(day, plain)
