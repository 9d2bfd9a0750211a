"""Asks for an hour where the one that was meant cannot be."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from cmstation.domain.planned_time import HourDoesNotExist, PlannedTime, at_wall_time
from cmstation.ui.dates import day_title
from cmstation.ui.when_dialog import WhenDialog

if TYPE_CHECKING:
    from cmstation.services.station import Station
    from cmstation.ui.calendar.tab import CalendarTab

Choose = Callable[[PlannedTime], None]


class HourAsking(QObject):
    """Opens the dialog of hours over the calendar, with the reason."""

    def __init__(self, tab: "CalendarTab", station: "Station") -> None:
        super().__init__(tab)
        self._tab = tab
        self._station = station

    def ask(self, proposed: PlannedTime | None, choose: Choose, *, title: str = "", reason: str = "") -> None:
        """Ask for an hour.

        Args:
            proposed: None proposes the next full hour.
            title: of the window, where it is not about leaving.
            reason: said above the calendar.
        """
        zone = self._station.preferences.zone()
        now = self._station.clock.now()
        dialog = WhenDialog(self._tab.icons, proposed, now, zone, parent=self._tab.window())
        if title:
            dialog.name(title)
        if reason:
            dialog.explain(reason)
        dialog.planned.connect(choose)
        dialog.open()

    def instead_of_skipped(self, problem: HourDoesNotExist, choose: Choose) -> None:
        """Offer the hour after the one that the clocks skip."""
        after, wall = problem.facts["next_wall"], problem.facts["wall"]
        assert isinstance(after, datetime)  # noqa: S101 (the error's own promise)
        assert isinstance(wall, datetime)  # noqa: S101
        reason = self.tr("On {day} the clocks skip {hour}. Choose another hour.").format(
            day=day_title(wall.date(), with_month=True), hour=f"{wall:%H:%M}"
        )
        self.ask(at_wall_time(after, str(problem.facts["zone"])), choose, reason=reason)
