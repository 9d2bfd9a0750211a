"""The tab Calendar: joins the month and its drawer to the services; keeps nothing of its own."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from cmstation.domain.changes import Changes
from cmstation.domain.drafts import Draft, DraftFilter, PostState
from cmstation.domain.labels import Theme as EditorialLine
from cmstation.ui.calendar.months import DayPost, Days, by_day, posts_of, shares, span_around, tally
from cmstation.ui.calendar.new_post import planned_on
from cmstation.ui.calendar.popover import DayPopover
from cmstation.ui.calendar.view import CalendarView
from cmstation.ui.dates import local_day
from cmstation.ui.icons import Icons
from cmstation.ui.theme.theme import Theme

if TYPE_CHECKING:
    from cmstation.services.station import Station
    from cmstation.ui.commands import Commands

MINUTE_MS = 60_000
_EVERY_STATE = frozenset(PostState)
_UNWRITTEN = frozenset({PostState.IDEA, PostState.DRAFT, PostState.IN_REVIEW, PostState.APPROVED})


@dataclass(frozen=True, slots=True)
class _Beside:
    """What is read beside the posts of the month."""

    undated: tuple[DayPost, ...]
    lines: tuple[EditorialLine, ...]
    posts: int


class CalendarTab(CalendarView):
    """What is planned and published, day by day.

    Signals:
        post_wanted: a post to open in Drafts.
    """

    post_wanted = Signal(int)

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(icons, parent)
        del theme  # the icons carry it
        self._icons = icons
        self._station: Station | None = None
        self._commands: Commands | None = None
        self._days: Days = {}
        self._lines: tuple[EditorialLine, ...] = ()
        self._stale = False
        self._wanted_post: int | None = None
        self.minute = QTimer(self)
        self.minute.setInterval(MINUTE_MS)
        self._join()
        self._show_place()

    # --- the window's side ---

    def attach(self, station: "Station", commands: "Commands") -> None:
        """Receive the services, and show what there is."""
        self._station, self._commands = station, commands
        self.month.go_to(self._today())
        self._ask_days()
        self._ask_beside()
        self.minute.start()

    def look_again(self, changes: Changes) -> None:
        """Show what a command changed, now or when the tab is looked at."""
        if changes == Changes(media=changes.media):
            return
        if self.isVisible():
            self._ask_days()
            self._ask_beside()
        else:
            self._stale = True

    def show_post(self, post: int) -> None:
        """Go to the day of a post, and to the post in its list."""
        station, commands = self._station, self._commands
        if station is None or commands is None:
            return
        drafts = station.drafts
        commands.ask(lambda: drafts.open(post), self._show_day_of, owner=self)

    def focus_search(self) -> None:
        """Put the keyboard into the month: there is no search here."""
        self.month.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def current_post(self) -> int | None:
        """Return the post that is chosen in one of the lists."""
        if self.drawer.waiting.hasFocus():
            return self.drawer.waiting.current_post()
        return self.drawer.day.current_post()

    def flush(self) -> None:
        """Have nothing to save."""

    # --- Qt ---

    def showEvent(self, event: QShowEvent, /) -> None:
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self._ask_days()
            self._ask_beside()

    # --- questions ---

    def _ask_days(self) -> None:
        station, commands = self._station, self._commands
        if station is None or commands is None:
            return
        zone, month = station.preferences.zone(), self.month.month
        start, end = span_around(month, zone)
        wanted = DraftFilter(states=_EVERY_STATE, start=start, end=end)
        commands.ask(
            lambda: by_day(station.drafts.rows(wanted), zone),
            self._show_days,
            owner=self,
            replaces="calendar-days",
        )

    def _ask_beside(self) -> None:
        station, commands = self._station, self._commands
        if station is None or commands is None:
            return
        drafts, labels = station.drafts, station.labels

        def read() -> _Beside:
            rows = drafts.rows(DraftFilter(states=_UNWRITTEN))
            undated = tuple(DayPost(row, "") for row in rows if row.when is None)
            return _Beside(undated, labels.themes(), drafts.count(DraftFilter(states=_EVERY_STATE)))

        commands.ask(read, self._show_beside, owner=self, replaces="calendar-beside")

    # --- what is shown ---

    def _show_days(self, days: Days) -> None:
        station = self._station
        if station is None:
            return
        self._days = days
        self.month.model_of_days.show_posts(days, self._today(), station.preferences.zone())
        self._show_place()

    def _show_beside(self, found: _Beside) -> None:
        self._lines = found.lines
        self.month.model_of_days.show_lines({line.id: line for line in found.lines})
        self.drawer.show_undated(found.undated, self.month.model_of_days.lines)
        self.show_fullness(found.posts)
        self._show_place()

    def _show_place(self) -> None:
        """Say which month and which day is shown."""
        month, model = self.month.month, self.month.model_of_days
        posts = posts_of(self._days, month)
        self.toolbar.show_month(month)
        self.toolbar.show_tally(tally(posts))
        # A clinic with lines keeps the bar even in an empty month, so that the days stay in their place.
        self.show_shares(shares(posts, self._lines) if self._lines else ())
        self.drawer.show_day(self.month.day, model.posts(self.month.day), model.lines)
        if self._wanted_post is not None and self.drawer.day.posts.index_of(self._wanted_post).isValid():
            self.drawer.day.mark(self._wanted_post)
            self._wanted_post = None

    @Slot()
    def _moved(self) -> None:
        self._show_place()
        self._ask_days()

    @Slot()
    def _follow_clock(self) -> None:
        """Mark another day as today once midnight has passed."""
        if self.month.model_of_days.today != self._today():
            self._show_days(self._days)

    @Slot()
    def _go_to_today(self) -> None:
        self.month.go_to(self._today())
        self.month.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _open_day(self) -> None:
        self.unfold()
        self.drawer.enter()

    @Slot(object, QRect)
    def _open_others(self, day: date, place: QRect) -> None:
        model = self.month.model_of_days
        popover = DayPopover(self._icons, day, model.posts(day), model.lines, self)
        popover.post_wanted.connect(self.post_wanted)
        popover.open_over(place)

    def _show_day_of(self, draft: Draft) -> None:
        sent = [delivery.sent_at for delivery in draft.deliveries if delivery.sent_at is not None]
        moment = min(sent) if sent else draft.planned.instant if draft.planned else None
        station = self._station
        if station is None or moment is None:
            return
        self._wanted_post = draft.id
        self.month.go_to(local_day(moment, station.preferences.zone()))
        self._show_place()

    # --- doing ---

    @Slot()
    def _write(self) -> None:
        station, commands = self._station, self._commands
        if station is None or commands is None:
            return
        planned = planned_on(self.month.day, station.preferences.zone(), station.clock.now())
        commands.run(
            lambda: station.drafts.new(planned=planned),
            done=lambda draft: self.post_wanted.emit(draft.id),
            owner=self,
        )

    # --- inside ---

    def _today(self) -> date:
        station = self._station
        if station is None:
            return datetime.now(UTC).date()
        return local_day(station.clock.now(), station.preferences.zone())

    def _join(self) -> None:
        month, bar, drawer = self.month, self.toolbar, self.drawer
        self.minute.timeout.connect(self._follow_clock)
        month.moved.connect(self._moved)
        month.today_wanted.connect(self._go_to_today)
        month.day_opened.connect(self._open_day)
        month.post_wanted.connect(self.post_wanted)
        month.others_wanted.connect(self._open_others)
        bar.turned.connect(month.turn)
        bar.today_wanted.connect(self._go_to_today)
        bar.new_wanted.connect(self._write)
        drawer.post_wanted.connect(self.post_wanted)
        drawer.new_wanted.connect(self._write)
        drawer.left.connect(lambda: month.setFocus(Qt.FocusReason.OtherFocusReason))
        self.empty.acted.connect(self._write)
