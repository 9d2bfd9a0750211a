"""Type in figures: a small table of accounts and metrics for one day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from cmstation.domain.accounts import Account
from cmstation.domain.metric_definitions import in_force
from cmstation.domain.metrics import Metric, Origin, Scope
from cmstation.ui.kit.buttons import PrimaryButton
from cmstation.ui.kit.day_field import DayField
from cmstation.ui.kit.dialogs import DialogFrame
from cmstation.ui.kit.labels import PageTitle, Paragraph, Words
from cmstation.ui.statistics.asked import names_of
from cmstation.ui.statistics.fields import whole_number
from cmstation.ui.statistics.words import figure_words
from cmstation.ui.theme.tokens import Height, Space
from cmstation.ui.wording_metrics import definition_words, metric_words, origin_words

if TYPE_CHECKING:
    from cmstation.ui.icons import Icons

Place = tuple[int, Metric]
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_MOST_ROWS, _COLUMN = 10, 104


@dataclass(frozen=True, slots=True)
class Known:
    """A figure that is known of the day."""

    value: int
    origin: Origin | None


@dataclass(frozen=True, slots=True)
class Entered:
    """What the person changed on a day; None takes a figure away."""

    day: date
    values: Mapping[Place, int | None]


class EntryDialog(DialogFrame):
    """One day's figures.

    Signals:
        day_wanted: another day is to be shown.
        entered: an `Entered`.
    """

    day_wanted = Signal(object)
    entered = Signal(object)

    def __init__(
        self, icons: "Icons", accounts: Sequence[Account], today: date, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(icons, self.tr("Enter figures"), parent=parent)
        self.setModal(True)
        self.setMinimumWidth(880)
        self._accounts = tuple(accounts)
        self._names = names_of(accounts)
        self._metrics: tuple[Metric, ...] = ()
        self._known: Mapping[Place, Known] = {}
        self._quiet = False
        self._day = today
        self.day = DayField(icons, self.tr("Day of the figures"), today, parent=self)
        self.day.setMaximumDate(QDate(today.year, today.month, today.day))
        self.table = QTableWidget(self)
        self.table.setAccessibleName(self.tr("Figures of the day"))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.AllEditTriggers)
        self.table.setTabKeyNavigation(True)
        self.told = Paragraph(icons, colour="muted")
        self.save = PrimaryButton(icons, self.tr("Save"))
        self._lay_out(icons)
        self.day.dateChanged.connect(self._turn)
        self.table.itemChanged.connect(self._look)
        self.save.clicked.connect(self._save)
        self.show_day(today, {})

    def show_day(self, day: date, known: Mapping[Place, Known]) -> None:
        """Show what is known of a day."""
        self._day, self._known, self._quiet = day, known, True
        counted = {
            (one.id, metric): found
            for one in self._accounts
            for metric in Metric
            if (found := in_force(one.network, Scope.ACCOUNT, metric, day)) is not None
        }
        there = {metric for _account, metric in (*counted, *known)}
        self._metrics = tuple(metric for metric in Metric if metric in there)
        self.table.setRowCount(len(self._accounts))
        self.table.setColumnCount(len(self._metrics))
        self.table.setHorizontalHeaderLabels([metric_words(metric) for metric in self._metrics])
        self.table.setVerticalHeaderLabels([self._names[one.id] for one in self._accounts])
        for row, account in enumerate(self._accounts):
            for column, metric in enumerate(self._metrics):
                place = (account.id, metric)
                definition = counted.get(place)
                key = definition.key if definition is not None else ""
                self.table.setItem(row, column, self._cell(place, key, known.get(place)))
        self._quiet = False
        self._look()

    def values(self) -> dict[Place, int | None]:
        """Return what differs from what is known; cells that hold no number are left out."""
        found: dict[Place, int | None] = {}
        for place, text in self._texts():
            value = whole_number(text) if text else None
            if text and value is None:
                continue
            before = self._known.get(place)
            if value != (before.value if before is not None else None):
                found[place] = value
        return found

    # --- inside ---

    def _cell(self, place: Place, key: str, known: Known | None) -> QTableWidgetItem:
        account, metric = place
        item = QTableWidgetItem(figure_words(known.value) if known is not None else "")
        item.setTextAlignment(_RIGHT)
        name = f"{self._names[account]}, {metric_words(metric)}"
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{name}: {item.text()}" if known else name)
        if not key and known is None:
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            item.setBackground(self.icons.theme.colour("hover"))
            item.setToolTip(self.tr("This network does not count it."))
            return item
        origin = origin_words(known.origin) if known is not None and known.origin is not None else ""
        told = "\n".join(part for part in (definition_words(key), origin[:1].upper() + origin[1:]) if part)
        item.setToolTip(told)
        item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, told)
        return item

    def _texts(self) -> list[tuple[Place, str]]:
        found: list[tuple[Place, str]] = []
        for row, account in enumerate(self._accounts):
            for column, metric in enumerate(self._metrics):
                item = self.table.item(row, column)
                if item is not None and item.flags() & Qt.ItemFlag.ItemIsEditable:
                    found.append(((account.id, metric), item.text().strip()))
        return found

    @Slot()
    def _look(self) -> None:
        """Say what cannot be read, else where the figures of the cell come from."""
        if self._quiet:
            return
        wrong = [place for place, text in self._texts() if text and whole_number(text) is None]
        changed = self.values()
        if wrong:
            account, metric = wrong[0]
            told = self.tr("{metric} of {account}: write a whole number, or nothing when it is not known.")
            self.told.setText(told.format(metric=metric_words(metric), account=self._names[account]))
            self.told.set_colour("danger")
            self.save.set_reason(self.told.text())
            return
        self.told.set_colour("muted")
        if changed:
            self.told.setText(self.tr("%n figure(s) to save", "", len(changed)))
            self.save.set_reason("")
            return
        told = self.tr("An empty cell is “not known”, which is not 0. Tab goes to the next cell.")
        self.told.setText(told)
        self.save.set_reason(self.tr("Nothing has changed."))

    @Slot()
    def _turn(self) -> None:
        """Save what was typed for the day that is left, then ask for the other one."""
        self._hand_over()
        self.day_wanted.emit(self.day.day())

    @Slot()
    def _save(self) -> None:
        self._hand_over()
        self.accept()

    def _hand_over(self) -> None:
        values = self.values()
        if values:
            self.entered.emit(Entered(self._day, values))

    def _lay_out(self, icons: "Icons") -> None:
        self.body.addWidget(PageTitle(icons, self.windowTitle()))
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        label = Words(icons, self.tr("&Day"))
        label.setBuddy(self.day)
        row.addWidget(label)
        row.addWidget(self.day)
        row.addStretch(1)
        self.body.addLayout(row)
        self.table.horizontalHeader().setDefaultSectionSize(_COLUMN)
        self.table.verticalHeader().setDefaultSectionSize(Height.CONTROL)
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows = min(max(3, len(self._accounts)), _MOST_ROWS)
        self.table.setMinimumHeight((rows + 2) * Height.CONTROL)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.told)
        self.add_cancel()
        self.add_button(self.save)  # Enter belongs to the cells
        shortcut = QShortcut(QKeySequence("Ctrl+Return"), self)
        shortcut.activated.connect(self.save.click)
        self.save.setToolTip(self.tr("Save (Ctrl+Enter)"))
