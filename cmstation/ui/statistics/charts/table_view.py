"""The table behind a chart: what is shown is what is copied."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from cmstation.ui.statistics.charts.export import tsv_text
from cmstation.ui.statistics.charts.figures import Cell, Table
from cmstation.ui.theme.tokens import Height

if TYPE_CHECKING:
    from cmstation.ui.statistics.charts.canvas import Chart

_Index = QModelIndex | QPersistentModelIndex
_MEASURED_ROWS, _WIDEST, _AROUND = 40, 280, 32
_FIGURES = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_WORDS = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class ChartTableModel(QAbstractTableModel):
    """The figures behind a chart; a cell is written in words when it is looked at."""

    def __init__(self, chart: "Chart", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._chart = chart
        self._header: tuple[str, ...] = ()
        self._rows: tuple[tuple[Cell, ...], ...] = ()
        self._figures: tuple[bool, ...] = ()

    def renew(self) -> None:
        """Take the chart's figures as they are now."""
        self.beginResetModel()
        self._header, self._rows = self._chart.header(), self._chart.records()
        self._figures = tuple(
            not any(isinstance(row[column], str) for row in self._rows)
            and any(isinstance(row[column], int | float) for row in self._rows)
            for column in range(len(self._header))
        )
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None, /) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index | None = None, /) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._header)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole, /) -> object:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._chart.cell_words(self._rows[index.row()][index.column()])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _FIGURES if self._figures[index.column()] else _WORDS
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
        /,
    ) -> object:
        if orientation == Qt.Orientation.Vertical or not 0 <= section < len(self._header):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._header[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _FIGURES if self._figures[section] else _WORDS
        return None

    def longest(self, most: int) -> list[str]:
        """Return the longest words of each column within the first rows."""
        rows, words = self._rows[:most], self._chart.cell_words
        columns = range(len(self._header))
        return [max((words(row[column]) for row in rows), key=len, default="") for column in columns]

    def table(self, rows: list[int]) -> Table:
        """Return some rows in words."""
        words = self._chart.cell_words
        return Table(self._header, tuple(tuple(words(cell) for cell in self._rows[row]) for row in rows))


class ChartTable(QTableView):
    """Shows the table; Ctrl+C copies the rows that are chosen, or all of them, with their header."""

    def __init__(self, chart: "Chart", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figures = ChartTableModel(chart, self)
        self.setModel(self.figures)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(Height.SMALL)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setStretchLastSection(False)

    def renew(self) -> None:
        """Show the chart's figures as they are now."""
        self.figures.renew()
        # Asking each cell through the style, as the view would, takes ten times as long.
        cells, head = QFontMetrics(self.font()), QFontMetrics(self.horizontalHeader().font())
        for column, words in enumerate(self.figures.longest(_MEASURED_ROWS)):
            title = str(self.figures.headerData(column, Qt.Orientation.Horizontal))
            widest = max(cells.horizontalAdvance(words), head.horizontalAdvance(title))
            self.setColumnWidth(column, min(_WIDEST, widest + _AROUND))

    def copy(self) -> None:
        """Put the rows that are chosen, or all, on the clipboard."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        table = self.figures.table(rows or list(range(self.figures.rowCount())))
        QGuiApplication.clipboard().setText(tsv_text(table))

    def event(self, event: QEvent, /) -> bool:
        # The Edit menu of the window has Ctrl+C too; here it means rows.
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Copy)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)
