"""Every call of a delivery, in words that a person reads: when, what, with what result, how long."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from cmstation.domain.delivery import Attempt
from cmstation.ui.dates import clock_words, took_words
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import SecondaryButton
from cmstation.ui.kit.dialogs import DialogFrame
from cmstation.ui.kit.labels import Paragraph
from cmstation.ui.wording_checks import call_words

if TYPE_CHECKING:
    from cmstation.services.station import Station
    from cmstation.ui.commands import Commands

SIZE = (880, 480)


class SendLogDialog(DialogFrame):
    """The log of one delivery."""

    def __init__(
        self, icons: Icons, station: "Station", commands: "Commands", delivery: int, parent: QWidget
    ) -> None:
        super().__init__(icons, self.tr("Log of sendings"), parent=parent)
        self._zone = station.preferences.zone()
        self.resize(*SIZE)
        self._empty = Paragraph(icons, self.tr("Nothing was called yet."), colour="muted", parent=self)
        heads = [
            self.tr("When"),
            self.tr("Step"),
            self.tr("What was called"),
            self.tr("Answer"),
            self.tr("Lasted"),
        ]
        self.table = QTableWidget(0, len(heads), self)
        self.table.setHorizontalHeaderLabels(heads)
        self.table.verticalHeader().hide()
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setShowGrid(False)
        self.table.setAccessibleName(self.windowTitle())
        self.table.horizontalHeader().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.body.addWidget(self._empty)
        self.body.addWidget(self.table, 1)
        copy = SecondaryButton(icons, self.tr("Copy all"), icon="copy", parent=self)
        copy.clicked.connect(self._copy)
        close = SecondaryButton(icons, self.tr("Close"), parent=self)
        close.clicked.connect(self.accept)
        self.add_foot_left(copy)
        self.add_button(close, default=True)
        commands.ask(lambda: station.outbox.attempts(delivery), self._fill, owner=self)

    def _fill(self, attempts: tuple[Attempt, ...]) -> None:
        self._empty.setVisible(not attempts)
        self.table.setRowCount(len(attempts))
        for place, attempt in enumerate(attempts):
            answer = attempt.outcome if attempt.status is None else str(attempt.status)
            words = (
                clock_words(attempt.at, self._zone),
                call_words(attempt.step),
                attempt.target,
                answer,
                took_words(attempt.took),
            )
            for column, text in enumerate(words):
                self.table.setItem(place, column, QTableWidgetItem(text))
        self.table.resizeColumnsToContents()
        self.table.horizontalHeader().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)

    @Slot()
    def _copy(self) -> None:
        lines = [
            "\t".join(self._text(row, column) for column in range(self.table.columnCount()))
            for row in range(self.table.rowCount())
        ]
        QGuiApplication.clipboard().setText("\n".join(lines))

    def _text(self, row: int, column: int) -> str:
        item = self.table.item(row, column)
        return "" if item is None else item.text()
