"""The way from the window to the services: never on the window's thread, told to every screen, undoable."""

import logging
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from cmstation.domain.changes import Changes
from cmstation.domain.errors import StationError
from cmstation.services.done import Done
from cmstation.ui.jobs import Job, JobRunner
from cmstation.ui.notices import Notice, NoticeAction, NoticeKind

if TYPE_CHECKING:
    from pathlib import Path

translate = QCoreApplication.translate
log = logging.getLogger(__name__)
Value = TypeVar("Value")
STORAGE = "storage"
READING = "reading"
# Followed by an account: sending is the one thing that closing waits for.
SENDING_LANE = "account-"
MOST_UNDOABLE = 30


@dataclass(frozen=True, slots=True, eq=False)
class Undoable:
    """A command that can be taken back."""

    text: str
    undo: Callable[[], Changes]


class Commands(QObject):
    """Run commands and questions in the background.

    Signals:
        changed: a `Changes`: screens look again.
        noticed: a `Notice` for the notice bar.
        over: the key of notices that no longer hold.
        undoable: the words of the command that `undo` would take back, "" when there is none.
    """

    changed = Signal(object)
    noticed = Signal(object)
    over = Signal(str)
    undoable = Signal(str)

    def __init__(
        self,
        jobs: JobRunner,
        parent: QObject | None = None,
        *,
        report: "Callable[[BaseException], Path] | None" = None,
    ) -> None:
        """Work through a job runner.

        Args:
            report: writes a crash report for an error nobody expected.
        """
        super().__init__(parent)
        self.jobs = jobs
        self._report = report
        self._undoables: deque[Undoable] = deque(maxlen=MOST_UNDOABLE)
        self._latest: dict[str, Job[object]] = {}

    def run(
        self,
        work: Callable[[], Changes | Done[Value]],
        *,
        done: Callable[[Value], None] | None = None,
        failed: Callable[[Exception], bool] | None = None,
        lane: str = STORAGE,
        undo_text: str = "",
        owner: QObject | None = None,
    ) -> None:
        """Change something in the background; all writes share one ordered lane.

        Args:
            done: called with the value of a `Done`, before `changed` is emitted.
            failed: may show the error at its place and return True; else a notice tells it.
            undo_text: what happened, offered with "Undo" ("Draft archived"); "" offers nothing.
            owner: when it is gone, `done` and `failed` are not called; screens are told nevertheless.
        """

        def finished(outcome: Changes | Done[Value]) -> None:
            if isinstance(outcome, Done):
                if done is not None and _alive(owner):
                    done(outcome.value)
                self._tell(outcome.changes)
                if outcome.undo is not None and undo_text:
                    self._offer_undo(Undoable(undo_text, outcome.undo))
            else:
                self._tell(outcome)

        def refused(error: Exception) -> None:
            self._tell(_changes_in(error))
            if failed is None or not _alive(owner) or not failed(error):
                self.tell_error(error)

        self.jobs.start(lambda _progress: work(), on_success=finished, on_failure=refused, lane=lane)

    def ask(
        self,
        work: Callable[[], Value],
        answer: Callable[[Value], None],
        *,
        owner: QObject,
        failed: Callable[[Exception], bool] | None = None,
        lane: str = READING,
        replaces: str = "",
    ) -> Job[Value]:
        """Ask something in the background.

        Args:
            answer: called on the window's thread, unless `owner` is gone.
            failed: may show the error at its place and return True; else a notice tells it.
            lane: "" runs beside everything else.
            replaces: a name; an earlier question of this name is dropped (search while typing).
        """

        def refused(error: Exception) -> None:
            if failed is None or not failed(error):
                self.tell_error(error)

        if replaces:
            earlier = self._latest.pop(replaces, None)
            if earlier is not None:
                earlier.cancel()
        job = self.jobs.start(
            lambda _progress: work(), on_success=answer, on_failure=refused, lane=lane, owner=owner
        )
        if replaces:
            self._latest[replaces] = job  # pyright: ignore[reportArgumentType] - only ever cancelled
        return job

    def tell_error(self, error: Exception) -> str:
        """Word an error as a notice; what nobody expected becomes a crash report too.

        Returns:
            The key of the notice, for `over`.
        """
        from cmstation.ui.wording import sentence_for  # noqa: PLC0415 - not needed for the first paint

        if not isinstance(error, StationError):
            log.error("unexpected: %s", type(error).__name__)
            if self._report is not None:
                self._report(error)
        notice = sentence_for(error)
        self.noticed.emit(notice)
        return notice.key

    def flush(self, timeout_ms: int = 10_000) -> bool:
        """Wait until every write is on disk; tell whether it is. Only for closing: it blocks."""
        return self.jobs.finish_lane(STORAGE, timeout_ms)

    # --- undo ---

    @property
    def undo_text(self) -> str:
        """What `undo` would take back, or ""."""
        return self._undoables[-1].text if self._undoables else ""

    @Slot()
    def undo(self) -> None:
        """Take the last undoable command back."""
        if self._undoables:
            self.take_back(self._undoables[-1])

    def take_back(self, undoable: Undoable) -> None:
        """Take one command back, once."""
        if undoable not in self._undoables:
            return
        self._undoables.remove(undoable)
        self.undoable.emit(self.undo_text)
        text = translate("Commands", "Taken back: {what}").format(what=undoable.text)
        self.run(undoable.undo)
        self.noticed.emit(Notice(text, NoticeKind.INFO, key="undo"))

    # --- inside ---

    def _tell(self, changes: Changes) -> None:
        if changes:
            self.changed.emit(changes)

    def _offer_undo(self, undoable: Undoable) -> None:
        self._undoables.append(undoable)
        self.undoable.emit(undoable.text)
        action = NoticeAction(translate("Commands", "Undo"), lambda: self.take_back(undoable))
        self.noticed.emit(Notice(undoable.text, NoticeKind.INFO, actions=(action,), key="undo"))


def _changes_in(error: Exception) -> Changes:
    """Return what changed although a command failed: it was done in part, or found another truth."""
    found = error.facts.get("changes") if isinstance(error, StationError) else None
    return found if isinstance(found, Changes) else Changes()


def _alive(owner: QObject | None) -> bool:
    from shiboken6 import isValid  # noqa: PLC0415

    return owner is None or isValid(owner)
