"""What a person says beside the figures: goals, notes, and comments on the sections of a report."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from cmstation.domain import periods
from cmstation.domain.changes import Changes
from cmstation.domain.errors import NotFound
from cmstation.domain.figure_faults import GoalWithoutTarget, NoteEmpty, refuse_absurd
from cmstation.domain.folding import storable
from cmstation.domain.metrics import Metric
from cmstation.domain.statistics import Comment, Goal, Note, NoteKind
from cmstation.services.done import Done, Value
from cmstation.services.stat_entries import CHANGED
from cmstation.storage.stat_notes import CommentTable, GoalTable, NoteTable


class Notes:
    """What a person can do with goals, notes and comments."""

    def __init__(self, goals: GoalTable, notes: NoteTable, comments: CommentTable) -> None:
        self._goals = goals
        self._notes = notes
        self._comments = comments

    # --- goals ---

    def goals(self) -> tuple[Goal, ...]:
        """List the goals, in the order in which they were set."""
        return self._goals.all()

    def add_goal(
        self, name: str, metric: Metric, target: int, *, account: int | None = None, by: date | None = None
    ) -> Done[Goal]:
        """Set a number to be reached.

        Args:
            account: None for all accounts together.
            by: the day until which it should be reached.

        Raises:
            GoalWithoutTarget, FigureTooGreat: the number is none to be reached.
        """
        goal = self._goals.add(_sound_goal(Goal(0, name, metric, target, account, by)))
        return _done(goal, lambda: self._goals.remove(goal.id))

    def change_goal(self, goal: Goal) -> Done[Goal]:
        """Set a goal otherwise, or note on which day it was reached.

        Raises:
            NotFound: it was removed.
            GoalWithoutTarget, FigureTooGreat: the number is none to be reached.
        """
        wanted = _sound_goal(goal)
        before = self._goals.change(wanted)
        return _done(wanted, lambda: self._goals.change(before))

    def remove_goal(self, goal: int) -> Done[Goal | None]:
        """Give a goal up; the value is what it was, None when it was gone already."""
        before = self._goals.remove(goal)
        if before is None:
            return Done(None, Changes())
        return _done(before, lambda: self._goals.put_back(before))

    # --- notes ---

    def between(self, first: date, last: date) -> tuple[Note, ...]:
        """List the notes from one day to another, both included, by day."""
        return self._notes.between(first, last)

    def add(
        self,
        day: date,
        kind: NoteKind,
        text: str,
        *,
        said_by: str = "",
        link: str = "",
        post: int | None = None,
    ) -> Done[Note]:
        """Keep something worth telling that is no number.

        Args:
            post: the post that it is about.

        Raises:
            NoteEmpty: it says nothing.
        """
        note = self._notes.add(_sound_note(Note(0, day, kind, text, said_by, link, post)))
        return _done(note, lambda: self._notes.remove(note.id))

    def change(self, note: Note) -> Done[Note]:
        """Say a note otherwise.

        Raises:
            NotFound: it was removed.
            NoteEmpty: it says nothing.
        """
        wanted = _sound_note(note)
        before = self._notes.change(wanted)
        return _done(wanted, lambda: self._notes.change(before))

    def remove(self, note: int) -> Done[Note | None]:
        """Remove a note; the value is what it was, None when it was gone already."""
        before = self._notes.remove(note)
        if before is None:
            return Done(None, Changes())
        return _done(before, lambda: self._notes.put_back(before))

    # --- comments ---

    def comments(self, period: str) -> Mapping[str, str]:
        """Return the comments on a period by section; a section without one is absent.

        Args:
            period: key of a `Period`; a campaign's comments stay when its days become more.

        Raises:
            NoSuchPeriod: it is none.
        """
        return self._comments.of(_kept_under(period))

    def comment(self, period: str, section: str, text: str) -> Done[Comment]:
        """Keep what the person wrote to a section; an empty text takes it away.

        Raises:
            NoSuchPeriod: the key is none.
        """
        wanted = Comment(_kept_under(period), section, storable(text).strip())
        before = self._comments.write(wanted)
        if before == wanted:
            return Done(wanted, Changes())
        return _done(wanted, lambda: self._comments.write(before))


def _kept_under(period: str) -> str:
    """Return the key of comments: a campaign's own, without the days, which each new post changes."""
    found = periods.parse(period)
    return found.key if found.campaign is None else f"campaign-{found.campaign}"


def _done(value: Value, back: Callable[[], object]) -> Done[Value]:
    def undo() -> Changes:
        try:
            back()
        except NotFound:
            # Somebody removed it meanwhile: there is nothing left to take back.
            return Changes()
        return CHANGED

    return Done(value, CHANGED, undo)


def _sound_goal(goal: Goal) -> Goal:
    if goal.target <= 0:
        raise GoalWithoutTarget(target=goal.target)
    refuse_absurd(goal.target)
    return replace(goal, name=storable(goal.name).strip())


def _sound_note(note: Note) -> Note:
    text = storable(note.text).strip()
    if not text:
        raise NoteEmpty
    return replace(note, text=text, said_by=storable(note.said_by).strip(), link=storable(note.link).strip())
