"""The month: a table of days that one walks with the arrows, and items that one carries about."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, QPoint, QRect, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QContextMenuEvent,
    QKeyEvent,
)
from PySide6.QtWidgets import QWidget

from cmstation.domain.calendar import CalendarItem, ItemKey, Plan
from cmstation.domain.health_days import HealthDay
from cmstation.ui.calendar.choosing import NONE, Choice, choice_of
from cmstation.ui.calendar.handed_view import HandedView
from cmstation.ui.calendar.item_words import item_words
from cmstation.ui.calendar.look import PlanLook
from cmstation.ui.calendar.month import month_keys
from cmstation.ui.calendar.month.month_hands import MonthHands
from cmstation.ui.calendar.month.month_pages import MonthPages
from cmstation.ui.calendar.month.popover import DayPopover
from cmstation.ui.calendar.remark_words import choose_health_day
from cmstation.ui.icons import Icons


class MonthView(HandedView[MonthHands], MonthPages):
    """Days of one month, and what a person does with them.

    Signals:
        chosen: other items are selected.
        opened: an `ItemKey` to open.
        day_opened: the person wants the list of the day they are on.
        dropped: a `Grip` was let go on a `Landing`.
        resized: an `ItemKey`, and its new last day.
        new_wanted: something new at a `Landing`.
        menu_wanted: the menu of some `ItemKey`s, or of the day without any, at a global point.
        health_day_wanted: a `HealthDay`, and where its name stands (global).
    """

    chosen = Signal()
    opened = Signal(object)
    day_opened = Signal()
    dropped = Signal(object, object)
    resized = Signal(object, object)
    new_wanted = Signal(object)
    menu_wanted = Signal(object, QPoint)
    health_day_wanted = Signal(object, QRect)

    def __init__(self, icons: Icons, today: date, parent: QWidget | None = None) -> None:
        super().__init__(icons, today, parent)
        self._choice = NONE
        self.hands = MonthHands(self)

    # --- the face that all views have ---

    def show_plan(self, plan: Plan, look: PlanLook) -> None:
        """Show the items and remarks of a plan."""
        self.model_of_days.show_plan(plan, look)
        self.leave_page()
        self.pictures.idle.begin()  # the months beside may be others

    def keys(self) -> tuple[ItemKey, ...]:
        """Return every item that is shown or counted, in the order in which one reads."""
        return tuple(item.key for _, item in self.model_of_days.walk())

    def selected(self) -> tuple[ItemKey, ...]:
        """Return the chosen items."""
        return self._choice.keys

    def select(self, keys: Sequence[ItemKey]) -> None:
        """Choose items, and stand on a day of the first one."""
        self._set_choice(choice_of(keys))
        item = self.model_of_days.item(keys[0]) if keys else None
        if item is not None and not item.first <= self.day <= item.last:
            self.stand_on(max(item.first, self.span()[0]))

    # --- choosing ---

    def leave_page(self) -> None:
        if self._choice != NONE:
            self._set_choice(self._choice.among(frozenset(self.keys())))

    def current_item(self) -> ItemKey | None:
        """Return the item the person is on."""
        return self._choice.current

    @Slot(object)
    def choose_only(self, key: ItemKey) -> None:
        """Choose one item alone."""
        self._set_choice(self._choice.only(key))

    def toggle(self, key: ItemKey) -> None:
        """Add an item to the others, or take it away again."""
        self._set_choice(self._choice.toggled(key))

    def extend_choice(self, key: ItemKey) -> None:
        """Choose every item up to this one."""
        self._set_choice(self._choice.extended(key, self.keys()))

    def point_at(self, key: ItemKey) -> None:
        """Go to an item that is chosen, and keep the others."""
        self._set_choice(Choice(self._choice.keys, key, self._choice.anchor))

    @Slot()
    def drop_choice(self) -> None:
        """Choose nothing."""
        self._set_choice(NONE)

    # --- wishes ---

    def open_current(self) -> None:
        """Open the item the person is on, else their day."""
        if self._choice.current is not None:
            self.opened.emit(self._choice.current)
        else:
            self.day_opened.emit()

    def open_others(self, day: date) -> None:
        """Open the list of all items of a day over the month."""
        model = self.model_of_days
        items = model.items(day)
        if not items:
            self.day_opened.emit()
            return
        popover = DayPopover(self.icons, day, items, model.look, model.plan.zone, self)
        popover.opened.connect(self.opened)
        popover.menu_wanted.connect(self.menu_wanted)
        popover.chosen.connect(self.choose_only)
        popover.lifted.connect(self.hands.carry)
        popover.passed_on.connect(self._take_key)
        mark = self.places.others(day)
        popover.open_over(self._globally(mark if not mark.isEmpty() else self._cell(day)))

    def offer_health_days(self, day: date) -> bool:
        """Wish for what a day names, or for what lasts over it; the person chooses among several.

        Returns:
            whether there is any.
        """
        remarks = self.model_of_days.remarks(day)
        found = remarks.health or remarks.lasting
        if not found:
            return False
        mark = self.places.health(day)
        place = self._globally(mark if not mark.isEmpty() else self._cell(day))

        def wish(health_day: HealthDay) -> None:
            self.health_day_wanted.emit(health_day, place)

        choose_health_day(self, found, place.bottomLeft(), wish)
        return True

    def escape(self) -> bool:
        """Stop drawing an item longer, else choose nothing; tell whether there was something to leave."""
        if self.hands.give_up():
            return True
        had_choice = self._choice != NONE
        self.drop_choice()
        return had_choice

    def say(self, item: CalendarItem) -> None:
        """Tell an item to those who do not see it."""
        words = item_words(item, self.model_of_days.look, self.model_of_days.plan.zone)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def stretch(self) -> tuple[CalendarItem, date] | None:
        return self.hands.stretch

    # --- Qt ---

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        event.setAccepted(month_keys.press(self, event))

    def contextMenuEvent(self, event: QContextMenuEvent, /) -> None:
        place = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            place = self._globally(self._current_rect()).center()
        self.menu_wanted.emit(self.selected(), place)

    # --- inside ---

    @Slot(object)
    def _take_key(self, event: QKeyEvent) -> None:
        """Take a key that was pressed in the popover, and hand it on when it means nothing here."""
        QCoreApplication.sendEvent(self, event)

    def _set_choice(self, choice: Choice) -> None:
        if choice == self._choice:
            return
        before, self._choice = self._choice, choice
        standing = self.delegate_of_days.standing
        standing.chosen = frozenset(choice.keys)
        self.model_of_days.point_at(choice.current)
        marked, standing.marked = standing.marked, self._hidden_day(choice.current)
        self._touch(set(before.keys) ^ set(choice.keys))
        for day in {marked, standing.marked} - {None}:
            self.update(self.model_of_days.index_of(day or self.day))
        if before.keys != choice.keys:
            self.chosen.emit()

    def _hidden_day(self, key: ItemKey | None) -> date | None:
        """Return the day on which an item is only counted."""
        item = self.model_of_days.item(key) if key is not None else None
        if item is None:
            return None
        day = max(item.first, self.span()[0])
        shown = {each.key for each, _ in self.places.shown(day)}
        return None if item.key in shown else day

    def _touch(self, keys: set[ItemKey]) -> None:
        """Draw the days of some items anew."""
        model = self.model_of_days
        for key in keys:
            item = model.item(key)
            if item is not None and item.days == 1:
                self.update(model.index_of(item.first))
            elif item is not None:
                self.viewport().update()

    def _current_rect(self) -> QRect:
        current = self._choice.current
        found = (rect for item, rect in self.places.shown(self.day) if item.key == current)
        return next(found, self._cell(self.day))

    def _cell(self, day: date) -> QRect:
        return self.visualRect(self.model_of_days.index_of(day))

    def _globally(self, rect: QRect) -> QRect:
        return QRect(self.viewport().mapToGlobal(rect.topLeft()), rect.size())
