"""Joins the page of the press review to the services: which review is open, and what its buttons do."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from cmstation.domain.press_review import PressReview, ReviewEntry, ReviewRow
from cmstation.ui.dates import local_day
from cmstation.ui.watch.review.composition import next_period
from cmstation.ui.watch.review.days import READ, ReviewDays
from cmstation.ui.watch.review.edits import ReviewEdits
from cmstation.ui.watch.review.files import ReviewFiles
from cmstation.ui.watch.review.previewing import ReviewPreviewing
from cmstation.ui.watch.review.saving import Composing, ReviewSaving
from cmstation.ui.watch.review.words import day_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from cmstation.domain.changes import Changes
    from cmstation.services.station import Station
    from cmstation.ui.commands import Commands
    from cmstation.ui.watch.review.page import ReviewPage

_STATE = "press-review-state"


@dataclass(frozen=True, slots=True)
class _Found:
    """What the services say beside the review itself.

    Args:
        kept: what was kept for the review in its days.
    """

    rows: tuple[ReviewRow, ...]
    licence: bool
    lists: tuple[str, ...]
    kept: tuple[ReviewEntry, ...]


class ReviewDeeds(QObject):
    """The press review of one window.

    Signals:
        over: the person goes back to the watch.
        address_wanted: an address to be opened in the browser.
    """

    over = Signal()
    address_wanted = Signal(str)

    def __init__(self, owner: QObject, page: "ReviewPage") -> None:
        super().__init__(owner)
        self._page = page
        self._station: Station | None = None
        self._commands: Commands | None = None
        self.files: ReviewFiles | None = None
        self.saving = ReviewSaving(self)
        self.edits = ReviewEdits(page, self)
        self.preview = ReviewPreviewing(page.preview, self)
        self.days = ReviewDays(page, self.edits, self.saving, self)
        self._join()

    # --- the tab's side ---

    def attach(self, station: "Station", commands: "Commands") -> None:
        """Receive the services."""
        self._station, self._commands = station, commands
        reviews = station.press_reviews
        self.saving.attach(reviews, commands)
        self.edits.attach(reviews, commands)
        self.preview.attach(reviews, commands)
        self.days.attach(reviews, commands)
        self.files = ReviewFiles(self._page, reviews, commands, self)
        self._page.logo_wanted.connect(self.files.choose_logo)
        self._page.no_logo_wanted.connect(self.files.take_logo_off)
        self._page.set_about(self._about)

    @Slot()
    def begin(self) -> None:
        """Go on with the newest review while its days last, or it was changed today; else begin one."""
        station = self._station
        if station is None:
            return
        reviews, today, zone = station.press_reviews, self._today(), station.preferences.zone()

        def work() -> PressReview:
            rows = reviews.all()
            newest = max(rows, key=lambda row: row.changed_at, default=None)
            if newest is not None and max(newest.last, local_day(newest.changed_at, zone)) >= today:
                return reviews.get(newest.id)
            return reviews.draft(*next_period(rows, today))

        self._ask_review(work)

    @Slot()
    def begin_anew(self) -> None:
        """Begin a review of the days since the last one."""
        station = self._station
        if station is not None:
            reviews, today = station.press_reviews, self._today()
            self._ask_review(lambda: reviews.draft(*next_period(reviews.all(), today)))

    @Slot(int)
    def open(self, review_id: int) -> None:
        """Open a review of the history."""
        station, composing = self._station, self.edits.composing
        if station is None or (composing is not None and composing.identity == review_id):
            return
        reviews = station.press_reviews
        self._ask_review(lambda: reviews.get(review_id))

    def look_again(self, changes: "Changes") -> None:
        """Show what a command changed; a page that nobody sees looks again when it begins."""
        if (changes.watch or changes.everything) and self._page.isVisible():
            self._ask_state()
            self.preview.show_soon()

    @Slot()
    def flush(self) -> None:
        """Hand over what is not on disk yet."""
        self.saving.flush()

    @Slot()
    def leave(self) -> None:
        """Keep the review, and give the window back."""
        self.flush()
        self.over.emit()

    # --- which review ---

    def _ask_review(self, work: "Callable[[], PressReview]") -> None:
        if self._commands is None:
            return
        from cmstation.ui.commands import STORAGE  # noqa: PLC0415 - after the first paint

        self.flush()  # in the same lane, so what is kept now is read
        self._commands.ask(work, self._open, owner=self, lane=STORAGE, replaces=READ)

    def _open(self, review: PressReview) -> None:
        self.flush()
        composing = Composing(review, review.id, bool(review.id))
        self.edits.open(composing)
        self.preview.open(composing)
        self._page.compose.period.show_period(review.first, review.last, self._today())
        self._page.compose.show_more(0)
        self._page.compose.go_to_top()
        self._page.say_pending()
        self._page.history.list.show_current(review.id)
        if not self._page.history.isAncestorOf(self._page.focusWidget()):
            self._page.take_keyboard()
        self._ask_state()

    def _ask_state(self) -> None:
        station, commands, composing = self._station, self._commands, self.edits.composing
        if station is None or commands is None or composing is None:
            return
        reviews, lists = station.press_reviews, station.watch_lists
        first, last = composing.review.first, composing.review.last

        def work() -> _Found:
            names = tuple(one.name for one in lists.all())
            return _Found(reviews.all(), reviews.licence(), names, reviews.draft(first, last).entries)

        def show(found: _Found) -> None:
            if composing is self.edits.composing:
                self._show_state(found)

        commands.ask(work, show, owner=self, replaces=_STATE)

    def _show_state(self, found: _Found) -> None:
        composing = self.edits.composing
        if composing is None:
            return
        used = (entry.theme for entry in composing.review.entries if entry.theme)
        themes = tuple(dict.fromkeys((*found.lists, *used)))
        self._page.show_rows(found.rows, composing.identity)
        self._page.compose.articles.show_choices(themes, licence=found.licence)
        self._page.compose.show_more(len(self.edits.missing(found.kept)))

    @Slot(int)
    def _remove(self, review: int) -> None:
        station, commands, composing = self._station, self._commands, self.edits.composing
        if station is None or commands is None:
            return
        reviews = station.press_reviews
        was_open = composing is not None and composing.identity == review
        if was_open and composing is not None:
            self.saving.flush()  # taking the removal back gives all of it

        def done(_review: int) -> None:
            if was_open and composing is self.edits.composing:
                self.begin()

        undo_text = self.tr("Press review removed")
        commands.run(lambda: reviews.remove(review), done=done, undo_text=undo_text, owner=self)

    # --- what becomes of it ---

    @Slot()
    def _days_changed(self) -> None:
        self.preview.show_soon()
        self._ask_state()

    @Slot()
    def _keep(self) -> None:
        composing = self.edits.composing
        if composing is not None:
            self.saving.change(composing)
            self.preview.show_soon()

    @Slot(object)
    def _was_kept(self, composing: Composing) -> None:
        if composing is self.edits.composing and not self.saving.is_pending:
            self._page.say_saved()

    @Slot(str)
    def _write(self, kind: str) -> None:
        composing = self.edits.composing
        if composing is not None and self.files is not None:
            if not composing.identity:
                self.saving.change(composing)
            self.flush()
            self.files.choose(composing.review, kind)

    @Slot()
    def _open_licence(self) -> None:
        station, commands = self._station, self._commands
        if station is None or commands is None:
            return
        from cmstation.ui.watch.review.licensing import open_licence  # noqa: PLC0415 - when asked for

        open_licence(self._page, station.press_reviews, commands, self._today())

    # --- inside ---

    def _today(self) -> date:
        station = self._station
        assert station is not None  # noqa: S101 - asked only after `attach`
        return local_day(station.clock.now(), station.preferences.zone())

    def _about(self, entry: ReviewEntry) -> str:
        day = ""
        if entry.published is not None and self._station is not None:
            day = day_words(local_day(entry.published, self._station.preferences.zone()))
        return " · ".join(part for part in (" ".join(entry.source.split()), day) if part)

    def _join(self) -> None:
        page = self._page
        page.left.connect(self.leave)
        page.hidden.connect(self.flush)
        page.new_wanted.connect(self.begin_anew)
        page.opened.connect(self.open)
        page.remove_wanted.connect(self._remove)
        page.write_wanted.connect(self._write)
        page.licence_wanted.connect(self._open_licence)
        self.days.changed.connect(self._days_changed)
        page.compose.articles.touched.connect(self.preview.follow)
        page.preview.link_wanted.connect(self.address_wanted)
        self.edits.edited.connect(self._keep)
        self.saving.pending.connect(page.say_pending)
        self.saving.saved.connect(self._was_kept)
        self.saving.refused.connect(page.say_refused)
