"""The keys and menus of the calendar: which wish each of them is."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from cmstation.domain.calendar import EventKind, ItemKey, ItemKind
from cmstation.domain.planned_time import HourDoesNotExist, PlannedTime
from cmstation.ui.calendar.deeds.exchange_deeds import ExchangeDeeds
from cmstation.ui.calendar.deeds.health_day_deeds import HealthDayDeeds
from cmstation.ui.calendar.deeds.landing_time import hour_at
from cmstation.ui.calendar.deeds.plan_deeds import PlanDeeds
from cmstation.ui.calendar.deeds.plan_events import PlanEvents
from cmstation.ui.calendar.deeds.plan_rhythm import PlanRhythm
from cmstation.ui.calendar.filter_menu import FilterMenu
from cmstation.ui.calendar.item_words import event_word
from cmstation.ui.calendar.look import Landing
from cmstation.ui.calendar.plan_view import ViewKey

if TYPE_CHECKING:
    from cmstation.domain.health_days import HealthDay
    from cmstation.services.station import Station
    from cmstation.ui.calendar.tab import CalendarTab
    from cmstation.ui.commands import Commands

_VIEWS = dict(
    zip((Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5), ViewKey, strict=True)
)
_NUDGES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
_DELETE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_Standard = QKeySequence.StandardKey
_EDITING = (_Standard.Copy, _Standard.Paste, _Standard.SelectAll)


class PlanMenus(QObject):
    """Joins keys and menus to what they do.

    Signals:
        filtered: a `PlanFilter` that the person chose.
    """

    filtered = Signal(object)

    def __init__(self, tab: "CalendarTab", station: "Station", commands: "Commands") -> None:
        super().__init__(tab)
        self._tab = tab
        self._station = station
        self._commands = commands
        self.deeds = PlanDeeds(tab, station, commands)
        self.events = PlanEvents(tab, station, commands)
        self.rhythm = PlanRhythm(tab, station, commands)
        self.health = HealthDayDeeds(tab, station, commands)
        self.exchange = ExchangeDeeds(tab, station, commands)
        self.filter = FilterMenu(tab)
        self.filter.filtered.connect(self.filtered)
        bar = tab.toolbar
        bar.filter.setMenu(self.filter)
        bar.new_menu.aboutToShow.connect(self._fill_new)
        bar.more_menu.aboutToShow.connect(self._fill_more)

    # --- keys ---

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key that no view has taken means; tell whether it means something."""
        key = Qt.Key(event.key())
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if _types():
            return False
        if modifiers == Qt.KeyboardModifier.AltModifier and key in _NUDGES:
            self.deeds.shift(self._chosen(), _NUDGES[key])
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.deeds.copies.keep_copy(self._chosen())
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.deeds.copies.paste(self._tab.shown.day)
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self._tab.shown.select(self._tab.shown.keys())
        elif modifiers == Qt.KeyboardModifier.ShiftModifier and key == Qt.Key.Key_F10:
            # X11 leaves these keys to the programs.
            self._offer_by_keyboard()
        elif modifiers == Qt.KeyboardModifier.NoModifier:
            return self._press_plain(key)
        else:
            return False
        return True

    def _offer_by_keyboard(self) -> None:
        focused, shown = QApplication.focusWidget(), cast("QWidget", self._tab.shown)
        listed = isinstance(focused, QAbstractItemView) and self._tab.isAncestorOf(focused)
        view = focused if focused is not None and listed else shown
        middle = view.rect().center()
        QApplication.sendEvent(
            view, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, middle, view.mapToGlobal(middle))
        )

    def claims(self, event: QKeyEvent) -> bool:
        """Tell whether keys that the Edit menu has too mean items of the calendar here."""
        return not _types() and any(event.matches(keys) for keys in _EDITING)

    def _press_plain(self, key: Qt.Key) -> bool:
        tab = self._tab
        if key in _VIEWS:
            tab.change_view(_VIEWS[key])
        elif key == Qt.Key.Key_T:
            tab.go_to_today()
        elif key == Qt.Key.Key_N:
            self.write(Landing(tab.shown.day))
        elif key == Qt.Key.Key_E:
            self.events.add(tab.shown.day, EventKind.EVENT)
        elif key == Qt.Key.Key_M:
            self._move()
        elif key == Qt.Key.Key_Q:
            self._queue()
        elif key in _DELETE:
            self.deeds.copies.take_off(self._chosen())
        else:
            return False
        return True

    def _move(self) -> None:
        waiting = self._tab.drawer.waiting
        post = waiting.current_post() if waiting.hasFocus() else None
        if post is not None:
            self.deeds.side_list.ask(post, self._tab.shown.day)
        else:
            self.deeds.ask_move(self._chosen())

    def _queue(self) -> None:
        waiting = self._tab.drawer.waiting
        chosen = (key.identity for key in self._chosen() if key.kind is ItemKind.POST)
        post = waiting.current_post() if waiting.hasFocus() else next(chosen, None)
        if post is not None:
            self.rhythm.queue(post)

    def _chosen(self) -> tuple[ItemKey, ...]:
        """Return the items that a key means: those of the list that has the keyboard, or of the view."""
        drawer = self._tab.drawer
        listed = drawer.current_key()
        if listed is not None:
            return (listed,)
        elsewhere = drawer.waiting.hasFocus() or drawer.day.hasFocus() or drawer.warnings.list.hasFocus()
        return () if elsewhere else self._tab.shown.selected()

    # --- deeds ---

    def open(self, key: ItemKey) -> None:
        """Open an item where it is written."""
        if key.kind is ItemKind.POST:
            self._tab.post_wanted.emit(key.identity)
        elif key.kind is ItemKind.EVENT:
            self.events.open(key)
        else:
            self.deeds.ask_move((key,))

    def write(self, landing: Landing) -> None:
        """Begin a post at a day, at its hour when that lies ahead."""
        station = self._station
        planned = self._planned(landing)
        self._commands.run(
            lambda: station.drafts.new(planned=planned, campaign=landing.campaign or None),
            done=lambda draft: self._tab.post_wanted.emit(draft.id),
            owner=self,
        )

    def show_health_day(self, day: "HealthDay", place: QRect) -> None:
        """Show what can be done with a health day."""
        self.health.show(day, place)

    def _planned(self, landing: Landing) -> PlannedTime | None:
        try:
            planned = hour_at(landing, None, self._station.preferences.zone())
        except HourDoesNotExist:
            return None
        return planned if planned.instant > self._station.clock.now() else None

    # --- menus ---

    def offer(self, keys: Sequence[ItemKey], place: QPoint) -> None:
        """Open the menu of some items, or of the day."""
        menu = QMenu(self._tab)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if keys:
            self._fill_items(menu, tuple(keys))
        else:
            self._fill_day(menu, self._tab.shown.day)
        menu.popup(place)

    def _fill_items(self, menu: QMenu, keys: tuple[ItemKey, ...]) -> None:
        items, deeds = self._tab.items(keys), self.deeds
        movable = [item for item in items if item.movable]
        if len(keys) == 1:
            _add(menu, self.tr("Open"), lambda: self.open(keys[0]), "Return")
        move = _add(menu, self.tr("Move to…"), lambda: deeds.ask_move(keys), "M")
        move.setEnabled(bool(movable))
        _add(menu, self.tr("Copy"), lambda: deeds.copies.keep_copy(keys), "Ctrl+C")
        posts = [item for item in items if item.key.kind is ItemKind.POST]
        if len(keys) == 1 and posts:
            self.rhythm.fill_post_menu(menu, posts[0])
        if len(keys) == 1 and items and items[0].event is EventKind.TASK:
            words = self.tr("Not done yet") if items[0].done else self.tr("Done")
            _add(menu, words, lambda: self.events.mark_done(keys[0], done=not items[0].done))
        menu.addSeparator()
        words = self.tr("Take off the calendar") if posts else self.tr("Remove")
        away = _add(menu, words, lambda: deeds.copies.take_off(keys), "Del")
        away.setEnabled(bool(movable))

    def _fill_day(self, menu: QMenu, day: date) -> None:
        _add(menu, self.tr("New post"), lambda: self.write(Landing(day)), "N")
        self._add_events(menu, day)
        menu.addSeparator()
        paste = _add(menu, self.tr("Paste"), lambda: self.deeds.copies.paste(day), "Ctrl+V")
        paste.setEnabled(self.deeds.copies.has_copy)

    @Slot()
    def _fill_new(self) -> None:
        menu, day = self._tab.toolbar.new_menu, self._tab.shown.day
        menu.clear()
        self._add_events(menu, day)
        menu.addSeparator()
        self.rhythm.fill_new_menu(menu, day)

    def _add_events(self, menu: QMenu, day: date) -> None:
        for kind in EventKind:
            words = self.tr("{kind}…").format(kind=event_word(kind))
            keys = "E" if kind is EventKind.EVENT else ""
            _add(menu, words, lambda kind=kind: self.events.add(day, kind), keys)

    @Slot()
    def _fill_more(self) -> None:
        menu = self._tab.toolbar.more_menu
        menu.clear()
        self.rhythm.fill_more_menu(menu)
        _add(menu, self.tr("Health days…"), self.health.open_list)
        _add(menu, self.tr("Public and school holidays…"), self.health.open_days_off)
        menu.addSeparator()
        self.exchange.fill_menu(menu)


def _types() -> bool:
    """Tell whether a field has the keyboard: its letters are words there."""
    return isinstance(QApplication.focusWidget(), QLineEdit | QPlainTextEdit | QTextEdit | QAbstractSpinBox)


def _add(menu: QMenu, words: str, deed: Callable[[], object], keys: str = "") -> QAction:
    action = menu.addAction(words.replace("&", "&&"))
    if keys:
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    action.triggered.connect(lambda _checked=False: deed())
    return action
