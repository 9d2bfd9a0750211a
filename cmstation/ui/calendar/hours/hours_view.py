"""The week and the day: hours that one walks with the arrows, and items that one carries about."""

from collections.abc import Sequence
from datetime import date, time

from PySide6.QtCore import QEvent, QPoint, QRect, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from cmstation.domain.calendar import CalendarItem, ItemKey
from cmstation.domain.health_days import HealthDay
from cmstation.ui.calendar.choosing import NONE, choice_of
from cmstation.ui.calendar.handed_view import HandedView
from cmstation.ui.calendar.hours import hours_keys
from cmstation.ui.calendar.hours.hours import CHIP, minutes_on
from cmstation.ui.calendar.hours.hours_axis import CELL
from cmstation.ui.calendar.hours.hours_hands import HoursHands
from cmstation.ui.calendar.hours.hours_paint import Ghost
from cmstation.ui.calendar.hours.hours_places import Part, Spot
from cmstation.ui.calendar.hours.hours_strip import Remark, lasts_days
from cmstation.ui.calendar.hours.hours_table import HoursTable
from cmstation.ui.calendar.hours.hours_words import cell_words, day_card, remark_tip, slot_words
from cmstation.ui.calendar.item_words import item_card, item_words
from cmstation.ui.calendar.look import Landing
from cmstation.ui.calendar.remark_words import choose_health_day
from cmstation.ui.calendar.tips import plain_tip
from cmstation.ui.dates import local
from cmstation.ui.icons import Icons


class HoursView(HandedView[HoursHands], HoursTable):
    """Hours of a week or of a day, and what a person does with them.

    Signals:
        opened: an `ItemKey` to open.
        day_opened: the person wants all of the day they are on.
        dropped: a `Grip` was let go on a `Landing`.
        resized: an `ItemKey`, and its new last day or its new naive local end.
        new_wanted: something new at a `Landing`.
        menu_wanted: the menu of some `ItemKey`s, or of the hour without any, at a global point.
        health_day_wanted: a `HealthDay`, and where its name stands (global).

    In the second of two equal hours, `wall` of a landing and an end have `fold` 1.
    """

    opened = Signal(object)
    day_opened = Signal()
    dropped = Signal(object, object)
    resized = Signal(object, object)
    new_wanted = Signal(object)
    menu_wanted = Signal(object, QPoint)
    health_day_wanted = Signal(object, QRect)

    def __init__(self, icons: Icons, days: int, parent: QWidget | None = None) -> None:
        super().__init__(icons, days, parent)
        self.hands = HoursHands(self)

    def select(self, keys: Sequence[ItemKey]) -> None:
        """Select items, and show the first one of them."""
        known = [key for key in keys if self.model_of_items.item(key) is not None]
        self.choose(choice_of(known))
        item = self.model_of_items.item(known[0]) if known else None
        if item is not None:
            self._stand_at(item)

    # --- choosing ---

    @Slot()
    def drop_choice(self) -> None:
        """Choose nothing."""
        self.choose(NONE)

    def walk_to(self, item: CalendarItem, *, extending: bool) -> None:
        """Go to an item, alone or with all on the way."""
        choice = self.choice
        self.choose(choice.extended(item.key, self.keys()) if extending else choice.only(item.key))
        self._stand_at(item)
        look = self.look
        if look is not None:
            self._say(item_words(item, look, self.plan.zone))

    def walk_to_cell(self, day: date, wall: time) -> None:
        """Go to a half hour, and to what begins there or is under way."""
        self.stand_on(day, wall)
        found = self.items_at_cursor()
        self.choose(self.choice.only(found[0].key) if found else NONE)
        rect = self.cursor_rect()
        self.reveal(rect.top(), rect.bottom())
        self.say_cell()

    def items_at_cursor(self) -> list[CalendarItem]:
        """Return what begins in the half hour the person is on, or is under way in it."""
        axis, day = self.places.hours.axis, self.day
        start = self.places.cell_start(day, axis.place(self.wall))
        found: list[CalendarItem] = []
        for item in self.model_of_items.items:
            if item.first <= day <= item.last and not lasts_days(item):
                top, bottom = minutes_on(item, axis, day)
                if top < start + CELL and (top >= start if item.is_moment else bottom > start):
                    found.append(item)
        return found

    def place_of(self, item: CalendarItem) -> tuple[date, float]:
        """Return on which day that is shown, and at which minute of the axis, an item begins."""
        day = max(item.first, self.span()[0])
        return day, -1.0 if lasts_days(item) else minutes_on(item, self.places.hours.axis, day)[0]

    def cell_wall(self, spot: Spot) -> time:
        """Return what the clock shows where the half hour of a point begins."""
        return self.places.hours.axis.wall_at(spot.day, self.places.cell_start(spot.day, spot.minute))

    # --- wishes ---

    def open_current(self) -> None:
        """Open the item the person is on, else wish for something new at their hour."""
        if self.choice.current is not None:
            self.opened.emit(self.choice.current)
        else:
            self.new_wanted.emit(Landing(self.day, self.wall))

    def offer_health_days(self, day: date) -> bool:
        """Wish for a health day of a day, the person choosing among several; tell whether it has any."""
        found = [each for each in self.plan.health_days if each.start <= day <= each.end]
        frame = self.places.frame
        self.offer_remarks(found, frame.title(self.days.index(day)))
        return bool(found)

    def offer_remarks(self, remarks: Sequence[Remark], rect: QRect) -> None:
        """Wish for the health day among some remarks, the person choosing among several."""
        place = self._globally(rect)
        days = [remark for remark in remarks if isinstance(remark, HealthDay)]

        def wish(health_day: HealthDay) -> None:
            self.health_day_wanted.emit(health_day, place)

        choose_health_day(self, days, place.bottomLeft(), wish)

    def escape(self) -> bool:
        """Leave an end where it was, else choose nothing; tell whether there was something to leave."""
        if self.hands.give_up():
            return True
        had_choice = self.choice != NONE
        self.drop_choice()
        return had_choice

    def say_cell(self) -> None:
        """Tell the half hour the person is on to those who do not see it."""
        look, axis, items = self.look, self.places.hours.axis, self.items_at_cursor()
        minute = axis.place(self.wall)
        gaps = axis.gaps(self.day)
        exists = not any(gap.skipped and gap.top <= minute < gap.bottom for gap in gaps)
        words = [cell_words(self.day, self.wall, exists=exists, busy=bool(items))]
        if look is not None:
            words.extend(item_words(item, look, self.plan.zone) for item in items)
        self._say("\n".join(words))

    def show_ghost(self, ghost: Ghost | None) -> None:
        """Show where something would land."""
        if ghost == self.ghost:
            return
        before, self.ghost = self.ghost, ghost
        for touched in (before, ghost):
            if touched is not None:
                self.viewport().update(self._ghost_rect(touched))

    def show_lifted(self, keys: frozenset[ItemKey]) -> None:
        """Show which items a drag holds."""
        self.lifted = keys
        self.viewport().update()

    # --- Qt ---

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        event.setAccepted(hours_keys.press(self, event))

    def contextMenuEvent(self, event: QContextMenuEvent, /) -> None:
        place = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            current = self.choice.current
            rects = self.item_rects(current) if current is not None else []
            rect = rects[0] if rects else self.cursor_rect().translated(self.shift())
            place = self._globally(rect).center()
        self.menu_wanted.emit(self.selected(), place)

    def viewportEvent(self, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            spot = self.spot(event.pos())
            words = self.tip(spot)
            if words and spot is not None:
                QToolTip.showText(event.globalPos(), plain_tip(words), self.viewport(), spot.rect)
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    def tip(self, spot: Spot | None) -> str:
        """Say what lies at a place, "" where nothing is to be said."""
        look, plan = self.look, self.plan
        if spot is None or look is None:
            return ""
        if spot.item is not None:
            return item_card(spot.item, look, plan.zone)
        if spot.slot is not None:
            return slot_words(local(spot.slot.at.instant, plan.zone).time(), spot.slot.names)
        if spot.items:
            return "\n".join(item_words(item, look, plan.zone) for item in spot.items)
        if spot.remarks:
            return "\n".join(map(remark_tip, spot.remarks))
        return self._day_tip(spot.day) if spot.part is Part.TITLE else ""

    # --- inside ---

    def _day_tip(self, day: date) -> str:
        plan = self.plan
        off = [each for each in plan.days_off if each.first <= day <= each.last]
        health = [each for each in plan.health_days if each.start <= day <= each.end]
        school = self.page.school.get(day, ())
        public = [each for each in off if each not in school]
        return day_card(day, self.page.clocks.get(day, ""), [*public, *health], school)

    def _stand_at(self, item: CalendarItem) -> None:
        day, minute = self.place_of(item)
        if item.first <= self.day <= item.last:
            day = self.day
        axis = self.places.hours.axis
        self.stand_on(day, self.wall if lasts_days(item) else axis.wall_at(day, minute))
        if not lasts_days(item):
            top = round(self.places.y(minute))
            self.reveal(top, top + CHIP)

    def _ghost_rect(self, ghost: Ghost) -> QRect:
        frame = self.places.frame
        width = frame.edges[ghost.last + 1] - frame.edges[ghost.first]
        if ghost.top is None or ghost.bottom is None:
            return QRect(frame.edges[ghost.first], 0, width, frame.head)
        rect = QRect(frame.edges[ghost.first], ghost.top, width, ghost.bottom - ghost.top)
        return rect.translated(self.shift()).adjusted(0, -1, 0, 1)

    def _globally(self, rect: QRect) -> QRect:
        return QRect(self.viewport().mapToGlobal(rect.topLeft()), rect.size())

    def _say(self, words: str) -> None:
        self.setAccessibleDescription(words)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
