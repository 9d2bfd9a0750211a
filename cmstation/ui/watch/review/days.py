"""The days of a press review: other ones are chosen, and what was kept in them meanwhile is taken in."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from cmstation.domain.press_review import PressReview
from cmstation.ui.watch.review.edits import ReviewEdits
from cmstation.ui.watch.review.saving import ReviewSaving

if TYPE_CHECKING:
    from cmstation.services.press_reviews import PressReviews
    from cmstation.ui.commands import Commands
    from cmstation.ui.watch.review.page import ReviewPage

READ = "press-review-open"


class ReviewDays(QObject):
    """Reads what belongs to the days of a review.

    Signals:
        changed: the review that is open has other days or other articles.
    """

    changed = Signal()

    def __init__(self, page: "ReviewPage", edits: ReviewEdits, saving: ReviewSaving, parent: QObject) -> None:
        super().__init__(parent)
        self._page = page
        self._edits = edits
        self._saving = saving
        self._reviews: PressReviews | None = None
        self._commands: Commands | None = None
        page.compose.period.chosen.connect(self._take)
        page.compose.more_wanted.connect(self._add_more)

    def attach(self, reviews: "PressReviews", commands: "Commands") -> None:
        """Receive the services."""
        self._reviews, self._commands = reviews, commands

    @Slot(object, object)
    def _take(self, first: date, last: date) -> None:
        reviews, commands, composing = self._reviews, self._commands, self._edits.composing
        if reviews is None or commands is None or composing is None:
            return
        if composing.from_history:
            self._edits.change(replace(composing.review, first=first, last=last))
            self.changed.emit()
            return

        def show(fresh: PressReview) -> None:
            if composing is self._edits.composing:
                begun = bool(composing.identity) or self._saving.is_pending
                self._edits.draft_again(fresh, kept=begun)
                self.changed.emit()

        commands.ask(lambda: reviews.draft(first, last), show, owner=self, replaces=READ)

    @Slot()
    def _add_more(self) -> None:
        reviews, commands, composing = self._reviews, self._commands, self._edits.composing
        if reviews is None or commands is None or composing is None:
            return
        review = composing.review

        def show(fresh: PressReview) -> None:
            if composing is self._edits.composing:
                self._edits.add(fresh.entries)
                self._page.compose.show_more(0)

        commands.ask(lambda: reviews.draft(review.first, review.last), show, owner=self, replaces=READ)
