"""Where the clinic is, as far as public and school holidays depend on it."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QWidget

from cmstation.domain.regions import Region
from cmstation.ui.calendar.dialogs.region_words import region_word
from cmstation.ui.dates import day_title
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import LinkButton, PrimaryButton
from cmstation.ui.kit.dialogs import DialogFrame
from cmstation.ui.kit.labels import PageTitle, Paragraph, Words
from cmstation.ui.theme.tokens import Space


class DaysOffDialog(DialogFrame):
    """Region, and the file of school holidays.

    Signals:
        region_chosen: a `Region`.
        file_chosen: the path of another file of school holidays.
        shipped_wanted: the program's own file again.
    """

    region_chosen = Signal(object)
    file_chosen = Signal(object)
    shipped_wanted = Signal()

    def __init__(
        self,
        icons: Icons,
        region: Region,
        known_until: date | None,
        own_file: bool,
        trouble: Exception | None,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(icons, self.tr("Public and school holidays"), parent=parent)
        self.setModal(True)
        self.setMinimumWidth(520)
        self._before = region
        self.region = QComboBox(self)
        for each in Region:
            self.region.addItem(region_word(each), each)
        self.region.setCurrentIndex(self.region.findData(region))
        self.region.setAccessibleName(self.tr("Place of the clinic"))
        self.body.addWidget(PageTitle(icons, self.windowTitle()))
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        words = Words(icons, self.tr("The &clinic is in"))
        words.setBuddy(self.region)
        row.addWidget(words)
        row.addWidget(self.region, 1)
        self.body.addLayout(row)
        for sentence in self._sentences(known_until, own_file=own_file, trouble=trouble):
            self.body.addWidget(Paragraph(icons, sentence, colour="muted"))
        self.body.addLayout(self._files(icons, own_file=own_file))
        self.body.addStretch(1)
        self.add_cancel()
        self.save = PrimaryButton(icons, self.tr("Save"))
        self.save.clicked.connect(self._save)
        self.add_button(self.save, default=True)

    def _sentences(self, until: date | None, *, own_file: bool, trouble: Exception | None) -> list[str]:
        found = [self.tr("Public holidays are computed for every year.")]
        if until is not None:
            told = self.tr("School holidays are known until {day}; a newer file may take their place.")
            found.append(told.format(day=f"{day_title(until, with_month=True)} {until.year}"))
        if trouble is not None:
            found.append(self.tr("Your file of school holidays cannot be read; the program’s own is used."))
        elif own_file:
            found.append(self.tr("They come from the file that you chose."))
        return found

    def _files(self, icons: Icons, *, own_file: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(Space.L)
        self.choose = LinkButton(icons, self.tr("Choose a file of school holidays…"), parent=self)
        self.choose.clicked.connect(self._choose_file)
        row.addWidget(self.choose)
        if own_file:
            self.shipped = LinkButton(icons, self.tr("Use the program’s own"), parent=self)
            self.shipped.clicked.connect(self._use_shipped)
            row.addWidget(self.shipped)
        row.addStretch(1)
        return row

    @Slot()
    def _choose_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("File of school holidays"), "", self.tr("Tables (*.csv)")
        )
        if name:
            self.file_chosen.emit(Path(name))
            self.accept()

    @Slot()
    def _use_shipped(self) -> None:
        self.shipped_wanted.emit()
        self.accept()

    @Slot()
    def _save(self) -> None:
        chosen = self.region.currentData()
        if chosen != self._before:
            self.region_chosen.emit(Region(chosen))
        self.accept()
