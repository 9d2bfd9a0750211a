"""What the person changes in the review on the screen."""

from collections import deque
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from cmstation.domain.changes import Changes
from cmstation.domain.press_review import PressReview, ReviewEntry
from cmstation.ui.watch.review import composition
from cmstation.ui.watch.review.saving import Composing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cmstation.services.done import Done
    from cmstation.services.press_reviews import PressReviews
    from cmstation.ui.commands import Commands
    from cmstation.ui.watch.review.page import ReviewPage

_BACK = Changes(watch=True)


class ReviewEdits(QObject):
    """Holds the review on the screen; the person's own words outlive a change of its days.

    Signals:
        edited: the review is another one now.
    """

    edited = Signal()

    def __init__(self, page: "ReviewPage", parent: QObject) -> None:
        super().__init__(parent)
        self._page = page
        self._reviews: PressReviews | None = None
        self._commands: Commands | None = None
        self.composing: Composing | None = None
        self._written: dict[int, ReviewEntry] = {}
        self._out: set[int] = set()
        # Filled by the job that takes a command back, emptied on the window's thread.
        self._back: deque[tuple[Composing, ReviewEntry]] = deque()
        compose, articles = page.compose, page.compose.articles
        compose.title_written.connect(self._write_title)
        compose.note_written.connect(self._write_note)
        articles.edited.connect(self._change_entry)
        articles.theme_wanted.connect(self._change_theme)
        articles.move_wanted.connect(self._move)
        articles.chapter_move_wanted.connect(self._move_chapter)
        articles.out_wanted.connect(self._take_out)

    def attach(self, reviews: "PressReviews", commands: "Commands") -> None:
        """Receive the services."""
        self._reviews, self._commands = reviews, commands
        commands.changed.connect(self._bring_back)

    def open(self, composing: Composing) -> None:
        """Take another review in, and show it."""
        composing.review = composition.arranged(composing.review)
        self.composing = composing
        self._written.clear()
        self._out.clear()
        self._page.show_review(composing.review)

    def change(self, review: PressReview, *, kept: bool = True) -> None:
        """Show what a review has become.

        Args:
            kept: it is worth keeping.
        """
        if self.composing is not None and review != self.composing.review:
            self.composing.review = review
            self._page.show_review(review)
            if kept:
                self.edited.emit()

    def draft_again(self, fresh: PressReview, *, kept: bool) -> None:
        """Take the articles of other days, with what the person wrote."""
        if self.composing is not None:
            review = self.composing.review
            self._written.update((entry.item, entry) for entry in review.entries)
            self.change(composition.drafted_again(review, fresh, self._written, self._out), kept=kept)

    def add(self, more: "Iterable[ReviewEntry]") -> None:
        """Add articles that were kept and are not in the review."""
        if self.composing is not None:
            self.change(composition.with_more(self.composing.review, self.missing(more)))

    def missing(self, kept: "Iterable[ReviewEntry]") -> tuple[ReviewEntry, ...]:
        """Return what is not in the review, and was not taken out of it just now."""
        if self.composing is None:
            return ()
        known = self._out.union(entry.item for entry in self.composing.review.entries)
        return tuple(entry for entry in kept if entry.item not in known)

    # --- inside ---

    def _quietly(self, review: PressReview) -> None:
        """Note what a field shows already."""
        if self.composing is not None and review != self.composing.review:
            self.composing.review = review
            self.edited.emit()

    @Slot(str)
    def _write_title(self, title: str) -> None:
        if self.composing is not None:
            self._quietly(replace(self.composing.review, title=title))

    @Slot(str)
    def _write_note(self, note: str) -> None:
        if self.composing is not None:
            self._quietly(replace(self.composing.review, note=note))

    @Slot(object)
    def _change_entry(self, entry: ReviewEntry) -> None:
        if self.composing is not None:
            self._quietly(composition.with_entry(self.composing.review, entry))

    @Slot(int, str)
    def _change_theme(self, item: int, theme: str) -> None:
        entry = self._entry(item)
        if self.composing is not None and entry is not None:
            changed = replace(entry, theme=theme)
            self.change(composition.with_entry(self.composing.review, changed))
            self._page.compose.show_row(item)

    @Slot(int, int)
    def _move(self, item: int, step: int) -> None:
        if self.composing is not None:
            self.change(composition.moved(self.composing.review, item, step))
            self._page.compose.show_row(item)

    @Slot(str, int)
    def _move_chapter(self, theme: str, step: int) -> None:
        if self.composing is not None:
            self.change(composition.with_chapter_moved(self.composing.review, theme, step))

    @Slot(int)
    def _take_out(self, item: int) -> None:
        composing, commands, entry = self.composing, self._commands, self._entry(item)
        if composing is None or commands is None or entry is None:
            return
        self._out.add(item)
        shown = self._page.compose.articles.items()
        place = shown.index(item)
        nearest = (*shown[place + 1 :], *reversed(shown[:place]))
        if nearest:
            self._page.compose.articles.enter(nearest[0])
        self.change(composition.without(composing.review, item))
        if not nearest:
            self._page.take_keyboard()
        back = self._back

        def work() -> "Done[None]":
            from cmstation.services.done import Done  # noqa: PLC0415 - after the first paint

            def undo() -> Changes:
                back.append((composing, entry))
                return _BACK

            return Done(None, Changes(), undo)

        commands.run(work, undo_text=self.tr("Article taken out of the review"), owner=self)

    @Slot(object)
    def _bring_back(self, _changes: Changes) -> None:
        while self._back:
            composing, entry = self._back.popleft()
            if composing is self.composing:
                self._out.discard(entry.item)
                self.change(composition.with_back(composing.review, entry))
                self._page.compose.articles.enter(entry.item)
            else:
                self._put_back(composing.identity, entry)

    def _put_back(self, review: int, entry: ReviewEntry) -> None:
        """Put an article back into a review that is not on the screen any more."""
        reviews, commands = self._reviews, self._commands
        if reviews is not None and commands is not None and review:
            commands.run(lambda: reviews.save(composition.with_back(reviews.get(review), entry)), owner=self)

    def _entry(self, item: int) -> ReviewEntry | None:
        entries = self.composing.review.entries if self.composing is not None else ()
        return next((entry for entry in entries if entry.item == item), None)
