"""Ask for a period of own days."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from cmstation.domain.periods import Period, span
from cmstation.ui.kit.buttons import PrimaryButton
from cmstation.ui.kit.day_field import DayField
from cmstation.ui.kit.dialogs import DialogFrame
from cmstation.ui.kit.labels import PageTitle
from cmstation.ui.statistics.fields import Form

if TYPE_CHECKING:
    from cmstation.ui.icons import Icons


class SpanDialog(DialogFrame):
    """First and last day.

    Signals:
        chosen: a `Period`.
    """

    chosen = Signal(object)

    def __init__(
        self, icons: "Icons", shown: Period | None, today: date, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(icons, self.tr("Own days"), parent=parent)
        self.setModal(True)
        self.setMinimumWidth(400)
        first = shown.first if shown is not None else today.replace(day=1)
        last = min(shown.last, today) if shown is not None else today
        self.first = DayField(icons, self.tr("First day"), min(first, last), parent=self)
        self.last = DayField(icons, self.tr("Last day"), last, parent=self)
        self.body.addWidget(PageTitle(icons, self.windowTitle()))
        form = Form(icons)
        form.add(self.tr("&First day"), self.first)
        form.add(self.tr("&Last day"), self.last)
        self.body.addLayout(form)
        self.body.addStretch(1)
        self.add_cancel()
        self.show_them = PrimaryButton(icons, self.tr("Show these days"))
        self.show_them.clicked.connect(self._choose)
        self.add_button(self.show_them, default=True)

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(span(self.first.day(), self.last.day()))
        self.accept()
