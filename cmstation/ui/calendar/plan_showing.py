"""Keeps the view, the toolbar and the drawer in step with what was read."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from cmstation.domain.calendar import EVERYTHING, CalendarItem, ItemKey, ItemKind, Plan, PlanFilter
from cmstation.domain.delivery import DeliveryState
from cmstation.domain.drafts import Draft
from cmstation.ui.calendar.free_places import FreePlaces
from cmstation.ui.calendar.indexed_plan import items_within
from cmstation.ui.calendar.look import PlanLook
from cmstation.ui.calendar.months import Month, shares, tally
from cmstation.ui.calendar.plan_reading import Beside, PlanReading
from cmstation.ui.calendar.sentence import Sentence
from cmstation.ui.calendar.span_words import span_title
from cmstation.ui.dates import local_day

if TYPE_CHECKING:
    from cmstation.services.station import Station
    from cmstation.ui.calendar.view import CalendarView
    from cmstation.ui.commands import Commands

# What stands around the days follows them by so much, so that turning a page waits for the page alone.
_AROUND_MS = 40


class PlanShowing(QObject):
    """Asks for what is to be shown, and shows what came."""

    def __init__(self, view: "CalendarView", station: "Station", commands: "Commands") -> None:
        super().__init__(view)
        self._view = view
        self._station = station
        self._stale = False
        self._wanted: tuple[ItemKey, ...] = ()
        self._wanted_post: int | None = None
        self._day = self.today()
        self.beside = Beside()
        self.reading = PlanReading(station, commands, self)
        self.reading.read.connect(self._show_plan)
        self.reading.read_beside.connect(self._show_beside)
        self.reading.warned.connect(self._show_warnings)
        self._free = FreePlaces(view, self, station, commands)
        self._around = QTimer(self)
        self._around.setSingleShot(True)
        self._around.setInterval(_AROUND_MS)
        self._around.timeout.connect(self._show_around)

    def today(self) -> date:
        """Return the clinic's day."""
        return local_day(self._station.clock.now(), self._station.preferences.zone())

    def look(self) -> PlanLook:
        """Return what the views know beside the plan; the same one for a whole minute."""
        now = self._station.clock.now().replace(second=0, microsecond=0)
        beside = self.beside
        return PlanLook(self.today(), now, beside.lines, beside.campaigns, beside.accounts)

    @property
    def complete(self) -> bool:
        """Whether what stands around the days is shown, too."""
        return not self._around.isActive()

    # --- asking ---

    def begin(self) -> None:
        """Ask for everything a first time."""
        self.reading.ask(self._view.shown.span())
        self.reading.ask_beside()

    def look_again(self) -> None:
        """Read again what may have changed, now or when it is looked at."""
        self._stale = True
        if self._view.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Read again what has changed since it was read."""
        if self._stale:
            self._stale = False
            self.reading.ask(self._view.shown.span(), again=True)
            self.reading.ask_beside()

    def filter(self, wanted: PlanFilter) -> None:
        """Show what a filter wants."""
        self._view.toolbar.show_filtered(filtered=wanted != EVERYTHING)
        self.reading.choose(wanted)

    # --- going ---

    @Slot()
    def follow_view(self) -> None:
        """Show the days to which the view went."""
        self.reading.ask(self._view.shown.span())
        self.show_known()

    def select(self, keys: Sequence[ItemKey]) -> None:
        """Select items, as soon as their days are known."""
        start, end = self._view.shown.span()
        plan = self.reading.plan
        if plan is not None and plan.start <= start and end <= plan.end:
            self._view.shown.select(keys)
        else:
            self._wanted = tuple(keys)

    @Slot(object)
    def follow(self, keys: Sequence[ItemKey]) -> None:
        """Select what was moved, once it is read at its new place."""
        self._wanted = tuple(keys)

    def show_post(self, post: int) -> None:
        """Go to the day of a post and select it there; one without a day is marked where it waits."""
        self.reading.ask_post(post, self._show_day_of)

    @Slot(object)
    def follow_sentence(self, found: Sentence) -> None:
        """Go to the items that a warning names; to its day when there are none or a filter hides them."""
        known = [item for key in found.items if (item := self.reading.item(key)) is not None]
        self._view.shown.go_to(known[0].first if known else found.day)
        self.select([item.key for item in known])
        self._view.take_keyboard()

    @Slot()
    def follow_clock(self) -> None:
        """Move the line of the present hour; mark another day as today once midnight has passed."""
        if self._day != self.today():
            self._day = self.today()
            self.look_again()  # what deserves a look depends on the day
        if self._view.isVisible():
            self.show_known()

    # --- showing ---

    def show_known(self) -> None:
        """Show what is known of the days of the view, and a moment later what stands around them."""
        plan, view = self.reading.plan, self._view.shown
        if plan is not None:
            view.show_plan(plan, self.look())
        self._view.toolbar.show_title(
            span_title(self._view.key, view.span(), self._title_day(), number=False)
        )
        self._free.look()
        self._around.start()

    @Slot()
    def show_day(self) -> None:
        """Show what the day holds."""
        plan, day = self.reading.plan, self._view.shown.day
        if plan is not None:
            items = items_within(plan, day, day + timedelta(days=1))
            self._view.drawer.show_day(day, items, self.look(), plan.zone)

    # --- inside ---

    @Slot()
    def _show_plan(self) -> None:
        self.show_known()
        if self._wanted:
            keys, self._wanted = self._wanted, ()
            self._view.shown.select(keys)
        elif self._wanted_post is not None:
            self._select_post()

    def _select_post(self) -> None:
        plan, view = self.reading.plan, self._view.shown
        if plan is not None and self.reading.covers(view.day):
            post, self._wanted_post = self._wanted_post, None
            found = [item for item in plan.items if _is_post(item, post)]
            view.select([item.key for item in found if item.first <= view.day <= item.last][:1])

    @Slot(object)
    def _show_beside(self, found: Beside) -> None:
        self.beside = found
        self._view.drawer.show_undated(found.undated, self.look())
        self._view.show_fullness(found.things)
        self.show_known()

    @Slot()
    def _show_around(self) -> None:
        """Say what the days that are shown hold: beneath the toolbar and in the drawer."""
        plan, tab = self.reading.plan, self._view
        if plan is None:
            return
        start, end = self._counted()
        posts = [item for item in items_within(plan, start, end) if item.key.kind is ItemKind.POST]
        tab.show_tally(tally(posts))
        # A clinic with lines keeps the bar even in an empty month, so that the days stay in their place.
        lines = tuple(self.beside.lines.values())
        tab.show_shares(shares(self._posts_of_month(plan), lines) if lines else ())
        self._show_warnings()
        self.show_day()

    @Slot()
    def _show_warnings(self) -> None:
        self._view.drawer.show_warnings(self.reading.warnings_of(*self._counted()))

    def _posts_of_month(self, plan: Plan) -> list[CalendarItem]:
        """Return the posts of the month around the day: the wished shares are those of a month."""
        month = self._month()
        within = items_within(plan, month.first, month.shifted(1).first)
        return [item for item in within if item.key.kind is ItemKind.POST]

    def _month(self) -> Month:
        view = self._view.shown
        return self._view.month.month if view is self._view.month else Month.of(view.day)

    def _title_day(self) -> date:
        """Return the day that the title names: in a month that shows its neighbours' days, its own."""
        view = self._view.shown
        return self._month().first if view is self._view.month else view.day

    def _counted(self) -> tuple[date, date]:
        """Return the days that are counted: of a month without its neighbours."""
        if self._view.shown is self._view.month:
            month = self._view.month.month
            return month.first, month.shifted(1).first
        return self._view.shown.span()

    def _show_day_of(self, draft: Draft) -> None:
        there = [one for one in draft.deliveries if one.state is not DeliveryState.CANCELLED]
        sent = [one.sent_at for one in there if one.sent_at is not None]
        due = [one.due.instant for one in there]
        planned = [draft.planned.instant] if draft.planned else []
        moment = next((min(found) for found in (sent, due, planned) if found), None)
        if moment is None:
            self._view.unfold()
            self._view.drawer.waiting.mark(draft.id)
            return
        self._wanted_post = draft.id
        self._view.shown.go_to(local_day(moment, self._station.preferences.zone()))
        self._select_post()


def _is_post(item: CalendarItem, post: int | None) -> bool:
    return item.key.kind is ItemKind.POST and item.key.identity == post
