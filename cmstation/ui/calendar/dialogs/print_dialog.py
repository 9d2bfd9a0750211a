"""Choose what goes on paper."""

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QWidget

from cmstation.ui.calendar.paper.paper import Sheet, sheet_title
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import PrimaryButton, SecondaryButton
from cmstation.ui.kit.choices import Segmented
from cmstation.ui.kit.dialogs import DialogFrame
from cmstation.ui.kit.labels import PageTitle, Paragraph

MONTH, WEEK = "month", "week"


class PrintDialog(DialogFrame):
    """A month or a week, with or without the list behind it.

    Signals:
        print_wanted: a `Sheet` for the printer.
        file_wanted: a `Sheet` for a PDF file.
    """

    print_wanted = Signal(object)
    file_wanted = Signal(object)

    def __init__(
        self, icons: Icons, day: date, clinic: str, *, week: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(icons, self.tr("Plan on paper"), parent=parent)
        self.setModal(True)
        self.setMinimumWidth(520)
        self._day, self._clinic = day, clinic
        self.what = Segmented(icons, self.tr("What is printed"), parent=self)
        month, one_week = Sheet(day), Sheet(day, week=True)
        self.what.add(MONTH, sheet_title(month))
        self.what.add(WEEK, sheet_title(one_week))
        self.what.choose(WEEK if week else MONTH)
        self.with_list = QCheckBox(self.tr("With every item in full on the pages after"), self)
        self.with_list.setChecked(True)
        self.body.addWidget(PageTitle(icons, self.windowTitle()))
        told = self.tr("One sheet to pin to the wall, A4, landscape, with the filter that is chosen now.")
        self.body.addWidget(Paragraph(icons, told, colour="muted"))
        self.body.addWidget(self.what)
        self.body.addWidget(self.with_list)
        self.body.addStretch(1)
        self.add_cancel()
        self.to_file = SecondaryButton(icons, self.tr("Save as PDF…"), icon="document")
        self.to_file.clicked.connect(self._file)
        self.to_printer = PrimaryButton(icons, self.tr("Print…"), icon="print")
        self.to_printer.clicked.connect(self._print)
        self.add_button(self.to_file)
        self.add_button(self.to_printer, default=True)

    def sheet(self) -> Sheet:
        """Return what is chosen."""
        return Sheet(
            self._day,
            week=self.what.current() == WEEK,
            with_list=self.with_list.isChecked(),
            clinic=self._clinic,
        )

    @Slot()
    def _print(self) -> None:
        self.print_wanted.emit(self.sheet())
        self.accept()

    @Slot()
    def _file(self) -> None:
        self.file_wanted.emit(self.sheet())
        self.accept()
