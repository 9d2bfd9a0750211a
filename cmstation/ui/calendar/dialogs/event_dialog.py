"""Write an event of the clinic, or change one."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QWidget

from cmstation.domain.calendar import EventKind
from cmstation.domain.calendar_events import instant_of
from cmstation.domain.labels import Campaign
from cmstation.domain.labels import Theme as EditorialLine
from cmstation.domain.planned_time import HourDoesNotExist
from cmstation.ui.calendar.dialogs.event_fields import EventFields
from cmstation.ui.calendar.dialogs.event_form import EventForm
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import GhostButton, PrimaryButton
from cmstation.ui.kit.dialogs import DialogFrame
from cmstation.ui.kit.labels import Paragraph

__all__ = ["EventDialog", "EventForm"]
translate = QCoreApplication.translate
_WIDTH = 560
_EVERY_MONTH_HAS = 28


class EventDialog(DialogFrame):
    """Asks for an event, or changes one.

    Signals:
        saved: the `EventForm` that the person wants.
        removed: the person wants it gone; True means the whole series.
    """

    saved = Signal(object)
    removed = Signal(bool)

    def __init__(
        self,
        icons: Icons,
        wish: EventForm,
        zone: str,
        lines: Iterable[EditorialLine],
        campaigns: Iterable[Campaign],
        *,
        known: bool = False,
        series: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Show an event.

        Args:
            zone: in which new hours are meant.
            known: it is stored already, so it can be removed.
            series: it is one occurrence of several.
        """
        title = self.tr("Event of the clinic") if known else self.tr("New event of the clinic")
        super().__init__(icons, title, parent=parent)
        self.setModal(True)
        self.setMinimumWidth(_WIDTH)
        self._zone = zone
        self.fields = EventFields(icons, wish, zone, lines, campaigns, series=series, parent=self)
        self.remark = Paragraph(icons, "", font="note", colour="muted", parent=self)
        self.save = PrimaryButton(icons, self.tr("Save"))
        self._lay_out(known=known)
        self.fields.changed.connect(self._look)
        self._look()
        self.fields.title.setFocus()

    def wish(self) -> EventForm:
        """Return what is written now.

        Raises:
            HourDoesNotExist: the clocks skip one of its hours.
        """
        return self.fields.wish()

    # --- inside ---

    def _lay_out(self, *, known: bool) -> None:
        self.body.addWidget(self.fields, 1)
        self.body.addWidget(self.remark)
        if known:
            self.remove = GhostButton(self.icons, self.tr("Remove"), icon="trash")
            self.remove.setAutoDefault(False)
            self.remove.clicked.connect(self._remove)
            self.add_foot_left(self.remove)
        self.add_cancel()
        self.save.clicked.connect(self._save)
        self.add_button(self.save, default=True)

    @Slot()
    def _look(self) -> None:
        """Say what cannot be, else what the choice means."""
        wrong = self._wrong()
        words = wrong or "\n".join(_meaning(self.fields))
        self.remark.set_colour("warning" if wrong else "muted")
        self.remark.setText(words)
        self.remark.setVisible(bool(words))
        self.save.setEnabled(not wrong and bool(self.fields.title.text().strip()))

    def _wrong(self) -> str:
        fields = self.fields
        try:
            start, end = fields.times()
        except HourDoesNotExist:
            return self.tr("The clocks skip this hour on that day. Choose another one.")
        if instant_of(end, self._zone) < instant_of(start, self._zone):
            return self.tr("It would end before it begins.")
        ends = fields.whole_series and fields.rule() and fields.until.isChecked()
        if ends and fields.until_day.day() < fields.first_day.day():
            return self.tr("The series would end before it begins.")
        return ""

    @Slot()
    def _save(self) -> None:
        self.saved.emit(self.wish())
        self.accept()

    @Slot()
    def _remove(self) -> None:
        self.removed.emit(self.fields.whole_series)
        self.accept()


def _meaning(fields: EventFields) -> list[str]:
    """Say what is not obvious about a quiet day, and about days that not every month has."""
    found: list[str] = []
    if fields.kind.current() == EventKind.QUIET.value:
        found.append(
            translate(
                "EventDialog",
                "The calendar warns of everything that is planned on a quiet day or the day before. "
                "Nothing is taken back by itself.",
            )
        )
    first, rule = fields.first_day.day(), fields.rule() if fields.whole_series else ""
    if rule == "FREQ=MONTHLY" and first.day > _EVERY_MONTH_HAS:
        told = translate("EventDialog", "It is left out in months that have no day {day}.")
        found.append(told.format(day=first.day))
    if rule == "FREQ=YEARLY" and (first.month, first.day) == (2, 29):
        found.append(translate("EventDialog", "It comes back in leap years only."))
    return found
