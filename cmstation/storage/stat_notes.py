"""Goals, notes and comments on reports: what the person says beside the figures."""

from dataclasses import replace
from datetime import date

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from cmstation.domain.errors import NotFound
from cmstation.domain.statistics import Comment, Goal, Note
from cmstation.storage.database import Database
from cmstation.storage.records_statistics import CommentRecord, GoalRecord, NoteRecord
from cmstation.storage.rows_read import FRESH
from cmstation.storage.upsert import upsert


class GoalTable:
    """The goals; each method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._sessions = database.sessions
        self._readers = database.readers

    def all(self) -> tuple[Goal, ...]:
        """List all, in the order in which they were set."""
        with self._readers.begin() as session:
            return tuple(_goal_of(row) for row in session.scalars(select(GoalRecord).order_by(GoalRecord.id)))

    def add(self, goal: Goal) -> Goal:
        """Keep a new goal, whose identity is given here."""
        with self._sessions.begin() as session:
            statement = insert(GoalRecord).returning(GoalRecord.id)
            return replace(goal, id=session.scalars(statement, [_goal_columns(goal)]).one())

    def change(self, goal: Goal) -> Goal:
        """Store a goal as it is now; return it as it was.

        Raises:
            NotFound: it was removed.
        """
        with self._sessions.begin() as session:
            before = _goal(session, goal.id)
            session.execute(
                update(GoalRecord)
                .where(GoalRecord.id == goal.id)
                .values(**_goal_columns(goal))
                .execution_options(synchronize_session=False)
            )
            return before

    def remove(self, goal: int) -> Goal | None:
        """Remove a goal and return it as it was; None when it was gone already."""
        with self._sessions.begin() as session:
            try:
                before = _goal(session, goal)
            except NotFound:
                return None
            _delete(session, GoalRecord, goal)
            return before

    def put_back(self, goal: Goal) -> None:
        """Keep a removed goal again, under its old identity; doing it twice is fine."""
        with self._sessions.begin() as session:
            upsert(session, GoalRecord, {"id": goal.id}, _goal_columns(goal), replace=False)


class NoteTable:
    """The notes; each method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._sessions = database.sessions
        self._readers = database.readers

    def between(self, first: date, last: date) -> tuple[Note, ...]:
        """List the notes from one day to another, both included, by day."""
        statement = (
            select(NoteRecord)
            .where(NoteRecord.day.between(first, last))
            .order_by(NoteRecord.day, NoteRecord.id)
        )
        with self._readers.begin() as session:
            return tuple(_note_of(row) for row in session.scalars(statement))

    def add(self, note: Note) -> Note:
        """Keep a new note, whose identity is given here."""
        with self._sessions.begin() as session:
            statement = insert(NoteRecord).returning(NoteRecord.id)
            return replace(note, id=session.scalars(statement, [_note_columns(note)]).one())

    def change(self, note: Note) -> Note:
        """Store a note as it is now; return it as it was.

        Raises:
            NotFound: it was removed.
        """
        with self._sessions.begin() as session:
            before = _note(session, note.id)
            session.execute(
                update(NoteRecord)
                .where(NoteRecord.id == note.id)
                .values(**_note_columns(note))
                .execution_options(synchronize_session=False)
            )
            return before

    def remove(self, note: int) -> Note | None:
        """Remove a note and return it as it was; None when it was gone already."""
        with self._sessions.begin() as session:
            try:
                before = _note(session, note)
            except NotFound:
                return None
            _delete(session, NoteRecord, note)
            return before

    def put_back(self, note: Note) -> None:
        """Keep a removed note again, under its old identity; doing it twice is fine."""
        with self._sessions.begin() as session:
            upsert(session, NoteRecord, {"id": note.id}, _note_columns(note), replace=False)


class CommentTable:
    """What the person wrote to the sections of reports; each method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._sessions = database.sessions
        self._readers = database.readers

    def of(self, period: str) -> dict[str, str]:
        """Return the comments of a period by section; a section without one is absent."""
        statement = select(CommentRecord.section, CommentRecord.text).where(CommentRecord.period == period)
        with self._readers.begin() as session:
            return {row.section: row.text for row in session.execute(statement)}

    def write(self, comment: Comment) -> Comment:
        """Keep a comment, an empty one by forgetting it; return the one before, empty if there was none."""
        place = (CommentRecord.period == comment.period, CommentRecord.section == comment.section)
        with self._sessions.begin() as session:
            before = session.scalar(select(CommentRecord.text).where(*place)) or ""
            if comment.text:
                identity = {"period": comment.period, "section": comment.section}
                upsert(session, CommentRecord, identity, {"text": comment.text})
            else:
                session.execute(
                    delete(CommentRecord).where(*place).execution_options(synchronize_session=False)
                )
            return replace(comment, text=before)


def _delete(session: Session, kind: type[GoalRecord] | type[NoteRecord], identity: int) -> None:
    session.execute(delete(kind).where(kind.id == identity).execution_options(synchronize_session=False))


def _goal(session: Session, goal: int) -> Goal:
    statement = select(GoalRecord).where(GoalRecord.id == goal).execution_options(**FRESH)
    row = session.scalars(statement).one_or_none()
    if row is None:
        raise NotFound(subject="stat_goal", identity=goal)
    return _goal_of(row)


def _goal_of(row: GoalRecord) -> Goal:
    return Goal(row.id, row.name, row.metric, row.target, row.account_id, row.due_on, row.reached_on)


def _goal_columns(goal: Goal) -> dict[str, object]:
    return {
        "name": goal.name,
        "metric": goal.metric,
        "target": goal.target,
        "account_id": goal.account,
        "due_on": goal.by,
        "reached_on": goal.reached_on,
    }


def _note(session: Session, note: int) -> Note:
    statement = select(NoteRecord).where(NoteRecord.id == note).execution_options(**FRESH)
    row = session.scalars(statement).one_or_none()
    if row is None:
        raise NotFound(subject="stat_note", identity=note)
    return _note_of(row)


def _note_of(row: NoteRecord) -> Note:
    return Note(row.id, row.day, row.kind, row.text, row.said_by, row.link, row.post_id)


def _note_columns(note: Note) -> dict[str, object]:
    return {
        "day": note.day,
        "kind": note.kind,
        "text": note.text,
        "said_by": note.said_by,
        "link": note.link,
        "post_id": note.post,
    }
