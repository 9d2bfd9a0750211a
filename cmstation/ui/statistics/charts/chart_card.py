"""One answer: a sentence with its figure, its change in words, a chart, and what is behind it."""

import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QStandardPaths, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from cmstation.ui.kit.buttons import GhostButton, LinkButton
from cmstation.ui.kit.labels import Paragraph
from cmstation.ui.kit.surfaces import Card
from cmstation.ui.statistics.charts.export import csv_bytes, png_bytes
from cmstation.ui.statistics.charts.table_view import ChartTable
from cmstation.ui.theme.tokens import ColourRole, Space

if TYPE_CHECKING:
    from cmstation.ui.icons import Icons
    from cmstation.ui.statistics.charts.canvas import Chart

_TABLE_HEIGHT = 260
_UNSAFE = re.compile(r'[\x00-\x1f<>:"/\\|?*\u202a-\u202e\u2066-\u2069]+')


class ChartCard(Card):
    """A chart with its words, its table and its export.

    Signals:
        export_ready: a `Path` that the person chose, and what makes the `bytes` to write there, in any thread
            (see `ChartFiles`).
    """

    export_ready = Signal(object, object)

    def __init__(self, icons: "Icons", chart: "Chart", parent: QWidget | None = None) -> None:
        super().__init__(icons, parent=parent)
        self.chart = chart
        self._icons = icons
        self._folder = ""
        self._words = _CardWords(icons)
        self.toggle = GhostButton(icons, self.tr("Table"), icon="grid", size="small")
        self.export = GhostButton(icons, self.tr("Export…"), icon="export", size="small")
        self.details_button = LinkButton(icons, self.tr("Details"), icon="chevron-right")
        self.details_button.setCheckable(True)
        self.details_button.hide()
        self.export_menu = QMenu(self)
        self.export_menu.addAction(self.tr("Picture (PNG)…"), self.ask_png)
        self.export_menu.addAction(self.tr("Figures (CSV)…"), self.ask_csv)
        self._table: ChartTable | None = None
        self._details: QWidget | None = None
        self._lay_out()
        self.toggle.clicked.connect(self._turn)
        self.export.clicked.connect(self._offer_export)
        self.details_button.toggled.connect(self._unfold)

    def set_words(
        self, title: str, sentence: str, change: str = "", *, tone: ColourRole = "muted", spoken: str = ""
    ) -> None:
        """Say the answer.

        Args:
            title: what is asked ("Followers"); it also names the chart.
            sentence: the answer with its figure.
            change: how it changed.
            spoken: what the chart shows, in a sentence (least, most, last); none takes `sentence`.
        """
        self._words.show_words(title, sentence, change, tone)
        self.chart.set_words(title, spoken or sentence)
        self.toggle.setAccessibleDescription(title)
        self.export.setAccessibleDescription(title)
        self.details_button.setAccessibleDescription(title)
        if self._table is not None:
            self._table.setAccessibleName(title)

    def set_details(self, details: QWidget) -> None:
        """Give what unfolds under the chart; one that was given before is deleted."""
        if self._details is not None:
            self._details.deleteLater()
        self._details = details
        details.setVisible(self.details_button.isChecked())
        self._column.insertWidget(self._details_place, details)
        self.details_button.show()

    @property
    def shows_table(self) -> bool:
        """Whether the table is shown in the chart's place."""
        return self._table is not None and not self._table.isHidden()

    def show_table(self, wanted: bool) -> None:
        """Show the table, or the chart."""
        if wanted:
            table = self._table_made()
            table.renew()
            table.setFixedHeight(max(self.chart.height(), _TABLE_HEIGHT))
        if self._table is not None:
            self._table.setVisible(wanted)
        self.chart.setVisible(not wanted)
        self.toggle.setText(self.tr("Chart") if wanted else self.tr("Table"))
        self.toggle.set_icon("trend" if wanted else "grid")

    def renew(self) -> None:
        """Show the chart's new figures in the table too, when it is open."""
        if self._table is not None and self.shows_table:
            self._table.renew()

    @Slot()
    def ask_png(self) -> None:
        """Ask where the picture goes."""
        file = self._ask("png", self.tr("PNG picture (*.png)"))
        if file is not None:
            self.export_ready.emit(file, partial(png_bytes, self.chart.light_picture()))

    @Slot()
    def ask_csv(self) -> None:
        """Ask where the figures go."""
        file = self._ask("csv", self.tr("CSV table (*.csv)"))
        if file is not None:
            self.export_ready.emit(file, partial(csv_bytes, self.chart.header(), self.chart.records()))

    # --- inside ---

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.S)
        buttons.addWidget(self.toggle)
        buttons.addWidget(self.export)
        head = QHBoxLayout()
        head.setSpacing(Space.L)
        head.addWidget(self._words, 1)
        side = QVBoxLayout()
        side.addLayout(buttons)
        side.addStretch(1)
        head.addLayout(side)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        self._column.setSpacing(Space.M)
        self._column.addLayout(head)
        self._column.addWidget(self.chart, 1)
        self._foot = QHBoxLayout()
        self._foot.setSpacing(Space.L)
        self._foot.addWidget(self.details_button)
        self._foot.addStretch(1)
        self._column.addLayout(self._foot)
        self._details_place = self._column.count()
        if self.chart.sizePolicy().verticalPolicy() == QSizePolicy.Policy.Fixed:
            self._column.addStretch(1)  # a card made higher by its neighbour keeps its words together

    @Slot()
    def _turn(self) -> None:
        self.show_table(not self.shows_table)

    @Slot()
    def _offer_export(self) -> None:
        self.export_menu.popup(self.export.mapToGlobal(QPoint(0, self.export.height())))

    @Slot(bool)
    def _unfold(self, wanted: bool) -> None:
        self._icons.bind(self.details_button, "chevron-down" if wanted else "chevron-right", "muted")
        if self._details is not None:
            self._details.setVisible(wanted)

    def _table_made(self) -> ChartTable:
        if self._table is None:
            self._table = ChartTable(self.chart)
            self._table.setAccessibleName(self.chart.title)
            self._table.hide()
            self._column.insertWidget(2, self._table)
            self._details_place += 1
        return self._table

    def _ask(self, kind: str, words: str) -> Path | None:
        title = _UNSAFE.sub(" ", self.chart.title).strip(" .")[:80] or self.tr("chart")
        folder = self._folder or QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation
        )
        name, _ = QFileDialog.getSaveFileName(
            self.window(), self.tr("Export"), str(Path(folder) / f"{title}.{kind}"), words
        )
        if not name:
            return None
        file = Path(name)
        self._folder = str(file.parent)
        return file if file.suffix else file.with_suffix(f".{kind}")


class _CardWords(QWidget):
    """Title, answer and change."""

    def __init__(self, icons: "Icons") -> None:
        super().__init__()
        self._title = Paragraph(icons, font="note_strong", colour="muted")
        self._sentence = Paragraph(icons, font="answer")
        self._change = Paragraph(icons, font="text", colour="muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for words in (self._title, self._sentence, self._change):
            column.addWidget(words)
        column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def show_words(self, title: str, sentence: str, change: str, tone: ColourRole) -> None:
        self._title.setText(title)
        self._sentence.setText(sentence)
        self._change.setText(change)
        self._change.set_colour(tone)
        self._change.setVisible(bool(change))
