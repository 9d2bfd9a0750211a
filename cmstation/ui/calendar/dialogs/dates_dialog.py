"""Ask on which days a health day falls in one year."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cmstation.domain.health_days import HealthDay
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import GhostButton, PrimaryButton
from cmstation.ui.kit.day_field import DayField
from cmstation.ui.kit.dialogs import DialogFrame
from cmstation.ui.kit.labels import PageTitle, Paragraph, Words
from cmstation.ui.theme.tokens import Space


class DatesDialog(DialogFrame):
    """Two dates, both included.

    Signals:
        chosen: the first and the last day.
        forgotten: follow the rule again.
    """

    chosen = Signal(object, object)
    forgotten = Signal()

    def __init__(self, icons: Icons, day: HealthDay, *, parent: QWidget | None = None) -> None:
        super().__init__(icons, self.tr("Dates of a health day"), parent=parent)
        self.setModal(True)
        self.setMinimumWidth(480)
        self.first = DayField(icons, self.tr("First day"), day.start, parent=self)
        self.last = DayField(icons, self.tr("Last day"), day.end, parent=self)
        self.first.dateChanged.connect(self._follow)
        title = PageTitle(icons, f"{day.name_fr} {day.year}")
        title.setWordWrap(True)
        self.body.addWidget(title)
        told = self.tr("These dates hold for {year} alone and are no longer marked as “to confirm”.")
        self.body.addWidget(Paragraph(icons, told.format(year=day.year), colour="muted"))
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        for label, field in ((self.tr("&From"), self.first), (self.tr("&to"), self.last)):
            words = Words(icons, label)
            words.setBuddy(field)
            row.addWidget(words)
            row.addWidget(field)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addStretch(1)
        self.forget = GhostButton(icons, self.tr("Follow the rule again"), icon="undo")
        self.forget.setAutoDefault(False)
        self.forget.clicked.connect(self._forget)
        self.add_foot_left(self.forget)
        self.add_cancel()
        self.save = PrimaryButton(icons, self.tr("Keep these dates"))
        self.save.clicked.connect(self._save)
        self.add_button(self.save, default=True)

    @Slot()
    def _follow(self) -> None:
        if self.last.day() < self.first.day():
            self.last.show_day(self.first.day())

    @Slot()
    def _save(self) -> None:
        self.chosen.emit(self.first.day(), max(self.first.day(), self.last.day()))
        self.accept()

    @Slot()
    def _forget(self) -> None:
        self.forgotten.emit()
        self.accept()
