"""The private expert board: items that wait for a physician's opinion, and what was answered."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final, cast

from cmstation.domain.changes import Changes
from cmstation.domain.clock import Clock
from cmstation.domain.errors import NotFound
from cmstation.domain.watch import DecisionKind, Item, Opinion
from cmstation.services import watch_unsent
from cmstation.services.done import Done
from cmstation.services.watch_unsent import UnsentAnswer
from cmstation.storage.database import Database
from cmstation.storage.one_transaction import one_transaction
from cmstation.storage.settings import Settings
from cmstation.storage.watch_board import WatchBoard
from cmstation.storage.watch_marks import WatchMarks
from cmstation.storage.watch_stories import WatchStories

CHANGED: Final = Changes(watch=True)
_UNSENT: Final = "watch_unsent_answers"


@dataclass(frozen=True, slots=True)
class BoardRow:
    """A request with the item that it is about."""

    opinion: Opinion
    item: Item


@dataclass(frozen=True, slots=True)
class Asked:
    """What asking wrote.

    Args:
        decision: its identity, to undo it.
        opinion: None when one about the story waited already.
    """

    decision: int
    opinion: int | None


class ExpertBoard:
    """What a person can ask physicians, and what these say."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._board = WatchBoard(database)
        self._stories = WatchStories(database)
        self._clock = clock

    # --- questions ---

    def waiting(self) -> tuple[BoardRow, ...]:
        """Return what waits for an answer, the oldest first."""
        return self._rows(self._board.waiting())

    def answered(self, since: datetime) -> tuple[BoardRow, ...]:
        """Return what was answered since a moment, the newest first."""
        return self._rows(self._board.answered(since))

    def of_item(self, item: int) -> tuple[Opinion, ...]:
        """Return all requests about an item, the oldest first."""
        return self._board.of_item(item)

    def of_story(self, story: int) -> BoardRow | None:
        """Return what waits about any item of a story, the oldest; None when nothing does."""
        return next((row for row in self.waiting() if row.item.story == story), None)

    def physicians(self) -> tuple[str, ...]:
        """Return the names that were asked or answered, the one used last first."""
        return self._board.physicians()

    # --- answers that are half written ---

    def unsent(self) -> dict[int, UnsentAnswer]:
        """Return the answers that are half written, by request."""
        return watch_unsent.read(Settings(self._database).get(_UNSENT))

    def keep_unsent(self, opinion: int, answer: UnsentAnswer | None) -> None:
        """Remember how far an answer is written, None to forget it.

        What was taken off the board meanwhile is remembered no more.
        """
        try:
            self._board.get(opinion)
        except NotFound:
            answer = None
        with one_transaction(self._database) as joined:
            _keep(joined, opinion, answer)

    # --- changes ---

    def ask(self, item: int, question: str, physician: str = "", who: str = "") -> Done[Opinion]:
        """Put an item on the board; it counts as decided meanwhile.

        Args:
            physician: who is asked, "" for any of them.
        """
        now = self._clock.now()
        with one_transaction(self._database) as joined:
            asked = put_on_board(joined, item, now, question, physician, who, again=True)
        opinion = self._board.get(cast("int", asked.opinion))

        def undo() -> Changes:
            with one_transaction(self._database) as joined:
                take_off_board(joined, asked, self._clock.now())
            return CHANGED

        return Done(opinion, CHANGED, undo)

    def answer(self, opinion: int, text: str, favourable: bool | None, physician: str) -> Done[Opinion]:
        """Write down what a physician says; saying it again corrects it.

        Args:
            favourable: None when the physician does not say.
        """
        before, now = self._board.get(opinion), self._clock.now()
        with one_transaction(self._database) as joined:
            told = WatchBoard(joined).answer(opinion, text, now, physician=physician, favourable=favourable)
            _keep(joined, opinion, None)
        if before.answered_at is None:
            return Done(told, CHANGED, lambda: self._unanswer(told, before.physician))
        return Done(told, CHANGED, lambda: self._put_back(before))

    def reword(self, opinion: int, question: str, physician: str) -> Done[Opinion]:
        """Ask something else, or someone else, while nobody has answered.

        Raises:
            NotFound: there is no such request, or it was answered meanwhile.
        """
        before = self._board.get(opinion)
        told = self._board.reword(opinion, question, physician)

        def undo() -> Changes:
            self._board.reword(opinion, before.question, before.physician)
            return CHANGED

        return Done(told, CHANGED, undo)

    def withdraw(self, opinion: int) -> Done[int]:
        """Take a request that nobody answered off the board; its story is to be decided again.

        Raises:
            NotFound: there is no such request, or it was answered meanwhile.
        """
        before, now = self._board.get(opinion), self._clock.now()
        with one_transaction(self._database) as joined:
            marks = WatchMarks(joined)
            WatchBoard(joined).withdraw(opinion)
            unsent = _keep(joined, opinion, None)
            holding = [
                one.id
                for one in marks.history(before.item)
                if one.undone_at is None and one.decision.kind is DecisionKind.PHYSICIANS
            ]
            for decision in holding[-1:]:
                marks.undo_decision(decision, now)

        def undo() -> Changes:
            with one_transaction(self._database) as joined:
                again = put_on_board(
                    joined,
                    before.item,
                    before.asked_at,
                    before.question,
                    before.physician,
                    before.asked_by,
                    again=True,
                )
                _keep(joined, cast("int", again.opinion), unsent)
            return CHANGED

        return Done(opinion, CHANGED, undo)

    # --- inside ---

    def _unanswer(self, told: Opinion, asked: str) -> Changes:
        """Let a request wait again; what was answered is half written once more."""
        half = UnsentAnswer(told.answer or "", told.physician, told.favourable, judged=True)
        with one_transaction(self._database) as joined:
            WatchBoard(joined).unanswer(told.id, cast("datetime", told.answered_at), asked)
            _keep(joined, told.id, half)
        return CHANGED

    def _put_back(self, before: Opinion) -> Changes:
        self._board.answer(
            before.id,
            before.answer or "",
            before.answered_at or self._clock.now(),
            physician=before.physician,
            favourable=before.favourable,
        )
        return CHANGED

    def _rows(self, opinions: tuple[Opinion, ...]) -> tuple[BoardRow, ...]:
        return tuple(BoardRow(one, self._stories.get(one.item)) for one in opinions)


def put_on_board(
    joined: Database,
    item: int,
    now: datetime,
    question: str = "",
    physician: str = "",
    who: str = "",
    *,
    again: bool = False,
) -> Asked:
    """Ask for an opinion and record it as a decision, within a transaction.

    Args:
        again: ask even when a request about the same story waits.
    """
    stories, board = WatchStories(joined), WatchBoard(joined)
    of_story = {one.id for one in stories.items(stories.get(item).story)}
    waits = not again and any(one.item in of_story for one in board.waiting())
    opinion = None if waits else board.ask(item, question, now, who=who, physician=physician).id
    return Asked(WatchMarks(joined).decide(item, DecisionKind.PHYSICIANS, now, who), opinion)


def take_off_board(joined: Database, asked: Asked, now: datetime) -> None:
    """Undo `put_on_board`, within a transaction; what was answered meanwhile stays on the board."""
    board = WatchBoard(joined)
    # Asked first: whatever fails within a transaction gives all of it up.
    if any(one.id == asked.opinion for one in board.waiting()):
        board.withdraw(cast("int", asked.opinion))
    WatchMarks(joined).undo_decision(asked.decision, now)


def _keep(joined: Database, opinion: int, answer: UnsentAnswer | None) -> UnsentAnswer | None:
    """Remember or forget a half-written answer, within a transaction.

    Returns:
        What was remembered before.
    """
    settings = Settings(joined)
    answers = watch_unsent.read(settings.get(_UNSENT))
    before = answers.pop(opinion, None)
    if answer is not None:
        answers[opinion] = answer
    if answer != before:
        settings.set(_UNSENT, watch_unsent.written(answers))
    return before
