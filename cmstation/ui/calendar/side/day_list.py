"""The items of one day as a list: beside the month, and in the popover over it."""

from PySide6.QtCore import QModelIndex, QPoint, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QStyledItemDelegate, QWidget

from cmstation.domain.calendar import ItemKey, ItemKind
from cmstation.ui.calendar.side.day_model import DayModel
from cmstation.ui.calendar.side.walked_list import WalkedList


class DayList(WalkedList):
    """Items of a day.

    Signals:
        opened: an `ItemKey` to open.
        menu_wanted: the menu of some `ItemKey`s at a global point.
        lifted: a `CalendarItem` that begins to be dragged.
    """

    opened = Signal(object)
    menu_wanted = Signal(object, QPoint)
    lifted = Signal(object)

    def __init__(self, name: str, delegate: QStyledItemDelegate, parent: QWidget | None = None) -> None:
        self.items = DayModel()
        super().__init__(name, self.items, delegate, parent)
        self.items.setParent(self)

    def current_key(self) -> ItemKey | None:
        """Return the item the person is on."""
        item = self.items.item(self.currentIndex())
        return item.key if item is not None else None

    def current_post(self) -> int | None:
        """Return the post the person is on, None when it is something else."""
        key = self.current_key()
        return key.identity if key is not None and key.kind is ItemKind.POST else None

    def mark(self, key: ItemKey | None) -> None:
        """Make an item the current one, without opening it."""
        self.setCurrentIndex(self.items.index_of(key))

    def open_row(self, index: QModelIndex) -> None:
        item = self.items.item(index)
        if item is not None:
            self.opened.emit(item.key)

    def lift_row(self, index: QModelIndex) -> None:
        item = self.items.item(index)
        if item is not None and item.movable:
            self.lifted.emit(item)

    def contextMenuEvent(self, event: QContextMenuEvent, /) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        item = self.items.item(index)
        if item is None:
            return
        self.setCurrentIndex(index)
        place = self.viewport().mapToGlobal(self.visualRect(index).center()) if by_key else event.globalPos()
        self.menu_wanted.emit((item.key,), place)
