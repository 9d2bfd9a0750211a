"""The button that says when a post leaves, with usual times in its menu."""

from datetime import datetime, timedelta

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from cmstation.domain.clock import Clock, SystemClock
from cmstation.domain.planned_time import USUAL_ZONE, PlannedTime, at_wall_time
from cmstation.ui.dates import local, planned_words
from cmstation.ui.icons import Icons


class WhenButton(QToolButton):
    """Says when a post leaves; its menu offers usual times.

    Signals:
        planned: the chosen time, or None for "no date yet".
        other_wanted: another day or time than the menu's.
    """

    planned = Signal(object)
    other_wanted = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone = USUAL_ZONE
        self._clock: Clock = SystemClock()
        self._planned: PlannedTime | None = None
        self.setProperty("kind", "secondary")
        self.setProperty("controlSize", "normal")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        icons.bind(self, "clock")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill_menu)
        self.setMenu(self._menu)

    def attach(self, clock: Clock) -> None:
        """Receive the clock that tells what "this evening" is."""
        self._clock = clock

    def show_planned(self, planned: PlannedTime | None, now: datetime, zone: str) -> None:
        """Show when the post leaves."""
        self._planned, self._zone = planned, zone
        words = self.tr("No date yet") if planned is None else planned_words(planned, now, zone)
        self.setText(words)
        self.setAccessibleName(self.tr("When: {time}").format(time=words))

    @Slot()
    def _fill_menu(self) -> None:
        self._menu.clear()
        for words, wall in self._usual(local(self._clock.now(), self._zone).replace(tzinfo=None)):
            self._add(words, wall)
        other = self._menu.addAction(self.tr("Another day or time…"))
        other.triggered.connect(self.other_wanted)
        if self._planned is not None:
            self._menu.addSeparator()
            none = self._menu.addAction(self.tr("No date yet"))
            none.triggered.connect(self._clear)

    def _usual(self, now: datetime) -> list[tuple[str, datetime]]:
        """Return the usual times that lie ahead."""
        evening = now.replace(hour=18, minute=0, second=0, microsecond=0)
        tomorrow = now.replace(hour=8, minute=30, second=0, microsecond=0) + timedelta(days=1)
        monday = tomorrow + timedelta(days=6 - now.weekday())
        choices = [(self.tr("Tomorrow, 08:30"), tomorrow)]
        if evening > now:
            choices.insert(0, (self.tr("This evening, 18:00"), evening))
        if monday > tomorrow:
            choices.append((self.tr("Next Monday, 08:30"), monday))
        return choices

    def _add(self, words: str, wall: datetime) -> None:
        action = QAction(words, self._menu)
        action.triggered.connect(lambda: self.planned.emit(at_wall_time(wall, self._zone)))
        self._menu.addAction(action)

    @Slot()
    def _clear(self) -> None:
        self.planned.emit(None)
