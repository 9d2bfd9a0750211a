"""Make a sequence from one post: which scenario, around which day."""

from datetime import datetime, timedelta

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cmstation.domain.planned_time import HourDoesNotExist, PlannedTime, at_wall_time
from cmstation.domain.sequences import SHIPPED, Scenario, hour_of
from cmstation.ui.calendar.dialogs.hour_field import HourField
from cmstation.ui.calendar.dialogs.sequence_steps import SequenceSteps
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import PrimaryButton
from cmstation.ui.kit.choices import Segmented
from cmstation.ui.kit.day_field import DayField
from cmstation.ui.kit.dialogs import DialogFrame
from cmstation.ui.kit.labels import PageTitle, Paragraph, Words
from cmstation.ui.theme.tokens import Space

_WIDTH = 600
_AT_LEAST = timedelta(minutes=1)


class SequenceDialog(DialogFrame):
    """Shows every post that would be made, with its day and hour.

    Signals:
        wanted: a `Scenario` and the `PlannedTime` of its day.
    """

    wanted = Signal(object, object)

    def __init__(
        self, icons: Icons, title: str, anchor: PlannedTime, now: datetime, *, parent: QWidget | None = None
    ) -> None:
        """Show the first scenario around an hour.

        Args:
            title: of the post from which the others are made.
            now: aware.
        """
        super().__init__(icons, self.tr("Sequence of posts"), parent=parent)
        self.setModal(True)
        self.setMinimumWidth(_WIDTH)
        self._given = anchor
        self._now = now
        self._by_key = {scenario.key: scenario for scenario in SHIPPED}
        self.scenario = Segmented(icons, self.tr("Scenario"), parent=self)
        for key, words in (
            ("announcement", self.tr("Announcement")),
            ("health_day", self.tr("Health day")),
            ("open_day", self.tr("Open day")),
        ):
            self.scenario.add(key, words)
        self.day = DayField(icons, self.tr("The day itself"), anchor.wall.date(), parent=self)
        self.time = HourField(self.tr("Hour"), anchor.wall.time(), parent=self)
        self.steps = SequenceSteps(icons, max(len(found.steps) for found in SHIPPED), parent=self)
        self.remark = Paragraph(icons, "", font="note", colour="warning", parent=self)
        self.make = PrimaryButton(icons, self.tr("Make the posts"))
        self._lay_out(title)
        self.scenario.chosen.connect(self._look)
        self.day.dateChanged.connect(self._look)
        self.time.timeChanged.connect(self._look)
        self._look()

    @property
    def chosen(self) -> Scenario:
        """The scenario that is chosen."""
        return self._by_key[self.scenario.current()]

    def anchor(self) -> PlannedTime:
        """Return the hour of the day itself.

        Raises:
            HourDoesNotExist: the clocks skip it.
        """
        wall = datetime.combine(self.day.day(), self.time.hour())
        # What nobody touched keeps which of two equal hours it was.
        unchanged = self._given.wall.replace(second=0, microsecond=0) == wall
        return self._given if unchanged else at_wall_time(wall, self._given.zone)

    # --- inside ---

    def _lay_out(self, title: str) -> None:
        self.body.addWidget(PageTitle(self.icons, self.windowTitle()))
        told = self.tr(
            "From “{title}”, one post is made for each step. Each can be rewritten; they move together."
        )
        self.body.addWidget(Paragraph(self.icons, told.format(title=title), colour="muted"))
        self.body.addWidget(self.scenario)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        words = Words(self.icons, self.tr("The &day itself"))
        words.setBuddy(self.day)
        row.addWidget(words)
        row.addSpacing(Space.S)
        row.addWidget(self.day)
        row.addWidget(self.time)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addSpacing(Space.XS)
        self.body.addWidget(self.steps)
        self.body.addWidget(self.remark)
        self.body.addStretch(1)
        self.add_cancel()
        self.make.clicked.connect(self._make)
        self.add_button(self.make, default=True)

    @Slot()
    def _look(self) -> None:
        """Show each step's day, and say which are left out because they lie in the past."""
        steps, words, sound = self.chosen.steps, "", True
        try:
            anchor = self.anchor()
            hours = [hour_of(step, anchor, later_if_missing=True) for step in steps]
        except HourDoesNotExist:
            words, hours = self.tr("The clocks skip this hour on that day. Choose another one."), []
            sound = False
        passed = [hour.instant <= self._now + _AT_LEAST for hour in hours]
        main_passed = bool(passed) and passed[self.chosen.main]
        if main_passed or (passed and all(passed)):
            words, sound = self.tr("The day itself lies in the past: choose a later one."), False
        elif any(passed):
            words = self.tr("%n step(s) in the past will be left out.", "", sum(passed))
        self.steps.show_steps(list(zip(steps, hours, passed, strict=False)))
        self.remark.setText(words)
        self.remark.setVisible(bool(words))
        self.make.setEnabled(sound)

    @Slot()
    def _make(self) -> None:
        self.wanted.emit(self.chosen, self.anchor())
        self.accept()
