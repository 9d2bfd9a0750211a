"""Hours in which no alert is told: at night, and at the weekend."""

from collections.abc import Iterable
from datetime import time
from typing import Final

from PySide6.QtCore import QTime
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QTimeEdit, QWidget

from cmstation.domain.watch_alert_hours import QuietHours
from cmstation.ui.icons import Icons
from cmstation.ui.kit.labels import Words
from cmstation.ui.theme.tokens import Space

_WEEKEND: Final = frozenset({5, 6})
_EVENING, _MORNING = time(20), time(7, 30)
_WIDTH = 84


class QuietRow(QWidget):
    """From when to when, and whether at the weekend; hours of another kind stay as they are."""

    def __init__(
        self, icons: Icons, quiet: Iterable[QuietHours], zone: str, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._zone = zone
        hours = list(quiet)
        weekend = next((one for one in hours if _is_weekend(one)), None)
        night = next((one for one in hours if one is not weekend), None)
        self._others = [one for one in hours if one is not weekend and one is not night]
        self._night = night
        self.at_night = QCheckBox(self.tr("Tell nothing &between"), self)
        self.at_night.setChecked(night is not None)
        self.start = self._hour(self.tr("Quiet from"), night.start if night else _EVENING)
        self.end = self._hour(self.tr("Quiet until"), night.end if night else _MORNING)
        self.at_weekend = QCheckBox(self.tr("nor at the week&end"), self)
        self.at_weekend.setChecked(weekend is not None)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(self.at_night)
        row.addWidget(self.start)
        row.addWidget(Words(icons, self.tr("and")))
        row.addWidget(self.end)
        row.addSpacing(Space.M)
        row.addWidget(self.at_weekend)
        row.addStretch(1)
        for field in (self.start, self.end):
            field.setEnabled(self.at_night.isChecked())
            self.at_night.toggled.connect(field.setEnabled)

    def hours(self) -> tuple[QuietHours, ...]:
        """Return the hours that are chosen."""
        found: list[QuietHours] = []
        if self.at_night.isChecked():
            days = self._night.days if self._night is not None else frozenset(range(7))
            found.append(QuietHours(_time(self.start), _time(self.end), self._zone, days))
        if self.at_weekend.isChecked():
            found.append(QuietHours(time(), time(), self._zone, _WEEKEND))
        return (*found, *self._others)

    # --- inside ---

    def _hour(self, name: str, wall: time) -> QTimeEdit:
        field = QTimeEdit(QTime(wall.hour, wall.minute), self)
        field.setDisplayFormat("HH:mm")
        field.setMinimumWidth(_WIDTH)
        field.setAccessibleName(name)
        return field


def _is_weekend(hours: QuietHours) -> bool:
    return hours.days == _WEEKEND and hours.start == hours.end == time()


def _time(field: QTimeEdit) -> time:
    return time(field.time().hour(), field.time().minute())
