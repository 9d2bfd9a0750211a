"""Every call of a delivery, in words that a person reads: when, what, with what result, how long."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from cmstation.domain.delivery import Attempt, DeliveryKind
from cmstation.ui.dates import clock_words, day_words, local_day, took_words
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import SecondaryButton
from cmstation.ui.kit.dialogs import DialogFrame
from cmstation.ui.kit.empty_state import EmptyState
from cmstation.ui.kit.labels import Note, PageTitle
from cmstation.ui.wording_checks import call_words, outcome_words

if TYPE_CHECKING:
    from cmstation.services.station import Station
    from cmstation.ui.commands import Commands

SIZE, LEAST = QSize(880, 520), QSize(720, 360)
CALLED = 3
ROW = 32


@dataclass(frozen=True, slots=True)
class LoggedCall:
    """One call, and whose it was."""

    account: str
    is_comment: bool
    attempt: Attempt


class SendLogDialog(DialogFrame):
    """The log of one delivery, or of all of a post."""

    def __init__(
        self,
        icons: Icons,
        station: "Station",
        commands: "Commands",
        deliveries: Sequence[int],
        parent: QWidget,
    ) -> None:
        super().__init__(icons, self.tr("Log of sendings"), parent=parent)
        self._zone = station.preferences.zone()
        self._now = station.clock.now()
        self.resize(SIZE)
        self.setMinimumSize(LEAST)
        self.body.addWidget(PageTitle(icons, self.windowTitle(), parent=self))
        quiet = self.tr("Every call to the networks. No password and no text is kept here.")
        self.body.addWidget(Note(icons, quiet, parent=self))
        self._empty = EmptyState(
            icons,
            self.tr("Nothing was called yet"),
            self.tr("Each call appears here as soon as the post begins to leave."),
            drawing="exchanges",
        )
        self._empty.hide()
        self.table = self._make_table()
        self.body.addWidget(self._empty, 1)
        self.body.addWidget(self.table, 1)
        self.copy = SecondaryButton(icons, self.tr("Copy all"), icon="copy", parent=self)
        self.copy.clicked.connect(self._copy)
        close = SecondaryButton(icons, self.tr("Close"), parent=self)
        close.clicked.connect(self.accept)
        self.add_foot_left(self.copy)
        self.add_button(close, default=True)
        close.setFocus()
        commands.ask(lambda: logged_calls(station, deliveries), self._fill, owner=self)

    def _make_table(self) -> QTableWidget:
        heads = (
            self.tr("When"),
            self.tr("Account"),
            self.tr("Step"),
            self.tr("What was called"),
            self.tr("Answer"),
            self.tr("Lasted"),
        )
        table = QTableWidget(0, len(heads), self)
        table.setHorizontalHeaderLabels(heads)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(ROW)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setAccessibleName(self.windowTitle())
        return table

    def _fill(self, calls: tuple[LoggedCall, ...]) -> None:
        self._empty.setVisible(not calls)
        self.table.setVisible(bool(calls))
        self.copy.setEnabled(bool(calls))
        self.table.setRowCount(len(calls))
        for place, call in enumerate(calls):
            for column, text in enumerate(self._words(call)):
                item = QTableWidgetItem(text)
                item.setToolTip(text if column == CALLED else "")
                self.table.setItem(place, column, item)
        self.table.resizeColumnsToContents()
        self.table.horizontalHeader().setSectionResizeMode(CALLED, QHeaderView.ResizeMode.Stretch)

    def _words(self, call: LoggedCall) -> tuple[str, ...]:
        attempt = call.attempt
        when = clock_words(attempt.at, self._zone)
        if local_day(attempt.at, self._zone) != local_day(self._now, self._zone):
            when = f"{day_words(attempt.at, self._zone, self._now)}, {when}"
        whose = call.account
        if call.is_comment:
            whose = self.tr("{account}, first comment").format(account=call.account)
        return (
            when,
            whose,
            call_words(attempt.step),
            attempt.target,
            outcome_words(attempt.outcome, attempt.status),
            took_words(attempt.took),
        )

    @Slot()
    def _copy(self) -> None:
        lines = [
            "\t".join(self._text(row, column) for column in range(self.table.columnCount()))
            for row in range(self.table.rowCount())
        ]
        QGuiApplication.clipboard().setText("\n".join(lines))
        self.copy.setText(self.tr("Copied"))

    def _text(self, row: int, column: int) -> str:
        item = self.table.item(row, column)
        return "" if item is None else item.text()


def logged_calls(station: "Station", deliveries: Sequence[int]) -> tuple[LoggedCall, ...]:
    """Gather the calls of some deliveries, oldest first."""
    calls: list[LoggedCall] = []
    for identity in deliveries:
        delivery = station.outbox.get(identity)
        account = station.accounts.get(delivery.account).name
        is_comment = delivery.kind is DeliveryKind.FIRST_COMMENT
        calls += [LoggedCall(account, is_comment, one) for one in station.outbox.attempts(identity)]
    return tuple(sorted(calls, key=lambda call: call.attempt.at))
