"""One line in which a day of the clinic's own is added."""

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import SecondaryButton
from cmstation.ui.kit.day_field import DayField
from cmstation.ui.theme.tokens import Space


class OwnDayRow(QWidget):
    """Name, date and themes; Enter adds.

    Signals:
        added: name, date and themes.
    """

    added = Signal(str, object, str)

    def __init__(self, icons: Icons, day: date, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = QLineEdit(self)
        self.name.setPlaceholderText(self.tr("A day of your own, each year"))
        self.name.setAccessibleName(self.name.placeholderText())
        self.day = DayField(icons, self.tr("Its date"), day, parent=self)
        self.themes = QLineEdit(self)
        self.themes.setPlaceholderText(self.tr("Themes, between commas"))
        self.themes.setAccessibleName(self.themes.placeholderText())
        self.add = SecondaryButton(icons, self.tr("Add"), icon="plus", parent=self)
        self.add.setAutoDefault(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(self.name, 3)
        row.addWidget(self.day)
        row.addWidget(self.themes, 2)
        row.addWidget(self.add)
        self.name.textChanged.connect(self._look)
        for field in (self.name, self.themes):
            field.returnPressed.connect(self._add)
        self.add.clicked.connect(self._add)
        self._look()

    @Slot()
    def _look(self) -> None:
        self.add.setEnabled(bool(self.name.text().strip()))

    @Slot()
    def _add(self) -> None:
        name = self.name.text().strip()
        if not name:
            return
        self.added.emit(name, self.day.day(), self.themes.text().strip())
        self.name.clear()
        self.themes.clear()
        self.name.setFocus()
