"""Choose a day, a time and a zone for a post to leave."""

from datetime import datetime, timedelta
from zoneinfo import available_timezones

from PySide6.QtCore import QDate, QDateTime, QSize, QTime, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QTimeEdit, QWidget

from cmstation.domain.planned_time import HourDoesNotExist, PlannedTime, at_wall_time, happens_twice
from cmstation.ui.dates import local
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import PrimaryButton
from cmstation.ui.kit.choices import Segmented
from cmstation.ui.kit.day_picker import DayPicker
from cmstation.ui.kit.dialogs import DialogFrame
from cmstation.ui.kit.labels import Note, PageTitle, Paragraph
from cmstation.ui.theme.tokens import Space
from cmstation.ui.zones import ordered_zones

CALENDAR = QSize(360, 248)


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
        self._now = now
        self.calendar = DayPicker(icons, parent=self)
        self.calendar.setGridVisible(False)
        self.calendar.name(self.tr("Day"))
        self.calendar.setMinimumSize(CALENDAR)
        self.calendar.setSelectedDate(QDate(start.year, start.month, start.day))
        self.time = QTimeEdit(QTime(start.hour, start.minute), self)
        self.time.setDisplayFormat("HH:mm")
        self.time.setAccessibleName(self.tr("Time"))
        self._zones = QComboBox(self)
        self._zones.setAccessibleName(self.tr("Time zone"))
        self._fill_zones(planned.zone if planned is not None else zone)
        self.twice = Segmented(icons, self.tr("Which of the two"), parent=self)
        self.twice.add("first", self.tr("Before the clocks change"))
        self.twice.add("second", self.tr("After the clocks change"))
        if planned is not None and planned.local().fold:
            self.twice.choose("second")
        self.reason = Paragraph(icons, "", parent=self)
        self.reason.hide()
        self.remark = Paragraph(icons, "", font="note", colour="warning", parent=self)
        self._lay_out(icons)
        self.calendar.selectionChanged.connect(self._look)
        self.time.timeChanged.connect(self._look)
        self._zones.currentIndexChanged.connect(self._look)
        self._look()

    def name(self, words: str) -> None:
        """Say what the hour is for, instead of a post that leaves."""
        self.setWindowTitle(words)
        self.heading.setText(words)

    def explain(self, words: str) -> None:
        """Say above the calendar why an hour is asked for."""
        self.reason.setText(words)
        self.reason.show()

    def _lay_out(self, icons: Icons) -> None:
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(Note(icons, self.tr("Time"), parent=self))
        row.addWidget(self.time)
        row.addSpacing(Space.M)
        row.addWidget(Note(icons, self.tr("Time zone"), parent=self))
        row.addWidget(self._zones, 1)
        self.heading = PageTitle(icons, self.windowTitle(), parent=self)
        self.body.addWidget(self.heading)
        self.body.addWidget(self.reason)
        self.body.addWidget(self.calendar)
        self.body.addLayout(row)
        self.body.addWidget(self.twice)
        self.body.addWidget(self.remark)
        self.add_cancel()
        self.choose = PrimaryButton(icons, self.tr("Choose this time"), parent=self)
        self.choose.clicked.connect(self._chosen)
        self.add_button(self.choose, default=True)

    def _wall(self) -> datetime:
        day, time = self.calendar.selectedDate(), self.time.time()
        moment = QDateTime(day, time).toPython()
        assert isinstance(moment, datetime)  # noqa: S101 (Qt's own promise)
        return moment.replace(second=0, microsecond=0)

    def _result(self) -> PlannedTime:
        second = self.twice.current() == "second"
        return at_wall_time(self._wall(), str(self._zones.currentData()), second_pass=second)

    @Slot()
    def _look(self) -> None:
        """Say what the clocks do at this hour."""
        zone = str(self._zones.currentData())
        twice = happens_twice(self._wall(), zone)
        self.twice.setVisible(twice)
        words, sound = "", True
        try:
            if self._result().instant <= self._now:
                words = self.tr("This hour has passed already: the post would leave at once, or ask first.")
        except HourDoesNotExist as problem:
            later = problem.facts["next_wall"]
            assert isinstance(later, datetime)  # noqa: S101
            words = self.tr("That night the clocks skip this hour. The next one is {time}.").format(
                time=f"{later:%H:%M}"
            )
            sound = False
        if not words and twice:
            words = self.tr("That night the clocks show this hour twice. Choose which one you mean.")
        self.remark.setText(words)
        self.remark.setVisible(bool(words))
        self.choose.setEnabled(sound)

    @Slot()
    def _chosen(self) -> None:
        self.planned.emit(self._result())
        self.accept()

    def _fill_zones(self, chosen: str) -> None:
        for zone in ordered_zones(tuple(available_timezones()), chosen):
            self._zones.addItem(zone.replace("_", " "), zone)
        self._zones.setCurrentIndex(self._zones.findData(chosen))

    @staticmethod
    def _next_hour(now: datetime, zone: str) -> datetime:
        here = local(now, zone).replace(tzinfo=None, minute=0, second=0, microsecond=0)
        return here + timedelta(hours=1)
