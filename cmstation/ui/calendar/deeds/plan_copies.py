"""Copies items of the calendar to other days, and takes them off."""

from collections.abc import Callable, Sequence
from datetime import date, time
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from cmstation.domain.calendar import CalendarItem, ItemKey, ItemKind, Moved
from cmstation.ui.calendar.deeds.one_deed import each_of
from cmstation.ui.calendar.deeds.refusals import refusal_notice
from cmstation.ui.calendar.item_words import title_words
from cmstation.ui.calendar.look import Grip
from cmstation.ui.notices import Notice

if TYPE_CHECKING:
    from cmstation.services.done import Done
    from cmstation.services.station import Station
    from cmstation.ui.calendar.tab import CalendarTab
    from cmstation.ui.commands import Commands

NOTICE = "calendar-hands"


class PlanCopies(QObject):
    """Copies and takes away.

    Signals:
        landed: the keys of the copies, to be selected.
    """

    landed = Signal(object)

    def __init__(self, tab: "CalendarTab", station: "Station", commands: "Commands") -> None:
        super().__init__(tab)
        self._tab = tab
        self._station = station
        self._commands = commands
        self._copied: tuple[CalendarItem, ...] = ()

    def keep_copy(self, keys: Sequence[ItemKey]) -> None:
        """Remember items for `paste`."""
        items = self._tab.items(keys)
        if items:
            self._copied = tuple(items)
            self._say(self.tr("%n item(s) copied: Ctrl+V puts them on another day.", "", len(items)))

    @property
    def has_copy(self) -> bool:
        """Whether `paste` has something to put down."""
        return bool(self._copied)

    def paste(self, day: date) -> None:
        """Copy what was remembered: its first item to a day, the others as far from it as they were."""
        if not self._copied:
            self._say(self.tr("Nothing was copied yet: choose an item and press Ctrl+C."))
            return
        first = min(item.first for item in self._copied)
        self.copy([item.key for item in self._copied], (day - first).days, None)

    def copy(self, keys: Sequence[ItemKey], days: int, wall: time | None) -> None:
        """Copy items by some days, each at its hour or all at one."""
        wanted = tuple(keys)
        self._commands.run(
            lambda: self._station.hands.copy(wanted, days=days, wall=wall),
            done=self.landed.emit,
            undo_text=self.tr("%n item(s) copied", "", len(wanted)),
            owner=self,
        )

    @Slot(object)
    def unplace(self, grip: Grip) -> None:
        """Take the hours of items away: they wait in the side list again."""
        self.take_off(grip.keys)

    def take_off(self, keys: Sequence[ItemKey]) -> None:
        """Take items off the calendar: posts become undated drafts again, events go to the bin."""
        items = self._tab.items(keys)
        if not items:
            return
        deeds = {item.key: self._away(item.key) for item in items}
        known = {item.key: item for item in items}

        def told(moved: Moved) -> None:
            if moved.refused:
                self._commands.noticed.emit(refusal_notice(moved, known.get, f"{NOTICE}-refused"))

        self._commands.run(lambda: each_of(deeds), done=told, undo_text=self._away_words(items), owner=self)

    # --- inside ---

    def _away(self, key: ItemKey) -> "Callable[[], Done[Any]]":
        if key.kind is ItemKind.EVENT:
            return lambda: self._station.events.remove(key)
        return lambda: self._station.hands.unplace(key)

    def _away_words(self, items: Sequence[CalendarItem]) -> str:
        if len(items) > 1:
            return self.tr("%n item(s) taken off the calendar", "", len(items))
        title = title_words(items[0])
        if items[0].key.kind is ItemKind.EVENT:
            return self.tr("“{title}” removed").format(title=title)
        return self.tr("“{title}” taken off the calendar; it waits in the side list").format(title=title)

    def _say(self, words: str) -> None:
        self._commands.noticed.emit(Notice(words, key=NOTICE))
