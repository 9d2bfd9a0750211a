"""The tab Calendar: joins the views, the drawer and the services; keeps nothing of its own."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from cmstation.domain.calendar import EVERYTHING, CalendarItem, ItemKey, ItemKind, Plan, PlanFilter
from cmstation.domain.changes import Changes
from cmstation.domain.drafts import Draft
from cmstation.ui.calendar.look import Grip, Landing, PlanLook
from cmstation.ui.calendar.months import shares, tally
from cmstation.ui.calendar.plan_reading import Beside, PlanReading
from cmstation.ui.calendar.plan_view import PlanView, ViewKey
from cmstation.ui.calendar.span_words import span_title
from cmstation.ui.calendar.view import CalendarView
from cmstation.ui.dates import local_day
from cmstation.ui.icons import Icons
from cmstation.ui.theme.theme import Theme

if TYPE_CHECKING:
    from cmstation.domain.health_days import HealthDay
    from cmstation.services.station import Station
    from cmstation.ui.calendar.plan_menus import PlanMenus
    from cmstation.ui.commands import Commands

MINUTE_MS = 60_000


class CalendarTab(CalendarView):
    """What is planned and published, in five views.

    Signals:
        post_wanted: a post to open in Drafts.
        accounts_wanted: the person wants to see the accounts.
    """

    post_wanted = Signal(int)

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(icons, parent)
        del theme  # the icons carry it
        self._station: Station | None = None
        self.reading: PlanReading | None = None
        self.menus: PlanMenus | None = None
        self._beside = Beside()
        self._wanted: tuple[ItemKey, ...] = ()
        self._wanted_post: int | None = None
        self.minute = QTimer(self)
        self.minute.setInterval(MINUTE_MS)
        self._join()
        self.meet_view(self.month)

    # --- the window's side ---

    def attach(self, station: "Station", commands: "Commands") -> None:
        """Receive the services, and show what there is."""
        from cmstation.ui.calendar.plan_menus import PlanMenus  # noqa: PLC0415 - after the first paint

        self._station = station
        self.pictures.attach(station, commands)
        self.reading = PlanReading(station, commands, self)
        self.reading.read.connect(self._show_plan)
        self.reading.read_beside.connect(self._show_beside)
        self.menus = PlanMenus(self, station, commands)
        self.menus.deeds.landed.connect(self._follow)
        self.menus.filtered.connect(self._filter)
        self.month.go_to(self.today())
        self._ask()
        self.reading.ask_beside()
        self.minute.start()

    def look_again(self, changes: Changes) -> None:
        """Show what a command changed, now or when the tab is looked at."""
        if self.reading is None or changes == Changes(media=changes.media):
            return
        self.reading.stale = True
        if self.isVisible():
            self._refresh()

    def show_post(self, post: int) -> None:
        """Go to the day of a post, and to the post there."""
        if self.reading is not None:
            self.reading.ask_post(post, self._show_day_of)

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
    def plan(self) -> Plan | None:
        """What was read last."""
        return self.reading.plan if self.reading is not None else None

    @property
    def account_names(self) -> Mapping[int, str]:
        """The accounts by identity, in the person's order."""
        return self._beside.accounts

    @property
    def beside(self) -> Beside:
        """What is known beside the plan."""
        return self._beside

    def items(self, keys: Iterable[ItemKey]) -> list[CalendarItem]:
        """Return the items of some keys, those that are known."""
        plan = self.plan
        known = {item.key: item for item in plan.items} if plan is not None else {}
        return [known[key] for key in keys if key in known]

    def today(self) -> date:
        """Return the clinic's day."""
        station = self._station
        if station is None:
            return datetime.now(UTC).date()
        return local_day(station.clock.now(), station.preferences.zone())

    def change_view(self, key: ViewKey) -> None:
        """Show the same day in another view."""
        if key is self.key:
            return
        day, chosen = self.shown.day, self.shown.selected()
        self.view_of(key).go_to(day)
        self.show_view(key)
        self._ask()
        self._show_known()
        self.shown.select(chosen)

    def meet_view(self, view: PlanView) -> None:
        view.moved.connect(self._moved)
        view.chosen.connect(self._show_place)
        view.opened.connect(self.open_item)
        view.day_opened.connect(self._open_day)
        view.health_day_wanted.connect(self._show_health_day)
        view.dropped.connect(self._drop)
        view.resized.connect(self._resize)
        view.new_wanted.connect(self._write_at)
        view.menu_wanted.connect(self._offer)

    # --- Qt ---

    def showEvent(self, event: QShowEvent, /) -> None:
        super().showEvent(event)
        self._refresh()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if self.menus is None or not self.menus.press(event):
            super().keyPressEvent(event)

    # --- what is shown ---

    def _ask(self) -> None:
        if self.reading is not None:
            self.reading.ask(self.shown.span())

    def _refresh(self) -> None:
        if self.reading is not None and self.reading.stale:
            self.reading.stale = False
            self.reading.ask(self.shown.span(), again=True)
            self.reading.ask_beside()

    def look(self) -> PlanLook:
        """Return what the views know beside the plan."""
        now = self._station.clock.now() if self._station is not None else datetime.now(UTC)
        beside = self._beside
        return PlanLook(self.today(), now, beside.lines, beside.campaigns, beside.accounts)

    @Slot()
    def _show_plan(self) -> None:
        self._show_known()
        if self._wanted:
            self.shown.select(self._wanted)
            self._wanted = ()
        elif self._wanted_post is not None and self.plan is not None:
            post, self._wanted_post = self._wanted_post, None
            self.shown.select([i.key for i in self.plan.items if _is_post(i.key, post)][:1])

    @Slot(object)
    def _show_beside(self, found: Beside) -> None:
        self._beside = found
        self.drawer.show_undated(found.undated, self.look())
        self.show_fullness(found.things)
        self._show_known()

    def _show_known(self) -> None:
        if self.plan is not None:
            self.shown.show_plan(self.plan, self.look())
        self._show_place()

    @Slot()
    def _show_place(self) -> None:
        """Say which days are shown, and what the day holds."""
        view, plan = self.shown, self.plan
        self.toolbar.show_title(span_title(self.key, view.span(), view.day))
        if plan is None:
            return
        start, end = (
            (self.month.month.first, self.month.month.shifted(1).first) if view is self.month else view.span()
        )
        within = [item for item in plan.items if item.first < end and item.last >= start]
        posts = [item for item in within if item.key.kind is ItemKind.POST]
        self.show_tally(tally(posts))
        # A clinic with lines keeps the bar even in an empty month, so that the days stay in their place.
        lines = tuple(self._beside.lines.values())
        self.show_shares(shares(posts, lines) if lines else ())
        day = view.day
        items = tuple(item for item in plan.items if item.first <= day <= item.last)
        self.drawer.show_day(day, items, self.look(), plan.zone)
        if self.reading is not None:
            self.drawer.show_warnings(self.reading.warnings_of(start, end))

    @Slot()
    def _moved(self) -> None:
        self._ask()
        self._show_known()

    @Slot(object)
    def _follow(self, keys: Sequence[ItemKey]) -> None:
        """Select what was moved, once it is read at its new place."""
        self._wanted = tuple(keys)

    @Slot(object)
    def _filter(self, wanted: PlanFilter) -> None:
        if self.reading is not None:
            self.reading.wanted = wanted
            self.toolbar.show_filtered(filtered=wanted != EVERYTHING)
            self.reading.ask(self.shown.span(), again=True)

    @Slot()
    def _follow_clock(self) -> None:
        """Move the line of the present hour; mark another day as today once midnight has passed."""
        if self.plan is not None and self.isVisible():
            self.shown.show_plan(self.plan, self.look())

    @Slot(int)
    def _turn(self, steps: int) -> None:
        self.shown.turn(steps)

    @Slot()
    def go_to_today(self) -> None:
        """Go back to today."""
        self.shown.go_to(self.today())
        self.take_keyboard()

    def _show_day_of(self, draft: Draft) -> None:
        sent = [delivery.sent_at for delivery in draft.deliveries if delivery.sent_at is not None]
        moment = min(sent) if sent else draft.planned.instant if draft.planned else None
        station = self._station
        if station is None or moment is None:
            return
        self._wanted_post = draft.id
        self.shown.go_to(local_day(moment, station.preferences.zone()))
        self._show_plan()

    # --- wishes of the views ---

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
            self.menus.deeds.ask_place(post, self.shown.day)

    @Slot(object)
    def _unplace(self, grip: Grip) -> None:
        if self.menus is not None:
            self.menus.deeds.copies.unplace(grip)

    @Slot(str)
    def _change_view(self, key: str) -> None:
        self.change_view(ViewKey(key))

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

    @Slot(object)
    def _show_items(self, keys: Sequence[ItemKey]) -> None:
        """Go to the items that a warning names."""
        found = self.items(keys)
        if found:
            self.shown.go_to(found[0].first)
            self.shown.select([item.key for item in found])
            self.take_keyboard()

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
        drawer.warning_wanted.connect(self._show_items)
        drawer.place_wanted.connect(self._place)
        drawer.unplaced.connect(self._unplace)
        self.empty.acted.connect(self._write)


def _is_post(key: ItemKey, post: int) -> bool:
    return key.kind is ItemKind.POST and key.identity == post
