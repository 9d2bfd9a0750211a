"""The fields of an event of the clinic: what, when, how often, where."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, time, timedelta

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QPlainTextEdit, QWidget

from cmstation.domain.calendar import EventKind
from cmstation.domain.calendar_events import EventTime, FloatingTime, PlannedTime, WholeDay, wall_of
from cmstation.domain.labels import Campaign
from cmstation.domain.labels import Theme as EditorialLine
from cmstation.domain.planned_time import at_wall_time
from cmstation.ui.calendar.chip import EVENT_ICONS
from cmstation.ui.calendar.dialogs.event_form import EventForm
from cmstation.ui.calendar.dialogs.hour_field import HourField
from cmstation.ui.calendar.dialogs.series_end import rule_until, split_rule
from cmstation.ui.calendar.item_words import event_word
from cmstation.ui.icons import Icons
from cmstation.ui.kit.choices import GhostCombo, Segmented
from cmstation.ui.kit.day_field import DayField
from cmstation.ui.kit.fields import TitleField
from cmstation.ui.kit.labels import Words
from cmstation.ui.kit.side_by_side import side_by_side
from cmstation.ui.theme.tokens import Space

ONE, ALL = "one", "all"
_LONGEST = 200
_NOTES = 88
_DAY = timedelta(days=1)
_USUAL_SERIES = timedelta(days=90)
_MORNING, _LATER = time(9), time(10)


class EventFields(QWidget):
    """Everything that is written about an event.

    Signals:
        changed: something else is written now.
    """

    changed = Signal()

    def __init__(
        self,
        icons: Icons,
        wish: EventForm,
        zone: str,
        lines: Iterable[EditorialLine],
        campaigns: Iterable[Campaign],
        *,
        series: bool,
        parent: QWidget | None = None,
    ) -> None:
        """Show an event.

        Args:
            zone: in which new hours are meant.
            series: it is one occurrence of several.
        """
        super().__init__(parent)
        self._icons = icons
        self._wish = wish
        self._zone = zone
        self._rule, self._until = split_rule(wish.rule or "", wish.start)
        whole, start, last = _shown(wish)
        self._before = start
        self.title = TitleField(icons, self.tr("What is it?"), parent=self)
        self.kind = GhostCombo(icons, self.tr("Kind"), outlined=True, size="normal", parent=self)
        self.line = GhostCombo(icons, self.tr("Editorial line"), icon="tag", size="normal", parent=self)
        self.campaign = GhostCombo(icons, self.tr("Campaign"), icon="flag", size="normal", parent=self)
        self.extent = Segmented(icons, self.tr("Which of the series"), parent=self)
        self.first_day = DayField(icons, self.tr("Day on which it begins"), start.date(), parent=self)
        self.first_time = HourField(self.tr("Hour at which it begins"), start.time(), parent=self)
        self.whole_day = QCheckBox(self.tr("The &whole day"), self)
        self.last_day = DayField(icons, self.tr("Day on which it ends"), last.date(), parent=self)
        self.last_time = HourField(self.tr("Hour at which it ends"), last.time(), parent=self)
        self.repeats = GhostCombo(icons, self.tr("Repeats"), outlined=True, size="normal", parent=self)
        self.until = QCheckBox(self.tr("&until"), self)
        until = self._until or start.date() + _USUAL_SERIES
        self.until_day = DayField(icons, self.tr("Last day of the series"), until, parent=self)
        self.place = QLineEdit(self)
        self.notes = QPlainTextEdit(self)
        self._offer(lines, campaigns, series=series)
        self._fill(whole=whole)
        self._lay_out()
        self._join()
        self._look()

    def wish(self) -> EventForm:
        """Return what is written now.

        Raises:
            HourDoesNotExist: the clocks skip one of its hours.
        """
        start, end = self.times()
        theme, campaign = self.line.current(), self.campaign.current()
        return replace(
            self._wish,
            kind=EventKind(str(self.kind.current())),
            title=self.title.text().strip(),
            start=start,
            end=end,
            place=self.place.text().strip(),
            notes=self.notes.toPlainText().strip(),
            theme=theme if isinstance(theme, int) and theme else None,
            campaign=campaign if isinstance(campaign, int) and campaign else None,
            rule=self._rule_for(start),
            whole_series=self.whole_series,
        )

    @property
    def whole_series(self) -> bool:
        """Whether all occurrences are meant."""
        return self.extent.current() != ONE

    def rule(self) -> str:
        """Return the rule that is chosen, without its end; "" when it does not repeat."""
        chosen = self.repeats.current()
        return str(chosen) if chosen else ""

    def times(self) -> tuple[EventTime, EventTime]:
        """Return when it begins and ends, the end exclusive.

        Raises:
            HourDoesNotExist: the clocks skip one of its hours.
        """
        if self.whole_day.isChecked():
            return WholeDay(self.first_day.day()), WholeDay(self.last_day.day() + _DAY)
        start = datetime.combine(self.first_day.day(), self.first_time.hour())
        end = datetime.combine(self.last_day.day(), self.last_time.hour())
        return self._moment(self._wish.start, start), self._moment(self._wish.end, end)

    # --- inside ---

    def _moment(self, before: EventTime, wall: datetime) -> EventTime:
        match before:
            case WholeDay():
                return at_wall_time(wall, self._zone)
            # What nobody touched keeps its seconds, and which of two equal hours it was.
            case _ if _to_the_minute(before.wall) == wall:
                return before
            case FloatingTime():
                return FloatingTime(wall)
            case PlannedTime():
                return at_wall_time(wall, before.zone)

    def _rule_for(self, start: EventTime) -> str | None:
        if self.repeats.current() is None:
            return self._wish.rule
        rule = self.rule()
        last = self.until_day.day() if rule and self.until.isChecked() else None
        if (rule, last, type(start)) == (self._rule, self._until, type(self._wish.start)):
            return self._wish.rule
        return rule if last is None else rule_until(rule, last, start)

    def _offer(self, lines: Iterable[EditorialLine], campaigns: Iterable[Campaign], *, series: bool) -> None:
        for kind in EventKind:
            self.kind.add_choice(kind.value, event_word(kind), icon=EVENT_ICONS[kind])
        self.line.add_choice(0, self.tr("No editorial line"))
        for line in lines:
            self.line.add_choice(line.id, line.name, square=line.colour)  # pyright: ignore[reportArgumentType]
        self.campaign.add_choice(0, self.tr("No campaign"))
        for campaign in campaigns:
            if not campaign.closed or campaign.id == self._wish.campaign:
                self.campaign.add_choice(campaign.id, campaign.name)
        if series:
            self.extent.add(ONE, self.tr("This one"))
        self.extent.add(ALL, self.tr("The whole series"))
        self.extent.setVisible(series)
        if self._wish.rule is None:
            self.repeats.add_choice(None, self.tr("By a rule of its own"))
        for rule, words in (
            ("", self.tr("Does not repeat")),
            ("FREQ=DAILY", self.tr("Every day")),
            ("FREQ=WEEKLY", self.tr("Every week")),
            ("FREQ=WEEKLY;INTERVAL=2", self.tr("Every two weeks")),
            ("FREQ=MONTHLY", self.tr("Every month")),
            ("FREQ=YEARLY", self.tr("Every year")),
        ):
            self.repeats.add_choice(rule, words)

    def _fill(self, *, whole: bool) -> None:
        wish = self._wish
        self.title.setMaxLength(max(_LONGEST, len(wish.title)))
        self.title.setText(wish.title)
        self.kind.choose(wish.kind.value)
        self.line.choose(wish.theme or 0)
        self.campaign.choose(wish.campaign or 0)
        self.place.setText(wish.place)
        self.notes.setPlainText(wish.notes)
        self.whole_day.setChecked(whole)
        self.repeats.choose(self._rule if wish.rule is not None else None)
        self.until.setChecked(self._until is not None)

    def _lay_out(self) -> None:
        labels = side_by_side(self.kind, self.line, self.campaign)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Space.L)
        self._grid.setVerticalSpacing(Space.S)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self.title, 0, 0, 1, 2)
        self._grid.addLayout(labels, 1, 0, 1, 2)
        self._grid.addWidget(self.extent, 2, 0, 1, 2)
        self._label(self.tr("&Begins"), 4, self.first_day)
        self._grid.addLayout(side_by_side(self.first_day, self.first_time, self.whole_day), 4, 1)
        self._label(self.tr("&Ends"), 5, self.last_day)
        self._grid.addLayout(side_by_side(self.last_day, self.last_time), 5, 1)
        self._repeats_label = self._label(self.tr("&Repeats"), 6, self.repeats)
        self._grid.addLayout(side_by_side(self.repeats, self.until, self.until_day), 6, 1)
        self._label(self.tr("&Place"), 7, self.place)
        self._grid.addWidget(self.place, 7, 1)
        notes = self._label(self.tr("N&otes"), 8, self.notes)
        self._grid.setAlignment(notes, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(self.notes, 8, 1)
        self._grid.setRowMinimumHeight(3, Space.XS)
        self._grid.setRowStretch(9, 1)
        # The column keeps its width when the row that has the longest name is not shown.
        self._grid.setColumnMinimumWidth(0, self._repeats_label.sizeHint().width())
        self.notes.setFixedHeight(_NOTES)
        self.notes.setTabChangesFocus(True)

    def _label(self, text: str, place: int, field: QWidget) -> Words:
        words = Words(self._icons, text, parent=self)
        words.setBuddy(field)
        if not field.accessibleName():
            field.setAccessibleName(text.replace("&", ""))
        self._grid.addWidget(words, place, 0)
        return words

    def _join(self) -> None:
        for signal in (
            self.title.textChanged,
            self.whole_day.toggled,
            self.until.toggled,
            self.kind.chosen,
            self.repeats.chosen,
            self.extent.chosen,
            self.last_time.timeChanged,
            self.last_day.dateChanged,
            self.until_day.dateChanged,
        ):
            signal.connect(self._look)
        self.first_day.dateChanged.connect(self._keep_length)
        self.first_time.timeChanged.connect(self._keep_length)

    @Slot()
    def _keep_length(self) -> None:
        """Move the end with the beginning."""
        start = datetime.combine(self.first_day.day(), self.first_time.hour())
        end = datetime.combine(self.last_day.day(), self.last_time.hour()) + (start - self._before)
        self._before = start
        for field in (self.last_day, self.last_time):
            field.blockSignals(True)
        self.last_day.show_day(end.date())
        self.last_time.show_hour(end)
        for field in (self.last_day, self.last_time):
            field.blockSignals(False)
        self._look()

    @Slot()
    def _look(self) -> None:
        """Show what matters for what is chosen."""
        whole, all_of_them = self.whole_day.isChecked(), self.whole_series
        self.first_time.setVisible(not whole)
        self.last_time.setVisible(not whole)
        told = "" if all_of_them else self.tr("Choose “The whole series” to change it.")
        for combo in (self.kind, self.line, self.campaign):
            combo.setEnabled(all_of_them)
            combo.setToolTip(told)
        for widget in (self._repeats_label, self.repeats):
            widget.setVisible(all_of_them)
        ends = all_of_them and bool(self.rule())
        self.until.setVisible(ends)
        self.until_day.setVisible(ends)
        self.until_day.setEnabled(self.until.isChecked())
        self.changed.emit()


def _shown(wish: EventForm) -> tuple[bool, datetime, datetime]:
    """Return whether it is whole days, and the walls that are shown as its beginning and its end."""
    start, end = wall_of(wish.start), wall_of(wish.end)
    if not isinstance(wish.start, WholeDay):
        return False, _to_the_minute(start), _to_the_minute(max(end, start))
    last = max(end - _DAY, start)
    return True, datetime.combine(start, _MORNING), datetime.combine(last, _LATER)


def _to_the_minute(wall: datetime) -> datetime:
    return wall.replace(second=0, microsecond=0)
