"""Choose when a post leaves: a day, a time and a zone, or no time yet."""

from datetime import datetime, timedelta
from zoneinfo import available_timezones

from PySide6.QtCore import QDate, QDateTime, QLocale, QTime, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QCalendarWidget,
    QComboBox,
    QHBoxLayout,
    QMenu,
    QTimeEdit,
    QToolButton,
    QWidget,
)

from cmstation.domain.planned_time import HourDoesNotExist, PlannedTime, at_wall_time, happens_twice
from cmstation.ui.dates import local, planned_words
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import PrimaryButton, SecondaryButton
from cmstation.ui.kit.choices import Segmented
from cmstation.ui.kit.dialogs import DialogFrame
from cmstation.ui.kit.labels import Note, Paragraph
from cmstation.ui.theme.tokens import Space

USUAL_ZONES = (
    "Europe/Paris",
    "Europe/Brussels",
    "Europe/Luxembourg",
    "Europe/Zurich",
    "America/Toronto",
    "America/Martinique",
    "America/Guadeloupe",
    "America/Cayenne",
    "Indian/Reunion",
    "Pacific/Noumea",
)


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
        self._zone = "Europe/Paris"
        self._now = datetime.now().astimezone()
        self._planned: PlannedTime | None = None
        self.setProperty("kind", "secondary")
        self.setProperty("controlSize", "normal")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        icons.bind(self, "clock")
        from PySide6.QtCore import Qt  # noqa: PLC0415

        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill_menu)
        self.setMenu(self._menu)

    def show_planned(self, planned: PlannedTime | None, now: datetime, zone: str) -> None:
        """Show when the post leaves."""
        self._planned, self._now, self._zone = planned, now, zone
        words = self.tr("No date yet") if planned is None else planned_words(planned, now, zone)
        self.setText(words)
        self.setAccessibleName(self.tr("When: {time}").format(time=words))

    @Slot()
    def _fill_menu(self) -> None:
        self._menu.clear()
        here = local(self._now, self._zone)
        today_evening = here.replace(hour=18, minute=0, second=0, microsecond=0, tzinfo=None)
        tomorrow = here.replace(tzinfo=None, hour=8, minute=30, second=0, microsecond=0) + timedelta(days=1)
        monday = tomorrow + timedelta(days=(7 - here.weekday()) % 7 or 7) - timedelta(days=1)
        choices = [
            (self.tr("This evening, 18:00"), today_evening),
            (self.tr("Tomorrow, 08:30"), tomorrow),
            (self.tr("Next Monday, 08:30"), monday),
        ]
        for words, wall in choices:
            if wall > here.replace(tzinfo=None):
                self._add(words, wall)
        other = self._menu.addAction(self.tr("Another day or time…"))
        other.triggered.connect(self.other_wanted)
        if self._planned is not None:
            self._menu.addSeparator()
            none = self._menu.addAction(self.tr("No date yet"))
            none.triggered.connect(self._clear)

    def _add(self, words: str, wall: datetime) -> None:
        action = QAction(words, self._menu)
        action.triggered.connect(lambda: self.planned.emit(at_wall_time(wall, self._zone)))
        self._menu.addAction(action)

    @Slot()
    def _clear(self) -> None:
        self.planned.emit(None)


class WhenDialog(DialogFrame):
    """Choose a day, a time and a zone.

    Signals:
        planned: the chosen time.
    """

    planned = Signal(object)

    def __init__(
        self, icons: Icons, planned: PlannedTime | None, now: datetime, zone: str, parent: QWidget
    ) -> None:
        super().__init__(icons, self.tr("When should it leave?"), parent=parent)
        start = planned.wall if planned is not None else self._next_hour(now, zone)
        self._calendar = QCalendarWidget(self)
        self._calendar.setFirstDayOfWeek(QLocale().firstDayOfWeek())
        self._calendar.setGridVisible(False)
        self._calendar.setSelectedDate(QDate(start.year, start.month, start.day))
        self._time = QTimeEdit(QTime(start.hour, start.minute), self)
        self._time.setDisplayFormat("HH:mm")
        self._time.setAccessibleName(self.tr("Time"))
        self._zones = QComboBox(self)
        self._zones.setAccessibleName(self.tr("Time zone"))
        self._fill_zones(planned.zone if planned is not None else zone)
        self._twice = Segmented(icons, self.tr("Which of the two"), parent=self)
        self._twice.add("first", self.tr("Before the clocks change"))
        self._twice.add("second", self.tr("After the clocks change"))
        self._remark = Paragraph(icons, "", font="note", colour="warning", parent=self)
        self._lay_out(icons)
        self._calendar.selectionChanged.connect(self._look)
        self._time.timeChanged.connect(self._look)
        self._zones.currentIndexChanged.connect(self._look)
        self._look()

    def _lay_out(self, icons: Icons) -> None:
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(Note(icons, self.tr("Time"), parent=self))
        row.addWidget(self._time)
        row.addSpacing(Space.M)
        row.addWidget(Note(icons, self.tr("Time zone"), parent=self))
        row.addWidget(self._zones, 1)
        self.body.addWidget(self._calendar)
        self.body.addLayout(row)
        self.body.addWidget(self._twice)
        self.body.addWidget(self._remark)
        cancel = SecondaryButton(icons, self.tr("Cancel"), parent=self)
        cancel.clicked.connect(self.reject)
        self._choose = PrimaryButton(icons, self.tr("Choose this time"), parent=self)
        self._choose.clicked.connect(self._chosen)
        self.add_button(cancel)
        self.add_button(self._choose, default=True)

    def _wall(self) -> datetime:
        day, time = self._calendar.selectedDate(), self._time.time()
        moment = QDateTime(day, time).toPython()
        assert isinstance(moment, datetime)  # noqa: S101 (Qt's own promise)
        return moment.replace(second=0, microsecond=0)

    def _result(self) -> PlannedTime:
        second = self._twice.current() == "second"
        return at_wall_time(self._wall(), str(self._zones.currentData()), second_pass=second)

    @Slot()
    def _look(self) -> None:
        """Say what the clocks do at this hour."""
        zone = str(self._zones.currentData())
        self._twice.setVisible(happens_twice(self._wall(), zone))
        words, sound = "", True
        try:
            self._result()
        except HourDoesNotExist as problem:
            later = problem.facts["next_wall"]
            assert isinstance(later, datetime)  # noqa: S101
            words = self.tr("That night the clocks skip this hour. The next one is {time}.").format(
                time=f"{later:%H:%M}"
            )
            sound = False
        if not words and self._twice.isVisible():
            words = self.tr("That night the clocks show this hour twice. Choose which one you mean.")
        self._remark.setText(words)
        self._remark.setVisible(bool(words))
        self._choose.setEnabled(sound)

    @Slot()
    def _chosen(self) -> None:
        self.planned.emit(self._result())
        self.accept()

    def _fill_zones(self, chosen: str) -> None:
        others = sorted(z for z in available_timezones() if "/" in z and z not in USUAL_ZONES)
        for zone in (*USUAL_ZONES, *others):
            self._zones.addItem(zone.replace("_", " "), zone)
        self._zones.setCurrentIndex(max(0, self._zones.findData(chosen)))

    @staticmethod
    def _next_hour(now: datetime, zone: str) -> datetime:
        here = local(now, zone).replace(tzinfo=None, minute=0, second=0, microsecond=0)
        return here + timedelta(hours=1)
