"""Keeps what is written to the answers of a period, in the order in which it was written."""

from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from cmstation.domain.changes import Changes
from cmstation.domain.report_document import SectionKey
from cmstation.services.done import Done
from cmstation.ui.commands import STORAGE
from cmstation.ui.statistics.answers_accounts import AccountsAnswer
from cmstation.ui.statistics.answers_curves import CurvesAnswer
from cmstation.ui.statistics.answers_gaps import GapsAnswer
from cmstation.ui.statistics.answers_goals import GoalsAnswer
from cmstation.ui.statistics.answers_hours import HoursAnswer
from cmstation.ui.statistics.answers_lines import FormsAnswer, LinesAnswer
from cmstation.ui.statistics.answers_notes import NotesAnswer
from cmstation.ui.statistics.answers_peers import PeersAnswer
from cmstation.ui.statistics.answers_posts import WorkedAnswer
from cmstation.ui.statistics.answers_press import PressAnswer, ResponseAnswer
from cmstation.ui.statistics.comment_fold import CommentFold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from cmstation.domain.periods import Period
    from cmstation.domain.statistics import Comment
    from cmstation.services.stat_notes import Notes
    from cmstation.ui.commands import Commands
    from cmstation.ui.icons import Icons

RETRY_MS = 4_000
_QUESTION = "statistics-comments"
# Where the report tells what an answer of the page tells.
SECTIONS: "dict[type[QWidget], SectionKey]" = {
    AccountsAnswer: SectionKey.SUMMARY,
    CurvesAnswer: SectionKey.FOLLOWERS,
    WorkedAnswer: SectionKey.WORKED,
    HoursAnswer: SectionKey.HOURS,
    LinesAnswer: SectionKey.LINES,
    FormsAnswer: SectionKey.FORMS,
    GoalsAnswer: SectionKey.GOALS,
    ResponseAnswer: SectionKey.RESPONSE,
    PressAnswer: SectionKey.PRESS,
    PeersAnswer: SectionKey.PEERS,
    NotesAnswer: SectionKey.NOTES,
    GapsAnswer: SectionKey.GAPS,
}
_Place = tuple[str, str]


class Commented(Protocol):
    """A card that a comment unfolds under."""

    @property
    def title(self) -> str:
        """What it is about."""
        ...

    def set_comment(self, fold: CommentFold) -> None:
        """Give it its comment."""
        ...


class ReportComments(QObject):
    """The comments of the page; what is typed is on its way to disk within half a second.

    Signals:
        opened: the `CommentFold` whose field was just shown.
    """

    opened = Signal(object)

    def __init__(self, notes: "Notes", commands: "Commands", icons: "Icons", parent: QObject) -> None:
        super().__init__(parent)
        self._notes = notes
        self._commands = commands
        self._icons = icons
        self._period = ""
        self._told = ""
        self._read: Mapping[str, str] | None = None
        # Handed over and not on disk yet, whether on its way or refused.
        self._pending: dict[_Place, str] = {}
        self.folds: dict[SectionKey, CommentFold] = {}
        self._retry = QTimer(self)
        self._retry.setSingleShot(True)
        self._retry.setInterval(RETRY_MS)
        self._retry.timeout.connect(self._try_again)

    def add(self, kind: "type[QWidget]", card: Commented) -> None:
        """Give a card a comment, if it is a part of the report."""
        section = SECTIONS.get(kind)
        if section is None or section in self.folds:
            return
        fold = CommentFold(self._icons, card.title)
        fold.written.connect(partial(self._write, section.value))
        fold.left.connect(partial(self._offer_undo, section.value))
        fold.opened.connect(partial(self.opened.emit, fold))
        card.set_comment(fold)
        self.folds[section] = fold
        fold.turn_to(self._period, self._told)
        self._show(section, fold)

    def turn_to(self, period: "Period", told: str) -> None:
        """Show the comments of a period; those of the one that is shown are read again.

        Args:
            told: the period in words.
        """
        if period.key != self._period:
            self._read = None
        self._period, self._told = period.key, told
        for fold in self.folds.values():
            fold.turn_to(period.key, told)
        notes, key = self._notes, period.key
        # In the lane of all writing, so that what was handed over before is read.
        self._commands.ask(
            lambda: notes.comments(key),
            partial(self._take, key),
            owner=self,
            lane=STORAGE,
            replaces=_QUESTION,
        )

    def flush(self) -> None:
        """Hand over all that was typed, now."""
        for fold in self.folds.values():
            fold.leave()
        if self._retry.isActive():
            self._try_again()

    # --- inside ---

    def _take(self, period: str, read: "Mapping[str, str]") -> None:
        if period != self._period:
            return
        self._read = read
        for section, fold in self.folds.items():
            self._show(section, fold)

    def _show(self, section: SectionKey, fold: CommentFold) -> None:
        if self._read is None:
            return
        kept = self._read.get(section.value, "")
        fold.show_text(self._period, self._pending.get((self._period, section.value), kept))

    def _write(self, section: str, period: str, text: str) -> None:
        place, notes = (period, section), self._notes
        self._pending[place] = text

        def work() -> "Done[Comment]":
            # The page shows it already: reading every answer anew at each pause would be in vain.
            return Done(notes.comment(period, section, text).value, Changes())

        def done(_kept: "Comment") -> None:
            self._settle(place, text)

        self._commands.run(work, done=done, failed=self._refused, owner=self)

    def _settle(self, place: _Place, text: str) -> None:
        if self._pending.get(place) == text:
            del self._pending[place]
        if self._read is not None and place[0] == self._period:
            self._read = {**self._read, place[1]: text.strip()}

    def _refused(self, _error: Exception) -> bool:
        self._retry.start()
        return False  # the notice says why

    @Slot()
    def _try_again(self) -> None:
        self._retry.stop()
        for (period, section), text in list(self._pending.items()):
            self._write(section, period, text)

    def _offer_undo(self, section: str, period: str, before: str, text: str) -> None:
        notes = self._notes

        def work() -> "Done[Comment]":
            kept = notes.comment(period, section, text).value
            return Done(kept, Changes(), lambda: notes.comment(period, section, before).changes)

        words = self.tr("Comment changed") if before.strip() else self.tr("Comment added")
        if not text.strip():
            words = self.tr("Comment removed")
        self._commands.run(work, undo_text=words, owner=self)
