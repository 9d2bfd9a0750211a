"""Keeps a press review as the person composes it, in the background."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from cmstation.domain.press_review import PressReview

if TYPE_CHECKING:
    from cmstation.services.done import Done
    from cmstation.services.press_reviews import PressReviews
    from cmstation.ui.commands import Commands

PAUSE_MS, LONGEST_MS, RETRY_MS = 600, 2_400, 4_000


@dataclass(slots=True, eq=False)
class Composing:
    """A review on the screen.

    Args:
        identity: under which it is kept, 0 until it is; set by the job that keeps it.
        from_history: it was kept before this page opened it.
    """

    review: PressReview
    identity: int = 0
    from_history: bool = False


class ReviewSaving(QObject):
    """Hands a review over when the person pauses.

    Signals:
        pending: something is not on disk yet.
        saved: the `Composing` that is on disk.
        refused: it could not be kept; it is tried again.
    """

    pending = Signal()
    saved = Signal(object)
    refused = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._reviews: PressReviews | None = None
        self._commands: Commands | None = None
        self._waiting: Composing | None = None
        self._on_way = 0
        self._pause = self._timer(PAUSE_MS)
        self._longest = self._timer(LONGEST_MS)
        self._retry = self._timer(RETRY_MS)

    def attach(self, reviews: "PressReviews", commands: "Commands") -> None:
        """Receive the services."""
        self._reviews, self._commands = reviews, commands

    @property
    def is_pending(self) -> bool:
        """Whether something is not on disk yet."""
        return self._waiting is not None or self._on_way > 0

    def change(self, composing: Composing) -> None:
        """Note that a review is another one now."""
        if self._waiting is not None and self._waiting is not composing:
            self.flush()
        self._waiting = composing
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()
        self.pending.emit()

    def forget(self, composing: Composing) -> None:
        """Keep a review no more: it is removed."""
        if self._waiting is composing:
            self._waiting = None
            self._stop()

    @Slot()
    def flush(self) -> None:
        """Hand over what waits, now."""
        self._stop()
        composing, reviews, commands = self._waiting, self._reviews, self._commands
        if composing is None or reviews is None or commands is None:
            return
        self._waiting = None
        self._on_way += 1
        review = composing.review

        def done(_kept: PressReview) -> None:
            self._on_way -= 1
            self.saved.emit(composing)

        def failed(error: Exception) -> bool:
            self._on_way -= 1
            if self._waiting is None:
                self._waiting = composing
            self._retry.start()
            self.refused.emit()
            return False  # the notice says why

        commands.run(lambda: _kept(reviews, composing, review), done=done, failed=failed, owner=self)

    # --- inside ---

    def _stop(self) -> None:
        for timer in (self._pause, self._longest, self._retry):
            timer.stop()

    def _timer(self, wait_ms: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(wait_ms)
        timer.timeout.connect(self.flush)
        return timer


def _kept(reviews: "PressReviews", composing: Composing, review: PressReview) -> "Done[PressReview]":
    """Keep a review, in the lane of all writing; one that was removed meanwhile is kept anew."""
    from cmstation.domain.errors import NotFound  # noqa: PLC0415 - after the first paint
    from cmstation.services.done import Done  # noqa: PLC0415

    try:
        done = reviews.save(replace(review, id=composing.identity))
    except NotFound:
        done = reviews.save(replace(review, id=0))
    composing.identity = done.value.id
    return Done(done.value, done.changes)
