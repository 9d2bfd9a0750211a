"""The tab Calendar: joins the views, the drawer and the services; keeps nothing of its own."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from cmstation.domain.calendar import CalendarItem, ItemKey, ItemKind, Plan
from cmstation.domain.changes import Changes
from cmstation.ui.calendar.look import Grip, Landing, PlanLook
from cmstation.ui.calendar.plan_reading import Beside, PlanReading
from cmstation.ui.calendar.plan_view import PlanView, ViewKey
from cmstation.ui.calendar.span_words import span_title
from cmstation.ui.calendar.view import CalendarView
from cmstation.ui.icons import Icons
from cmstation.ui.theme.theme import Theme

if TYPE_CHECKING:
    from cmstation.domain.health_days import HealthDay
    from cmstation.services.station import Station
    from cmstation.ui.calendar.deeds.plan_menus import PlanMenus
    from cmstation.ui.calendar.plan_showing import PlanShowing
    from cmstation.ui.commands import Commands

MINUTE_MS = 60_000


class CalendarTab(CalendarView):
    """What is planned and published, in five views.

    Signals:
        post_wanted: a post to open in Drafts.
    """

    post_wanted = Signal(int)

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(icons, parent)
        del theme  # the icons carry it
        self.showing: PlanShowing | None = None
        self.menus: PlanMenus | None = None
        self.minute = QTimer(self)
        self.minute.setInterval(MINUTE_MS)
        self._join()
        self.meet_view(self.month)

    # --- the window's side ---

    def attach(self, station: "Station", commands: "Commands") -> None:
        """Receive the services, and show what there is."""
        # After the first paint: the menus bring the services along.
        from cmstation.ui.calendar.deeds.plan_menus import PlanMenus  # noqa: PLC0415
        from cmstation.ui.calendar.plan_showing import PlanShowing  # noqa: PLC0415

        self.pictures.attach(station, commands)
        self.showing = PlanShowing(self, station, commands)
        self.menus = PlanMenus(self, station, commands)
        self.menus.deeds.landed.connect(self.showing.follow)
        self.menus.filtered.connect(self.showing.filter)
        self.drawer.warning_wanted.connect(self.showing.follow_sentence)
        self.drawer.unplaced.connect(self.menus.deeds.copies.unplace)
        self.month.go_to(self.showing.today())
        self.showing.begin()
        self.minute.start()

    def look_again(self, changes: Changes) -> None:
        """Show what a command changed, now or when the tab is looked at."""
        if self.showing is not None and changes != Changes(media=changes.media):
            self.showing.look_again()

    def show_post(self, post: int) -> None:
        """Go to the day of a post, and to the post there."""
        if self.showing is not None:
            self.showing.show_post(post)

    def focus_search(self) -> None:
        """Put the keyboard into the view: there is no search here."""
        self.take_keyboard()

    def current_post(self) -> int | None:
        """Return the post that is chosen in a list or in the view."""
        if self.drawer.waiting.hasFocus():
            return self.drawer.waiting.current_post()
        if self.drawer.day.hasFocus():
            return self.drawer.day.current_post()
        posts = [key.identity for key in self.shown.selected() if key.kind is ItemKind.POST]
        return posts[0] if posts else self.drawer.day.current_post()

    def flush(self) -> None:
        """Have nothing to save."""

    # --- for the menus and the hands ---

    @property
    def reading(self) -> PlanReading | None:
        """Who reads the plan."""
        return self.showing.reading if self.showing is not None else None

    @property
    def plan(self) -> Plan | None:
        """What was read last."""
        return self.reading.plan if self.reading is not None else None

    @property
    def beside(self) -> Beside:
        """What is known beside the plan."""
        return self.showing.beside if self.showing is not None else Beside()

    @property
    def account_names(self) -> Mapping[int, str]:
        """The accounts by identity, in the person's order."""
        return self.beside.accounts

    def item(self, key: ItemKey) -> CalendarItem | None:
        """Return the item of a key when it is known."""
        return self.reading.item(key) if self.reading is not None else None

    def items(self, keys: Iterable[ItemKey]) -> list[CalendarItem]:
        """Return the items of some keys, those that are known."""
        return [item for key in keys if (item := self.item(key)) is not None]

    def today(self) -> date:
        """Return the clinic's day."""
        return self.showing.today() if self.showing is not None else datetime.now(UTC).date()

    def look(self) -> PlanLook:
        """Return what the views know beside the plan."""
        if self.showing is not None:
            return self.showing.look()
        return PlanLook(self.today(), datetime.now(UTC))

    def change_view(self, key: ViewKey) -> None:
        """Show the same day in another view, and the same items selected."""
        if key is self.key:
            return
        day, chosen = self.shown.day, self.shown.selected()
        view = self.view_of(key)
        view.go_to(day)
        self.show_view(key)
        self._follow_view()
        if self.showing is not None:
            self.showing.select(chosen)
        if view.day != day:
            view.go_to(day)

    def meet_view(self, view: PlanView) -> None:
        view.moved.connect(self._follow_view)
        view.chosen.connect(self._show_day)
        view.opened.connect(self.open_item)
        view.day_opened.connect(self._open_day)
        view.health_day_wanted.connect(self._show_health_day)
        view.dropped.connect(self._drop)
        view.resized.connect(self._resize)
        view.new_wanted.connect(self._write_at)
        view.menu_wanted.connect(self._offer)

    # --- Qt ---

    def event(self, event: QEvent, /) -> bool:
        # The Edit menu of the window has Ctrl+C, Ctrl+V and Ctrl+A too; here they mean items.
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and self.menus is not None
            and self.menus.claims(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def showEvent(self, event: QShowEvent, /) -> None:
        super().showEvent(event)
        if self.showing is not None:
            self.showing.refresh()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if self.menus is None or not self.menus.press(event):
            super().keyPressEvent(event)

    # --- what is shown ---

    @Slot()
    def _follow_view(self) -> None:
        if self.showing is not None:
            self.showing.follow_view()
        else:
            view = self.shown
            self.toolbar.show_title(span_title(self.key, view.span(), view.day))

    @Slot()
    def _show_day(self) -> None:
        if self.showing is not None:
            self.showing.show_day()

    @Slot()
    def _follow_clock(self) -> None:
        if self.showing is not None:
            self.showing.follow_clock()

    @Slot(int)
    def _turn(self, steps: int) -> None:
        self.shown.turn(steps)

    @Slot()
    def go_to_today(self) -> None:
        """Go back to today."""
        self.shown.go_to(self.today())
        self.take_keyboard()

    @Slot(str)
    def _change_view(self, key: str) -> None:
        self.change_view(ViewKey(key))

    # --- wishes of the views: nothing stands there before there are menus ---

    @Slot(object)
    def open_item(self, key: ItemKey) -> None:
        """Open an item where it is written."""
        if self.menus is not None:
            self.menus.open(key)

    @Slot()
    def _open_day(self) -> None:
        self.unfold()
        self.drawer.enter()

    @Slot(object, object)
    def _drop(self, grip: Grip, landing: Landing) -> None:
        if self.menus is not None:
            self.menus.deeds.drop(grip, landing)

    @Slot(object, object)
    def _resize(self, key: ItemKey, end: date | datetime) -> None:
        if self.menus is not None:
            self.menus.deeds.resize(key, end)

    @Slot(int)
    def _place(self, post: int) -> None:
        if self.menus is not None:
            self.menus.deeds.side_list.ask(post, self.shown.day)

    @Slot(object)
    def _write_at(self, landing: Landing) -> None:
        if self.menus is not None:
            self.menus.write(landing)

    @Slot()
    def _write(self) -> None:
        self._write_at(Landing(self.shown.day))

    @Slot(object, QPoint)
    def _offer(self, keys: tuple[ItemKey, ...], place: QPoint) -> None:
        if self.menus is not None:
            self.menus.offer(keys, place)

    @Slot(object, QRect)
    def _show_health_day(self, day: "HealthDay", place: QRect) -> None:
        if self.menus is not None:
            self.menus.show_health_day(day, place)

    def _join(self) -> None:
        bar, drawer = self.toolbar, self.drawer
        self.minute.timeout.connect(self._follow_clock)
        bar.turned.connect(self._turn)
        bar.today_wanted.connect(self.go_to_today)
        bar.view_wanted.connect(self._change_view)
        bar.new_wanted.connect(self._write)
        drawer.opened.connect(self.open_item)
        drawer.post_wanted.connect(self.post_wanted)
        drawer.new_wanted.connect(self._write)
        drawer.left.connect(self.take_keyboard)
        drawer.menu_wanted.connect(self._offer)
        drawer.place_wanted.connect(self._place)
        self.empty.acted.connect(self._write)
