"""Whether the clinic may copy articles, and what it has to declare."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from cmstation.domain.plan_csv import guarded, written
from cmstation.domain.press_review import CopyCount
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import PrimaryButton, SecondaryButton
from cmstation.ui.kit.dialogs import DialogFrame
from cmstation.ui.kit.labels import Note, PageTitle, Paragraph, SectionTitle
from cmstation.ui.theme.tokens import Space
from cmstation.ui.watch.review.fields import PageDayField

WIDTH, TABLE = 600, 148
LONGEST_NAME: Final = 120
_TAB: Final = "\t"
_FIGURE: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class LicenceDialog(DialogFrame):
    """The licence, and the count for its declaration.

    Signals:
        told: whether there is a licence, and how the clinic calls it.
        counts_wanted: the first and the last day of a declaration.
    """

    told = Signal(bool, str)
    counts_wanted = Signal(object, object)

    def __init__(
        self, icons: Icons, name: str, today: date, *, ticked: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(icons, self.tr("Copying licence"), parent=parent)
        self.setModal(True)
        self.setMinimumWidth(WIDTH)
        self._counts: tuple[CopyCount, ...] = ()
        self.ticked = QCheckBox(self.tr("The clinic has a &licence to copy press articles"), self)
        self.ticked.setChecked(ticked)
        self.name = QLineEdit(name, self)
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setAccessibleName(self.tr("Name or number of the licence"))
        self.name.setPlaceholderText(self.tr("Name or number, such as “CFC 12-3456”"))
        self.first = PageDayField(icons, self.tr("Declaration from"), self)
        self.last = PageDayField(icons, self.tr("Declaration to"), self)
        self.first.show_day(today.replace(month=1, day=1))
        self.last.show_day(today)
        self.table = QTableWidget(0, 3, self)
        self.total = Note(icons, "", parent=self)
        self.copy_table = SecondaryButton(icons, self.tr("Copy the table"), icon="copy", parent=self)
        self.copy_csv = SecondaryButton(icons, self.tr("Copy as CSV"), parent=self)
        self.keep = PrimaryButton(icons, self.tr("Keep"))
        self._lay_out(icons)
        self._join()
        self.show_counts(())

    def show_counts(self, counts: Sequence[CopyCount]) -> None:
        """Show what has to be declared."""
        self._counts = tuple(counts)
        self.table.setRowCount(len(self._counts))
        for row, count in enumerate(self._counts):
            figures = (str(count.articles), str(count.reviews))
            for column, text in enumerate((count.source, *figures)):
                cell = QTableWidgetItem(text)
                cell.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                if column:
                    cell.setTextAlignment(_FIGURE)
                self.table.setItem(row, column, cell)
        articles = sum(count.articles for count in self._counts)
        none = self.tr("Nothing was copied in full in these days: there is nothing to declare.")
        self.total.setText(self.tr("%n article(s) copied in full", "", articles) if articles else none)
        self.table.setVisible(bool(articles))
        for button in (self.copy_table, self.copy_csv):
            button.setVisible(bool(articles))

    def ask_counts(self) -> None:
        """Ask for the count of the days that are shown."""
        self.counts_wanted.emit(self.first.day(), self.last.day())

    # --- inside ---

    def _lay_out(self, icons: Icons) -> None:
        explained = self.tr(
            "Giving whole press articles to others, even inside the clinic, takes the publishers’ leave. "
            "A body that manages rights sells it: the CFC in France, Copiepresse in Belgium, Copibec in "
            "Québec. Without it a review gives titles, links and your own summaries, which is free."
        )
        self.body.addWidget(PageTitle(icons, self.windowTitle()))
        self.body.addWidget(Paragraph(icons, explained, colour="muted"))
        self.body.addWidget(self.ticked, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.name)
        self.body.addSpacing(Space.S)
        self.body.addWidget(SectionTitle(icons, self.tr("Count for the declaration")))
        days = QHBoxLayout()
        days.setSpacing(Space.S)
        days.addWidget(Note(icons, self.tr("from"), parent=self))
        days.addWidget(self.first)
        days.addWidget(Note(icons, self.tr("to"), parent=self))
        days.addWidget(self.last)
        days.addStretch(1)
        self.body.addLayout(days)
        self.table.setHorizontalHeaderLabels(self._heads())
        for column in (1, 2):
            head = QTableWidgetItem(self._heads()[column])
            head.setTextAlignment(_FIGURE)
            self.table.setHorizontalHeaderItem(column, head)
        self.table.setAccessibleName(self.tr("Count for the declaration"))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.setFixedHeight(TABLE)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.body.addWidget(self.table)
        below = QHBoxLayout()
        below.setSpacing(Space.S)
        below.addWidget(self.total)
        below.addStretch(1)
        below.addWidget(self.copy_table)
        below.addWidget(self.copy_csv)
        self.body.addLayout(below)
        self.body.addStretch(1)
        self.add_cancel()
        self.add_button(self.keep, default=True)
        for button in (self.copy_table, self.copy_csv):
            button.setAutoDefault(False)

    def _join(self) -> None:
        self.ticked.toggled.connect(self.name.setEnabled)
        self.name.setEnabled(self.ticked.isChecked())
        self.first.chosen.connect(self._take_first)
        self.last.chosen.connect(self._take_last)
        self.copy_table.clicked.connect(self._copy_table)
        self.copy_csv.clicked.connect(self._copy_csv)
        self.keep.clicked.connect(self._keep)

    def _heads(self) -> list[str]:
        return [self.tr("Source"), self.tr("Articles"), self.tr("Reviews")]

    def _rows(self) -> list[tuple[str, str, str]]:
        return [(one.source, str(one.articles), str(one.reviews)) for one in self._counts]

    @Slot()
    def _take_first(self) -> None:
        if self.first.day() > self.last.day():
            self.last.show_day(self.first.day())
        self.ask_counts()

    @Slot()
    def _take_last(self) -> None:
        if self.last.day() < self.first.day():
            self.first.show_day(self.last.day())
        self.ask_counts()

    @Slot()
    def _copy_table(self) -> None:
        rows = [_TAB.join((guarded(" ".join(row[0].split())), *row[1:])) for row in self._rows()]
        QApplication.clipboard().setText("\n".join((_TAB.join(self._heads()), *rows)))

    @Slot()
    def _copy_csv(self) -> None:
        data = written([self._heads(), *self._rows()])
        QApplication.clipboard().setText(data.decode("utf-8-sig"))

    @Slot()
    def _keep(self) -> None:
        self.told.emit(self.ticked.isChecked(), self.name.text().strip())
        self.accept()
