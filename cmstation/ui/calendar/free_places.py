"""Brings the free hours of the queue into the views that show hours."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from cmstation.domain.planned_time import PlannedTime

if TYPE_CHECKING:
    from cmstation.domain.rhythm import FreeSlot
    from cmstation.services.station import Station
    from cmstation.ui.calendar.plan_showing import PlanShowing
    from cmstation.ui.calendar.view import CalendarView
    from cmstation.ui.commands import Commands


class FreePlaces(QObject):
    """Asks for the free slots of the days that are shown, once the plan of these days is there."""

    def __init__(
        self, view: "CalendarView", showing: "PlanShowing", station: "Station", commands: "Commands"
    ) -> None:
        super().__init__(view)
        self._view = view
        self._showing = showing
        self._station = station
        self._commands = commands
        self._shown: tuple[date, date] | None = None
        showing.reading.read.connect(self._read_again)

    @Slot()
    def look(self) -> None:
        """Ask for the days that are shown, unless their free hours stand there already."""
        span = self._view.shown.span()
        if hasattr(self._view.shown, "show_slots") and span != self._shown:
            self._shown = span
            rhythm = self._station.rhythm
            self._commands.ask(
                lambda: rhythm.free_slots(*span),
                lambda found: self._show(span, found),
                owner=self,
                replaces="calendar-free-slots",
            )

    @Slot()
    def _read_again(self) -> None:
        self._shown = None
        self.look()

    def _show(self, span: tuple[date, date], found: "tuple[FreeSlot, ...]") -> None:
        show = getattr(self._view.shown, "show_slots", None)
        if show is not None and self._view.shown.span() == span:
            show(slots_in_words(found, self._showing.beside.accounts))


def slots_in_words(found: "tuple[FreeSlot, ...]", names: Mapping[int, str]) -> list[tuple[PlannedTime, str]]:
    """Join the accounts that have the same free hour."""
    hours: dict[PlannedTime, list[str]] = {}
    for slot in found:
        hours.setdefault(slot.when, []).append(names.get(slot.account, ""))
    return [(when, ", ".join(filter(None, accounts))) for when, accounts in hours.items()]
