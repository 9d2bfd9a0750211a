"""Entering figures: the dialog joined to the services."""

from datetime import date
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from cmstation.domain.metrics import Metric
from cmstation.domain.periods import span
from cmstation.services.done import Done, together
from cmstation.ui.statistics.entry_dialog import Entered, EntryDialog, Known, Place

if TYPE_CHECKING:
    from cmstation.domain.accounts import Account
    from cmstation.ui.commands import Commands
    from cmstation.ui.icons import Icons
    from cmstation.ui.statistics.services import StatServices


class EntryDeeds(QObject):
    """Opens the table of a day, and keeps what is typed."""

    def __init__(
        self, window: QWidget, services: "StatServices", commands: "Commands", icons: "Icons"
    ) -> None:
        super().__init__(window)
        self._window = window
        self._services = services
        self._commands = commands
        self._icons = icons

    @Slot()
    def open(self) -> None:
        """Show today's figures."""
        services = self._services

        def work() -> "tuple[tuple[Account, ...], date, dict[Place, Known]]":
            today = services.statistics.today()
            return services.accounts.all(), today, _known(services, today)

        def show(found: "tuple[tuple[Account, ...], date, dict[Place, Known]]") -> None:
            accounts, today, known = found
            dialog = EntryDialog(self._icons, accounts, today, parent=self._window)
            dialog.show_day(today, known)
            dialog.entered.connect(self._enter)

            def turn(day: date) -> None:
                self._show_day(dialog, day)

            dialog.day_wanted.connect(turn)
            dialog.open()

        self._commands.ask(work, show, owner=self)

    # --- inside ---

    def _show_day(self, dialog: EntryDialog, day: date) -> None:
        services = self._services
        self._commands.ask(
            lambda: _known(services, day), lambda known: dialog.show_day(day, known), owner=dialog
        )

    @Slot(object)
    def _enter(self, wish: Entered) -> None:
        entries, day = self._services.stat_entries, wish.day

        def one(account: int, metric: Metric, value: int | None) -> Done[object]:
            if value is None:
                return cast("Done[object]", entries.remove(account, day, metric))
            return cast("Done[object]", entries.enter(account, day, metric, value))

        def work() -> Done[int]:
            dones = [one(*place, value) for place, value in wish.values.items()]
            return together(len(dones), dones)

        text = self.tr("%n figure(s) entered", "", len(wish.values))
        self._commands.run(work, undo_text=text, owner=self)


def _known(services: "StatServices", day: date) -> dict[Place, Known]:
    """Return what is known of one day, as the answers of that day tell it."""
    answers = services.statistics.answers(span(day, day))
    return {
        (one.account, one.metric): Known(one.last.value, one.last.origin)
        for one in answers.headlines
        if one.last is not None and one.last.day == day
    }
