"""Copies items of the calendar to other days, and takes them off."""

from collections.abc import Sequence
from datetime import date, time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from cmstation.domain.calendar import CalendarItem, ItemKey, ItemKind
from cmstation.ui.calendar.item_words import title_words
from cmstation.ui.calendar.look import Grip
from cmstation.ui.notices import Notice

if TYPE_CHECKING:
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
        self._copied: tuple[ItemKey, ...] = ()

    def keep_copy(self, keys: Sequence[ItemKey]) -> None:
        """Remember items for `paste`."""
        if keys:
            self._copied = tuple(keys)
            self._say(self.tr("%n item(s) copied: Ctrl+V puts them on another day.", "", len(keys)))

    def paste(self, day: date) -> None:
        """Copy what was remembered to a day."""
        items = self._tab.items(self._copied)
        if items:
            self.copy(self._copied, (day - items[0].first).days, None)

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
        for item in self._tab.items(keys):
            self._take_off(item)

    # --- inside ---

    def _take_off(self, item: CalendarItem) -> None:
        title, key = title_words(item), item.key
        if key.kind is ItemKind.EVENT:
            text = self.tr("“{title}” removed").format(title=title)
            self._commands.run(lambda: self._station.events.remove(key), undo_text=text, owner=self)
        elif key.kind is ItemKind.POST:
            text = self.tr("“{title}” taken off the calendar; it waits in the side list").format(title=title)
            self._commands.run(lambda: self._station.hands.unplace(key), undo_text=text, owner=self)
        else:
            self._say(self.tr("“{title}” waits on its network: take it away there.").format(title=title))

    def _say(self, words: str) -> None:
        self._commands.noticed.emit(Notice(words, key=NOTICE))
