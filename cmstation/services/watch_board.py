"""The private expert board: items that wait for a physician's opinion, and what was answered."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final, cast

from cmstation.domain.changes import Changes
from cmstation.domain.clock import Clock
from cmstation.domain.watch import DecisionKind, Item, Opinion
from cmstation.services.done import Done
from cmstation.storage.database import Database
from cmstation.storage.one_transaction import one_transaction
from cmstation.storage.watch_board import WatchBoard
from cmstation.storage.watch_marks import WatchMarks
from cmstation.storage.watch_stories import WatchStories

CHANGED: Final = Changes(watch=True)


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
        before = self._board.get(opinion)
        now = self._clock.now()
        told = self._board.answer(opinion, text, now, physician=physician, favourable=favourable)
        return Done(told, CHANGED, None if before.answer is None else lambda: self._put_back(before))

    def withdraw(self, opinion: int) -> Done[int]:
        """Take a request that nobody answered off the board; its story is to be decided again.

        Raises:
            NotFound: there is no such request, or it was answered meanwhile.
        """
        before, now = self._board.get(opinion), self._clock.now()
        with one_transaction(self._database) as joined:
            marks = WatchMarks(joined)
            WatchBoard(joined).withdraw(opinion)
            holding = [
                one.id
                for one in marks.history(before.item)
                if one.undone_at is None and one.decision.kind is DecisionKind.PHYSICIANS
            ]
            for decision in holding[-1:]:
                marks.undo_decision(decision, now)

        def undo() -> Changes:
            with one_transaction(self._database) as joined:
                put_on_board(
                    joined,
                    before.item,
                    before.asked_at,
                    before.question,
                    before.physician,
                    before.asked_by,
                    again=True,
                )
            return CHANGED

        return Done(opinion, CHANGED, undo)

    # --- inside ---

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
