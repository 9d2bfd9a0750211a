"""The days that a press review is about: a usual period, or any first and last day."""

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cmstation.ui.icons import Icons
from cmstation.ui.kit.choices import GhostCombo
from cmstation.ui.kit.labels import Note
from cmstation.ui.theme.tokens import Space
from cmstation.ui.watch.review.composition import preset
from cmstation.ui.watch.review.fields import PageDayField

PRESETS = ("yesterday", "week", "days", "month")


class PeriodRow(QWidget):
    """A first and a last day.

    Signals:
        chosen: the first and the last day that the person wants, both included.
    """

    chosen = Signal(object, object)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = date.min
        self.usual = GhostCombo(icons, self.tr("Period"), outlined=True, size="normal", parent=self)
        for key, words in zip(
            PRESETS,
            (self.tr("Yesterday"), self.tr("This week"), self.tr("Last 7 days"), self.tr("This month")),
            strict=True,
        ):
            self.usual.add_choice(key, words)
        self.first = PageDayField(icons, self.tr("First day"), self)
        self.last = PageDayField(icons, self.tr("Last day"), self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(self.usual)
        row.addWidget(Note(icons, self.tr("from"), parent=self))
        row.addWidget(self.first)
        row.addWidget(Note(icons, self.tr("to"), parent=self))
        row.addWidget(self.last)
        row.addStretch(1)
        self.usual.chosen.connect(self._take_usual)
        self.first.chosen.connect(self._take_first)
        self.last.chosen.connect(self._take_last)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_period(self, first: date, last: date, today: date) -> None:
        """Show the days of a review.

        Args:
            today: in the clinic's zone.
        """
        self._today = today
        self.first.show_day(first)
        self.last.show_day(last)
        self.usual.choose(next((key for key in PRESETS if preset(key, today) == (first, last)), None))

    @Slot(object)
    def _take_usual(self, key: str) -> None:
        first, last = preset(key, self._today)
        self.first.show_day(first)
        self.last.show_day(last)
        self._tell()

    @Slot()
    def _take_first(self) -> None:
        if self.first.day() > self.last.day():
            self.last.show_day(self.first.day())
        self._tell()

    @Slot()
    def _take_last(self) -> None:
        if self.last.day() < self.first.day():
            self.first.show_day(self.last.day())
        self._tell()

    def _tell(self) -> None:
        first, last = self.first.day(), self.last.day()
        self.usual.choose(next((key for key in PRESETS if preset(key, self._today) == (first, last)), None))
        self.chosen.emit(first, last)
